"""The walk along the source."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic, Span
from generator.model.plan import Block, Furniture, Layout, Repair
from generator.read.align import align
from generator.read.files import Folder, document
from generator.read.notes import Notes, parse_lines, read_notes
from generator.read.plans import read_plan
from generator.read.provisions import read_provisions
from generator.read.source import expected_lines
from generator.read.text import read_lines

PROJECT = Path(__file__).parents[2]
PLANS = sorted(folder.name for folder in (PROJECT / "content" / "plans").iterdir())
ALPHABET = "ab \n\t.-+*#{}`1I"
SPACE: dict[str, str] = {"vi": "", "en": ""}


def repair(number: int, line: int, quote: str, reading: str, **more: object) -> Repair:
    """A certain repair of lost letters."""
    about = {"kind": "lost_letter", "certainty": "certain"} | more
    return Repair(number=number, line=line, quote=quote, reading=reading, **about)  # type: ignore[arg-type]


def walk(source: str, text: str, notes: Notes | None = None) -> tuple[list[Block], list[Diagnostic]]:
    """The blocks of a text that is walked along its source, and what differs."""
    expected, wrong_notes = expected_lines(source, notes or Notes())
    lines, wrong_marks = read_lines(text, "text.md")
    pairs, found = align(expected, lines, "source.txt", "text.md")
    provisions, _, _ = read_provisions(pairs, (), "text.md")
    return [block for one in provisions for block in one.blocks], [*wrong_notes, *wrong_marks, *found]


def codes(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    """What differs: code, file, line."""
    return [(one.code, one.at.file, one.at.line) for one in found]


SOURCE = "Số: 1\n\n  I.  MỤC   TIÊU \n1. Giảm nghèo nhanh.\n\n- Một;\n- Hai.\n"
TEXT = "{#dau-van-ban} Số: 1\n\n## I. MỤC TIÊU {#I}\n\n{#I.1} 1. Giảm nghèo nhanh.\n- Một;\n- Hai.\n"


def test_white_space_and_our_marks_are_no_difference() -> None:
    """Blank lines, runs of spaces, heading marks and ids are ours."""
    blocks, found = walk(SOURCE, TEXT)

    assert found == []
    assert [block.lines for block in blocks] == [(1,), (3,), (4,), (6,), (7,)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- Một;\n", "", ("source-line-missing", "source.txt", 6)),
        ("- Một;\n", "- Một;\n- Thêm vào;\n", ("text-line-added", "text.md", 7)),
        ("Giảm nghèo nhanh", "Giảm nghèo chậm", ("text-line-changed", "text.md", 5)),
        ("MỤC TIÊU", "MUC TIÊU", ("text-line-changed", "text.md", 3)),
        ("- Hai.", "- Hai", ("text-line-changed", "text.md", 7)),
        ("- Hai.", "+ Hai.", ("text-line-changed", "text.md", 7)),
        ("- Hai.", "- Ha i.", ("text-line-changed", "text.md", 7)),
    ],
)
def test_a_line_dropped_changed_or_added_is_told_once(old: str, new: str, told: tuple[str, str, int]) -> None:
    """Whatever differs is found, and one change is not told as many."""
    _, found = walk(SOURCE, TEXT.replace(old, new))

    assert codes(found) == [told]


def test_two_lines_in_one_are_told() -> None:
    """A printed line is a line of the text."""
    _, found = walk(SOURCE, TEXT.replace("- Một;\n- Hai.", "- Một; - Hai."))

    assert {one.code for one in found} == {"source-line-missing", "text-line-changed"}


def test_lines_in_another_order_are_told() -> None:
    """The order of the print is kept."""
    _, found = walk(SOURCE, TEXT.replace("- Một;\n- Hai.", "- Hai.\n- Một;"))

    assert {one.code for one in found} == {"source-line-missing", "text-line-added"}


def test_the_first_difference_is_pointed_at() -> None:
    """Column, and the words of both sides."""
    _, (one,) = walk(SOURCE, TEXT.replace("nhanh", "chậm"))

    assert one.at == Span("text.md", 5, 22)
    assert (one.values["text"], one.values["line"]) == ("1. Giảm nghèo chậm.", "1. Giảm nghèo nhanh.")


def test_repairs_stand_where_they_were_made() -> None:
    """Several in a line, in a heading, across an emphasis, and around a bullet's mark."""
    source = "I. MUC TIEU\n-Xoá đói, giãm *nghéo nhah* va bền vữn\n"
    text = "# I. MỤC TIÊU {#I}\n- Xoá đói, giảm *nghèo nhanh* và bền vữn\n"
    notes = Notes(
        repairs=(
            repair(1, 1, "MUC TIEU", "MỤC TIÊU"),
            repair(2, 2, "-Xoá", "- Xoá", kind="lost_space"),
            repair(3, 2, "giãm", "giảm"),
            repair(4, 2, "nghéo nhah* va", "nghèo nhanh* và"),
            repair(5, 2, "vữn", "vững", kind="sic"),
        )
    )
    blocks, found = walk(source, text, notes)

    def link(number: int, words: str) -> str:
        return f'<a class="text-note" href="#ghi-chu-{number}">{words}</a>'

    assert found == []
    assert blocks[0].html == f"I. {link(1, 'MỤC TIÊU')}"
    assert (blocks[1].mark, blocks[1].text) == ("-", "Xoá đói, giảm nghèo nhanh và bền vữn")
    assert blocks[1].html == (
        f"{link(2, 'Xoá')} đói, {link(3, 'giảm')} "
        f"<em>{link(4, 'nghèo nhanh')}</em>{link(4, ' và')} bền {link(5, 'vữn')}"
    )


