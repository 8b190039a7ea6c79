"""What the pages of commitments, agencies and documents say, and how plans and they lead to each other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.derive.facts import Facts, derive
from generator.model.duties import Deadline
from generator.model.passages import passage_of
from generator.model.records import Agency, Prose
from generator.pages.commitments import commitment as commitment_pages
from generator.pages.commitments import commitments
from generator.pages.page import PageKind, View
from generator.pages.parts.aliases import printed_places
from generator.pages.parts.naming import in_words, section_href, soonest, year_of
from generator.pages.plans import plan as plan_pages
from generator.pages.plans import provision as provision_pages
from generator.pages.plans.badges import badges_of
from generator.pages.records import agency, document, documents
from generator.render.theme import Theme
from generator.site.urls import STATES
from tests.unit.small_duties import commitment, of_plans, report, search, whole, words
from tests.unit.small_site import PLAN, PROJECT, both, plan, provision


@cache
def small() -> Facts:
    return derive(whole())


@cache
def theme() -> Theme:
    return Theme(
        PROJECT / "themes", "base", ("vi", "en"), "/", {lang: {"as_of": "2026-11-21"} for lang in ("vi", "en")}
    )


def views(kind: PageKind, facts: Facts | None = None, lang: str = "vi") -> dict[str, Any]:
    """The views of a kind by their paths."""
    return {view.path: view for view in kind.views(facts or small(), lang, words()[lang])}


def html(kind: PageKind, view: View) -> str:
    """A view's page."""
    return theme().recipe(kind.template, view.lang)(view).decode()


def one(id: str, facts: Facts | None = None) -> Any:
    """The view of a commitment of the small plan."""
    return views(commitment_pages.KIND, facts)[f"cam-ket/{PLAN}/{id}/"]


def axes(facts: Facts, id: str = "ck-001") -> dict[str, Any]:
    """The four axes of a commitment by their names."""
    return {axis.name: axis for axis in one(id, facts).axes}


def of(*entries: Any, reporting: tuple[Any, ...] = (), **more: Any) -> Facts:
    """What follows from the small plan with these commitments."""
    return derive(of_plans(plan(commitments=entries, reporting=reporting), **more))


def test_a_commitment_stands_in_the_words_around_it() -> None:
    """The quote is shown inside its passage: words before, quote and words after make the passage, as printed."""
    text = "Đến hết năm 2018, giảm 1,0%/năm và không tái nghèo."
    facts = derive(
        of_plans(plan(provisions=(provision("II", 1, "Mở.", text),), commitments=(commitment(quote="giảm 1,0%/năm"),)))
    )
    shown = one("ck-001", facts).quotation

    assert shown.before + shown.quote + shown.after == text
    assert shown.quote == "giảm 1,0%/năm"


def test_a_quote_over_two_passages_stands_alone() -> None:
    """A quote that runs on into the next passage leads to the provision, not to a passage with half of it."""
    two = provision("II", 1, "Giảm nghèo", "cho mọi hộ")

    assert passage_of(two, "Giảm nghèo cho mọi hộ") == "II"
    assert passage_of(two, "mọi  hộ") == "II-p2"


def test_a_commitment_leads_back_to_its_very_passage() -> None:
    """The link into the whole text names an anchor that the plan's page has."""
    page = html(plan_pages.KIND, views(plan_pages.KIND)[f"ke-hoach/{PLAN}/"])
    path, _, anchor = one("ck-001").where.href.partition("#")

    assert path == f"ke-hoach/{PLAN}/"
    assert f'id="{anchor}"' in page


def test_a_plan_leads_to_what_its_provisions_hold() -> None:
    """Each badge of the reading view counts what stands there and ends at a page or a section that exists."""
    (clause,) = [one for one in views(plan_pages.KIND)[f"ke-hoach/{PLAN}/"].clauses if one.id == "II"]
    page = html(provision_pages.KIND, views(provision_pages.KIND)[f"ke-hoach/{PLAN}/muc/II/"])

    assert [badge.label for badge in clause.badges] == [
        "3 cam kết",
        "1 chỉ tiêu",
        "2 báo cáo",
        "1 văn bản",
        "1 chính sách",
    ]
    for badge in clause.badges:
        path, _, anchor = badge.href.partition("#")
        assert path in ("van-ban/ct-1/", f"ke-hoach/{PLAN}/muc/II/")
        assert not anchor or f'id="{anchor}"' in page


