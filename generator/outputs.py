"""Every file of the site, declared in groups: its path, its recipe, and all that the recipe is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from generator.charts import CHARTS
from generator.charts.figure import SPECIFICATION, WIDTHS, Chart, Figure, Laid
from generator.charts.frame import PAINTS
from generator.charts.marks import draw
from generator.charts.style import FONT
from generator.derive.facts import Facts
from generator.exports import api, calendars, comparisons, feeds, indicators, lists, opendata, search
from generator.exports.api.charts import ApiChart, ApiFile, charts_of
from generator.exports.recipes import CsvRecipe
from generator.model.line_ends import original
from generator.model.output import AsIs, Group, Output, Recipe, Summary
from generator.pages import KINDS
from generator.pages.figures import figures
from generator.pages.figures.card import credit
from generator.pages.front.findable import entries_of
from generator.pages.page import PageKind, View, Words
from generator.pages.parts.findable_places import places_of
from generator.pages.parts.wording import say
from generator.render import handbook
from generator.render.chain import fault
from generator.render.picture import Drawing, PictureRecipe, Style, style_of
from generator.render.theme import Theme
from generator.render.vega import ChartDrawing, ChartRecipe
from generator.render.vega import Kind as SpecKind
from generator.site.urls import URLS, Urls, in_language

Spoken = Mapping[str, Words]  # the words of each language
Drawn = Mapping[str, tuple[Figure, ...]]  # the figures of each language, in the same order
Ask = Callable[[Output], Callable[[], bytes]]
"""Has an output made; what it gives waits for the bytes."""
Recall = Callable[[str, Callable[[], dict[str, int]]], dict[str, int]]
"""Gives what is remembered under a name, or has it worked out."""
HANDBOOK = URLS.section("handbook")
DRAWN = ("chart.", "format.")
"""The words that a chart may draw begin so; another word of the interface makes no picture again."""


def theme_of(folder: Path, facts: Facts) -> Theme:
    """The theme of a project. Raises TemplateFault for what is wrong in it."""
    config = facts.site.config
    about = {
        lang: {
            "title": say(config.title, lang),
            "tagline": say(config.tagline, lang),
            "operator": say(config.operator, lang),
            "as_of": config.as_of.isoformat(),
            "base_url": config.base_url,
            "repository": config.repository,
            "contact": config.contact,
        }
        for lang in config.languages
    }
    return Theme(folder, config.theme, config.languages, config.base_path, about)


def words_of(theme: Theme) -> Spoken:
    """The words of each language."""
    return {lang: _Words(theme, lang) for lang in theme.languages}


def groups(facts: Facts, theme: Theme, words: Spoken, root: Path, ask: Ask) -> Iterator[Group]:
    """Every file of the site in groups, but for the summaries. What takes longest comes first.

    The handbook is made on the way (`ask`), since only MkDocs knows which files it has.
    """
    paths: set[str] = set()  # of pages, for the sitemap
    for lang in theme.languages:
        book = cache(partial(_asked, facts, theme, lang, ask))
        yield Group(f"handbook {lang}", partial(_opened, book, lang, theme.languages), begin=book)
        yield Group(f"pictures {lang}", partial(_pictures, theme, facts, words[lang], lang), early=True)
    yield Group("datasets", partial(opendata.outputs, facts), early=True)
    yield Group("lists", partial(lists.outputs, facts, words))
    for lang in theme.languages:
        for kind in KINDS:
            yield from _pages(kind, facts, theme, lang, words[lang], paths)
    yield Group("assets", lambda: (Output(path, AsIs(), body) for path, body in theme.assets()))
    for id in facts.site.plans:
        yield Group(f"original {id}", partial(_original, facts, root, id), plan=id)
    yield Group("indicators", partial(indicators.outputs, facts))
    yield Group("comparisons", partial(comparisons.outputs, facts))
    yield Group("calendars", partial(calendars.outputs, facts, words))
    yield from api.groups(facts, partial(_charts, facts, words))
    for lang in theme.languages:
        yield Group(f"search {lang}", partial(_search, facts, lang, words))
    yield Group("feeds", lambda: feeds.outputs(facts.site.config, paths))


def summaries(facts: Facts, words: Spoken, recall: Recall) -> Iterator[Summary]:
    """The files about other files."""
    counts = partial(recall, "api counts", lambda: api.counts(facts, _charts(facts, words)))
    yield Summary("api index", lambda digests: api.index(facts, counts(), digests))


class _Words(dict[str, str]):
    """The words of a language; a word that the theme lacks is a mistake of the theme, not of ours."""

    def __init__(self, theme: Theme, lang: str) -> None:
        super().__init__(theme.words(lang))
        self.where = theme.chain.shown(f"{theme.chain.names[0]}/locales/{lang}")

    def __missing__(self, key: str) -> str:
        raise fault(self.where, 1, f"`{key}`")


def _pages(kind: PageKind, facts: Facts, theme: Theme, lang: str, words: Words, paths: set[str]) -> Iterator[Group]:
    """The pages of a kind in a language: those of each plan apart, where they can be. Adds their paths to `paths`."""

    def declared(some: Facts) -> Iterator[Output]:
        recipe = theme.recipe(kind.template, lang)
        for view in kind.views(some, lang, words):
            path = in_language(view.path, lang, theme.languages)
            if not path.endswith(".html"):
                paths.add(view.path)
            yield Output(f"{path}index.html" if path[-1:] in ("", "/") else path, recipe, view)

    name = f"{kind.name} {lang}"
    if not kind.by_plan:
        yield Group(name, partial(declared, facts))
        return
    for id in facts.site.plans:
        yield Group(f"{name} {id}", partial(_declared_of, declared, facts, id), plan=id)


def _declared_of(declared: Callable[[Facts], Iterator[Output]], facts: Facts, plan: str) -> Iterator[Output]:
    return declared(facts.of_plan(plan))


def _pictures(theme: Theme, facts: Facts, words: Words, lang: str) -> Iterator[Output]:
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


def _search(facts: Facts, lang: str, words: Spoken) -> Iterable[Output]:
    """The search index in a language."""
    said = words[lang]
    entries = entries_of(facts, figures(facts, lang, said), lang, said)
    return search.outputs(places_of(facts, said), said["search.place"], entries, lang, tuple(words))


def _charts(facts: Facts, words: Spoken) -> tuple[ApiChart, ...]:
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


def _original(facts: Facts, root: Path, id: str) -> Iterator[Output]:
    """The source of a plan, byte for byte."""
    source = facts.site.plans[id].source
    body = (root / "content/plans" / id / source.file).read_bytes()
    yield Output(URLS.original(id), AsIs(), original(body, source.sha256))


def _asked(facts: Facts, theme: Theme, lang: str, ask: Ask) -> Callable[[], bytes]:
    return ask(_handbook(facts, theme, lang))


def _handbook(facts: Facts, theme: Theme, lang: str) -> Output:
    """The handbook in a language of the site, packed."""
    config = facts.site.config
    layout = {name: theme.chain.data(path) for name, path in theme.chain.files("handbook").items()}
    own, pages = handbook.language_of(facts.site.handbook, lang, theme.languages[0])
    view = View(
        lang=lang, path=HANDBOOK + handbook.PATH, title=handbook.TITLE, description=handbook.ABOUT, section="handbook"
    )
    frame = theme.recipe("handbook.html", lang)(view).decode()
    given = handbook.Handbook(own, lang, f"content/handbook/{own}", pages, layout, frame, config.as_of)
    return Output(f"{lang}/{HANDBOOK}", handbook.HandbookRecipe(), given)


def _opened(book: Callable[[], Callable[[], bytes]], lang: str, languages: tuple[str, ...]) -> Iterator[Output]:
    """The files of a handbook."""
    for path, body in handbook.unpack(book()()).items():
        yield Output(in_language(HANDBOOK + path, lang, languages), AsIs(), body)
