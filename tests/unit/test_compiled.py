"""Compiled templates are kept beside the generator's own compiled modules, and only what was written whole is run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.render import compiled
from generator.render.compiled import CompiledTemplates


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the package's own, as a process that writes compiled modules sees it."""
    monkeypatch.setattr(compiled, "__file__", str(tmp_path / "compiled.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path


def rendered(text: str, options: bytes = b"", compilations: list[str] | None = None) -> str:
    """What a new process makes of a template; `compilations` gets the text where it is compiled."""

    class Counting(Environment):
        def compile(self, source: str, *given: object, **named: object) -> object:  # type: ignore[override]
            if compilations is not None:
                compilations.append(str(source))
            return super().compile(source, *given, **named)  # type: ignore[call-overload]

    return (
        Counting(loader=DictLoader({"page": text}), bytecode_cache=CompiledTemplates(options))
        .get_template("page")
        .render(name="x")
    )


def test_a_later_process_takes_what_an_earlier_one_compiled(folder: Path) -> None:
    compilations: list[str] = []
    assert rendered("a {{ name }}", compilations=compilations) == "a x"
    assert rendered("a {{ name }}", compilations=compilations) == "a x"
    assert compilations == ["a {{ name }}"]
    assert [path.suffix for path in (folder / "__pycache__").iterdir()] == [".pyc"]


def test_another_text_or_another_compiler_is_compiled() -> None:
    compilations: list[str] = []
    for text, options in (("a", b""), ("b", b""), ("b", b"other"), ("a", b"")):
        assert rendered(text, options, compilations) == text
    assert compilations == ["a", "b", "b", "a"]


@pytest.mark.parametrize("damage", [b"", b"\0", b"j2"])
def test_a_damaged_file_is_compiled_again(folder: Path, damage: bytes) -> None:
    rendered("a {{ name }}")
    (file,) = (folder / "__pycache__").iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[: len(whole) // 2], whole[:-1] + bytes([whole[-1] ^ 1])):
        file.write_bytes(content)
        compilations: list[str] = []
        assert rendered("a {{ name }}", compilations=compilations) == "a x"
        assert len(compilations) == 1
        assert file.read_bytes() == whole


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered("a {{ name }}") == "a x"
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written_to_changes_nothing(folder: Path) -> None:
    (folder / "__pycache__").write_text("a file in its place")
    assert rendered("a {{ name }}") == "a x"
