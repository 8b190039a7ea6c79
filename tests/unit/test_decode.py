"""Plain values to dataclasses by their type hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest

from generator.model.diagnostic import Diagnostic, Phrase, Source
from generator.read.decode import Shape, decode, decode_list
from generator.read.nodes import Document, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A part of a thing."""

    length: int
    made: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing with a field of every type that records have."""

    id: str
    name: Mapping[str, str]
    colour: Literal["red", "blue"]
    date: date | None = None
    old: bool = False
    weight: Decimal | None = None
    legs: tuple[Leg, ...] = ()
    notes: Mapping[str, tuple[str, ...]] | None = None
    source_of: Source = field(default_factory=lambda: Source(""), compare=False)


THING = Shape(Thing, "plan", frozenset(("legs.made",)))


def document(text: str) -> Document:
    """The document of a text."""
    read = read_yaml(text, "a.yaml")
    assert isinstance(read, Document), read
    return read


def wrong(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a thing: codes, lines and columns."""
    made, found = decode(THING, document(text), id="x")
    assert made is None
    return [(one.code, one.at.line, one.at.column) for one in found]


def test_every_type_is_read_from_strings() -> None:
    """Words, choices, dates, booleans, numbers, lists and records are made of what is written."""
    text = (
        "name: {vi: a, en: b}\ncolour: red\ndate: 2018-02-01\nold: true\nweight: 7.70\n"
        "legs: [{length: 3}]\nnotes: {vi: [a, b]}\n"
    )
    made, found = decode(THING, document(text), id="x")

    assert found == []
    assert made == Thing(
        id="x",
        name={"vi": "a", "en": "b"},
        colour="red",
        date=date(2018, 2, 1),
        old=True,
        weight=Decimal("7.70"),
        legs=(Leg(length=3),),
        notes={"vi": ("a", "b")},
    )
    assert made.source_of.at("legs.0.length").line == 6


def test_all_misfits_are_told_at_once() -> None:
    """An author need not correct a file mistake by mistake."""
    text = "name: a\ncolour: green\ndate: 1/2/2018\nold: yes\nweight: 7,7\nlegs: [{length: x}, 3]\nlegz: 1\n"

    assert sorted(wrong(text)) == [
        ("bad-date", 3, 7),
        ("bad-flag", 4, 6),
        ("bad-number", 6, 17),
        ("bad-value", 2, 9),
        ("not-a-number", 5, 9),
        ("unknown-field", 7, 1),
        ("wrong-type", 1, 7),
        ("wrong-type", 6, 21),
    ]


@pytest.mark.parametrize(
    "written", ["1517443200", "2018-2-1", "2018-02-30", "2018-02-01T00:00", "٢٠١٨-٠٢-٠١", "01/02/2018"]
)
def test_a_date_has_one_form(written: str) -> None:
    """What could be a date in some other program is none."""

    assert wrong(f"name: {{vi: a}}\ncolour: red\ndate: {written}\n") == [("bad-date", 3, 7)]


@pytest.mark.parametrize("written", ["1e3", "1_000", "0x10", "NaN", "Infinity", "1.", ".5", "01", "+1", "1 000", "٣"])
def test_a_number_has_one_form(written: str) -> None:
    """A plain decimal number and nothing that looks like one."""

    assert wrong(f"name: {{vi: a}}\ncolour: red\nweight: {written}\n") == [("not-a-number", 3, 9)]


@pytest.mark.parametrize(
    ("text", "field_name"),
    [("source_of: x\n", "source_of"), ("id: y\n", "id"), ("legs: [{length: 1, made: 2}]\n", "made")],
)
def test_what_the_reader_fills_cannot_be_written(text: str, field_name: str) -> None:
    """An id, a place in a file and a counted number are not an author's to give."""
    _, found = decode(THING, document("name: {vi: a}\ncolour: red\n" + text), id="x")

    assert [(one.code, one.values["field"], one.values["guess"]) for one in found] == [
        ("unknown-field", field_name, Phrase("filled-by-reader"))
    ]


def test_a_misspelt_field_is_one_mistake() -> None:
    """That the right field is missing is not told as well."""
    _, found = decode(THING, document("name: {vi: a}\ncolor: red\n"), id="x")

    assert [(one.code, one.values["guess"]) for one in found] == [("unknown-field", Phrase("did-you-mean", "colour"))]


def test_spoiled_entries_of_a_list_are_left_out() -> None:
    """The others are read, and know where they stand."""
    made, found = decode_list(Shape(Leg, "target"), document("- {length: 1}\n- {length: a}\n- {length: 3}\n"))

    assert [(one.length, part.source.at("length").line) for one, part in made] == [(1, 1), (3, 3)]
    assert [(one.code, one.at.line) for one in found] == [("bad-number", 2)]


@pytest.mark.parametrize("text", ["", "- a\n", "words\n"])
def test_a_record_is_a_map(text: str) -> None:
    """A file that is empty, a list or a word is no record."""
    made, found = decode(THING, document(text), id="x")

    assert made is None
    assert [one.code for one in found] == ["wrong-type"]


def test_an_open_shape_leaves_other_fields_unread() -> None:
    """A Data Package may say more than we read."""
    made, found = decode(Shape(Leg, "dataset", open=True), document("length: 1\nother: {x: [1]}\n"))
    strict: Any = decode(Shape(Leg, "dataset"), document("length: 1\nother: 1\n"))[1]

    assert (made, found) == (Leg(length=1), [])
    assert isinstance(strict[0], Diagnostic)
