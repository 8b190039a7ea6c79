"""Edits that spoil a small project: a table of hostile inputs is written with them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

Edit = Callable[[Path], None]
"""Changes something in a project's folder."""


def write(file: str, content: str | bytes) -> Edit:
    """A file with this content, whatever was there."""

    def edit(root: Path) -> None:
        _place(root, file).write_bytes(content.encode() if isinstance(content, str) else content)

    return edit


def append(file: str, text: str) -> Edit:
    """The file with more text at its end."""
    return change(file, lambda before: before + text)


def change(file: str, new: Callable[[str], str]) -> Edit:
    """The file with its text changed."""

    def edit(root: Path) -> None:
        before = (root / file).read_text("utf-8")
        after = new(before)
        assert after != before, f"{file}: the edit changes nothing"
        (root / file).write_text(after, "utf-8")

    return edit


def replace(file: str, old: str, new: str) -> Edit:
    """The file with the first of some words replaced."""
    return change(file, lambda before: before.replace(old, new, 1))


def encoded(file: str, encoding: str) -> Edit:
    """The file in another encoding."""

    def edit(root: Path) -> None:
        (root / file).write_bytes((root / file).read_text("utf-8").encode(encoding))

    return edit


def put(file: str, field: str, value: Any) -> Edit:
    """A YAML or JSON file with one field (`title.vi`, `0.quote`) set; what is not there is added."""

    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        is_json = file.endswith(".json")
        whole = json.loads(text) if is_json else yaml.load(text, Loader=yaml.BaseLoader)
        *above, last = field.split(".")
        inside = whole
        for name in above:
            inside = inside[int(name) if isinstance(inside, list) else name]
        inside[int(last) if isinstance(inside, list) else last] = value
        made = json.dumps(whole, ensure_ascii=True) if is_json else yaml.safe_dump(whole)
        (root / file).write_text(made, "utf-8")

    return edit


def size(file: str, count: int) -> Edit:
    """A file of so many bytes, which takes no room on the disk."""

    def edit(root: Path) -> None:
        with _place(root, file).open("wb") as hole:
            hole.truncate(count)

    return edit


def link(file: str, target: str) -> Edit:
    """A symbolic link."""

    def edit(root: Path) -> None:
        (root / file).unlink(missing_ok=True)
        _place(root, file).symlink_to(target)

    return edit


def pipe(file: str) -> Edit:
    """A named pipe, which nobody ever writes to."""

    def edit(root: Path) -> None:
        (root / file).unlink(missing_ok=True)
        os.mkfifo(_place(root, file))

    return edit


def folder(file: str) -> Edit:
    """A folder that has the name of a file."""

    def edit(root: Path) -> None:
        (root / file).unlink(missing_ok=True)
        (root / file).mkdir(parents=True)

    return edit


def rename(file: str, to: str) -> Edit:
    """A file under another name."""
    return lambda root: _move(root / file, _place(root, to))


def strings(value: Any, name: str = "") -> Iterator[str]:
    """The dotted name of every string in a document."""
    if isinstance(value, str):
        yield name
    elif isinstance(value, dict | list):
        for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings(inside, f"{name}.{key}".lstrip("."))


def _move(old: Path, new: Path) -> None:
    old.rename(new)


def _place(root: Path, file: str) -> Path:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    return root / file
