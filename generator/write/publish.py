"""Makes a folder hold exactly the made files, touching only those that differ and removing only those that it made.

The folder's own list (`.made-by-congkhai`, in the form that `sha256sum --check` reads) says which files are ours.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .lock import locked
from .paths import clashes, is_safe

LIST = ".made-by-congkhai"
STAGING = ".congkhai-staging-"
HEAD = "# Files that congkhai made. Only these are ever replaced or removed. Check them with: sha256sum --check\n"
Stamp = tuple[int, int, int]
"""The size of a file, when it was written, and when it was put in its place (nanoseconds)."""
UNKNOWN = "0" * 64  # stands for the digest of a file that is about to be written


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing did to the folder, by path, and the digest of the folder's list, which tells the whole site."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    digest: str


class NotOurs(Exception):
    """The folder, or a file in it, holds something that we did not make. `path` names it; nothing was changed."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def publish(made: Mapping[str, bytes], out: Path, told: Mapping[str, str] | None = None, trusted: str = "") -> Changes:
    """Make `out` hold the made files, and of ours no other. What others put beside them stays.

    `told` gives the SHA-256 of every file of the site, also of those that are not in `made` because they are known to
    stand there as they should. Without it the site is what is made. A list of the digest `trusted` is known to be ours.

    A crash at any moment leaves each file old or new and whole, and the next build mends the folder: first new files
    are put in place, then changed ones replaced, and only then old ones removed. Raises NotOurs before anything is
    touched if `out` holds foreign files and no list of ours, if a foreign file stands where one of ours should go, or
    if the way there leads through a symbolic link.
    """
    digests = told or {path: sha256(body).hexdigest() for path, body in made.items()}
    if not _is_file(out, LIST):
        _refuse_unsafe(digests, {})
    _refuse_links(out)
    out.mkdir(parents=True, exist_ok=True)
    with locked(out, f"{STAGING}lock"):
        ours = listed(out, trusted)
        if ours is None and _foreign(out):
            raise NotOurs(str(out))
        ours = ours or {}
        _refuse_unsafe(digests, ours)
        seen: dict[str, int] = {}
        differing = [path for path in made if not (_is_file(out, path, seen) and _has(out, path, digests[path]))]
        for path in differing:
            _refuse_foreign(out, path, ours)
        old = sorted(path for path in ours.keys() - digests.keys() if _is_file(out, path))
        changes = Changes(
            tuple(path for path in differing if not _is_file(out, path)),
            tuple(path for path in differing if _is_file(out, path)),
            tuple(old),
            sha256(text := _list(digests)).hexdigest(),
        )
        if differing or old or ours != digests:
            _replace(made, out, changes, ours, text)
    return changes


def is_listed(out: Path, digest: str) -> bool:
    """Whether the folder's list has that digest, so that this is the site that was published last."""
    try:
        return _is_file(out, LIST) and _digest(str(out / LIST)) == digest
    except OSError:
        return False


def as_published(out: Path, files: Mapping[str, tuple[str, Stamp]]) -> set[str]:
    """The files that stand there as they were published. `files` gives of each its SHA-256 and its stamp then; a file
    is read only where its stamp differs."""
    found = stamps(out, files)
    return {path for path, stamp in found.items() if stamp == files[path][1] or _has(out, path, files[path][0])}


