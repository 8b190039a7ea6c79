"""Acts of law, and the articles of them that statements rest on."""

import datetime
from dataclasses import dataclass
from typing import Literal

from .records import Record, Text

Letter = Literal["state", "commune"]
"""Whom a letter is for: any state agency, or the People's Committee of a commune."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Record):
    """A legal act that statements rest on, or that one of them took the place of: `content/acts/<id>.yaml`.

    `number`, `year` and `symbol` make up its sign (`188/2025/NĐ-CP`); where `year_printed` is false the year is no part
    of it (`2553/QĐ-TTg`). What was not read is null. `in_force_to` is its last day, null where no end is known; `place`
    the unit that it holds in, null where that is the whole country. `letters` says which letters cite it.
    """

    name: Text
    issuer: Text
    year: int
    number: str | None = None
    symbol: str | None = None
    year_printed: bool = True
    date: datetime.date | None = None
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    place: str | None = None
    references: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    note: Text | None = None

    @property
    def sign(self) -> str:
        """Its number as it is cited; empty where the number was not read."""
        if self.number is None or self.symbol is None:
            return ""
        return "/".join((self.number, *([str(self.year)] if self.year_printed else ()), self.symbol))


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """What a statement rests on: an act, and the article with its clause and point (`12.3.o`).

    `article` is null where the source that was read does not name it.
    """

    act: str
    article: str | None
