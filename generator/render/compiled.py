"""Templates read and compiled once, for every language of a site and, remembered, for every build.

Compiling takes some 10 ms a template: for a small site more than all its pages.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import BytecodeCache, Environment, TemplateSyntaxError, meta, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer
from markupsafe import _escape_inner, escape  # type: ignore[attr-defined]  # its own, but pinned: see `escaped`

from generator.model.output import Output

FILTERS = ("number", "percent", "money", "quantity", "date", "html")
"""Our own filters, as templates call them."""
FUNCTIONS = ("word", "url", "file", "absolute", "asset", "token")
"""Our own functions, as templates call them: `word('frame.skip')`."""
Keep = Callable[[Output], bytes]
"""Makes an output, or remembers it."""


def escaped(value: object) -> str:
    """A value as it stands in a page. The library marks each piece as safe: four fifths of the time that this takes,
    for nothing where the pieces are only joined."""
    return _escape_inner(value) if type(value) is str else escape(value)


class _Writer(CodeGenerator):
    """Code that writes its pieces by `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class Jinja(Environment):
    """Jinja as our templates are written for it."""

    code_generator_class = _Writer
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template of a language knows, in one mapping: it is copied for each page."""
        return {**self.globals, **(d or {})}


def environment(**more: Any) -> Environment:
    """Jinja as our templates are written for it."""
    return Jinja(autoescape=True, trim_blocks=True, lstrip_blocks=True, **more)


def _of_a_language(*given: object) -> object:
    """Stands in for a filter where templates are compiled: what it says of a constant differs between languages."""
    raise NotImplementedError


_COMPILER = environment()
_COMPILER.filters |= dict.fromkeys((*FILTERS, *FUNCTIONS), _of_a_language)


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
    tree = _Straight().visit(_COMPILER.parse(source.text, source.name, source.file))
    named = tuple(meta.find_referenced_templates(tree))
    return marshal.dumps((named, _COMPILER.compile(tree, source.name, source.file)))


class _Straight(NodeTransformer):
    """Calls of our functions as filters: those are called straight, while of a function the library asks at each call
    how it wants to be called. A page calls a hundred.

    So these names are ours alone: raises TemplateSyntaxError where a template gives one to something else.
    """

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name not in FUNCTIONS or not node.args:
            return node
        first, *rest = node.args
        called = (first, node.node.name, rest, node.kwargs, node.dyn_args, node.dyn_kwargs)
        return nodes.Filter(*called, lineno=node.lineno)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        return node if node.ctx == "load" else self._named(node, node.name)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._named(node, node.name)

    def visit_Import(self, node: nodes.Import) -> nodes.Node:
        return self._named(node, node.target)

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.Node:
        return self._named(node, *(name if isinstance(name, str) else name[1] for name in node.names))

    def _named(self, node: nodes.Node, *names: str) -> nodes.Node:
        for name in names:
            if name in FUNCTIONS:
                raise TemplateSyntaxError(f"`{name}` is the name of a function of the generator", node.lineno)
        return self.generic_visit(node)


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
