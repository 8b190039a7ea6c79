"""Places side by side: a page for each set worth comparing, and a form that puts two to six others together."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import VEGA, Figure
from generator.derive.comparison import Comparison, LeftOut, PlaceSet, compare
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.derive.grid import grid
from generator.exports.comparisons import can_be_compared
from generator.site.urls import URLS
from generator.site.wording import localized

from ..figures import figures
from ..figures.card import FigureCard, card_of
from ..figures.compared import id_of, measured, set_name
from ..figures.sources import made_by, row_of
from ..page import Link, PageKind, View, Words, doc
from ..parts.comparing import MOST, asked
from ..parts.links import place_link, section_link
from ..parts.tables import indicator_name, standard_name
from .grids import GridTable, grid_table


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChoice:
    """An indicator of the form."""

    id: str = doc("its id")
    name: str = doc("its name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView(View):
    """The sets, and the form."""

    sets: tuple[Link, ...] = doc("the pages of sets, each with how many places it holds")
    choices: tuple[IndicatorChoice, ...] = doc("the indicators that places can be compared by")
    data: str = doc("the folder of the numbers, from the root of the site: `<indicator>.json` in it")
    chart: str = doc("the specification that the script fills, from the root of the site, with `{width}` for its width")
    fewest: int = doc("how many places a comparison needs")
    most: int = doc("how many it may hold")
    said: tuple[tuple[str, str], ...] = doc("what the script says, by key")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutLine:
    """Numbers that are not compared."""

    place: Link = doc("the place")
    what: str = doc("which numbers: years, standard and producer; empty where there are none")
    why: str = doc("why not")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBy:
    """A set by one indicator."""

    id: str = doc("the indicator's id, which is also the anchor")
    indicator: Link = doc("the indicator")
    figures: tuple[FigureCard, ...] = doc("its figures; none for counts, which grow with the size of a place")
    tables: tuple[GridTable, ...] = doc("the numbers that may stand side by side, a table a body that made them")
    left: tuple[OutLine, ...] = doc("the numbers that may not, and why")
    without: tuple[Link, ...] = doc("the places that have no number at all")
    ask: str = doc("the form with the first few places filled in")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView(View):
    """A set of places."""

    whole: Link = doc("the place that they are of")
    members: int = doc("how many places it holds")
    compared: tuple[ComparedBy, ...] = doc("what they can be compared by, indicator by indicator, rates first")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[ComparisonsView]:
    """The one list, with the form."""
    yield ComparisonsView(
        lang=lang,
        path=URLS.section("comparisons"),
        title=words["compare.title"],
        description=words["compare.description"].format(count=len(facts.sets)),
        section="charts",
        crumbs=(section_link("charts", words),),
        sets=tuple(
            Link(
                href=URLS.place_set(place_set.id),
                label=_sentence(set_name(place_set, facts, words)),
                note=words["compare.places"].format(count=len(place_set.members)),
            )
            for place_set in facts.sets
        ),
        choices=tuple(
            IndicatorChoice(id=indicator.id, name=localized(indicator.name, lang))
            # What most come for stands first, and so is chosen where a reader chooses nothing.
            for indicator in sorted(facts.site.indicators.values(), key=lambda indicator: indicator.id != RATE)
            if can_be_compared(indicator.id, facts)
        ),
        data=URLS.comparison_data(),
        chart=URLS.comparison_data(f"{lang}-{{width}}{VEGA}"),
        fewest=2,
        most=MOST,
        said=tuple(sorted((key, text) for key, text in words.items() if key.startswith(SAID))),
    )


SAID = (
    "compare.counts",
    "compare.why.",
    "compare.script.",
    "figure.status.",
    "figure.bound.",
    "figure.made_by.",
    "format.",
)
"""The words that the script needs begin so."""


def views(facts: Facts, lang: str, words: Words) -> Iterable[SetView]:
    """One page a set."""
    drawn = {figure.id: figure for figure in figures(facts, lang, words)}
    for place_set in facts.sets:
        parts = [_part(place_set, indicator, drawn, facts, lang, words) for indicator in measured(facts)]
        yield SetView(
            lang=lang,
            path=URLS.place_set(place_set.id),
            title=words["compare.set_title"].format(set=set_name(place_set, facts, words)),
            description=words["compare.set_description"].format(set=set_name(place_set, facts, words)),
            section="charts",
            crumbs=(
                section_link("charts", words),
                section_link("comparisons", words),
            ),
            whole=place_link(place_set.whole, facts, lang),
            members=len(place_set.members),
            compared=tuple(sorted((part for part in parts if part), key=lambda part: not part.figures)),
        )


def _part(
    place_set: PlaceSet, indicator: str, drawn: dict[str, Figure], facts: Facts, lang: str, words: Words
) -> ComparedBy | None:
    found, left = compare(place_set.members, facts.series_of, indicator)
    if not found:
        return None
    return ComparedBy(
        id=indicator,
        indicator=Link(href=URLS.indicator(indicator), label=indicator_name(indicator, facts, lang)),
        figures=tuple(
            card_of(drawn[id], words) for comparison in found if (id := id_of(place_set, comparison)) in drawn
        ),
        tables=tuple(_table(comparison, facts, lang, words) for comparison in found),
        left=tuple(_out(left_out, facts, lang, words) for left_out in left if left_out.series is not None),
        without=tuple(place_link(left_out.place, facts, lang) for left_out in left if left_out.series is None),
        ask=asked(indicator, (panel.place for panel in found[0].panels)),
    )


def _table(comparison: Comparison, facts: Facts, lang: str, words: Words) -> GridTable:
    points = [point for panel in comparison.panels for series in panel.series for point in series.points]
    return grid_table(grid(points), facts, lang, words)


def _out(left: LeftOut, facts: Facts, lang: str, words: Words) -> OutLine:
    what = ""
    if left.series is not None:
        points = left.series.points
        what = words["compare.numbers_of"].format(
            years="–".join(str(year) for year in dict.fromkeys((points[0].year, points[-1].year))),
            standard=standard_name(left.series.standard, facts, lang),
            producer=made_by(
                (row_of(facts.site.datasets[point.dataset], point.line) for point in points), facts, lang, words
            ),
        )
    return OutLine(place=place_link(left.place, facts, lang), what=what, why=words[f"compare.why.{left.why}"])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


LIST = PageKind("comparisons", "comparisons.html", ComparisonsView, lists)
KIND = PageKind("comparison", "comparison.html", SetView, views)
