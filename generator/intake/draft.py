"""A document to a draft of a plan's folder: `drafts/<id>/`, outside of the content, so that no build reads it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.derive.folding import plain
from generator.model.plan import DRAFT, PROPOSED
from generator.model.signs import read_original as printed_as_read
from generator.model.site import Site
from generator.read.files import is_name

from .agency import NewAgency, agency_of
from .clauses import Proposal, proposals_of, recipients_of
from .facts import Facts, facts_of
from .formats import Original, Unreadable, read_original
from .notes import notes_of, quoted, suspected, words_in
from .shape import Shape, shape_of
from .text import passages_of
from .text import written as text_of

FOLDER = "drafts"
_KINDS = {"duty": "commitments", "target": "targets", "report": "reporting", "citation": "citations"}


@dataclass(frozen=True, slots=True)
class Question:
    """What only an editor can say: the name of its sentence, and what stands in it."""

    name: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A draft: its folder, how many things of each kind were proposed, and what is to be answered."""

    path: Path
    counts: tuple[tuple[str, int], ...]
    questions: tuple[Question, ...]


def import_document(root: Path, site: Site, file: Path, id: str | None = None) -> Made:
    """Make a draft of a document; Unreadable where there is one already, or no text."""
    original = read_original(file)
    lines = tuple(printed_as_read(line) for line in original.lines)
    pages = [number for number, line in enumerate(original.lines, 1) if line.startswith("\f")]
    shape = shape_of(lines, [1, *pages] if pages else ())
    draft = passages_of(lines, shape)
    beside = [n for piece in shape.away if piece.kind == "website_header" for n in range(piece.first, piece.last + 1)]
    facts, proposals = facts_of(draft, lines, beside, site), proposals_of(draft)
    id = id or _id(facts, site)
    if not is_name(id, 80):
        raise Unreadable("import.name", name=id)
    path = root / FOLDER / id
    if path.exists() or (root / "content/plans" / id).exists():
        raise Unreadable("import.exists", path=path.relative_to(root).as_posix())
    languages = site.config.languages
    (path / PROPOSED).mkdir(parents=True)
    _originals(path, file, original)
    new_agency = agency_of(facts, lines, site) if facts["issuer"].value is None else None
    recipients = [words for _, words in recipients_of(draft)]
    files = {
        "text.md": text_of(draft),
        "notes.yaml": notes_of(draft, shape, languages),
        "plan.yaml": "\n".join(_plan(path, facts, recipients, new_agency, original, file, languages)) + "\n",
        DRAFT: "\n".join(_report(file, original, facts, shape, lines)) + "\n",
        **{f"{PROPOSED}/{name}.yaml": _proposed(proposals, kind, languages) for kind, name in _KINDS.items()},
    }
    if new_agency:
        files[f"{PROPOSED}/agency-{new_agency.id}.yaml"] = new_agency.written(languages)
    for name, text in files.items():
        (path / name).write_text(text, "utf-8", newline="\n")
    counts = (
        ("provision", sum(p.opens for p in draft.passages)),
        *((k, sum(p.kind == k for p in proposals)) for k in _KINDS),
    )
    return Made(path, counts, tuple(_questions(facts, original, lines, languages, new_agency is not None)))


def _id(facts: Facts, site: Site) -> str:
    """The slug of place, number and year: `tan-yen-58-kh-ubnd-2017`."""
    place = site.places.get(facts["place"].value or "")
    number = facts["number"].value or " ".join((facts["title_printed"].value or "ke hoach").split()[:7])
    year = (facts["date"].value or facts["period.start"].value or facts["period.end"].value or "")[:4]
    words = f"{place.name if place else ''} {number} {year}"
    slug = re.sub(r"[^a-z0-9]+", "-", plain(re.sub(r"[/–-]", " ", words))).strip("-")
    return slug[:70].strip("-") or "ke-hoach"


def _originals(path: Path, file: Path, original: Original) -> None:
    """The original byte for byte; beside it its reading, where it is no text that the portal reads."""
    if original.same:
        shutil.copyfile(file, path / "source.txt")
    else:
        (path / "source.txt").write_text("\n".join(original.lines), "utf-8", newline="\n")
        shutil.copyfile(file, path / f"original{file.suffix.lower()}")


