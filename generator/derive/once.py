"""What follows from the facts and is asked for again and again, worked out once for each value of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


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
    it returns is shared, so it must not change either (no iterator, no list that someone may add to).
    """

    @wraps(work)
    def kept(given: Given, /, *rest: Further.args, **named: Further.kwargs) -> Result:
        some = (*rest, *named.values())
        key = (work, *named, *(one if isinstance(one, str) else id(one) for one in some))
        if key not in given.kept:
            given.kept[key] = some, work(given, *rest, **named)  # what was given stays, so that its id stays its own
        result: Result = given.kept[key][1]
        return result

    return kept
