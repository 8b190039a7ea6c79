"""An edit costs what it touches: what is made and written again after a paragraph of one plan among twenty changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.build import Report, build

from .projects import REPOSITORY, files_of

sys.path.insert(0, str(REPOSITORY / "tests/bench"))

import edits
import make_site

OTHERS = 10
"""At most so many files that are not the plan's own may change."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up project of twenty plans, built into the folder `public` beside it."""
    folder = tmp_path_factory.mktemp("edit") / "project"
    make_site.make(folder, plans=20, places=20, seed=58)
    shutil.copytree(REPOSITORY / "themes", folder / "themes")
    assert not build(folder, folder.parent / "public").refused
    return folder


@pytest.fixture(scope="module")
def rebuilt(project: Path) -> Report:
    """The build after a paragraph was changed."""
    edits.paragraph(project)(1)
    return build(project, project.parent / "public")


def test_a_paragraph_changes_its_plan_and_little_else(rebuilt: Report) -> None:
    """The pages and files of the plan are written again, and no more than ten others."""
    assert rebuilt.changes is not None
    changed = [*rebuilt.changes.added, *rebuilt.changes.replaced, *rebuilt.changes.removed]
    own = [path for path in changed if "tinh-do-1-kh-ubnd-2018" in path]

    assert own
    assert len(changed) - len(own) <= OTHERS


def test_a_paragraph_makes_little_again(rebuilt: Report) -> None:
    """What is remembered is not made: recipes run again for the plan's own pages and for ten others."""
    assert rebuilt.changes is not None
    own = [path for path in rebuilt.changes.replaced if "tinh-do-1-kh-ubnd-2018" in path]

    assert 0 < rebuilt.made <= len(own) + OTHERS


def test_edits_come_to_the_site_that_a_fresh_build_makes(rebuilt: Report, project: Path) -> None:
    """Texts, a title and a row, one after another and two at once: no file is left as it was before."""
    public, fresh = project.parent / "public", project.parent / "fresh"
    paragraph, title, row = edits.paragraph, edits.title, edits.csv_row
    for number, step in enumerate(((paragraph,), (title,), (paragraph,), (row, paragraph), (paragraph,)), 2):
        for edit in step:
            edit(project)(number)
        assert not build(project, public).refused
    build(project, fresh, store=project.parent / "other-cache")

    assert files_of(public) == files_of(fresh)


def test_a_file_that_was_edited_in_the_published_site_is_mended(rebuilt: Report, project: Path) -> None:
    """Also where only a text changed since: what stands there is not taken for what was published."""
    public = project.parent / "public"
    before = files_of(public)
    page = public / "index.html"
    page.write_bytes(page.read_bytes().replace(b"<title>", b"<title>x"))
    report = build(project, public)

    assert report.changes is not None
    assert report.changes.replaced == ("index.html",)
    assert files_of(public) == before
