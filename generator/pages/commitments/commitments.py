"""Lists of commitments: all of them plan by plan, those of one plan, and those in one state of finding."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports.context import provision_label
from generator.model.plan import Plan
from generator.site.urls import STATES, URLS
from generator.site.wording import content_language

from ..page import Link, PageKind, View, Words, doc
from ..parts.duties import DutyLine, StateCount, duty_line, left_open, named_of, state_counts
from ..parts.filters import Filter
from ..parts.links import section_link
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reading import heading_of
from ..parts.takeaway import Takeaway, of_all, of_plan
from .filters import filters_of

LONGEST = 500
"""Commitments that the list of a state shows; where there are more, it leads to the lists of the plans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The commitments of one of the highest parts of a plan."""

    anchor: str = doc("its anchor on the plan's list: `muc-II`")
    heading: Link = doc("its printed heading, or our name for it, leading into the plan")
    lines: tuple[DutyLine, ...] = doc("its commitments, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSum:
    """A plan in the list of all commitments."""

    card: PlanCard = doc("the plan")
    href: str = doc("the list of its commitments")
    count: int = doc("how many there are")
    states: tuple[StateCount, ...] = doc("how many are in each state of finding")
    criteria: int = doc("how many criteria for awards it has beside them")
    parts: tuple[Link, ...] = doc("its highest parts with how many commitments each holds, leading into its list")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentsView(View):
    """All commitments, plan by plan."""

    count: int = doc("how many commitments there are")
    criteria: int = doc("how many criteria for awards there are, which lay nothing on anybody")
    criteria_href: str = doc("the list of those")
    agencies: int = doc("how many agencies the plans name")
    states: tuple[StateCount, ...] = doc("how many are in each state of finding")
    named: str = doc("what their texts name of number, time and actor, counted, in a sentence")
    open: tuple[Link, ...] = doc("this list narrowed to what leaves a number, a time or an actor open, and to tasks")
    plans: tuple[PlanSum, ...] = doc("the plans, the newest first")
    filters: tuple[Filter, ...] = doc("what a reader may narrow the lists by")
    takeaway: Takeaway = doc("what of them can be taken along")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDutiesView(View):
    """The commitments of one plan."""

    card: PlanCard = doc("the plan")
    plan: str = doc("its id")
    place: str = doc("id of its place")
    count: int = doc("how many commitments it holds")
    criteria: int = doc("how many criteria for awards it holds beside them")
    criteria_href: str = doc("the list of those")
    states: tuple[StateCount, ...] = doc("how many are in each state of finding")
    named: str = doc("what their texts name of number, time and actor, counted, in a sentence")
    open: tuple[Link, ...] = doc("this list narrowed to what leaves a number, a time or an actor open, and to tasks")
    parts: tuple[Part, ...] = doc("part by part of its text")
    filters: tuple[Filter, ...] = doc("what a reader may narrow the list by")
    takeaway: Takeaway = doc("what of it can be taken along")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLines:
    """A plan's commitments in a state."""

    card: PlanCard = doc("the plan")
    plan: str = doc("its id")
    place: str = doc("id of its place")
    href: str = doc("the list of all its commitments")
    count: int = doc("how many are in this state")
    lines: tuple[DutyLine, ...] = doc("the commitments; none where the page would grow too long")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView(View):
    """The commitments in one state of finding."""

    state: str = doc("the state")
    states: tuple[StateCount, ...] = doc("how many are in each state")
    plans: tuple[PlanLines, ...] = doc("plan by plan, the newest first")
    filters: tuple[Filter, ...] = doc("what a reader may narrow the list by")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[CommitmentsView]:
    """The one list of all."""
    lines = {plan.id: lines_of(plan, facts, lang, words) for plan in newest_first(facts.site)}
    every = [line for plan_lines in lines.values() for line in plan_lines]
    yield CommitmentsView(
        lang=lang,
        path=URLS.section("commitments"),
        title=words["commitment.list_title"],
        description=words["commitment.list_description"].format(count=len(every), plans=len(lines)),
        section="commitments",
        count=len(every),
        criteria=sum(len(plan.criteria) for plan in facts.site.plans.values()),
        criteria_href=URLS.criteria(),
        agencies=len(facts.site.agencies),
        states=state_counts(line.state for line in every),
        named=named_of((duty for plan in facts.site.plans.values() for duty in plan.commitments), words),
        open=left_open(
            (duty for plan in facts.site.plans.values() for duty in plan.commitments),
            URLS.section("commitments"),
            words,
        ),
        plans=tuple(_sum(facts.site.plans[id], plan_lines, facts, lang, words) for id, plan_lines in lines.items()),
        filters=filters_of(every, facts, lang, words),
        takeaway=of_all(facts, words),
    )


