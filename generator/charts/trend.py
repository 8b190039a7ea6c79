"""How has a number of one place moved, year by year, and where did a plan want it?

A line joins two years only where the rows say that they may be joined (`from_slot`); a break is an empty column with a
word in it. Each kind of number has a mark of its own (`frame.dot`), also without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from .figure import Chart, Row, Rows, Words
from .frame import GRID, INK, KINDS, QUIET, TARGET, dot, narrow, stroke
from .marks import MIDDLE, haloed, point, rule, words
from .scale import levels, top
from .sheet import Mark, Sheet, sheet

COLUMNS = ("slot", "value", "label", "kind", "tag", "from_slot", "from_value", "lead", "gap", "low")
"""`slot` is the year, with `#` and a number where a year has more columns than one, or a name with `|` for the empty
column of a break, where `gap` holds its word and `low` is 1 where there is room for it at the foot. `kind` is one of
`frame.KINDS`, or target (a rule across, without slot).
`tag` is the word beside a mark of its kind. `lead` is 1 where the value is written on a phone too."""

PADDING = {"left": 44, "right": 18, "top": 30, "bottom": 34}
FIRST, LAST = 32, 26  # the first mark has room for a word below it, the last for its number
LEVELS = 5
APART = 42  # from the middle of a year's digits to that of the next: 32 pixels of digits, and air
EDGE = 0.5  # hair lines stand in the middle of a pixel


def height(_rows: Rows, width: int) -> int:
    """The height in CSS pixels; it does not depend on the rows."""
    return 276 if narrow(width) else 330


def lay(rows: Rows, said: Words, width: int) -> Sheet:
    """The lines of a trend, its marks, its scales and its words."""
    plot = _plot(rows, width)
    marks = (*_lines(rows, plot), *_points(rows, plot), *_scales(plot, said), *_words(rows, plot, narrow(width)))
    return sheet(width, height(rows, width), PADDING, *marks)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things stand in a picture: its size and columns in pixels, and the number at its upper edge."""

    width: int
    height: int
    columns: Mapping[str, float]
    top: Decimal

    def x(self, slot: object) -> float:
        return self.columns[str(slot)]

    def y(self, value: object) -> float:
        return self.height * (1 - float(str(value)) / float(self.top))


def _plot(rows: Rows, width: int) -> _Plot:
    inside = width - PADDING["left"] - PADDING["right"]
    # Every year and every break has its column, with a number or without.
    slots = list(dict.fromkeys(str(row["slot"]) for row in rows if row["slot"] is not None))
    start, end = FIRST, inside - LAST
    places = [start + (end - start) * number / (len(slots) - 1) for number in range(len(slots))] if slots[1:] else []
    return _Plot(
        width=inside,
        height=height(rows, width) - PADDING["top"] - PADDING["bottom"],
        columns=dict(zip(slots, places or [(start + end) / 2], strict=False)),
        top=top(max((float(str(row["value"])) for row in rows if row["value"] is not None), default=0)),
    )


def _lines(rows: Rows, plot: _Plot) -> Iterator[Mark]:
    for level in levels(plot.top, LEVELS):
        y = int(plot.y(level) + 0.5) + EDGE
        yield rule(FIRST + EDGE, y, plot.width - LAST + EDGE, y, stroke=GRID)
    for row in rows:
        if row["gap"] is not None:
            yield rule(plot.x(row["slot"]), 0, plot.x(row["slot"]), plot.height, stroke=QUIET, strokeDash=[1, 4])
    for row in rows:
        if row["kind"] == "target":
            y = plot.y(row["value"])
            yield rule(plot.width, y, 0, y, stroke=TARGET, strokeWidth=1.5, strokeDash=[2, 3])
    for kind in KINDS:
        for row in _numbers(rows):
            if row["kind"] == kind and row["from_slot"] is not None:
                start = plot.x(row["from_slot"]), plot.y(row["from_value"])
                yield rule(plot.x(row["slot"]), plot.y(row["value"]), *start, **stroke(kind))


def _points(rows: Rows, plot: _Plot) -> Iterator[Mark]:
    for kind in KINDS:
        for row in _numbers(rows):
            if row["kind"] == kind:
                yield point(plot.x(row["slot"]), plot.y(row["value"]), **dot(kind))


def _scales(plot: _Plot, said: Words) -> Iterator[Mark]:
    """The years below, and the levels to the left."""
    for slot in _written(plot.columns):
        yield words(_year(slot), plot.x(slot) + EDGE, plot.height + 21 + EDGE, QUIET, align="center")
    for level in levels(plot.top, LEVELS):
        shown = str(level).replace(".", said["format.decimal"])
        yield words(f"{shown}%", EDGE - 8, plot.y(level) + MIDDLE + EDGE, QUIET, align="right")


def _words(rows: Rows, plot: _Plot, small: bool) -> Iterator[Mark]:
    """What stands on the plot. Rates mostly go down: above to the right and below to the left of a mark no line
    passes."""
    aims = [row for row in rows if row["kind"] == "target"]
    yield from haloed(words(str(row["label"]), 4, plot.y(row["value"]) + 12 + MIDDLE, TARGET) for row in aims)
    for low in (False, True):
        y, align = (plot.height - 4, "left") if low else (0, "right")
        gaps = [row for row in rows if row["gap"] is not None and (row["low"] == 1) is low]
        yield from haloed(
            words(str(row["gap"]), plot.x(row["slot"]) + MIDDLE, y, QUIET, align=align, angle=270) for row in gaps
        )
    for planned, dx, dy in ((False, 12, 20), (True, -6, 15)):
        tags = [row for row in _numbers(rows) if row["tag"] is not None and (row["kind"] == "plan") is planned]
        yield from haloed(
            words(str(row["tag"]), plot.x(row["slot"]) + dx, plot.y(row["value"]) + dy + MIDDLE, QUIET, align="right")
            for row in tags
        )
    yield from haloed(
        words(str(row["label"]), plot.x(row["slot"]) - 5, plot.y(row["value"]) - 15 + MIDDLE, INK, weight=600)
        for row in _numbers(rows)
        if row["lead"] == 1 or not small
    )


def _numbers(rows: Rows) -> list[Row]:
    return [row for row in rows if row["slot"] is not None and row["value"] is not None]


def _year(slot: str) -> str:
    return "" if "|" in slot else slot.partition("#")[0]


def _written(columns: Mapping[str, float]) -> tuple[str, ...]:
    """The columns whose years can be written: the first and the last before all, then those at a break, then the
    others, as far as there is room."""
    slots = list(columns)
    years = [slot for slot in slots if _year(slot)]
    sides = [slot for one, other in pairwise(slots) for slot in (one, other) if not (_year(one) and _year(other))]
    chosen: list[str] = []
    for slot in (*years[:1], *years[-1:], *filter(_year, sides), *years):
        if all(abs(columns[slot] - columns[other]) >= APART for other in chosen):
            chosen.append(slot)
    return tuple(slot for slot in years if slot in chosen)


TREND = Chart("trend", COLUMNS, height, lay)
