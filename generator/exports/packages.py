"""A dataset as a Data Package: the description, and the whole package in one file."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.model.site import Site
from generator.model.tables import Dataset
from generator.site.urls import Urls
from generator.site.wording import localized

from .recipes import csv_bytes, json_bytes

LANGUAGE = "en"
"""The language of what a standard keeps in one language alone."""
PROFILES = "https://datapackage.org/profiles/2.0/"
Cells = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""A header and its rows, as strings."""


@dataclass(frozen=True, slots=True)
class PackageRecipe:
    """A Data Package's description, completed with the size and digest of its CSV."""

    digest: str = "datapackage 2"
    quick: bool = True

    def __call__(self, given: tuple[dict[str, Any], Cells]) -> bytes:
        return _described(*given)


@dataclass(frozen=True, slots=True)
class ZipRecipe:
    """A Data Package in one file: description, CSV and README at the root, where the standard's readers look."""

    digest: str = "zip 2"

    def __call__(self, given: tuple[dict[str, Any], Cells, str]) -> bytes:
        package, cells, readme = given
        (resource,) = package["resources"]
        members = {
            "README.md": readme.encode(),
            "datapackage.json": _described(package, cells),
            str(resource["path"]): csv_bytes(*cells),
        }
        body = BytesIO()
        with ZipFile(body, "w") as archive:
            for name, content in members.items():
                # A fixed time, system and mode: the same bytes on every machine and in every year.
                member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                member.create_system, member.external_attr, member.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
                archive.writestr(member, content, compresslevel=9)
        return body.getvalue()


def package_of(site: Site, dataset: Dataset, at: Urls) -> dict[str, Any]:
    """The description of a Data Package, without what only the CSV's bytes tell."""
    return {
        "$schema": f"{PROFILES}datapackage.json",
        "name": dataset.id,
        "title": localized(dataset.title, LANGUAGE),
        "description": localized(dataset.description, LANGUAGE),
        "homepage": at.dataset(dataset.id),
        "licenses": [{"name": dataset.licence, "path": dataset.licence_url}],
        "sources": _sources(site, dataset, at),
        "resources": [
            {
                "$schema": f"{PROFILES}dataresource.json",
                "name": dataset.id,
                "type": "table",
                "path": f"{dataset.id}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "$schema": f"{PROFILES}tableschema.json",
                    "fields": [
                        {
                            "name": column.name,
                            "type": column.type,
                            "description": localized(column.description, LANGUAGE),
                        }
                        for column in dataset.columns
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
            "columns": {column.name: dict(column.description) for column in dataset.columns},
        },
    }


def csvw_of(dataset: Dataset, at: Urls) -> dict[str, Any]:
    """The description of a dataset's CSV as metadata of CSV on the Web, found by its name beside the file."""
    kinds = {"number": "decimal", "integer": "integer", "year": "gYear", "date": "date", "boolean": "boolean"}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{dataset.id}.csv",
        "dc:title": localized(dataset.title, LANGUAGE),
        "dc:description": localized(dataset.description, LANGUAGE),
        "dc:license": {"@id": dataset.licence_url},
        "dc:source": {"@id": at.dataset(dataset.id)},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "datatype": kinds.get(column.type, "string"),
                    "dc:description": localized(column.description, LANGUAGE),
                }
                for column in dataset.columns
            ]
        },
    }


def _sources(site: Site, dataset: Dataset, at: Urls) -> list[dict[str, str]]:
    plan = site.plans.get(dataset.plan or "")
    own = (
        [{"title": ": ".join(filter(None, (plan.number_printed, plan.title_printed))), "path": at.plan(plan.id)}]
        if plan
        else []
    )
    named: Sequence[str] = [id for id in dataset.references if id in site.references]
    return [*own, *({"title": site.references[id].title, "path": site.references[id].where} for id in named)]


def _described(package: dict[str, Any], cells: Cells) -> bytes:
    """datapackage.json, with the size and digest of the CSV beside it."""
    body = csv_bytes(*cells)
    facts = {"bytes": len(body), "hash": f"sha256:{sha256(body).hexdigest()}"}
    (resource,) = package["resources"]
    return json_bytes({**package, "resources": [{**resource, **facts}]})
