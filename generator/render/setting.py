"""Sets pictures as a printer sets a page: each look is cast once by the renderer, then put wherever a row says.

A row is a mark with its place in pixels (`rule`, `point`, `words`); all else of it is its look. Charts share few looks,
and the renderer takes some ten times as long for a picture as it takes to fill in places and words. What comes out is
what the renderer would have drawn, to the letter: tests hold it to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

Row = Mapping[str, str | int | float | None]
Look = tuple[str | int | float | None, ...]
PLACE = ("x", "y", "x2", "y2", "text")
"""What a row says beside its look."""
GROUPS = {"rule": "rule", "symbol": "point", "text": "words"}
"""The renderer's word for the group that holds each mark."""
_GROUP = re.compile(r'<g class="mark-(rule|symbol|text) [^>]*?(?:/>|>(.*?)</g>)', re.DOTALL)
_EMPTY = re.compile(r'<g class="mark-(rule|symbol|text) [^>]*?/>')
_ELEMENT = re.compile(r"<(line|path) [^>]*/>|<text .*?</text>", re.DOTALL)
_WORDS = re.compile(r">0</(text|tspan)>")


@dataclass(frozen=True, slots=True)
class Case:
    """The looks of one chart and width, cast as they are needed.

    `draw` is the renderer: rows in, its SVG out. `plain` is what is done to every piece of such SVG, `number` writes a
    place.
    """

    draw: Callable[[Sequence[Row]], str]
    plain: Callable[[str], str]
    number: Callable[[float], str]
    frames: dict[int, tuple[str, ...]] = field(default_factory=dict)
    looks: dict[Look, str] = field(default_factory=dict)

    def set(self, rows: Sequence[Row]) -> str:
        """The plain SVG of rows that are laid out, those that lie behind first."""
        marks = [row for row in rows if row["mark"] in GROUPS.values()]
        self._cast(row for row in marks if _look(row) not in self.looks)
        filled: dict[str, list[str]] = {mark: [] for mark in GROUPS.values()}
        for row in marks:
            filled[str(row["mark"])].append(self._put(self.looks[_look(row)], row))
        first, *rest = self._frame([row for row in rows if row["mark"] not in GROUPS.values()])
        made = [first]
        for mark, after in zip(rest[::2], rest[1::2], strict=True):
            made += ["<g>", *filled[mark], "</g>"] if filled[mark] else ["<g/>"]
            made.append(after)
        return "".join(made)

    def _frame(self, rest: Sequence[Row]) -> tuple[str, ...]:
        """What stands around the empty groups, and between each two the mark of the group; of what is no mark (steps
        that a picture grows by) only the number counts."""
        if len(rest) not in self.frames:
            before, *pieces = _EMPTY.split(self.draw(rest))
            named = [GROUPS[piece] if number % 2 == 0 else self.plain(piece) for number, piece in enumerate(pieces)]
            self.frames[len(rest)] = (self.plain(before), *named)
        return self.frames[len(rest)]

    def _cast(self, rows: Iterable[Row]) -> None:
        """Have the renderer draw each new look, at nought and with `0` for its words."""
        new = {_look(row): row for row in rows}
        if not new:
            return
        at_nought = [{**row, **dict.fromkeys(PLACE[:4], 0), "text": _noughts(row)} for row in new.values()]
        drawn: dict[str, list[str]] = {mark: [] for mark in GROUPS.values()}
        for name, inside in _GROUP.findall(self.draw(at_nought)):
            drawn[GROUPS[name]] += [one[0] for one in _ELEMENT.finditer(inside)]
        for mark, elements in drawn.items():
            looks = [look for look, row in new.items() if row["mark"] == mark]
            self.looks.update(zip(looks, map(self.plain, elements), strict=True))

    def _put(self, look: str, row: Row) -> str:
        """A look at the place of a row, with its words."""
        x, y = _number(row["x"]), _number(row["y"])
        put = look.replace("translate(0,0)", f"translate({self.number(x)},{self.number(y)})", 1)
        if row["mark"] == "rule":
            for name, to in (("x2", _number(row["x2"]) - x), ("y2", _number(row["y2"]) - y)):
                put = put.replace(f'{name}="0"', f'{name}="{self.number(to)}"', 1)
        if row["mark"] == "words":
            lines = iter(str(row["text"]).split("\n"))
            put = _WORDS.sub(lambda found: f">{escape(next(lines).strip())}</{found[1]}>", put)
        return put


def _look(row: Row) -> Look:
    """All of a row but its place and words; of words only how many lines they have."""
    lines = str(row["text"]).count("\n") if row["mark"] == "words" else 0
    return lines, *(value for name, value in row.items() if name not in PLACE)


def _noughts(row: Row) -> str | None:
    return "\n".join("0" for _ in str(row["text"]).split("\n")) if row["mark"] == "words" else None


def _number(value: str | int | float | None) -> float:
    return float(value or 0)
