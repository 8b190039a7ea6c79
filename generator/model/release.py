"""Releases: what was published on a day, in records that hold one another by their digests."""

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

FORMAT = 1
RECORD, ARCHIVE = ".json", ".zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a thing since the release before: `added`, `changed` or `removed`."""

    kind: str
    id: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release as its record tells it. `files` gives the SHA-256 of each published file; `frozen` gives for each page
    and file that is kept under the release's own address the day of the release that holds its bytes, their SHA-256,
    and a digest of what a page says without the day. `content` gives a digest of each plan, commitment, number …."""

    number: int
    date: date
    digest: str
    files: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    content: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a chain: the record, and one of `unreadable`, `changed`, `missing`, `order`, `archive`."""

    name: str
    problem: str
    what: str = ""


def written(record: Mapping[str, Any]) -> bytes:
    """A record as it is kept: its digest, of all the rest, comes last."""
    rest = {name: value for name, value in record.items() if name != "digest"}
    return _dump({**rest, "digest": sha256(_dump(rest)).hexdigest()})


def chain_of(records: Mapping[str, bytes], archives: Mapping[str, str]) -> tuple[tuple[Release, ...], list[Fault]]:
    """The releases that records tell, by their numbers, and all that is wrong with their chain.

    `records` gives the bytes of each by its name (`2026-11-28`), `archives` the SHA-256 of each archive.
    """
    read: list[tuple[dict[str, Any], Release]] = []
    faults: list[Fault] = []
    for name, body in sorted(records.items()):
        try:
            record = json.loads(body)
            release = _release(record)
        except (ValueError, KeyError, TypeError, AttributeError):
            faults.append(Fault(name, "unreadable"))
            continue
        if body != written(record):
            faults.append(Fault(name, "changed"))
        if name != release.date.isoformat():
            faults.append(Fault(name, "order", release.date.isoformat()))
        if record["archive"] != archives.get(name, ""):
            faults.append(Fault(name, "archive"))
        read.append((record, release))
    read.sort(key=lambda pair: pair[1].number)
    known = {"": 0} | {release.digest: release.number for _, release in read}
    for at, (record, release) in enumerate(read):
        name, before = release.date.isoformat(), read[at - 1][1] if at else None
        expected = before.number + 1 if before else 1
        if release.number > expected:
            gone = f"{expected}–{release.number - 1}" if release.number - 1 > expected else str(expected)
            faults.append(Fault(name, "missing", gone))
        elif known.get(record["previous"]) != release.number - 1 or (before and before.date >= release.date):
            faults.append(Fault(name, "order", str(release.number - 1)))
    return tuple(release for _, release in read), faults


def _release(record: Mapping[str, Any]) -> Release:
    if record["format"] != FORMAT:
        raise ValueError(record["format"])
    return Release(
        number=record["number"],
        date=date.fromisoformat(record["date"]),
        digest=record["digest"],
        files=dict(record["files"]),
        frozen={path: (held, told, said) for path, (held, told, said) in record["frozen"].items()},
        content=record["content"],
        changes=tuple(Change(kind=kind, id=id, what=what) for kind, id, what in record["changes"]),
    )


def changes_between(before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]) -> list[Change]:
    """What was added, changed or removed, kind by kind."""
    return [
        Change(kind=kind, id=id, what="added" if id not in old else "changed" if id in new else "removed")
        for kind in dict.fromkeys([*after, *before])
        for old, new in [(before.get(kind, {}), after.get(kind, {}))]
        for id in sorted(old.keys() | new.keys())
        if old.get(id) != new.get(id)
    ]


def led_on(path: str, moved: Mapping[str, str], known: Container[str], languages: Iterable[str]) -> str:
    """Where an old path leads to by `moved` (path to path, folders with all that stands in them); empty without."""
    lang = next((f"{code}/" for code in languages if path.startswith(f"{code}/")), "")
    page, seen = path.removeprefix(lang), set[str]()
    while page not in seen:
        seen.add(page)
        for old, new in sorted(moved.items(), key=lambda pair: -len(pair[0])):
            if page == old or (old.endswith("/") and page.startswith(old)):
                page = f"{new}{page.removeprefix(old)}"
                break
        else:
            return ""
        for target in (f"{lang}{page}", f"{lang}{page}index.html"):
            if target in known:
                return target
    return ""


def _dump(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=0) + "\n").encode()
