"""Administrative units with their periods: what a place was, is, and became."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .diagnostic import Source
from .records import Level

Relation = Literal["whole", "part", "boundary", "within"]
"""`whole` and `part`: the territory went wholly or in part to `after`. `boundary`: both units live on, and the border
between them moved. `within`: the unit ended without a successor of its own level; its territory lies inside `after`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit under one name, type and code for one period.

    The statistics code alone is no key: codes were reused in 2025, so `id` is a slug that is unique over all periods.
    `valid_from` and `valid_to` are the first and last day; None is open. `from_known` is False where the first day is
    only the day of the list that first shows the unit.
    """

    id: str
    code: str
    name: str
    type: str  # tỉnh, thành phố, huyện, thị xã, quận, xã, phường, thị trấn, đặc khu, vùng, quốc gia
    level: Level
    parent: str | None
    valid_from: date | None
    valid_to: date | None
    from_known: bool = True
    aliases: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on that day, its first and last day included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def full_name(self) -> str:
        """The type and the name as Vietnamese administration writes them: `Huyện Tân Yên`."""
        return self.name if self.level == "country" else f"{self.type[:1].upper()}{self.type[1:]} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A unit that is only there to be found by its name: a row of `lookup.csv`.

    `parent_name` is the unit above it as words, `province` the province of its time. A unit that is no more has its
    last day in `until`, in `became` the province that its ground belongs to today, and in `communes` the communes of
    today, other rows or places, as far as lists tell them.
    """

    id: str
    code: str
    name: str
    type: str
    level: Level
    parent_name: str
    province: str
    until: date | None = None
    became: str | None = None
    communes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)

    @property
    def full_name(self) -> str:
        """The type and the name: `Xã Tân Yên`."""
        return f"{self.type[:1].upper()}{self.type[1:]} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region of the country in one scheme (`63` or `34` provinces): a row of `regions.csv`.

    `id` is also that of its place. `members` are all its provinces through time, so that those of any one day make up
    the region on that day.
    """

    id: str
    scheme: str
    name_vi: str
    name_en: str
    members: tuple[str, ...]
    sources: tuple[str, ...] = ()
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From `day` on, `before` is (wholly or in part) `after`."""

    day: date
    before: str
    after: str
    relation: Relation
    basis: str
    note: str = ""
    sources: tuple[str, ...] = ()
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)
