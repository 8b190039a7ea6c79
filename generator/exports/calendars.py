"""Calendar files (iCalendar, RFC 5545): what is due on which day, of all plans, of a plan, of an agency."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.derive.once import once
from generator.model.output import Output
from generator.model.plan import Plan
from generator.site.urls import URLS, in_language

from .context import SiteContext, Words, contexts
from .duty_rows import page_of
from .opendata import Download
from .recipes import TextRecipe

OCTETS = 75
"""The longest that a line may be, in bytes of UTF-8 and without its end."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file: the page that it is taken from, its path, and what is due. `plan` or `agency` as it is of;
    `ends` are plans whose period is still to end."""

    page: str
    path: str
    dues: tuple[Due, ...]
    plan: str = ""
    agency: str = ""
    ends: tuple[Plan, ...] = ()


def outputs(facts: Facts, words: Mapping[str, Words]) -> tuple[Output, ...]:
    """Every calendar in every language of the site. `words` are the interface's, by language."""
    languages = facts.site.config.languages
    return tuple(
        Output(in_language(calendar_file.path, context.lang, languages), TextRecipe(), calendar(context, calendar_file))
        for context in contexts(facts, words)
        for calendar_file in _calendars(facts)
    )


def downloads(facts: Facts, page: str) -> tuple[Download, ...]:
    """The calendars of a page (`lich-bao-cao/`, `ke-hoach/<plan>/`, `co-quan/<agency>/`); none where no day is known.

    The paths are inside a language, as those of pages are: each language has its own files.
    """
    return _downloads(facts).get(page, ())


@once
def _downloads(facts: Facts) -> Mapping[str, tuple[Download, ...]]:
    """The calendar of each page that has one; no page has two."""
    return {calendar.page: (Download("ics", calendar.path),) for calendar in _calendars(facts)}


def calendar(context: SiteContext, calendar_file: Calendar) -> str:
    """A calendar as text, its lines folded and ended as RFC 5545 has them."""
    host = urlsplit(context.facts.site.config.base_url).hostname or ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{host}//congkhai//{context.lang.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(_title(context, calendar_file))}",
        *(line for due in calendar_file.dues for line in _event(context, due, host)),
        *(line for plan in calendar_file.ends for line in _end(context, plan, host)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Text as the value of a property: backslashes, semicolons, commas and line ends are marked."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of at most OCTETS bytes, each but the first after a line end and a space; no letter is cut."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece])


def _calendars(facts: Facts) -> Iterator[Calendar]:
    """Every calendar that holds a day: one without events would be no calendar. What has only a year stands in it as
    long as that year is this one or the next."""
    year = facts.site.config.as_of.year
    dated = tuple(due for due in facts.dues if due.day or due.year in (year, year + 1))
    ends = tuple(plan for plan in facts.site.plans.values() if plan.period.end and plan.period.end >= year)
    if dated:
        yield Calendar(URLS.section("calendar"), URLS.calendar(), dated, ends=ends)
    for plan in facts.site.plans:
        if own := tuple(due for due in dated if due.plan == plan):
            ending = tuple(ended for ended in ends if ended.id == plan)
            yield Calendar(URLS.plan(plan), URLS.calendar(plan), own, plan=plan, ends=ending)
    for agency in facts.site.agencies:
        if own := tuple(due for due in dated if agency in (*due.who, *due.to, *due.via)):
            yield Calendar(URLS.agency(agency), URLS.agency_calendar(agency), own, agency=agency)


def _title(context: SiteContext, calendar: Calendar) -> str:
    if not calendar.plan and not calendar.agency:
        return context.word("calendar.all")
    of = context.plan(calendar.plan) if calendar.plan else context.agencies((calendar.agency,))
    return context.word("calendar.of", of=of)


def _event(context: SiteContext, due: Due, host: str) -> Iterator[str]:
    """A day on which something is due, the whole of it; of what has only a year, the last, and it says so. Its id stays
    the same from release to release."""
    day = due.day or date(due.year or date.max.year, 12, 31)
    what = context.localized(due.what)
    yield "BEGIN:VEVENT"
    yield f"UID:{due.id}@{host}"
    yield f"DTSTAMP:{_basic(context.facts.site.config.as_of)}T000000Z"
    yield from _all_day(day)
    who = context.agencies(tuple(id for id in due.who if id not in due.ended))
    said = context.word("calendar.summary", who=who, what=what)
    if due.day is None:
        said = context.word("calendar.summary_year", year=day.year, what=said)
    elif due.before:
        said = context.word("calendar.summary_before", day=context.day(day), what=said)
    yield f"SUMMARY:{escaped(said)}"
    yield f"DESCRIPTION:{escaped(_about(context, due))}"
    yield f"URL:{page_of(context, due)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _end(context: SiteContext, plan: Plan, host: str) -> Iterator[str]:
    """The last day of a plan's period."""
    yield "BEGIN:VEVENT"
    yield f"UID:{plan.id}-end@{host}"
    yield f"DTSTAMP:{_basic(context.facts.site.config.as_of)}T000000Z"
    yield from _all_day(date(plan.period.end or date.max.year, 12, 31))
    yield f"SUMMARY:{escaped(context.word('calendar.summary_end', plan=context.plan(plan.id)))}"
    yield f"URL:{context.at.plan(plan.id)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _all_day(day: date) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    yield f"DTEND;VALUE=DATE:{_basic(day + timedelta(days=1))}"


def _about(context: SiteContext, due: Due) -> str:
    """What a reader should know of it, a line each."""
    lines = [context.word("calendar.printed", printed=due.printed)]
    if due.is_report:
        lines.append(context.word("calendar.to", who=context.agencies(due.to)))
    if due.via:
        lines.append(context.word("calendar.via", who=context.agencies(due.via)))
    lines += [
        *context.fates((*due.who, *due.to, *due.via)),
        context.word("calendar.where", plan=context.plan(due.plan), provision=context.provision(due.provision)),
        context.word("calendar.publication", state=context.publication(due.publication)),
        page_of(context, due),
        context.word("calendar.original", date=context.day(context.facts.site.config.as_of)),
    ]
    return "\n".join(lines)


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
