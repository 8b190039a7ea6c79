"""Where two bodies give two numbers for one place and year: shown side by side, never joined and never averaged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.places import Place

from .series import MEASURED, Point, Series

LEVELS = ("country", "region", "province", "district", "commune", "village")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Numbers of one indicator, unit, item, ground and year from two producers or more: one of each, the final one."""

    place: str
    year: int
    points: tuple[Point, ...]


def disagreements(found: Iterable[Series], places: Mapping[str, Place]) -> tuple[Disagreement, ...]:
    """Every place and year for which two bodies measured, and do not say the same.

    What serves best as an example comes first: final numbers before others, the country before its parts, later years
    before earlier ones.
    """
    both: dict[tuple[object, ...], dict[str, Point]] = {}
    for series in found:
        for point in series.points:
            if point.status in MEASURED and point.value is not None and point.comparator == "eq":
                kind = point.kind
                key = (kind.territory, kind.indicator, kind.unit, kind.item, point.year)
                both.setdefault(key, {}).setdefault(kind.producer, point)
    told = [
        Disagreement(place=points[0].kind.place, year=points[0].year, points=points)
        for points in (tuple(by_producer.values()) for by_producer in both.values())
        if _apart(points)
    ]
    return tuple(sorted(told, key=lambda disagreement: _rank(disagreement, places)))


def _apart(points: tuple[Point, ...]) -> bool:
    """Whether the numbers differ by more than the rounding of the one with the fewest decimals: 17.6 is 17.64."""
    values = [point.value for point in points if point.value is not None]
    coarse = max(int(value.as_tuple().exponent) for value in values)
    return max(values) - min(values) > Decimal(5).scaleb(coarse - 1)


def _rank(disagreement: Disagreement, places: Mapping[str, Place]) -> tuple[bool, int, int, str]:
    place = places.get(disagreement.place)
    level = LEVELS.index(place.level) if place else len(LEVELS)
    return any(point.status != "result" for point in disagreement.points), level, -disagreement.year, disagreement.place
