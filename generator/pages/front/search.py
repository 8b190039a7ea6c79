"""The search page, and the places by letter for those who search without a script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.derive.facts import Facts
from generator.derive.folding import plain
from generator.derive.once import once
from generator.exports.search import Named
from generator.site.urls import URLS, Section
from generator.site.wording import content_language

from ..page import Link, PageKind, View, Words, doc
from ..parts.links import section_link
from ..parts.search_places import places_of

MOST = 120
"""Places on one page: some 40 KB."""
LISTS: tuple[Section, ...] = (
    "places", "policies", "plans", "commitments", "agencies", "documents", "indicators", "data", "charts",
)  # fmt: skip
"""The lists of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The search page."""

    index: str = doc("where the files of the search index stand, inside the language")
    places: int = doc("how many names of places can be found")
    letters: tuple[Link, ...] = doc("the pages of places by letter, in the order of the alphabet")
    lists: tuple[Link, ...] = doc("the lists of the site")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesByLetterView(View):
    """Places whose names begin alike."""

    letters: tuple[Link, ...] = doc("all pages of places by letter, this one too")
    places: tuple[Link, ...] = doc("the places, each with what tells it apart as its note")


def views(facts: Facts, lang: str, words: Words) -> Iterable[SearchView]:
    """The one search page."""
    places = places_of(facts, words)
    yield SearchView(
        lang=lang,
        path=URLS.section("search"),
        title=words["search.title"],
        description=words["search.description"],
        section="search",
        index=URLS.search_index(),
        places=len(places),
        letters=tuple(link for link, _ in _shelves(facts, words)),
        lists=tuple(section_link(section, words) for section in LISTS),
    )


def letters(facts: Facts, lang: str, words: Words) -> Iterable[PlacesByLetterView]:
    """One page for each few letters that names of places begin with."""
    shelves = _shelves(facts, words)
    for link, places in shelves:
        yield PlacesByLetterView(
            lang=lang,
            path=link.href,
            title=words["search.letter_title"].format(letter=link.label),
            description=words["search.letter_description"].format(letter=link.label),
            section="search",
            crumbs=(section_link("search", words),),
            letters=tuple(link for link, _ in shelves),
            places=tuple(
                Link(href=place.href, label=_full(place), note=place.remark, lang=content_language(lang))
                for _, place in places
            ),
        )


Sorted = list[tuple[str, Named]]
"""Places with their names without marks, in the order of these."""


@once
def _shelves(facts: Facts, words: Words) -> tuple[tuple[Link, Sorted], ...]:
    """The places of each page, with its address and what their names begin with: `Tan A–Tan L`. Numbers go first."""
    return tuple(_pages(places_of(facts, words)))


def _pages(places: Iterable[Named]) -> Iterator[tuple[Link, Sorted]]:
    named = [(plain(place.name), place) for place in places]
    named.sort(key=lambda pair: (pair[0], pair[1].rank, pair[1].name, pair[1].remark))
    for _, group in groupby(named, key=lambda pair: "" if pair[0][:1].isdigit() else pair[0][:1]):
        for starts, shelf in _merged(_parts(list(group), 1)):
            label = "–".join(dict.fromkeys((starts[0].title(), starts[-1].title())))
            yield Link(href=URLS.letter_of_places(starts[0]), label=label), shelf


def _merged(parts: Iterable[tuple[str, Sorted]]) -> Iterator[tuple[list[str], Sorted]]:
    """Neighbouring parts on one page as long as they are few, with what each begins with."""
    starts: list[str] = []
    shelf: Sorted = []
    for start, part in parts:
        if shelf and len(shelf) + len(part) > MOST:
            yield starts, shelf
            starts, shelf = [], []
        starts, shelf = [*starts, start.strip()], [*shelf, *part]
    if shelf:
        yield starts, shelf


def _parts(places: Sorted, length: int) -> Iterator[tuple[str, Sorted]]:
    """The places by the first letters of their names: as many letters as it takes to leave few enough together."""
    for start, group in groupby(places, key=lambda pair: pair[0][:length]):
        part = list(group)
        if len(part) > MOST and any(len(name) > length for name, _ in part):
            yield from _parts(part, length + 1)
        else:
            yield start, part


def _full(named: Named) -> str:
    return f"{named.type[:1].upper()}{named.type[1:]} {named.name}".strip()


KIND = PageKind("search", "search.html", SearchView, views)
LETTERS = PageKind("places by letter", "letter-of-places.html", PlacesByLetterView, letters)
