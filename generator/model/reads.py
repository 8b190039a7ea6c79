"""Records which texts of plans a piece of work reads, so that it is done again only when one of these changes.

A read is a tuple of plain values that names a question and what it was asked about: `("blocks", plan, provision)`. Only
texts are recorded: they change often and few pages show them. All else of a project counts as read by everything.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Read = tuple[Any, ...]
Given = TypeVar("Given")
Further = ParamSpec("Further")
Result = TypeVar("Result")

_current: ContextVar[set[Read] | None] = ContextVar("reads", default=None)
PASSAGE = "passage"


def note(*read: Any) -> None:
    """Record a read, where anybody records."""
    current = _current.get()
    if current is not None:
        current.add(read)


@contextmanager
def recording() -> Iterator[set[Read]]:
    """Record what is read inside. What is around does not learn of it (see `note_all`)."""
    token = _current.set(set())
    try:
        recorded = _current.get()
        assert recorded is not None
        yield recorded
    finally:
        _current.reset(token)


def note_all(reads: set[Read]) -> None:
    """Record reads that were recorded before, when their result was worked out."""
    current = _current.get()
    if current is not None:
        current.update(reads)


def question(
    ask: Callable[Concatenate[Given, Further], Result],
) -> Callable[Concatenate[Given, Further], Result]:
    """A narrow question about a provision (its first words, the place of a quote) or about a whole plan. Who asks it
    depends on the answer, and not on all of the text. Beside these it is given plain values. All of them stand in
    `passages.QUESTIONS`."""

    @wraps(ask)
    def asked(provision: Given, /, *given: Further.args, **named: Further.kwargs) -> Result:
        plan, id = getattr(provision, "plan", ""), getattr(provision, "id", "")
        if _current.get() is None or not (plan or hasattr(provision, "provisions")):
            return ask(provision, *given, **named)
        note(PASSAGE, *((plan, id) if plan else (id, "")), ask.__name__, *given, *named.values())
        with recording():
            return ask(provision, *given, **named)

    return asked
