"""Numbers of many places in columns: a column is of one indicator, standard, producer, kind of number and year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.grouping import grouped
from generator.model.records import Unit
from generator.model.tables import Status

from .series import STATUSES, Joined, Point, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """What every number of a column is."""

    indicator: str
    unit: Unit
    standard: str
    producer: str
    status: Status
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number in its column. `moved`: the ground of the place is another than that of the number to its left."""

    point: Point
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """The numbers of a place (and item) under the heads of its grid; None where there is none."""

    place: str
    item: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Numbers of one indicator that one body made. Raises Joined where a number is not of its column.

    Heads stand by standard, and within one by year, so that what may be compared stands together.
    """

    heads: tuple[GridColumn, ...]
    lines: tuple[GridLine, ...]

    def __post_init__(self) -> None:
        for line in self.lines:
            before: Point | None = None
            for head, cell in zip(self.heads, line.cells, strict=True):
                if cell is None:
                    continue
                point = cell.point
                if head_of(point) != head or point.kind.place != line.place:
                    raise Misplaced(f"{point} does not belong under {head} of {line.place}")
                if before is not None and cell.moved != (before.kind.territory != point.kind.territory):
                    raise Joined(before.kind, point.kind)
                before = point


class Misplaced(ValueError):
    """A number stands in a column of other numbers. A fault of ours, never of an author."""


def head_of(point: Point) -> GridColumn:
    """The only column that a number may stand in."""
    kind = point.kind
    return GridColumn(
        indicator=kind.indicator,
        unit=kind.unit,
        standard=kind.standard,
        producer=kind.producer,
        status=point.status,
        year=point.year,
    )


def grids(found: Iterable[Series]) -> Iterator[Grid]:
    """The series of one indicator as grids: one for each producer and unit, those with the most numbers first."""
    kinds = grouped(((series.producer, series.unit), point) for series in found for point in series.points)
    for points in sorted(kinds.values(), key=len, reverse=True):
        yield grid(points)


def grid(points: Iterable[Point]) -> Grid:
    """Numbers under their heads, places in the order in which they come.

    A number that another stands beside (a year printed twice, by two sources) is on a line of its own.
    """
    numbers = list(points)
    heads = tuple(_in_order({head_of(point) for point in numbers}))
    lines: dict[tuple[str, str, int], dict[GridColumn, Point]] = {}
    for point in numbers:
        head, number = head_of(point), 0
        while head in (line := lines.setdefault((point.kind.place, point.kind.item, number), {})):
            number += 1
        line[head] = point
    # The twins of a place stand under it.
    order = {key[:2]: place for place, key in reversed(list(enumerate(lines)))}
    keys = sorted(lines, key=lambda key: (order[key[:2]], key[2]))
    return Grid(
        heads=heads,
        lines=tuple(GridLine(place=key[0], item=key[1], cells=_cells(heads, lines[key])) for key in keys),
    )


def _in_order(heads: Iterable[GridColumn]) -> list[GridColumn]:
    """By standard, as the first year of each has it; within one by year, what is final first."""
    columns = list(heads)
    first = {
        column.standard: min(head.year for head in columns if head.standard == column.standard) for column in columns
    }
    last = {
        column.standard: max(head.year for head in columns if head.standard == column.standard) for column in columns
    }
    return sorted(
        columns,
        key=lambda column: (
            first[column.standard], last[column.standard], column.standard, column.year, STATUSES.index(column.status),
            column.indicator, column.producer, column.unit,
        ),
    )  # fmt: skip


def _cells(heads: tuple[GridColumn, ...], found: dict[GridColumn, Point]) -> tuple[Cell | None, ...]:
    cells: list[Cell | None] = []
    before: Point | None = None
    for head in heads:
        point = found.get(head)
        if point is None:
            cells.append(None)
            continue
        moved = before is not None and before.kind.territory != point.kind.territory
        cells.append(Cell(point=point, moved=moved))
        before = point
    return tuple(cells)
