"""Templates read and compiled once, for every language of a site and, remembered, for every build.

Compiling takes some 10 ms a template: for a small site more than all its pages.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import BytecodeCache, Environment, meta
from jinja2.bccache import Bucket

from generator.model.output import Output

FILTERS = ("number", "percent", "money", "quantity", "date", "html")
"""Our own filters, as templates call them."""
Keep = Callable[[Output], bytes]
"""Makes an output, or remembers it."""


def environment(**more: Any) -> Environment:
    """Jinja as our templates are written for it."""
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, **more)


def _of_a_language(*given: object) -> object:
    """Stands in for a filter where templates are compiled: what it says of a constant differs between languages."""
    raise NotImplementedError


_COMPILER = environment()
_COMPILER.filters |= dict.fromkeys(FILTERS, _of_a_language)


@dataclass(frozen=True, slots=True)
class Source:
    """A template: the name that others call it by, the file that a traceback shows, and its text."""

    name: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class CompileRecipe:
    """A template's source to the names of templates in it (None for one that is computed) and its code, marshalled.

    Raises TemplateSyntaxError.
    """

    name: str = "template"
    digest: str = "1"

    def __call__(self, given: Source) -> bytes:
        return _compile(given)


@lru_cache(maxsize=1024)  # for those who keep no memory
def _compile(source: Source) -> bytes:
    tree = _COMPILER.parse(source.text, source.name, source.file)
    named = tuple(meta.find_referenced_templates(tree))
    return marshal.dumps((named, _COMPILER.compile(tree, source.name, source.file)))


def made_now(output: Output) -> bytes:
    """A `Keep` that remembers nothing."""
    return output.recipe(output.given)


class Compiled(BytecodeCache):
    """The code of templates by name, as `CompileRecipe` made it; the library asks here before it compiles."""

    def __init__(self, code: Mapping[str, bytes]) -> None:
        self.code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name itself: a theme has one template of a name."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template. None is missing: a theme loads what it compiled, and nothing else."""
        bucket.code = marshal.loads(self.code[bucket.key])[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing to keep: all code comes from here."""
