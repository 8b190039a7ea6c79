"""What a place was and became, step by step, as pages draw it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from generator.derive.facts import Facts
from generator.derive.folding import plain
from generator.derive.once import once
from generator.model.places import Change, Lookup, Place
from generator.site.formats import day

from ..page import Link, Words, doc
from .links import place_link
from .naming import named

FEW = 6
"""Communes of today on the ground of a district that are named; of more, only how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A unit that a place came from, or went over to."""

    place: Link = doc("the unit")
    day: str = doc("since when")
    relation: str = doc("whether wholly, in part, or only within its ground")
    basis: str = doc("the legal basis, as the list of changes names it")
    note: str = doc("a remark of ours, in Vietnamese")
    kin: tuple[Kin, ...] = doc("what it came from, or went over to, in turn", ())


def kin(place: str, way: Literal["before", "after"], facts: Facts, lang: str, words: Words) -> tuple[Kin, ...]:
    """The units before or after a place, and those before or after them; a circle is walked once."""
    return _kin(place, way, facts, lang, words, frozenset({place}))


def borders(place: str, facts: Facts, lang: str, words: Words) -> tuple[Kin, ...]:
    """The units with which a place moved its border: nothing came of that, both lived on."""
    moved = (
        (change, change.before if change.after == place else change.after)
        for change in (*facts.before.get(place, ()), *facts.after.get(place, ()))
        if change.relation == "boundary"
    )
    return tuple(_one(change, other, (), facts, lang, words) for change, other in moved)


def _kin(place: str, way: str, facts: Facts, lang: str, words: Words, seen: frozenset[str]) -> tuple[Kin, ...]:
    changes = facts.before if way == "before" else facts.after
    found = []
    for change in changes.get(place, ()):
        # A district's ground lies within a new province: that is no forebear of the province. A border is told apart.
        if change.relation == "boundary" or (way == "before" and change.relation == "within"):
            continue
        other = change.before if way == "before" else change.after
        if other in seen:
            continue
        further = _kin(other, way, facts, lang, words, seen | {other})
        found.append(_one(change, other, further, facts, lang, words))
    return tuple(found)


def _one(change: Change, other: str, further: tuple[Kin, ...], facts: Facts, lang: str, words: Words) -> Kin:
    return Kin(
        place=place_link(other, facts, lang),
        day=day(change.day, words),
        relation=words[f"place.relation.{change.relation}"],
        basis=change.basis,
        note=change.note,
        kin=further,
    )


def kept_apart(place: str, here: Place, facts: Facts, lang: str, words: Words) -> Link:
    """A place by its full name, with its last day where it is called as the place that it is named on the page of."""
    known = facts.site.places.get(place)
    namesake = known is not None and known.full_name == here.full_name
    return place_link(place, facts, lang, note=until(known, words) if known and namesake else "")


def until(place: Place, words: Words) -> str:
    """The last day of a place that is no more."""
    return words["place.until"].format(date=day(place.valid_to, words)) if place.valid_to else ""


def communes_today(place: Place, facts: Facts, words: Words) -> tuple[str, ...]:
    """The communes of today on the ground of a district that ended, by name: those of its own communes."""
    province = facts.site.places.get(place.parent or "")
    if place.level != "district" or province is None:
        return ()
    above = province.id, f"{place.full_name}, {province.full_name}".casefold()
    ended = (facts.fates[child] for child in facts.children.get(place.id, ()) if child in facts.fates)
    units: tuple[Place | Lookup, ...] = (
        *(unit for fate in ended for unit in fate.same_level),
        *_communes_listed(facts).get(above, ()),
    )
    names = {named(unit, facts, words) for unit in units}
    return tuple(sorted(names, key=plain))


@once
def _communes_listed(facts: Facts) -> dict[tuple[str, str], list[Lookup]]:
    """The communes of today that the list of units names on the ground of each former district, by its province and its
    name with that of the province."""
    units = {unit.id: unit for unit in facts.site.lookup}
    listed = defaultdict[tuple[str, str], list[Lookup]](list)
    for unit in facts.site.lookup:
        communes = (units[commune] for commune in unit.communes if commune in units)
        listed[unit.province, unit.parent_name.casefold()].extend(communes)
    return dict(listed)


def fate(place: Place, facts: Facts, words: Words, communes: tuple[str, ...] = ()) -> str:
    """In a few words what a unit that is no more became, today; nothing for one that still stands.

    `communes` are those on its ground, where they are told as well.
    """
    known = facts.fates.get(place.id)
    if known is None:
        return ""
    how = "unknown" if not known.successors else "became" if known.same_level else "within"
    names = ", ".join(named(unit, facts, words) for unit in known.successors)
    said = words[f"place.fate_{how}"].format(year=known.last.year if known.last else "", places=names)
    if not communes:
        return said
    ground = words["place.fate_communes" if len(communes) <= FEW else "place.fate_communes_many"]
    return f"{said} {ground.format(places=', '.join(communes), count=len(communes))}"
