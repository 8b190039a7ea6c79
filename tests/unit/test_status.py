"""Where a commitment stands: five axes, each by its rule, and never more than the records say."""

from __future__ import annotations

from datetime import date

import pytest

from generator.derive.facts import derive
from generator.derive.status import about, deadlines_of, publication_of, shown_of
from generator.model.duties import Deadline, Relation
from generator.model.plan import Period
from tests.unit.small_duties import YEARLY, assessment, commitment, evidence, of_plans, report, search
from tests.unit.small_site import PLAN, plan

OPEN = Period(start=2022, end=2030)


def status(own=None, reports=(), period=None, **records):
    """The status of ck-001, as of 21 November 2026."""
    more = {"period": period} if period else {}
    one = plan(commitments=(own or commitment(),), reporting=reports, **more)
    return derive(of_plans(one, **records)).statuses[f"{PLAN}/ck-001"]


def publication(own=None, reports=(), period=None, **records):
    """What is known of the reports on ck-001, as of 21 November 2026."""
    more = {"period": period} if period else {}
    (of_it,) = (own or commitment(),)
    one = plan(commitments=(of_it,), reporting=reports, **more)
    site = of_plans(one, **records)
    as_of = site.config.as_of
    return publication_of(
        shown_of(about(site, PLAN), PLAN, {of_it.id, *(each.id for each in reports)}),
        deadlines_of(one, of_it, as_of),
        as_of,
    )


OF_IT = (report(commitment="ck-001"),)


@pytest.mark.parametrize(
    ("period", "lifecycle"),
    [
        (Period(start=2017, end=2018), "period_ended"),
        (Period(end=2025), "period_ended"),
        (Period(start=2022, end=2026), "in_force"),
        (Period(start=2017), "unknown"),
    ],
)
def test_a_plan_lives_until_the_end_of_its_period(period, lifecycle):
    """The last day of the period counts; of a plan that names no end nobody knows."""

    assert status(period=period).lifecycle == lifecycle


def test_a_plan_is_replaced_only_where_another_says_so():
    """A relation of another plan replaces it; its own words, or another relation, do not."""
    old = plan(commitments=(commitment(),))
    says = Relation(type="replaces", to=PLAN, provision="I", quote="Mở đầu")
    new = plan(id="moi", relations=(says,))
    follows = plan(id="moi", relations=(Relation(type="follows", to=PLAN, provision="I", quote="Mở đầu"),))
    itself = plan(commitments=(commitment(),), relations=(says,))

    def lifecycle(*plans):
        return derive(of_plans(*plans)).statuses[f"{PLAN}/ck-001"].lifecycle

    assert lifecycle(old, new) == "replaced"
    assert lifecycle(old, follows) == "period_ended"
    assert lifecycle(itself) == "period_ended"


def test_without_a_duty_to_report_there_is_none():
    """A commitment that no report names has no duty to report; what was found of it is another question."""
    found = status(evidence=[evidence()], searches=[search(reports=("ck-001",))])

    assert (found.report_duty, found.finding, found.due_not_found) == ("none", "found", False)
    assert (found.evidence, found.searches) == (("bai",), ("tim",))
    assert found.due is None


def test_a_commitment_to_report_is_itself_the_duty():
    """Of the kind `report`, a commitment is owed even where no reporting duty names it."""

    found = status(commitment(kind="report", deadline=YEARLY))

    assert (found.report_duty, found.finding) == ("dated", "not_searched")
    assert status(commitment(kind="report")).report_duty == "undated"


def test_evidence_makes_it_published():
    """Evidence that lists the commitment: published; evidence on another commitment, or of another day to come: not."""

    assert status(reports=OF_IT, evidence=[evidence()]).finding == "found"
    assert publication(reports=OF_IT, evidence=[evidence()]) == "published"
    assert publication(reports=OF_IT, evidence=[evidence(commitments=("ck-002",))]) == "not_searched"
    assert publication(reports=OF_IT, evidence=[evidence(published=date(2027, 1, 1))]) == "not_searched"


@pytest.mark.parametrize(
    ("outcomes", "finding"),
    [
        (("partly",), "partly"),
        (("found",), "found"),
        (("partly", "found"), "found"),
        (("found", "partly"), "partly"),
        (("partly", "not_found"), "partly"),
    ],
)
def test_the_last_search_that_found_something_tells_whether_it_is_all(outcomes, finding):
    """Evidence is partial where the latest search that found anything says so."""
    searches = [search(f"tim-{year}", date(year, 1, 1), outcome) for year, outcome in enumerate(outcomes, 2020)]

    assert status(reports=OF_IT, evidence=[evidence()], searches=searches).finding == finding


