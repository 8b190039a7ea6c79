"""On whose ground a plan was made, told in the provinces of any day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.model.places import Place
from generator.model.site import Site

from .places import Changes


def plans_on(day: date, site: Site, before: Changes, after: Changes) -> Mapping[str, int]:
    """For each province of a day, how many plans were made on its ground: by it, below it, or by what it came from."""
    found: dict[str, int] = {}
    for plan in site.plans.values():
        province = _province(plan.place, site)
        for id in _then(day, province, site, before, after) if province else ():
            found[id] = found.get(id, 0) + 1
    return found


def _province(id: str, site: Site) -> Place | None:
    """The province that a place is, or lies in."""
    place, seen = site.places.get(id), set()
    while place and place.level != "province" and place.id not in seen:
        seen.add(place.id)
        place = site.places.get(place.parent or "")
    return place if place and place.level == "province" else None


def _then(day: date, province: Place, site: Site, before: Changes, after: Changes) -> list[str]:
    """The provinces that a province was, is or became on a day. A border that moved makes no new province."""
    if province.exists_on(day):
        return [province.id]
    later = province.valid_to is not None and province.valid_to < day
    found: list[str] = []
    waiting, seen = [province.id], {province.id}
    while waiting:
        for change in (after if later else before).get(waiting.pop(0), ()):
            id = change.after if later else change.before
            place = site.places.get(id)
            if change.relation in ("whole", "part") and place and place.level == "province" and id not in seen:
                seen.add(id)
                (found if place.exists_on(day) else waiting).append(id)
    return found
