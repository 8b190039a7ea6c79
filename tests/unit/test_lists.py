"""Lists as they are taken along: CSV and XLSX that open as they are meant, and run nothing."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache

import pytest
from openpyxl import load_workbook

from generator.derive.facts import derive
from generator.exports import lists
from generator.exports.sheets import LONGEST, Column, CsvSheetRecipe, Sheet, XlsxRecipe
from generator.read.site import read_site
from generator.write.cache import Cache
from generator.write.store import Store
from tests.unit.small_duties import commitment, whole, words
from tests.unit.small_site import PLAN, PROJECT, both

SHEET = Sheet(
    title="Cam kết: a/b [1]",
    columns=(Column("Mã", 10), Column("Ngày", 12), Column("Số", 8)),
    rows=(("=1+1", date(2019, 11, 15), 3), ("- Vốn", None, Decimal("1.5")), ("Hộ nghèo\nvà cận nghèo", None, None)),
    about_title="Về bảng này",
    about=("Tính đến ngày 21/11/2026.", "=2"),
    author="Cổng",
    as_of=date(2026, 11, 21),
)


@cache
def made(which="small"):
    """Every file of a project's lists, by path."""
    site = whole() if which == "small" else read_site(PROJECT)[0]
    assert site is not None
    return {one.path: one.recipe(one.given) for one in lists.outputs(derive(site), words())}


