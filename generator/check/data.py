"""Rules for datasets: what a row names exists, no row stands twice, and a printed table is kept cell by cell."""

from collections.abc import Iterator

from generator.model.diagnostic import Diagnostic, Phrase
from generator.model.plan import PrintedTable, Provision
from generator.model.tables import Dataset, Observation

from .content import bare, texts
from .known import Known


def references(known: Known) -> Iterator[Diagnostic]:
    """Every unit, indicator, standard, producer and source that a row names is there, and so is the dataset's plan."""
    for dataset in known.site.datasets.values():
        source = dataset.source_of
        yield from known.missing("plan", dataset.plan, source, "plan")
        plan = known.site.plans.get(dataset.plan or "")
        if plan is not None and dataset.table is not None and dataset.table not in [table.id for table in plan.tables]:
            guess = Phrase("see-tables", f"content/plans/{plan.id}/text.md")
            kind = Phrase("kind.table")
            yield Diagnostic(
                "unknown-reference",
                source.at("table"),
                {"field": "table", "kind": kind, "id": dataset.table, "guess": guess},
            )
        for row in dataset.rows:
            at = f"rows.{row.line}"
            yield from known.missing("place", row.place, source, f"{at}.place", "place")
            yield from known.missing("indicator", row.indicator, source, f"{at}.indicator", "indicator")
            yield from known.missing("standard", row.standard, source, f"{at}.standard", "standard")
            yield from known.missing("agency", row.producer, source, f"{at}.producer", "producer")
            yield from _source(known, dataset, row)


def _source(known: Known, dataset: Dataset, row: Observation) -> Iterator[Diagnostic]:
    """The source of a row is a reference, or a provision of a plan (`<plan>#<provision>`)."""
    id, hash, provision = row.source.partition("#")
    field = f"rows.{row.line}.source"
    if not hash:
        yield from known.missing("reference", id, dataset.source_of, field, "source")
        return
    yield from known.missing("plan", id, dataset.source_of, field, "source")
    if id in known.site.plans:
        yield from known.no_provision(known.site.plans[id], provision, dataset.source_of, field)


def printed(known: Known) -> Iterator[Diagnostic]:
    """What a row says is printed in a provision stands there."""
    words: dict[tuple[str, str], tuple[str, str]] = {}
    for dataset in known.site.datasets.values():
        of_table = _table_lines(known, dataset)
        for row in dataset.rows:
            id, _, name = row.source.partition("#")
            plan = known.site.plans.get(id)
            provision = plan.provision(name) if plan and name else None
            if provision is None or (id == dataset.plan and row.source_line in of_table):
                continue  # the cells of its own table are compared one by one
            if (id, name) not in words:
                words[id, name] = texts(provision)
            quote = bare(row.value_printed)
            if quote and not any(quote in text for text in words[id, name]):
                values = {"provision": name, "quote": row.value_printed, "nearest": _line(provision, row)}
                at = dataset.source_of.at(f"rows.{row.line}.value_printed")
                yield Diagnostic("quote-not-found", at, values)


def _table_lines(known: Known, dataset: Dataset) -> tuple[int, ...]:
    """The source lines of the printed table that a dataset is made from."""
    plan = known.site.plans.get(dataset.plan or "")
    tables = plan.tables if plan else ()
    return next((table.lines for table in tables if table.id == dataset.table), ())


def _line(provision: Provision, row: Observation) -> str:
    """The words of a provision that stand in the row's line of the source."""
    blocks = [block for block in provision.blocks if row.source_line in block.lines]
    if not blocks:
        return provision.id
    table = blocks[0].table
    if table is not None and row.source_line is not None:
        return " | ".join(table.rows[table.lines.index(row.source_line)])
    return blocks[0].text


def duplicates(known: Known) -> Iterator[Diagnostic]:
    """There is one number for one place, year, indicator, status, standard, producer, source, item and span."""
    for dataset in known.site.datasets.values():
        first: dict[tuple[object, ...], int] = {}
        for row in dataset.rows:
            key = (
                row.place, row.year, row.indicator, row.unit, row.status, row.standard, row.producer, row.source,
                row.item, row.span, row.row, row.comparator,
            )  # fmt: skip
            if key in first:
                at = dataset.source_of.at(f"rows.{row.line}")
                yield Diagnostic("duplicated-observation", at, {"first": str(first[key])})
            first.setdefault(key, row.line)


def tables(known: Known) -> Iterator[Diagnostic]:
    """A dataset that is made from a printed table has all its cells, as printed, in printed order."""
    for dataset in known.site.datasets.values():
        plan = known.site.plans.get(dataset.plan or "")
        table = next((table for table in plan.tables if table.id == dataset.table), None) if plan else None
        if table is None or len(table.lines) != len(table.rows) or dataset.csv in known.broken:
            continue
        rows: dict[int | None, list[Observation]] = {}
        for row in dataset.rows:
            rows.setdefault(row.source_line, []).append(row)
        for line, cells in list(zip(table.lines, table.rows, strict=True))[table.header_rows :]:
            yield from _same_row(dataset, table, cells, rows.get(line, []))


def _same_row(
    dataset: Dataset, table: PrintedTable, cells: tuple[str, ...], rows: list[Observation]
) -> Iterator[Diagnostic]:
    """The cells of a printed row after its name, and the observations made from them, one by one."""
    about = {"table": table.id, "plan": dataset.plan or "", "cells": " | ".join(cells), "row": " ".join(cells[:2])}
    names = [index for index, cell in enumerate(cells) if rows and bare(cell) == bare(rows[0].place_name)]
    if not rows or not names:
        place = dataset.source_of.at(f"rows.{rows[0].line}.place_name" if rows else "table")
        code, missed = ("table-differs", rows[0].place_name) if rows else ("table-incomplete", cells[-1])
        yield Diagnostic(code, place, about | {"printed": missed})
        return
    serial = " ".join(cells[: names[0]]).strip()
    values = [cell for cell in cells[names[0] + 1 :] if cell]
    kept = [row for row in rows if row.value_printed]
    for row, cell in zip(kept, values, strict=False):
        at = f"rows.{row.line}"
        if row.value_printed != cell:
            found = {"printed": row.value_printed}
            yield Diagnostic("table-differs", dataset.source_of.at(f"{at}.value_printed"), about | found)
        if row.serial_printed != serial:
            found = {"printed": row.serial_printed}
            yield Diagnostic("table-differs", dataset.source_of.at(f"{at}.serial_printed"), about | found)
        if row.place_name != rows[0].place_name:
            found = {"printed": row.place_name}
            yield Diagnostic("table-differs", dataset.source_of.at(f"{at}.place_name"), about | found)
    for row in kept[len(values) :]:
        at = f"rows.{row.line}.value_printed"
        yield Diagnostic("table-differs", dataset.source_of.at(at), about | {"printed": row.value_printed})
    for cell in values[len(kept) :]:
        at = f"rows.{rows[-1].line}.source_line"
        yield Diagnostic("table-incomplete", dataset.source_of.at(at), about | {"printed": cell})
