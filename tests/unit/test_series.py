"""A place's numbers over time, where they break, and when counts may be added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_site import TABLE, dataset, place, row, site

from generator.derive.rollup import Refusal, roll_up
from generator.derive.series import Break, breaks, series, series_of


def of(*rows):
    return series(site(datasets={TABLE: dataset(rows)}))


def rate(year, **more):
    return row("huyen-a", year, "ty-le-ho-ngheo", "5.0", "5,0", **more)


def test_years_are_in_order_and_the_result_comes_first():
    """A year that has both a result and a plan shows the result first, whatever order the table is in."""
    (one,) = of(rate(2018), rate(2016, status="plan"), rate(2016))

    assert [(point.year, point.status) for point in one.points] == [(2016, "result"), (2016, "plan"), (2018, "result")]


@pytest.mark.parametrize(
    "other", [{"standard": "cu"}, {"producer": "so-khac"}, {"unit": "percentage_point"}, {"item": "Vốn vay"}]
)
def test_what_is_not_alike_never_shares_a_line(other):
    """Another standard, producer, unit or item begins a series of its own."""
    found = of(rate(2015, **other), rate(2016))

    assert [len(one.points) for one in found] == [1, 1]


def test_two_datasets_of_one_kind_make_one_series():
    """The same place, indicator, unit, standard and producer is one series, wherever it was published."""
    others = {TABLE: dataset([rate(2015)]), "khac": dataset([rate(2016)], id="khac")}

    (one,) = series(site(datasets=others))

    assert [point.dataset for point in one.points] == [TABLE, "khac"]


def test_a_withheld_cell_stays_a_gap():
    """An empty cell is a point without a value, and not left out."""
    (one,) = of(rate(2015), replace(rate(2016), value=None, value_printed=""))

    assert [point.value for point in one.points] == [Decimal("5.0"), None]


def test_breaks_say_where_and_why():
    """Between two standards a break stands between their years; an unbroken series has none."""
    old, new = of(rate(2014, standard="cu"), rate(2015, standard="cu"), rate(2016), rate(2017))

    assert breaks([new, old]) == (Break(last_year=2015, next_year=2016, reasons=("standard",)),)
    assert breaks([new]) == ()


def test_a_new_territory_and_producer_are_named_together():
    """Where a place was followed by another, of which another body reports, both reasons are given."""
    found = of(rate(2024), row("xa-moi", 2025, "ty-le-ho-ngheo", "1", "1", producer="so-khac"))

    assert breaks(found)[0].reasons == ("producer", "territory")


def test_series_by_place():
    """Each place leads to its own series."""
    found = series_of(of(rate(2015), row("xa-m", 2015, "so-ho-ngheo", "1", "1")))

    assert {id: [one.indicator for one in ones] for id, ones in found.items()} == {
        "huyen-a": ["ty-le-ho-ngheo"],
        "xa-m": ["so-ho-ngheo"],
    }


DAY = date(2017, 6, 5)
PLACES = site().places


def poor(id, value="7", **more):
    return row(id, 2016, "so-ho-ngheo", value, value, **more)


def test_counts_of_all_parts_add_up():
    """The two communes of a district are the district."""
    total = roll_up(PLACES, "huyen-a", [poor("xa-m"), poor("xa-n", "5")], DAY)

    assert total == 12


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ([], Refusal("empty")),
        ([row("xa-m", 2016, "ty-le-ho-ngheo", "5", "5")], Refusal("rate")),
        ([poor("xa-m"), poor("xa-n", standard="cu")], Refusal("mixed")),
        ([poor("xa-m"), poor("xa-n", status="plan")], Refusal("mixed")),
        ([poor("xa-m"), poor("xa-n", "")], Refusal("not_exact", ("xa-n",))),
        ([poor("xa-m"), poor("xa-n", comparator="gt")], Refusal("not_exact", ("xa-n",))),
        ([poor("xa-m"), poor("xa-m")], Refusal("twice", ("xa-m",))),
        ([poor("xa-m"), poor("xa-moi")], Refusal("not_a_part", ("xa-moi",))),
        ([poor("xa-m")], Refusal("missing", ("xa-n",))),
    ],
)
def test_what_does_not_partition_the_whole_is_not_added(rows, refusal):
    """A sum is refused, with the reason and the places in the way."""
    assert roll_up(PLACES, "huyen-a", rows, DAY) == refusal


def test_the_day_decides_which_units_are_parts():
    """A commune that ended before the day is no part; one whose first day is only that of a list is."""
    places = {
        **PLACES,
        "xa-cu": place("xa-cu", "huyen-a", last=date(2010, 1, 1)),
        "xa-n": place("xa-n", "huyen-a", first=date(2018, 1, 1), from_known=False),
    }

    total = roll_up(places, "huyen-a", [poor("xa-m"), poor("xa-n")], DAY)

    assert total == 14
