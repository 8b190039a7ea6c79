"""The table of bad inputs: what one slip, or one attack, in one file is answered with.

A row is a kind, an edit of the small project, and what is told of it: the code, the file, and the line (0: any).
Exactly one diagnostic tells it; where the code is empty, the input is right, and nothing is told. Add a row for
whatever you find.
"""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
import yaml

from .edits import Edit, append, change, encoded, put, replace, write
from .runner import checked
from .test_numbers import CSV, UNITS, cell
from .test_words import PLAN, SERIES

TOKENS, FRAME = "themes/base/theme.yaml", "themes/base/locales/vi/frame.yaml"
LAST_TOKEN = len((Path(__file__).parents[2] / TOKENS).read_text("utf-8").splitlines())
PACKAGE, README = f"{SERIES}/datapackage.json", f"{SERIES}/README.md"
PAGE, BOOK, TEXT = "content/pages/gioi-thieu.en.md", "content/handbook/vi/index.md", f"{PLAN}/text.md"
SOURCE, FACTS = f"{PLAN}/source.txt", f"{PLAN}/plan.yaml"
AGENCY, UNIT = "content/agencies/ubnd-tinh-thu.yaml", "content/indicators/ty-le-ho-ngheo.yaml"
CHANGES = "datasets/don-vi-hanh-chinh/changes.csv"
FOUND, REFERENCE = "content/evidence/ket-qua-thu-2018.yaml", "content/references/bo-thu.yaml"
HTML = '<img src=x onerror="x"> " onmouseover=\'x\' autofocus {{7*7}} {% raw %} ${x} ]]> --> </style></title><script>'


def twice(file: str) -> Edit:
    """The first entry of a list once more at its end."""

    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        entries = [yaml.safe_dump([yaml.load(text, Loader=yaml.BaseLoader)[0]], allow_unicode=True)]
        (root / file).write_text(text + entries[0], "utf-8")

    return edit


def row_twice(file: str) -> Edit:
    """The first row of a table once more at its end."""
    return change(file, lambda text: f"{text}{text.splitlines()[1]}\n")


def rows(count: int, edit: Edit) -> Edit:
    """The first row of the series, spoiled, so many times, each for a year of its own."""

    def many(root: Path) -> None:
        edit(root)
        header, first, *_ = (root / CSV).read_text("utf-8").splitlines()
        made = [first.replace('"2016"', str(1900 + number)) for number in range(count)]
        (root / CSV).write_text("\n".join((header, *made)) + "\n", "utf-8")

    return many


def raw(file: str, data: bytes) -> Edit:
    """A file with some bytes before its last letter."""

    def edit(root: Path) -> None:
        body = (root / file).read_bytes()
        (root / file).write_bytes(body[:-1] + data + body[-1:])

    return edit


def parts(text: str) -> str:
    """A text whose letters stand apart from their marks, as some keyboards write them."""
    return unicodedata.normalize("NFD", text)


