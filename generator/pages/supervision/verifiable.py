"""The commitments whose words name a number, a time and an actor: a list to print and take along."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.derive.verifiability import NAMED, counts_of, verifiability
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import localized

from ..figures.card import FigureCard, card_of
from ..figures.verifiability import verifiability_figures
from ..page import Link, PageKind, View, Words, doc
from ..parts.duties import DutyLine, duty_line
from ..parts.links import section_link


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPlan:
    """Those of one plan."""

    plan: Link = doc("the plan, with its number as its note")
    lines: tuple[DutyLine, ...] = doc("the commitments, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiableView(View):
    """Every commitment that names all three."""

    plans: tuple[OfPlan, ...] = doc("plan by plan, the newest first, without those that have none")
    figures: tuple[FigureCard, ...] = doc("how many commitments of each plan name what")
    as_of: date = doc("the day that the content stands for")


def views(facts: Facts, lang: str, words: Words) -> Iterable[VerifiableView]:
    """The one page."""
    every = counts_of(commitment for plan in facts.plans for commitment in plan.commitments)
    parts = (_of(plan, facts, lang, words) for plan in newest_first(facts.site))
    yield VerifiableView(
        lang=lang,
        path=URLS.verifiable(),
        title=words["supervision.verifiable"],
        description=words["supervision.verifiable_description"].format(count=every.all, of=every.of),
        section="supervision",
        crumbs=(section_link("supervision", words),),
        plans=tuple(part for part in parts if part.lines),
        figures=tuple(card_of(figure, words) for figure in verifiability_figures(facts, lang, words)),
        as_of=facts.site.config.as_of,
    )


def _of(plan: Plan, facts: Facts, lang: str, words: Words) -> OfPlan:
    return OfPlan(
        plan=Link(href=URLS.commitments(plan.id), label=localized(plan.title, lang), note=plan.label),
        lines=tuple(
            duty_line(plan, commitment, facts, lang, words)
            for commitment in plan.commitments
            if len(verifiability(commitment)) == len(NAMED)
        ),
    )


KIND = PageKind("commitments that can be checked", "verifiable.html", VerifiableView, views)
