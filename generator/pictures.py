"""The files of every figure: pictures, their specifications, and their numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from generator.charts import CHARTS
from generator.charts.figure import SPECIFICATION, WIDTHS, Chart, Figure, Laid
from generator.charts.frame import PAINTS
from generator.charts.marks import draw
from generator.charts.style import FONT
from generator.derive.facts import Facts
from generator.exports.api.charts import ApiChart, ApiFile, charts_of
from generator.exports.recipes import CsvRecipe
from generator.model.output import Output, Recipe
from generator.pages.figures import figures
from generator.pages.figures.card import credit
from generator.pages.page import Words
from generator.render.picture import Drawing, PictureRecipe, Style, style_of
from generator.render.theme import Theme
from generator.render.vega import ChartDrawing, ChartRecipe
from generator.render.vega import Kind as SpecKind
from generator.site.urls import URLS, Urls, in_language

Drawn = Mapping[str, tuple[Figure, ...]]  # the figures of each language, in the same order
DRAWN = ("chart.", "format.")
"""The words that a chart may draw begin so; another word of the interface makes no picture again."""


def pictures(theme: Theme, facts: Facts, words: Words, lang: str) -> Iterator[Output]:
    """The files of every figure: a picture for each width, a poster to take along, and its numbers."""
    style = style_of(theme.fonts(), theme.tokens, PAINTS, FONT)
    at = Urls(facts.site.config.base_url)
    said = tuple(sorted((key, word) for key, word in words.items() if key.startswith(DRAWN)))
    place = partial(in_language, lang=lang, languages=theme.languages)
    for figure in figures(facts, lang, words):
        chart = CHARTS[figure.chart]
        source = credit(figure, at.of(place(URLS.chart(figure.id))), words)
        about: dict[str, Any] = {"lang": lang, "rows": figure.rows, "title": figure.title, "description": figure.alt}
        recipe: Callable[[int, Any], Recipe]
        drawing: Any
        if isinstance(chart, Chart):
            recipe = partial(_recipe, chart, words, style)
            drawing = ChartDrawing(traits=chart.traits(figure.rows), **about)
        else:
            recipe, drawing = partial(_picture, chart, said, style), Drawing(**about)
        poster = replace(drawing, about=figure.about, source=source)
        for width in WIDTHS:
            yield Output(place(URLS.chart(figure.id, f"-{width}.svg")), recipe(width, "screen"), drawing)
        yield Output(place(URLS.chart(figure.id, ".svg")), recipe(WIDTHS[-1], "poster"), poster)
        if figure.png:
            yield Output(place(URLS.chart(figure.id, ".png")), recipe(WIDTHS[-1], "png"), poster)
        if SPECIFICATION in figure.forms:
            yield Output(place(URLS.chart(figure.id, SPECIFICATION)), recipe(WIDTHS[-1], "vega-lite"), poster)
        yield Output(place(URLS.chart(figure.id, ".csv")), CsvRecipe(), (figure.data[0], figure.data[1:]))


def _recipe(chart: Chart, words: Words, style: Style, width: int, kind: SpecKind) -> ChartRecipe:
    said = tuple((key, words[key]) for key in chart.words)
    return ChartRecipe(chart=chart.name, template=chart.template, words=said, width=width, kind=kind, style=style)


def _picture(chart: Laid, words: tuple[tuple[str, str], ...], style: Style, width: int, kind: Any) -> PictureRecipe:
    return PictureRecipe(chart=chart.name, draw=draw, lay=chart.lay, words=words, width=width, kind=kind, style=style)


def charts(facts: Facts, words: Mapping[str, Words]) -> tuple[ApiChart, ...]:
    """The charts as the API has them."""
    drawn = {lang: figures(facts, lang, said) for lang, said in words.items()}
    by_id = (figure for same in zip(*drawn.values(), strict=True) for figure in same)
    return charts_of(by_id, tuple(words), partial(_files, drawn))


def _files(drawn: Drawn, id: str) -> Iterator[ApiFile]:
    """What can be taken along of a figure, in each language."""
    languages = tuple(drawn)
    for lang, some in drawn.items():
        figure = next(one for one in some if one.id == id)
        for form in figure.forms:
            url = in_language(URLS.chart(figure.id, form), lang, languages)
            yield ApiFile(format="vega-lite" if form == SPECIFICATION else form[1:], lang=lang, url=url)
