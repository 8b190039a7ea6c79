"""The JSON of version 1: every list, every plan, the index of it all, and the schema of each."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, TypeVar

from generator.derive.facts import Facts
from generator.model.output import Group, Output
from generator.model.records import Text
from generator.site.urls import URLS, Urls

from ..recipes import JsonRecipe
from .charts import ApiChart, ApiFile, ApiSource
from .duties import ApiCommitment, ApiCriterion, ApiReporting, commitments, criteria, reporting
from .law import ApiAct, ApiPolicy, acts, policies, procedures
from .numbers import (
    ApiCheck,
    ApiContradiction,
    ApiDataset,
    ApiFinding,
    ApiIndicator,
    ApiReference,
    ApiStandard,
    checks,
    contradictions,
    datasets,
    findings,
    indicators,
    references,
    standards,
)
from .objects import ApiObject, SchemaRecipe, doc, json_of
from .places import ApiPlace, places
from .plans import ApiPlan, ApiPlanEntry, plan_entry, whole_plan
from .records import (
    ApiAgency,
    ApiAssessment,
    ApiDocument,
    ApiEvidence,
    ApiSearch,
    agencies,
    assessments,
    documents,
    evidence,
    searches,
)

VERSION = "1"
Duty = TypeVar("Duty", ApiCommitment, ApiCriterion, ApiReporting)
Linked = TypeVar("Linked", ApiChart, ApiSource, ApiFile)


class ApiEntry(ApiObject):
    """A file of the API."""

    id: str = doc("its name")
    url: str = doc("its full address")
    schema_url: str = doc("the address of its schema", alias="schema")
    count: int = doc("how many objects it holds")


class ApiIndex(ApiObject):
    """What the API holds."""

    version: str = doc("the version of the API: within one, keys are only added")
    title: Text = doc("the portal's name, by language")
    operator: Text = doc("who runs it, by language")
    url: str = doc("the portal's home page")
    repository: str = doc("where its content is kept; empty where not told")
    languages: tuple[str, ...] = doc("the languages of the interface, that of the root first")
    as_of: datetime.date = doc("the day as of which everything holds")
    digest: str = doc(
        "SHA-256 over the other files: for each, by path, `<sha-256 of its bytes>  <path>` and a line feed"
    )
    counts: Mapping[str, int] = doc("how many objects each list holds")
    files: tuple[ApiEntry, ...] = doc("every file, the lists first")


SCHEMAS: Mapping[str, Any] = {
    "index": ApiIndex,
    "plans": tuple[ApiPlanEntry, ...],
    "plan": ApiPlan,
    "commitments": tuple[ApiCommitment, ...],
    "criteria": tuple[ApiCriterion, ...],
    "reporting": tuple[ApiReporting, ...],
    "agencies": tuple[ApiAgency, ...],
    "documents": tuple[ApiDocument, ...],
    "policies": tuple[ApiPolicy, ...],
    "procedures": tuple[ApiPolicy, ...],
    "acts": tuple[ApiAct, ...],
    "evidence": tuple[ApiEvidence, ...],
    "searches": tuple[ApiSearch, ...],
    "assessments": tuple[ApiAssessment, ...],
    "places": tuple[ApiPlace, ...],
    "datasets": tuple[ApiDataset, ...],
    "charts": tuple[ApiChart, ...],
    "findings": tuple[ApiFinding, ...],
    "contradictions": tuple[ApiContradiction, ...],
    "checks": tuple[ApiCheck, ...],
    "indicators": tuple[ApiIndicator, ...],
    "standards": tuple[ApiStandard, ...],
    "references": tuple[ApiReference, ...],
}
"""What each file of the API holds; a plan's file is `plans/<plan>`, its schema `plan`."""


def groups(
    facts: Facts, charts: Callable[[], Sequence[ApiChart]], specified: Callable[[Output], Output]
) -> Iterator[Group]:
    """Every file of the API but its index. `charts` are given by whoever draws them; their addresses may be paths
    inside the site. `specified` puts their specifications into their file."""
    at = Urls(facts.site.config.base_url)
    yield Group("api lists", partial(_list_files, facts, charts, specified))
    for id in facts.site.plans:
        yield Group(f"api plan {id}", partial(_plan, facts, id, at), plan=id)
    schemas = [Output(URLS.schema(name), SchemaRecipe(kind), at.schema(name)) for name, kind in SCHEMAS.items()]
    yield Group("api schemas", lambda: schemas)


