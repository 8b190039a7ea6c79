"""Bytes that are kept with a seal: what was damaged, or stands under another's name, is not believed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import get_ident

SEAL = 32  # bytes of SHA-256 that stand before what is kept


def sealed(name: str, body: bytes) -> bytes:
    """Bytes with their seal; the name that they are kept under is sealed in too."""
    return _seal(name, body) + body


def opened(name: str, entry: bytes) -> bytes | None:
    """The bytes behind a seal; None where it does not fit them and their name."""
    body = entry[SEAL:]
    return body if entry[:SEAL] == _seal(name, body) else None


def read_sealed(path: Path) -> bytes | None:
    """What was kept in a file; None where there is none, or where it was damaged."""
    try:
        return opened(path.name, path.read_bytes())
    except OSError:
        return None


def write_sealed(path: Path, body: bytes) -> None:
    """Keep bytes in a file, whole or not at all."""
    write_whole(path, [sealed(path.name, body)])


def write_whole(path: Path, pieces: Iterable[bytes]) -> bool:
    """Write a file, whole or not at all; whether it could be written (a full disk, no rights)."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def _seal(name: str, body: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + body).digest()
