"""One small project, copied for each case that spoils it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.projects import make_project


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that nobody spoils."""
    return make_project(tmp_path_factory.mktemp("hostile") / "whole")


@pytest.fixture
def project(whole: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(whole, tmp_path / "project", symlinks=True))
