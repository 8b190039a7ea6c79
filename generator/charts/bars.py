"""Which of several places has more, in one year? A bar a place, its name above it, its number at its end."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words
from .frame import INK, across, inside, tall
from .marks import MIDDLE, TOP, at_end, bar, words
from .scale import along, negative
from .sheet import Mark, Sheet, sheet

COLUMNS = ("name", "kind", "value", "label")
"""`kind` is one of `frame.KINDS`; `label` is the number as the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
STEP = 50
BAR = 18
NUMBER = 110  # room outside the longest bar for its number with a word that bounds it


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of places."""
    return tall(len(rows), STEP, PADDING)


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """A bar a row."""
    return sheet(width, height(rows, width), PADDING, *_marks(rows, across(width, PADDING)))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    values = [row["value"] for row in rows]
    x = along(values, NUMBER if negative(values) else 0, width - NUMBER)
    for number, row in enumerate(rows):
        top = number * STEP
        middle, end = top + STEP - BAR // 2 - 3, x(row["value"])
        yield words(str(row["name"]), 0, top + 10 + TOP, INK)
        yield bar(x(0), middle - BAR / 2, end, middle + BAR / 2, **inside(str(row["kind"])))
        yield at_end(str(row["label"]), end, x(0), middle + MIDDLE, 8)


BARS = Chart("bars", COLUMNS, height, lay)
