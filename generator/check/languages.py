"""Rules for words of ours: each is given in each language of the site, and in no other."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.diagnostic import Diagnostic, Source
from generator.model.records import Prose

from .known import Known
from .words import by_language, records, source_of


def translations(known: Known) -> Iterator[Diagnostic]:
    """Words of ours stand in every language of the site; what could not be read whole is not told again."""
    languages = known.site.config.languages
    for record in records(known.site):
        source = source_of(record)
        if isinstance(record, Prose):
            yield from _page(record, known)
        elif source.file not in known.broken:
            for field, text in by_language(record):
                yield from _text(field, text, source, languages)


def _text(field: str, text: Mapping[str, Any], source: Source, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    # A misspelt language is one mistake: the unknown one is told, and not also that another is missing.
    misspelt = sum(lang not in languages for lang in text)
    for lang in [lang for lang in languages if lang not in text][misspelt:]:
        yield Diagnostic("missing-translation", source.at(field), {"field": field, "lang": lang})
    for lang, words in text.items():
        at = source.at(f"{field}.{lang}")
        if lang not in languages:
            yield Diagnostic("unknown-language", at, {"field": field, "lang": lang})
        elif not words or (isinstance(words, str) and not words.strip()):
            yield Diagnostic("empty-value", at, {"field": f"{field}.{lang}"})


def _page(page: Prose, known: Known) -> Iterator[Diagnostic]:
    """A page of prose is a file in each language."""
    for lang in known.site.config.languages:
        file = f"content/pages/{page.id}.{lang}.md"
        if lang not in page.html and file not in known.broken:
            yield Diagnostic("missing-page", page.source_of.at(), {"page": page.id, "lang": lang, "file": file})
