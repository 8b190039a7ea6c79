"""Whether a published number can be held against a target of a plan, and what keeps the two apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.duties import Shown
from generator.model.plan import Plan, Target
from generator.model.site import Site

from .aims import SAME_UNIT, target_year
from .series import PLANNED

Obstacle = Literal["indicator", "unit", "place", "year", "group", "standard", "unstated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """In what a number is not what a target is of: `found` of the number, `wanted` of the target; empty if unknown."""

    what: Obstacle
    found: str
    wanted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A target and a published number that the evidence puts beside it."""

    plan: Plan
    target: Target
    shown: Shown
    evidence: str


def pairs_of(site: Site) -> tuple[Pair, ...]:
    """Every published number that stands beside a target of its plan."""
    return tuple(
        Pair(plan=plan, target=target, shown=shown, evidence=evidence.id)
        for evidence in site.evidence.values()
        for plan in (site.plans[bearing.plan] for bearing in evidence.bearings)
        for shown in evidence.figures
        for target in plan.targets
        if target.id == shown.target
    )


def differences(plan: Plan, target: Target, shown: Shown, site: Site) -> tuple[Difference, ...]:
    """All that keeps a number from being compared with a target; nothing where the two can be compared.

    They are comparable if indicator, unit, place, year and poverty standard are the same. A target for a group of
    people is comparable with nothing, because a number does not say which group it counts.
    """
    return tuple(_differences(plan, target, shown, site))


def target_standard(plan: Plan, target: Target, site: Site) -> str | None:
    """The poverty standard that a target is counted by; None where it is not known.

    It is the target's own. A target without one takes that of its rows (same place, indicator and year) in the plan's
    tables; a target without such rows takes the standard in force in its year. Two candidates are no answer.
    """
    if target.standard is not None:
        return target.standard
    year = target_year(plan, target)
    if year is None:
        return None
    found = _of_tables(plan, target, year, site) or _in_force(year, site)
    return found.pop() if len(found) == 1 else None


def _differences(plan: Plan, target: Target, shown: Shown, site: Site) -> Iterator[Difference]:
    unit, place = SAME_UNIT.get(target.unit, target.unit), target.geography or plan.place
    year, standard = target_year(plan, target), target_standard(plan, target, site)
    if shown.indicator != target.indicator:
        yield Difference(what="indicator", found=shown.indicator, wanted=target.indicator)
    if shown.unit != unit:
        yield Difference(what="unit", found=shown.unit, wanted=unit)
    if shown.place != place:
        yield Difference(what="place", found=shown.place, wanted=place)
    if shown.year != year:
        yield Difference(what="year", found=str(shown.year), wanted=str(year or ""))
    if target.group:
        yield Difference(what="group", found="", wanted=next(iter(target.group.values())))
    if standard is None:
        yield Difference(what="unstated", found=shown.standard, wanted="")
    elif shown.standard != standard:
        yield Difference(what="standard", found=shown.standard, wanted=standard)


def _of_tables(plan: Plan, target: Target, year: int, site: Site) -> set[str]:
    key = (target.geography or plan.place, target.indicator, year)
    return {
        row.standard
        for dataset in site.datasets.values()
        if dataset.plan == plan.id
        for row in dataset.rows
        if (row.place, row.indicator, row.year) == key and row.status in PLANNED
    }


def _in_force(year: int, site: Site) -> set[str]:
    return {
        standard.id
        for standard in site.standards.values()
        if standard.kind not in ("not_stated", "not_applicable")
        and (standard.valid_from is None or standard.valid_from.year <= year)
        and (standard.valid_to is None or year <= standard.valid_to.year)
    }
