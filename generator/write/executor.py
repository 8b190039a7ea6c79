"""Runs named tasks, in this process or in copies of it, which have read all there is to read."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def run(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """What `work` makes of each task, in their order. Tasks that take longest should come first.

    With several `jobs` and tasks, copies of this process work, where a process can be copied. What raises there, or was
    left by a process that died, is done here: not every exception can be sent.
    """
    if min(jobs, len(tasks)) < 2 or not can_copy():
        yield from map(work, tasks)
        return
    # What is given to the first function of a process is copied with it, not sent.
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), get_context("fork"), _hold, (work,))
    try:
        waiting = [(task, _submitted(pool, task)) for task in tasks]
        while waiting:
            task, future = waiting.pop(0)
            result = _result(future)
            yield work(task) if result is None else result[0]
    finally:
        pool.shutdown(cancel_futures=True)


def can_copy() -> bool:
    """Whether a copy of this process works: on Linux, unless this one has begun to draw pictures; a copy of the
    renderer hangs."""
    return sys.platform == "linux" and hasattr(os, "fork") and "vl_convert" not in sys.modules


_held: list[Callable[[Any], Any]] = []
"""In a copied process, its work."""


def _hold(work: Callable[[Any], Any]) -> None:
    _held[:] = [work]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A copy whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _submitted(pool: ProcessPoolExecutor, task: Any) -> Future[tuple[Any] | None] | None:
    try:
        return pool.submit(_tried, task)
    except BrokenProcessPool:
        return None


def _result(future: Future[tuple[Any] | None] | None) -> tuple[Any] | None:
    """What came of a task; None where it is to be done here."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _tried(task: Any) -> tuple[Any] | None:
    try:
        return (_held[0](task),)
    except Exception:
        return None
