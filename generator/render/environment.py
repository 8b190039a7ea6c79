"""Jinja as the templates of a theme see it: the functions and filters of one language, and code shared by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .compiled import CompiledTemplates

Function = Callable[..., object]


_COMPILED = CompiledTemplates(Path(__file__).read_bytes())


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, asked once for each type and name: its rule looks at nothing else, and takes a third of the time
    of rendering where it is asked at every access."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may reach an attribute of an object."""
        key = type(obj), attr
        safe = self._safe.get(key)
        if safe is None:
            safe = self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return safe


def environment(
    loader: BaseLoader,
    values: Mapping[str, object],
    functions: Mapping[str, Function],
    filters: Mapping[str, Function],
) -> Environment:
    """Jinja for one language. `filters` are those of the language; `html` marks HTML that our own readers made and
    declared safe, never words. A template reaches what it is given, and nothing behind it."""
    made = _Sandbox(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        loader=loader,
        bytecode_cache=_COMPILED,
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
