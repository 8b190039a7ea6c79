"""Policies, calendar, ledger, checklists and letters: nothing unverified as a fact, nobody and no day invented."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from generator.derive.comparability import differences, pairs_of
from generator.derive.facts import Facts, derive
from generator.exports.api.duties import reporting
from generator.model.duties import Deadline, Shown, Statement
from generator.model.plan import Period
from generator.model.site import Site
from generator.pages.figures import figures
from generator.pages.front.home import NEXT
from generator.pages.front.home import views as home
from generator.pages.records import policy
from generator.pages.supervision import calendar, checklist, ledger, letter
from generator.site.urls import Urls
from tests.unit.small_duties import commitment, evidence, report, search, whole, words
from tests.unit.small_site import PLAN, both, row

VI = words()["vi"]
UNSURE = "Kế hoạch ban hành ngày 5/6/2017; văn bản không nêu có tính năm 2017 hay không"
SHOWN = Shown(
    indicator="muc-giam-ty-le-ho-ngheo",
    value="1.2",
    value_printed="1,2",
    unit="percentage_point",
    standard="da-chieu",
    place="huyen-a",
    year=2018,
    target="giam",
)


def said(value: object) -> str:
    """Every word that a view holds."""
    if is_dataclass(value):
        return " ".join(said(getattr(value, one.name)) for one in fields(value))
    return " ".join(map(said, value)) if isinstance(value, tuple) else str(value)


def with_plan(site: Site, **more: Any) -> Site:
    return replace(site, plans={PLAN: replace(site.plans[PLAN], **more)})


def with_target(shown: Shown, **target: Any) -> Facts:
    """A site where a published number stands beside a target in points, which the plan's table holds too."""
    site = whole()
    aim = replace(site.plans[PLAN].targets[0], unit="pp", **target)
    table = next(iter(site.datasets.values()))
    own = row("huyen-a", 2018, "muc-giam-ty-le-ho-ngheo", "1.0", "1,0", status="target", line=99)
    return derive(
        replace(
            with_plan(site, targets=(aim,)),
            datasets={table.id: replace(table, rows=(*table.rows, own))},
            evidence={"bai": evidence(figures=(shown,))},
        )
    )


def reasons(facts: Facts) -> tuple[str, ...]:
    """What keeps the only pair of a site from being compared."""
    (pair,) = pairs_of(facts.site)
    return tuple(one.what for one in differences(pair.plan, pair.target, pair.shown, facts.site))


def the_policy(*statements: Statement) -> policy.PolicyView:
    site = whole()
    changed = replace(site.policies["bhyt"], statements=statements)
    (view,) = policy.views(derive(replace(site, policies={"bhyt": changed})), "vi", VI)
    return view


def the_letter(site: Site) -> letter.LetterView:
    (view,) = letter.views(derive(site), "vi", VI)
    return view


@pytest.mark.parametrize("confidence", ["medium", "low"])
@pytest.mark.parametrize("aspect", ["eligible", "support", "papers", "legal"])
def test_what_is_not_verified_is_counted_and_not_told(aspect: Any, confidence: Any) -> None:
    """A statement below high confidence leaves its number on the page, and none of its words."""
    view = the_policy(Statement(aspect=aspect, text=both("Được cho nhà."), confidence=confidence, references=("r1",)))

    assert [part.unverified for part in view.parts if part.aspect == aspect] == [1]
    assert "Được cho nhà" not in said(view)


def test_what_is_withheld_names_whom_it_is_about() -> None:
    """A poor household learns that there is something on it that the portal could not be sure of."""
    unsure = Statement(aspect="support", text=both("Được nhà."), confidence="low", group=both("hộ nghèo"))
    (part,) = [part for part in the_policy(unsure).parts if part.aspect == "support"]

    assert part.withheld == ("hộ nghèo",)


def test_where_to_ask_is_told_with_its_doubt() -> None:
    """Whom to ask claims nothing of the law: it stays on the page, apart from what is verified."""
    view = the_policy(Statement(aspect="ask", text=both("Hỏi xã."), confidence="medium"))
    (ask,) = [part for part in view.parts if part.aspect == "ask"]

    assert (ask.statements, ask.hints) == ((), ("Hỏi xã.",))


def test_a_verified_statement_names_its_source_and_day() -> None:
    """Each published statement leads to where it was read; the page says when, and that reading is no verification."""
    view = the_policy(Statement(aspect="support", text=both("Được thẻ."), confidence="high", references=("r1",)))
    (statement,) = [one for part in view.parts for one in part.statements]

    assert [view.sources[number - 1].addresses for number in statement.sources] == [("https://example.org/r1",)]
    assert view.read_on == "1/1/2026"
    assert (view.sources[0].kind, view.sources[0].retrieved) == (VI["law.kind.copy"], "đọc nguồn ngày 1/1/2026")


