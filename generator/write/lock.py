"""One build at a time publishes into a folder, on any system; another waits."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ABANDONED = 120.0  # seconds after which a lock file is a dead process's: publishing takes some seconds
REMOVING = (
    2.0  # seconds in which Windows surely removes a file that was closed; after them, there is no right to make it
)
OFTEN = 0.05  # seconds between two looks at a lock file


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder. Where the system can lock the folder itself, a process that dies lets it go; elsewhere
    (Windows) a file of that name in the folder is the lock.
    """
    try:
        import fcntl
    except ImportError:
        with _locked_by_file(folder / name):
            yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _locked_by_file(path: Path) -> Iterator[None]:
    """Hold a file that only one process can make. Windows removes it when its process ends, however that comes; a
    system that cannot leaves it to the age of the file."""
    handle = _made(path)
    try:
        yield
    finally:
        os.close(handle)
        with suppress(OSError):  # it went when it was closed
            path.unlink()


def _made(path: Path) -> int:
    begun = time.monotonic()
    while True:
        try:
            return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_TEMPORARY", 0))
        except (FileExistsError, PermissionError) as fault:  # PermissionError: Windows is about to remove it
            if isinstance(fault, PermissionError) and time.monotonic() - begun > REMOVING:
                raise
        with suppress(OSError):  # it went meanwhile
            if time.time() - path.stat().st_mtime > ABANDONED:
                path.unlink()
        time.sleep(OFTEN)
