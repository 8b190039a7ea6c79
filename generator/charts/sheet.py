"""What a laid-out picture is: marks with their places, each with a look that many share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """All of a mark but its place and its words.

    `mark` is rule, bar, point or words. `dash` is as in SVG: `5,4`. `lines` is how often words begin another line.
    """

    mark: str
    fill: str | None = None
    stroke: str | None = None
    width: float | None = None
    dash: str | None = None
    opacity: float | None = None
    shape: str | None = None
    size: int | None = None
    align: str | None = None
    angle: int | None = None
    weight: int | None = None
    lines: int = 0


class Mark(NamedTuple):
    """A look at a place, in pixels from the upper left corner of the plot.

    Words stand with the foot of their first line at (`x`, `y`); rules lead from there to (`x2`, `y2`), and bars reach
    from there down to the right.
    """

    look: Look
    x: float
    y: float
    x2: float = 0
    y2: float = 0
    text: str = ""

    def row(self) -> Mapping[str, str | float | None]:
        """The mark as the specification reads it."""
        return {**self.look._asdict(), "x": self.x, "y": self.y, "x2": self.x2, "y2": self.y2, "text": self.text}


class Sheet(NamedTuple):
    """A picture: its width and height and the upper left corner of its plot, in CSS pixels, and its marks. Of one kind
    of mark, those that lie behind come first."""

    size: tuple[int, int, int, int]
    marks: tuple[Mark, ...]


def sheet(width: int, height: int, padding: Mapping[str, int], *marks: Mark) -> Sheet:
    """A picture with its margins."""
    return Sheet((width, height, padding["left"], padding["top"]), marks)
