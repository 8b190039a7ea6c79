"""What the columns of a table hold: its header rows, the place, the year, the numbers and what each is of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.derive.folding import plain
from generator.model.records import Indicator
from generator.model.tables import COLUMNS, EXTRA

from .grid import Cell, Grid, Rows

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SERIAL = ("so tt", "stt", "tt", "no", "so thu tu", "order")
_PLACE = ("don vi", "dia ban", "dia phuong", "xa", "huyen", "tinh", "ten don vi", "xa phuong", "ten xa", "place",
          "area", "region", "xa phuong thi tran", "don vi hanh chinh", "country", "province")  # fmt: skip
_YEARS = ("nam", "year")
_VALUES = ("gia tri", "so lieu", "value", "so luong", "ket qua")
_NUMBER = re.compile(r"[<>≤≥]?\s*[-−]?\d[\d.,\s\u00a0]*\s*%?\Z")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: the words above it, the year and the indicator where they tell it."""

    place: int
    words: str
    year: int | None = None
    indicator: str | None = None


@dataclass(slots=True)
class Table:
    """A table that was looked at: its columns by what they hold, its rows, the lines around them."""

    header: list[str]
    body: Rows
    title: str = ""
    notes: list[str] = field(default_factory=list)
    place: int | None = None
    year: int | None = None
    serial: int | None = None
    values: list[Column] = field(default_factory=list)
    dimensions: list[int] = field(default_factory=list)
    tidy: bool = False


def is_number(words: str) -> bool:
    """Whether a cell is a printed number."""
    return _NUMBER.match(words) is not None


def table_of(grid: Grid, indicators: Mapping[str, Indicator], answers: Mapping[str, str]) -> Table:
    """What a grid holds. `answers` name the indicator of words in the header."""
    rows = [list(row) for row in grid.rows]
    names = [cell.words for cell in rows[0]]
    if set(COLUMNS) <= set(names) and set(names) <= {*COLUMNS, *EXTRA}:
        return Table(names, rows[1:], tidy=True)
    title: list[str] = []
    while len(rows) > 1 and len({cell.words for cell in rows[0] if cell.words}) == 1:
        title.append(next(cell.words for cell in rows.pop(0) if cell.words))
    notes: list[str] = []
    while len(rows) > 2 and len({cell.words for cell in rows[-1] if cell.words}) == 1 and not _is_data(rows[-1]):
        notes.insert(0, next(cell.words for cell in rows.pop() if cell.words))
    depth = _depth(rows)
    header = _header(rows[:depth])
    table = Table(header, rows[depth:], " ".join(title), notes)
    _roles(table, indicators, answers)
    return table


def _is_data(row: list[Cell]) -> bool:
    return any(is_number(cell.words) for cell in row)


def _depth(rows: Rows) -> int:
    """How many rows head a table: those before the first that holds numbers that are no years."""
    for number, row in enumerate(rows[:6]):
        numbers = [cell for cell in row if is_number(cell.words) and not _YEAR.fullmatch(cell.words)]
        years = [cell for cell in row if _YEAR.fullmatch(cell.words)]
        if number and (numbers or (len(years) == 1 and number >= 1)):
            return number
    return 1


def _header(rows: Rows) -> list[str]:
    """The words above each column; what stands over several columns of a CSV goes to each."""
    filled: list[list[str]] = []
    for number, row in enumerate(rows):
        words, carried = [], ""
        for cell in row:
            carried = cell.words or (carried if number < len(rows) - 1 else "")
            words.append(carried)
        filled.append(words)
    return [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*filled, strict=True)]


def _roles(table: Table, indicators: Mapping[str, Indicator], answers: Mapping[str, str]) -> None:
    for place, words in enumerate(table.header):
        name = plain(words)
        cells = [row[place].words for row in table.body if row[place].words]
        numeric = sum(is_number(words) for words in cells)
        if name in _SERIAL and table.serial is None:
            table.serial = place
        elif (name in _YEARS or (cells and all(_YEAR.fullmatch(words) for words in cells))) and table.year is None:
            table.year = place
        elif (name in _PLACE or name.startswith(("don vi", "ten xa", "ten huyen"))) and table.place is None:
            table.place = place
        elif cells and numeric >= 0.6 * len(cells):
            year = _YEAR.search(words)
            rest = " ".join(re.sub(rf"(?:năm\s+)?{_YEAR.pattern}", "", words, flags=re.IGNORECASE).split())
            found = answers.get(words) or answers.get(rest) or _indicator(rest, indicators)
            table.values.append(Column(place, rest or words, int(year[0]) if year else None, found))
        elif cells:
            table.dimensions.append(place)


def _indicator(words: str, indicators: Mapping[str, Indicator]) -> str | None:
    """The indicator whose name the words of a header are, or hold; None where several may be meant."""
    said = plain(re.sub(r"\(.*?\)|năm|%", " ", words, flags=re.IGNORECASE))
    if not said or said in _VALUES:
        return None
    names = {
        id: {plain(name) for name in (*indicator.name.values(), *indicator.short.values())}
        for id, indicator in indicators.items()
    }
    same = [id for id, forms in names.items() if said in forms or said.replace(" dan", "") in forms]
    if len(same) == 1:
        return same[0]
    inside = [(len(form), id) for id, forms in names.items() for form in forms if f" {form} " in f" {said} "]
    longest = max(inside, default=(0, ""))
    return longest[1] if longest[0] > 8 and len(said) < longest[0] + 12 else None
