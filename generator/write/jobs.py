"""Makes costly outputs in processes of their own, while the rest is made here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Any

from generator.model.output import Output, Recipe

from .store import Store

WORTH = 24
"""Fewer outputs than this are made sooner than a process has started and loaded its libraries (about a second)."""


@contextmanager
def apart(store: Store, outputs: Iterable[Output], jobs: int) -> Iterator[None]:
    """While this lasts, `store.make` takes these outputs from `jobs` other processes, as far as none remembers them.

    The bytes are the same. Outputs of one recipe go to one process, so what a recipe prepares is prepared once.
    """
    missing: dict[str, list[Output]] = {}
    for one in outputs if jobs > 1 else ():
        if not store.remembers(one):
            missing.setdefault(one.recipe.digest, []).append(one)
    if sum(map(len, missing.values())) < WORTH:
        yield
        return
    # A forked process would hang in the picture renderer once its parent has drawn with it.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for ones in sorted(missing.values(), key=len, reverse=True):
            group = pool.submit(_make, ones[0].recipe, [one.given for one in ones])
            for number, one in enumerate(ones):
                store.coming[one.path] = partial(_nth, group, number)
        yield


def _nth(group: Future[list[bytes]], number: int) -> bytes:
    return group.result()[number]


def _make(recipe: Recipe, given: list[Any]) -> list[bytes]:
    return [recipe(one) for one in given]
