"""The strings of Python code that may be keys of texts, read from its syntax; computed ones are patterns."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from tests.projects import REPOSITORY

HOLE = "{}"
"""What stands in a pattern for a part that is computed: `plan.{}` for `f"plan.{kind}"`."""


@cache
def code() -> Mapping[str, ast.Module]:
    """The syntax of each module of the generator, by its path in that folder."""
    top = REPOSITORY / "generator"
    return {path.relative_to(top).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(top.rglob("*.py"))}


def strings(tree: ast.AST) -> Iterator[str]:
    """Every string in the code but docstrings, as it is written; a computed one as a pattern with holes."""
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        yield tree.value
    elif isinstance(tree, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in tree.values)
        for part in tree.values:
            if isinstance(part, ast.FormattedValue):
                yield from strings(part.value)
    else:
        for child in ast.iter_child_nodes(tree):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                yield from strings(child)


def all_strings(*rooms: str) -> frozenset[str]:
    """Every string in the generator's code, or in these rooms of it."""
    return frozenset(string for tree in _trees(rooms) for string in strings(tree))


def arguments(*functions: str, rooms: Iterable[str] = (), position: int = 0) -> frozenset[str]:
    """Every string that stands as an argument of a call of these functions, by their bare names."""
    return frozenset(
        string
        for tree in _trees(rooms)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and len(call.args) > position and name_of(call.func) in functions
        for string in _values(call.args[position])
    )


def _trees(rooms: Iterable[str]) -> Iterator[ast.Module]:
    wanted = tuple(rooms)
    return (tree for name, tree in code().items() if not wanted or name.partition("/")[0] in wanted)


def expanded(patterns: Iterable[str], computed: Mapping[str, Iterable[str]]) -> set[str]:
    """The keys that strings stand for: a pattern with holes is every key that `computed` lists for it, in full.

    A pattern that `computed` does not list, and one that is listed and nowhere written, is a KeyError: nobody has said
    which keys the code may ask for.
    """
    keys: set[str] = set()
    missing = {pattern for pattern in patterns if HOLE in pattern} - computed.keys()
    if missing or computed.keys() - set(patterns):
        raise KeyError(*sorted(missing | (computed.keys() - set(patterns))))
    for pattern in patterns:
        keys |= set(computed[pattern]) if HOLE in pattern else {pattern}
    return keys


def filled(pattern: str, *parts: Iterable[str]) -> set[str]:
    """A pattern with each of the values in its hole; with several holes, each with each."""
    keys = {pattern}
    for values in parts:
        keys = {key.replace(HOLE, value, 1) for key in keys for value in values}
    return keys


def placeholders(text: str) -> set[str]:
    """The names that a text leaves open."""
    return set(re.findall(r"\{(\w+)\}", text))


def _values(given: ast.expr) -> Iterator[str]:
    """The strings that an expression can be: itself, or one of two."""
    if isinstance(given, ast.IfExp):
        yield from (*_values(given.body), *_values(given.orelse))
    elif isinstance(given, ast.Constant | ast.JoinedStr):
        yield from list(strings(given))[:1]


def name_of(function: ast.expr) -> str:
    """The bare name of what is called or assigned."""
    return str(getattr(function, "id", getattr(function, "attr", "")))
