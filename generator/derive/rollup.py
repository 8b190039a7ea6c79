"""Counts of units added up to a whole: only over units that partition it, otherwise the reason why not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.model.grouping import grouped
from generator.model.places import Place, Region
from generator.model.site import Site
from generator.model.tables import Dataset, Observation

from .exact import ADDS_UP, addable_kind
from .lineage import country_of
from .territory import day_of

RefusalReason = Literal["empty", "rate", "mixed", "not_exact", "twice", "not_a_part", "missing"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no sum is given, and the places that stand in the way.

    `empty`: no rows; `rate`: the unit does not add up; `mixed`: more than one year, indicator, unit, status, standard,
    producer or item; `not_exact`: a withheld or empty cell, or `trên …`; `twice`: a place more than once; `not_a_part`:
    a place that was no part of the whole that day; `missing`: a part of the whole that day without a row.
    """

    why: RefusalReason
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The sum of the rows of all parts of a whole. `rows` are those parts, each with its dataset's id; `printed` is the
    row of the same kind that is printed for the whole, if there is one."""

    whole: str
    total: Decimal
    rows: tuple[tuple[str, Observation], ...]
    printed: tuple[str, Observation] | None


def roll_ups(site: Site) -> tuple[RollUp, ...]:
    """Every sum that can be given of counts of the same year and kind, but those that a table prints with its parts:
    these are held against each other by the audit."""
    groups = grouped(
        (addable_kind(row), (dataset, row))
        for dataset in site.datasets.values()
        for row in dataset.rows
        if row.unit in ADDS_UP and not row.of
    )
    return tuple(roll_up for rows in groups.values() for roll_up in _of_kind(site, rows))


def roll_up(
    places: Mapping[str, Place], whole: str, rows: Sequence[Observation], day: date, regions: Iterable[Region] = ()
) -> Decimal | Refusal:
    """The sum of the rows of all units that made up `whole` on that day, or the reason why there is none.

    The day matters: a table made in 2017 speaks of the units of 2017, also in its column for 2020. A unit's first day
    that is only the day of the first list at hand does not keep it out. Rows of regions are parts of the country by the
    scheme of `regions` that they belong to, if each province of that day lies in just one of them.
    """
    if not rows:
        return Refusal("empty")
    if any(row.unit not in ADDS_UP for row in rows):
        return Refusal("rate")
    if len({(*addable_kind(row), row.of) for row in rows}) > 1:
        return Refusal("mixed")
    if inexact := tuple(row.place for row in rows if row.value is None or row.comparator != "eq"):
        return Refusal("not_exact", inexact)
    if twice := tuple(place for place, times in Counter(row.place for row in rows).items() if times > 1):
        return Refusal("twice", twice)
    parts = _parts(places, whole, day, rows[0].place, tuple(regions))
    if foreign := tuple(row.place for row in rows if row.place not in parts):
        return Refusal("not_a_part", foreign)
    told = {row.place for row in rows}
    if missing := tuple(place for place in parts if place not in told):
        return Refusal("missing", missing)
    return sum((row.value for row in rows if row.value is not None), Decimal(0))


def _parts(
    places: Mapping[str, Place], whole: str, day: date, part: str, regions: tuple[Region, ...]
) -> tuple[str, ...]:
    """What makes up a whole on a day: the units directly under it, or its regions where `part` is one of them."""
    under = tuple(place.id for place in places.values() if place.parent == whole and _stood(place, day))
    scheme = next((region.scheme for region in regions if region.id == part), None)
    if scheme is None:
        return under
    same_scheme = [
        region
        for region in regions
        if region.scheme == scheme and region.id in places and _stood(places[region.id], day)
    ]
    held = Counter(
        place for region in same_scheme for place in region.members if place in places and _stood(places[place], day)
    )
    return tuple(region.id for region in same_scheme) if held == Counter(under) else ()


def _of_kind(site: Site, rows: tuple[tuple[Dataset, Observation], ...]) -> Iterator[RollUp]:
    """The sums of rows of one kind, whole by whole."""
    country = country_of(site.places)
    regions = {region.id for region in site.regions}

    def whole_of(place: str) -> str:
        return country if place in regions else (site.places[place].parent or "") if place in site.places else ""

    units = [(dataset, row) for dataset, row in rows if row.row == "unit" and whole_of(row.place)]
    wholes = grouped(((whole_of(row.place), row.place in regions), (dataset, row)) for dataset, row in units)
    for (whole, _), parts in wholes.items():
        days = {day_of(row, dataset, site) for dataset, row in parts}
        if len(parts) < 2 or len(days) != 1 or any(row.place == whole and row.row == "total" for _, row in rows):
            continue
        total = roll_up(site.places, whole, [row for _, row in parts], days.pop(), site.regions)
        if isinstance(total, Decimal):
            printed = next(((dataset.id, row) for dataset, row in rows if row.place == whole), None)
            told = tuple((dataset.id, row) for dataset, row in parts)
            yield RollUp(whole=whole, total=total, rows=told, printed=printed)


def _stood(place: Place, day: date) -> bool:
    if place.from_known:
        return place.exists_on(day)
    return place.valid_to is None or day <= place.valid_to
