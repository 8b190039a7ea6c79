"""Plain values to our frozen dataclasses, by their own type hints; every misfit is a diagnostic with its line."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic_core import PydanticCustomError

from generator.model.diagnostic import Diagnostic, Phrase, Source, Span, Value, nearest

from .nodes import Document

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?\Z", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,15}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shape:
    """A class as authors write it, without the fields that the reader fills (dotted names: `source.bytes`).

    `what` names it in messages (`plan`, of the phrases `what.…` in `messages`). `open` lets other fields stand
    unread, as in a Data Package.
    """

    cls: type[Any]
    what: str
    filled: frozenset[str] = frozenset()
    open: bool = False


def decode(shape: Shape, document: Document, **filled: Any) -> tuple[Any, list[Diagnostic]]:
    """The record that a document writes, or None and all that is wrong with it.

    `filled` are the fields that the reader gives. A record with a `source_of` knows where its fields were written.
    """
    if not isinstance(document.value, dict):
        return None, [
            Diagnostic("wrong-type", document.source.at(), _types(Phrase(f"what.{shape.what}"), "map", document.value))
        ]
    shape = replace(shape, filled=shape.filled.union(filled))
    try:
        fields = _authored(shape).validate_python(document.value)
    except ValidationError as error:
        return None, _once([_diagnostic(misfit, shape, document) for misfit in error.errors(include_url=False)])
    if "source_of" in shape.cls.__dataclass_fields__ and "source_of" not in filled:
        filled["source_of"] = document.source
    return shape.cls(**fields, **filled), []


def decode_list(shape: Shape, document: Document) -> tuple[list[tuple[Any, Document]], list[Diagnostic]]:
    """The records that a document lists, each with its part of the document; an empty document is an empty list.

    Spoiled ones are left out.
    """
    if document.value is None:
        return [], []
    if not isinstance(document.value, list):
        return [], [
            Diagnostic("wrong-type", document.source.at(), _types(Phrase(f"what.{shape.what}"), "list", document.value))
        ]
    records: list[tuple[Any, Document]] = []
    found: list[Diagnostic] = []
    spans, keys = _by_first(document.source.spans), _by_first(document.keys)
    for index, value in enumerate(document.value):
        name = str(index)
        entry = Document(value, Source(document.source.file, spans.get(name, {})), keys.get(name, {}))
        record, wrong = decode(shape, entry)
        found += wrong
        if record is not None:
            records.append((record, entry))
    return records, found


def part(document: Document, name: str) -> Document:
    """The document inside a document: one field of a map, or one entry of a list."""
    value = document.value[name] if isinstance(document.value, dict) else document.value[int(name)]  # type: ignore[index]
    spans, keys = _by_first(document.source.spans), _by_first(document.keys)
    return Document(value, Source(document.source.file, spans.get(name, {})), keys.get(name, {}))


def _by_first(spans: Mapping[str, Span]) -> dict[str, dict[str, Span]]:
    """Places by the first name of their dotted names, each with the rest of it."""
    found: dict[str, dict[str, Span]] = {}
    for name, span in spans.items():
        first, _, rest = name.partition(".")
        found.setdefault(first, {})[rest] = span
    return found


def choices_of(hint: Any) -> tuple[str, ...]:
    """The values that a `Literal` allows; none for another type."""
    return tuple(get_args(hint)) if get_origin(hint) is Literal else ()


def schema_of(shape: Shape) -> dict[str, Any]:
    """The JSON Schema of what an author writes, for editors that complete it."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_authored(shape).json_schema(by_alias=True)}


def written_fields(shape: Shape, cls: type[Any] | None = None) -> list[tuple[dataclasses.Field[Any], Any]]:
    """The fields that an author writes, each with its type."""
    cls = cls or shape.cls
    hints = get_type_hints(cls)
    return [(field, hints[field.name]) for field in _own(cls, shape.filled | {"id"})]


@cache
def _authored(shape: Shape) -> TypeAdapter[Any]:
    """An adapter to the fields of a class, as a map by name, without those that the reader fills."""
    return TypeAdapter(Annotated[_model(shape.cls, shape.filled, shape.open), AfterValidator(_fields)])  # type: ignore[arg-type]


def _model(cls: type[Any], filled: frozenset[str], open: bool) -> Any:
    hints = get_type_hints(cls)
    fields: dict[str, Any] = {}
    for field in _own(cls, filled):
        below = frozenset(name.partition(".")[2] for name in filled if name.startswith(f"{field.name}."))
        default = ... if field.default is dataclasses.MISSING else field.default
        # The alias lets a field have the name of its own type (`date: date | None`).
        hint = hints[field.name]
        may_be_empty = hint is str and (field.metadata.get("may_be_empty") or field.default == "")
        kind = hint if may_be_empty else _strict(hint, below, open)
        fields[f"f_{field.name}"] = (kind, Field(default, alias=field.name))
    return create_model(cls.__name__, __config__=ConfigDict(extra="ignore" if open else "forbid"), **fields)


def _own(cls: type[Any], filled: frozenset[str]) -> list[dataclasses.Field[Any]]:
    """The fields of a class that authors write."""
    return [field for field in dataclasses.fields(cls) if field.name not in filled and field.name != "source_of"]


