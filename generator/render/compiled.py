"""Templates read and compiled once, for every language of a site and every build of a process.

Compiling takes some 15 ms a template: for a small site more than all its pages.
"""

from __future__ import annotations

from functools import lru_cache

from jinja2 import BytecodeCache, Environment, meta
from jinja2.bccache import Bucket

_PARSER = Environment(autoescape=True)


class Compiled(BytecodeCache):
    """Keeps what was compiled, by a template's name; the library compares the source's digest before it is used."""

    kept: dict[str, bytes] = {}  # noqa: RUF012  # shared on purpose: what it holds depends on nothing but the source

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


@lru_cache(maxsize=1024)
def references(source: str, name: str) -> tuple[str | None, ...]:
    """The templates that a template names, None for a name that is computed. Raises TemplateSyntaxError."""
    return tuple(meta.find_referenced_templates(_PARSER.parse(source, name)))
