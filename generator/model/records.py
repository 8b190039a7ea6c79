"""The records that authors write under content/: one file a record, one class a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .diagnostic import Source

Lang = str
PRINTED: Lang = "vi"
"""The language of the documents themselves, which nobody translates."""
Text = Mapping[Lang, str]  # the same words in each language: {"vi": …, "en": …}
System = Literal["party", "state", "front", "other"]
Level = Literal["country", "region", "province", "district", "commune", "village"]
Confidence = Literal["high", "medium", "low"]
Nature = Literal["body", "group"]
SourceKind = Literal["law", "copy", "official", "press"]
"""What law was read in: the issuer's own text, a copy or excerpt of it, an office's explanation, or a newspaper."""
Unit = Literal[
    "households", "persons", "percent", "percentage_point", "million_vnd", "billion_vnd", "vnd_per_month",
    "thousand_vnd_per_month", "million_vnd_per_year", "points", "years", "count",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: its id, which is its file's name, and where its fields were written."""

    id: str
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a fact was read: `content/references/<id>.yaml`. Facts of tables and records name these ids.

    What law is read in says its `kind` and the day on which it was read.
    """

    title: str
    publisher: str
    where: str
    retrieved: str
    confidence: Confidence
    kind: SourceKind | None = None
    read_on: date | None = None
    id: str = ""
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Record):
    """Whom plans name as doing something, one entity with all its printed forms: `content/agencies/<id>.yaml`.

    `until` is its last day, where it ended and its administrative unit did not end with it.
    Most are public bodies. A `group` is people or firms that a text speaks of together, such as poor households: it is
    no body that could be supervised.
    """

    name: Text
    system: System
    level: Level
    nature: Nature = "body"
    place: str | None = None
    aliases: tuple[str, ...] = ()
    fate: Text | None = None
    until: date | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A cited document, one entity however it is spelled: `content/documents/<id>.yaml`."""

    name: Text
    number: str | None = None
    issuer: Text | None = None
    date: date | None = None
    kind: str = "document"
    note: Text | None = None
    references: tuple[str, ...] = ()


Base = Literal["households", "not_printed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Record):
    """A poverty standard with its period: `content/standards/<id>.yaml`. Series of two standards never join.

    `base` is what its rates are shares of; `not_printed` where no table says whether of households or of persons.
    """

    name: Text
    short: Text
    kind: Literal["income", "multidimensional", "not_stated", "not_applicable"]
    valid_from: date | None = None
    valid_to: date | None = None
    base: Base = "households"
    basis: str = ""
    rule: Text | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Record):
    """What a body answered to what the portal says, in its own words: `content/replies/<id>.yaml`. `about` are plans
    (`<plan>`) and commitments (`<plan>/ck-001`); `where` is where the answer can be read, or who keeps it."""

    agency: str
    date: date
    about: tuple[str, ...]
    quote: str
    where: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """What the portal said wrongly and has corrected: `content/corrections/<id>.yaml`. `pages` are paths inside a
    language (`cam-ket/…/ck-001/`)."""

    date: date
    before: Text
    after: Text
    why: Text
    pages: tuple[str, ...]
    plan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """What a number measures: `content/indicators/<id>.yaml`."""

    name: Text
    short: Text
    unit: Unit
    definition: Text
    formula: Text | None = None
    caution: Text | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Record):
    """A page of our own words: `content/pages/<id>.<lang>.md`. `html` is safe HTML made from Markdown."""

    title: Text
    html: Text
