"""A table of an office goes to a dataset: what only an editor can say is asked once, all else is read."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.check import check_site
from generator.cli import main
from generator.intake.grid import Cell, read_grid
from generator.intake.prints import prints_of
from generator.read.site import read_site
from tests.projects import REPOSITORY, make_project

ANSWERS = """title: {vi: Bảng hộ nghèo, en: Poor households}
provenance: {vi: Chép từng ô., en: Copied cell by cell.}
place: tinh-thu
producer: ubnd-tinh-thu
standard: da-chieu-thu
source: bo-thu
status: result
"""
WIDE: list[list[Any]] = [
    ["BẢNG TỔNG HỢP HỘ NGHÈO"],
    ["Số TT", "Đơn vị", "Năm 2017", None, None, "Năm 2018", None, None],
    [None, None, *(2 * ["Tổng số hộ", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"])],
    [],
    [1, "Huyện Một", 1000, 100, 10.0, "1 010", "90", "8,91"],
    [None] * 8,
    [2, "Huyện Hai", 2000, 150, 7.5, 2010, 120, 5.97],
    ["", "Tổng cộng", 3000, 250, 8.33, 3020, 210, 6.95],
    ["Nguồn: báo cáo của tỉnh"],
]
LONG = "Năm;Khu vực;Tỷ lệ hộ nghèo\n2016;thành thị;3,1\n\n2017;thành thị;2,8\n2016;nông thôn;12,4\n2017;nông thôn;11,6"


def workbook(path: Path) -> Path:
    """The wide table as a spreadsheet with merged headers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bảng 1"
    for row in WIDE:
        sheet.append(row)
    for area in ("A1:H1", "A2:A3", "B2:B3", "C2:E2", "F2:H2", "A9:H9"):
        sheet.merge_cells(area)
    for cell in ("E5", "E7", "E8", "H7", "H8"):
        sheet[cell].number_format = "0.00"
    book.save(path)
    return path