def index(facts: Facts, counts: Mapping[str, int], digests: Mapping[str, str]) -> Iterator[Output]:
    """The index of the API. `counts` are of the lists, `digests` the SHA-256 of every other file of the site."""
    at = Urls(facts.site.config.base_url)
    names = [*counts, *(f"plans/{id}" for id in facts.site.plans)]
    entries = (
        ApiEntry.of(
            None,
            id=name,
            url=at.api(name),
            schema_url=at.schema(name if name in counts else "plan"),
            count=counts.get(name, 1),
        )
        for name in names
    )
    whole = ApiIndex.of(
        facts.site.config,
        version=VERSION,
        url=at.of(""),
        digest=content_digest({URLS.api(name): digests[URLS.api(name)] for name in names}),
        counts=counts,
        files=tuple(entries),
    )
    yield _file("index", ApiIndex, whole)


def counts(facts: Facts, charts: Sequence[ApiChart]) -> dict[str, int]:
    """How many objects each list holds."""
    return {name: len(rows) for name, rows in _lists(facts, charts).items()}


def content_digest(digests: Mapping[str, str]) -> str:
    """One digest for many files, given the SHA-256 of each by path; anyone can reckon it again: `sha256sum` of each,
    sorted by path, hashed."""
    lines = (f"{digests[path]}  {path}\n" for path in sorted(digests))
    return sha256("".join(lines).encode()).hexdigest()


def _file(name: str, schema: Any, value: Any) -> Output:
    return Output(URLS.api(name), JsonRecipe(), json_of(schema, value))


def _list_files(
    facts: Facts, charts: Callable[[], Sequence[ApiChart]], specified: Callable[[Output], Output]
) -> Iterator[Output]:
    for name, rows in _lists(facts, charts()).items():
        output = _file(name, SCHEMAS[name], rows)
        yield specified(output) if name == "charts" else output


def _plan(facts: Facts, id: str, at: Urls) -> Iterator[Output]:
    yield _file(f"plans/{id}", ApiPlan, whole_plan(facts, facts.site.plans[id], at))


def _lists(facts: Facts, charts: Sequence[ApiChart]) -> dict[str, tuple[Any, ...]]:
    at = Urls(facts.site.config.base_url)
    plans = facts.site.plans.values()
    return {
        "plans": tuple(plan_entry(facts, plan, at) for plan in plans),
        "commitments": _over_plans(commitments(facts, plan, at) for plan in plans),
        "criteria": _over_plans(criteria(plan, at) for plan in plans),
        "reporting": _over_plans(reporting(facts, plan, at) for plan in plans),
        "agencies": agencies(facts, at),
        "documents": documents(facts, at),
        "policies": policies(facts, at),
        "procedures": procedures(facts, at),
        "acts": acts(facts, at),
        "evidence": evidence(facts, at),
        "searches": searches(facts, at),
        "assessments": assessments(facts, at),
        "places": places(facts, at),
        "datasets": datasets(facts, at),
        "charts": tuple(_completed(chart, at) for chart in charts),
        "findings": findings(facts, at),
        "contradictions": contradictions(facts, at),
        "checks": checks(facts, at),
        "indicators": indicators(facts, at),
        "standards": standards(facts, at),
        "references": references(facts, at),
    }


def _over_plans(duties: Iterable[Iterable[Duty]]) -> tuple[Duty, ...]:
    """The duties of all plans in one list; each id has its plan's before it."""
    return tuple(duty.model_copy(update={"id": f"{duty.plan}/{duty.id}"}) for duty in chain.from_iterable(duties))


def _completed(chart: ApiChart, at: Urls) -> ApiChart:
    def whole(part: Linked) -> Linked:
        return part.model_copy(update={"url": at.of(part.url)})

    parts = {"sources": tuple(map(whole, chart.sources)), "files": tuple(map(whole, chart.files))}
    return whole(chart).model_copy(update=parts)
