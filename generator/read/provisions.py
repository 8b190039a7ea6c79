"""A plan's lines to its provisions: each with its id, number, title, parent and blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model.diagnostic import Diagnostic, Span
from generator.model.filenames import is_reserved
from generator.model.grouping import grouped
from generator.model.plan import PARTS, Block, BlockKind, PrintedTable, Provision, StructureNote

from .markdown import inline, notes_of, plain, whole_in_cells
from .source import Expected
from .text import Line, cells, fold

_ID = re.compile(r"[0-9A-Za-zĐđ]{1,8}(?:-\d+)?\Z")
_NUMBER = re.compile(
    r"(?:(?:Điều|Phần|Chương|Mục|Khoản|Điểm|Phụ lục)\s+)?\(?"
    r"(?P<core>\d+(?:\.\d+)*|[IVXLC]+|[ivxlc]+|[A-Za-zĐđ])(?:[.)/:–-]+|(?=\s))"
)
_BULLET = re.compile(r"(?P<before>[\ufdd0-\ufddb]*)(?P<mark>[-+])\s+(?P<rest>.*)\Z", re.DOTALL)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")


@dataclass(slots=True)
class _Open:
    """A provision that is being read."""

    id: str
    at: Span
    blocks: list[Block] = field(default_factory=list)
    printed: str = ""  # the words of its first line
    titled: bool = False


@dataclass(slots=True)
class _Text:
    """What has been read of a text."""

    file: str
    found: list[Diagnostic]
    provisions: list[_Open] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)


def read_provisions(
    lines: list[tuple[Line, Expected | None]], structure: tuple[StructureNote, ...], file: str, marks_right: bool = True
) -> tuple[tuple[Provision, ...], dict[int, str], list[Diagnostic]]:
    """The provisions of a text in printed order, the provision that each note stands in, and what is wrong with ids.

    Where a mark is wrong (`marks_right` is False), a provision may lack for it, and what it leaves open is not told.
    """
    text = _Text(file, [])
    for block in _blocks(lines):
        first = block[0][0]
        if first.id is not None:
            text.provisions.append(_Open(first.id, Span(file, first.number, first.start + 1)))
        elif not text.provisions:
            text.found.append(Diagnostic("text-before-provision", Span(file, first.number), {"mark": "{#dau-van-ban}"}))
            text.provisions.append(_Open("", Span(file, first.number)))
        provision = text.provisions[-1]
        made = _table(block) if first.kind == "row" else _words(block)
        if not provision.blocks:
            provision.printed, provision.titled = made.text, made.kind == "heading"
        provision.blocks.append(made)
        for _, expected in block:
            text.notes.update(dict.fromkeys(notes_of(expected.marked), provision.id) if expected else {})
    explained = {note.provision for note in structure}
    provisions = tuple(
        _provision(order, provision, text) for order, provision in enumerate(text.provisions) if provision.id
    )
    text.found += _wrong_ids(provisions, text.provisions, explained, marks_right)
    if marks_right and not text.found:  # a gap that a wrong id makes is not told again
        text.found += _gaps(provisions, explained)
    return provisions, text.notes, text.found


def _blocks(lines: list[tuple[Line, Expected | None]]) -> Iterator[list[tuple[Line, Expected | None]]]:
    """The lines of each block: a heading, a paragraph, a bullet, or a table."""
    block: list[tuple[Line, Expected | None]] = []
    for pair in lines:
        line = pair[0]
        same_table = bool(block) and line.kind == "row" and block[-1][0].table == line.table
        if block and not same_table and (line.begins or line.kind == "row" or block[-1][0].kind == "row"):
            yield block
            block = []
        block.append(pair)
    if block:
        yield block


def _words(block: list[tuple[Line, Expected | None]]) -> Block:
    marked = "\n".join(fold(expected.marked if expected else line.words) for line, expected in block)
    numbers = tuple(number for _, expected in block if expected for number in expected.lines)
    if block[0][0].kind == "heading":
        return Block(kind="heading", text=plain(marked), html=inline(marked), lines=numbers)
    bullet = _BULLET.match(marked)
    kind: BlockKind = "paragraph"
    if bullet:
        kind = "bullet" if bullet["mark"] == "-" else "sub_bullet"
        marked = bullet["before"] + bullet["rest"]
    return Block(
        kind=kind, text=plain(marked), html=inline(marked), mark=bullet["mark"] if bullet else "", lines=numbers
    )


def _table(block: list[tuple[Line, Expected | None]]) -> Block:
    """A printed table: its rows as strings, and the same as HTML with notes."""
    marked = [cells(whole_in_cells(expected.marked if expected else line.words)) for line, expected in block]
    width = max(len(row) for row in marked)
    marked = [row + [""] * (width - len(row)) for row in marked]
    header = block[0][0].header
    head = "".join(_row(row, "th") for row in marked[:header])
    body = "".join(_row(row, "td") for row in marked[header:])
    rows = tuple(tuple(plain(cell) for cell in row) for row in marked)
    lines = tuple(expected.lines[0] for _, expected in block if expected)
    return Block(
        kind="table",
        text="\n".join("\t".join(row) for row in rows),
        html=f"<table><thead>{head}</thead><tbody>{body}</tbody></table>",
        lines=lines,
        table=PrintedTable(id=block[0][0].table, header_rows=header, rows=rows, lines=lines),
    )


def _row(row: list[str], tag: str) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return f"<tr>{''.join(f'<{tag}{scope}>{inline(cell)}</{tag}>' for cell in row)}</tr>"


def _provision(order: int, opened: _Open, text: _Text) -> Provision:
    number = None if opened.id in PARTS else _NUMBER.match(opened.printed)
    rest = opened.printed[number.end() :] if number else opened.printed
    return Provision(
        id=opened.id,
        number_printed=number.group() if number else None,
        title=fold(rest) or None if opened.titled else None,
        parent=opened.id.rpartition(".")[0] or None,
        order=order,
        blocks=tuple(opened.blocks),
        at=opened.at,
    )


def _wrong_ids(
    provisions: tuple[Provision, ...], opened: list[_Open], explained: set[str], marks_right: bool
) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for provision, raw in zip(provisions, (raw for raw in opened if raw.id), strict=True):
        id, at = provision.id, provision.at
        names = id.split(".")
        written = all(_ID.match(name) for name in names[1:]) and (names[0] in PARTS or _ID.match(names[0]))
        if not written or is_reserved(id):
            yield Diagnostic("bad-provision-id", at, {"id": id, "parts": ", ".join(f"`{part}`" for part in PARTS)})
            continue
        if id in seen:
            yield Diagnostic("duplicate-provision", at, {"id": id, "first": str(seen[id])})
            continue
        if provision.parent and provision.parent not in seen:
            if marks_right:
                yield Diagnostic("missing-parent", at, {"id": id, "parent": provision.parent})
            seen[provision.parent] = at.line
        seen[id] = at.line
        if marks_right and names[-1] not in PARTS and id not in explained and not _agrees(names, raw.printed):
            yield Diagnostic("number-mismatch", at, {"id": id, "printed": provision.number_printed or raw.printed})


def _agrees(names: list[str], printed: str) -> bool:
    """Whether an id's last numbers are the printed ones: `II.3.2` and `3.2.`, `E.5.1` and `(1)`."""
    number = _NUMBER.match(printed)
    core = number["core"].split(".") if number else []
    return bool(core) and [_bare(name) for name in names[-len(core) :]] == core


