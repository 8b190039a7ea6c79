"""Maps of administrative units: outlines as drawn paths, each named by the unit's code on the day of the map."""

from dataclasses import dataclass
from datetime import date

from .records import Record, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A unit's shape. `code` is its statistics code on the day of the map: codes were reused, so it is no key alone.

    `x` and `y` are a point well inside it, in the units of the map; `column` (1 to 8) and `row` (1 to 24) its place in
    the map of equal tiles. `path` is in SVG's language of paths. `short` are the words that fit on a tile.
    """

    code: str
    name: str
    short: str
    x: int
    y: int
    column: int
    row: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """Islands far out, drawn in a frame of their own; they belong to the unit of that code."""

    code: str
    name: str
    short: str
    x: int
    y: int
    width: int
    height: int
    column: int
    row: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sea:
    """The name of a sea, in the middle of its water."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Record):
    """A map of provinces: `content/maps/<id>.yaml`. `day` is the day whose units it shows; None is the site's today."""

    title: Text
    lead: Text
    day: date | None = None
    width: int
    height: int
    credit: Text
    outlines: tuple[Outline, ...]
    insets: tuple[Inset, ...] = ()
    seas: tuple[Sea, ...] = ()
    references: tuple[str, ...] = ()
