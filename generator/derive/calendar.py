"""Reporting duties and dated commitments to days of a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from generator.model.duties import Commitment, Recurrence, ReportingDuty
from generator.model.plan import Plan
from generator.model.records import Text
from generator.model.site import Site

from .recurring import Time, times_of
from .status import Publication, Published, about, publication_of, reports_on, shown_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One time that something is due. `id` is stable: plan, duty and day (or year) joined by hyphens.

    `duty` is a reporting duty's id or a commitment's. `day` is None where the text gives no day (`year` says which
    year, None where it gives none either: then there is one Due for the whole duty). A plan's duties recur from its own
    date to the end of its period; where the text names no end, to the end of the year of `as_of`. `past`: it had passed
    before `as_of`; what has neither day nor year passes with the plan's period. `certain`: False where the text does
    not say whether that year, the one of the plan's own date, counts. `before`: it is due before the day. `ended` are
    those of `who` that had ended by then; where all of them had, nothing is due any more, and there is no Due.
    """

    id: str
    plan: str
    duty: str
    provision: str
    what: Text
    printed: str
    who: tuple[str, ...]
    to: tuple[str, ...]
    via: tuple[str, ...]
    day: date | None
    year: int | None
    recurrence: Recurrence | None
    past: bool
    certain: bool
    is_report: bool
    publication: Publication
    before: bool = False
    ended: tuple[str, ...] = ()


def dues(site: Site) -> tuple[Due, ...]:
    """Everything that is due, by day, plan and duty; what has only a year at its end, what has neither last.

    These are the reporting duties, whatever the text says of their time; the commitments to report that no reporting
    duty names; and of the other commitments that none names, those whose deadline gives a day, or just one year.
    """
    found = chain.from_iterable(_of_plan(site, plan) for plan in site.plans.values())
    return tuple(sorted(found, key=lambda due: (_last(due), due.day is None, due.plan, due.duty)))


def _of_plan(site: Site, plan: Plan) -> Iterator[Due]:
    commitments = {commitment.id: commitment for commitment in plan.commitments}
    known = about(site, plan.id)
    for report in plan.reporting:
        of = commitments.get(report.commitment or "")
        deadline = report.deadline or (of.deadline if of else None)
        times = times_of(plan, deadline, site.config.as_of)
        yield from _reports(site, plan, known, replace(report, deadline=deadline), times)
    for commitment in plan.commitments:
        if not reports_on(plan, commitment.id):
            yield from _of_commitment(site, plan, known, commitment)


def _of_commitment(site: Site, plan: Plan, known: Published, commitment: Commitment) -> Iterator[Due]:
    """A commitment that no reporting duty names: a report if it is one, else something to be done by a day or year."""
    is_report, deadline = commitment.kind == "report", commitment.deadline
    dated = deadline and (deadline.date or deadline.month_day or deadline.recurrence in (None, "once"))
    times = times_of(plan, deadline, site.config.as_of) if is_report or dated else ()
    duty = ReportingDuty(
        id=commitment.id, provision=commitment.provision, quote=commitment.quote, who=commitment.actors, to=(),
        what=commitment.summary, deadline=deadline,
    )  # fmt: skip
    for due in _reports(site, plan, known, duty, times):
        if is_report:
            yield due
        elif due.year is not None:
            yield replace(due, is_report=False, publication="no_duty")


def _reports(site: Site, plan: Plan, known: Published, duty: ReportingDuty, times: tuple[Time, ...]) -> Iterator[Due]:
    """A report at each time that it is due. `known` is what was published about the plan."""
    as_of, deadline = site.config.as_of, duty.deadline
    shown = shown_of(known, plan.id, {duty.id, *filter(None, (duty.commitment,))})
    for time in times:
        ended = tuple(id for id in duty.who if _has_ended(site, id, time))
        if ended and ended == duty.who:
            continue
        yield Due(
            id=_id(plan.id, duty.id, time), plan=plan.id, duty=duty.id, provision=duty.provision, what=duty.what,
            printed=deadline.printed if deadline else "", who=duty.who, to=duty.to, via=duty.via, day=time.day,
            year=time.year, recurrence=deadline.recurrence if deadline else None, past=time.past(as_of),
            certain=time.certain, is_report=True, publication=publication_of(_at(shown, time, times), (time,), as_of),
            before=time.before, ended=ended,
        )  # fmt: skip


def _has_ended(site: Site, agency: str, time: Time) -> bool:
    """Whether a body had ended before the time at which something would be due."""
    last = last_day_of(site, agency)
    return bool(last and time.year and last < (time.day or date(time.year, 1, 1)))


def last_day_of(site: Site, agency: str) -> date | None:
    """The last day of a body: its own where one is recorded, else that of its administrative unit; None while it is
    not known to have ended."""
    known = site.agencies.get(agency)
    place = site.places.get(known.place or "") if known else None
    return (known.until if known else None) or (place.valid_to if place else None)


def _at(shown: Published, time: Time, times: tuple[Time, ...]) -> Published:
    """Of what was published on a duty that recurs, what belongs to one time: the one nearest to its day of publication.

    What has no day of publication belongs to no single time of several.
    """
    if len(times) == 1:
        return shown
    return Published(
        tuple(
            evidence
            for evidence in shown.evidence
            if evidence.published and _nearest(evidence.published, times) == time
        ),
        shown.searches,
    )


def _nearest(day: date, times: tuple[Time, ...]) -> Time:
    return min(times, key=lambda time: abs(((time.closes or day) - day).days))


def _id(plan: str, duty: str, time: Time) -> str:
    return "-".join(filter(None, (plan, duty, time.day.isoformat() if time.day else str(time.year or ""))))


def _last(due: Due) -> date:
    return due.day or (date(due.year, 12, 31) if due.year else date.max)
