"""On whose ground a plan was made, told in the provinces of any day."""

from collections.abc import Mapping
from datetime import date

from generator.model.places import Place
from generator.model.site import Site

from .lineage import SUCCESSION, Changes, province_of, reached


def plans_on(day: date, site: Site, before: Changes, after: Changes) -> Mapping[str, int]:
    """For each province of a day, how many plans were made on its ground: by it, below it, or by what it came from."""
    found: dict[str, int] = {}
    for plan in site.plans.values():
        province = province_of(plan.place, site.places)
        for id in _then(day, province, site, before, after) if province else ():
            found[id] = found.get(id, 0) + 1
    return found


def _then(day: date, province: Place, site: Site, before: Changes, after: Changes) -> list[str]:
    """The provinces that a province was, is or became on a day. A border that moved makes no new province."""
    if province.exists_on(day):
        return [province.id]
    later = province.valid_to is not None and province.valid_to < day
    changes = after if later else before

    def steps(id: str) -> list[str]:
        succession = [change for change in changes.get(id, ()) if change.relation in SUCCESSION]
        units = [change.after if later else change.before for change in succession]
        return [unit for unit in units if (place := site.places.get(unit)) and place.level == "province"]

    def then(id: str) -> bool:
        return site.places[id].exists_on(day)

    return [unit for unit in reached(province.id, steps, then) if then(unit)]
