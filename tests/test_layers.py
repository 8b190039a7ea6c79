"""Arrows point down, only check sees another stage, and each library has one home: the imports are read to prove it."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

CODE = Path(__file__).parents[1] / "generator"
ARCHITECTURE = CODE.parent / "docs/architecture.md"

STAGES = {"read", "check", "derive", "charts", "render", "write"}
BUILD = {*STAGES, "pages", "exports", "model", "site", "build", "outputs", "pictures", "making", "cluster", "messages"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "site": {"model"},
    **{stage: {"model"} for stage in STAGES},
    "check": {"derive", "model"},
    "render": {"messages", "site", "model"},
    "exports": {"derive", "site", "model"},
    "pages": {"charts", "exports", "derive", "site", "model"},
    "pictures": {"charts", "derive", "render", "pages", "exports", "site", "model"},
    "outputs": {"pictures", *STAGES, "pages", "exports", "site", "model"},
    "making": {*STAGES, "pages", "exports", "site", "model", "outputs"},
    "cluster": {*STAGES, "model", "outputs", "making"},
    "build": {*STAGES, "model", "messages", "making", "cluster"},
    "messages": {"model"},
    "explain": BUILD,
    "serve": {"build", "messages", "write"},
    "release": {"build", "outputs", "read", "derive", "write", "messages", "site", "model"},
    "verify": {"site", "model"},
    "intake": {"read", "derive", "model"},
    "differences": {"read", "model"},
    "told": {"differences", "messages", "model"},
    "editing": {"intake", "differences", "told", "read", "messages", "model"},
    "cli": {"build", "messages", "explain", "serve", "release", "verify", "editing", "differences", "model"},
    "__main__": {"cli"},
}
"""What a folder (or a file of the top) may import of the generator, beside itself."""

HOMES: dict[str, set[str]] = {
    "yaml": {"read/nodes.py", "render/language.py"},
    "pydantic": {"read/decode.py", "exports/api/objects.py"},
    "pydantic_core": {"read/decode.py"},
    "markdown_it": {"read/markdown.py"},
    "pandas": {"derive/frames.py"},
    "altair": {"charts/"},
    "jinja2": {"render/"},
    "markupsafe": {"render/"},
    "segno": {"render/qr.py"},
    "vl_convert": {"render/picture.py"},
    "fontTools": {"render/picture.py"},
    "mkdocs": {"render/handbook.py"},
    "properdocs": {"render/handbook.py"},
    "markdown": {"render/handbook.py"},
    "msgspec": {"read/kept.py", "read/stored.py", "write/"},
    "watchdog": {"serve.py"},
    "xlsxwriter": {"exports/sheets.py"},
    "pyarrow": {"exports/parquet.py"},
    "distributed": {"cluster.py"},
    "docx": {"intake/word.py"},
    "openpyxl": {"intake/grid.py"},
    "pypdf": {"intake/formats.py"},
}
"""The only files (or folders) that may import a library. A library that is not here may be imported nowhere."""

LIBRARIES = {
    "fonttools": "fontTools",
    "pyyaml": "yaml", "markdown-it-py": "markdown_it", "vl-convert": "vl_convert", "python-docx": "docx",
}  # fmt: skip
"""Names of libraries in docs/architecture.md, in small letters, whose module has another name."""
ABOARD = {"pydantic_core"}
"""Modules that come with a library of the table, and are not named there."""


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


def homes_in_use() -> set[tuple[str, str]]:
    """Each library with each home of it in which a module imports it."""
    return {
        (library, home)
        for name, _, tree in modules()
        for library in {full.split(".")[0] for full in imports(name, tree)} & set(HOMES)
        for home in HOMES[library]
        if name == home or (home.endswith("/") and name.startswith(home))
    }


def table_after(heading: str) -> list[list[str]]:
    """The rows of the table of docs/architecture.md whose first column has this heading."""
    text = ARCHITECTURE.read_text("utf-8")
    (found,) = re.findall(rf"^\| {heading} \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found.splitlines()]


def room_of(name: str) -> str:
    """A room as the document writes it (`cli.py`), as the code calls it."""
    return name.strip("`").removesuffix(".py")


def kinds_of_pages() -> dict[str, tuple[str, ast.Module]]:
    """The modules that declare kinds of pages, by their full names, with their paths."""
    return {
        f"generator.{name.removesuffix('.py').replace('/', '.')}": (name, tree)
        for name, room, tree in modules()
        if room == "pages"
        and any(
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and isinstance(node.value.func, ast.Name)
            and node.value.func.id == "PageKind"
            for node in tree.body
        )
    }


def kinds_imported(name: str, tree: ast.AST, kinds: Iterable[str]) -> list[str]:
    """The kinds of pages that a module imports, as a module or by what is in one."""
    whole = set(imports(name, tree))
    package = ["generator", *name.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            whole |= {".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names}
    return [kind for kind in kinds if kind in whole]


def test_no_page_needs_a_kind_of_page() -> None:
    """What several pages share stands in a part: a kind of page is imported by the list of kinds alone."""
    kinds = kinds_of_pages()
    lists = {"pages/__init__.py"}
    found = {name: kinds_imported(name, tree, kinds) for name, _, tree in modules() if name not in lists}

    assert len(kinds) > 20
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from ..plans.plan import PlanView",
        "from ..plans import plan",
        "import generator.pages.plans.plan as plan_pages",
    ],
)
def test_an_imported_kind_of_page_is_seen(source: str) -> None:
    """A kind is found however it is imported."""
    kind = "generator.pages.plans.plan"

    assert kinds_imported("pages/supervision/letter.py", ast.parse(source), [kind]) == [kind]


def test_a_subject_of_pages_needs_no_other_subject() -> None:
    """A folder of pages imports itself, what all share, the figures, and no other folder."""
    shared = {"page", "parts", "figures"}
    wrong = [
        f"{name} imports {full}"
        for name, room, tree in modules()
        if room == "pages" and name.count("/") == 2
        for full in imports(name, tree)
        if full.startswith("generator.pages.") and full.split(".")[2] not in {name.split("/")[1], *shared}
    ]

    assert wrong == []


def test_every_module_has_a_floor() -> None:
    """No file stands outside the table."""

    assert {room for _, room, _ in modules()} == set(MAY_IMPORT)


def test_arrows_point_down() -> None:
    """No module imports what its floor may not know."""

    assert [wrong for name, room, tree in modules() for wrong in wrong_arrows(name, room, tree)] == []


def test_each_library_has_one_home() -> None:
    """A library can be exchanged by changing the files of its home."""

    assert [wrong for name, _, tree in modules() for wrong in wrong_homes(name, tree)] == []


def test_no_home_is_named_that_nobody_uses() -> None:
    """A library that moved out leaves no key behind: what the table allows is what the code does."""
    named = {(library, home) for library, homes in HOMES.items() for home in homes}

    assert named - homes_in_use() == set()


def test_the_document_names_the_homes_of_libraries() -> None:
    """Who reads docs/architecture.md learns of every library where it is imported, and of no other place."""
    told: dict[str, set[str]] = {}
    for library, homes in table_after("library"):
        for name in re.findall(r"[\w-]+", library.replace("with ", "")):
            key = LIBRARIES.get(name.lower(), name.lower())
            told[key] = set(re.findall(r"`([\w/.]+)`", homes))

    assert told == {library: homes for library, homes in HOMES.items() if library not in ABOARD}


def test_the_document_names_the_rooms_and_what_they_may_import() -> None:
    """The table of rooms says what the code is held to. `the stages` and `all below it` are read as they are meant."""
    told: dict[str, set[str]] = {}
    for name, _, may in table_after("room"):
        room, rooms = room_of(name), set()
        for word in re.findall(r"`[\w.]+`|the stages|the standard library|all below it", may):
            known = {"the stages": STAGES, "the standard library": set(), "all below it": BUILD}
            rooms |= known[word] if word in known else {room_of(word)}
        for other in re.findall(r"the same as `([\w.]+)`", may):
            rooms |= MAY_IMPORT[room_of(other)]
        told[room] = rooms

    assert told == {room: may for room, may in MAY_IMPORT.items() if room != "__main__"}


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
