"""Rules for what was published, looked for and judged, and for statements of law: sources, dates, comparability."""

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

from generator.model.diagnostic import Diagnostic, Phrase, Source
from generator.model.duties import Evidence, Search
from generator.model.records import Unit

from .known import Known

_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)
UNITS = (*get_args(Unit), "pp_per_year")
"""What a figure may count: the units of tables, and a fall of a rate each year, which only targets speak of."""


def references(known: Known) -> Iterator[Diagnostic]:
    """All that evidence, searches, assessments and policies name is there."""
    for evidence in known.site.evidence.values():
        yield from _evidence(known, evidence)
    for search in known.site.searches.values():
        yield from _bearings(known, search, "reports")
        yield from _records(known, search.source_of, search.evidence)
    for judged in known.site.assessments.values():
        at, plan = judged.source_of, known.site.plans.get(judged.plan)
        yield from known.missing("plan", judged.plan, at, "plan")
        if plan is not None:
            yield from known.missing_of_plan(plan, "commitment", judged.commitment, at, "commitment")
        yield from _records(known, at, judged.evidence)
    for policy in (*known.site.policies.values(), *known.site.procedures.values()):
        for index, statement in enumerate(policy.statements):
            for place, id in enumerate(statement.references):
                field = f"statements.{index}.references.{place}"
                yield from known.missing("reference", id, policy.source_of, field, "references")


def corrections(known: Known) -> Iterator[Diagnostic]:
    """A correction of a plan is of one that is there, and is not dated later than the content."""
    for correction in known.site.corrections.values():
        at = correction.source_of
        yield from known.missing("plan", correction.plan, at, "plan", "plan")


def replies(known: Known) -> Iterator[Diagnostic]:
    """A reply is of an agency that is there, about plans and commitments that are there."""
    for reply in known.site.replies.values():
        at = reply.source_of
        yield from known.missing("agency", reply.agency, at, "agency")
        for index, about in enumerate(reply.about):
            field, (plan, _, commitment) = f"about.{index}", about.partition("/")
            yield from known.missing("plan", plan, at, field, "about")
            if commitment and plan in known.site.plans:
                yield from known.missing_of_plan(known.site.plans[plan], "commitment", commitment, at, field)


def contradictions(known: Known) -> Iterator[Diagnostic]:
    """Each side of a contradiction is there, and says what it is said to."""
    for contradiction in known.site.contradictions.values():
        at = contradiction.source_of
        for index, side in enumerate(contradiction.sides):
            field = f"sides.{index}"
            if bool(side.evidence) == bool(side.plan):
                named: dict[str, str | Phrase] = {
                    "field": "evidence",
                    "what": Phrase("what.contradiction"),
                    "how": Phrase("how"),
                }
                yield Diagnostic("missing-field", at.at(field), named)
            yield from known.missing("evidence", side.evidence, at, f"{field}.evidence", "evidence")
            yield from known.missing("plan", side.plan, at, f"{field}.plan", "plan")
            plan, evidence = known.site.plans.get(side.plan or ""), known.site.evidence.get(side.evidence or "")
            if plan is not None:
                yield from known.no_provision(plan, side.provision or "", at, f"{field}.provision")
            words = [text.text for text in plan.provisions if text.id == side.provision] if plan else []
            if evidence:
                words += [*evidence.quotes, *(figure.value_printed for figure in evidence.figures)]
            if words and not any(side.printed in text for text in words):
                values = {"field": "printed", "quote": side.printed, "nearest": words[0]}
                yield Diagnostic("printed-not-found", at.at(f"{field}.printed"), values)


