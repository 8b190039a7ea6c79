"""notes.yaml to what it says about a text: repairs, furniture, layout, structure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from generator.model.diagnostic import Diagnostic, Phrase, Source, Span
from generator.model.plan import Furniture, FurnitureKind, Layout, Repair, StructureNote
from generator.model.records import Text

from .decode import Shape, decode
from .nodes import Document

_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFurniture:
    """Furniture as authors write it: its lines as words."""

    lines: str
    kind: FurnitureKind
    note: Text
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLayout:
    """Layout as authors write it: its lines as words."""

    kind: Literal["columns", "page_break"]
    lines: str
    after: int | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    repairs: tuple[Repair, ...] = ()
    furniture: tuple[WrittenFurniture, ...] = ()
    layout: tuple[WrittenLayout, ...] = ()
    structure: tuple[StructureNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All that notes.yaml says. `source` knows where each entry is written (`repairs.3.quote`)."""

    repairs: tuple[Repair, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    layout: tuple[Layout, ...] = ()
    structure: tuple[StructureNote, ...] = ()
    source: Source = field(default_factory=lambda: Source(""))


NOTES = Shape(_Written, "notes", frozenset(("repairs.number", "repairs.provision")))


def read_notes(document: Document, source: str) -> tuple[Notes | None, list[Diagnostic]]:
    """The notes on a source text, with its lines looked up; None where they cannot be read."""
    if document.value is None:
        return Notes(source=document.source), []
    written, found = decode(NOTES, document)
    if written is None:
        return None, found
    raw = source.split("\n")
    at = document.source.at
    furniture: list[Furniture] = []
    layout: list[Layout] = []
    taken: set[int] = set()
    for index, piece in enumerate(written.furniture):
        numbers = parse_lines(piece.lines)
        problem = _problem(numbers, raw) or (None if piece.quote is not None else _twice(numbers, taken))
        if problem is None and numbers[-1] - numbers[0] + 1 != len(numbers):
            problem = Phrase("lines.form")
        if problem:
            found.append(bad_lines(at(f"furniture.{index}.lines"), piece.lines, problem, len(raw)))
        else:
            words = piece.quote if piece.quote is not None else "\n".join(raw[numbers[0] - 1 : numbers[-1]])
            furniture.append(
                Furniture(
                    first=numbers[0], last=numbers[-1], kind=piece.kind, note=piece.note, quote=piece.quote, text=words
                )
            )
    for index, entry in enumerate(written.layout):
        numbers = parse_lines(entry.lines)
        problem = _problem(numbers, raw) or _twice(numbers, taken)
        if problem is None and entry.kind == "columns" and (entry.after is None or entry.after in numbers):
            problem = Phrase("lines.after")
        if problem:
            found.append(bad_lines(at(f"layout.{index}.lines"), entry.lines, problem, len(raw)))
        else:
            layout.append(Layout(kind=entry.kind, lines=numbers, after=entry.after, note=entry.note))
    repairs = tuple(_numbered(written.repairs))
    return (
        Notes(
            repairs=repairs,
            furniture=tuple(furniture),
            layout=tuple(layout),
            structure=written.structure,
            source=document.source,
        ),
        found,
    )


def parse_lines(written: str) -> tuple[int, ...]:
    """The numbers that `5`, `183-200` or `62,65,79-81` name; none where it is not in this form."""
    numbers: list[int] = []
    for piece in written.split(","):
        match = _RANGE.match(piece.strip())
        if match is None:
            return ()
        first, last = int(match[1]), int(match[2] or match[1])
        if last - first > 100_000:
            return ()
        numbers += range(first, last + 1)
    return tuple(numbers)


def _problem(numbers: tuple[int, ...], raw: list[str]) -> Phrase | None:
    if not numbers:
        return Phrase("lines.form")
    if numbers[0] < 1 or numbers[-1] > len(raw):
        return Phrase("lines.range")
    if any(second <= first for first, second in pairwise(numbers)):
        return Phrase("lines.order")
    return None


def _twice(numbers: tuple[int, ...], taken: set[int]) -> Phrase | None:
    again = next((number for number in numbers if number in taken), None)
    taken.update(numbers)
    return None if again is None else Phrase("lines.twice", str(again))


def bad_lines(at: Span, lines: str, problem: Phrase, total: int) -> Diagnostic:
    """Numbers of lines that are not in order, or not in a source of `total` lines."""
    return Diagnostic("bad-lines", at, {"lines": lines, "problem": problem, "total": str(total)})


def _numbered(repairs: tuple[Repair, ...]) -> Iterator[Repair]:
    for number, repair in enumerate(repairs, 1):
        yield replace(repair, number=number)
