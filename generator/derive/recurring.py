"""A deadline to the times at which something is due: days, or years where the text gives no day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.duties import Deadline
from generator.model.plan import Plan

from .aims import year_of

EACH_YEAR = ("yearly", "half_yearly")
"""The recurrences that fall into every year. A half-yearly duty prints its two days as two duties, so it counts as one
a year here; the other recurrences name no year to count from."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time at which something is due: a day; or only a year; or neither, where the text gives none.

    `closes` is the last day that it can mean: the day, or the one before it where it is due `before` that day; the last
    of the year; else the last of the plan's period; None where the plan names no end. `certain` is False for the year
    of a plan's own date where something recurs each year: the text does not say whether that year counts.
    """

    day: date | None
    year: int | None
    closes: date | None
    certain: bool = True
    before: bool = False

    def past(self, as_of: date) -> bool:
        """Whether it had passed before that day."""
        return self.closes is not None and self.closes < as_of


def times_of(plan: Plan, deadline: Deadline | None, as_of: date) -> tuple[Time, ...]:
    """When a duty of a plan is due, in order; at least one time, which may have neither day nor year.

    What recurs each year does so from the plan's own date to the end of its period; where the text names no end, to
    the end of the year of `as_of`. A day of the year without a recurrence is a day only in a plan for one year. A year
    is taken from the printed words where they name just one (`đến năm 2020`), never from a span of years.
    """
    undated = Time(None, None, end_of(plan))
    if deadline is None:
        return (undated,)
    if deadline.recurrence in EACH_YEAR:
        return _each_year(plan, deadline, as_of) or (undated,)
    if deadline.date:
        return (_on(deadline.date, deadline),)
    if deadline.month_day and plan.period.start is not None and plan.period.start == plan.period.end:
        return (_on(_day(plan.period.start, deadline.month_day), deadline),)
    year = year_of(deadline.printed)
    return (_in(year) if year else undated,)


def end_of(plan: Plan) -> date | None:
    """The last day of a plan's period; None where the text names no end."""
    return date(plan.period.end, 12, 31) if plan.period.end else None


def _each_year(plan: Plan, deadline: Deadline, as_of: date) -> tuple[Time, ...]:
    first, last = deadline.date or plan.day, end_of(plan) or date(as_of.year, 12, 31)
    if first is None:
        return ()  # neither the text nor its period says from when on
    own = plan.date.year if plan.date else None
    years = range(first.year, last.year + 1)
    month_day = deadline.month_day or (f"{deadline.date:%m-%d}" if deadline.date else None)
    if month_day is None:
        return tuple(_in(year, certain=year != own) for year in years)
    days = (_day(year, month_day) for year in years)
    return tuple(_on(day, deadline, certain=day.year != own) for day in days if first <= day)


def _on(day: date, deadline: Deadline, *, certain: bool = True) -> Time:
    closes = day - timedelta(days=1) if deadline.before else day
    return Time(day, day.year, closes, certain, deadline.before)


def _in(year: int, *, certain: bool = True) -> Time:
    return Time(None, year, date(year, 12, 31), certain)


def _day(year: int, month_day: str) -> date:
    """`06-30` in a year; `02-29` is the last of February where the year has no such day."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))
