"""A finding in words: what is printed, what follows from it, and how."""

from dataclasses import dataclass
from decimal import Decimal

from generator.derive.audit import Finding
from generator.derive.facts import Facts
from generator.site.formats import quantity
from generator.site.urls import URLS

from ..page import Link, Words, doc
from ..parts.links import place_link
from ..parts.reading import label_of
from ..parts.tables import indicator_name, row_href, standard_name

MANY = 4  # terms that a sentence can hold; more are folded away


PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One disagreement."""

    id: str = doc("its anchor")
    about: Link | None = doc("the place that it is about")
    what: str = doc("what number, of which year")
    printed: str = doc("what is printed, word for word")
    computed: str = doc("what follows from the terms")
    difference: str = doc("printed minus computed")
    tolerance: str = doc("how far rounding alone could have led")
    how: str = doc("how it was computed, with printed numbers")
    folded: bool = doc("whether that is long")
    rounding: bool = doc("whether the rounding of planned counts could explain it")
    remark: str = doc("a remark: numbers of different standards compared")
    links: tuple[Link, ...] = doc("where the numbers stand")


def line_of(finding: Finding, facts: Facts, lang: str, words: Words) -> FindingLine:
    """A finding in words, its printed strings as printed."""
    plan = facts.site.plans.get(finding.plan)
    provision = plan.provision(finding.provision) if plan and finding.provision else None
    what = [
        indicator_name(finding.indicator, facts, lang) if finding.indicator else "",
        str(finding.year) if finding.year else "",
        ", ".join(standard_name(standard, facts, lang) for standard in finding.standards if _binds(standard, facts)),
    ]
    return FindingLine(
        id=finding.id,
        about=place_link(finding.place, facts, lang) if finding.place else None,
        what=", ".join(filter(None, what)) or (label_of(provision, words) if provision else ""),
        printed=finding.printed,
        computed=_number(finding.computed, finding.unit, words),
        difference=_number(finding.difference, _unit_of_gap(finding.unit), words, signed=True),
        tolerance=_number(finding.tolerance, _unit_of_gap(finding.unit), words) if finding.tolerance else "",
        how=_how(finding, words),
        folded=len(finding.terms) > MANY,
        rounding=finding.rounding,
        remark=words["findings.standards_differ"] if len(finding.standards) > 1 else "",
        links=_links(finding, facts, lang, words),
    )


def _binds(standard: str, facts: Facts) -> bool:
    known = facts.site.standards.get(standard)
    return known is None or known.kind != "not_applicable"


def _number(value: Decimal | None, unit: str, words: Words, *, signed: bool = False) -> str:
    if value is None:
        return ""
    exponent = value.as_tuple().exponent
    places = PLACES if isinstance(exponent, int) and -exponent > PLACES else None
    written = quantity(value, unit, words, places)
    return f"+{written}" if signed and value > 0 else written


def _unit_of_gap(unit: str) -> str:
    """Rates differ by percentage points."""
    return "percentage_point" if unit == "percent" else unit


def _how(finding: Finding, words: Words) -> str:
    """The arithmetic with the printed numbers, for a reader to follow."""
    terms = finding.terms
    joined = words["findings.plus"].join(terms)
    first, second = (*terms, "", "")[:2]
    key = finding.rule
    form = "sum"
    if key == "target-against-table":
        form = "level" if len(terms) == 1 else "yearly" if finding.unit == "pp_per_year" else "sum"
    years = (*finding.years, 0, 0)[:2]
    said = words[f"findings.rule.{key}.{form}"].format(
        terms=joined, first=first, second=second, first_year=years[0], second_year=years[1]
    )
    if finding.agrees_from:
        said = f"{said}. {words['findings.agrees_from'].format(year=finding.agrees_from)}"
    return said


def _links(finding: Finding, facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    links = []
    plan = facts.site.plans.get(finding.plan)
    provision = plan.provision(finding.provision) if plan and finding.provision else None
    if plan and provision:
        note = words["findings.line"].format(line=finding.line) if finding.line else ""
        links.append(Link(href=URLS.plan(plan.id, provision.id), label=label_of(provision, words), note=note))
    dataset = facts.site.datasets.get(finding.dataset or "")
    if dataset:
        rows = [row for row in dataset.rows if row.place == finding.place and finding.year in (None, row.year)]
        exact = [row for row in rows if row.indicator == finding.indicator] or rows
        if exact:
            links.append(Link(href=row_href(dataset, exact[0].line), label=words["findings.in_table"]))
    return tuple(links)
