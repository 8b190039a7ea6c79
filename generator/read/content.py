"""Every record under content/: one file a record, one class a folder, and pages of prose in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model.diagnostic import Source, Span
from generator.model.duties import Assessment, Evidence, Policy, Procedure, Search
from generator.model.law import Act
from generator.model.line_ends import with_line_feeds
from generator.model.maps import Map
from generator.model.records import Agency, Document, Indicator, Prose, Reference, Standard

from . import markdown
from .decode import Shape, decode
from .files import Folder, document
from .kept import kept
from .printed import record_as_printed
from .stored import Texts, read_stored

_RECORDS: Mapping[str, Shape] = {
    "acts": Shape(Act, "act"),
    "agencies": Shape(Agency, "agency"),
    "assessments": Shape(Assessment, "assessment"),
    "documents": Shape(Document, "document"),
    "evidence": Shape(Evidence, "evidence"),
    "indicators": Shape(Indicator, "indicator"),
    "maps": Shape(Map, "map"),
    "policies": Shape(Policy, "policy"),
    "procedures": Shape(Procedure, "procedure"),
    "references": Shape(Reference, "reference"),
    "searches": Shape(Search, "search"),
    "standards": Shape(Standard, "standard"),
}
"""The folders of content/ whose files are records, with what they hold."""


@dataclass(frozen=True, slots=True)
class Content:
    """All records by folder and id, in the order of their ids."""

    texts: Texts
    records: Mapping[str, Mapping[str, Any]]
    pages: Mapping[str, Prose]
    handbook: Mapping[str, bytes]


def read_content(folder: Folder, languages: tuple[str, ...]) -> Content:
    """What stands under content/; mistakes go to the folder. No languages are known where site.yaml cannot be read."""
    for entry in folder.entries("content"):
        if entry not in (*_RECORDS, "plans", "pages", "handbook"):
            folder.wrong("unknown-file", Span(f"content/{entry}"), file=f"content/{entry}")
    plans = {id: read_stored(folder, path, id) for id, path in folder.named("content/plans")}
    read = {id: plan for id, plan in plans.items() if plan}
    return Content(
        texts=Texts({id: plan for id, (_, plan) in read.items()}, {id: stored for id, (stored, _) in read.items()}),
        records={name: _kept_records(folder, f"content/{name}", shape) for name, shape in _RECORDS.items()},
        pages=kept(
            folder, "content/pages", dict[str, Prose], partial(_pages, languages=languages), " ".join(languages)
        ),
        handbook=_handbook(folder, "content/handbook"),
    )


def _kept_records(folder: Folder, path: str, shape: Shape) -> dict[str, Any]:
    return kept(folder, path, dict[str, shape.cls], partial(_records, path=path, shape=shape))  # type: ignore[name-defined]


def _records(folder: Folder, path: str, shape: Shape) -> dict[str, Any]:
    records: dict[str, Any] = {}
    for id, file in folder.named(path, ".yaml"):
        written = document(folder, file)
        if written is not None:
            record, found = decode(shape, written, id=id)
            folder.found.extend(found)
            if record is not None:
                folder.found.extend(record_as_printed(record))
                records[id] = record
    return records


def _pages(folder: Folder, languages: tuple[str, ...]) -> dict[str, Prose]:
    """The pages of our own words: `<id>.<lang>.md`, each language's file a part of one page."""
    parts: dict[str, dict[str, tuple[str, markdown.Page]]] = {}
    for id_and_lang, file in folder.named("content/pages", ".md", parts=2):
        id, lang = id_and_lang.split(".")
        if languages and lang not in languages:
            folder.wrong("unknown-language", Span(file), field=file, lang=lang)
            continue
        text = folder.text(file)
        if text is None:
            continue
        page = markdown.page(text)
        for fault in page.faults:
            folder.wrong(fault.code, Span(file, fault.line), link=fault.words, tag=fault.words)
        if not page.title:
            folder.wrong("missing-title", Span(file))
            continue
        parts.setdefault(id, {})[lang] = (file, page)
    return {id: _prose(id, parts[id], languages) for id in sorted(parts)}


def _prose(id: str, pages: Mapping[str, tuple[str, markdown.Page]], languages: tuple[str, ...]) -> Prose:
    order = [lang for lang in languages or sorted(pages) if lang in pages]
    return Prose(
        id=id,
        title={lang: pages[lang][1].title for lang in order},
        html={lang: pages[lang][1].html for lang in order},
        source_of=Source(pages[order[0]][0]),
    )


def _handbook(folder: Folder, path: str, inside: str = "") -> dict[str, bytes]:
    """Every file of the editors' handbook, by its path inside it."""
    files: dict[str, bytes] = {}
    for entry in folder.entries(path):
        if folder.is_folder(f"{path}/{entry}"):
            files |= _handbook(folder, f"{path}/{entry}", f"{inside}{entry}/")
        else:
            data = folder.data(f"{path}/{entry}")
            files |= {f"{inside}{entry}": with_line_feeds(entry, data)} if data is not None else {}
    return files
