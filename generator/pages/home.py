"""The home page: what the portal is, what it holds, four things to do here, and the next reports that are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.model.places import Place
from generator.site.urls import SECTIONS, URLS

from .calendar import coming_reports
from .duties import counted
from .findings import unexplained
from .owed import DueLine
from .page import Link, PageKind, View, Words, told
from .plan import PlanCard, newest_first, plan_card
from .prose import section_href
from .wording import say, tongue

NEXT = 3  # reports that are due next; the calendar has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page."""

    tagline: str = told("what the portal is, in one sentence")
    plans: tuple[PlanCard, ...] = told("all plans, the newest first")
    places: tuple[Link, ...] = told("the provinces and districts that made plans, with what became of them")
    findings: int = told("how often printed arithmetic disagrees with itself, and rounding cannot explain it")
    tried: int = told("how many printed numbers were computed again")
    policies: int = told("how many kinds of support the plans name")
    commitments: str = told("how many commitments the plans hold, and how many criteria for awards, in words")
    coming: tuple[DueLine, ...] = told("the next reports that are due")
    reports: int = told("how many reports the plans ask for")
    as_of: date = told("the day that the content stands for")
    corrections: str = told("where the portal says how it is corrected")


def views(facts: Facts, lang: str, words: Words) -> Iterable[HomeView]:
    """The one home page."""
    site = facts.site
    plans = newest_first(site)
    own = {one.place: site.places[one.place] for one in plans if one.place in site.places}
    yield HomeView(
        lang=lang,
        path="",
        title=say(site.config.title, lang),
        description=say(site.config.tagline, lang),
        tagline=say(site.config.tagline, lang),
        plans=tuple(plan_card(one, site, lang, words) for one in plans),
        places=tuple(_place(one, facts, lang, words) for one in sorted(own.values(), key=lambda one: one.id)),
        findings=unexplained(facts),
        tried=sum(one.tried for one in facts.checks),
        policies=len(site.policies),
        commitments=counted(len(facts.statuses), sum(len(one.criteria) for one in plans), words),
        coming=coming_reports(facts, lang, words)[:NEXT],
        reports=len({(one.plan, one.duty) for one in facts.dues if one.is_report}),
        as_of=site.config.as_of,
        corrections=section_href(SECTIONS["about"], "dinh-chinh", facts, lang),
    )


def _place(place: Place, facts: Facts, lang: str, words: Words) -> Link:
    return Link(
        href=URLS.place(place.id),
        label=place.full_name,
        note=_fate(place, facts, words),
        lang=tongue(lang),
    )


def _fate(place: Place, facts: Facts, words: Words) -> str:
    """What became of a unit that is no more; nothing for one that still stands."""
    if place.exists_on(facts.site.config.as_of):
        return ""
    heirs = [facts.site.places[one] for one in facts.today.get(place.id, ())]
    same = sorted(f"{one.type} {one.name}" for one in heirs if one.level == place.level)
    if f"{place.type} {place.name}" in same:
        return words["home.place_widened"].format(year=place.valid_to.year if place.valid_to else "")
    if same:
        alone = all(_came_from(heir.id, place.level, facts) == {place.id} for heir in heirs)
        return words["home.place_became" if alone else "home.place_within"].format(places=", ".join(same))
    around = {one.id if one.level == "province" else one.parent or "" for one in heirs}
    names = sorted(f"{one.type} {one.name}" for id, one in facts.site.places.items() if id in around)
    if names:
        return words["home.place_within"].format(places=", ".join(names))
    return words["home.place_ended"].format(year=place.valid_to.year if place.valid_to else "")


def _came_from(id: str, level: str, facts: Facts) -> set[str]:
    """The former units of a level whose ground lies in a unit of today."""
    return {one for one, heirs in facts.today.items() if id in heirs and facts.site.places[one].level == level}


KIND = PageKind("home", "home.html", HomeView, views)
