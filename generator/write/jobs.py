"""Makes many outputs at once, in processes that are copies of this one: they have read all there is to read."""

from __future__ import annotations

import ctypes
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, zip_longest
from multiprocessing import get_context
from multiprocessing.sharedctypes import RawValue
from typing import Any

from generator.model.output import Output

from .store import Product, Store

WORTH = 100
"""Fewer outputs than this are made sooner than they are handed over."""
PORTION = 24
"""Outputs that a process takes at a time: neighbours share what a recipe prepares, and the last portion is short."""


Came = Iterator[tuple[Output, Product | Exception]]
"""Outputs with what each came to, or with what its recipe raised, in the order that they were given in."""
Products = list[Product | None]
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux: a copy whose parent was killed would wait for work for ever


def made_here(store: Store, outputs: Iterable[Output]) -> Came:
    """Outputs made by this process, each when it is asked for."""
    return ((one, _tried(store, one)) for one in outputs)


@contextmanager
def begun(store: Store, outputs: Sequence[Output], jobs: int) -> Iterator[Came]:
    """`jobs` processes begin at once to remember, digest and make, where there is enough to do and a process can be
    copied; otherwise this one does when it is asked. The bytes are the same. What comes first should be what takes
    longest.
    """
    if min(jobs, len(outputs) // WORTH + 1) < 2 or not _copies():
        yield made_here(store, outputs)
        return
    # What is given to the first function of a process is copied with it, not sent: recipes hold what cannot be sent.
    pool, left = _pool(jobs, store, outputs)
    try:
        yield _gathered(store, outputs, pool, _make, list(_portions(outputs)))
    finally:
        left.value = True
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Aside:
    """A process of its own, copied while there was little to copy: what it is to make is sent to it."""

    store: Store
    pool: ProcessPoolExecutor

    def begin(self, work: Callable[[], object]) -> None:
        """Have something done there, after all that was asked before."""
        self.pool.submit(work)

    def made(self, outputs: Sequence[Output]) -> Came:
        """Outputs that can be sent, begun at once."""
        sent = [outputs[portion.start : portion.stop] for portion in _portions(outputs)]
        return _gathered(self.store, outputs, self.pool, _make_sent, sent)


@contextmanager
def aside(store: Store, jobs: int) -> Iterator[Aside | None]:
    """A process of its own until the end, whatever is undone then but for the output that it is at; None where there is
    to be one process, or where none can be copied."""
    if jobs < 2 or not _copies():
        yield None
        return
    pool, left = _pool(1, store, ())
    try:
        yield Aside(store, pool)
    finally:
        # Not killed: what waits for its answer would wait for ever where it was in the middle of it.
        left.value = True
        pool.shutdown(cancel_futures=True)


def _portions(outputs: Sequence[Output]) -> Iterator[range]:
    for start in range(0, len(outputs), PORTION):
        yield range(start, min(start + PORTION, len(outputs)))


def _pool(jobs: int, store: Store, outputs: Sequence[Output]) -> tuple[ProcessPoolExecutor, Any]:
    """Copies of this process, and what tells them that nobody asks for the rest any more."""
    left = RawValue(ctypes.c_bool, False)
    return ProcessPoolExecutor(jobs, get_context("fork"), _hold, (store, outputs, left)), left


def _gathered(
    store: Store, outputs: Sequence[Output], pool: ProcessPoolExecutor, make: Callable[[Any], Products], work: list[Any]
) -> Came:
    """What a pool makes of outputs; what raised there, or was left by a process that died, is made here."""
    try:
        begun = pool.map(make, work)
    except BrokenProcessPool:
        begun = iter(())
    return ((one, came or _tried(store, one)) for one, came in zip_longest(outputs, _while_whole(begun)))


def _while_whole(made: Iterable[Products]) -> Iterator[Product | None]:
    with suppress(BrokenProcessPool):
        yield from chain.from_iterable(made)


def _copies() -> bool:
    """Whether a copy of this process works: on Linux, unless this one has begun to draw pictures; a copy of the
    renderer hangs."""
    return sys.platform == "linux" and "vl_convert" not in sys.modules


_held: list[tuple[Store, Sequence[Output], Any]] = []  # in a copied process, what it is to make, until it is left


def _hold(store: Store, outputs: Sequence[Output], left: Any) -> None:
    _held[:] = [(store, outputs, left)]
    ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)


def _make(numbers: Iterable[int]) -> Products:
    """What some of the held outputs came to."""
    return _make_sent([_held[0][1][number] for number in numbers])


def _make_sent(outputs: Iterable[Output]) -> Products:
    """What outputs came to; None for what raised, since not every exception can be sent: it is tried again."""
    store, _, left = _held[0]
    came = (None if left.value else _tried(store, one) for one in outputs)
    return [one if isinstance(one, Product) else None for one in came]


def _tried(store: Store, one: Output) -> Product | Exception:
    try:
        return store.product(one)
    except Exception as error:  # raised again, or told, where the outputs are put together
        return error
