"""Supervision on paper: the commitments of a plan or of an agency as a list to print, fill in and sign."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports import lists as files
from generator.site.urls import URLS

from ..figures.sources import plan_name
from ..page import Link, PageKind, View, Words, doc
from ..parts.links import download_links, section_link
from ..parts.naming import agency_link
from .check_rows import PARTS, CheckGroup, entries_in, entries_of, parts_of, plans_of, scopes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView(View):
    """A checklist."""

    of: str = doc("whose commitments these are: a plan's name, or an agency's")
    about: Link = doc("the page of the plan or agency")
    counted: str = doc("how many commitments it holds, in words; of an agency's by its part in them")
    groups: tuple[CheckGroup, ...] = doc("the commitments")
    scopes: Mapping[str, int] = doc("what of it can be printed: charged, tasks, all, each with how many rows")
    files: tuple[Link, ...] = doc("the same list as a table to take along")
    letter: str = doc("the page of the request letter; empty without one")
    as_of: date = doc("the day that the content stands for")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionView(View):
    """What can be printed for supervision."""

    plans: tuple[Link, ...] = doc("checklists of plans, the newest first, with how many commitments as their notes")
    letters: tuple[Link, ...] = doc("request letters, one a plan that asks for reports")
    agencies: tuple[Link, ...] = doc("checklists of agencies, each with how many commitments by its part as its note")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[SupervisionView]:
    """The list of what can be printed, and its part for agencies alone."""
    plans = [plan for plan in newest_first(facts.site) if plan.commitments]
    agencies = {id: entries for id in facts.site.agencies if (entries := entries_of(id, facts))}
    every = SupervisionView(
        lang=lang,
        path=URLS.section("supervision"),
        title=words["supervision.list_title"],
        description=words["supervision.list_description"].format(plans=len(plans), agencies=len(agencies)),
        section="supervision",
        plans=tuple(
            Link(
                href=URLS.checklist(plan.id),
                label=plan_name(plan, facts.site, lang, words),
                note=words["duty.entries"].format(count=len(plan.commitments)),
            )
            for plan in plans
        ),
        letters=tuple(
            Link(href=URLS.letter(plan.id), label=plan_name(plan, facts.site, lang, words))
            for plan in plans
            if plan.reporting
        ),
        agencies=tuple(
            Link(
                href=URLS.agency_checklist(id),
                label=agency_link(id, facts, lang).label,
                note=_by_part(entries, words),
            )
            for id, entries in agencies.items()
        ),
    )
    yield every
    crumbs = (section_link("supervision", words),)
    yield replace(
        every, path=URLS.agency_checklists(), title=words["supervision.agencies"], crumbs=crumbs, plans=(), letters=()
    )


def of_plans(facts: Facts, lang: str, words: Words) -> Iterable[ChecklistView]:
    """One list a plan that has commitments."""
    for plan in facts.plans:
        if plan.commitments:
            name = plan_name(plan, facts.site, lang, words)
            groups = parts_of(plan, facts, lang, words)
            yield ChecklistView(
                lang=lang,
                path=URLS.checklist(plan.id),
                title=words["supervision.of_plan"].format(number=plan.label),
                description=words["supervision.description"].format(of=name),
                section="supervision",
                crumbs=(section_link("supervision", words),),
                of=name,
                about=Link(href=URLS.commitments(plan.id), label=words["supervision.read_plan"]),
                counted=words["duty.entries"].format(count=len(entries_in(plan))),
                groups=groups,
                scopes=scopes_of(groups),
                files=_files(URLS.plan(plan.id), facts, words),
                letter=URLS.letter(plan.id) if plan.reporting else "",
                as_of=facts.site.config.as_of,
            )


def of_agencies(facts: Facts, lang: str, words: Words) -> Iterable[ChecklistView]:
    """One list an agency that is to do something, to take part in it or to report on it."""
    for id in facts.site.agencies:
        entries = entries_of(id, facts)
        if entries:
            name = agency_link(id, facts, lang).label
            groups = plans_of(entries, facts, lang, words)
            yield ChecklistView(
                lang=lang,
                path=URLS.agency_checklist(id),
                title=words["supervision.of_agency"].format(name=name),
                description=words["supervision.description"].format(of=name),
                section="supervision",
                crumbs=(section_link("supervision", words),),
                of=name,
                about=Link(href=URLS.agency(id), label=words["supervision.read_agency"]),
                counted=_by_part(entries, words),
                groups=groups,
                scopes=scopes_of(groups),
                files=_files(URLS.agency(id), facts, words),
                letter="",
                as_of=facts.site.config.as_of,
            )


def _files(page: str, facts: Facts, words: Words) -> tuple[Link, ...]:
    return download_links(files.downloads(facts, page), "calendar", words)


def _by_part(entries: Mapping[tuple[str, str], str], words: Words) -> str:
    """How many commitments an agency is to carry out, to join, to report on; what it has none of is left out."""
    counts = Counter(entries.values())
    return ", ".join(
        words[f"supervision.counted.{part}"].format(count=counts[part]) for part in PARTS.values() if counts[part]
    )


LIST = PageKind("supervision", "supervision.html", SupervisionView, lists)
OF_PLAN = PageKind("checklist of a plan", "checklist.html", ChecklistView, of_plans)
OF_AGENCY = PageKind("checklist of an agency", "checklist.html", ChecklistView, of_agencies)
