"""Writes the handbook's reference of fields out of the models: `content/handbook/<language>/truong.md`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from generator.intake.templates import KINDS
from generator.messages.catalogue import command
from generator.read.decode import Shape, choices_of, written_fields
from generator.read.lists import LISTS
from generator.read.notes import NOTES
from generator.read.places import TABLES
from generator.read.site import CONFIG

HANDBOOK = Path(__file__).parents[1] / "content/handbook"
TITLES = {
    "vi": ("# Mọi trường của mọi tệp", "Trang này được viết ra từ mô hình dữ liệu (`make docs`). Trường in đậm là "
           "bắt buộc. `congkhai new LOẠI MÃ` ghi sẵn một tệp có đủ các trường ấy.", "trường", "giá trị"),
    "en": ("# Every field of every file", "This page is written out of the models (`make docs`). Fields in bold are "
           "needed. `congkhai new KIND ID` begins a file with all of them.", "field", "value"),
}  # fmt: skip


def reference(lang: str) -> str:
    """The page in a language."""
    title, about, field, value = TITLES[lang]
    lines = [title, "", about, ""]
    inner: dict[str, type[Any]] = {}
    lists = {name.replace("_", "-"): shape for name, shape in LISTS.items()}
    for kind, shape in sorted({**KINDS, **lists, "notes": NOTES, "site": CONFIG, **TABLES}.items()):
        lines += [
            f"## {kind}",
            "",
            f"| {field} | {value} |",
            "| --- | --- |",
            *_rows(shape, shape.cls, lang, inner),
            "",
        ]
    done: set[str] = set()
    while rest := sorted(inner.keys() - done):
        for name in rest:
            done.add(name)
            shape = Shape(inner[name], "plan")
            rows = list(_rows(shape, inner[name], lang, inner))
            lines += [f"## {name}", "", f"| {field} | {value} |", "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def _rows(shape: Shape, cls: type[Any], lang: str, inner: dict[str, type[Any]]) -> Iterator[str]:
    for field, hint in written_fields(shape, cls):
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        name = f"**`{field.name}`**" if needed else f"`{field.name}`"
        said = _said(hint, lang, inner)
        null = f"; {command('new.says.null', lang)}" if needed and type(None) in get_args(hint) else ""
        yield f"| {name} | {said}{null} |"


def _said(hint: Any, lang: str, inner: dict[str, type[Any]]) -> str:
    """What a field may hold, in words; what has fields of its own is a link."""

    def label(name: str) -> str:
        return command(f"new.says.{name}", lang)

    if choices := choices_of(hint):
        return label("choice").format(", ".join(f"`{choice}`" for choice in choices))
    options = [option for option in get_args(hint) if option is not type(None)]
    origin = get_origin(hint)
    if type(None) in get_args(hint):
        return _said(options[0], lang, inner)
    if origin is tuple:
        return label("list").format(_said(options[0], lang, inner))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        held = options[1]
        return label("text") if held is str else f"`…: …`, {_said(held, lang, inner)}"
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        inner.setdefault(hint.__name__, hint)
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    names = {"date": "date", "int": "number", "Decimal": "number", "bool": "flag"}
    return label(names.get(getattr(hint, "__name__", ""), "words"))


if __name__ == "__main__":
    for lang in TITLES:
        (HANDBOOK / lang / "truong.md").write_text(reference(lang), "utf-8", newline="\n")
