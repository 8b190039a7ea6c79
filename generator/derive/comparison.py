"""Places side by side: only numbers that are alike in all but the place, and for the others the reason why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.grouping import grouped
from generator.model.records import Unit
from generator.model.site import Site

from .lineage import country_of
from .series import Series, in_time

Why = Literal["none", "alone", "unit", "producer", "standard", "year"]
FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The series of one place that can be held against those of another, by time."""

    place: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Places with numbers of one indicator, unit, item and producer; in each standard two places at least."""

    indicator: str
    unit: Unit
    item: str
    producer: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A series that is not compared, and why; no series where a place has no number at all (`none`).

    `alone`: no other place has a number of the indicator; `unit`, `producer`, `standard`: no other place has a number
    of the same; `year`: none of the same year and kind.
    """

    place: str
    why: Why
    series: Series | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSet:
    """Places that are worth comparing: the country's regions, a region's provinces, a province's districts, a
    district's communes. `whole` is the place that they are of."""

    id: str
    whole: str
    members: tuple[str, ...]


def compare(
    places: Sequence[str], found: Mapping[str, Sequence[Series]], indicator: str
) -> tuple[tuple[Comparison, ...], tuple[LeftOut, ...]]:
    """What of an indicator can be compared between places, in their order, and what cannot.

    A series is comparable if another place has one of the same unit, item, producer and standard with a number of the
    same year and kind (a result is not held against a plan).
    """
    own = [
        series
        for place in places
        for series in found.get(place, ())
        if series.indicator == indicator and _years(series)
    ]
    told = {series.place for series in own}
    left = [LeftOut(place=place, why="none") for place in places if place not in told]
    alike: dict[tuple[Unit, str, str], list[Series]] = {}
    shared: dict[tuple[object, ...], set[str]] = {}
    for series in own:
        for key in (*_steps(series), *_numbers(series)):
            shared.setdefault(key, set()).add(series.place)
    for series in own:
        why = _obstacle(series, shared)
        if why is None:
            alike.setdefault((series.unit, series.item, series.producer), []).append(series)
        else:
            left.append(LeftOut(place=series.place, why=why, series=series))
    return tuple(
        Comparison(
            indicator=indicator,
            unit=unit,
            item=item,
            producer=producer,
            panels=tuple(
                Panel(place=place, series=tuple(in_time(mine)))
                for place in places
                if (mine := [series for series in comparable if series.place == place])
            ),
        )
        for (unit, item, producer), comparable in alike.items()
    ), tuple(left)


def sets(site: Site, found: Mapping[str, Sequence[Series]]) -> tuple[PlaceSet, ...]:
    """The sets of places with a page of their own: those in which two places have numbers.

    Regions keep all their provinces, also those without numbers, which a page then names. Of districts and communes
    only those with numbers are taken: the others are units of other years.
    """
    country = country_of(site.places)
    schemes = grouped((region.scheme, region.id) for region in site.regions)
    place_sets = [PlaceSet(id=f"{country}-{scheme}", whole=country, members=ids) for scheme, ids in schemes.items()]
    place_sets += [PlaceSet(id=region.id, whole=region.id, members=region.members) for region in site.regions]
    under = grouped(
        (place.parent, place.id)
        for place in site.places.values()
        if place.parent and place.level in ("district", "commune") and place.id in found
    )
    place_sets += [PlaceSet(id=id, whole=id, members=ids) for id, ids in sorted(under.items())]
    return tuple(place_set for place_set in place_sets if sum(place in found for place in place_set.members) >= FEWEST)


def _obstacle(series: Series, shared: Mapping[tuple[object, ...], set[str]]) -> Why | None:
    """What keeps a series from being compared with any of another place; None where nothing does.

    `shared` are the places with a series of each of `_steps`, and with a number of each of `_numbers`.
    """
    reasons: tuple[Why, ...] = ("alone", "unit", "producer", "standard")
    for why, key in zip(reasons, _steps(series), strict=True):
        if len(shared[key]) < FEWEST:
            return why
    return None if any(len(shared[key]) >= FEWEST for key in _numbers(series)) else "year"


def _steps(series: Series) -> tuple[tuple[object, ...], ...]:
    """What a series shares with others, step by step closer: the indicator, unit and item, producer, standard."""
    whole = (series.unit, series.item, series.producer, series.standard)
    return (), whole[:2], whole[:3], whole


def _numbers(series: Series) -> list[tuple[object, ...]]:
    """The closest that two series come: all of `_steps`, and a number of one year and kind."""
    return [(*_steps(series)[-1], *year) for year in _years(series)]


def _years(series: Series) -> set[tuple[int, str]]:
    """The years that a series has a number for, each with the kind of number."""
    return {(point.year, point.status) for point in series.points if point.value is not None}
