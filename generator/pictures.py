"""The files of every figure: pictures, their specifications, and their numbers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Any

from generator.charts import CHARTS
from generator.charts.figure import SPECIFICATION, VEGA, WIDTHS, Figure
from generator.charts.panels import Row as Panel
from generator.charts.style import FONT, TOKENS
from generator.derive.facts import Facts
from generator.exports.api.charts import ApiChart, ApiFile, charts_of
from generator.exports.recipes import CsvRecipe, JsonRecipe, json_bytes
from generator.model.output import Output
from generator.pages.figures import figures
from generator.pages.figures.card import card_of, credit, framed, height_of
from generator.pages.page import Words
from generator.pages.parts.citing import address_of
from generator.pages.parts.plan_card import plan_card
from generator.render.picture import Drawing, IconRecipe, PictureRecipe, PreviewRecipe, Style, style_of
from generator.render.theme import Theme
from generator.site import formats
from generator.site.urls import URLS, Urls, in_language
from generator.site.wording import localized

ICONS = (180, 192, 512)  # pixels: for the screens of telephones, for browsers, for stores
Drawn = Mapping[str, tuple[Figure, ...]]  # the figures of each language, in the same order


def pictures(theme: Theme, facts: Facts, words: Words, lang: str) -> Iterator[Output]:
    """The files of every figure: a picture for each width, a poster and a specification to take along, its numbers."""
    style = style_of(theme.fonts(), theme.tokens, TOKENS, FONT)
    yield from _for_comparisons(style, words, lang)
    at = Urls(facts.site.config.base_url)
    place = partial(in_language, lang=lang, languages=theme.languages)
    for figure in figures(facts, lang, words):
        chart = CHARTS[figure.chart]
        source = credit(figure, at.of(place(URLS.chart(figure.id))), words)
        said = tuple((key, words[key]) for key in chart.words)
        recipe = partial(PictureRecipe, chart=chart, words=said, style=style)
        drawing = Drawing(lang=lang, rows=figure.rows, title=figure.title, description=figure.alt)
        poster = replace(drawing, about=figure.about, source=source)
        for width in WIDTHS:
            yield Output(place(URLS.chart(figure.id, f"-{width}.svg")), recipe(width=width, kind="screen"), drawing)
        yield Output(place(URLS.chart(figure.id, ".svg")), recipe(width=WIDTHS[-1], kind="poster"), poster)
        if figure.png:
            yield Output(place(URLS.chart(figure.id, ".png")), recipe(width=WIDTHS[-1], kind="png"), poster)
        yield Output(place(URLS.chart(figure.id, SPECIFICATION)), recipe(width=WIDTHS[-1], kind="vega-lite"), poster)
        yield Output(place(URLS.oembed(figure.id)), JsonRecipe(), _embedding(figure, facts, lang, words))
        yield Output(place(URLS.chart(figure.id, ".csv")), CsvRecipe(), (figure.data[0], figure.data[1:]))


def _embedding(figure: Figure, facts: Facts, lang: str, words: Words) -> dict[str, Any]:
    """What a site that embeds charts by oEmbed asks for."""
    config, card = facts.site.config, card_of(figure, words)
    markup = framed(card, address_of(URLS.embedded(figure.id), facts.site, lang))
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": localized(config.title, lang),
        "provider_url": config.base_url,
        "title": figure.title,
        "html": markup,
        "width": card.large.width,
        "height": height_of(card),
    }


def previews(theme: Theme, facts: Facts, words: Words, lang: str) -> Iterator[Output]:
    """The pictures that go with links: of the site and of each plan; the icons beside those of the first language."""
    config = facts.site.config
    recipe = PreviewRecipe(style_of(theme.fonts(), theme.tokens, TOKENS, FONT))
    place = partial(in_language, lang=lang, languages=theme.languages)
    name, day = localized(config.title, lang), words["frame.as_of"].format(date=formats.day(config.as_of, words))
    yield Output(place(URLS.preview()), recipe, (day, name, (localized(config.tagline, lang),)))
    for plan in facts.site.plans.values():
        card = plan_card(plan, facts.site, lang, words)
        below = (f"{card.doc_type} {card.number}, {card.issuer}", card.period, name)
        yield Output(place(URLS.preview(plan.id)), recipe, (card.place, card.title, below))
    if lang == theme.languages[0]:
        icon = theme.chain.text(theme.chain.files("assets")["icon.svg"])
        for size in ICONS:
            yield Output(URLS.icon(size), IconRecipe(size), icon)


def _for_comparisons(style: Style, words: Words, lang: str) -> Iterator[Output]:
    """What a reader's own comparison is drawn with: panels without rows, under names of up to three lines."""
    chart, names = CHARTS["panels"], (Panel(0, "\n\n", "result", 0),)
    for width in WIDTHS:
        said = tuple((key, words[key]) for key in chart.words)
        recipe = PictureRecipe(chart=chart, words=said, width=width, kind="vega", style=style)
        drawing = Drawing(lang=lang, rows=names, title="", description="")
        yield Output(URLS.comparison_data(f"{lang}-{width}{VEGA}"), recipe, drawing)


def charts(facts: Facts, words: Mapping[str, Words]) -> tuple[ApiChart, ...]:
    """The charts as the API has them."""
    drawn = {lang: figures(facts, lang, said) for lang, said in words.items()}
    by_id = (figure for same in zip(*drawn.values(), strict=True) for figure in same)
    return charts_of(by_id, tuple(words), partial(_files, drawn))


@dataclass(frozen=True, slots=True)
class SpecifiedRecipe:
    """The charts of the API as JSON, with their specifications: a recipe for each, in the same order."""

    recipes: tuple[PictureRecipe, ...]

    @property
    def digest(self) -> str:
        """Of all recipes."""
        return sha256("".join(recipe.digest for recipe in self.recipes).encode()).hexdigest()

    def __call__(self, given: tuple[Sequence[Mapping[str, Any]], Sequence[Drawing]]) -> bytes:
        charts = zip(*given, self.recipes, strict=True)
        return json_bytes(
            [{**chart, "specification": json.loads(recipe(drawing))} for chart, drawing, recipe in charts]
        )


def specified(output: Output, theme: Theme, facts: Facts, words: Words, lang: str) -> Output:
    """The file of the API's charts with the specification of each, which is remembered like a picture."""
    own = [picture for picture in pictures(theme, facts, words, lang) if picture.path.endswith(SPECIFICATION)]
    recipe = SpecifiedRecipe(tuple(picture.recipe for picture in own if isinstance(picture.recipe, PictureRecipe)))
    return Output(output.path, recipe, (output.given, tuple(picture.given for picture in own)))


def _files(drawn: Drawn, id: str) -> Iterator[ApiFile]:
    """What can be taken along of a figure, in each language."""
    languages = tuple(drawn)
    for lang, own in drawn.items():
        figure = next(figure for figure in own if figure.id == id)
        for form in figure.forms:
            url = in_language(URLS.chart(figure.id, form), lang, languages)
            yield ApiFile(format="vega-lite" if form == SPECIFICATION else form[1:], lang=lang, url=url)
