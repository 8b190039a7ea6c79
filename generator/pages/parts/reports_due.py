"""What is due when, and what of it was published, as one line each: for the calendar, the ledger and the letter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.model.duties import Commitment, ReportingDuty
from generator.model.grouping import grouped
from generator.model.plan import Plan
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, Words, doc
from .links import plan_link
from .naming import agency_links, bodies_today, passage_link


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One time that something is due."""

    anchor: str = doc("its stable id, and its anchor")
    when: str = doc("the day, or the year where the text gives no day; empty where it gives neither")
    iso: str = doc("the same for machines: `2019-12-10`, `2019`")
    tense: str = doc("past, next, both (some of several years have passed), undated (a year to come) or untimed")
    more: str = doc("how it goes on after this time; empty where this is the last or the only one")
    unsure: str = doc("that the text does not say whether the plan's own year counts; empty where that is no question")
    printed: str = doc("when, as printed; empty where the text names no time")
    what: str = doc("what is due, in our words")
    who: tuple[Link, ...] = doc("who owes it, with what became of it; none where the text names nobody")
    actor_source: str = doc("how it is known who owes it: named, heading, implied or none")
    to: tuple[Link, ...] = doc("to whom, with what became of it; none where the text names nobody")
    via: tuple[Link, ...] = doc("through whom, with what became of it")
    plan: Link = doc("the plan")
    where: Link = doc("the very passage that lays it down")
    commitment: str = doc("the page of the commitment that it belongs to; empty without one")
    state: str = doc("what is known of its publication, in words")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """A report that a plan asks for, with all the times that it is or was due."""

    id: str = doc("its id in its plan: `bc-01`")
    line: DueLine = doc("the report, at its last time that has passed, else at its first")
    missing: bool = doc("whether a time has passed by which it surely was owed, its publication not known in full")
    days: tuple[str, ...] = doc("each such time: a day, or a year where the text gives no day")
    state: str = doc("due_not_found, not_enough, not_searched, partly, published or not_due")


def due_line(due: Due, facts: Facts, lang: str, words: Words, more: str = "", *, today: bool = False) -> DueLine:
    """A time that something is due, as pages show it. `today`: it still has to be done, or is asked for now, so that
    it matters what became of those whom the text names."""
    bodies = bodies_today if today else agency_links
    plan = facts.site.plans[due.plan]
    entry = entry_of(plan, due.duty)
    commitment = entry.commitment if isinstance(entry, ReportingDuty) else due.duty
    return DueLine(
        anchor=due.id,
        when=time_of(due, words),
        iso=due.day.isoformat() if due.day else str(due.year or ""),
        tense="untimed" if not due.year else "past" if due.past else "next" if due.day else "undated",
        more=more,
        unsure=_unsure((due,), facts, words),
        printed=due.printed,
        what=localized(due.what, lang).rstrip("."),
        who=bodies(due.who, facts, lang),
        actor_source=entry.actor_source if isinstance(entry, Commitment) else "named",
        to=bodies(due.to, facts, lang),
        via=bodies(due.via, facts, lang),
        plan=plan_link(plan),
        where=passage_link(plan, due.provision, entry.quote, words),
        commitment=URLS.commitment(plan.id, commitment) if commitment else "",
        state=state_words(due.publication, facts, words),
    )


def next_line(dues: Iterable[Due], facts: Facts, lang: str, words: Words) -> DueLine:
    """The first of the times that something is still due, with until when it goes on."""
    first, *rest = dues
    more = words["calendar.until"].format(year=rest[-1].year) if rest and rest[-1].year else ""
    return due_line(first, facts, lang, words, more, today=True)


