"""How far from a target is what was published? A hollow mark is the target, a filled one the published number.

Only numbers of one unit stand on one scale; what cannot be compared is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words
from .frame import GRID, INK, PLAN, QUIET, RESULT, across, dot, tall
from .marks import MIDDLE, haloed, point, rule, words
from .scale import along
from .sheet import Mark, Sheet, sheet

COLUMNS = ("name", "aim", "aim_label", "shown", "shown_label")
"""`name` says what is measured, where and when; the labels are the two numbers as the page writes them."""

PADDING = {"left": 8, "right": 8, "top": 4, "bottom": 8}
STEP = 84
LINE = 52  # how far the line of a pair stands below the upper edge of its step, under the name
ZERO = 60  # where nought stands, from the left
LAST = 70  # a label is centred on its mark, so both ends keep room for half of one


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of pairs."""
    return tall(len(rows), STEP, PADDING)


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """A line a row, with its two marks."""
    return sheet(width, height(rows, width), PADDING, *_marks(rows, across(width, PADDING)))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    x = along((row[field] for row in rows for field in ("aim", "shown")), ZERO, width - LAST)
    lines = [(row, number * STEP, number * STEP + LINE) for number, row in enumerate(rows)]
    for row, top, y in lines:
        yield words(str(row["name"]), 0, top + 8 + MIDDLE, INK)
        yield rule(ZERO, y, width, y, stroke=GRID)
        yield words("0", ZERO - 8, y + MIDDLE, QUIET, align="right")
        yield rule(x(row["aim"]), y, x(row["shown"]), y, stroke=QUIET, strokeDash=[2, 3])
    for field, kind, paint, dy in (("aim", "plan", PLAN, 22), ("shown", "result", RESULT, -20)):
        for row, _, y in lines:
            yield point(x(row[field]), y, **dot(kind, 90))
        yield from haloed(
            words(str(row[f"{field}_label"]), x(row[field]), y + dy + MIDDLE, paint, align="center", weight=600)
            for row, _, y in lines
        )


BESIDE = Chart("beside", COLUMNS, height, lay)
