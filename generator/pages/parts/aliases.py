"""Where the plans print the names of agencies: each printed form with the provisions that hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.lineage import units_above
from generator.model.passages import forms_in
from generator.model.plan import Plan
from generator.site.urls import URLS

from ..page import Link, Words, doc
from .reading import label_of

FEW = 4
"""Places of a printed form that are shown; of more, only how many."""

Places = Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]
"""By agency and printed form, the places as (plan, provision), in the order of plans and texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A form in which plans print a name."""

    printed: str = doc("the name as printed")
    places: tuple[Link, ...] = doc("the first places that print it so")
    more: int = doc("how many further places print it so")


def forms_of(agency: str, places: Places, facts: Facts, words: Words) -> tuple[PrintedForm, ...]:
    """An agency's printed forms, in the order of its record, each with where it is printed."""
    found = places.get(agency, {})
    return tuple(
        PrintedForm(
            printed=alias,
            places=tuple(_link(*place, facts, words) for place in found.get(_one_line(alias), ())[:FEW]),
            more=max(0, len(found.get(_one_line(alias), ())) - FEW),
        )
        for alias in facts.site.agencies[agency].aliases
    )


def printed_places(facts: Facts) -> Places:
    """Where each agency's printed forms stand.

    A form counts in the plans that the agency has a part in and in those of its own ground, since `UBND tỉnh` is
    another body in another province; for one of the whole country that has a part somewhere, only where it has one. A
    space of a form stands for any run of spaces and line ends. At each place the longest form wins: `Ban Thường vụ
    Tỉnh ủy` does not also name `Tỉnh ủy`.
    """
    found: dict[str, dict[str, dict[tuple[str, str], None]]] = {}
    for plan in facts.site.plans.values():
        for agency, alias, provision in _printed(plan, _owners(plan, facts)):
            found.setdefault(agency, {}).setdefault(alias, {})[plan.id, provision] = None
    return {agency: {alias: tuple(aliases) for alias, aliases in forms.items()} for agency, forms in found.items()}


def _owners(plan: Plan, facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """The agencies of each printed form that a plan may print."""
    owners: dict[str, list[str]] = {}
    ground = {None, plan.place, *(unit.id for unit in units_above(plan.place, facts.site.places))}
    for id, agency in facts.site.agencies.items():
        parts = {role.plan for role in facts.roles_of.get(id, ())}
        if plan.id in parts or (agency.place in ground and (agency.level != "country" or not parts)):
            for alias in agency.aliases:
                owners.setdefault(_one_line(alias), []).append(id)
    return {alias: tuple(ids) for alias, ids in owners.items()}


def _printed(plan: Plan, owners: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Each agency and form with a provision that prints it, in printed order."""
    if not owners:
        return
    longest = sorted(owners, key=lambda alias: (-len(alias), alias))
    for alias, provision in forms_in(plan, tuple(longest)):
        for agency in owners[alias]:
            yield agency, alias, provision


def _one_line(form: str) -> str:
    return " ".join(form.split())


def _link(plan: str, provision: str, facts: Facts, words: Words) -> Link:
    known = facts.site.plans[plan].provision(provision)
    label = label_of(known, words) if known else provision
    return Link(href=URLS.plan(plan, provision), label=f"{facts.site.plans[plan].label}, {label}")
