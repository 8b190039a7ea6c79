"""Numbers in the API: datasets with their rows, indicators, standards, references, and findings of the audit."""

import datetime
from typing import Literal

from generator.derive.facts import Facts
from generator.derive.finding import Check, Finding, Rule
from generator.model.records import Base, Confidence, SourceKind, Text, Unit
from generator.model.tables import Attribution, Comparator, Dataset, Status
from generator.site.urls import Urls

from .objects import URL, ApiObject, Number, doc


class ApiColumn(ApiObject):
    """A column of a dataset."""

    name: str = doc("its name in the header")
    type: str = doc("its type in the Table Schema")
    description: Text = doc("what it holds, by language")


class ApiDataset(ApiObject):
    """A table of numbers, one observation a row."""

    id: str = doc("its id")
    url: str = doc(URL)
    title: Text = doc("its title, by language")
    description: Text = doc("what it is, by language")
    provenance: Text = doc("where the numbers come from and what was done to them, by language")
    licence: str = doc("the licence's name")
    licence_url: str = doc("the licence's text")
    plan: str | None = doc("id of the plan whose table or text this is")
    table: str | None = doc("id of the printed table in that plan")
    references: tuple[str, ...] = doc("ids of references")
    columns: tuple[ApiColumn, ...] = doc("the dictionary")
    rows: int = doc("how many rows it has")
    csv: str = doc("the table as CSV")
    json_url: str = doc("the rows as JSON", alias="json")
    datapackage: str = doc("the Data Package that describes it")


class ApiObservation(ApiObject):
    """One number with all that it is."""

    place: str = doc("id of the place")
    place_name: str = doc("the place as printed")
    year: int = doc("the year")
    indicator: str = doc("id of the indicator")
    value: Number = doc("the number; null where the cell is empty or withheld")
    value_printed: str = doc("the number as printed")
    unit: Unit = doc("its unit")
    status: Status = doc("result, plan, target, estimate or preliminary")
    standard: str = doc("id of the poverty standard")
    producer: str = doc("who produced it")
    source: str = doc("`<plan>#<provision>` or the id of a reference")
    note: str = doc("a remark of ours")
    comparator: Comparator = doc("how the number binds: eq where it is the number")
    item: str = doc("what it is of, where one indicator is printed for several things")
    row: str = doc("unit, or total for a printed total")
    order: int = doc("its row in the printed order, from one; 0 where none is told")
    serial_printed: str = doc("the printed serial number")
    source_line: int | None = doc("the line of the plan's source file")
    span: str = doc("the time that the number is of, where that is not its year; empty where it is")
    attribution: Attribution = doc("printed, or inferred where the source does not say who produced the number")


class ApiWhere(ApiObject):
    """A place in a plan's text."""

    provision: str | None = doc("id of the provision")
    url: str | None = doc("the page of the provision")
    line: int | None = doc("the line of the plan's source file")


class ApiFinding(ApiObject):
    """A place where printed arithmetic disagrees with itself. No number was changed."""

    id: str = doc("its id, which stays the same while its subject does")
    url: str = doc(URL)
    rule: Rule = doc("what was held against what")
    plan: str | None = doc("id of the plan")
    dataset: str | None = doc("id of the dataset")
    target: str | None = doc("id of the target, where a target was held against a table")
    place: str | None = doc("id of the place")
    place_name: str = doc("the place as printed")
    year: int | None = doc("the year")
    indicator: str | None = doc("id of the indicator")
    unit: str = doc("the unit of computed, difference and tolerance")
    standards: tuple[str, ...] = doc("the poverty standards of the numbers compared")
    printed: str = doc("what is printed")
    computed: Number = doc("what follows from the terms, to six decimals")
    difference: Number = doc("printed minus computed")
    tolerance: Number = doc("how far rounding alone could have led")
    terms: tuple[str, ...] = doc("the printed strings that it was computed from, in order")
    rounding: bool = doc("whether the rounding of projected counts could explain it")
    weight: int = doc("how much it matters to a reader, 1 most")
    agrees_from: int | None = doc("another year of the table, from which the two agree; null where there is none")
    where: ApiWhere = doc("where it stands")


class ApiSide(ApiObject):
    """What one source says."""

    printed: str = doc("its words, as printed")
    evidence: str | None = doc("id of the publication; null where a plan says it")
    plan: str | None = doc("id of the plan; null where a publication says it")
    provision: str | None = doc("id of the provision of the plan")


class ApiContradiction(ApiObject):
    """Sources that do not agree. None is chosen."""

    id: str = doc("its id")
    url: str = doc(URL)
    title: Text = doc("about what, by language")
    weight: int = doc("how much it matters to a reader, 1 most")
    sides: tuple[ApiSide, ...] = doc("what each source says")
    note: Text = doc("what may explain it, or what follows, by language")


