"""Every record under content/: one file a record, one class a folder, and pages of prose in each language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model.diagnostic import Source, Span
from generator.model.duties import Assessment, Contradiction, Evidence, Policy, Procedure, Search
from generator.model.law import Act
from generator.model.maps import Map
from generator.model.records import Agency, Correction, Document, Indicator, Prose, Reference, Reply, Standard

from . import markdown
from .decode import Shape, decode
from .files import Folder, document, is_name
from .kept import kept
from .printed import record_as_printed
from .stored import Texts, read_stored

RECORDS: Mapping[str, Shape] = {
    "acts": Shape(Act, "act"),
    "agencies": Shape(Agency, "agency"),
    "assessments": Shape(Assessment, "assessment"),
    "contradictions": Shape(Contradiction, "contradiction"),
    "corrections": Shape(Correction, "correction"),
    "documents": Shape(Document, "document"),
    "evidence": Shape(Evidence, "evidence"),
    "indicators": Shape(Indicator, "indicator"),
    "maps": Shape(Map, "map"),
    "policies": Shape(Policy, "policy"),
    "procedures": Shape(Procedure, "procedure"),
    "references": Shape(Reference, "reference"),
    "replies": Shape(Reply, "reply"),
    "searches": Shape(Search, "search"),
    "standards": Shape(Standard, "standard"),
}
"""The folders of content/ whose files are records, with what they hold."""

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


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
        if entry not in (*RECORDS, "plans", "pages", "handbook"):
            folder.wrong("unknown-file", Span(f"content/{entry}"), file=f"content/{entry}")
    plans = {id: read_stored(folder, path, id) for id, path in folder.named("content/plans")}
    read = {id: plan for id, plan in plans.items() if plan}
    return Content(
        texts=Texts({id: plan for id, (_, plan) in read.items()}, {id: stored for id, (stored, _) in read.items()}),
        records={name: _kept_records(folder, f"content/{name}", shape) for name, shape in RECORDS.items()},
        pages=kept(
            folder, "content/pages", dict[str, Prose], partial(_pages, languages=languages), " ".join(languages)
        ),
        handbook=kept(folder, "content/handbook", dict[str, bytes], partial(_handbook, path="content/handbook")),
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
        tell(folder, file, text, page.faults)
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


def tell(folder: Folder, file: str, text: str, faults: Iterable[markdown.Fault]) -> None:
    """Records what is wrong in Markdown, at the words where the line has them."""
    lines = text.split("\n")
    for fault in faults:
        column = lines[fault.line - 1].find(fault.words) + 1 or 1
        named = dict.fromkeys(("link", "tag", "src", "character", "attributes", "value"), fault.words)
        folder.wrong(fault.code, Span(file, fault.line, column), **named)


def _handbook(folder: Folder, path: str, inside: str = "") -> dict[str, bytes]:
    """Every file of the editors' handbook, by its path inside it: Markdown, text, and pictures."""
    files: dict[str, bytes] = {}
    for entry in folder.entries(path):
        name, file = f"{inside}{entry}", f"{path}/{entry}"
        if folder.is_folder(file):
            files |= _handbook(folder, file, f"{name}/")
        elif not is_name(entry.rpartition(".")[0]):
            folder.wrong("bad-name", Span(file), name=entry.rpartition(".")[0] or entry)
        elif entry.endswith(_PICTURES):
            data = folder.data(file)
            files |= {name: data} if data is not None else {}
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):  # a camera or an editor may have said whose it is
                folder.tell_persons(file, (data or b"").decode(encoding, "ignore").replace("\0", " "))
        elif not entry.endswith((".md", ".txt")):
            folder.wrong("unknown-file", Span(file), file=file)
        elif (text := folder.text(file)) is not None:
            files[name] = text.encode()
            if entry.endswith(".md"):
                tell(folder, file, text, markdown.faults(text, attributes=True))
                if not text.startswith("# "):
                    folder.wrong("missing-title", Span(file))
    return files
