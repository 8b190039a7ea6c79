"""What each agency has to do with each plan: its duties, the reports it owes, receives and passes on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.grouping import grouped
from generator.model.plan import Plan
from generator.model.site import Site

Part = Literal["actor", "partner", "criterion", "owes", "receives", "passes_on", "issuer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An agency's part in one entry of a plan. `entry` is the id of a commitment or of a reporting duty.

    The part `criterion` is no duty: the entry says what the agency may be given an award for.

    The issuer's part is the whole plan, so its `entry` and `provision` are empty.
    """

    agency: str
    plan: str
    entry: str
    provision: str
    part: Part


def roles_of(site: Site) -> Mapping[str, tuple[Role, ...]]:
    """For each agency its parts: plan by plan the issuer's first, then those in commitments, then those in reports."""
    roles = (role for plan in site.plans.values() for role in _of_plan(plan))
    return grouped(((role.agency, role) for role in roles), site.agencies)


def _of_plan(plan: Plan) -> Iterator[Role]:
    yield Role(agency=plan.issuer, plan=plan.id, entry="", provision="", part="issuer")
    for commitment in plan.commitments:
        yield from _each(plan, commitment.id, commitment.provision, "actor", commitment.actors)
        yield from _each(plan, commitment.id, commitment.provision, "partner", commitment.partners)
    for criterion in plan.criteria:
        yield from _each(plan, criterion.id, criterion.provision, "criterion", criterion.groups)
    for report in plan.reporting:
        yield from _each(plan, report.id, report.provision, "owes", report.who)
        yield from _each(plan, report.id, report.provision, "receives", report.to)
        yield from _each(plan, report.id, report.provision, "passes_on", report.via)


def _each(plan: Plan, entry: str, provision: str, part: Part, agencies: tuple[str, ...]) -> Iterator[Role]:
    for agency in agencies:
        yield Role(agency=agency, plan=plan.id, entry=entry, provision=provision, part=part)
