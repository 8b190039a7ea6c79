"""Where words have room: of several places, the one where they cover least of what stands already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .sheet import Mark

LETTER, HEAVY = 8, 8.5  # how wide a letter is taken to be, and a heavy one: of a wide typeface
ABOVE, BELOW = 11, 3  # how far letters reach from the foot of their line, in pixels
POINT = 6  # from the middle of a mark to its edge


class Box(NamedTuple):
    """A rectangle in pixels: its left, upper, right and lower edge."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """How much of the two is common, in square pixels."""
        left, top, right, bottom = other
        if left >= self.right or right <= self.left or top >= self.bottom or bottom <= self.top:
            return 0  # most are far apart
        return (min(self.right, right) - max(self.left, left)) * (min(self.bottom, bottom) - max(self.top, top))


def around(one: Mark) -> Box:
    """What a line of words covers, in a wide typeface: level, or upright where it is turned."""
    long = (HEAVY if one.look.weight else LETTER) * len(one.text)
    before = {"right": long, "center": long / 2}.get(one.look.align or "", 0.0)
    if one.look.angle:
        return Box(one.x - ABOVE, one.y + before - long, one.x + BELOW, one.y + before)
    return Box(one.x - before, one.y - ABOVE, one.x - before + long, one.y + BELOW)


def near(x: float, y: float) -> Box:
    """What a mark at a place covers."""
    return Box(x - POINT, y - POINT, x + POINT, y + POINT)


def along(x: float, y: float, x2: float, y2: float, step: float = 8) -> tuple[Box, ...]:
    """What a line covers, piece by piece."""
    pieces = int(max(abs(x2 - x), abs(y2 - y)) / step) + 1
    ends = [(x + (x2 - x) * one / pieces, y + (y2 - y) * one / pieces) for one in range(pieces + 1)]
    return tuple(Box(min(a, c), min(b, d) - 1, max(a, c), max(b, d) + 1) for (a, b), (c, d) in pairwise(ends))


def freest(places: Sequence[Mark], taken: Iterable[Box]) -> Mark:
    """The same words at the first place where they cover nothing, or at the one where they cover least."""
    known, least, best = tuple(taken), None, places[0]
    for one in places:
        box = around(one)
        covered = sum(box.shared(other) for other in known)
        if not covered:
            return one
        if least is None or covered < least:
            least, best = covered, one
    return best
