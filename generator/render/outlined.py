"""A poster whose words are outlines: for pixels, where every letter would have its font file opened anew.

Only the forms that the renderer and the poster write are read; another is an error, never a word drawn otherwise. Words
are shaped with kerning and stand where an SVG reader puts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from generator.model.diagnostic import Diagnostic, Span

from .language import TemplateFault

_TEXT = re.compile(r"<text([^>]*)>(.*?)</text>", re.DOTALL)
_LINE = re.compile(r"<tspan([^>]*?)(?:/>|>([^<]*)</tspan>)")
_SAID = re.compile(r'\s([\w:-]+)="([^"]*)"')
_PLACED = {"x", "y", "transform", "text-anchor", "font-size", "font-weight", "stroke-width"}
_PAINT = {"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-linejoin", "opacity", "display"}
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SPACES = re.compile(r"[ \t\r\n]+")

Point = tuple[float, float]


class Shape(NamedTuple):
    """Words as the `d` of a path, from the foot of their first letter on, y upwards, and how far they reach; both in
    units of the typeface, of which its `units` make the size of a letter."""

    path: str
    width: int
    units: int


class Typeface:
    """The upright TrueType files of one name in a folder, by weight, held in memory; shapes words in them.

    Raises RuntimeError where the folder holds no typeface of that name.
    """

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._weights = _weights(folder, name)
        if not self._weights:
            raise RuntimeError(
                f"the fonts of the theme hold no typeface named {name!r}: pictures would be without words"
            )
        self._glyphs: dict[tuple[int, int], str] = {}  # no more than the glyphs of the files
        self.shape = lru_cache(maxsize=4096)(self._shape)

    def _shape(self, words: str, weight: int) -> Shape:
        """A line of words in the nearest weight. TemplateFault where the typeface lacks one of their letters."""
        import uharfbuzz

        own = min(self._weights, key=lambda one: (abs(one - weight), -one))
        font = self._weights[own]
        run = uharfbuzz.Buffer()
        run.add_str(words)
        run.language = "und"  # otherwise that of the machine
        run.guess_segment_properties()
        run.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS  # a letter that is lacking is told by itself
        uharfbuzz.shape(font, run)
        x, y, path = 0, 0, []
        for glyph, place in zip(run.glyph_infos, run.glyph_positions, strict=True):
            if glyph.codepoint == 0:
                raise _lacking(words[glyph.cluster], words, self._folder)
            if drawn := self._glyph(font, own, glyph.codepoint):
                path.append(f"M{x + place.x_offset} {y + place.y_offset}{drawn}")
            x, y = x + place.x_advance, y + place.y_advance
        return Shape("".join(path), x, font.face.upem)

    def _glyph(self, font: Any, weight: int, glyph: int) -> str:
        """A glyph as path commands that start at its foot, none for a space."""
        if (weight, glyph) not in self._glyphs:
            pen = _Pen()
            font.draw_glyph_with_pen(glyph, pen)
            self._glyphs[weight, glyph] = pen.path
        return self._glyphs[weight, glyph]


def _lacking(letter: str, words: str, folder: str) -> TemplateFault:
    """A picture would have a hole, or another machine's letter: told with the theme's folder of fonts."""
    where = "/".join(Path(folder).parts[-5:])  # themes/<theme>/assets/fonts/ttf
    values = {"letter": letter, "point": f"U+{ord(letter):04X}", "words": words}
    return TemplateFault(Diagnostic("letter-not-in-font", Span(where), values))


def outlined(svg: str, face: Typeface) -> str:
    """An SVG, each of its words a path of the same paint at the same place.

    Raises TemplateFault for a letter that the typeface lacks, ValueError for a form of text that is not one of ours.
    """
    made = _TEXT.sub(lambda found: _paths(found[1], found[2], face), svg)
    if "<text" in made:
        raise ValueError("the renderer wrote words in a form that has no outline")
    return made


def _paths(attributes: str, inside: str, face: Typeface) -> str:
    """An element of words as paths, one a line."""
    said = _attributes(attributes, _PLACED | _PAINT)
    size = float(said.get("font-size", "").removesuffix("px"))
    anchor = _BEFORE[said.get("text-anchor", "start")]
    paint = "".join(f' {name}="{value}"' for name, value in said.items() if name in _PAINT)
    made = []
    for words, x, y in _lines(inside, float(said.get("x", 0)), float(said.get("y", 0))):
        shape = face.shape(words, int(said.get("font-weight", 400)))
        scale = size / shape.units
        width = f' stroke-width="{float(said["stroke-width"]) / scale:.6g}"' if "stroke-width" in said else ""
        place = f"translate({x - anchor * shape.width * scale:.6g},{y:.6g}) scale({scale:.6g},{-scale:.6g})"
        place = f"{said['transform']} {place}" if "transform" in said else place
        made.append(f'<path transform="{place}"{paint}{width} d="{shape.path}"/>')
    return "".join(made)


def _lines(inside: str, x: float, y: float) -> Iterator[tuple[str, float, float]]:
    """The lines of an element that begins at (x, y): the words of each, and where they stand. Empty ones have no place,
    as in every SVG reader."""
    lines = [(_attributes(found[1], {"x", "dy"}), found[2] or "") for found in _LINE.finditer(inside)]
    beside = _LINE.sub("", inside)
    if "<" in beside or (lines and beside) or any("x" not in said for said, _ in lines[1:]):
        raise ValueError("the renderer wrote words in a form that has no outline")
    for said, printed in lines or [({}, inside)]:
        if words := _SPACES.sub(" ", unescape(printed)).strip(" "):
            x, y = float(said.get("x", x)), y + float(said.get("dy", 0))
            yield words, x, y


def _attributes(written: str, known: set[str]) -> Mapping[str, str]:
    said = dict(_SAID.findall(written))
    if strange := sorted(set(said) - known):
        raise ValueError(f"the renderer wrote words with {', '.join(strange)}, which has no outline")
    return said


def _weights(folder: str, name: str) -> Mapping[int, Any]:
    """The fonts of a typeface by their weight."""
    import uharfbuzz

    found: dict[int, Any] = {}
    for path in sorted(Path(folder).glob("*.ttf")):
        face = uharfbuzz.Face(path.read_bytes())
        font = uharfbuzz.Font(face)
        names = uharfbuzz.OTNameIdPredefined
        family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY)
        if family == name and not font.get_style_value(uharfbuzz.StyleTag.ITALIC):
            found.setdefault(round(font.get_style_value(uharfbuzz.StyleTag.WEIGHT)), font)
    return found


class _Pen:
    """Draws a glyph as path commands, each from where the last one ended, in units of its typeface."""

    def __init__(self) -> None:
        self.path = ""
        self._at = self._start = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:
        self._step("m", to)
        self._start = to

    def lineTo(self, to: Point) -> None:
        self._step("l", to)

    def qCurveTo(self, *points: Point) -> None:
        self._step("q", *points)

    def curveTo(self, *points: Point) -> None:
        self._step("c", *points)

    def closePath(self) -> None:
        self.path += "z"
        self._at = self._start

    def _step(self, command: str, *points: Point) -> None:
        x, y = self._at
        self.path += command + " ".join(f"{to[0] - x:g} {to[1] - y:g}" for to in points)
        self._at = points[-1]
