"""All that follows from a site's content, in one value that pages and exports read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.duties import Commitment, PolicyMention
from generator.model.places import Change
from generator.model.site import Site

from .audit import Check, Finding, audit
from .calendar import Due, dues
from .citations import Conflict, Mention, conflicts_of, mentions_of
from .comparison import PlaceSet, sets
from .covering import Cover, covers_of
from .duties import commitments_at, promises_of
from .lineage import Fate, fates, formerly, today
from .places import after, before, children, plans_of
from .roles import Role, roles_of
from .rollup import RollUp, roll_ups
from .series import Series, series, series_of
from .status import Status, statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The site and what follows from it.

    `plans_of`: for each place, the plans that concern it: its own plan first, then plans of a unit above it that were
    made while both existed, then plans that name it; `covers_of`: the same, each with how it concerns the place, and
    those that do through units before, after or inside. `series_of`: the series of each place. `before` and `after`:
    the changes that made a place, and that ended or altered it. `today`: for each place that is no more, the units that
    its ground belongs to now; `formerly`: the same, from today's units back; `fates`: what became of each.

    `statuses` are by `<plan>/<commitment>`, `commitments_at` by `<plan>#<provision>` where any stand. `mentions_of` and
    `conflicts_of` are of each document, `roles_of` of each agency, `promises_of` of each policy, empty where there are
    none. `dues` are all that is due, in order of time. `sums` are counts of parts added up to a whole, `sets` the
    places that are compared on pages of their own. `kept` is what pages and exports worked out of all this (`once`).
    """

    site: Site
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    series: tuple[Series, ...]
    series_of: Mapping[str, tuple[Series, ...]]
    plans_of: Mapping[str, tuple[str, ...]]
    covers_of: Mapping[str, tuple[Cover, ...]] = field(default_factory=dict)
    before: Mapping[str, tuple[Change, ...]]
    after: Mapping[str, tuple[Change, ...]]
    children: Mapping[str, tuple[str, ...]]
    today: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formerly: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fates: Mapping[str, Fate] = field(default_factory=dict)
    statuses: Mapping[str, Status]
    dues: tuple[Due, ...]
    mentions_of: Mapping[str, tuple[Mention, ...]]
    conflicts_of: Mapping[str, tuple[Conflict, ...]]
    roles_of: Mapping[str, tuple[Role, ...]]
    promises_of: Mapping[str, tuple[tuple[str, PolicyMention], ...]]
    commitments_at: Mapping[str, tuple[Commitment, ...]]
    sums: tuple[RollUp, ...] = ()
    sets: tuple[PlaceSet, ...] = ()
    kept: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


def derive(site: Site) -> Facts:
    """Each of the facts, computed once."""
    findings, checks = audit(site)
    all_series = series(site)
    by_place = series_of(all_series)
    befores, afterwards = before(site), after(site)
    plans = plans_of(site)
    now = today(site, afterwards)
    then = formerly(now)
    standing = statuses(site)
    mentions = mentions_of(site)
    return Facts(
        site=site,
        findings=findings,
        checks=checks,
        series=all_series,
        series_of=by_place,
        plans_of=plans,
        covers_of=covers_of(site, plans, befores, afterwards),
        before=befores,
        after=afterwards,
        children=children(site),
        today=now,
        formerly=then,
        fates=fates(site, now, then),
        statuses=standing,
        dues=dues(site, standing),
        mentions_of=mentions,
        conflicts_of=conflicts_of(site, mentions),
        roles_of=roles_of(site),
        promises_of=promises_of(site),
        commitments_at=commitments_at(site),
        sums=roll_ups(site),
        sets=sets(site, by_place),
    )
