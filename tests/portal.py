"""The real portal for tests that read it: its site, its facts and its files, each worked out once in a session."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from generator.derive.facts import Facts, derive
from generator.model.output import Output, worked_out
from generator.outputs import groups, theme_of, words_of
from generator.pages.page import Words
from generator.read.site import read_site
from generator.write.store import Store
from tests.projects import REPOSITORY

PROJECT = Path(os.environ.get("PROJECT", REPOSITORY))
THEMES = REPOSITORY / "themes"


@cache
def facts() -> Facts:
    """All that follows from the real content."""
    site, found = read_site(PROJECT)
    assert site is not None, found
    return derive(site)


@cache
def words(lang: str) -> Words:
    """The interface's words of a language."""
    return theme_of(THEMES, facts()).words(lang)


@cache
def outputs() -> dict[str, Output]:
    """Every file of the real portal, declared and not made."""
    theme = theme_of(THEMES, facts())
    declared = groups(facts(), theme, words_of(theme), PROJECT, Store(None, "test").make)
    return {output.path: output for group in declared for output in group.declare()}


@cache
def html(path: str) -> str:
    """A page of the real portal."""
    one = worked_out(outputs()[path])
    return one.recipe(one.given).decode()
