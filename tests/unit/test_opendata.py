"""Datasets as they are taken along: the same numbers, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from functools import cache
from hashlib import sha256
from zipfile import ZipFile

import frictionless
import openpyxl
import pyarrow.parquet
import pytest

from generator.derive.facts import derive
from generator.derive.frames import KEYS, frame, wide
from generator.exports import comparisons, indicators, parquet
from generator.exports.opendata import downloads, has_wide_form, outputs
from generator.exports.recipes import harmless
from generator.model.places import Change
from generator.read.site import read_site
from tests.unit.small_site import PROJECT, TABLE, dataset, real_dataset, row, site

FOLDER = f"du-lieu/{TABLE}"


def made(found):
    return {one.path: one.recipe(one.given) for one in outputs(derive(found))}


def table(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode())))


@cache
def real():
    """This repository's own project."""
    found, _ = read_site(PROJECT)
    assert found is not None
    return found


def test_the_csv_is_the_one_that_was_authored():
    """What is published of this repository's datasets is their CSV, cell by cell."""
    bodies = made(real())

    assert real().datasets
    for id, one in real().datasets.items():
        assert table(bodies[f"du-lieu/{id}/{id}.csv"]) == table((PROJECT / one.csv).read_bytes())


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84 nhà", "'+84 nhà"),
        ("-", "'-"),
        ("- Vốn địa phương", "'- Vốn địa phương"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-2,9", "-2,9"),
        ("+1 000", "+1 000"),
        ("-1.5%", "-1.5%"),
        ("-1+cmd", "'-1+cmd"),
        ("An Dương", "An Dương"),
        ("", ""),
    ],
)
def test_no_cell_runs_as_a_formula(cell, safe):
    """An apostrophe stands before what a spreadsheet would run; numbers with a sign stay numbers."""
    assert harmless(cell) == safe


def test_a_hostile_name_is_harmless_in_every_csv():
    """A place name that begins like a formula is made harmless in the long and in the wide table."""
    rows = [row("xa-m", 2016, what, "1", "1", place_name="=x") for what in ("so-ho-ngheo", "tong-so-ho")]
    bodies = made(site(datasets={TABLE: dataset(rows)}))

    for name in (TABLE, f"{TABLE}-rong"):
        assert table(bodies[f"{FOLDER}/{name}.csv"])[1][1] == "'=x"


def test_the_package_describes_the_csv_beside_it():
    """The Data Package tells size and digest of the CSV, its columns, licence, and where its numbers come from."""
    bodies = made(site())
    package = json.loads(bodies[f"{FOLDER}/datapackage.json"])
    (resource,) = package["resources"]
    body = bodies[f"{FOLDER}/{resource['path']}"]

    assert (resource["bytes"], resource["hash"]) == (len(body), f"sha256:{sha256(body).hexdigest()}")
    assert [one["name"] for one in resource["schema"]["fields"]] == table(body)[0]
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [one["path"].partition("://")[2] for one in package["sources"]] == [
        "example.org/giam-ngheo/ke-hoach/huyen-a-1-kh-2017/",
        "example.org/r1",
    ]


def test_rows_as_json_hold_number_and_print():
    """A row keeps the printed string beside the number, and an empty cell is null."""
    rows = [row("xa-m", 2016, "so-ho-ngheo", "1000", "1 000"), row("xa-n", 2016, "so-ho-ngheo", "", "")]
    body = json.loads(made(site(datasets={TABLE: dataset(rows)}))[f"{FOLDER}/{TABLE}.json"])

    assert [(one["value"], one["value_printed"]) for one in body] == [(1000, "1 000"), (None, "")]


def test_the_wide_table_says_the_same():
    """Plan 58's wide table has a row a unit and year, in printed order, with the three numbers of the long one."""
    board = real_dataset("tan-yen-58-bang-xa", "tan-yen-58-kh-ubnd-2017", "bang-xa")
    known = read_site(PROJECT)[0]
    assert known is not None
    body = made(site(datasets={board.id: board}, standards=known.standards))[f"du-lieu/{board.id}/{board.id}-rong.csv"]
    header, *rows = table(body)

    assert header[-3:] == ["tong-so-ho", "so-ho-ngheo", "ty-le-ho-ngheo"]
    assert len(rows) == 25 * 6
    assert rows[0][1:3] + rows[0][-3:] == ["An Dương", "2015", "2008", "130", "6.47"]
    assert rows[-1][1:3] + rows[-1][-3:] == ["Tổng", "2020", "50468", "850", "1.68"]


