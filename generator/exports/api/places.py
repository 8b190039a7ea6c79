"""Administrative units in the API: what each was, is and became, and the plans that concern it."""

import datetime
from collections.abc import Iterable

from generator.derive.covering import Indirect
from generator.derive.facts import Facts
from generator.model.places import Change, Place, Relation
from generator.model.records import Level
from generator.site.urls import Urls

from .objects import URL, ApiObject, doc


class ApiChange(ApiObject):
    """A change of an administrative unit."""

    day: datetime.date = doc("the first day on which it holds")
    place: str = doc("id of the unit at the other end of the change")
    relation: Relation = doc("whole: all of the ground; part: a part of it; unchanged: the same; boundary: new bounds")
    basis: str = doc("the legal act")
    note: str = doc("a remark of ours")
    sources: tuple[str, ...] = doc("where it was read: ids of references")


class ApiPlanThrough(ApiObject):
    """A plan that concerns a place through other units."""

    plan: str = doc("id of the plan")
    how: Indirect = doc(
        "before, after: it concerns units that the place came from, or became, wholly or in part; inside: it is of a"
        " unit in the place or in its ground, and says nothing of the rest of it"
    )
    through: tuple[str, ...] = doc("ids of the units through which it does")


class ApiPlace(ApiObject):
    """An administrative unit under one name, type and code for one period."""

    id: str = doc("its id, unique over all periods")
    url: str = doc(URL)
    code: str = doc("its statistics code, which may have meant another unit in another period")
    name: str = doc("its name without the type")
    full_name: str = doc("its type and name")
    type: str = doc("tỉnh, thành phố, huyện, xã, …")
    level: Level = doc("its level")
    parent: str | None = doc("id of the unit above it")
    valid_from: datetime.date | None = doc("its first day; null is open")
    valid_to: datetime.date | None = doc("its last day; null is open")
    from_known: bool = doc("false where the first day is only that of the list that first shows it")
    aliases: tuple[str, ...] = doc("other forms of its name")
    note: str = doc("a remark of ours")
    sources: tuple[str, ...] = doc("where it was read: ids of references")
    before: tuple[ApiChange, ...] = doc("the changes that made it")
    after: tuple[ApiChange, ...] = doc("the changes that ended or altered it")
    today: tuple[str, ...] = doc("for a former unit, the units that its ground belongs to as of today")
    formerly: tuple[str, ...] = doc("for a unit of today, the former units whose ground it holds, wholly or in part")
    plans: tuple[str, ...] = doc("ids of its own plans, of those of a unit above it, of those that name it")
    plans_through: tuple[ApiPlanThrough, ...] = doc("the other plans that concern it, through other units")


def places(facts: Facts, at: Urls) -> tuple[ApiPlace, ...]:
    """Every administrative unit of any period."""
    return tuple(_place(facts, place, at) for place in facts.site.places.values())


def _place(facts: Facts, place: Place, at: Urls) -> ApiPlace:
    return ApiPlace.of(
        place,
        url=at.place(place.id),
        before=_changes((change.before, change) for change in facts.before.get(place.id, ())),
        after=_changes((change.after, change) for change in facts.after.get(place.id, ())),
        today=facts.today.get(place.id, ()),
        formerly=facts.formerly.get(place.id, ()),
        plans=facts.plans_of.get(place.id, ()),
        plans_through=tuple(
            ApiPlanThrough.of(cover, how=how) for cover in facts.covers_of.get(place.id, ()) if (how := cover.indirect)
        ),
    )


def _changes(changes: Iterable[tuple[str, Change]]) -> tuple[ApiChange, ...]:
    return tuple(ApiChange.of(change, place=other) for other, change in changes)
