"""From which rate does each unit start, and where does the plan want it?

A filled mark is the result, a hollow one the plan, a dashed line the way between; the printed total of all stands as
two rules behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words, of_kind
from .frame import DASH, GRID, INK, PLAN, QUIET, RESULT, across, dot, narrow, tall
from .marks import MIDDLE, TOP, plated, point, rule, words
from .scale import along
from .sheet import Mark, Sheet, sheet

COLUMNS = ("kind", "name", "start", "start_label", "end", "end_label")
"""`kind` is unit, whole (the printed total, two rules) or head (the labels name the two marks)."""

WIDE = {"left": 132, "right": 52, "top": 58, "bottom": 44}
PHONE = {"left": 118, "right": 54, "top": 58, "bottom": 44}
STEP = 26
ZERO = 30  # where nought stands, from the left
ENDS = (("start", "result", RESULT, "left", 10), ("end", "plan", PLAN, "right", -10))
"""Of the two ends of a unit's way: the column, the kind of number, the paint, and on which side its number stands."""


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(len(of_kind("unit", rows)), STEP, _padding(width))


def _padding(width: int) -> dict[str, int]:
    return PHONE if narrow(width) else WIDE


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """A line a unit, with its two marks."""
    padding = _padding(width)
    return sheet(width, height(rows, width), padding, *_marks(rows, across(width, padding)))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    x = along((row[field] for row in rows for field in ("start", "end")), ZERO, width)
    units = [(row, number * STEP + STEP / 2) for number, row in enumerate(of_kind("unit", rows))]
    bottom = len(units) * STEP
    for row, y in units:
        yield words(str(row["name"]), -6, y + MIDDLE, INK, align="right")
        yield rule(18, y, width, y, stroke=GRID)
        yield rule(x(row["start"]), y, x(row["end"]), y, stroke=QUIET, strokeDash=[2, 3])
    for field, kind, paint, align, dx in ENDS:
        for row, y in units:
            yield point(x(row[field]), y, **dot(kind, 70))
        for row, y in units:
            yield from plated(words(str(row[f"{field}_label"]), x(row[field]) + dx, y + MIDDLE, INK, align=align))
        for row in of_kind("whole", rows):
            at, dash = x(row[field]), DASH if kind == "plan" else None
            yield rule(at, 0, at, bottom, stroke=paint, strokeWidth=1.5, strokeDash=dash, opacity=0.55)
            yield words(str(row[f"{field}_label"]), at - dx, bottom + 8 + TOP, paint, align=align)
        for row in of_kind("head", rows):
            yield words(str(row[f"{field}_label"]), x(row[field]), TOP - 46, paint, align="center", weight=600)


COMMUNES = Chart("communes", COLUMNS, height, lay)
