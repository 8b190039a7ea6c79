"""A plan's commitments, reports, citations, promises and relations in the shapes of the API."""

from __future__ import annotations

from dataclasses import replace

from generator.derive.calendar import Due
from generator.derive.citations import Mention, mention_of
from generator.derive.facts import Facts
from generator.derive.status import Status
from generator.model.duties import Commitment, Deadline, PolicyMention, ReportingDuty
from generator.model.plan import Plan

from .addresses import Addresses
from .duty_shape import (
    ApiCitation,
    ApiCommitment,
    ApiCriterion,
    ApiDeadline,
    ApiDue,
    ApiNoDuty,
    ApiPolicyMention,
    ApiQuote,
    ApiRelation,
    ApiReporting,
    ApiStatus,
)


def all_commitments(facts: Facts, at: Addresses) -> tuple[ApiCommitment, ...]:
    """The commitments of all plans; each id has its plan's before it."""
    plans = facts.site.plans.values()
    return tuple(replace(one, id=f"{one.plan}/{one.id}") for plan in plans for one in commitments(facts, plan, at))


def all_reporting(facts: Facts, at: Addresses) -> tuple[ApiReporting, ...]:
    """The reporting duties of all plans; each id has its plan's before it."""
    plans = facts.site.plans.values()
    return tuple(replace(one, id=f"{one.plan}/{one.id}") for plan in plans for one in reporting(facts, plan, at))


def commitments(facts: Facts, plan: Plan, at: Addresses) -> tuple[ApiCommitment, ...]:
    """The commitments of a plan."""
    return tuple(_commitment(plan, one, facts.statuses[f"{plan.id}/{one.id}"], at) for one in plan.duties)


def all_criteria(facts: Facts, at: Addresses) -> tuple[ApiCriterion, ...]:
    """The criteria for awards of all plans; each id has its plan's before it."""
    plans = facts.site.plans.values()
    return tuple(replace(one, id=f"{one.plan}/{one.id}") for plan in plans for one in criteria(plan, at))


def criteria(plan: Plan, at: Addresses) -> tuple[ApiCriterion, ...]:
    """The criteria for awards of a plan."""
    return tuple(
        ApiCriterion(
            id=one.id,
            url=at.commitment(plan.id, one.id),
            plan=plan.id,
            provision=one.provision,
            provision_url=at.provision(plan.id, one.provision),
            quote=one.quote,
            summary=one.summary,
            groups=(*one.actors, *one.partners),
            deadline=_deadline(one.deadline) if one.deadline else None,
            targets=one.targets,
            note=one.note,
        )
        for one in plan.criteria
    )


def no_duty(plan: Plan, at: Addresses) -> tuple[ApiNoDuty, ...]:
    """The lines of a plan that lay nothing on anybody."""
    return tuple(
        ApiNoDuty(provision=one.provision, url=at.provision(plan.id, one.provision), quote=one.quote, why=one.why)
        for one in plan.no_duty
    )


def reporting(facts: Facts, plan: Plan, at: Addresses) -> tuple[ApiReporting, ...]:
    """The reporting duties of a plan, each with the times at which it is due."""
    times: dict[str, list[Due]] = {}
    for due in facts.dues:
        if due.plan == plan.id:
            times.setdefault(due.duty, []).append(due)
    return tuple(_reporting(plan, one, times.get(one.id, []), at) for one in plan.reporting)


def citations(plan: Plan, at: Addresses) -> tuple[ApiCitation, ...]:
    """The places where a plan names documents, in the order of its citations."""
    return tuple(mention(mention_of(plan.id, one), at) for one in plan.citations)


def mention(one: Mention, at: Addresses) -> ApiCitation:
    """A place where a document is named."""
    return ApiCitation(
        document=one.document,
        plan=one.plan,
        provision=one.provision,
        url=at.provision(one.plan, one.provision),
        printed=one.printed,
        printed_date=one.printed_date,
    )


def promise(plan: str, one: PolicyMention, at: Addresses) -> ApiPolicyMention:
    """A place where a plan promises or names a support."""
    return ApiPolicyMention(
        policy=one.policy,
        plan=plan,
        provision=one.provision,
        url=at.provision(plan, one.provision),
        quote=one.quote,
        group=one.group,
    )


def relations(plan: Plan, at: Addresses) -> tuple[ApiRelation, ...]:
    """How a plan stands to other documents and plans."""
    return tuple(
        ApiRelation(
            type=one.type,
            source=plan.id,
            to=one.to,
            evidence=ApiQuote(provision=one.provision, url=at.provision(plan.id, one.provision), quote=one.quote),
            note=one.note,
        )
        for one in plan.relations
    )


def _commitment(plan: Plan, one: Commitment, status: Status, at: Addresses) -> ApiCommitment:
    assert one.kind != "criterion", "criteria have a list of their own"
    return ApiCommitment(
        id=one.id,
        url=at.commitment(plan.id, one.id),
        plan=plan.id,
        provision=one.provision,
        provision_url=at.provision(plan.id, one.provision),
        quote=one.quote,
        summary=one.summary,
        kind=one.kind,
        actors=one.actors,
        actor_source=one.actor_source,
        partners=one.partners,
        deadline=_deadline(one.deadline) if one.deadline else None,
        targets=one.targets,
        status=_status(status),
        note=one.note,
    )


def _deadline(one: Deadline) -> ApiDeadline:
    return ApiDeadline(printed=one.printed, date=one.date, month_day=one.month_day, recurrence=one.recurrence)


def _status(one: Status) -> ApiStatus:
    return ApiStatus(
        as_of=one.as_of,
        lifecycle=one.lifecycle,
        publication=one.publication,
        attainment=one.attainment,
        basis=one.basis,
        due=one.due,
        reports=one.reports,
        evidence=one.evidence,
        searches=one.searches,
        assessments=one.assessments,
    )


def _reporting(plan: Plan, one: ReportingDuty, times: list[Due], at: Addresses) -> ApiReporting:
    deadline = one.deadline
    day = deadline.date.isoformat() if deadline and deadline.date else None
    return ApiReporting(
        id=one.id,
        url=at.provision(plan.id, one.provision),
        plan=plan.id,
        provision=one.provision,
        quote=one.quote,
        who=one.who,
        to=one.to,
        via=one.via,
        what=one.what,
        deadline_printed=deadline.printed if deadline else None,
        due=day or (deadline.month_day if deadline else None),
        recurrence=deadline.recurrence if deadline else None,
        commitment=one.commitment,
        dues=tuple(
            ApiDue(
                id=due.id,
                day=due.day,
                year=due.year,
                past=due.past,
                certain=due.certain,
                publication=due.publication,
            )
            for due in times
        ),
        note=one.note,
    )
