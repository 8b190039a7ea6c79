"""Two values with one digest cannot be told apart by any recipe; a value that could hide something has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from marshal import dumps
from math import isfinite
from operator import attrgetter
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = {}


class Undigestible(TypeError):
    """A fault of ours: a recipe is given something whose digest would not tell all that the recipe can see.

    `way` leads from the value given to what is refused (`given.rows[3]`); it is worked out only where it is told.
    """

    def __init__(self, why: str, way: str = "") -> None:
        super().__init__(f"{way}: {why}" if way else why)
        self.why, self.way = why, way

    def within(self, step: str) -> Undigestible:
        return Undigestible(self.why, step + self.way)


def digest(*values: Any) -> str:
    """The digest of values, 40 hexadecimal characters.

    Told apart are types (1, "1", True), the order of tuples, lists and mappings (a template sees the order of a
    mapping, so it counts), a field's name, a class's name, and `1.0` from `1.00` of a Decimal.
    Raises Undigestible on a set (its order is no value), a function, an object of an open or unknown class, a subclass
    of a plain type, a number that is not finite, and a dataclass that keeps a field out of equality.
    """
    hasher = blake2b(digest_size=20)
    for value in values:
        hasher.update(_written(value))
    return hasher.hexdigest()


def parts(value: Any) -> dict[str, str]:
    """The digest of each field of a dataclass, or of each key of a mapping, by name; of another value, its own.

    Together they tell all of the value: what it is stands under the empty name.
    """
    step = "given"
    try:
        if is_dataclass(type(value)):
            head, names, values = _members(value)
            made = {"": digest(head)}
            for name, part in zip(names, values, strict=True):
                step = f"given.{name}"
                made[name] = digest(part)
            return made
        if type(value) is dict and all(type(name) is str for name in value):
            made = {"": digest("mapping", tuple(value))}
            for name, part in value.items():
                step = f"given[{name!r}]"
                made[f"[{name}]"] = digest(part)
            return made
        return {"": digest(value)}
    except Undigestible as fault:
        raise fault.within(step) from None


def _written(value: Any) -> bytes:
    """A value as bytes. Python's own writer of plain values does most of it: this form of it (2) keeps types and order,
    and knows nothing of which values are one object."""
    return dumps(_plain(value), 2)


def _plain(value: Any) -> Any:
    """A value in plain types. What is none begins with an ellipsis, which no value may hold: so none is like another.

    Called some hundred thousand times a build: steps of the way are told by those who catch, not made on the way down.
    """
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return kind(_plain_each(value, lambda number: f"[{number}]"))
    if kind is dict or kind is MappingProxyType:
        keys = tuple(value)
        return dict(
            zip(
                _plain_each(keys, lambda number: f"[{keys[number]!r}]"),
                _plain_each(value.values(), lambda number: f"[{keys[number]!r}]"),
                strict=True,
            )
        )
    if (written := _WRITTEN.get(kind)) is not None:
        return written(value)
    if is_dataclass(kind):
        head, names, values = _members(value)
        return (..., head, *_plain_each(values, lambda number: f".{names[number]}"))
    if isinstance(value, Enum):
        return ..., "enum", f"{kind.__module__}.{kind.__qualname__}.{value.name}", _plain(value.value)
    raise Undigestible(_why(value))


def _plain_each(values: Iterable[Any], step: Callable[[int], str]) -> list[Any]:
    made: list[Any] = []
    try:
        for value in values:  # most values of a page are words, so they are spared a call
            made.append(value if type(value) is str else _plain(value))
    except Undigestible as fault:
        raise fault.within(step(len(made))) from None
    return made


def _members(value: Any) -> tuple[str, tuple[str, ...], tuple[Any, ...]]:
    """A dataclass's name, its fields and their values; refused where it could hold more than they tell."""
    kind: Any = type(value)
    head, names, values_of = _class(kind)
    if kind.__dictoffset__ and (hidden := getattr(value, "__dict__", _NOTHING).keys() - names):
        raise Undigestible(f"holds {', '.join(sorted(hidden))}, which is no field of {kind.__qualname__}")
    return head, names, values_of(value)


@cache
def _class(kind: Any) -> tuple[str, tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """What stands before a dataclass's values, the names of its fields, and what takes the values out. Worked out once
    a class."""
    if not kind.__dataclass_params__.frozen:
        raise Undigestible(f"the class {kind.__qualname__} is open; freeze it")
    for field in fields(kind):
        if not field.compare:
            raise Undigestible(f"{kind.__qualname__}.{field.name} is kept out of equality, so it must not be given")
    names = tuple(field.name for field in fields(kind))
    return f"{kind.__module__}.{kind.__qualname__}({','.join(names)})", names, _values_of(names)


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _float(value: float) -> float:
    if not isfinite(value):
        raise Undigestible(f"{value} is no number")
    return value


def _decimal(value: Decimal) -> Any:
    if not value.is_finite():
        raise Undigestible(f"{value} is no number")
    return ..., "decimal", str(value)


def _why(value: object) -> str:
    name = type(value).__qualname__
    if isinstance(value, set | frozenset):
        return f"a {name} has no order; give a sorted tuple"
    if callable(value):
        return f"what {value!r} does cannot be seen"
    return f"what else an object of {type(value).__module__}.{name} holds cannot be seen"


_ATOMS = frozenset((str, bytes, int, bool, type(None)))
_WRITTEN: dict[type, Callable[[Any], Any]] = {
    date: lambda value: (..., "date", value.isoformat()),
    float: _float,
    Decimal: _decimal,
}
