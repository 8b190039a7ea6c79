"""Makes many outputs at once, in processes that are copies of this one: they have read all there is to read."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context

from generator.model.output import Output

from .store import Product, Store

WORTH = 100
"""Fewer outputs than this are made sooner than they are handed over."""
PORTION = 24
"""Outputs that a process takes at a time: neighbours share what a recipe prepares, and the last portion is short."""


Made = Iterator[tuple[Output, Product | Exception]]
"""Outputs with what each came to, or with what its recipe raised, in the order that they were given in."""


def made_here(store: Store, outputs: Iterable[Output]) -> Made:
    """Outputs made by this process, each when it is asked for."""
    return ((one, _tried(store, one)) for one in outputs)


@contextmanager
def begun(store: Store, outputs: Sequence[Output], jobs: int) -> Iterator[Made]:
    """Up to `jobs` processes begin at once to remember, digest and make, where there is enough to do and a process can
    be copied; otherwise this one does when it is asked. The bytes are the same. What comes first should be what takes
    longest.
    """
    if min(jobs, len(outputs) // WORTH + 1) < 2 or not _copies():
        yield made_here(store, outputs)
        return
    # What is given to the first function of a process is copied with it, not sent: recipes hold what cannot be sent.
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _hold, (store, outputs))
    try:
        portions = list(_portions(outputs))
        yield _gathered(store, outputs, pool.map(_make, portions))
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Aside:
    """A process of its own, copied while there was little to copy: what it is to make is sent to it."""

    store: Store
    pool: ProcessPoolExecutor

    def begin(self, work: Callable[[], object]) -> None:
        """Have something done there, after all that was asked before."""
        self.pool.submit(work)

    def made(self, outputs: Sequence[Output]) -> Made:
        """Outputs that can be sent, begun at once."""
        sent = [outputs[portion.start : portion.stop] for portion in _portions(outputs)]
        return _gathered(self.store, outputs, self.pool.map(_make_sent, sent))


@contextmanager
def aside(store: Store, jobs: int) -> Iterator[Aside | None]:
    """A process of its own until the end, whatever is undone then; None where there is to be one process, or where
    none can be copied."""
    if jobs < 2 or not _copies():
        yield None
        return
    pool = ProcessPoolExecutor(1, get_context("fork"), _hold, (store, ()))
    number = pool.submit(os.getpid)
    try:
        yield Aside(store, pool)
    finally:
        with suppress(ProcessLookupError, BrokenProcessPool):
            os.kill(number.result(), signal.SIGKILL)
        pool.shutdown(cancel_futures=True)


def _portions(outputs: Sequence[Output]) -> Iterator[range]:
    for start in range(0, len(outputs), PORTION):
        yield range(start, min(start + PORTION, len(outputs)))


def _gathered(store: Store, outputs: Sequence[Output], made: Iterable[list[Product | None]]) -> Made:
    for one, product in zip(outputs, chain.from_iterable(made), strict=True):
        yield one, product or _tried(store, one)


def _copies() -> bool:
    """Whether a copy of this process works: on Linux, unless this one has begun to draw pictures; a copy of the
    renderer hangs."""
    return sys.platform == "linux" and "vl_convert" not in sys.modules


_held: list[tuple[Store, Sequence[Output]]] = []  # in a copied process, what it is to make


def _hold(store: Store, outputs: Sequence[Output]) -> None:
    _held[:] = [(store, outputs)]


def _make(numbers: Iterable[int]) -> list[Product | None]:
    """What some of the held outputs came to."""
    return _make_sent([_held[0][1][number] for number in numbers])


def _make_sent(outputs: Iterable[Output]) -> list[Product | None]:
    """What outputs came to; None for what raised, since not every exception can be sent: it is tried again."""
    came = (_tried(_held[0][0], one) for one in outputs)
    return [one if isinstance(one, Product) else None for one in came]


def _tried(store: Store, one: Output) -> Product | Exception:
    try:
        return store.product(one)
    except Exception as error:  # raised again, or told, where the outputs are put together
        return error
