"""When in the year do reports fall due? One line a day of the year, from January to December, with a mark on it."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words
from .frame import GRID, INK, PLAN, QUIET, across, tall
from .marks import MIDDLE, TOP, haloed, plated, point, rule, words
from .sheet import Mark, Sheet, sheet

COLUMNS = ("key", "kind", "name", "x", "label")
"""`key` is a row's own; `kind` is due_early or due_late (by the half of the year, which says on which side of the mark
there is room for `label`, the day), or month (`x` is its first day, `label` its name). `x` counts days from the
first of January."""

PADDING = {"left": 8, "right": 12, "top": 34, "bottom": 10}
STEP = 50
LINE = 39  # how far the line of a day stands below the upper edge of its step, under the name
DAYS = 365


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of days that reports fall due on."""
    return tall(len(_dues(rows)), STEP, PADDING)


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """The months as uprights, and a line a day."""
    return sheet(width, height(rows, width), PADDING, *_marks(rows, across(width, PADDING)))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    dues = [(row, number * STEP, _x(row["x"], width)) for number, row in enumerate(_dues(rows))]
    for row in rows:
        if row["kind"] == "month":
            x = _x(row["x"], width)
            yield rule(x, 0, x, len(dues) * STEP, stroke=GRID)
            yield words(str(row["label"]), x + 3, TOP - 26, QUIET)
    for row, top, x in dues:
        align, dx = ("left", 12) if row["kind"] == "due_early" else ("right", -12)
        yield rule(0, top + LINE, width, top + LINE, stroke=QUIET)
        yield point(x, top + LINE, shape="diamond", size=150, fill=PLAN, stroke=PLAN, strokeWidth=1)
        yield from plated(words(str(row["label"]), x + dx, top + LINE + MIDDLE, INK, align=align, weight=600))
    yield from haloed(words(str(row["name"]), 0, top + STEP // 2 - 7 + MIDDLE, INK) for row, top, _ in dues)


def _dues(rows: Rows) -> Rows:
    return [row for row in rows if row["kind"] != "month"]


def _x(day: object, width: int) -> float:
    return float(str(day)) / DAYS * width


DUE = Chart("due", COLUMNS, height, lay)
