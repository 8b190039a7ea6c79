"""A plan and its parts; every part names its provision and quotes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .diagnostic import Span
from .duties import Citation, Commitment, Criterion, NoDuty, PolicyMention, Relation, ReportingDuty
from .records import Lang, Level, Record, System, Text

Certainty = Literal["certain", "probable"]
RepairKind = Literal["encoding", "lost_letter", "lost_space", "extra_space", "scan_fault", "sic", "masked"]
FurnitureKind = Literal["website_header", "website_teaser", "website_link", "received_stamp", "repeated"]
StructureKind = Literal["number_gap", "odd_mark", "unnumbered", "order", "repeated", "missing_part", "wording"]
BlockKind = Literal["heading", "paragraph", "bullet", "sub_bullet", "table"]

PARTS = ("dau-van-ban", "tieu-de", "mo-dau", "ket-thuc", "noi-nhan", "ky", "phu-luc")
"""Ids of the parts that print no number: head, title, opening, closing, recipients, signature, annex."""


DRAFT, PROPOSED = "draft.yaml", "proposals"
"""What lies in the folder of a plan that is a draft still: what was read of its original, and what is proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A place where the source is damaged: what it prints (`quote`), how we read it, and how sure we are.

    A `sic` is no damage: the text keeps what is printed, and `reading` says what is probably meant. `masked` is a mark
    of a drafter that holds a name: `reading` stands in its place, and `quote` is not told.
    """

    line: int
    quote: str
    reading: str
    kind: RepairKind
    certainty: Certainty
    why: Text | None = None
    number: int = 0  # its place in the list, from one: the anchor that pages link to
    provision: str = ""  # where the reading stands; found by the walk along the source


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Lines of the source that are not the document; `quote` where only a part of a line is not."""

    first: int
    last: int
    kind: FurnitureKind
    note: Text
    quote: str | None = None
    text: str = ""  # the lines as the source has them


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the source's lines are read where its layout disturbs them.

    `columns`: `lines` stand in another column of the page and are read after line `after`.
    `page_break`: `lines` are one line, broken by the page.
    """

    kind: Literal["columns", "page_break"]
    lines: tuple[int, ...]
    after: int | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureNote:
    """What a reader should know about the order or numbering of the text; nothing is mended."""

    provision: str
    kind: StructureKind
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTable:
    """A table as printed: cells are strings, in printed order. The first `header_rows` rows are its header."""

    id: str
    header_rows: int
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]  # of source.txt, one a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A printed paragraph, bullet, heading or table of a provision.

    `text` is plain words; `html` is safe HTML of the same words with emphasis, and with `<a class="text-note"
    href="#ghi-chu-N">` around each repaired reading. `mark` is the printed bullet mark. `lines` are of source.txt.
    """

    kind: BlockKind
    text: str
    html: str
    mark: str = ""
    lines: tuple[int, ...] = ()
    table: PrintedTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A numbered (or named, see PARTS) unit of the text, in printed order; its parent is named, not nested.

    `title` is a heading that stands alone on its line, without its number. `blocks` are its own, not its children's;
    a titled provision's first block is its heading.
    """

    id: str
    number_printed: str | None
    title: str | None
    parent: str | None
    order: int
    blocks: tuple[Block, ...]
    at: Span = field(compare=False, default_factory=lambda: Span(""))

    @property
    def text(self) -> str:
        """Its own words, a block a line, without its heading."""
        return "\n".join(block.text for block in self.blocks if block.kind not in ("heading", "table"))

    @property
    def depth(self) -> int:
        """How deep it stands: `II` is 1, `II.3.2` is 3."""
        return self.id.count(".") + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The years that a plan is for; None where the text names none."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signed, in office: the capacity (`Phó Chủ tịch`) and the authority (`TM. Ban Thường trực`), as printed."""

    name: str
    capacity: str
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An annex that the text names, and whether we hold it."""

    name: str
    present: bool
    provision: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The original as received, byte for byte. Where that is no text (a PDF, a Word file, an old encoding), `original`
    is its name and `original_sha256` its digest, and `file` is our reading of it."""

    file: str
    sha256: str
    note: Text | None = None
    original: str | None = None
    original_sha256: str | None = None
    bytes: int = 0  # its size, counted when it is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A receiver's stamp on the copy that we hold; it is no part of the plan."""

    receiver: str
    date: date | None
    date_printed: str
    number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where and when the copy that we hold was published."""

    publisher: str
    date: date | None
    date_printed: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A plan, whole: facts of plan.yaml, text of text.md, notes of notes.yaml, original in source.txt."""

    number: str | None
    number_printed: str | None
    doc_type: str
    issuer: str
    issuer_printed: str | None
    issuer_certainty: Literal["printed", "inferred"]
    system: System
    level: Level
    place: str
    date: date | None
    date_printed: str | None
    date_source: Literal["document", "website", "inferred"] | None
    title: Text
    title_printed: str
    summary: Mapping[Lang, tuple[str, ...]]
    period: Period
    signer: Signer | None
    recipients: tuple[str, ...]
    recipients_status: Literal["printed", "not_available"]
    source: SourceFile
    basis: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    received: tuple[Received, ...] = ()
    publications: tuple[Publication, ...] = ()
    places: tuple[str, ...] = ()  # units that the text or its table names, beside `place`
    date_note: Text | None = None
    issuer_note: Text | None = None
    provisions: tuple[Provision, ...] = ()
    repairs: tuple[Repair, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    layout: tuple[Layout, ...] = ()
    structure: tuple[StructureNote, ...] = ()
    targets: tuple[Target, ...] = ()
    amounts: tuple[Amount, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    citations: tuple[Citation, ...] = ()
    policies: tuple[PolicyMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    no_duty: tuple[NoDuty, ...] = ()

    def provision(self, id: str) -> Provision | None:
        """The provision of that id, or None."""
        return next((provision for provision in self.provisions if provision.id == id), None)

    @property
    def label(self) -> str:
        """What lists call it: its number, or its title where the copy prints none."""
        return self.number or next(iter(self.title.values()), self.title_printed)

    @property
    def day(self) -> datetime.date | None:
        """The day whose administrative units it speaks of: its own, else the first of its period; None without both."""
        year = self.period.start or self.period.end
        return self.date or (datetime.date(year, 1, 1) if year else None)

    @property
    def tables(self) -> tuple[PrintedTable, ...]:
        """Its printed tables, in order."""
        return tuple(b.table for p in self.provisions for b in p.blocks if b.table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A measurable aim of the text: `targets.yaml`. `value` is a number as a string, in the dot form (`5.8`).

    `standard` is the poverty standard that it is counted by, where that is not the one in force in its year, or where
    it depends on none.
    """

    id: str
    provision: str
    quote: str
    indicator: str
    value: str
    value_printed: str
    unit: str
    comparator: Literal["gt", "gte", "lt", "lte", "eq", "avg", "approx"]
    baseline: str | None = None
    deadline: str | None = None
    geography: str | None = None
    group: Text | None = None
    target_class: Literal["target", "award_criterion"] = "target"
    standard: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money of the text: `amounts.yaml`."""

    id: str
    provision: str
    quote: str
    item: str
    value: str
    value_printed: str
    unit: str
    approximate: bool
    total: bool
