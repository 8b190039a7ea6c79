"""Commitments and reports owed as one line each, as lists of several pages show them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from generator.derive.calendar import Due
from generator.derive.facts import Facts
from generator.derive.verifiability import NAMED, UNNAMED, counts_of, verifiability
from generator.model.duties import Commitment, Criterion, ReportingDuty
from generator.model.plan import Plan
from generator.site.formats import day, number
from generator.site.urls import STATES, URLS
from generator.site.wording import localized, short

from ..page import Link, Words, doc
from .links import plan_link
from .naming import agency_links, in_words, passage_link, year_of

Entry = Commitment | Criterion
"""What a plan's text asks: of somebody, or for an award."""
BRIEF = 70  # letters of a commitment's first words, in titles and links


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """A commitment in a list."""

    id: str = doc("its id in its plan: `ck-012`")
    href: str = doc("its page")
    plan: str = doc("id of its plan")
    summary: str = doc("what it says, in our words")
    kind: str = doc("task, goal, requirement, principle, request, report, role, instruction or purpose")
    where: Link = doc("its provision, leading to the very passage of the plan")
    actors: tuple[Link, ...] = doc("who is to do it; none where the text names nobody")
    actor_source: str = doc("named, heading, implied or none")
    agencies: tuple[str, ...] = doc("ids of the agencies that do it or take part, for filters")
    places: tuple[str, ...] = doc("ids of the places that it is for, for filters")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    year: str = doc("the year that it is due in; `recurring` without one, `none` without a time")
    state: str = doc("what was found of it: found, partly, due_not_found, not_found or not_searched")
    report: str = doc("whether the text asks for a report on it: none, undated or dated")
    named: tuple[str, ...] = doc("for filters: number, deadline, actor, or no_number …; all or none of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """Of how many commitments the same was found."""

    state: str = doc("the state")
    count: int = doc("how many commitments")
    href: str = doc("their list")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report that is owed."""

    id: str = doc("its id in its plan: `bc-01`")
    what: str = doc("what is to be reported, in our words")
    quote: str = doc("the printed words")
    plan: Link = doc("its plan")
    where: Link = doc("its provision, leading to the very passage of the plan")
    who: tuple[Link, ...] = doc("who owes it; none where the text names nobody")
    to: tuple[Link, ...] = doc("to whom; none where the text names nobody")
    via: tuple[Link, ...] = doc("through whom")
    deadline: str = doc("when, as printed; empty where the text names no time")
    when: str = doc("when, as a day and how often, in our words")
    next: str = doc("the next day that it is due, after the day that the site counts from; empty without one")
    state: str = doc("the state of publication; empty where it has no day to be published by")
    commitment: Link | None = doc("the commitment that it belongs to")
    note: str = doc("a remark of ours")


def brief_of(entry: Entry, lang: str) -> str:
    """The first words of what it says, in our words, for titles and links; no bracket is left open."""
    text = short(localized(entry.summary, lang).rstrip("."), BRIEF)
    opened = text.rfind("(")
    return f"{text[:opened].rstrip()}…" if opened > text.rfind(")") else text


def commitment_link(plan: Plan, id: str, lang: str) -> Link:
    """A commitment by its id and the first words of what it says."""
    known = next((commitment for commitment in plan.commitments if commitment.id == id), None)
    label = f"{id}: {brief_of(known, lang)}" if known else id
    return Link(href=URLS.commitment(plan.id, id), label=label)


def counted(duties: int, criteria: int, words: Words) -> str:
    """How many commitments, and, where there are any, how many criteria for awards: `433 cam kết và 62 tiêu chuẩn`."""
    said = words["duty.entries"].format(count=duties)
    more = words["duty.criteria"].format(count=criteria)
    if not criteria:
        return said
    return words["duty.counted"].format(duties=said, criteria=more) if duties else more


def duty_line(plan: Plan, commitment: Commitment, facts: Facts, lang: str, words: Words) -> DutyLine:
    """A commitment as lists show it."""
    return DutyLine(
        id=commitment.id,
        href=URLS.commitment(plan.id, commitment.id),
        plan=plan.id,
        summary=localized(commitment.summary, lang),
        kind=commitment.kind,
        where=passage_link(plan, commitment.provision, commitment.quote, words),
        actors=agency_links(commitment.actors, facts, lang),
        actor_source=commitment.actor_source,
        agencies=tuple(dict.fromkeys((*commitment.actors, *commitment.partners))),
        places=places_of(plan, commitment, facts),
        deadline=commitment.deadline.printed if commitment.deadline else "",
        year=year_of(commitment.deadline),
        state=facts.statuses[f"{plan.id}/{commitment.id}"].state,
        report=facts.statuses[f"{plan.id}/{commitment.id}"].report_duty,
        named=_named(commitment),
    )


def _named(commitment: Commitment) -> tuple[str, ...]:
    named = verifiability(commitment)
    left = tuple(f"no_{name}" for name in NAMED if name not in named)
    return (*named, *left, *(() if named else ("none",)), *(() if left else ("all",)))


def named_of(commitments: Iterable[Commitment], words: Words) -> str:
    """What the texts of some commitments name, counted, in a sentence; empty where there are none."""
    counts = counts_of(commitments)
    values = {key: number(value, words) for key, value in asdict(counts).items()}
    return words["duty.named_counts"].format(**values) if counts.of else ""


def left_open(commitments: Iterable[Commitment], page: str, words: Words) -> tuple[Link, ...]:
    """The list of a page narrowed to what the texts leave open, and to tasks, each with how many there are."""
    every = tuple(commitments)
    counts = asdict(counts_of(every))
    return (
        *(
            Link(href=f"{page}?named={name}", label=words[f"duty.named.{name}"], note=number(counts[name], words))
            for name in (*UNNAMED, "none")
        ),
        Link(
            href=f"{page}?kind=task",
            label=words["duty.only_tasks"],
            note=number(sum(commitment.kind == "task" for commitment in every), words),
        ),
    )


def places_of(plan: Plan, commitment: Commitment, facts: Facts) -> tuple[str, ...]:
    """The places that a commitment is for: those of its targets, else those of its actors, else its plan's."""
    aimed = [target.geography for target in plan.targets if target.id in commitment.targets]
    doing = [agency.place for id in commitment.actors if (agency := facts.site.agencies.get(id))]
    for ids in (aimed, doing):
        if known := tuple(dict.fromkeys(place for place in ids if place)):
            return known
    return (plan.place,)


def state_counts(found: Iterable[str]) -> tuple[StateCount, ...]:
    """How many commitments are in each state in which there are any."""
    states = list(found)
    return tuple(
        StateCount(state=state, count=states.count(state), href=URLS.state(state))
        for state in STATES
        if state in states
    )


def report_line(plan: Plan, report: ReportingDuty, facts: Facts, lang: str, words: Words) -> ReportLine:
    """A report owed as lists show it."""
    dues = [due for due in facts.dues if (due.plan, due.duty) == (plan.id, report.id)]
    coming = next((due.day for due in dues if due.day and not due.past), None)
    return ReportLine(
        id=report.id,
        what=localized(report.what, lang),
        quote=report.quote,
        plan=plan_link(plan),
        where=passage_link(plan, report.provision, report.quote, words),
        who=agency_links(report.who, facts, lang),
        to=agency_links(report.to, facts, lang),
        via=agency_links(report.via, facts, lang),
        deadline=report.deadline.printed if report.deadline else "",
        when=in_words(report.deadline, words),
        next=day(coming, words) if coming else "",
        state=_state(dues),
        commitment=commitment_link(plan, report.commitment, lang) if report.commitment else None,
        note=localized(report.note, lang),
    )


def _state(dues: list[Due]) -> str:
    """The state of the last day that is past, or of the first that comes."""
    past = [due for due in dues if due.past]
    return past[-1].publication if past else dues[0].publication if dues else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """A criterion in a list."""

    id: str = doc("its id in its plan: `ck-075`")
    href: str = doc("its page")
    summary: str = doc("what it says, in our words")
    where: Link = doc("its provision, leading to the very passage of the plan")
    groups: tuple[Link, ...] = doc("who may be given the award")
    deadline: str = doc("by when it has to be so, as printed; empty where the text names no time")


def criterion_line(plan: Plan, criterion: Criterion, facts: Facts, lang: str, words: Words) -> CriterionLine:
    """A criterion as lists show it."""
    return CriterionLine(
        id=criterion.id,
        href=URLS.commitment(plan.id, criterion.id),
        summary=localized(criterion.summary, lang),
        where=passage_link(plan, criterion.provision, criterion.quote, words),
        groups=agency_links(criterion.groups, facts, lang),
        deadline=criterion.deadline.printed if criterion.deadline else "",
    )
