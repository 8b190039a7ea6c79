"""The administrative units with their periods, what they became, those that can only be looked up, and regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

from generator.model.diagnostic import Span
from generator.model.places import Change, Lookup, Place, Region

from .decode import Shape
from .files import Folder, is_name
from .rows import decode_row, read_rows

UNITS = "datasets/don-vi-hanh-chinh"
_LISTS = frozenset(("aliases", "communes", "members", "sources"))
TABLES = {
    "units.csv": Shape(Place, "place"),
    "changes.csv": Shape(Change, "change"),
    "lookup.csv": Shape(Lookup, "place"),
    "regions.csv": Shape(Region, "region"),
}
"""The tables that may stand there, with what a row is."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units by id, in the order of their ids; all changes by day; the other tables in the order of their rows."""

    places: Mapping[str, Place]
    changes: tuple[Change, ...]
    lookup: tuple[Lookup, ...]
    regions: tuple[Region, ...]


def read_places(folder: Folder) -> Units:
    """The tables of administrative units; each may be missing. Mistakes go to the folder."""
    for entry in folder.entries(UNITS):
        if entry not in (*TABLES, "README.md"):
            folder.wrong("unknown-file", Span(f"{UNITS}/{entry}"), file=f"{UNITS}/{entry}")
    places = {place.id: place for place in _named(folder, "units.csv")}
    changes = sorted(_rows(folder, "changes.csv"), key=lambda row: (row.day, row.before, row.after))
    for change, before in pairwise(reversed(changes)):
        if (change.day, change.before, change.after) == (before.day, before.before, before.after):
            folder.wrong("written-twice", change.source_of.at(), value=f"{change.before}, {change.after}")
    return Units(
        places=dict(sorted(places.items())),
        changes=tuple(changes),
        lookup=tuple(_named(folder, "lookup.csv")),
        regions=tuple(_named(folder, "regions.csv")),
    )


def _named(folder: Folder, table: str) -> Iterator[Any]:
    """The records of a table whose rows have ids: each id is a name, and stands once."""
    first: dict[str, int] = {}
    for row in _rows(folder, table):
        at = row.source_of.at("id")
        if not is_name(row.id):
            folder.wrong("bad-name", at, name=row.id)
        elif row.id in first:
            folder.wrong("duplicate-id", at, id=row.id, first=f"{at.file}:{first[row.id]}")
        else:
            first[row.id] = at.line
            yield row


def _rows(folder: Folder, table: str) -> Iterator[Any]:
    """The records of a table, in its order; spoiled rows are recorded and left out."""
    file, shape = f"{UNITS}/{table}", TABLES[table]
    columns = tuple(field.name for field in fields(shape.cls) if field.name != "source_of")
    rows = read_rows(folder, file, columns) if folder.exists(file) else None
    for row in rows.rows if rows else ():
        assert rows is not None
        record, found = decode_row(shape, rows.document(row, _LISTS), ("code",))
        folder.found.extend(found)
        if record is not None:
            yield record
