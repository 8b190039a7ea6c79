"""Two rows that differ in one column alone are two numbers: both are shown, no line joins them, and nothing stops."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.check.data import duplicates
from generator.check.known import Known
from generator.derive.facts import Facts, derive
from generator.derive.grid import grids
from generator.model.tables import COLUMNS, EXTRA, Observation
from generator.pages.figures import figures
from generator.pages.places.place_numbers import numbers_of
from generator.render.theme import Theme
from tests.unit import small_site
from tests.unit.small_site import TABLE, dataset, row

RATE = "ty-le-ho-ngheo"
VI = Theme(Path(__file__).parents[2] / "themes", "base", ("vi", "en")).words("vi")
APART: dict[str, Any] = {
    "place": "xa-m", "year": 2015, "indicator": "so-khac", "unit": "persons", "status": "preliminary",
    "standard": "cu", "producer": "so-khac", "source": "r1", "comparator": "gt", "item": "nông thôn", "row": "total",
    "span": "6 tháng đầu năm",
}  # fmt: skip
"""The columns that tell numbers apart, each with another value than the rows below have."""
TOLD: dict[str, Any] = {
    "place_name": "Tên khác", "value": 3, "value_printed": "5,0", "note": "Ghi chú", "order": 9, "serial_printed": "9",
    "source_line": 9, "attribution": "inferred",
}  # fmt: skip
"""The columns that only say more of a number: two rows that differ in these alone give one number twice."""


def rows_of(column: str, value: Any) -> tuple[Observation, ...]:
    """A rate of three years, and one of 2017 that differs from the other in a column."""
    rows = [row("huyen-a", year, RATE, "5.00", "5,00") for year in (2016, 2017, 2018)]
    return (*rows, replace(rows[1], **{column: value}))


def facts_of(rows: tuple[Observation, ...]) -> Facts:
    lined = tuple(replace(one, line=line) for line, one in enumerate(rows, 2))
    return derive(small_site.site(datasets={TABLE: dataset(lined, table=None)}))


def test_each_column_of_the_tidy_table_is_looked_at() -> None:
    """A column that is added must be told here: does it tell numbers apart, or not."""
    assert {*APART, *TOLD} == {*COLUMNS, *EXTRA}


@pytest.mark.parametrize("column", APART)
def test_two_numbers_that_differ_in_a_column_are_both_shown(column: str) -> None:
    """On the place's page, on the indicator's and in the figures; no figure has the address of another."""
    rows = rows_of(column, APART[column])
    facts = facts_of(rows)
    tables = [table for place in ("huyen-a", "xa-m") for table in numbers_of(place, facts, "vi", VI)]
    shown = [cell for table in tables for line in table.rows for cell in line.cells if cell.href]
    cells = [cell for grid in grids(facts.series) for line in grid.lines for cell in line.cells if cell]
    drawn = list(figures(facts, "vi", VI))

    assert len({cell.href for cell in shown}) == len(shown) == len(rows)
    assert len(cells) == len(rows)
    assert len({figure.id for figure in drawn}) == len(drawn)
    assert not list(duplicates(Known(facts.site, {}, frozenset())))


@pytest.mark.parametrize("column", ["place", "year", "indicator", "unit", "standard", "producer", "item", "span"])
def test_a_trend_holds_one_kind_of_number(column: str) -> None:
    """What is of another kind leaves the line between 2016 and 2018 as it is."""
    drawn = [one for one in figures(facts_of(rows_of(column, APART[column])), "vi", VI) if one.chart == "trend"]
    (trend,) = [figure for figure in drawn if figure.places == ("huyen-a",)]
    joined = {(one.from_year, one.year) for one in trend.rows if one.from_year is not None}

    assert joined == {(2016, 2017), (2017, 2018)} | ({(2015, 2016)} if column == "year" else set())


@pytest.mark.parametrize("column", ["status", "source", "row"])
@pytest.mark.parametrize("value", ["5.00", "9.00"])
def test_no_line_runs_through_a_year_with_two_numbers(column: str, value: str) -> None:
    """Neither of the two is the number of that year, and the page tells both; two that say the same are one."""
    *rows, other = rows_of(column, APART[column])
    other = replace(other, value=Decimal(value), value_printed=value.replace(".", ","))
    (trend,) = [one for one in figures(facts_of((*rows, other)), "vi", VI) if one.chart == "trend"]
    joined = {(one.from_year, one.year) for one in trend.rows if one.from_year is not None}
    told = [note for note in trend.notes if "9,00" in note]

    assert joined == (set() if value == "9.00" else {(2016, 2017), (2017, 2018)})
    assert len(told) == (value == "9.00")
    assert all("5,00" in note and "2017" in note for note in told)
    assert ("2017" in trend.title) is False


@pytest.mark.parametrize("column", TOLD)
def test_one_number_given_twice_is_told(column: str) -> None:
    """A remark, a serial number or another value makes no second number of one row."""
    assert [one.code for one in duplicates(Known(facts_of(rows_of(column, TOLD[column])).site, {}, frozenset()))] == [
        "duplicated-observation"
    ]


def test_a_group_is_named_wherever_its_numbers_are_told() -> None:
    """The rate of a group never passes for the rate of the whole, in words, table, CSV or address."""
    rows = tuple(
        row("huyen-a", year, RATE, value, value.replace(".", ","), item=item)
        for item, values in {"thành thị": ("3.1", "2.8", "2.5"), "nông thôn": ("12.4", "11.6", "10.9")}.items()
        for year, value in zip((2016, 2017, 2018), values, strict=True)
    )
    town, country = (figure for figure in figures(facts_of(rows), "vi", VI) if figure.chart == "trend")

    assert town.title == "Tỷ lệ hộ nghèo của Xã huyen-a (thành thị) giảm từ 3,1% năm 2016 xuống 2,5% năm 2018"
    assert (town.id, country.id) == (f"{RATE}-huyen-a-ubnd-a-thanh-thi", f"{RATE}-huyen-a-ubnd-a-nong-thon")
    for words in (town.alt, town.about):
        assert "thành thị" in words
        assert "tổng số hộ" not in words
    assert [cells[1] for cells in town.table] == ["thành thị"] * 3
    assert "item" in town.data[0]
    assert all("thành thị" in cells for cells in town.data[1:])
    assert len(town.table[0]) == len(town.columns)


def test_groups_whose_names_differ_in_marks_alone_have_addresses_of_their_own() -> None:
    """`Mường` and `Mưởng` fold to one; the second is counted."""
    rows = tuple(
        row("huyen-a", year, RATE, "5", "5", item=item) for item in ("Mường", "Mưởng") for year in range(2016, 2019)
    )
    found = [figure.id for figure in figures(facts_of(rows), "vi", VI) if figure.chart == "trend"]

    assert found == [f"{RATE}-huyen-a-ubnd-a-muong", f"{RATE}-huyen-a-ubnd-a-muong-2"]
