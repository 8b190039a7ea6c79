"""One page an agency: its printed names, what became of it, its commitments by deadline, the reports it owes."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.plan import Plan
from generator.model.records import PRINTED, Agency
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.aliases import Places, PrintedForm, forms_of, printed_places
from ..parts.duties import CriterionLine, DutyLine, ReportLine, criterion_line, duty_line, named_of, report_line
from ..parts.evidence import evidence_links
from ..parts.links import alternates_of, place_link, references_of, section_link
from ..parts.naming import soonest
from ..parts.plan_card import PlanCard, plan_card
from ..parts.takeaway import Takeaway, of_agency


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """What falls to an agency in one plan."""

    card: PlanCard = doc("the plan")
    id: str = doc("the plan's id, for anchors")
    issued: bool = doc("whether the agency issued the plan")
    timed: tuple[DutyLine, ...] = doc("commitments that it is to carry out with a time in the text, the soonest first")
    untimed: tuple[DutyLine, ...] = doc("those without a time, in printed order")
    beside: tuple[DutyLine, ...] = doc("commitments of others that it takes part in, in printed order")
    criteria: tuple[CriterionLine, ...] = doc("what the plan asks of it for an award, in printed order; no duty")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView(View):
    """One agency."""

    name_printed: str = doc("its name in Vietnamese, where the page is in another language")
    nature: str = doc("body, or group: people or firms that a text speaks of together")
    system: str = doc("party, state, front or other")
    level: str = doc("country, province, district, commune or village")
    place: Link | None = doc("its place; none for the country's")
    fate: str = doc("what became of it; empty where nothing is recorded")
    forms: tuple[PrintedForm, ...] = doc("the forms in which plans print its name, with where")
    duties: int = doc("how many commitments it is to carry out")
    criteria: int = doc("how many criteria for awards are for it")
    named: str = doc("what the texts of these commitments name of number, time and actor, counted; empty without any")
    plans: tuple[PlanPart, ...] = doc("what falls to it, plan by plan")
    published: tuple[Link, ...] = doc("what was published that bears on its duties, leading into the ledger")
    owes: tuple[ReportLine, ...] = doc("reports that it owes")
    receives: tuple[ReportLine, ...] = doc("reports that are owed to it")
    passes_on: tuple[ReportLine, ...] = doc("reports that go through it")
    takeaway: Takeaway = doc("what can be taken along")
    sources: tuple[str, ...] = doc("where the facts about it were read")


def views(facts: Facts, lang: str, words: Words) -> Iterable[AgencyView]:
    """One page an agency."""
    places = printed_places(facts)
    for agency in facts.site.agencies.values():
        yield _view(agency, places, facts, lang, words)


def _view(agency: Agency, places: Places, facts: Facts, lang: str, words: Words) -> AgencyView:
    name = localized(agency.name, lang)
    roles = facts.roles_of.get(agency.id, ())
    duties, criteria = (sum(role.part == part for role in roles) for part in ("actor", "criterion"))
    plans = [facts.site.plans[id] for id in dict.fromkeys(role.plan for role in roles)]
    parts = tuple(_part(agency.id, plan, facts, lang, words) for plan in plans)
    return AgencyView(
        lang=lang,
        path=URLS.agency(agency.id),
        title=name,
        description=words[f"agency.description.{agency.nature}"].format(name=name),
        section="agencies",
        crumbs=(section_link("agencies", words),),
        alternates=alternates_of(URLS.agency(agency.id), facts, lang, words),
        name_printed=localized(agency.name, PRINTED) if content_language(lang) else "",
        nature=agency.nature,
        system=agency.system,
        level=agency.level,
        place=place_link(agency.place, facts, lang) if agency.place else None,
        fate=localized(agency.fate, lang),
        forms=forms_of(agency.id, places, facts, words),
        duties=duties,
        criteria=criteria,
        named=named_of((duty for plan in plans for duty in plan.commitments if agency.id in duty.actors), words),
        plans=tuple(
            part for part in parts if part.issued or part.timed or part.untimed or part.beside or part.criteria
        ),
        published=evidence_links(facts.published_on_agencies.get(agency.id, ()), lang, words),
        owes=_reports(agency.id, "owes", facts, lang, words),
        receives=_reports(agency.id, "receives", facts, lang, words),
        passes_on=_reports(agency.id, "passes_on", facts, lang, words),
        takeaway=of_agency(agency.id, facts, words),
        sources=references_of(agency.references, facts),
    )


def _part(agency: str, plan: Plan, facts: Facts, lang: str, words: Words) -> PlanPart:
    own = sorted(
        (commitment for commitment in plan.commitments if agency in commitment.actors),
        key=lambda commitment: soonest(commitment.deadline),
    )
    lines = [duty_line(plan, commitment, facts, lang, words) for commitment in own]
    return PlanPart(
        card=plan_card(plan, facts.site, lang, words),
        id=plan.id,
        issued=plan.issuer == agency,
        timed=tuple(line for line in lines if line.deadline),
        untimed=tuple(line for line in lines if not line.deadline),
        beside=tuple(
            duty_line(plan, commitment, facts, lang, words)
            for commitment in plan.commitments
            if agency in commitment.partners
        ),
        criteria=tuple(
            criterion_line(plan, criterion, facts, lang, words)
            for criterion in plan.criteria
            if agency in criterion.groups
        ),
    )


def _reports(agency: str, part: str, facts: Facts, lang: str, words: Words) -> tuple[ReportLine, ...]:
    """The reports in which an agency has that part, in the order of the plans and of their text."""
    entries = {(role.plan, role.entry) for role in facts.roles_of.get(agency, ()) if role.part == part}
    return tuple(
        report_line(plan, report, facts, lang, words)
        for plan in facts.site.plans.values()
        for report in plan.reporting
        if (plan.id, report.id) in entries
    )


KIND = PageKind("agency", "agency.html", AgencyView, views)
