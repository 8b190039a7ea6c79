"""The JSON of version 1: every list, every plan, the index of it all, and the schema of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from generator.derive.facts import Facts
from generator.model.output import Output
from generator.model.records import Text

from .addresses import API, Addresses
from .duty_shape import ApiCommitment, ApiCriterion, ApiReporting
from .duty_values import all_commitments, all_criteria, all_reporting
from .entries import (
    ApiChart,
    ApiCheck,
    ApiDataset,
    ApiFinding,
    ApiIndicator,
    ApiPlace,
    ApiReference,
    ApiStandard,
)
from .entry_values import checks, datasets, findings, indicators, places, references, standards
from .plan_shape import ApiPlan, ApiPlanEntry
from .plan_values import plan_entry, whole_plan
from .recipes import JsonRecipe, json_bytes
from .record_shape import ApiAgency, ApiAssessment, ApiDocument, ApiEvidence, ApiPolicy, ApiSearch
from .record_values import agencies, assessments, documents, evidence, policies, searches
from .schema import schema_of
from .shape import plain, told

VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiEntry:
    """A file of the API."""

    id: str = told("its name")
    url: str = told("its full address")
    schema: str = told("the address of its schema")
    count: int = told("how many objects it holds")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiIndex:
    """What the API holds."""

    version: str = told("the version of the API: within one, keys are only added")
    title: Text = told("the portal's name, by language")
    operator: Text = told("who runs it, by language")
    url: str = told("the portal's home page")
    repository: str = told("where its content is kept; empty where not told")
    languages: tuple[str, ...] = told("the languages of the interface, that of the root first")
    as_of: date = told("the day as of which everything holds")
    digest: str = told(
        "SHA-256 over the other files: for each, by path, `<sha-256 of its bytes>  <path>` and a line feed"
    )
    counts: Mapping[str, int] = told("how many objects each list holds")
    files: tuple[ApiEntry, ...] = told("every file, the lists first")


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
    at = Addresses(facts.site.config.base_url)
    lists: dict[str, tuple[Any, ...]] = {
        "plans": tuple(plan_entry(facts, plan, at) for plan in facts.site.plans.values()),
        "commitments": all_commitments(facts, at),
        "criteria": all_criteria(facts, at),
        "reporting": all_reporting(facts, at),
        "agencies": agencies(facts, at),
        "documents": documents(facts, at),
        "policies": policies(facts, at),
        "evidence": evidence(facts, at),
        "searches": searches(facts, at),
        "assessments": assessments(facts, at),
        "places": places(facts, at),
        "datasets": datasets(facts, at),
        "charts": tuple(_completed(one, at) for one in charts),
        "findings": findings(facts, at),
        "checks": checks(facts, at),
        "indicators": indicators(facts, at),
        "standards": standards(facts, at),
        "references": references(facts, at),
    }
    files = {name: plain(value) for name, value in lists.items()}
    files |= {f"plans/{id}": plain(whole_plan(facts, plan, at)) for id, plan in facts.site.plans.items()}
    index = plain(_index(facts, lists, files, at))
    made = [Output(f"{API}{name}.json", JsonRecipe(), value) for name, value in [("index", index), *files.items()]]
    schemas = [
        Output(f"{API}schema/{name}.json", JsonRecipe(), schema_of(kind, at.schema(name)))
        for name, kind in SCHEMAS.items()
    ]
    return (*made, *schemas)


def content_digest(files: Mapping[str, bytes]) -> str:
    """One digest for many files, by path; anyone can reckon it again: `sha256sum` of each, sorted by path, hashed."""
    lines = (f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return sha256("".join(lines).encode()).hexdigest()


def _index(facts: Facts, lists: Mapping[str, Sequence[Any]], files: Mapping[str, Any], at: Addresses) -> ApiIndex:
    config = facts.site.config
    return ApiIndex(
        version=VERSION,
        title=config.title,
        operator=config.operator,
        url=at.of(""),
        repository=config.repository,
        languages=config.languages,
        as_of=config.as_of,
        digest=content_digest({f"{API}{name}.json": json_bytes(value) for name, value in files.items()}),
        counts={name: len(ones) for name, ones in lists.items()},
        files=tuple(
            ApiEntry(
                id=name,
                url=at.api(name),
                schema=at.schema(name if name in lists else "plan"),
                count=len(lists.get(name, (1,))),
            )
            for name in files
        ),
    )


def _completed(chart: ApiChart, at: Addresses) -> ApiChart:
    return replace(
        chart,
        url=at.of(chart.url),
        sources=tuple(replace(one, url=at.of(one.url)) for one in chart.sources),
        files=tuple(replace(one, url=at.of(one.url)) for one in chart.files),
    )
