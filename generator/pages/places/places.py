"""The list of places: today's first, former ones under what they belonged to, each with what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.site.urls import URLS

from ..page import Link, PageKind, View, Words, doc
from ..parts.lineage import fate
from ..parts.links import place_link
from ..parts.naming import map_links


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Places that belong together."""

    anchor: str = doc("its anchor")
    title: str = doc("what they have in common")
    above: Link | None = doc("the unit that they are or were under")
    folded: bool = doc("whether they are no more, and stand under a heading that opens")
    places: tuple[Link, ...] = doc("the places, each with what became of it as its note")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView(View):
    """The list of places."""

    groups: tuple[PlaceGroup, ...] = doc("today's provinces first, then former ones, districts and communes")
    count: int = doc("how many places there are")
    maps: tuple[Link, ...] = doc("maps of the provinces, today's first")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[PlacesView]:
    """The one list."""
    groups = tuple(group for group in _groups(facts, lang, words) if group.places)
    count = sum(len(group.places) for group in groups)
    yield PlacesView(
        lang=lang,
        path=URLS.section("places"),
        title=words["place.list_title"],
        description=words["place.list_description"].format(count=count),
        section="places",
        groups=groups,
        count=count,
        maps=map_links(facts, lang),
    )


def _groups(facts: Facts, lang: str, words: Words) -> Iterable[PlaceGroup]:
    today = facts.site.config.as_of
    places = [place for place in facts.site.places.values() if place.level != "country"]
    for level in ("province", "district", "commune"):
        for standing in (True, False):
            group = [place for place in places if place.level == level and place.exists_on(today) is standing]
            parents = dict.fromkeys(place.parent for place in group) if level != "province" else {None: None}
            for parent in parents:
                title = words[f"place.group.{level}.{'today' if standing else 'former'}"]
                yield PlaceGroup(
                    anchor=f"{level}-{'nay' if standing else 'cu'}" + (f"-{parent}" if parent else ""),
                    title=title,
                    above=place_link(parent, facts, lang) if parent else None,
                    folded=not standing,
                    places=tuple(
                        place_link(place.id, facts, lang, note=fate(place, facts, words))
                        for place in group
                        if level == "province" or place.parent == parent
                    ),
                )


LIST = PageKind("places", "places.html", PlacesView, lists)
