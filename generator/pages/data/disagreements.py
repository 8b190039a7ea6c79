"""All disagreements in one table, between sources and within what one prints, and the ways to narrow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.audit import Check, Finding
from generator.derive.facts import Facts
from generator.model.duties import Bearing, Side
from generator.model.grouping import grouped
from generator.site.formats import number
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, Words, doc
from ..parts.filters import Choice, Filter
from ..parts.naming import named
from .finding_lines import line_of

BETWEEN = "giua-cac-nguon"
"""The kind of disagreements between sources, and the anchor of their part."""
OTHER = "khac"
"""What stands for a plan where a table is of none, and the anchor of that part."""
Ways = tuple[tuple[str, list[tuple[str, str, str, int]]], ...]
"""What the table is narrowed by, and each value: as rows carry it, its words, the part of the page, how many rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A disagreement, of whatever kind, in the table of all."""

    what: Link = doc("about what, leading to where it is told in full")
    kind: str = doc("between sources, or the rule that found it")
    where: str = doc("the plan that it is in; empty between sources, and where the table is of no plan")
    printed: str = doc("what is printed")
    computed: str = doc("what follows from the terms; empty between sources")
    key: str = doc("the id of the rule, or what stands for all between sources: what a filter of kinds reads")
    plans: tuple[str, ...] = doc("the ids of the plans that it is of, or `khac`: what a filter of plans reads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Disagreements of one weight."""

    weight: int = doc("how much they matter, 1 most")
    anchor: str = doc("their anchor")
    rows: tuple[FindingRow, ...] = doc("these disagreements, those between sources first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Links to the parts of the page by one thing that tells disagreements apart."""

    name: str = doc("weight, kind or plan")
    links: tuple[Link, ...] = doc("the parts, each with how many disagreements are in it as its note")


def weights_of(facts: Facts, lang: str, words: Words) -> tuple[Weight, ...]:
    """All disagreements, the weightiest first; of one weight those between sources before those within one."""
    rows = grouped((*_between(facts, lang, words), *_within(facts, lang, words)))
    return tuple(Weight(weight=weight, anchor=f"muc-{weight}", rows=rows[weight]) for weight in sorted(rows))


def _between(facts: Facts, lang: str, words: Words) -> Iterator[tuple[int, FindingRow]]:
    for contradiction in facts.site.contradictions.values():
        plans = (
            plan
            for side in contradiction.sides
            for plan in (side.plan, *(bearing.plan for bearing in _bearings(side, facts)))
            if plan
        )
        yield (
            contradiction.weight,
            FindingRow(
                what=Link(
                    href=f"{URLS.section('findings')}#{contradiction.id}", label=localized(contradiction.title, lang)
                ),
                kind=words["findings.between"],
                where="",
                printed=" ≠ ".join(side.printed for side in contradiction.sides),
                computed="",
                key=BETWEEN,
                plans=tuple(dict.fromkeys(plans)) or (OTHER,),
            ),
        )


def _bearings(side: Side, facts: Facts) -> tuple[Bearing, ...]:
    return facts.site.evidence[side.evidence].bearings if side.evidence else ()


def _within(facts: Facts, lang: str, words: Words) -> Iterator[tuple[int, FindingRow]]:
    for finding in facts.findings:
        line = line_of(finding, facts, lang, words)
        plan = facts.site.plans.get(finding.plan)
        label = ": ".join(filter(None, (_about(finding, facts, words), line.what)))
        yield (
            finding.weight,
            FindingRow(
                what=Link(href=f"{URLS.section('findings')}#{finding.id}", label=label),
                kind=words[f"findings.rule.{finding.rule}.title"],
                where=plan.label if plan else "",
                printed=line.printed,
                computed=line.computed,
                key=finding.rule,
                plans=(finding.plan or OTHER,),
            ),
        )


def _about(finding: Finding, facts: Facts, words: Words) -> str:
    place = facts.site.places.get(finding.place or "")
    return named(place, facts, words) if place else finding.place_name if finding.place else ""


def ways_of(weights: tuple[Weight, ...], facts: Facts, words: Words) -> Ways:
    """What the table is narrowed by: kind, plan, weight."""
    rows = [(weight, row) for weight in weights for row in weight.rows]
    kinds = grouped((row.key, row) for _, row in rows)
    plans = grouped((plan, row) for _, row in rows for plan in row.plans)
    first: dict[str, str] = {check.rule: anchor_of(check) for check in reversed(facts.checks) if check.found}
    return (
        ("kind", [(key, kinds[key][0].kind, first.get(key, BETWEEN), len(kinds[key])) for key in kinds]),
        (
            "plan",
            [
                (id, facts.site.plans[id].label if id in facts.site.plans else words["findings.no_plan"], id, len(own))
                for id, own in plans.items()
            ],
        ),
        (
            "weight",
            [
                (str(part.weight), words["findings.of_weight"].format(weight=part.weight), part.anchor, len(part.rows))
                for part in weights
            ],
        ),
    )


def filters_of(ways: Ways) -> tuple[Filter, ...]:
    """The ways to narrow the table that would leave something out."""
    return tuple(
        Filter(name=name, choices=tuple(Choice(value=value, label=label) for value, label, _, _ in values))
        for name, values in ways
        if len(values) > 1
    )


def leads_of(ways: Ways, words: Words) -> tuple[Lead, ...]:
    """The same ways as links to parts of the page."""
    page = URLS.section("findings")
    return tuple(
        Lead(
            name=name,
            links=tuple(
                Link(href=f"{page}#{anchor}", label=label, note=number(count, words))
                for _, label, anchor, count in values
            ),
        )
        for name, values in ways
    )


def anchor_of(check: Check) -> str:
    """Where the findings of one rule in one plan or table stand."""
    return f"{check.rule}-{check.dataset or check.plan}"
