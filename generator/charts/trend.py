"""How has a number of one place moved, year by year, and where did a plan want it?

A line joins two years only where the rows say that they may be joined (`from_slot`); a break is an empty column with a
word in it. Each kind of number has a mark of its own (`frame.dot`), also without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from .figure import Laid, Row, Rows, Words
from .frame import GRID, INK, KINDS, QUIET, TARGET, across, dot, narrow, stroke
from .marks import MIDDLE, haloed, plated, point, rule, words
from .room import Box, along, around, freest, near
from .scale import levels, top
from .sheet import Mark, Sheet, sheet

COLUMNS = ("slot", "value", "label", "kind", "tag", "from_slot", "from_value", "lead", "gap")
"""`slot` is the year, with `#` and a number where a year has more columns than one, or a name with `|` for the empty
column of a break, where `gap` holds its word. `kind` is one of `frame.KINDS`, or target (a rule across, without slot).
`tag` is the word beside a mark of its kind. `lead` is 1 where the value is written on a phone too."""

PADDING = {"left": 44, "right": 18, "top": 30, "bottom": 34}
FIRST, LAST = 32, 26  # the first mark has room for a word below it, the last for its number
LEVELS = 5
APART = 42  # from the middle of a year's digits to that of the next: 32 pixels of digits, and air
_Place = tuple[float, float, str]  # how far from a mark words stand, in pixels, and to which side
VALUES: Sequence[_Place] = ((-5, -15, "left"), (0, -15, "center"), (5, -15, "right"), (0, 20, "center"))
OTHER: Sequence[_Place] = tuple(
    (dx, dy, align)
    for dy in (20, 36, -32, 52)
    for dx, align in ((-34, "left"), (0, "center"), (-12, "left"), (12, "right"))
)
TAGS: Sequence[_Place] = ((12, 20, "right"), *OTHER)
PLANS: Sequence[_Place] = ((-6, 15, "right"), *OTHER)
"""Where the number of a mark may stand, and the word of its kind: the best place first."""
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
    inside = across(width, PADDING)
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
                yield rule(*_at(row, plot), *start, **stroke(kind))


def _points(rows: Rows, plot: _Plot) -> Iterator[Mark]:
    for kind in KINDS:
        for row in _numbers(rows):
            if row["kind"] == kind:
                yield point(*_at(row, plot), **dot(kind))


def _scales(plot: _Plot, said: Words) -> Iterator[Mark]:
    """The years below, and the levels to the left."""
    for slot in _written(plot.columns):
        yield words(_year(slot), plot.x(slot) + EDGE, plot.height + 21 + EDGE, QUIET, align="center")
    for level in levels(plot.top, LEVELS):
        shown = str(level).replace(".", said["format.decimal"])
        yield words(f"{shown}%", EDGE - 8, plot.y(level) + MIDDLE + EDGE, QUIET, align="right")


def _words(rows: Rows, plot: _Plot, small: bool) -> Iterator[Mark]:
    """What stands on the plot, each word where it covers nothing that stands already, as far as there is such a
    place. Rates mostly go down: above to the right and below to the left of a mark no line passes."""
    numbers = _numbers(rows)
    aims = [words(str(row["label"]), 4, plot.y(row["value"]) + 12 + MIDDLE, TARGET) for row in rows if _aim(row)]
    taken = [*_margins(plot), *map(around, aims), *(near(*_at(row, plot)) for row in numbers)]
    values = [
        _spots(str(row["label"]), _at(row, plot), VALUES, INK, weight=600)
        for row in numbers
        if row["lead"] == 1 or not small
    ]
    kinds = [
        _spots(str(row["tag"]), _at(row, plot), PLANS if row["kind"] == "plan" else TAGS, QUIET)
        for row in numbers
        if row["tag"] is not None
    ]
    likely = [around(spots[0]) for spots in (*values, *kinds)]
    for row in rows:
        if row["gap"] is not None:
            ends = ((MIDDLE, -MIDDLE, "right"), (MIDDLE, plot.height - 4 - MIDDLE, "left"))
            spots = _spots(str(row["gap"]), (plot.x(row["slot"]), 0), ends, QUIET, angle=270)
            yield from plated(_placed(spots, taken, likely))
    told = [_placed(spots, taken) for spots in values]
    for row in numbers:
        if row["kind"] in KINDS and row["from_slot"] is not None:
            taken += along(*_at(row, plot), plot.x(row["from_slot"]), plot.y(row["from_value"]))
    tags = [_placed(spots, taken) for spots in kinds]
    for group in (aims, tags, told):
        yield from haloed(group)


def _spots(text: str, at: tuple[float, float], places: Sequence[_Place], fill: str, **look: int) -> list[Mark]:
    """The same words at each of some places around another."""
    return [words(text, at[0] + dx, at[1] + dy + MIDDLE, fill, align=align, **look) for dx, dy, align in places]


def _placed(spots: Sequence[Mark], taken: list[Box], likely: Sequence[Box] = ()) -> Mark:
    """Words where there is room, which is then `taken`; what is `likely` to be taken is kept free too."""
    one = freest(spots, (*taken, *likely))
    taken.append(around(one))
    return one


def _margins(plot: _Plot) -> tuple[Box, ...]:
    """Where the scales are written, and the edges of the picture."""
    far, right = plot.width * 2, plot.width + PADDING["right"]
    above, below = Box(-far, -far, far, 4 - PADDING["top"]), Box(-far, plot.height + 6, far, far)
    # No word may be read together with the level that stands before it.
    steps = (plot.y(level) for level in levels(plot.top, LEVELS))
    return (
        above,
        below,
        Box(-far, -far, -5, far),
        Box(right, -far, far, far),
        *(Box(-far, y - 8, 3, y + 8) for y in steps),
    )


def _at(row: Row, plot: _Plot) -> tuple[float, float]:
    return plot.x(row["slot"]), plot.y(row["value"])


def _aim(row: Row) -> bool:
    return row["kind"] == "target"


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


TREND = Laid("trend", COLUMNS, height, lay)