def table(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def book(body: bytes):
    return load_workbook(io.BytesIO(body))


def test_every_list_is_there_as_csv_and_as_workbook():
    """Commitments of all, of each plan and of each agency that has any; and each other list; in every language."""
    folders = [
        "cam-ket/cam-ket", f"ke-hoach/{PLAN}/cam-ket", "co-quan/ubnd-a/cam-ket", "co-quan/phong-a/cam-ket",
        "lich-bao-cao/lich-bao-cao", "van-ban/van-ban", "co-quan/co-quan", "chinh-sach/chinh-sach", "dia-ban/dia-ban",
        "doi-chieu/doi-chieu",
    ]  # fmt: skip

    assert set(made()) == {f"{lang}{one}.{form}" for lang in ("", "en/") for one in folders for form in ("csv", "xlsx")}


def test_what_a_page_offers_is_what_is_made():
    """Every download of a page is a file of the site, in each language; a page without a list offers none."""
    facts = derive(whole())
    pages = {f"{path.rpartition('/')[0]}/" for path in made() if not path.startswith("en/")}
    offered = {one.path for page in pages for one in lists.downloads(facts, page)}

    assert offered == {path for path in made() if not path.startswith("en/")}
    assert [one.format for one in lists.downloads(facts, "cam-ket/")] == ["csv", "xlsx"]
    assert lists.downloads(facts, "co-quan/cac-xa/") == ()


def test_a_csv_begins_with_the_mark_of_utf_8():
    """Without that mark, a spreadsheet reads Vietnamese letters as others."""

    assert all(body.startswith(b"\xef\xbb\xbf") for path, body in made().items() if path.endswith(".csv"))
    assert table(made()["cam-ket/cam-ket.csv"])[0][:2] == ["Mã", "Kế hoạch"]
    assert table(made()["en/cam-ket/cam-ket.csv"])[0][:2] == ["Id", "Plan"]


def test_a_commitment_is_a_row_with_all_that_is_known():
    """Names stand for ids; what the text does not name is said so; four axes in four columns."""
    first, second, third = rows(made()["cam-ket/cam-ket.csv"])

    assert (first["Ai làm"], first["Phối hợp với"]) == ("UBND huyện A", "Phòng A")
    assert (first["Gửi ai"], first["Qua ai"]) == ("UBND huyện A", "Phòng A")
    assert (third["Gửi ai"], third["Qua ai"]) == ("", "")
    assert (second["Ai làm"], second["Thời hạn, như in"], second["Ngày"]) == (
        "văn bản không nêu", "văn bản không nêu", "",
    )  # fmt: skip
    assert (third["Thời hạn, như in"], third["Ngày"]) == ("đến 30/6/2018", "2018-06-30")
    assert first["Chỉ tiêu kèm theo"] == "Giảm 1,0%/năm"
    assert first["Mức đạt"].endswith("(Tổ giám sát, 1/1/2021)")
    assert first["Đã tìm khi nào, ở đâu"] == "1/1/2020: https://example.org/ (chưa thấy)"
    assert first["Tài liệu đã công bố"] == "Bài (https://example.org/bai)"
    assert first["Địa chỉ"] == f"https://example.org/giam-ngheo/cam-ket/{PLAN}/ck-001/"
    assert rows(made()["en/cam-ket/cam-ket.csv"])[0]["Address"].startswith("https://example.org/giam-ngheo/en/cam-ket/")


def test_an_agencys_list_says_which_part_it_has():
    """The office only works with others; what is not laid on it is not in its list."""
    (only,) = rows(made()["co-quan/phong-a/cam-ket.csv"])

    assert (only["Vai trò"], only["Mã"]) == ("phối hợp", "ck-001")
    assert [one["Vai trò"] for one in rows(made()["co-quan/ubnd-a/cam-ket.csv"])] == ["thực hiện", "thực hiện"]


def test_not_found_is_said_with_its_date():
    """A report that was looked for in vain says as of when; a day to come is told from one that is past."""
    first, _, third, last = rows(made()["lich-bao-cao/lich-bao-cao.csv"])

    assert (first["Ngày"], first["Ai báo cáo, ai làm"], first["Qua ai"]) == ("2017-12-05", "UBND các xã", "Phòng A")
    assert third["Công bố kết quả"].endswith("21/11/2026")
    assert (last["Ngày"], last["Khi nào, như in"], last["Gửi ai"]) == ("", "văn bản không nêu", "văn bản không nêu")


def test_only_what_is_verified_of_a_policy_is_told():
    """What has no source is counted and not told."""
    (policy,) = rows(made()["chinh-sach/chinh-sach.csv"])

    assert (policy["Được gì"], policy["Hỏi ở đâu"], policy["Số ý chưa kiểm chứng"]) == ("Được cấp thẻ.", "", "1")
    assert "Hỏi xã" not in made()["chinh-sach/chinh-sach.csv"].decode()


def test_documents_and_places_say_what_pages_say():
    """Conflicting prints stand side by side; a former commune leads to today's."""
    (document,) = rows(made()["van-ban/van-ban.csv"])
    places = {one["Mã"]: one for one in rows(made()["dia-ban/dia-ban.csv"])}

    assert document["Chỗ các bản in khác nhau"].endswith("“06/01/2017” ≠ “7 tháng 01 năm 2017”")
    assert places["xa-m"]["Nay thuộc"] == "Xã xa-moi"
    assert places["xa-m"]["Đến ngày"] == "2025-06-30"
    assert places["xa-moi"]["Kế hoạch qua đơn vị trước, sau hoặc bên trong"] == "1/KH (Xã xa-m, Xã xa-n)"


def test_a_plans_workbook_holds_all_of_its_tables():
    """Its commitments first, what is due by it, and each dataset that is made from its tables, cell by cell."""
    site = read_site(PROJECT)[0]
    (dataset,) = [dataset for dataset in site.datasets.values() if dataset.plan == "tan-yen-58-kh-ubnd-2017"]
    opened = book(made("real")["ke-hoach/tan-yen-58-kh-ubnd-2017/cam-ket.xlsx"])
    names = [sheet.title for sheet in opened.worksheets]

    assert names == ["Cam kết, 58 KH-UBND", "Lịch báo cáo", dataset.id, "Về bảng này"]
    assert opened[dataset.id].max_row == len(dataset.rows) + 1


def test_no_cell_runs_in_either_form():
    """Words that begin like a formula get an apostrophe in CSV; in a workbook they are marked as text."""
    (quote,) = [row["Nguyên văn"] for row in rows(made()["cam-ket/cam-ket.csv"]) if row["Mã"] == "ck-002"]
    sheet = book(made()["cam-ket/cam-ket.xlsx"]).worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]

    assert quote == "'=1+1"
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize("which", ["small", "real"])
def test_no_workbook_holds_a_formula_or_a_link(which):
    """Cells are text, numbers and days; nothing is reckoned, nothing is fetched, and nothing that could run is bare."""
    for path, body in made(which).items():
        if not path.endswith(".xlsx"):
            continue
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
            assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]
        assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets), path
        if which == "small":
            cells = [
                cell for sheet in book(body) for row in sheet.iter_rows() for cell in row if cell.value is not None
            ]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
            risky = [cell for cell in cells if str(cell.value)[0] in "=+-@" and cell.data_type == "s"]
            assert all(cell.quotePrefix for cell in risky)