def test_a_provision_that_holds_nothing_has_no_badge() -> None:
    """Only what holds something is marked."""

    assert set(badges_of(small().site.plans[PLAN], words()["vi"])) == {"I", "II"}


def test_nobody_is_named_where_the_text_names_nobody() -> None:
    """A commitment without an actor says that the text does not say; no agency is linked in its facts."""
    page = html(commitment_pages.KIND, one("ck-002"))
    facts = page[page.index('class="answer"') : page.index("</dl>", page.index('class="facts"'))]

    assert one("ck-002").actors == ()
    assert "văn bản không nêu" in facts
    assert "co-quan/" not in facts


@pytest.mark.parametrize(
    ("deadline", "year"),
    [
        (None, "none"),
        (Deadline(printed="đến năm 2020"), "2020"),
        (Deadline(printed="giai đoạn 2016-2020"), "2020"),
        (Deadline(printed="trước 15/11", date=date(2019, 11, 15)), "2019"),
        (Deadline(printed="hằng năm", recurrence="yearly"), "recurring"),
        (Deadline(printed="Tháng 11"), "none"),
    ],
)
def test_a_year_is_only_taken_from_what_is_printed(deadline: Deadline | None, year: str) -> None:
    """The filter by year knows the last year that the text prints, and no other."""

    assert year_of(deadline) == year


def test_dated_duties_come_first() -> None:
    """By deadline means: days and years, then what recurs, then what has no time in the text."""
    times = [
        None,
        Deadline(printed="hằng năm", recurrence="yearly"),
        Deadline(printed="2020"),
        Deadline(printed="x", date=date(2019, 5, 1)),
    ]

    assert [times.index(each) for each in sorted(times, key=soonest)] == [3, 2, 1, 0]


def test_a_day_of_the_year_is_told_in_the_reader_s_language() -> None:
    """`12-05` is `ngày 5/12` and `5 December`, with how often."""
    yearly = Deadline(printed="trước ngày 05/12", month_day="12-05", recurrence="yearly")

    assert in_words(yearly, words()["vi"]) == "trước ngày 5/12; mỗi năm một lần"
    assert in_words(yearly, words()["en"]) == "before 5 December; every year"


def test_due_and_not_found_says_when_it_was_due_and_when_we_looked() -> None:
    """The sentence of that state names the day of the deadline, the day of the search and the day that we speak of."""
    once = Deadline(printed="10/12/2018", date=date(2018, 12, 10), recurrence="once")
    axis = axes(of(commitment(), reporting=(report(commitment="ck-001", deadline=once),), searches=(search(),)))[
        "finding"
    ]

    assert axis.verdict == "báo cáo đến hạn, đã tìm, chưa tìm thấy"
    assert all(day in axis.why for day in ("10/12/2018", "1/1/2020", "21/11/2026"))


def test_a_search_before_the_deadline_does_not_count_as_nothing_found() -> None:
    """A search made before the report was due does not make it due and not found."""
    once = Deadline(printed="10/12/2020", date=date(2020, 12, 10), recurrence="once")
    axis = axes(of(commitment(), reporting=(report(commitment="ck-001", deadline=once),), searches=(search(),)))[
        "finding"
    ]

    assert axis.verdict == words()["vi"]["duty.finding.not_found"]
    assert "1/1/2020" in axis.why


def test_what_nobody_assessed_says_so() -> None:
    """Without an assessment attainment is not assessed and rests on nothing, whatever was published."""
    found = axes(of(commitment()))

    assert found["attainment"].verdict == "chưa đánh giá"
    assert found["basis"].verdict == "chưa có"


def test_an_assessment_names_who_when_and_why() -> None:
    """The sentence on attainment is the assessor's own, with the day."""
    why = axes(small())["attainment"].why

    assert all(part in why for part in ("Tổ giám sát", "1/1/2021", "Vì"))


