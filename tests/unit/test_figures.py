"""Figures: what they claim follows from the rows, and plan, result and standard stay apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.charts import CHARTS
from generator.charts.figure import Figure
from generator.derive.facts import Facts, derive
from generator.model.places import Change, Place
from generator.model.tables import COLUMNS, Observation
from generator.pages.data.finding_lines import line_of
from generator.pages.figures import figures
from generator.pages.figures.card import card_of
from generator.pages.parts.lineage import fate, kin
from generator.pages.parts.tables import row_href, wide_table
from generator.pages.places.place_numbers import numbers_of
from generator.render.theme import Theme
from tests.unit import small_site
from tests.unit.small_site import TABLE, dataset, row

RATE = "ty-le-ho-ngheo"
THEME = Theme(Path(__file__).parents[2] / "themes", "base", ("vi", "en"))
VI, EN = THEME.words("vi"), THEME.words("en")


def rate(place: str, year: int, value: str, **more: Any) -> Observation:
    return row(place, year, RATE, value, value.replace(".", ","), **more)


def facts_of(*rows: Observation, **more: Any) -> Facts:
    lined = tuple(replace(one, line=number) for number, one in enumerate(rows, 2))
    return derive(small_site.site(datasets={TABLE: dataset(lined, **more)}))


def own(place: str, *years: tuple[int, str, str]) -> tuple[Observation, ...]:
    return tuple(rate(place, year, value, status=status) for year, value, status in years)


def only(facts: Facts, chart: str, words: Mapping[str, str] = VI, lang: str = "vi") -> Figure:
    (found,) = (one for one in figures(facts, lang, words) if one.chart == chart)
    return found


DOWN = ((2016, "6.50", "result"), (2017, "5.00", "plan"), (2018, "4.00", "plan"))


def test_a_title_says_what_is_result_and_what_is_plan() -> None:
    """A plan's number is never told as if it had been reached."""
    title = only(facts_of(*own("huyen-a", *DOWN)), "trend").title

    assert title == "Xã huyen-a dự định giảm tỷ lệ hộ nghèo từ 6,50% (2016, kết quả) xuống 4,00% (2018, kế hoạch)"


def test_a_plan_made_for_a_place_is_not_told_as_its_own() -> None:
    """A commune in its district's plan intends nothing itself."""
    title = only(facts_of(*own("xa-m", *DOWN)), "trend").title

    assert title.startswith("Kế hoạch đặt cho Xã xa-m:")


@pytest.mark.parametrize(("last", "word"), [("7.00", "lên"), ("6.50", "giữ"), ("1.00", "xuống")])
def test_a_title_follows_the_numbers(last: str, word: str) -> None:
    """A plan that lets the rate rise, or stay, is told as such."""
    rows = own("huyen-a", (2016, "6.50", "result"), (2017, "6.00", "plan"), (2018, last, "plan"))

    assert word in only(facts_of(*rows), "trend").title.split()


def test_a_title_never_compares_two_standards() -> None:
    """The first and the last year may be of different standards; the title speaks of one."""
    rows = (rate("huyen-a", 2015, "9.90", standard="khac"), *own("huyen-a", *DOWN))
    figure = only(facts_of(*rows), "trend")

    assert "9,90" not in figure.title
    assert "6,50" in figure.title


def test_years_of_two_standards_are_not_joined() -> None:
    """Between two standards there is a break with a word, and no line."""
    rows = (rate("huyen-a", 2015, "9.90", standard="khac"), *own("huyen-a", *DOWN))
    drawn = only(facts_of(*rows), "trend").rows
    joined = {one.year: one.from_year for one in drawn if one.value is not None}

    assert joined == {2015: None, 2016: None, 2017: 2016, 2018: 2017}
    assert [one.year for one in drawn if one.what == "break"] == [2015.5]


def test_a_missing_year_breaks_the_line() -> None:
    """Nothing is drawn through a year without a number."""
    rows = own("huyen-a", (2014, "9.00", "result"), (2016, "8.00", "result"), (2017, "7.00", "result"))
    drawn = only(facts_of(*rows), "trend").rows

    assert [(one.year, one.from_year) for one in drawn] == [(2014, None), (2016, None), (2017, 2016)]


def test_two_years_make_no_trend() -> None:
    """Two numbers are a difference, not a trend."""
    facts = facts_of(*own("huyen-a", *DOWN[:2]))

    assert not [one for one in figures(facts, "vi", VI) if one.chart == "trend"]


