"""Where is the money to come from? One bar a source, its name above it, its sum at its end."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words
from .frame import INK, across, inside, narrow, tall
from .marks import LEADING, MIDDLE, TOP, bar, words
from .scale import along
from .sheet import Mark, Sheet, sheet

COLUMNS = ("name", "name_narrow", "value", "label")
"""`name_narrow` is the name in two lines that fit a phone, the first empty where one is enough; `label` is the sum as
the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
BAR = 20
SUM = 96  # room behind the longest bar for its sum, as wide as 20.000.000


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of sources."""
    return tall(len(rows), _step(width), PADDING)


def _step(width: int) -> int:
    return 74 if narrow(width) else 56


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """A bar a row."""
    return sheet(width, height(rows, width), PADDING, *_marks(rows, width))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    x = along((row["value"] for row in rows), 0, across(width, PADDING) - SUM)
    step, name = _step(width), "name_narrow" if narrow(width) else "name"
    for number, row in enumerate(rows):
        top = number * step
        middle, end = top + step - BAR // 2 - 4, x(row["value"])
        said = str(row[name])
        yield words(said.lstrip(), 0, top + 12 + TOP + (LEADING if said.startswith("\n") else 0), INK)
        yield bar(x(0), middle - BAR / 2, end, middle + BAR / 2, **inside("plan"))
        yield words(str(row["label"]), end + 8, middle + MIDDLE, INK, weight=600)


BUDGET = Chart("budget", COLUMNS, height, lay)
