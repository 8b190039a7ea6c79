"""The ground that a place covered: borders move while a name stays, and a number holds for the ground of its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.places import Place
from generator.model.site import Site
from generator.model.tables import Dataset, Observation

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A place between two changes of its ground. `since` and `until` are its first and last day; None is open."""

    place: str
    since: date | None = None
    until: date | None = None


Grounds = Mapping[str, tuple[Territory, ...]]
"""For each place its territories in order of time: one where its borders never moved while it stood."""


def grounds(site: Site) -> Grounds:
    """The territories of every place.

    A change moves the borders of a unit that stands both on the eve and on the day: ground came to it, or went.
    Districts that ended inside a province (`within`) took none of its ground away.
    """
    moved: dict[str, set[date]] = {}
    for change in site.changes:
        for id in (change.before, change.after):
            place = site.places.get(id)
            if change.relation != "within" and place and _stands_through(place, change.day):
                moved.setdefault(id, set()).add(change.day)
    return {id: _between(place, sorted(moved.get(id, ()))) for id, place in site.places.items()}


def territory_of(row: Observation, dataset: Dataset, site: Site, known: Grounds) -> Territory:
    """The territory that a row is of, by the day whose units it speaks of.

    A day before the first of the place or after its last is taken to the nearer one: which place a row is of is for its
    author to say.
    """
    day = day_of(row, dataset, site)
    territories = known.get(row.place) or (Territory(place=row.place),)
    return next(
        (territory for territory in territories if territory.until is None or day <= territory.until), territories[-1]
    )


def day_of(row: Observation, dataset: Dataset, site: Site) -> date:
    """The day whose units a row speaks of: the end of its year, or the day of its plan where that is earlier."""
    plan = site.plans.get(dataset.plan or "")
    end = date(row.year, 12, 31)
    return min(end, plan.date) if plan and plan.date else end


def _stands_through(place: Place, day: date) -> bool:
    return place.exists_on(day - DAY) and place.exists_on(day)


def _between(place: Place, days: list[date]) -> tuple[Territory, ...]:
    starts = [place.valid_from, *days]
    ends = [*(day - DAY for day in days), place.valid_to]
    return tuple(Territory(place=place.id, since=start, until=end) for start, end in zip(starts, ends, strict=True))
