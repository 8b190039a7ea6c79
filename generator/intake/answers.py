"""What only an editor can say of a table: a small YAML file with every question, filled with what was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from generator.model.site import Site
from generator.model.tables import Status
from generator.read.nodes import Document, read_yaml

from .formats import Unreadable
from .notes import quoted

_WORDS = {
    "title": "the title of the table, in each language",
    "provenance": "where the numbers are from, and what was done to them, in each language",
    "place": "id of the unit that rows without a name, and totals, are of",
    "within": "id of the unit that the named places lie in",
    "columns": "what a column of words holds: item (a group or a thing), place, or null to leave it out",
    "places": "ids of places by the name that the table prints; null leaves the rows out",
    "producer": "id of the agency that made the numbers",
    "standard": "id of the poverty standard; khong-neu where the source does not say",
    "source": "id of a reference, or <plan>#<provision>",
    "status": f"what the numbers are: {', '.join(get_args(Status))}",
    "indicator": "id of the indicator, where the header names none",
    "indicators": "ids of indicators by the words of the header; null leaves the column out",
    "year": "the year of all rows, where the table names none",
    "numbers": "how numbers are printed: vietnamese (1.452,5) or english (1,452.5)",
}
"""What each answer is."""
_MOST = 40  # ids that are listed as a choice


@dataclass(slots=True)
class Answers:
    """What an editor has answered, by the name of the question."""

    given: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """An answer in words."""
        value = self.given.get(name)
        return value if isinstance(value, str) and value else None

    def map(self, name: str) -> dict[str, str | None]:
        """An answer for each of several words."""
        value = self.given.get(name)
        return dict(value) if isinstance(value, dict) else {}


def read_answers(path: Path | None, flags: Mapping[str, str | None]) -> Answers:
    """The answers of a file, and those of flags above them."""
    given: dict[str, Any] = {}
    if path is not None:
        if not path.is_file():
            raise Unreadable("import.no_file", file=path)
        read = read_yaml(path.read_text("utf-8-sig"), path.name)
        if not isinstance(read, Document) or not isinstance(read.value, dict):
            raise Unreadable("import.answers", file=path.name, names=", ".join(_WORDS))
        given = read.value
        unknown = [name for name in given if name not in _WORDS]
        if unknown:
            raise Unreadable("import.answers", file=path.name, names=", ".join(_WORDS))
    given |= {name: value for name, value in flags.items() if value}
    return Answers(given)


def asked(answers: Answers, open_names: Sequence[str], guesses: Mapping[str, Any], site: Site) -> Iterator[str]:
    """The file of answers: all that is answered, and what is still open with its guess."""
    choices: dict[str, Sequence[str]] = {
        "producer": list(site.agencies), "standard": list(site.standards), "source": list(site.references),
        "indicator": list(site.indicators), "indicators": list(site.indicators),
    }  # fmt: skip
    for name, what in _WORDS.items():
        value = answers.given.get(name, guesses.get(name))
        if name not in open_names and value is None:
            continue
        known = choices.get(name, ())
        of = f"; one of: {', '.join(known)}" if 0 < len(known) <= _MOST else ""
        yield f"# {what}{of}" + (" (open)" if name in open_names else "")
        if name in ("title", "provenance"):
            words = value if isinstance(value, dict) else {}
            said = [f"{lang}: {quoted(words.get(lang) or '')}" for lang in site.config.languages]
            yield f"{name}: {{{', '.join(said)}}}"
        elif name in ("columns", "places", "indicators"):
            yield f"{name}:"
            yield from (f"  {quoted(key)}: {quoted(id)}" for key, id in (value or {}).items())
        else:
            yield f"{name}: {quoted(value or '')}"


def guesses_of(site: Site) -> dict[str, Any]:
    """What a project leaves no choice in."""
    return {
        "status": "result",
        **{
            name: next(iter(records))
            for name, records in (("producer", site.agencies), ("source", site.references))
            if len(records) == 1
        },
    }
