"""The programs under tools/ say what is so."""

from __future__ import annotations

from pathlib import Path

from tools import templates
from tools.compare import differences


def test_every_file_that_differs_is_listed_and_no_other(tmp_path: Path) -> None:
    """What was added, removed or changed has a line; what is the same has none."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, files in (
        (old, {"same": "1", "a/changed": "1", "gone": "1"}),
        (new, {"same": "1", "a/changed": "2", "b/come": "1"}),
    ):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)

    assert list(differences(old, new)) == ["changed  a/changed", "added    b/come", "removed  gone"]


def test_the_reference_of_templates_is_that_of_the_views() -> None:
    """Designers of themes read what the views are today; `make docs` writes it."""
    written = templates.FILE.read_text("utf-8")

    assert written == templates.reference(), "docs/templates.md is stale: run `make docs` (python -m tools.templates)"