@pytest.mark.parametrize(
    ("more", "whether"),
    [({}, True), ({"comparator": "gt"}, False), ({"item": "Vốn"}, False), ({"indicator": "tong-so-ho"}, False)],
)
def test_only_what_has_one_number_a_cell_is_spread(more, whether):
    """Bounds, items and a single indicator would lose what they are in a wide table, so there is none."""
    first = row("xa-m", 2016, "tong-so-ho", "1", "1")
    said = {"indicator": "so-ho-ngheo", **more}
    second = row("xa-n", 2016, said.pop("indicator"), "1", "1", **said)

    one = dataset([first, second])

    assert has_wide_form(one) is whether
    assert any(each.format == "csv-wide" for each in downloads(one)) is whether


def test_two_numbers_for_one_cell_are_not_spread():
    """A wide table of two rows for one cell would lose one of them, so it is refused."""
    long = frame((*KEYS, "indicator", "value"), [["a"] * 7 + ["1"], ["a"] * 7 + ["2"]])

    with pytest.raises(ValueError, match="two rows for one cell"):
        wide(long)


def test_every_download_is_made():
    """What a dataset's page offers is what the build makes, and the schema of its rows beside it."""
    facts = derive(real())
    offered = {one.path for each in real().datasets.values() for one in downloads(each)}

    assert {one.path for one in outputs(facts)} == offered | {"api/v1/schema/dataset.json"}


BINARY = ("xlsx", "parquet", "zip")


@pytest.mark.parametrize("ending", BINARY)
def test_the_same_rows_make_the_same_bytes(ending):
    """Made twice, in one process or in another at another time, a file is the same byte for byte."""
    first = made(site())[f"{FOLDER}/{TABLE}.{ending}"]
    program = (
        f"import sys, time; sys.path[:0] = {[str(PROJECT), str(PROJECT / 'tests/unit')]!r}; time.time = lambda: 4e9\n"
        "from test_opendata import made, site\n"
        f"sys.stdout.buffer.write(made(site())['{FOLDER}/{TABLE}.{ending}'])"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh", "PATH": os.environ["PATH"]}
    later = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=True).stdout

    assert first == made(site())[f"{FOLDER}/{TABLE}.{ending}"]
    assert first == later


def test_parquet_holds_the_rows_with_their_types():
    """Years and numbers are numbers, what is missing is missing, and the printed strings stand beside."""
    rows = [row("xa-m", 2016, "so-ho-ngheo", "7.70", "7,70", order=1), row("xa-n", 2016, "so-ho-ngheo", "", "")]
    body = made(site(datasets={TABLE: dataset(rows)}))[f"{FOLDER}/{TABLE}.parquet"]
    table = pyarrow.parquet.read_table(pyarrow.BufferReader(body))
    told = table.select(["place", "year", "value", "value_printed", "order"]).to_pylist()

    assert [tuple(one.values()) for one in told] == [
        ("xa-m", 2016, 7.7, "7,70", 1),
        ("xa-n", 2016, None, "", None),
    ]
    assert table.schema.metadata[b"source"].endswith(f"/{FOLDER}/".encode())


def test_without_pyarrow_there_is_no_parquet_file_and_the_rest_is_the_same(monkeypatch):
    """It is an optional extra: nothing is offered that is not made."""
    whole = made(site())
    monkeypatch.setattr(parquet, "INSTALLED", False)
    without = made(site())

    assert whole.keys() - without.keys() == {f"{FOLDER}/{TABLE}.parquet"}
    assert without.items() <= whole.items()
    assert "parquet" not in {download.format for download in downloads(site().datasets[TABLE])}


