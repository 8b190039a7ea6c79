"""Sets pictures as a printer sets a page: each look is cast once by the renderer, then put wherever a mark stands.

A mark (rule, bar, point, words) is a look and a place in pixels. All charts share few looks, and the renderer takes
some ten times as long for a picture as it takes to fill in places and words. What comes out is what the renderer would
have drawn, to the letter: tests hold it to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Protocol

GROUPS = {"rule": "rule", "rect": "bar", "symbol": "point", "text": "words"}
"""The renderer's word for the group that holds each mark."""
Size = tuple[int, int, int, int]  # width and height of a picture, and the upper left corner of its plot
SMALLEST: Size = (1, 1, 0, 0)
_GROUP = re.compile(r'<g class="mark-(rule|rect|symbol|text) [^>]*?(?:/>|>(.*?)</g>)', re.DOTALL)
_ELEMENT = re.compile(r"<(line|path) [^>]*/>|<text .*?</text>", re.DOTALL)
_WORDS = re.compile(r">0</(text|tspan)>")
_FRAME = (
    ('width="1" height="1" viewBox="0 0 1 1"', 'width="%s" height="%s" viewBox="0 0 %s %s"'),
    ('width="1" height="1"', 'width="%s" height="%s"'),
    ("translate(0,0)", "translate(%s,%s)"),
)
"""Where a frame tells its size: as it is cast, and as it is filled."""


class Look(Protocol):
    """All of a mark but its place and its words, of which it tells how often they begin another line."""

    @property
    def mark(self) -> str: ...
    @property
    def lines(self) -> int: ...
    def __hash__(self) -> int: ...


class Mark(Protocol):
    """A look and a place; `row` is how the renderer reads it."""

    @property
    def look(self) -> Look: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def x2(self) -> float: ...
    @property
    def y2(self) -> float: ...
    @property
    def text(self) -> str: ...
    def row(self) -> Mapping[str, Any]: ...


class Sheet(Protocol):
    """A picture laid out: those marks that lie behind come first of their kind."""

    @property
    def size(self) -> Size: ...
    @property
    def marks(self) -> Sequence[Mark]: ...


@dataclass(frozen=True, slots=True)
class Case:
    """The looks of all charts, cast as they are needed.

    `draw` is the renderer: a size and rows in, its SVG out. `plain` is what is done to every piece of such SVG,
    `number` writes a place. `frame` (one, as soon as it is cast) and `looks` have a gap for each number and line.
    """

    draw: Callable[[Size, Sequence[Mapping[str, Any]]], str]
    plain: Callable[[str], str]
    number: Callable[[float], str]
    frame: list[str] = field(default_factory=list)
    looks: dict[Look, str] = field(default_factory=dict)

    def set(self, sheet: Sheet) -> str:
        """The plain SVG of a picture."""
        self._cast(sheet.marks)
        filled: dict[str, list[str]] = {mark: [] for mark in GROUPS.values()}
        for mark in sheet.marks:
            filled[mark.look.mark].append(self._put(mark))
        groups = ["".join(("<g>", *inside, "</g>")) if inside else "<g/>" for inside in filled.values()]
        width, height, left, top = sheet.size
        return self.frame[0] % (*(width, height) * 3, left, top, *groups)

    def _cast(self, marks: Iterable[Mark]) -> None:
        """Have the renderer draw each new look, at nought and with `0` for its words; and the frame, if it is new."""
        new = {mark.look: mark.row() for mark in marks if mark.look not in self.looks}
        if self.frame and not new:
            return
        nought = dict.fromkeys(("x", "y", "x2", "y2"), 0)
        rows = [{**row, **nought, "text": "\n".join("0" * (look.lines + 1))} for look, row in new.items()]
        drawn = self.draw(SMALLEST, rows)
        for name, inside in _GROUP.findall(drawn):
            looks = [look for look in new if look.mark == GROUPS[name]]
            elements = [one[0] for one in _ELEMENT.finditer(inside)]
            self.looks.update(zip(looks, (self._open(self.plain(one)) for one in elements), strict=True))
        frame = self.plain(_GROUP.sub("\0", drawn)).replace("%", "%%").replace("\0", "%s")
        for cast, open_ in _FRAME:
            frame = frame.replace(cast, open_, 1)
        self.frame[:] = [frame]

    def _open(self, look: str) -> str:
        """A cast look with a gap for each number and line of words that `_put` fills in."""
        made = look.replace("%", "%%").replace("translate(0,0)", "translate(%s,%s)", 1)
        made = made.replace(' x2="0"', ' x2="%s"', 1).replace(' y2="0"', ' y2="%s"', 1)
        return _WORDS.sub(r">%s</\1>", made.replace("M0,0h0v0h0Z", "M%s,%sh%sv%sh%sZ", 1))

    def _put(self, mark: Mark) -> str:
        """A look at the place of a mark, with its words."""
        number, look, x, y = self.number, mark.look, mark.x, mark.y
        if look.mark == "words":
            told = escape(mark.text, quote=False)
            lines = [line.strip() for line in told.split("\n")] if look.lines else [told.strip()]
            return self.looks[look] % (number(x), number(y), *lines)
        if look.mark == "point":
            return self.looks[look] % (number(x), number(y))
        wide, tall = mark.x2 - x, mark.y2 - y
        if look.mark == "rule":
            return self.looks[look] % (number(x), number(y), number(wide), number(tall))
        return self.looks[look] % (number(x), number(y), number(wide), number(tall), number(-wide))
