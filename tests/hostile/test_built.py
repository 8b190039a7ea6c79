"""Bad input from end to end: what is refused is told at its file and line; what is built holds nothing that runs.

A row of REFUSED is an edit with the code, the file and the line that tell it (line 0: any). A row of ACCEPTED is an
edit that is no mistake; all are made in one project, which is built and looked through. A row of SAME changes no byte
of the site. Add a row for whatever you find.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from generator.write.publish import LIST, listed, publish
from tests.projects import REPOSITORY, files_of

from .edits import Edit, append, change, put, replace, write
from .runner import built, checked
from .test_words import PLAN, SERIES

README, PAGE, BOOK = f"{SERIES}/README.md", "content/pages/gioi-thieu.vi.md", "content/handbook/vi/index.md"
CSV = f"{SERIES}/thu-nhieu-nam.csv"

TEMPLATE = "{% extends 'base.html' %}\n{% block content %}{{ view.x }}{% endblock %}"

REFUSED: tuple[tuple[Edit, str, str, int], ...] = (
    (append(README, "\n[x](khong-co.md)\n"), "broken-link", README, 3),
    (append(README, "\n[x](../khac/README.md)\n"), "broken-link", README, 3),
    (append(README, "\n[x](javascript:x)\n"), "unsafe-link", README, 3),
    (append(README, "\n![x](https://a.vn/x.png)\n"), "remote-image", README, 3),
    (append(README, "\n[x](//a.vn)\n"), "unsafe-link", README, 3),
    (append(PAGE, "\n[x](../khong-co/)\n"), "broken-link", PAGE, 0),
    (append(PAGE, "\n[x](../../../../etc/passwd)\n"), "broken-link", PAGE, 0),
    (append(BOOK, "\n[x](khong-co.md)\n"), "broken-link", BOOK, 5),
    (append(BOOK, "\n[x](loi.md#khong)\n"), "broken-fragment", BOOK, 5),
    (append(BOOK, "\n[x](../../../../../etc/passwd)\n"), "broken-link", BOOK, 5),
    (replace("content/agencies/ubnd-tinh-thu.yaml", "Thử", "試"), "letter-not-in-font",
     "content/agencies/ubnd-tinh-thu.yaml", 1),
    (write("themes/base/templates/places.html", TEMPLATE),
     "undefined-in-template", "themes/base/templates/places.html", 2),
    (write("themes/base/templates/home.html", "{{ view.__class__.__mro__ }}"), "template-error",
     "themes/base/templates/home.html", 1),
    (put("themes/base/theme.yaml", "extends", "base"), "bad-value", "themes/base/theme.yaml", 0),
)  # fmt: skip
ACCEPTED: tuple[Edit, ...] = (
    append(README, "\n[x](thu-nhieu-nam.csv) [y](https://example.org/) [z](./datapackage.json#a) `=1+1`\n"),
    append(PAGE, "\n`<script>x</script>` \\<img src=x onerror=x> &lt;b&gt; {{ 7*7 }} {% x %} ${x}\n"),
    append(BOOK, "\n`{{ config }}` {{ 7*7 }} {% raw %} [mail](mailto:a@example.org)\n"),
    put("content/agencies/ubnd-tinh-thu.yaml", "name.vi", "Ủy ban '\"&amp; {{ x }}"),
    replace("site.yaml", "vi: ", "vi: </title> "),
    replace("content/references/bo-thu.yaml", "title: ", "title: =HYPERLINK(1) "),
)
SAME: tuple[Edit, ...] = (
    change(CSV, lambda text: f"\ufeff{text}"),
    change(CSV, lambda text: text.replace("\n", "\r\n")),
    change(CSV, lambda text: text.rstrip("\n")),
    change(CSV, lambda text: f"{text}\n\n"),
    change(CSV, lambda text: unicodedata.normalize("NFD", text)),
    change("site.yaml", lambda text: unicodedata.normalize("NFD", text)),
    change(PAGE, lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n")),
    change(BOOK, lambda text: f"\ufeff{text}"),
    change(f"{PLAN}/text.md", lambda text: text.replace("\n", "\r\n")),
)


@pytest.mark.parametrize(("edit", "code", "file", "line"), REFUSED, ids=[f"{row[1]}-{row[2]}" for row in REFUSED])
def test_what_is_wrong_is_told_at_its_place(edit: Edit, code: str, file: str, line: int, project: Path) -> None:
    """By `check` already, once, and by nothing else."""
    edit(project)
    result = checked(project)
    told = [(found.code, found.at.file, found.at.line if line else 0) for found in result.diagnostics]

    assert result.kind == "refused", result.detail
    assert set(told) == {(code, file, line)}, result.detail


def test_what_is_right_is_built_and_holds_nothing_unsafe(project: Path, tmp_path: Path) -> None:
    """No payload runs, nothing loads from elsewhere, no cell is a formula, no sign is hidden."""
    for edit in ACCEPTED:
        edit(project)
    result = built(project, tmp_path / "out", tmp_path / "memory")

    assert result.kind == "accepted", result.detail


def test_forms_of_a_file_that_say_the_same_make_the_same_site(whole: Path, project: Path, tmp_path: Path) -> None:
    """Marks of UTF-8, line ends, letters in parts, lines at the end."""
    built(whole, tmp_path / "first", tmp_path / "memory")
    before = files_of(tmp_path / "first")
    for edit in SAME:
        edit(project)
    result = built(project, tmp_path / "second", tmp_path / "memory")
    after = files_of(tmp_path / "second")

    assert result.kind == "accepted", result.detail
    assert [path for path in before | after if before.get(path) != after.get(path)] == []


KILLED = """
import sys
from pathlib import Path
from generator.write.publish import publish
number, out = sys.argv[1:]
publish({f"{n % 7}/{n}.html": f"{number} {n}".encode() * 400 for n in range(int(number), int(number) + 300)}, Path(out))
"""


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_publishing_that_is_killed_leaves_whole_files_and_is_mended(sign: signal.Signals, tmp_path: Path) -> None:
    """At random moments: each file is old or new, the list names every file, and the next build mends all."""
    out, chance = tmp_path / "out", random.Random(1)
    numbers = {first: range(first, first + 300) for first in (0, 100)}
    sites = [{f"{n % 7}/{n}.html": f"{first} {n}".encode() * 400 for n in some} for first, some in numbers.items()]
    publish(sites[0], out)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", KILLED, "100", str(out)], cwd=REPOSITORY, env=os.environ)
        time.sleep(chance.uniform(0.05, 0.4))
        process.send_signal(sign)
        process.wait()
        found = {path: body for path, body in files_of(out).items() if path != LIST}
        assert all(body in (sites[0].get(path), sites[1].get(path)) for path, body in found.items())
        assert found.keys() <= (listed(out) or {}).keys()
        publish(sites[0], out)
        assert {path: body for path, body in files_of(out).items() if path != LIST} == sites[0]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