def _strict(hint: Any, filled: frozenset[str], open: bool) -> Any:
    """The hint as pydantic is to read it: from strings alone, and never by guessing."""
    origin, given = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        options = [option for option in given if option is not type(None)]
        assert len(options) == 1, f"a field is of one type, or None: {hint}"
        return _strict(options[0], filled, open) | None
    if origin is tuple:
        return tuple[_strict(given[0], filled, open), ...]  # type: ignore[misc]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict[str, _strict(given[1], filled, open)]  # type: ignore[misc]
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return Annotated[_model(hint, filled, open), AfterValidator(_maker(hint))]
    if hint is str:
        return Annotated[str, AfterValidator(_filled)]
    if hint is int:
        return Annotated[int, BeforeValidator(_whole)]
    if hint is bool:
        return Annotated[bool, BeforeValidator(_flag)]
    if hint is Decimal:
        return Annotated[Decimal, BeforeValidator(_decimal)]
    return Annotated[date, BeforeValidator(_day)] if hint is date else hint


def _maker(cls: type[Any]) -> Callable[[Any], Any]:
    return lambda made: cls(**_fields(made))


def _fields(made: Any) -> dict[str, Any]:
    return {name.removeprefix("f_"): getattr(made, name) for name in type(made).model_fields}


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty-value", "")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, str) or not _WHOLE.match(value):
        raise PydanticCustomError("bad-number", "")
    return int(value)


def _decimal(value: Any) -> Decimal:
    if not isinstance(value, str) or not _DECIMAL.match(value):
        raise PydanticCustomError("not-a-number", "")
    return Decimal(value)


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise PydanticCustomError("bad-flag", "")
    return bool(value == "true")


def _day(value: Any) -> date:
    try:
        if isinstance(value, str) and _DATE.match(value) and 1800 <= int(value[:4]) <= 2200:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("bad-date", "")


def _diagnostic(error: Any, shape: Shape, document: Document) -> Diagnostic:
    """A misfit of pydantic's in our own words, at its line and column."""
    names = [str(name) for name in error["loc"] if name != "[key]"]
    dotted, kind, value = ".".join(names), error["type"], error["input"]
    at = document.source.at(dotted)
    said = ".".join(name for name in names if not name.isdigit())
    if kind == "extra_forbidden":
        what, guess = Phrase(f"what.{shape.what}"), _guess(shape, names, _written_beside(document.value, names))
        return Diagnostic("unknown-field", document.key(dotted), {"field": names[-1], "what": what, "guess": guess})
    if kind == "missing":
        around = document.source.at(".".join(names[:-1]))
        what, how = Phrase(f"what.{shape.what}"), Phrase(f"how.{shape.what}.{said}")
        return Diagnostic("missing-field", around, {"field": said, "what": what, "how": how})
    if isinstance(value, str) and kind == "literal_error":
        choices = ", ".join(f"`{choice}`" for choice in choices_of(_hint_at(shape.cls, names)))
        return Diagnostic("bad-value", at, {"field": said, "value": value, "choices": choices})
    if kind == "empty-value":
        return Diagnostic(kind, at, {"field": said})
    if isinstance(value, str) and kind in ("bad-date", "bad-number", "bad-flag", "not-a-number"):
        return Diagnostic(kind, at, {"field": said, "value": value})
    wanted = {"tuple_type": "list", "dict_type": "map", "model_type": "map", "model_attributes_type": "map"}
    return Diagnostic("wrong-type", at, _types(said, wanted.get(kind, "words"), value))


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """One mistake, one diagnostic: a field whose name is misspelled is not also told to be missing."""
    meant = {
        guess.given
        for diagnostic in found
        if diagnostic.code == "unknown-field" and isinstance(guess := diagnostic.values["guess"], Phrase)
    }
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.code != "missing-field" or str(diagnostic.values["field"]).rpartition(".")[2] not in meant
    ]


def _written_beside(value: Any, names: list[str]) -> Mapping[str, Any]:
    """The fields that are written beside a field, with it."""
    for name in names[:-1]:
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value  # type: ignore[no-any-return]


def _guess(shape: Shape, names: list[str], written: Mapping[str, Any]) -> Value:
    """What to do about a field that is none: the nearest name that is one and is not `written`, or all names."""
    around = _hint_at(shape.cls, names[:-1])
    above = ".".join(name for name in names[:-1] if not name.isdigit())
    filled = {name.removeprefix(f"{above}.") if above else name for name in shape.filled}
    if names[-1] in filled or names[-1] == "source_of":
        return Phrase("filled-by-reader")
    known = [field.name for field in _own(around, frozenset(filled))]
    free = [name for name in known if name not in written]
    return nearest(names[-1], free, Phrase("only", ", ".join(known)), cutoff=0.6)


def _hint_at(hint: Any, names: list[str]) -> Any:
    """The type that stands at a dotted name inside a type, without `None`."""
    for name in names:
        hint = get_type_hints(hint)[name] if dataclasses.is_dataclass(hint) else _inside(hint)
        options = [option for option in get_args(hint) if option is not type(None)]
        hint = options[0] if get_origin(hint) in (Union, UnionType) else hint
    return hint


def _inside(hint: Any) -> Any:
    """The type of what a list or a map holds."""
    return get_args(hint)[1] if get_origin(hint) is not tuple else get_args(hint)[0]


def _types(field: Value, wanted: str, value: Any) -> dict[str, Value]:
    found = "words" if isinstance(value, str) else "list" if isinstance(value, list) else "map"
    found = "nothing" if value is None else found
    return {"field": field, "wanted": Phrase(f"type.{wanted}"), "found": Phrase(f"type.{found}")}
