"""Many outputs at once: the same products in the same order, whoever makes them."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model.output import Output
from generator.write import jobs
from generator.write.cache import Cache
from generator.write.store import Product, Store


class Refused(Exception):
    def __init__(self, number: int, why: Callable[[], None]) -> None:
        super().__init__(f"not {number}")
        self.why = why


@dataclass(frozen=True)
class Tell:
    """Says its number and the process that made it; a number may be refused, by an error that cannot be sent."""

    refused: int = -1
    digest: str = "1"

    def __call__(self, given: int) -> bytes:
        if given == self.refused:
            raise Refused(given, lambda: None)
        return f"{given} {os.getpid()}".encode()


def outputs(count: int, recipe: Tell = Tell()) -> list[Output]:
    return [Output(f"{number}.txt", recipe, number) for number in range(count)]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh process: other tests may have drawn pictures in this one."""
    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)


def made(store: Store, some: list[Output], processes: int) -> list[Product | Exception]:
    with jobs.begun(store, some, processes) as begun:
        told = list(begun)
    assert [one.path for one, _ in told] == [one.path for one in some]
    for one, came in told:
        if isinstance(came, Product):
            store.count(one, came)
    store.keep()
    return [came for _, came in told]


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_many_outputs_are_made_by_other_processes(tmp_path: Path) -> None:
    """Each in its place, and remembered for this process too."""
    some = outputs(3 * jobs.WORTH)
    first = made(Store(Cache(tmp_path), "v"), some, 2)
    again = made(Store(Cache(tmp_path), "v"), some, 1)

    bodies = [one.body.decode().split() for one in first if isinstance(one, Product)]
    assert [int(number) for number, _ in bodies] == list(range(len(some)))
    assert str(os.getpid()) not in {process for _, process in bodies}
    assert [one.body for one in again if isinstance(one, Product) and one.remembered] == [
        one.body for one in first if isinstance(one, Product)
    ]


@pytest.mark.parametrize(("count", "processes"), [(jobs.WORTH - 1, 2), (3 * jobs.WORTH, 1)], ids=["few", "one"])
@pytest.mark.usefixtures("copied")
def test_little_is_made_here(count: int, processes: int) -> None:
    """To start processes for a few outputs costs more than it saves."""
    came = made(Store(None, "v"), outputs(count), processes)

    assert {one.body.split()[1] for one in came if isinstance(one, Product)} == {str(os.getpid()).encode()}


def test_who_has_drawn_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the picture renderer would hang."""
    monkeypatch.setitem(sys.modules, "vl_convert", sys)
    came = made(Store(None, "v"), outputs(3 * jobs.WORTH), 2)

    assert {one.body.split()[1] for one in came if isinstance(one, Product)} == {str(os.getpid()).encode()}


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.usefixtures("copied")
def test_what_a_recipe_raises_comes_in_its_place(processes: int) -> None:
    """As it was raised; the other outputs are made."""
    came = made(Store(None, "v"), outputs(3 * jobs.WORTH, Tell(refused=7)), processes)
    faults = {number: one for number, one in enumerate(came) if isinstance(one, Exception)}

    assert list(faults) == [7]
    assert isinstance(faults[7], Refused)
    assert str(faults[7]) == "not 7"


def told_aside(store: Store, some: list[Output], processes: int) -> list[Product | Exception]:
    with jobs.aside(store, processes) as at_work:
        assert at_work is not None
        return [came for _, came in at_work.made(some)]


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_one_process_makes_what_is_sent_to_it() -> None:
    """All of it in order, in one other process."""
    came = told_aside(Store(None, "v"), outputs(2 * jobs.PORTION + 1), 2)
    bodies = [one.body.decode().split() for one in came if isinstance(one, Product)]

    assert [int(number) for number, _ in bodies] == list(range(2 * jobs.PORTION + 1))
    (process,) = {process for _, process in bodies}
    assert process != str(os.getpid())


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_what_is_raised_aside_comes_in_its_place() -> None:
    """As it was raised, though it cannot be sent."""
    came = told_aside(Store(None, "v"), outputs(3, Tell(refused=1)), 2)

    assert [type(one) for one in came] == [Product, Refused, Product]


@dataclass(frozen=True)
class Large:
    """More than fits between two processes at a time."""

    digest: str = "1"

    def __call__(self, given: int) -> bytes:
        return bytes(40_000)


@dataclass(frozen=True)
class Die:
    """Ends the process that makes it, once: as where there is no memory left."""

    here: int
    digest: str = "1"

    def __call__(self, given: int) -> bytes:
        if os.getpid() != self.here:
            os._exit(1)
        return b"made"


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_who_leaves_gives_up_what_is_undone() -> None:
    """Whatever is on its way just then; the process ends too."""
    for _ in range(10):
        with jobs.aside(Store(None, "v"), 2) as at_work:
            assert at_work is not None
            ((_, one),) = at_work.made(outputs(1))
            at_work.made([Output(f"{number}", Large(), number) for number in range(10_000)])
        assert isinstance(one, Product)
        with pytest.raises(ProcessLookupError):
            os.kill(int(one.body.split()[1]), 0)


@pytest.mark.usefixtures("copied")
@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_process_that_died_has_left_is_made_here(processes: int) -> None:
    """Slower, and the same."""
    some = [Output(f"{number}", Die(os.getpid()), number) for number in range(3 * jobs.WORTH)]
    with jobs.aside(Store(None, "v"), processes) as at_work:
        sent = at_work.made(some[:50]) if at_work else ()
        told = [came for _, came in sent]
        again = [came for _, came in at_work.made(some[:50])] if at_work else []
    with jobs.begun(Store(None, "v"), some, processes) as later:
        told += again + [came for _, came in later]

    assert {one.body for one in told if isinstance(one, Product)} == {b"made"}
    assert len(told) == (400 if processes == 2 and sys.platform == "linux" else 300)


@pytest.mark.usefixtures("copied")
def test_one_process_has_nobody_aside() -> None:
    """With one job everything is made here."""
    with jobs.aside(Store(None, "v"), 1) as at_work:
        assert at_work is None
