"""Every dataset in open formats, and the Data Package that describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from generator.derive.facts import Facts
from generator.derive.frames import KEYS, frame, wide
from generator.model.output import Output
from generator.model.records import Text
from generator.model.site import Site
from generator.model.tables import COLUMNS, Comparator, Dataset, Observation, Status, Unit

from .addresses import API, Addresses
from .recipes import CsvRecipe, JsonRecipe, csv_bytes, json_bytes
from .schema import schema_of
from .shape import plain, told

Cells = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""A header and its rows, as strings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiObservation:
    """One number with all that it is."""

    place: str = told("id of the place")
    place_name: str = told("the place as printed")
    year: int = told("the year")
    indicator: str = told("id of the indicator")
    value: Decimal | None = told("the number; null where the cell is empty or withheld")
    value_printed: str = told("the number as printed")
    unit: Unit = told("its unit")
    status: Status = told("result, plan, target, estimate or preliminary")
    standard: str = told("id of the poverty standard")
    producer: str = told("who produced it")
    source: str = told("`<plan>#<provision>` or the id of a reference")
    note: str = told("a remark of ours")
    comparator: Comparator = told("how the number binds: eq where it is the number")
    item: str = told("what it is of, where one indicator is printed for several things")
    row: str = told("unit, or total for a printed total")
    order: int = told("its row in the printed order, from one; 0 where none is told")
    serial_printed: str = told("the printed serial number")
    source_line: int | None = told("the line of the plan's source file")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a dataset: its format (`csv`, `csv-wide`, `json`, `datapackage`) and its path inside the site."""

    format: str
    path: str


@dataclass(frozen=True, slots=True)
class WideRecipe:
    """The cells of a dataset as a table that is easy on spreadsheets: a row a place and year, a column an indicator."""

    @property
    def digest(self) -> str:
        return "wide 1"

    def __call__(self, given: Cells) -> bytes:
        table = wide(frame(*given))
        return csv_bytes(list(table.columns), table.itertuples(index=False, name=None))


@dataclass(frozen=True, slots=True)
class PackageRecipe:
    """A Data Package's description, completed with the size and digest of its CSV."""

    quick: bool = True

    @property
    def digest(self) -> str:
        return "datapackage 1"

    def __call__(self, given: tuple[dict[str, Any], Cells]) -> bytes:
        package, cells = given
        body = csv_bytes(*cells)
        facts = {"bytes": len(body), "hash": f"sha256:{sha256(body).hexdigest()}"}
        (resource,) = package["resources"]
        return json_bytes({**package, "resources": [{**resource, **facts}]})


def outputs(facts: Facts) -> tuple[Output, ...]:
    """Every file of every dataset, and the schema of their rows as JSON."""
    site = facts.site
    at = Addresses(site.config.base_url)
    made = [one for dataset in site.datasets.values() for one in _files(site, dataset, at)]
    schema = schema_of(tuple[ApiObservation, ...], at.schema("dataset"))
    return (*made, Output(f"{API}schema/dataset.json", JsonRecipe(), schema))


def downloads(dataset: Dataset) -> tuple[Download, ...]:
    """What a reader may take along of a dataset."""
    folder, id = f"du-lieu/{dataset.id}/", dataset.id
    spread = (Download("csv-wide", f"{folder}{id}-rong.csv"),) if has_wide_form(dataset) else ()
    return (
        Download("csv", f"{folder}{id}.csv"),
        *spread,
        Download("json", f"{folder}{id}.json"),
        Download("datapackage", f"{folder}datapackage.json"),
    )


def has_wide_form(dataset: Dataset) -> bool:
    """Whether a table with a column an indicator says the same: several indicators, and one number for each cell."""
    keys = Counter((*(getattr(row, key) for key in KEYS), row.indicator) for row in dataset.rows)
    exact = all(row.comparator == "eq" and not row.item for row in dataset.rows)
    return exact and len({row.indicator for row in dataset.rows}) > 1 and max(keys.values(), default=0) == 1


def cells_of(dataset: Dataset) -> Cells:
    """The dataset's CSV as authored: the same columns and, but for what a spreadsheet would run, the same cells."""
    columns = tuple(column.name for column in dataset.columns) or COLUMNS
    return columns, tuple(tuple(_cell(row, column) for column in columns) for row in dataset.rows)


def _files(site: Site, dataset: Dataset, at: Addresses) -> list[Output]:
    cells = cells_of(dataset)
    rows = [plain(_observation(row)) for row in dataset.rows]
    recipes: dict[str, tuple[Any, Any]] = {
        "csv": (CsvRecipe(), cells),
        "csv-wide": (WideRecipe(), cells),
        "json": (JsonRecipe(), rows),
        "datapackage": (PackageRecipe(), (_package(site, dataset, at), cells)),
    }
    return [Output(one.path, *recipes[one.format]) for one in downloads(dataset)]


def _observation(row: Observation) -> ApiObservation:
    return ApiObservation(
        place=row.place,
        place_name=row.place_name,
        year=row.year,
        indicator=row.indicator,
        value=row.value,
        value_printed=row.value_printed,
        unit=row.unit,
        status=row.status,
        standard=row.standard,
        producer=row.producer,
        source=row.source,
        note=row.note,
        comparator=row.comparator,
        item=row.item,
        row=row.row,
        order=row.order,
        serial_printed=row.serial_printed,
        source_line=row.source_line,
    )


def _cell(row: Observation, column: str) -> str:
    value = getattr(row, column)
    return "" if value is None or (column == "order" and value == 0) else str(value)


def _package(site: Site, dataset: Dataset, at: Addresses) -> dict[str, Any]:
    """The description of a Data Package, without what only the CSV's bytes tell."""
    return {
        "name": dataset.id,
        "profile": "tabular-data-package",
        "title": _english(dataset.title),
        "description": _english(dataset.description),
        "homepage": at.dataset(dataset.id),
        "licenses": [{"name": dataset.licence, "path": dataset.licence_url}],
        "sources": _sources(site, dataset, at),
        "resources": [
            {
                "name": dataset.id,
                "profile": "tabular-data-resource",
                "path": f"{dataset.id}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": one.name, "type": one.type, "description": _english(one.description)}
                        for one in dataset.columns
                    ],
                    "missingValues": [""],
                },
            }
        ],
        "portal": {
            "title": dict(dataset.title),
            "description": dict(dataset.description),
            "provenance": dict(dataset.provenance),
            "plan": dataset.plan,
            "table": dataset.table,
            "references": list(dataset.references),
            "columns": {one.name: dict(one.description) for one in dataset.columns},
        },
    }


def _sources(site: Site, dataset: Dataset, at: Addresses) -> list[dict[str, str]]:
    plan = site.plans.get(dataset.plan or "")
    own = [{"title": f"{plan.number_printed}: {plan.title_printed}", "path": at.plan(plan.id)}] if plan else []
    named: Sequence[str] = [id for id in dataset.references if id in site.references]
    return [*own, *({"title": site.references[id].title, "path": site.references[id].where} for id in named)]


def _english(text: Text) -> str:
    """The words for readers of a standard that knows one language; English where there is any."""
    return text.get("en") or next(iter(text.values()), "")
