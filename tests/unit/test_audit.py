"""What printed arithmetic says against itself, worked out a second time from the source's raw lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from generator.derive.aims import leavers_against_fall, targets_against_table
from generator.derive.arithmetic import (
    amounts_against_total,
    poor_and_near_poor,
    rates_against_counts,
    sums_of,
    totals_against_parts,
)
from generator.derive.audit import audit
from generator.derive.exact import decimals, half_unit, roundness, shown
from generator.derive.numbering import numbering_gap, serial_order
from generator.model.plan import Amount, Period, Target
from tests.unit.small_site import PLAN, PROJECT, TABLE, both, dataset, plan, provision, real_dataset, row, site

PLAN_58 = "tan-yen-58-kh-ubnd-2017"
BOARD = "tan-yen-58-bang-xa"
DISTRICT = "huyen-tan-yen-bac-giang-den-2025"
YEARS = range(2015, 2021)


def printed_rows() -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row that plan 58's source prints, the total last."""
    lines = (PROJECT / "content/plans" / PLAN_58 / "source.txt").read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Số TT"))
    for number, line in enumerate(lines[start + 2 :], start + 3):
        if line.count("\t") == 19:
            yield number, line.split("\t")


def whole(cell: str) -> int:
    return int(cell.replace(" ", ""))


def rate(cell: str) -> Fraction:
    return Fraction(cell.replace(",", "."))


def three(cells: list[str], year: int) -> tuple[str, str, str]:
    """All households, poor households and rate of a printed row, in a year."""
    at = 2 + 3 * (year - 2015)
    return cells[at], cells[at + 1], cells[at + 2]


@pytest.fixture(scope="module")
def board():
    return real_dataset(BOARD, PLAN_58, "bang-xa")


def test_five_rates_of_2015_disagree_with_their_counts(board):
    """Plan 58 prints five rates for 2015, a counted year, that its own counts do not give; no rate of 2016 is off."""
    expected = {}
    for line, cells in printed_rows():
        for year in (2015, 2016):
            households, poor, printed = three(cells, year)
            computed = Fraction(100 * whole(poor), whole(households))
            if abs(rate(printed) - computed) > Fraction(1, 2 * 10 ** len(printed.partition(",")[2])):
                expected[line, year] = (printed, shown(computed))

    found, check = rates_against_counts(board)

    assert {(one.line, one.year): (one.printed, one.computed) for one in found} == expected
    assert [cells[1] for line, cells in printed_rows() if (line, 2015) in expected] == [
        "Hợp Đức", "Lan Giới", "Ngọc Châu", "Nhã Nam", "Tân Trung",
    ]  # fmt: skip
    assert (check.tried, check.found) == (150, 5)


def test_rounding_of_projected_households_explains_every_planned_rate(board):
    """For 2017 to 2020 eighty rates are not those of the printed counts, but of counts within half a household."""
    beyond = unexplained = 0
    half = Fraction(1, 2)
    for _, cells in printed_rows():
        for year in range(2017, 2021):
            households, poor, printed = three(cells, year)
            own = Fraction(1, 200)
            beyond += abs(rate(printed) - Fraction(100 * whole(poor), whole(households))) > own
            low = (whole(poor) - half) * 100 / (whole(households) + half) - own
            high = (whole(poor) + half) * 100 / (whole(households) - half) + own
            unexplained += not low <= rate(printed) <= high

    check = rates_against_counts(board)[1]

    assert (beyond, unexplained) == (80, 0)
    assert check.explained == 80


