"""The parts of a document to `text.md` and `notes.yaml`: each line once, in reading order, nothing of it changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from generator.read.text import fold

from .marks import Mark, Numbering
from .shape import Away, Part, Shape, words_of

Kind = Literal["heading", "words", "row"]
IDS: tuple[tuple[Part, str], ...] = (
    ("head", "dau-van-ban"), ("title", "tieu-de"), ("opening", "mo-dau"), ("body", ""), ("closing", "ket-thuc"),
    ("recipients", "noi-nhan"), ("sign", "ky"), ("annex", "phu-luc"),
)  # fmt: skip
_BULLET = re.compile(r"[-+•*–▪]\s+")
_ENDED = re.compile(r"[.;:!?…]\W*\Z")
_LONGEST_HEADING = 170


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed paragraph, bullet, heading or row: its lines, its words, and the provision that it stands in.

    `opens` is true of the first of a provision; `joined` where a page breaks its line.
    """

    lines: tuple[int, ...]
    words: str
    kind: Kind
    provision: str
    opens: bool = False
    joined: bool = False
    rows: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A document read: its passages in reading order, and what its layout and numbering are like."""

    passages: list[Passage] = field(default_factory=list)
    odd: list[Mark] = field(default_factory=list)


def passages_of(lines: Sequence[str], shape: Shape) -> Draft:
    """The passages of a document."""
    cut = {number: _without(lines[number - 1], number, shape.away) for number in shape.parts}
    draft = Draft()
    wrapped = _is_wrapped(lines)
    for part, id in IDS:
        numbers = [number for number in shape.of(part) if fold(cut[number])]
        if part == "body":
            _body(numbers, cut, wrapped, draft)
        else:
            _named(part, id, numbers, cut, wrapped, draft)
    return draft


def _without(line: str, number: int, away: list[Away]) -> str:
    for piece in away:
        if piece.quote and piece.first == number:
            line = line.replace(piece.quote, "", 1)
    return line


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a paragraph runs over several lines, as in what a PDF gives."""
    lengths = [len(line.strip()) for line in lines if line.strip() and "\t" not in line]
    return bool(lengths) and max(lengths) < 180 and median(lengths) > 40 and len(lengths) > 20


def _named(part: Part, id: str, numbers: list[int], cut: dict[int, str], wrapped: bool, draft: Draft) -> None:
    """A part that prints no number. Its lines stand each for itself, but those of running words."""
    for place, group in enumerate(
        _paragraphs(numbers, cut, wrapped and part in ("opening", "closing"), part == "title")
    ):
        if len(group) == 1 and _is_row(cut[group[0]]) and part == "annex":
            draft.passages.append(Passage((group[0],), cut[group[0]], "row", id, place == 0))
            continue
        heading = part == "title" and place == 0 and len(group) == 1
        words = "\n".join(fold(cut[number]) for number in group)
        draft.passages.append(Passage(tuple(group), words, "heading" if heading else "words", id, place == 0))


def _paragraphs(numbers: list[int], cut: dict[int, str], running: bool, title: bool) -> Iterator[list[int]]:
    group: list[int] = []
    for number in numbers:
        whole = not group or number > group[-1] + 1 or _BULLET.match(fold(cut[number])) is not None
        if title and group:
            whole = number > group[-1] + 1 or (len(group) == 1 and group[0] == numbers[0])
        if group and (whole or not (running or title) or (running and _ENDED.search(cut[group[-1]]))):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _body(numbers: list[int], cut: dict[int, str], wrapped: bool, draft: Draft) -> None:
    """Provisions: what a number opens goes on to the next number."""
    numbering, at = Numbering(), ""
    index = 0
    while index < len(numbers):
        number = numbers[index]
        words = words_of(cut[number])
        if _is_row(cut[number]):
            draft.passages.append(Passage((number,), cut[number], "row", at))
            index += 1
            continue
        mark = numbering.mark(words)
        group = [number]
        index += 1
        while index < len(numbers) and _goes_on(group, numbers[index], cut, wrapped, mark is not None):
            group.append(numbers[index])
            index += 1
        if mark:
            at = mark.id
            if mark.note:
                draft.odd.append(mark)
        joined = len(group) > 1 and any(after > before + 1 for before, after in pairwise(group))
        text = (" " if joined else "\n").join(fold(cut[n]) for n in group)
        heading = bool(mark) and len(group) == 1 and _is_heading(words, mark.rest if mark else "")
        draft.passages.append(Passage(tuple(group), text, "heading" if heading else "words", at, bool(mark), joined))


def _goes_on(group: list[int], number: int, cut: dict[int, str], wrapped: bool, marked: bool) -> bool:
    """Whether a line goes on with the paragraph before it: in wrapped text, and where a page broke a line."""
    before, line = fold(cut[group[-1]]), words_of(cut[number])
    if _BULLET.match(line) or _is_row(cut[number]) or Numbering().mark(line) or _ENDED.search(before):
        return False
    if number == group[-1] + 1:
        return wrapped and (line[:1].islower() or len(before) > 55)
    small = (line[:1].islower() and not line.startswith(tuple("abcdđegh"))) or bool(re.match(r"[a-zà-ỹđ]{2,}", line))
    return small and len(before) > 60


def _is_row(line: str) -> bool:
    """Whether a line is a row of figures: at least three cells that tabs part."""
    return line.strip("\n").count("\t") >= 2 and len(fold(line.replace("\t", " "))) > 0


def _is_heading(words: str, rest: str) -> bool:
    plain = rest.strip()
    if not plain or len(words) > _LONGEST_HEADING or re.search(r"[.;,]\s*\Z", plain):
        return False
    return re.search(r":\s*\S", plain) is None


def written(draft: Draft) -> str:
    """`text.md` of a draft."""
    found: list[str] = []
    table = 0
    for place, passage in enumerate(draft.passages):
        before = draft.passages[place - 1] if place else None
        follows = before is not None and before.kind == "row" and passage.kind == "row"
        if before and before.kind == "row" and not follows:
            found.append("```")
        if passage.kind == "row":
            if not follows:
                table += 1
                rows = [row for row in draft.passages[place:] if row.kind == "row"]
                found += ["", f"```table bang-{table} {_header(rows)}"]
            found.append(passage.words.rstrip())
            continue
        mark = f" {{#{passage.provision}}}" if passage.opens else ""
        if passage.kind == "heading":
            depth = 1 if passage.provision == "tieu-de" else min(4, passage.provision.count(".") + 2)
            found += ["", f"{'#' * depth} {passage.words}{mark}", ""]
            continue
        bullets = [beside is not None and re.match(r"[-+] ", beside.words) is not None for beside in (before, passage)]
        if not (all(bullets) and before and before.kind == "words" and not passage.opens):
            found.append("")
        found += [f"{mark.strip()} {passage.words}".strip()]
    if draft.passages and draft.passages[-1].kind == "row":
        found.append("```")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip("\n") + "\n"


def _header(rows: list[Passage]) -> int:
    """How many rows head a table: those before the first that begins with a number."""
    first = next((place for place, row in enumerate(rows) if re.match(r"\s*\d+\s*[.)]?\t", row.words)), 1)
    return max(1, min(first, 4))
