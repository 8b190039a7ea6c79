"""A checklist's rows: commitments of a plan or of an agency, with all that a supervisor holds them against."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.once import once
from generator.derive.plans import newest_first
from generator.exports.context import provision_label
from generator.model.duties import Commitment, ReportingDuty
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..figures.sources import plan_name
from ..page import Words, doc
from ..parts.naming import agency_link
from ..parts.reading import heading_of
from ..parts.reports_due import found_words, state_words

Duty = Commitment | ReportingDuty

PARTS = {"actor": "does", "partner": "joins", "owes": "reports"}
"""The parts of an agency that it can be supervised in, with the word for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A commitment on a checklist, or a report that belongs to none."""

    id: str = doc("its id in its plan: `ck-012`")
    href: str = doc("its page")
    summary: str = doc("what it says, in our words")
    where: str = doc("its provision")
    part: str = doc("the agency's part in it, in words; empty on a plan's list")
    actors: tuple[str, ...] = doc("who is to do it; none where the text names nobody")
    partners: tuple[str, ...] = doc("with whom")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    actor_source: str = doc("how it is known who is to do it: named, heading, implied or none")
    reported: bool = doc("whether the text asks for a report on it")
    receivers: tuple[str, ...] = doc("to whom it is reported; none where the text names nobody")
    via: tuple[str, ...] = doc("through whom it is reported")
    state: str = doc("what was found of it, in words")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """Commitments under one heading."""

    heading: str = doc("a part of the plan, or the plan")
    lang: str = doc("the language of the heading, where it is not the page's")
    rows: tuple[CheckRow, ...] = doc("the commitments, in printed order")


def entries_of(agency: str, facts: Facts) -> dict[tuple[str, str], str]:
    """What an agency can be supervised in, by plan and id, each with its part in it; a report by its commitment.

    A group of people is not supervised, and a criterion for an award is nobody's duty.
    """
    found: dict[tuple[str, str], str] = {}
    if facts.site.agencies[agency].nature == "group":
        return found
    for role in facts.roles_of.get(agency, ()):
        if role.part in PARTS:
            reports = facts.site.plans[role.plan].reporting
            belongs = next((report.commitment for report in reports if report.id == role.entry), None)
            found.setdefault((role.plan, belongs or role.entry), PARTS[role.part])
    return found


def entries_in(plan: Plan) -> tuple[Duty, ...]:
    """The commitments of a plan, and the reports that belong to none, in printed order."""
    order = {provision.id: provision.order for provision in plan.provisions}
    every: list[Duty] = [*plan.commitments, *(report for report in plan.reporting if not report.commitment)]
    return tuple(sorted(every, key=lambda entry: order.get(entry.provision, len(order))))


def parts_of(plan: Plan, facts: Facts, lang: str, words: Words) -> tuple[CheckGroup, ...]:
    """A plan's commitments under the highest parts of its text."""
    entries = entries_in(plan)
    tops = {entry.id: entry.provision.split(".")[0] for entry in entries}
    groups = []
    for top in dict.fromkeys(tops.values()):
        known = plan.provision(top)
        groups.append(
            CheckGroup(
                heading=heading_of(known, words, 120) if known else top,
                lang=content_language(lang) if known and known.title else "",
                rows=tuple(_row(plan, entry, "", facts, lang, words) for entry in entries if tops[entry.id] == top),
            )
        )
    return tuple(groups)


def plans_of(entries: dict[tuple[str, str], str], facts: Facts, lang: str, words: Words) -> tuple[CheckGroup, ...]:
    """An agency's commitments plan by plan."""
    groups = []
    for plan, every in _plans(facts):
        rows = []
        for entry in every:
            if (plan.id, entry.id) in entries:
                part = words[f"supervision.part.{entries[plan.id, entry.id]}"]
                rows.append(_row(plan, entry, part, facts, lang, words))
        if rows:
            groups.append(CheckGroup(heading=plan_name(plan, facts.site, lang, words), lang="", rows=tuple(rows)))
    return tuple(groups)


@once
def _plans(facts: Facts) -> tuple[tuple[Plan, tuple[Duty, ...]], ...]:
    """The plans, the newest first, each with its entries."""
    return tuple((plan, entries_in(plan)) for plan in newest_first(facts.site))


def _row(plan: Plan, entry: Duty, part: str, facts: Facts, lang: str, words: Words) -> CheckRow:
    def names(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(agency_link(id, facts, lang).label for id in dict.fromkeys(ids))

    reports = [duty for duty in plan.reporting if entry.id in (duty.id, duty.commitment)]
    return CheckRow(
        id=entry.id,
        href=URLS.section("calendar") if isinstance(entry, ReportingDuty) else URLS.commitment(plan.id, entry.id),
        summary=localized(entry.what if isinstance(entry, ReportingDuty) else entry.summary, lang),
        where=provision_label(entry.provision, words),
        part=part,
        actors=names(entry.who if isinstance(entry, ReportingDuty) else entry.actors),
        partners=names(() if isinstance(entry, ReportingDuty) else entry.partners),
        deadline=entry.deadline.printed if entry.deadline else "",
        actor_source="named" if isinstance(entry, ReportingDuty) else entry.actor_source,
        reported=bool(reports),
        receivers=names(id for duty in reports for id in duty.to),
        via=names(id for duty in reports for id in duty.via),
        state=_state(plan, entry, facts, words),
    )


def _state(plan: Plan, entry: Duty, facts: Facts, words: Words) -> str:
    """What is known of publication: of a report at its last time that has passed, else at its first."""
    if isinstance(entry, Commitment):
        return found_words(facts.statuses[f"{plan.id}/{entry.id}"].state, facts, words)
    dues = [due for due in facts.dues if (due.plan, due.duty) == (plan.id, entry.id)]
    state = next((due.publication for due in reversed(dues) if due.past), dues[0].publication)
    return state_words(state, facts, words)
