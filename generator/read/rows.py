"""A CSV's rows, with the line and column of each cell."""

import csv
import io
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from generator.model.diagnostic import Cells, Diagnostic, Phrase, Source, Span, cell_column

from .decode import Shape, decode
from .files import Folder
from .nodes import Document

_SIGNS = {";": ";", "\t": "tab", "|": "|"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a CSV: the line it begins in (from one), its cells, and the text of its first line."""

    line: int
    cells: tuple[str, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A CSV of a project. Every row has as many cells as the header. `text` ends in one line feed."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str

    def document(self, row: Row, lists: frozenset[str] = frozenset()) -> Document:
        """A row as a document: cells by column, None for an empty one; `lists` are columns that hold several values."""
        value = {
            name: _values(cell) if name in lists else cell or None
            for name, cell in zip(self.header, row.cells, strict=True)
        }
        return Document(value, Source(self.file, cells=self.cells({"": row})))

    def cells(self, rows: Mapping[str, Row]) -> Cells:
        """Where the cells of some rows stand, by the rows' names."""
        return Cells(self.file, self.header, {name: (row.line, row.raw) for name, row in rows.items()})


def read_rows(folder: Folder, name: str, header: tuple[str, ...], extra: tuple[str, ...] = ()) -> Rows | None:
    """The rows of a CSV whose header is `header`, then any of `extra` in this order; else None, mistakes recorded.

    A row with too few or too many cells is recorded and left out.
    """
    text = folder.table(name)
    if text is None:
        return None
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text), strict=True)
    csv.field_size_limit(folder.limits.line)
    found: tuple[str, ...] | None = None
    rows: list[Row] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):  # a spreadsheet saves empty rows, too
                continue
            if found is None:
                found = tuple(cells)
                if not _right_header(folder, name, found, header, extra):
                    return None
            elif len(cells) != len(found):
                column = cell_column(lines[line - 1], len(cells) - 1 if len(cells) < len(found) else len(found))
                folder.wrong("ragged-row", Span(name, line, column), found=len(cells), wanted=len(found))
            elif len(rows) == folder.limits.rows:
                folder.wrong("too-many", Span(name, line), what=Phrase("many.rows"), limit=folder.limits.rows)
                return None
            else:
                rows.append(Row(line, tuple(cells), lines[line - 1]))
    except csv.Error as error:
        folder.wrong("bad-csv", Span(name, before + 1), problem=error)
        return None
    if found is None:
        _right_header(folder, name, (), header, extra)
        return None
    return Rows(name, found, tuple(rows), text.rstrip("\n") + "\n")


def decode_row(
    shape: Shape, document: Document, may_be_empty: tuple[str, ...] = (), **filled: Any
) -> tuple[Any, list[Diagnostic]]:
    """The record that a row writes. An empty cell is None where the field may be, else the field's default.

    A field that has no default must not be empty, but those in `may_be_empty`, which are then empty words.
    """
    assert isinstance(document.value, dict)
    fields = shape.cls.__dataclass_fields__
    empty = [name for name, cell in document.value.items() if cell is None and not _may_be_none(shape.cls, name)]  # type: ignore[arg-type]
    bare = [name for name in empty if name in fields and _has_no_default(fields[name])]
    blank = [name for name in bare if name in may_be_empty]
    needed = [name for name in bare if name not in may_be_empty]
    if needed:
        return None, [Diagnostic("empty-value", document.source.at(name), {"field": name}) for name in needed]
    value = {name: cell for name, cell in document.value.items() if name not in empty}
    return decode(shape, Document(value, document.source), **dict.fromkeys(blank, ""), **filled)


def _has_no_default(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _may_be_none(cls: type[Any], name: str) -> bool:
    return type(None) in get_args(get_type_hints(cls).get(name))


def _values(cell: str) -> list[str]:
    return [value.strip() for value in cell.split(";") if value.strip()]


def _right_header(
    folder: Folder, name: str, found: tuple[str, ...], header: tuple[str, ...], extra: tuple[str, ...]
) -> bool:
    """Whether a header is as it must be; the first column that is not is recorded."""
    if len(found) == 1 and (sign := next((sign for sign in ";\t|" if found[0].count(sign) >= len(header) - 1), "")):
        folder.wrong("wrong-separator", Span(name, 1, len(header[0]) + 1), sign=_SIGNS[sign])
        return False
    rest = iter(extra)
    wanted = list(header) + [column for column in found[len(header) :] if column in rest]
    if list(found) == wanted:
        return True
    if nameless := [place for place, column in enumerate(found) if not column.strip()]:
        at = Span(name, 1, len(",".join(found[: nameless[0]])) + 1 + (nameless[0] > 0))
        folder.wrong("nameless-column", at, columns=", ".join(str(place + 1) for place in nameless))
        return False
    place = next(
        (n for n, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), min(len(found), len(wanted))
    )
    folder.wrong(
        "wrong-header",
        Span(name, 1, len(",".join(found[:place])) + (2 if place else 1)),
        column=place + 1,
        wanted=wanted[place] if place < len(wanted) else "",
        found=found[place] if place < len(found) else "",
        header=",".join(header) + (f"[,{','.join(extra)}]" if extra else ""),
    )
    return False