def test_places_are_compared_within_one_standard_and_sorted_by_value() -> None:
    """The printed total is a line of its own, and never one of the places."""
    pairs = [("xa-m", "3.00", "2.00", "unit"), ("xa-n", "8.00", "1.00", "unit"), ("xa-o", "5.00", "4.00", "unit")]
    pairs += [("huyen-a", "5.50", "2.50", "total")]
    rows = [rate(place, 2016, start, row=kind) for place, start, _, kind in pairs]
    rows += [rate(place, 2018, end, row=kind, status="plan") for place, _, end, kind in pairs]
    figure = only(facts_of(*rows), "communes")
    drawn = [(one.kind, one.name) for one in figure.rows]

    assert drawn == [("head", None), ("whole", "huyen-a"), ("unit", "xa-n"), ("unit", "xa-o"), ("unit", "xa-m")]
    assert figure.title == (
        "Xã xa-n có tỷ lệ hộ nghèo cao nhất trong 3 đơn vị theo kết quả năm 2016 (8,00%); kế hoạch năm 2018 là 1,00%"
    )


def test_a_reduction_keeps_the_word_that_bounds_it() -> None:
    """`trên 5,80%` is more than 5.80, in percentage points."""
    rows = [
        made
        for place in ("xa-m", "xa-n", "xa-o")
        for made in (
            row(place, 2018, "muc-giam-ty-le-ho-ngheo", "5.80", "trên 5,80%", status="target", comparator="gt"),
            rate(place, 2018, "7.60", status="target"),
        )
    ]
    figure = only(facts_of(*rows), "districts")

    assert {one.cut_label for one in figure.rows if one.kind == "unit"} == {"trên 5,80"}
    assert figure.table[0] == ("xa-m", "7,60", "trên 5,80%")
    assert "điểm phần trăm" in figure.alt


def test_a_share_of_money_is_marked_as_ours() -> None:
    """The share is computed from two printed numbers, and a note says so."""
    sums = (("Tổng", "40", "total"), ("A", "30", "unit"), ("B", "10", "unit"))
    rows = [row("huyen-a", 2018, "kinh-phi", v, v, status="plan", item=item, row=kind) for item, v, kind in sums]
    figure = only(facts_of(*rows, table=None), "budget")

    assert figure.title.startswith("A chiếm 75,0% tổng kinh phí")
    assert any("75,0%" in note and "chúng tôi tính" in note for note in figure.notes)


def test_figures_say_the_same_in_every_language() -> None:
    """The same ids, tables and files; each language writes numbers in its own way."""
    facts = facts_of(*own("huyen-a", *DOWN))
    vi, en = only(facts, "trend"), only(facts, "trend", EN, "en")

    assert (vi.id, vi.data) == (en.id, en.data)
    assert [cells[1] for cells in vi.table] == [cells[1] for cells in en.table] == ["6,50", "5,00", "4,00"]
    assert "6.50%" in en.title


def test_a_figure_draws_what_its_chart_reads() -> None:
    """Every row is of the type that the chart declares, and the table as many cells as headings."""
    for one in figures(facts_of(*own("huyen-a", *DOWN), *own("xa-m", *DOWN)), "vi", VI):
        assert {type(row) for row in one.rows} == {CHARTS[one.chart].row}
        assert {len(cells) for cells in one.table} == {len(one.columns)}
        assert one.data[0] == COLUMNS
        assert all(numeric < len(one.columns) for numeric in card_of(one, VI).numeric)


def test_a_number_leads_to_its_row() -> None:
    """A place's number links to the line of the dataset, and the dataset's page has that anchor."""
    facts = facts_of(*own("huyen-a", *DOWN))
    table = facts.site.datasets[TABLE]
    (numbers,) = numbers_of("huyen-a", facts, "vi", VI)
    wide = wide_table(table, facts, "vi", VI)

    assert [one.cells[0].href for one in numbers.rows] == [f"du-lieu/{TABLE}/#r{line}" for line in (2, 3, 4)]
    assert wide is not None
    assert [cell.anchor for cell in wide.rows[0].cells] == ["r2", "r3", "r4"]
    assert row_href(table, 3) == numbers.rows[1].cells[0].href
    assert [one.planned for one in numbers.rows] == [False, True, True]


def test_a_finding_stays_neutral() -> None:
    """Printed and computed stand side by side, and none is called wrong."""
    rows = (
        row("xa-m", 2016, "tong-so-ho", "1000", "1 000"),
        row("xa-m", 2016, "so-ho-ngheo", "100", "100"),
        rate("xa-m", 2016, "9.00"),
    )
    facts = facts_of(*rows)
    (finding,) = (one for one in facts.findings if one.rule == "rate-against-counts")
    line = line_of(finding, facts, "vi", VI)

    assert (line.printed, line.computed, line.difference) == ("9,00", "10%", "−1 điểm phần trăm")
    assert line.how == "100 ÷ 1 000 × 100"
    spoken = " ".join(text for key, text in VI.items() if key.startswith("findings."))
    assert not re.search(r"\bsai\b", spoken, re.IGNORECASE)


