"""A plan's text.md to its printed lines, with our three marks taken off: headings, ids, table fences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.diagnostic import Diagnostic, Phrase, Span

_HEADING = re.compile(r"#{1,4}[ ]+(?P<words>.*?)[ ]*(?:\{#(?P<id>[^{}]*)\})?[ ]*\Z")
_OPENING = re.compile(r"[ ]*\{#(?P<id>[^{}]*)\}[ ]*")
_FENCE = re.compile(r"```table[ ]+(?P<id>[a-z0-9-]+)[ ]+(?P<header>\d{1,3})[ ]*\Z")
_MARK = re.compile(r"\{#[^{}]*\}?")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: what text.md says for it, without our marks.

    `number` is of text.md, `start` the columns before `words`. `id` opens a provision. `begins` tells that it cannot go
    on the paragraph before it. `table` is the id of the table that it is a row of, `header` its number of header rows.
    """

    number: int
    kind: Literal["heading", "words", "row"]
    words: str
    start: int = 0
    id: str | None = None
    begins: bool = False
    table: str = ""
    header: int = 0


def fold(words: str) -> str:
    """Words with each run of white space as one space, and none at the ends."""
    return " ".join(words.split())


def cells(row: str) -> list[str]:
    """The cells of a row that tabs part; empty ones at its end are dropped, as editors of text drop them."""
    found = [fold(cell) for cell in row.split("\t")]
    while found and not found[-1]:
        found.pop()
    return found


def read_lines(text: str, file: str) -> tuple[list[Line], list[Diagnostic]]:
    """The printed lines of text.md in order, and what is wrong with our marks."""
    found: list[Diagnostic] = []
    return list(_lines(text, file, found)), found


def _lines(text: str, file: str, found: list[Diagnostic]) -> Iterator[Line]:
    begins, table, tables = True, None, set[str]()
    opening, rows = 0, 0
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.startswith("```"):
            if table is None:
                fence = _FENCE.match(raw)
                if fence is None:
                    problem = Phrase("table.opening", raw.strip(chr(96)))
                    found.append(Diagnostic("bad-table", Span(file, number), {"problem": problem}))
                elif fence["id"] in tables:
                    found.append(
                        Diagnostic("bad-table", Span(file, number), {"problem": Phrase("table.twice", fence["id"])})
                    )
                table = (fence["id"], int(fence["header"])) if fence else ("", 0)
                tables.add(table[0])
                opening, rows = number, 0
            else:
                if rows < table[1]:
                    problem = Phrase("table.header", str(rows))
                    found.append(Diagnostic("bad-table", Span(file, opening), {"problem": problem}))
                table = None
            begins = True
        elif not raw.strip():
            begins = True
        elif table is not None:
            rows += 1
            yield Line(number, "row", raw, table=table[0], header=table[1])
        else:
            line = _line(number, raw, begins, file, found)
            begins = line.kind == "heading"
            yield line
    if table is not None:
        found.append(Diagnostic("bad-table", Span(file, opening), {"problem": Phrase("table.open")}))


def _line(number: int, raw: str, begins: bool, file: str, found: list[Diagnostic]) -> Line:
    heading = _HEADING.match(raw)
    if heading:
        line = Line(number, "heading", heading["words"], heading.start("words"), heading["id"], True)
        if line.id is None and not _MARK.search(line.words):
            found.append(Diagnostic("heading-without-id", Span(file, number, len(raw) + 1), {"mark": "{#…}"}))
    else:
        opening = _OPENING.match(raw)
        start = opening.end() if opening else 0
        words = raw[start:]
        begins = begins or opening is not None or words.startswith(("- ", "+ "))
        line = Line(number, "words", words, start, opening["id"] if opening else None, begins)
    stray = _MARK.search(line.words)
    if stray or not line.words:
        at = Span(file, number, line.start + stray.start() + 1 if stray else 1)
        found.append(Diagnostic("misplaced-id", at, {"mark": stray.group() if stray else raw.strip()}))
    return line