def of_plans(facts: Facts, lang: str, words: Words) -> Iterable[PlanDutiesView]:
    """One list a plan."""
    for plan in facts.plans:
        card, lines = plan_card(plan, facts.site, lang, words), lines_of(plan, facts, lang, words)
        yield PlanDutiesView(
            lang=lang,
            path=URLS.commitments(plan.id),
            title=words["commitment.of_plan_title"].format(number=plan.label),
            description=words["commitment.of_plan_description"].format(
                count=len(lines), number=plan.label, issuer=card.issuer
            ),
            section="commitments",
            crumbs=(section_link("commitments", words),),
            card=card,
            plan=plan.id,
            place=plan.place,
            count=len(lines),
            criteria=len(plan.criteria),
            criteria_href=URLS.criteria(plan.id),
            states=state_counts(line.state for line in lines),
            named=named_of(plan.commitments, words),
            open=left_open(plan.commitments, URLS.commitments(plan.id), words),
            parts=_parts(plan, lines, facts, lang, words),
            filters=filters_of(lines, facts, lang, words),
            takeaway=of_plan(plan, facts, words),
        )


def of_states(facts: Facts, lang: str, words: Words) -> Iterable[StateView]:
    """One list for what was found, where there is any commitment of which it was."""
    plans = newest_first(facts.site)
    lines = {plan.id: lines_of(plan, facts, lang, words) for plan in plans}
    every = [line for plan_lines in lines.values() for line in plan_lines]
    cards = {plan.id: plan_card(plan, facts.site, lang, words) for plan in plans}
    for state in STATES:
        inside = {id: tuple(line for line in plan_lines if line.state == state) for id, plan_lines in lines.items()}
        count = sum(len(plan_lines) for plan_lines in inside.values())
        if not count:
            continue
        shown = count <= LONGEST
        yield StateView(
            lang=lang,
            path=URLS.state(state),
            title=words["commitment.state_title"].format(state=words[f"duty.finding.{state}"]),
            description=words[f"duty.finding_rule.{state}"],
            section="commitments",
            crumbs=(section_link("commitments", words),),
            state=state,
            states=state_counts(line.state for line in every),
            plans=tuple(
                PlanLines(
                    card=cards[id],
                    plan=id,
                    place=facts.site.plans[id].place,
                    href=URLS.commitments(id),
                    count=len(plan_lines),
                    lines=plan_lines if shown else (),
                )
                for id, plan_lines in inside.items()
                if plan_lines
            ),
            filters=filters_of([line for plan_lines in inside.values() for line in plan_lines], facts, lang, words)
            if shown
            else (),
        )


def lines_of(plan: Plan, facts: Facts, lang: str, words: Words) -> tuple[DutyLine, ...]:
    """A plan's commitments in printed order."""
    return tuple(duty_line(plan, commitment, facts, lang, words) for commitment in plan.commitments)


def _sum(plan: Plan, lines: tuple[DutyLine, ...], facts: Facts, lang: str, words: Words) -> PlanSum:
    return PlanSum(
        card=plan_card(plan, facts.site, lang, words),
        href=URLS.commitments(plan.id),
        count=len(lines),
        states=tuple(state_count for state_count in state_counts(line.state for line in lines) if state_count.count),
        criteria=len(plan.criteria),
        parts=tuple(
            Link(
                href=URLS.commitments(plan.id, part.anchor),
                label=part.heading.label,
                note=str(len(part.lines)),
                lang=part.heading.lang,
            )
            for part in _parts(plan, lines, facts, lang, words)
        ),
    )


def _parts(plan: Plan, lines: tuple[DutyLine, ...], facts: Facts, lang: str, words: Words) -> tuple[Part, ...]:
    """The lines under the highest parts of the text that they stand in, in the order of the lines."""
    tops = {commitment.id: commitment.provision.partition(".")[0] for commitment in plan.commitments}
    parts = []
    for top in dict.fromkeys(tops.values()):
        known = plan.provision(top)
        printed = known is not None and known.title is not None
        label = heading_of(known, words) if known and printed else provision_label(top, words)
        parts.append(
            Part(
                anchor=f"muc-{top}",
                heading=Link(href=URLS.plan(plan.id, top), label=label, lang=content_language(lang) if printed else ""),
                lines=tuple(line for line in lines if tops[line.id] == top),
            )
        )
    return tuple(parts)


LIST = PageKind("commitments", "commitments.html", CommitmentsView, lists)
OF_PLAN = PageKind("commitments of a plan", "commitments-plan.html", PlanDutiesView, of_plans)
OF_STATE = PageKind("commitments in a state", "commitments-state.html", StateView, of_states)
