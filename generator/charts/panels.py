"""How has a number moved in each of several places? One small panel a place, all on one scale.

Where a mark stands is told by the rows as a share of its panel's width and height, so that the same rows fill a picture
of two columns for a phone and one of four for a desk. Nothing joins two panels; within one, a line is drawn
only where the rows hold one, and a dotted upright marks each break.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from textwrap import wrap

from .figure import Laid, Row, Rows, Words
from .frame import GRID, INK, KINDS, QUIET, dot, narrow, stroke
from .marks import LEADING, MIDDLE, haloed, point, rule, words
from .sheet import Mark, Sheet, sheet

COLUMNS = ("panel", "kind", "x", "y", "x2", "y2", "label", "end")
"""`panel` counts from nought. `kind` is name (`label` is the place), grid (a level, its number in `label`), year
(`label` under the plot), gap (a break), label (the number of a mark, over `x` and `y`; `end` is 1 where it is written
to the left), or one of `frame.KINDS`: a mark at `x` and `y` from 0 to 1, with `x2` a line."""

HEAD, FOOT = 20, 38  # the room under a name for the highest number, and the years below a plot
NAME = 16  # letters in a line of a name: they fit over a panel in a wide typeface too, where a reader has not ours
LINES = 2  # of a name, at least, so that most pictures are alike
LEFT, RIGHT = 40, 22
PADDING = {"left": 0, "right": 0, "top": 4, "bottom": 6}


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of panels and the longest name."""
    count = len({row["panel"] for row in rows})
    return ceil(count / _across(width)) * _tall(width, _title(rows)) + PADDING["top"] + PADDING["bottom"]


def _across(width: int) -> int:
    return 2 if narrow(width) else 4


def _tall(width: int, title: int) -> int:
    return title + (154 if narrow(width) else 166)


def _title(rows: Rows) -> int:
    """How tall the names over the panels are."""
    return 2 + LEADING * max((LINES, *(_name(row["label"]).count("\n") + 1 for row in rows if row["kind"] == "name")))


@lru_cache(maxsize=1024)
def _name(label: object) -> str:
    return "\n".join(wrap(str(label), NAME, break_long_words=False, break_on_hyphens=False))


def lay(rows: Rows, _said: Words, width: int) -> Sheet:
    """The panels' lines, marks, scales and words."""
    title = _title(rows)
    panels = {panel: _Spot.of(int(str(panel)), width, title) for panel in {row["panel"] for row in rows}}
    spots: dict[str, list[tuple[Row, _Spot]]] = {}
    for row in rows:
        spots.setdefault(str(row["kind"]), []).append((row, panels[row["panel"]]))
    marks = (*_lines(spots), *_points(spots), *_scales(spots), *_words(spots))
    return sheet(width, height(rows, width), PADDING, *marks)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the plot of a panel stands in the picture, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, panel: int, width: int, title: int) -> _Spot:
        line, place = divmod(panel, _across(width))
        wide, tall = width / _across(width), _tall(width, title)
        return cls(
            left=place * wide + LEFT,
            top=line * tall + title + HEAD,
            width=wide - LEFT - RIGHT,
            height=tall - title - FOOT - HEAD,
        )

    def x(self, share: object) -> float:
        return self.left + float(str(share)) * self.width

    def y(self, share: object) -> float:
        return self.top + (1 - float(str(share))) * self.height


_Spots = Mapping[str, Sequence[tuple[Row, _Spot]]]


def _lines(spots: _Spots) -> Iterator[Mark]:
    for row, spot in spots.get("grid", ()):
        y = spot.y(row["y"])
        yield rule(spot.left, y, spot.left + spot.width, y, stroke=GRID)
    for row, spot in spots.get("gap", ()):
        x = spot.x(row["x"])
        yield rule(x, spot.top, x, spot.top + spot.height, stroke=QUIET, strokeDash=[1, 4])
    for kind in KINDS:
        for row, spot in spots.get(kind, ()):
            if row["x2"] is not None:
                start, end = (spot.x(row["x"]), spot.y(row["y"])), (spot.x(row["x2"]), spot.y(row["y2"]))
                yield rule(*start, *end, **stroke(kind, 2))


def _points(spots: _Spots) -> Iterator[Mark]:
    for kind in KINDS:
        for row, spot in spots.get(kind, ()):
            if row["x2"] is None:
                yield point(spot.x(row["x"]), spot.y(row["y"]), **dot(kind, 36))


def _scales(spots: _Spots) -> Iterator[Mark]:
    """The levels to the left of each panel, and the years below it."""
    for row, spot in spots.get("grid", ()):
        yield words(str(row["label"]), spot.left - 5, spot.y(row["y"]) + MIDDLE, QUIET, align="right")
    for row, spot in spots.get("year", ()):
        yield words(str(row["label"]), spot.x(row["x"]), spot.top + spot.height + 17, QUIET, align="center")


def _words(spots: _Spots) -> Iterator[Mark]:
    for end, align, dx in ((0, "left", 0), (1, "right", 14)):
        yield from haloed(
            words(
                str(row["label"]), spot.x(row["x"]) + dx, spot.y(row["y"]) - 13 + MIDDLE, INK, align=align, weight=600
            )
            for row, spot in spots.get("label", ())
            if row["end"] == end
        )
    for row, spot in spots.get("name", ()):
        name = _name(row["label"])
        foot = spot.top - HEAD - 6 - LEADING * name.count("\n")  # of the first line; the last stands over the plot
        yield words(name, spot.left + 5 - LEFT, foot, INK, weight=600)


PANELS = Laid("panels", COLUMNS, height, lay)
