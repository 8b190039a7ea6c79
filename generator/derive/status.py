"""A commitment on its five axes, as of a date; each axis by a rule that stands on the page of methods."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.duties import Assessment, Bearing, Commitment, Evidence, ReportingDuty, Search
from generator.model.plan import Plan
from generator.model.site import Site

from .recurring import Time, end_of, times_of

Lifecycle = Literal["in_force", "period_ended", "replaced", "unknown"]
Publication = Literal["not_due", "published", "partly", "due_not_found", "not_enough", "not_searched", "no_duty"]
ReportDuty = Literal["none", "undated", "dated"]
Found = Literal["found", "partly", "not_found", "not_searched"]
State = Literal["due_not_found", "found", "partly", "not_found", "not_searched"]
Attainment = Literal["not_assessed", "met", "partly_met", "not_met_at_review", "not_measurable", "not_comparable"]
Basis = Literal["none", "self_reported", "computed", "supervised", "audited", "press"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a commitment stands. Five independent axes, never one colour and never a score.

    Whether the text asks for a report on it (`report_duty`: none, owed without a day, owed by a day) and what was found
    of it (`finding`) are two questions. `due_not_found` is said of a report alone: it was due, and looked for later.

    `due` is the last day up to `as_of` on which a report on it was owed, else the next one; None where the text gives
    no day. `reports`, `evidence`, `searches` and `assessments` are ids of what the axes rest on.

    """

    plan: str
    commitment: str
    as_of: date
    lifecycle: Lifecycle
    report_duty: ReportDuty
    finding: Found
    due_not_found: bool = False
    attainment: Attainment = "not_assessed"
    basis: Basis = "none"
    due: date | None = None
    reports: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    assessments: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """The one list that it stands in: by what was found, with what was due and not found apart."""
        return "due_not_found" if self.due_not_found else self.finding


@dataclass(frozen=True, slots=True)
class Published:
    """What was published on a duty, and the searches for it, by date; nothing later than `as_of`."""

    evidence: tuple[Evidence, ...]
    searches: tuple[Search, ...]


def statuses(site: Site) -> Mapping[str, Status]:
    """The status of every duty, by `<plan>/<commitment>`, in the order of plans and texts; criteria have none."""
    return {
        f"{status.plan}/{status.commitment}": status
        for plan in site.plans.values()
        for status in _of_plan(site, plan, about(site, plan.id))
    }


def about(site: Site, plan: str) -> Published:
    """The evidence and the searches that list duties of a plan, by date."""
    as_of = site.config.as_of
    evidence = (piece for piece in site.evidence.values() if (piece.published or as_of) <= as_of)
    searches = sorted(site.searches.values(), key=lambda search: (search.date, search.id))
    return Published(
        tuple(piece for piece in evidence if any(bearing.plan == plan for bearing in piece.bearings)),
        tuple(
            search
            for search in searches
            if search.date <= as_of and any(bearing.plan == plan for bearing in search.bearings)
        ),
    )


def shown_of(about_plan: Published, plan: str, ids: Collection[str]) -> Published:
    """What of all about a plan lists one of the ids of its duties.

    What a search found counts for a duty only where that evidence lists the duty: a search looks for many at once.
    """
    wanted = set(ids)
    return Published(
        tuple(piece for piece in about_plan.evidence if _bears(piece.bearings, plan, wanted)),
        tuple(search for search in about_plan.searches if _bears(search.bearings, plan, wanted)),
    )


def _bears(bearings: Iterable[Bearing], plan: str, duties: set[str]) -> bool:
    return any(bearing.plan == plan and not duties.isdisjoint(bearing.duties) for bearing in bearings)


def finding_of(shown: Published) -> Found:
    """What was found, whether or not anybody had to publish it: `partly` where the latest search that found something
    says so, `not_found` where it was looked for and nothing bears on it."""
    if shown.evidence:
        telling = [search.outcome for search in shown.searches if search.outcome != "not_found"]
        return "partly" if telling[-1:] == ["partly"] else "found"
    return "not_found" if shown.searches else "not_searched"


def _report_duty(times: Sequence[Time]) -> ReportDuty:
    if not times:
        return "none"
    return "dated" if any(time.day for time in times) else "undated"


