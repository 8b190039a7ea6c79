"""Arrows point down, no two stages know each other, and each library has one home: the imports are read to prove it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CODE = Path(__file__).parents[1] / "generator"

STAGES = {"read", "check", "derive", "charts", "render", "write"}
BUILD = {*STAGES, "pages", "exports", "model", "ahead", "build", "outputs", "making", "messages"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    **{stage: {"model"} for stage in STAGES},
    "exports": {"derive", "model"},
    "pages": {"charts", "exports", "derive", "model"},
    "ahead": {"charts", "render", "write", "model"},
    "outputs": {*STAGES, "pages", "exports", "model"},
    "making": {*STAGES, "pages", "exports", "model", "ahead", "outputs"},
    "build": {*STAGES, "model", "ahead", "making"},
    "messages": {"model"},
    "explain": BUILD,
    "serve": {"build", "messages", "write"},
    "cli": {"build", "messages", "explain", "serve"},
    "__main__": {"cli"},
}
"""What a folder (or a file of the top) may import of the generator, beside itself."""

HOMES: dict[str, set[str]] = {
    "yaml": {"read/nodes.py", "render/theme.py", "render/language.py"},
    "pydantic": {"read/decode.py"},
    "pydantic_core": {"read/decode.py"},
    "markdown_it": {"read/markdown.py"},
    "mdurl": {"read/markdown.py"},
    "pandas": {"read/datasets.py", "derive/frames.py", "exports/opendata.py"},
    "altair": {"charts/"},
    "jinja2": {"render/"},
    "markupsafe": {"render/"},
    "vl_convert": {"render/picture.py"},
    "uharfbuzz": {"render/outlined.py"},
    "mkdocs": {"render/handbook.py"},
    "markdown": {"render/handbook.py"},
    "xlsxwriter": {"exports/sheets.py"},
    "pyarrow": {"exports/parquet.py"},
}
"""The only files (or folders) that may import a library. A library that is not here may be imported nowhere."""


def modules() -> Iterator[tuple[str, str, ast.Module]]:
    """Each module of the generator: its path, its room, its syntax."""
    for path in sorted(CODE.rglob("*.py")):
        name = path.relative_to(CODE).as_posix()
        if name != "__init__.py":
            yield name, name.split("/")[0].removesuffix(".py"), ast.parse(path.read_text("utf-8"), name)


def imports(name: str, tree: ast.AST) -> Iterator[str]:
    """The full names that a module imports, wherever in it; relative ones as seen from `generator`."""
    package = ["generator", *name.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            yield from (".".join([*base, *([node.module] if node.module else [one.name])]) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [one.name for one in node.names] if node.module == "generator" else [""]
            yield from (f"{node.module}.{one}".rstrip(".") for one in names)


def wrong_arrows(name: str, room: str, tree: ast.AST) -> list[str]:
    """The imports of a module that the layers forbid."""
    allowed = MAY_IMPORT[room] | {room}
    rooms = [one.split(".")[1] for one in imports(name, tree) if one.startswith("generator.")]
    return [f"{name} imports {one}" for one in rooms if one not in allowed]


def wrong_homes(name: str, tree: ast.AST) -> list[str]:
    """The libraries that a module imports although their home is elsewhere."""
    tops = {one.split(".")[0] for one in imports(name, tree)} - set(sys.stdlib_module_names) - {"generator"}
    return [
        f"{name} imports {one}"
        for one in sorted(tops)
        if not any(name == home or (home.endswith("/") and name.startswith(home)) for home in HOMES.get(one, ()))
    ]


def test_every_module_has_a_floor() -> None:
    """No file stands outside the table."""

    assert {room for _, room, _ in modules()} == set(MAY_IMPORT)


def test_arrows_point_down() -> None:
    """No module imports what its floor may not know."""

    assert [wrong for name, room, tree in modules() for wrong in wrong_arrows(name, room, tree)] == []


def test_each_library_has_one_home() -> None:
    """A library can be exchanged by changing the files of its home."""

    assert [wrong for name, _, tree in modules() for wrong in wrong_homes(name, tree)] == []


def test_rooms_stand_in_no_circle() -> None:
    """The table itself has no way back from a room to itself."""

    def below(room: str, seen: frozenset[str]) -> bool:
        return room not in seen and all(below(one, seen | {room}) for one in MAY_IMPORT[room])

    assert all(below(room, frozenset()) for room in MAY_IMPORT)


@pytest.mark.parametrize(
    "source",
    [
        "import generator.read.site",
        "from generator.read import site",
        "from generator import read",
        "from ..read import site",
        "def late():\n    from ..read.site import read_site",
    ],
)
def test_a_wrong_arrow_is_seen(source: str) -> None:
    """Every way of writing an import is read, also one inside a function."""

    assert len(wrong_arrows("write/store.py", "write", ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source", ["import pandas", "import pandas as pd", "from yaml import load", "import numpy.linalg"]
)
def test_a_library_away_from_home_is_seen(source: str) -> None:
    """A library of another home, and one that has none, are refused."""

    assert len(wrong_homes("write/store.py", ast.parse(source))) == 1
