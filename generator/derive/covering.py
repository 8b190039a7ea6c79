"""Which plans concern a place, and through what: itself, a unit around it or in it, one before or after it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.grouping import grouped
from generator.model.plan import Plan
from generator.model.site import Site

from .lineage import GROUND, Changes, came_from, units_above, went_to
from .plans import newest_first

Indirect = Literal["before", "after", "inside"]
How = Literal["own", "above", "named", Indirect]
COVERS: tuple[How, ...] = ("own", "above", "before", "after")
"""What a plan is for, not only about: its promises are made there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A plan that concerns a place.

    `own`: the plan is of the place; `above`: of a unit around it on the plan's day; `named`: the plan names it;
    `before`, `after`: the plan concerns units that the place came from, or became, wholly or in part, and these are
    `through`; `inside`: the plan is of a unit in it, or in its ground, `through` which it concerns a part of it alone.
    """

    plan: str
    how: How
    through: tuple[str, ...] = ()

    @property
    def indirect(self) -> Indirect | None:
        """How it concerns the place through units before, after or inside it; None where it does so itself."""
        match self.how:
            case "before" | "after" | "inside":
                return self.how
            case _:
                return None


def covers_of(
    site: Site,
    direct: Mapping[str, Sequence[str]],
    before: Changes,
    after: Changes,
) -> Mapping[str, tuple[Cover, ...]]:
    """For each place the plans that concern it: those of `direct` first, then through units before, after and inside.

    A plan that comes in several ways is told once, in the first of them. Only places with a plan are keys. A border
    that moved while both units lived on leads nowhere.
    """
    inside = _inside(site)
    found: dict[str, tuple[Cover, ...]] = {}
    for place in site.places:
        own = [Cover(plan=id, how=_how(site, site.plans[id], place)) for id in direct.get(place, ())]
        own += _through("before", came_from(place, before), direct, site)
        own += _through("after", went_to(place, after), direct, site)
        own += [Cover(plan=id, how="inside", through=(site.plans[id].place,)) for id in inside.get(place, ())]
        own += _through("inside", came_from(place, before, GROUND), direct, site)
        first: dict[str, Cover] = {}
        for cover in own:
            first.setdefault(cover.plan, cover)
        if first:
            found[place] = tuple(first.values())
    return found


def _how(site: Site, plan: Plan, place: str) -> How:
    if plan.place == place:
        return "own"
    return "above" if site.places[plan.place] in units_above(place, site.places) else "named"


def _through(how: How, units: Sequence[str], direct: Mapping[str, Sequence[str]], site: Site) -> Iterator[Cover]:
    """The plans of other units, each with the unit that it is of, else with all units that it concerns."""
    for plan, concerned in grouped((plan, unit) for unit in units for plan in direct.get(unit, ())).items():
        own = site.plans[plan].place
        yield Cover(plan=plan, how=how, through=(own,) if own in concerned else concerned)


def _inside(site: Site) -> Mapping[str, tuple[str, ...]]:
    """For each place the plans of units that were in it on the plan's day, the latest first."""
    return grouped(
        (whole.id, plan.id)
        for plan in newest_first(site)
        for whole in units_above(plan.place, site.places)
        if whole.level != "country" and (plan.day is None or whole.exists_on(plan.day))
    )
