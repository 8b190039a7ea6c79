"""The calendar of reports: who owes which report to whom, through whom, when, and what of it was published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports import calendars, lists
from generator.model.grouping import grouped
from generator.site.urls import URLS

from ..figures.card import FigureCard, card_of
from ..figures.due import due_figures
from ..page import Link, PageKind, View, Words, doc
from ..parts.links import alternates_of, download_links, plan_link
from ..parts.naming import agency_link
from ..parts.reports_due import DueLine, coming_reports, due_line, whole_line


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDues:
    """What was due on days of a year."""

    year: str = doc("the year")
    dues: tuple[DueLine, ...] = doc("by day")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDues:
    """What a plan asks for."""

    anchor: str = doc("its anchor")
    plan: Link = doc("the plan")
    dues: tuple[DueLine, ...] = doc("what is due")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView(View):
    """The calendar of reports."""

    reports: int = doc("how many reports the plans ask for")
    dated: int = doc("for how many of them the text gives a day")
    plans: int = doc("how many plans ask for reports")
    coming: tuple[DueLine, ...] = doc(
        "reports to come this year and the next, at least the next time of each, those with a day first"
    )
    past: tuple[YearDues, ...] = doc("reports whose day has passed, the latest year first")
    undated: tuple[PlanDues, ...] = doc("reports for which the text gives no day, plan by plan")
    others: tuple[PlanDues, ...] = doc("other days and years by which a plan wants something done")
    figures: tuple[FigureCard, ...] = doc("when in the year reports fall due")
    tables: tuple[Link, ...] = doc("the calendar as tables")
    everything: str = doc("the calendar file of every day; empty where no text gives one")
    calendars: tuple[Link, ...] = doc("calendar files, one a plan")
    agencies: tuple[Link, ...] = doc("calendar files, one an agency")
    as_of: date = doc("the day that the content stands for")


def views(facts: Facts, lang: str, words: Words) -> Iterable[CalendarView]:
    """The one page."""
    reports = grouped(((due.plan, due.duty), due) for due in facts.dues if due.is_report)
    dated = {key: dues for key, dues in reports.items() if dues[0].day}
    yield CalendarView(
        lang=lang,
        path=URLS.section("calendar"),
        title=words["calendar.title"],
        description=words["calendar.description"].format(count=len(reports)),
        section="calendar",
        alternates=alternates_of(URLS.section("calendar"), facts, lang, words, URLS.api("reporting")),
        reports=len(reports),
        dated=len(dated),
        plans=len({plan for plan, _ in reports}),
        coming=coming_reports(facts, lang, words, years=2),
        past=_by_year([due for dues in dated.values() for due in dues if due.past], facts, lang, words),
        undated=_by_plan(
            "khong-neu-ngay",
            {key: whole_line(dues, facts, lang, words) for key, dues in reports.items() if key not in dated},
            facts,
        ),
        others=_by_plan(
            "viec-khac",
            {(due.plan, due.id): due_line(due, facts, lang, words) for due in facts.dues if not due.is_report},
            facts,
        ),
        figures=tuple(card_of(figure, words) for figure in due_figures(facts, lang, words)),
        tables=download_links(lists.downloads(facts, URLS.section("calendar")), "calendar", words),
        everything=next((download.path for download in calendars.downloads(facts, URLS.section("calendar"))), ""),
        calendars=tuple(
            Link(href=download.path, label=plan.label)
            for plan in newest_first(facts.site)
            for download in calendars.downloads(facts, URLS.plan(plan.id))
        ),
        agencies=tuple(
            Link(href=download.path, label=agency_link(id, facts, lang).label)
            for id in facts.site.agencies
            for download in calendars.downloads(facts, URLS.agency(id))
        ),
        as_of=facts.site.config.as_of,
    )


def _by_year(dues: list[Due], facts: Facts, lang: str, words: Words) -> tuple[YearDues, ...]:
    ordered = sorted(dues, key=lambda due: (due.day or facts.site.config.as_of, due.plan, due.duty))
    return tuple(
        YearDues(year=str(year), dues=tuple(due_line(due, facts, lang, words) for due in ordered if due.year == year))
        for year in sorted({due.year for due in dues if due.year}, reverse=True)
    )


def _by_plan(anchor: str, lines: dict[tuple[str, str], DueLine], facts: Facts) -> tuple[PlanDues, ...]:
    return tuple(
        PlanDues(anchor=f"{anchor}-{plan.id}", plan=plan_link(plan), dues=own)
        for plan in newest_first(facts.site)
        if (own := tuple(line for (id, _), line in lines.items() if id == plan.id))
    )


KIND = PageKind("calendar", "calendar.html", CalendarView, views)
