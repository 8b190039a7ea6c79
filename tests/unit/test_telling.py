"""Mistakes in the order in which they are told, and what one slip that fills a file is told as."""

from __future__ import annotations

import json

from generator.messages import as_json, as_text
from generator.model.diagnostic import Diagnostic, Span
from generator.model.telling import told_once


def wrong(line: int, file: str = "a.csv", code: str = "not-a-number", **values: str) -> Diagnostic:
    """A mistake of a line."""
    return Diagnostic(code, Span(file, line), {"field": "value", "value": "x"} | values)


def test_the_same_mistake_of_a_table_is_told_once_with_its_lines() -> None:
    """At its first line, in whatever order they were found; another value is another mistake."""
    (same, other) = told_once([*(wrong(line) for line in (9, 3, 4, 5, 3)), wrong(4, value="y")])

    assert (same.at.line, [place.line for place in same.again]) == (3, [4, 5, 9])
    assert (other.at.line, other.again) == (4, ())
    assert "(also in lines 4–5, 9)" in as_text(same, "en")
    assert json.loads(as_json([same], "en"))[0]["again"] == [[4, 1], [5, 1], [9, 1]]


def test_a_few_of_another_file_are_told_line_by_line() -> None:
    """Three times the same are three lines to mend; more of them, and many of one field, are one slip."""
    same = [wrong(line, "a.yaml") for line in range(1, 5)]
    alike = [wrong(line, "a.yaml", value=str(line)) for line in range(1, 22)]

    assert told_once(same[:3]) == tuple(same[:3])
    assert [len(one.again) for one in told_once(same)] == [3]
    assert told_once(alike[:20]) == tuple(alike[:20])
    assert [len(one.again) for one in told_once(alike)] == [20]


def test_a_language_that_the_site_lacks_is_told_once_for_all_files() -> None:
    """One word of site.yaml mends them all."""
    found = [wrong(1, f"{name}.yaml", "unknown-language", lang="en") for name in "abcde"]

    assert [one.at.file for one in told_once(found)] == ["a.yaml"]
    assert "(also in 4 other files)" in as_text(told_once(found)[0], "en")
