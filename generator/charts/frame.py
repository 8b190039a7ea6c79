"""What all charts share: their paints, their type and their margins.

Nothing is left to automatic layout: margins are given, so the size of a picture is known before it is drawn, and the
same words fall on the same spot on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Paints are sentinels, one a role: the picture is painted later, in the theme's light and dark colours.
INK = "#0a0a01"  # words
QUIET = "#0a0a02"  # lesser words, axes
GRID = "#0a0a03"  # hair lines
PAPER = "#0a0a04"  # what lies behind
RESULT = "#0a0a05"  # what was measured
PLAN = "#0a0a06"  # what is intended
WASH = "#0a0a07"  # the inside of intended bars
TARGET = "#0a0a08"  # a target, a reference line

PAINTS = {
    "ink": INK,
    "quiet": QUIET,
    "chart-grid": GRID,
    "paper": PAPER,
    "chart-result": RESULT,
    "chart-plan": PLAN,
    "note-soft": WASH,
    "chart-target": TARGET,
}
"""The theme's token that paints each sentinel."""

FONT = "portal"  # stands for the theme's typeface, as the paints stand for its colours
SIZE = 14  # 14 px drawn is 12 px and more as displayed, from a screen of 320 px on
DASH = [5, 4]
DOTS = [1, 4]
KINDS = ("plan", "estimate", "preliminary", "result")
"""The kinds of number that are drawn apart, the surest last and so on top. `plan` is all that is intended."""
NARROW = 500  # pictures under this width are laid out for a phone


def narrow(width: int) -> bool:
    """Whether a picture of this width is laid out for a phone."""
    return width < NARROW


CONFIG: Mapping[str, Any] = {
    "font": FONT,
    "background": PAPER,
    "aria": False,  # the library's labels are English; the picture gets its own title and description
    "autosize": {"type": "none"},
    "view": {"stroke": None},
    "text": {"font": FONT, "fontSize": SIZE, "fill": INK},
}
"""The look of every chart. No number is formatted by the library: words come with the rows, as the page writes them."""


def tall(count: int, step: int, padding: Mapping[str, int]) -> int:
    """The height in CSS pixels of a picture of `count` rows of `step` pixels, with its margins."""
    return count * step + padding["top"] + padding["bottom"]


def across(width: int, padding: Mapping[str, int]) -> int:
    """The width in CSS pixels of the plot of a picture, between its margins."""
    return width - padding["left"] - padding["right"]


def dot(kind: str, size: int = 80) -> dict[str, Any]:
    """The mark of a kind of number: a full disc is final; a hollow diamond preliminary; a hollow triangle estimated; a
    hollow ring intended."""
    shape = {"preliminary": "diamond", "estimate": "triangle-up"}.get(kind, "circle")
    paint = PLAN if kind == "plan" else RESULT
    fill = RESULT if kind == "result" else PAPER
    return {"shape": shape, "size": size, "fill": fill, "stroke": paint, "strokeWidth": 2}


def inside(kind: str) -> dict[str, Any]:
    """The bar of a kind of number: a full one is final; one with a dashed edge preliminary, with a dotted edge
    estimated; a washed one intended."""
    if kind == "plan":
        return {"fill": WASH, "stroke": PLAN}
    if kind == "result":
        return {"fill": RESULT, "stroke": RESULT}
    return {"fill": PAPER, "stroke": RESULT, "strokeDash": DASH if kind == "preliminary" else [1, 3]}


def stroke(kind: str, width: float = 2.5) -> dict[str, Any]:
    """The line that leads to a kind of number: unbroken to what is final, dotted to what is not yet, dashed to what is
    intended."""
    if kind == "result":
        return {"stroke": RESULT, "strokeWidth": width}
    paint, dash = (PLAN, DASH) if kind == "plan" else (RESULT, DOTS)
    return {"stroke": paint, "strokeWidth": width - 0.5, "strokeDash": dash}
