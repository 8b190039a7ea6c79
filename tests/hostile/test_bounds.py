"""The bounds that the documents state are those that the reader holds."""

from __future__ import annotations

from pathlib import Path

from generator.model import texts
from generator.read import files, lists, nodes, rows, theme

CONTENT = Path(__file__).parents[2] / "docs/content.md"


def test_the_bounds_are_those_that_are_stated() -> None:
    """One table in docs/content.md names them all."""
    table = CONTENT.read_text("utf-8").split("## Bounds")[1].split("\n## ")[0]
    rows_of = dict([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "|" in line)

    assert rows_of["a file of facts or words"] == f"{files._LIMIT >> 20} MiB"
    assert rows_of["a CSV"] == f"{files._TABLE_LIMIT >> 20} MiB, a cell {rows._LONGEST:,} letters"
    assert rows_of["a file of a theme that is no text"] == f"{theme._LARGEST >> 20} MiB"
    assert rows_of["levels of a YAML or JSON file"] == str(nodes._DEEPEST)
    assert rows_of["folders within folders of a theme"] == str(theme._DEEPEST)
    assert rows_of["letters of an id"] == f"{files._LONGEST_NAME}, inside a plan {lists._LONGEST}"
    assert rows_of["hidden signs that are told of a file"] == str(texts.MOST)


def test_the_headers_of_servers_say_the_policy_of_the_pages() -> None:
    """docs/servers.md and the frame of every page hold one policy; a header adds who may frame a page."""
    base = (CONTENT.parents[1] / "themes/base/templates/base.html").read_text("utf-8")
    policy = base.split('Content-Security-Policy" content="')[1].split('"')[0]

    servers = (CONTENT.parent / "servers.md").read_text("utf-8")
    assert servers.count(f"\"{policy}; frame-ancestors 'none'\"") == 2
