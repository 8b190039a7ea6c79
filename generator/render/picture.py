"""Chart specifications to pictures: SVG that follows the reader's light or dark screen, and a poster to take along.

A specification names its data, its typeface and its paints only by stand-ins; here they are filled in. Vega-Lite is
compiled once a process, to cast the looks that all pictures are set from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Literal

from .outlined import Typeface, outlined
from .poster import poster
from .setting import SMALLEST, Case, Sheet, Size
from .unmeasured import sized, unmeasured

Rows = Sequence[Mapping[str, str | int | float | None]]
Lay = Callable[[Rows, Mapping[str, str], int], Sheet]
Draw = Callable[[int, int, int, int], Mapping[str, Any]]
Kind = Literal["screen", "poster", "png"]
_NOTHING = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
_NEEDLESS = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit|version|xmlns:xlink)="[^"]*"')
_LONG = re.compile(r"-?\d+(?:\.\d+)?e-\d+|-?\d+\.\d{3,}")
SCALE = 2  # a PNG has twice the pixels of its SVG


@dataclass(frozen=True, slots=True)
class Style:
    """How a theme paints charts: its typeface (`font` of TrueType files in `folder`) and a paint for each stand-in.

    `paints` are (token, stand-in, light, dark). `letters` is the digest of the font files: a picture is made again when
    they change, and not when they stand in another folder.
    """

    font: str
    stack: str
    folder: str
    letters: str
    paints: tuple[tuple[str, str, str, str], ...]


def style_of(
    fonts: Sequence[Path], tokens: Mapping[str, Mapping[str, str]], paints: Mapping[str, str], font: str
) -> Style:
    """The style of a theme: its TrueType files (in one folder; `font` is their name), its tokens, and the stand-in of
    each token.

    Raises FileNotFoundError where the theme holds no TrueType font: words would be left out without an error.
    """
    folders = {font.parent for font in fonts}
    if len(folders) != 1:
        raise FileNotFoundError("a theme keeps the TrueType fonts of its charts in one folder: assets/fonts/ttf/")
    stack = tokens["both"]["font"]
    dark = {**tokens["light"], **tokens["dark"]}
    return Style(
        font=font,
        stack=stack,
        folder=str(folders.pop()),
        letters=sha256(b"".join(font.read_bytes() for font in sorted(fonts))).hexdigest(),
        paints=tuple((token, mark, tokens["light"][token], dark[token]) for token, mark in paints.items()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a picture is given: its rows, and what it says of itself. `about` and `source` stand on a poster only."""

    lang: str
    rows: tuple[Mapping[str, str | int | float | None], ...]
    title: str
    description: str
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRecipe:
    """A chart in one language and width: rows in, a picture out.

    `screen` is SVG for pages, its colours custom properties that follow the screen; `poster` is SVG with title and
    source in plain light colours, for any program; `png` is the poster in pixels. `lay` makes the marks of a figure's
    rows, and `draw` the specification that draws marks, of a width, a height and the upper left corner of its plot.
    """

    chart: str
    draw: Draw
    lay: Lay
    words: tuple[tuple[str, str], ...]
    width: int
    kind: Kind
    style: Style

    @property
    def digest(self) -> str:
        """Of the chart's name, words and width, the kind, and all of the style but its folder. The code that draws is
        part of every key, so the specification itself need not be drawn to be compared."""
        style = self.style
        parts = (self.chart, self.words, self.width, self.kind, style.font, style.stack, style.letters, style.paints)
        return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    def __call__(self, given: Drawing) -> bytes:
        import vl_convert

        face = _typeface(self.style.folder, self.style.font, self.style.letters)
        svg = _drawn(self.draw, self.lay, self.words, self.width, self.style.font, _Same(given.rows))
        if self.kind == "screen":
            return _on_screen(svg, given, self.style).encode()
        paper = poster(_in_light(svg, self.style), given, self.width, self.style.stack, self._ink())
        if self.kind == "poster":
            return paper.encode()
        return bytes(vl_convert.svg_to_png(outlined(paper, face), scale=SCALE))

    def _ink(self) -> Mapping[str, str]:
        return {token: light for token, _mark, light, _dark in self.style.paints}