def test_repairs_in_a_table_stand_in_their_cells() -> None:
    """A cell is repaired like any words; the rows are as read."""
    notes = Notes(repairs=(repair(1, 2, "2\t3o", "2\t30"),))
    blocks, found = walk("A\nx\ty\n2\t3o\n".replace("x\ty\n", ""), "{#phu-luc} A\n```table t 0\n2\t30\n```\n", notes)
    table = blocks[1].table
    assert table is not None

    assert found == []
    assert (table.rows, table.lines) == ((("2", "30"),), (2,))
    assert blocks[1].html.count("#ghi-chu-1") == 2


def test_cells_are_compared_one_by_one() -> None:
    """White space that moves a number into another cell is a difference; what editors strip at the end is none."""
    text = "{#phu-luc} A\n```table t 0\nROW\n```\n"

    assert walk("A\n1\t \t2\t\t\n", text.replace("ROW", "1\t\t2"))[1] == []
    assert codes(walk("A\n1\t\t2\n", text.replace("ROW", "1\t2"))[1]) == [("text-line-changed", "text.md", 3)]
    assert codes(walk("A\n1\t\t2\n", text.replace("ROW", "1 2"))[1]) == [("text-line-changed", "text.md", 3)]


def test_a_silent_repair_is_told() -> None:
    """What is mended without a note is a change."""

    assert codes(walk("Sè: 1\n", "{#ky} Số: 1\n")[1]) == [("text-line-changed", "text.md", 1)]


def test_furniture_is_no_text() -> None:
    """Whole lines, and a piece of one, are kept apart."""
    furniture = (
        Furniture(first=1, last=2, kind="website_header", note=SPACE),
        Furniture(first=3, last=3, kind="website_link", note=SPACE, quote=">> Tải"),
    )
    blocks, found = walk("Tin\n\nA. >> Tải\nB\n", "{#ky} A.\nB\n", Notes(furniture=furniture))

    assert found == []
    assert blocks[0].lines == (3, 4)


def test_columns_and_page_breaks_are_read_as_noted() -> None:
    """The second column is read after the first; a line that a page breaks is one line."""
    layout = (
        Layout(kind="columns", lines=(1, 3), after=4),
        Layout(kind="page_break", lines=(5, 7)),
    )
    source = "phải 1\ntrái 1\nphải 2\ntrái 2\nmột\n\ndòng\n"
    blocks, found = walk(source, "{#ky} trái 1\ntrái 2\nphải 1\nphải 2\nmột dòng\n", Notes(layout=layout))

    assert found == []
    assert blocks[0].lines == (2, 4, 1, 3, 5, 7)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("5", (5,)), ("3-5", (3, 4, 5)), ("1, 4-5,9", (1, 4, 5, 9)), ("", ()), ("a", ()), ("5-", ()), ("1-9999999", ())],
)
def test_lines_are_written_as_numbers_and_ranges(written: str, numbers: tuple[int, ...]) -> None:
    """What is not in this form names nothing."""

    assert parse_lines(written) == numbers


