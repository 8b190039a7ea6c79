"""No line of a picture and no column of a table joins two standards or two producers; a planted join is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from generator.charts.figure import Figure
from generator.derive.series import MEASURED, PLANNED
from generator.model.tables import Observation
from generator.pages.figures import figures
from generator.pages.parts.tables import producer_name, standard_name
from tests.portal import facts, html, outputs, words

Rows = Callable[[str], Observation | None]
"""From the address of a row to what the dataset says there."""
KINDS = {*MEASURED, "plan"}


def row(href: str) -> Observation | None:
    """The row of a dataset that an address leads to."""
    found = re.fullmatch(r"/?du-lieu/([^/]+)/#r(\d+)", href)
    if not found:
        return None
    dataset = facts().site.datasets[found[1]]
    return next(one for one in dataset.rows if one.line == int(found[2]))


def alike(one: Observation, other: Observation) -> bool:
    """Whether a line or a row may hold both: one place, indicator, unit, item, standard and producer."""
    keys = ("place", "indicator", "unit", "item", "standard", "producer")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


# Pictures.


def drawn(figure: Figure) -> list[Observation]:
    """The rows of the datasets that a picture's marks stand for, in the order of the marks."""
    found = [row(next(filter(None, links))) for links in figure.links]
    return [one for one in found if one is not None and one.value is not None]


def marks_of(figure: Figure) -> list[Any]:
    """The rows of a picture over time that are numbers, in the order of its table."""
    return [one for one in figure.rows if one.kind in KINDS and one.value is not None]


def joins(figure: Figure) -> list[tuple[Observation, Observation]]:
    """The lines of a picture over time that run between numbers that are not alike."""
    pairs = list(zip(marks_of(figure), drawn(figure), strict=True))
    marks: dict[tuple[object, ...], list[Observation]] = {}
    for one, found in pairs:
        marks.setdefault((panel_of(one), one.year, one.value), []).append(found)
    strokes = [
        (marks[panel_of(one), one.from_year, one.from_value], marks[panel_of(one), one.year, one.value])
        for one, _ in pairs
        if one.from_year is not None
    ]
    return [
        (starts[0], ends[0])
        for starts, ends in strokes
        if not any(alike(start, end) for start in starts for end in ends)
    ]


def panel_of(one: Any) -> int:
    """The panel that a number stands in; a trend has one."""
    return int(getattr(one, "panel", 0))


def over_time() -> list[Figure]:
    return [one for one in figures(facts(), "vi", words("vi")) if one.chart in ("trend", "panels")]


def planted(figure: Figure) -> Figure | None:
    """The picture with one line more, from the last number of a series to the first of the next; None without such."""
    pairs = zip(pairwise(drawn(figure)), pairwise(marks_of(figure)), strict=True)
    for (one, two), (start, end) in pairs:
        if one.place == two.place and not alike(one, two):
            line = replace(end, from_year=start.year, from_value=start.value)
            return replace(figure, rows=tuple(line if row is end else row for row in figure.rows))
    return None


def test_no_line_of_a_picture_joins_what_is_not_alike() -> None:
    """Every line of every picture over time runs between two rows of one standard, producer, unit and place."""
    some = over_time()

    assert {one.chart for one in some} == {"trend", "panels"}
    assert [(one.id, joins(one)) for one in some if joins(one)] == []


@pytest.mark.parametrize("chart", ["trend", "panels"])
def test_a_line_planted_across_a_break_is_seen(chart: str) -> None:
    """A line from one standard to the next is found out, in every picture that has a break."""
    spoilt = [made for one in over_time() if one.chart == chart and (made := planted(one))]

    assert spoilt
    assert all(joins(one) for one in spoilt)


def test_no_picture_shows_two_producers_as_one() -> None:
    """All numbers of one picture are of one body."""
    some = [{one.producer for one in drawn(figure)} for figure in figures(facts(), "vi", words("vi"))]

    assert any(some)
    assert [one for one in some if len(one) > 1] == []


def test_no_row_of_a_pictures_table_holds_two_standards() -> None:
    """Numbers that stand in one row of the table under a picture, a start and an end, are alike."""
    for figure in figures(facts(), "vi", words("vi")):
        for links in figure.links:
            found = [one for href in links if href and (one := row(href))]

            assert len({(one.standard, one.producer, one.place) for one in found}) <= 1, figure.id


# Built tables.


