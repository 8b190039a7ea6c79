"""The home page: what the portal is, what it holds, four things to do here, and the next reports that are due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.finding import unexplained
from generator.derive.plans import newest_first
from generator.derive.verifiability import counts_of
from generator.model.places import Place
from generator.site.formats import day
from generator.site.urls import SECTIONS, URLS
from generator.site.wording import localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.corrected import newest_first as corrected_last
from ..parts.duties import StateCount, counted, state_counts
from ..parts.evidence import evidence_links
from ..parts.links import place_link
from ..parts.naming import low, named, section_href
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reports_due import DueLine, coming_reports

NEXT = 3  # reports that are due next; the calendar has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page."""

    tagline: str = doc("what the portal is, in one sentence")
    plans: tuple[PlanCard, ...] = doc("all plans, the newest first")
    places: tuple[Link, ...] = doc("the provinces and districts that made plans, with what became of them")
    findings: int = doc("how often printed arithmetic disagrees with itself, and rounding cannot explain it")
    tried: int = doc("how many printed numbers were computed again")
    policies: int = doc("how many kinds of support the plans name")
    all: int = doc("how many commitments the plans hold")
    published: int = doc("on how many of them something published was found, at least in part")
    unnamed: int = doc("how many name no number, no time and no actor")
    states: tuple[StateCount, ...] = doc("how many commitments are in each state of finding")
    latest: tuple[Link, ...] = doc("what was published last, of what we read, leading into the ledger")
    last_corrections: tuple[Link, ...] = doc("the last corrections")
    commitments: str = doc("how many commitments the plans hold, and how many criteria for awards, in words")
    coming: tuple[DueLine, ...] = doc("the next reports that are due")
    reports: int = doc("how many reports the plans ask for")
    as_of: date = doc("the day that the content stands for")
    corrections: str = doc("where the portal says how it is corrected")


def views(facts: Facts, lang: str, words: Words) -> Iterable[HomeView]:
    """The one home page."""
    site = facts.site
    plans = newest_first(site)
    found = state_counts(status.state for status in facts.statuses.values())
    named = counts_of(commitment for plan in plans for commitment in plan.commitments)
    dated = [piece for piece in site.evidence.values() if piece.published and piece.published <= site.config.as_of]
    own = {plan.place: site.places[plan.place] for plan in plans if plan.place in site.places}
    yield HomeView(
        lang=lang,
        path="",
        title=localized(site.config.title, lang),
        description=localized(site.config.tagline, lang),
        tagline=localized(site.config.tagline, lang),
        plans=tuple(plan_card(plan, site, lang, words) for plan in plans),
        places=tuple(
            place_link(place.id, facts, lang, note=_fate(place, facts, words))
            for place in sorted(own.values(), key=lambda place: place.id)
        ),
        all=named.of,
        published=sum(count.count for count in found if count.state in ("found", "partly")),
        unnamed=named.none,
        states=found,
        latest=evidence_links(
            sorted(dated, key=lambda piece: (piece.published or date.min, piece.id), reverse=True)[:NEXT], lang, words
        ),
        findings=unexplained(facts.findings),
        tried=sum(check.tried for check in facts.checks),
        policies=len(site.policies),
        last_corrections=tuple(
            Link(href=URLS.correction(record.id), label=localized(record.after, lang), note=day(record.date, words))
            for record in corrected_last(facts)[:NEXT]
        ),
        commitments=counted(len(facts.statuses), sum(len(plan.criteria) for plan in plans), words),
        coming=coming_reports(facts, lang, words)[:NEXT],
        reports=len({(due.plan, due.duty) for due in facts.dues if due.is_report}),
        as_of=site.config.as_of,
        corrections=section_href(SECTIONS["about"], "dinh-chinh", facts, lang),
    )


def _fate(place: Place, facts: Facts, words: Words) -> str:
    """What became of a unit that is no more; nothing for one that still stands."""
    fate = facts.fates.get(place.id)
    if fate is None:
        return ""
    same = sorted(low(named(unit, facts, words)) for unit in fate.same_level)
    if low(named(place, facts, words)) in same:
        return words["home.place_widened"].format(year=fate.last.year if fate.last else "")
    if same:
        return words["home.place_became" if fate.alone else "home.place_within"].format(places=", ".join(same))
    if fate.provinces:
        provinces = sorted(low(named(province, facts, words)) for province in fate.provinces)
        return words["home.place_within"].format(places=", ".join(provinces))
    return words["home.place_ended"].format(year=fate.last.year if fate.last else "")


KIND = PageKind("home", "home.html", HomeView, views)
