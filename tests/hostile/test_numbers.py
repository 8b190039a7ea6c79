"""Numbers, years and names that cannot be: told at their cell; and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from generator.exports.recipes import csv_bytes

from .edits import Edit, append, put, rename, replace, write
from .outputs import formulas
from .runner import checked
from .test_words import PLAN, SERIES

CSV = f"{SERIES}/thu-nhieu-nam.csv"
UNITS = "datasets/don-vi-hanh-chinh/units.csv"
FOUND = "content/evidence/ket-qua-thu-2018.yaml"
LONG = "a" * 300


def cell(**columns: str) -> Edit:
    """The first row of the series with other cells."""

    def edit(root: Path) -> None:
        header, first, *rest = (root / CSV).read_text("utf-8").splitlines()
        cells = dict(zip(header.split(","), next(csv.reader([first])), strict=True))
        changed = ",".join(f'"{value}"' for value in (cells | columns).values())
        (root / CSV).write_text("\n".join((header, changed, *rest)) + "\n", "utf-8")

    return edit


@pytest.mark.parametrize(
    ("edit", "codes", "file", "line"),
    [
        *((cell(year=year), {"bad-year", "bad-number"}, CSV, 2)
          for year in ("20166", "0", "-5", "201", "1e3", "NaN", "２０１６", "2016.0", " 2016", "9" * 400)),
        (cell(year="2061"), {"later-than-as-of"}, CSV, 2),
        *((cell(value=value), {"not-a-number", "impossible-number"}, CSV, 2)
          for value in ("NaN", "Infinity", "-Infinity", "1e5", "1E400", "0x10", "1_000", "101", "-1", "9" * 50, "=1")),
        (cell(value="0", value_printed=""), {"empty-value"}, CSV, 2),
        (cell(value="12.5", value_printed="12,6"), {"printed-differs"}, CSV, 2),
        (cell(unit="households", value="-3", value_printed="-3"), {"impossible-number"}, CSV, 2),
        (cell(unit="households", value="99999999999", value_printed="99999999999"), {"impossible-number"}, CSV, 2),
        (cell(unit="xyz"), {"bad-value"}, CSV, 2),
        (cell(status="=1+1"), {"bad-value"}, CSV, 2),
        (put(FOUND, "figures.0.year", "20188"), {"bad-year"}, FOUND, 0),
        (put(FOUND, "figures.0.value", "nan"), {"not-a-number", "printed-differs", "unclear-number"}, FOUND, 0),
        (put(FOUND, "published", "0001-01-01"), {"bad-date"}, FOUND, 0),
        (put(FOUND, "published", "9999-12-31"), {"bad-date"}, FOUND, 0),
        (put(FOUND, "published", "2019-02-30"), {"bad-date"}, FOUND, 0),
        (put(FOUND, "published", "2030-01-01"), {"later-than-as-of"}, FOUND, 0),
        (put(f"{PLAN}/plan.yaml", "period.end", "99999"), {"bad-year"}, f"{PLAN}/plan.yaml", 0),
        (put(f"{PLAN}/plan.yaml", "date", "20180305"), {"bad-date"}, f"{PLAN}/plan.yaml", 0),
        (put("site.yaml", "as_of", "0000-00-00"), {"bad-date"}, "site.yaml", 0),
        (put("site.yaml", "as_of", "9999-12-31"), {"bad-date"}, "site.yaml", 0),
        *((put(f"{PLAN}/commitments.yaml", "0.id", id), {"bad-name"}, f"{PLAN}/commitments.yaml", 0)
          for id in ("con", "nul", "com1", "lpt9", LONG, "A", "a b", "a/b", "../a", "a.b", ".", "-a", "á", "a\n")),
        *((put(f"{PLAN}/targets.yaml", "0.id", id), {"bad-name"}, f"{PLAN}/targets.yaml", 0) for id in ("aux", LONG)),
        *((rename("content/agencies/ubnd-tinh-thu.yaml", f"content/agencies/{id}.yaml"), {"bad-name", "unknown-file"},
           f"content/agencies/{id}.yaml", 1)
          for id in ("con", "a" * 200, "Ubnd-tinh-thu", "a b", "a'b", "a.b", "á", "a;b")),
        (write("content/agencies/Ubnd-thu.yaml", "a: b\n"), {"bad-name"}, "content/agencies/Ubnd-thu.yaml", 1),
        (append(UNITS, "con,x,province,,,,,,,,,,,\n"), {"bad-name", "ragged-row", "empty-value"}, UNITS, 0),
        (write("content/handbook/vi/con.md", "# a\n"), {"bad-name"}, "content/handbook/vi/con.md", 1),
        (write("content/handbook/vi/A B.md", "# a\n"), {"bad-name"}, "content/handbook/vi/A B.md", 1),
        (write("themes/base/assets/css/a b'.css", "a{}"), {"bad-name"}, "themes/base/assets/css/a b'.css", 1),
        (replace(f"{PLAN}/text.md", "{#I}", "{#" + "I." * 150 + "1}"), {"number-mismatch"}, f"{PLAN}/text.md", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_where_it_stands(
    edit: Edit, codes: set[str], file: str, line: int, project: Path
) -> None:
    """By `check`, with the line of the cell; what is right in its place passes."""
    edit(project)
    result = checked(project)
    told = {code for code, name, at in result.told if name == file and line in (0, at)}

    assert result.kind == ("refused" if codes else "accepted"), result.detail
    assert not codes or told & codes, result.detail


@pytest.mark.parametrize("blank", ["", " ", "\t", "\n", "\u00a0", " \u3000 "])
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_cell_runs_as_a_formula(blank: str, sign: str) -> None:
    """Also behind a blank, and in a heading; a number stays one."""
    words = f"{blank}{sign}cmd|' /C calc'!A0"
    made = csv_bytes([words], [[words], ["-1,5"], ["+3"]]).decode()

    assert list(formulas(made)) == []
    assert made.endswith('"-1,5"\n+3\n')


def test_a_dataset_may_hold_what_looks_like_a_formula(project: Path) -> None:
    """A note that begins with a sign is no mistake: it is made harmless where it is published."""
    cell(note=" =HYPERLINK(1)")(project)

    assert checked(project).kind == "accepted"
    assert json.loads((project / f"{SERIES}/datapackage.json").read_text("utf-8"))