def publication_of(shown: Published, times: Sequence[Time], as_of: date) -> Publication:
    """What can be said of a report that was owed at some times.

    Evidence: `published`, or `partly` where the latest search that found something says so. Without any:
    `due_not_found` only where a dated search that found nothing was made after the last time that had passed, of those
    that it was certainly owed at; `not_due` where none had passed and the text gives a day or year; else `not_enough`
    where somebody looked at all, and `not_searched` where nobody did.
    """
    if shown.evidence:
        return "partly" if finding_of(shown) == "partly" else "published"
    passed = [time for time in times if time.past(as_of)]
    owed = [time.closes for time in passed if time.certain and time.closes]
    if owed and any(search.outcome == "not_found" and search.date > max(owed) for search in shown.searches):
        return "due_not_found"
    if not passed and all(time.year for time in times):
        return "not_due"
    return "not_enough" if shown.searches else "not_searched"


def deadlines_of(plan: Plan, commitment: Commitment, as_of: date) -> tuple[Time, ...]:
    """The times at which a report on a commitment is owed: of the reporting duties that name it, else its own where it
    is itself a duty to report; none where there is no such duty."""
    reports = reports_on(plan, commitment.id)
    if not reports and commitment.kind != "report":
        return ()
    given = [report.deadline or commitment.deadline for report in reports] or [commitment.deadline]
    return tuple(time for deadline in given for time in times_of(plan, deadline, as_of))


def reports_on(plan: Plan, commitment: str) -> tuple[ReportingDuty, ...]:
    """The reporting duties that belong to a commitment."""
    return tuple(report for report in plan.reporting if report.commitment == commitment)


def lifecycle_of(site: Site, plan: Plan) -> Lifecycle:
    """`replaced` only where another plan says so in a relation; else by the end of the period that the plan names."""
    others = (other for other in site.plans.values() if other.id != plan.id)
    if any(relation.type == "replaces" and relation.to == plan.id for other in others for relation in other.relations):
        return "replaced"
    end = end_of(plan)
    return "unknown" if end is None else "period_ended" if end < site.config.as_of else "in_force"


def _of_plan(site: Site, plan: Plan, about_plan: Published) -> Iterator[Status]:
    lifecycle = lifecycle_of(site, plan)
    return (_status(site, plan, commitment, lifecycle, about_plan) for commitment in plan.commitments)


def _status(site: Site, plan: Plan, commitment: Commitment, lifecycle: Lifecycle, about_plan: Published) -> Status:
    as_of = site.config.as_of
    reports = reports_on(plan, commitment.id)
    times = deadlines_of(plan, commitment, as_of)
    shown = shown_of(about_plan, plan.id, {commitment.id, *(report.id for report in reports)})
    judged = sorted(
        (
            assessment
            for assessment in site.assessments.values()
            if (assessment.plan, assessment.commitment) == (plan.id, commitment.id)
        ),
        key=lambda assessment: (assessment.date, assessment.id),
    )
    judged = [assessment for assessment in judged if assessment.date <= as_of]
    return Status(
        plan=plan.id,
        commitment=commitment.id,
        as_of=as_of,
        lifecycle=lifecycle,
        report_duty=_report_duty(times),
        finding=finding_of(shown),
        due_not_found=bool(times) and publication_of(shown, times, as_of) == "due_not_found",
        attainment=judged[-1].verdict if judged else "not_assessed",
        basis=_basis(site, judged[-1]) if judged else "none",
        due=_due(times, as_of),
        reports=tuple(report.id for report in reports),
        evidence=tuple(evidence.id for evidence in shown.evidence),
        searches=tuple(search.id for search in shown.searches),
        assessments=tuple(assessment.id for assessment in judged),
    )


def _basis(site: Site, judged: Assessment) -> Basis:
    """What the first piece of evidence that an assessment names rests on."""
    return next((site.evidence[id].basis for id in judged.evidence if id in site.evidence), "none")


def _due(times: Sequence[Time], as_of: date) -> date | None:
    days = sorted(time.day for time in times if time.day)
    return next((day for day in reversed(days) if day <= as_of), days[0] if days else None)
