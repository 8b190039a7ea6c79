"""The site is a function of its content: where, when and by whom it is built leaves no trace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, files_of, make_project

pytestmark = pytest.mark.slow

WAYS = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295", "SOURCE_DATE_EPOCH": "1"},
    {
        "TZ": "America/Los_Angeles",
        "LANG": "vi_VN.UTF-8",
        "PYTHONHASHSEED": "7",
        "COLUMNS": "20",
        "HOME": "/nonexistent",
    },
]


def built(project: Path, out: Path, env: dict[str, str], *more: str) -> dict[str, bytes]:
    """The files of a project built by a process of its own."""
    command = [sys.executable, "-m", "generator", "build", "--site", str(project), "--out", str(out), *more]
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return files_of(out)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("a")
    return built(make_project(folder / "project"), folder / "out", WAYS[0], "--jobs", "1")


@pytest.mark.parametrize("way", WAYS[1:], ids=["east", "west"])
def test_place_time_locale_and_hash_seed_leave_no_trace(
    tmp_path: Path, first: dict[str, bytes], way: dict[str, str]
) -> None:
    """The same bytes from another folder, time zone, locale, hash seed, home and number of processes."""
    project = make_project(tmp_path / "một thư mục khác" / "sâu" / "project")
    other = built(project, tmp_path / "out", way, "--jobs", "2")

    assert other == first


def test_the_order_in_which_files_were_made_leaves_no_trace(tmp_path: Path, first: dict[str, bytes]) -> None:
    """A file system lists files in the order that it likes; times of files say nothing either."""
    project = make_project(tmp_path / "project")
    copy = tmp_path / "copy"
    for path in sorted((one for one in project.rglob("*") if one.is_file()), reverse=True):
        target = copy / path.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1, 1))

    assert built(copy, tmp_path / "out", WAYS[0]) == first


def test_no_file_names_the_machine(first: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    """No page, picture or list holds a path of the folder that it was built in."""
    top = str(tmp_path_factory.getbasetemp()).encode()

    assert [path for path, body in first.items() if top in body or str(REPOSITORY).encode() in body] == []
