"""What needs no content is begun while the content is read, in a process of its own: templates are compiled and the
renderer of pictures is woken. Later the same process makes the pictures, since a copy of a woken renderer hangs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generator.charts.marks import draw
from generator.model.output import Output
from generator.render.compiled import CompileRecipe, Source
from generator.render.picture import wake
from generator.write.jobs import Aside, Came, aside, made_here
from generator.write.store import Product, Store


@dataclass(frozen=True)
class Ahead:
    """What was begun, or nothing where this process makes all by itself (`at_work` is None)."""

    store: Store
    at_work: Aside | None = None
    templates: Came | None = None

    @cached_property
    def _compiled(self) -> dict[Source, Product]:
        return {one.given: came for one, came in self.templates or () if isinstance(came, Product)}

    def keep(self, output: Output) -> bytes:
        """A template's code: made ahead, or else remembered or made now."""
        came = self._compiled.get(output.given)
        return self.store.count(output, came) if came else self.store.make(output)

    def ask(self, output: Output) -> Callable[[], bytes]:
        """Have an output made, and give what waits for its bytes. What its recipe raises is raised there."""
        begun = self.made([output])
        return lambda: self._taken(*next(begun))

    def _taken(self, output: Output, came: Product | Exception) -> bytes:
        if isinstance(came, Exception):
            raise came
        return self.store.count(output, came)

    def made(self, outputs: Sequence[Output]) -> Came:
        """What outputs came to, in their order; begun at once."""
        return self.at_work.made(outputs) if self.at_work else made_here(self.store, outputs)


@contextmanager
def ahead(themes: Path, store: Store, jobs: int) -> Iterator[Ahead]:
    """Begin, where more than one process may work; what is not asked for by the end is left."""
    with aside(store, jobs) as at_work:
        if at_work is None:
            yield Ahead(store)
            return
        templates = at_work.made(tuple(_templates(themes)))
        if not store.remembers():  # else few pictures are made, or none
            at_work.begin(partial(wake, draw))
        yield Ahead(store, at_work, templates)


def _templates(themes: Path) -> Iterator[Output]:
    """The code of every template of every theme; what is no text is left to those who tell of it."""
    for path in sorted(themes.glob("*/templates/**/*.html")):
        theme, _, name = path.relative_to(themes).as_posix().partition("/templates/")
        try:
            source = Source(name, f"{themes.name}/{theme}/templates/{name}", path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
        yield Output(f"template {name}", CompileRecipe(), source)
