"""Which unit is to go down by how much in the year, and where is it to stand at the end?

Two panels on one row a unit: the rate at the end, and the reduction in percentage points. Both are intended, so both
are hollow bars.
"""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Chart, Rows, Words, of_kind
from .frame import INK, QUIET, TARGET, across, inside, narrow, tall
from .marks import MIDDLE, TOP, at_end, bar, plated, rule, words
from .scale import along, negative
from .sheet import Mark, Sheet, sheet

COLUMNS = ("kind", "name", "rate", "rate_label", "cut", "cut_label")
"""`kind` is unit, whole (the unit above, a rule across the second panel) or head (the labels are headings)."""

WIDE = {"left": 164, "right": 12, "top": 62, "bottom": 28}
PHONE = {"left": 14, "right": 10, "top": 62, "bottom": 28}
BAR = 18
NUMBER = 48  # room before the longest negative bar for its number


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(len(of_kind("unit", rows)), _step(width), _padding(width))


def _step(width: int) -> int:
    return 52 if narrow(width) else 34


def _padding(width: int) -> dict[str, int]:
    return PHONE if narrow(width) else WIDE


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """Two bars a unit, and the unit above as a rule behind the second ones."""
    return sheet(width, height(rows, width), _padding(width), *_names(rows, width), *_panels(rows, width))


def _names(rows: Rows, width: int) -> Iterator[Mark]:
    """The names of the units: above their bars on a phone, before them on a desk."""
    for number, row in enumerate(of_kind("unit", rows)):
        middle = number * _step(width) + _step(width) / 2
        if narrow(width):
            yield words(str(row["name"]), 0, middle - 10 + MIDDLE, INK)
        else:
            yield words(str(row["name"]), -12, middle + MIDDLE, INK, align="right")


def _panels(rows: Rows, width: int) -> Iterator[Mark]:
    small, padding, step = narrow(width), _padding(width), _step(width)
    plot = across(width, padding)
    units = of_kind("unit", rows)
    bottom = len(units) * step
    for field, start, share in (("rate", 0.0, 0.28 if small else 0.33), ("cut", 0.52, 0.24 if small else 0.33)):
        left = plot * start
        # The wholes are of the scale that their rule stands on, and of no other.
        scaled = [row for row in rows if row["kind"] == "unit" or field == "cut"]
        values = [row[field] for row in scaled]
        x = along(values, left + (NUMBER if negative(values) else 0), left + plot * share)
        for row in of_kind("head", rows):
            yield words(str(row[f"{field}_label"]), left, TOP - 56, QUIET)
        if field == "cut":
            for row in of_kind("whole", rows):
                at = x(row["cut"])
                yield rule(at, 0, at, bottom, stroke=TARGET, strokeWidth=1.5, strokeDash=[2, 3])
                yield words(str(row["cut_label"]), at, bottom + 6 + TOP, TARGET, align="center")
        for number, row in enumerate(units):
            middle, end = number * step + step / 2 + (10 if small else 0), x(row[field])
            yield from plated(at_end(str(row[f"{field}_label"]), end, x(0), middle + MIDDLE, 7))
            yield bar(x(0), middle - BAR / 2, end, middle + BAR / 2, **inside("plan"))


DISTRICTS = Chart("districts", COLUMNS, height, lay)