def test_the_workbook_holds_the_rows_and_the_dictionary():
    """Numbers are numbers, words are words, and a second sheet tells what each column means."""
    hostile = row("xa-m", 2016, "so-ho-ngheo", "7", "7", place_name="=1+1")
    body = made(site(datasets={TABLE: dataset([hostile])}))[f"{FOLDER}/{TABLE}.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(body))
    header, first = book.worksheets[0].iter_rows()
    cells = dict(zip((one.value for one in header), first, strict=True))
    about = [line[0].value for line in book.worksheets[1].iter_rows()]

    assert (cells["value"].value, cells["value"].data_type, cells["year"].value) == (7, "n", 2016)
    assert (cells["place_name"].value, cells["place_name"].data_type) == ("=1+1", "s")
    assert any(line.startswith("value_printed: ") for line in about)


def test_the_archive_holds_the_whole_package():
    """One file holds what is published one by one: the description, the CSV and the README."""
    bodies = made(site(datasets={TABLE: dataset([row("xa-m", 2016, "so-ho-ngheo", "7", "7")], readme="# Bảng\n")}))
    with ZipFile(io.BytesIO(bodies[f"{FOLDER}/{TABLE}.zip"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
        times = {member.date_time for member in archive.infolist()}

    assert members == {name: bodies[f"{FOLDER}/{name}"] for name in ("README.md", "datapackage.json", f"{TABLE}.csv")}
    assert members["README.md"] == "# Bảng\n".encode()
    assert times == {(1980, 1, 1, 0, 0, 0)}


def wrong_in(folder):
    """What frictionless has against a package."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return [error.message for error in [*report.errors, *(error for task in report.tasks for error in task.errors)]]


def packages():
    return sorted(path.parent for path in (PROJECT / "datasets").glob("*/datapackage.json"))


@pytest.mark.parametrize("folder", packages(), ids=lambda folder: folder.name)
def test_every_package_of_the_project_is_valid(folder):
    """frictionless has nothing against a package as its authors wrote it: header, types, every row."""
    assert wrong_in(folder) == []


@pytest.mark.parametrize("id", [folder.name for folder in packages()])
def test_every_published_package_is_valid(id, tmp_path):
    """frictionless has nothing against a published package either, nor against the one in the archive."""
    bodies = published()
    with ZipFile(io.BytesIO(bodies[f"du-lieu/{id}/{id}.zip"])) as archive:
        archive.extractall(tmp_path / "zip")
    for name in ("datapackage.json", f"{id}.csv", "README.md"):
        (tmp_path / name).write_bytes(bodies[f"du-lieu/{id}/{name}"])

    assert wrong_in(tmp_path) == []
    assert wrong_in(tmp_path / "zip") == []


def test_a_package_that_is_wrong_is_found(tmp_path):
    """A row whose year is no year, and a column too few, are told by the same check."""
    bodies = published()
    id = packages()[0].name
    header, first, *_ = bodies[f"du-lieu/{id}/{id}.csv"].decode().splitlines()
    (tmp_path / "datapackage.json").write_bytes(bodies[f"du-lieu/{id}/datapackage.json"])
    (tmp_path / f"{id}.csv").write_text(f"{header}\n{first.replace(',20', ',x20', 1)}\na,b\n", "utf-8")

    assert wrong_in(tmp_path)


@cache
def published():
    return made(real())


def test_an_indicator_takes_its_numbers_along():
    """One CSV an indicator: every number of every dataset, with the ground that it is of and the row it is from."""
    moved = Change(day=date(2016, 6, 1), before="xa-m", after="xa-n", relation="boundary", basis="Nghị quyết 871")
    rows = [
        row("xa-m", year, "tong-so-ho", "9", "9", source="r1", line=line, attribution=how)
        for line, year, how in ((2, 2015, "printed"), (3, 2016, "inferred"))
    ]
    facts = derive(site(changes=(moved,), datasets={TABLE: dataset(rows, plan=None)}))
    (path,) = (one.path for one in indicators.downloads("tong-so-ho", facts))
    header, *lines = table({one.path: one.recipe(one.given) for one in indicators.outputs(facts)}[path])
    told = [dict(zip(header, line, strict=True)) for line in lines]

    assert [(one["year"], one["territory_from"], one["territory_to"]) for one in told] == [
        ("2015", "", "2016-05-31"),
        ("2016", "2016-06-01", "2025-06-30"),
    ]
    assert [(one["dataset"], one["dataset_line"]) for one in told] == [(TABLE, "2"), (TABLE, "3")]
    assert [one["attribution"] for one in told] == ["printed", "inferred"]
    assert indicators.downloads("ty-le-ho-ngheo", facts) == ()


def test_a_comparison_is_given_series_and_not_numbers():
    """What a reader's own comparison draws comes series by series, each with all that it is."""
    rows = [
        row(place, 2016, "tong-so-ho", "9.0", "9,0", line=line, attribution=how)
        for line, place, how in ((2, "xa-m", "printed"), (3, "xa-n", "inferred"))
    ]
    facts = derive(site(datasets={TABLE: dataset(rows)}))
    (made_of,) = comparisons.outputs(facts)
    body = json.loads(made_of.recipe(made_of.given))

    assert made_of.path == "so-sanh/du-lieu/tong-so-ho.json"
    assert [(one["place"], one["standard"], one["producer"]) for one in body["series"]] == [
        ("xa-m", "da-chieu", "ubnd-a"),
        ("xa-n", "da-chieu", "ubnd-a"),
    ]
    assert body["series"][0]["points"] == [[2016, "9.0", "9,0", "result", "eq", 0, 2, False]]
    assert body["series"][1]["points"] == [[2016, "9.0", "9,0", "result", "eq", 0, 3, True]]
    assert not list(comparisons.outputs(derive(site(datasets={TABLE: dataset(rows[:1])}))))
