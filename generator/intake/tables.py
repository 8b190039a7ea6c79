"""A table to a dataset: tidy rows, a whole `datapackage.json` and a README; or the questions that are open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.derive.folding import plain
from generator.model.places import Place
from generator.model.site import Site
from generator.model.tables import COLUMNS, EXTRA
from generator.read.files import is_name
from generator.read.numbers import read_number

from .answers import Answers, asked, guesses_of
from .columns import Column, Table, is_number, table_of
from .draft import FOLDER, Made, Question
from .formats import Unreadable
from .grid import Cell, read_grid
from .prints import prints_of

_TOTALS = ("tong", "tong cong", "tong so", "toan huyen", "toan tinh", "toan xa", "ca nuoc", "total", "cong")
_COLUMNS = Path(__file__).parents[1] / "read" / "columns.toml"


@dataclass(slots=True)
class _Work:
    """A table on its way: what is open by the name of its question, with what it is about."""

    site: Site
    table: Table
    answers: Answers
    english: bool = False
    open: dict[str, list[str]] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)

    def ask(self, name: str, about: str = "") -> None:
        known = self.open.setdefault(name, [])
        if about and about not in known:
            known.append(about)


def import_table(
    root: Path, site: Site, file: Path, id: str | None, answers: Answers, sheet: str | None = None
) -> Made:
    """Make a dataset of a table, or write down what is open in `drafts/<id>.answers.yaml`."""
    id = id or "-".join(plain(file.stem).split())[:60]
    if not is_name(id, 60):
        raise Unreadable("import.name", name=id)
    target = root / "datasets" / id
    if target.exists():
        raise Unreadable("import.exists", path=target.relative_to(root).as_posix())
    grid = read_grid(file, sheet)
    named = {key: value for key, value in answers.map("indicators").items() if value}
    work = _Work(site, table_of(grid, site.indicators, named), answers)
    _dimensions(work)
    _prints(work)
    (_tidy if work.table.tidy else _rows)(work)
    for name in ("title", "provenance"):
        if any(not answers.map(name).get(lang) for lang in site.config.languages):
            work.ask(name)
    if work.open:
        path = root / FOLDER / f"{id}.answers.yaml"
        path.parent.mkdir(exist_ok=True)
        guesses = _guesses(work, site)
        text = "\n".join(asked(answers, list(work.open), guesses, site)) + "\n"
        path.write_text(text, "utf-8", newline="\n")
        questions = tuple(
            Question("ask.table", (("question", name), ("about", "; ".join(about[:5]))))
            for name, about in work.open.items()
        )
        return Made(path, (("rows", len(work.rows)),), questions)
    _write(target, id, file, work)
    return Made(target, (("rows", len(work.rows)),), ())


def _guesses(work: _Work, site: Site) -> dict[str, Any]:
    """What may be meant, for an editor to confirm."""
    guesses = guesses_of(site)
    if work.table.title:
        guesses["title"] = {"vi": work.table.title}
    for name in ("columns", "places", "indicators"):
        if name in work.open:
            guesses[name] = dict.fromkeys(work.open[name], "item" if name == "columns" else "") | work.answers.map(name)
            work.answers.given.pop(name, None)
    return guesses


def _dimensions(work: _Work) -> None:
    """Columns of words: one holds places where it names units, or as told; what others hold must be told, since a
    group's number is not that of the whole."""
    told, table = work.answers.map("columns"), work.table
    for place in list(table.dimensions):
        words = table.header[place]
        names = {row[place].words for row in table.body} - {""}
        units = sum(any(_called(unit, name) for unit in work.site.places.values()) for name in names)
        if told.get(words) == "place" or (words not in told and table.place is None and units >= 0.5 * len(names)):
            table.place = place
            table.dimensions.remove(place)
        elif words in told and told[words] is None:
            table.dimensions.remove(place)
        elif told.get(words) != "item":
            work.ask("columns", words)


def _prints(work: _Work) -> None:
    """How the table prints numbers: as told, as its cells show, or a question."""
    told = work.answers.text("numbers")
    cells = [row[column.place] for row in work.table.body for column in work.table.values]
    if work.table.tidy:
        cells = [row[work.table.header.index("value_printed")] for row in work.table.body]
    shown, doubtful = prints_of([cell for cell in cells if cell.typed is None])
    if told is None and shown is None and doubtful and not work.table.tidy:
        work.ask("numbers", doubtful)
    work.english = (told or shown) == "english"


def _tidy(work: _Work) -> None:
    """A table that has our own columns: only what a spreadsheet did to it is taken back."""
    for row in work.table.body:
        work.rows.append(dict(zip(work.table.header, (cell.words for cell in row), strict=True)))


def _rows(work: _Work) -> None:
    """The observations of a table that has columns of its own, wide or long."""
    table = work.table
    if not table.values:
        work.ask("indicator")
    for order, row in enumerate(table.body, 1):
        name = row[table.place].words if table.place is not None else ""
        serial = row[table.serial].words if table.serial is not None else ""
        if not name and plain(serial) in _TOTALS:
            name, serial = serial, ""
        item = ", ".join(row[place].words for place in table.dimensions if row[place].words)
        for column in table.values:
            cell = row[column.place]
            observation = _observation(work, row, column, cell, name)
            if observation is not None:
                work.rows.append({**observation, "item": item, "order": str(order), "serial_printed": serial})


