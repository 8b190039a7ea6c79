"""What a path inside the output folder may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NOWHERE = re.compile(r"[\x00-\x1f\x7f\\:]")
LONGEST = 255  # bytes of a name that common file systems hold


def is_safe(path: str) -> bool:
    """Whether a path stays inside the folder it is put into, on any system, and names one file."""
    if _NOWHERE.search(path):
        return False
    try:
        names = path.encode().split(b"/")
    except UnicodeEncodeError:
        return False
    return all(name not in (b"", b".", b"..") and len(name) <= LONGEST for name in names)


def clashes(paths: Iterable[str]) -> list[str]:
    """Paths that cannot all be files of one folder: told twice, or needed as a folder by another."""
    times = Counter(paths)
    folders = {path[:cut] for path in times for cut, sign in enumerate(path) if sign == "/"}
    return sorted({path for path, count in times.items() if count > 1 or path in folders})
