"""Datasets: one observation a row, the printed string beside the parsed number."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from .diagnostic import Source
from .records import Text, Unit

Status = Literal["result", "plan", "target", "estimate", "preliminary"]
Comparator = Literal["eq", "gt", "gte", "lt", "lte", "approx"]
Attribution = Literal["printed", "inferred"]

COLUMNS = (
    "place", "place_name", "year", "indicator", "value", "value_printed", "unit", "status", "standard", "producer",
    "source", "note",
)  # fmt: skip
"""The columns that every tidy CSV begins with; EXTRA may follow, in this order."""
EXTRA = ("comparator", "item", "row", "order", "serial_printed", "source_line", "attribution", "span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One number with all that it is: of which place, year, indicator, unit, status, standard, producer and source.

    `value` is None where the cell is empty or withheld. `place_name` and `value_printed` are as the source prints
    them. `row` tells a printed total from its parts. `source` is `<plan>#<provision>` or a reference's id;
    `source_line` is the line of the plan's source.txt. `attribution` is `inferred` where the source does not say
    who made the number, so that the producer is our reading of who published it. `span` is the time that it is of,
    where that is not its year: `2016–2020`, `6 tháng đầu năm 2019`. `english`: the source prints numbers the English
    way (`1,452.5`). `line` is the line of our CSV.
    """

    place: str
    place_name: str
    year: int
    indicator: str
    value: Decimal | None
    value_printed: str
    unit: Unit
    status: Status
    standard: str
    producer: str
    source: str
    note: str = ""
    comparator: Comparator = "eq"
    item: str = ""
    row: Literal["unit", "total"] = "unit"
    order: int = 0
    serial_printed: str = ""
    source_line: int | None = None
    attribution: Attribution = "printed"
    span: str = ""
    english: bool = field(default=False, compare=False)
    line: int = field(default=0, compare=False)

    @property
    def of(self) -> str:
        """What the number is of beside its place and year: a thing or group, and a time that is not the year."""
        return ", ".join(filter(None, (self.item, self.span)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's entry in the dictionary."""

    name: str
    type: str
    description: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A Data Package folder: `datasets/<id>/` with datapackage.json, `<id>.csv` and README.md.

    `plan` is the plan whose table or text this is, if it is one. `provenance` says where the numbers come from and what
    we did to them. `csv` is the path of the CSV inside the project, `sha256` its digest. `readme` is the text of
    README.md.
    """

    id: str
    title: Text
    description: Text
    provenance: Text
    licence: str
    licence_url: str
    plan: str | None
    table: str | None
    references: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Observation, ...]
    csv: str
    sha256: str
    readme: str = ""
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)