def _observation(work: _Work, row: list[Cell], column: Column, cell: Cell, name: str) -> dict[str, str] | None:
    """One number with all that it is; None where it is left out, or something of it is open."""
    answers, table = work.answers, work.table
    indicators = answers.map("indicators")
    if column.words in indicators and indicators[column.words] is None:
        return None
    indicator = column.indicator or answers.text("indicator")
    if indicator is None or indicator not in work.site.indicators:
        work.ask("indicators", column.words)
    year = row[table.year].words if table.year is not None else str(column.year or answers.text("year") or "")
    if not year and any(other.words for other in row):
        work.ask("year", cell.at)
    total = plain(name) in _TOTALS
    place = _place(work, name, total, int(year) if year.isdigit() else None)
    for field_name in ("producer", "standard", "source", "status"):
        if answers.text(field_name) is None:
            work.ask(field_name)
    if place is None or not indicator or not year or indicator not in work.site.indicators:
        return None
    value, comparator = _value(work, cell)
    about = {
        "place": place, "place_name": name, "year": year, "indicator": indicator, "value": value,
        "value_printed": cell.words, "unit": work.site.indicators[indicator].unit, "comparator": comparator,
        "row": "total" if total else "unit", "note": "",
    }  # fmt: skip
    about["place_name"] = name or work.site.places[place].name
    return about | {key: answers.text(key) or "" for key in ("producer", "standard", "source", "status")}


def _value(work: _Work, cell: Cell) -> tuple[str, str]:
    if cell.typed is not None:
        return format(cell.typed, "f"), "eq"
    number = read_number(cell.words, english=work.english) if cell.words else None
    if number is None:
        if is_number(cell.words):
            work.ask("numbers", f"{cell.at}: {cell.words}")
        return "", "eq"
    return format(number.value, "f"), number.comparator


def _place(work: _Work, name: str, total: bool, year: int | None) -> str | None:
    """The unit that a row is of: as told, else the one unit of that name in that year."""
    told = work.answers.map("places")
    if name in told:
        return told[name]
    whole = work.answers.text("place")
    if not name or total:
        if whole is None:
            work.ask("place", name)
        return whole
    within = work.answers.text("within") or whole
    near = [place for place in work.site.places.values() if _called(place, name)]
    inside = [place for place in near if within is None or within in _above(work.site.places, place)]
    plan = work.site.plans.get((work.answers.text("source") or "").partition("#")[0])
    day = (plan and plan.day) or (date(year, 12, 31) if year else work.site.config.as_of)
    alive = [place for place in inside if place.exists_on(day)] or inside
    if len(alive) > 1:  # a name without its type is not the unit that another row names with it
        alive = [place for place in alive if _typed(place).isdisjoint(_names(work) - {plain(name)})]
    if len(alive) != 1:
        work.ask("places", name)
        return None
    return alive[0].id


def _names(work: _Work) -> set[str]:
    at = work.table.place
    return {plain(row[at].words) for row in work.table.body} if at is not None else set()


def _typed(place: Place) -> set[str]:
    """The names of a unit with its type, whole and in short."""
    short = {"thị trấn": "tt", "thành phố": "tp", "thị xã": "tx", "phường": "p"}.get(place.type, place.type)
    return {plain(place.full_name), plain(f"{short} {place.name}")}


def _called(place: Place, name: str) -> bool:
    return plain(name) in {plain(form) for form in (place.name, *place.aliases)} | _typed(place)


def _above(places: Mapping[str, Place], place: Place) -> Iterator[str]:
    at: Place | None = place
    while at is not None:
        yield at.id
        at = places.get(at.parent or "")


def _write(target: Path, id: str, file: Path, work: _Work) -> None:
    """The dataset's folder."""
    extra = [name for name in EXTRA if any(row.get(name) not in (None, "", "eq", "unit") for row in work.rows)]
    header = [*COLUMNS, *extra] if not work.table.tidy else work.table.header
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in work.rows)
    target.mkdir(parents=True)
    package = _package(id, header, work)
    title, notes = work.answers.map("title"), work.table.notes
    named, told = title.get("vi") or next(iter(title.values())), work.answers.map("provenance").get("vi") or ""
    readme = f"# {named}\n\n{told}\n\n`{file.name}`\n"
    readme += "".join(f"\n> {note}\n" for note in notes)
    for name, text in (
        (f"{id}.csv", out.getvalue()),
        ("datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n"),
        ("README.md", readme),
    ):
        (target / name).write_text(text, "utf-8", newline="\n")


def _package(id: str, header: list[str], work: _Work) -> dict[str, Any]:
    import tomllib

    words = tomllib.loads(_COLUMNS.read_text("utf-8"))
    title, languages = work.answers.map("title"), work.site.config.languages
    english = title.get("en") or next(iter(title.values())) or id
    sources = sorted({row.get("source", "") for row in work.rows} - {""})
    prints = dict.fromkeys(sources, "english") if work.english else {}
    described = {name: {lang: words[name].get(lang) or words[name]["en"] for lang in languages} for name in header}
    types = {"year": "integer", "value": "number", "order": "integer", "source_line": "integer"}
    return {
        "name": id,
        "title": english,
        "description": english,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [
            {
                "name": id,
                "path": f"{id}.csv",
                "profile": "tabular-data-resource",
                "schema": {
                    "fields": [
                        {"name": name, "type": types.get(name, "string"), "description": words[name]["en"]}
                        for name in header
                    ]
                },
            }
        ],
        "portal": {
            "title": title,
            "description": title,
            "provenance": work.answers.map("provenance"),
            "references": [source for source in sources if "#" not in source],
            "columns": described,
            **({"numbers": prints} if prints else {}),
        },
    }
