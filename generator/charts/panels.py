"""How has a number moved in each of several places? One small panel a place, all on one scale.

Where a mark stands is told by the rows as a share of its panel's width and height, so that the same rows fill a picture
of two columns for a phone and one of four for a desk. Nothing joins two panels; within one, a line is drawn
only where the rows hold one, and a dotted upright marks each break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from . import marks
from .figure import Chart, Row, Rows, Spec, Words
from .frame import GRID, INK, KINDS, QUIET, dot, narrow, stroke
from .marks import MIDDLE, haloed, point, rule, step, words

COLUMNS = ("panel", "kind", "x", "y", "x2", "y2", "label", "end")
"""`panel` counts from nought. `kind` is name (`label` is the place, in two lines at most), grid (a level, its number in
`label`), year (`label` under the plot), gap (a break), label (the number of a mark, over `x` and `y`; `end` is 1 where
it is written to the left), or one of `frame.KINDS`: a mark at `x` and `y` from 0 to 1, with `x2` a line."""

TITLE, HEAD, FOOT = 36, 14, 38  # the name over a plot, the room under it for the highest number, the years below
LEFT, RIGHT = 40, 22
PADDING = {"left": 0, "right": 0, "top": 4, "bottom": 6}


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of panels."""
    count = len({row["panel"] for row in rows})
    return ceil(count / _across(width)) * _tall(width) + PADDING["top"] + PADDING["bottom"]


def _across(width: int) -> int:
    return 2 if narrow(width) else 4


def _tall(width: int) -> int:
    return 184 if narrow(width) else 196


def draw(width: int) -> Spec:
    """The specification without data."""
    return marks.spec(width=width, padding=PADDING, step=_tall(width))


def lay(rows: Rows, _said: Words, width: int) -> Rows:
    """The marks of the panels, those that lie behind first."""
    spots = [(row, _Spot.of(row, width)) for row in rows]
    lines = range(max((int(str(row["panel"])) for row in rows), default=0) // _across(width) + 1)
    return (*map(step, lines), *_lines(spots), *_points(spots), *_scales(spots), *_words(spots))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the plot of a row's panel stands in the picture, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, row: Row, width: int) -> _Spot:
        line, place = divmod(int(str(row["panel"])), _across(width))
        wide, tall = width / _across(width), _tall(width)
        return cls(
            left=place * wide + LEFT,
            top=line * tall + TITLE + HEAD,
            width=wide - LEFT - RIGHT,
            height=tall - TITLE - FOOT - HEAD,
        )

    def x(self, share: object) -> float:
        return self.left + float(str(share)) * self.width

    def y(self, share: object) -> float:
        return self.top + (1 - float(str(share))) * self.height


_Spots = Sequence[tuple[Row, _Spot]]


def _of(kind: str, spots: _Spots) -> _Spots:
    return [(row, spot) for row, spot in spots if row["kind"] == kind]


def _lines(spots: _Spots) -> Iterator[Row]:
    for row, spot in _of("grid", spots):
        y = spot.y(row["y"])
        yield rule(spot.left, y, spot.left + spot.width, y, stroke=GRID)
    for row, spot in _of("gap", spots):
        x = spot.x(row["x"])
        yield rule(x, spot.top, x, spot.top + spot.height, stroke=QUIET, strokeDash=[1, 4])
    for kind in KINDS:
        for row, spot in _of(kind, spots):
            if row["x2"] is not None:
                start, end = (spot.x(row["x"]), spot.y(row["y"])), (spot.x(row["x2"]), spot.y(row["y2"]))
                yield rule(*start, *end, **stroke(kind, 2))


def _points(spots: _Spots) -> Iterator[Row]:
    for kind in KINDS:
        for row, spot in _of(kind, spots):
            if row["x2"] is None:
                yield point(spot.x(row["x"]), spot.y(row["y"]), **dot(kind, 36))


def _scales(spots: _Spots) -> Iterator[Row]:
    """The levels to the left of each panel, and the years below it."""
    for row, spot in _of("grid", spots):
        yield words(str(row["label"]), spot.left - 5, spot.y(row["y"]) + MIDDLE, QUIET, align="right")
    for row, spot in _of("year", spots):
        yield words(str(row["label"]), spot.x(row["x"]), spot.top + spot.height + 17, QUIET, align="center")


def _words(spots: _Spots) -> Iterator[Row]:
    for end, align, dx in ((0, "left", 0), (1, "right", 14)):
        yield from haloed(
            words(
                str(row["label"]), spot.x(row["x"]) + dx, spot.y(row["y"]) - 13 + MIDDLE, INK, align=align, weight=600
            )
            for row, spot in _of("label", spots)
            if row["end"] == end
        )
    for row, spot in _of("name", spots):
        yield words(str(row["label"]), spot.left + 5 - LEFT, spot.top - HEAD - TITLE + 11, INK, weight=600)


PANELS = Chart("panels", COLUMNS, draw, height, lay)
