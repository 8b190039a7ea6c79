"""The list of charts, and one page a chart: its point, the picture, the table, its notes, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts

from .figures import figures
from .figures.card import FigureCard, card_of
from .lineage import link
from .page import Link, PageKind, View, Words, told
from .wording import say, tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView(View):
    """The list of charts."""

    shown: tuple[FigureCard, ...] = told("comparisons and overviews, with their pictures")
    others: tuple[Link, ...] = told("the charts of single communes")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView(View):
    """One chart."""

    figure: FigureCard = told("the figure with its table, notes and files")
    dataset: Link | None = told("the dataset that it draws; none where it is drawn from the plans' words")
    places: tuple[Link, ...] = told("the places that it is about")
    as_of: date = told("the day that the content stands for")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[ChartsView]:
    """The one list."""
    drawn = figures(facts, lang, words)
    yield ChartsView(
        lang=lang,
        path="bieu-do/",
        title=words["chart.list_title"],
        description=words["chart.list_description"].format(count=len(drawn)),
        section="charts",
        shown=tuple(card_of(one, words) for one in drawn if one.poster),
        others=tuple(
            Link(href=f"bieu-do/{one.id}/", label=link(one.places[0], facts, lang).label, lang=tongue(lang))
            for one in drawn
            if not one.poster
        ),
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[ChartView]:
    """One page a chart."""
    for figure in figures(facts, lang, words):
        dataset = facts.site.datasets.get(figure.dataset or "")
        yield ChartView(
            lang=lang,
            path=f"bieu-do/{figure.id}/",
            title=figure.title,
            description=figure.about,
            section="charts",
            crumbs=(Link(href="bieu-do/", label=words["chart.list_title"]),),
            figure=card_of(figure, words),
            dataset=Link(href=f"du-lieu/{dataset.id}/", label=say(dataset.title, lang)) if dataset else None,
            places=tuple(link(one, facts, lang) for one in figure.places),
            as_of=facts.site.config.as_of,
        )


LIST = PageKind("charts", "charts.html", ChartsView, lists)
KIND = PageKind("chart", "chart.html", ChartView, views)
