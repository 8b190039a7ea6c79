"""A spreadsheet or a CSV to a grid of printed cells: each with its address, empty rows and columns left out."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .charsets import decoded
from .formats import Unreadable, members_of

_SEPARATORS = (";", "\t", ",", "|")
_TYPED = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is printed, and where it stands: `Sheet1!C7`, `bang.csv:7:3`. `typed` is a number of a spreadsheet,
    whose value is known."""

    words: str
    at: str
    typed: Decimal | None = None


Rows = list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table, each row of the same length; `separator` is that of a CSV."""

    rows: Rows
    separator: str = ""


def read_grid(path: Path, sheet: str | None = None) -> Grid:
    """The grid of a file."""
    if path.suffix.lower() == ".xlsx":
        rows, separator = _workbook(path, sheet), ""
    else:
        rows, separator = _text(path)
    width = max((len(row) for row in rows), default=0)
    whole = [row + [Cell("", row[-1].at if row else path.name)] * (width - len(row)) for row in rows]
    whole = [row for row in whole if any(cell.words for cell in row)]
    filled = [place for place in range(width) if any(row[place].words for row in whole)]
    if not whole or not filled:
        raise Unreadable("import.empty", file=path.name)
    return Grid([[row[place] for place in filled] for row in whole], separator)


def _text(path: Path) -> tuple[Rows, str]:
    """The cells of a CSV, whatever parts them."""
    text, _ = decoded(path.read_bytes())
    lines = [line for line in text.split("\n") if line.strip()][:50]
    separator = max(_SEPARATORS, key=lambda sign: _parts(lines, sign))
    if lines and lines[0].lower().startswith("sep="):
        separator, text = lines[0][4:5], text.partition("\n")[2]
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    rows: Rows = []
    try:
        for cells in reader:
            line = reader.line_num
            rows.append([Cell(" ".join(words.split()), f"{path.name}:{line}:{n}") for n, words in enumerate(cells, 1)])
    except csv.Error as error:
        raise Unreadable("import.damaged", file=path.name) from error
    return rows, separator


def _parts(lines: Sequence[str], sign: str) -> tuple[int, int]:
    """How well a sign parts lines: how many have the commonest number of cells, and that number."""
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=sign))
    width, times = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]), default=(0, 0))
    return (times, width) if width > 1 else (0, 0)


def _workbook(path: Path, name: str | None) -> Rows:
    """The cells of a sheet as Excel shows them; what is merged stands in each of its cells."""
    if find_spec("openpyxl") is None:
        raise Unreadable("import.library", library="openpyxl", file=path.name)
    from openpyxl import load_workbook

    if not members_of(path.read_bytes()):
        raise Unreadable("import.damaged", file=path.name)
    try:
        book = load_workbook(path, data_only=True)
    except Exception as error:  # whatever a library makes of a broken file
        raise Unreadable("import.damaged", file=path.name) from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if name is not None:
        sheets = [sheet for sheet in sheets if sheet.title == name]
    if not sheets:
        raise Unreadable("import.no_sheet", file=path.name, sheets=", ".join(sheet.title for sheet in book.worksheets))
    sheet = sheets[0]
    merged = {place: (area.min_row, area.min_col) for area in sheet.merged_cells.ranges for place in _places(area)}
    return [
        [_cell(sheet, *merged.get((row, column), (row, column)), f"{sheet.title}!{sheet.cell(row, column).coordinate}")
         for column in range(1, sheet.max_column + 1)]
        for row in range(1, sheet.max_row + 1)
    ]  # fmt: skip


def _places(area: Any) -> Iterator[tuple[int, int]]:
    return (
        (row, column)
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    )


def _cell(sheet: Any, row: int, column: int, at: str) -> Cell:
    cell = sheet.cell(row, column)
    value = cell.value
    if value is None or isinstance(value, bool):
        return Cell("", at)
    if isinstance(value, int | float):
        return Cell(*_shown(Decimal(str(value)), str(cell.number_format), at))
    if hasattr(value, "strftime"):
        return Cell(value.strftime("%d/%m/%Y"), at)
    return Cell(" ".join(str(value).split()), at)


def _shown(value: Decimal, form: str, at: str) -> tuple[str, str, Decimal]:
    """A number as a Vietnamese Excel shows it by its format: `7,70`, `48.065`, `5,8%`."""
    percent = "%" in form
    shown = value * 100 if percent else value
    places = re.search(r"0\.(0+)", form)
    if places:
        shown = shown.quantize(Decimal(1).scaleb(-len(places[1])))
    text = format(shown.normalize() if not places and shown % 1 else shown, "f")
    text = text if places or "." not in text else text.rstrip("0").rstrip(".")
    whole, _, rest = text.partition(".")
    if "#,##0" in form:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", ".", whole)
    return whole + (f",{rest}" if rest else "") + ("%" if percent else ""), at, Decimal(text)
