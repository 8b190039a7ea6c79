"""What a plan's text lays on whom, in the API: commitments, criteria, reports, citations, promises, relations."""

import datetime

from generator.derive.calendar import Due
from generator.derive.citations import Mention, mention_of
from generator.derive.facts import Facts
from generator.derive.status import Attainment, Basis, Found, Lifecycle, Publication, ReportDuty
from generator.derive.verifiability import Named, verifiability
from generator.model.duties import ActorSource, DutyKind, PolicyMention, Recurrence, RelationType, ReportingDuty
from generator.model.grouping import grouped
from generator.model.passages import quoted
from generator.model.plan import Plan
from generator.model.records import Text
from generator.site.urls import Urls

from .objects import ApiObject, doc

DUTY_ID = "its id in the plan; in a list over all plans the plan's id stands before it (`<plan>/ck-001`)"
OF_PROVISION = "the page of its provision, a full address"


class ApiDeadline(ApiObject):
    """When something is due."""

    printed: str = doc("as printed")
    date: datetime.date | None = doc("the day; null where the text gives no one day")
    month_day: str | None = doc("the day of each year, `06-30`; null where the text gives none")
    recurrence: Recurrence | None = doc("how often; null where the text does not say")
    before: bool = doc("whether it is due before that day: the text says `trước ngày …`")


class ApiStatus(ApiObject):
    """Where a commitment stands: five independent axes, never a score."""

    as_of: datetime.date = doc("the day as of which it holds")
    lifecycle: Lifecycle = doc("whether the plan's period has ended, or another plan replaced it")
    report_duty: ReportDuty = doc("whether the text asks for a report on it: none, undated or dated (owed by a day)")
    finding: Found = doc("what was found of it, whether or not a report is owed; not_found only after a dated search")
    due_not_found: bool = doc("whether a report on it was due, and was looked for after that day and not found")
    attainment: Attainment = doc("what an assessment says; not_assessed without one")
    basis: Basis = doc("what the evidence of that assessment rests on")
    due: datetime.date | None = doc(
        "the last day up to as_of on which a report was owed, else the next; null without a day"
    )
    reports: tuple[str, ...] = doc("ids of the plan's reporting duties that belong to it")
    evidence: tuple[str, ...] = doc("ids of evidence that lists it")
    searches: tuple[str, ...] = doc("ids of searches that list it")
    assessments: tuple[str, ...] = doc("ids of its assessments, the latest last")


class ApiCommitment(ApiObject):
    """A duty that a plan's text lays on someone."""

    id: str = doc(DUTY_ID)
    url: str = doc("its page, a full address")
    plan: str = doc("id of the plan")
    provision: str = doc("id of the provision")
    provision_url: str = doc(OF_PROVISION)
    quote: str = doc("the words of the provision; … where a clause is cut")
    summary: Text = doc("a sentence of ours, by language")
    kind: DutyKind = doc("what kind of duty it is")
    actors: tuple[str, ...] = doc("ids of the agencies that it is laid on; empty where the text names nobody")
    actor_source: ActorSource = doc("how they are known: named, by the heading, implied, or none")
    partners: tuple[str, ...] = doc("ids of the agencies that are to work with them")
    deadline: ApiDeadline | None = doc("by when; null where the text names no time")
    targets: tuple[str, ...] = doc("ids of the plan's targets that it carries")
    verifiability: tuple[Named, ...] = doc("what its text names of number, deadline and actor; empty where none")
    status: ApiStatus = doc("where it stands on the five axes")
    note: Text | None = doc("a remark of ours, by language")


class ApiCriterion(ApiObject):
    """What a plan asks for an award: laid on nobody, so it is no commitment and has no status."""

    id: str = doc(DUTY_ID)
    url: str = doc("its page, a full address")
    plan: str = doc("id of the plan")
    provision: str = doc("id of the provision")
    provision_url: str = doc(OF_PROVISION)
    quote: str = doc("the words of the provision; … where a clause is cut")
    summary: Text = doc("a sentence of ours, by language")
    groups: tuple[str, ...] = doc("ids of those who may be given the award, in `agencies.json`")
    deadline: ApiDeadline | None = doc("by when it has to be so; null where the text names no time")
    targets: tuple[str, ...] = doc("ids of the plan's targets that it asks for, of the class award_criterion")
    note: Text | None = doc("a remark of ours, by language")


class ApiNoDuty(ApiObject):
    """Words of a plan that lay nothing on anybody: every other line of its text has a commitment or a criterion."""

    provision: str = doc("id of the provision")
    url: str = doc(OF_PROVISION)
    quote: str = doc("the words of the provision")
    why: Text = doc("why they are no duty, by language")


class ApiDue(ApiObject):
    """One time that a report is due."""

    id: str = doc("its id: plan, duty and day or year; that of its event in the calendar files")
    day: datetime.date | None = doc("the day; null where the text gives none")
    year: int | None = doc("the year; null where the text gives none")
    before: bool = doc("whether it is due before that day")
    past: bool | None = doc("whether it had passed before as_of; null where the text gives neither day nor year")
    certain: bool | None = doc(
        "false for the year of the plan's own date, as the text does not say whether it counts; null without a time"
    )
    ended: tuple[str, ...] = doc("ids of those who would owe it and had ended by then")
    publication: Publication = doc("what is known of the report that was due then")


