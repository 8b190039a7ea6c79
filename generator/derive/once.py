"""What follows from the facts and is asked for again and again, worked out once for each value of them."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from generator.model.reads import note_all, recording


class Keeping(Protocol):
    """A frozen value with room for what was worked out of it; what is kept goes when the value goes."""

    @property
    def kept(self) -> dict[Any, Any]: ...


Given = TypeVar("Given", bound=Keeping)
Further = ParamSpec("Further")
Result = TypeVar("Result")


def once(work: Callable[Concatenate[Given, Further], Result]) -> Callable[Concatenate[Given, Further], Result]:
    """A function of the facts that works its result out once for them and what else it is given.

    What else it is given must not change: words are told apart by their content, all else by which object it is. What
    it returns is shared, so it must not change either (no iterator, no list that someone may add to). What it read is
    recorded for each that asks (`model.reads`).
    """

    @wraps(work)
    def kept(given: Given, /, *rest: Further.args, **named: Further.kwargs) -> Result:
        values = (*rest, *named.values())
        key = (work, *named, *(value if isinstance(value, str) else id(value) for value in values))
        if key not in given.kept:
            with recording() as reads:
                result = work(given, *rest, **named)
            given.kept[key] = values, result, reads  # what was given stays, so that its id stays its own
        _, result, reads = given.kept[key]
        note_all(reads)
        return result

    return kept


class fact(Generic[Given, Result]):
    """An attribute of the facts that is worked out when it is first asked for."""

    def __init__(self, work: Callable[[Given], Result]) -> None:
        self._work = once(work)
        self.__doc__ = work.__doc__

    def __get__(self, given: Given, owner: type[Given]) -> Result:
        return self._work(given)
