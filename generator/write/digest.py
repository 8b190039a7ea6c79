"""Two values with one digest cannot be told apart by any recipe; a value that could hide something has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from math import isfinite
from types import MappingProxyType
from typing import Any

Feed = Callable[[bytes], None]
_NOTHING: Mapping[str, Any] = {}


class Unseen(TypeError):
    """A fault of ours: a recipe is given something whose digest would not tell all that the recipe can see.

    `way` leads from the value given to what is refused (`given.rows[3]`); it is worked out only where it is told.
    """

    def __init__(self, why: str, way: str = "") -> None:
        super().__init__(f"{way}: {why}" if way else why)
        self.why, self.way = why, way

    def within(self, step: str) -> Unseen:
        return Unseen(self.why, step + self.way)


def digest(*values: Any) -> str:
    """The digest of values, 40 hexadecimal characters.

    Told apart are types (1, "1", True), the order of tuples, lists and mappings (a template sees the order of a
    mapping, so it counts), a field's name, a class's name, and `1.0` from `1.00` of a Decimal.
    Raises Unseen on a set (its order is no value), a function, an object of an open or unknown class, a subclass of a
    plain type, a number that is not finite, and a dataclass that keeps a field out of equality.
    """
    hasher = blake2b(digest_size=20)
    for value in values:
        _feed(value, hasher.update)
    return hasher.hexdigest()


def parts(value: Any) -> dict[str, str]:
    """The digest of each field of a dataclass, or of each key of a mapping, by name; of another value, its own.

    Together they tell all of the value: what it is stands under the empty name.
    """
    step = "given"
    try:
        if is_dataclass(type(value)):
            head, names = _members(value)
            made = {"": digest(head)}
            for name in names:
                step = f"given.{name}"
                made[name] = digest(getattr(value, name))
            return made
        if type(value) is dict and all(type(name) is str for name in value):
            made = {"": digest("mapping", tuple(value))}
            for name, part in value.items():
                step = f"given[{name!r}]"
                made[f"[{name}]"] = digest(part)
            return made
        return {"": digest(value)}
    except Unseen as fault:
        raise fault.within(step) from None


def _feed(value: Any, feed: Feed) -> None:
    """Called some million times a build: steps of the way are told by those who catch, not made on the way down."""
    kind = type(value)
    if kind is str:
        body = value.encode("utf-8", "surrogatepass")
        feed(b"s%d:%b" % (len(body), body))
    elif (plain := _PLAIN.get(kind)) is not None:
        _chunk(feed, *plain(value))
    elif kind is tuple or kind is list:
        feed(b"%c%d:" % (b"(" if kind is tuple else b"[", len(value)))
        _feed_each(value, feed, lambda number: f"[{number}]")
    elif kind is dict or kind is MappingProxyType:
        feed(b"{%d:" % len(value))
        keys = tuple(value)
        for key in keys:
            try:
                _feed(key, feed)
                _feed(value[key], feed)
            except Unseen as fault:
                raise fault.within(f"[{key!r}]") from None
    elif is_dataclass(kind):
        head, names = _members(value)
        feed(head)
        _feed_each([getattr(value, name) for name in names], feed, lambda number: f".{names[number]}")
    elif isinstance(value, Enum):
        _chunk(feed, b"e", f"{kind.__module__}.{kind.__qualname__}.{value.name}".encode())
        _feed(value.value, feed)
    else:
        raise Unseen(_why(value))


def _feed_each(values: Sequence[Any], feed: Feed, step: Callable[[int], str]) -> None:
    number = 0
    try:
        for number, value in enumerate(values):  # noqa: B007  # where it ended is told below
            if type(value) is str:  # most values of a page are words, so they are spared a call
                body = value.encode("utf-8", "surrogatepass")
                feed(b"s%d:%b" % (len(body), body))
            else:
                _feed(value, feed)
    except Unseen as fault:
        raise fault.within(step(number)) from None


def _chunk(feed: Feed, tag: bytes, body: bytes) -> None:
    """A tag, a length and the bytes: no two lists of chunks are one stream of bytes."""
    feed(b"%b%d:%b" % (tag, len(body), body))


def _members(value: Any) -> tuple[bytes, tuple[str, ...]]:
    """What stands before a dataclass's values, and its fields; refused where it could hold more than they tell."""
    kind: Any = type(value)
    head, names = _class(kind)
    if hidden := getattr(value, "__dict__", _NOTHING).keys() - names:
        raise Unseen(f"holds {', '.join(sorted(hidden))}, which is no field of {kind.__qualname__}")
    return head, names


@cache
def _class(kind: Any) -> tuple[bytes, tuple[str, ...]]:
    """What stands before a dataclass's values, and the names of its fields. Worked out once a class."""
    if not kind.__dataclass_params__.frozen:
        raise Unseen(f"the class {kind.__qualname__} is open; freeze it")
    for one in fields(kind):
        if not one.compare:
            raise Unseen(f"{kind.__qualname__}.{one.name} is kept out of equality, so it must not be given")
    names = tuple(one.name for one in fields(kind))
    name = f"{kind.__module__}.{kind.__qualname__}({','.join(names)})".encode()
    return b"d%d:%b" % (len(name), name), names


def _float(value: float) -> tuple[bytes, bytes]:
    if not isfinite(value):
        raise Unseen(f"{value} is no number")
    return b"f", repr(value).encode()


def _decimal(value: Decimal) -> tuple[bytes, bytes]:
    if not value.is_finite():
        raise Unseen(f"{value} is no number")
    return b"m", str(value).encode()


def _why(value: object) -> str:
    name = type(value).__qualname__
    if isinstance(value, set | frozenset):
        return f"a {name} has no order; give a sorted tuple"
    if callable(value):
        return f"what {value!r} does cannot be seen"
    return f"what else an object of {type(value).__module__}.{name} holds cannot be seen"


_PLAIN: dict[type, Callable[[Any], tuple[bytes, bytes]]] = {
    bytes: lambda value: (b"b", value),
    int: lambda value: (b"i", b"%d" % value),
    bool: lambda value: (b"t", b"1" if value else b"0"),
    type(None): lambda value: (b"n", b""),
    date: lambda value: (b"D", value.isoformat().encode()),
    float: _float,
    Decimal: _decimal,
}
