"""Pages of our own words: about, methods; and the page for an address that leads nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.site.urls import URLS, section_of
from generator.site.wording import localized

from ..page import PageKind, View, Words, doc


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView(View):
    """A page of our own words."""

    html: str = doc("safe HTML of the words")


@dataclass(frozen=True, slots=True, kw_only=True)
class LostView(View):
    """An address that leads nowhere."""


def views(facts: Facts, lang: str, words: Words) -> Iterable[ProseView]:
    """One page a file under content/pages."""
    for page in facts.site.pages.values():
        title = localized(page.title, lang)
        path = URLS.prose(page.id)
        yield ProseView(
            lang=lang,
            path=path,
            title=title,
            description=words["prose.description"].format(title=title),
            section=section_of(path) or "",
            html=localized(page.html, lang),
        )


def lost(facts: Facts, lang: str, words: Words) -> Iterable[LostView]:
    """The one page that a web host shows for an address it does not know."""
    yield LostView(lang=lang, path=URLS.lost(), title=words["prose.lost"], description=words["prose.lost_description"])


KIND = PageKind("prose", "prose.html", ProseView, views)
LOST = PageKind("lost", "lost.html", LostView, lost)
