"""Places side by side: a page for each set worth comparing, and a form that puts two to six others together."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import Figure
from generator.derive.comparison import Comparison, LeftOut, PlaceSet, compare
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.derive.grid import grid
from generator.exports.comparisons import can_be_compared
from generator.site.urls import URLS

from ..figures import figures
from ..figures.card import FigureCard, card_of
from ..figures.compared import id_of, measured, set_name
from ..figures.sources import made_by, row_of
from ..page import Link, PageKind, View, Words, told
from ..parts.comparing import MOST, asked
from ..parts.tables import indicator_name, place_link, standard_name
from ..parts.wording import say
from .grids import GridTable, grid_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An indicator of the form."""

    id: str = told("its id")
    name: str = told("its name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView(View):
    """The sets, and the form."""

    sets: tuple[Link, ...] = told("the pages of sets, each with how many places it holds")
    choices: tuple[Choice, ...] = told("the indicators that places can be compared by")
    data: str = told("the folder of the numbers, from the root of the site: `<indicator>.json` in it")
    fewest: int = told("how many places a comparison needs")
    most: int = told("how many it may hold")
    said: tuple[tuple[str, str], ...] = told("what the script says, by key")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutLine:
    """Numbers that are not compared."""

    place: Link = told("the place")
    what: str = told("which numbers: years, standard and producer; empty where there are none")
    why: str = told("why not")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBy:
    """A set by one indicator."""

    id: str = told("the indicator's id, which is also the anchor")
    indicator: Link = told("the indicator")
    figures: tuple[FigureCard, ...] = told("its figures; none for counts, which grow with the size of a place")
    tables: tuple[GridTable, ...] = told("the numbers that may stand side by side, a table a body that made them")
    left: tuple[OutLine, ...] = told("the numbers that may not, and why")
    without: tuple[Link, ...] = told("the places that have no number at all")
    ask: str = told("the form with the first few places filled in")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView(View):
    """A set of places."""

    whole: Link = told("the place that they are of")
    members: int = told("how many places it holds")
    compared: tuple[ComparedBy, ...] = told("what they can be compared by, indicator by indicator, rates first")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[ComparisonsView]:
    """The one list, with the form."""
    yield ComparisonsView(
        lang=lang,
        path=URLS.section("comparisons"),
        title=words["compare.title"],
        description=words["compare.description"].format(count=len(facts.sets)),
        section="charts",
        crumbs=(Link(href=URLS.section("charts"), label=words["chart.list_title"]),),
        sets=tuple(
            Link(
                href=URLS.place_set(one.id),
                label=_sentence(set_name(one, facts, words)),
                note=words["compare.places"].format(count=len(one.members)),
            )
            for one in facts.sets
        ),
        choices=tuple(
            Choice(id=one.id, name=say(one.name, lang))
            # What most come for stands first, and so is chosen where a reader chooses nothing.
            for one in sorted(facts.site.indicators.values(), key=lambda one: one.id != RATE)
            if can_be_compared(one.id, facts)
        ),
        data=URLS.comparison_data(),
        fewest=2,
        most=MOST,
        said=tuple(sorted((key, text) for key, text in words.items() if key.startswith(SAID))),
    )


SAID = ("compare.why.", "compare.script.", "figure.status.", "figure.bound.", "figure.made_by.", "format.")
"""The words that the script needs begin so."""


def views(facts: Facts, lang: str, words: Words) -> Iterable[SetView]:
    """One page a set."""
    drawn = {one.id: one for one in figures(facts, lang, words)}
    for some in facts.sets:
        parts = [_part(some, indicator, drawn, facts, lang, words) for indicator in measured(facts)]
        yield SetView(
            lang=lang,
            path=URLS.place_set(some.id),
            title=words["compare.set_title"].format(set=set_name(some, facts, words)),
            description=words["compare.set_description"].format(set=set_name(some, facts, words)),
            section="charts",
            crumbs=(
                Link(href=URLS.section("charts"), label=words["chart.list_title"]),
                Link(href=URLS.section("comparisons"), label=words["compare.title"]),
            ),
            whole=place_link(some.whole, "", facts, lang),
            members=len(some.members),
            compared=tuple(sorted((one for one in parts if one), key=lambda one: not one.figures)),
        )


def _part(
    some: PlaceSet, indicator: str, drawn: dict[str, Figure], facts: Facts, lang: str, words: Words
) -> ComparedBy | None:
    found, left = compare(some.members, facts.series_of, indicator)
    if not found:
        return None
    return ComparedBy(
        id=indicator,
        indicator=Link(href=URLS.indicator(indicator), label=indicator_name(indicator, facts, lang)),
        figures=tuple(card_of(drawn[id], words) for one in found if (id := id_of(some, one)) in drawn),
        tables=tuple(_table(one, facts, lang, words) for one in found),
        left=tuple(_out(one, facts, lang, words) for one in left if one.series is not None),
        without=tuple(place_link(one.place, "", facts, lang) for one in left if one.series is None),
        ask=asked(indicator, (panel.place for panel in found[0].panels)),
    )


def _table(one: Comparison, facts: Facts, lang: str, words: Words) -> GridTable:
    points = [point for panel in one.panels for series in panel.series for point in series.points]
    return grid_table(grid(points), facts, lang, words)


def _out(one: LeftOut, facts: Facts, lang: str, words: Words) -> OutLine:
    what = ""
    if one.series is not None:
        points = one.series.points
        what = words["compare.numbers_of"].format(
            years="–".join(str(year) for year in dict.fromkeys((points[0].year, points[-1].year))),
            standard=standard_name(one.series.standard, facts, lang),
            producer=made_by(
                (row_of(facts.site.datasets[point.dataset], point.line) for point in points), facts, lang, words
            ),
        )
    return OutLine(place=place_link(one.place, "", facts, lang), what=what, why=words[f"compare.why.{one.why}"])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


LIST = PageKind("comparisons", "comparisons.html", ComparisonsView, lists)
KIND = PageKind("comparison", "comparison.html", SetView, views)
