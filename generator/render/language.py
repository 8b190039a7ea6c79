"""A language of the interface: its words, and how it writes numbers, dates and money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

import yaml
from markupsafe import Markup, escape

from generator.model.diagnostic import Diagnostic, Phrase, Span, Value
from generator.site import formats
from generator.site.formats import Number

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one, where it is there, is ten times as quick


class TemplateFault(Exception):
    """A theme's own mistake (templates, words, tokens) as a diagnostic; a build tells it and publishes nothing."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.at.file}:{diagnostic.at.line}: {dict(diagnostic.values)}")
        self.diagnostic = diagnostic


def fault(file: str, line: int, what: Value) -> TemplateFault:
    """A theme's mistake that keeps it from being used at all."""
    return TemplateFault(Diagnostic("template-error", Span(file, line), {"what": what}))


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code, and its words by dotted key (`nav.plans`); those of `format.` shape numbers and dates."""

    code: str
    words: Mapping[str, str]

    def word(self, key: str, **values: object) -> str:
        """The words of a key, its `{places}` filled. KeyError when the key, or a place's value, is missing."""
        text = self.words[key]
        if not values and "{" not in text:
            return text
        missing = [name for _, name, _, _ in Formatter().parse(text) if name is not None and name not in values]
        if missing:
            raise KeyError(f"{key} {{{missing[0]}}}")
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(text)).format(**values)
        return text.format(**values)

    def number(self, value: Number, places: int | None = None) -> str:
        """`11869` as `11.869` in Vietnamese; `places` rounds half away from zero and keeps the zeros."""
        return formats.number(value, self.words, places)

    def quantity(self, value: Number, unit: str, places: int | None = None) -> str:
        """A number with its unit (`percent`, `percentage_point`, `million_vnd`, `households`, …)."""
        return formats.quantity(value, unit, self.words, places)

    def percent(self, value: Number, places: int | None = None) -> str:
        """`5.8` as `5,8%`."""
        return self.quantity(value, "percent", places)

    def money(self, value: Number) -> str:
        """Millions of dong, as the plans count: `5440412` as `5.440.412 triệu đồng`."""
        return self.quantity(value, "million_vnd")

    def date(self, value: date | str) -> str:
        """`2019-04-19` as `19/4/2019` or `19 April 2019`."""
        return formats.day(date.fromisoformat(value) if isinstance(value, str) else value, self.words)


def read_words(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The words of several files (name, text) of one folder, flat by dotted key.

    Raises TemplateFault for a file that is no mapping of words, and for a key that stands in two places.
    """
    words: dict[str, str] = {}
    for name, text in files:
        for key, value, line in _leaves(name, text):
            if key in words:
                raise fault(name, line, Phrase("theme.twice", key))
            words[key] = value
    return words


def _leaves(name: str, text: str) -> Iterable[tuple[str, str, int]]:
    """Every word of a YAML file: dotted key, text, line. Plain values stay the strings that are written."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise fault(name, line, str(error.problem)) from error
    stack: list[tuple[str, yaml.Node]] = [("", root)] if root else []
    while stack:
        above, node = stack.pop()
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode) and above:
            yield above, node.value, line
        elif isinstance(node, yaml.MappingNode):
            stack += [(f"{above}.{key.value}".lstrip("."), value) for key, value in node.value]
        else:
            raise fault(name, line, Phrase("theme.list"))
