"""What a place was and became, step by step, as pages draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.derive.facts import Facts
from generator.model.places import Place
from generator.site.formats import day

from ..page import Link, Words, doc
from .links import place_link


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


def _kin(place: str, way: str, facts: Facts, lang: str, words: Words, seen: frozenset[str]) -> tuple[Kin, ...]:
    changes = facts.before if way == "before" else facts.after
    found = []
    for change in changes.get(place, ()):
        # A district's ground lies within a new province: that is no forebear of the province.
        if way == "before" and change.relation == "within":
            continue
        other = change.before if way == "before" else change.after
        if other in seen:
            continue
        found.append(
            Kin(
                place=place_link(other, facts, lang),
                day=day(change.day, words),
                relation=words[f"place.relation.{change.relation}"],
                basis=change.basis,
                note=change.note,
                kin=_kin(other, way, facts, lang, words, seen | {other}),
            )
        )
    return tuple(found)


def kept_apart(place: str, here: Place, facts: Facts, lang: str, words: Words) -> Link:
    """A place by its full name, with its last day where it is called as the place that it is named on the page of."""
    known = facts.site.places.get(place)
    namesake = known is not None and known.full_name == here.full_name
    return place_link(place, facts, lang, note=until(known, words) if known and namesake else "")


def until(place: Place, words: Words) -> str:
    """The last day of a place that is no more."""
    return words["place.until"].format(date=day(place.valid_to, words)) if place.valid_to else ""


def fate(place: Place, facts: Facts, words: Words) -> str:
    """In a few words what a unit that is no more became, today; nothing for one that still stands."""
    known = facts.fates.get(place.id)
    if known is None:
        return ""
    how = "unknown" if not known.successors else "became" if known.same_level else "within"
    names = ", ".join(unit.full_name for unit in known.successors)
    return words[f"place.fate_{how}"].format(year=known.last.year if known.last else "", places=names)
