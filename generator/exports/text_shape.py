"""The shape of a plan's text in the API: provisions, notes on the text, printed tables."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.plan import BlockKind, Certainty, FurnitureKind, RepairKind, StructureKind
from generator.model.records import Text
from generator.model.tables import Status

from .shape import told


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiBlock:
    """A printed paragraph, bullet, heading or table."""

    kind: BlockKind = told("what it is")
    mark: str = told("the printed mark of a bullet")
    text: str = told("its words as read, after the recorded repairs")
    lines: tuple[int, ...] = told("the lines of the source file that it stands on")
    table: str | None = told("id of the printed table, where it is one")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiProvision:
    """A numbered or named unit of the text."""

    id: str = told("its printed numbers joined by dots, or the name of a part without one")
    url: str = told("its page, a full address")
    number_printed: str | None = told("its number as printed")
    title: str | None = told("a heading that stands alone on its line")
    parent: str | None = told("id of the provision above it")
    order: int = told("its place in the printed order")
    text: str = told("its own words, a block a line, without its heading and tables")
    blocks: tuple[ApiBlock, ...] = told("its own blocks, not those of provisions under it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiNote:
    """A place where the copy is damaged or the author slipped: what is printed, and how it is read."""

    number: int = told("its number on the page of the plan")
    url: str = told("the note on the page of the plan, a full address")
    provision: str | None = told("id of the provision that it stands in")
    line: int = told("the line of the source file")
    quote: str = told("what is printed")
    reading: str = told("how it is read")
    kind: RepairKind = told("what happened; sic is no damage, and the text keeps what is printed")
    certainty: Certainty = told("how sure the reading is")
    why: Text | None = told("why, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiFurniture:
    """Lines of the source file that are not the document."""

    first: int = told("the first line")
    last: int = told("the last line")
    kind: FurnitureKind = told("what they are")
    quote: str | None = told("the part of the line, where the rest is the document")
    text: str = told("the lines as the source file has them")
    note: Text = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiLayout:
    """How lines of the source file are read where its layout disturbs them."""

    kind: Literal["columns", "page_break"] = told("another column of the page, or one line broken by the page")
    lines: tuple[int, ...] = told("the lines")
    after: int | None = told("the line after which they are read")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiStructure:
    """What a reader should know about the order or numbering of the text; nothing is mended."""

    provision: str = told("id of the provision")
    kind: StructureKind = told("what is odd")
    note: Text = told("the remark, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCell:
    """A cell of a printed table."""

    printed: str = told("what is printed")
    number: Decimal | None = told("the number that it was read as, in a dataset; null where it is none")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRow:
    """A row of a printed table."""

    kind: Literal["header", "unit", "total", "other"] = told("header, a unit, the printed total, or in no dataset")
    line: int | None = told("the line of the source file")
    place: str | None = told("id of the place that it is about")
    cells: tuple[ApiCell, ...] = told("its cells in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSum:
    """A printed total beside the sum of its rows."""

    year: int = told("the year")
    indicator: str = told("id of the indicator")
    unit: str = told("the unit")
    status: Status = told("result, plan, target, …")
    printed: str = told("the printed total")
    computed: Decimal = told("the sum of the printed rows")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiTable:
    """A table as printed, with the numbers that were read from it."""

    id: str = told("its id in the plan")
    url: str = told("the page of its provision, a full address")
    provision: str = told("id of the provision")
    dataset: str | None = told("id of the dataset that was made of it")
    header_rows: int = told("how many rows are its header")
    rows: tuple[ApiRow, ...] = told("its rows in printed order, the printed total among them")
    sums: tuple[ApiSum, ...] = told("its printed totals beside computed ones")
