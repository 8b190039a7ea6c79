"""Rules for judgments of attainment: none without evidence, and none across indicators, units, standards or places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.diagnostic import Diagnostic
from generator.model.duties import Assessment, Commitment, Evidence, Shown
from generator.model.plan import Plan, Target
from generator.model.site import Site

from .evidence import UNITS
from .known import Known

JUDGED = ("met", "partly_met", "not_met_at_review")
"""Verdicts that hold a figure against a target; the others say that it cannot be done."""
_SAME_UNIT = {"pp": "percentage_point"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a figure must be of, so that it can be held against a target. Empty `standards`: none is known."""

    indicator: str
    unit: str
    standards: tuple[str, ...]
    place: str
    first: int | None
    last: int | None


def verdicts(known: Known) -> Iterator[Diagnostic]:
    """A commitment is met, partly met or not met only by evidence, whose figures can be held against its targets.

    `met` needs such a figure for each target; the other two for one. A commitment without targets needs evidence that
    lists it. What names something that is not there is told by the rule of references.
    """
    for one in known.site.assessments.values():
        plan = known.site.plans.get(one.plan)
        duty = next((duty for duty in plan.commitments if duty.id == one.commitment), None) if plan else None
        if plan is None or duty is None or one.verdict not in JUDGED:
            continue
        if any(known.is_broken("evidence", id) for id in one.evidence):
            continue
        evidence = [known.site.evidence[id] for id in one.evidence if id in known.site.evidence]
        yield from _held(known.site, plan, duty, one, [each for each in evidence if each.plan == plan.id])


def _held(
    site: Site, plan: Plan, duty: Commitment, judged: Assessment, evidence: list[Evidence]
) -> Iterator[Diagnostic]:
    targets = [target for target in plan.targets if target.id in duty.targets]
    lacking = {"verdict": judged.verdict, "commitment": duty.id}
    if len(targets) < len(duty.targets):
        return  # a target that is not there, or could not be read, is told by other rules
    if not targets:
        if not any(duty.id in one.commitments for one in evidence):
            yield Diagnostic("assessment-without-evidence", judged.source_of.at("evidence"), lacking)
        return
    figures = [figure for one in evidence for figure in one.figures]
    about = {target.id: _differences(site, plan, target, figures) for target in targets}
    shown = {id: found for id, found in about.items() if found is not None}
    if not shown or (judged.verdict == "met" and len(shown) < len(about)):
        yield Diagnostic("assessment-without-evidence", judged.source_of.at("evidence"), lacking)
    if judged.verdict != "met" and not all(shown.values()):
        return  # one target can be held against its figure
    for id, found in shown.items():
        for what, is_so, wanted in found:
            values = {
                "verdict": judged.verdict,
                "target": id,
                "what": f"@compare.{what}",
                "found": is_so,
                "wanted": wanted,
            }
            yield Diagnostic("not-comparable", judged.source_of.at("verdict"), values)


def _differences(
    site: Site, plan: Plan, target: Target, figures: list[Shown]
) -> tuple[tuple[str, str, str], ...] | None:
    """In what the figure that is nearest to a target differs from it; None where no figure is about it at all."""
    wanted = _wanted(site, plan, target)
    about = [one for one in figures if one.target == target.id]
    about = about or [one for one in figures if one.target is None and one.indicator == target.indicator]
    found = [tuple(_different(site, one, wanted)) for one in about]
    return min(found, key=len) if found else None


def _different(site: Site, figure: Shown, wanted: _Wanted) -> Iterator[tuple[str, str, str]]:
    """In what a figure is not what is wanted; ids and units that there are not are told by other rules."""
    if figure.indicator != wanted.indicator:
        yield "indicator", figure.indicator, wanted.indicator
    if figure.unit in UNITS and figure.unit != wanted.unit:
        yield "unit", figure.unit, wanted.unit
    if figure.standard in site.standards and figure.standard not in wanted.standards:
        yield "standard", figure.standard, ", ".join(wanted.standards) or "?"
    if figure.place in site.places and figure.place != wanted.place:
        yield "place", figure.place, wanted.place
    too_early = wanted.first is not None and figure.year < wanted.first
    if too_early or (wanted.last is not None and figure.year > wanted.last):
        years = dict.fromkeys(str(year or "…") for year in (wanted.first, wanted.last))
        yield "year", str(figure.year), "–".join(years)


def _wanted(site: Site, plan: Plan, target: Target) -> _Wanted:
    years = [int(year) for year in _YEAR.findall(target.deadline or "")]
    last = max(years) if years else plan.period.end
    place = target.geography or plan.place
    return _Wanted(
        indicator=target.indicator,
        unit=_SAME_UNIT.get(target.unit, target.unit),
        standards=_standards(site, plan, target, place, last),
        place=place,
        first=plan.period.start,
        last=last,
    )


def _standards(site: Site, plan: Plan, target: Target, place: str, year: int | None) -> tuple[str, ...]:
    """The standard that a target is counted by: its own, else that of its rows in the plan's tables, else the one in
    force in the year that it is for."""
    if target.standard is not None:
        return (target.standard,)
    rows = (row for dataset in site.datasets.values() if dataset.plan == plan.id for row in dataset.rows)
    key = (target.indicator, place, year)
    found = {
        row.standard for row in rows if row.status in ("target", "plan") and (row.indicator, row.place, row.year) == key
    }
    if found or year is None:
        return tuple(sorted(found))
    return tuple(
        one.id
        for one in site.standards.values()
        if one.kind != "not_stated"
        and (one.valid_from is None or one.valid_from.year <= year)
        and (one.valid_to is None or year <= one.valid_to.year)
    )
