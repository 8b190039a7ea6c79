"""What each provision of a plan holds: commitments, targets, reports, documents, policies, counted and led to."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.plan import Plan
from generator.site.urls import URLS

from ..page import Link, Words

SECTIONS = {
    "commitments": "cam-ket",
    "criteria": "tieu-chuan",
    "targets": "chi-tieu",
    "reports": "bao-cao",
    "documents": "van-ban",
    "policies": "chinh-sach",
}
"""What is counted, in the order that badges show it, and the anchor of its section on the provision's own page."""

Held = Mapping[str, Sequence[str]]
"""Ids of what a provision holds, by the names of SECTIONS, each once."""


def badges_of(plan: Plan, words: Words) -> Mapping[str, tuple[Link, ...]]:
    """The badges of every provision that holds something. What is alone there and has a page is led to directly."""
    return {provision: tuple(_badges(plan, provision, held, words)) for provision, held in held_by(plan).items()}


def held_by(plan: Plan) -> Mapping[str, Held]:
    """What each provision of a plan holds; only those that hold something."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for name, provision, id in _entries(plan):
        found.setdefault(provision, {}).setdefault(name, {})[id] = None
    return {provision: {name: tuple(ids) for name, ids in held.items()} for provision, held in found.items()}


def _entries(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Every entry of a plan: what it is, its provision, its id."""
    yield from (("commitments", commitment.provision, commitment.id) for commitment in plan.commitments)
    yield from (("criteria", criterion.provision, criterion.id) for criterion in plan.criteria)
    yield from (("targets", target.provision, target.id) for target in plan.targets)
    yield from (("reports", report.provision, report.id) for report in plan.reporting)
    yield from (("documents", citation.provision, citation.document) for citation in plan.citations)
    yield from (("policies", mention.provision, mention.policy) for mention in plan.policies)


def _badges(plan: Plan, provision: str, held: Held, words: Words) -> Iterator[Link]:
    for name, anchor in SECTIONS.items():
        ids = held.get(name, ())
        if ids:
            number = "one" if len(ids) == 1 else "many"
            yield Link(
                href=_straight(plan, name, ids) or URLS.provision(plan.id, provision, anchor),
                label=words[f"duty.badge.{name}.{number}"].format(count=len(ids)),
            )


def _straight(plan: Plan, name: str, ids: Sequence[str]) -> str:
    """The page of what is alone in its provision and has a page of its own; nothing otherwise."""
    if len(ids) > 1:
        return ""
    pages = {"documents": URLS.document(ids[0])} | dict.fromkeys(
        ("commitments", "criteria"), URLS.commitment(plan.id, ids[0])
    )
    return pages.get(name, "")