def test_totals_that_are_not_the_sum_of_their_rows(board):
    """Four totals of planned years differ from their columns by one or three households; counted years add up."""
    rows = [cells for _, cells in printed_rows()]
    expected = {}
    for year in YEARS:
        for kind, indicator in enumerate(("tong-so-ho", "so-ho-ngheo")):
            computed = sum(whole(three(cells, year)[kind]) for cells in rows[:-1])
            printed = three(rows[-1], year)[kind]
            if whole(printed) != computed:
                expected[year, indicator] = (printed, computed)

    found, check = totals_against_parts(board)

    assert {(one.year, one.indicator): (one.printed, one.computed) for one in found} == expected
    assert expected == {
        (2017, "tong-so-ho"): ("48 950", 48949),
        (2018, "tong-so-ho"): ("49 456", 49457),
        (2020, "tong-so-ho"): ("50468", 50467),
        (2020, "so-ho-ngheo"): ("850", 853),
    }
    assert all(one.rounding for one in found)
    assert (check.rule, check.tried) == ("total-against-rows", 12)


def test_serial_numbers_leave_their_order_and_come_back(board):
    """After 20 plan 58 prints 23, and after 24 it prints 21."""
    printed = [cells[0] for _, cells in printed_rows()][:-1]

    found, check = serial_order(board)

    assert printed[19:] == ["20", "23", "24", "21", "22"]
    assert [(one.terms, one.computed, one.line) for one in found] == [(("20", "23"), 21, 359), (("24", "21"), 25, 361)]
    assert check.tried == 24


def aim(**more: object) -> Target:
    said = {
        "id": "aim", "provision": "II.2", "quote": "Giảm", "indicator": "muc-giam-ty-le-ho-ngheo", "value": "1.2",
        "value_printed": "1,2%/năm", "unit": "pp_per_year", "comparator": "avg", "deadline": "2020-12-31",
        "geography": DISTRICT, **more,
    }  # fmt: skip
    return Target(**said)


def plan_58(*targets: Target):
    return plan(id=PLAN_58, place=DISTRICT, period=Period(start=2017, end=2020), targets=targets)


def test_the_table_of_plan_58_falls_as_its_text_says(board):
    """From 6,52 in 2016 to 1,68 in 2020 the district falls by 1.21 points a year, which is 1,2; and 1,68 is reached."""
    average = aim()
    bound = aim(
        id="bound", indicator="ty-le-ho-ngheo", value="1.68", value_printed="1,68%", unit="percent", comparator="lte"
    )

    found, check = targets_against_table(plan_58(average, bound), board)

    assert (found, check.tried) == ([], 2)


def test_a_bound_that_the_table_misses_is_found(board):
    """Had the text said at most 1,67, the table's 1,68 would not keep it."""
    bound = aim(indicator="ty-le-ho-ngheo", value="1.67", value_printed="1,67%", unit="percent", comparator="lte")

    (one,) = targets_against_table(plan_58(bound), board)[0]

    assert (one.computed, one.difference) == (Decimal("1.68"), Decimal("-0.01"))


def test_communes_above_the_average_do_not_fall_by_one_and_a_half(board):
    """Of thirteen communes above the district in 2016, the table gives two the 1,5 points a year that the text says."""
    rows = {cells[1] or cells[0]: cells for _, cells in printed_rows()}
    total = rate(three(rows["Tổng"], 2016)[2])
    above = {name: cells for name, cells in rows.items() if rate(three(cells, 2016)[2]) > total}
    falls = {name: (rate(three(one, 2016)[2]) - rate(three(one, 2020)[2])) / 4 for name, one in above.items()}
    expected = {name: shown(fall) for name, fall in falls.items() if fall < Fraction(3, 2) - Fraction("0.0525")}
    words = "các xã có tỷ lệ hộ nghèo cao hơn mức bình quân chung của huyện giảm 1,5%/năm"
    target = aim(quote=words, value="1.5", value_printed="1,5%/năm", comparator="eq", group=both("các xã"))

    found, check = targets_against_table(plan_58(target), board)

    assert {one.place_name: one.computed for one in found} == expected
    assert set(falls) - set(expected) == {"Lan Giới", "Ngọc Vân", "Liên Chung"}
    assert shown(falls["Liên Chung"]) == Decimal("1.9375")  # more than the text asks: no contradiction
    assert (check.tried, check.found, check.exceeds) == (13, 10, 1)


