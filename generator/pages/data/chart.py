"""The list of charts, and one page a chart: its point, the picture, the table, its notes, how to cite it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import SIDE_BY_SIDE, Figure
from generator.derive.facts import Facts
from generator.site.formats import day
from generator.site.urls import URLS, dataset_of, in_language
from generator.site.wording import content_language, localized

from ..figures import figures
from ..figures.card import FigureCard, card_of, framed
from ..page import Alternate, Citing, Link, PageKind, View, Words, doc
from ..parts.citing import address_of, cited_numbers, dated_address
from ..parts.links import place_link, section_link
from ..parts.naming import place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView(View):
    """The list of charts."""

    shown: tuple[FigureCard, ...] = doc("comparisons and overviews, with their pictures")
    sets: tuple[Link, ...] = doc("the charts that put the places of a set side by side")
    others: tuple[Link, ...] = doc("the charts of single provinces, regions and communes")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView(View):
    """One chart."""

    figure: FigureCard = doc("the figure with its table, notes and files")
    datasets: tuple[Link, ...] = doc("the datasets that it draws; none where it is drawn from the plans' words")
    places: tuple[Link, ...] = doc("the places that it is about")
    frames: tuple[tuple[str, str], ...] = doc("how to show it on another site: what the form is, and its markup")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedView(View):
    """One chart alone, in a frame on another site."""

    figure: FigureCard = doc("the figure")
    day: str = doc("the day of the content")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[ChartsView]:
    """The one list."""
    drawn = figures(facts, lang, words)
    yield ChartsView(
        lang=lang,
        path=URLS.section("charts"),
        title=words["chart.list_title"],
        description=words["chart.list_description"].format(count=len(drawn)),
        section="charts",
        shown=tuple(card_of(figure, words) for figure in drawn if figure.chart not in SIDE_BY_SIDE and not figure.many),
        sets=tuple(
            Link(href=URLS.chart(figure.id), label=figure.title) for figure in drawn if figure.chart in SIDE_BY_SIDE
        ),
        others=tuple(
            Link(href=URLS.chart(figure.id), label=place_name(figure.places[0], facts), lang=content_language(lang))
            for figure in drawn
            if figure.many
        ),
    )


def _datasets(figure: Figure, facts: Facts) -> tuple[str, ...]:
    """The datasets that a figure draws: its own, and those that its numbers lead to."""
    led = (dataset_of(href) for row in figure.links for href in row)
    return tuple(id for id in dict.fromkeys((figure.dataset or "", *led)) if id in facts.site.datasets)


def _cited(figure: Figure, facts: Facts, lang: str, words: Words) -> Citing:
    sources = "; ".join(label for label, _ in figure.sources)
    sentence = words["chart.citation" if figure.made_by else "chart.citation_ours"].format(
        site=localized(facts.site.config.title, lang),
        title=figure.title,
        producer=figure.made_by,
        sources=sources,
        date=day(facts.site.config.as_of, words),
    )
    path = URLS.chart(figure.id)
    csv = in_language(URLS.chart(figure.id, ".csv"), lang, facts.site.config.languages)
    makers = (figure.made_by,)
    files = (("text/csv", csv),)
    return cited_numbers(
        "chart", path, figure.title, sentence, makers, files, facts.site, lang, figure.about, "", sources
    )


def _frames(card: FigureCard, facts: Facts, lang: str, words: Words) -> Iterable[tuple[str, str]]:
    """The frame with the chart of today, and the one with that of the last release."""
    path = URLS.embedded(card.id)
    yield words["chart.embed_today"], framed(card, address_of(path, facts.site, lang))
    if dated := dated_address(path, facts.site, lang):
        yield words["chart.embed_dated"], framed(card, dated)


def embedded(facts: Facts, lang: str, words: Words) -> Iterable[EmbeddedView]:
    """A page for each chart that holds nothing else."""
    for figure in figures(facts, lang, words):
        yield EmbeddedView(
            lang=lang,
            path=URLS.embedded(figure.id),
            title=figure.title,
            description=figure.about,
            figure=card_of(figure, words),
            day=day(facts.site.config.as_of, words),
        )


def views(facts: Facts, lang: str, words: Words) -> Iterable[ChartView]:
    """One page a chart."""
    for figure in figures(facts, lang, words):
        card = card_of(figure, words)
        yield ChartView(
            lang=lang,
            path=URLS.chart(figure.id),
            title=figure.title,
            description=figure.about,
            section="charts",
            crumbs=(section_link("charts", words),),
            cite=_cited(figure, facts, lang, words),
            figure=card,
            frames=tuple(_frames(card, facts, lang, words)),
            alternates=(
                Alternate(
                    type="application/json+oembed",
                    path=in_language(URLS.oembed(figure.id), lang, facts.site.config.languages),
                    title=figure.title,
                ),
            ),
            datasets=tuple(
                Link(href=URLS.dataset(id), label=localized(facts.site.datasets[id].title, lang))
                for id in _datasets(figure, facts)
            ),
            places=tuple(place_link(place, facts, lang) for place in figure.places),
        )


LIST = PageKind("charts", "charts.html", ChartsView, lists)
KIND = PageKind("chart", "chart.html", ChartView, views)
EMBEDDED = PageKind("embedded", "embedded.html", EmbeddedView, embedded)
