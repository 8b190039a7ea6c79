"""New records with every field as a comment, and schemas for editors that complete them: both out of the models."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from generator.model.plan import PARTS
from generator.model.tables import COLUMNS
from generator.read.content import RECORDS
from generator.read.decode import Shape, choices_of, schema_of, written_fields
from generator.read.files import is_name
from generator.read.lists import LISTS
from generator.read.packages import SHORT, SHORT_SHAPE
from generator.read.plans import PLAN

from .formats import Unreadable

SCHEMAS = ".schemas"
KINDS: Mapping[str, Shape] = {
    **{shape.what: replace(shape, filled=shape.filled | {"id"}) for shape in RECORDS.values()},
    "plan": replace(PLAN, filled=PLAN.filled | {"id"}),
    "dataset": SHORT_SHAPE,
}
"""What can be begun, by the name of its kind."""
_FOLDERS = {shape.what: f"content/{folder}" for folder, shape in RECORDS.items()}
_WIDE = 100
Label = Callable[[str], str]
"""What a template says of a field, by the name of a phrase."""


def new(root: Path, kind: str, id: str, languages: Sequence[str], label: Label) -> list[str]:
    """Begin a record: the files that were written, by their paths."""
    if kind not in KINDS:
        raise Unreadable("new.kind", kinds=", ".join(sorted(KINDS)))
    if not is_name(id):
        raise Unreadable("import.name", name=id)
    files = {
        "plan": lambda: _plan(id, languages, label),
        "dataset": lambda: {
            f"datasets/{id}/{SHORT}": _template(kind, f"../../{SCHEMAS}", languages, label),
            f"datasets/{id}/{id}.csv": ",".join(COLUMNS) + "\n",
        },
    }.get(kind, lambda: {f"{_FOLDERS[kind]}/{id}.yaml": _template(kind, f"../../{SCHEMAS}", languages, label)})()
    for name in files:
        if (root / name).exists():
            raise Unreadable("new.exists", path=name)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="\n")
    write_schemas(root)
    return list(files)


def write_schemas(root: Path) -> None:
    """The schema of each kind of file, beside the content, where editors find it."""
    folder = root / SCHEMAS
    folder.mkdir(exist_ok=True)
    for kind, shape in KINDS.items():
        _write(folder / f"{kind}.json", schema_of(shape))
    for name, shape in LISTS.items():
        schema = schema_of(shape)
        above: dict[str, Any] = {key: schema.pop(key) for key in ("$schema", "$defs") if key in schema}
        _write(folder / f"{name.replace('_', '-')}.json", {**above, "type": "array", "items": schema})


def _write(path: Path, schema: dict[str, Any]) -> None:
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def _plan(id: str, languages: Sequence[str], label: Label) -> dict[str, str]:
    folder = f"content/plans/{id}"
    return {
        f"{folder}/plan.yaml": _template("plan", f"../../../{SCHEMAS}", languages, label),
        f"{folder}/text.md": "".join(f"{{#{part}}}\n\n" for part in PARTS[:3]),
        f"{folder}/notes.yaml": "repairs: []\nfurniture: []\nlayout: []\nstructure: []\n",
        f"{folder}/source.txt": "",
    }


def _template(kind: str, schemas: str, languages: Sequence[str], label: Label) -> str:
    shape = KINDS[kind]
    lines = [f"# yaml-language-server: $schema={schemas}/{kind}.json"]
    for needed in (True, False):
        lines.append(f"# {label('needed' if needed else 'optional')}")
        for field, hint in written_fields(shape):
            if _is_needed(field) == needed:
                lines += _field(field, hint, languages, label, "" if needed else "# ", shape)
    return "\n".join(lines) + "\n"


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _field(
    field: dataclasses.Field[Any], hint: Any, languages: Sequence[str], label: Label, mark: str, shape: Shape
) -> Iterator[str]:
    """A field on a line of its own, with what it may hold; what it holds in turn is shown in one line."""
    bare, may_be_none = _bare(hint)
    value, about = _value(bare, languages, label, shape)
    words = f"{about}{'; ' + label('null') if may_be_none and mark == '' else ''}"
    line = f"{mark}{field.name}: {'null' if may_be_none and mark == '' else value}"
    if len(line) + len(words) > _WIDE:
        yield f"# {words}"
        yield line
    else:
        yield f"{line} # {words}"


def _bare(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return options[0], True
    return hint, False


def _value(hint: Any, languages: Sequence[str], label: Label, shape: Shape) -> tuple[str, str]:
    """How a value of a type is written while it is empty, and what may stand there."""
    if choices := choices_of(hint):
        return '""', label("choice").format(" | ".join(map(str, choices)))
    origin = get_origin(hint)
    if origin is tuple:
        inner, about = _value(get_args(hint)[0], languages, label, shape)
        return ("[]", label("list").format(inner if inner.startswith("{") else about))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner, about = _value(get_args(hint)[1], languages, label, shape)
        if choices_of(get_args(hint)[1]):
            return "{}", about
        empty = inner if inner == "[]" else '""'
        return "{" + ", ".join(f"{lang}: {empty}" for lang in languages) + "}", label("text")
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        fields = written_fields(replace(shape, filled=frozenset()), hint)
        needed = [(field, kind) for field, kind in fields if _is_needed(field)] or fields
        inside = [f"{field.name}: {_value(_bare(kind)[0], languages, label, shape)[0]}" for field, kind in needed]
        return "{" + ", ".join(inside) + "}", label("map").format(hint.__name__)
    simple = {date: ('""', "date"), int: ('""', "number"), Decimal: ('""', "number"), bool: ("false", "flag")}
    empty, name = simple.get(hint, ('""', "words"))
    return empty, label(name)
