"""Rules for numbers that cannot be: years that are none, rates over a hundred, counts below nought, results to come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.model.diagnostic import Diagnostic, Source

from .known import Known

YEARS = range(1900, 2101)
"""The years that a plan, a table or a piece of evidence can speak of."""
MOST = Decimal(10**9)
"""More households or persons than a country has."""
_RATES, _COUNTS = ("percent",), ("households", "persons", "years", "count")


def years(known: Known) -> Iterator[Diagnostic]:
    """A year is one that can be spoken of, and a result is none of a year to come."""
    site, as_of = known.site, known.site.config.as_of
    for dataset in site.datasets.values():
        for row in dataset.rows:
            at = f"rows.{row.line}.year"
            yield from _year(dataset.source_of, at, row.year)
            if row.status in ("result", "preliminary") and row.year in YEARS and row.year > as_of.year:
                values = {"date": str(row.year), "as_of": as_of.isoformat()}
                yield Diagnostic("later-than-as-of", dataset.source_of.at(at), values)
    for plan in site.plans.values():
        yield from _year(plan.source_of, "period.start", plan.period.start)
        yield from _year(plan.source_of, "period.end", plan.period.end)
    for record in site.evidence.values():
        for index, figure in enumerate(record.figures):
            yield from _year(record.source_of, f"figures.{index}.year", figure.year)
    for act in site.acts.values():
        yield from _year(act.source_of, "year", act.year)
    for policy in site.policies.values():
        for index, statement in enumerate(policy.statements):
            yield from _year(policy.source_of, f"statements.{index}.ended_in", statement.ended_in)


def _year(source: Source, field: str, year: int | None) -> Iterator[Diagnostic]:
    if year is not None and year not in YEARS:
        yield Diagnostic("bad-year", source.at(field), {"value": str(year)})


def values(known: Known) -> Iterator[Diagnostic]:
    """A rate lies between nought and a hundred, a count is no less than nought, and a number says how it is printed."""
    for dataset in known.site.datasets.values():
        for row in dataset.rows:
            at = f"rows.{row.line}"
            if row.value is None:
                continue
            if not row.value_printed.strip():
                yield Diagnostic("empty-value", dataset.source_of.at(f"{at}.value_printed"), {"field": "value_printed"})
            if not _can_be(row.unit, row.value):
                told = {"value": str(row.value), "unit": row.unit}
                yield Diagnostic("impossible-number", dataset.source_of.at(f"{at}.value"), told)
    for plan in known.site.plans.values():
        for target in plan.targets:
            yield from _written(plan.source_of, f"targets.{target.id}.value", target.unit, target.value)
    for record in known.site.evidence.values():
        for index, figure in enumerate(record.figures):
            yield from _written(record.source_of, f"figures.{index}.value", figure.unit, figure.value)


def _written(source: Source, field: str, unit: str, value: str) -> Iterator[Diagnostic]:
    """A number that is kept as words; what is none is told elsewhere."""
    try:
        number = Decimal(value)
    except ArithmeticError:
        return
    if number.is_finite() and not _can_be(unit, number):
        yield Diagnostic("impossible-number", source.at(field), {"value": value, "unit": unit})


def _can_be(unit: str, value: Decimal) -> bool:
    """Whether so much of a unit can be; differences and money may be anything."""
    if unit in _RATES:
        return 0 <= value <= 100
    return unit not in _COUNTS or 0 <= value <= MOST
