"""What was published beside the plans, and what was looked for: every report and every numeric target has a search."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from generator.derive.baselines import implied_baselines
from generator.exports.context import contexts
from generator.exports.record_rows import finding_rows
from generator.model.duties import Bearing
from generator.model.plan import Plan
from generator.pages.data import findings
from generator.pages.front import search_entries
from generator.read.site import read_site
from generator.site.urls import URLS, evidence_anchor
from tests.portal import facts, html
from tests.unit.small_duties import words
from tests.unit.small_site import PROJECT


def bearings_of(plan: str) -> list[Bearing]:
    """Of all searches, what they looked for of one plan."""
    searches = facts().site.searches.values()
    return [bearing for one in searches for bearing in one.bearings if bearing.plan == plan]


def test_every_report_and_every_numeric_target_was_looked_for() -> None:
    reports, targets = 0, 0
    for plan in facts().plans:
        looked_for = bearings_of(plan.id)
        duties = {id for bearing in looked_for for id in bearing.duties}
        aims = {id for bearing in looked_for for id in bearing.targets}
        owed = {one.id for one in plan.reporting}
        wanted = {one.id for one in plan.targets if one.target_class == "target"}
        assert owed <= duties, plan.id
        assert wanted <= aims, plan.id
        reports, targets = reports + len(owed), targets + len(wanted)

    assert (reports, targets) == (21, 62)


def test_at_least_four_plans_show_results() -> None:
    shown = {bearing.plan for one in facts().site.evidence.values() for bearing in one.bearings if bearing.duties}

    assert len(shown) >= 4


def test_a_search_can_be_made_again() -> None:
    """It keeps the words that were typed, or the addresses that were read."""
    for one in facts().site.searches.values():
        assert one.queries or all("://" in where for where in one.where), one.id


@pytest.mark.parametrize(
    ("evidence", "value", "year", "standard"),
    [
        ("tuyen-quang-2016-2019-dan-sinh", "27.81", 2016, "da-chieu-2016-2020"),
        ("tuyen-quang-2016-2017-vietnamnet", "19.32", 2017, "da-chieu-2016-2020"),
        ("tuyen-quang-2016-2019-dan-sinh", "11.8", 2019, "da-chieu-2016-2020"),
        ("yen-bai-van-yen-cuoi-2018", "18.05", 2018, "da-chieu-2016-2020"),
        ("yen-bai-ra-soat-2021-hai-chuan", "4.76", 2021, "da-chieu-2016-2020"),
        ("yen-bai-ra-soat-2021-hai-chuan", "18.07", 2021, "da-chieu-2022-2025"),
    ],
)
def test_a_rate_is_as_published(evidence: str, value: str, year: int, standard: str) -> None:
    figures = facts().site.evidence[evidence].figures
    rates = {(one.value, one.year, one.standard) for one in figures if one.indicator == "ty-le-ho-ngheo"}

    assert (value, year, standard) in rates


def test_the_words_of_a_publication_hold_its_numbers() -> None:
    """A number that evidence shows stands in the words that it quotes, where these are recorded."""
    for one in facts().site.evidence.values():
        if one.id == "yen-bai-chin-huyen-2023" or not one.quotes:
            continue
        words = " ".join(one.quotes)
        for figure in one.figures:
            number = (
                figure.value_printed.removeprefix("trên ").removesuffix(" hộ").removesuffix("/năm").removesuffix("%")
            )
            assert number in words, (one.id, figure.value_printed)


def test_households_out_of_poverty_are_not_the_net_fall() -> None:
    """1,660 households stand beside the 979 of the target, and cannot be compared with them."""
    (shown,) = facts().site.evidence["yen-bai-mu-cang-chai-2019"].figures

    assert (shown.value, shown.indicator, shown.target) == ("1660", "so-ho-thoat-ngheo", "giam-so-ho-mu-cang-chai")


def charged(plan: Plan, duties: tuple[str, ...]) -> set[str]:
    """Who issued a plan, and whom some of its duties charge, the reports owed among them."""
    reports = [report for report in plan.reporting if {report.id, report.commitment} & set(duties)]
    actors = {id for commitment in plan.commitments if commitment.id in duties for id in commitment.actors}
    return {plan.issuer, *actors, *(id for report in reports for id in report.who)}


@cache
def searched() -> frozenset[str]:
    """Where the entries of the search lead to."""
    return frozenset(entry.href for entry in search_entries.entries_of(facts(), (), "vi", words()["vi"]))


@pytest.mark.parametrize("id", facts().site.evidence)
def test_every_publication_is_seen_from_its_plan_its_places_those_charged_and_the_search(id: str) -> None:
    """A link to it stands on the page of each: also of the issuer of a plan on no duty of which it bears."""
    site = facts().site
    piece = site.evidence[id]
    bearings = [(site.plans[bearing.plan], bearing.duties) for bearing in piece.bearings]
    named = {*piece.places, *(shown.place for shown in piece.figures)}
    places = named or {plan.place for plan, _ in bearings}
    pages = [
        *(URLS.place(place) for place in places),
        *(URLS.plan(plan.id) for plan, _ in bearings),
        *(URLS.agency(agency) for plan, duties in bearings for agency in charged(plan, duties)),
    ]

    assert places
    assert [path for path in pages if URLS.evidence(id) not in html(f"{path}index.html")] == []
    assert URLS.evidence(id) in searched()
    assert f'id="{evidence_anchor(id)}"' in html(f"{URLS.ledger()}index.html")


def test_implied_baselines_are_computed_and_checked_by_what_was_printed() -> None:
    """Nine districts of Yên Bái: the fall and what is left; Văn Yên's 18.05 was printed too, and agrees."""
    found = {baseline.place: baseline for baseline in implied_baselines(facts().site)}
    van_yen = found["huyen-van-yen-yen-bai-den-2025"]

    assert len(found) == 9
    assert van_yen.implied == Decimal("18.05")
    assert van_yen.published is not None
    assert van_yen.published.value_printed == "18,05%"
    assert found["huyen-mu-cang-chai-yen-bai-den-2025"].implied == Decimal("51.66")


