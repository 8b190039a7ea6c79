"""Criteria for awards stand apart from commitments, and groups of people are no agencies to be supervised."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.derive.facts import Facts, derive
from generator.exports import lists
from generator.model.site import Site
from generator.pages.commitments import commitment, commitments, criteria
from generator.pages.front import home
from generator.pages.parts.duties import counted
from generator.pages.plans import plan, provision
from generator.pages.records import agency
from generator.pages.supervision import checklist
from tests import portal
from tests.unit.small_duties import criterion, whole, words
from tests.unit.small_site import PLAN, api_files

VI = words()["vi"]


def with_criterion(nature: str = "body") -> Facts:
    """The small project with a criterion for its communes, which are a body or a group."""
    site: Site = whole()
    old = site.plans[PLAN]
    agencies = {**site.agencies, "cac-xa": replace(site.agencies["cac-xa"], nature=nature)}
    plans = {**site.plans, PLAN: replace(old, criteria=(criterion("ck-004"),))}
    return derive(replace(site, plans=plans, agencies=agencies))


def of_agency(facts: Facts, id: str) -> agency.AgencyView:
    return next(one for one in agency.views(facts, "vi", VI) if one.path == f"co-quan/{id}/")


def test_a_criterion_is_not_counted_as_a_commitment() -> None:
    """Each page and file counts what it counted without the criterion, and tells of the criterion apart."""
    before, after = derive(whole()), with_criterion()
    number = len(before.site.plans[PLAN].commitments)
    (listed,) = commitments.lists(after, "vi", VI)
    (of_plan,) = [one for one in commitments.of_plans(after, "vi", VI) if one.plan == PLAN]
    (whole_plan,) = [one for one in plan.views(after, "vi", VI) if one.path == f"ke-hoach/{PLAN}/"]
    (start,) = home.views(after, "vi", VI)

    assert len(after.statuses) == number
    assert (listed.count, listed.criteria) == (of_plan.count, of_plan.criteria) == (number, 1)
    assert [link.note for link in (whole_plan.duties, whole_plan.criteria) if link] == [str(number), "1"]
    assert start.commitments == counted(number, 1, VI)
    assert [one.count for one in listed.states] == [
        one.count for some in commitments.lists(before, "vi", VI) for one in some.states
    ]
    assert after.dues == before.dues


def test_a_criterion_has_a_page_of_its_own_without_axes() -> None:
    """Its address is that of a commitment, so links to it last; it has no status, and stands in its own list."""
    facts = with_criterion()
    (one,) = criteria.views(facts, "vi", VI)
    (listed,) = criteria.lists(facts, "vi", VI)

    assert one.path == f"cam-ket/{PLAN}/ck-004/"
    assert one.path not in {each.path for each in commitment.views(facts, "vi", VI)}
    assert [line.id for part in listed.plans[0].parts for line in part.lines] == ["ck-004"]
    assert list(criteria.lists(derive(whole()), "vi", VI)) == []


def test_a_provision_tells_its_criteria_apart() -> None:
    """In the clause, commitments and criteria have each their section."""
    facts = with_criterion()
    (view,) = [one for one in provision.views(facts, "vi", VI) if one.path.endswith("/muc/II/")]

    assert "ck-004" not in {one.id for one in view.duties}
    assert [one.id for one in view.criteria] == ["ck-004"]


def test_criteria_are_exported_apart() -> None:
    """`commitments` holds duties alone; `criteria` the rest, without a status; tables do likewise."""
    facts = with_criterion()
    made: dict[str, Any] = {one.path: one.given for one in api_files(facts)}
    sheets = {one.path: one.given for one in lists.outputs(facts, words())}

    assert [one["id"] for one in made["api/v1/criteria.json"]] == [f"{PLAN}/ck-004"]
    assert "status" not in made["api/v1/criteria.json"][0]
    assert "ck-004" not in {one["id"].partition("/")[2] for one in made["api/v1/commitments.json"]}
    assert made["api/v1/plans.json"][0]["criteria"] == 1
    assert made["api/v1/plans.json"][0]["commitments"] == len(made["api/v1/commitments.json"])
    assert len(sheets["cam-ket/tieu-chuan-thi-dua/tieu-chuan-thi-dua.csv"].rows) == 1
    assert len(sheets["cam-ket/cam-ket.csv"].rows) == len(made["api/v1/commitments.json"])


def test_nobody_is_supervised_in_a_criterion() -> None:
    """No checklist holds one."""
    facts = with_criterion()
    views = [*checklist.of_plans(facts, "vi", VI), *checklist.of_agencies(facts, "vi", VI)]

    assert "ck-004" not in {row.id for view in views for group in view.groups for run in group.runs for row in run.rows}


def test_a_group_of_people_is_no_body_to_be_supervised() -> None:
    """Its page says what it is, and offers no checklist; that of a body does."""
    body, group = of_agency(with_criterion(), "cac-xa"), of_agency(with_criterion("group"), "cac-xa")
    sheet = "giam-sat/co-quan/cac-xa/"

    assert sheet in {one.href for one in body.takeaway.pages}
    assert group.nature == "group"
    assert sheet not in {one.href for one in group.takeaway.pages}
    assert sheet not in {one.path for one in checklist.of_agencies(with_criterion("group"), "vi", VI)}


@pytest.mark.parametrize("id", sorted(portal.facts().site.plans))
def test_numbers_for_an_award_stand_in_criteria_alone(id: str) -> None:
    """In the real plans a commitment carries no number that is asked for an award, and a criterion carries no other."""
    one = portal.facts().site.plans[id]
    award = {target.id for target in one.targets if target.target_class == "award_criterion"}

    assert not {target for duty in one.commitments for target in duty.targets} & award
    assert {target for criterion in one.criteria for target in criterion.targets} <= award


def test_what_the_text_calls_standards_for_awards_are_criteria() -> None:
    """Where plan 112 lists `Tiêu chuẩn thi đua`, nothing is a duty; what it says of giving awards is no criterion."""
    one = portal.facts().site.plans["tuyen-quang-112-kh-ubnd-2017"]
    inside = [each.provision.startswith("III.1.") for each in (*one.commitments, *one.criteria)]

    assert one.criteria
    assert inside == [False] * len(one.commitments) + [True] * len(one.criteria)
