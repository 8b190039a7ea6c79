"""The ledger of searches: what was looked for, where, when, what was found, and what nobody has looked for yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.lineage import country_of
from generator.derive.plans import newest_first
from generator.model.duties import Bearing, Evidence, Search
from generator.model.plan import Plan
from generator.model.site import Site
from generator.site.urls import SECTIONS, URLS, evidence_anchor, search_anchor
from generator.site.wording import localized

from ..figures.beside import beside_figures
from ..figures.card import FigureCard, card_of
from ..figures.publication import publication_figures
from ..page import Link, PageKind, View, Words, doc
from ..parts.duties import commitment_link
from ..parts.evidence import EvidenceLine, SearchLine, evidence_lines, search_lines
from ..parts.links import plan_link, section_link
from ..parts.naming import place_name, section_href
from ..parts.reports_due import OwedReport, owed_reports
from ..parts.target_vs_result import BesideLine, beside_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """A dated search."""

    id: str = doc("its anchor")
    plans: tuple[Link, ...] = doc("the plans whose results were looked for")
    search: SearchLine = doc("when, for what, where, and with which outcome")
    found: tuple[Link, ...] = doc("what it found, leading to where this page shows it")
    covers: tuple[Link, ...] = doc("the commitments that it looked for")
    targets: int = doc("how many numeric targets it looked for")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLedger:
    """The reports that a plan asks for, by what is known of their publication."""

    plan: Link = doc("the plan")
    title: str = doc("our title of it")
    not_found: tuple[OwedReport, ...] = doc("due, looked for, and not found")
    not_enough: tuple[OwedReport, ...] = doc("looked for, but not so that anything follows from it")
    not_searched: tuple[OwedReport, ...] = doc("nobody has looked for them yet")
    found: tuple[OwedReport, ...] = doc("published, in part or in full")
    not_due: tuple[OwedReport, ...] = doc("not yet due")
    letter: str = doc("the page of the letter that asks for what is missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEntry:
    """Something that was published, its numbers beside the targets."""

    plan: Link = doc("the plan that it bears on")
    evidence: EvidenceLine = doc("what was published, by whom, where")
    lines: tuple[BesideLine, ...] = doc("its numbers, each beside its target if it has one")
    answers: tuple[Link, ...] = doc("the commitments that it bears on")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView(View):
    """The ledger of searches."""

    searches: tuple[SearchEntry, ...] = doc("all searches, the latest first")
    plans: tuple[PlanLedger, ...] = doc("plan by plan, the newest first")
    not_found: int = doc("how many reports were due, looked for and not found")
    not_enough: int = doc("how many reports were looked for, but not so that anything follows from it")
    not_searched: int = doc("how many reports nobody has looked for yet")
    evidence: tuple[EvidenceEntry, ...] = doc("what was published: plan by plan, first what stands beside a target")
    compared: tuple[FigureCard, ...] = doc("targets beside results, where they can be compared")
    figures: tuple[FigureCard, ...] = doc("how many commitments of each plan are in which state of publication")
    as_of: date = doc("the day that the content stands for")
    corrections: str = doc("where the portal says how to tell it of a mistake")


def views(facts: Facts, lang: str, words: Words) -> Iterable[LedgerView]:
    """The one page."""
    site = facts.site
    plans = tuple(_plan(plan, facts, lang, words) for plan in newest_first(site) if plan.reporting)
    latest = sorted(site.searches.values(), key=lambda search: (-search.date.toordinal(), search.id))
    yield LedgerView(
        lang=lang,
        path=URLS.ledger(),
        title=words["ledger.title"],
        description=words["ledger.description"].format(count=len(site.searches)),
        section="calendar",
        crumbs=(section_link("calendar", words),),
        searches=tuple(_search(search, facts, lang) for search in latest),
        plans=plans,
        not_found=sum(len(plan.not_found) for plan in plans),
        not_enough=sum(len(plan.not_enough) for plan in plans),
        not_searched=sum(len(plan.not_searched) for plan in plans),
        evidence=tuple(
            _evidence(evidence, facts, lang, words) for evidence in sorted(site.evidence.values(), key=_place_in(site))
        ),
        compared=tuple(card_of(figure, words) for figure in beside_figures(facts, lang, words)),
        figures=tuple(card_of(figure, words) for figure in publication_figures(facts, lang, words)),
        as_of=site.config.as_of,
        corrections=section_href(SECTIONS["about"], "dinh-chinh", facts, lang),
    )


def _search(search: Search, facts: Facts, lang: str) -> SearchEntry:
    return SearchEntry(
        id=search_anchor(search.id),
        plans=tuple(_link(facts.site.plans[bearing.plan]) for bearing in search.bearings),
        search=search_lines((search.id,), facts, lang)[0],
        found=tuple(
            Link(href=f"#{evidence_anchor(id)}", label=localized(facts.site.evidence[id].title, lang))
            for id in search.evidence
        ),
        covers=_commitments(search.bearings, facts, lang),
        targets=sum(len(bearing.targets) for bearing in search.bearings),
    )


def _commitments(bearings: Iterable[Bearing], facts: Facts, lang: str) -> tuple[Link, ...]:
    """Links to the commitments of some bearings; a report stands for the commitment that it belongs to."""
    links = []
    for bearing in bearings:
        plan = facts.site.plans[bearing.plan]
        of_report = {duty.id: duty.commitment for duty in plan.reporting}
        known = {duty.id for duty in plan.commitments}
        wanted = dict.fromkeys(of_report.get(id, id) or id for id in bearing.duties)
        links += [commitment_link(plan, id, lang) for id in wanted if id in known]
    return tuple(links)


def _plan(plan: Plan, facts: Facts, lang: str, words: Words) -> PlanLedger:
    reports = owed_reports(plan, facts, lang, words)

    def in_state(*states: str) -> tuple[OwedReport, ...]:
        return tuple(report for report in reports if report.state in states)

    return PlanLedger(
        plan=_link(plan),
        title=localized(plan.title, lang),
        not_found=in_state("due_not_found"),
        not_enough=in_state("not_enough"),
        not_searched=in_state("not_searched"),
        found=in_state("published", "partly"),
        not_due=in_state("not_due"),
        letter=URLS.letter(plan.id),
    )


def _evidence(evidence: Evidence, facts: Facts, lang: str, words: Words) -> EvidenceEntry:
    plan, country = facts.site.plans.get(evidence.plan or ""), country_of(facts.site.places)
    return EvidenceEntry(
        plan=_link(plan) if plan else Link(href=URLS.place(country), label=place_name(country, facts)),
        evidence=evidence_lines((evidence.id,), facts, lang, words)[0],
        lines=beside_lines(plan, evidence, facts, lang, words),
        answers=_commitments(evidence.bearings, facts, lang),
    )


def _place_in(site: Site) -> Callable[[Evidence], tuple[int, bool, bool]]:
    """Plan by plan, the newest first; in each what stands beside a target, then what answers a duty, then the rest."""
    rank = {plan.id: number for number, plan in enumerate(newest_first(site))}
    return lambda evidence: (
        rank.get(evidence.plan or "", len(rank)),
        not any(shown.target for shown in evidence.figures),
        not any(bearing.duties for bearing in evidence.bearings),
    )


def _link(plan: Plan) -> Link:
    return plan_link(plan)


KIND = PageKind("ledger", "ledger.html", LedgerView, views)