def test_each_side_of_a_contradiction_says_what_it_is_said_to() -> None:
    site = facts().site
    for contradiction in site.contradictions.values():
        for side in contradiction.sides:
            if side.evidence:
                evidence = site.evidence[side.evidence]
                said = [*evidence.quotes, *(figure.value_printed for figure in evidence.figures)]
            else:
                said = [one.text for one in site.plans[side.plan or ""].provisions if one.id == side.provision]
            assert any(side.printed in words for words in said), (contradiction.id, side.printed)


def test_deadlines_of_all_plans_are_read_by_one_rule() -> None:
    """Words that give a day have it beside them, and no other; what only names a programme's years is no deadline."""
    _, found = read_site(PROJECT)
    given = [one for plan in facts().site.plans.values() for one in (*plan.commitments, *plan.criteria) if one.deadline]

    assert [one for one in found if one.code in ("deadline-without-day", "printed-differs")] == []
    assert [one.id for one in given if one.deadline and one.deadline.printed.startswith("giai đoạn")] == []
    assert [one.id for one in given if one.deadline and "kịp thời" in one.deadline.printed] == []
    assert sum(one.deadline is not None and one.deadline.before for one in given) == 3


def test_results_of_the_whole_country_are_read_from_their_place_and_their_search() -> None:
    """They bear on no one plan: fourteen queries and more were for them, and the country's page shows them."""
    site = facts().site
    national = [piece for piece in site.evidence.values() if piece.plan is None]
    (search,) = [one for one in site.searches.values() if one.plan is None]

    assert len(national) == 10
    assert {piece.id for piece in national} == set(search.evidence)
    assert set(search.evidence) <= {piece.id for piece in facts().published_on_places["viet-nam"]}
    assert len(search.queries) == 16
    assert [bearing for piece in national for bearing in piece.bearings] == []


@pytest.mark.parametrize("name", ["Chung", "Tùng", "Lý 01b"])
def test_marks_of_drafters_hold_no_name(name: str) -> None:
    """Text, recipients and notes say that there was a mark; what it said stands in the original alone."""
    plans = facts().site.plans.values()
    masked = [repair for plan in plans for repair in plan.repairs if repair.kind == "masked"]
    told = [text.text for plan in plans for text in plan.provisions if text.id == "noi-nhan"]
    told += [words for plan in plans for words in plan.recipients]
    told += [repair.quote for repair in masked]

    assert len(masked) == 3
    assert [words for words in told if f"({name})" in words] == []


def test_all_disagreements_stand_in_one_table_by_weight() -> None:
    """Contradictions between sources and findings within them, each leading to where it is told in full."""
    (view,) = findings.views(facts(), "vi", words()["vi"])
    weights = [part.weight for part in view.weights]
    rows = [row for part in view.weights for row in part.rows]

    assert len(rows) == len(facts().findings) + len(facts().site.contradictions)
    assert weights == sorted(weights)
    assert len({row.what.href for row in rows}) == len(rows)
    assert {link.href.rpartition(".")[2] for link in view.files} == {"csv", "xlsx"}


def test_disagreements_are_narrowed_by_kind_plan_and_weight_with_a_script_and_without() -> None:
    """Each value of a filter is carried by a row, and is a link to a part of the page that is there."""
    (view,) = findings.views(facts(), "vi", words()["vi"])
    rows = [(part, row) for part in view.weights for row in part.rows]
    carried = {
        "kind": {row.key for _, row in rows},
        "plan": {plan for _, row in rows for plan in row.plans},
        "weight": {str(part.weight) for part, _ in rows},
    }
    page = html(f"{URLS.section('findings')}index.html")
    anchors = [link.href.partition("#")[2] for lead in view.leads for link in lead.links]

    assert {one.name: {choice.value for choice in one.choices} for one in view.filters} == carried
    assert {lead.name: len(lead.links) for lead in view.leads} == {
        name: len(values) for name, values in carried.items()
    }
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in page] == []
    assert all(f'data-plan="{" ".join(row.plans)}"' in page for _, row in rows)


def test_what_rounding_explains_is_listed_and_is_no_finding() -> None:
    """Each rate that only rounded counts explain stands on the page, folded, and last in the file."""
    rounded = [finding for check in facts().checks for finding in check.rounded]
    page = html(f"{URLS.section('findings')}index.html")
    (context, *_) = contexts(facts(), words())
    listed = {str(row[0]): row[1] for row in finding_rows(context)}

    assert rounded
    assert {finding.id for finding in rounded} & {finding.id for finding in facts().findings} == set()
    assert all(f'id="{finding.id}"' in page for finding in rounded)
    assert {listed[finding.id] for finding in rounded} == {max(listed.values())}