def test_a_policy_quotes_the_plans_that_promise_it() -> None:
    """The words are the plan's, with the passage that they stand in."""
    (view,) = policy.views(derive(whole()), "vi", VI)
    (promise,) = view.plans[0].promises

    assert promise.quote == "Giảm"
    assert promise.where.href == f"ke-hoach/{PLAN}/#II-p1"


def test_the_calendar_tells_past_from_next_and_names_each_undated_report_once() -> None:
    """A yearly report without a day is one line with its years; the plan's period ended, so all of it has passed."""
    undated = report("bc-02", deadline=Deadline(printed="hằng năm", recurrence="yearly"))
    (view,) = calendar.views(derive(with_plan(whole(), reporting=(report(), undated))), "vi", VI)

    assert [(one.when, one.tense) for year in view.past for one in year.dues] == [
        ("trước 5/12/2018", "past"),
        ("trước 5/12/2017", "past"),
    ]
    assert [(one.when, one.tense, one.unsure) for one in view.undated[0].dues] == [("trong năm 2018", "past", UNSURE)]
    assert view.coming == ()


def test_an_undated_report_of_one_sure_year_says_that_year() -> None:
    """Not the year of the plan's own date, of which the text does not say whether it counts."""
    undated = report(deadline=Deadline(printed="hằng năm", recurrence="yearly"))
    site = with_plan(whole(), reporting=(undated,), date=date(2025, 6, 1), period=Period(start=2025, end=2026))
    (view,) = calendar.views(derive(site), "vi", VI)
    (line,) = (one for some in view.undated for one in some.dues)

    assert (line.when, line.tense) == ("trong năm 2026", "both")


def test_the_next_report_says_until_when_it_goes_on() -> None:
    """Of a report that is due each year the times of this year and the next are to come; the rest is said in words."""
    site = whole()
    period = replace(site.plans[PLAN].period, end=2028)
    (view,) = calendar.views(derive(with_plan(site, period=period)), "vi", VI)

    assert [(one.when, one.more) for one in view.coming] == [
        ("trước 5/12/2026", "rồi mỗi năm, đến 2028"),
        ("trước 5/12/2027", "rồi mỗi năm, đến 2028"),
    ]


def test_nothing_without_a_day_is_said_to_come() -> None:
    """A report of a year to come has no day, one without a time has neither: the page says that, and nothing more."""
    yearly = report("bc-02", deadline=Deadline(printed="hằng năm", recurrence="yearly"))
    site = with_plan(whole(), reporting=(yearly, report("bc-03", deadline=None)), period=Period(start=2026, end=2028))
    (view,) = calendar.views(derive(site), "vi", VI)
    plan = derive(site).site.plans[PLAN]
    (_, last) = reporting(derive(site), plan, Urls("https://example.org/"))

    assert [one.tense for one in view.coming] == ["undated"] * 2
    assert [one.tense for one in view.undated[0].dues] == ["both", "untimed"]
    assert [(due.day, due.past, due.certain) for due in last.dues] == [(None, None, None)]


def test_home_shows_the_next_reports_only() -> None:
    """The home page never grows with the number of reports."""
    site = whole()
    ones = tuple(report(f"bc-{number:02}") for number in range(1, 9))
    (view,) = home(derive(with_plan(site, reporting=ones, period=replace(site.plans[PLAN].period, end=2027))), "vi", VI)

    assert len(view.coming) == NEXT < view.reports == 8


def test_not_found_is_told_with_the_day_it_stands_for() -> None:
    """A report is `not found` only after a dated search, and then the words name the day."""
    site = replace(whole(), evidence={}, assessments={})
    (view,) = ledger.views(derive(site), "vi", VI)
    (unsought,) = ledger.views(derive(replace(site, searches={})), "vi", VI)

    assert [one.line.state for one in view.plans[0].not_found] == [
        "đến hạn, chưa tìm thấy công bố, tính đến 21/11/2026"
    ]
    assert (view.not_found, unsought.not_found) == (1, 0)


def test_the_ledger_says_where_and_when_was_searched() -> None:
    """Each search is told whole, also one that found nothing."""
    found = search("thay", outcome="found", evidence=("bai",))
    (view,) = ledger.views(derive(replace(whole(), searches={"tim": search(), "thay": found})), "vi", VI)

    assert [(one.search.date, one.search.outcome, one.search.where) for one in view.searches] == [
        (date(2020, 1, 1), "found", ("https://example.org/",)),
        (date(2020, 1, 1), "not_found", ("https://example.org/",)),
    ]


