"""What pages say of duties and numbers is no more than is known: not searched, inferred, a target, ended, rounded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.charts.figure import Figure
from generator.derive.facts import Facts, derive
from generator.exports.context import contexts
from generator.exports.duty_rows import COMMITMENT, commitment_rows
from generator.model.site import Site
from generator.pages.commitments import commitment, commitments
from generator.pages.data import chart, findings
from generator.pages.figures import figures
from generator.pages.figures.sources import dictionary
from generator.pages.front import home
from generator.pages.page import PageKind, View
from generator.pages.places.place_numbers import numbers_of
from generator.pages.supervision import calendar, checklist, letter
from generator.render.theme import Theme
from tests.portal import facts as real
from tests.portal import html as real_page
from tests.portal import words as real_words
from tests.unit import small_duties
from tests.unit.small_duties import report, whole, words
from tests.unit.small_site import PLAN, PROJECT, TABLE, dataset, row, site

VI = words()["vi"]
AS_OF = {lang: {"as_of": "2026-11-21"} for lang in ("vi", "en")}
THEME = Theme(PROJECT / "themes", "base", ("vi", "en"), "/", AS_OF)
DOWN = ((2016, "6.50"), (2017, "5.00"), (2018, "4.00"))


def html(kind: PageKind, view: View) -> str:
    return THEME.recipe(kind.template, view.lang)(view).decode()


def with_plan(given: Site, **more: Any) -> Site:
    return replace(given, plans={PLAN: replace(given.plans[PLAN], **more)})


def rate(place: str, year: int, value: str, **more: Any) -> Any:
    return row(place, year, "ty-le-ho-ngheo", value, value.replace(".", ","), **more)


def facts_of(*rows: Any) -> Facts:
    lined = tuple(replace(one, line=number) for number, one in enumerate(rows, 2))
    return derive(site(datasets={TABLE: dataset(lined)}))


def only(facts: Facts, kind: str) -> Figure:
    (found,) = (one for one in figures(facts, "vi", VI) if one.chart == kind)
    return found


# Duties.


def test_nought_is_told_in_words() -> None:
    """A body that only works with others has no commitment of its own, and its page says so in a plain sentence."""
    page = real_page("co-quan/phong-tai-chinh-ke-hoach-huyen-tan-yen/index.html")

    assert "Không cam kết nào được giao cho cơ quan này thực hiện." in page
    assert not re.search(r">0 cam kết", page)


def test_a_checklist_says_what_the_text_does_not_name() -> None:
    """A row has the id that the portal knows it by; a report to nobody in particular is said to be one."""
    (view,) = checklist.of_plans(derive(whole()), "vi", VI)
    page = html(checklist.OF_PLAN, view)

    assert page.count("Báo cáo: văn bản không nêu") == 1
    assert page.count("Qua: Phòng A") == 1
    assert '<th scope="row">ck-001</th>' in page


def test_an_actor_that_the_words_do_not_name_is_said_to_be_inferred() -> None:
    """In the list of a plan, on its checklist and in its table: nobody takes an inferred actor for a printed one."""
    ones = (
        small_duties.commitment(actor_source="implied"),
        small_duties.commitment("ck-002"),
        small_duties.commitment("ck-003", actor_source="heading"),
    )
    facts = derive(with_plan(whole(), commitments=ones))
    (paper,) = checklist.of_plans(facts, "vi", VI)
    shown = (
        html(checklist.OF_PLAN, paper),
        html(commitments.OF_PLAN, next(iter(commitments.OF_PLAN.views(facts, "vi", VI)))),
    )

    for page in shown:
        assert (page.count("(suy ra)"), page.count("(theo đề mục)")) == (1, 1)
    (context, _) = contexts(facts, {"vi": VI, "en": VI})
    cells = [row[list(COMMITMENT).index("actors")] for row in commitment_rows(context, facts.site.plans.values())]
    assert cells == ["UBND huyện A (suy ra)", "UBND huyện A", "UBND huyện A (theo đề mục)"]


def test_publication_says_what_was_done_and_what_was_not() -> None:
    """What nobody looked for is not searched, and never not found."""
    site = replace(whole(), evidence={}, assessments={})
    titles = [
        next(one for one in figures(derive(given), "vi", VI) if one.chart == "publication").title
        for given in (replace(site, searches={}), site)
    ]

    assert "chúng tôi chưa tìm về 3" in titles[0]
    assert "thấy" not in titles[0]
    assert "đã tìm, chưa thấy về 1" in titles[1]


def test_what_became_of_a_body_stands_beside_its_name() -> None:
    """Where a report is still to come or is asked for now, the reader learns that its author is no more."""
    site = replace(whole(), evidence={}, assessments={})
    period = replace(site.plans[PLAN].period, end=2028)
    site = with_plan(site, period=period, reporting=(report(who=("phong-a",)),))
    facts = derive(site)
    (first,) = home.views(facts, "vi", VI)
    (dues,) = calendar.views(facts, "vi", VI)

    assert "Phòng A: Sáp nhập" in html(home.KIND, first)
    assert "Phòng A</a> (Sáp nhập)" in html(calendar.KIND, dues).partition("da-qua")[0]
    assert "Phòng A (Sáp nhập)" in html(letter.KIND, next(iter(letter.KIND.views(facts, "vi", VI))))


def test_a_commitment_is_called_by_what_it_says() -> None:
    """Its title and heading begin with its words, and a link to it holds more than its id."""
    facts = derive(whole())
    view = next(iter(commitment.KIND.views(facts, "vi", VI)))
    listed = html(commitments.OF_PLAN, next(iter(commitments.OF_PLAN.views(facts, "vi", VI))))

    assert view.title == "Giảm nghèo (cam kết ck-001, kế hoạch 1/KH)"
    assert "<h1>Giảm nghèo (cam kết ck-001)</h1>" in html(commitment.KIND, view)
    assert not re.search(r">ck-\d+</a>", listed)


# Numbers.


def side_by_side(*extra: Any) -> Figure:
    rows = [rate(place, year, value) for place, value in (("xa-m", "9.00"), ("xa-n", "4.00")) for year in (2015, 2016)]
    return only(facts_of(*rows, *extra), "panels")


@pytest.mark.parametrize(
    ("status", "said"),
    [("result", "(kết quả)"), ("target", "(kết quả và chỉ tiêu kế hoạch)"), ("plan", "(kết quả và số dự định")],
)
def test_a_comparison_says_whether_its_numbers_are_results(status: str, said: str) -> None:
    """The title and the line under it name the kinds of number, so that a target is not cited as a result."""
    figure = side_by_side(*(rate(place, 2017, "3.00", status=status) for place in ("xa-m", "xa-n")))

    assert said in figure.title
    assert said in figure.about


def test_a_comparison_of_targets_alone_does_not_speak_of_results() -> None:
    facts = facts_of(rate("xa-m", 2016, "4.00", status="target"), rate("xa-n", 2016, "9.00", status="target"))
    figure = only(facts, "bars")

    assert "2016 (chỉ tiêu kế hoạch)" in figure.title
    assert VI["figure.note.plan"] not in figure.notes


def test_who_made_numbers_is_said_to_be_inferred_where_no_source_says_it() -> None:
    """A producer that the portal read out of who published a number is told as that, also where the chart is cited."""
    rows = [rate("xa-m", year, value, attribution="inferred") for year, value in DOWN]
    facts = facts_of(*rows)
    (table,) = numbers_of("xa-m", facts, "vi", VI)
    figure = only(facts, "trend")
    (page,) = [one for one in chart.views(facts, "vi", VI) if one.figure.id == figure.id]

    assert "suy ra" in table.producer
    assert page.cite is not None
    assert table.producer in page.cite.before
    assert figure.sources[0][0] == page.figure.sources[0].label


def test_remarks_on_numbers_say_which_numbers_they_are_of() -> None:
    """Remarks of one year on several columns are told apart by the columns; one on all of them names none."""
    rows = [
        row("xa-m", 2019, "ty-le-ho-ngheo", "5.0", "5,0", note="cuối năm"),
        row("xa-m", 2019, "tong-so-ho", "90", "90", note="đầu năm"),
        row("xa-n", 2019, "ty-le-ho-ngheo", "5.0", "5,0", note="làm tròn"),
        row("xa-n", 2020, "ty-le-ho-ngheo", "4.0", "4,0", note="làm tròn"),
    ]
    tables = [numbers_of(place, facts_of(*rows), "vi", VI)[0] for place in ("xa-m", "xa-n")]

    assert [[(one.years, len(one.of), one.text) for one in table.notes] for table in tables] == [
        [("2019", 1, "cuối năm"), ("2019", 1, "đầu năm")],
        [("2019, 2020", 0, "làm tròn")],
    ]
    assert tables[0].notes[0].of != tables[0].notes[1].of


def test_notes_of_a_chart_hold_no_codes() -> None:
    """What the dictionary says of the values of a column is told in words alone."""
    said = {"vi": "result: kết quả; da-chieu: chuẩn 2016", "en": "result: measured"}
    facts = facts_of(*(rate("xa-m", year, value) for year, value in DOWN))
    (first,) = facts.site.datasets.values()
    columns = tuple(replace(one, description=said) if one.name == "status" else one for one in first.columns)
    notes = dictionary(replace(first, columns=columns), "vi", VI)

    assert any("kết quả; chuẩn 2016" in one for one in notes)
    assert not any("result" in one for one in notes)


def test_every_number_that_rounding_may_explain_is_told_apart() -> None:
    """The page of findings and the home page count what rounding cannot explain, and say how many it may."""
    (page,) = findings.views(real(), "vi", real_words("vi"))
    (first,) = home.views(real(), "vi", real_words("vi"))
    marked = real_page("doi-chieu/index.html").count(real_words("vi")["findings.rounding"])

    assert (page.certain + page.rounding, page.rounding) == (page.found, marked)
    assert first.findings == page.certain


def test_a_unit_of_a_computed_number_is_filled_in() -> None:
    """What a template of a unit leaves open never reaches a reader."""
    page = re.sub(r"<[^>]*>", "", real_page("doi-chieu/index.html"))

    assert "điểm phần trăm mỗi năm" in page
    assert re.findall(r"\{\w+\}", page) == []


def test_a_unit_that_came_from_several_is_not_said_to_be_one_of_them() -> None:
    """Yên Bái and Lào Cai became one: Yên Bái now belongs to Lào Cai, and is not it."""
    (first,) = home.views(real(), "vi", real_words("vi"))
    notes = {one.label: one.note for one in first.places}

    assert notes["Tỉnh Yên Bái"] == "nay thuộc tỉnh Lào Cai"


def test_only_charts_that_compare_places_are_offered_to_compare_a_place() -> None:
    page = real_page("dia-ban/tinh-yen-bai-den-2025/index.html")

    assert "cong-bo-theo-ke-hoach" not in page
