"""An edit costs what it touches: what is made and written again after a paragraph of one plan among twenty changed."""

from __future__ import annotations

import shutil
import sys

import pytest

from generator.build import Report, build

from .projects import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tests/bench"))

import edits
import make_site

OTHERS = 10
"""At most so many files that are not the plan's own may change."""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The build after a paragraph was changed."""
    project = tmp_path_factory.mktemp("edit") / "project"
    make_site.make(project, plans=20, places=20, seed=58)
    shutil.copytree(REPOSITORY / "themes", project / "themes")
    first = build(project, project.parent / "public")
    assert not first.refused
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
