"""Builds by one process and by several: the same bytes and the same mistakes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, files_of

pytestmark = pytest.mark.slow


def built(project: Path, out: Path, *more: str) -> str:
    """What a build said, in a process that has drawn nothing yet."""
    call = [sys.executable, "-m", "generator", "build", "--site", str(project), "--out", str(out), *more]
    done = subprocess.run(call, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert not done.stderr.startswith("Traceback"), done.stderr
    return done.stdout


def test_many_processes_build_the_same_site(project: Path, tmp_path: Path) -> None:
    """Byte for byte, from nothing and from memory."""
    built(project, tmp_path / "one", "--jobs", "1")
    built(project, tmp_path / "two", "--jobs", "2", "--fresh")
    built(project, tmp_path / "three", "--jobs", "2")
    alone = files_of(tmp_path / "one")

    assert "index.html" in alone
    assert files_of(tmp_path / "two") == files_of(tmp_path / "three") == alone


@pytest.mark.parametrize(
    ("file", "before", "code"),
    [
        ("themes/base/templates/home.html", b"{% if %}", "template-error"),
        ("content/handbook/vi/nav.txt", b"khong-co.md\n", "handbook-error"),
        ("site.yaml", b"as_off: 2026-01-01\n", "unknown-field"),
    ],
)
def test_mistakes_are_told_alike(project: Path, tmp_path: Path, file: str, before: bytes, code: str) -> None:
    """Whoever stumbles over them."""
    path = project / file
    path.write_bytes(before + (path.read_bytes() if path.exists() else b""))
    alone, many = (built(project, tmp_path / "public", "--format", "json", "--jobs", jobs) for jobs in "12")

    assert alone == many
    assert f'"{code}"' in many
