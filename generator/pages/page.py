"""What a page is: an address, a template, and all that the template may say."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field
from typing import Any

from generator.derive.facts import Facts

Words = Mapping[str, str]  # the interface's words of one language, by key: what `Theme.words(lang)` gives


def doc(what: str, default: Any = MISSING) -> Any:
    """A field of a view, with its documentation for designers of themes."""
    if default is MISSING:
        return field(metadata={"doc": what})
    return field(default=default, metadata={"doc": what})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place to go: `href` is inside the site and inside the language (`ke-hoach/…/#II.1`), or a full address."""

    href: str = doc("where it leads: a path inside the site, without the language, or a full address")
    label: str = doc("the words of the link")
    note: str = doc("a short remark beside it", "")
    lang: str = doc("the language of the words, where it is not the page's", "")
    note_lang: str = doc("the language of the remark, where it is not the page's", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """What a page says, in a form for programs."""

    type: str = doc("its media type")
    path: str = doc("its path, from the root of the site")
    title: str = doc("its name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """How a page is cited."""

    before: str = doc("the sentence that cites it, up to the printed title of a document")
    printed: str = doc("the printed title of a document, in Vietnamese; empty where none is")
    after: str = doc("the rest of the sentence")
    official: str = doc("how Vietnamese official papers name the document; empty where it is none")
    forms: tuple[tuple[str, str], ...] = doc("for reference managers: the name of each form, and the record in it")
    metas: tuple[tuple[str, str], ...] = doc("name and content of the metadata that such programs read")
    linked: str = doc("what the page is about, as JSON-LD of schema.org")
    dated: str = doc("its address as it stood in the last release, which does not change; empty without one", "")
    rows: bool = doc("whether each number on the page has an address of its own", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """What a body answered to what a page says."""

    agency: Link = doc("the body")
    date: datetime.date = doc("the day of its answer")
    quote: str = doc("its words, in Vietnamese")
    where: str = doc("where the answer can be read, or who keeps it")
    note: str = doc("a remark of ours; empty without one")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a template may say. Holds words, numbers, links and rows; never a record and never a span."""

    lang: str = doc("the language of the interface on this page")
    path: str = doc("the page's own path inside the site, without the language: `ke-hoach/`")
    title: str = doc("the page's title")
    title_lang: str = doc("the language of the title, where it is not the page's", "")
    description: str = doc("one sentence for search engines and link previews")
    section: str = doc("the key of the part of the site it belongs to, for the navigation", "")
    crumbs: tuple[Link, ...] = doc("the way down to this page, without the home page", ())
    corrected: tuple[Link, ...] = doc("the corrections that were made on it, the newest first", ())
    replies: tuple[ReplyLine, ...] = doc("what bodies answered to what it says, the newest first", ())
    picture: str = doc("the picture that goes with a link to it, 1200 × 630; the site's own where this is empty", "")
    alternates: tuple[Alternate, ...] = doc("the same for programs: calendars, feeds, data", ())
    linked: str = doc("what the page is about, as JSON-LD of schema.org; empty where it is nothing of the kind", "")
    cite: Citing | None = doc("how it is cited, where it is something to cite", None)


Pages = Callable[[Facts, str, Words], Iterable[tuple[str, Callable[[], View]]]]
"""Gives the path of each page of a language, and what works out its view."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """One kind of page: its name, its template, its view, and the views of a language.

    `views(facts, lang, words)` is pure. `words` are the sentences of that language (`Theme.words(lang)`), so that a
    view can compose a title without knowing the theme; a kind that needs none ignores them.

    A kind that has a page for each of many records gives `pages` too: the path of each page beside its view, to be
    worked out when it is asked for. An edit then works out the views of the pages that it changes.
    """

    name: str
    template: str
    view: type[View]
    views: Callable[[Facts, str, Words], Iterable[View]]
    pages: Pages | None = None


def views_of(pages: Pages) -> Callable[[Facts, str, Words], Iterable[View]]:
    """The views of some pages, worked out one by one."""
    return lambda facts, lang, words: (view() for _, view in pages(facts, lang, words))