def test_what_agrees_in_all_is_drawn() -> None:
    """A number of the same indicator, unit, place, year and standard as its target stands beside it in a chart."""
    facts = with_target(SHOWN)
    (figure,) = [one for one in figures(facts, "vi", VI) if one.chart == "beside"]

    assert reasons(facts) == ()
    assert [(one.aim, one.shown) for one in figure.rows] == [(1.0, 1.2)]
    assert "không kết luận" in " ".join(figure.notes)


@pytest.mark.parametrize(
    ("reason", "shown", "target"),
    [
        ("indicator", {"indicator": "ty-le-ho-ngheo"}, {}),
        ("unit", {"unit": "percent"}, {}),
        ("place", {"place": "xa-m"}, {}),
        ("year", {"year": 2017}, {}),
        ("group", {}, {"group": both("hộ mới thoát nghèo")}),
        ("standard", {"standard": "khac"}, {}),
        ("unstated", {}, {"deadline": "sau 5 năm"}),
    ],
)
def test_what_differs_is_not_drawn_and_says_why(reason: str, shown: dict[str, Any], target: dict[str, Any]) -> None:
    """Each difference alone keeps a number and a target out of a chart."""
    facts = with_target(replace(SHOWN, **shown), **target)
    (view,) = ledger.views(facts, "vi", VI)

    assert reason in reasons(facts)
    assert not [one for one in figures(facts, "vi", VI) if one.chart == "beside"]
    assert VI[f"ledger.obstacle.{reason}"] in view.evidence[0].lines[0].reasons


def test_publication_is_counted_and_never_a_share() -> None:
    """Every commitment counts once in one state; what its words give is counted apart; no number is a percentage."""
    found, given = (figure for figure in figures(derive(whole()), "vi", VI) if figure.chart == "publication")

    assert sum(int(count) for *_, count in found.table) == 3
    assert all(int(count) <= 3 for *_, count in given.table)
    assert "%" not in said([(figure.title, figure.table) for figure in (found, given)])


def test_a_checklist_holds_every_commitment_once() -> None:
    """The rows are a plan's commitments and the reports that belong to none; who is not named is not filled in."""
    (view,) = checklist.of_plans(derive(whole()), "vi", VI)
    runs = [run for group in view.groups for run in group.runs]
    rows = [one for run in runs for one in run.rows]
    (charged,) = (run.actors for run in runs if any(one.id == "ck-002" for one in run.rows))

    assert [one.id for one in rows] == ["ck-001", "ck-002", "ck-003", "bc-02"]
    assert charged == ()
    assert list(view.scopes.values())[-1] == len(rows)
    assert (rows[0].reported, rows[0].receivers, rows[0].via) == (True, ("UBND huyện A",), ("Phòng A",))
    assert (rows[3].reported, rows[3].receivers) == (True, ())
    assert not rows[2].reported


def test_an_agency_is_supervised_in_what_it_does_joins_and_reports() -> None:
    """Whoever owes a report finds the commitment that it belongs to on its list; whoever only receives one has none."""
    ones = (commitment(), commitment("ck-002", actors=("phong-a",)))
    reports = (report(commitment="ck-001", to=("nguoi-nhan",)),)
    facts = derive(with_plan(whole(), commitments=ones, reporting=reports))
    lists = {view.path: view for view in checklist.of_agencies(facts, "vi", VI)}
    (own,) = lists["giam-sat/co-quan/cac-xa/"].groups[0].runs[0].rows

    assert set(lists) == {f"giam-sat/co-quan/{id}/" for id in ("cac-xa", "phong-a", "ubnd-a")}
    assert (own.id, own.part) == ("ck-001", "Vai trò: báo cáo")


def test_what_an_agency_does_is_counted_apart_from_what_it_joins_and_reports() -> None:
    """Its checklist and the list of checklists say how many commitments it is to carry out, to join, to report on."""
    ones = (commitment(partners=("phong-a",)), commitment("ck-002", actors=("phong-a",)))
    facts = derive(with_plan(whole(), commitments=ones, reporting=(report(commitment="ck-001", to=("nguoi-nhan",)),)))
    listed, agencies = checklist.lists(facts, "vi", VI)
    assert agencies.agencies == listed.agencies

    assert [(one.href, one.note) for one in listed.agencies] == [
        ("giam-sat/co-quan/ubnd-a/", "1 cam kết được giao"),
        ("giam-sat/co-quan/cac-xa/", "1 việc phải báo cáo"),
        ("giam-sat/co-quan/phong-a/", "1 cam kết được giao, 1 cam kết phối hợp"),
    ]
    assert {view.path: view.counted for view in checklist.of_agencies(facts, "vi", VI)} == {
        one.href: one.note for one in listed.agencies
    }


