"""A checklist's rows: commitments of a plan or of an agency, with all that a supervisor holds them against."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, groupby

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


SCOPES = ("charged", "tasks", "all")
"""What of a checklist can be printed, each with all that the one before holds."""
_AIMS = {"purpose", "goal", "requirement", "principle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A commitment on a checklist, or a report that belongs to none."""

    id: str = doc("its id in its plan: `ck-012`")
    href: str = doc("its page")
    summary: str = doc("what it says, in our words")
    where: str = doc("its provision")
    part: str = doc("the agency's part in it, in words; empty on a plan's list")
    partners: tuple[str, ...] = doc("with whom")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    reported: bool = doc("whether the text asks for a report on it")
    receivers: tuple[str, ...] = doc("to whom it is reported; none where the text names nobody")
    via: tuple[str, ...] = doc("through whom it is reported")
    state: str = doc("what was found of it, in words")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRun:
    """Commitments of the same bodies that follow each other."""

    actors: tuple[str, ...] = doc("who is to do them; none where the text names nobody")
    actor_source: str = doc("how it is known who is to do them: named, heading, implied or none")
    scope: str = doc("the shortest choice of rows that holds them: charged, tasks or all")
    rows: tuple[CheckRow, ...] = doc("the commitments, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """Commitments under one heading."""

    heading: str = doc("a part of the plan, or the plan")
    lang: str = doc("the language of the heading, where it is not the page's")
    scope: str = doc("the shortest choice of rows that holds any of them: charged, tasks or all")
    runs: tuple[CheckRun, ...] = doc("the commitments, in printed order")


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
        runs = _runs(plan, [(entry, "") for entry in entries if tops[entry.id] == top], facts, lang, words)
        groups.append(
            CheckGroup(
                heading=heading_of(known, words, 120) if known else top,
                lang=content_language(lang) if known and known.title else "",
                scope=_shortest(runs),
                runs=runs,
            )
        )
    return tuple(groups)


def plans_of(entries: dict[tuple[str, str], str], facts: Facts, lang: str, words: Words) -> tuple[CheckGroup, ...]:
    """An agency's commitments plan by plan."""
    groups = []
    for plan, every in _plans(facts):
        own = [(entry, entries[plan.id, entry.id]) for entry in every if (plan.id, entry.id) in entries]
        if own:
            runs = _runs(plan, [(entry, words[f"supervision.part.{part}"]) for entry, part in own], facts, lang, words)
            name = plan_name(plan, facts.site, lang, words)
            groups.append(CheckGroup(heading=name, lang="", scope=_shortest(runs), runs=runs))
    return tuple(groups)


@once
def _plans(facts: Facts) -> tuple[tuple[Plan, tuple[Duty, ...]], ...]:
    """The plans, the newest first, each with its entries."""
    return tuple((plan, entries_in(plan)) for plan in newest_first(facts.site))


def _runs(
    plan: Plan, entries: Iterable[tuple[Duty, str]], facts: Facts, lang: str, words: Words
) -> tuple[CheckRun, ...]:
    """The entries, each with the part of an agency in it, in runs of the same bodies."""
    runs = []
    for (actors, source, scope), every in groupby(entries, lambda entry: _charge(entry[0])):
        rows = tuple(_row(plan, entry, part, facts, lang, words) for entry, part in every)
        named = tuple(agency_link(id, facts, lang).label for id in actors)
        runs.append(CheckRun(actors=named, actor_source=source, scope=scope, rows=rows))
    return tuple(runs)


def _charge(entry: Duty) -> tuple[tuple[str, ...], str, str]:
    """Whom an entry charges, how that is known, and the shortest choice of rows that holds it."""
    if isinstance(entry, ReportingDuty):
        actors, source, aim = tuple(dict.fromkeys(entry.who)), "named", False
    else:
        actors, source, aim = tuple(dict.fromkeys(entry.actors)), entry.actor_source, entry.kind in _AIMS
    return actors, source, "all" if aim else "charged" if actors else "tasks"


def _shortest(runs: Iterable[CheckRun]) -> str:
    """The shortest choice of rows that holds any of the runs."""
    held = {run.scope for run in runs}
    return next(scope for scope in SCOPES if scope in held)


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
        partners=names(() if isinstance(entry, ReportingDuty) else entry.partners),
        deadline=entry.deadline.printed if entry.deadline else "",
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


def scopes_of(groups: Iterable[CheckGroup]) -> dict[str, int]:
    """What of a checklist can be printed, the shortest choice first, each with how many rows; two alike are one."""
    counts = Counter(run.scope for group in groups for run in group.runs for _ in run.rows)
    totals = zip(SCOPES, accumulate(counts[scope] for scope in SCOPES), strict=True)
    return {name: count for name, count in totals if count and (name == "all" or count < counts.total())}