def rows_of(root: Path, id: str) -> list[dict[str, str]]:
    with (root / f"datasets/{id}/{id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mistakes(root: Path) -> list[str]:
    site, found = read_site(root)
    assert site is not None
    return [diagnostic.code for diagnostic in [*found, *check_site(site, found)]]


def brought(root: Path, table: Path, answers: str = ANSWERS, *more: str) -> int:
    """Imports a table with answers."""
    file = root.parent / "answers.yaml"
    file.write_text(answers, "utf-8")
    return main(["import", str(table), "--answers", str(file), "--site", str(root), *more])


def test_a_wide_spreadsheet_becomes_a_dataset(tmp_path: Path) -> None:
    """Merged headers, a title above, a source below, empty rows, serial numbers, a printed total."""
    root = make_project(tmp_path / "project")

    assert brought(root, workbook(tmp_path / "bang.xlsx")) == 0
    rows = rows_of(root, "bang")
    assert len(rows) == 18
    rate = [row for row in rows if row["place"] == "huyen-mot-tinh-thu" and row["indicator"] == "ty-le-ho-ngheo"]
    seen = [(row["year"], row["value"], row["value_printed"]) for row in rate]
    assert seen == [("2017", "10.00", "10,00"), ("2018", "8.91", "8,91")]
    assert {(row["place"], row["place_name"]) for row in rows if row["row"] == "total"} == {("tinh-thu", "Tổng cộng")}
    assert {row["unit"] for row in rows if row["indicator"] == "tong-so-ho"} == {"households"}
    assert mistakes(root) == []
    assert "Nguồn: báo cáo của tỉnh" in (root / "datasets/bang/README.md").read_text("utf-8")


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_long_table_of_any_separator(separator: str, tmp_path: Path) -> None:
    """Groups are named series of their own, and rows without a word are no rows."""
    root = make_project(tmp_path / "project")
    text = LONG.replace(",", "," if separator != "," else ".").replace(";", separator)
    (tmp_path / "bang.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert brought(root, tmp_path / "bang.csv") == 1  # what a column of words holds is asked
    answers = ANSWERS + "columns: {Khu vực: item}\n"

    assert brought(root, tmp_path / "bang.csv", answers) == 0
    assert {(row["year"], row["value"]) for row in rows_of(root, "bang")} == {
        ("2016", "3.1"), ("2017", "2.8"), ("2016", "12.4"), ("2017", "11.6"),
    }  # fmt: skip
    assert {row["item"] for row in rows_of(root, "bang")} == {"thành thị", "nông thôn"}
    assert mistakes(root) == []


def test_numbers_of_an_english_print_stay_as_printed(tmp_path: Path) -> None:
    """`14.095` and `1,452` fit both ways: it is asked, and the answer goes into the description."""
    root = make_project(tmp_path / "project")
    (tmp_path / "bang.csv").write_text("year,Tổng số hộ\n2016,14.095\n2017,26.337\n", "utf-8")

    assert brought(root, tmp_path / "bang.csv") == 1
    assert "numbers" in (root / "drafts/bang.answers.yaml").read_text("utf-8")
    assert brought(root, tmp_path / "bang.csv", ANSWERS, "--numbers", "english") == 0
    seen = [(row["value"], row["value_printed"]) for row in rows_of(root, "bang")]
    assert seen == [("14.095", "14.095"), ("26.337", "26.337")]
    package = json.loads((root / "datasets/bang/datapackage.json").read_text("utf-8"))
    assert package["portal"]["numbers"] == {"bo-thu": "english"}
    assert mistakes(root) == []


def test_what_is_open_is_asked_all_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written but the file of answers; with it the table goes through in the second round."""
    root = make_project(tmp_path / "project")
    table = workbook(tmp_path / "bang.xlsx")

    assert main(["import", str(table), "--site", str(root)]) == 1
    assert not (root / "datasets/bang").exists()
    told = capsys.readouterr().out
    assert all(f"`{name}`" in told for name in ("title", "provenance", "place", "producer", "standard", "source"))
    answers = root / "drafts/bang.answers.yaml"
    text = answers.read_text("utf-8").replace('en: ""}', "en: Poor}").replace('vi: ""', "vi: Chép")
    for name, value in (("place", "tinh-thu"), ("producer", "ubnd-tinh-thu"), ("standard", "da-chieu-thu")):
        text = text.replace(f'\n{name}: ""', f"\n{name}: {value}")
    answers.write_text(text, "utf-8")

    assert main(["import", str(table), "--answers", str(answers), "--site", str(root)]) == 0
    assert mistakes(root) == []


def test_the_printed_table_of_a_plan_is_read_as_people_recorded_it(tmp_path: Path) -> None:
    """All 450 cells of the annex of plan 58 come out with the place, year, indicator and number of its dataset."""
    root, plan = tmp_path / "project", "tan-yen-58-kh-ubnd-2017"
    root.mkdir()
    for name in ("content", "datasets", "site.yaml"):
        (root / name).symlink_to(REPOSITORY / name) if name != "datasets" else (root / name).mkdir()
    for folder in (REPOSITORY / "datasets").iterdir():
        (root / "datasets" / folder.name).symlink_to(folder)
    lines = (REPOSITORY / f"content/plans/{plan}/source.txt").read_text("utf-8").split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("Số TT"))
    (tmp_path / "bang.tsv").write_text("\n".join(lines[start:]), "utf-8")
    site, _ = read_site(REPOSITORY)
    assert site is not None
    from generator.intake.answers import Answers
    from generator.intake.tables import import_table

    given = {
        "title": {"vi": "Bảng", "en": "Table"}, "provenance": {"vi": "Chép.", "en": "Copied."}, "status": "plan",
        "place": "huyen-tan-yen-bac-giang-den-2025", "producer": "ubnd-huyen-tan-yen", "standard": "da-chieu-2016-2020",
        "source": f"{plan}#phu-luc", "indicators": {"Tỷ lệ (%)": "ty-le-ho-ngheo"},
    }  # fmt: skip
    import_table(root, site, tmp_path / "bang.tsv", None, Answers(given))

    def told(row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row[name] for name in ("place", "year", "indicator", "value", "value_printed", "serial_printed"))

    recorded = rows_of(REPOSITORY, "tan-yen-58-bang-xa")
    assert set(map(told, rows_of(root, "bang"))) == set(map(told, recorded))


@pytest.mark.parametrize(
    ("cells", "way"),
    [
        (["7,5", "1.452"], "vietnamese"),
        (["7.5", "1,452"], "english"),
        (["1.452", "26.337"], None),
        (["1.452.300"], "vietnamese"),
        (["12"], None),
    ],
)
def test_how_numbers_are_printed_is_seen_or_asked(cells: list[str], way: str | None) -> None:
    """Only a cell that fits one way alone tells it."""
    assert prints_of([Cell(words, "a") for words in cells])[0] == way


def test_a_spreadsheets_cells_have_addresses(tmp_path: Path) -> None:
    """A question about a cell names its sheet and place."""
    grid = read_grid(workbook(tmp_path / "bang.xlsx"))

    assert "Bảng 1!C5" in {cell.at for row in grid.rows for cell in row}


def test_a_dataset_needs_three_lines(tmp_path: Path) -> None:
    """A title, where it is from, and the source: the dictionary, licence and README go without saying."""
    root = make_project(tmp_path / "project")
    folder = root / "datasets/thu-nhieu-nam"
    (folder / "datapackage.json").unlink()
    (folder / "README.md").unlink()
    (folder / "dataset.yaml").write_text(
        "title: {vi: Bảng, en: Table}\nprovenance: {vi: Chép từng ô., en: Copied.}\nreferences: [bo-thu]\n", "utf-8"
    )

    assert mistakes(root) == []
    site, _ = read_site(root)
    assert site is not None
    dataset = site.datasets["thu-nhieu-nam"]
    assert [column.name for column in dataset.columns][:3] == ["place", "place_name", "year"]
    assert all(set(column.description) == {"vi", "en"} for column in dataset.columns)
    assert dataset.readme.startswith("# Bảng\n")
