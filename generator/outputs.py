"""Every file of the site, declared in groups: its path, its recipe, and all that the recipe is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.derive.facts import Facts
from generator.exports import api
from generator.exports.api.charts import ApiChart
from generator.exports.recipes import JsonRecipe
from generator.model.diagnostic import Phrase
from generator.model.line_ends import original
from generator.model.output import AsIs, Group, Later, Output, Summary
from generator.model.release import RECORD, Release
from generator.pages import MODULES, PageModule
from generator.pages.page import Link, PageKind, ReplyLine, View, Words
from generator.pages.parts.corrected import marks
from generator.pages.parts.replied import replies
from generator.render import handbook
from generator.render.language import fault
from generator.render.theme import Theme
from generator.site.urls import URLS, in_language
from generator.site.wording import localized

Spoken = Mapping[str, Words]  # the words of each language
Make = Callable[[Output], bytes]
"""Makes an output that is no file of the site, or remembers it."""
EDITION = "edition "
PAGES = "pages "
"""The groups of pages begin so, with the language after it."""
Recall = Callable[[str, Callable[[], dict[str, int]]], dict[str, int]]
"""Gives what is remembered under a name, or has it worked out."""
HANDBOOK = URLS.section("handbook")


def theme_of(folder: Path, facts: Facts) -> Theme:
    """The theme of a project. Raises TemplateFault for what is wrong in it."""
    config = facts.site.config
    about = {
        lang: {
            "title": localized(config.title, lang),
            "tagline": localized(config.tagline, lang),
            "operator": localized(config.operator, lang),
            "as_of": config.as_of.isoformat(),
            "base_url": config.base_url,
            "repository": config.repository,
            "contact": config.contact,
            "report_email": config.report_email,
            "report_form": config.report_form,
            "prose": " ".join(f"{id}/" for id in facts.site.pages),
        }
        for lang in config.languages
    }
    return Theme(folder, config.theme, config.languages, config.base_path, about)


def words_of(theme: Theme) -> Spoken:
    """The words of each language."""
    return {lang: _Words(theme, lang) for lang in theme.languages}


def groups(facts: Facts, theme: Theme, words: Spoken, root: Path, make: Make) -> Iterator[Group]:
    """Every file of the site in groups, but for the summaries. What takes longest comes first.

    The handbook is made on the way (`make`), since only MkDocs knows which files it has.
    """
    for lang in theme.languages:
        yield Group(f"pictures {lang}", partial(_pictures, facts, theme, words[lang], lang))
    for lang in theme.languages:
        yield Group(f"previews {lang}", partial(_previews, facts, theme, words[lang], lang))
    for lang in theme.languages:
        yield Group(f"handbook {lang}", partial(_handbook_files, facts, theme, lang, make))
    yield Group("datasets", partial(_datasets, facts))
    yield Group("lists", partial(_lists, facts, words))
    for lang in theme.languages:
        yield Group(f"search {lang}", partial(_search, facts, lang, words))
    for lang in theme.languages:
        for module in MODULES:
            yield from _pages(module, facts, theme, lang, words[lang])
    yield Group("assets", lambda: (Output(path, AsIs(), body) for path, body in theme.assets()))
    for id in facts.site.plans:
        yield Group(f"original {id}", partial(_original, facts, root, id), plan=id)
        yield Group(f"akn {id}", partial(_akn, facts, id), plan=id)
    yield Group("indicators", partial(_indicators, facts))
    for release in facts.site.releases:
        yield Group(f"{EDITION}{release.date.isoformat()}", partial(_edition, facts, root, release))
    yield Group("catalogue", partial(_catalogue, facts, words))
    yield Group("calendars", partial(_calendars, facts, words))
    yield from api.groups(facts, partial(_charts, facts, words), partial(_specified, facts, theme, words))


def summaries(facts: Facts, words: Spoken, recall: Recall, group_of: Mapping[str, str]) -> Iterator[Summary]:
    """The files about other files. `group_of` gives the group of each file."""
    counts = partial(recall, "api counts", lambda: api.counts(facts, _charts(facts, words)))
    yield Summary("api index", lambda digests: api.index(facts, counts(), digests))
    yield Summary("feeds", partial(_feeds, facts, group_of))


class _Words(dict[str, str]):
    """The words of a language; a word that the theme lacks is a mistake of the theme, not of ours."""

    def __init__(self, theme: Theme, lang: str) -> None:
        super().__init__(theme.words(lang))
        self.where = theme.chain.shown(f"{theme.chain.names[0]}/locales/{lang}")

    def __missing__(self, key: str) -> str:
        raise fault(self.where, 1, Phrase("theme.no-word", key))


def _pages(module: PageModule, facts: Facts, theme: Theme, lang: str, words: Words) -> Iterator[Group]:
    """The pages of a kind in a language: those of each plan apart, where they can be."""

    def declared(known: Facts) -> Iterator[Output]:
        kind = module.load()
        recipe = theme.recipe(kind.template, lang)
        corrected, replied = marks(known, lang, words), replies(known, lang)
        for path, given in _views(kind, known, lang, words):
            if path in corrected or path in replied:
                given = _marked(given, corrected.get(path, ()), replied.get(path, ()))
            path = in_language(path, lang, theme.languages)
            yield Output(f"{path}index.html" if path[-1:] in ("", "/") else path, recipe, given)

    name = f"{PAGES}{lang} {module.module} {module.name}"
    if not module.by_plan:
        yield Group(name, partial(declared, facts))
        return
    for id in facts.site.plans:
        yield Group(f"{name} {id}", partial(_declared_of, declared, facts, id), plan=id)


def _views(kind: PageKind, facts: Facts, lang: str, words: Words) -> Iterator[tuple[str, View | Later]]:
    """The path of each page of a kind, with its view."""
    if kind.pages:
        return ((path, Later(work)) for path, work in kind.pages(facts, lang, words))
    return ((view.path, view) for view in kind.views(facts, lang, words))


def _marked(given: View | Later, corrections: tuple[Link, ...], answers: tuple[ReplyLine, ...]) -> View | Later:
    """A view that says that its page was corrected, and what bodies answered to it."""
    if isinstance(given, Later):
        return Later(lambda: replace(given.work(), corrected=corrections, replies=answers))
    return replace(given, corrected=corrections, replies=answers)


def _declared_of(declared: Callable[[Facts], Iterator[Output]], facts: Facts, plan: str) -> Iterator[Output]:
    return declared(facts.of_plan(plan))


# What makes the groups below is loaded when one of them is declared: after most edits none is.


def _pictures(facts: Facts, theme: Theme, words: Words, lang: str) -> Iterator[Output]:
    from generator.pictures import pictures

    return pictures(theme, facts, words, lang)


def _previews(facts: Facts, theme: Theme, words: Words, lang: str) -> Iterator[Output]:
    from generator.pictures import previews

    return previews(theme, facts, words, lang)


def _datasets(facts: Facts) -> Iterable[Output]:
    from generator.exports import opendata

    return opendata.outputs(facts)


def _lists(facts: Facts, words: Spoken) -> Iterable[Output]:
    from generator.exports import lists

    return lists.outputs(facts, words)


def _indicators(facts: Facts) -> Iterable[Output]:
    from generator.exports import comparisons, indicators

    return (*indicators.outputs(facts), *comparisons.outputs(facts))


def _calendars(facts: Facts, words: Spoken) -> Iterable[Output]:
    from generator.exports import calendars

    return calendars.outputs(facts, words)


def _edition(facts: Facts, root: Path, release: Release) -> Iterable[Output]:
    """What is kept of a release."""
    from generator.exports import editions
    from generator.read import releases

    newest = release == facts.site.releases[-1]
    record = (root / releases.FOLDER / f"{release.date.isoformat()}{RECORD}").read_bytes()
    base_path = facts.site.config.base_path
    return editions.outputs(release, releases.frozen_bytes(root, release), record, newest, base_path)


def redirects(facts: Facts, lost: set[str], digests: Mapping[str, str]) -> Iterable[Output]:
    """What leads lost addresses on."""
    from generator.exports import editions

    config = facts.site.config
    return editions.redirects(lost, facts.site.moved, digests, config.languages, config.base_path)


def _catalogue(facts: Facts, words: Spoken) -> Iterable[Output]:
    from generator.exports import atom, catalogue

    yield from atom.outputs(facts, words)
    names = api.SCHEMAS.keys() - {"index", "plan"}
    yield Output(URLS.api("openapi"), JsonRecipe(), catalogue.openapi(facts, sorted(names)))
    yield from catalogue.outputs(facts, words)


def _specified(facts: Facts, theme: Theme, words: Spoken, output: Output) -> Output:
    from generator.pictures import specified

    lang = theme.languages[0]
    return specified(output, theme, facts, words[lang], lang)


def _charts(facts: Facts, words: Spoken) -> tuple[ApiChart, ...]:
    from generator.pictures import charts

    return charts(facts, words)


def _search(facts: Facts, lang: str, words: Spoken) -> Iterable[Output]:
    """The search index in a language."""
    from generator.exports import search
    from generator.pages.figures import figures
    from generator.pages.front.search_entries import entries_of
    from generator.pages.parts.search_places import places_of

    said = words[lang]
    entries = entries_of(facts, figures(facts, lang, said), lang, said)
    return search.outputs(places_of(facts, said), said["search.place"], entries, lang, tuple(words))


def _feeds(facts: Facts, group_of: Mapping[str, str], digests: Mapping[str, str]) -> Iterable[Output]:
    """The sitemap: of the pages of the first language, each of which is there in every language."""
    from generator.exports import feeds

    config = facts.site.config
    first = config.languages[0]
    of_pages = (f"{PAGES}{first} ", f"handbook {first}")
    own = (path for path in digests if group_of.get(path, "").startswith(of_pages))
    folders = (path.removesuffix("index.html") for path in own if path.rpartition("/")[2] == "index.html")
    return feeds.outputs(config, folders)


def _original(facts: Facts, root: Path, id: str) -> Iterator[Output]:
    """The source of a plan, byte for byte."""
    source = facts.site.plans[id].source
    body = (root / "content/plans" / id / source.file).read_bytes()
    yield Output(URLS.original(id), AsIs(), original(body, source.sha256))
    if source.original:
        first = (root / "content/plans" / id / source.original).read_bytes()
        yield Output(URLS.original(id, source.original), AsIs(), first)


def _akn(facts: Facts, id: str) -> Iterable[Output]:
    """A plan as Akoma Ntoso."""
    from generator.exports import akn

    return akn.outputs(facts, facts.site.plans[id])


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


def _handbook_files(facts: Facts, theme: Theme, lang: str, make: Make) -> Iterator[Output]:
    """The files of the handbook in a language."""
    for path, body in handbook.unpack(make(_handbook(facts, theme, lang))).items():
        yield Output(in_language(HANDBOOK + path, lang, theme.languages), AsIs(), body)
