"""Values to bytes: JSON, CSV and text, the same bytes from the same value."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

BOM = b"\xef\xbb\xbf"
"""What a spreadsheet knows UTF-8 by: without it Vietnamese letters come out garbled."""
NUMBER = re.compile(r"[+-]?\d[\d .,]*%?")
RUNS = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with when a spreadsheet takes it for a formula."""


@dataclass(frozen=True, slots=True)
class JsonRecipe:
    """A plain value (dict, list, str, int, float, bool, None) as JSON, keys in the order that they are given in.

    `quick`: writing it out costs less than telling whether it changed.
    """

    digest: str = "json 1"
    quick: bool = True

    def __call__(self, given: Any) -> bytes:
        return json_bytes(given)


@dataclass(frozen=True, slots=True)
class TextRecipe:
    """Text as UTF-8."""

    digest: str = "text 1"
    quick: bool = True

    def __call__(self, given: str) -> bytes:
        return given.encode()


@dataclass(frozen=True, slots=True)
class CsvRecipe:
    """A header and rows of strings as CSV, no cell of which a spreadsheet would run; `mark`ed for spreadsheets."""

    mark: bool = True
    quick: bool = True

    @property
    def digest(self) -> str:
        return f"csv 2 {self.mark}"

    def __call__(self, given: tuple[Sequence[str], Iterable[Sequence[str]]]) -> bytes:
        return (BOM if self.mark else b"") + csv_bytes(*given)


def json_bytes(value: Any) -> bytes:
    """Compact JSON in UTF-8, with letters as they are and a line end at the end. NaN is refused (ValueError)."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8: commas, quotes where they must be, a line feed after each row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([harmless(heading) for heading in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: an apostrophe goes before what begins like one and is no number."""
    return f"'{cell}" if runs(cell) else cell


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula, now or once the blanks before it are taken off."""
    bare = cell.strip()
    return (cell.startswith(RUNS) or bare.startswith(RUNS)) and not NUMBER.fullmatch(bare)