def test_a_former_place_leads_to_today() -> None:
    """What a unit became is told with the day, the legal basis and whether wholly or in part."""
    facts = derive(small_site.site())
    (wholly,) = kin("xa-m", "after", facts, "vi", VI)
    former: Place = facts.site.places["xa-m"]

    assert (wholly.place.href, wholly.day, wholly.relation) == ("dia-ban/xa-moi/", "1/7/2025", "toàn bộ")
    assert wholly.basis == "Nghị quyết 1"
    assert fate(former, facts, VI) == "Tồn tại đến năm 2025; nay thuộc Xã xa-moi."
    assert [one.relation for one in kin("xa-moi", "before", facts, "vi", VI)] == ["toàn bộ", "một phần"]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("result", "result"),
        ("preliminary", "preliminary"),
        ("estimate", "estimate"),
        ("plan", "plan"),
        ("target", "plan"),
    ],
)
def test_each_kind_of_number_is_drawn_as_what_it_is(status: str, kind: str) -> None:
    """A preliminary or estimated number is never drawn as if it were final, nor an intended one as if it were known."""
    facts = facts_of(*own("huyen-a", (2015, "9.00", "result"), (2016, "8.00", "result"), (2017, "7.00", status)))
    drawn = only(facts, "trend").rows

    assert [one.kind for one in drawn] == ["result", "result", kind]


def test_a_year_of_two_standards_has_two_numbers() -> None:
    """Where a source prints a year twice, by the old and by the new standard, both stand there, with a break."""
    rows = (
        *(rate("huyen-a", year, value, standard="cu") for year, value in ((2014, "9.00"), (2015, "8.00"))),
        *own("huyen-a", (2015, "15.00", "result"), (2016, "13.00", "result")),
    )
    figure = only(facts_of(*rows), "trend")
    drawn = [(one.year, one.value, one.from_value) for one in figure.rows]

    assert drawn == [(2014, 9, None), (2015, 8, 9), (2015, None, None), (2015, 15, None), (2016, 13, 15)]
    assert [one.what for one in figure.rows][2] == "break"
    assert any("cu; Đa chiều" in note for note in figure.notes)


def test_a_new_territory_is_a_break_with_a_word() -> None:
    """Where the border moved, a break says so, the table tells the days, and no line runs across."""
    moved = Change(day=date(2018, 2, 1), before="xa-m", after="xa-n", relation="boundary", basis="Nghị quyết 871")
    rows = [
        replace(one, line=line)
        for line, one in enumerate((rate("xa-m", y, "5.00", source="r1") for y in range(2016, 2020)), 2)
    ]
    facts = derive(small_site.site(changes=(moved,), datasets={TABLE: dataset(rows, plan=None)}))
    figure = only(facts, "trend")
    joined = {one.year: one.from_year for one in figure.rows if one.value is not None}

    assert joined == {2016: None, 2017: 2016, 2018: None, 2019: 2018}
    assert [one.label for one in figure.rows if one.what == "break"] == [VI["figure.gap.territory"]]
    assert [cells[-1] for cells in figure.table] == ["đến 31/1/2018", "đến 31/1/2018"] + 2 * [
        "từ 1/2/2018, đến 30/6/2025"
    ]
    assert any("địa giới đã đổi" in note for note in figure.notes)


def test_each_producer_has_a_figure_of_its_own() -> None:
    """Numbers of two bodies for the same years never stand in one trend."""
    years = (2014, 2015, 2016)
    rows = [rate("huyen-a", year, "5.00", producer=who) for year in years for who in ("ubnd-a", "so-khac")]
    found = [one for one in figures(facts_of(*rows), "vi", VI) if one.chart == "trend"]

    assert [one.id.rpartition("huyen-a-")[2] for one in found] == ["ubnd-a", "so-khac"]
    assert [len(one.table) for one in found] == [3, 3]


def test_numbers_that_cannot_be_compared_make_no_claim() -> None:
    """Where no two numbers are of one standard, the title says just that, and names none of them."""
    rows = [rate("huyen-a", year, "5.00", standard=f"chuan-{year}") for year in (2014, 2015, 2016)]

    assert only(facts_of(*rows), "trend").title == (
        "Tỷ lệ hộ nghèo của Xã huyen-a: 3 con số, không hai số nào so sánh được với nhau"
    )


