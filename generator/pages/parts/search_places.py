"""Every place that can be found by its name, those with a page of their own and those that only lists know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.folding import plain, syllables
from generator.derive.lineage import units_above
from generator.derive.once import once
from generator.exports.search import TYPES, Named
from generator.model.grouping import grouped
from generator.model.places import Lookup, Place
from generator.site.formats import day
from generator.site.urls import URLS

from ..page import Words, doc
from .naming import low, named, units_named

Units = Mapping[str, Place | Lookup]  # every unit that has a name here, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaged:
    """A unit that can be found, but has no page of its own."""

    anchor: str = doc("its anchor, which search leads to")
    name: str = doc("its type and name")
    above: str = doc("what a former unit was part of, in Vietnamese; empty for a unit of today")
    note: str = doc("until when a former unit stood and what it became; empty for a unit of today")
    formed: tuple[str, ...] = doc("former communes whose ground it holds, whole or in part, in Vietnamese", ())
    elsewhere: bool = doc("whether search leads to the commune of today that holds its ground", False)


MERGED = date(2025, 6, 30)
"""The last day of the communes before those of today."""
MANY = 2
"""Communes of today that are named after a former one; of more, only the province is."""
_RANKS = {
    ("country", True): 0, ("province", True): 2, ("province", False): 4, ("region", True): 6, ("region", False): 8,
    ("district", True): 10, ("commune", True): 12, ("district", False): 14, ("commune", False): 16,
}  # fmt: skip
"""By level, and whether the unit stands today: provinces first; then what stands before what is no more."""


@once
def places_of(facts: Facts, words: Words) -> tuple[Named, ...]:
    """All places, with one entry for each further spelling that a record gives."""
    own, units = facts.site.places, _units(facts)
    return (
        *(named for place in own.values() for named in _of_place(place, units, facts, words)),
        *(_of_lookup(unit, units, facts, words) for unit in facts.site.lookup if unit.id not in own),
    )


def unpaged(facts: Facts, words: Words) -> Mapping[str, tuple[Unpaged, ...]]:
    """For each province the units that have no page of their own, and so stand in a list on its page, by name."""
    units, formed = _units(facts), _formed(facts)
    return grouped(
        (
            unit.province,
            Unpaged(
                anchor=unit.id,
                name=unit.full_name,
                above=unit.parent_name.partition(",")[0] if unit.until else "",
                note=_fate(unit, units, facts, words) if unit.until else "",
                formed=formed.get(unit.id, ()),
                elsewhere=_today(unit) != unit.id,
            ),
        )
        for unit in sorted(facts.site.lookup, key=lambda unit: (plain(unit.name), unit.type, unit.id))
        if unit.id not in facts.site.places
    )


def bare(name: str) -> str:
    """A name without the kind of unit before it: `TT Nhã Nam` is `Nhã Nam`."""
    lower = name.lower()
    for start in (f"{form}{end}" for forms in TYPES for form in forms for end in (" ", ". ")):
        if lower.startswith(start) and len(name) > len(start):
            return name[len(start) :].strip()
    return name


def _now_within(place: Place | Lookup, units: Units, facts: Facts, words: Words) -> str:
    """The units of today that hold a former one's ground: up to two communes, and the provinces."""
    if isinstance(place, Lookup):
        return _listed(place.communes, [place.became or ""], units, facts, words)
    fate = facts.fates[place.id]
    communes = tuple(unit.id for unit in fate.same_level) if place.level == "commune" else ()
    return _listed(communes, [province.id for province in fate.provinces], units, facts, words)


def _of_place(place: Place, units: Units, facts: Facts, words: Words) -> Iterator[Named]:
    stands = place.exists_on(facts.site.config.as_of)
    remark = _joined(
        ", ".join(
            low(named(unit, facts, words))
            for unit in units_above(place.id, facts.site.places)
            if unit.level != "country"
        ),
        words["search.today"] if stands else _fate(place, units, facts, words),
    )
    note = _plans(place.id, facts, words)
    rank = _rank(place, stands)
    href, kind = URLS.place(place.id), "" if place.level == "country" else place.type
    yield Named(type=kind, name=place.name, rank=rank, href=href, remark=remark, note=note)
    told = {syllables(place.name)}
    joined = (plain(place.name).replace(" ", "").title(),) if place.level == "province" and " " in place.name else ()
    for alias in (*(bare(alias) for alias in place.aliases), *joined):
        if syllables(alias) not in told:
            told.add(syllables(alias))
            also = _joined(words["search.also"].format(name=named(place, facts, words)), remark)
            yield Named(type=kind, name=alias, rank=rank, href=href, remark=also, note=note)