def test_a_fall_that_reaches_back_across_a_break_says_both_standards(board):
    """A fall by some 3.400 households since October 2015, beside a table that falls from 3699 to 850 meanwhile."""
    rows = [cells for _, cells in printed_rows()]
    fall = whole(three(rows[-1], 2015)[1]) - whole(three(rows[-1], 2020)[1])
    target = aim(
        indicator="muc-giam-so-ho-ngheo", value="3400", value_printed="khoảng 3.400 hộ", unit="households",
        comparator="approx", baseline="kết quả điều tra tại thời điểm 01/10/2015",
    )  # fmt: skip

    (one,) = targets_against_table(plan_58(target), board)[0]

    assert (fall, one.computed, one.difference, one.tolerance) == (2849, 2849, 551, 50)
    assert one.terms == ("3699", "850")
    assert len(one.standards) == 2


LEAVING = {
    "indicator": "so-ho-thoat-ngheo", "value": "2300", "value_printed": "khoảng 2.300 hộ", "unit": "households",
    "comparator": "approx", "baseline": "kết quả điều tra tại thời điểm 01/10/2015",
}  # fmt: skip


def test_fewer_households_cannot_leave_poverty_than_the_number_falls_by(board):
    """Plan 58 wants some 2.300 households out of poverty since October 2015; its table falls by 2849 meanwhile."""
    (one,), check = leavers_against_fall(plan_58(aim(**LEAVING)), board)

    assert (one.terms, one.years, one.computed, one.difference) == (("3699", "850"), (2015, 2020), 2849, -549)
    assert (one.agrees_from, one.weight) == (2016, 1)  # 3160 − 850 = 2310
    assert (check.tried, check.found) == (1, 1)


@pytest.mark.parametrize("more", [{"value": "2849"}, {"value": "4000"}, {"comparator": "gt"}, {"baseline": None}])
def test_more_leavers_than_the_fall_contradict_nothing(board, more):
    """Those who become poor meanwhile make the fall smaller; and a bound from below, or no year, says nothing."""
    printed = f"khoảng {more.get('value', '2300')} hộ"

    assert leavers_against_fall(plan_58(aim(**{**LEAVING, "value_printed": printed, **more})), board)[0] == []


def test_poor_and_near_poor_make_what_is_printed_for_both():
    """Of 2022 three printed sums are not those of their parts; rates are held against what rounding hides."""
    found, check = poor_and_near_poor(real_dataset("so-lieu-don-le", "", None))

    assert [(one.printed, one.computed, one.difference) for one in found] == [
        ("1.972.767", 1972648, 119), ("169.566", 169476, 90), ("236.766", 236647, 119),
    ]  # fmt: skip
    assert check.tried == 14


def test_households_that_leave_poverty_are_no_net_fall(board):
    """Plan 58 wants some 2.300 households to leave poverty: its table of poor households does not tell how many did."""
    target = aim(
        indicator="so-ho-thoat-ngheo", value="2300", value_printed="khoảng 2.300 hộ", unit="households",
        comparator="approx", baseline="kết quả điều tra tại thời điểm 01/10/2015",
    )  # fmt: skip

    check = targets_against_table(plan_58(target), board)[1]

    assert (check.tried, check.found) == (0, 0)
    assert "indicator: so-ho-thoat-ngheo" in (PROJECT / "content/plans" / PLAN_58 / "targets.yaml").read_text("utf-8")


def test_no_fall_is_reckoned_across_a_break_that_the_text_does_not_name():
    """Where the text names no baseline and the standard changes on the way, nothing is compared."""
    rows = [
        row("huyen-a", 2016, "ty-le-ho-ngheo", "9.0", "9,0", standard="cu"),
        row("huyen-a", 2018, "ty-le-ho-ngheo", "1", "1"),
    ]
    target = aim(provision="II", geography="huyen-a", deadline="2018")

    check = targets_against_table(plan(targets=(target,)), dataset(rows))[1]

    assert check.tried == 0