def test_a_plan_for_a_year_that_has_a_result_is_not_told_as_still_to_come() -> None:
    """A title leads from the last result to a plan after it; where there is none, along all the numbers."""
    rows = own("huyen-a", (2016, "6.50", "result"), (2017, "5.00", "plan"), (2018, "4.00", "result"))

    assert only(facts_of(*rows), "trend").title == "Tỷ lệ hộ nghèo của Xã huyen-a: từ 6,50% (2016) xuống 4,00% (2018)"


def test_of_one_of_many_alike_the_browser_makes_the_pixels() -> None:
    """So it is with the trend of a single commune and with sets of places; all offer the picture with a title."""
    one = only(facts_of(*own("xa-m", *DOWN)), "trend")
    cards = [card_of(figure, VI) for figure in (one, side_by_side(), replace(one, many=False))]
    endings = [{link.href.rpartition(card.id)[2] for link in card.downloads} for card in cards]

    assert endings == [{".svg", ".csv", ".vl.json"}, {".svg", ".csv", ".vl.json"}, {".svg", ".png", ".csv", ".vl.json"}]
    assert [card.png for card in cards] == [True, True, False]


def side_by_side(*extra: Observation) -> Figure:
    rows = [rate(place, year, value) for place, value in (("xa-m", "9.00"), ("xa-n", "4.00")) for year in (2015, 2016)]
    return only(facts_of(*rows, *extra), "panels")


def test_places_side_by_side_share_no_line() -> None:
    """Every line stays in its own panel."""
    rows = side_by_side().rows

    assert {(one.panel, one.from_value) for one in rows if one.from_year is not None} == {(0, 9), (1, 4)}


def test_what_is_not_alike_is_not_drawn_side_by_side() -> None:
    """A number of another body is not in the picture of the places, nor in its table."""
    figure = side_by_side(rate("xa-m", 2016, "7.77", producer="so-khac"))

    assert "7,77" not in str(figure.rows) + str(figure.table)


def test_a_new_standard_is_a_gap_in_every_panel() -> None:
    """No line crosses it."""
    old = [rate(place, 2014, "8.00", standard="cu") for place in ("xa-m", "xa-n")]
    rows = side_by_side(*old).rows
    breaks = [(one.panel, one.year) for one in rows if one.kind == "break"]
    crossing = [one for one in rows if one.from_year is not None and one.from_year < breaks[0][1] < one.year]

    assert breaks == [(0, 2014.5), (1, 2014.5)]
    assert crossing == []


def test_one_year_is_drawn_as_bars() -> None:
    """A single year has no course: the places stand from the highest to the lowest."""
    facts = facts_of(rate("xa-m", 2016, "4.00"), rate("xa-n", 2016, "9.00"))
    drawn = [(one.name, one.label) for one in only(facts, "bars").rows]

    assert drawn == [("Xã xa-n", "9,00%"), ("Xã xa-m", "4,00%")]


def test_every_number_of_a_figure_leads_to_its_row() -> None:
    """The table under a figure has a link for each of its numbers."""
    rows = [rate(place, year, "5.00") for place in ("xa-m", "xa-n", "xa-o") for year in (2014, 2015, 2016)]
    shown = [card_of(one, VI) for one in figures(facts_of(*rows), "vi", VI)]
    bare = [cell.text for card in shown for row in card.rows for index in card.numeric if not (cell := row[index]).href]

    assert shown
    assert bare == []


def test_a_row_says_why_it_is_not_compared_with_the_one_above() -> None:
    """In a place's table a new standard is a line between the rows, with its reason."""
    rows = (rate("huyen-a", 2014, "9.90", standard="cu"), rate("huyen-a", 2015, "9.00"), rate("huyen-a", 2016, "8.00"))
    (numbers,) = numbers_of("huyen-a", facts_of(*rows), "vi", VI)

    assert [one.gap for one in numbers.rows] == ["", VI["place.gap.standard"], ""]


def test_a_trend_says_what_it_is_a_share_of_only_where_a_table_prints_it() -> None:
    """By a standard whose tables print no base, it says so, below the title and in its notes."""
    known = facts_of(*own("xa-m", *DOWN))
    standards = {id: replace(standard, base="not_printed") for id, standard in known.site.standards.items()}
    unknown = derive(replace(known.site, standards=standards))
    sure, unsure = only(known, "trend"), only(unknown, "trend")

    assert "phần trăm của tổng số hộ" in sure.about
    assert VI["figure.note.households"] in sure.notes
    assert "bảng không in là của số hộ hay số người" in unsure.about
    assert VI["figure.note.households_unprinted"] in unsure.notes
    assert VI["figure.note.households"] not in unsure.notes
