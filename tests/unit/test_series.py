"""A place's numbers over time, where they break, and when counts may be added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.derive.grid import Cell, Grid, GridLine, Misplaced, grid, grids, head_of
from generator.derive.rollup import Refusal, roll_up, roll_ups
from generator.derive.series import Joined, Line, Series, differ, in_time, lines, series, series_of
from generator.derive.territory import Territory, grounds
from generator.model.places import Change, Region
from tests.unit.small_site import TABLE, dataset, place, row, site


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

    assert in_time([new, old]) == [old, new]
    assert (old.points[-1].year, new.points[0].year) == (2015, 2016)
    assert differ(old.kind, new.kind) == ("standard",)
    assert [line.end.year for line in lines(new)] == [2017]


def test_a_new_territory_and_producer_are_named_together():
    """Where a place was followed by another, of which another body reports, both reasons are given."""
    found = of(rate(2024), row("xa-moi", 2025, "ty-le-ho-ngheo", "1", "1", producer="so-khac"))

    assert differ(found[0].kind, found[1].kind) == ("producer", "territory")


def test_series_by_place():
    """Each place leads to its own series."""
    found = series_of(of(rate(2015), row("xa-m", 2015, "so-ho-ngheo", "1", "1")))

    assert {id: [one.indicator for one in ones] for id, ones in found.items()} == {
        "huyen-a": ["ty-le-ho-ngheo"],
        "xa-m": ["so-ho-ngheo"],
    }


OTHERS = {
    "standard": {"standard": "cu"},
    "producer": {"producer": "so-khac"},
    "unit": {"unit": "percentage_point"},
    "item": {"item": "Vốn vay"},
}
"""Ways in which two numbers of one place may differ so that nothing joins them."""


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_no_line_can_be_made_of_numbers_of_two_kinds(other):
    """Whoever draws needs a Line, and a Line between two standards or two producers cannot be made."""
    one, two = of(rate(2015, **other), rate(2016))

    with pytest.raises(Joined):
        Line(one.points[0], two.points[0])


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_no_series_can_be_made_of_numbers_of_two_kinds(other):
    """Points of another kind are refused by the series that they are put into."""
    one, two = of(rate(2015, **other), rate(2016))

    with pytest.raises(Joined):
        Series(kind=one.kind, points=(*one.points, *two.points))


@pytest.mark.parametrize("other", [OTHERS["standard"], OTHERS["producer"], OTHERS["unit"], {"status": "plan"}])
def test_no_column_can_be_made_of_numbers_of_two_kinds(other):
    """A number stands only under the head that says its standard, producer, unit, kind and year."""
    points = [point for one in of(rate(2016), rate(2016, **other)) for point in one.points]
    here, there = points
    cell = Cell(point=there)

    with pytest.raises(Misplaced):
        Grid(heads=(head_of(here),), lines=(GridLine(place="huyen-a", item="", cells=(cell,)),))


def moved(*rows, day=date(2020, 2, 1)):
    """Series of a site in which two communes moved their border on a day."""
    change = Change(day=day, before="xa-m", after="xa-n", relation="boundary", basis="Nghị quyết 871")
    return site(changes=(change,), datasets={TABLE: dataset(rows, plan=None)})


def poor_rate(place, year, **more):
    return row(place, year, "ty-le-ho-ngheo", "5.0", "5,0", source="r1", **more)


def test_moved_borders_break_the_series_of_both_units():
    """Nghĩa Lộ grew and Văn Chấn shrank on 1 February 2020: neither year before joins a year after."""
    here = moved(*(poor_rate(unit, year) for unit in ("xa-m", "xa-n") for year in (2018, 2019, 2020, 2021)))
    found = series_of(series(here))

    for unit in ("xa-m", "xa-n"):
        assert [[point.year for point in one.points] for one in found[unit]] == [[2018, 2019], [2020, 2021]]
        assert differ(found[unit][0].kind, found[unit][1].kind) == ("territory",)
    before, after = found["xa-m"]
    with pytest.raises(Joined, match="territory"):
        Line(before.points[-1], after.points[0])


def test_a_grid_marks_where_the_ground_moved():
    """A row of years runs on over a change of borders, and says where; one that does not say it cannot be made."""
    (one,) = grids(series(moved(poor_rate("xa-m", 2019), poor_rate("xa-m", 2020))))
    (line,) = one.lines
    cells = tuple(replace(cell, moved=False) for cell in line.cells)

    assert [cell.moved for cell in line.cells] == [False, True]
    with pytest.raises(Joined, match="territory"):
        replace(one, lines=(replace(line, cells=cells),))


def test_a_territory_lasts_from_change_to_change():
    """A unit has one territory until its border moves, and another from that day on; its neighbours keep theirs."""
    known = grounds(moved())

    assert known["xa-m"] == (
        Territory(place="xa-m", since=None, until=date(2020, 1, 31)),
        Territory(place="xa-m", since=date(2020, 2, 1), until=date(2025, 6, 30)),
    )
    assert known["huyen-a"] == (Territory(place="huyen-a", since=None, until=date(2025, 6, 30)),)


def test_a_unit_that_ended_or_began_has_not_moved():
    """A merger makes a new unit; it does not move the borders of the units that ended that day."""
    known = grounds(site())

    assert {place: len(some) for place, some in known.items()} == dict.fromkeys(known, 1)


def test_a_plan_speaks_of_the_ground_of_its_own_day():
    """A table made in 2017 for 2016 to 2020 is of one territory, although the border moved in 2020."""
    here = replace(
        moved(), datasets={TABLE: dataset([row("xa-m", year, "so-ho-ngheo", "9", "9") for year in (2016, 2020)])}
    )

    assert [len(one.points) for one in series(here)] == [2]


def test_lines_run_from_year_to_year_and_from_what_was_measured():
    """A plan starts from the last result; nothing runs through a year without a number, nor from a plan to a result."""
    years = {2014: "result", 2015: "result", 2016: "plan", 2017: "plan", 2018: "result", 2020: "preliminary"}
    (one,) = of(*(rate(year, status=status) for year, status in years.items()))

    assert [(line.start.year, line.end.year) for line in lines(one)] == [(2014, 2015), (2015, 2016), (2016, 2017)]


def test_a_year_without_a_number_ends_a_line():
    """A withheld cell is no point of a line, on neither side of it."""
    (one,) = of(rate(2015), replace(rate(2016), value=None, value_printed=""), rate(2017))

    assert list(lines(one)) == []


def test_columns_stand_by_standard_and_then_by_year():
    """What may be compared over time stands together, the standard that begins first on the left."""
    found = of(rate(2016), rate(2015), rate(2015, standard="cu"), rate(2014, standard="cu"))
    (one,) = grids(found)

    assert [(head.standard, head.year) for head in one.heads] == [
        ("cu", 2014),
        ("cu", 2015),
        ("da-chieu", 2015),
        ("da-chieu", 2016),
    ]


def test_a_year_that_is_told_twice_gets_a_line_of_its_own():
    """Two sources for one number of one kind: both stand, one under the other."""
    points = [point for one in of(rate(2016), rate(2016, source="r1")) for point in one.points]
    one = grid(points)

    assert [[cell.point.source for cell in line.cells] for line in one.lines] == [[points[0].source], ["r1"]]


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


def country(*days):
    """A country of three provinces, one of them ended in 2025, and two regions that hold them."""
    places = [
        place("nuoc", None, level="country"),
        *(place(id, "nuoc") for id in ("tinh-b", "tinh-c")),
        place("tinh-d", "nuoc", last=date(2025, 6, 30)),
        *(place(id, None, level="region") for id in ("vung-1", "vung-2")),
    ]
    regions = (("vung-1", ("tinh-b", "tinh-d")), ("vung-2", ("tinh-c",)))
    return (
        {one.id: one for one in places},
        tuple(Region(id=id, scheme="63", name_vi=id, name_en=id, members=members) for id, members in regions),
    )


def test_regions_add_up_to_the_country():
    """Regions lie under no unit, but where each province is in just one of them, they make up the country."""
    places, regions = country()
    total = roll_up(places, "nuoc", [poor("vung-1"), poor("vung-2", "5")], DAY, regions)

    assert total == 12


@pytest.mark.parametrize("members", [(), ("tinh-b", "tinh-c")])
def test_regions_that_leave_out_or_share_a_province_are_not_added(members):
    """A province in no region, or in two, would be missing from the sum or counted twice."""
    places, (first, second) = country()
    regions = (first, replace(second, members=members))

    assert roll_up(places, "nuoc", [poor("vung-1"), poor("vung-2")], DAY, regions) == Refusal(
        "not_a_part", ("vung-1", "vung-2")
    )


def test_a_sum_stands_beside_what_is_printed():
    """The parts of a district add up, and the number that a source prints for the district is kept as it is."""
    rows = [poor("xa-m"), poor("xa-n", "5"), poor("huyen-a", "13")]
    (one,) = roll_ups(site(datasets={TABLE: dataset(rows)}))

    assert (one.whole, one.total, one.printed[1].value_printed) == ("huyen-a", 12, "13")
    assert [row.place for _, row in one.rows] == ["xa-m", "xa-n"]


def test_what_a_table_prints_with_its_parts_is_left_to_the_audit():
    """A printed total of the table itself is held against its rows elsewhere, and not told twice."""
    rows = [poor("xa-m"), poor("xa-n", "5"), poor("huyen-a", "13", row="total")]

    assert roll_ups(site(datasets={TABLE: dataset(rows)})) == ()


def test_rates_never_add_up():
    """There is no sum of rates, over whatever units."""
    rows = [rate(2016), row("xa-m", 2016, "ty-le-ho-ngheo", "5", "5"), row("xa-n", 2016, "ty-le-ho-ngheo", "5", "5")]

    assert roll_ups(site(datasets={TABLE: dataset(rows)})) == ()
