"""On which side of its mark a number has room: of six sides, the one where it covers least of what stands already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SIDES = {"start": (-5, -14), "above": (0, -14), "end": (5, -14), "below": (0, 16), "beside": (9, 0), "before": (-8, 9)}
"""How far from its mark the middle of a number stands, in pixels across and down; the best side first. It starts there,
or ends there, or stands above or below the middle of the mark, or behind it, or before and a little below it."""
LETTER = 9  # how wide a heavy digit is taken to be, in pixels: in a wide typeface
HALF = 7  # of the height of digits, with air
POINT = 5  # from the middle of a mark to its edge
LITTLE = 20  # square pixels that a number may cover
BEYOND = 300  # what it costs to stand beyond an upright, in square pixels
STEP = 4  # pixels; pieces of a line are as long


class Box(NamedTuple):
    """A rectangle in pixels: its left, upper, right and lower edge."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """How much of the two is common, in square pixels."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0


class Spot(NamedTuple):
    """A mark at a place in pixels, and its number, which is empty where it is not written."""

    x: float
    y: float
    label: str


def sides(
    spots: Sequence[Spot],
    lines: Iterable[tuple[Spot, Spot]],
    rules: Iterable[Spot],
    uprights: Iterable[float],
    size: tuple[float, float],
) -> list[str | None]:
    """The side of each number in a plot of a width and height, in their order; None where it is not written.

    `lines` lead from mark to mark; under `rules`, which lead across, stand words from their place on. A number beyond
    an upright would be read as one of the next mark, so this is worse than to cover a line.
    """
    width, height = size
    taken = [Box(spot.x - POINT, spot.y - POINT, spot.x + POINT, spot.y + POINT) for spot in spots]
    # Nothing stands on the levels to the left, beyond the right edge, or on the years below.
    taken += [Box(-width, -width, 0, width), Box(width, -width, 2 * width, width), Box(0, height, width, 2 * height)]
    taken += [piece for line in lines for piece in _along(*line)]
    taken += [Box(rule.x, rule.y, rule.x + LETTER * len(rule.label), rule.y + 3 * HALF) for rule in rules]
    bars = tuple(uprights)
    found: list[str | None] = []
    for spot in spots:
        if spot.label:
            boxes = {side: _around(spot, side) for side in SIDES}
            reach = _around_all(tuple(boxes.values()))
            near = [other for other in taken if reach.shared(other)]
            side = min(boxes, key=lambda side: _cost(spot, boxes[side], near, bars))
            taken.append(boxes[side])
        found.append(side if spot.label else None)
    return found


def _cost(spot: Spot, box: Box, taken: Iterable[Box], uprights: Iterable[float]) -> float:
    """How much of what is taken a number would cover, in square pixels; a little is nothing."""
    beyond = sum(min(box.left, spot.x) < x < max(box.right, spot.x) for x in uprights)
    covered = sum(box.shared(other) for other in taken)
    return beyond * BEYOND + (covered if covered > LITTLE else 0)


def _around(spot: Spot, side: str) -> Box:
    """What the number of a mark covers on a side of it."""
    long, (dx, dy) = LETTER * len(spot.label), SIDES[side]
    left = spot.x + dx - {"start": 0.0, "beside": 0.0, "end": float(long), "before": float(long)}.get(side, long / 2)
    return Box(left, spot.y + dy - HALF, left + long, spot.y + dy + HALF)


def _around_all(boxes: Sequence[Box]) -> Box:
    """The smallest box around some."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _along(start: Spot, end: Spot) -> Iterator[Box]:
    """What a line covers, piece by piece."""
    across, down = end.x - start.x, end.y - start.y
    pieces = int(max(abs(across), abs(down)) / STEP) + 1
    for piece in range(pieces):
        x, y = start.x + across * piece / pieces, start.y + down * piece / pieces
        yield Box(x - 1, y - 1, x + 1 + abs(across) / pieces, y + 1 + abs(down) / pieces)
