"""What a rule is, which rules there are, and how a site is held to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model.diagnostic import Diagnostic
from generator.model.site import Site

from . import assessments, content, coverage, data, duties, evidence, languages, lookup, places, privacy
from .known import Known, known

Rule = Callable[[Known], Iterable[Diagnostic]]
"""A rule looks at a whole site and says what is wrong with it. Its codes stand in `model.codes`."""

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
    assessments.verdicts,
    languages.translations,
    data.references,
    data.printed,
    data.duplicates,
    data.tables,
    places.references,
    places.parents,
    places.periods,
    places.changes,
    lookup.references,
    lookup.ends,
    lookup.regions,
    privacy.persons,
    privacy.persons_in_texts,
    privacy.small_counts,
)


OF_ONE_PLAN: frozenset[Rule] = frozenset((
    content.provisions, content.quotes, content.printed, duties.references, duties.quotes, duties.actors,
    duties.deadlines, coverage.blocks, privacy.persons_in_texts,
))  # fmt: skip
"""Rules that look at each plan apart (`Known.plans`)."""


def check_site(site: Site, found: Iterable[Diagnostic] = ()) -> list[Diagnostic]:
    """All that is wrong with a site, by place.

    `found` is what reading found: a record that could not be read is known to be there, and naming it is no mistake.
    """
    facts = known(site, found)
    wrong = {(one.at, one.code, tuple(one.values.items())): one for rule in RULES for one in rule(facts)}
    return sorted(wrong.values(), key=lambda one: (one.at, one.code))
