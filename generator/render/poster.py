"""A picture to take along: the chart between its title and its source, on one sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Protocol
from unicodedata import normalize

MARGIN = 20
TITLE = (22, 30, 0.64)  # size and line height in pixels, and the mean width of a letter in sizes: of a wide typeface,
SMALL = (14, 21, 0.6)  # since who opens the file may not have ours


class Said(Protocol):
    """What a poster says beside its chart."""

    @property
    def lang(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def source(self) -> str: ...


def poster(svg: str, said: Said, width: int, stack: str, colours: Mapping[str, str]) -> str:
    """A chart's SVG, `width` wide, framed by its title and what it is about above, and its source below.

    `colours` gives at least those of `ink`, `quiet` and `paper`.
    """
    body, height = _inside(svg)
    above, y = _lines(said.title, TITLE, width, MARGIN, colours["ink"], 600)
    about, y = _lines(said.about, SMALL, width, y + 4, colours["quiet"], 400)
    below, end = _lines(said.source, SMALL, width, y + 10 + height + 8, colours["quiet"], 400)
    letters = escape(stack, quote=False).replace('"', "'")
    whole, tall = width + 2 * MARGIN, end + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" xml:lang="{said.lang}" '
        f'width="{whole}" height="{tall}" viewBox="0 0 {whole} {tall}" font-family="{letters}">'
        f'<title id="title">{escape(said.title, quote=False)}</title>'
        f'<desc id="desc">{escape(said.description, quote=False)}</desc>'
        f'<rect width="{whole}" height="{tall}" fill="{colours["paper"]}"/>{above}{about}'
        f'<g transform="translate({MARGIN},{y + 10})">{body}</g>{below}</svg>'
    )


def _inside(svg: str) -> tuple[str, int]:
    """What stands inside the outermost element, and its height in pixels."""
    found = re.fullmatch(r'<svg[^>]* height="(\d+)"[^>]*>(.*)</svg>\s*', svg, flags=re.DOTALL)
    if found is None:
        raise ValueError("the renderer gave no SVG of a known height")
    return found[2], int(found[1])


def _lines(words: str, type_: tuple[int, int, float], width: int, y: int, fill: str, weight: int) -> tuple[str, int]:
    """Words in as many lines as they need, from `y` on, and where the next may begin."""
    size, step, letter = type_
    # An address may be longer than a line, and is cut where the line ends.
    lines = wrap(normalize("NFC", words), int(width / (size * letter)), break_on_hyphens=False)
    made = "".join(
        f'<text x="{MARGIN}" y="{y + step * number + size}" font-size="{size}px" font-weight="{weight}" fill="{fill}">'
        f"{escape(line, quote=False)}</text>"
        for number, line in enumerate(lines)
    )
    return made, y + step * len(lines)
