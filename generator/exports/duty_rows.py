"""Commitments and reports as rows of a list, in one language."""

from collections.abc import Iterable
from datetime import date

from generator.derive.calendar import Due
from generator.derive.status import Status, reports_on
from generator.model.duties import Commitment, Criterion
from generator.model.plan import Plan

from .sheets import Cell
from .telling import BETWEEN, Teller

Widths = dict[str, int]
"""The columns of a list, by the key of their headings, and how wide they are."""

COMMITMENT: Widths = {
    "id": 12, "plan": 16, "issuer": 28, "provision": 14, "quote": 60, "summary": 50, "kind": 14, "actors": 36,
    "actor_source": 18, "partners": 30, "to": 30, "via": 30, "deadline": 24, "day": 12, "day_of_year": 14,
    "recurrence": 16, "targets": 36,
    "lifecycle": 18, "publication": 34, "due": 14, "searches": 36, "attainment": 18, "basis": 18, "evidence": 36,
    "note": 40, "url": 44,
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
    return tuple(_commitment(teller, plan, one) for plan in plans for one in plan.commitments)


def rows_of_agency(teller: Teller, agency: str) -> tuple[tuple[Cell, ...], ...]:
    """The commitments that are laid on an agency, or in which it is to work with others, under those of OF_AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for plan in teller.facts.site.plans.values():
        for one in plan.commitments:
            part = "actor" if agency in one.actors else "partner" if agency in one.partners else ""
            if part:
                rows.append((teller.word(f"part.{part}"), *_commitment(teller, plan, one)))
    return tuple(rows)


def criterion_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """The criteria for awards of all plans, in the order of their texts, under the columns of CRITERION."""
    return tuple(_criterion(teller, plan, one) for plan in teller.facts.site.plans.values() for one in plan.criteria)


def due_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """All that is due, in order of time, under the columns of DUE."""
    return tuple(_due(teller, one) for one in teller.facts.dues)


def page_of(teller: Teller, one: Due) -> str:
    """The page of what is due: the commitment's, or the provision that asks for the report."""
    plan = teller.facts.site.plans[one.plan]
    if any(each.id == one.duty for each in plan.commitments):
        return teller.at.commitment(one.plan, one.duty)
    return teller.at.provision(one.plan, one.provision)


def _commitment(teller: Teller, plan: Plan, one: Commitment) -> tuple[Cell, ...]:
    status = teller.facts.statuses[f"{plan.id}/{one.id}"]
    day: date | None = one.deadline.date if one.deadline else None
    targets = {target.id: target for target in plan.targets}
    recurrence = one.deadline.recurrence if one.deadline else None
    reports = reports_on(plan, one.id)
    return (
        one.id,
        plan.number,
        teller.agencies((plan.issuer,)),
        teller.provision(one.provision),
        one.quote,
        teller.say(one.summary),
        teller.duty(f"kind.{one.kind}"),
        teller.actors(one),
        teller.duty(f"actor_source.{one.actor_source}"),
        teller.agencies(one.partners) if one.partners else "",
        teller.agencies(dict.fromkeys(id for report in reports for id in report.to)) if reports else "",
        BETWEEN.join(teller.agencies((id,)) for id in dict.fromkeys(id for report in reports for id in report.via)),
        teller.deadline(one.deadline),
        day,
        teller.day_of_year(one.deadline),
        teller.duty(f"recurrence.{recurrence}") if recurrence else "",
        BETWEEN.join(targets[id].quote for id in one.targets if id in targets),
        teller.duty(f"lifecycle.{status.lifecycle}"),
        teller.publication(status.publication),
        status.due,
        teller.searches(status),
        _attainment(teller, status),
        teller.duty(f"basis.{status.basis}") if status.assessments else "",
        _evidence(teller, status),
        teller.say(one.note),
        teller.at.commitment(plan.id, one.id),
    )


def _criterion(teller: Teller, plan: Plan, one: Criterion) -> tuple[Cell, ...]:
    targets = {target.id: target for target in plan.targets}
    return (
        one.id,
        plan.number,
        teller.agencies((plan.issuer,)),
        teller.provision(one.provision),
        one.quote,
        teller.say(one.summary),
        teller.agencies(one.groups),
        one.deadline.printed if one.deadline else "",
        BETWEEN.join(targets[id].quote for id in one.targets if id in targets),
        teller.say(one.note),
        teller.at.commitment(plan.id, one.id),
    )


def _attainment(teller: Teller, status: Status) -> str:
    """The verdict of the last assessment, with who gave it and when."""
    verdict = teller.duty(f"attainment.{status.attainment}")
    if not status.assessments:
        return verdict
    last = teller.facts.site.assessments[status.assessments[-1]]
    return f"{verdict} ({teller.say(last.assessor)}, {teller.day(last.date)})"


def _evidence(teller: Teller, status: Status) -> str:
    ones = (teller.facts.site.evidence[id] for id in status.evidence)
    return BETWEEN.join(f"{teller.say(one.title)} ({one.where})" for one in ones)


def _who(teller: Teller, one: Due) -> str:
    """Who owes it; of a commitment, with how that is known."""
    known = next((each for each in teller.facts.site.plans[one.plan].commitments if each.id == one.duty), None)
    return teller.actors(known) if known else teller.agencies(one.who)


def _when(teller: Teller, one: Due) -> str:
    said = teller.word("past" if one.past else "to_come" if one.year else "no_day")
    return said if one.certain else teller.word("unsure", when=said)


def _due(teller: Teller, one: Due) -> tuple[Cell, ...]:
    return (
        one.day,
        one.year,
        one.printed or teller.word("not_stated"),
        teller.duty(f"recurrence.{one.recurrence}") if one.recurrence else "",
        _when(teller, one),
        _who(teller, one),
        (teller.agencies(one.to) if one.is_report else ""),
        teller.agencies(one.via) if one.via else "",
        teller.say(one.what),
        teller.word("is_report.yes" if one.is_report else "is_report.no"),
        teller.publication(one.publication),
        teller.plan(one.plan),
        teller.provision(one.provision),
        one.id,
        page_of(teller, one),
    )
