"""Vega-Lite specifications to pictures: SVG that follows the reader's light or dark screen, a poster and its pixels.

A specification is compiled to Vega once for each chart, width and set of traits; pictures that share them differ in
their data alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Literal, Protocol
from unicodedata import normalize

from generator.model.diagnostic import Diagnostic, Span

from .halo import merged, split
from .language import TemplateFault
from .poster import poster
from .preview import preview

Pairs = tuple[tuple[str, str], ...]
Rows = tuple[Any, ...]  # dataclasses
Traits = tuple[Any, ...]  # what of the rows decides how a chart is drawn
Kind = Literal["screen", "poster", "png", "vega-lite", "vega"]
_NOTHING = re.compile(r'<path class="(?:background|foreground)"[^>]*/>|<g [^>]*/>')
_NEEDLESS = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|version|xmlns:xlink|font-family)="[^"]*"')
_LONG = re.compile(r"-?\d+(?:\.\d+)?e-\d+|-?\d+\.\d{3,}")


SCALE = 2  # a PNG has twice the pixels of its SVG


@dataclass(frozen=True, slots=True)
class Style:
    """How a theme paints charts: its typeface (`font` in the TrueType files of `folder`), the `stack` of a page, and a
    light and a dark colour for each token (`paints`).

    `letters` is the digest of the font files: a picture is made again when they change, and not when they stand in
    another folder.
    """

    font: str
    stack: str
    folder: str
    letters: str
    paints: tuple[tuple[str, str, str], ...]


def style_of(fonts: Sequence[Path], tokens: Mapping[str, Mapping[str, str]], paints: Sequence[str], font: str) -> Style:
    """The style of a theme: its TrueType files (in one folder; `font` is their name), and its colours for some tokens.

    Raises FileNotFoundError where the theme holds no TrueType font: words would be left out without an error.
    """
    folders = {path.parent for path in fonts}
    if len(folders) != 1:
        raise FileNotFoundError("a theme keeps the TrueType fonts of its charts in one folder: assets/fonts/ttf/")
    light, dark = tokens["light"], {**tokens["light"], **tokens["dark"]}
    return Style(
        font=font,
        stack=tokens["both"]["font"],
        folder=str(folders.pop()),
        letters=sha256(b"".join(path.read_bytes() for path in sorted(fonts))).hexdigest(),
        paints=tuple((token, light[token], dark[token]) for token in paints),
    )


class Chart(Protocol):
    """What a picture needs of a chart: its specification without rows, and what follows from rows."""

    @property
    def name(self) -> str: ...
    @property
    def template(self) -> Callable[[Mapping[str, str], int, Traits], dict[str, Any]]: ...
    @property
    def traits(self) -> Callable[[Rows], Traits]: ...
    @property
    def height(self) -> Callable[[Rows, int], int]: ...
    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a picture is given: its rows, and what it says of itself. `about` and `source` stand on a poster and in the
    specification only."""

    lang: str
    rows: Rows
    title: str
    description: str
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRecipe:
    """A chart in one language and width: rows in, a file out.

    `screen` is SVG for pages, its colours custom properties that follow the screen; `poster` is SVG with title and
    source in plain light colours, for any program; `png` is the poster in pixels; `vega-lite` is the specification with
    its rows, in light colours; `vega` is the same compiled, without rows and in colours that follow the screen, for a
    script that fills it.
    """

    chart: Chart
    words: Pairs
    width: int
    kind: Kind
    style: Style

    @property
    def digest(self) -> str:
        """Of the chart's name, words and width, the kind, and all of the style but its folder. The code that draws is
        part of every key, so the specification itself need not be drawn to be compared."""
        style = self.style
        parts = (
            self.chart.name,
            self.words,
            self.width,
            self.kind,
            style.font,
            style.stack,
            style.letters,
            style.paints,
        )
        return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    def check(self, given: Drawing) -> None:
        """TemplateFault where the theme's letters, which pixels are drawn in, lack one of the words that are given."""
        if self.kind != "png":
            return
        letters = _letters(self.style.folder)
        drawn = (words for row in given.rows for words in asdict(row).values() if isinstance(words, str))
        for words in (given.title, given.about, given.source, *drawn, *(said for _, said in self.words)):
            lacking = (
                letter for letter in normalize("NFC", words) if not letter.isspace() and ord(letter) not in letters
            )
            if letter := next(lacking, None):
                where = "/".join(Path(self.style.folder).parts[-5:])  # themes/<theme>/assets/fonts/ttf
                values = {"letter": letter, "point": f"U+{ord(letter):04X}", "words": words}
                raise TemplateFault(Diagnostic("letter-not-in-font", Span(where), values))

    def __call__(self, given: Drawing) -> bytes:
        self.check(given)
        if self.kind == "vega-lite":
            return self._specification(given)
        if self.kind == "vega":
            return self._compiled(given)
        svg = _svg(self.chart, self.words, self.width, given.rows, self.style)
        if self.kind == "screen":
            return _on_screen(svg, given, self.style).encode()
        colours = {token: light for token, light, _dark in self.style.paints}
        paper = _painted(poster(svg, given, self.width, self.style.stack, colours), self.style)
        return paper.encode() if self.kind == "poster" else _pixels(paper, self.style)

    def _specification(self, given: Drawing) -> bytes:
        spec = _template(self.chart, self.words, self.width, self.chart.traits(given.rows))
        about = {"title": given.title, "about": given.about, "source": given.source, "lang": given.lang}
        whole = {
            "$schema": spec["$schema"],
            "description": given.description,
            "usermeta": about,
            **spec,
            "config": {**spec["config"], "font": self.style.stack},
            "data": {**spec["data"], "values": [asdict(row) for row in given.rows]},
        }
        return _painted(json.dumps(whole, ensure_ascii=False, indent=1), self.style).encode() + b"\n"

    def _compiled(self, given: Drawing) -> bytes:
        import vl_convert

        spec = _template(self.chart, self.words, self.width, self.chart.traits(given.rows))
        lettered = {**spec, "config": {**spec["config"], "font": self.style.stack}}
        vega = vl_convert.vegalite_to_vega(lettered)
        margins = vega["padding"]
        whole = {**vega, "width": self.width - margins["left"] - margins["right"], "autosize": "none"}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class PreviewRecipe:
    """A line, a title and lines below it as the picture that goes with a link."""

    style: Style

    @property
    def digest(self) -> str:
        """Of the letters and the colours."""
        return sha256(repr((self.style.letters, self.style.font, self.style.paints)).encode()).hexdigest()

    def __call__(self, given: tuple[str, str, tuple[str, ...]]) -> bytes:
        paint = {token: light for token, light, _dark in self.style.paints}
        colours = paint["ink"], paint["quiet"], paint["paper"], paint["chart-result"]
        return _pixels(preview(*given, *colours, self.style.font), self.style)


