"""The lists of a plan's folder: what its text aims at, spends, lays on whom, names and promises."""

from collections.abc import Iterator
from functools import partial
from typing import Any, TypeVar

from generator.model.diagnostic import Diagnostic, Source, Span
from generator.model.duties import Citation, Commitment, Criterion, NoDuty, PolicyMention, Relation, ReportingDuty
from generator.model.plan import Amount, Target

from .decode import Shape, decode_list
from .files import Folder, document, is_name
from .kept import kept
from .printed import deadline_as_printed, written_as_printed

Value = TypeVar("Value")
_Entry = tuple[Value, dict[str, Span]]  # with the places of its own fields

LISTS = {
    "targets": Shape(Target, "target"),
    "amounts": Shape(Amount, "amount"),
    "commitments": Shape(Commitment, "commitment"),
    "criteria": Shape(Criterion, "criterion"),
    "reporting": Shape(ReportingDuty, "report"),
    "citations": Shape(Citation, "citation"),
    "policies": Shape(PolicyMention, "mention"),
    "relations": Shape(Relation, "relation"),
    "no_duty": Shape(NoDuty, "no-duty"),
}
_LONGEST = 60  # letters of an id inside a plan, whose own id stands before it in an address
_SAME_IDS = {"criteria": ("commitments",), "reporting": ("commitments", "criteria")}
"""Lists whose ids a list may not use again: criteria have their addresses among commitments, reports are duties too."""

NAMES = frozenset(LISTS)
"""The fields of a plan that are read from lists of their own."""
FILES = tuple(f"{name.replace('_', '-')}.yaml" for name in LISTS)
"""The files that hold them."""


def read_lists(folder: Folder, path: str) -> tuple[dict[str, Any], dict[str, Span]]:
    """The lists of a plan's folder by field, and where each of their fields stands; mistakes go to the folder.

    Entries that have an id are named by it (`commitments.ck-001.quote`), others by their place (`citations.3.printed`).
    """
    lists: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    for (name, shape), file in zip(LISTS.items(), FILES, strict=True):
        lists[name] = _list(folder, f"{path}/{file}", name, shape, spans)
    return lists, spans


def _list(folder: Folder, file: str, name: str, shape: Shape, spans: dict[str, Span]) -> tuple[Any, ...]:
    """The entries of one list, if there are any."""
    if not folder.exists(file):
        return ()
    entries: list[Any] = []
    read = kept(folder, file, list[_Entry[shape.cls]], partial(_read, file=file, shape=shape))  # type: ignore[name-defined]
    for entry, own in read:
        id = getattr(entry, "id", None)
        if id is not None and not _good_id(folder, name, id, Source(file, own), spans):
            continue
        at = f"{name}.{len(entries) if id is None else id}"
        entries.append(entry)
        spans.update({f"{at}.{key}".rstrip("."): span for key, span in own.items()})
    return tuple(entries)


def _read(folder: Folder, file: str, shape: Shape) -> list[_Entry[Any]]:
    written = document(folder, file)
    if written is None:
        return []
    pairs, found = decode_list(shape, written)
    folder.found.extend(found)
    for entry, part in pairs:
        folder.found.extend(_as_printed(entry, part.source))
    return [(entry, dict(part.source.spans)) for entry, part in pairs]


def _good_id(folder: Folder, name: str, id: str, source: Source, spans: dict[str, Span]) -> bool:
    """Whether an entry's id is one, and no other's."""
    if not is_name(id, _LONGEST):
        folder.wrong("bad-name", source.at("id"), name=id)
        return False
    for list_name in (name, *_SAME_IDS.get(name, ())):
        if f"{list_name}.{id}" in spans:
            first = spans[f"{list_name}.{id}"]
            folder.wrong("duplicate-id", source.at("id"), id=id, first=f"{first.file}:{first.line}")
            return False
    return True


def _as_printed(entry: Any, source: Source) -> Iterator[Diagnostic]:
    """Numbers and days of an entry that are not the printed ones."""
    if isinstance(entry, Target | Amount):
        yield from written_as_printed(source, "value", entry.value, entry.value_printed)
    elif isinstance(entry, Commitment | Criterion | ReportingDuty) and entry.deadline is not None:
        yield from deadline_as_printed(source, "deadline", entry.deadline)
