"""What a build is made from, as bytes: the project's folders, and the code with its libraries."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .digest import digest

LARGEST = 64 << 20
"""Bytes of a file that is read; one that has more is told by who reads it, and vouched for by nobody."""
PROJECT = ("site.yaml", "content", "datasets", "themes", "releases")
"""All of a project that a build may read."""
PLANS = "content/plans/"
CODE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Inputs:
    """`digest` tells the names and bytes of every file, `base` of those that are not in PLANS; `stamps` tells when each
    was changed last (`stamps_of`); `files` gives the SHA-256 of each by its path."""

    digest: str
    base: str
    stamps: str
    files: Mapping[str, bytes]


def inputs_of(root: Path, names: tuple[str, ...] = PROJECT) -> Inputs | None:
    """The named files and folders as they are now; None where something is no plain file or folder.

    Every file is read: times alone miss an edit within a tick of the clock, and all differ on a fresh checkout.
    """
    told, files = [], _files(root, names)
    for path, status in files:
        if status is None or status.st_size > LARGEST:
            return None
        try:
            body = (root / path).read_bytes()
        except OSError:
            return None
        told.append((path, sha256(body).digest()))
    base = [row for row in told if not row[0].startswith(PLANS)]
    return Inputs(digest(told), digest(base), _stamps(files), dict(told))


def stamps_of(root: Path, names: tuple[str, ...] = PROJECT) -> str:
    """Changes when a named file comes, goes or is written to. Reads no file, so a preview can ask often."""
    return _stamps(_files(root, names))


def _stamps(files: list[tuple[str, os.stat_result | None]]) -> str:
    return digest(
        [(path, found and (found.st_mtime_ns, found.st_ctime_ns, found.st_size)) for path, found in files],
    )


def code_version(code: Path = CODE) -> str:
    """The generator's own files, the interpreter and every library that is installed beside it.

    Libraries are told by the names of their `.dist-info` folders, which carry the version: asking each for its
    metadata takes longer than a whole build in which nothing changed.
    """
    own = [
        (path, sha256((code / path).read_bytes()).digest())
        for path, status in _files(code, (".",))
        if status is not None and not path.endswith(".pyc")
    ]
    libraries = sorted({name for folder in sys.path for name in _names(folder) if name.endswith(".dist-info")})
    return digest(own, libraries, sys.version)


def _files(root: Path, names: tuple[str, ...]) -> list[tuple[str, os.stat_result | None]]:
    """Every file under the named folders, by its path, in order; None beside what is no plain file (a link, a pipe)."""
    found: list[tuple[str, os.stat_result | None]] = []
    waiting = list(names)
    while waiting:
        path = waiting.pop()
        try:
            status = os.lstat(root / path)
        except OSError:
            continue
        if stat.S_ISDIR(status.st_mode):
            if not path.endswith("__pycache__"):
                waiting.extend(f"{path}/{name}" for name in _names(root / path))
        else:
            found.append((path, status if stat.S_ISREG(status.st_mode) else None))
    return sorted(found, key=lambda entry: entry[0])


def _names(folder: Path | str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
