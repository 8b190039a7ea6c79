"""The shapes of the API's lists of numbers: places, datasets, charts, findings and what they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.derive.audit import Rule
from generator.derive.covering import Indirect
from generator.model.places import Relation
from generator.model.records import Confidence, Level, Text

from .shape import told

URL = "its page, a full address"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiChange:
    """A change of an administrative unit."""

    day: date = told("the first day on which it holds")
    place: str = told("id of the unit at the other end of the change")
    relation: Relation = told("whole: all of the ground; part: a part of it; unchanged: the same; boundary: new bounds")
    basis: str = told("the legal act")
    note: str = told("a remark of ours")
    sources: tuple[str, ...] = told("where it was read: ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPlanThrough:
    """A plan that concerns a place through other units."""

    plan: str = told("id of the plan")
    how: Indirect = told(
        "before, after: it concerns units that the place came from, or became, wholly or in part; inside: it is of a"
        " unit in the place or in its ground, and says nothing of the rest of it"
    )
    through: tuple[str, ...] = told("ids of the units through which it does")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPlace:
    """An administrative unit under one name, type and code for one period."""

    id: str = told("its id, unique over all periods")
    url: str = told(URL)
    code: str = told("its statistics code, which may have meant another unit in another period")
    name: str = told("its name without the type")
    full_name: str = told("its type and name")
    type: str = told("tỉnh, thành phố, huyện, xã, …")
    level: Level = told("its level")
    parent: str | None = told("id of the unit above it")
    valid_from: date | None = told("its first day; null is open")
    valid_to: date | None = told("its last day; null is open")
    from_known: bool = told("false where the first day is only that of the list that first shows it")
    aliases: tuple[str, ...] = told("other forms of its name")
    note: str = told("a remark of ours")
    sources: tuple[str, ...] = told("where it was read: ids of references")
    before: tuple[ApiChange, ...] = told("the changes that made it")
    after: tuple[ApiChange, ...] = told("the changes that ended or altered it")
    today: tuple[str, ...] = told("for a former unit, the units that its ground belongs to as of today")
    formerly: tuple[str, ...] = told("for a unit of today, the former units whose ground it holds, wholly or in part")
    plans: tuple[str, ...] = told("ids of its own plans, of those of a unit above it, of those that name it")
    plans_through: tuple[ApiPlanThrough, ...] = told("the other plans that concern it, through other units")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiColumn:
    """A column of a dataset."""

    name: str = told("its name in the header")
    type: str = told("its type in the Table Schema")
    description: Text = told("what it holds, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDataset:
    """A table of numbers, one observation a row."""

    id: str = told("its id")
    url: str = told(URL)
    title: Text = told("its title, by language")
    description: Text = told("what it is, by language")
    provenance: Text = told("where the numbers come from and what was done to them, by language")
    licence: str = told("the licence's name")
    licence_url: str = told("the licence's text")
    plan: str | None = told("id of the plan whose table or text this is")
    table: str | None = told("id of the printed table in that plan")
    references: tuple[str, ...] = told("ids of references")
    columns: tuple[ApiColumn, ...] = told("the dictionary")
    rows: int = told("how many rows it has")
    csv: str = told("the table as CSV")
    json: str = told("the rows as JSON")
    datapackage: str = told("the Data Package that describes it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiFile:
    """A file to take along."""

    format: str = told("svg, png, csv, json, …")
    lang: str = told("the language of its words; empty where it has none")
    url: str = told("its full address")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSource:
    """Where the numbers of a chart come from."""

    lang: str = told("the language of the label")
    label: str = told("its words")
    url: str = told("its full address")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiChart:
    """A chart. Whoever makes one may give paths inside the site: the API completes them."""

    id: str = told("its id")
    url: str = told(URL)
    kind: str = told("the kind of chart")
    title: Text = told("a title that says the point, by language")
    alt: Text = told("the chart in words, by language")
    notes: Mapping[str, tuple[str, ...]] = told("what a reader must know, by language")
    dataset: str | None = told("id of the dataset that it draws; null where it is drawn from the plans' words")
    plan: str | None = told("id of the plan that it is about")
    places: tuple[str, ...] = told("ids of the places that it is about")
    sources: tuple[ApiSource, ...] = told("where its numbers come from")
    files: tuple[ApiFile, ...] = told("its downloads")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiWhere:
    """A place in a plan's text."""

    provision: str | None = told("id of the provision")
    url: str | None = told("the page of the provision")
    line: int | None = told("the line of the plan's source file")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiFinding:
    """A place where printed arithmetic disagrees with itself. No number was changed."""

    id: str = told("its id, which stays the same while its subject does")
    url: str = told(URL)
    rule: Rule = told("what was held against what")
    plan: str | None = told("id of the plan")
    dataset: str | None = told("id of the dataset")
    target: str | None = told("id of the target, where a target was held against a table")
    place: str | None = told("id of the place")
    place_name: str = told("the place as printed")
    year: int | None = told("the year")
    indicator: str | None = told("id of the indicator")
    unit: str = told("the unit of computed, difference and tolerance")
    standards: tuple[str, ...] = told("the poverty standards of the numbers compared")
    printed: str = told("what is printed")
    computed: Decimal | None = told("what follows from the terms, to six decimals")
    difference: Decimal | None = told("printed minus computed")
    tolerance: Decimal | None = told("how far rounding alone could have led")
    terms: tuple[str, ...] = told("the printed strings that it was computed from, in order")
    rounding: bool = told("whether the rounding of projected counts could explain it")
    where: ApiWhere = told("where it stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCheck:
    """How often a rule was tried on a plan or a dataset, and how often it found a disagreement."""

    id: str = told("rule, and dataset or plan")
    url: str = told("the page of findings, a full address")
    rule: Rule = told("what was held against what")
    plan: str | None = told("id of the plan")
    dataset: str | None = told("id of the dataset")
    tried: int = told("how often it was tried")
    found: int = told("how often it found a disagreement")
    explained: int = told("how often the rounding of projected counts explained one, so that it is no finding")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiIndicator:
    """What a number measures."""

    id: str = told("its id")
    url: str = told(URL)
    name: Text = told("its name, by language")
    short: Text = told("a short name, by language")
    unit: str = told("its unit")
    definition: Text = told("what it is, by language")
    formula: Text | None = told("how it is reckoned, by language")
    caution: Text | None = told("what not to read into it, by language")
    references: tuple[str, ...] = told("ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiStandard:
    """A poverty standard. Numbers of two standards never share a line."""

    id: str = told("its id")
    url: str = told("its entry in this file, since it has no page of its own")
    name: Text = told("its name, by language")
    short: Text = told("a short name, by language")
    kind: Literal["income", "multidimensional", "not_stated"] = told("what it measures")
    valid_from: date | None = told("its first day")
    valid_to: date | None = told("its last day")
    basis: str = told("the legal act")
    rule: Text | None = told("the rule in short, by language")
    references: tuple[str, ...] = told("ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiReference:
    """Where a fact was read."""

    id: str = told("its id")
    url: str = told("its entry in this file, since it has no page of its own")
    title: str = told("its title")
    publisher: str = told("who published it")
    where: str = told("where it can be read")
    retrieved: str = told("when it was read")
    confidence: Confidence = told("how sure we are of it")
