"""A plan's folder to a Plan: facts, text, notes, original, targets and amounts."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.diagnostic import Diagnostic, Phrase, Source, Span
from generator.model.line_ends import original as as_recorded
from generator.model.plan import DRAFT, PROPOSED, Plan, Provision, Repair

from .align import align
from .decode import Shape, decode
from .files import Folder, document
from .lists import FILES, NAMES, read_lists
from .notes import Notes, read_notes
from .printed import day_as_printed
from .provisions import read_provisions
from .source import expected_lines
from .text import read_lines

_FILLED = frozenset(("provisions", "repairs", "furniture", "layout", "structure", "source.bytes"))
PLAN = Shape(Plan, "plan", _FILLED | NAMES)
_FILES = ("plan.yaml", "text.md", "notes.yaml", *FILES)


ORIGINAL_LIMIT = 32
"""MiB of an original that is no text."""
MASKED = "(…)"
"""What is told of a mark that is masked: that there is one."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A plan's text as read with its notes."""

    provisions: tuple[Provision, ...]
    repairs: tuple[Repair, ...]
    notes: Notes
    lines: dict[str, Span]  # where each line of the source stands in text.md: `lines.17`


def read_plan(folder: Folder, path: str, id: str) -> Plan | None:
    """The plan in a folder of the project; None where its facts or text cannot be read. Mistakes go to the folder."""
    if any(folder.exists(f"{path}/{name}") for name in (DRAFT, PROPOSED)):
        folder.wrong("still-draft", Span(path), plan=id)
        return None
    facts = document(folder, f"{path}/plan.yaml")
    plan: Plan | None = None
    if facts is not None:
        plan, found = decode(PLAN, facts, id=id)
        folder.found.extend(found)
    original = plan.source.file if plan else "source.txt"
    data: bytes | None = None
    if "/" in original or original in _FILES or not folder.exists(f"{path}/{original}"):
        folder.wrong("missing-file", facts.source.at("source.file") if facts else Span(path), file=original)
    else:
        _strangers(folder, path, (original, plan.source.original if plan else None))
        data = folder.data(f"{path}/{original}")
    if data is not None and plan:
        data = as_recorded(data, plan.source.sha256)
    words = _words(folder, path, original, data)
    lists, spans = read_lists(folder, path)  # whatever else is wrong: all mistakes are told at once
    if plan is None or facts is None or data is None or words is None:
        return None
    folder.found.extend(_dates(plan))
    digest = hashlib.sha256(data).hexdigest()
    if digest != plan.source.sha256:
        folder.wrong("source-hash", facts.source.at("source.sha256"), file=original, found=digest)
    _first_form(folder, path, plan, facts.source)
    return replace(
        plan,
        source=replace(plan.source, bytes=len(data)),
        source_of=Source(facts.source.file, {**words.lines, **words.notes.source.spans, **facts.source.spans, **spans}),
        provisions=words.provisions,
        repairs=words.repairs,
        furniture=words.notes.furniture,
        layout=words.notes.layout,
        structure=words.notes.structure,
        **lists,
    )


def _words(folder: Folder, path: str, original: str, data: bytes | None) -> _Words | None:
    """The text and its notes, walked along the source."""
    source = None if data is None else folder.printed(f"{path}/{original}", data)
    text = folder.text(f"{path}/text.md")
    written = document(folder, f"{path}/notes.yaml")
    if source is None or text is None or written is None:
        return None
    notes, found = read_notes(written, source)
    folder.found.extend(found)
    if notes is None:
        return None
    file = f"{path}/text.md"
    expected, wrong_notes = expected_lines(source, notes)
    lines, wrong_marks = read_lines(text, file)
    pairs, wrong_lines = align(expected, lines, f"{path}/{original}", file)
    provisions, places, wrong_ids = read_provisions(pairs, notes.structure, file, not wrong_marks)
    folder.found.extend([*wrong_notes, *wrong_marks])
    other = {line.at.line for line in wrong_lines}  # words that the source does not have cannot agree with an id
    folder.found.extend(id for id in wrong_ids if id.code != "number-mismatch" or id.at.line not in other)
    if not found:
        folder.found.extend(_not_told(wrong_lines, wrong_notes, wrong_marks))
    repairs = tuple(
        replace(
            repair,
            provision=places.get(repair.number, ""),
            quote=MASKED if repair.kind == "masked" else repair.quote,
        )
        for repair in notes.repairs
    )
    stand = {
        f"lines.{number}": Span(file, line.number, line.start + 1)
        for line, wanted in pairs
        if wanted
        for number in wanted.lines
    }
    return _Words(provisions, repairs, notes, stand)


def _not_told(lines: list[Diagnostic], notes: list[Diagnostic], marks: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The lines that differ, without those that differ because a note or a mark is wrong: one mistake is told once."""
    names = ("line", "guess")
    values = [note.values.get(name, "") for note in notes for name in names]
    noted = {value for value in values if isinstance(value, str)}
    noted |= {value.given for value in values if isinstance(value, Phrase) and value.name == "quote-in-line"}
    marked = {mark.at for mark in marks}
    for line in lines:
        if line.values.get("source") not in noted and not any(at.line == line.at.line for at in marked):
            yield line


def _dates(plan: Plan) -> Iterator[Diagnostic]:
    """Dates of a plan's facts that are not the printed ones."""
    source = plan.source_of
    if plan.date is not None and plan.date_source != "inferred":
        yield from day_as_printed(source, "date", plan.date, plan.date_printed)
    for index, stamp in enumerate(plan.received):
        yield from day_as_printed(source, f"received.{index}.date", stamp.date, stamp.date_printed)
    for index, copy in enumerate(plan.publications):
        yield from day_as_printed(source, f"publications.{index}.date", copy.date, copy.date_printed)


def _first_form(folder: Folder, path: str, plan: Plan, source: Source) -> None:
    """Records an original beside its reading that is not there, or is not the recorded one."""
    original = plan.source.original
    if original is None:
        return
    if "/" in original or original in (*_FILES, plan.source.file) or not folder.exists(f"{path}/{original}"):
        folder.wrong("missing-file", source.at("source.original"), file=original)
    elif data := folder.data(f"{path}/{original}", ORIGINAL_LIMIT):
        digest = hashlib.sha256(data).hexdigest()
        if digest != plan.source.original_sha256:
            folder.wrong("source-hash", source.at("source.original_sha256"), file=original, found=digest)


def _strangers(folder: Folder, path: str, originals: tuple[str | None, ...]) -> None:
    for entry in folder.entries(path):
        if entry not in _FILES and entry not in originals:
            folder.wrong("unknown-file", Span(f"{path}/{entry}"), file=f"{path}/{entry}")
