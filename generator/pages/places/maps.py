"""The map of the country: each province a link, those with plans marked; the same as tiles and as a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.ground import plans_on
from generator.model.maps import Inset, Map, Outline
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.lineage import fate
from ..parts.links import section_link
from ..parts.naming import map_path


@dataclass(frozen=True, slots=True, kw_only=True)
class MapUnit:
    """A unit on the map."""

    name: str = doc("its full name, in Vietnamese; the map's own name for it where the portal has no page of it")
    href: str = doc("its page; empty where there is none")
    plans: int = doc("how many plans here were made on its ground")
    note: str = doc("what became of it, where it is no more")
    path: str = doc("its shape, in SVG's language of paths; empty where the map has none")
    label: tuple[str, ...] = doc("its short name, a word a line")
    x: int = doc("where the label stands, from the left")
    y: int = doc("where the label stands, from the top")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapInset:
    """Islands far out, in a frame of their own."""

    name: str = doc("their name, in Vietnamese")
    unit: MapUnit = doc("the unit that they belong to")
    path: str = doc("their shape, in SVG's language of paths")
    label: tuple[str, ...] = doc("the words in the frame, line by line, in Vietnamese")
    x: int = doc("the frame's left edge")
    y: int = doc("the frame's upper edge")
    width: int = doc("the frame's width")
    height: int = doc("the frame's height")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSea:
    """The name of a sea."""

    words: tuple[str, ...] = doc("its name in Vietnamese, a word a line")
    x: int = doc("the middle of the words, from the left")
    y: int = doc("where the first of them stands, from the top")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTile:
    """A tile of the map of equal tiles."""

    short: str = doc("its words")
    unit: MapUnit = doc("the unit that it stands for")
    column: int = doc("its column, from one")
    row: int = doc("its row, from one")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView(View):
    """A map of all provinces of a day."""

    lead: str = doc("what the map shows")
    width: int = doc("the map's width, in its own units")
    height: int = doc("the map's height")
    units: tuple[MapUnit, ...] = doc("all provinces by their codes, those without a shape too")
    insets: tuple[MapInset, ...] = doc("islands far out")
    seas: tuple[MapSea, ...] = doc("names of seas")
    tiles: tuple[MapTile, ...] = doc("the tiles, row by row")
    planned: int = doc("how many provinces have a plan here")
    credit: str = doc("where the outlines come from, under which licence, and what is rough in them")
    sources: tuple[str, ...] = doc("what the outlines were read from")
    others: tuple[Link, ...] = doc("maps of other days")


def views(facts: Facts, lang: str, words: Words) -> Iterable[MapView]:
    """One page a map."""
    maps = facts.site.maps.values()
    for area_map in maps:
        yield _view(area_map, [other for other in maps if other is not area_map], facts, lang, words)


def _view(area_map: Map, others: list[Map], facts: Facts, lang: str, words: Words) -> MapView:
    units = _units(area_map, facts, words)
    spots: tuple[Outline | Inset, ...] = (*area_map.outlines, *area_map.insets)
    tiles = [
        MapTile(short=at.short, unit=units[at.code], column=at.column, row=at.row) for at in spots if at.code in units
    ]
    return MapView(
        lang=lang,
        path=map_path(area_map),
        title=localized(area_map.title, lang),
        description=localized(area_map.lead, lang),
        section="places",
        crumbs=(
            section_link("places", words),
            *(
                Link(href=URLS.map(), label=words["map.crumb"])
                for other in others
                if area_map.day and other.day is None
            ),
        ),
        lead=localized(area_map.lead, lang),
        width=area_map.width,
        height=area_map.height,
        units=tuple(units[code] for code in sorted(units)),
        insets=tuple(
            MapInset(
                name=at.name,
                unit=units[at.code],
                path=at.path,
                label=(*_halves(at.name, at.short), f"({' '.join(units[at.code].label)})"),
                x=at.x,
                y=at.y,
                width=at.width,
                height=at.height,
            )
            for at in area_map.insets
            if at.code in units
        ),
        seas=tuple(MapSea(words=tuple(sea.name.split()), x=sea.x, y=sea.y) for sea in area_map.seas),
        tiles=tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column))),
        planned=sum(unit.plans > 0 for unit in units.values()),
        credit=localized(area_map.credit, lang),
        sources=tuple(
            f"{source.publisher}: {source.title}. {source.where}."
            for id in area_map.references
            if (source := facts.site.references.get(id))
        ),
        others=tuple(Link(href=map_path(other), label=localized(other.title, lang)) for other in others),
    )


def _units(area_map: Map, facts: Facts, words: Words) -> dict[str, MapUnit]:
    """The units of the map and of its day, by code: a shape without a page, and a page without a shape, among them."""
    day = area_map.day or facts.site.config.as_of
    standing = {
        place.code: place for place in facts.site.places.values() if place.level == "province" and place.exists_on(day)
    }
    shapes = {outline.code: outline for outline in area_map.outlines}
    made = plans_on(day, facts.site, facts.before, facts.after)
    units = {}
    for code in sorted({*standing, *shapes}):
        place, shape = standing.get(code), shapes.get(code)
        units[code] = MapUnit(
            name=place.full_name if place else shape.name if shape else code,
            href=URLS.place(place.id) if place else "",
            plans=made.get(place.id, 0) if place else 0,
            note=fate(place, facts, words) if place else "",
            path=shape.path if shape else "",
            label=tuple(shape.short.split()) if shape else (),
            x=shape.x if shape else 0,
            y=shape.y if shape else 0,
        )
    return units


def _halves(name: str, short: str) -> tuple[str, ...]:
    """A name in two lines, the short name below what stands before it; whole where it does not end so."""
    before = name.removesuffix(short).strip()
    return (before, short) if before and before != name else (name,)


KIND = PageKind("map", "map.html", MapView, views)
