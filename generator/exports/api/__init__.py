"""The JSON of version 1: every list, every plan, the index of it all, and the schema of each."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import Any, TypeVar

from generator.derive.facts import Facts
from generator.model.output import Output
from generator.model.records import Text
from generator.site.urls import URLS, Urls

from ..recipes import JsonRecipe, json_bytes
from .charts import ApiChart, ApiFile, ApiSource
from .duties import ApiCommitment, ApiCriterion, ApiReporting
from .numbers import (
    ApiCheck,
    ApiDataset,
    ApiFinding,
    ApiIndicator,
    ApiReference,
    ApiStandard,
    checks,
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
    ApiPolicy,
    ApiSearch,
    agencies,
    assessments,
    documents,
    evidence,
    policies,
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
    "evidence": tuple[ApiEvidence, ...],
    "searches": tuple[ApiSearch, ...],
    "assessments": tuple[ApiAssessment, ...],
    "places": tuple[ApiPlace, ...],
    "datasets": tuple[ApiDataset, ...],
    "charts": tuple[ApiChart, ...],
    "findings": tuple[ApiFinding, ...],
    "checks": tuple[ApiCheck, ...],
    "indicators": tuple[ApiIndicator, ...],
    "standards": tuple[ApiStandard, ...],
    "references": tuple[ApiReference, ...],
}
"""What each file of the API holds; a plan's file is `plans/<plan>`, its schema `plan`."""


def outputs(facts: Facts, charts: Sequence[ApiChart] = ()) -> tuple[Output, ...]:
    """Every file of the API. `charts` are given by whoever draws them; their addresses may be paths inside the site."""
    at = Urls(facts.site.config.base_url)
    plans = {id: whole_plan(facts, plan, at) for id, plan in facts.site.plans.items()}
    lists: dict[str, tuple[Any, ...]] = {
        "plans": tuple(plan_entry(facts, plan, at) for plan in facts.site.plans.values()),
        "commitments": _over_plans(plan.commitments for plan in plans.values()),
        "criteria": _over_plans(plan.criteria for plan in plans.values()),
        "reporting": _over_plans(plan.reporting for plan in plans.values()),
        "agencies": agencies(facts, at),
        "documents": documents(facts, at),
        "policies": policies(facts, at),
        "evidence": evidence(facts, at),
        "searches": searches(facts, at),
        "assessments": assessments(facts, at),
        "places": places(facts, at),
        "datasets": datasets(facts, at),
        "charts": tuple(_completed(chart, at) for chart in charts),
        "findings": findings(facts, at),
        "checks": checks(facts, at),
        "indicators": indicators(facts, at),
        "standards": standards(facts, at),
        "references": references(facts, at),
    }
    files = {name: json_of(SCHEMAS[name], value) for name, value in lists.items()}
    files |= {f"plans/{id}": json_of(ApiPlan, plan) for id, plan in plans.items()}
    index = json_of(ApiIndex, _index(facts, lists, files, at))
    made = [Output(URLS.api(name), JsonRecipe(), value) for name, value in [("index", index), *files.items()]]
    schemas = [Output(URLS.schema(name), SchemaRecipe(kind), at.schema(name)) for name, kind in SCHEMAS.items()]
    return (*made, *schemas)


def content_digest(files: Mapping[str, bytes]) -> str:
    """One digest for many files, by path; anyone can reckon it again: `sha256sum` of each, sorted by path, hashed."""
    lines = (f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return sha256("".join(lines).encode()).hexdigest()


def _over_plans(duties: Iterable[Iterable[Duty]]) -> tuple[Duty, ...]:
    """The duties of all plans in one list; each id has its plan's before it."""
    return tuple(duty.model_copy(update={"id": f"{duty.plan}/{duty.id}"}) for duty in chain.from_iterable(duties))


def _index(facts: Facts, lists: Mapping[str, Sequence[Any]], files: Mapping[str, Any], at: Urls) -> ApiIndex:
    config = facts.site.config
    return ApiIndex.of(
        config,
        version=VERSION,
        url=at.of(""),
        digest=content_digest({URLS.api(name): json_bytes(value) for name, value in files.items()}),
        counts={name: len(objects) for name, objects in lists.items()},
        files=tuple(
            ApiEntry.of(
                None,
                id=name,
                url=at.api(name),
                schema_url=at.schema(name if name in lists else "plan"),
                count=len(lists.get(name, (1,))),
            )
            for name in files
        ),
    )


def _completed(chart: ApiChart, at: Urls) -> ApiChart:
    def whole(part: Linked) -> Linked:
        return part.model_copy(update={"url": at.of(part.url)})

    parts = {"sources": tuple(map(whole, chart.sources)), "files": tuple(map(whole, chart.files))}
    return whole(chart).model_copy(update=parts)
