"""From which rate a plan's targets begin, where it aims at a fall in a year and at the rate that is left after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.duties import Shown
from generator.model.plan import Plan, Target
from generator.model.site import Site

from .aims import target_year

FALL, RATE = "muc-giam-ty-le-ho-ngheo", "ty-le-ho-ngheo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """`implied` is the fall and the rate left, added up. `published` is the rate of the year before, as a publication
    prints it, where one was found: a check, and never put in its place."""

    plan: str
    place: str
    fall: Target
    left: Target
    implied: Decimal
    year: int
    published: Shown | None


def implied_baselines(site: Site) -> tuple[Baseline, ...]:
    """Every place of which a plan aims at both, in the order of plans and texts."""
    return tuple(baseline for plan in site.plans.values() for baseline in _of(site, plan))


def _of(site: Site, plan: Plan) -> Iterator[Baseline]:
    for fall in plan.targets:
        if (fall.indicator, fall.unit) != (FALL, "pp") or fall.group:
            continue
        for left in plan.targets:
            same = (left.geography, left.provision, left.deadline) == (fall.geography, fall.provision, fall.deadline)
            year = target_year(plan, left)
            if same and left.indicator == RATE and year and left.geography:
                yield Baseline(
                    plan=plan.id,
                    place=left.geography,
                    fall=fall,
                    left=left,
                    implied=Decimal(fall.value) + Decimal(left.value),
                    year=year - 1,
                    published=_published(site, left.geography, year - 1),
                )


def _published(site: Site, place: str, year: int) -> Shown | None:
    return next(
        (
            shown
            for evidence in site.evidence.values()
            for shown in evidence.figures
            if (shown.indicator, shown.place, shown.year) == (RATE, place, year)
        ),
        None,
    )
