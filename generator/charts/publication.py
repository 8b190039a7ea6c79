"""Of how many commitments of each plan is what known of publication? A bar a state, plan under plan, in one scale."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words
from .frame import INK, PAPER, QUIET, RESULT, across, narrow, tall
from .marks import MIDDLE, bar, words
from .scale import along
from .sheet import Mark, Sheet, sheet

COLUMNS = ("key", "kind", "name", "value", "label")
"""`key` is a row's own; `kind` is plan (a heading), shown (something was published: a full bar) or other (an empty
bar); `name` the plan or the state; `label` the count as the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
STEP = 32
BAR = 16
NAMES = 152
COUNT = 44  # room behind the longest bar for its number


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of plans and states."""
    return tall(len(rows), STEP, PADDING)


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """A line a row: a heading, or a bar with its name before it."""
    return sheet(width, height(rows, width), PADDING, *_marks(rows, width))


def _marks(rows: Rows, width: int) -> Iterator[Mark]:
    first = NAMES if narrow(width) else NAMES + 60
    last = across(width, PADDING) - COUNT
    x = along((row["value"] for row in rows if row["kind"] != "plan"), first, last)
    for number, row in enumerate(rows):
        middle, name = number * STEP + STEP / 2, str(row["name"])
        if row["kind"] == "plan":
            yield words(name, 0, middle + 4 + MIDDLE, INK, weight=600)
            continue
        look = {"fill": RESULT, "stroke": RESULT} if row["kind"] == "shown" else {"fill": PAPER, "stroke": QUIET}
        end = x(row["value"])
        yield words(name, 0, middle + MIDDLE, INK)
        yield bar(x(0), middle - BAR / 2, end, middle + BAR / 2, **look)
        yield words(str(row["label"]), end + 8, middle + MIDDLE, INK, weight=600)


PUBLICATION = Chart("publication", COLUMNS, height, lay)
