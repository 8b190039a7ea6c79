"""What is begun before the content is read: the same bytes and the same mistakes as without it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.ahead import Ahead, ahead
from generator.build import build
from generator.model.output import Output
from generator.render.compiled import CompileRecipe, Source
from generator.write.store import Store
from tests.projects import REPOSITORY, files_of

THEMES = REPOSITORY / "themes"
HOME = Source("home.html", "themes/base/templates/home.html", (THEMES / "base/templates/home.html").read_text("utf-8"))
Edit = Callable[[str, str, str], None]


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


def test_many_processes_build_the_same_site(project: Path, tmp_path: Path) -> None:
    """Byte for byte, from nothing and from memory."""
    build(project, tmp_path / "one", store=tmp_path / "memory")
    alone = files_of(tmp_path / "one")
    fresh = build(project, tmp_path / "two", jobs=2, fresh=True)
    again = build(project, tmp_path / "three", jobs=2)

    assert files_of(tmp_path / "two") == files_of(tmp_path / "three") == alone
    assert (fresh.remembered, again.made) == (0, 0)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("themes/base/templates/home.html", "{% extends", "{% if %}{% extends", "template-error"),
        ("content/handbook/vi/index.md", "loi.md", "khong-co.md", "handbook-error"),
        ("site.yaml", "as_of:", "as_off:", "unknown-field"),
    ],
)
def test_mistakes_are_told_alike(
    project: Path, tmp_path: Path, edit: Edit, file: str, old: str, new: str, code: str
) -> None:
    """Whoever stumbles over them."""
    edit(file, old, new)
    alone, many = (build(project, tmp_path / "public", jobs=jobs) for jobs in (1, 2))

    assert alone.diagnostics == many.diagnostics
    assert code in {one.code for one in many.diagnostics}
