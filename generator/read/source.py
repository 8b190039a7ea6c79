"""A plan's source.txt to the lines that its text must have: furniture off, repairs applied, layout followed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.diagnostic import Diagnostic, Phrase, Span
from generator.model.grouping import grouped
from generator.model.plan import Repair

from .markdown import noted, unnoted
from .notes import Notes, bad_lines
from .text import fold


@dataclass(frozen=True, slots=True)
class Expected:
    """A line that the text must have. `lines` are of source.txt, `marked` carries the notes, `key` is bare words."""

    lines: tuple[int, ...]
    marked: str
    key: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of a source line, and what stands in its place."""

    start: int
    end: int
    instead: str
    at: Span
    quote: str


def expected_lines(source: str, notes: Notes) -> tuple[list[Expected], list[Diagnostic]]:
    """The lines of the text as the source and its notes give them, in reading order; blank ones are left out."""
    raw = source.split("\n")
    found: list[Diagnostic] = []
    away = {
        n
        for furniture in notes.furniture
        if furniture.quote is None
        for n in range(furniture.first, furniture.last + 1)
    }
    cuts = grouped([*_furniture(raw, notes, found), *_repairs(raw, notes, away, found)])
    marked = {n: _mended(n, words, cuts.get(n, ()), found) for n, words in enumerate(raw, 1) if n not in away}
    expected = []
    for numbers in _reading_order(len(raw), notes, found):
        words = " ".join(marked[n] for n in numbers if n in marked)
        key = fold(unnoted(words))
        if key:
            expected.append(Expected(numbers, words, key))
    return expected, found


def _furniture(raw: list[str], notes: Notes, found: list[Diagnostic]) -> Iterator[tuple[int, _Cut]]:
    for index, furniture in enumerate(notes.furniture):
        if furniture.quote is None:
            continue
        at = notes.source.at(f"furniture.{index}.quote")
        places = _places(raw[furniture.first - 1], furniture.quote)
        if len(places) != 1 or furniture.first != furniture.last:
            found.append(
                Diagnostic("furniture-not-found", at, {"quote": furniture.quote, "line": str(furniture.first)})
            )
        else:
            yield furniture.first, _Cut(places[0], places[0] + len(furniture.quote), "", at, furniture.quote)


def _repairs(raw: list[str], notes: Notes, away: set[int], found: list[Diagnostic]) -> Iterator[tuple[int, _Cut]]:
    for repair in notes.repairs:
        index = repair.number - 1
        at = notes.source.at(f"repairs.{index}.quote")
        if not 1 <= repair.line <= len(raw):
            at = notes.source.at(f"repairs.{index}.line")
            found.append(bad_lines(at, str(repair.line), Phrase("lines.range"), len(raw)))
            continue
        words = raw[repair.line - 1]
        places = _places(words, repair.quote)
        values = {"quote": repair.quote, "line": str(repair.line)}
        if repair.line in away:
            found.append(Diagnostic("repair-not-found", at, values | {"guess": Phrase("line-is-furniture")}))
        elif not places:
            found.append(Diagnostic("repair-not-found", at, values | {"guess": _elsewhere(raw, repair)}))
        elif len(places) > 1:
            found.append(Diagnostic("repair-ambiguous", at, values | {"times": str(len(places))}))
        elif repair.reading == repair.quote:
            found.append(Diagnostic("repair-changes-nothing", at, values))
        else:
            instead = repair.quote if repair.kind == "sic" else repair.reading
            yield (
                repair.line,
                _Cut(places[0], places[0] + len(repair.quote), noted(instead, repair.number), at, repair.quote),
            )


def _places(words: str, quote: str) -> list[int]:
    """Where a quote begins in a line, overlapping places too."""
    places: list[int] = []
    start = words.find(quote) if quote else -1
    while start >= 0:
        places.append(start)
        start = words.find(quote, start + 1)
    return places


def _elsewhere(raw: list[str], repair: Repair) -> Phrase:
    """What to do about a quote that is not in its line: the one line that has it, or what the line says."""
    lines = [number for number, words in enumerate(raw, 1) if repair.quote and repair.quote in words]
    if len(lines) == 1:
        return Phrase("quote-in-line", str(lines[0]))
    return Phrase("line-holds", fold(raw[repair.line - 1]))


def _mended(number: int, words: str, cuts: tuple[_Cut, ...], found: list[Diagnostic]) -> str:
    """A source line with its furniture cut out and its readings put in."""
    pieces: list[str] = []
    end = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if cut.start < end:
            found.append(Diagnostic("repair-overlap", cut.at, {"quote": cut.quote, "line": str(number)}))
            continue
        pieces += (words[end : cut.start], cut.instead)
        end = cut.end
    return "".join((*pieces, words[end:]))


def _reading_order(total: int, notes: Notes, found: list[Diagnostic]) -> Iterator[tuple[int, ...]]:
    """The numbers of the source's lines, in the order in which they are read; lines that a page breaks go together."""
    joined = {layout.lines[0]: layout.lines for layout in notes.layout if layout.kind == "page_break"}
    rest = {number for lines in joined.values() for number in lines[1:]}
    moved = grouped(
        (layout.after, line)
        for layout in notes.layout
        if layout.kind == "columns" and layout.after is not None
        for line in layout.lines
    )
    gone = {number for lines in moved.values() for number in lines}
    for index, layout in enumerate(notes.layout):
        if layout.kind == "columns" and not (1 <= (layout.after or 0) <= total and layout.after not in gone | rest):
            at = notes.source.at(f"layout.{index}.after")
            found.append(bad_lines(at, str(layout.after), Phrase("lines.after"), total))
    for number in range(1, total + 1):
        if number not in gone and number not in rest:
            yield joined.get(number, (number,))
        for late in moved.get(number, ()):
            yield joined.get(late, (late,))
