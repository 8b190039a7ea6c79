"""A page's title tells it from every other page: in a tab, in a list of results, in a bookmark."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.portal import html, outputs


@pytest.mark.parametrize("english", [False, True])
def test_no_two_pages_of_a_language_have_one_title(english: bool) -> None:
    """A fund is a document that plans name and a support that they promise: each of its pages says which it is of."""
    found = defaultdict(list)
    for path in outputs():
        if path.endswith(".html") and path.startswith("en/") == english:
            title = re.search(r"<title>(.*?)</title>", html(path), re.DOTALL)
            found[title and title[1]].append(path)

    assert {title: paths for title, paths in found.items() if len(paths) > 1} == {}
