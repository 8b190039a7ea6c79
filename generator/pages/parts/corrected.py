"""Which pages were corrected, and when."""

from collections.abc import Mapping

from generator.derive.facts import Facts
from generator.model.records import Correction
from generator.site.formats import day
from generator.site.urls import URLS

from ..page import Link, Words


def newest_first(facts: Facts) -> list[Correction]:
    """All corrections, the newest first."""
    return sorted(facts.site.corrections.values(), key=lambda record: (record.date, record.id), reverse=True)


def marks(facts: Facts, lang: str, words: Words) -> Mapping[str, tuple[Link, ...]]:
    """For each page that was corrected, by its path inside a language, the corrections, the newest first."""
    found: dict[str, tuple[Link, ...]] = {}
    for record in newest_first(facts):
        link = Link(href=URLS.correction(record.id), label=day(record.date, words))
        for page in record.pages:
            found[page] = (*found.get(page, ()), link)
    return found
