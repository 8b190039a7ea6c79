"""Whether a commitment can be checked at all: what its own text names of a number, a time and an actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.duties import Commitment

Named = Literal["number", "deadline", "actor"]
NAMED: tuple[Named, ...] = get_args(Named)
UNNAMED = tuple(f"no_{name}" for name in NAMED)
"""What a text may leave open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of how many commitments the text names a number, a time, an actor; all three; none of the three."""

    number: int
    deadline: int
    actor: int
    all: int
    none: int
    no_number: int
    no_deadline: int
    no_actor: int
    of: int


def verifiability(commitment: Commitment) -> tuple[Named, ...]:
    """What the text names: a number (a target), a time (as printed, a day or not), an actor (however it is known)."""
    has = {
        "number": bool(commitment.targets),
        "deadline": commitment.deadline is not None,
        "actor": bool(commitment.actors),
    }
    return tuple(name for name in NAMED if has[name])


def counts_of(commitments: Iterable[Commitment]) -> Counts:
    """Counts, never a score: what a text does not name is no fault of those who carry it out."""
    every = [verifiability(commitment) for commitment in commitments]
    return Counts(
        number=sum("number" in named for named in every),
        deadline=sum("deadline" in named for named in every),
        actor=sum("actor" in named for named in every),
        all=sum(len(named) == len(NAMED) for named in every),
        none=sum(not named for named in every),
        no_number=sum("number" not in named for named in every),
        no_deadline=sum("deadline" not in named for named in every),
        no_actor=sum("actor" not in named for named in every),
        of=len(every),
    )
