"""What the words of a commitment name: a number, a time, an actor, counted and never a score."""

from generator.derive.verifiability import counts_of, verifiability
from generator.model.duties import Deadline
from tests.portal import facts
from tests.unit.small_duties import commitment


def test_each_of_the_three_counts_by_itself() -> None:
    bare = commitment(actors=(), actor_source="none", deadline=None, targets=())

    assert verifiability(bare) == ()
    assert verifiability(commitment(actors=(), actor_source="none", deadline=None, targets=("t",))) == ("number",)
    assert "deadline" in verifiability(commitment(deadline=Deadline(printed="cuối năm")))
    assert "actor" in verifiability(commitment(actors=("ubnd-a",)))


def test_the_five_plans_are_counted_as_a_whole() -> None:
    """Every commitment is one of the five plans, and those of a plan add up."""
    every = [one for plan in facts().plans for one in plan.commitments]
    whole, parts = counts_of(every), [counts_of(plan.commitments) for plan in facts().plans]

    assert whole.of == len(every)
    assert (whole.all, whole.none) == (sum(part.all for part in parts), sum(part.none for part in parts))
    assert 0 < whole.all < whole.none < whole.of
