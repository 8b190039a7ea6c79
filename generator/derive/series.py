"""Tables to a place's numbers over time: what may stand on one line, and where and why a line breaks.

This is the one door: a line is drawn only between two points of a `Line`, and a `Line`, a `Series` or a `Grid` of
numbers that are not alike cannot be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from generator.model.grouping import grouped
from generator.model.records import Unit
from generator.model.site import Site
from generator.model.tables import Attribution, Comparator, Observation, Status

from .territory import Grounds, Territory, grounds, territory_of

Reason = Literal["standard", "producer", "territory", "unit", "indicator", "item"]
REASONS: tuple[Reason, ...] = get_args(Reason)
MEASURED: tuple[Status, ...] = ("result", "preliminary", "estimate")
PLANNED: tuple[Status, ...] = ("plan", "target")
STATUSES: tuple[Status, ...] = (*MEASURED, *PLANNED)
"""The kinds of number, what is final first."""


class Joined(ValueError):
    """Numbers that are not alike were put on one line or under one head. A fault of ours, never of an author."""

    def __init__(self, kind: SeriesKey, other: SeriesKey) -> None:
        super().__init__(f"{kind} and {other} differ in {', '.join(differ(kind, other))}: no line or column joins them")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesKey:
    """All that two numbers must share to stand on one line.

    `item` is what the numbers are of where one indicator is printed for several things (a budget's sources of money).
    """

    territory: Territory
    indicator: str
    unit: Unit
    standard: str
    producer: str
    item: str = ""

    @property
    def place(self) -> str:
        return self.territory.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number with all that it is, and the row of the dataset that it stands in (`line` of the CSV, from one)."""

    kind: SeriesKey
    year: int
    value: Decimal | None
    value_printed: str
    status: Status
    comparator: Comparator
    dataset: str
    line: int
    source: str
    note: str = ""
    attribution: Attribution = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The numbers of one kind by year, what is final first. Raises Joined where one is of another kind."""

    kind: SeriesKey
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        for point in self.points:
            if point.kind != self.kind:
                raise Joined(self.kind, point.kind)

    @property
    def place(self) -> str:
        return self.kind.place

    @property
    def indicator(self) -> str:
        return self.kind.indicator

    @property
    def unit(self) -> Unit:
        return self.kind.unit

    @property
    def standard(self) -> str:
        return self.kind.standard

    @property
    def producer(self) -> str:
        return self.kind.producer

    @property
    def item(self) -> str:
        return self.kind.item


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke between two numbers. Raises Joined where they are not alike."""

    start: Point
    end: Point

    def __post_init__(self) -> None:
        if self.start.kind != self.end.kind:
            raise Joined(self.start.kind, self.end.kind)


def series(site: Site, known: Grounds | None = None) -> tuple[Series, ...]:
    """Every series of the site, in the order in which the datasets first show it."""
    known = grounds(site) if known is None else known
    found: dict[SeriesKey, list[Point]] = {}
    for dataset in site.datasets.values():
        for row in dataset.rows:
            kind = SeriesKey(
                territory=territory_of(row, dataset, site, known), indicator=row.indicator, unit=row.unit,
                standard=row.standard, producer=row.producer, item=row.of,
            )  # fmt: skip
            found.setdefault(kind, []).append(_point(kind, dataset.id, row))
    return tuple(Series(kind=kind, points=tuple(sorted(points, key=_place_in_time))) for kind, points in found.items())


def series_of(all_series: Iterable[Series]) -> Mapping[str, tuple[Series, ...]]:
    """The series of each place, in their order."""
    return grouped((series.place, series) for series in all_series)


def lines(series: Series) -> Iterator[Line]:
    """The strokes of a series: from year to year, along one kind of number, and from the last measured to what follows.

    Nothing runs through a year without a number, nor to or from one with two: none of the two is the number.
    """
    last: dict[Status, Point] = {}
    twice = doubled(series)
    for point in series.points:
        if (point.year, point.status in MEASURED) in twice:
            continue
        told = [last[status] for status in (point.status, *MEASURED) if status in last]
        start = next((before for before in told if before.year == point.year - 1), None)
        if start is not None and start.value is not None and point.value is not None:
            yield Line(start, point)
        last[point.status] = point


def doubled(series: Series) -> Mapping[tuple[int, bool], tuple[Point, ...]]:
    """The years for which several measured numbers (True) or planned ones (False) do not say the same, with these."""
    numbers = (point for point in series.points if point.value is not None)
    told = grouped(((point.year, point.status in MEASURED), point) for point in numbers)
    return {year: points for year, points in told.items() if len({(p.value, p.comparator) for p in points}) > 1}


def differ(kind: SeriesKey, other: SeriesKey) -> tuple[Reason, ...]:
    """Why two numbers may not be joined; nothing where they may."""
    return tuple(reason for reason in REASONS if getattr(kind, reason) != getattr(other, reason))


def in_time(segments: Iterable[Series]) -> list[Series]:
    """Series by their first and last year; empty ones are left out."""
    return sorted(
        (segment for segment in segments if segment.points),
        key=lambda segment: (segment.points[0].year, segment.points[-1].year),
    )


def _point(kind: SeriesKey, dataset: str, row: Observation) -> Point:
    return Point(
        kind=kind, year=row.year, value=row.value, value_printed=row.value_printed, status=row.status,
        comparator=row.comparator, dataset=dataset, line=row.line, source=row.source, note=row.note,
        attribution=row.attribution,
    )  # fmt: skip


def _place_in_time(point: Point) -> tuple[int, int, str, int]:
    return point.year, STATUSES.index(point.status), point.dataset, point.line
