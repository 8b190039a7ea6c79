"""Every kind of mistake that the portal can name, and what it says about it in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.records import Text

from . import building, duties, files, pages, plans, records, tables
from .code import Code
from .phrases import phrase

CODES: Mapping[str, Code] = MappingProxyType(
    {code.name: code for group in (files, records, plans, duties, tables, pages, building) for code in group.CODES}
)
"""The catalogue, by name; the handbook's page of diagnostics is made of it."""

_PLACEHOLDER = re.compile(r"\{\w+\}")
_LONGEST = 160  # characters of an author's words that a message repeats


def severity(diagnostic: Diagnostic) -> Severity:
    """How much a diagnostic weighs."""
    return CODES[diagnostic.code].severity


def say(diagnostic: Diagnostic, lang: str) -> tuple[str, str]:
    """The message and the hint of a diagnostic; an unknown language is answered in English."""
    code = CODES[diagnostic.code]
    values = {name: phrase(lang, _short(value)) for name, value in diagnostic.values.items()}
    return _in_text(code.says, lang).format_map(values), _in_text(code.do, lang).format_map(values)


def explain(name: str, lang: str) -> str:
    """A code at length, in plain lines: what it says, what to do, why it matters. KeyError for an unknown name."""
    code = CODES[name]
    weight = phrase(lang, f"@severity.{code.severity.value}")
    says, do, why = (_PLACEHOLDER.sub("…", _in_text(text, lang)) for text in (code.says, code.do, code.why))
    lines = [f"{code.name} ({weight})", f"  {says}", ""]
    if do != "…":  # a hint that is all guess says nothing without the mistake
        lines.append(f"  {phrase(lang, '@explain.do')}: {do}")
    return "\n".join((*lines, f"  {phrase(lang, '@explain.why')}: {why}"))


def _in_text(text: Text, lang: str) -> str:
    return text.get(lang) or text["en"]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