def test_composed_and_decomposed_letters_are_the_same_words(tmp_path: Path) -> None:
    """A source typed with combining marks is the text that an editor types."""
    (tmp_path / "a.txt").write_text("Tie\u0302\u0301ng Vie\u0323\u0302t", "utf-8")

    assert Folder(tmp_path).text("a.txt") == "Tiếng Việt"


@pytest.mark.parametrize("name", PLANS)
def test_real_plans_are_whole(name: str) -> None:
    """Nothing of the five plans is missing, and nothing is added."""
    folder = Folder(PROJECT)
    plan = read_plan(folder, f"content/plans/{name}", name)
    assert plan is not None

    assert [one for one in folder.found if one.code != "unknown-file"] == []
    assert all(one.provision for one in plan.repairs)


@pytest.mark.parametrize("edit", ["drop", "change", "add", "swap", "unrecord"])
@pytest.mark.parametrize("name", PLANS)
def test_any_line_of_a_real_plan_that_differs_is_found(name: str, edit: str) -> None:
    """A line dropped, changed, added or moved, and a repair no longer recorded, each fails the walk."""
    folder = Folder(PROJECT)
    path = f"content/plans/{name}"
    source, text = folder.text(f"{path}/source.txt"), folder.text(f"{path}/text.md")
    written = document(folder, f"{path}/notes.yaml")
    assert source is not None
    assert text is not None
    assert written is not None
    notes, _ = read_notes(written, source)
    assert notes is not None
    lines = text.split("\n")
    printed = [n for n, line in enumerate(lines) if line.strip() and not line.startswith("```")]
    dice = random.Random(f"{name} {edit}")
    for n in dice.sample(printed, 12):
        spoiled, kept = list(lines), notes
        if edit == "drop":
            del spoiled[n]
        elif edit == "change":
            word = dice.choice([one for one in spoiled[n].split() if one[0] not in "#{"])
            spoiled[n] = spoiled[n].replace(word, word + "x", 1)
        elif edit == "add":
            spoiled.insert(n, "Một câu không có trong bản gốc.")
        elif edit == "swap":
            other = printed[(printed.index(n) + 1) % len(printed)]
            if lines[n].split() == lines[other].split():
                continue
            spoiled[n], spoiled[other] = lines[other], lines[n]
        else:
            repairs = [one for one in notes.repairs if one.kind != "sic"]
            if not repairs:
                continue
            gone = dice.choice(repairs)
            rest = tuple(one for one in notes.repairs if one is not gone)
            kept = _without(notes, rest)
        expected, _ = expected_lines(source, kept)
        _, found = align(expected, read_lines("\n".join(spoiled), "text.md")[0], "source.txt", "text.md")

        assert found, f"line {n + 1}"


def _without(notes: Notes, repairs: tuple[Repair, ...]) -> Notes:
    return Notes(
        repairs=repairs, furniture=notes.furniture, layout=notes.layout, structure=notes.structure, source=notes.source
    )


@given(st.text("ab \n\t.-+*1I", max_size=60), st.text(ALPHABET, max_size=60), st.text(ALPHABET, min_size=1, max_size=3))
def test_any_source_and_text_are_walked(source: str, text: str, quote: str) -> None:
    """Nothing makes the walk fail, and it is silent only where the words agree."""
    notes = Notes(repairs=(repair(1, 1, quote, "x"),))
    _, found = walk(source, text, notes)
    _, same = walk(source, source)

    assert [one for one in same if one.code.startswith(("source-line", "text-line"))] == []
    if not found:
        assert source.split("\n")[0].count(quote) == 1
