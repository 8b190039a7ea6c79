"""Rules for administrative units: their parents, their periods, their changes."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.derive.lineage import units_above
from generator.model.diagnostic import Diagnostic
from generator.model.places import Place

from .known import Known


def references(known: Known) -> Iterator[Diagnostic]:
    """Every unit and every source that a unit or a change names is there."""
    for place in known.site.places.values():
        yield from known.missing("place", place.parent, place.source_of, "parent")
        for id in place.sources:
            yield from known.missing("reference", id, place.source_of, "sources")
    for change in known.site.changes:
        yield from known.missing("place", change.before, change.source_of, "before")
        yield from known.missing("place", change.after, change.source_of, "after")
        for id in change.sources:
            yield from known.missing("reference", id, change.source_of, "sources")


def parents(known: Known) -> Iterator[Diagnostic]:
    """A unit lies in a parent that exists all the time, and never in itself."""
    places = known.site.places
    for place in places.values():
        path = tuple(unit.id for unit in units_above(place.id, places))
        if place.id in path:
            values = {"id": place.id, "path": " → ".join((place.id, *path))}
            if place.id == min(path):  # a circle is one mistake, told at one of its members
                yield Diagnostic("parent-cycle", place.source_of.at("parent"), values)
            continue
        parent = places.get(place.parent or "")
        if parent is not None and not _covers(parent, place):
            yield Diagnostic("parent-not-then", place.source_of.at("parent"), {"id": place.id, "parent": parent.id})


def _covers(parent: Place, child: Place) -> bool:
    """Whether a parent exists from the child's first day to its last; a first day that is not known is no proof."""
    begins = not parent.from_known or not child.from_known or parent.valid_from is None or child.valid_from is None
    ends = parent.valid_to is None or (child.valid_to is not None and child.valid_to <= parent.valid_to)
    return ends and (begins or _first(parent) <= _first(child))


def _first(place: Place) -> date:
    return place.valid_from or date.min


def _last(place: Place) -> date:
    return place.valid_to or date.max


def periods(known: Known) -> Iterator[Diagnostic]:
    """A code belongs to one unit of a level at a time."""
    by_code: dict[tuple[str, str], list[Place]] = {}
    for place in known.site.places.values():
        if place.code:
            by_code.setdefault((place.level, place.code), []).append(place)
    for group in by_code.values():
        group.sort(key=lambda place: (_first(place), place.id))
        for before, after in pairwise(group):
            if _first(after) <= _last(before):
                values = {"code": after.code, "id": after.id, "other": before.id}
                yield Diagnostic("period-overlap", after.source_of.at("code"), values)


def changes(known: Known) -> Iterator[Diagnostic]:
    """What changes on a day existed until the day before, and what it becomes exists from that day."""
    places = known.site.places
    for change in known.site.changes:
        eve = change.day - timedelta(days=1)
        for field, id, day in (("before", change.before, eve), ("after", change.after, change.day)):
            if id in places and not places[id].exists_on(day):
                yield Diagnostic("change-not-then", change.source_of.at(field), {"id": id, "day": day.isoformat()})


def agencies(known: Known) -> Iterator[Diagnostic]:
    """A body of a unit that is no more says what became of it."""
    as_of = known.site.config.as_of
    for agency in known.site.agencies.values():
        place = known.site.places.get(agency.place or "")
        if agency.nature == "body" and not agency.fate and place and place.valid_to and place.valid_to < as_of:
            values = {"place": place.id, "date": place.valid_to.isoformat()}
            yield Diagnostic("agency-without-fate", agency.source_of.at("place"), values)
