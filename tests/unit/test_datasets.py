"""A Data Package's folder to a dataset."""

from __future__ import annotations

import hashlib
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.diagnostic import Source, Span, cell_column
from generator.model.tables import Dataset
from generator.read.datasets import read_datasets
from generator.read.files import Folder
from generator.read.printed import day_as_printed, number_as_printed
from generator.read.rows import read_rows

SMALL = Path(__file__).parents[1] / "sites" / "small"
FOLDER = "datasets/tinh-thu-1-bang"
CSV = f"{FOLDER}/tinh-thu-1-bang.csv"


def read(root: Path) -> tuple[Dataset | None, list[tuple[str, Span]]]:
    """The small site's dataset in a folder, and what is wrong with it."""
    folder = Folder(root)
    datasets = read_datasets(folder)
    return datasets.get("tinh-thu-1-bang"), [(one.code, one.at) for one in folder.found]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small site."""
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def test_a_dataset_is_its_dictionary_and_its_rows() -> None:
    """Words of ours come from `portal`, columns from the Table Schema, observations from the CSV."""
    dataset, found = read(SMALL)
    assert dataset is not None

    assert found == []
    assert (dataset.plan, dataset.table, dataset.licence) == ("tinh-thu-1-kh-ubnd-2018", "bang", "CC-BY-4.0")
    assert dataset.columns[2].name == "year"
    assert dataset.columns[2].type == "integer"
    assert dataset.columns[2].description == {"vi": "cột year", "en": "the column year"}
    assert dataset.sha256 == hashlib.sha256((SMALL / CSV).read_bytes()).hexdigest()
    assert len(dataset.rows) == 9


def test_an_observation_has_both_numbers_and_its_line() -> None:
    """The plain number, the printed one beside it, and where it stands."""
    dataset, _ = read(SMALL)
    assert dataset is not None
    row = dataset.rows[2]

    assert (row.place, row.year, row.value, row.value_printed) == (
        "huyen-mot-tinh-thu",
        2017,
        Decimal("10.00"),
        "10,00",
    )
    assert (row.line, row.order, row.source_line, row.row) == (4, 1, 35, "unit")
    assert dataset.source_of.at(f"rows.{row.line}.value_printed") == Span(CSV, 4, 56)
    assert dataset.source_of.at("title.en").file == f"{FOLDER}/datapackage.json"


def test_an_empty_value_is_no_number(root: Path) -> None:
    """A withheld or missing number is None, whatever is printed for it."""
    text = (root / CSV).read_text("utf-8")
    (root / CSV).write_text(text.replace("so-ho-ngheo,40,40", "so-ho-ngheo,,…"), "utf-8")
    dataset, found = read(root)
    assert dataset is not None

    assert found == []
    assert dataset.rows[4].value is None


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("tong-so-ho,800,800", "tong-so-ho,800 ,800", "not-a-number", 5, 46),
        ("tong-so-ho,800,800", "tong-so-ho,800,900", "printed-differs", 5, 46),
        ("800,800,households", "800,800,hộ", "bad-value", 5, 54),
        ("800,800,households,result", "800,800,households,kết quả", "bad-value", 5, 65),
        (
            "huyen-hai-tinh-thu,Huyện Hai,2017,tong-so-ho",
            "huyen-hai-tinh-thu,Huyện Hai,2017.0,tong-so-ho",
            "bad-number",
            5,
            30,
        ),
        ("huyen-hai-tinh-thu,Huyện Hai,2017,tong-so-ho", ",Huyện Hai,2017,tong-so-ho", "empty-value", 5, 1),
        ("tong-so-ho,800,800", "tong-so-ho,800", "ragged-row", 5, 137),
        ("tong-so-ho,800,800", "tong-so-ho,8,0,0,800", "ragged-row", 5, 141),
    ],
)
def test_a_wrong_cell_is_told_at_its_line_and_column(
    root: Path, old: str, new: str, code: str, line: int, column: int
) -> None:
    """An author is led to the cell, not to the file."""
    text = (root / CSV).read_text("utf-8")
    assert text.count(old) == 1
    (root / CSV).write_text(text.replace(old, new), "utf-8")

    assert read(root)[1] == [(code, Span(CSV, line, column))]


@pytest.mark.parametrize(("printed", "value"), [("1,452", "1452"), ("14.095", "14.095"), ("1,452.50", "1452.50")])
def test_a_source_may_print_numbers_the_english_way(root: Path, printed: str, value: str) -> None:
    """What is printed is kept as it is; the dataset says which of its sources print so."""
    text, package = (root / CSV).read_text("utf-8"), root / FOLDER / "datapackage.json"
    (root / CSV).write_text(text.replace("so-ho-ngheo,40,40", f'so-ho-ngheo,{value},"{printed}"'), "utf-8")
    source = text.splitlines()[5].split(",")[10]
    english = package.read_text("utf-8").replace('"portal": {', f'"portal": {{"numbers": {{"{source}": "english"}},')

    assert next(code for code, _ in read(root)[1]) in ("printed-differs", "unclear-number")
    package.write_text(english, "utf-8")
    dataset, _ = read(root)
    assert dataset is not None
    assert (dataset.rows[4].value, dataset.rows[4].value_printed) == (Decimal(value), printed)


def test_a_quoted_cell_may_hold_commas_and_lines(tmp_path: Path) -> None:
    """Columns and lines are counted as an editor shows them."""
    (tmp_path / "a.csv").write_text('a,b,c\n"1,""2","x\ny",3\n4,5,6\n', "utf-8")
    rows = read_rows(Folder(tmp_path), "a.csv", ("a", "b", "c"))
    assert rows is not None

    assert [(row.line, row.cells) for row in rows.rows] == [(2, ('1,"2', "x\ny", "3")), (4, ("4", "5", "6"))]
    assert [cell_column('"1,""2","x,y",3', n) for n in range(4)] == [1, 9, 15, 16]


@pytest.mark.parametrize(
    ("value", "printed", "codes"),
    [
        ("5.8", "trên 5,8%", []),
        ("5440412", "5.440.412 triệu đồng", []),
        ("7", "5-7%", []),
        ("5.9", "trên 5,8%", ["printed-differs"]),
        ("1.234", "1.234", ["printed-differs"]),
        ("12.5", "12.5", []),
        ("12.5", "12.50", ["unclear-number"]),
        ("12", "mười hai", ["unclear-number"]),
        ("12", "", []),
    ],
)
def test_a_number_is_the_printed_one(value: str, printed: str, codes: list[str]) -> None:
    """A dot is taken for a decimal point only where it cannot part thousands, and the digits are the same."""
    found = number_as_printed(Source("a"), "value", Decimal(value), printed)

    assert [one.code for one in found] == codes


def test_a_day_is_the_printed_one() -> None:
    """A printed day that differs is told; one without a year is compared without it."""
    from datetime import date

    day = date(2017, 6, 5)

    assert list(day_as_printed(Source("a"), "date", day, "ngày 05 tháng 6 năm 2017")) == []
    assert list(day_as_printed(Source("a"), "date", day, "05/6")) == []
    assert list(day_as_printed(Source("a"), "date", day, "tháng 6")) == []
    assert [one.values["read"] for one in day_as_printed(Source("a"), "date", day, "06/5/2017")] == ["2017-05-06"]
