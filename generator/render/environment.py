"""Jinja as the templates of a theme see it: the functions and filters of one language, and code shared by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

Function = Callable[..., object]


class SharedCode(BytecodeCache):
    """The compiled code of templates, by name, in the memory of this process: each is compiled once for all languages.

    A theme has one template of a name. Nothing is written to disk.
    """

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name itself."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, where it was compiled before."""
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key] = bucket.code


def environment(
    loader: BaseLoader,
    code: SharedCode,
    values: Mapping[str, object],
    functions: Mapping[str, Function],
    filters: Mapping[str, Function],
) -> Environment:
    """Jinja for one language. `filters` are those of the language; `html` marks HTML that our own readers made and
    declared safe, never words. A template reaches what it is given, and nothing behind it."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        loader=loader,
        bytecode_cache=code,
    )
    made.globals |= {**values, **functions}
    made.filters |= {name: _of_a_language(filter) for name, filter in filters.items()} | {"html": Markup}
    return made


def _of_a_language(filter: Function) -> Function:
    """A filter that Jinja calls when a page is rendered, not when a template is compiled: of a constant, too, each
    language says something else, and the languages share their code."""

    @pass_context
    def called(context: object, *given: object, **named: object) -> object:
        return filter(*given, **named)

    return called
