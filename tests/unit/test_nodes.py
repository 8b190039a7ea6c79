"""YAML that knows its lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic, Span
from generator.read.nodes import Document, read_yaml


def value(text: str) -> object:
    """The value of a text that is right."""
    read = read_yaml(text, "a.yaml")
    assert isinstance(read, Document), read
    return read.value


def refusal(text: str) -> Diagnostic:
    """What a text is refused for."""
    read = read_yaml(text, "a.yaml")
    assert isinstance(read, Diagnostic), read
    return read


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "044", "1_000", "2018-02-01", "12:30", "1e3", ".5", "0x1f", "=", "true"]
)
def test_a_plain_value_stays_as_it_is_written(written: str) -> None:
    """What other readers of YAML turn into booleans, numbers and dates stays words."""

    assert value(f"a: {written}\n") == {"a": written}


def test_nothing_written_is_none() -> None:
    """An empty value, a tilde and a plain null are nothing; a quoted null is a word."""

    assert value("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n") == {"a": None, "b": None, "c": None, "d": "null", "e": ""}


def test_each_value_and_each_key_has_its_place() -> None:
    """The place of a value is known by its dotted name, and so is that of its key."""
    read = read_yaml("a:\n  - {b: 1, c: [x, y]}\n", "a.yaml")
    assert isinstance(read, Document)

    assert read.source.at("a.0.c.1") == Span("a.yaml", 2, 19)
    assert read.key("a.0.c") == Span("a.yaml", 2, 12)
    assert read.source.at("a.0.none.at.all") == Span("a.yaml", 2, 5)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &b c\n", "yaml-alias", 1, 4),
        ("a: *b\n", "yaml-alias", 1, 4),
        ("<<: {a: b}\n", "yaml-alias", 1, 1),
        ("a: !!int 1\n", "yaml-tag", 1, 4),
        ("a: !x {b: c}\n", "yaml-tag", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a:\n\tb: 1\n", "tab-in-yaml", 2, 1),
        ("a: [1\n", "yaml-syntax", 2, 1),
        ("a: b: c\n", "yaml-syntax", 1, 5),
        ("a: 1\n---\nb: 2\n", "yaml-syntax", 2, 1),
        ("? [a]\n: b\n", "yaml-syntax", 1, 3),
        ("[" * 21 + "]" * 21, "too-deep", 1, 21),
    ],
)
def test_what_yaml_would_swallow_is_refused_at_its_place(text: str, code: str, line: int, column: int) -> None:
    """Tags, anchors, merge keys, keys written twice, tabs, two documents and deep nesting are refused."""

    assert (refusal(text).code, refusal(text).at) == (code, Span("a.yaml", line, column))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hostile_file_is_refused_and_does_not_exhaust_the_stack(opening: str) -> None:
    """Half a million brackets are told of like any other mistake."""

    assert refusal(opening * 200_000).code in {"too-deep", "yaml-syntax"}


def test_json_is_read_as_well() -> None:
    """A Data Package is JSON; its numbers and words stay as they are written."""
    text = json.dumps({"a": [1, 2.5, 'ữ \u2028 " / \\', None, True], "b": {}}, indent=2)

    assert value(text) == {"a": ["1", "2.5", 'ữ \u2028 " / \\', None, "true"], "b": {}}


@given(st.text())
def test_any_text_is_a_value_or_a_diagnostic(text: str) -> None:
    """No text makes the reader fail."""

    assert isinstance(read_yaml(text, "a.yaml"), (Document, Diagnostic))
