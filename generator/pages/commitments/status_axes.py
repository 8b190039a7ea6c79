"""Where a commitment stands on its five axes, in words, each with the sentence that says why."""

from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.status import Status
from generator.model.plan import Plan
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Words, doc
from ..parts.evidence import days_of
from ..parts.plan_card import PlanCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Where the commitment stands in one respect, independent of the others."""

    name: str = doc("lifecycle, report_duty, finding, attainment or basis")
    verdict: str = doc("where it stands, in words")
    why: str = doc("why, in a sentence")
    href: str = doc("others that stand there too; empty without such a list")


def axes_of(plan: Plan, card: PlanCard, status: Status, facts: Facts, lang: str, words: Words) -> tuple[Axis, ...]:
    """The five axes in words, each with the sentence that says why."""
    as_of = day(status.as_of, words)
    due = day(status.due, words) if status.due else ""
    lifecycle = status.lifecycle
    said = {
        "as_of": as_of,
        "period": card.period,
        "due": due,
        "days": days_of(status.searches, facts, words),
        "count": len(status.evidence),
    }
    judged = sorted((facts.site.assessments[id] for id in status.assessments), key=lambda assessment: assessment.date)
    last = judged[-1] if judged else None
    return (
        Axis(
            name="lifecycle",
            verdict=words[f"duty.lifecycle.{status.lifecycle}"],
            why=words[f"commitment.why.lifecycle.{lifecycle}"].format(**said),
            href="",
        ),
        Axis(
            name="report_duty",
            verdict=words[f"duty.report_duty.{status.report_duty}"],
            why=words[f"commitment.why.report_duty.{status.report_duty}"].format(**said),
            href="",
        ),
        Axis(
            name="finding",
            verdict=words[f"duty.finding.{status.state}"],
            why=words[f"commitment.why.finding.{_which(status)}"].format(**said),
            href=URLS.state(status.state),
        ),
        Axis(
            name="attainment",
            verdict=words[f"duty.attainment.{status.attainment}"],
            why=words["commitment.why.attainment"].format(
                assessor=localized(last.assessor, lang), date=day(last.date, words), reason=localized(last.reason, lang)
            )
            if last
            else words["commitment.why.not_assessed"],
            href="",
        ),
        Axis(
            name="basis",
            verdict=words[f"duty.basis.{status.basis}"],
            why=words["commitment.why.no_basis" if status.basis == "none" else f"duty.basis_rule.{status.basis}"],
            href="",
        ),
    )


def _which(status: Status) -> str:
    """Which sentence tells what was found: a report that was due has a day, or none."""
    return "due_not_found_undated" if status.due_not_found and not status.due else status.state
