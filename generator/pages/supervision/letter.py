"""A letter, ready to print, that asks for the reports that a plan wants and that nobody is known to have published."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.plan import Plan
from generator.site.urls import SECTIONS, URLS
from generator.site.wording import dated, localized, sign_of

from ..page import Link, PageKind, View, Words, doc
from ..parts.naming import agency_link, section_href
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reports_due import OwedReport, entry_of, owed_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A body that the letter may go to."""

    name: str = doc("its name")
    role: str = doc("issuer or receiver")
    state: bool = doc("whether it is a state agency, which the Law on Access to Information binds")
    inferred: bool = doc("whether the text does not print it, so that the portal inferred it")
    fate: str = doc("what became of it; empty where nothing is recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView(View):
    """A request letter."""

    plan: PlanCard = doc("the plan")
    sign: str = doc("how sentences tell the plan: by its number, or that it has none")
    dated: str = doc("its date in a sentence")
    recipients: tuple[Recipient, ...] = doc("the plan's issuer, and who the text says receives the reports")
    law: str = doc("all, some or none of the recipients are state agencies, which the law binds")
    asked: tuple[OwedReport, ...] = doc("the reports asked for: owed by now, not known to be published in full")
    checklist: str = doc("the page of the plan's checklist")
    asking: str = doc("where the portal says how information is asked for")


def views(facts: Facts, lang: str, words: Words) -> Iterable[LetterView]:
    """One letter a plan that asks for reports."""
    for plan in facts.site.plans.values():
        if plan.reporting:
            yield _view(plan, facts, lang, words)


def _view(plan: Plan, facts: Facts, lang: str, words: Words) -> LetterView:
    asked = tuple(owed_report for owed_report in owed_reports(plan, facts, lang, words) if owed_report.missing)
    recipients = _recipients(plan, asked, facts, lang)
    bound = {recipient.state for recipient in recipients}
    return LetterView(
        lang=lang,
        path=URLS.letter(plan.id),
        title=words["letter.title"].format(number=plan.label),
        description=words["letter.description"].format(number=plan.label),
        section="supervision",
        crumbs=(Link(href=URLS.section("supervision"), label=words["supervision.list_title"]),),
        plan=plan_card(plan, facts.site, lang, words),
        sign=sign_of(plan, words),
        dated=dated(plan, words),
        recipients=recipients,
        law="some" if len(bound) > 1 else "all" if bound == {True} else "none",
        asked=asked,
        checklist=URLS.checklist(plan.id) if plan.commitments else "",
        asking=section_href(SECTIONS["methods"], "xin-thong-tin", facts, lang),
    )


def _recipients(plan: Plan, asked: tuple[OwedReport, ...], facts: Facts, lang: str) -> tuple[Recipient, ...]:
    """The issuer, then the receivers of what is asked for, each once; nobody whom the text does not name."""
    receivers: list[str] = []
    for report in asked:
        receivers += getattr(entry_of(plan, report.id), "to", ())
    found = []
    for id in dict.fromkeys((plan.issuer, *receivers)):
        agency = facts.site.agencies.get(id)
        found.append(
            Recipient(
                name=agency_link(id, facts, lang).label,
                role="issuer" if id == plan.issuer else "receiver",
                state=agency is not None and agency.system == "state",
                inferred=id == plan.issuer and plan.issuer_certainty == "inferred",
                fate=localized(agency.fate, lang) if agency else "",
            )
        )
    return tuple(found)


KIND = PageKind("letter", "letter.html", LetterView, views)
