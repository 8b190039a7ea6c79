"""Prove offline what was published: a chain of releases, a folder, a file. Asks nothing but the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.model.release import ARCHIVE, RECORD, Fault, Release, chain_of
from generator.site.urls import URLS


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: a key of what is said, its values, and whether it is as it should be."""

    key: str
    right: bool
    values: dict[str, object]


def verify(releases: Path, target: Path | None = None) -> list[Finding]:
    """The chain in a folder of releases (or one record), and of it a folder or a file."""
    names = [releases] if releases.is_file() else sorted(releases.glob(f"*{RECORD}"))
    bodies = {path.stem: path.read_bytes() for path in names}
    archives = {path.stem: sha256(path.read_bytes()).hexdigest() for path in releases.glob(f"*{ARCHIVE}")}
    known, faults = chain_of(bodies, archives)
    if releases.is_file():  # one record alone: it is held against itself
        faults = [fault for fault in faults if fault.problem in ("unreadable", "changed")]
    else:
        faults += _damaged(releases, known)
    found = [Finding(f"verify.{fault.problem}", False, {"name": fault.name, "what": fault.what}) for fault in faults]
    if not known:
        return found or [Finding("verify.none", False, {"folder": releases})]
    last = known[-1]
    if not found:
        values = {"count": len(known), "date": last.date, "digest": last.digest}
        found.append(Finding("verify.chain", True, values))
    if target is not None:
        found += _folder(last, target) if target.is_dir() else [_file(known, target)]
    return found


def _damaged(folder: Path, known: tuple[Release, ...]) -> Iterator[Fault]:
    """Archives that lack what their record promises."""
    for release in known:
        name = release.date.isoformat()
        own = {told for held, told, _ in release.frozen.values() if held == name}
        path = folder / f"{name}{ARCHIVE}"
        if own and path.is_file():
            try:
                with ZipFile(path) as archive:
                    if any(sha256(archive.read(told)).hexdigest() != told for told in own):
                        yield Fault(name, "archive")
            except (KeyError, BadZipFile, OSError):
                yield Fault(name, "archive")


def _folder(release: Release, folder: Path) -> list[Finding]:
    found = []
    for path, told in release.files.items():
        file = folder / path
        if not file.is_file():
            found.append(Finding("verify.gone", False, {"path": path}))
        elif sha256(file.read_bytes()).hexdigest() != told:
            found.append(Finding("verify.differs", False, {"path": path}))
    return found or [Finding("verify.folder", True, {"count": len(release.files), "date": release.date})]


def _file(known: tuple[Release, ...], file: Path) -> Finding:
    told = sha256(file.read_bytes()).hexdigest()
    for release in reversed(known):
        day = release.date.isoformat()
        held = {URLS.edition(day, path): own for path, (at, own, _) in release.frozen.items() if at == day}
        for path, digest in {**release.files, **held}.items():
            if digest == told:
                return Finding("verify.file", True, {"file": file, "date": release.date, "path": path})
    return Finding("verify.unknown", False, {"file": file})
