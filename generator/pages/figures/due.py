"""When in the year the reports fall due whose day the plans give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.charts.due import Row
from generator.charts.figure import Figure
from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.site.formats import number

from ..page import Words
from ..parts.naming import agency_link
from ..parts.wording import localized
from .sources import source_of

COMMON_YEAR = 2001  # days of the year are counted in a year without a 29 February
COLUMNS = ("plan", "report", "provision", "month", "day", "who", "to", "via", "printed")

Day = tuple[int, int]  # month and day


def due_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The one figure; none where no plan gives a day."""
    reports: dict[tuple[Day, str], list[Due]] = {}
    seen = set()
    for one in facts.dues:
        if one.is_report and one.day and (one.plan, one.duty) not in seen:
            seen.add((one.plan, one.duty))
            reports.setdefault(((one.day.month, one.day.day), one.plan), []).append(one)
    if not reports:
        return
    ordered = sorted(reports.items())
    every = [one for _, some in ordered for one in some]
    months = Counter(one.day.month for one in every if one.day)
    (month, most), *rest = sorted(months.items(), key=lambda pair: (-pair[1], pair[0]))
    alone = all(count < most for _, count in rest)
    values = {
        "month": words["format.months"].split()[month - 1],
        "most": number(most, words),
        "count": number(len(every), words),
        "plans": number(len({one.plan for one in every}), words),
        "first": _day(ordered[0][0][0], words),
        "last": _day(ordered[-1][0][0], words),
    }
    told = "; ".join(
        words["figure.due.alt_point"].format(day=_day(day, words), plan=_plan(plan, some, facts, words))
        for (day, plan), some in ordered
    )
    yield Figure(
        id="han-bao-cao-trong-nam",
        lang=lang,
        chart="due",
        title=words[f"figure.due.title.{'month' if alone else 'span'}"].format(**values),
        about=words["figure.due.about"].format(**values),
        alt=words["figure.due.alt"].format(points=told),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in ("plan", "day", "report", "who", "printed")),
        rows=tuple(_row(order, *place, some, facts, words) for order, (place, some) in enumerate(ordered)),
        table=tuple(
            (
                facts.site.plans[one.plan].number,
                _day(day, words),
                localized(one.what, lang),
                _who(one, facts, lang, words),
                one.printed,
            )
            for (day, _), some in ordered
            for one in some
        ),
        notes=(words["figure.due.note_each"], words["figure.due.note_undated"]),
        sources=tuple(
            dict.fromkeys(source_of(f"{one.plan}#{one.provision}", facts.site, lang, words) for one in every)
        ),
        dataset=None,
        plan=None,
        places=tuple(dict.fromkeys(facts.site.plans[one.plan].place for one in every)),
        data=(COLUMNS, *(_cells(day, one) for (day, _), some in ordered for one in some)),
        links=tuple(
            ("", "", "", "", source_of(f"{one.plan}#{one.provision}", facts.site, lang, words)[1])
            for _, some in ordered
            for one in some
        ),
    )


def _row(order: int, day: Day, plan: str, some: list[Due], facts: Facts, words: Words) -> Row:
    return Row(order, _plan(plan, some, facts, words), *day, _place(day), _day(day, words))


def _cells(day: Day, one: Due) -> tuple[str, ...]:
    bodies = (";".join(ids) for ids in (one.who, one.to, one.via))
    return (one.plan, one.duty, one.provision, str(day[0]), str(day[1]), *bodies, one.printed)


def _place(day: Day) -> int:
    """How many days lie between the first of January and a day of a common year; 29 February counts as 28."""
    month, number = day
    return (date(COMMON_YEAR, month, min(number, 28) if month == 2 else number) - date(COMMON_YEAR, 1, 1)).days


def _day(day: Day, words: Words) -> str:
    return words["figure.due.day"].format(day=day[1], month=words["format.months"].split()[day[0] - 1])


def _plan(plan: str, some: list[Due], facts: Facts, words: Words) -> str:
    """The plan, and how many of its reports fall due on one day where it is more than one."""
    name = facts.site.plans[plan].number
    return words["figure.due.several"].format(plan=name, count=len(some)) if len(some) > 1 else name


def _who(one: Due, facts: Facts, lang: str, words: Words) -> str:
    return ", ".join(agency_link(id, facts, lang).label for id in one.who) or words["figure.not_printed"]
