"""Every dataset in open formats, and the Data Package that describes it."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.derive.facts import Facts
from generator.derive.frames import KEYS, frame, wide
from generator.model.output import Output
from generator.model.records import Text
from generator.model.site import Site
from generator.model.tables import COLUMNS, Dataset, Observation
from generator.site.urls import URLS, Urls
from generator.site.wording import localized

from . import parquet
from .api.numbers import ApiObservation
from .api.objects import SchemaRecipe, json_of
from .packages import LANGUAGE, Cells, PackageRecipe, ZipRecipe, csvw_of, package_of
from .parquet import Columns, ColumnType, ParquetRecipe
from .recipes import BOM, CsvRecipe, JsonRecipe, TextRecipe, csv_bytes
from .sheets import Column, Sheet, XlsxRecipe

KINDS: dict[str, ColumnType] = {"year": "integer", "value": "number", "order": "integer", "source_line": "integer"}
"""The columns that do not hold words."""
ROWS = tuple[ApiObservation, ...]
"""What the JSON of a dataset holds."""
WIDTHS = {"place": 30, "place_name": 24, "indicator": 22, "standard": 22, "producer": 26, "source": 26, "note": 50}
"""The widths of columns in a workbook, in characters, where they are not the usual."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a dataset: its format (`csv`, `csv-wide`, `xlsx`, `json`, `parquet`, `zip`, `readme`, `datapackage`,
    `csvw`),
    and its path inside the site."""

    format: str
    path: str


@dataclass(frozen=True, slots=True)
class WideRecipe:
    """The cells of a dataset as a table that is easy on spreadsheets: a row a place and year, a column an indicator."""

    digest: str = "wide 3"

    def __call__(self, given: tuple[Cells, tuple[str, ...]]) -> bytes:
        cells, unbound = given
        table = wide(frame(*cells), unbound)
        return BOM + csv_bytes(list(table.columns), table.itertuples(index=False, name=None))


def outputs(facts: Facts) -> tuple[Output, ...]:
    """Every file of every dataset, and the schema of their rows as JSON."""
    site = facts.site
    at = Urls(site.config.base_url)
    made = [output for dataset in site.datasets.values() for output in _files(site, dataset, at)]
    return (*made, Output(URLS.schema("dataset"), SchemaRecipe(ROWS), at.schema("dataset")))


def downloads(dataset: Dataset) -> tuple[Download, ...]:
    """What a reader may take along of a dataset; as Parquet only where this machine can write it."""
    folder, id = URLS.dataset(dataset.id), dataset.id
    return (
        Download("csv", f"{folder}{id}.csv"),
        *((Download("csv-wide", f"{folder}{id}-rong.csv"),) if has_wide_form(dataset) else ()),
        Download("xlsx", f"{folder}{id}.xlsx"),
        Download("json", f"{folder}{id}.json"),
        *((Download("parquet", f"{folder}{id}.parquet"),) if parquet.INSTALLED else ()),
        Download("zip", f"{folder}{id}.zip"),
        Download("readme", f"{folder}README.md"),
        Download("datapackage", f"{folder}datapackage.json"),
        Download("csvw", f"{folder}{id}.csv-metadata.json"),
    )


def has_wide_form(dataset: Dataset) -> bool:
    """Whether a table with a column an indicator says the same: several indicators, and one number for each cell."""
    keys = Counter((*(getattr(row, key) for key in KEYS), row.indicator) for row in dataset.rows)
    exact = all(row.comparator == "eq" and not row.of for row in dataset.rows)
    return exact and len({row.indicator for row in dataset.rows}) > 1 and max(keys.values(), default=0) == 1


def cells_of(dataset: Dataset) -> Cells:
    """The dataset's CSV as authored: the same columns and, but for what a spreadsheet would run, the same cells."""
    columns = _columns(dataset)
    return columns, tuple(tuple(_cell(row, column) for column in columns) for row in dataset.rows)


def _files(site: Site, dataset: Dataset, at: Urls) -> list[Output]:
    cells = cells_of(dataset)
    unbound = tuple(standard.id for standard in site.standards.values() if standard.kind == "not_applicable")
    rows = json_of(ROWS, tuple(ApiObservation.of(row) for row in dataset.rows))
    package = (package_of(site, dataset, at), cells)
    recipes: dict[str, tuple[Any, Any]] = {
        "csv": (CsvRecipe(mark=False), cells),
        "csv-wide": (WideRecipe(), (cells, unbound)),
        "xlsx": (XlsxRecipe(), (sheet_of(site, dataset, at),)),
        "json": (JsonRecipe(), rows),
        "parquet": (ParquetRecipe(), _typed(dataset, at)),
        "zip": (ZipRecipe(), (*package, dataset.readme)),
        "readme": (TextRecipe(), dataset.readme),
        "datapackage": (PackageRecipe(), package),
        "csvw": (JsonRecipe(), csvw_of(dataset, at)),
    }
    return [Output(download.path, *recipes[download.format]) for download in downloads(dataset)]


def _columns(dataset: Dataset) -> tuple[str, ...]:
    return tuple(column.name for column in dataset.columns) or COLUMNS


def sheet_of(site: Site, dataset: Dataset, at: Urls) -> Sheet:
    """The dataset as a workbook, in the words of every language: what it is and what its columns mean on a second
    sheet."""
    config = site.config

    def said(text: Text) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text[lang] for lang in config.languages if lang in text))

    return Sheet(
        title=dataset.id,
        columns=tuple(Column(name, WIDTHS.get(name, 14)) for name in _columns(dataset)),
        rows=tuple(tuple(_value(row, name) for name in _columns(dataset)) for row in dataset.rows),
        about_title="README",
        about=(
            *said(dataset.title),
            *said(dataset.description),
            *said(dataset.provenance),
            f"{dataset.licence} – {dataset.licence_url}",
            at.dataset(dataset.id),
            *(f"{column.name}: {' / '.join(said(column.description))}" for column in dataset.columns),
        ),
        author=next(iter(said(config.title)), ""),
        as_of=config.as_of,
    )


def _value(row: Observation, column: str) -> str | int | Decimal | None:
    """What a row has in a column; nothing for an order that is not told."""
    value = getattr(row, column)
    return None if column == "order" and value == 0 else value


def _typed(dataset: Dataset, at: Urls) -> Columns:
    """The dataset as columns with their types; numbers of `value` are those of the JSON."""
    names = _columns(dataset)
    return Columns(
        names=names,
        kinds=tuple(KINDS.get(name, "string") for name in names),
        values=tuple(tuple(_typed_value(row, name) for row in dataset.rows) for name in names),
        about=(
            ("title", localized(dataset.title, LANGUAGE)),
            ("licence", f"{dataset.licence} {dataset.licence_url}"),
            ("source", at.dataset(dataset.id)),
        ),
    )


def _typed_value(row: Observation, column: str) -> str | int | float | None:
    value = _value(row, column)
    return float(value) if isinstance(value, Decimal) else value


def _cell(row: Observation, column: str) -> str:
    value = _value(row, column)
    return "" if value is None else str(value)
