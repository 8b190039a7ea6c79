"""Thousands of remembered files in a few packs: a file of its own for each takes longer to write than to make.

A pack is written once and never changed, so builds at the same time need not wait for one another. Its entries, each
with its seal, stand one after another; its index, sealed too, at the end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from .seal import opened, sealed, write_whole

END = ".pack"
FOOT = 8  # bytes at the very end: how long the sealed index before them is
MANY = 8
"""More packs than this are put together."""


@dataclass(frozen=True, slots=True)
class Pack:
    """An open pack: where each entry lies in its bytes, as start and end. An open one stays readable when it is
    removed."""

    path: Path
    written: int  # in nanoseconds, by the clock of the file system
    index: Mapping[str, tuple[int, int]]
    data: mmap

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None where nothing is, or where it was damaged."""
        if key not in self.index:
            return None
        start, end = self.index[key]
        return opened(key, self.data[start:end])

    def size(self, keys: Iterable[str]) -> int:
        """The bytes that some entries take."""
        return sum(end - start for start, end in (self.index[key] for key in keys))


def read_packs(folder: Path) -> list[Pack]:
    """Every pack of a folder that is whole enough to be read, the newest first: what was made again is believed
    before what stood there, which may be damaged."""
    found = (_read(path) for path in folder.glob(f"*{END}"))
    return sorted((pack for pack in found if pack), key=lambda pack: (-pack.written, pack.path.name))


def write_pack(folder: Path, entries: Mapping[str, bytes]) -> Path | None:
    """Keep entries in one pack, whole or not at all; where it stands, None where it could not be written. It is named
    after the names and lengths of what is in it."""
    index: dict[str, tuple[int, int]] = {}
    pieces: list[bytes] = []
    at = 0
    for key, body in entries.items():
        piece = sealed(key, body)
        pieces.append(piece)
        index[key] = at, (at := at + len(piece))
    foot = sealed("index", json.dumps(index).encode())
    path = folder / f"{foot[:20].hex()}{END}"
    return path if write_whole(path, [*pieces, foot, len(foot).to_bytes(FOOT, "big")]) else None


def sweep(folder: Path, keep: Set[str]) -> None:
    """Forget what is not to be kept: packs that hold little else are written anew without it, and so are all but the
    largest where packs are many."""
    packs = read_packs(folder)
    live: dict[Path, list[str]] = {}
    seen: set[str] = set()
    for pack in packs:
        live[pack.path] = [key for key in pack.index if key in keep and key not in seen]
        seen.update(live[pack.path])
    stale = [pack for pack in packs if 2 * pack.size(live[pack.path]) < pack.size(pack.index)]
    if len(packs) - len(stale) > MANY:
        largest = max(packs, key=lambda pack: len(pack.data))
        stale = [pack for pack in packs if pack in stale or pack is not largest]
    saved = {key: body for pack in stale for key in live[pack.path] if (body := pack.get(key)) is not None}
    written = write_pack(folder, saved) if saved else None
    if saved and written is None:
        return
    for path in [pack.path for pack in stale if pack.path != written]:
        with suppress(OSError):  # another build may have swept it
            path.unlink()


def _read(path: Path) -> Pack | None:
    try:
        with path.open("rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
            written = os.fstat(file.fileno()).st_mtime_ns
    except (OSError, ValueError):  # ValueError: it is empty
        return None
    foot = data[-FOOT:]
    size = int.from_bytes(foot, "big")
    index = opened("index", data[-FOOT - size : -FOOT]) if 0 < size <= len(data) - FOOT else None
    return Pack(path, written, json.loads(index), data) if index is not None else None
