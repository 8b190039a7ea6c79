"""The changes of each place, what lies under it, and which plans concern it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from generator.model.places import Change, Place
from generator.model.plan import Plan
from generator.model.site import Site

from .lineage import Changes, units_above
from .plans import newest_first


def before(site: Site) -> Changes:
    """For each place the changes that made it, by day."""
    return _by(site.changes, lambda change: change.after)


def after(site: Site) -> Changes:
    """For each place the changes that ended or altered it, by day."""
    return _by(site.changes, lambda change: change.before)


def children(site: Site) -> Mapping[str, tuple[str, ...]]:
    """For each place the units directly under it, of any period, in the order of their ids."""
    found: dict[str, list[str]] = {}
    for place in site.places.values():
        if place.parent:
            found.setdefault(place.parent, []).append(place.id)
    return {parent: tuple(values) for parent, values in found.items()}


def plans_of(site: Site) -> Mapping[str, tuple[str, ...]]:
    """For each place the plans that concern it: its own, then those of a unit above it, then those that name it.

    A plan of a unit above concerns a place if both existed on the day of the plan. Within each kind the latest first.
    """
    plans = newest_first(site)
    own: dict[str, list[Plan]] = {}
    named: dict[str, list[Plan]] = {}
    for plan in plans:
        own.setdefault(plan.place, []).append(plan)
        for id in plan.places:
            named.setdefault(id, []).append(plan)
    found: dict[str, tuple[str, ...]] = {}
    for place in site.places.values():
        above = [
            plan
            for unit in units_above(place.id, site.places)
            for plan in own.get(unit.id, ())
            if _both(unit, place, plan.date)
        ]
        ids = dict.fromkeys(plan.id for plan in (*own.get(place.id, ()), *above, *named.get(place.id, ())))
        if ids:
            found[place.id] = tuple(ids)
    return found


def _by(changes: Iterable[Change], end: Callable[[Change], str]) -> Changes:
    found: dict[str, list[Change]] = {}
    for change in sorted(changes, key=lambda change: (change.day, change.before, change.after)):
        found.setdefault(end(change), []).append(change)
    return {place: tuple(values) for place, values in found.items()}


def _both(place: Place, other: Place, day: date) -> bool:
    return place.exists_on(day) and other.exists_on(day)
