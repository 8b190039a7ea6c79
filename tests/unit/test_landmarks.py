"""Landmarks of the theme's templates: two that share a name cannot be told apart by who listens."""

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parents[2] / "themes/base/templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_two_landmarks_are_named_by_one_heading(path: Path) -> None:
    """A section and the scrolling frame of its table: one of them has another name, or none."""
    tags = re.findall(r"<section\b[^>]*>|<[^>]*role=\"region\"[^>]*>", path.read_text("utf-8"))
    names = [name for tag in tags for name in re.findall(r'aria-labelledby="([\w-]+)"', tag)]

    assert sorted(names) == sorted(set(names))
