"""What a page is: an address, a template, and all that the template may say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field
from typing import Any

from generator.derive.facts import Facts

Words = Mapping[str, str]  # the interface's words of one language, by key: what `Theme.words(lang)` gives


def told(what: str, default: Any = MISSING) -> Any:
    """A field of a view, with its documentation for designers of themes."""
    if default is MISSING:
        return field(metadata={"told": what})
    return field(default=default, metadata={"told": what})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place to go: `href` is inside the site and inside the language (`ke-hoach/…/#II.1`), or a full address."""

    href: str = told("where it leads: a path inside the site, without the language, or a full address")
    label: str = told("the words of the link")
    note: str = told("a short remark beside it", "")
    lang: str = told("the language of the words, where it is not the page's", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a template may say. Holds words, numbers, links and rows; never a record and never a span."""

    lang: str = told("the language of the interface on this page")
    path: str = told("the page's own path inside the site, without the language: `ke-hoach/`")
    title: str = told("the page's title")
    title_lang: str = told("the language of the title, where it is not the page's", "")
    description: str = told("one sentence for search engines and link previews")
    section: str = told("the key of the part of the site it belongs to, for the navigation", "")
    crumbs: tuple[Link, ...] = told("the way down to this page, without the home page", ())


@dataclass(frozen=True, slots=True)
class PageKind:
    """One kind of page: its name, its template, its view, and the views of a language.

    `views(facts, lang, words)` is pure. `words` are the sentences of that language (`Theme.words(lang)`), so that a
    view can compose a title without knowing the theme; a kind that needs none ignores them.
    """

    name: str
    template: str
    view: type[View]
    views: Callable[[Facts, str, Words], Iterable[View]]
