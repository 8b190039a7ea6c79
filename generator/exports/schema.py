"""JSON Schemas (2020-12) from the type hints and descriptions of shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .shape import key_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: Mapping[Any, Mapping[str, str]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}


def schema_of(kind: Any, url: str) -> dict[str, Any]:
    """The schema of a file that holds a shape, or a list (`tuple[Shape, ...]`) of one. Each key is always there.

    Raises TypeError on a type hint that has no one form in JSON.
    """
    shapes: dict[str, Any] = {}
    top = _schema(kind, shapes)
    return {"$schema": DIALECT, "$id": url, **top, "$defs": {name: shapes[name] for name in sorted(shapes)}}


def _schema(hint: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return dict(PLAIN[hint])
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, shapes) for one in inside]}
    if origin is tuple and inside[1:] == (...,):
        return {"type": "array", "items": _schema(inside[0], shapes)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(inside[1], shapes)}
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__name__ not in shapes:
            shapes[hint.__name__] = {}  # a shape may hold itself
            shapes[hint.__name__] = _object(hint, shapes)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON for {hint}")


def _object(kind: type[Any], shapes: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    parts = {
        key_of(one): {**_schema(hints[one.name], shapes), "description": one.metadata["told"]} for one in fields(kind)
    }
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }
