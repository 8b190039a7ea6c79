"""What several tests need: a small whole project of their own, and a way to edit it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small whole project in a folder of its own."""
    return make_project(tmp_path / "project")


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the project; they must be there."""

    def replace(path: str, old: str, new: str) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        (project / path).write_text(text.replace(old, new), "utf-8")

    return replace
