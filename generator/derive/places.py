"""What a place was and became, what lies under it, and which plans concern it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from generator.model.places import Change, Place
from generator.model.plan import Plan
from generator.model.site import Site

Changes = Mapping[str, tuple[Change, ...]]


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
    return {parent: tuple(ones) for parent, ones in found.items()}


def today(site: Site, afterwards: Changes) -> Mapping[str, tuple[str, ...]]:
    """For each place that is no more, the units of `as_of` that its ground belongs to, through all changes between.

    A border that moved while both units lived on is no such change: what a unit gave away was not its own at its end.
    """
    alive = {place.id for place in site.places.values() if place.exists_on(site.config.as_of)}
    gone = [place for place in site.places if place not in alive]
    steps = {
        place: [change.after for change in changes if change.relation != "boundary"]
        for place, changes in afterwards.items()
    }
    return {place: ends for place in gone if (ends := _ends(place, alive, steps))}


def formerly(now: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """For each unit of today the former places whose ground it holds, wholly or in part: `today`, read backwards."""
    found: dict[str, list[str]] = {}
    for old, ends in now.items():
        for end in ends:
            found.setdefault(end, []).append(old)
    return {place: tuple(olds) for place, olds in found.items()}


def plans_of(site: Site) -> Mapping[str, tuple[str, ...]]:
    """For each place the plans that concern it: its own, then those of a unit above it, then those that name it.

    A plan of a unit above concerns a place if both existed on the day of the plan. Within each kind the latest first.
    """
    plans = sorted(site.plans.values(), key=lambda plan: (-plan.date.toordinal(), plan.id))
    own: dict[str, list[Plan]] = {}
    named: dict[str, list[Plan]] = {}
    for plan in plans:
        own.setdefault(plan.place, []).append(plan)
        for id in plan.places:
            named.setdefault(id, []).append(plan)
    found: dict[str, tuple[str, ...]] = {}
    for place in site.places.values():
        above = [plan for one in _above(site, place) for plan in own.get(one.id, ()) if _both(one, place, plan.date)]
        ids = dict.fromkeys(plan.id for plan in (*own.get(place.id, ()), *above, *named.get(place.id, ())))
        if ids:
            found[place.id] = tuple(ids)
    return found


def _by(changes: Iterable[Change], end: Callable[[Change], str]) -> Changes:
    found: dict[str, list[Change]] = {}
    for change in sorted(changes, key=lambda one: (one.day, one.before, one.after)):
        found.setdefault(end(change), []).append(change)
    return {place: tuple(ones) for place, ones in found.items()}


def _ends(start: str, alive: set[str], steps: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Where the ways from a place lead, in the order in which they are met; a circle is walked once."""
    seen, waiting, ends = {start}, [start], []
    while waiting:
        here = waiting.pop(0)
        for there in steps.get(here, ()):
            if there not in seen:
                seen.add(there)
                if there in alive:
                    ends.append(there)
                else:
                    waiting.append(there)
    return tuple(ends)


def _above(site: Site, place: Place) -> list[Place]:
    """The units above a place, the nearest first."""
    found: list[Place] = []
    while place.parent and (parent := site.places.get(place.parent)) and parent not in found:
        found.append(parent)
        place = parent
    return found


def _both(one: Place, other: Place, day: date) -> bool:
    return one.exists_on(day) and other.exists_on(day)
