"""Releases: what was published on which day, what changed, and where each page stands as it was."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.release import Change, Release
from generator.site.formats import day
from generator.site.urls import URLS

from ..page import Link, PageKind, View, Words, doc

SHOWN = 200
"""How many changes of a kind stand on the page; the file has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLine:
    """A release in the list."""

    href: str = doc("its page")
    date: datetime.date = doc("its day")
    number: int = doc("its number, from one")
    changes: int = doc("how many things changed since the release before")
    digest: str = doc("the digest of its record")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesView(View):
    """The list of releases."""

    releases: tuple[ReleaseLine, ...] = doc("all releases, the newest first")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedKind:
    """What changed of a kind."""

    kind: str = doc("plans, provisions, commitments, numbers …")
    what: str = doc("added, changed or removed")
    count: int = doc("how many")
    links: tuple[Link, ...] = doc("the things themselves, as many as are shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView(View):
    """One release."""

    line: ReleaseLine = doc("the release as the list shows it")
    first: bool = doc("whether none was before it")
    newer: Link | None = doc("the release after it; none for the newest")
    older: Link | None = doc("the release before it")
    changed: tuple[ChangedKind, ...] = doc("what changed since the release before, kind by kind")
    files: int = doc("how many files were published")
    frozen: int = doc("how many pages are kept as they stood")
    record: str = doc("its record, from the root of the site")
    changes: str = doc("what changed, as JSON, from the root of the site")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[ReleasesView]:
    """The one list."""
    yield ReleasesView(
        lang=lang,
        path=URLS.section("releases"),
        title=words["release.list_title"],
        description=words["release.list_description"],
        section="releases",
        releases=tuple(_line(release) for release in reversed(facts.site.releases)),
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[ReleaseView]:
    """One page a release."""
    known = facts.site.releases
    for at, release in enumerate(known):
        yield ReleaseView(
            lang=lang,
            path=URLS.edition(release.date.isoformat()),
            title=words["release.title"].format(date=day(release.date, words)),
            description=words["release.description"].format(date=day(release.date, words), count=len(release.files)),
            section="releases",
            crumbs=(Link(href=URLS.section("releases"), label=words["release.list_title"]),),
            line=_line(release),
            first=at == 0,
            newer=_link(known[at + 1], words) if at + 1 < len(known) else None,
            older=_link(known[at - 1], words) if at else None,
            changed=_changed(release.changes),
            files=len(release.files),
            frozen=sum(path.endswith("index.html") for path in release.frozen),
            record=URLS.edition(release.date.isoformat(), "release.json"),
            changes=URLS.edition(release.date.isoformat(), "thay-doi.json"),
        )


def _line(release: Release) -> ReleaseLine:
    return ReleaseLine(
        href=URLS.edition(release.date.isoformat()),
        date=release.date,
        number=release.number,
        changes=len(release.changes),
        digest=release.digest,
    )


def _link(release: Release, words: Words) -> Link:
    return Link(href=URLS.edition(release.date.isoformat()), label=day(release.date, words))


def _changed(changes: tuple[Change, ...]) -> tuple[ChangedKind, ...]:
    counts = Counter((change.kind, change.what) for change in changes)
    return tuple(
        ChangedKind(
            kind=kind,
            what=what,
            count=count,
            links=tuple(
                Link(href="" if what == "removed" else _href(kind, change.id), label=change.id)
                for change in changes
                if (change.kind, change.what) == (kind, what)
            )[:SHOWN],
        )
        for (kind, what), count in counts.items()
    )


def _href(kind: str, id: str) -> str:
    """Where a thing stands; empty for what has no page of its own."""
    above, _, name = id.rpartition("/")
    if kind == "plans":
        return URLS.plan(id)
    if kind == "provisions":
        return URLS.provision(above, name)
    if kind in ("commitments", "criteria"):
        return URLS.commitment(above, name)
    if kind == "numbers":
        return URLS.dataset(above)
    if kind == "datasets":
        return URLS.dataset(id)
    if kind == "charts":
        return URLS.chart(id)
    return URLS.policy(id) if kind == "policies" else ""


LIST = PageKind("releases", "releases.html", ReleasesView, lists)
KIND = PageKind("release", "release.html", ReleaseView, views)
