"""All that follows from a site's content, in one value that pages and exports read."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from generator.model.duties import Commitment, PolicyMention
from generator.model.places import Change
from generator.model.plan import Plan
from generator.model.site import Site

from .audit import Check, Finding, audit
from .calendar import Due, dues
from .citations import Conflict, Mention, conflicts_of, mentions_of
from .comparison import PlaceSet, sets
from .covering import Cover, covers_of
from .duties import commitments_at, promises_of
from .lineage import Fate, fates, formerly, today
from .once import fact
from .places import after, before, children, plans_of
from .published import About, published_on_agencies, published_on_places, published_on_plans
from .roles import Role, roles_of
from .rollup import RollUp, roll_ups
from .series import Series, series, series_of
from .status import Status, statuses


class Facts:
    """The site and what follows from it, each worked out when it is first asked for.

    `kept` is what pages and exports worked out of all this (`once`). `plans` are those whose own pages are wanted: all,
    or one (`of_plan`).
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.kept: dict[Any, Any] = {}
        self.plans: tuple[Plan, ...] = tuple(site.plans.values())

    def of_plan(self, id: str) -> Facts:
        """The same facts, with one plan whose own pages are wanted."""
        facts = copy(self)
        facts.plans = (self.site.plans[id],)
        return facts

    @fact
    def audited(self) -> tuple[tuple[Finding, ...], tuple[Check, ...]]:
        """What recomputing found, and what was recomputed."""
        return audit(self.site)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Where what is printed does not add up."""
        return self.audited[0]

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was recomputed, and how often it held."""
        return self.audited[1]

    @fact
    def series(self) -> tuple[Series, ...]:
        """Every series of numbers."""
        return series(self.site)

    @fact
    def series_of(self) -> Mapping[str, tuple[Series, ...]]:
        """The series of each place."""
        return series_of(self.series)

    @fact
    def plans_of(self) -> Mapping[str, tuple[str, ...]]:
        """For each place the plans that concern it: its own first, then those of a unit above it that were made while
        both existed, then plans that name it."""
        return plans_of(self.site)

    @fact
    def covers_of(self) -> Mapping[str, tuple[Cover, ...]]:
        """As `plans_of`, each with how it concerns the place, and with those that do through units before, after or
        inside."""
        return covers_of(self.site, self.plans_of, self.before, self.after)

    @fact
    def before(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes that made each place."""
        return before(self.site)

    @fact
    def after(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes that ended or altered each place."""
        return after(self.site)

    @fact
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The units inside each place."""
        return children(self.site)

    @fact
    def today(self) -> Mapping[str, tuple[str, ...]]:
        """For each place that is no more, the units that its ground belongs to now."""
        return today(self.site, self.after)

    @fact
    def formerly(self) -> Mapping[str, tuple[str, ...]]:
        """As `today`, from today's units back."""
        return formerly(self.today)

    @fact
    def fates(self) -> Mapping[str, Fate]:
        """What became of each place that is no more."""
        return fates(self.site, self.today, self.formerly)

    @fact
    def statuses(self) -> Mapping[str, Status]:
        """The state of each commitment, by `<plan>/<commitment>`."""
        return statuses(self.site)

    @fact
    def dues(self) -> tuple[Due, ...]:
        """All that is due, in order of time."""
        return dues(self.site)

    @fact
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Where plans name each document; empty where none does."""
        return mentions_of(self.site)

    @fact
    def conflicts_of(self) -> Mapping[str, tuple[Conflict, ...]]:
        """Where what plans print of each document differs."""
        return conflicts_of(self.site, self.mentions_of)

    @fact
    def roles_of(self) -> Mapping[str, tuple[Role, ...]]:
        """The parts that each agency has in plans."""
        return roles_of(self.site)

    @fact
    def promises_of(self) -> Mapping[str, tuple[tuple[str, PolicyMention], ...]]:
        """Where plans promise each policy."""
        return promises_of(self.site)

    @fact
    def commitments_at(self) -> Mapping[str, tuple[Commitment, ...]]:
        """The commitments at each provision, by `<plan>#<provision>`, where any stand."""
        return commitments_at(self.site)

    @fact
    def published_on_plans(self) -> About:
        """What was published on each plan."""
        return published_on_plans(self.site)

    @fact
    def published_on_places(self) -> About:
        """What was published on each place."""
        return published_on_places(self.site)

    @fact
    def published_on_agencies(self) -> About:
        """What was published on the duties of each agency."""
        return published_on_agencies(self.site)

    @fact
    def sums(self) -> tuple[RollUp, ...]:
        """Counts of parts added up to a whole."""
        return roll_ups(self.site)

    @fact
    def sets(self) -> tuple[PlaceSet, ...]:
        """The places that are compared on pages of their own."""
        return sets(self.site, self.series_of)


def derive(site: Site) -> Facts:
    """What follows from a site."""
    return Facts(site)
