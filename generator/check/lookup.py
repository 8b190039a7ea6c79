"""Rules for units that can only be looked up, and for regions."""

from collections.abc import Iterator
from datetime import date

from generator.model.diagnostic import Diagnostic
from generator.model.places import Place, Region

from .known import Known


def references(known: Known) -> Iterator[Diagnostic]:
    """Every province, commune and source that a row to be looked up or a region names is there."""
    for unit in known.site.lookup:
        yield from known.missing("place", unit.province, unit.source_of, "province")
        yield from known.missing("place", unit.became, unit.source_of, "became")
        for id in unit.communes:
            yield from known.missing("lookup", id, unit.source_of, "communes")
        for id in unit.sources:
            yield from known.missing("reference", id, unit.source_of, "sources")
    for region in known.site.regions:
        for id in region.members:
            yield from known.missing("place", id, region.source_of, "members")
        for id in region.sources:
            yield from known.missing("reference", id, region.source_of, "sources")


def ends(known: Known) -> Iterator[Diagnostic]:
    """A former unit has a last day and a province of today; a unit of today has neither."""
    for unit in known.site.lookup:
        if (unit.until is None) != (unit.became is None):
            given, field = ("until", "became") if unit.until else ("became", "until")
            values = {"id": unit.id, "given": given, "field": field}
            yield Diagnostic("fate-missing", unit.source_of.at(given), values)


def regions(known: Known) -> Iterator[Diagnostic]:
    """Each province is in one region of a scheme, and in no second one, as long as the scheme lasts."""
    schemes: dict[str, list[Region]] = {}
    for region in known.site.regions:
        schemes.setdefault(region.scheme, []).append(region)
    for scheme, regions in schemes.items():
        of: dict[str, Region] = {}
        for region in regions:
            for member in region.members:
                if member in of:
                    values = {"member": member, "id": region.id, "other": of[member].id}
                    yield Diagnostic("region-overlap", region.source_of.at("members"), values)
                of.setdefault(member, region)
        for place in _left_out(known, regions):
            if place.id not in of:
                values = {"scheme": scheme, "id": place.id}
                yield Diagnostic("province-without-region", regions[0].source_of.at("members"), values)


def _left_out(known: Known, regions: list[Region]) -> Iterator[Place]:
    """The provinces of the time of a scheme, which is that of its regions' places; none where that is not known."""
    places = known.site.places
    units = [places[region.id] for region in regions if region.id in places]
    if not units:
        return
    first = min(unit.valid_from or date.min for unit in units)
    last = max(unit.valid_to or date.max for unit in units)
    for place in places.values():
        if place.level == "province" and _meets(place, first, last):
            yield place


def _meets(place: Place, first: date, last: date) -> bool:
    """Whether a place exists on any day from the first to the last."""
    return (place.valid_from or date.min) <= last and first <= (place.valid_to or date.max)
