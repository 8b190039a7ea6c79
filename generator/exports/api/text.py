"""A plan's text in the API: provisions, notes on the text, printed tables."""

from collections.abc import Sequence
from typing import Literal

from generator.derive.arithmetic import sums_of
from generator.derive.exact import shown
from generator.model.grouping import grouped
from generator.model.plan import (
    BlockKind,
    Certainty,
    FurnitureKind,
    Plan,
    PrintedTable,
    Provision,
    RepairKind,
    StructureKind,
)
from generator.model.records import Text
from generator.model.tables import Dataset, Observation, Status
from generator.site.urls import Urls

from .objects import ApiObject, Number, doc


class ApiBlock(ApiObject):
    """A printed paragraph, bullet, heading or table."""

    kind: BlockKind = doc("what it is")
    mark: str = doc("the printed mark of a bullet")
    text: str = doc("its words as read, after the recorded repairs")
    lines: tuple[int, ...] = doc("the lines of the source file that it stands on")
    table: str | None = doc("id of the printed table, where it is one")


class ApiProvision(ApiObject):
    """A numbered or named unit of the text."""

    id: str = doc("its printed numbers joined by dots, or the name of a part without one")
    url: str = doc("its page, a full address")
    number_printed: str | None = doc("its number as printed")
    title: str | None = doc("a heading that stands alone on its line")
    parent: str | None = doc("id of the provision above it")
    order: int = doc("its place in the printed order")
    text: str = doc("its own words, a block a line, without its heading and tables")
    blocks: tuple[ApiBlock, ...] = doc("its own blocks, not those of provisions under it")


class ApiNote(ApiObject):
    """A place where the copy is damaged or the author slipped: what is printed, and how it is read."""

    number: int = doc("its number on the page of the plan")
    url: str = doc("the note on the page of the plan, a full address")
    provision: str | None = doc("id of the provision that it stands in")
    line: int = doc("the line of the source file")
    quote: str = doc("what is printed")
    reading: str = doc("how it is read")
    kind: RepairKind = doc("what happened; sic is no damage, and the text keeps what is printed")
    certainty: Certainty = doc("how sure the reading is")
    why: Text | None = doc("why, by language")


class ApiFurniture(ApiObject):
    """Lines of the source file that are not the document."""

    first: int = doc("the first line")
    last: int = doc("the last line")
    kind: FurnitureKind = doc("what they are")
    quote: str | None = doc("the part of the line, where the rest is the document")
    text: str = doc("the lines as the source file has them")
    note: Text = doc("a remark of ours, by language")


class ApiLayout(ApiObject):
    """How lines of the source file are read where its layout disturbs them."""

    kind: Literal["columns", "page_break"] = doc("another column of the page, or one line broken by the page")
    lines: tuple[int, ...] = doc("the lines")
    after: int | None = doc("the line after which they are read")
    note: Text | None = doc("a remark of ours, by language")


class ApiStructure(ApiObject):
    """What a reader should know about the order or numbering of the text; nothing is mended."""

    provision: str = doc("id of the provision")
    kind: StructureKind = doc("what is odd")
    note: Text = doc("the remark, by language")


class ApiCell(ApiObject):
    """A cell of a printed table."""

    printed: str = doc("what is printed")
    number: Number = doc("the number that it was read as, in a dataset; null where it is none")


class ApiRow(ApiObject):
    """A row of a printed table."""

    kind: Literal["header", "unit", "total", "other"] = doc("header, a unit, the printed total, or in no dataset")
    line: int | None = doc("the line of the source file")
    place: str | None = doc("id of the place that it is about")
    cells: tuple[ApiCell, ...] = doc("its cells in printed order")


class ApiSum(ApiObject):
    """A printed total beside the sum of its rows."""

    year: int = doc("the year")
    indicator: str = doc("id of the indicator")
    unit: str = doc("the unit")
    status: Status = doc("result, plan, target, …")
    printed: str = doc("the printed total")
    computed: Number = doc("the sum of the printed rows")


class ApiTable(ApiObject):
    """A table as printed, with the numbers that were read from it."""

    id: str = doc("its id in the plan")
    url: str = doc("the page of its provision, a full address")
    provision: str = doc("id of the provision")
    dataset: str | None = doc("id of the dataset that was made of it")
    header_rows: int = doc("how many rows are its header")
    rows: tuple[ApiRow, ...] = doc("its rows in printed order, the printed total among them")
    sums: tuple[ApiSum, ...] = doc("its printed totals beside computed ones")


def provisions(plan: Plan, at: Urls) -> tuple[ApiProvision, ...]:
    """The whole text of a plan, in printed order."""
    return tuple(
        ApiProvision.of(
            provision,
            url=at.provision(plan.id, provision.id),
            blocks=tuple(
                ApiBlock.of(block, table=block.table.id if block.table else None) for block in provision.blocks
            ),
        )
        for provision in plan.provisions
    )


def notes(plan: Plan, at: Urls) -> tuple[ApiNote, ...]:
    """The notes on the text of a plan."""
    return tuple(
        ApiNote.of(repair, url=f"{at.plan(plan.id)}#ghi-chu-{repair.number}", provision=repair.provision or None)
        for repair in plan.repairs
    )


def tables(plan: Plan, datasets: Sequence[Dataset], at: Urls) -> tuple[ApiTable, ...]:
    """The printed tables of a plan, with the numbers that its datasets read from them."""
    return tuple(
        _table(plan, provision, block.table, datasets, at)
        for provision in plan.provisions
        for block in provision.blocks
        if block.table
    )


def _table(plan: Plan, provision: Provision, table: PrintedTable, datasets: Sequence[Dataset], at: Urls) -> ApiTable:
    dataset = next((dataset for dataset in datasets if dataset.table == table.id), None)
    read = grouped((row.source_line, row) for row in (dataset.rows if dataset else ()))
    lines = table.lines or (None,) * len(table.rows)
    return ApiTable.of(
        table,
        url=at.provision(plan.id, provision.id),
        provision=provision.id,
        dataset=dataset.id if dataset else None,
        rows=tuple(
            _row(cells, line, number < table.header_rows, read.get(line, ()))
            for number, (cells, line) in enumerate(zip(table.rows, lines, strict=True))
        ),
        sums=tuple(
            ApiSum.of(found.total, printed=found.total.value_printed, computed=shown(found.computed))
            for found in (sums_of(dataset) if dataset else ())
        ),
    )


def _row(cells: tuple[str, ...], line: int | None, header: bool, read: tuple[Observation, ...]) -> ApiRow:
    """A printed row with the numbers that the dataset read on its line: the same print is the same number."""
    numbers = {} if header or line is None else {row.value_printed.strip(): row.value for row in read}
    first = read[0] if read and numbers else None
    serial = first.serial_printed.strip() if first else ""
    return ApiRow(
        kind="header" if header else first.row if first else "other",
        line=line,
        place=first.place if first else None,
        cells=tuple(
            ApiCell(printed=cell, number=None if not place and cell.strip() == serial else numbers.get(cell.strip()))
            for place, cell in enumerate(cells)
        ),
    )
