"""A plan in the API: an entry of the list of plans, and everything of it that the portal holds."""

import datetime
from collections.abc import Mapping
from typing import Literal

from generator.derive.facts import Facts
from generator.model.plan import Plan
from generator.model.records import Level, System, Text
from generator.site.urls import Urls

from . import duties
from .objects import URL, ApiObject, Number, doc
from .text import ApiFurniture, ApiLayout, ApiNote, ApiProvision, ApiStructure, ApiTable, notes, provisions, tables


class ApiPeriod(ApiObject):
    """The years that a plan is for."""

    start: int | None = doc("the first year; null where the text names none")
    end: int | None = doc("the last year; null where the text names none")


class ApiPlanEntry(ApiObject):
    """A plan in the list of plans."""

    id: str = doc("its id")
    url: str = doc(URL)
    json_url: str = doc("everything of the plan as JSON", alias="json")
    number: str | None = doc("its number; null where the copy prints none")
    doc_type: str = doc("what kind of document it is")
    title: Text = doc("a short title of ours, by language")
    issuer: str = doc("id of the agency that issued it")
    system: System = doc("party, state, front or other")
    level: Level = doc("the level of the issuer")
    place: str = doc("id of the place that it is for")
    date: datetime.date | None = doc("its date; null where the copy bears none")
    period: ApiPeriod = doc("the years that it is for")
    provisions: int = doc("how many provisions it has")
    targets: int = doc("how many targets are recorded")
    commitments: int = doc("how many commitments are recorded")
    criteria: int = doc("how many criteria for awards are recorded; they are no commitments")
    reporting: int = doc("how many duties to report are recorded")
    findings: int = doc("how often its printed arithmetic disagrees with itself")


class ApiSigner(ApiObject):
    """Who signed, in office, as printed."""

    name: str = doc("the name")
    capacity: str = doc("the office")
    authority: str | None = doc("on whose behalf")


class ApiAttachment(ApiObject):
    """An annex that the text names."""

    name: str = doc("its name as printed")
    present: bool = doc("whether the portal holds it")
    provision: str = doc("the provision that names it")
    note: Text | None = doc("a remark of ours, by language")


class ApiReceived(ApiObject):
    """A receiver's stamp on the copy; no part of the plan."""

    receiver: str = doc("who stamped it")
    date: datetime.date | None = doc("the stamped day")
    date_printed: str = doc("the day as printed")
    number: str | None = doc("the receiver's number")


class ApiPublication(ApiObject):
    """Where and when the copy was published."""

    publisher: str = doc("who published it")
    date: datetime.date | None = doc("when")
    date_printed: str = doc("when, as printed")
    note: Text | None = doc("a remark of ours, by language")


class ApiSourceFile(ApiObject):
    """The original as received, byte for byte."""

    file: str = doc("its name in the project")
    url: str = doc("its full address")
    sha256: str = doc("its digest")
    bytes: int = doc("its size")
    note: Text | None = doc("a remark of ours, by language")


class ApiTarget(ApiObject):
    """A measurable aim of the text."""

    id: str = doc("its id in the plan")
    url: str = doc("the page of its provision, a full address")
    provision: str = doc("id of the provision")
    quote: str = doc("the words of the provision")
    indicator: str = doc("id of the indicator")
    value: Number = doc("the number; null where it is none")
    value_printed: str = doc("the number as printed")
    unit: str = doc("pp_per_year, pp, percent, households, years, …")
    comparator: Literal["gt", "gte", "lt", "lte", "eq", "avg", "approx"] = doc("how the number binds")
    baseline: str | None = doc("what it is reckoned from; null where the text names nothing")
    deadline: str | None = doc("by when; null where the text names nothing")
    geography: str | None = doc("id of the place")
    group: Text | None = doc("of whom, where not of all, by language")
    target_class: Literal["target", "award_criterion"] = doc("an aim, or what an award asks for", alias="class")


class ApiAmount(ApiObject):
    """A sum of money of the text."""

    id: str = doc("its id in the plan")
    url: str = doc("the page of its provision, a full address")
    provision: str = doc("id of the provision")
    quote: str = doc("the words of the provision")
    item: str = doc("what it is for")
    value: Number = doc("the number; null where it is none")
    value_printed: str = doc("the number as printed")
    unit: str = doc("its unit")
    approximate: bool = doc("whether the text says `about`")
    total: bool = doc("whether it is the total of others")


