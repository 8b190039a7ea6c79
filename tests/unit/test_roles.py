"""What an agency has to do with a plan, and where duties and promises stand."""

from __future__ import annotations

from dataclasses import replace

from generator.derive.facts import derive
from tests.unit.small_duties import commitment, of_plans, report, whole
from tests.unit.small_site import PLAN, plan


def roles(agency, **parts):
    found = derive(of_plans(plan(**parts))).roles_of.get(agency, ())
    return [(one.part, one.entry, one.provision) for one in found]


def test_the_issuer_has_the_whole_plan():
    """Who issued a plan has a part in it that names no entry, before its others."""

    assert roles("ubnd-a") == [("issuer", "", "")]
    assert roles("ubnd-a", commitments=(commitment(),)) == [("issuer", "", ""), ("actor", "ck-001", "II")]


def test_every_part_of_an_agency_is_found():
    """Acting, working with others, owing, receiving and passing on are five parts, in the order of the text."""
    parts = {
        "commitments": (commitment(actors=("x",)), commitment("ck-002", partners=("x",))),
        "reporting": (report(who=("x",)), report("bc-02", to=("x",)), report("bc-03", via=("x",))),
    }

    assert roles("x", **parts) == [
        ("actor", "ck-001", "II"),
        ("partner", "ck-002", "II"),
        ("owes", "bc-01", "II"),
        ("receives", "bc-02", "II"),
        ("passes_on", "bc-03", "II"),
    ]


def test_an_agency_without_a_part_has_none():
    """Every agency of the site can be asked for its parts."""
    found = derive(of_plans(replace(plan(), issuer="khac")))

    assert found.roles_of["ubnd-a"] == ()


def test_commitments_are_found_by_their_provision():
    """A provision leads to what it lays on someone, in the order of the text; one without duties leads nowhere."""
    ones = (commitment("ck-001"), commitment("ck-002", provision="I"), commitment("ck-003"))
    found = derive(of_plans(plan(commitments=ones))).commitments_at

    assert [one.id for one in found[f"{PLAN}#II"]] == ["ck-001", "ck-003"]
    assert set(found) == {f"{PLAN}#I", f"{PLAN}#II"}


def test_a_policy_leads_to_the_plans_that_promise_it():
    """Each promise comes with its plan and its words."""
    found = derive(whole()).promises_of

    assert [(plan, one.provision, one.quote) for plan, one in found["bhyt"]] == [(PLAN, "II", "Giảm")]
