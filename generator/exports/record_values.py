"""Agencies, documents, policies, evidence, searches and assessments in the shapes of the API's lists."""

from __future__ import annotations

from collections import Counter

from generator.derive.citations import Conflict
from generator.derive.facts import Facts
from generator.derive.roles import Role
from generator.derive.validity import has_ended
from generator.model.duties import Evidence, Statement
from generator.model.records import Agency, Document

from .addresses import Addresses
from .duty_values import mention, promise
from .record_shape import (
    ApiAgency,
    ApiAssessment,
    ApiConflict,
    ApiDocument,
    ApiEvidence,
    ApiPart,
    ApiPolicy,
    ApiSearch,
    ApiShown,
    ApiStatement,
)
from .shape import number_of


def agencies(facts: Facts, at: Addresses) -> tuple[ApiAgency, ...]:
    """Every public body, and what it has to do with each plan."""
    return tuple(_agency(one, facts.roles_of[one.id], at) for one in facts.site.agencies.values())


def documents(facts: Facts, at: Addresses) -> tuple[ApiDocument, ...]:
    """Every cited document, with all that names it."""
    return tuple(_document(facts, one, at) for one in facts.site.documents.values())


def policies(facts: Facts, at: Addresses) -> tuple[ApiPolicy, ...]:
    """Every support that plans name, with where they do; what is not verified is marked."""
    return tuple(
        ApiPolicy(
            id=one.id,
            url=at.policy(one.id),
            name=one.name,
            summary=one.summary,
            groups=one.groups,
            aliases=one.aliases,
            statements=tuple(
                ApiStatement(
                    aspect=each.aspect,
                    text=each.text,
                    verified=verified(each),
                    confidence=each.confidence,
                    references=each.references,
                    valid_from=each.valid_from,
                    valid_to=each.valid_to,
                    ended_in=each.ended_in,
                    end_verified=each.end_verified,
                    ended=has_ended(each, facts.site.config.as_of),
                    changes_checked=each.changes_checked,
                )
                for each in one.statements
            ),
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            ended_in=one.ended_in,
            superseded=one.superseded,
            verified_on=one.verified_on,
            promises=tuple(promise(plan, each, at) for plan, each in facts.promises_of[one.id]),
        )
        for one in facts.site.policies.values()
    )


def verified(one: Statement) -> bool:
    """Whether a statement may be published as one: with a source, and with high confidence."""
    return one.confidence == "high" and bool(one.references)


def evidence(facts: Facts, at: Addresses) -> tuple[ApiEvidence, ...]:
    """Everything published that bears on a plan."""
    return tuple(_evidence(one, at) for one in facts.site.evidence.values())


def searches(facts: Facts, at: Addresses) -> tuple[ApiSearch, ...]:
    """Every dated search for results."""
    return tuple(
        ApiSearch(
            id=one.id,
            url=at.search(one.id),
            plan=one.plan,
            date=one.date,
            where=one.where,
            what=one.what,
            outcome=one.outcome,
            evidence=one.evidence,
            reports=one.reports,
        )
        for one in facts.site.searches.values()
    )


def assessments(facts: Facts, at: Addresses) -> tuple[ApiAssessment, ...]:
    """Every judgment of attainment."""
    return tuple(
        ApiAssessment(
            id=one.id,
            url=at.commitment(one.plan, one.commitment),
            plan=one.plan,
            commitment=one.commitment,
            verdict=one.verdict,
            date=one.date,
            assessor=one.assessor,
            evidence=one.evidence,
            reason=one.reason,
        )
        for one in facts.site.assessments.values()
    )


def _agency(one: Agency, roles: tuple[Role, ...], at: Addresses) -> ApiAgency:
    parts: dict[str, Counter[str]] = {}
    for role in roles:
        parts.setdefault(role.plan, Counter())[role.part] += 1
    return ApiAgency(
        id=one.id,
        url=at.agency(one.id),
        name=one.name,
        nature=one.nature,
        system=one.system,
        level=one.level,
        place=one.place,
        aliases=one.aliases,
        fate=one.fate,
        roles=tuple(
            ApiPart(
                plan=plan,
                issuer=bool(count["issuer"]),
                actor=count["actor"],
                partner=count["partner"],
                criteria=count["criterion"],
                owes=count["owes"],
                receives=count["receives"],
                passes_on=count["passes_on"],
            )
            for plan, count in parts.items()
        ),
        references=one.references,
    )


def _document(facts: Facts, one: Document, at: Addresses) -> ApiDocument:
    return ApiDocument(
        id=one.id,
        url=at.document(one.id),
        name=one.name,
        number=one.number,
        issuer=one.issuer,
        date=one.date,
        kind=one.kind,
        note=one.note,
        mentions=tuple(mention(each, at) for each in facts.mentions_of[one.id]),
        conflicts=tuple(_conflict(each, at) for each in facts.conflicts_of[one.id]),
        references=one.references,
    )


def _conflict(one: Conflict, at: Addresses) -> ApiConflict:
    return ApiConflict(about=one.about, values=one.values, mentions=tuple(mention(each, at) for each in one.mentions))


def _evidence(one: Evidence, at: Addresses) -> ApiEvidence:
    return ApiEvidence(
        id=one.id,
        url=at.evidence(one.id),
        plan=one.plan,
        title=one.title,
        publisher=one.publisher,
        published=one.published,
        published_printed=one.published_printed,
        where=one.where,
        basis=one.basis,
        figures=tuple(
            ApiShown(
                indicator=each.indicator,
                value=number_of(each.value),
                value_printed=each.value_printed,
                unit=each.unit,
                standard=each.standard,
                place=each.place,
                year=each.year,
                target=each.target,
                note=each.note,
            )
            for each in one.figures
        ),
        commitments=one.commitments,
        limits=one.limits,
        sha256=one.sha256,
        references=one.references,
    )