def test_no_csv_of_this_repository_holds_a_bare_formula():
    """No cell of a real list begins like a formula, unless it is a number with its sign."""
    cells = [
        cell for path, body in made("real").items() if path.endswith(".csv") for row in table(body) for cell in row
    ]

    assert len(cells) > 10_000
    assert [
        cell for cell in cells if cell[:1] in ("=", "@") or (cell[:1] in ("+", "-") and not cell[1:2].isdigit())
    ] == []


def test_a_workbook_keeps_days_numbers_and_its_header():
    """Days are days and numbers are numbers, so that they sort; the header stays when a reader scrolls."""
    found = book(XlsxRecipe()((SHEET,)))
    sheet, about = found.worksheets

    assert [cell.value for cell in sheet[1]] == ["Mã", "Ngày", "Số"]
    assert [cell.value for cell in sheet[2]] == ["=1+1", datetime(2019, 11, 15), 3]
    assert [cell.value for cell in sheet[3]] == ["- Vốn", None, 1.5]
    assert sheet["A4"].value == "Hộ nghèo\nvà cận nghèo"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width == pytest.approx(12, abs=1)
    assert [row[0].value for row in about.iter_rows()] == ["Tính đến ngày 21/11/2026.", "=2"]
    assert (found.sheetnames, found.properties.title) == (["Cam kết  a b  1", "Về bảng này"], "Cam kết: a/b [1]")


def test_a_list_without_rows_has_its_header():
    """An empty list is a file that says what it would hold."""
    empty = replace(SHEET, rows=())

    assert table(CsvSheetRecipe()(empty)) == [["Mã", "Ngày", "Số"]]
    assert book(XlsxRecipe()((empty,))).worksheets[0].max_row == 1


def test_words_too_long_for_a_cell_are_cut():
    """A workbook that holds more than a cell may is one that warns when it is opened."""
    long = replace(SHEET, rows=(("a" * (LONGEST + 1), None, None),))

    assert len(book(XlsxRecipe()((long,))).worksheets[0]["A2"].value) == LONGEST


def test_the_same_list_makes_the_same_bytes():
    """A workbook is dated by `as_of` and by nothing else: neither the clock nor a temporary file is in it."""
    again = {one.path: one.recipe(one.given) for one in lists.outputs(derive(whole()), words())}
    with zipfile.ZipFile(io.BytesIO(made()["cam-ket/cam-ket.xlsx"])) as archive:
        times = {one.date_time for one in archive.infolist()}
    properties = book(made()["cam-ket/cam-ket.xlsx"]).properties

    assert again == made()
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert (properties.created, properties.modified) == (datetime(2026, 11, 21), datetime(2026, 11, 21))


def test_workbooks_are_remembered(tmp_path):
    """A second build takes every workbook from memory, and makes again only those that hold what changed."""
    facts = derive(whole())
    first, second, third = (Store(Cache(tmp_path), "1") for _ in range(3))
    for store in (first, second):
        for one in lists.outputs(facts, words()):
            store.make(one)
        store.keep()
    site = whole()
    plan = replace(site.plans[PLAN], commitments=(commitment(summary=both("Khác")), *site.plans[PLAN].commitments[1:]))
    for one in lists.outputs(derive(replace(site, plans={PLAN: plan})), words()):
        third.make(one)

    assert (first.made, second.made, second.remembered) == (20, 0, 20)
    assert third.made == 8
