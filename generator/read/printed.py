"""What is written beside a printed form must be what is printed: numbers and days."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.model.diagnostic import Diagnostic, Source
from generator.model.duties import Deadline, Evidence
from generator.model.records import Record

from .numbers import days_in, last_day_in, read_day, read_number, written_number

_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})\Z", re.ASCII)
_LEAP = 2000  # a year that has every day of a year
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def number_as_printed(
    source: Source, name: str, value: Decimal | None, printed: str, *, english: bool = False
) -> Iterator[Diagnostic]:
    """A number that is not the printed one, or a printed one that cannot be read for sure.

    `name` is the dotted name of the number's field; its printed form stands beside it as `value_printed`. A number that
    is printed with a decimal point, as English sources do, is read as it stands where our own rule cannot read it.
    """
    if value is None or not printed.strip():
        return
    beside = f"{name}_printed"
    number = read_number(printed, english=english)
    if number is None:
        if printed.strip().rstrip("%").strip() != str(value):
            yield Diagnostic("unclear-number", source.at(beside), {"printed": printed})
    elif value not in (number.value, number.high):
        read = str(number.value) if number.high is None else f"{number.value}–{number.high}"
        yield Diagnostic(
            "printed-differs", source.at(name), {"field": name, "value": str(value), "printed": printed, "read": read}
        )


def written_as_printed(
    source: Source, name: str, value: str, printed: str, *, english: bool = False
) -> Iterator[Diagnostic]:
    """A number kept as words that is none, or is not the printed one."""
    number = written_number(value)
    if number is None:
        yield Diagnostic("not-a-number", source.at(name), {"field": name.rpartition(".")[2], "value": value})
    yield from number_as_printed(source, name, number, printed, english=english)


def day_as_printed(source: Source, name: str, day: date | None, printed: str | None) -> Iterator[Diagnostic]:
    """A date that is not the printed one; a printed form that is no plain day is left to the reader's eyes."""
    read = read_day(printed) if printed else None
    if (
        day is not None
        and read is not None
        and (read[0] or day.year, read[1], read[2]) != (day.year, day.month, day.day)
    ):
        seen = "-".join(f"{part:02}" for part in read if part)
        values = {"field": name, "value": day.isoformat(), "printed": printed or "", "read": seen}
        yield Diagnostic("printed-differs", source.at(name), values)


def deadline_as_printed(source: Source, name: str, deadline: Deadline) -> Iterator[Diagnostic]:
    """A deadline's day that is none, or none of the printed days; or of another year, where only years are printed; or
    that is left out although the words give one: every plan is read by one rule."""
    days, printed = days_in(deadline.printed), deadline.printed
    read = ["-".join(f"{part:02}" for part in day if part) for day in days]
    years = sorted(set(_YEAR.findall(printed)))
    day, month_day = deadline.date, deadline.month_day
    last = last_day_in(printed)
    if last is not None:
        field, reads = ("date" if last[0] else "month_day"), "-".join(f"{part:02}" for part in last if part)
        if day is None and month_day is None:
            values = {"printed": printed, "field": field, "value": reads}
            yield Diagnostic("deadline-without-day", source.at(name), values)
        elif day is not None and not days and (last[0] or day.year, *last[1:]) != (day.year, day.month, day.day):
            yield _differs(source, f"{name}.date", day.isoformat(), printed, [reads])
            return
    if day is not None:
        agrees = any((year or day.year, *rest) == (day.year, day.month, day.day) for year, *rest in days)
        if not agrees if days else years and str(day.year) not in years:
            yield _differs(source, f"{name}.date", day.isoformat(), printed, read or years)
    if month_day is not None:
        if not _is_month_day(month_day):
            yield Diagnostic("bad-month-day", source.at(f"{name}.month_day"), {"value": month_day})
        elif days and month_day not in [f"{month:02}-{number:02}" for _, month, number in days]:
            yield _differs(source, f"{name}.month_day", month_day, printed, read)


def _differs(source: Source, name: str, value: str, printed: str, read: list[str]) -> Diagnostic:
    values = {"field": name.rpartition(".")[2], "value": value, "printed": printed, "read": ", ".join(read)}
    return Diagnostic("printed-differs", source.at(name), values)


def _is_month_day(value: str) -> bool:
    match = _MONTH_DAY.match(value)
    try:
        return match is not None and bool(date(_LEAP, int(match[1]), int(match[2])))
    except ValueError:
        return False


def record_as_printed(record: Record) -> Iterator[Diagnostic]:
    """The numbers and the day of a piece of evidence that are not the printed ones; other records print nothing."""
    if isinstance(record, Evidence):
        source = record.source_of
        yield from day_as_printed(source, "published", record.published, record.published_printed)
        for index, figure in enumerate(record.figures):
            english = record.language == "en"
            yield from written_as_printed(
                source, f"figures.{index}.value", figure.value, figure.value_printed, english=english
            )