def test_a_letter_asks_for_what_was_due_and_is_not_known_to_be_published() -> None:
    """Each time that has passed without a publication is asked for by its day; what is yet to come is not."""
    site = replace(whole(), evidence={}, assessments={})
    period = replace(site.plans[PLAN].period, end=2028)
    view = the_letter(with_plan(site, period=period, reporting=(report(), report("bc-02", deadline=None))))

    assert [(one.id, one.days[0], one.days[-1]) for one in view.asked] == [
        ("bc-01", "trước 5/12/2018", "trước 5/12/2025")
    ]


def test_a_letter_leaves_open_whether_the_year_of_issue_counts() -> None:
    """A yearly report without a day is asked for of the years after the plan's own; of that year it says so."""
    undated = report(deadline=Deadline(printed="hằng năm", recurrence="yearly"))
    (asked,) = the_letter(with_plan(whole(), reporting=(undated,))).asked

    assert (asked.days, asked.line.unsure) == (("trong năm 2018",), UNSURE)


def test_a_letter_goes_only_to_bodies_that_the_text_names() -> None:
    """The recipients are the plan's issuer and the receivers of the reports, and what became of them is told."""
    site = replace(whole(), evidence={}, assessments={})
    view = the_letter(with_plan(site, reporting=(report(to=("phong-a",)), report("bc-02", to=()))))

    assert [(one.name, one.role, one.fate) for one in view.recipients] == [
        ("UBND huyện A", "issuer", ""),
        ("Phòng A", "receiver", "Sáp nhập"),
    ]


@pytest.mark.parametrize(
    ("issuer", "receiver", "law"), [("state", "state", "all"), ("party", "state", "some"), ("party", "front", "none")]
)
def test_a_letter_speaks_of_the_law_only_to_those_whom_it_binds(issuer: Any, receiver: Any, law: str) -> None:
    """The Law on Access to Information binds state agencies, and not the Party or the Front."""
    site = replace(whole(), evidence={}, assessments={})
    agencies = dict(site.agencies)
    agencies["ubnd-a"] = replace(agencies["ubnd-a"], system=issuer)
    agencies["phong-a"] = replace(agencies["phong-a"], system=receiver)
    view = the_letter(replace(with_plan(site, reporting=(report(to=("phong-a",)),)), agencies=agencies))

    assert view.law == law


def test_nothing_is_asked_for_where_all_is_published() -> None:
    """A report that was published is not asked for again."""
    dated = report(
        deadline=Deadline(printed="15/12/2017", date=date(2017, 12, 15), recurrence="once"), commitment="ck-001"
    )

    assert the_letter(with_plan(whole(), reporting=(dated,))).asked == ()


@pytest.mark.parametrize("end", [{"valid_to": date(2019, 12, 31)}, {"ended_in": 2019}])
@pytest.mark.parametrize("verified", [True, False])
def test_what_has_ended_is_no_support_of_today(end: Any, verified: bool) -> None:
    """It leaves its section for one of what has ended, with its end; the page says that nothing current is known."""
    ended = Statement(
        aspect="support",
        text=both("Được 50 đồng."),
        confidence="high",
        references=("r1",),
        end_verified=verified,
        **end,
    )
    view = the_policy(ended)
    (support,) = [part for part in view.parts if part.aspect == "support"]

    assert support.statements == ()
    assert [one.text for one in support.ended] == ["Được 50 đồng."]
    assert "2019" in support.ended[0].standing
    assert ("chưa kiểm chứng" in support.ended[0].standing) is not verified
    assert view.lapsed


def test_a_support_whose_changes_were_not_looked_for_says_so() -> None:
    """The amount stays, with the doubt beside it; a last day that is still to come is told, too."""
    said_of = {"aspect": "support", "confidence": "high", "references": ("r1",)}
    view = the_policy(
        Statement(text=both("Được 50 đồng."), changes_checked=False, **said_of),
        Statement(text=both("Được thẻ."), valid_to=date(2099, 12, 31), **said_of),
        Statement(text=both("Được nhà."), **said_of),
    )
    lines = [one for part in view.parts for one in part.statements]

    assert ["sửa đổi" in one.standing for one in lines] == [True, False, False]
    assert ["31/12/2099" in one.standing for one in lines] == [False, True, False]
    assert not view.lapsed
