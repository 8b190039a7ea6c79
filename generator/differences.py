"""What changed in meaning between two states of a project: clauses, duties, targets, numbers, records; not lines."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.model.plan import Plan
from generator.model.release import RECORD, Release, chain_of, changes_between
from generator.model.site import Site
from generator.model.tables import Observation

Told = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The fields of each thing as words, by kind and id."""
_PARTS = ("provisions", "commitments", "criteria", "targets", "amounts", "reporting", "citations", "policies",
          "relations", "no_duty", "repairs", "furniture", "structure")  # fmt: skip
_RECORDS = ("acts", "agencies", "assessments", "contradictions", "corrections", "documents", "evidence", "indicators",
            "policies", "procedures", "references", "searches", "standards")  # fmt: skip
_UNTOLD = frozenset(("source_of", "at", "lines", "line", "order", "html", "id", "bytes", "english", "number", "sha256"))
"""Fields that say where something stands, not what it says."""


class Unknown(Exception):
    """Something that is no folder of a project, no release and no commit."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a thing: `added`, `changed` or `removed`; of a changed one, each field before and after."""

    kind: str
    id: str
    what: str
    fields: tuple[tuple[str, str, str], ...] = ()


def differences(root: Path, old: str, new: str) -> list[Difference]:
    """What changed from one state to another; Unknown where one of them is none."""
    with _told(root, old) as before, _told(root, new) as after:
        if isinstance(before, Release) and isinstance(after, Release):
            return [Difference(c.kind, c.id, c.what) for c in changes_between(before.content, after.content)]
        if isinstance(before, Release) or isinstance(after, Release):
            raise Unknown(old if isinstance(before, Release) else new)
        return [
            Difference(change.kind, change.id, change.what, _fields(before, after, change.kind, change.id))
            for change in changes_between(_written(before), _written(after))
        ]


def _written(told: Told) -> dict[str, dict[str, str]]:
    """What is told of each thing, in words that differ where anything does."""
    return {kind: {id: repr(fields) for id, fields in records.items()} for kind, records in told.items()}


def _fields(before: Told, after: Told, kind: str, id: str) -> tuple[tuple[str, str, str], ...]:
    old, new = before.get(kind, {}).get(id), after.get(kind, {}).get(id)
    if old is None or new is None:
        return ()
    names = dict.fromkeys([*old, *new])
    return tuple((name, old.get(name, ""), new.get(name, "")) for name in names if old.get(name) != new.get(name))


@contextmanager
def _told(root: Path, name: str) -> Iterator[Told | Release]:
    """A state by its name: a folder, a release, a commit of the project's repository."""
    path = Path(name)
    record = path if name.endswith(RECORD) else root / "releases" / f"{name}{RECORD}"
    if path.is_dir():
        yield told_of(_site(path, name))
    elif record.is_file():
        releases, _ = chain_of({record.stem: record.read_bytes()}, {})
        if not releases:
            raise Unknown(name)
        yield releases[0]
    else:
        with TemporaryDirectory() as temporary:
            _checkout(root, name, Path(temporary))
            yield told_of(_site(Path(temporary), name))


def _site(root: Path, name: str) -> Site:
    from generator.read.site import read_site

    site, _ = read_site(root)
    if site is None:
        raise Unknown(name)
    return site


def _checkout(root: Path, revision: str, target: Path) -> None:
    """The content of a commit, in a folder of its own."""
    here = ("git", "-C", str(root.resolve()))
    try:
        prefix = _git(*here, "rev-parse", "--show-prefix").decode().strip()
        tree = f"{revision}:{prefix}" if prefix else revision
        listed = _git(*here, "ls-tree", "--name-only", "--full-tree", tree).decode().split("\n")
        names = [name for name in ("site.yaml", "content", "datasets") if name in listed]
        body = _git(*here, "archive", "--format=tar", tree, *names)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unknown(revision) from error
    with tarfile.open(fileobj=io.BytesIO(body)) as archive:
        archive.extractall(target, filter="data")


def _git(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def changed_files(root: Path, revision: str) -> frozenset[str]:
    """The files of a project that are not as in a commit, by their paths inside it; Unknown where it is none."""
    here = ("git", "-C", str(root.resolve()))
    try:
        changed = _git(*here, "diff", "--name-only", "--relative", "-z", revision, "--", ".")
        fresh = _git(*here, "ls-files", "--others", "--exclude-standard", "-z")
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unknown(revision) from error
    return frozenset(filter(None, (changed + fresh).decode("utf-8", "replace").split("\0")))


def days_behind(root: Path, most: int = 60) -> tuple[date, date] | None:
    """The day of a project's content and that of its last commit, where they lie further apart; None else."""
    from generator.read.site import read_day_of

    as_of = read_day_of(root)
    try:
        told = _git("git", "-C", str(root.resolve()), "log", "-1", "--format=%cs", "--", ".").decode()
        last = date.fromisoformat(told.strip())
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return (as_of, last) if as_of and (last - as_of).days > most else None


def told_of(site: Site) -> Told:
    """Everything that a site says, by kind and id."""
    told: dict[str, dict[str, dict[str, str]]] = {"plans": {}}
    for plan in site.plans.values():
        told["plans"][plan.id] = dict(_flat(plan, skip=_PARTS))
        for part in _PARTS:
            told.setdefault("mentions" if part == "policies" else part, {}).update(_parts(plan, part))
    for name in _RECORDS:
        told[name] = {id: dict(_flat(record)) for id, record in getattr(site, name).items()}
    told["places"] = {id: dict(_flat(place)) for id, place in site.places.items()}
    told["datasets"] = {id: dict(_flat(dataset, skip=("rows",))) for id, dataset in site.datasets.items()}
    told["numbers"] = {
        _key(id, row): dict(_flat(row, skip=("place", "year", "indicator")))
        for id, dataset in site.datasets.items()
        for row in dataset.rows
    }
    told["pages"] = {id: dict(_flat(page)) for id, page in site.pages.items()}
    return told


def _parts(plan: Plan, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    for place, value in enumerate(getattr(plan, part), 1):
        if part == "provisions":
            yield f"{plan.id}/{value.id}", {"text": "\n".join(block.text for block in value.blocks)}
            continue
        named = next((str(at) for key in ("id", "quote", "printed") if (at := getattr(value, key, None))), str(place))
        yield f"{plan.id}/{named if len(named) < 60 else f'{named[:57]}…'}", dict(_flat(value))


def _key(dataset: str, row: Observation) -> str:
    """A number by what it is of, wherever its row stands."""
    total = row.row if row.row == "total" else ""
    parts = (row.place, str(row.year), row.indicator, row.item, row.span, total, row.status, row.source)
    return f"{dataset}/{'/'.join(filter(None, parts))}"


def _flat(value: Any, name: str = "", skip: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The fields of a value as words, by their dotted names; empty ones are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in _UNTOLD and field.name not in skip:
                yield from _flat(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _flat(inside, f"{name}.{key}".lstrip("."))
    elif isinstance(value, tuple | list):
        for place, inside in enumerate(value):
            yield from _flat(inside, f"{name}.{place}")
    elif value not in (None, "", ()):
        yield name, str(value.value if isinstance(value, Enum) else value)
