"""Tasks run by this process or by copies of it: the same results in the same order, whoever works."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.write.executor import run

HERE = os.getpid()
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")


@pytest.fixture(autouse=True)
def _copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh process: other tests may have drawn pictures in this one."""
    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)


class Refused(Exception):
    """An error that cannot be sent."""

    def __init__(self, number: int, why: Callable[[], None]) -> None:
        super().__init__(f"not {number}")
        self.why = why


def told(number: int) -> tuple[int, int]:
    """A number and the process that was asked."""
    return number, os.getpid()


def refused(number: int) -> int:
    """Refuses seven."""
    if number == 7:
        raise Refused(number, lambda: None)
    return number


def dies(number: int) -> int:
    """Ends the process that works, as where there is no memory left; not this one."""
    if os.getpid() != HERE:
        os._exit(1)
    return number


@linux
def test_copies_work() -> None:
    """Each task in its place, none by this process; what they hold is copied and not sent."""
    offset = iter([100])  # cannot be sent
    first = next(offset)
    results = list(run(lambda number: (first + number, os.getpid()), range(50), 2))

    assert [number for number, _ in results] == list(range(100, 150))
    assert HERE not in {process for _, process in results}


@pytest.mark.parametrize(("count", "jobs"), [(1, 2), (50, 1), (0, 2)], ids=["one task", "one job", "nothing"])
def test_little_is_done_here(count: int, jobs: int) -> None:
    """No process is started for one task, or for one job."""
    assert list(run(told, range(count), jobs)) == [(number, HERE) for number in range(count)]


def test_who_has_drawn_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the picture renderer would hang."""
    monkeypatch.setitem(sys.modules, "vl_convert", sys)

    assert {process for _, process in run(told, range(50), 2)} == {HERE}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_task_raises_is_raised_in_its_place(jobs: int) -> None:
    """As it was raised, though it cannot be sent."""
    results = run(refused, range(20), jobs)

    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(Refused, match="not 7"):
        next(results)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_process_that_died_has_left_is_done_here(jobs: int) -> None:
    """Slower, and the same."""
    assert list(run(dies, range(20), jobs)) == list(range(20))


@linux
def test_copies_end_when_nobody_asks_for_the_rest() -> None:
    """Also in the middle of the tasks."""
    results = run(told, range(1000), 2)
    _, process = next(results)
    results.close()  # type: ignore[attr-defined]

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@linux
def test_copies_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """A parent that is killed cannot tell them; they would wait for work for ever."""
    program = (
        "import os, time\n"
        "from generator.write.executor import run\n"
        "def work(number):\n"
        f"    open(f'{tmp_path}/{{os.getpid()}}', 'w').close()\n"
        "    time.sleep(0.2)\n"
        "list(run(work, range(1000), 2))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.05)
    copies = [int(path.name) for path in tmp_path.iterdir()]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    left, until = copies, time.monotonic() + 20
    while left and time.monotonic() < until:
        time.sleep(0.1)
        left = [process for process in copies if _runs(process)]

    assert left == []


def _runs(process: int) -> bool:
    """Whether a process is at work; one that ended and was not waited for is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