def _plan(
    path: Path,
    facts: Facts,
    recipients: list[str],
    agency: NewAgency | None,
    original: Original,
    file: Path,
    languages: Sequence[str],
) -> Iterator[str]:
    def value(name: str, otherwise: str | None = None) -> str:
        fact = facts[name]
        said = quoted(fact.value) if fact.value is not None else otherwise or "null"
        where = f"line {fact.line}, {fact.confidence}" if fact.value is not None else "not seen"
        return f"{said} # {where}"

    issuer = facts["issuer"].value or (agency.id if agency else "")
    for name in ("number", "number_printed"):
        yield f"{name}: {value(name)}"
    yield f"doc_type: {value('doc_type', quoted('Kế hoạch'))}"
    known = facts["issuer"].confidence if facts["issuer"].value else f"new: see {PROPOSED}"
    yield f"issuer: {quoted(issuer)} # {known}"
    yield f"issuer_printed: {value('issuer_printed', quoted(agency.printed) if agency and agency.printed else None)}"
    yield "issuer_certainty: inferred"
    yield f"system: {value('system', 'state')}"
    yield f"level: {value('level', 'province')}"
    yield f"place: {value('place', quoted(''))}"
    for name in ("date", "date_printed", "date_source"):
        yield f"{name}: {value(name)}"
    title = facts["title_printed"].value or ""
    yield "title: " + "{" + ", ".join(f"{lang}: {quoted(title if lang == 'vi' else '')}" for lang in languages) + "}"
    yield f"title_printed: {value('title_printed', quoted(''))}"
    yield "summary:"
    yield from (f"  {lang}: []" for lang in languages)
    years = [f"{name}: {facts[f'period.{name}'].value}" for name in ("start", "end") if facts[f"period.{name}"].value]
    yield f"period: {{{', '.join(years)}}}"
    signer = [f"{name}: {quoted(facts[f'signer.{name}'].value)}" for name in ("name", "capacity", "authority")
              if facts[f"signer.{name}"].value]  # fmt: skip
    whole = facts["signer.name"].value and facts["signer.capacity"].value
    yield f"signer: {{{', '.join(signer)}}}" if whole else "signer: null"
    yield "recipients:" + ("" if recipients else " []")
    yield from (f"  - {quoted(words)}" for words in recipients)
    yield f"recipients_status: {'printed' if recipients else 'not_available'}"
    if facts.places:
        yield "places:"
        yield from (f"  - {place.id} # line {line}, {sure}" for place, line, sure in facts.places)
    yield "source:"
    yield "  file: source.txt"
    yield f"  sha256: {sha256((path / 'source.txt').read_bytes()).hexdigest()}"
    if not original.same:
        yield f"  original: original{file.suffix.lower()}"
        yield f"  original_sha256: {sha256(file.read_bytes()).hexdigest()}"
        said = (
            f"Chúng tôi đọc tệp gốc ({original.encoding}) thành chữ.",
            f"Our reading of the original ({original.encoding}).",
        )
        yield f"  note: {words_in(languages, *said)}"


def _report(file: Path, original: Original, facts: Facts, shape: Shape, lines: Sequence[str]) -> Iterator[str]:
    """`draft.yaml`: what was read, where and how surely. While it lies in a plan's folder, the plan is a draft."""
    yield f"file: {quoted(file.name)}"
    yield f"read_as: {original.encoding}"
    yield "facts:"
    for name, fact in facts.found.items():
        if fact.value is not None:
            where = f"line: {fact.line}, confidence: {fact.confidence}"
            yield f"  - {{field: {name}, value: {quoted(fact.value)}, {where}}}"
    for title, rows in (
        ("furniture", [f'{{lines: "{piece.first}-{piece.last}", kind: {piece.kind}}}' for piece in shape.away]),
        ("suspected", [f"{{line: {line}, quote: {quoted(quote)}, reading: {quoted(read)}, kind: encoding}}"
                       for line, quote, read in suspected(lines)]),
        ("asides", [quoted(aside) for aside in original.asides]),
    ):  # fmt: skip
        yield f"{title}:" + ("" if rows else " []")
        yield from (f"  - {row}" for row in rows)


def _proposed(proposals: Sequence[Proposal], kind: str, languages: Sequence[str]) -> str:
    """What is proposed of one kind, in the form of its records; what only an editor can say is left empty."""
    empty = words_in(languages, "", "")
    entries: list[str] = []
    for number, proposal in enumerate((found for found in proposals if found.kind == kind), 1):
        more = [f"  {name}: {quoted(value)}" for name, value in proposal.more]
        own = {
            "duty": [f"- id: ck-{number:03}", f"  quote: {quoted(proposal.words)}", f"  summary: {empty}",
                     "  kind: task", "  actor_source: none"],
            "target": [f"- id: chi-tieu-{number}", f"  quote: {quoted(proposal.words)}", '  indicator: ""',
                       '  value: ""', *more, '  unit: ""', "  comparator: eq"],
            "report": [f"- id: bc-{number:02}", f"  quote: {quoted(proposal.words)}", "  who: []", "  to: []",
                       f"  what: {empty}"],
            "citation": ['- document: ""', f"  printed: {quoted(proposal.words)}", *more],
        }[kind]  # fmt: skip
        own.insert(1, f"  provision: {quoted(proposal.provision)} # line {proposal.line}, {proposal.confidence}")
        entries.append("\n".join(own))
    return "\n".join(entries or ["[]"]) + "\n"


def _questions(
    facts: Facts, original: Original, lines: Sequence[str], languages: Sequence[str], new: bool
) -> Iterator[Question]:
    """What the draft leaves open, the necessary first."""
    yield Question("ask.words", (("languages", ", ".join(languages)),))
    if facts["place"].value is None:
        yield Question("ask.place")
    elif facts["place"].confidence != "high":
        yield Question("ask.place_guess", (("place", facts["place"].value),))
    if new or facts["issuer"].value is None:
        yield Question("ask.issuer")
    missing = [name for name in ("number", "date", "signer.name", "period.end") if facts[name].value is None]
    if missing:
        yield Question("ask.not_seen", (("fields", ", ".join(missing)),))
    if old := len(list(suspected(lines))):
        yield Question("ask.encoding", (("count", old),))
    if original.asides:
        yield Question("ask.asides", (("count", len(original.asides)),))
