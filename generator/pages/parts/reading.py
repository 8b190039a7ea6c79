"""A plan's text as pages show it: provisions, blocks, printed tables, and notes on the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.exports.context import provision_label
from generator.model.passages import opening
from generator.model.plan import PARTS, Block, Plan, PrintedTable, Provision, Repair
from generator.site.urls import URLS
from generator.site.wording import localized, short

from ..page import Link, Words, doc

_TOTAL = re.compile(r"(tổng|cộng)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"[\d.,\s%+\-–]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCell:
    """A cell of a printed table's header, with the cells that the print merged into it."""

    text: str = doc("what is printed")
    across: int = doc("how many columns it covers")
    down: int = doc("how many header rows it covers")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A row of a printed table."""

    cells: tuple[str, ...] = doc("its cells, as printed")
    name: int = doc("the cell that names the row, counted from zero")
    total: bool = doc("whether it is printed as a total")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRows:
    """A printed table, ready to be shown."""

    id: str = doc("its id in the text")
    caption: str = doc("its caption, ours where the print has none")
    head: tuple[tuple[HeadCell, ...], ...] = doc("the header rows")
    rows: tuple[PrintedRow, ...] = doc("the other rows")
    numeric: tuple[int, ...] = doc("the columns that hold numbers, counted from zero")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A printed paragraph, bullet, heading or table."""

    anchor: str = doc("its anchor: `II.3.2-p1`, blocks counted from one")
    kind: str = doc("heading, paragraph, bullet, sub_bullet or table")
    mark: str = doc("the printed mark of a bullet")
    html: str = doc("safe HTML of the words, repaired readings linked to their notes")
    table: PrintedRows | None = doc("the printed table, where it is one", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A provision with its own passages, not its children's."""

    id: str = doc("its id and anchor: `II.3.2`")
    label: str = doc("what to call it: `Mục II.3.2`, `Mở đầu`")
    href: str = doc("its own page")
    depth: int = doc("how deep it stands, from one")
    titled: bool = doc("whether its first passage is a heading")
    passages: tuple[Passage, ...] = doc("its passages in printed order")
    remarks: tuple[str, ...] = doc("what a reader should know about its order or numbering; ours")
    badges: tuple[Link, ...] = doc("how many commitments, targets, … it holds, leading to them", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An entry of a plan's contents, with those under it."""

    href: str = doc("where it leads: an anchor of the page")
    label: str = doc("the printed heading, or our name for a part without one")
    ours: bool = doc("whether the label is our name, not printed words")
    steps: tuple[Step, ...] = doc("the entries under it", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNote:
    """A place where the copy is damaged, or the author slipped."""

    number: int = doc("its number, and its anchor: `ghi-chu-7`")
    provision: str = doc("the provision that it stands in")
    where: str = doc("what to call that provision")
    line: int = doc("the line of the source file")
    printed: str = doc("what the source prints")
    reading: str = doc("how we read it; for a slip of the author, what is probably meant")
    kind: str = doc("encoding, lost_letter, lost_space, extra_space, scan_fault, sic or masked")
    certainty: str = doc("certain or probable")
    why: str = doc("why we read it so, where a reader would ask", "")


def label_of(provision: Provision, words: Words) -> str:
    """What to call a provision, as lists and calendars do."""
    return provision_label(provision.id, words)


def heading_of(provision: Provision, words: Words, length: int = 80) -> str:
    """Its printed heading with its number, or the first words of its text, or our name for it."""
    if provision.id in PARTS and not provision.title:
        return words[f"plan.part.{provision.id}"]
    return short(opening(provision, length), length) or label_of(provision, words)


def clause_of(plan: Plan, provision: Provision, lang: str, words: Words, badges: tuple[Link, ...] = ()) -> Clause:
    """A provision as pages show it."""
    return Clause(
        id=provision.id,
        label=label_of(provision, words),
        href=URLS.provision(plan.id, provision.id),
        depth=provision.depth,
        titled=bool(provision.blocks) and provision.blocks[0].kind == "heading",
        passages=tuple(
            _passage(provision.id, number, block, words) for number, block in enumerate(provision.blocks, start=1)
        ),
        remarks=tuple(localized(note.note, lang) for note in plan.structure if note.provision == provision.id),
        badges=badges,
    )


def notes_of(plan: Plan, repairs: Iterable[Repair], lang: str, words: Words) -> tuple[TextNote, ...]:
    """Notes on a plan's text as pages show them."""
    names = {provision.id: label_of(provision, words) for provision in plan.provisions}
    return tuple(
        TextNote(
            number=repair.number,
            provision=repair.provision,
            where=names.get(repair.provision, ""),
            line=repair.line,
            printed=repair.quote,
            reading=repair.reading,
            kind=repair.kind,
            certainty=repair.certainty,
            why=localized(repair.why, lang),
        )
        for repair in repairs
    )


def contents_of(plan: Plan, words: Words) -> tuple[Step, ...]:
    """A plan's contents: what has a heading of its own, and every part of the highest rank."""
    shown = [provision for provision in plan.provisions if provision.title or provision.depth == 1]
    inside = {provision.id for provision in shown}

    def under(parent: str | None) -> tuple[Step, ...]:
        return tuple(
            Step(
                href=f"#{provision.id}",
                label=heading_of(provision, words),
                ours=provision.id in PARTS and not provision.title,
                steps=under(provision.id),
            )
            for provision in shown
            if (provision.parent if provision.parent in inside else None) == parent
        )

    return under(None)


def _passage(provision: str, number: int, block: Block, words: Words) -> Passage:
    table = printed_rows(block.table, words) if block.table else None
    return Passage(anchor=f"{provision}-p{number}", kind=block.kind, mark=block.mark, html=block.html, table=table)


def printed_rows(table: PrintedTable, words: Words) -> PrintedRows:
    """A printed table ready to be shown: merged header cells, the cell that names each row, columns of numbers."""
    head, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    columns = range(max((len(row) for row in table.rows), default=0))
    worded = [sum(_NUMERIC.fullmatch(cell) is None for cell in _column(rows, at)) for at in columns]
    name = max(columns, key=lambda at: worded[at], default=0)
    return PrintedRows(
        id=table.id,
        caption=words["plan.table_caption"],
        head=merged(tuple(row + ("",) * (len(columns) - len(row)) for row in head)),
        rows=tuple(_row(row, name) for row in rows),
        numeric=tuple(at for at in columns if not worded[at]),
    )


def _row(cells: tuple[str, ...], name: int) -> PrintedRow:
    """A row with the cell that names it: that of the naming column, or the first that says something."""
    at = name if name < len(cells) and cells[name] else next((at for at, cell in enumerate(cells) if cell), 0)
    return PrintedRow(cells=cells, name=at, total=bool(cells) and _TOTAL.match(cells[at]) is not None)


def _column(rows: tuple[tuple[str, ...], ...], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row)]


def merged(head: tuple[tuple[str, ...], ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """Header rows with their merged cells: an empty cell continues the one to its left, or the one above it.

    A cell of the last row covers one column; one above it covers the empty cells to its right, then those below.
    """
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[HeadCell, ...]] = []
    for at, row in enumerate(head):
        cells: list[HeadCell] = []
        for start, text in enumerate(row):
            if (at, start) in taken:
                continue
            end = start + 1
            while at < len(head) - 1 and text and end < len(row) and not row[end]:
                end += 1
            below = at + 1
            while text and below < len(head) and not any(head[below][start:end]):
                below += 1
            taken |= {(y, x) for y in range(at, below) for x in range(start, end)}
            cells.append(HeadCell(text=text, across=end - start, down=below - at))
        rows.append(tuple(cells))
    return tuple(rows)
