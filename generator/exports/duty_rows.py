"""Commitments and reports as rows of a list, in one language."""

from collections.abc import Iterable
from datetime import date

from generator.derive.calendar import Due
from generator.derive.status import Status, reports_on
from generator.derive.verifiability import verifiability
from generator.model.duties import Commitment, Criterion
from generator.model.plan import Plan

from .sheets import Cell
from .telling import BETWEEN, Teller

Widths = dict[str, int]
"""The columns of a list, by the key of their headings, and how wide they are."""

COMMITMENT: Widths = {
    "id": 12, "plan": 16, "issuer": 28, "provision": 14, "quote": 60, "summary": 50, "kind": 14, "actors": 36,
    "actor_source": 18, "partners": 30, "to": 30, "via": 30, "deadline": 24, "day": 12, "day_of_year": 14,
    "recurrence": 16, "targets": 36, "named": 24,
    "lifecycle": 18, "report_duty": 24, "finding": 34, "due": 14, "searches": 36, "attainment": 18, "basis": 18,
    "evidence": 36, "note": 40, "url": 44,
}  # fmt: skip
CRITERION: Widths = {
    "id": 12, "plan": 16, "issuer": 28, "provision": 14, "quote": 60, "summary": 50, "award_for": 36, "deadline": 24,
    "targets": 36, "note": 40, "url": 44,
}  # fmt: skip
OF_AGENCY: Widths = {"part": 16, **COMMITMENT}
DUE: Widths = {
    "day": 12, "year": 8, "when": 24, "recurrence": 16, "past": 12, "who": 36, "to": 30, "via": 30, "what": 50,
    "is_report": 16, "publication": 34, "plan": 16, "provision": 14, "id": 40, "url": 44,
}  # fmt: skip


def commitment_rows(teller: Teller, plans: Iterable[Plan]) -> tuple[tuple[Cell, ...], ...]:
    """The commitments of plans, in the order of their texts, under the columns of COMMITMENT."""
    return tuple(_commitment(teller, plan, commitment) for plan in plans for commitment in plan.commitments)


def rows_of_agency(teller: Teller, agency: str) -> tuple[tuple[Cell, ...], ...]:
    """The commitments that are laid on an agency, or in which it is to work with others, under those of OF_AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for plan in teller.facts.site.plans.values():
        for commitment in plan.commitments:
            part = "actor" if agency in commitment.actors else "partner" if agency in commitment.partners else ""
            if part:
                rows.append((teller.word(f"part.{part}"), *_commitment(teller, plan, commitment)))
    return tuple(rows)


def criterion_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """The criteria for awards of all plans, in the order of their texts, under the columns of CRITERION."""
    return tuple(
        _criterion(teller, plan, criterion) for plan in teller.facts.site.plans.values() for criterion in plan.criteria
    )


def due_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """All that is due, in order of time, under the columns of DUE."""
    return tuple(_due(teller, due) for due in teller.facts.dues)


def page_of(teller: Teller, due: Due) -> str:
    """The page of what is due: the commitment's, or the provision that asks for the report."""
    plan = teller.facts.site.plans[due.plan]
    if any(commitment.id == due.duty for commitment in plan.commitments):
        return teller.at.commitment(due.plan, due.duty)
    return teller.at.provision(due.plan, due.provision)


def _commitment(teller: Teller, plan: Plan, commitment: Commitment) -> tuple[Cell, ...]:
    status = teller.facts.statuses[f"{plan.id}/{commitment.id}"]
    day: date | None = commitment.deadline.date if commitment.deadline else None
    targets = {target.id: target for target in plan.targets}
    recurrence = commitment.deadline.recurrence if commitment.deadline else None
    reports = reports_on(plan, commitment.id)
    return (
        commitment.id,
        plan.number,
        teller.agencies((plan.issuer,)),
        teller.provision(commitment.provision),
        commitment.quote,
        teller.say(commitment.summary),
        teller.duty(f"kind.{commitment.kind}"),
        teller.actors(commitment),
        teller.duty(f"actor_source.{commitment.actor_source}"),
        teller.agencies(commitment.partners) if commitment.partners else "",
        teller.agencies(dict.fromkeys(id for report in reports for id in report.to)) if reports else "",
        BETWEEN.join(teller.agencies((id,)) for id in dict.fromkeys(id for report in reports for id in report.via)),
        teller.deadline(commitment.deadline),
        day,
        teller.day_of_year(commitment.deadline),
        teller.duty(f"recurrence.{recurrence}") if recurrence else "",
        BETWEEN.join(targets[id].quote for id in commitment.targets if id in targets),
        ", ".join(teller.duty(f"named.{name}") for name in verifiability(commitment)) or teller.duty("named.none"),
        teller.duty(f"lifecycle.{status.lifecycle}"),
        teller.duty(f"report_duty.{status.report_duty}"),
        teller.finding(status.state),
        status.due,
        teller.searches(status),
        _attainment(teller, status),
        teller.duty(f"basis.{status.basis}") if status.assessments else "",
        _evidence(teller, status),
        teller.say(commitment.note),
        teller.at.commitment(plan.id, commitment.id),
    )


def _criterion(teller: Teller, plan: Plan, criterion: Criterion) -> tuple[Cell, ...]:
    targets = {target.id: target for target in plan.targets}
    return (
        criterion.id,
        plan.number,
        teller.agencies((plan.issuer,)),
        teller.provision(criterion.provision),
        criterion.quote,
        teller.say(criterion.summary),
        teller.agencies(criterion.groups),
        criterion.deadline.printed if criterion.deadline else "",
        BETWEEN.join(targets[id].quote for id in criterion.targets if id in targets),
        teller.say(criterion.note),
        teller.at.commitment(plan.id, criterion.id),
    )


def _attainment(teller: Teller, status: Status) -> str:
    """The verdict of the last assessment, with who gave it and when."""
    verdict = teller.duty(f"attainment.{status.attainment}")
    if not status.assessments:
        return verdict
    last = teller.facts.site.assessments[status.assessments[-1]]
    return f"{verdict} ({teller.say(last.assessor)}, {teller.day(last.date)})"


def _evidence(teller: Teller, status: Status) -> str:
    evidence = (teller.facts.site.evidence[id] for id in status.evidence)
    return BETWEEN.join(f"{teller.say(piece.title)} ({piece.where})" for piece in evidence)


def _who(teller: Teller, due: Due) -> str:
    """Who owes it; of a commitment, with how that is known."""
    known = next(
        (commitment for commitment in teller.facts.site.plans[due.plan].commitments if commitment.id == due.duty), None
    )
    return teller.actors(known) if known else teller.agencies(due.who)


def _when(teller: Teller, due: Due) -> str:
    said = teller.word("past" if due.past else "to_come" if due.year else "no_day")
    return said if due.certain else teller.word("unsure", when=said)


def _due(teller: Teller, due: Due) -> tuple[Cell, ...]:
    return (
        due.day,
        due.year,
        due.printed or teller.word("not_stated"),
        teller.duty(f"recurrence.{due.recurrence}") if due.recurrence else "",
        _when(teller, due),
        _who(teller, due),
        (teller.agencies(due.to) if due.is_report else ""),
        teller.agencies(due.via) if due.via else "",
        teller.say(due.what),
        teller.word("is_report.yes" if due.is_report else "is_report.no"),
        teller.publication(due.publication),
        teller.plan(due.plan),
        teller.provision(due.provision),
        due.id,
        page_of(teller, due),
    )
