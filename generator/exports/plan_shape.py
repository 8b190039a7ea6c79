"""The shape of one plan in the API: everything of it that the portal holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.model.records import Level, System, Text

from .duty_shape import (
    ApiCitation,
    ApiCommitment,
    ApiCriterion,
    ApiNoDuty,
    ApiPolicyMention,
    ApiRelation,
    ApiReporting,
)
from .shape import told
from .text_shape import ApiFurniture, ApiLayout, ApiNote, ApiProvision, ApiStructure, ApiTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPeriod:
    """The years that a plan is for."""

    start: int | None = told("the first year; null where the text names none")
    end: int | None = told("the last year; null where the text names none")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPlanEntry:
    """A plan in the list of plans."""

    id: str = told("its id")
    url: str = told("its page, a full address")
    json: str = told("everything of the plan as JSON")
    number: str = told("its number")
    doc_type: str = told("what kind of document it is")
    title: Text = told("a short title of ours, by language")
    issuer: str = told("id of the agency that issued it")
    system: System = told("party, state, front or other")
    level: Level = told("the level of the issuer")
    place: str = told("id of the place that it is for")
    date: date = told("its date")
    period: ApiPeriod = told("the years that it is for")
    provisions: int = told("how many provisions it has")
    targets: int = told("how many targets are recorded")
    commitments: int = told("how many commitments are recorded")
    criteria: int = told("how many criteria for awards are recorded; they are no commitments")
    reporting: int = told("how many duties to report are recorded")
    findings: int = told("how often its printed arithmetic disagrees with itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSigner:
    """Who signed, in office, as printed."""

    name: str = told("the name")
    capacity: str = told("the office")
    authority: str | None = told("on whose behalf")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAttachment:
    """An annex that the text names."""

    name: str = told("its name as printed")
    present: bool = told("whether the portal holds it")
    provision: str = told("the provision that names it")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiReceived:
    """A receiver's stamp on the copy; no part of the plan."""

    receiver: str = told("who stamped it")
    date: date | None = told("the stamped day")
    date_printed: str = told("the day as printed")
    number: str | None = told("the receiver's number")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPublication:
    """Where and when the copy was published."""

    publisher: str = told("who published it")
    date: date | None = told("when")
    date_printed: str = told("when, as printed")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSourceFile:
    """The original as received, byte for byte."""

    file: str = told("its name in the project")
    url: str = told("its full address")
    sha256: str = told("its digest")
    bytes: int = told("its size")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiTarget:
    """A measurable aim of the text."""

    id: str = told("its id in the plan")
    url: str = told("the page of its provision, a full address")
    provision: str = told("id of the provision")
    quote: str = told("the words of the provision")
    indicator: str = told("id of the indicator")
    value: Decimal | None = told("the number; null where it is none")
    value_printed: str = told("the number as printed")
    unit: str = told("pp_per_year, pp, percent, households, years, …")
    comparator: Literal["gt", "gte", "lt", "lte", "eq", "avg", "approx"] = told("how the number binds")
    baseline: str | None = told("what it is reckoned from; null where the text names nothing")
    deadline: str | None = told("by when; null where the text names nothing")
    geography: str | None = told("id of the place")
    group: Text | None = told("of whom, where not of all, by language")
    target_class: Literal["target", "award_criterion"] = told("an aim, or what an award asks for", key="class")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAmount:
    """A sum of money of the text."""

    id: str = told("its id in the plan")
    url: str = told("the page of its provision, a full address")
    provision: str = told("id of the provision")
    quote: str = told("the words of the provision")
    item: str = told("what it is for")
    value: Decimal | None = told("the number; null where it is none")
    value_printed: str = told("the number as printed")
    unit: str = told("its unit")
    approximate: bool = told("whether the text says `about`")
    total: bool = told("whether it is the total of others")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPlan:
    """A plan, whole."""

    id: str = told("its id")
    url: str = told("its page, a full address")
    number: str = told("its number")
    number_printed: str = told("its number as printed")
    doc_type: str = told("what kind of document it is")
    issuer: str = told("id of the agency that issued it")
    issuer_printed: str | None = told("the issuer as printed; null where none is")
    issuer_certainty: Literal["printed", "inferred"] = told("how the issuer is known")
    issuer_note: Text | None = told("a remark of ours, by language")
    system: System = told("party, state, front or other")
    level: Level = told("the level of the issuer")
    place: str = told("id of the place that it is for")
    places: tuple[str, ...] = told("ids of other places that it names")
    date: date = told("its date")
    date_printed: str | None = told("its date as printed; null where none is")
    date_source: Literal["document", "website", "inferred"] = told("where the date is from")
    date_note: Text | None = told("a remark of ours, by language")
    title: Text = told("a short title of ours, by language")
    title_printed: str = told("its title as printed")
    summary: Mapping[str, tuple[str, ...]] = told("a summary of ours, a line a point, by language")
    period: ApiPeriod = told("the years that it is for")
    signer: ApiSigner = told("who signed")
    recipients: tuple[str, ...] = told("who it went to, line by line as printed")
    recipients_status: Literal["printed", "not_available"] = told("whether the copy shows its recipients")
    basis: tuple[str, ...] = told("ids of the documents that it rests on")
    attachments: tuple[ApiAttachment, ...] = told("its annexes")
    received: tuple[ApiReceived, ...] = told("receivers' stamps on the copy")
    publications: tuple[ApiPublication, ...] = told("where the copy was published")
    source: ApiSourceFile = told("the original")
    provisions: tuple[ApiProvision, ...] = told("the whole text, in printed order")
    targets: tuple[ApiTarget, ...] = told("its measurable aims")
    amounts: tuple[ApiAmount, ...] = told("its sums of money")
    citations: tuple[ApiCitation, ...] = told("where it names other documents, programmes, movements and funds")
    commitments: tuple[ApiCommitment, ...] = told("the duties that it lays on someone")
    criteria: tuple[ApiCriterion, ...] = told("what it asks for an award, and lays on nobody")
    no_duty: tuple[ApiNoDuty, ...] = told("lines that lay nothing on anybody, and why")
    reporting: tuple[ApiReporting, ...] = told("the reports that it asks for")
    policies: tuple[ApiPolicyMention, ...] = told("where it promises or names a support")
    relations: tuple[ApiRelation, ...] = told("how it stands to other documents and plans")
    notes: tuple[ApiNote, ...] = told("notes on the text")
    furniture: tuple[ApiFurniture, ...] = told("what of the source file is not the document")
    layout: tuple[ApiLayout, ...] = told("where the source file's layout disturbs the reading")
    structure: tuple[ApiStructure, ...] = told("what is odd in its order or numbering")
    tables: tuple[ApiTable, ...] = told("its printed tables")
    datasets: tuple[str, ...] = told("ids of the datasets made of it")
    findings: tuple[str, ...] = told("ids of its findings")
