"""What a trend draws: numbers, breaks, and lines only between numbers that may be joined."""

from __future__ import annotations

from generator.charts.trend import AIM, BREAK, NUMBER, Row, placed
from generator.derive.facts import Facts
from generator.derive.series import PLANNED, Point, Series, differ, lines
from generator.model.tables import Status
from generator.site.formats import bound, number

from ..page import Words


def drawn(parts: list[Series], target: tuple[float, str] | None, facts: Facts, words: Words) -> tuple[Row, ...]:
    """The rows of the chart, series by series; `target` is the value and the words of a line across."""
    rows: list[Row] = []
    for order, part in enumerate(parts):
        if order:
            rows.append(_break(parts[order - 1], part, order - 1, facts, words))
        starts = {line.end: line.start for line in lines(part)}
        rows += [_number(point, starts.get(point), words) for point in part.points]
    if target:
        rows.append(Row(AIM, value=target[0], label=target[1]))
    return placed(rows)


def kind_of(status: Status) -> str:
    """How a kind of number is drawn: plans and targets alike, as what is intended."""
    return "plan" if status in PLANNED else status


def why(before: Series, after: Series, facts: Facts) -> tuple[str, ...]:
    """Why no line joins two series; `unstated` where the source names no standard for one of them."""
    standards = [facts.site.standards.get(standard.standard) for standard in (before, after)]
    unstated = any(standard is None or standard.kind == "not_stated" for standard in standards)
    return tuple(
        "unstated" if reason == "standard" and unstated else reason for reason in differ(before.kind, after.kind)
    )


def _number(point: Point, start: Point | None, words: Words) -> Row:
    label = None if point.value is None else bound(point.comparator, number(point.value, words), words)
    return Row(
        NUMBER,
        year=point.year,
        value=_float(point),
        label=label,
        kind=kind_of(point.status),
        status=words[f"figure.status.{point.status}"],
        from_year=start.year if start else None,
        from_value=_float(start),
    )


def _float(point: Point | None) -> float | None:
    return None if point is None or point.value is None else float(point.value)


def _break(before: Series, after: Series, order: int, facts: Facts, words: Words) -> Row:
    """The break between two series, with the first reason in a word; the notes tell all."""
    first = facts.site.standards.get(before.standard)
    unstated = first is None or first.kind == "not_stated"
    ends = before.points[-1].year, after.points[0].year
    word = words[f"figure.gap.{why(before, after, facts)[0]}"].format(year=ends[0] if unstated else ends[1])
    return Row(BREAK, year=sum(ends) / 2, label=word, order=order)
