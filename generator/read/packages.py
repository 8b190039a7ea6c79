"""What describes a table: a Data Package with our own keys, or three lines of which all else follows."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator.model.records import Text

from .decode import Shape, decode
from .files import Folder, document
from .nodes import Document
from .rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    path: str
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    name: str
    title: str
    description: str
    licenses: tuple[Licence, ...]
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """Our own keys of a Data Package, under `portal`."""

    title: Text
    description: Text
    provenance: Text
    columns: Mapping[str, Text]
    plan: str | None = None
    table: str | None = None
    references: tuple[str, ...] = ()
    numbers: Mapping[str, Literal["vietnamese", "english"]] | None = None
    """How sources print numbers, by source, where not as Vietnamese ones do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """`dataset.yaml`, for a table of which there is no more to say: all else is as in any other dataset."""

    title: Text
    provenance: Text
    references: tuple[str, ...] = ()
    description: Text | None = None
    plan: str | None = None
    table: str | None = None
    numbers: Mapping[str, Literal["vietnamese", "english"]] | None = None


SHORT = "dataset.yaml"
SHORT_SHAPE = Shape(Short, "dataset")


def shortly(folder: Folder, path: str, id: str, rows: Rows | None) -> tuple[Document, Package, Portal] | None:
    """What `dataset.yaml` says, and what goes without saying; None, and mistakes recorded, where it cannot be read."""
    written = document(folder, f"{path}/{SHORT}")
    if written is None:
        return None
    short, found = decode(SHORT_SHAPE, written)
    folder.found.extend(found)
    if short is None or rows is None:
        return None
    described = _columns()
    name = short.title.get("en") or next(iter(short.title.values()), id)
    fields = tuple(
        Field(name=column, type=_TYPES.get(column, "string"), description=described[column]["en"])
        for column in rows.header
    )
    resource = Resource(path=f"{id}.csv", schema=Schema(fields=fields))
    licences = (Licence(name="CC-BY-4.0", path="https://creativecommons.org/licenses/by/4.0/"),)
    package = Package(name=id, title=name, description=name, licenses=licences, resources=(resource,))
    columns = {
        column: {lang: described[column].get(lang) or described[column]["en"] for lang in short.title}
        for column in rows.header
    }
    portal = Portal(
        title=short.title,
        description=short.description or short.title,
        provenance=short.provenance,
        columns=columns,
        plan=short.plan,
        table=short.table,
        references=short.references,
        numbers=short.numbers,
    )
    return written, package, portal


@cache
def _columns() -> Mapping[str, Text]:
    """What each column holds, by language, where a dataset says nothing of its own."""
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))


def readme_of(portal: Portal) -> str:
    """What is taken along with a table that has no README of its own."""
    return "\n\n".join([f"# {next(iter(portal.title.values()), '')}", *portal.provenance.values()]) + "\n"


_TYPES = {"year": "integer", "value": "number", "order": "integer", "source_line": "integer"}