@dataclass(frozen=True, slots=True)
class IconRecipe:
    """A square SVG in so many pixels."""

    size: int

    @property
    def digest(self) -> str:
        return f"icon {self.size}"

    def __call__(self, given: str) -> bytes:
        import vl_convert

        return bytes(
            vl_convert.svg_to_png(given.replace("<svg ", '<svg width="32" height="32" ', 1), scale=self.size / 32)
        )


@lru_cache(maxsize=64)
def _svg(chart: Chart, words: Pairs, width: int, rows: Rows, style: Style) -> str:
    """A chart filled with rows. What a screen shows, a poster and its PNG are the same drawing, drawn once."""
    import vl_convert

    _register(style.folder, style.font)
    vega = _compiled(chart, words, width, chart.traits(rows))
    source, *derived = vega["data"]  # the rows come first, as what follows is derived from them
    filled = {**source, "values": [asdict(row) for row in rows]}
    # The size is given and not found by the renderer, so that a page can keep the place of a picture.
    margins = vega["padding"]
    size = {
        "width": width - margins["left"] - margins["right"],
        "height": chart.height(rows, width) - margins["top"] - margins["bottom"],
    }
    free = {
        name: value
        for name, value in size.items()
        if name not in {signal["name"] for signal in vega.get("signals", ())}
    }
    whole = {**vega, **free, "autosize": "none", "data": [filled, *derived]}
    return _plain(split(vl_convert.vega_to_svg(json.dumps(whole))))


