"""Addresses that somebody gets to by shortening another: the way on from each."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.site.urls import URLS
from generator.site.wording import content_language

from ..page import Link, PageKind, View, Words, doc
from ..parts.duties import state_counts
from ..parts.links import section_link
from ..parts.reading import heading_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentView(View):
    """A list of the pages under an address."""

    lead: str = doc("what stands under it")
    links: tuple[Link, ...] = doc("the pages under it")


def states(facts: Facts, lang: str, words: Words) -> Iterable[ParentView]:
    """The one list of what was found."""
    counts = state_counts(status.state for status in facts.statuses.values())
    yield ParentView(
        lang=lang,
        path=URLS.states(),
        title=words["duty.by_state"],
        description=words["duty.no_score"],
        section="commitments",
        crumbs=(section_link("commitments", words),),
        lead=words["duty.no_score"],
        links=tuple(
            Link(
                href=state.href,
                label=words[f"duty.finding.{state.state}"],
                note=words["duty.entries"].format(count=state.count),
            )
            for state in counts
        ),
    )


def provisions(facts: Facts, lang: str, words: Words) -> Iterable[ParentView]:
    """One list a plan of its provisions."""
    for plan in facts.plans:
        yield ParentView(
            lang=lang,
            path=URLS.provisions(plan.id),
            title=words["plan.provisions_of"].format(number=plan.label),
            description=words["plan.provisions_lead"].format(number=plan.label),
            section="plans",
            crumbs=(section_link("plans", words), Link(href=URLS.plan(plan.id), label=plan.label)),
            lead=words["plan.provisions_lead"].format(number=plan.label),
            links=tuple(
                Link(
                    href=URLS.provision(plan.id, provision.id),
                    label=heading_of(provision, words),
                    lang=content_language(lang),
                )
                for provision in plan.provisions
            ),
        )


STATES = PageKind("states", "parents.html", ParentView, states)
PROVISIONS = PageKind("provisions", "parents.html", ParentView, provisions)
