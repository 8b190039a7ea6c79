"""The site's places, datasets, findings and what they refer to, in the shapes of the API's lists."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.derive.finding import Check, Finding
from generator.model.places import Change, Place

from .addresses import Addresses
from .entries import (
    ApiChange,
    ApiCheck,
    ApiColumn,
    ApiDataset,
    ApiFinding,
    ApiIndicator,
    ApiPlace,
    ApiPlanThrough,
    ApiReference,
    ApiStandard,
    ApiWhere,
)


def places(facts: Facts, at: Addresses) -> tuple[ApiPlace, ...]:
    """Every administrative unit of any period."""
    return tuple(_place(facts, one, at) for one in facts.site.places.values())


def datasets(facts: Facts, at: Addresses) -> tuple[ApiDataset, ...]:
    """Every dataset, with its dictionary and where to take it from."""
    return tuple(
        ApiDataset(
            id=one.id,
            url=at.dataset(one.id),
            title=one.title,
            description=one.description,
            provenance=one.provenance,
            licence=one.licence,
            licence_url=one.licence_url,
            plan=one.plan,
            table=one.table,
            references=one.references,
            columns=tuple(ApiColumn(name=c.name, type=c.type, description=c.description) for c in one.columns),
            rows=len(one.rows),
            csv=at.dataset(one.id, f"{one.id}.csv"),
            json=at.dataset(one.id, f"{one.id}.json"),
            datapackage=at.dataset(one.id, "datapackage.json"),
        )
        for one in facts.site.datasets.values()
    )


def findings(facts: Facts, at: Addresses) -> tuple[ApiFinding, ...]:
    """Every finding of the audit."""
    return tuple(_finding(one, at) for one in facts.findings)


def checks(facts: Facts, at: Addresses) -> tuple[ApiCheck, ...]:
    """How often each rule of the audit was tried."""
    return tuple(_check(one, at) for one in facts.checks)


def indicators(facts: Facts, at: Addresses) -> tuple[ApiIndicator, ...]:
    """Every indicator."""
    return tuple(
        ApiIndicator(
            id=one.id,
            url=at.indicator(one.id),
            name=one.name,
            short=one.short,
            unit=one.unit,
            definition=one.definition,
            formula=one.formula,
            caution=one.caution,
            references=one.references,
        )
        for one in facts.site.indicators.values()
    )


def standards(facts: Facts, at: Addresses) -> tuple[ApiStandard, ...]:
    """Every poverty standard."""
    return tuple(
        ApiStandard(
            id=one.id,
            url=f"{at.api('standards')}#{one.id}",
            name=one.name,
            short=one.short,
            kind=one.kind,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            basis=one.basis,
            rule=one.rule,
            references=one.references,
        )
        for one in facts.site.standards.values()
    )


def references(facts: Facts, at: Addresses) -> tuple[ApiReference, ...]:
    """Where facts were read."""
    return tuple(
        ApiReference(
            id=id,
            url=f"{at.api('references')}#{id}",
            title=one.title,
            publisher=one.publisher,
            where=one.where,
            retrieved=one.retrieved,
            confidence=one.confidence,
        )
        for id, one in facts.site.references.items()
    )


def _place(facts: Facts, one: Place, at: Addresses) -> ApiPlace:
    return ApiPlace(
        id=one.id,
        url=at.place(one.id),
        code=one.code,
        name=one.name,
        full_name=one.full_name,
        type=one.type,
        level=one.level,
        parent=one.parent,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        from_known=one.from_known,
        aliases=one.aliases,
        note=one.note,
        sources=one.sources,
        before=_changes((change.before, change) for change in facts.before.get(one.id, ())),
        after=_changes((change.after, change) for change in facts.after.get(one.id, ())),
        today=facts.today.get(one.id, ()),
        formerly=facts.formerly.get(one.id, ()),
        plans=facts.plans_of.get(one.id, ()),
        plans_through=tuple(
            ApiPlanThrough(plan=each.plan, how=how, through=each.through)
            for each in facts.covers_of.get(one.id, ())
            if (how := each.indirect)
        ),
    )


def _changes(changes: Iterable[tuple[str, Change]]) -> tuple[ApiChange, ...]:
    return tuple(
        ApiChange(
            day=change.day,
            place=other,
            relation=change.relation,
            basis=change.basis,
            note=change.note,
            sources=change.sources,
        )
        for other, change in changes
    )


def _finding(one: Finding, at: Addresses) -> ApiFinding:
    page = at.provision(one.plan, one.provision) if one.plan and one.provision else None
    return ApiFinding(
        id=one.id,
        url=at.finding(one.id),
        rule=one.rule,
        plan=one.plan or None,
        dataset=one.dataset,
        target=one.target,
        place=one.place,
        place_name=one.place_name,
        year=one.year,
        indicator=one.indicator,
        unit=one.unit,
        standards=one.standards,
        printed=one.printed,
        computed=one.computed,
        difference=one.difference,
        tolerance=one.tolerance,
        terms=one.terms,
        rounding=one.rounding,
        where=ApiWhere(provision=one.provision, url=page, line=one.line),
    )


def _check(one: Check, at: Addresses) -> ApiCheck:
    return ApiCheck(
        id="-".join(filter(None, (one.rule, one.dataset or one.plan))),
        url=at.of("doi-chieu/"),
        rule=one.rule,
        plan=one.plan or None,
        dataset=one.dataset,
        tried=one.tried,
        found=one.found,
        explained=one.explained,
    )
