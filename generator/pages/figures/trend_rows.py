"""What a trend draws: a column a year, an empty one at a break, lines only between numbers that may be joined."""

from __future__ import annotations

from generator.charts.figure import Row
from generator.derive.facts import Facts
from generator.derive.series import PLANNED, Point, Series, differ, lines
from generator.model.tables import Status
from generator.site.formats import bound, number

from ..page import Words

FULL = 8  # columns that a phone has room to write every value over


def drawn(parts: list[Series], target: tuple[float, str] | None, facts: Facts, words: Words) -> tuple[Row, ...]:
    """The rows of the chart, series by series; `target` is the value and the words of a line across."""
    rows: list[Row] = []
    tagged = _tagged(parts)
    many = sum(len(one.points) for one in parts) > FULL
    taken: set[int] = set()
    for index, one in enumerate(parts):
        if index:
            rows.append(_row(slot=f"|{index}", gap=_gap(parts[index - 1], one, facts, words)))
        years = {point.year for point in one.points}
        # A year that another standard has a number for too gets a second column.
        slots = {year: f"{year}#{index}" if year in taken else str(year) for year in years}
        starts = {line.end: line.start for line in lines(one)}
        for point, following in zip(one.points, (*one.points[1:], None), strict=True):
            start = starts.get(point)
            tag = words[f"figure.status.{point.status}"] if point in tagged else None
            rows.append(
                _row(
                    slot=slots[point.year],
                    value=_float(point),
                    label=None if point.value is None else bound(point.comparator, number(point.value, words), words),
                    kind=kind_of(point.status),
                    tag=tag,
                    from_slot=slots[start.year] if start else None,
                    from_value=_float(start),
                    lead=int(not many or point is one.points[0] or point is one.points[-1]),
                )
            )
            # A year without a number keeps its column, or the years would stand closer than they are.
            last = following.year if following else point.year + 1
            between = range(point.year + 1, last)
            rows += [_row(slot=f"{year}#{index}" if year in taken else str(year)) for year in between]
        taken.update(range(min(years), max(years) + 1))
    if target:
        rows.append(_row(value=target[0], label=target[1], kind="target"))
    return tuple(rows)


def kind_of(status: Status) -> str:
    """How a kind of number is drawn: plans and targets alike, as what is intended."""
    return "plan" if status in PLANNED else status


def why(before: Series, after: Series, facts: Facts) -> tuple[str, ...]:
    """Why no line joins two series; `unstated` where the source names no standard for one of them."""
    standards = [facts.site.standards.get(one.standard) for one in (before, after)]
    unstated = any(one is None or one.kind == "not_stated" for one in standards)
    return tuple(
        "unstated" if reason == "standard" and unstated else reason for reason in differ(before.kind, after.kind)
    )


def _tagged(parts: list[Series]) -> list[Point]:
    """The marks that carry the word of their kind: the first of what was measured, and the middle one of what is
    planned, where a falling line leaves room below it."""
    points = [point for one in parts for point in one.points if point.value is not None]
    kinds = {status: [point for point in points if point.status == status] for status in {one.status for one in points}}
    return [some[len(some) // 2 if status in PLANNED else 0] for status, some in sorted(kinds.items())]


def _row(**given: str | float | int | None) -> Row:
    empty: dict[str, str | int | float | None] = dict.fromkeys(
        ("slot", "value", "label", "kind", "tag", "from_slot", "from_value", "lead", "gap")
    )
    return {**empty, **given}


def _float(point: Point | None) -> float | None:
    return None if point is None or point.value is None else float(point.value)


def _gap(before: Series, after: Series, facts: Facts, words: Words) -> str:
    """The word in the empty column between two series: the first reason; the notes tell all."""
    first = facts.site.standards.get(before.standard)
    unstated = first is None or first.kind == "not_stated"
    reason = why(before, after, facts)[0]
    return words[f"figure.gap.{reason}"].format(year=before.points[-1].year if unstated else after.points[0].year)