@pytest.mark.parametrize(("deadline", "tried"), [(None, 1), ("2018", 1), ("sau 5 năm", 0), ("2016–2018", 0)])
def test_a_deadline_without_a_year_is_not_the_last_year_of_the_plan(deadline: str | None, tried: int):
    """Only a target without any deadline is for the plan's last year; words that name no one year are for no year."""
    rows = [row("huyen-a", 2018, "ty-le-ho-ngheo", "1", "1")]
    target = aim(
        provision="II", geography="huyen-a", deadline=deadline, indicator="ty-le-ho-ngheo", value="1",
        value_printed="1%", unit="percent", comparator="lte",
    )  # fmt: skip
    ends_2018 = plan(targets=(target,), period=Period(start=2016, end=2018))

    assert targets_against_table(ends_2018, dataset(rows))[1].tried == tried


def test_a_group_of_people_is_not_compared_with_all():
    """A target for households of one group says nothing of a table of all households."""
    rows = [row("huyen-a", 2018, "so-ho-ngheo", "10", "10")]
    target = aim(
        provision="II", geography="huyen-a", deadline="2018", indicator="so-ho-ngheo", value="0",
        value_printed="không còn", unit="households", comparator="eq",
    )  # fmt: skip
    of_a_group = replace(target, group=both("hộ người có công"))

    counts = [targets_against_table(plan(targets=(one,)), dataset(rows))[1] for one in (target, of_a_group)]

    assert [(one.tried, one.found) for one in counts] == [(1, 1), (0, 0)]


def test_a_sentence_is_not_held_against_itself():
    """A row that was taken from the target's own provision is the target again."""
    rows = [row("huyen-a", 2018, "so-ho-ngheo", "10", "10", source=f"{PLAN}#II")]
    target = aim(provision="II", geography="huyen-a", deadline="2018", indicator="so-ho-ngheo", unit="households")

    check = targets_against_table(plan(targets=(target,)), dataset(rows))[1]

    assert check.tried == 0


def test_districts_of_plan_131_add_up_to_the_province():
    """The nine districts' households are the province's 11.869, and the sources of money the 5.440.412 million."""
    lines = (PROJECT / "content/plans/yen-bai-131-kh-tu-2019/source.txt").read_text(encoding="utf-8").splitlines()
    households = [line.split("giảm ")[-1].split(" hộ")[0] for line in lines if line.startswith("+ ") and "(" in line]
    money = [line.split(":")[-1].split(" triệu")[0] for line in lines if line.startswith("- Vốn ")]
    sums = [sum(int(one.replace(".", "")) for one in parts) for parts in (households, money)]

    checks = [
        totals_against_parts(real_dataset(id, "yen-bai-131-kh-tu-2019", None))[1]
        for id in ("yen-bai-131-chi-tieu-huyen", "yen-bai-131-kinh-phi")
    ]

    assert (len(households), len(money), sums) == (9, 5, [11869, 5440412])
    assert [(one.rule, one.tried, one.found) for one in checks] == [("sum-against-total", 1, 0)] * 2


def test_a_total_of_money_that_is_off_is_found():
    """Two sums that a provision lists are not the total that it prints."""
    money = {"quote": "x", "unit": "million_vnd", "approximate": True, "provision": "II", "item": "x"}
    amounts = [
        Amount(id="a", value="1", value_printed="1 triệu", total=False, **money),
        Amount(id="b", value="2", value_printed="2 triệu", total=False, **money),
        Amount(id="t", value="4", value_printed="4 triệu", total=True, **money),
    ]

    (one,), check = amounts_against_total(plan(amounts=tuple(amounts)))

    assert (one.printed, one.computed, one.difference, one.terms) == ("4 triệu", 3, 1, ("1 triệu", "2 triệu"))
    assert (check.tried, check.found) == (1, 1)


