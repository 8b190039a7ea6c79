"""The rules for addresses in records: what a reader follows leads where it says, and runs nothing."""

from collections.abc import Callable, Iterator

from generator.model.diagnostic import Diagnostic
from generator.model.links import is_address, is_safe_link, seems_a_link
from generator.model.records import Reference

from .known import Known
from .words import every, records, source_of

_OURS: dict[str, Callable[[str], bool]] = {
    "repository": is_address,
    "report_email": lambda words: is_safe_link(f"mailto:{words}"),
    "report_form": lambda words: is_address(words.replace("{title}", "").replace("{body}", "")),
}
"""What each address of site.yaml has to be."""
EXAMPLES = ("example.com", "example.net", "example.org")
"""Hosts that nobody can have (RFC 2606)."""


def addresses(known: Known) -> Iterator[Diagnostic]:
    """The addresses of site.yaml are such; a `where` is one, or words, in which a reference may name some."""
    for record in records(known.site):
        for name, words in every(record):
            field = next((part for part in reversed(name.split(".")) if not part.isdecimal()), "")
            wrong = ""
            if name in _OURS and words and not _OURS[name](words):
                wrong = words
            elif field in ("where", "contact"):
                pieces = words.split() if isinstance(record, Reference) else [words]
                wrong = next((piece for piece in pieces if _misleads(piece.rstrip(";,.)"))), "")
            if wrong:
                yield Diagnostic("unsafe-link", source_of(record).at(name), {"link": wrong})


def home(known: Known) -> Iterator[Diagnostic]:
    """The site has an address of its own: what is cited under one that is kept for examples leads nowhere."""
    config = known.site.config
    host = config.base_url.partition("://")[2].partition("/")[0].lower()
    if host in EXAMPLES:
        yield Diagnostic("example-address", config.source_of.at("base_url"), {"host": host})


def reports(known: Known) -> Iterator[Diagnostic]:
    """Readers can tell of mistakes and of results, by mail or by a form."""
    config = known.site.config
    if not config.report_email and not config.report_form:
        yield Diagnostic("no-report-address", config.source_of.at(""))


def _misleads(words: str) -> bool:
    """Whether words are meant as a link and are no safe one."""
    return ("://" in words or seems_a_link(words)) and not (is_safe_link(words) and " " not in words)
