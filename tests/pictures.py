"""Where the words of a picture stand, as a reader sees them whose machine has a wide typeface and not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from fontTools.ttLib import TTFont

SVG = "{http://www.w3.org/2000/svg}"
FONTS = Path(__file__).parents[1] / "themes/base/assets/fonts/ttf"
WIDER = {"400": 1.13, "600": 1.2}
"""How many times as wide as ours the letters of a common wide typeface are, by weight."""
ABOVE, BELOW = 0.75, 0.18  # how far letters reach from the foot of their line, in sizes
AIR = 1  # pixels that two words may be nearer than they look


class Word(NamedTuple):
    """A line of words: what it says, its colour, and its left, upper, right and lower edge in pixels."""

    text: str
    fill: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Word) -> bool:
        """Whether two lines of words cover one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > AIR and down > AIR


def words_of(svg: bytes | ElementTree.Element) -> list[Word]:
    """The words of a picture, line by line; their halo is no word of its own."""
    root = ElementTree.fromstring(svg) if isinstance(svg, bytes) else svg
    return list(_words(root, 0, 0))


def faults(svg: bytes) -> list[tuple[str, ...]]:
    """The pairs of words that touch, and the words that the edge of the picture cuts."""
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    words = words_of(root)
    cut = [(word.text,) for word in words if word.left < -AIR or word.right > width + AIR or word.bottom > height + AIR]
    return [*cut, *((one.text, other.text) for one, other in combinations(words, 2) if one.touches(other))]


def placed(
    element: ElementTree.Element, x: float = 0, y: float = 0
) -> Iterator[tuple[ElementTree.Element, float, float]]:
    """Every element of a picture with the place of its own upper left corner."""
    found = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    if found:
        x, y = x + float(found[1]), y + float(found[2])
    yield element, x, y
    for child in element:
        yield from placed(child, x, y)


def _words(root: ElementTree.Element, x: float, y: float) -> Iterator[Word]:
    for element, left, top in placed(root, x, y):
        if element.tag == f"{SVG}text" and not element.get("stroke-width"):
            lines = [line.text or "" for line in element.iter(f"{SVG}tspan")] or [element.text or ""]
            step = next((float(line.get("dy", 0)) for line in list(element)[1:]), 0)
            for number, line in enumerate(lines):
                if line.strip():
                    yield _word(line, element.attrib, left, top + step * number)


def _word(text: str, look: Mapping[str, str], x: float, y: float) -> Word:
    size = float(look["font-size"].removesuffix("px"))
    long = _width(text, look.get("font-weight", "400")) * size
    before = {"end": long, "middle": long / 2}.get(look.get("text-anchor", ""), 0.0)
    if "rotate" in look.get("transform", ""):
        return Word(text, look["fill"], x - ABOVE * size, y + before - long, x + BELOW * size, y + before)
    return Word(text, look["fill"], x - before, y - ABOVE * size, x - before + long, y + BELOW * size)


@cache
def _width(text: str, weight: str) -> float:
    """How long a line of words is in a wide typeface, in sizes."""
    font = _font(weight)
    advances, letters = font["hmtx"].metrics, font.getBestCmap()
    units = sum(advances[letters.get(ord(letter), ".notdef")][0] for letter in text)
    return float(units / font["head"].unitsPerEm * WIDER[weight])


@cache
def _font(weight: str) -> TTFont:
    return TTFont(FONTS / f"noto-sans-{weight}.ttf")
