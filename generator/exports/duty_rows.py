"""Commitments and reports as rows of a list, in one language."""

from collections.abc import Container, Iterable
from datetime import date

from generator.derive.calendar import Due
from generator.derive.status import Status, reports_on
from generator.derive.verifiability import verifiability
from generator.model.duties import Commitment, Criterion
from generator.model.passages import quoted
from generator.model.plan import Plan

from .context import BETWEEN, SiteContext
from .sheets import Cell

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

RESULT: Widths = {
    "commitment": 20, "result": 40, "figure": 16, "result_quote": 60, "published_by": 30, "published_day": 16,
    "result_where": 50, "told_by": 30,
}  # fmt: skip
"""What somebody fills in who tells of a result."""


def commitment_rows(context: SiteContext, plans: Iterable[Plan]) -> tuple[tuple[Cell, ...], ...]:
    """The commitments of plans, in the order of their texts, under the columns of COMMITMENT."""
    return tuple(_commitment(context, plan, commitment) for plan in plans for commitment in plan.commitments)


def rows_of_agency(context: SiteContext, agency: str) -> tuple[tuple[Cell, ...], ...]:
    """The commitments that are laid on an agency, or in which it is to work with others, under those of OF_AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for plan in context.facts.site.plans.values():
        for commitment in plan.commitments:
            part = "actor" if agency in commitment.actors else "partner" if agency in commitment.partners else ""
            if part:
                rows.append((context.word(f"part.{part}"), *_commitment(context, plan, commitment)))
    return tuple(rows)


def criterion_rows(context: SiteContext, plans: Iterable[Plan]) -> tuple[tuple[Cell, ...], ...]:
    """The criteria for awards of plans, in the order of their texts, under the columns of CRITERION."""
    return tuple(_criterion(context, plan, criterion) for plan in plans for criterion in plan.criteria)


def due_rows(context: SiteContext, plans: Container[str]) -> tuple[tuple[Cell, ...], ...]:
    """What is due by plans, in order of time, under the columns of DUE."""
    return tuple(_due(context, due) for due in context.facts.dues if due.plan in plans)


def page_of(context: SiteContext, due: Due) -> str:
    """The page of what is due: the commitment's, or the provision that asks for the report."""
    plan = context.facts.site.plans[due.plan]
    if any(commitment.id == due.duty for commitment in plan.commitments):
        return context.at.commitment(due.plan, due.duty)
    return context.at.provision(due.plan, due.provision)


def _commitment(context: SiteContext, plan: Plan, commitment: Commitment) -> tuple[Cell, ...]:
    status = context.facts.statuses[f"{plan.id}/{commitment.id}"]
    day: date | None = commitment.deadline.date if commitment.deadline else None
    targets = {target.id: target for target in plan.targets}
    recurrence = commitment.deadline.recurrence if commitment.deadline else None
    reports = reports_on(plan, commitment.id)
    return (
        commitment.id,
        plan.label,
        context.agencies((plan.issuer,)),
        context.provision(commitment.provision),
        quoted(plan, commitment.provision, commitment.quote),
        context.localized(commitment.summary),
        context.duty(f"kind.{commitment.kind}"),
        context.actors(commitment),
        context.duty(f"actor_source.{commitment.actor_source}"),
        context.agencies(commitment.partners) if commitment.partners else "",
        context.agencies(dict.fromkeys(id for report in reports for id in report.to)) if reports else "",
        BETWEEN.join(context.agencies((id,)) for id in dict.fromkeys(id for report in reports for id in report.via)),
        context.deadline(commitment.deadline),
        day,
        context.day_of_year(commitment.deadline),
        context.duty(f"recurrence.{recurrence}") if recurrence else "",
        BETWEEN.join(targets[id].quote for id in commitment.targets if id in targets),
        ", ".join(context.duty(f"named.{name}") for name in verifiability(commitment)) or context.duty("named.none"),
        context.duty(f"lifecycle.{status.lifecycle}"),
        context.duty(f"report_duty.{status.report_duty}"),
        context.finding(status.state),
        status.due,
        context.searches(status),
        _attainment(context, status),
        context.duty(f"basis.{status.basis}") if status.assessments else "",
        _evidence(context, status),
        context.localized(commitment.note),
        context.at.commitment(plan.id, commitment.id),
    )


def _criterion(context: SiteContext, plan: Plan, criterion: Criterion) -> tuple[Cell, ...]:
    targets = {target.id: target for target in plan.targets}
    return (
        criterion.id,
        plan.label,
        context.agencies((plan.issuer,)),
        context.provision(criterion.provision),
        quoted(plan, criterion.provision, criterion.quote),
        context.localized(criterion.summary),
        context.agencies(criterion.groups),
        criterion.deadline.printed if criterion.deadline else "",
        BETWEEN.join(targets[id].quote for id in criterion.targets if id in targets),
        context.localized(criterion.note),
        context.at.commitment(plan.id, criterion.id),
    )


def _attainment(context: SiteContext, status: Status) -> str:
    """The verdict of the last assessment, with who gave it and when."""
    verdict = context.duty(f"attainment.{status.attainment}")
    if not status.assessments:
        return verdict
    last = context.facts.site.assessments[status.assessments[-1]]
    return f"{verdict} ({context.localized(last.assessor)}, {context.day(last.date)})"


def _evidence(context: SiteContext, status: Status) -> str:
    evidence = (context.facts.site.evidence[id] for id in status.evidence)
    return BETWEEN.join(f"{context.localized(piece.title)} ({piece.where})" for piece in evidence)


def _who(context: SiteContext, due: Due) -> str:
    """Who owes it; of a commitment, with how that is known."""
    known = next(
        (commitment for commitment in context.facts.site.plans[due.plan].commitments if commitment.id == due.duty), None
    )
    return context.actors(known) if known else context.agencies(due.who)


def _when(context: SiteContext, due: Due) -> str:
    said = context.word("no_day" if not due.year else "past" if due.past else "to_come")
    return said if due.certain else context.word("unsure", when=said)


def _due(context: SiteContext, due: Due) -> tuple[Cell, ...]:
    return (
        due.day,
        due.year,
        due.printed or context.word("not_stated"),
        context.duty(f"recurrence.{due.recurrence}") if due.recurrence else "",
        _when(context, due),
        _who(context, due),
        (context.agencies(due.to) if due.is_report else ""),
        context.agencies(due.via) if due.via else "",
        context.localized(due.what),
        context.word("is_report.yes" if due.is_report else "is_report.no"),
        context.publication(due.publication),
        context.plan(due.plan),
        context.provision(due.provision),
        due.id,
        page_of(context, due),
    )