def _bare(name: str) -> str:
    """A number of an id without the suffix that tells a repeated one."""
    return name.partition("-")[0]


def _gaps(provisions: tuple[Provision, ...], explained: set[str]) -> Iterator[Diagnostic]:
    siblings = grouped((provision.parent, provision) for provision in provisions if provision.id not in PARTS)
    for parent, group in siblings.items():
        names = [_bare(provision.id.rpartition(".")[2]) for provision in group]
        expected = 1
        for provision, before, place in zip(group, [None, *group], _ordinals(names), strict=False):
            if place is not None and place != expected and provision.id not in explained:
                values = {"id": provision.id, "before": before.id if before else (parent or "…")}
                yield Diagnostic("unrecorded-gap", provision.at, values)
            expected = (expected if place is None else place) + 1


def _ordinals(names: list[str]) -> list[int | None]:
    """The place of each name in its own way of counting: digits, Roman numerals, or letters.

    Lists of letters have `đ` or leave it out, and some have the letters that Vietnamese lacks: what fits best is meant.
    """
    if all(set(name.lower()) <= _ROMAN.keys() for name in names) and names[0].lower() == "i":
        return [_roman(name.lower()) for name in names]
    letters = [name.lower() for name in names if not name.isdigit()]
    order = min(
        _ALPHABETS,
        key=lambda alphabet: sum(alphabet.find(b) - alphabet.find(a) != 1 for a, b in pairwise(letters)),
    )
    return [int(name) if name.isdigit() else (order.find(name.lower()) + 1 or None) for name in names]


def _roman(name: str) -> int:
    digits = [_ROMAN[letter] for letter in name]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