def test_rates_never_add_up():
    """A total row's rate is no sum, and a column with a withheld cell has none."""
    rates = [row(place, 2016, "ty-le-ho-ngheo", "5.0", "5,0") for place in ("xa-m", "xa-n")]
    withheld = [row("xa-m", 2016, "so-ho-ngheo", "", ""), row("xa-n", 2016, "so-ho-ngheo", "7", "7")]
    totals = [
        row("huyen-a", 2016, "ty-le-ho-ngheo", "5.0", "5,0", row="total"),
        row("huyen-a", 2016, "so-ho-ngheo", "9", "9", row="total"),
    ]

    sums = sums_of(dataset([*rates, *withheld, *totals]))

    assert sums == ()


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        ("I II III V", ["V"]),
        ("A B C D E", []),
        ("A B C E", ["E"]),
        ("1 2 4", ["4"]),
        ("2 3", ["2"]),
        ("a b c d đ e g", []),
        ("a b c d e f g", []),
        ("a b d", ["d"]),
        ("I II II", ["II"]),
        ("VIII IX X XI", ["VIII"]),
    ],
)
def test_gaps_in_printed_numbers(numbers, gaps):
    """Provisions count on by figures, Roman numbers, or letters of either alphabet; what does not is found."""
    provisions = tuple(provision(number, order) for order, number in enumerate(numbers.split()))

    found, check = numbering_gap(plan(provisions=provisions))

    assert [one.provision for one in found] == gaps
    assert check.tried == len(numbers.split())


def test_parts_without_a_number_are_no_gap():
    """An opening and an annex stand outside the count, and children are counted under their own parent."""
    provisions = (
        provision("mo-dau", 0, number=None), provision("I", 1), provision("I.1", 2), provision("I.2", 3),
        provision("II", 4), provision("II.1", 5), provision("phu-luc", 6, number=None),
    )  # fmt: skip

    found, check = numbering_gap(plan(provisions=provisions))

    assert (found, check.tried) == ([], 5)


@pytest.mark.parametrize(
    ("printed", "places"), [("7,7", 1), ("4,00", 2), ("48 065", 0), ("11.869 hộ", 0), ("trên 5,8%", 1), ("", 0)]
)
def test_printed_decimals(printed, places):
    """A comma begins the decimals of a Vietnamese number; a point or a space parts its thousands."""
    assert decimals(printed) == places
    assert half_unit(printed) == Fraction(1, 2 * 10**places)


def test_round_numbers():
    """2300 stands for anything that rounds to it by hundreds; 2301 only for itself, within a half."""
    assert [roundness(value) for value in ("2300", "2301", "1.5", "0")] == [
        50,
        Fraction(1, 2),
        Fraction(1, 20),
        Fraction(1, 2),
    ]


def test_computed_numbers_are_exact_where_they_end():
    """A quarter is shown whole, a third is cut, and a thousand keeps its noughts."""
    shows = [str(shown(Fraction(*one))) for one in ((1, 4), (1, 3), (1000, 1), (-3, 1))]

    assert shows == ["0.25", "0.333333", "1000", "-3"]


def test_two_findings_of_one_place_and_year_have_addresses_of_their_own():
    """A result and a plan of one year may both disagree with their counts: no address stops the build."""
    rows = [
        row("xa-m", 2016, indicator, value, value, status=status)
        for status in ("result", "plan")
        for indicator, value in (("tong-so-ho", "100"), ("so-ho-ngheo", "10"), ("ty-le-ho-ngheo", "50"))
    ]
    ids = [one.id for one in audit(site(datasets={TABLE: dataset(rows)}))[0] if one.rule == "rate-against-counts"]

    assert len(set(ids)) == len(ids) == 2


def test_every_rule_answers_for_every_plan_and_dataset():
    """Agreement is shown too: each rule has one check for what it was tried on, and every finding an id of its own."""
    findings, checks = audit(site())

    keys = [(one.rule, one.dataset) for one in checks]
    assert keys == [
        ("numbering-gap", None),
        ("sum-against-total", None),
        ("rate-against-counts", TABLE),
        ("total-against-rows", TABLE),
        ("poor-and-near-poor", TABLE),
        ("serial-order", TABLE),
        ("target-against-table", TABLE),
        ("leavers-against-fall", TABLE),
    ]
    assert len({one.id for one in findings}) == len(findings) == sum(one.found for one in checks)
