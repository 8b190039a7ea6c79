"""The lineage of places: the units above one, the ways along changes of borders, and what became of one."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.grouping import grouped
from generator.model.places import Change, Place, Relation
from generator.model.site import Site

Changes = Mapping[str, tuple[Change, ...]]
SUCCESSION: tuple[Relation, ...] = ("whole", "part")
"""How the ground of a unit goes over to another of its level; a border that moved is no such change."""
GROUND: tuple[Relation, ...] = (*SUCCESSION, "within")
"""The same, or the ground came to lie in a unit of another level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a place that is no more.

    `last` is its last day; `successors` are the units of today that hold its ground, `same_level` those of them that
    are of its own level, `provinces` the provinces of today that its ground lies in. `alone`: its successors hold the
    ground of no other former unit of its level.
    """

    last: date | None
    successors: tuple[Place, ...]
    same_level: tuple[Place, ...]
    provinces: tuple[Place, ...]
    alone: bool


def units_above(id: str, places: Mapping[str, Place]) -> tuple[Place, ...]:
    """The units above a place, the nearest first. A circle is walked once, and so ends with the place itself."""
    found: list[Place] = []
    place = places.get(id)
    while place and (place := places.get(place.parent or "")) and place not in found:
        found.append(place)
    return tuple(found)


def province_of(id: str, places: Mapping[str, Place]) -> Place | None:
    """The province that a place is, or lies in; None for a unit above all provinces."""
    own = (places[id],) if id in places else ()
    return next((place for place in (*own, *units_above(id, places)) if place.level == "province"), None)


def country_of(places: Mapping[str, Place]) -> str:
    """The country; nothing where no unit is one."""
    return next((place.id for place in places.values() if place.level == "country"), "")


def came_from(id: str, before: Changes, relations: Collection[Relation] = SUCCESSION) -> tuple[str, ...]:
    """The units that a place came from, and those that they came from, the nearest first."""
    return reached(id, lambda unit: (change.before for change in before.get(unit, ()) if change.relation in relations))


def went_to(id: str, after: Changes, stop: Callable[[str], bool] = lambda unit: False) -> tuple[str, ...]:
    """The units that the ground of a place went over to, and those that it went to from there, the nearest first."""

    def steps(unit: str) -> Iterable[str]:
        return (change.after for change in after.get(unit, ()) if change.relation in GROUND)

    return reached(id, steps, stop)


def reached(
    start: str, steps: Callable[[str], Iterable[str]], stop: Callable[[str], bool] = lambda unit: False
) -> tuple[str, ...]:
    """All units on the ways from a place, in the order in which they are met, and none beyond one where a way stops.

    A circle is walked once.
    """
    found, waiting = dict.fromkeys([start]), [start]
    while waiting:
        for unit in steps(waiting.pop(0)):
            if unit not in found:
                found[unit] = None
                if not stop(unit):
                    waiting.append(unit)
    return tuple(found)[1:]


def today(site: Site, after: Changes) -> Mapping[str, tuple[str, ...]]:
    """For each place that is no more, the units of `as_of` that its ground belongs to, through all changes between.

    A border that moved while both units lived on is no such change: what a unit gave away was not its own at its end.
    """
    alive = {place.id for place in site.places.values() if place.exists_on(site.config.as_of)}
    found = {
        id: tuple(unit for unit in went_to(id, after, alive.__contains__) if unit in alive)
        for id in site.places
        if id not in alive
    }
    return {id: units for id, units in found.items() if units}


def formerly(now: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """For each unit of today the former places whose ground it holds, wholly or in part: `today`, read backwards."""
    return grouped((unit, old) for old, units in now.items() for unit in units)


def fates(site: Site, now: Mapping[str, tuple[str, ...]], then: Mapping[str, tuple[str, ...]]) -> Mapping[str, Fate]:
    """What became of each place that no longer exists on `as_of`; `now` and `then` as `today` and `formerly` give."""
    places = site.places
    found = {}
    for id, place in places.items():
        if place.exists_on(site.config.as_of):
            continue
        units = tuple(places[unit] for unit in now.get(id, ()))
        provinces = dict.fromkeys(province.id for unit in units if (province := province_of(unit.id, places)))
        others = {other for unit in units for other in then[unit.id] if places[other].level == place.level}
        found[id] = Fate(
            last=place.valid_to,
            successors=units,
            same_level=tuple(unit for unit in units if unit.level == place.level),
            provinces=tuple(places[province] for province in provinces),
            alone=others == {id},
        )
    return found
