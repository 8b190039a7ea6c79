"""An object of the API: one model says what it holds, copies a record, and gives the JSON and its schema."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter, WithJsonSchema
from pydantic.json_schema import GenerateJsonSchema

from ..recipes import json_bytes

URL = "its page, a full address"


class ApiObject(BaseModel):
    """What all objects share: no key is left out, none is added, and a part may be a record with the same fields."""

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,
        extra="forbid",
        from_attributes=True,
        validate_by_name=True,
        validate_by_alias=False,
        serialize_by_alias=True,
    )

    @classmethod
    def of(cls, record: object, **derived: Any) -> Self:
        """The object of a record: its fields of the same names, and beside or instead of them what is derived."""
        return cls(**{name: getattr(record, name) for name in cls.model_fields if name not in derived}, **derived)


def doc(description: str, *, alias: str | None = None) -> Any:
    """A key of an object with its description; `alias` where the key is no name in Python (`class`)."""
    return Field(description=description, alias=alias)


def json_of(kind: Any, value: Any) -> Any:
    """An object, or a list of them, as plain JSON values. Raises ValidationError on what is not of the kind."""
    return _adapter(kind).dump_python(value, mode="json")


def schema_of(kind: Any, url: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file that holds an object, or a list of them. Each key is always there."""
    schema = _adapter(kind).json_schema(mode="serialization", schema_generator=_Schema)
    return {"$schema": _Schema.schema_dialect, "$id": url, **schema}


@dataclass(frozen=True, slots=True)
class SchemaRecipe:
    """The schema of a kind of file; what it is given is the schema's address, which names the kind.

    It is remembered: pydantic takes longer to write the schemas than to write all that they hold.
    """

    kind: Any
    digest: str = "schema 1"

    def __call__(self, given: str) -> bytes:
        return json_bytes(schema_of(self.kind, given))


class _Schema(GenerateJsonSchema):
    """Descriptions say what a key is; a title made of its name would only repeat it."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _number(value: Any) -> Any:
    """The number that a record writes as a string in the dot form; None where it is none."""
    if not isinstance(value, str):
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_Plain = Annotated[Decimal, PlainSerializer(_plain_number), WithJsonSchema({"type": "number"})]
Number = Annotated[_Plain | None, BeforeValidator(_number)]
"""A number of the same value in JSON, without trailing noughts; null where a record has none, or words instead."""
