"""The shapes of what a plan's text lays on whom: commitments, reports, citations, promises, relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.derive.status import Attainment, Basis, Lifecycle, Publication
from generator.model.duties import ActorSource, DutyKind, Recurrence, RelationType
from generator.model.records import Text

from .shape import told

DUTY_ID = "its id in the plan; in a list over all plans the plan's id stands before it (`<plan>/ck-001`)"
OF_PROVISION = "the page of its provision, a full address"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDeadline:
    """When something is due."""

    printed: str = told("as printed")
    date: date | None = told("the day; null where the text gives no one day")
    month_day: str | None = told("the day of each year, `06-30`; null where the text gives none")
    recurrence: Recurrence | None = told("how often; null where the text does not say")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiStatus:
    """Where a commitment stands: four independent axes, never a score."""

    as_of: date = told("the day as of which it holds")
    lifecycle: Lifecycle = told("whether the plan's period has ended, or another plan replaced it")
    publication: Publication = told(
        "what is known of the report owed on it; due_not_found only after a dated search. not_searched: no search"
        " covers it. not_enough: a search does, but not since it was last due, or the text gives no day and its plan"
        " runs on"
    )
    attainment: Attainment = told("what an assessment says; not_assessed without one")
    basis: Basis = told("what the evidence of that assessment rests on")
    due: date | None = told("the last day up to as_of on which a report was owed, else the next; null without a day")
    reports: tuple[str, ...] = told("ids of the plan's reporting duties that belong to it")
    evidence: tuple[str, ...] = told("ids of evidence that lists it")
    searches: tuple[str, ...] = told("ids of searches that list it")
    assessments: tuple[str, ...] = told("ids of its assessments, the latest last")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCommitment:
    """A duty that a plan's text lays on someone."""

    id: str = told(DUTY_ID)
    url: str = told("its page, a full address")
    plan: str = told("id of the plan")
    provision: str = told("id of the provision")
    provision_url: str = told(OF_PROVISION)
    quote: str = told("the words of the provision")
    summary: Text = told("a sentence of ours, by language")
    kind: DutyKind = told("what kind of duty it is")
    actors: tuple[str, ...] = told("ids of the agencies that it is laid on; empty where the text names nobody")
    actor_source: ActorSource = told("how they are known: named, by the heading, implied, or none")
    partners: tuple[str, ...] = told("ids of the agencies that are to work with them")
    deadline: ApiDeadline | None = told("by when; null where the text names no time")
    targets: tuple[str, ...] = told("ids of the plan's targets that it carries")
    status: ApiStatus = told("where it stands on the four axes")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCriterion:
    """What a plan asks for an award: laid on nobody, so it is no commitment and has no status."""

    id: str = told(DUTY_ID)
    url: str = told("its page, a full address")
    plan: str = told("id of the plan")
    provision: str = told("id of the provision")
    provision_url: str = told(OF_PROVISION)
    quote: str = told("the words of the provision")
    summary: Text = told("a sentence of ours, by language")
    groups: tuple[str, ...] = told("ids of those who may be given the award, in `agencies.json`")
    deadline: ApiDeadline | None = told("by when it has to be so; null where the text names no time")
    targets: tuple[str, ...] = told("ids of the plan's targets that it asks for, of the class award_criterion")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiNoDuty:
    """Words of a plan that lay nothing on anybody: every other line of its text has a commitment or a criterion."""

    provision: str = told("id of the provision")
    url: str = told(OF_PROVISION)
    quote: str = told("the words of the provision")
    why: Text = told("why they are no duty, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDue:
    """One time that a report is due."""

    id: str = told("its id: plan, duty and day or year; that of its event in the calendar files")
    day: date | None = told("the day; null where the text gives none")
    year: int | None = told("the year; null where the text gives none")
    past: bool = told("whether it had passed before as_of")
    certain: bool = told("false for the year of the plan's own date where the text does not say whether it counts")
    publication: Publication = told("what is known of the report that was due then")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiReporting:
    """A report that a plan asks for."""

    id: str = told(DUTY_ID)
    url: str = told(OF_PROVISION)
    plan: str = told("id of the plan")
    provision: str = told("id of the provision")
    quote: str = told("the words of the provision")
    who: tuple[str, ...] = told("ids of the agencies that owe it; empty where the text names nobody")
    to: tuple[str, ...] = told("ids of the agencies that it goes to; empty where the text names nobody")
    via: tuple[str, ...] = told("ids of the agencies that pass it on")
    what: Text = told("what it is about, by language")
    deadline_printed: str | None = told("when, as printed; null where the text names no time")
    due: str | None = told("the day (`2019-11-15`), or the day of each year (`06-30`); null where the text gives none")
    recurrence: Recurrence | None = told("how often; null where the text does not say")
    commitment: str | None = told("id of the plan's commitment that it belongs to")
    dues: tuple[ApiDue, ...] = told("each time that it is due")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCitation:
    """A place where a plan names a document."""

    document: str = told("id of the document")
    plan: str = told("id of the plan")
    provision: str = told("id of the provision")
    url: str = told(OF_PROVISION)
    printed: str = told("how it is named there")
    printed_date: str | None = told("the date given there, as printed; null where none is")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPolicyMention:
    """A place where a plan promises or names a support."""

    policy: str = told("id of the policy")
    plan: str = told("id of the plan")
    provision: str = told("id of the provision")
    url: str = told(OF_PROVISION)
    quote: str = told("the words of the provision")
    group: Text | None = told("who it is for, as the text says, by language; null where it names nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiQuote:
    """Words of a plan, and where they stand."""

    provision: str = told("id of the provision")
    url: str = told(OF_PROVISION)
    quote: str = told("the words of the provision")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRelation:
    """How a plan stands to another document or plan."""

    type: RelationType = told("how it stands to the other")
    source: str = told("id of the plan", key="from")
    to: str = told("id of the other document or plan")
    evidence: ApiQuote = told("the words that say so")
    note: Text | None = told("a remark of ours, by language")
