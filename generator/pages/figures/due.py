"""When in the year the reports fall due whose day the plans give."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.charts.due import Row
from generator.charts.figure import Figure
from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.site.formats import month_name, number
from generator.site.wording import localized

from ..page import Words
from ..parts.naming import agency_link
from .sources import source_of

COMMON_YEAR = 2001  # days of the year are counted in a year without a 29 February
COLUMNS = ("plan", "report", "provision", "month", "day", "who", "to", "via", "printed")

Day = tuple[int, int]  # month and day


def due_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The one figure; none where no plan gives a day."""
    reports: dict[tuple[Day, str], list[Due]] = {}
    seen = set()
    for due in facts.dues:
        if due.is_report and due.day and (due.plan, due.duty) not in seen:
            seen.add((due.plan, due.duty))
            reports.setdefault(((due.day.month, due.day.day), due.plan), []).append(due)
    if not reports:
        return
    ordered = sorted(reports.items())
    every = [due for _, dues in ordered for due in dues]
    months = Counter(due.day.month for due in every if due.day)
    (month, most), *rest = sorted(months.items(), key=lambda pair: (-pair[1], pair[0]))
    alone = all(count < most for _, count in rest)
    values = {
        "month": month_name(month, words),
        "most": number(most, words),
        "count": number(len(every), words),
        "plans": number(len({due.plan for due in every}), words),
        "first": _day(ordered[0][0][0], words),
        "last": _day(ordered[-1][0][0], words),
    }
    told = "; ".join(
        words["figure.due.alt_point"].format(day=_day(day, words), plan=_plan(plan, dues, facts, words))
        for (day, plan), dues in ordered
    )
    yield Figure(
        id="han-bao-cao-trong-nam",
        lang=lang,
        chart="due",
        title=words[f"figure.due.title.{'month' if alone else 'span'}"].format(**values),
        about=words["figure.due.about"].format(**values),
        alt=words["figure.due.alt"].format(points=told),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in ("plan", "day", "report", "who", "printed")),
        rows=tuple(_row(order, *place, dues, facts, words) for order, (place, dues) in enumerate(ordered)),
        table=tuple(
            (
                facts.site.plans[due.plan].label,
                _day(day, words),
                localized(due.what, lang),
                _who(due, facts, lang, words),
                due.printed,
            )
            for (day, _), dues in ordered
            for due in dues
        ),
        notes=(words["figure.due.note_each"], words["figure.due.note_undated"]),
        sources=tuple(
            dict.fromkeys(source_of(f"{due.plan}#{due.provision}", facts.site, lang, words) for due in every)
        ),
        dataset=None,
        plan=None,
        places=tuple(dict.fromkeys(facts.site.plans[due.plan].place for due in every)),
        data=(COLUMNS, *(_cells(day, due) for (day, _), dues in ordered for due in dues)),
        links=tuple(
            ("", "", "", "", source_of(f"{due.plan}#{due.provision}", facts.site, lang, words)[1])
            for _, dues in ordered
            for due in dues
        ),
    )


def _row(order: int, day: Day, plan: str, dues: list[Due], facts: Facts, words: Words) -> Row:
    return Row(order, _plan(plan, dues, facts, words), *day, _place(day), _day(day, words))


def _cells(day: Day, due: Due) -> tuple[str, ...]:
    bodies = (";".join(ids) for ids in (due.who, due.to, due.via))
    return (due.plan, due.duty, due.provision, str(day[0]), str(day[1]), *bodies, due.printed)


def _place(day: Day) -> int:
    """How many days lie between the first of January and a day of a common year; 29 February counts as 28."""
    month, number = day
    return (date(COMMON_YEAR, month, min(number, 28) if month == 2 else number) - date(COMMON_YEAR, 1, 1)).days


def _day(day: Day, words: Words) -> str:
    return words["figure.due.day"].format(day=day[1], month=month_name(day[0], words))


def _plan(plan: str, dues: list[Due], facts: Facts, words: Words) -> str:
    """The plan, and how many of its reports fall due on one day where it is more than one."""
    name = facts.site.plans[plan].label
    return words["figure.due.several"].format(plan=name, count=len(dues)) if len(dues) > 1 else name


def _who(due: Due, facts: Facts, lang: str, words: Words) -> str:
    return ", ".join(agency_link(id, facts, lang).label for id in due.who) or words["figure.not_printed"]
