"""What the project needs of a machine: nothing that only Linux has, and no way of writing lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.filenames import is_reserved
from generator.write.paths import clashes, is_safe
from tests.projects import REPOSITORY, files_of

WITHOUT = """
import os, sys
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "sched_getaffinity", "getuid", "register_at_fork"):
    if hasattr(os, name):
        delattr(os, name)
"""
"""As on Windows: these modules cannot be imported, and no process can be copied."""
IMPORTS = """
import importlib, pkgutil, generator
for module in pkgutil.walk_packages(generator.__path__, "generator."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""
VERB = "from generator.cli import main; sys.exit(main(sys.argv[1:]))"


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program of Python in a process of its own, with the project's code."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_module_can_be_imported_anywhere() -> None:
    """No module needs at its top what only Linux has."""
    done = run(WITHOUT + IMPORTS)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_site_is_checked_and_built_anywhere(project: Path, tmp_path: Path) -> None:
    """Without what only Linux has, the small site is checked and built, and its bytes are the same."""
    checked = run(WITHOUT + VERB, "check", "--site", str(project))
    built = run(WITHOUT + VERB, "build", "--site", str(project), "--out", str(tmp_path / "there"), "--jobs", "1")
    here = run("import sys;" + VERB, "build", "--site", str(project), "--out", str(tmp_path / "here"), "--jobs", "1")

    assert (checked.returncode, checked.stderr) == (0, "")
    assert (built.returncode, built.stderr, here.returncode) == (0, "", 0)
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")


@pytest.mark.parametrize("name", ["con", "NUL", "aux.html", "com1", "lpt9.tar.gz", "con .txt", "a.", "b "])
def test_a_name_that_windows_keeps_for_itself_is_no_path(name: str) -> None:
    """Devices, with any ending, and names that end in a dot or a space."""
    assert is_reserved(name)
    assert not is_safe(f"a/{name}/index.html")
    assert not is_safe(name)


@pytest.mark.parametrize("name", ["con-cuong", "console", "com", "auxiliary", "a.con", "index.html"])
def test_a_name_that_only_begins_like_a_device_is_a_path(name: str) -> None:
    """A district `con-cuong` may have a page."""
    assert is_safe(f"dia-ban/{name}/index.html")


def test_paths_that_differ_only_in_the_size_of_letters_clash() -> None:
    """Windows and macOS hold one file where Linux holds two."""
    assert clashes(["muc/I/a.html", "muc/i/a.html", "b"]) == ["muc/I/a.html", "muc/i/a.html"]
