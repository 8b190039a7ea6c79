"""A target beside a published number: comparable only in the same unit, of the same place, year and standard."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.aims import SAME_UNIT, year_of
from generator.derive.facts import Facts
from generator.model.duties import Evidence, Shown
from generator.model.plan import Plan, Target
from generator.model.site import Site

from .naming import passage_link, place_name
from .page import Link, Words, told
from .tables import indicator_name, standard_name
from .wording import say, tongue

PLANNED = ("target", "plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLine:
    """A published number, and the target that it stands beside."""

    what: str = told("what was measured")
    place: Link = told("of which place")
    year: int = told("of which year")
    printed: str = told("the published number as printed")
    standard: str = told("by which poverty standard")
    note: str = told("a remark of ours on the number")
    aim: str = told("what the target measures; empty where the number answers no target")
    aim_printed: str = told("the target's number as printed")
    aim_where: Link | None = told("the passage that sets the target")
    reasons: tuple[str, ...] = told("why the two cannot be compared; none where they can")


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
        Pair(plan=plan, target=target, shown=shown, evidence=one.id)
        for one in site.evidence.values()
        for plan in (site.plans[one.plan],)
        for shown in one.figures
        for target in plan.targets
        if target.id == shown.target
    )


def obstacles(pair: Pair, site: Site) -> tuple[str, ...]:
    """What keeps a target and a number from being compared: indicator, unit, place, year, group, standard, unstated.

    A text seldom names the standard of a target; it is that of the plan's own table, where this holds the target.
    """
    target, shown = pair.target, pair.shown
    standard = standard_of(pair.plan, target, site)
    found = {
        "indicator": target.indicator != shown.indicator,
        "unit": SAME_UNIT.get(target.unit, target.unit) != shown.unit,
        "place": (target.geography or pair.plan.place) != shown.place,
        "year": year_of(target.deadline) != shown.year,
        "group": bool(target.group),
        "standard": standard is not None and standard != shown.standard,
        "unstated": standard is None,
    }
    return tuple(name for name, stands in found.items() if stands)


def standard_of(plan: Plan, target: Target, site: Site) -> str | None:
    """The standard of a target by the plan's own tables for the same place, indicator and year; None without one."""
    key = (target.geography or plan.place, target.indicator, year_of(target.deadline))
    standards = {
        row.standard
        for dataset in site.datasets.values()
        if dataset.plan == plan.id
        for row in dataset.rows
        if (row.place, row.indicator, row.year) == key and row.status in PLANNED
    }
    return standards.pop() if len(standards) == 1 else None


def beside_lines(plan: Plan, evidence: Evidence, facts: Facts, lang: str, words: Words) -> tuple[BesideLine, ...]:
    """The numbers of a piece of evidence, each with the target that it stands beside, those with a target first."""
    targets = {one.id: one for one in plan.targets}
    lines = []
    for shown in sorted(evidence.figures, key=lambda one: one.target not in targets):
        target = targets.get(shown.target or "")
        pair = Pair(plan=plan, target=target, shown=shown, evidence=evidence.id) if target else None
        lines.append(
            BesideLine(
                what=indicator_name(shown.indicator, facts, lang),
                place=Link(href=f"dia-ban/{shown.place}/", label=place_name(shown.place, facts), lang=tongue(lang)),
                year=shown.year,
                printed=shown.value_printed,
                standard=standard_name(shown.standard, facts, lang),
                note=say(shown.note, lang),
                aim=indicator_name(target.indicator, facts, lang) if target else "",
                aim_printed=target.value_printed if target else "",
                aim_where=passage_link(plan, target.provision, target.quote, words) if target else None,
                reasons=tuple(words[f"ledger.obstacle.{one}"] for one in obstacles(pair, facts.site)) if pair else (),
            )
        )
    return tuple(lines)