class ApiPlan(ApiObject):
    """A plan, whole."""

    id: str = doc("its id")
    url: str = doc(URL)
    number: str | None = doc("its number; null where the copy prints none")
    number_printed: str | None = doc("its number as printed; null where the copy prints none")
    doc_type: str = doc("what kind of document it is")
    issuer: str = doc("id of the agency that issued it")
    issuer_printed: str | None = doc("the issuer as printed; null where none is")
    issuer_certainty: Literal["printed", "inferred"] = doc("how the issuer is known")
    issuer_note: Text | None = doc("a remark of ours, by language")
    system: System = doc("party, state, front or other")
    level: Level = doc("the level of the issuer")
    place: str = doc("id of the place that it is for")
    places: tuple[str, ...] = doc("ids of other places that it names")
    date: datetime.date | None = doc("its date; null where the copy bears none")
    date_printed: str | None = doc("its date as printed; null where none is")
    date_source: Literal["document", "website", "inferred"] | None = doc("where the date is from; null without one")
    date_note: Text | None = doc("a remark of ours, by language")
    title: Text = doc("a short title of ours, by language")
    title_printed: str = doc("its title as printed")
    summary: Mapping[str, tuple[str, ...]] = doc("a summary of ours, a line a point, by language")
    period: ApiPeriod = doc("the years that it is for")
    signer: ApiSigner | None = doc("who signed; null where the copy names nobody")
    recipients: tuple[str, ...] = doc("who it went to, line by line as printed")
    recipients_status: Literal["printed", "not_available"] = doc("whether the copy shows its recipients")
    basis: tuple[str, ...] = doc("ids of the documents that it rests on")
    attachments: tuple[ApiAttachment, ...] = doc("its annexes")
    received: tuple[ApiReceived, ...] = doc("receivers' stamps on the copy")
    publications: tuple[ApiPublication, ...] = doc("where the copy was published")
    source: ApiSourceFile = doc("the original")
    provisions: tuple[ApiProvision, ...] = doc("the whole text, in printed order")
    targets: tuple[ApiTarget, ...] = doc("its measurable aims")
    amounts: tuple[ApiAmount, ...] = doc("its sums of money")
    citations: tuple[duties.ApiCitation, ...] = doc("where it names other documents, programmes, movements and funds")
    commitments: tuple[duties.ApiCommitment, ...] = doc("the duties that it lays on someone")
    criteria: tuple[duties.ApiCriterion, ...] = doc("what it asks for an award, and lays on nobody")
    no_duty: tuple[duties.ApiNoDuty, ...] = doc("lines that lay nothing on anybody, and why")
    reporting: tuple[duties.ApiReporting, ...] = doc("the reports that it asks for")
    policies: tuple[duties.ApiPolicyMention, ...] = doc("where it promises or names a support")
    relations: tuple[duties.ApiRelation, ...] = doc("how it stands to other documents and plans")
    notes: tuple[ApiNote, ...] = doc("notes on the text")
    furniture: tuple[ApiFurniture, ...] = doc("what of the source file is not the document")
    layout: tuple[ApiLayout, ...] = doc("where the source file's layout disturbs the reading")
    structure: tuple[ApiStructure, ...] = doc("what is odd in its order or numbering")
    tables: tuple[ApiTable, ...] = doc("its printed tables")
    datasets: tuple[str, ...] = doc("ids of the datasets made of it")
    findings: tuple[str, ...] = doc("ids of its findings")


def plan_entry(facts: Facts, plan: Plan, at: Urls) -> ApiPlanEntry:
    """A plan in the list of plans."""
    return ApiPlanEntry.of(
        plan,
        url=at.plan(plan.id),
        json_url=at.api(f"plans/{plan.id}"),
        provisions=len(plan.provisions),
        targets=len(plan.targets),
        commitments=len(plan.commitments),
        criteria=len(plan.criteria),
        reporting=len(plan.reporting),
        findings=sum(finding.plan == plan.id for finding in facts.findings),
    )


def whole_plan(facts: Facts, plan: Plan, at: Urls) -> ApiPlan:
    """A plan with all its parts."""
    datasets = [dataset for dataset in facts.site.datasets.values() if dataset.plan == plan.id]
    return ApiPlan.of(
        plan,
        url=at.plan(plan.id),
        source=ApiSourceFile.of(plan.source, url=at.plan(plan.id) + "source.txt"),
        provisions=provisions(plan, at),
        targets=tuple(ApiTarget.of(target, url=at.provision(plan.id, target.provision)) for target in plan.targets),
        amounts=tuple(ApiAmount.of(amount, url=at.provision(plan.id, amount.provision)) for amount in plan.amounts),
        citations=duties.citations(plan, at),
        commitments=duties.commitments(facts, plan, at),
        criteria=duties.criteria(plan, at),
        no_duty=duties.no_duty(plan, at),
        reporting=duties.reporting(facts, plan, at),
        policies=tuple(duties.promise_at(plan.id, promise, at) for promise in plan.policies),
        relations=duties.relations(plan, at),
        notes=notes(plan, at),
        tables=tables(plan, datasets, at),
        datasets=tuple(dataset.id for dataset in datasets),
        findings=tuple(finding.id for finding in facts.findings if finding.plan == plan.id),
    )
