"""A dataset's rows as tables for readers: wide as its source prints it where it is a printed table, else long."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.territory import Territory
from generator.exports.context import provision_label
from generator.model.tables import Dataset, Observation
from generator.site.formats import day, legible
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, Words, doc
from .links import place_link

LONGEST = 600
"""Rows that a page shows; a longer table is shown up to here, and is whole in its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number of a wide table."""

    anchor: str = doc("its anchor: the line of the CSV")
    text: str = doc("the number as printed; empty where there is none")


@dataclass(frozen=True, slots=True, kw_only=True)
class WideRow:
    """A place of a wide table."""

    serial: str = doc("the printed serial number")
    place: Link = doc("the place, as printed")
    total: bool = doc("whether this is a printed total")
    cells: tuple[Cell, ...] = doc("its numbers, a column each")


@dataclass(frozen=True, slots=True, kw_only=True)
class WideTable:
    """A table as its source prints it: a row a place, a column a year and indicator."""

    years: tuple[tuple[str, int], ...] = doc("the upper heading: a year with the kind of its numbers, and its columns")
    headings: tuple[str, ...] = doc("the lower heading")
    serials: bool = doc("whether the source prints serial numbers")
    rows: tuple[WideRow, ...] = doc("the rows in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class LongRow:
    """A number of a long table."""

    anchor: str = doc("its anchor: the line of the CSV")
    place: Link = doc("the place, as printed")
    year: int = doc("the year")
    what: str = doc("the indicator")
    item: str = doc("what the number is of, where there are several things; in Vietnamese")
    shown: str = doc("the number, with the signs of Vietnamese where the source prints it the English way")
    printed: str = doc("the number as printed, where that is not how it is shown")
    status: str = doc("the kind of number")
    standard: str = doc("the poverty standard")
    producer: str = doc("who made the number")
    source: Link = doc("where it is printed: a clause, or an entry of this page's list of sources")
    total: bool = doc("whether this is a printed total")
    note: str = doc("a remark of ours, in Vietnamese")


def row_href(dataset: Dataset, line: int) -> str:
    """Where a row of a dataset is shown: on its page at the row's anchor, or the page alone where it shows no such row.

    The page shows the first rows, wide or long, and rows stand in the order of their lines.
    """
    shown = len(dataset.rows) <= LONGEST or line <= dataset.rows[LONGEST - 1].line
    return URLS.dataset_row(dataset.id, line) if shown else URLS.dataset(dataset.id)


def wide_of(dataset: Dataset) -> dict[tuple[int, str, str], dict[tuple[int, str], Observation]] | None:
    """The rows of a printed table by (order, place, name), each by year and indicator; None where it has no such form.

    It has one where every cell holds one number, and there are several columns.
    """
    if dataset.table is None or len(dataset.rows) > LONGEST:
        return None
    rows: dict[tuple[int, str, str], dict[tuple[int, str], Observation]] = {}
    for row in dataset.rows:
        cells = rows.setdefault((row.order, row.place, row.place_name), {})
        if (row.year, row.indicator) in cells or row.of:
            return None
        cells[row.year, row.indicator] = row
    return rows if any(len(cells) > 1 for cells in rows.values()) else None


def wide_table(dataset: Dataset, facts: Facts, lang: str, words: Words) -> WideTable | None:
    """The table in its printed order, or None where it has no wide form."""
    spread = wide_of(dataset)
    if spread is None:
        return None
    columns = list(dict.fromkeys(key for cells in spread.values() for key in cells))
    years: dict[int, int] = {}
    for year, _ in columns:
        years[year] = years.get(year, 0) + 1
    status = {row.year: row.status for row in dataset.rows}
    rows = []
    for (_, place, name), cells in spread.items():
        first = next(iter(cells.values()))
        rows.append(
            WideRow(
                serial=first.serial_printed,
                place=place_link(place, facts, lang, name),
                total=first.row == "total",
                cells=tuple(
                    Cell(anchor=f"r{observation.line}", text=observation.value_printed)
                    if (observation := cells.get(key))
                    else Cell(anchor="", text="")
                    for key in columns
                ),
            )
        )
    return WideTable(
        years=tuple((f"{year} ({words[f'figure.status.{status[year]}']})", count) for year, count in years.items()),
        headings=tuple(indicator_name(indicator, facts, lang, brief=True) for _, indicator in columns),
        serials=any(row.serial for row in rows),
        rows=tuple(rows),
    )


def read_at(dataset: Dataset, facts: Facts) -> tuple[str, ...]:
    """The references that a dataset or a row of it names, each once."""
    named = (*dataset.references, *(row.source for row in dataset.rows))
    return tuple(id for id in dict.fromkeys(named) if id in facts.site.references)


def reference_anchor(id: str) -> str:
    """The anchor of a reference on the pages that list it."""
    return f"nguon-{id}"


def _printed_at(source: str, numbers: Mapping[str, int], facts: Facts, words: Words) -> Link:
    """Where a row is printed, in few words: it stands on each of hundreds of rows."""
    if source in numbers:
        label = words["dataset.source_number"].format(number=numbers[source])
        return Link(href=f"#{reference_anchor(source)}", label=label)
    plan_id, _, id = source.partition("#")
    plan = facts.site.plans.get(plan_id)
    provision = plan.provision(id) if plan else None
    return Link(
        href=URLS.plan(plan_id, id) if provision else URLS.plan(plan_id) if plan else "",
        label=provision_label(id, words) if provision else source,
    )


def long_rows(dataset: Dataset, facts: Facts, lang: str, words: Words) -> tuple[LongRow, ...]:
    """The first rows of a dataset, one number a row."""
    numbers = {id: number for number, id in enumerate(read_at(dataset, facts), 1)}
    return tuple(
        LongRow(
            anchor=f"r{row.line}",
            place=place_link(row.place, facts, lang, row.place_name),
            year=row.year,
            what=indicator_name(row.indicator, facts, lang),
            item=row.of,
            shown=(shown := legible(row.value_printed, row.value, words)),
            printed="" if shown == row.value_printed else row.value_printed,
            status=words[f"figure.status.{row.status}"],
            standard=standard_name(row.standard, facts, lang),
            producer=words[f"figure.made_by.{row.attribution}"].format(
                producer=producer_name(row.producer, facts, lang)
            ),
            source=_printed_at(row.source, numbers, facts, words),
            total=row.row == "total",
            note=row.note,
        )
        for row in dataset.rows[:LONGEST]
    )


def indicator_name(indicator: str, facts: Facts, lang: str, *, brief: bool = False) -> str:
    """An indicator in words; its id where it has no record."""
    known = facts.site.indicators.get(indicator)
    return localized(known.short if brief else known.name, lang) if known else indicator


def period(territory: Territory, words: Words) -> str:
    """The days between which the ground of a place stayed as it was: `từ 1/8/2008`, `đến 31/7/2008`."""
    ends = (("from", territory.since), ("to", territory.until))
    return ", ".join(words[f"figure.ground.{name}"].format(day=day(value, words)) for name, value in ends if value)


def standard_name(standard: str, facts: Facts, lang: str) -> str:
    """A poverty standard in few words; its id where it has no record."""
    known = facts.site.standards.get(standard)
    return localized(known.short, lang) if known else standard


def unprinted(standard: str, facts: Facts) -> bool:
    """Whether no table prints what the rates of a standard are shares of."""
    known = facts.site.standards.get(standard)
    return known is not None and known.base == "not_printed"


def producer_name(producer: str, facts: Facts, lang: str) -> str:
    """Who made the numbers; the id where it has no record."""
    known = facts.site.agencies.get(producer)
    return localized(known.name, lang) if known else producer
