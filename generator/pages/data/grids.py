"""Numbers of many places as tables for readers: a table a body that made them, columns by standard and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.derive.facts import Facts
from generator.derive.grid import Cell, Grid, GridLine, grids
from generator.derive.series import PLANNED, Point, Series
from generator.site.formats import bound, number

from ..figures.sources import made_by, printed_at, row_of, source_link
from ..page import Link, Words, doc
from ..parts.links import place_link
from ..parts.tables import row_href, standard_name


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A number of a grid."""

    text: str = doc("the number as the page's language writes it, or what the source prints; empty for none")
    href: str = doc("its row in the dataset")
    moved: bool = doc("whether the ground of the place is another than that of the number to its left")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """The numbers of a place."""

    place: Link = doc("the place")
    item: str = doc("what the numbers are of, where there are several things; in Vietnamese")
    cells: tuple[GridCell, ...] = doc("a number for each column")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridHead:
    """A column: numbers of one standard, kind and year."""

    year: int = doc("the year")
    status: str = doc("the kind of number")
    planned: bool = doc("whether the numbers are intended, not measured")
    first: bool = doc("whether another standard ends to its left: what lies on the two sides is not compared")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridTable:
    """Numbers of one indicator that one body made."""

    producer: str = doc("who made them")
    unit: str = doc("what they count")
    standards: tuple[tuple[str, int], ...] = doc("the upper heading: a standard, and how many columns it has")
    heads: tuple[GridHead, ...] = doc("the columns")
    rows: tuple[GridRow, ...] = doc("a row a place")
    moved: bool = doc("whether a number in it is of another ground than the one to its left")
    sources: tuple[Link, ...] = doc("where they are printed; no address where that has no page")


def grid_tables(found: Iterable[Series], facts: Facts, lang: str, words: Words) -> tuple[GridTable, ...]:
    """The series of one indicator as tables, those with the most numbers first."""
    return tuple(grid_table(grid, facts, lang, words) for grid in grids(found))


def grid_table(grid: Grid, facts: Facts, lang: str, words: Words) -> GridTable:
    """A grid as a table: its numbers lead to their rows, its foot to where they are printed."""
    first = grid.heads[0]
    standards = tuple(
        (standard_name(standard, facts, lang), len(list(heads)))
        for standard, heads in groupby(head.standard for head in grid.heads)
    )
    points = tuple(cell.point for line in grid.lines for cell in line.cells if cell is not None)
    places = dict.fromkeys((point.source, point.dataset) for point in points)
    sources = (printed_at(*place, facts.site, lang, words) for place in places)
    return GridTable(
        producer=made_by(
            (row_of(facts.site.datasets[point.dataset], point.line) for point in points), facts, lang, words
        ),
        unit=words[f"indicator.unit.{first.unit}"],
        standards=standards,
        heads=tuple(
            GridHead(
                year=head.year,
                status=words[f"figure.status.{head.status}"],
                planned=head.status in PLANNED,
                first=index > 0 and grid.heads[index - 1].standard != head.standard,
            )
            for index, head in enumerate(grid.heads)
        ),
        rows=tuple(_row(line, facts, lang, words) for line in grid.lines),
        moved=any(cell is not None and cell.moved for line in grid.lines for cell in line.cells),
        sources=tuple(source_link(source, lang) for source in sources),
    )


def written(point: Point, words: Words) -> str:
    """A number as the language writes it, with what bounds it; what the source prints where that is no number."""
    if point.value is None:
        return point.value_printed
    return bound(point.comparator, number(point.value, words), words)


def _row(line: GridLine, facts: Facts, lang: str, words: Words) -> GridRow:
    return GridRow(
        place=place_link(line.place, facts, lang),
        item=line.item,
        cells=tuple(_cell(cell, facts, words) for cell in line.cells),
    )


def _cell(cell: Cell | None, facts: Facts, words: Words) -> GridCell:
    if cell is None:
        return GridCell(text="", href="", moved=False)
    point = cell.point
    href = row_href(facts.site.datasets[point.dataset], point.line)
    return GridCell(text=written(point, words) or "–", href=href, moved=cell.moved)
