"""A plan as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.derive.status import lifecycle_of
from generator.model.plan import Plan
from generator.model.site import Site
from generator.site.urls import URLS
from generator.site.wording import localized, years

from ..page import Words, doc


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """A plan in a list."""

    href: str = doc("its page")
    number: str = doc("its number; that the copy prints none where it does not")
    doc_type: str = doc("what kind of document it is, as printed")
    title: str = doc("our short title")
    issuer: str = doc("who issued it")
    inferred: bool = doc("whether the issuer is inferred, not printed")
    place: str = doc("the place that it is for")
    date: date | None = doc("its date; none where the copy bears none")
    date_source: str = doc("where the date is known from: document, website or inferred; empty without one")
    period: str = doc("the years that it is for")
    ended: bool = doc("whether that period is over, or another plan replaced it")


def plan_card(plan: Plan, site: Site, lang: str, words: Words) -> PlanCard:
    """A plan as lists show it."""
    agency, place = site.agencies.get(plan.issuer), site.places.get(plan.place)
    return PlanCard(
        href=URLS.plan(plan.id),
        number=plan.number or words["plan.no_number"],
        doc_type=plan.doc_type,
        title=localized(plan.title, lang),
        issuer=localized(agency.name, lang) if agency else plan.issuer,
        inferred=plan.issuer_certainty == "inferred",
        place=place.full_name if place else plan.place,
        date=plan.date,
        date_source=plan.date_source or "",
        period=years(plan.period.start, plan.period.end, words),
        ended=lifecycle_of(site, plan) != "in_force",
    )
