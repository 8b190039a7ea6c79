"""One slip of an author, one diagnostic: every line of the small site's YAML is spoiled in each of several ways."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.check import check_site
from generator.model.diagnostic import Diagnostic
from generator.model.telling import told_once
from generator.read.site import read_site

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parents[1] / "sites" / "small"
FILES = sorted(str(file.relative_to(SMALL)) for file in SMALL.rglob("*.yaml"))
_LINE = re.compile(r"(\s*(?:- )?)([\w-]+):( .*)?\Z")
_WITHIN = re.compile(r"[{,] ?([a-z_]+): ")

TOLD = {"misspelt field", "misspelt field within", "field twice", "list", "map", "empty words"}
"""Slips that are told of every field; a value, or a field left out, can be right as it is."""
MAY_BE_EMPTY = {"published_printed", "basis", "theme", "report_email", "report_form"}
"""Words that may be empty: nothing is printed, or the default is no words."""
TWO_OF = {"lines": "a range of lines says two things: which it takes in, and which it leaves out",
          "provision": "a gap that names no provision leaves the gap of the text unrecorded, which is a warning",
          "deadline": "a target of another time differs from its figure in its year and in its standard"}  # fmt: skip
"""Fields whose wrong value is told twice, each with the reason."""


@pytest.mark.parametrize("file", FILES)
def test_one_slip_is_told_once(file: str, tmp_path: Path) -> None:
    """A slip in one field gives one diagnostic, or none where the value can be meant, and no traceback."""
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    wrong = []
    tried = 0
    for slip, field, line, text in slips((SMALL / file).read_text("utf-8")):
        (root / file).write_text(text, "utf-8")
        told = diagnostics(root)
        tried += 1
        least = slip in TOLD and not (slip == "empty words" and field in MAY_BE_EMPTY)
        most = 2 if field in TWO_OF and slip in ("number", "misspelt value") else 1
        if not least <= len(told) <= most:
            wrong.append(f"{file}:{line}: {slip} `{field}`: {[(one.code, one.at) for one in told]}")

    assert tried
    assert not wrong, "\n".join(wrong)


def diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    """What an author is told of a site."""
    site, found = read_site(root)
    return told_once(found if site is None else [*found, *check_site(site, found)])


def slips(text: str) -> Iterator[tuple[str, str, int, str]]:
    """Every slip with its name, its field, its line, and the text with it."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        for slip, field, spoiled in _slips_of_line(line):
            yield slip, field, index + 1, "\n".join([*lines[:index], *spoiled, *lines[index + 1 :]])


def _slips_of_line(line: str) -> Iterator[tuple[str, str, list[str]]]:
    for within in _WITHIN.finditer(line):
        name = within[1]
        yield "misspelt field within", name, [f"{line[: within.start(1)]}{name[:-1]}x{line[within.end(1) :]}"]
    if (found := _LINE.match(line)) is None:
        return
    start, field, value = found[1], found[2], (found[3] or "").strip()
    if len(field) > 2:
        swapped = field[:-2] + field[:-3:-1] if field[-1] != field[-2] else field[:-1]
        yield "misspelt field", field, [f"{start}{swapped}: {value}"]
    if not value or value[0] in "|>&":
        return
    if not start:
        yield "field twice", field, [line, line]
        yield "field left out", field, []
    if value[0] in "{[":
        return
    yield "empty words", field, [f'{start}{field}: ""']
    yield "nothing", field, [f"{start}{field}:"]
    yield "list", field, [f"{start}{field}: [a]"]
    yield "map", field, [f"{start}{field}: {{a: b}}"]
    yield "number", field, [f"{start}{field}: 17"]
    if value[0] not in "\"'":
        yield "misspelt value", field, [f"{start}{field}: {value}x"]
