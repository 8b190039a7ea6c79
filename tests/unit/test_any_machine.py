"""What the project needs of a machine: nothing that only Linux has, and no way of writing lines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import build, check
from generator.model.filenames import is_reserved
from generator.read.files import Folder
from generator.read.plans import read_plan
from generator.write.paths import clashes, is_safe
from generator.write.publish import LIST
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


def test_without_pyarrow_a_site_is_built_and_says_what_it_lacks(project: Path, tmp_path: Path) -> None:
    """Parquet files are an optional extra: they are missing, the catalogue does not offer them, and every other file of
    data is the same."""
    out, whole = tmp_path / "without", tmp_path / "whole"
    without = run(
        "import sys; sys.modules['pyarrow'] = None;" + VERB, "build", "--site", str(project), "--out", str(out)
    )
    build(project, whole)
    made, every = files_of(out), files_of(whole)

    assert (without.returncode, without.stderr) == (0, "")
    assert "congkhai[parquet]" in without.stdout
    parquet = {path for path in every if path.endswith(".parquet")}
    assert every.keys() - made.keys() == parquet != set()
    differs = {path for path in made if made[path] != every[path]}
    assert {path for path in differs if not path.endswith((".html", "dcat.jsonld", LIST))} == set()


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


TEXTS = {".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt", ".yaml"}
PLAN = "content/plans/tan-yen-58-kh-ubnd-2017"


def as_windows_checks_out(folder: Path) -> None:
    """Every text of a folder with the line ends of Windows, as `core.autocrlf` makes it."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in TEXTS:
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def test_line_ends_of_windows_build_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Content, datasets, originals, handbook and theme: no file of the site is another."""
    (project / "content/handbook/vi/mau.txt").write_bytes(b"a\nb\n")
    (project / "themes/base/assets/note.txt").write_bytes(b"a\nb\n")
    first = build(project, tmp_path / "unix")
    as_windows_checks_out(project)
    second = build(project, tmp_path / "windows", fresh=True)

    assert (first.diagnostics, second.diagnostics) == ((), ())
    assert files_of(tmp_path / "unix") == files_of(tmp_path / "windows")


def test_line_ends_of_windows_are_told_the_same_mistakes(project: Path) -> None:
    """The same lines and columns, in YAML, CSV and the text of a plan."""
    plan = project / "content/plans/tinh-thu-1-kh-ubnd-2018"
    for path, old, new in (
        (plan / "commitments.yaml", "- id: ck-001", "- id: CK 1"),
        (plan / "text.md", "{#noi-nhan}", "{#noi-gui}"),
        (project / "datasets/thu-nhieu-nam/thu-nhieu-nam.csv", "2017", "hai"),
    ):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8", newline="\n")
    unix = check(project).diagnostics
    as_windows_checks_out(project)

    assert {"bad-name", "bad-provision-id", "bad-number"} <= {one.code for one in unix}
    assert check(project).diagnostics == unix


def test_a_plan_of_the_portal_is_the_same_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    """Its text, its notes, and its original, which has the recorded SHA-256 again."""
    shutil.copytree(REPOSITORY / PLAN, tmp_path / PLAN)
    unix, windows = Folder(tmp_path), Folder(tmp_path)
    before = read_plan(unix, PLAN, Path(PLAN).name)
    as_windows_checks_out(tmp_path)
    after = read_plan(windows, PLAN, Path(PLAN).name)

    assert before is not None
    assert (after, windows.found) == (before, unix.found)
    assert windows.found == []


def test_an_original_that_was_changed_is_refused_whatever_its_line_ends(project: Path) -> None:
    """Only line ends are seen through: another letter is another original."""
    original = project / "content/plans/tinh-thu-1-kh-ubnd-2018/source.txt"
    original.write_bytes(original.read_bytes().replace(b"\n", b"\r\n") + b"x")

    assert "source-hash" in {one.code for one in check(project).diagnostics}