def _evidence(known: Known, evidence: Evidence) -> Iterator[Diagnostic]:
    at, plan = evidence.source_of, known.site.plans.get(evidence.plan or "")
    yield from _bearings(known, evidence, "commitments")
    for index, place in enumerate(evidence.places):
        yield from known.missing("place", place, at, f"places.{index}", "places")
    for index, figure in enumerate(evidence.figures):
        name = f"figures.{index}"
        yield from known.missing("indicator", figure.indicator, at, f"{name}.indicator", "indicator")
        yield from known.missing("standard", figure.standard, at, f"{name}.standard", "standard")
        yield from known.missing("place", figure.place, at, f"{name}.place", "place")
        if plan is not None:
            yield from known.missing_of_plan(plan, "target", figure.target, at, f"{name}.target", "target")
        if figure.unit not in UNITS:
            choices = ", ".join(f"`{unit}`" for unit in UNITS)
            values = {"field": "unit", "value": figure.unit, "choices": choices}
            yield Diagnostic("bad-value", at.at(f"{name}.unit"), values)


def _bearings(known: Known, evidence: Evidence | Search, field: str) -> Iterator[Diagnostic]:
    """Plans that are none, and duties and targets that are none of theirs; `field` holds the duties of the first."""
    for number, bearing in enumerate(evidence.bearings, 0 if evidence.plan else 1):
        within = f"also.{number - 1}." if number else ""
        yield from known.missing("plan", bearing.plan, evidence.source_of, f"{within}plan", "plan")
        plan = known.site.plans.get(bearing.plan)
        if plan is None:
            continue
        for kind, name, ids in (
            ("duty", "duties" if number else field, bearing.duties),
            ("target", "targets", bearing.targets),
        ):
            for index, id in enumerate(ids):
                yield from known.missing_of_plan(plan, kind, id, evidence.source_of, f"{within}{name}.{index}", name)


def _records(known: Known, at: Source, ids: tuple[str, ...]) -> Iterator[Diagnostic]:
    for index, id in enumerate(ids):
        yield from known.missing("evidence", id, at, f"evidence.{index}", "evidence")


def sources(known: Known) -> Iterator[Diagnostic]:
    """Evidence says who published it, where, when, and where we read it; a statement that is sure has a source."""
    for evidence in known.site.evidence.values():
        at = evidence.source_of
        if evidence.published is None and not evidence.published_printed.strip() and not evidence.limits:
            yield Diagnostic("evidence-undated", at.at("published"))
        if not evidence.references:
            yield Diagnostic("evidence-without-reference", at.at("references"))
        if evidence.sha256 and not _SHA256.match(evidence.sha256):
            yield Diagnostic("bad-sha256", at.at("sha256"), {"value": evidence.sha256})
    for policy in (*known.site.policies.values(), *known.site.procedures.values()):
        for index, statement in enumerate(policy.statements):
            if statement.confidence == "high" and not statement.references:
                yield Diagnostic("statement-without-source", policy.source_of.at(f"statements.{index}"))


def searches(known: Known) -> Iterator[Diagnostic]:
    """A search says where, and what it found where it found something."""
    for search in known.site.searches.values():
        at = search.source_of
        if not search.where:
            yield Diagnostic("empty-value", at.at("where"), {"field": "where"})
        yield from _outcome(search)


def _outcome(search: Search) -> Iterator[Diagnostic]:
    if (search.outcome == "not_found") == bool(search.evidence):
        evidence = Phrase("evidence.some") if search.evidence else Phrase("evidence.none")
        values = {"outcome": search.outcome, "evidence": evidence}
        yield Diagnostic("outcome-differs", search.source_of.at("outcome"), values)


def days(known: Known) -> Iterator[Diagnostic]:
    """Nothing was published, searched for, or judged after the day that the site counts from."""
    site, as_of = known.site, known.site.config.as_of
    dated: list[tuple[Source, str, date | None]] = []
    dated += [(evidence.source_of, "published", evidence.published) for evidence in site.evidence.values()]
    dated += [(evidence.source_of, "read", evidence.read) for evidence in site.evidence.values()]
    dated += [(search.source_of, "date", search.date) for search in site.searches.values()]
    dated += [(judged.source_of, "date", judged.date) for judged in site.assessments.values()]
    dated += [(reply.source_of, "date", reply.date) for reply in site.replies.values()]
    for source, field, day in dated:
        if day is not None and day > as_of:
            values = {"date": day.isoformat(), "as_of": as_of.isoformat()}
            yield Diagnostic("later-than-as-of", source.at(field), values)
