"""What a rule is, which rules there are, and how a site is held to them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from generator.model.diagnostic import Diagnostic
from generator.model.site import Site

from . import (
    assessments,
    content,
    coverage,
    data,
    duties,
    evidence,
    languages,
    law,
    links,
    lookup,
    numbers,
    places,
    privacy,
)
from .known import Known, known

Rule = Callable[[Known], Iterable[Diagnostic]]
"""A rule looks at a whole site and says what is wrong with it. `messages` says what its codes mean."""

RULES: tuple[Rule, ...] = (
    content.references,
    content.provisions,
    content.quotes,
    content.printed,
    content.periods,
    content.days,
    duties.references,
    duties.quotes,
    duties.actors,
    duties.deadlines,
    coverage.blocks,
    evidence.references,
    evidence.sources,
    evidence.searches,
    evidence.days,
    evidence.contradictions,
    evidence.corrections,
    evidence.replies,
    law.references,
    law.sources,
    law.articles,
    law.withheld,
    law.forces,
    law.successions,
    law.days,
    assessments.verdicts,
    languages.translations,
    links.addresses,
    links.home,
    links.reports,
    numbers.years,
    numbers.values,
    data.references,
    data.printed,
    data.duplicates,
    data.tables,
    places.references,
    places.parents,
    places.periods,
    places.changes,
    places.agencies,
    lookup.references,
    lookup.ends,
    lookup.regions,
    privacy.drafters,
    privacy.small_counts,
)


OF_ONE_PLAN: frozenset[Rule] = frozenset((
    content.provisions, content.quotes, content.printed, duties.references, duties.quotes, duties.actors,
    duties.deadlines, coverage.blocks, privacy.drafters,
))  # fmt: skip
"""Rules that look at each plan apart (`Known.plans`)."""


class Recall(Protocol):
    """Gives what is remembered of a node, or has it worked out; `whole` is the plan whose whole text it looks at."""

    def __call__(
        self, node: str, work: Callable[[], list[Diagnostic]], kind: Any, whole: str = ""
    ) -> list[Diagnostic]: ...


def worked_out(node: str, work: Callable[[], list[Diagnostic]], kind: Any, whole: str = "") -> list[Diagnostic]:
    """Remembers nothing (`Recall`)."""
    return work()


def check_site(site: Site, found: Iterable[Diagnostic] = (), recall: Recall = worked_out) -> list[Diagnostic]:
    """All that is wrong with a site, by place.

    `found` is what reading found: a record that could not be read is known to be there, and naming it is no mistake.
    `recall` is asked for what each rule found, of each plan apart where the rule looks at one plan.
    """
    facts = known(site, found)
    wrong: dict[tuple[Any, ...], Diagnostic] = {}
    for rule in RULES:
        for plan in site.plans if rule in OF_ONE_PLAN else ("",):
            name = f"rule {rule.__module__.rpartition('.')[2]}.{rule.__name__} {plan}"
            looked = partial(_look, rule, replace(facts, only=plan))
            for diagnostic in recall(name, looked, list[Diagnostic], plan):
                wrong[diagnostic.at, diagnostic.code, tuple(diagnostic.values.items())] = diagnostic
    consequences = assessments.consequences(site, wrong.values())
    return sorted(
        (found for found in wrong.values() if found not in consequences),
        key=lambda diagnostic: (diagnostic.at, diagnostic.code),
    )


def _look(rule: Rule, facts: Known) -> list[Diagnostic]:
    return list(rule(facts))
