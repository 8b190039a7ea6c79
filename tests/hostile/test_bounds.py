"""The bounds that the documents state are those that the reader holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import read
from generator.model import limits, telling, texts
from generator.read import files, lists, theme
from tests.projects import REPOSITORY

from .edits import Edit, append
from .test_words import PLAN, SERIES

CONTENT = Path(__file__).parents[2] / "docs/content.md"
_CODES = ("too-large", "too-long", "too-many", "too-deep", "bad-value", "bad-number", "unknown-field")


def test_the_bounds_are_those_that_are_stated() -> None:
    """One table in docs/content.md names them all."""
    stated = CONTENT.read_text("utf-8").split("## Bounds")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in stated.splitlines() if "|" in line]
    settable = {row[1].strip("`").removesuffix("` (MiB)"): tuple(row[2:]) for row in rows[2:] if len(row) == 4}
    fixed = {row[0]: row[1] for row in rows if len(row) == 2}

    assert settable == {
        name: (f"{value:,}", f"{getattr(limits.MOST, name):,}") for name, value in vars(limits.USUAL).items()
    }
    assert fixed["folders within folders of a theme"] == str(theme._DEEPEST)
    assert fixed["letters of an id"] == f"{files._LONGEST_NAME}, inside a plan {lists._LONGEST}"
    assert fixed["hidden signs that are told of a file"] == str(texts.MOST)
    assert fixed["the same mistake of one file"].startswith(f"{telling._SAME} times")
    assert fixed["mistakes of one code and field of one file"].startswith(f"{telling._ALIKE};")


PAGE = "content/pages/gioi-thieu.vi.md"
HUGE = (
    "site.yaml", "content/agencies/ubnd-tinh-thu.yaml", f"{PLAN}/commitments.yaml", f"{PLAN}/text.md",
    f"{PLAN}/source.txt", PAGE, "content/handbook/vi/index.md", "content/handbook/vi/a.png",
    f"{SERIES}/README.md", f"{SERIES}/datapackage.json", f"{SERIES}/thu-nhieu-nam.csv", "themes/base/theme.yaml",
    "themes/base/locales/vi/frame.yaml", "themes/base/templates/home.html", "themes/base/assets/fonts/a.woff2",
)  # fmt: skip
MEASURED = """
import sys
from pathlib import Path
from generator.build import check
found = check(Path(sys.argv[1]), store=Path(sys.argv[2])).diagnostics
told = {one.at.file for one in found if one.code == "too-large"}
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0], *sorted(told))
"""


@pytest.mark.parametrize("wrong", [HUGE[:1], HUGE[1:]], ids=["site", "rest"])
def test_a_huge_file_is_told_without_being_read(wrong: tuple[str, ...], project: Path, tmp_path: Path) -> None:
    """200 MB of the file's own words in place of each: told by name, with less than 300 MB of memory."""
    for file in wrong:
        path = project / file
        body = path.read_bytes() if path.exists() else b"x"
        with path.open("wb") as opened:
            opened.write(body)
            opened.truncate(200_000_000)
    run = [sys.executable, "-c", MEASURED, str(project), str(tmp_path / "memory")]
    memory, *told = subprocess.run(run, capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout.split()

    assert told == sorted(wrong)
    assert int(memory) < 300_000


SAME = append(f"{SERIES}/README.md", "\n")
BOUNDS = (
    (
        "file: 1",
        append(PAGE, "\na" * 600_000),
        "too-large",
        PAGE,
    ),
    ("file: 2", append(PAGE, "\na" * 600_000), "", PAGE),
    ("rows: 2", SAME, "too-many", f"{SERIES}/thu-nhieu-nam.csv"),
    ("rows: 3", SAME, "", f"{SERIES}/thu-nhieu-nam.csv"),
    ("line: 300", append(PAGE, "a" * 400), "too-long", PAGE),
    ("line: 500", append(PAGE, "a" * 400), "", PAGE),
    ("depth: 2", SAME, "too-deep", f"{PLAN}/commitments.yaml"),
    ("files: 3", SAME, "too-many", f"{PLAN}"),
    ("depth: 0", SAME, "bad-value", "site.yaml"),
    ("depth: 101", SAME, "bad-value", "site.yaml"),
    ("file: -1", SAME, "bad-value", "site.yaml"),
    ("file: x", SAME, "bad-number", "site.yaml"),
    ("mau: 1", SAME, "unknown-field", "site.yaml"),
)


@pytest.mark.parametrize(("limit", "edit", "code", "file"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_a_bound_is_that_of_site_yaml(limit: str, edit: Edit, code: str, file: str, project: Path) -> None:
    """What is within it is read; what is not is told by name."""
    edit(project)
    append("site.yaml", f"limits: {{{limit}}}\n")(project)
    _, found = read(project)
    told = {(one.code, one.at.file) for one in found if one.code in _CODES}

    assert ((code, file) in told) if code else (file not in {name for _, name in told}), told


def test_the_headers_of_servers_say_the_policy_of_the_pages() -> None:
    """docs/servers.md and the frame of every page hold one policy; a header adds who may frame a page."""
    base = (CONTENT.parents[1] / "themes/base/templates/base.html").read_text("utf-8")
    policy = base.split('Content-Security-Policy" content="')[1].split('"')[0]

    servers = (CONTENT.parent / "servers.md").read_text("utf-8")
    assert servers.count(f"\"{policy}; frame-ancestors 'none'\"") == 2
