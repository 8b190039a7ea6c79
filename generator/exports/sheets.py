"""Lists to spreadsheets, as CSV and as XLSX: the same bytes from the same list, and no cell that runs.

XlsxWriter is imported when a workbook is made, since most builds make none.
"""

import io
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from .recipes import BOM, csv_bytes, runs

Cell = str | int | Decimal | date | None
"""What a cell may hold: words, a number, a day, or nothing."""
"""What tells a spreadsheet that a CSV is UTF-8: without it, Vietnamese letters come out as others."""
LONGEST = 32_767
"""The characters that a cell of a workbook may hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its width in characters."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list of rows under headings. `about` are lines for a second sheet: what the list is, of when, from where."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about_title: str
    about: tuple[str, ...]
    author: str
    as_of: date


@dataclass(frozen=True, slots=True)
class CsvSheetRecipe:
    """A list as CSV for spreadsheets, with the mark that says UTF-8. Days are written `2019-11-15`."""

    digest: str = "csv sheet 1"
    quick: bool = True

    def __call__(self, given: Sheet) -> bytes:
        header = [column.heading for column in given.columns]
        return BOM + csv_bytes(header, ([_plain(cell) for cell in row] for row in given.rows))


@dataclass(frozen=True, slots=True)
class XlsxRecipe:
    """Lists as a workbook: text that is never a formula nor a link, real days and numbers, a header that stays. What
    they are is told of the first."""

    digest: str = "xlsx 3"

    def __call__(self, given: tuple[Sheet, ...]) -> bytes:
        from xlsxwriter import Workbook

        body = io.BytesIO()
        # In memory each part of the archive gets one fixed time; else it would get that of a temporary file.
        workbook = Workbook(body, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
        first = given[0]
        made = datetime.combine(first.as_of, time())
        workbook.set_properties({"title": first.title, "author": first.author, "created": made})
        names: list[str] = []
        for sheet in given:
            names.append(_name(sheet.title, names))
            _fill(workbook, workbook.add_worksheet(names[-1]), sheet)
        _tell(workbook, workbook.add_worksheet(_name(first.about_title, names)), first.about)
        workbook.close()
        return body.getvalue()


def _fill(workbook: Any, sheet: Any, given: Sheet) -> None:
    """Write a list on a sheet."""
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    words = workbook.add_format({"text_wrap": True, "valign": "top"})
    # The mark behind the apostrophe that a person types: the cell stays text, also after it was edited.
    quoted = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    days = workbook.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    for place, column in enumerate(given.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, bold)
    for line, row in enumerate(given.rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, place, datetime.combine(cell, time()), days)
            elif isinstance(cell, int | Decimal):
                sheet.write_number(line, place, cell, words)
            elif cell:
                sheet.write_string(line, place, cell[:LONGEST], quoted if runs(cell) else words)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(given.rows), len(given.columns) - 1)
    # A code (`01`) or a printed number is text here, and no mistake to be marked in green.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _tell(workbook: Any, sheet: Any, about: tuple[str, ...]) -> None:
    """Write what the lists are on a sheet, a line each."""
    words = workbook.add_format({"text_wrap": True, "valign": "top"})
    quoted = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet.set_column(0, 0, 100)
    for line, sentence in enumerate(about):
        sheet.write_string(line, 0, sentence, quoted if runs(sentence) else words)


def _name(title: str, taken: Collection[str]) -> str:
    """A title as the name of a sheet, which may be no longer, hold no such marks, and be no other's."""
    name = "".join(" " if mark in "[]:*?/\\'" else mark for mark in title)[:31].strip()
    same = sum(other[:27] == name[:27] for other in taken)
    return f"{name[:27].strip()} {same + 1}" if same else name


def _plain(cell: Cell) -> str:
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