def wake(draw: Draw) -> None:
    """Load what draws: the first picture of a process takes as long as some hundred others."""
    import vl_convert

    vl_convert.vegalite_to_vega(json.dumps(draw(*SMALLEST)))


class _Same:
    """Rows that are known again by being the very same value: comparing them would cost more than it spares."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.rows is other.rows

    def __hash__(self) -> int:
        return id(self.rows)


@lru_cache(maxsize=64)
def _drawn(draw: Draw, lay: Lay, words: tuple[tuple[str, str], ...], width: int, font: str, same: _Same) -> str:
    """A chart filled with rows: SVG with stand-ins for its colours.

    What a screen shows, a poster and its PNG are the same drawing, so those that are made soon after one another are
    drawn once.
    """
    return case_of(draw, font).set(lay(same.rows, dict(words), width))


@lru_cache(maxsize=4)
def case_of(draw: Draw, font: str) -> Case:
    """The renderer, in the theme's typeface, and the looks of marks as they are cast."""
    import vl_convert

    def drawn(size: Size, rows: Sequence[Mapping[str, Any]]) -> str:
        vega = _compiled(draw, font, size)
        data = [{**one, "values": list(rows)} if one["name"] == "rows" else one for one in vega["data"]]
        return str(vl_convert.vega_to_svg({**vega, "data": data}))

    return Case(drawn, partial(_plain, font=font), _short)


@lru_cache(maxsize=16)
def _compiled(draw: Draw, font: str, size: Size) -> Mapping[str, Any]:
    import vl_convert

    return unmeasured(vl_convert.vegalite_to_vega(json.dumps(draw(*size)).replace('"portal"', json.dumps(font))))


@lru_cache(maxsize=4)
def _typeface(folder: str, font: str, letters: str) -> Typeface:
    """The typeface of these letters, read once a process; RuntimeError where the folder does not hold it.

    The renderer knows it too: whatever it measures, it measures in the letters that are drawn.
    """
    import vl_convert

    face = Typeface(folder, font)
    vl_convert.register_font_directory(folder)
    return face


def _plain(svg: str, font: str) -> str:
    """The renderer's SVG without its own classes, English labels, fonts and what nobody sees, its coordinates to two
    decimals.

    Only what stands inside tags is touched: the words between them hold printed numbers.
    """

    def slim(tag: re.Match[str]) -> str:
        bare = _NEEDLESS.sub("", tag[0].replace(f' font-family="{font}"', ""))
        return _LONG.sub(lambda found: _short(float(found[0])), bare)

    return re.sub(r"<[^>]*>", slim, _NOTHING.sub("", sized(svg)))


@lru_cache(maxsize=1 << 14)
def _short(value: float) -> str:
    """A place in pixels, to two decimals."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _in_light(svg: str, style: Style) -> str:
    for _token, mark, light, _dark in style.paints:
        svg = svg.replace(mark, light)
    return svg


def _on_screen(svg: str, given: Drawing, style: Style) -> str:
    """The SVG with a name and a description of its own, and colours that follow the reader's screen."""
    used = [paint for paint in style.paints if paint[1] in svg]
    for token, mark, _light, _dark in used:
        svg = svg.replace(mark, f"var(--{token})")
    light = "".join(f"--{token}:{light};" for token, _mark, light, _dark in used)
    dark = "".join(f"--{token}:{dark};" for token, _mark, _light, dark in used)
    css = f"svg{{{light}}}@media (prefers-color-scheme:dark){{svg{{{dark}}}}}text{{font-family:{style.stack}}}"
    named = (
        f'<svg role="img" aria-labelledby="title desc" xml:lang="{given.lang}"'
        r"\1"
        f'><title id="title">{escape(given.title, quote=False)}</title>'
        f'<desc id="desc">{escape(given.description, quote=False)}</desc>'
        f"<style>{escape(css, quote=False)}</style>"
    )
    return re.sub(r"^<svg([^>]*)>", lambda found: named.replace(r"\1", found[1]), svg, count=1)