@dataclass
class Table:
    """A table of a page: what it is called, and its rows of cells."""

    label: str
    kind: str
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass
class Cell:
    """A cell: its words, its link and how many columns it heads."""

    text: str = ""
    href: str = ""
    across: int = 1


class Tables(HTMLParser):
    """The tables of a page, each with the label of the region that it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.label, self.inside = "", False
        self.tables: list[Table] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self.label = said.get("aria-label", self.label) if tag == "div" else self.label
        if tag == "table":
            self.tables.append(Table(self.label, said.get("class", "")))
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("td", "th"):
            self.inside = True
            self.tables[-1].rows[-1].append(Cell(across=int(said.get("colspan", "1"))))
        elif tag == "a" and self.inside:
            self.tables[-1].rows[-1][-1].href = said["href"]

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.tables[-1].rows[-1][-1].text += f"{data} "


@dataclass(frozen=True)
class Said:
    """A number of a table, and what the table says that it is."""

    row: Observation
    year: str
    status: str
    standard: str
    producer: str


def clean(text: str) -> str:
    return " ".join(text.split())


def grid(table: Table, rows: Rows) -> Iterator[Said]:
    """Numbers under a standard, a year and a kind; the table is of one body."""
    first, second, *body = table.rows
    standards = [clean(one.text) for one in first[1:] for _ in range(one.across)]
    heads = [clean(one.text).partition(" ") for one in second]
    for line in body:
        for cell, standard, (year, _, status) in zip(line[1:], standards, heads, strict=True):
            if found := rows(cell.href):
                yield Said(found, year, status, standard, table.label)


def of_place(table: Table, rows: Rows) -> Iterator[Said]:
    """Numbers of a place: a row a year, with a cell for the kind; the standard stands above the rows that are of it, or
    the head of a column says that none applies to it, whatever stands above."""
    key, standard = words("vi")["place.column.standard"], ""
    heads = [clean(one.text) for one in table.rows[0]]
    kind = heads.index(words("vi")["place.column.status"])
    unbound = f"({words('vi')['place.column.unbound']})"
    for line in table.rows[1:]:
        head = clean(line[0].text)
        if len(line) == 1:
            standard = head.removeprefix(f"{key}: ") if head.startswith(key) else ""
        for cell, over in zip(line[1:], heads[1:], strict=False):
            if found := rows(cell.href):
                said = clean(standard_name("khong-ap-dung", facts(), "vi")) if over.endswith(unbound) else standard
                yield Said(found, head, clean(line[kind].text), said, table.label)


def mixed(one: Said) -> bool:
    """Whether a table says of a number what its row does not say; of a number of no standard, that it has one."""
    said = words("vi")
    row = (
        str(one.row.year),
        said[f"figure.status.{one.row.status}"],
        clean(standard_name(one.row.standard, facts(), "vi")),
    )
    return row != (one.year, one.status, one.standard) or producer_name(one.row.producer, facts(), "vi") not in clean(
        one.producer
    )


def numbers(rows: Rows = row) -> Iterator[Said]:
    """Every number of the tables of places, of indicators and of comparisons."""
    for path in outputs():
        if not re.fullmatch(r"(?:dia-ban|chi-tieu|so-sanh)/[^/]+/index\.html", path):
            continue
        # A place without numbers has no such table, and most have none.
        if path.startswith("dia-ban/") and path.split("/")[1] not in facts().series_of:
            continue
        for table in Tables(html(path)).tables:
            if "grid" in table.kind:
                yield from grid(table, rows)
            elif "of-place" in table.kind:
                yield from of_place(table, rows)


def test_every_number_stands_under_its_own_standard_and_producer() -> None:
    """What a table says of a number (year, kind, standard, who made it) is what its row in the dataset says."""
    every = list(numbers())

    assert len(every) > 2000
    assert [one for one in every if mixed(one)] == []


@pytest.mark.parametrize("key", ["standard", "producer", "status", "year"])
def test_a_number_planted_under_another_head_is_seen(key: str) -> None:
    """A column into which a row of another standard, producer, kind or year has come is found out."""
    other: dict[str, Any] = {"standard": "khac", "producer": "so-khac", "status": "target", "year": 1999}
    every = [one for one, _ in zip(numbers(), range(200), strict=False) if one.row.status not in PLANNED]
    spoilt = [replace(one, row=replace(one.row, **{key: other[key]})) for one in every]

    assert spoilt
    assert all(mixed(one) for one in spoilt)
