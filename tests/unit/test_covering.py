"""Which plans concern a place: its own, those around it, and those of units that it came from or became."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.derive.covering import Cover
from generator.derive.facts import derive
from generator.model.places import Change
from generator.model.plan import Plan
from generator.pages.places.place_plans import left_out, plans_here, policies_here, policies_inside
from tests.unit.small_duties import whole, words
from tests.unit.small_site import PLAN, place, plan, site

DAY = date(2025, 7, 1)
COMMUNES = ("xa-m", "xa-n")


def covers(id: str, **more: Any) -> tuple[Cover, ...]:
    return derive(site(**more)).covers_of.get(id, ())


def other(id: str, where: str, day: date) -> Plan:
    return replace(plan(), id=id, place=where, date=day)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("huyen-a", Cover(plan=PLAN, how="own")),
        ("xa-m", Cover(plan=PLAN, how="above")),
        ("xa-moi", Cover(plan=PLAN, how="before", through=COMMUNES)),
        ("tinh-t", Cover(plan=PLAN, how="inside", through=("huyen-a",))),
    ],
)
def test_a_plan_is_found_from_every_unit_that_it_concerns(where: str, found: Cover) -> None:
    """The district, its communes, the commune of today that was made of them, and the province around it."""

    assert covers(where) == (found,)


def test_a_former_unit_knows_the_plan_of_what_it_became() -> None:
    """Whoever knows only the old name is told of the new commune's plan."""
    plans = {"moi": other("moi", "xa-moi", date(2026, 1, 5))}

    assert covers("xa-m", plans=plans) == (Cover(plan="moi", how="after", through=("xa-moi",)),)


def test_a_unit_named_by_a_plan_of_another_is_not_covered_by_it() -> None:
    """A neighbour that a plan only names has no promise in it."""
    named = replace(plan(), places=("xa-k",))
    places = {**site().places, "xa-k": place("xa-k", "tinh-t")}

    assert covers("xa-k", plans={PLAN: named}, places=places) == (Cover(plan=PLAN, how="named"),)


def test_a_district_that_ended_concerns_only_a_part_of_its_province() -> None:
    """What a district's plan promises is not promised in all of the province that its ground lies in today."""
    places = {**site().places, "tinh-moi": place("tinh-moi", None, first=DAY)}
    change = Change(day=DAY, before="huyen-a", after="tinh-moi", relation="within", basis="Nghị quyết 1")

    assert covers("tinh-moi", places=places, changes=(change,)) == (
        Cover(plan=PLAN, how="inside", through=("huyen-a",)),
    )


def test_a_border_that_moved_hands_on_no_plan() -> None:
    """A unit that took over a strip of land did not come from the unit that gave it."""
    change = Change(day=DAY, before="xa-m", after="xa-moi", relation="boundary", basis="Nghị quyết 1")

    assert covers("xa-moi", changes=(change,)) == ()


def test_supports_are_named_where_a_plan_covers_and_not_where_it_is_inside() -> None:
    """The commune of today is told which supports its former units were promised; the province around is not."""
    facts = derive(whole())
    promised = {
        id: [one.href for one in policies_here(facts.site.places[id], facts, "vi", words()["vi"])]
        for id in facts.site.places
    }
    named = [f"chinh-sach/{one.policy}/" for one in facts.site.plans[PLAN].policies]

    assert named
    assert promised["huyen-a"] == promised["xa-m"] == promised["xa-moi"] == list(dict.fromkeys(named))
    assert promised["tinh-t"] == []


def test_a_plan_on_a_places_page_says_through_what_and_what_was_published() -> None:
    """The former units by name, and in one line how many commitments are in which state, with the way to their list."""
    facts = derive(whole())
    (one,) = plans_here(facts.site.places["xa-moi"], facts, "vi", words()["vi"])

    assert [link.href for link in one.through] == ["dia-ban/xa-m/", "dia-ban/xa-n/"]
    assert one.duties is not None
    assert one.duties.href == f"cam-ket/{PLAN}/"
    assert sum(int(state.rpartition(": ")[2]) for state in one.duties.note.split("; ")) == len(
        facts.site.plans[PLAN].commitments
    )


def test_a_province_leads_to_the_district_that_alone_has_the_support() -> None:
    """A plan of one district promises nothing to the province around, which says where something is promised."""
    facts = derive(whole())
    province, district = (facts.site.places[id] for id in ("tinh-t", "huyen-a"))
    (only,) = policies_inside(province, facts, "vi", words()["vi"])

    assert policies_here(province, facts, "vi", words()["vi"]) == ()
    assert (only.href, only.note) == ("dia-ban/huyen-a/#ho-tro", "kế hoạch 1/KH nêu 1 loại hỗ trợ")
    assert policies_inside(district, facts, "vi", words()["vi"]) == ()


def test_a_unit_that_was_made_of_several_says_for_which_its_support_was_not_promised() -> None:
    """Of two former provinces only one had a plan: today's page does not claim its supports for the other's ground."""
    site_ = whole()
    was = {id: place(id, None, last=date(2025, 6, 30)) for id in ("tinh-x", "tinh-y")}
    joined = tuple(Change(day=DAY, before=id, after="tinh-t", relation="whole", basis="Nghị quyết 2") for id in was)
    plans = {PLAN: replace(site_.plans[PLAN], place="tinh-x")}
    facts = derive(replace(site_, places={**site_.places, **was}, changes=joined, plans=plans))
    left = left_out(facts.site.places["tinh-t"], facts, "vi", words()["vi"])

    assert policies_here(facts.site.places["tinh-t"], facts, "vi", words()["vi"])
    assert [one.href for one in left] == ["dia-ban/tinh-y/"]
    assert left_out(facts.site.places["tinh-x"], facts, "vi", words()["vi"]) == ()

    without = replace(plans[PLAN], id="khong", place="tinh-y", policies=())
    both = derive(replace(facts.site, plans={**plans, "khong": without}))
    assert left_out(both.site.places["tinh-t"], both, "vi", words()["vi"]) == left