def whole_line(dues: Iterable[Due], facts: Facts, lang: str, words: Words) -> DueLine:
    """Something without a day as one line: the years that it is due in, and the state of the last that has passed."""
    every = tuple(dues)
    past = [due for due in every if due.past]
    line = due_line(past[-1] if past else every[0], facts, lang, words, today=len(past) < len(every))
    sure = [due for due in every if due.certain] or every
    if sure[0].year is None:
        return line
    first, last = sure[0].year, sure[-1].year
    when = time_of(sure[0], words) if first == last else words["calendar.each_year"].format(first=first, last=last)
    return replace(
        line,
        when=when,
        iso="",
        tense="both" if 0 < len(past) < len(every) else line.tense,
        anchor=f"{every[0].plan}-{every[0].duty}",
        unsure=_unsure(every, facts, words),
    )


def _unsure(dues: Iterable[Due], facts: Facts, words: Words) -> str:
    """That the text does not say whether the year of the plan's own date counts; nothing where that is no question."""
    for due in dues:
        if not due.certain:
            issued = facts.site.plans[due.plan].date
            assert issued is not None  # only the year of a plan's own date is not certain
            return words["calendar.unsure"].format(date=day(issued, words), year=issued.year)
    return ""


def owed_reports(plan: Plan, facts: Facts, lang: str, words: Words) -> tuple[OwedReport, ...]:
    """The reports that a plan asks for, each once, in the order of its text."""
    by_duty = grouped((due.duty, due) for due in facts.dues if due.plan == plan.id and due.is_report)
    order = [*(report.id for report in plan.reporting), *(commitment.id for commitment in plan.commitments)]
    return tuple(_report(by_duty[id], facts, lang, words) for id in order if id in by_duty)


def _report(dues: Iterable[Due], facts: Facts, lang: str, words: Words) -> OwedReport:
    every = tuple(dues)
    past = [due for due in every if due.past]
    told_of = past[-1] if past else every[0]
    missing = [due for due in past if due.certain and due.publication != "published"]
    return OwedReport(
        id=told_of.duty,
        line=replace(due_line(told_of, facts, lang, words, today=True), unsure=_unsure(past, facts, words)),
        missing=bool(missing),
        days=tuple(time_of(due, words) for due in missing if due.day or due.year),
        state=told_of.publication,
    )


def time_of(due: Due, words: Words) -> str:
    """The day of something due, or its year; nothing where the text gives neither."""
    if due.day:
        said = day(due.day, words)
        return words["calendar.before_day"].format(day=said) if due.before else said
    return words["calendar.in_year"].format(year=due.year) if due.year else ""


def state_words(state: str, facts: Facts, words: Words) -> str:
    """A state of publication in words, as of the day that the content stands for."""
    said = words[f"duty.publication.{state}"]
    if state != "due_not_found":
        return said
    return words["calendar.as_of_day"].format(state=said, date=day(facts.site.config.as_of, words))


def found_words(state: str, facts: Facts, words: Words) -> str:
    """What was found of a commitment in words, as of that day where nothing was."""
    said = words[f"duty.finding.{state}"]
    if state not in ("due_not_found", "not_found"):
        return said
    return words["calendar.as_of_day"].format(state=said, date=day(facts.site.config.as_of, words))


def entry_of(plan: Plan, duty: str) -> Commitment | ReportingDuty:
    """The reporting duty or the commitment of that id. KeyError where the plan has neither."""
    entries: tuple[Commitment | ReportingDuty, ...] = (*plan.reporting, *plan.commitments)
    return {entry.id: entry for entry in entries}[duty]


def coming_reports(facts: Facts, lang: str, words: Words, years: int = 0) -> tuple[DueLine, ...]:
    """The next time of each report that is still to come in a known year, and its later times within some years from
    the one of `as_of`: those with a day first, then by year."""
    coming = grouped(((due.plan, due.duty), due) for due in facts.dues if due.is_report and due.year and not due.past)
    soonest = sorted(coming.values(), key=lambda dues: dues[0].day is None)
    end = facts.site.config.as_of.year + years
    times = [dues[at:] for dues in soonest for at, due in enumerate(dues) if at == 0 or (due.year or end) < end]
    times.sort(key=lambda dues: (dues[0].day is None, dues[0].year))
    return tuple(next_line(dues, facts, lang, words) for dues in times)
