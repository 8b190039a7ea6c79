"""Every file of the site, declared: its path, its recipe, and all that the recipe is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.charts import CHARTS
from generator.charts.figure import WIDTHS, Figure
from generator.charts.frame import PAINTS
from generator.charts.marks import draw
from generator.derive.facts import Facts
from generator.exports import api, calendars, comparisons, feeds, indicators, lists, opendata, search
from generator.exports.api.charts import ApiFile, charts_of
from generator.exports.recipes import CsvRecipe
from generator.model.line_ends import original
from generator.model.output import AsIs, Output
from generator.pages import KINDS
from generator.pages.figures import figures
from generator.pages.figures.card import credit
from generator.pages.front.findable import entries_of
from generator.pages.page import View, Words
from generator.pages.parts.findable_places import places_of
from generator.pages.parts.wording import say
from generator.render import handbook
from generator.render.chain import fault
from generator.render.picture import Drawing, Kind, PictureRecipe, Style, style_of
from generator.render.theme import Theme
from generator.site.urls import URLS, Urls, in_language

Spoken = Mapping[str, Words]  # the words of each language
Drawn = Mapping[str, tuple[Figure, ...]]  # the figures of each language, in the same order
Ask = Callable[[Output], Callable[[], bytes]]
"""Has an output made; what it gives waits for the bytes."""
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


def outputs(facts: Facts, theme: Theme, root: Path, ask: Ask) -> Iterator[tuple[Output, ...]]:
    """Every file of the site, in two parts: figures and datasets, and the rest.

    The first is soon declared, and can be begun while the second is declared. The handbook is made on the way
    (`ask`), since only MkDocs knows which files it has.
    """
    books = {lang: ask(_handbook(facts, theme, lang)) for lang in theme.languages}
    words = {lang: _Words(theme, lang) for lang in theme.languages}
    drawn = {lang: figures(facts, lang, words[lang]) for lang in theme.languages}
    yield (*_pictures(drawn, theme, facts, words), *opendata.outputs(facts))
    pages = list(_pages(facts, theme, words))
    yield (
        *lists.outputs(facts, words),
        *(page for _, page in pages),
        *(Output(path, AsIs(), body) for path, body in theme.assets()),
        *_originals(facts, root),
        *indicators.outputs(facts),
        *comparisons.outputs(facts),
        *calendars.outputs(facts, words),
        *api.outputs(facts, charts_of(_each(drawn), theme.languages, partial(_files, drawn))),
        *_search(facts, drawn, words),
        *feeds.outputs(facts.site.config, (view.path for view, _ in pages if not view.path.endswith(".html"))),
        *(one for lang, book in books.items() for one in _opened(book(), lang, theme.languages)),
    )


class _Words(dict[str, str]):
    """The words of a language; a word that the theme lacks is a mistake of the theme, not of ours."""

    def __init__(self, theme: Theme, lang: str) -> None:
        super().__init__(theme.words(lang))
        self.where = theme.chain.shown(f"{theme.chain.names[0]}/locales/{lang}")

    def __missing__(self, key: str) -> str:
        raise fault(self.where, 1, f"`{key}`")


def _pages(facts: Facts, theme: Theme, words: Spoken) -> Iterator[tuple[View, Output]]:
    for lang in theme.languages:
        for kind in KINDS:
            recipe = theme.recipe(kind.template, lang)
            for view in kind.views(facts, lang, words[lang]):
                path = in_language(view.path, lang, theme.languages)
                yield view, Output(f"{path}index.html" if path[-1:] in ("", "/") else path, recipe, view)


def _pictures(drawn: Drawn, theme: Theme, facts: Facts, words: Spoken) -> Iterator[Output]:
    """The files of every figure: a picture for each width, a poster to take along, and its numbers."""
    style = style_of(theme.fonts(), theme.tokens, PAINTS)
    at = Urls(facts.site.config.base_url)
    for lang, some in drawn.items():
        said = tuple(sorted((key, word) for key, word in words[lang].items() if key.startswith(DRAWN)))
        recipe = partial(_picture, said, style)
        for figure in some:
            place = partial(in_language, lang=lang, languages=theme.languages)
            source = credit(figure, at.of(place(URLS.chart(figure.id))), words[lang])
            drawing = Drawing(lang=lang, rows=figure.rows, title=figure.title, description=figure.alt)
            poster = replace(drawing, about=figure.about, source=source)
            for width in WIDTHS:
                yield Output(place(URLS.chart(figure.id, f"-{width}.svg")), recipe(figure, width, "screen"), drawing)
            yield Output(place(URLS.chart(figure.id, ".svg")), recipe(figure, WIDTHS[-1], "poster"), poster)
            if figure.png:
                yield Output(place(URLS.chart(figure.id, ".png")), recipe(figure, WIDTHS[-1], "png"), poster)
            yield Output(place(URLS.chart(figure.id, ".csv")), CsvRecipe(), (figure.data[0], figure.data[1:]))


def _picture(words: tuple[tuple[str, str], ...], style: Style, figure: Figure, width: int, kind: Kind) -> PictureRecipe:
    chart = CHARTS[figure.chart]
    return PictureRecipe(chart=chart.name, draw=draw, lay=chart.lay, words=words, width=width, kind=kind, style=style)


def _search(facts: Facts, drawn: Drawn, words: Spoken) -> Iterator[Output]:
    """The search index in each language."""
    for lang, said in words.items():
        places, entries = places_of(facts, said), entries_of(facts, drawn[lang], lang, said)
        yield from search.outputs(places, said["search.place"], entries, lang, tuple(words))


def _each(drawn: Drawn) -> Iterator[Figure]:
    """The figures by id, each in every language."""
    for some in zip(*drawn.values(), strict=True):
        yield from some


def _files(drawn: Drawn, id: str) -> Iterator[ApiFile]:
    """What can be taken along of a figure, in each language."""
    languages = tuple(drawn)
    for lang, some in drawn.items():
        figure = next(one for one in some if one.id == id)
        for form in ("svg", *(("png",) if figure.png else ()), "csv"):
            yield ApiFile(format=form, lang=lang, url=in_language(URLS.chart(figure.id, f".{form}"), lang, languages))


def _originals(facts: Facts, root: Path) -> Iterator[Output]:
    """The source of each plan, byte for byte."""
    for plan in facts.site.plans.values():
        body = (root / "content/plans" / plan.id / plan.source.file).read_bytes()
        yield Output(URLS.original(plan.id), AsIs(), original(body, plan.source.sha256))


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


def _opened(packed: bytes, lang: str, languages: tuple[str, ...]) -> Iterator[Output]:
    """The files of a handbook."""
    for path, body in handbook.unpack(packed).items():
        yield Output(in_language(HANDBOOK + path, lang, languages), AsIs(), body)
