"""Makes many outputs at once, in processes that are copies of this one: they have read all there is to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from generator.model.output import Output

from .store import Product, Store

WORTH = 100
"""Fewer outputs than this are made sooner than they are handed over."""
PORTION = 24
"""Outputs that a process takes at a time: neighbours share what a recipe prepares, and the last portion is short."""


Made = Iterator[tuple[Output, Product | Exception]]


@contextmanager
def begun(store: Store, outputs: Sequence[Output], jobs: int) -> Iterator[Made]:
    """Every output with what it came to, or with what its recipe raised, in the order given.

    Up to `jobs` processes begin at once to remember, digest and make, where there is enough to do and a process can be
    copied; otherwise this one does when it is asked. The bytes are the same. What comes first should be what takes
    longest.
    """
    if min(jobs, len(outputs) // WORTH + 1) < 2 or not _copies():
        yield ((one, _tried(store, one)) for one in outputs)
        return
    portions = [range(start, min(start + PORTION, len(outputs))) for start in range(0, len(outputs), PORTION)]
    # What is given to the first function of a process is copied with it, not sent: recipes hold what cannot be sent.
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _hold, (store, outputs))
    try:
        yield _gathered(store, outputs, portions, pool.map(_make, portions))
    finally:
        pool.shutdown(cancel_futures=True)


def _gathered(
    store: Store, outputs: Sequence[Output], portions: Iterable[range], made: Iterable[list[Product | None]]
) -> Made:
    for portion, products in zip(portions, made, strict=True):
        for number, product in zip(portion, products, strict=True):
            yield outputs[number], product or _tried(store, outputs[number])


def _copies() -> bool:
    """Whether a copy of this process works: on Linux, unless this one has begun to draw pictures; a copy of the
    renderer hangs."""
    return sys.platform == "linux" and "vl_convert" not in sys.modules


_held: list[tuple[Store, Sequence[Output]]] = []  # in a copied process, what it is to make


def _hold(store: Store, outputs: Sequence[Output]) -> None:
    _held[:] = [(store, outputs)]


def _make(numbers: Iterable[int]) -> list[Product | None]:
    """What some outputs came to; None for what raised, since not every exception can be sent: it is tried again."""
    store, outputs = _held[0]
    came = (_tried(store, outputs[number]) for number in numbers)
    return [one if isinstance(one, Product) else None for one in came]


def _tried(store: Store, one: Output) -> Product | Exception:
    try:
        return store.product(one)
    except Exception as error:  # raised again, or told, where the outputs are put together
        return error