def test_every_state_has_words_an_address_and_a_page() -> None:
    """What was found has a list where there is any commitment of it; together they hold each commitment once."""
    lists = views(commitments.OF_STATE)

    assert set(lists) <= {f"cam-ket/trang-thai/{one}/" for one in STATES.values()}
    assert all(one.plans for one in lists.values())
    assert sum(plan.count for one in lists.values() for plan in one.plans) == 3
    assert all(html(commitments.OF_STATE, one) for one in lists.values())


def test_counts_are_no_score() -> None:
    """The list of all commitments prints no percentage of its own."""
    page = html(commitments.LIST, views(commitments.LIST)["cam-ket/"])

    assert not re.search(r"\d\s?%", re.sub(r"<[^>]*>", " ", page))


def test_a_state_with_too_many_commitments_leads_to_the_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that would grow too heavy for a phone names each plan with its count instead."""
    monkeypatch.setattr(commitments, "LONGEST", 1)
    heavy = views(commitments.OF_STATE)["cam-ket/trang-thai/chua-tim/"]

    assert [(one.count, one.lines) for one in heavy.plans] == [(2, ())]
    assert heavy.filters == ()


def test_a_list_without_scripts_is_whole() -> None:
    """What the filter needs stays in a template; every commitment stands in the page itself."""
    page = html(commitments.OF_PLAN, views(commitments.OF_PLAN)[f"cam-ket/{PLAN}/"])
    without = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)

    assert re.findall(r'<li id="(ck-\d+)"', without) == ["ck-001", "ck-002", "ck-003"]
    assert "<select" not in without


def test_a_filter_offers_only_what_occurs() -> None:
    """Each choice of a filter is carried by an entry, and a value that all share is no choice."""
    view = views(commitments.OF_PLAN)[f"cam-ket/{PLAN}/"]
    lines = [line for part in view.parts for line in part.lines]
    carried = {
        "agency": {id for line in lines for id in line.agencies},
        "year": {line.year for line in lines},
        "named": {name for line in lines for name in line.named},
        "report": {line.report for line in lines},
        "state": {line.state for line in lines},
    }

    assert {one.name: {choice.value for choice in one.choices} for one in view.filters} == carried


def test_a_longer_name_does_not_count_as_the_shorter_one_in_it() -> None:
    """`Ban Thường vụ Tỉnh ủy` does not print `Tỉnh ủy`, nor does a longer word; other provinces are left out."""
    agencies = {
        "tinh-uy": Agency(id="tinh-uy", name=both("Tỉnh ủy"), system="party", level="province", aliases=("Tỉnh ủy",)),
        "ban": Agency(id="ban", name=both("Ban"), system="party", level="province", aliases=("Ban Thường vụ Tỉnh ủy",)),
    }
    agencies["ngoai"] = replace(agencies["ban"], id="ngoai", place="tinh-khac", aliases=("Báo cáo",))
    agencies["tren"] = replace(agencies["ban"], id="tren", place="tinh-t", aliases=("giao",))
    text = (provision("I", 1, "Ban Thường vụ Tỉnh ủy giao. Tỉnh ủyx."), provision("II", 2, "Báo cáo Tỉnh ủy."))
    actors = commitment(quote="Báo cáo", actors=("tinh-uy", "ban"))
    site = of_plans(plan(provisions=text, commitments=(actors,)))
    found = printed_places(derive(replace(site, agencies=agencies)))

    assert found == {
        "ban": {"Ban Thường vụ Tỉnh ủy": ((PLAN, "I"),)},
        "tren": {"giao": ((PLAN, "I"),)},
        "tinh-uy": {"Tỉnh ủy": ((PLAN, "II"),)},
    }


def test_no_page_of_our_words_has_to_have_a_heading() -> None:
    """A link leads to the heading where the page has it in that language, else to the page."""
    html = {"vi": '<h2 id="dinh-chinh">Đính chính</h2>', "en": "<p>To try.</p>"}
    about = Prose(id="gioi-thieu", title=both("Giới thiệu"), html=html)
    facts = derive(replace(whole(), pages={about.id: about}))

    found = [section_href(page, "dinh-chinh", facts, lang) for page in ("gioi-thieu", "khac") for lang in ("vi", "en")]

    assert found == ["gioi-thieu/#dinh-chinh", "gioi-thieu/", "khac/", "khac/"]


def test_a_name_over_several_lines_is_the_name() -> None:
    """Spaces and line ends are the same, and the head of a text prints one name in several paragraphs."""
    agencies = {
        id: Agency(id=id, name=both(name), system="front", level="district", place="huyen-a", aliases=(name,))
        for id, name in {"ub": "ỦY BAN HUYỆN BAN THƯỜNG TRỰC", "so": "Sở Lao động và Xã hội"}.items()
    }
    head = provision("dau-van-ban", 1, "ỦY BAN HUYỆN\n", "BAN THƯỜNG TRỰC\n")
    text = (head, provision("I", 2, "Giao Sở Lao động\nvà Xã hội.", "ỦY BAN HUYỆN", "BAN THƯỜNG TRỰC"))
    found = printed_places(derive(replace(of_plans(plan(provisions=text)), agencies=agencies)))

    assert found == {
        "ub": {"ỦY BAN HUYỆN BAN THƯỜNG TRỰC": ((PLAN, "dau-van-ban"),)},
        "so": {"Sở Lao động và Xã hội": ((PLAN, "I"),)},
    }


def test_an_agency_with_a_part_elsewhere_is_found_on_its_own_ground() -> None:
    """Two plans of one district: who acts by one is found by name in the other; the country's bodies are not."""
    bodies = {
        id: Agency(id=id, name=both(id), system="state", level=level, place=place, aliases=(alias,))
        for id, level, place, alias in (
            ("phong", "district", "huyen-a", "Phòng Y tế"),
            ("nganh", "country", "huyen-a", "Ngành Y tế"),
        )
    }  # fmt: skip
    acting = plan(
        provisions=(provision("I", 1, "Phòng Y tế, Ngành Y tế."),),
        commitments=(commitment(quote="Phòng Y tế", actors=("phong", "nganh")),),
    )
    naming = replace(plan(provisions=(provision("I", 1, "Ngành Y tế, Phòng Y tế."),)), id="khac")
    found = printed_places(derive(replace(of_plans(acting, naming), agencies=bodies)))

    assert found["phong"]["Phòng Y tế"] == ((PLAN, "I"), ("khac", "I"))
    assert found["nganh"]["Ngành Y tế"] == ((PLAN, "I"),)


