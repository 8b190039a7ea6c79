"""The releases of a project: their records, the archives beside them, and where old addresses lead to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from generator.model.diagnostic import Diagnostic, Phrase, Source, Span
from generator.model.release import ARCHIVE, RECORD, Release, chain_of

from .decode import Shape, decode
from .files import Folder, document

FOLDER = "releases"
MOVED = f"{FOLDER}/moved.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """`releases/moved.yaml`: each old path with the new one. A path that ends in `/` takes along what stands in it."""

    moved: Mapping[str, str] = field(default_factory=dict)
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)


_MOVED = Shape(Moved, "moved")


def read_releases(root: Path) -> tuple[tuple[Release, ...], list[Diagnostic]]:
    """All releases, the first one first, and what is wrong with their chain."""
    folder = root / FOLDER
    records = {path.stem: path.read_bytes() for path in sorted(folder.glob(f"*{RECORD}"))}
    archives = {path.stem: sha256(path.read_bytes()).hexdigest() for path in folder.glob(f"*{ARCHIVE}")}
    releases, faults = chain_of(records, archives)
    return releases, [
        Diagnostic(
            "release-broken",
            Span(f"{FOLDER}/{fault.name}{RECORD}"),
            {"problem": Phrase(f"release.{fault.problem}", fault.what)},
        )
        for fault in faults
    ]


def read_moved(folder: Folder) -> Mapping[str, str]:
    """Where old addresses lead to."""
    if not folder.exists(MOVED):
        return {}
    written = document(folder, MOVED)
    if written is None:
        return {}
    moved, found = decode(_MOVED, written)
    folder.found.extend(found)
    return moved.moved if isinstance(moved, Moved) else {}


def frozen_bytes(root: Path, release: Release) -> dict[str, bytes]:
    """The bytes that a release itself holds, by the path of the page or file."""
    own = {path: told for path, (held, told, _) in release.frozen.items() if held == release.date.isoformat()}
    if not own:
        return {}
    with ZipFile(root / FOLDER / f"{release.date.isoformat()}{ARCHIVE}") as archive:
        return {path: archive.read(told) for path, told in own.items()}