class ApiCheck(ApiObject):
    """How often a rule was tried on a plan or a dataset, and how often it found a disagreement."""

    id: str = doc("rule, and dataset or plan")
    url: str = doc("the page of findings, a full address")
    rule: Rule = doc("what was held against what")
    plan: str | None = doc("id of the plan")
    dataset: str | None = doc("id of the dataset")
    tried: int = doc("how often it was tried")
    found: int = doc("how often it found a disagreement")
    explained: int = doc("how often the rounding of projected counts explained one, so that it is no finding")
    exceeds: int = doc("how often the table holds more than a target asks, which is no finding")


class ApiIndicator(ApiObject):
    """What a number measures."""

    id: str = doc("its id")
    url: str = doc(URL)
    name: Text = doc("its name, by language")
    short: Text = doc("a short name, by language")
    unit: str = doc("its unit")
    definition: Text = doc("what it is, by language")
    formula: Text | None = doc("how it is reckoned, by language")
    caution: Text | None = doc("what not to read into it, by language")
    references: tuple[str, ...] = doc("ids of references")


class ApiStandard(ApiObject):
    """A poverty standard. Numbers of two standards never share a line."""

    id: str = doc("its id")
    url: str = doc("its entry in this file, since it has no page of its own")
    name: Text = doc("its name, by language")
    short: Text = doc("a short name, by language")
    kind: Literal["income", "multidimensional", "not_stated", "not_applicable"] = doc("what it measures")
    valid_from: datetime.date | None = doc("its first day")
    valid_to: datetime.date | None = doc("its last day")
    base: Base = doc("what its rates are shares of; not_printed where no table says it")
    basis: str = doc("the legal act")
    rule: Text | None = doc("the rule in short, by language")
    references: tuple[str, ...] = doc("ids of references")


class ApiReference(ApiObject):
    """Where a fact was read."""

    id: str = doc("its id")
    url: str = doc("its entry in this file, since it has no page of its own")
    title: str = doc("its title")
    publisher: str = doc("who published it")
    where: str = doc("where it can be read")
    retrieved: str = doc("when it was read")
    confidence: Confidence = doc("how sure we are of it")
    kind: SourceKind | None = doc("law, copy, official or press, of what law was read in; null for other sources")
    read_on: datetime.date | None = doc("the day on which law was read in it; null where none is recorded")


def datasets(facts: Facts, at: Urls) -> tuple[ApiDataset, ...]:
    """Every dataset, with its dictionary and where to take it from."""
    return tuple(_dataset(dataset, at) for dataset in facts.site.datasets.values())


def _dataset(dataset: Dataset, at: Urls) -> ApiDataset:
    return ApiDataset.of(
        dataset,
        url=at.dataset(dataset.id),
        rows=len(dataset.rows),
        csv=at.dataset(dataset.id, f"{dataset.id}.csv"),
        json_url=at.dataset(dataset.id, f"{dataset.id}.json"),
        datapackage=at.dataset(dataset.id, "datapackage.json"),
    )


def findings(facts: Facts, at: Urls) -> tuple[ApiFinding, ...]:
    """Every finding of the audit."""
    return tuple(_finding(finding, at) for finding in facts.findings)


def _finding(finding: Finding, at: Urls) -> ApiFinding:
    page = at.provision(finding.plan, finding.provision) if finding.plan and finding.provision else None
    return ApiFinding.of(
        finding,
        url=at.finding(finding.id),
        plan=finding.plan or None,
        where=ApiWhere.of(finding, url=page),
    )


def contradictions(facts: Facts, at: Urls) -> tuple[ApiContradiction, ...]:
    """Every contradiction between sources, the weightiest first."""
    every = sorted(
        facts.site.contradictions.values(), key=lambda contradiction: (contradiction.weight, contradiction.id)
    )
    return tuple(
        ApiContradiction.of(
            contradiction,
            url=at.finding(contradiction.id),
            sides=tuple(ApiSide.of(side) for side in contradiction.sides),
        )
        for contradiction in every
    )


def checks(facts: Facts, at: Urls) -> tuple[ApiCheck, ...]:
    """How often each rule of the audit was tried."""
    return tuple(_check(check, at) for check in facts.checks)


def _check(check: Check, at: Urls) -> ApiCheck:
    id = "-".join(filter(None, (check.rule, check.dataset or check.plan)))
    return ApiCheck.of(check, id=id, url=at.section("findings"), plan=check.plan or None)


def indicators(facts: Facts, at: Urls) -> tuple[ApiIndicator, ...]:
    """Every indicator."""
    return tuple(
        ApiIndicator.of(indicator, url=at.indicator(indicator.id)) for indicator in facts.site.indicators.values()
    )


def standards(facts: Facts, at: Urls) -> tuple[ApiStandard, ...]:
    """Every poverty standard."""
    page = at.api("standards")
    return tuple(ApiStandard.of(standard, url=f"{page}#{id}") for id, standard in facts.site.standards.items())


def references(facts: Facts, at: Urls) -> tuple[ApiReference, ...]:
    """Where facts were read."""
    page = at.api("references")
    return tuple(
        ApiReference.of(reference, id=id, url=f"{page}#{id}") for id, reference in facts.site.references.items()
    )