class ApiReporting(ApiObject):
    """A report that a plan asks for."""

    id: str = doc(DUTY_ID)
    url: str = doc(OF_PROVISION)
    plan: str = doc("id of the plan")
    provision: str = doc("id of the provision")
    quote: str = doc("the words of the provision; … where a clause is cut")
    who: tuple[str, ...] = doc("ids of the agencies that owe it; empty where the text names nobody")
    to: tuple[str, ...] = doc("ids of the agencies that it goes to; empty where the text names nobody")
    via: tuple[str, ...] = doc("ids of the agencies that pass it on")
    what: Text = doc("what it is about, by language")
    deadline_printed: str | None = doc("when, as printed; null where the text names no time")
    due: str | None = doc("the day (`2019-11-15`), or the day of each year (`06-30`); null where the text gives none")
    before: bool = doc("whether it is due before that day: the text says `trước ngày …`")
    recurrence: Recurrence | None = doc("how often; null where the text does not say")
    commitment: str | None = doc("id of the plan's commitment that it belongs to")
    dues: tuple[ApiDue, ...] = doc("each time that it is due")
    note: Text | None = doc("a remark of ours, by language")


class ApiCitation(ApiObject):
    """A place where a plan names a document."""

    document: str = doc("id of the document")
    plan: str = doc("id of the plan")
    provision: str = doc("id of the provision")
    url: str = doc(OF_PROVISION)
    printed: str = doc("how it is named there")
    printed_date: str | None = doc("the date given there, as printed; null where none is")


class ApiPolicyMention(ApiObject):
    """A place where a plan promises or names a support."""

    policy: str = doc("id of the policy")
    plan: str = doc("id of the plan")
    provision: str = doc("id of the provision")
    url: str = doc(OF_PROVISION)
    quote: str = doc("the words of the provision")
    group: Text | None = doc("who it is for, as the text says, by language; null where it names nobody")


class ApiQuote(ApiObject):
    """Words of a plan, and where they stand."""

    provision: str = doc("id of the provision")
    url: str = doc(OF_PROVISION)
    quote: str = doc("the words of the provision")


class ApiRelation(ApiObject):
    """How a plan stands to another document or plan."""

    type: RelationType = doc("how it stands to the other")
    source: str = doc("id of the plan", alias="from")
    to: str = doc("id of the other document or plan")
    evidence: ApiQuote = doc("the words that say so")
    note: Text | None = doc("a remark of ours, by language")


def commitments(facts: Facts, plan: Plan, at: Urls) -> tuple[ApiCommitment, ...]:
    """The commitments of a plan."""
    return tuple(
        ApiCommitment.of(
            duty,
            quote=quoted(plan, duty.provision, duty.quote),
            url=at.commitment(plan.id, duty.id),
            plan=plan.id,
            provision_url=at.provision(plan.id, duty.provision),
            verifiability=verifiability(duty),
            status=facts.statuses[f"{plan.id}/{duty.id}"],
        )
        for duty in plan.commitments
    )


def criteria(plan: Plan, at: Urls) -> tuple[ApiCriterion, ...]:
    """The criteria for awards of a plan."""
    return tuple(
        ApiCriterion.of(
            criterion,
            quote=quoted(plan, criterion.provision, criterion.quote),
            url=at.commitment(plan.id, criterion.id),
            plan=plan.id,
            provision_url=at.provision(plan.id, criterion.provision),
        )
        for criterion in plan.criteria
    )


def reporting(facts: Facts, plan: Plan, at: Urls) -> tuple[ApiReporting, ...]:
    """The reporting duties of a plan, each with the times at which it is due."""
    times = grouped((due.duty, due) for due in facts.dues if due.plan == plan.id)
    return tuple(_reporting(plan, duty, times.get(duty.id, ()), at) for duty in plan.reporting)


def _reporting(plan: Plan, duty: ReportingDuty, times: tuple[Due, ...], at: Urls) -> ApiReporting:
    deadline = duty.deadline
    day = deadline.date.isoformat() if deadline and deadline.date else None
    return ApiReporting.of(
        duty,
        quote=quoted(plan, duty.provision, duty.quote),
        url=at.provision(plan.id, duty.provision),
        plan=plan.id,
        deadline_printed=deadline.printed if deadline else None,
        due=day or (deadline.month_day if deadline else None),
        recurrence=deadline.recurrence if deadline else None,
        before=bool(deadline and deadline.before),
        dues=tuple(_due(time) for time in times),
    )


def _due(due: Due) -> ApiDue:
    timed = bool(due.year)
    return ApiDue.of(due, past=due.past if timed else None, certain=due.certain if timed else None)


def no_duty(plan: Plan, at: Urls) -> tuple[ApiNoDuty, ...]:
    """The lines of a plan that lay nothing on anybody."""
    return tuple(ApiNoDuty.of(line, url=at.provision(plan.id, line.provision)) for line in plan.no_duty)


def citations(plan: Plan, at: Urls) -> tuple[ApiCitation, ...]:
    """The places where a plan names documents, in the order of its citations."""
    return tuple(mention_at(mention_of(plan.id, citation), at) for citation in plan.citations)


def mention_at(mention: Mention, at: Urls) -> ApiCitation:
    """A place where a document is named."""
    return ApiCitation.of(mention, url=at.provision(mention.plan, mention.provision))


def promise_at(plan: str, promise: PolicyMention, at: Urls) -> ApiPolicyMention:
    """A place where a plan promises or names a support."""
    return ApiPolicyMention.of(promise, plan=plan, url=at.provision(plan, promise.provision))


def relations(plan: Plan, at: Urls) -> tuple[ApiRelation, ...]:
    """How a plan stands to other documents and plans."""
    return tuple(
        ApiRelation.of(
            relation,
            source=plan.id,
            evidence=ApiQuote.of(relation, url=at.provision(plan.id, relation.provision)),
        )
        for relation in plan.relations
    )
