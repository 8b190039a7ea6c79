"""What a path inside the output folder may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.model.filenames import is_reserved

_NOWHERE = re.compile(r"[\x00-\x1f\x7f\\:<>\"|?*]|(?:^|/)\.{0,2}(?:/|\Z)")  # also an empty name, `.` and `..`
LONGEST = 255  # bytes of a name that common file systems hold


def is_safe(path: str) -> bool:
    """Whether a path stays inside the folder it is put into, on any system, and names one file."""
    if _NOWHERE.search(path) or any(map(is_reserved, path.split("/"))):
        return False
    try:
        whole = path.encode()
    except UnicodeEncodeError:
        return False
    return len(whole) <= LONGEST or all(len(name) <= LONGEST for name in whole.split(b"/"))


def clashes(paths: Iterable[str]) -> list[str]:
    """Paths that cannot all be files of one folder: told twice, or needed as a folder by another. Letters are not told
    by their size: Windows and macOS do not."""
    names = [(path.lower(), path) for path in paths]
    times = Counter(name for name, _ in names)
    folders = {name[:cut] for name in times for cut, sign in enumerate(name) if sign == "/"}
    return sorted({path for name, path in names if times[name] > 1 or name in folders})
