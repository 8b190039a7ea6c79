"""Whether what is said of a support still stands: as of a day, by the last day or the last year that is recorded."""

from datetime import date
from typing import Protocol

from generator.model.duties import Policy, Statement


class Limited(Protocol):
    """What has a last day (`valid_to`), or, where no day is known, a year in which it ended (`ended_in`)."""

    @property
    def valid_to(self) -> date | None: ...

    @property
    def ended_in(self) -> int | None: ...


def has_ended(limited: Limited, as_of: date) -> bool:
    """Whether it had ended before that day; a year is over only after its last day."""
    if limited.valid_to is not None:
        return limited.valid_to < as_of
    return limited.ended_in is not None and limited.ended_in < as_of.year


def has_lapsed(policy: Policy, as_of: date) -> bool:
    """Whether all that is verified of who gets what has ended; not where nothing is verified of it."""
    checked = [
        statement
        for statement in policy.statements
        if statement.confidence == "high" and statement.aspect in ("eligible", "support")
    ]
    return bool(checked) and all(has_ended(statement, as_of) for statement in checked)


def verified(statement: Statement) -> bool:
    """Whether a statement may be published as one: with a source, and with high confidence."""
    return statement.confidence == "high" and bool(statement.references)
