"""Which places may stand side by side, what is left out, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.derive.comparison import compare, sets
from generator.derive.disagreement import disagreements
from generator.derive.series import series, series_of
from generator.model.places import Region
from generator.model.site import Site
from generator.model.tables import Observation
from tests.unit.small_site import TABLE, dataset, place, row, site

RATE = "ty-le-ho-ngheo"


def rate(place: str, year: int = 2016, value: str = "5.0", **more: Any) -> Observation:
    return row(place, year, RATE, value, value, **more)


def told(*rows: Observation, **more: Any) -> Site:
    return site(datasets={TABLE: dataset(rows)}, **more)


def compared(*rows: Observation, places: tuple[str, ...] = ("xa-m", "xa-n")) -> tuple[list[Any], list[Any]]:
    """The places of each comparison, and what is left out with the reason."""
    found, left = compare(places, series_of(series(told(*rows))), RATE)
    return [[panel.place for panel in one.panels] for one in found], [(one.place, one.why) for one in left]


def test_numbers_that_are_alike_stand_side_by_side() -> None:
    """Two places with a number of one standard, producer, unit, year and kind can be compared."""
    assert compared(rate("xa-m"), rate("xa-n")) == ([["xa-m", "xa-n"]], [])


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"standard": "cu"}, "standard"),
        ({"producer": "so-khac"}, "producer"),
        ({"unit": "percentage_point"}, "unit"),
        ({"item": "Vốn vay"}, "unit"),
        ({"status": "plan"}, "year"),
        ({"year": 2017}, "year"),
    ],
)
def test_what_is_not_alike_is_refused_with_a_reason(other: dict[str, Any], why: str) -> None:
    """Another standard, producer, unit, kind of number or year: nothing is drawn, and it says why, for both."""
    assert compared(rate("xa-m"), rate("xa-n", **other)) == ([], [("xa-m", why), ("xa-n", why)])


def test_a_place_without_numbers_is_named() -> None:
    """A place that has no number is left out by name, and so is one that nobody can be held against."""
    assert compared(rate("xa-m")) == ([], [("xa-n", "none"), ("xa-m", "alone")])


def test_only_the_series_that_are_alike_are_kept() -> None:
    """A place may be compared in one standard and not in another."""
    rows = (rate("xa-m"), rate("xa-n"), rate("xa-m", 2014, standard="cu"))
    (one,), left = compare(("xa-m", "xa-n"), series_of(series(told(*rows))), RATE)

    assert [len(panel.series) for panel in one.panels] == [1, 1]
    assert [(out.place, out.why) for out in left] == [("xa-m", "standard")]


def test_two_producers_make_two_comparisons() -> None:
    """What two bodies say of the same places never stands in one picture."""
    rows = [rate(place, producer=who) for place in ("xa-m", "xa-n") for who in ("ubnd-a", "so-khac")]

    assert compared(*rows) == ([["xa-m", "xa-n"], ["xa-m", "xa-n"]], [])


def test_a_row_without_a_number_is_no_number() -> None:
    """Two places of which one has only a withheld cell cannot be compared."""
    withheld = replace(rate("xa-n"), value=None, value_printed="")

    assert compared(rate("xa-m"), withheld) == ([], [("xa-n", "none"), ("xa-m", "alone")])


def test_sets_are_regions_and_what_lies_under_one_unit() -> None:
    """A set has a page where two of its places have numbers."""
    base = site()
    places = {**base.places, "tinh-u": place("tinh-u", None), "vung": place("vung", None, level="region")}
    region = Region(id="vung", scheme="63", name_vi="V", name_en="V", members=("tinh-t", "tinh-u"))
    here = told(
        rate("xa-m"), rate("xa-n"), rate("tinh-t"), rate("tinh-u"), places=places, regions=(region,)
    )  # fmt: skip
    found = {one.id: one.members for one in sets(here, series_of(series(here)))}

    assert found == {"vung": ("tinh-t", "tinh-u"), "huyen-a": ("xa-m", "xa-n")}
    assert sets(told(rate("xa-m")), series_of(series(told(rate("xa-m"))))) == ()


def differing(*rows: Observation) -> list[tuple[str, int]]:
    here = told(*rows)
    return [(one.place, one.year) for one in disagreements(series(here), here.places)]


def test_two_bodies_that_differ_are_found() -> None:
    """One place, one year, two producers, two numbers; final ones and units higher up come first."""
    rows = [
        *(rate("xa-m", 2016, value, producer=who) for value, who in (("5.0", "ubnd-a"), ("7.0", "so-khac"))),
        *(rate("huyen-a", 2015, value, producer=who) for value, who in (("5.0", "ubnd-a"), ("7.0", "so-khac"))),
        rate("huyen-a", 2016, "5.0"),
        rate("huyen-a", 2016, "7.0", producer="so-khac", status="preliminary"),
    ]

    assert differing(*rows) == [("huyen-a", 2015), ("xa-m", 2016), ("huyen-a", 2016)]


@pytest.mark.parametrize(("first", "second"), [("17.64", "17.6"), ("7.0", "7.00"), ("17.65", "17.6")])
def test_rounding_is_no_disagreement(first: str, second: str) -> None:
    """17.6 is what 17.64 becomes with one decimal."""
    assert differing(rate("xa-m", value=first), rate("xa-m", value=second, producer="so-khac")) == []


@pytest.mark.parametrize(
    "more", [{"status": "plan"}, {"comparator": "gt"}, {"unit": "percentage_point"}, {"year": 2017}]
)
def test_what_was_not_measured_alike_does_not_disagree(more: dict[str, Any]) -> None:
    """A plan, a bound, another unit or another year contradicts nothing."""
    assert differing(rate("xa-m"), rate("xa-m", value="9.0", producer="so-khac", **{"year": 2016, **more})) == []