def test_an_agency_shows_each_commitment_once_and_its_reports() -> None:
    """Commitments with a time, without one and beside others stand apart, as do reports owed, received, passed on."""
    pages = views(agency.KIND)
    (part,) = pages["co-quan/ubnd-a/"].plans

    assert [line.id for line in (*part.timed, *part.untimed)] == ["ck-003", "ck-001"]
    assert part.issued
    assert [line.id for line in pages["co-quan/phong-a/"].plans[0].beside] == ["ck-001"]
    assert [one.id for one in pages["co-quan/cac-xa/"].owes] == ["bc-01", "bc-02"]
    assert [one.id for one in pages["co-quan/ubnd-a/"].receives] == ["bc-01"]
    assert [one.id for one in pages["co-quan/phong-a/"].passes_on] == ["bc-01"]


def test_a_document_shows_both_prints_and_decides_nothing() -> None:
    """Dates that disagree stand side by side as printed, each with its place."""
    (apart,) = views(document.KIND)["van-ban/ct-1/"].disagreements

    assert apart.values == ("06/01/2017", "7 tháng 01 năm 2017")
    assert [place.where.href for place in apart.places] == [f"ke-hoach/{PLAN}/#I", f"ke-hoach/{PLAN}/#II"]


def test_a_document_is_found_by_every_form_that_is_printed() -> None:
    """The list of documents holds each printed form, so that a search in the page finds the one entry."""
    page = html(documents.LIST, views(documents.LIST)["van-ban/"])

    assert "Chỉ thị 01/CT-TTg; Chỉ thị 01 /CT-TTg" in page


@pytest.mark.parametrize(
    "kind", [commitment_pages.KIND, agency.KIND, document.KIND, commitments.OF_PLAN], ids=lambda kind: kind.name
)
def test_printed_words_keep_their_language(kind: PageKind) -> None:
    """On English pages every quoted word of a plan is marked as Vietnamese."""
    for view in views(kind, lang="en").values():
        page = html(kind, view)

        assert re.findall(r"<(?:q|blockquote)(?! lang=\"vi\")[ >]", page) == [], view.path