TABLE: tuple[tuple[str, Edit, str, str, int], ...] = (
    *((f"bytes {data!r} {file}", raw(file, data), code, file, 0)
      for file in (TOKENS, FRAME, AGENCY, PACKAGE, CSV, TEXT, PAGE, BOOK, README, UNITS)
      for data, code in ((b"\xe9", "not-utf8"), (b"\xed\xa0\x80", "not-utf8"), (b"\xc0\xaf", "not-utf8"),
                         (b"\x7f", "bad-character"), ("\u202e".encode(), "bad-character"))),
    *((f"utf-16 {file}", encoded(file, "utf-16"), "not-utf8", file, 1) for file in (TOKENS, FRAME, CSV, PAGE, FACTS)),
    ("field token", change(TOKENS, lambda text: text.replace('"#191d1f"', f"'{HTML.replace(chr(39), '')}'", 1)),
     "bad-value", TOKENS, 0),
    ("field word", put(FRAME, "frame.as_of", HTML), "bad-placeholder", FRAME, 0),
    ("field unit", put(UNIT, "unit", HTML), "bad-value", UNIT, 0),
    ("field unit", put(UNIT, "unit", "percentt"), "bad-value", UNIT, 0),
    ("field theme", put("site.yaml", "theme", HTML), "bad-value", "site.yaml", 0),
    ("field original", put(FACTS, "source.file", HTML), "missing-file", FACTS, 0),
    ("field where", put(FOUND, "where", HTML), "", "", 0),
    ("link data", put(PACKAGE, "licenses.0.path", "data:text/html,x"), "unsafe-link", PACKAGE, 0),
    ("link entity", put(PACKAGE, "licenses.0.path", "javascript&#58;x"), "unsafe-link", PACKAGE, 0),
    ("link user", put(REFERENCE, "where", "https://a.vn@b.vn/"), "unsafe-link", REFERENCE, 0),
    ("link tab", put("site.yaml", "repository", "java\tscript:x"), "unsafe-link", "site.yaml", 0),
    ("link host", append(BOOK, "\n[x](http:a.vn)\n"), "unsafe-link", BOOK, 5),
    ("link bomb", append(PAGE, f"\n{'[' * 3000}x{'](y)' * 3000}\n"), "broken-link", PAGE, 0),
    ("link bomb", append(BOOK, f"\n{'[a](b) ' * 3000}\n"), "broken-link", BOOK, 5),
    ("link bomb", append(README, f"\n{'[a](b) ' * 3000}\n"), "broken-link", README, 3),
    ("markdown attribute", append(BOOK, "\na {: onclick=x }\n"), "bad-attribute", BOOK, 5),
    ("markdown title", append(PAGE, '\n[x](https://a.vn "onmouseover=x")\n'), "", "", 0),
    ("id of a commitment", twice(f"{PLAN}/commitments.yaml"), "duplicate-id", f"{PLAN}/commitments.yaml", 0),
    ("id of a target", twice(f"{PLAN}/targets.yaml"), "duplicate-id", f"{PLAN}/targets.yaml", 0),
    ("id of an amount", twice(f"{PLAN}/amounts.yaml"), "duplicate-id", f"{PLAN}/amounts.yaml", 0),
    ("id of a report", put(f"{PLAN}/reporting.yaml", "0.id", "ck-001"), "duplicate-id", f"{PLAN}/reporting.yaml", 0),
    ("id of a unit", row_twice(UNITS), "duplicate-id", UNITS, 5),
    ("id of a provision", replace(TEXT, "{#III}", "{#I}"), "duplicate-provision", TEXT, 22),
    ("id of a heading", append(PAGE, "\n## X {#a}\n\n## Y {#a}\n"), "written-twice", PAGE, 0),
    ("id of a heading", append(BOOK, "\n## X {#a}\n\n## Y {#a}\n"), "written-twice", BOOK, 7),
    ("id of a heading", append(README, "\n## X {#a}\n\n## Y {#a}\n"), "written-twice", README, 5),
    ("id of the page's frame", append(PAGE, "\n## X {#noi-dung}\n"), "duplicate-html-id", PAGE, 0),
    ("words of a heading", append(PAGE, "\n## Same\n\n## Same\n"), "", "", 0),
    ("entry", twice(f"{PLAN}/relations.yaml"), "written-twice", f"{PLAN}/relations.yaml", 0),
    ("entry", twice(f"{PLAN}/no-duty.yaml"), "written-twice", f"{PLAN}/no-duty.yaml", 0),
    ("entry", twice(f"{PLAN}/citations.yaml"), "", "", 0),
    ("entry", row_twice(CHANGES), "written-twice", CHANGES, 3),
    ("entry", row_twice(CSV), "duplicated-observation", CSV, 5),
    ("entry", put(FOUND, "references", ["bo-thu", "bo-thu"]), "written-twice", FOUND, 0),
    ("entry", replace("site.yaml", "[vi, en]", "[vi, en, vi]"), "written-twice", "site.yaml", 0),
    ("heading of two lines of marks", append(PAGE, parts("\n## Mục tiêu Đường\n\n[x](#muc-tieu-duong)\n")), "", "", 0),
    ("heading of two lines of marks", append(BOOK, parts("\n## Mục tiêu\n\n[x](#muc-tieu)\n")), "", "", 0),
    ("heading of two lines of marks", append(README, parts("\n## Mục tiêu Đường\n")), "", "", 0),
    ("heading of two lines of marks", change(TEXT, parts), "", "", 0),
    ("heading that the source lacks", append(TEXT, "\n## Mục tiêu {#IV}\n"), "text-line-added", TEXT, 41),
    ("heading that the source lacks", append(TEXT, parts("\n## Mục tiêu\n")), "heading-without-id", TEXT, 41),
    ("empty", write(f"{PLAN}/amounts.yaml", ""), "empty-file", f"{PLAN}/amounts.yaml", 1),
    ("empty", write(TOKENS, ""), "empty-file", TOKENS, 1),
    ("empty", write(TOKENS, "# a\n"), "wrong-type", TOKENS, 1),
    ("empty", write(FRAME, "# a\n"), "wrong-type", FRAME, 1),
    ("unknown key", append(TOKENS, "khoa: x\n"), "unknown-field", TOKENS, LAST_TOKEN + 1),
    ("unknown key", append(FRAME, "khoa: x\n"), "word-missing", FRAME, 0),
    *((f"quotation mark {value}", append(file, f"x: {value}\n"), "yaml-syntax", file, 0)
      for file in (AGENCY, f"{PLAN}/notes.yaml", TOKENS, FRAME, "site.yaml")
      for value in ('"a', "'a", "[a", "{a", "@a")),
    ("quotation mark", replace(f"{PLAN}/targets.yaml", "quote: Giảm", 'quote: "Giảm'), "yaml-syntax",
     f"{PLAN}/targets.yaml", 3),
    ("year to come", cell(year="2061"), "later-than-as-of", CSV, 2),
    ("column", rows(100, cell(indicator="ty-le-ho-ngheoo")), "unknown-reference", CSV, 2),
    ("column", rows(2, cell(source="bo-thuu")), "unknown-reference", CSV, 2),
    ("column", rows(100, cell(value="12,5")), "not-a-number", CSV, 2),
    ("column", rows(100, cell(unit="phan-tram")), "bad-value", CSV, 2),
    ("column", change(CSV, lambda text: text.replace(",", ";")), "wrong-separator", CSV, 1),
    ("column", change(CSV, lambda text: text.replace("\n", ",,\n")), "nameless-column", CSV, 1),
    ("column", change(CSV, lambda text: text.replace("\n", ",\n").replace(",\n", "\n", 1)), "ragged-row", CSV, 2),
    ("empty rows", append(CSV, f"{',' * 15}\n" * 200), "", "", 0),
    ("empty rows", append(UNITS, f"{',' * 11}\n,,\n \n" * 200), "", "", 0),
    *(("original", encoded(SOURCE, name), "other-encoding", SOURCE, 0) for name in ("utf-16", "utf-32")),
    ("original", change(SOURCE, lambda text: text.replace("\n\nKẾ", "\n\f\nKẾ")), "source-hash", FACTS, 0),
    ("language", replace("site.yaml", "[vi, en]", "[vi]"), "unknown-language", "content/acts/luat-cu.yaml", 1),
)  # fmt: skip


@pytest.mark.parametrize(("edit", "code", "file", "line"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_one_slip_is_told_once_where_it_stands(edit: Edit, code: str, file: str, line: int, project: Path) -> None:
    """By `check`, within seconds; never by a traceback."""
    edit(project)
    before = time.monotonic()
    result = checked(project)
    told = [(found.code, found.at.file, found.at.line if line else 0) for found in result.diagnostics]

    assert told == ([(code, file, line)] if code else []), result.detail
    assert result.kind in ("accepted", "refused")
    assert time.monotonic() - before < 60
