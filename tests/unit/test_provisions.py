"""A plan's text to its provisions."""

from __future__ import annotations

import pytest

from generator.model.plan import Provision, StructureNote
from generator.read.provisions import read_provisions
from generator.read.text import read_lines


def read(text: str, *explained: str) -> tuple[tuple[Provision, ...], list[tuple[str, int]]]:
    """The provisions of a text, and what is wrong with it: codes and lines."""
    lines, wrong_marks = read_lines(text, "text.md")
    notes = tuple(StructureNote(provision=id, kind="number_gap", note={"vi": ""}) for id in explained)
    provisions, _, wrong_ids = read_provisions([(one, None) for one in lines], notes, "text.md", not wrong_marks)
    return provisions, [(one.code, one.at.line) for one in (*wrong_marks, *wrong_ids)]


@pytest.mark.parametrize(
    ("line", "id", "number", "title"),
    [
        ("## I. MỤC ĐÍCH, YÊU CẦU {#I}", "I", "I.", "MỤC ĐÍCH, YÊU CẦU"),
        ("## A- MỤC ĐÍCH {#A}", "A", "A-", "MỤC ĐÍCH"),
        ("## **I. MỤC ĐÍCH** {#I}", "I", "I.", "MỤC ĐÍCH"),
        ("{#I} I. Thời gian: năm 2017", "I", "I.", None),
        ("{#1} (1) Sở Tư pháp: Thực hiện", "1", "(1)", None),
        ("# 1- Mục đích {#1}", "1", "1-", "Mục đích"),
        ("# a) Hộ mới thoát nghèo {#a}", "a", "a)", "Hộ mới thoát nghèo"),
        ("# Điều 1. Phạm vi {#1}", "1", "Điều 1.", "Phạm vi"),
        ("# KẾ HOẠCH {#tieu-de}", "tieu-de", None, "KẾ HOẠCH"),
        ("{#noi-nhan} Nơi nhận:", "noi-nhan", None, None),
    ],
)
def test_a_number_and_a_title_are_read_from_the_print(
    line: str, id: str, number: str | None, title: str | None
) -> None:
    """A heading has a title without its number; a paragraph that runs on after its number has none."""
    (one,), found = read(line)

    assert (one.id, one.number_printed, one.title, found) == (id, number, title, [])


def test_a_provision_has_its_parent_by_its_id() -> None:
    """`3.2.` below `II.3` is `II.3.2`, `(1)` below `E.5` is `E.5.1`."""
    text = (
        "# I. A {#I}\n# 1. B {#I.1}\n{#I.1.1} 1.1. C\n{#I.1.2} 1.2. D\n{#I.1.2.a} a) E\n# 2. F {#I.2}\n{#I.2.1} (1) G\n"
    )
    provisions, found = read(text)

    assert found == []
    assert [(one.id, one.parent, one.order) for one in provisions] == [
        ("I", None, 0),
        ("I.1", "I", 1),
        ("I.1.1", "I.1", 2),
        ("I.1.2", "I.1", 3),
        ("I.1.2.a", "I.1.2", 4),
        ("I.2", "I", 5),
        ("I.2.1", "I.2", 6),
    ]


def test_blocks_are_paragraphs_bullets_and_tables_in_printed_order() -> None:
    """A blank line or a mark ends a paragraph; a line without either goes on."""
    text = "# 1. A {#1}\nb\nc\n\nd\n- e\nf\n+ g\n```table t 1\nx\ty\n1\t2\n```\nh\n"
    (one,), found = read(text)

    assert found == []
    assert [(block.kind, block.mark, block.text) for block in one.blocks] == [
        ("heading", "", "1. A"),
        ("paragraph", "", "b\nc"),
        ("paragraph", "", "d"),
        ("bullet", "-", "e\nf"),
        ("sub_bullet", "+", "g"),
        ("table", "", "x\ty\n1\t2"),
        ("paragraph", "", "h"),
    ]
    assert one.text == "b\nc\nd\ne\nf\ng\nh"


def test_a_printed_table_keeps_each_cell() -> None:
    """Empty cells stay, rows are as wide as the widest, and header rows are known."""
    (one,), _ = read("{#phu-luc} A\n```table bang 1\nx\t\t\n\t1\t*2*\n```\n")
    table = one.blocks[1].table
    assert table is not None

    assert (table.id, table.header_rows) == ("bang", 1)
    assert table.rows == (("x", "", ""), ("", "1", "2"))
    assert "<td><em>2</em></td>" in one.blocks[1].html


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n", "text-before-provision", 1),
        ("{#1} 1. a\n# 2. b\n", "heading-without-id", 2),
        ("{#1} 1. a {#2}\n", "misplaced-id", 1),
        ("{#1}\n", "misplaced-id", 1),
        ("{#gioi-thieu} a\n", "bad-provision-id", 1),
        ("{#1.} 1. a\n", "bad-provision-id", 1),
        ("{#1} 1. a\n{#1} 1. b\n", "duplicate-provision", 2),
        ("{#I.1} 1. a\n", "missing-parent", 1),
        ("{#1} 2. a\n", "number-mismatch", 1),
        ("{#1} a\n", "number-mismatch", 1),
        ("{#1} 1. a\n{#3} 3. b\n", "unrecorded-gap", 2),
        ("{#2} 2. a\n", "unrecorded-gap", 1),
        ("# I. a {#I}\n# III. a {#III}\n", "unrecorded-gap", 2),
        ("{#1} 1. a\n```table t\na\n```\n", "bad-table", 2),
        ("{#1} 1. a\n```table t 1\na\n", "bad-table", 2),
        ("{#1} 1. a\n```table t 2\na\n```\n", "bad-table", 2),
        ("{#1} 1. a\n```table t 1\na\n```\n```table t 1\nb\n```\n", "bad-table", 5),
    ],
)
def test_a_wrong_mark_is_one_mistake_at_its_line(text: str, code: str, line: int) -> None:
    """What follows from a wrong mark is not told again."""
    _, found = read(text)

    assert found == [(code, line)]


@pytest.mark.parametrize(
    "ids",
    ["A B C D E", "A B C D Đ E", "a b c d e g h i", "I II III IV V VI", "1 2 3 4", "i ii iii iv", "A B C D E F G"],
)
def test_every_way_of_counting_is_known(ids: str) -> None:
    """Digits, Roman numerals, and letters with or without the đ."""
    _, found = read("".join(f"{{#{id}}} {id}. a\n" for id in ids.split()))

    assert found == []


def test_a_recorded_oddity_is_no_mistake() -> None:
    """A gap, a number that the print repeats, and an odd mark are in order once the notes say so."""
    _, found = read("{#1} 1. a\n{#3} 3. b\n{#3-2} 3. c\n{#5} c. d\n", "3", "3-2", "5")

    assert found == []
