"""The changes of each place, what lies under it, and which plans concern it."""

from collections.abc import Callable, Iterable, Mapping

from generator.model.grouping import grouped
from generator.model.places import Change
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
    return grouped((place.parent, place.id) for place in site.places.values() if place.parent)


def plans_of(site: Site) -> Mapping[str, tuple[str, ...]]:
    """For each place the plans that concern it: its own, then those of a unit above it, then those that name it.

    A plan of a unit above concerns a place if both existed on the day of the plan. Within each kind the latest first.
    """
    plans = newest_first(site)
    own = grouped((plan.place, plan) for plan in plans)
    named = grouped((id, plan) for plan in plans for id in plan.places)
    found: dict[str, tuple[str, ...]] = {}
    for place in site.places.values():
        above = [
            plan
            for unit in units_above(place.id, site.places)
            for plan in own.get(unit.id, ())
            if plan.day is None or (unit.exists_on(plan.day) and place.exists_on(plan.day))
        ]
        ids = dict.fromkeys(plan.id for plan in (*own.get(place.id, ()), *above, *named.get(place.id, ())))
        if ids:
            found[place.id] = tuple(ids)
    return found


def _by(changes: Iterable[Change], end: Callable[[Change], str]) -> Changes:
    ordered = sorted(changes, key=lambda change: (change.day, change.before, change.after))
    return grouped((end(change), change) for change in ordered)
