"""Datasets as they are taken along: the same numbers, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from hashlib import sha256

import pytest
from small_site import PROJECT, TABLE, dataset, real_dataset, row, site

from generator.derive.facts import derive
from generator.derive.frames import KEYS, frame, wide
from generator.exports.opendata import downloads, has_wide_form, outputs
from generator.exports.recipes import harmless
from generator.read.site import read_site

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
    body = made(site(datasets={board.id: board}))[f"du-lieu/{board.id}/{board.id}-rong.csv"]
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
