"""Where places are compared: the addresses of the form and of the sets that a place belongs to."""

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.exports.comparisons import can_be_compared
from generator.site.urls import URLS

from ..figures.compared import set_name
from ..page import Link, Words

MOST = 6  # places of a comparison that a reader puts together


def asked(indicator: str, places: Iterable[str]) -> str:
    """The address of the form with an indicator and its first few places filled in."""
    return URLS.comparison_of(indicator, list(places)[:MOST])


def compared_by(indicator: str, facts: Facts, words: Words) -> Link | None:
    """Where places are compared by an indicator; None where no two have numbers of it."""
    if not can_be_compared(indicator, facts):
        return None
    return Link(href=asked(indicator, ()), label=words["compare.by_indicator"])


def comparisons_with(place: str, facts: Facts, words: Words) -> tuple[Link, ...]:
    """The sets that a place is compared in, and the form with the place filled in, if it has numbers."""
    place_sets = [place_set for place_set in facts.sets if place in (*place_set.members, place_set.whole)]
    see = words["compare.see"]
    links = [
        Link(href=URLS.place_set(place_set.id), label=see.format(set=set_name(place_set, facts, words)))
        for place_set in place_sets
    ]
    own = [series.indicator for series in facts.series_of.get(place, ()) if can_be_compared(series.indicator, facts)]
    if own:
        links.append(Link(href=asked(own[0], (place,)), label=words["compare.choose"]))
    return tuple(links)
