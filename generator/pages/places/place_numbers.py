"""A place's numbers with all that they are: one table for each body that made them, a row a year, kind and standard."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.derive.facts import Facts
from generator.derive.series import PLANNED, Point, Series
from generator.derive.territory import Territory
from generator.model.grouping import grouped
from generator.model.records import Unit
from generator.model.tables import Status
from generator.site.formats import legible
from generator.site.urls import URLS

from ..figures.sources import made_by, printed_at, row_of, source_link
from ..page import Link, Words, doc
from ..parts.tables import indicator_name, row_href, standard_name

_Column = tuple[str, Unit]  # an indicator, and in what it is given


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCell:
    """A number of a place."""

    text: str = doc("the number as printed; empty where there is none")
    href: str = doc("its row in the dataset")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """The numbers of one year, kind and standard."""

    gap: str = doc("why they may not be compared with the row above; empty where they may")
    year: int = doc("the year")
    item: str = doc("what the numbers are of, where there are several things; in Vietnamese")
    status: str = doc("the kind of number")
    planned: bool = doc("whether they are intended, not measured")
    standard: str = doc("the poverty standard")
    cells: tuple[NumberCell, ...] = doc("a number for each indicator")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberNote:
    """A remark of ours on some numbers of a table."""

    years: str = doc("the years that it is about: `2019`, `2016–2020`")
    of: tuple[str, ...] = doc("the columns that it is about; none where it is about all of them")
    text: str = doc("what it says, in Vietnamese")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """The numbers of a place that one body made."""

    producer: str = doc("who made them")
    indicators: tuple[Link, ...] = doc("the columns; no address where an indicator has no page")
    items: bool = doc("whether the rows are of several things")
    rows: tuple[NumberRow, ...] = doc("the rows by year")
    notes: tuple[NumberNote, ...] = doc("remarks of ours on the numbers")
    sources: tuple[Link, ...] = doc("where they are printed; no address where that has no page")


def numbers_of(place: str, facts: Facts, lang: str, words: Words) -> tuple[NumberTable, ...]:
    """Every number of a place: a table for each body that made them, and one more for its numbers of several things."""
    own = facts.series_of.get(place, ())
    kinds = dict.fromkeys((series.producer, bool(series.item)) for series in own)
    return tuple(
        _table([series for series in own if (series.producer, bool(series.item)) == kind], facts, lang, words)
        for kind in kinds
    )


def _table(own: list[Series], facts: Facts, lang: str, words: Words) -> NumberTable:
    site = facts.site
    indicators = list(dict.fromkeys((series.indicator, series.unit) for series in own))
    indicators.sort(key=lambda column: column[1] != "percent")  # a rate is in sight on a phone
    names = _names(indicators, facts, lang, words)
    unbound = set(indicators) - {
        (series.indicator, series.unit) for series in own if not _bound_to_none(series.standard, facts)
    }
    rows: dict[_Key, dict[_Column, Point]] = {}
    points = [(series, point) for series in own for point in series.points]
    points.sort(key=lambda pair: (pair[1].year, _bound_to_none(pair[0].standard, facts)))
    bound: dict[_Key, None] = {}
    for series, point in points:
        key = _Key(point.year, series.item, point.status, series.standard, series.kind.territory)
        if _bound_to_none(series.standard, facts):  # it stands beside the numbers of its year, whatever their standard
            key = next((other for other in bound if other._replace(standard=series.standard) == key), key)
        else:
            bound.setdefault(key)
        while (column := (series.indicator, series.unit)) in rows.setdefault(key, {}):
            key = key._replace(twin=key.twin + 1)  # a number that another stands beside has a row of its own
        rows[key][column] = point
    sources = dict.fromkeys((point.source, point.dataset) for _, point in points)
    return NumberTable(
        producer=made_by((row_of(site.datasets[point.dataset], point.line) for _, point in points), facts, lang, words),
        indicators=tuple(
            Link(
                href=URLS.indicator(indicator) if indicator in site.indicators else "",
                label=names[indicator, unit],
                note=words["place.column.unbound"] if (indicator, unit) in unbound else "",
            )
            for indicator, unit in indicators
        ),
        items=any(series.item for series in own),
        rows=tuple(
            NumberRow(
                gap=_gap(before, key, words),
                year=key.year,
                item=key.item,
                status=words[f"figure.status.{key.status}"],
                planned=key.status in PLANNED,
                standard=standard_name(key.standard, facts, lang),
                cells=tuple(_cell(cells.get(column), facts, words) for column in indicators),
            )
            for before, (key, cells) in zip((None, *rows), rows.items(), strict=False)
        ),
        notes=tuple(_notes(points, names)),
        sources=tuple(source_link(printed_at(*source, site, lang, words), lang) for source in sources),
    )


def _bound_to_none(standard: str, facts: Facts) -> bool:
    """Whether numbers of a standard are of none, such as the number of all households."""
    known = facts.site.standards.get(standard)
    return known is not None and known.kind == "not_applicable"


def _names(columns: list[_Column], facts: Facts, lang: str, words: Words) -> dict[_Column, str]:
    """The headings of the columns, with the unit where one indicator is given in several."""
    often = Counter(indicator for indicator, _ in columns)
    brief = {column: indicator_name(column[0], facts, lang, brief=True) for column in columns}
    return {
        column: name if often[column[0]] == 1 else f"{name} ({words[f'indicator.unit.{column[1]}']})"
        for column, name in brief.items()
    }


class _Key(NamedTuple):
    """What the numbers of a row share; `twin` counts rows that share all the rest."""

    year: int
    item: str
    status: Status
    standard: str
    territory: Territory
    twin: int = 0


def _gap(before: _Key | None, here: _Key, words: Words) -> str:
    """Why a row may not be compared with the one above; rows of several things are told apart by what they are of."""
    if before is None or before.item != here.item:
        return ""
    reasons = [name for name in ("standard", "territory") if getattr(before, name) != getattr(here, name)]
    return " ".join(words[f"place.gap.{name}"] for name in reasons)


def _cell(point: Point | None, facts: Facts, words: Words) -> NumberCell:
    if point is None:
        return NumberCell(text="", href="")
    text = legible(point.value_printed, point.value, words)
    return NumberCell(text=text, href=row_href(facts.site.datasets[point.dataset], point.line))


def _notes(points: list[tuple[Series, Point]], columns: Mapping[_Column, str]) -> Iterable[NumberNote]:
    """Each remark once, with the years and the columns (names by id) that it is about."""
    about = grouped(
        (point.note, (point.year, (series.indicator, series.unit))) for series, point in points if point.note
    )
    for note, numbers in about.items():
        years = sorted({year for year, _ in numbers})
        of = {indicator for _, indicator in numbers}
        whole = len(years) > 2 and years[-1] - years[0] == len(years) - 1
        yield NumberNote(
            years=f"{years[0]}–{years[-1]}" if whole else ", ".join(map(str, years)),
            of=() if len(of) == len(columns) else tuple(name for id, name in columns.items() if id in of),
            text=note,
        )
