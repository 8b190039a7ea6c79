"""What a command costs: seconds on the clock, processor seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

INTERVAL = 0.05  # seconds between two samples of memory
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""That of an installed Python, which keeps the modules that it compiled: without, each run compiles all of ours."""


class Cost(NamedTuple):
    """Seconds on the clock, seconds of all processors, and megabytes of all processes at the worst moment.

    A page that several processes share counts once (proportional set size). `memory` is 0 where the system does not
    tell it.
    """

    clock: float
    processor: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and return its cost. Raises CalledProcessError where it fails."""
    before = _used()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak, done = [0.0], threading.Event()
    sampler = threading.Thread(target=_sample, args=(process.pid, peak, done))
    sampler.start()
    _, errors = process.communicate()
    clock = time.perf_counter() - start
    done.set()
    sampler.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return Cost(clock, _used() - before, peak[0])


def generator(*arguments: str) -> list[str]:
    """The command that runs the generator."""
    return [sys.executable, "-m", "generator", *arguments]


def medians(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def repeat(times: int, prepare: Callable[[int], None], command: Sequence[str], folder: Path) -> Cost:
    """The medians of several runs, each after `prepare(number)`."""
    costs = []
    for number in range(times):
        prepare(number)
        costs.append(run(command, folder))
    return medians(costs)


def _used() -> float:
    """Processor seconds of all children that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _sample(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(INTERVAL):
        peak[0] = max(peak[0], sum(_size(member) for member in _tree(pid)))


def _tree(pid: int) -> list[int]:
    """A process with all that it started. Linux tells them under /proc; elsewhere there is only the process."""
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        found.append(parent)
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                waiting.extend(map(int, task.read_text().split()))
            except OSError:
                continue
    return found


def _size(pid: int) -> float:
    """Megabytes of a process; what it shares with others counts by its part."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