@lru_cache(maxsize=256)
def _template(chart: Chart, words: Pairs, width: int, traits: Traits) -> Mapping[str, Any]:
    """The specification without rows. Altair takes longer to write it than a picture takes to be drawn."""
    return chart.template(dict(words), width, traits)


@lru_cache(maxsize=256)
def _compiled(chart: Chart, words: Pairs, width: int, traits: Traits) -> Mapping[str, Any]:
    import vl_convert

    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(dict(_template(chart, words, width, traits)))
    return merged(compiled)


@lru_cache(maxsize=4)
def _register(folder: str, font: str) -> None:
    """Make the theme's letters known to the renderer. Raises RuntimeError where a file bears another name inside:
    the renderer would look for a font of the machine."""
    import vl_convert
    from fontTools.ttLib import TTFont

    for path in sorted(Path(folder).glob("*.ttf")):
        name = TTFont(path, lazy=True)["name"].getBestFamilyName()
        if name != font:
            raise RuntimeError(f"{path.name} is a font named {name!r}; a font of charts is named {font!r}")
    vl_convert.register_font_directory(folder)


def _plain(svg: str) -> str:
    """The renderer's SVG without its own classes, labels, fonts and what nobody sees, its coordinates to two decimals.

    Only what stands inside tags is touched: the words between them hold printed numbers.
    """

    def slim(tag: re.Match[str]) -> str:
        return _LONG.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), _NEEDLESS.sub("", tag[0]))

    return re.sub(r"<[^>]*>", slim, _NOTHING.sub("", svg))


def _painted(text: str, style: Style) -> str:
    """The theme's light colours in place of its custom properties."""
    for token, light, _dark in style.paints:
        text = text.replace(f"var(--{token})", light)
    return text


def _pixels(paper: str, style: Style) -> bytes:
    """A poster in pixels, drawn in the theme's own letters."""
    import vl_convert

    _register(style.folder, style.font)
    stack = escape(style.stack, quote=False).replace('"', "'")
    own = paper.replace(f'font-family="{stack}"', f'font-family="{style.font}"')
    return bytes(vl_convert.svg_to_png(own, scale=SCALE))


@lru_cache(maxsize=4)
def _letters(folder: str) -> frozenset[int]:
    """The letters that every font of a folder has."""
    from fontTools.ttLib import TTFont

    known = [set(TTFont(path, lazy=True).getBestCmap()) for path in sorted(Path(folder).glob("*.ttf"))]
    return frozenset(set.intersection(*known))


def _on_screen(svg: str, given: Drawing, style: Style) -> str:
    """The SVG with a name and a description of its own, and colours that follow the reader's screen."""
    used = [paint for paint in style.paints if f"var(--{paint[0]})" in svg]
    light = "".join(f"--{token}:{light};" for token, light, _dark in used)
    dark = "".join(f"--{token}:{dark};" for token, _light, dark in used)
    css = f"svg{{{light}}}@media (prefers-color-scheme:dark){{svg{{{dark}}}}}text{{font-family:{style.stack}}}"
    named = (
        f'<svg role="img" aria-labelledby="title desc" xml:lang="{given.lang}"'
        r"\1"
        f'><title id="title">{escape(given.title, quote=False)}</title>'
        f'<desc id="desc">{escape(given.description, quote=False)}</desc>'
        f"<style>{escape(css, quote=False)}</style>"
    )
    return re.sub(r"^<svg([^>]*)>", lambda found: named.replace(r"\1", found[1]), svg, count=1)