def _of_lookup(unit: Lookup, units: Units, facts: Facts, words: Words) -> Named:
    today = units[_today(unit)]
    above = today.province if isinstance(today, Lookup) else today.id
    province = facts.site.places.get(above)
    plans = len(facts.covers_of.get(above, ()))
    note = words["search.at_province" if plans else "search.at_province_none"]
    said = note.format(province=named(province, facts, words) if province else above, count=plans)
    under = _district(unit, facts) if today.id != unit.id and isinstance(today, Lookup) else None
    end = _fate(unit, units, facts, words) if unit.until else words["search.today"]
    return Named(
        type=unit.type,
        name=unit.name,
        rank=_rank(unit, unit.until is None) + 1,
        href=URLS.place(under or above, today.id if isinstance(today, Lookup) and not under else ""),
        remark=_joined(low(units_named(unit.parent_name, words)), end),
        note=_plans(under, facts, words) if under else said,
    )


def _district(unit: Lookup, facts: Facts) -> str | None:
    """The district of a former commune, where it has a page and plans concern it: the least that has something."""
    name = unit.parent_name.partition(", ")[0]
    return _districts(facts).get((unit.province, name))


@once
def _districts(facts: Facts) -> Mapping[tuple[str | None, str], str]:
    """The districts that plans concern, by their province and name."""
    return {
        (place.parent, place.full_name): place.id
        for place in facts.site.places.values()
        if place.level == "district" and facts.covers_of.get(place.id)
    }


def _today(unit: Lookup) -> str:
    """Where one lands who looks for a unit: of a former commune, the first commune of today that holds its ground."""
    return unit.communes[0] if unit.until and unit.level == "commune" and unit.communes else unit.id


@once
def _formed(facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """The communes until 2025 whose ground a commune of today holds, by name."""
    return grouped(
        (today, low(unit.full_name))
        for unit in sorted(facts.site.lookup, key=lambda unit: (plain(unit.name), unit.type, unit.id))
        if unit.until == MERGED and unit.level == "commune"
        for today in unit.communes
    )


def _plans(place: str, facts: Facts, words: Words) -> str:
    """How many plans concern a place; where only units before or after it have plans, it says so."""
    covers = facts.covers_of.get(place, ())
    if not covers:
        return words["search.no_plans"]
    ways = {"former" if cover.how == "before" else "later" if cover.how == "after" else "own" for cover in covers}
    return words["search.plans" if len(ways) > 1 or "own" in ways else f"search.plans_{ways.pop()}"].format(
        count=len(covers)
    )


def _rank(place: Place | Lookup, stands: bool) -> int:
    """What goes before what; between equals a place with a page of its own, which is why ranks are even."""
    return _RANKS.get((place.level, stands), 18)


@once
def _units(facts: Facts) -> Units:
    return {unit.id: unit for unit in facts.site.lookup} | dict(facts.site.places)


def _fate(unit: Place | Lookup, units: Units, facts: Facts, words: Words) -> str:
    """When a former unit ended, and where its ground is today."""
    last, today = unit.until if isinstance(unit, Lookup) else unit.valid_to, _now_within(unit, units, facts, words)
    until = words["search.until"].format(date=day(last, words)) if last else words["search.former"]
    said = f"{until}, {words['search.now_within'].format(places=today)}" if today else until
    untold = isinstance(unit, Lookup) and unit.level == "commune" and not unit.communes
    return f"{said}; {words['search.commune_unknown']}" if untold else said


def _listed(communes: tuple[str, ...], provinces: list[str], units: Units, facts: Facts, words: Words) -> str:
    """Communes, if they are few, and the provinces that they are in, by name."""
    few = dict.fromkeys(communes) if len(set(communes)) <= MANY else {}
    return ", ".join(low(named(units[id], facts, words)) for id in (*few, *dict.fromkeys(provinces)) if id in units)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
