"""What is begun before the content is read: the same bytes and the same mistakes as without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.ahead import Ahead, ahead
from generator.model.output import Output
from generator.render.compiled import CompileRecipe, Source
from generator.write.store import Store
from tests.projects import REPOSITORY, files_of

THEMES = REPOSITORY / "themes"
HOME = Source("home.html", "themes/base/templates/home.html", (THEMES / "base/templates/home.html").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh process: other tests may have drawn pictures in this one."""
    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_is_what_it_would_be(jobs: int) -> None:
    """Compiled before it is asked for, or then; counted once."""
    store = Store(None, "v")
    with ahead(THEMES, store, jobs) as first:
        made = first.keep(Output("template home.html", CompileRecipe(), HOME))

    assert made == CompileRecipe()(HOME)
    assert store.made == 1


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_every_template_is_compiled_ahead() -> None:
    """None is left to be compiled while pages wait."""
    with ahead(THEMES, Store(None, "v"), 2) as first:
        assert first.templates is not None
        ready = {one.given.file for one, _ in first.templates}

    assert ready == {path.relative_to(REPOSITORY).as_posix() for path in THEMES.rglob("templates/**/*.html")}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_asked_for_is_made_when_it_is_taken(jobs: int) -> None:
    """And what its recipe raises is raised there."""
    broken = Source("x.html", "themes/base/templates/x.html", "{% if %}")
    with ahead(THEMES, Store(None, "v"), jobs) as first:
        good, bad = (first.ask(Output("x", CompileRecipe(), one)) for one in (HOME, broken))

        assert good() == CompileRecipe()(HOME)
        with pytest.raises(Exception, match="Expected an expression"):
            bad()


def test_without_another_process_this_one_makes_it() -> None:
    """Each when it is asked for."""
    output = Output("x", CompileRecipe(), HOME)

    ((one, came),) = Ahead(Store(None, "v")).made([output])
    assert one == output
    assert not isinstance(came, Exception)
    assert came.body == CompileRecipe()(HOME)


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
        ("content/handbook/vi/index.md", b"S\xe9", "handbook-error"),
        ("site.yaml", b"as_off: 2026-01-01\n", "unknown-field"),
    ],
)
def test_mistakes_are_told_alike(project: Path, tmp_path: Path, file: str, before: bytes, code: str) -> None:
    """Whoever stumbles over them."""
    (project / file).write_bytes(before + (project / file).read_bytes())
    alone, many = (built(project, tmp_path / "public", "--format", "json", "--jobs", jobs) for jobs in "12")

    assert alone == many
    assert f'"{code}"' in many
