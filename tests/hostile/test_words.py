"""Signs that nobody sees, letters that look like ours and links that run: told in every file and field, at their line.

A row of a table is an input; more of a kind are added as more rows.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from .edits import Edit, append, put, replace, strings, write
from .runner import checked

PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"
SERIES = "datasets/thu-nhieu-nam"
FILES = (
    "site.yaml", "content/agencies/ubnd-tinh-thu.yaml", "content/assessments/danh-gia-thu-2019.yaml",
    "content/documents/hdnd-tinh-thu-2-nq.yaml", "content/evidence/ket-qua-thu-2018.yaml",
    "content/indicators/ty-le-ho-ngheo.yaml", "content/policies/ho-tro-thu.yaml", "content/references/bo-thu.yaml",
    "content/searches/tim-thu-2019.yaml", "content/standards/da-chieu-thu.yaml", f"{PLAN}/plan.yaml",
    f"{PLAN}/notes.yaml", f"{PLAN}/targets.yaml", f"{PLAN}/amounts.yaml", f"{PLAN}/commitments.yaml",
    f"{PLAN}/citations.yaml", f"{PLAN}/reporting.yaml", f"{PLAN}/policies.yaml", f"{PLAN}/relations.yaml",
    f"{PLAN}/no-duty.yaml", f"{SERIES}/datapackage.json",
)  # fmt: skip
WORDS = (
    "content/pages/gioi-thieu.vi.md", "content/pages/phuong-phap.en.md", "content/handbook/vi/index.md",
    f"{SERIES}/README.md", f"{SERIES}/thu-nhieu-nam.csv", f"{PLAN}/text.md",
    "datasets/don-vi-hanh-chinh/units.csv", "datasets/don-vi-hanh-chinh/changes.csv",
)  # fmt: skip
SIGNS = "\u202e\u2066\u200b\u200d\u00ad\u0007\u007f\u0085\ufeff\u2028\u061c\u3164\u034f\ufe0f\ue000\ufff9\U000e0041"
LIKE = {"\u0430": "a", "\u039f": "O", "\u00d0": "Đ", "\uff21": "A", "\U0001d41a": "a", "\ufb01": "fi"}
LINKS = (
    "javascript:x", "JaVaScRiPt:x", "vbscript:x", "data:text/html,x", "blob:https://a.vn/1", "//a.vn/x",
    "https://a.vn@b.vn/", "https:\\\\a.vn", "javascript&#58;x", "javascript%3Ax", "file:///etc/passwd",
)  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_nobody_sees_is_told_in_every_file(sign: str, project: Path) -> None:
    """It stands before the last letter of each file; all files are told at once, each at its line."""
    wanted = set()
    for file in (*FILES, *WORDS):
        text = (project / file).read_text("utf-8").rstrip("\n")
        (project / file).write_text(f"{text[:-1]}{sign}{text[-1]}\n", "utf-8")
        wanted.add(("bad-character", file, text.count("\n") + 1))
    result = checked(project)

    assert result.kind == "refused", result.detail
    assert wanted <= result.told


@pytest.mark.parametrize("file", FILES)
def test_an_escape_stands_for_no_sign_that_nobody_sees(file: str, project: Path) -> None:
    """In every string of every kind of record; each is told."""
    whole = yaml.load((project / file).read_text("utf-8"), Loader=yaml.BaseLoader)
    names = list(strings(whole))
    for number, name in enumerate(names):
        put(file, name, f"a{SIGNS[number % len(SIGNS)]}b")(project)
    result = checked(project)
    told = [found for found in result.diagnostics if found.code == "bad-character" and found.at.file == file]

    assert result.kind == "refused", result.detail
    assert sum(1 + len(found.again) for found in told) == len(names)


@pytest.mark.parametrize("letter", LIKE)
def test_a_letter_that_looks_like_ours_is_told(letter: str, project: Path) -> None:
    """With what it looks like; a name written in another script stays."""
    replace("content/agencies/ubnd-tinh-thu.yaml", "Thử", f"Th{letter}")(project)
    append("content/pages/gioi-thieu.vi.md", "\nРоссия, Ελλάδα, 中文.\n")(project)
    result = checked(project)

    assert result.told == {("look-alike", "content/agencies/ubnd-tinh-thu.yaml", 1)}, result.detail
    assert result.diagnostics[0].values["meant"] == LIKE[letter]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("site.yaml", "repository"),
        ("site.yaml", "contact"),
        ("content/references/bo-thu.yaml", "where"),
        ("content/evidence/ket-qua-thu-2018.yaml", "where"),
        ("content/searches/tim-thu-2019.yaml", "where.0"),
        (f"{SERIES}/datapackage.json", "licenses.0.path"),
        ("site.yaml", "base_url"),
    ],
)
def test_a_link_of_a_record_leads_where_it_says(link: str, file: str, field: str, project: Path) -> None:
    """Whatever it is written as, in whatever field is made a link."""
    put(file, field, link)(project)
    result = checked(project)

    assert result.kind == "refused", result.detail
    assert {(code, name) for code, name, _ in result.told} <= {("unsafe-link", file), ("bad-address", file)}


@pytest.mark.parametrize("page", ["content/pages/gioi-thieu.vi.md", "content/handbook/vi/index.md"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        *((f"[x](<{link}>)", "unsafe-link") for link in LINKS if "\\" not in link),
        *((f"[x][y]\n\n[y]: {link}", "unsafe-link") for link in LINKS if "\\" not in link),
        ("![x](https://a.vn/x.png)", "remote-image"),
        ("![x](//a.vn/x.png)", "unsafe-link"),
        ("![x](data:image/png;base64,AAAA)", "unsafe-link"),
        ("<javascript:x>", "unsafe-link"),
        ("a&#8238;b", "bad-character"),
        ("a&shy;b", "bad-character"),
        ('[x](https://a.vn "&#x200b;")', "bad-character"),
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", "merge-conflict"),
    ],
)
def test_markdown_brings_nothing_that_runs(page: str, words: str, code: str, project: Path) -> None:
    """The same in pages and in the handbook, at the line."""
    append(page, f"\n{words}\n")(project)
    lines = (project / page).read_text("utf-8").split("\n")
    result = checked(project)

    assert {(told, file) for told, file, _ in result.told} == {(code, page)}, result.detail
    assert all(words.split("\n")[0] == lines[line - 1] for _, _, line in result.told)


@pytest.mark.parametrize(
    "edit",
    [
        append("content/handbook/vi/index.md", "\n`a`{: onclick=x }\n"),
        append("content/handbook/vi/index.md", "\na\n{: style='x' }\n"),
        append("content/handbook/vi/index.md", "\n## a {: onmouseover=x }\n"),
        append("content/handbook/vi/index.md", "\n*a*{ srcdoc=x }\n"),
        write("content/handbook/vi/index.md", "---\ntitle: <script>\n---\n# a\n"),
        write("content/handbook/vi/index.md", "title: <script>\n\n# a\n"),
    ],
)
def test_the_handbook_takes_no_attributes_and_no_head(edit: Edit, project: Path) -> None:
    """What MkDocs and its Markdown would take beside plain Markdown is told."""
    edit(project)
    result = checked(project)

    assert result.kind == "refused"
    assert {code for code, _, _ in result.told} <= {"bad-attribute", "missing-title", "raw-html"}
