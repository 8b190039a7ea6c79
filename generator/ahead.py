"""The renderer of pictures starts while the content is read, in a process of its own. Later the same process makes the
pictures, since a copy of a process with a started renderer hangs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from generator.model.output import Output
from generator.write.jobs import Aside, Came, aside, made_here
from generator.write.store import Product, Store


@dataclass(frozen=True)
class Ahead:
    """What was begun, or nothing where this process makes all by itself (`at_work` is None)."""

    store: Store
    at_work: Aside | None = None

    def ask(self, output: Output) -> Callable[[], bytes]:
        """Have an output made, and give what waits for its bytes. What its recipe raises is raised there."""
        begun = self.made([output])
        return lambda: self._taken(*next(begun))

    def _taken(self, output: Output, came: Product | Exception) -> bytes:
        if isinstance(came, Exception):
            raise came
        body = self.store.count(output, came)
        assert body is not None  # it is no file of the site by itself
        return body

    def made(self, outputs: Sequence[Output]) -> Came:
        """What outputs came to, in their order; begun at once."""
        return self.at_work.made(outputs) if self.at_work else made_here(self.store, outputs)


@contextmanager
def ahead(store: Store, jobs: int) -> Iterator[Ahead]:
    """Begin, where more than one process may work; what is not asked for by the end is left."""
    with aside(store, jobs) as at_work:
        if at_work and not store.remembers():  # else few pictures are made, or none
            at_work.begin(_wake)
        yield Ahead(store, at_work)


def _wake() -> None:
    from generator.render.picture import wake

    wake()
