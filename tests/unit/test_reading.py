"""A plan's text as pages show it."""

from __future__ import annotations

import pytest

from generator.derive.facts import derive
from generator.exports.context import contexts
from generator.model.plan import PrintedTable
from generator.pages.parts.reading import label_of, merged, printed_rows
from generator.site.wording import short
from tests.unit.small_duties import words
from tests.unit.small_site import provision, site

HEAD = (
    ("TT", "Đơn vị", "Năm 2015", "", "Năm 2016", ""),
    ("", "", "Số hộ", "Tỷ lệ", "Số hộ", "Tỷ lệ"),
)


def test_merged_header_cells_are_read_back() -> None:
    """An empty cell of a printed header continues the one to its left, or the one above it."""
    spans = [[(cell.text, cell.across, cell.down) for cell in row] for row in merged(HEAD)]

    assert spans == [
        [("TT", 1, 2), ("Đơn vị", 1, 2), ("Năm 2015", 2, 1), ("Năm 2016", 2, 1)],
        [("Số hộ", 1, 1), ("Tỷ lệ", 1, 1), ("Số hộ", 1, 1), ("Tỷ lệ", 1, 1)],
    ]


def test_a_header_covers_every_column_once() -> None:
    """However cells are merged, each row of the header covers each column exactly once."""
    covered = sorted(
        (at + down, column)
        for at, row in enumerate(merged(HEAD))
        for cell, column in zip(row, _columns(at), strict=True)
        for down in range(cell.down)
        for column in range(column, column + cell.across)
    )

    assert covered == [(row, column) for row in range(2) for column in range(6)]


def _columns(row: int) -> tuple[int, ...]:
    return ((0, 1, 2, 4), (2, 3, 4, 5))[row]


def test_a_row_is_named_by_its_unit() -> None:
    """The column that holds words names a row; a total that is printed elsewhere names its own row."""
    units = (("1", "An Dương", "2 008", "6,47", "2 008", "4,98"), ("2", "Cao Thượng", "1 837", "7,35", "1 864", "6,38"))
    total = ("Tổng", "", "48 065", "7,7", "48 456", "6,52")
    table = PrintedTable(id="b", header_rows=2, rows=(*HEAD, *units, total), lines=())
    rows = printed_rows(table, {"plan.table_caption": "Bảng"}).rows

    assert [(row.name, row.total) for row in rows] == [(1, False), (1, False), (0, True)]


def test_long_words_are_cut_between_words() -> None:
    """A heading is cut after a whole word and says so; a short one stays."""

    assert short("Hỗ trợ dạy nghề, tạo việc làm", 17) == "Hỗ trợ dạy nghề…"
    assert short("Mục  đích", 17) == "Mục đích"


@pytest.mark.parametrize(
    ("id", "labels"),
    [
        ("II.3.2", ("Mục II.3.2", "Section II.3.2")),
        ("mo-dau", ("Mở đầu", "Opening")),
        ("phu-luc", ("Phụ lục", "Annex")),
        ("phu-luc.1", ("Phụ lục, 1", "Annex, 1")),
    ],
)
def test_a_provision_has_one_label(id: str, labels: tuple[str, str]) -> None:
    """Pages, lists and calendars call a provision by the same words, in each language."""
    by_language = words()
    vi, en = contexts(derive(site()), by_language)

    assert (vi.provision(id), en.provision(id)) == labels
    assert tuple(label_of(provision(id, 1), by_language[lang]) for lang in ("vi", "en")) == labels
