"""Digests tell apart whatever a recipe could tell apart, and refuse what could hide something."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

import pytest

from generator.write.digest import Undigestible, digest, parts


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherCard:
    title: str
    rows: tuple[int, ...] = ()


@dataclass
class OpenCard:
    title: str


@dataclass(frozen=True)
class HidingCard:
    title: str
    where: str = field(default="", compare=False)


@dataclass(frozen=True)
class LooseCard:
    title: str


class Words(str):
    __slots__ = ()


APART = [
    1, True, 1.0, "1", b"1", Decimal("1"), Decimal("1.0"), None, "", (), [], {}, 0, False, -0.0, 0.0,
    ("ab", "c"), ("a", "bc"), ("abc",), ["abc"], (("a",), "b"), ("a", ("b",)), ("a", "b"), {"a": "b"}, {"b": "a"},
    {"a": 1, "b": 2}, {"b": 2, "a": 1}, date(2018, 2, 1), "2018-02-01", Colour.RED, "red", Card("a"), OtherCard("a"),
    Card("a", (1,)), Card("b"), ("a", ()), "\u1ebf", "e\u0302\u0301", 10**30,
]  # fmt: skip


def test_values_that_differ_have_different_digests() -> None:
    """Type, order, class, normal form and grouping all count."""
    digests = [digest(value) for value in APART]

    assert len(set(digests)) == len(APART)


@pytest.mark.parametrize("make", [lambda: Card("ế", (1, 2)), lambda: {"a": (1, Decimal("7.7"))}, lambda: Colour.RED])
def test_equal_values_have_one_digest(make: Callable[[], object]) -> None:
    """A value made twice has the same digest, whoever made it."""

    assert digest(make()) == digest(make())


def test_a_digest_is_the_same_in_every_process() -> None:
    """Nothing of the running process enters: this is the digest on any day and machine."""

    assert digest("Tân Yên", 48065, Decimal("7.7")) == "8ca136ecb24487885ba4c023430bdd295fa50b8d"


def test_a_read_only_mapping_is_a_mapping() -> None:
    """A frozen look-up and the dict in it say the same."""

    assert digest(MappingProxyType({"a": 1})) == digest({"a": 1})


@pytest.mark.parametrize(
    "value",
    [
        {1, 2}, frozenset({1}), lambda: 1, print, object(), OpenCard("a"), HidingCard("a"), float("nan"), float("inf"),
        Decimal("NaN"), Words("a"), datetime(2018, 2, 1), (1, ({"a": {3}},)), iter(()), Card,
    ],
)  # fmt: skip
def test_what_could_hide_something_is_refused(value: object) -> None:
    """A value whose digest would not tell all that a recipe can see is a fault of ours."""
    with pytest.raises(Undigestible):
        digest(value)
    with pytest.raises(Undigestible):
        parts(value)


def test_a_field_slipped_into_an_object_is_refused() -> None:
    """An object without slots can be given what its class does not declare; templates would see it."""
    card = LooseCard("a")
    object.__setattr__(card, "more", 1)

    with pytest.raises(Undigestible, match="more"):
        digest(card)


def test_a_refusal_says_where() -> None:
    """The sentence names the way down to the value."""

    with pytest.raises(Undigestible, match=r"given\.rows\[1\]: a set has no order"):
        parts(Card("a", (1, {2})))  # type: ignore[arg-type]


def test_parts_tell_which_field_differs() -> None:
    """Of two views that differ in a field, only that part differs."""
    one, other = parts(Card("a", (1,))), parts(Card("a", (2,)))

    assert {name for name in one if one[name] != other[name]} == {"rows"}


def test_parts_tell_the_class() -> None:
    """Two classes with the same fields are not one value."""

    assert parts(Card("a")) != parts(OtherCard("a"))
