"""What was published, by whom and what it is about: by plan, by place, by agency."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.duties import Evidence
from generator.model.plan import Plan
from generator.model.site import Site

About = Mapping[str, tuple[Evidence, ...]]


def published_on_plans(site: Site) -> About:
    """For each plan what bears on it."""
    return _grouped((bearing.plan, piece) for piece in site.evidence.values() for bearing in piece.bearings)


def published_on_places(site: Site) -> About:
    """For each place what speaks of it or shows its numbers; of what names no place, the place of its plan."""
    return _grouped((place, piece) for piece in site.evidence.values() for place in _places(site, piece))


def published_on_agencies(site: Site) -> About:
    """For each agency what bears on a duty that it carries out or takes part in, or on a plan that it issued."""
    return _grouped(
        (agency, piece)
        for piece in site.evidence.values()
        for bearing in piece.bearings
        if bearing.plan in site.plans
        for agency in _agencies(site.plans[bearing.plan], bearing.duties)
    )


def _places(site: Site, piece: Evidence) -> tuple[str, ...]:
    named = (*(shown.place for shown in piece.figures), *piece.places)
    return named or tuple(site.plans[bearing.plan].place for bearing in piece.bearings)


def _agencies(plan: Plan, duties: tuple[str, ...]) -> Iterator[str]:
    yield plan.issuer
    for commitment in plan.commitments:
        if commitment.id in duties:
            yield from (*commitment.actors, *commitment.partners)
    for report in plan.reporting:
        if report.id in duties or report.commitment in duties:
            yield from (*report.who, *report.to, *report.via)


def _grouped(pairs: Iterable[tuple[str, Evidence]]) -> About:
    """Each piece once under each id, in the order of their ids."""
    found: dict[str, dict[str, Evidence]] = {}
    for id, piece in pairs:
        found.setdefault(id, {})[piece.id] = piece
    return {id: tuple(pieces.values()) for id, pieces in found.items()}
