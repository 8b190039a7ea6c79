"""A Data Package's folder to a Dataset: its dictionary, and its rows as observations."""

import hashlib
from collections.abc import Container, Mapping
from dataclasses import replace
from functools import partial

from generator.model.diagnostic import Phrase, Source, Span
from generator.model.links import is_address, is_safe_link
from generator.model.records import Text
from generator.model.tables import COLUMNS, EXTRA, Column, Dataset, Observation

from . import markdown
from .content import tell
from .decode import Shape, decode, part
from .files import Folder, document
from .kept import kept
from .nodes import Document
from .packages import SHORT, Field, Package, Portal, readme_of, shortly
from .places import UNITS
from .printed import number_as_printed
from .rows import Rows, decode_row, read_rows

_PACKAGE, _PORTAL = Shape(Package, "dataset", open=True), Shape(Portal, "dataset")
_OBSERVATION = Shape(Observation, "dataset")


def read_datasets(folder: Folder) -> dict[str, Dataset]:
    """Every dataset of the project by id, in the order of the ids; mistakes go to the folder."""
    datasets = {
        id: kept(folder, path, Dataset | None, partial(_dataset, path=path, id=id))
        for id, path in folder.named("datasets")
        if path != UNITS
    }
    return {id: dataset for id, dataset in datasets.items() if dataset}


def _dataset(folder: Folder, path: str, id: str) -> Dataset | None:
    csv = f"{path}/{id}.csv"
    short = folder.exists(f"{path}/{SHORT}") and not folder.exists(f"{path}/datapackage.json")
    described_in = (SHORT,) if short else ("datapackage.json",)
    for entry in folder.entries(path):
        if entry not in (*described_in, "README.md", f"{id}.csv"):
            folder.wrong("unknown-file", Span(f"{path}/{entry}"), file=f"{path}/{entry}")
    readme = folder.text(f"{path}/README.md") if not short or folder.exists(f"{path}/README.md") else None
    _links(folder, f"{path}/README.md", readme or "", ("datapackage.json", "README.md", f"{id}.csv"))
    rows = read_rows(folder, csv, COLUMNS, EXTRA)
    described = shortly(folder, path, id, rows) if short else _described(folder, path, id)
    prints = (described[2].numbers if described else None) or {}
    english = frozenset(source for source, how in prints.items() if how == "english")
    observations = _observations(folder, rows, english) if rows else ()
    if described is None or rows is None:
        return None
    written, package, portal = described
    cells = rows.cells({f"rows.{row.line}": row for row in rows.rows})
    spans = written.source.spans if short else part(written, "portal").source.spans
    columns = tuple(_column(column, portal.columns) for column in package.resources[0].schema.fields)
    if not short:
        _same_columns(folder, written, rows, columns)
    return Dataset(
        id=id,
        title=portal.title,
        description=portal.description,
        provenance=portal.provenance,
        licence=package.licenses[0].name,
        licence_url=package.licenses[0].path,
        plan=portal.plan,
        table=portal.table,
        references=portal.references,
        columns=columns,
        rows=observations,
        csv=csv,
        sha256=hashlib.sha256(rows.text.encode()).hexdigest(),
        readme=readme or readme_of(portal),
        source_of=Source(written.source.file, spans, cells),
    )


def _links(folder: Folder, file: str, text: str, beside: tuple[str, ...]) -> None:
    """Records what is wrong with the links of a README, which is taken along with the files beside it."""
    tell(folder, file, text, markdown.faults(text))
    lines = text.split("\n")
    for line, link in markdown.links(text):
        if is_safe_link(link) and not is_address(link) and not link.startswith("mailto:"):
            name = link.partition("#")[0].removeprefix("./")
            if name and name not in beside:
                words = next((number for number in range(line, len(lines) + 1) if link in lines[number - 1]), line)
                folder.wrong("broken-link", Span(file, words, lines[words - 1].find(link) + 1 or 1), link=link)


def _described(folder: Folder, path: str, id: str) -> tuple[Document, Package, Portal] | None:
    """What datapackage.json says, in its own keys and in ours; None, and mistakes recorded, where it cannot be read."""
    written = document(folder, f"{path}/datapackage.json")
    if written is None:
        return None
    package, found = decode(_PACKAGE, written)
    folder.found.extend(found)
    if package is None:
        return None
    if not (isinstance(written.value, dict) and "portal" in written.value):
        what, how = Phrase("what.dataset"), Phrase("how")
        folder.wrong("missing-field", written.source.at(), field="portal", what=what, how=how)
        return None
    portal, found = decode(_PORTAL, part(written, "portal"))
    folder.found.extend(found)
    for name, needed in (("licenses", package.licenses), ("resources", package.resources)):
        if not needed:
            folder.wrong("empty-value", written.source.at(name), field=name)
            return None
    for index, licence in enumerate(package.licenses):
        if not is_address(licence.path):
            folder.wrong("unsafe-link", written.source.at(f"licenses.{index}.path"), link=licence.path)
    for name, value, wanted in (
        ("name", package.name, id),
        ("resources.0.path", package.resources[0].path, f"{id}.csv"),
    ):
        if value != wanted:
            folder.wrong("bad-value", written.source.at(name), field=name, value=value, choices=f"`{wanted}`")
    return (written, package, portal) if portal else None


def _column(field: Field, words: Mapping[str, Text]) -> Column:
    """A column's entry of the dictionary; the Table Schema's own description is the English one."""
    return Column(name=field.name, type=field.type, description=words.get(field.name) or {"en": field.description})


def _same_columns(folder: Folder, written: Document, rows: Rows, columns: tuple[Column, ...]) -> None:
    """Records a Table Schema, or words on columns, that do not describe the columns that the CSV has."""
    described = tuple(column.name for column in columns)
    if described != rows.header:
        place = next(
            (n for n, (a, b) in enumerate(zip(described, rows.header, strict=False)) if a != b), len(described)
        )
        folder.wrong(
            "wrong-header",
            written.source.at(f"resources.0.schema.fields.{min(place, len(described) - 1)}"),
            column=place + 1,
            wanted=rows.header[place] if place < len(rows.header) else "",
            found=described[place] if place < len(described) else "",
            header=",".join(rows.header),
        )


def _observations(folder: Folder, rows: Rows, english: Container[str]) -> tuple[Observation, ...]:
    """The rows that can be read; the number of each agrees with what is printed. `english` are the sources that print
    numbers the English way."""
    observations: list[Observation] = []
    for row in rows.rows:
        written = rows.document(row)
        observation, found = decode_row(_OBSERVATION, written, ("value_printed",), line=row.line)
        folder.found.extend(found)
        if observation is not None:
            observation = replace(observation, english=observation.source in english)
            value, printed = observation.value, observation.value_printed
            folder.found.extend(number_as_printed(written.source, "value", value, printed, english=observation.english))
            observations.append(observation)
    return tuple(observations)