def stamps(out: Path, paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamp of each plain file that is there, the way to it through folders only."""
    seen: dict[str, int] = {}
    found = {}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in seen:
            seen[folder] = _is_folder(out, folder, seen)
        if seen[folder]:
            try:
                status = os.lstat(f"{out}/{path}")
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return found


def _is_folder(out: Path, path: str, seen: dict[str, int]) -> bool:
    """Whether a plain folder stands there, and the way to it leads through folders only."""
    if not path:
        return True
    if path not in seen:
        seen[path] = _is_folder(out, path.rpartition("/")[0], seen) and stat.S_ISDIR(_mode(f"{out}/{path}"))
    return bool(seen[path])


def _has(out: Path, path: str, digest: str) -> bool:
    try:
        return _digest(f"{out}/{path}") == digest
    except OSError:  # it went while we looked
        return False


def listed(out: Path, trusted: str = "") -> dict[str, str] | None:
    """The files that the folder's list names, with digests; None without a list. A hostile line names none of ours; a
    list of the digest `trusted` has none."""
    if not _is_file(out, LIST):
        return None
    data = (out / LIST).read_bytes()
    text, known = data.decode("utf-8", "replace"), sha256(data).hexdigest() == trusted
    if not text.startswith(HEAD):
        return None
    lines = (line.partition("  ") for line in text.removeprefix(HEAD).split("\n") if line)
    return {path: told for told, _, path in lines if known or (is_safe(path) and path != LIST)}


def _replace(made: Mapping[str, bytes], out: Path, changes: Changes, ours: dict[str, str], text: bytes) -> None:
    """Write beside the folder, then put in place. The list names old and new files before any of them comes or goes."""
    parent = out.parent if os.stat(out.parent).st_dev == os.stat(out).st_dev else out
    staging = parent / f"{STAGING}{out.name}"
    shutil.rmtree(staging, ignore_errors=True)  # what a crash has left
    staging.mkdir()
    try:
        if changes.added or not ours:
            _put(staging, out, LIST, _list({**dict.fromkeys(changes.added, UNKNOWN), **ours}))
        first = _in_the_way(changes)
        for path in sorted(first):
            _remove(out, path)
        for path in (*changes.added, *changes.replaced):
            _put(staging, out, path, made[path])
        for path in changes.removed:
            if path not in first:
                _remove(out, path)
        _put(staging, out, LIST, text)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _put(staging: Path, out: Path, path: str, body: bytes) -> None:
    draft, target = f"{staging}/draft", f"{out}/{path}"
    with open(draft, "wb") as file:
        file.write(body)
    try:
        os.replace(draft, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(draft, target)
    except (IsADirectoryError, PermissionError):  # PermissionError: what Windows says of a folder
        if not os.path.isdir(target):
            raise
        for folder, _, _ in os.walk(target, topdown=False):
            os.rmdir(folder)
        os.replace(draft, target)


def _remove(out: Path, path: str) -> None:
    """Remove a file of ours, and the folders that are empty without it."""
    with suppress(FileNotFoundError):
        (out / path).unlink()
    for folder in list((out / path).parents):
        if folder == out:
            break
        try:
            folder.rmdir()
        except OSError:
            break


def _list(digests: Mapping[str, str]) -> bytes:
    return (HEAD + "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))).encode()


def _in_the_way(changes: Changes) -> set[str]:
    """Old files where a new one needs a folder, or under where a new one goes: these go first."""
    new = set(changes.added)
    folders = {path[:cut] for path in new for cut, sign in enumerate(path) if sign == "/"}
    above = {path: {path[:cut] for cut, sign in enumerate(path) if sign == "/"} for path in changes.removed}
    return {path for path in changes.removed if path in folders or above[path] & new}


def _is_file(out: Path, path: str, seen: dict[str, int] | None = None) -> bool:
    """Whether a plain file stands there, and the way to it leads through folders only.

    `seen` keeps what each folder is, where many files are asked for at once.
    """
    modes, here = {} if seen is None else seen, str(out)
    *folders, name = path.split("/")
    for folder in folders:
        here = f"{here}/{folder}"
        if here not in modes:
            modes[here] = _mode(here)
        if not stat.S_ISDIR(modes[here]):
            return False
    return stat.S_ISREG(_mode(f"{here}/{name}"))


def _mode(path: str) -> int:
    """What stands at a path, links not followed; 0 is nothing."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def _digest(path: str) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()


def _foreign(out: Path) -> bool:
    return any(not name.startswith(STAGING) for name in os.listdir(out))


def _refuse_unsafe(digests: Mapping[str, str], ours: Mapping[str, str]) -> None:
    """Raise ValueError for new paths that are not safe, or that cannot all be in one folder with the others."""
    new = [path for path in digests if path not in ours]
    unsafe = [path for path in new if not is_safe(path)] + (clashes([*digests, LIST]) if new else [])
    if unsafe:
        raise ValueError(f"no paths for one folder: {', '.join(map(repr, unsafe))}")


def _refuse_links(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOurs(str(out))


def _refuse_foreign(out: Path, path: str, ours: Mapping[str, str]) -> None:
    """Nothing that is not ours may stand at the path, on the way to it, or (a folder) below it."""
    names = path.split("/")
    for depth in range(1, len(names) + 1):
        part = "/".join(names[:depth])
        try:
            mode = os.lstat(out / part).st_mode
        except OSError:
            return
        if stat.S_ISDIR(mode) and depth == len(names):
            below = (file for file in sorted((out / part).rglob("*")) if file.is_symlink() or not file.is_dir())
            for file in below:
                if file.relative_to(out).as_posix() not in ours:
                    raise NotOurs(str(file))
        elif not stat.S_ISDIR(mode) and (stat.S_ISLNK(mode) or part not in ours):
            raise NotOurs(str(out / part))
