"""The numbers that a reader's own comparison draws: one JSON an indicator, series by series."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.derive.facts import Facts
from generator.derive.once import once
from generator.derive.series import Point, Series
from generator.model.output import Output
from generator.site.urls import URLS

from .recipes import JsonRecipe

FEWEST = 2


def outputs(facts: Facts) -> Iterator[Output]:
    """A file for every indicator that two places or more have numbers of."""
    for indicator in facts.site.indicators:
        if can_be_compared(indicator, facts):
            yield Output(URLS.comparison_data(f"{indicator}.json"), JsonRecipe(), _file(indicator, facts))


def can_be_compared(indicator: str, facts: Facts) -> bool:
    """Whether two places or more have numbers of an indicator."""
    return len(_places(facts).get(indicator, ())) >= FEWEST


@once
def _places(facts: Facts) -> Mapping[str, set[str]]:
    """The places that have numbers of each indicator."""
    found: dict[str, set[str]] = {}
    for series in facts.series:
        found.setdefault(series.indicator, set()).add(series.place)
    return found


def _file(indicator: str, facts: Facts) -> Mapping[str, Any]:
    """Places, standards and producers by id, and the series. A point is year, number (with its decimals, so in quotes),
    print, kind, bound, the dataset's place in `datasets`, the line of its CSV, and whether its producer is inferred."""
    site = facts.site
    own = [series for series in facts.series if series.indicator == indicator]
    datasets = list(dict.fromkeys(point.dataset for series in own for point in series.points))
    known = site.indicators[indicator]
    return {
        "indicator": indicator,
        "name": known.name,
        "places": {id: _place(id, facts) for id in dict.fromkeys(series.place for series in own)},
        "standards": {
            id: site.standards[id].short if id in site.standards else {}
            for id in sorted({series.standard for series in own})
        },
        "producers": {
            id: site.agencies[id].name if id in site.agencies else {}
            for id in sorted({series.producer for series in own})
        },
        "datasets": datasets,
        "series": [_series(series, datasets) for series in own],
    }


def _place(id: str, facts: Facts) -> Mapping[str, Any]:
    place = facts.site.places.get(id)
    if place is None:
        return {"name": id, "level": "", "of": "", "until": None}
    parent = facts.site.places.get(place.parent or "")
    of = parent.full_name if parent and parent.level != "country" else ""
    return {"name": place.full_name, "level": place.level, "of": of, "until": _written(place.valid_to)}


def _series(series: Series, datasets: list[str]) -> Mapping[str, Any]:
    ground = series.kind.territory
    return {
        "place": series.place,
        "since": _written(ground.since),
        "until": _written(ground.until),
        "unit": series.unit,
        "item": series.item,
        "standard": series.standard,
        "producer": series.producer,
        "points": [_point(point, datasets) for point in series.points],
    }


def _point(point: Point, datasets: list[str]) -> list[Any]:
    return [
        point.year, None if point.value is None else f"{point.value:f}", point.value_printed, point.status,
        point.comparator, datasets.index(point.dataset), point.line,
        point.attribution == "inferred",
    ]  # fmt: skip


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
