"""Two values with one digest cannot be told apart by any recipe; a value that could hide something has none."""

from __future__ import annotations

from collections.abc import Callable
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


class Unseen(TypeError):
    """A fault of ours: a recipe is given something whose digest would not tell all that the recipe can see."""


def digest(*values: Any) -> str:
    """The digest of values, 40 hexadecimal characters.

    Told apart are types (1, "1", True), the order of tuples, lists and mappings (a template sees the order of a
    mapping, so it counts), a field's name, a class's name, and `1.0` from `1.00` of a Decimal.
    Raises Unseen on a set (its order is no value), a function, an object of an open or unknown class, a subclass of a
    plain type, a number that is not finite, and a dataclass that keeps a field out of equality.
    """
    hasher = blake2b(digest_size=20)
    for value in values:
        _feed(value, hasher.update, "value")
    return hasher.hexdigest()


def parts(value: Any) -> dict[str, str]:
    """The digest of each field of a dataclass, or of each key of a mapping, by name; of another value, its own.

    Together they tell all of the value: what it is stands under the empty name.
    """
    if is_dataclass(type(value)):
        head, names = _members(value, "given")
        return {"": digest(head), **{name: _digest(getattr(value, name), f"given.{name}") for name in names}}
    if type(value) is dict and all(type(name) is str for name in value):
        members = {f"[{name}]": _digest(part, f"given[{name!r}]") for name, part in value.items()}
        return {"": digest("mapping", tuple(value)), **members}
    return {"": _digest(value, "given")}


def _digest(value: Any, where: str) -> str:
    hasher = blake2b(digest_size=20)
    _feed(value, hasher.update, where)
    return hasher.hexdigest()


def _feed(value: Any, feed: Feed, where: str) -> None:
    kind = type(value)
    if kind is str:  # most values of a page are words, so they are spared two calls
        body = value.encode("utf-8", "surrogatepass")
        feed(b"s%d:%b" % (len(body), body))
        return
    plain = _PLAIN.get(kind)
    if plain is not None:
        _chunk(feed, *plain(value, where))
    elif kind is tuple or kind is list:
        feed(b"%c%d:" % (b"(" if kind is tuple else b"[", len(value)))
        for number, part in enumerate(value):
            _feed(part, feed, f"{where}[{number}]")
    elif kind is dict or kind is MappingProxyType:
        feed(b"{%d:" % len(value))
        for key, part in value.items():
            _feed(key, feed, f"{where} (a key)")
            _feed(part, feed, f"{where}[{key!r}]")
    elif is_dataclass(kind):
        head, names = _members(value, where)
        feed(head)
        for name in names:
            _feed(getattr(value, name), feed, f"{where}.{name}")
    elif isinstance(value, Enum):
        _chunk(feed, b"e", f"{kind.__module__}.{kind.__qualname__}.{value.name}".encode())
        _feed(value.value, feed, f"{where}.value")
    else:
        raise Unseen(f"{where}: {_why(value)}")


def _chunk(feed: Feed, tag: bytes, body: bytes) -> None:
    """A tag, a length and the bytes: no two lists of chunks are one stream of bytes."""
    feed(b"%b%d:%b" % (tag, len(body), body))


def _members(value: Any, where: str) -> tuple[bytes, tuple[str, ...]]:
    """What stands before a dataclass's values, and its fields; refused where it could hold more than they tell."""
    try:
        kind: Any = type(value)
        head, names = _class(kind)
    except Unseen as fault:
        raise Unseen(f"{where}: {fault}") from None
    if hidden := getattr(value, "__dict__", {}).keys() - set(names):
        raise Unseen(f"{where}: holds {', '.join(sorted(hidden))}, which is no field of {type(value).__qualname__}")
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


def _float(value: float, where: str) -> tuple[bytes, bytes]:
    if not isfinite(value):
        raise Unseen(f"{where}: {value} is no number")
    return b"f", repr(value).encode()


def _decimal(value: Decimal, where: str) -> tuple[bytes, bytes]:
    if not value.is_finite():
        raise Unseen(f"{where}: {value} is no number")
    return b"m", str(value).encode()


def _why(value: object) -> str:
    name = type(value).__qualname__
    if isinstance(value, set | frozenset):
        return f"a {name} has no order; give a sorted tuple"
    if callable(value):
        return f"what {value!r} does cannot be seen"
    return f"what else an object of {type(value).__module__}.{name} holds cannot be seen"


_PLAIN: dict[type, Callable[[Any, str], tuple[bytes, bytes]]] = {
    bytes: lambda value, where: (b"b", value),
    int: lambda value, where: (b"i", b"%d" % value),
    bool: lambda value, where: (b"t", b"1" if value else b"0"),
    type(None): lambda value, where: (b"n", b""),
    date: lambda value, where: (b"D", value.isoformat().encode()),
    float: _float,
    Decimal: _decimal,
}