def test_a_search_that_found_something_else_is_no_evidence():
    """A search looks for many duties at once; only evidence that lists a duty counts for it."""
    found = search(outcome="found", evidence=("bai",))

    assert status(reports=OF_IT, evidence=[evidence(commitments=())], searches=[found]).finding == "not_found"
    assert publication(reports=OF_IT, evidence=[evidence(commitments=())], searches=[found]) == "not_enough"


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2018, 12, 4), "not_enough"),
        (date(2018, 12, 5), "due_not_found"),
        (date(2026, 11, 21), "due_not_found"),
        (date(2026, 11, 22), "not_searched"),
    ],
)
def test_due_and_not_found_needs_a_search_after_the_day(day, known):
    """The last report was due before 5 December 2018: a search of the 4th, or of a day to come, says nothing yet."""

    assert publication(reports=OF_IT, searches=[search(day=day)]) == known
    assert status(reports=OF_IT, searches=[search(day=day)]).due_not_found == (known == "due_not_found")


@pytest.mark.parametrize("evidence_of", ["searches", "none"])
def test_nothing_is_due_and_not_found_without_a_search_for_it(evidence_of):
    """No search, one for another report, or one of another plan: the state is that nobody looked."""
    others = [search(reports=("bc-02",)), search("khac", plan="khac")] if evidence_of == "searches" else []

    found = status(reports=OF_IT, searches=others)

    assert (found.finding, found.state, found.searches) == ("not_searched", "not_searched", ())


@pytest.mark.parametrize(
    ("deadline", "known", "due"),
    [
        (Deadline(printed="ngày 01/12/2026", date=date(2026, 12, 1)), "not_due", date(2026, 12, 1)),
        (Deadline(printed="ngày 21/11/2026", date=date(2026, 11, 21)), "not_due", date(2026, 11, 21)),
        (Deadline(printed="ngày 20/11/2026", date=date(2026, 11, 20)), "not_searched", date(2026, 11, 20)),
        (Deadline(printed="trong năm 2027"), "not_due", None),
        (Deadline(printed="theo quy định"), "not_searched", None),
        (None, "not_searched", None),
    ],
)
def test_what_is_not_yet_due(deadline, known, due):
    """In a plan that runs on, a day or year to come is not due; what has neither is never said to be."""
    owed = (report(commitment="ck-001", deadline=deadline),)

    assert publication(reports=owed, period=OPEN) == known
    assert status(reports=owed, period=OPEN).due == due


def test_what_has_no_day_was_due_when_its_plan_ended():
    """A search after the period of the plan finds a report without a day missing; one in an open plan does not."""
    undated = (report(commitment="ck-001", deadline=None),)
    late = [search(day=date(2026, 11, 1))]

    assert status(reports=undated, searches=late).due_not_found
    assert publication(reports=undated, searches=late, period=OPEN) == "not_enough"
    assert not status(reports=undated, searches=late, period=OPEN).due_not_found
    assert status(reports=undated, searches=late, period=OPEN).searches == ("tim",)


def test_the_day_is_the_last_before_the_date_else_the_next():
    """Of a yearly report the day shown is that of the year before, where this year's is still to come."""
    found = status(reports=OF_IT, period=OPEN)

    assert found.due == date(2025, 12, 5)


def test_attainment_comes_from_assessments_alone():
    """Published evidence is no verdict; the latest assessment is, and the first evidence it names tells the basis."""
    both = [assessment(), assessment("xet-lai", date(2022, 1, 1), verdict="met", evidence=("bai",))]
    to_come = [assessment(day=date(2027, 1, 1))]

    published = status(reports=OF_IT, evidence=[evidence()])
    judged = status(evidence=[evidence()], assessments=both)

    assert (published.attainment, published.basis) == ("not_assessed", "none")
    assert (judged.attainment, judged.basis, judged.assessments) == ("met", "self_reported", ("xet", "xet-lai"))
    assert status(evidence=[evidence()], assessments=to_come).attainment == "not_assessed"
    assert status(assessments=[assessment(commitment="ck-002")]).attainment == "not_assessed"
