"""The shape of a JSON file: dataclasses whose fields say what they hold, and the plain values that they become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any


def told(what: str, *, key: str = "") -> Any:
    """A field of a JSON object with its description; `key` where the key is no name in Python (`class`)."""
    return field(metadata={"told": what, "key": key})


def key_of(one: Field[Any]) -> str:
    """The key that a field has in JSON."""
    return str(one.metadata.get("key") or one.name)


def plain(value: Any) -> Any:
    """A shape as JSON values. A Decimal becomes a number of the same value, without trailing noughts.

    Raises TypeError on what has no one form in JSON.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {key_of(one): plain(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def number_of(value: str) -> Decimal | None:
    """The number that a record writes as a string in the dot form; None where it is none."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
