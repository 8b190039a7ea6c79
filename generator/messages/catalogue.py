"""What the portal says to authors: every diagnostic, phrase and answer of the command line, in each language.

The texts are data: a folder of TOML a language, beside this file. Python reads TOML without a library, so the command
line answers at once.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.model.diagnostic import Diagnostic, Phrase, Severity, Value, severity_of
from generator.model.signs import shown

FOLDER = Path(__file__).parent
DEFAULT = "vi"
"""The language that authors are answered in where no project says which."""
FALLBACK = "en"
"""The language that answers where another has no folder, or lacks a text."""
_GROUPS = ("files", "records", "plans", "duties", "law", "tables", "pages", "building")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_SPACE = "[U+0020]"
_LONGEST = 160  # characters of an author's words that a message repeats
_WHOLE = frozenset(("choices", "header"))  # values that are lists of what may be written


@cache
def texts(lang: str, *files: str) -> Mapping[str, Any]:
    """All that the named files of a language's folder hold; nothing where it has no such file."""
    found: dict[str, Any] = {}
    for file in files:
        path = FOLDER / lang / f"{file}.toml"
        if lang.replace("-", "").isalnum() and path.is_file():
            found |= tomllib.loads(path.read_text("utf-8"))
    return found


def languages(lang: str) -> tuple[str, ...]:
    """The languages that an author is answered in: that of the site, where there are texts in it, and English."""
    return tuple(dict.fromkeys(language for language in (lang, FALLBACK) if texts(language, "command")))


def codes() -> tuple[str, ...]:
    """The names of all diagnostics."""
    return tuple(sorted(texts(FALLBACK, *_GROUPS)))


def code(name: str, part: str, lang: str) -> str:
    """What a diagnostic `says`, what to `do` about it or `why` it matters, with its `{placeholders}` open."""
    text = str(texts(lang, *_GROUPS).get(name, {}).get(part) or texts(FALLBACK, *_GROUPS)[name][part])
    return phrase(lang, text[1:]) if text.startswith("@") else text  # reasons that several codes share are phrases


def phrase(lang: str, name: str, given: str = "") -> str:
    """The words of a `Phrase` in the language, in English where it has none. KeyError for a name that is none."""
    own, english = texts(lang, "phrases"), texts(FALLBACK, "phrases")
    known = name if name in english else name.partition(".")[0]
    return str(own.get(known) or english[known]).format(given)


def command(name: str, lang: str) -> str:
    """What the command line says under this name, with its `{placeholders}` open."""
    return str(texts(lang, "command").get(name) or texts(FALLBACK, "command")[name])


def say(diagnostic: Diagnostic, lang: str) -> tuple[str, str]:
    """The message and the hint of a diagnostic; an unknown language is answered in English."""
    values = {name: _filled(name, value, lang) for name, value in diagnostic.values.items()}
    message, hint = (code(diagnostic.code, part, lang).format_map(values) for part in ("says", "do"))
    return message, hint


def explain(name: str, lang: str) -> str:
    """A code at length, in plain lines: what it says, what to do, why it matters. KeyError for an unknown name."""
    says, do, why = (_PLACEHOLDER.sub("…", code(name, part, lang)) for part in ("says", "do", "why"))
    lines = [f"{name} ({weight(severity_of(name), lang)})", f"  {says}", ""]
    if do != "…":  # a hint that is all guess says nothing without the mistake
        lines.append(f"  {phrase(lang, 'explain.do')}: {do}")
    return "\n".join((*lines, f"  {phrase(lang, 'explain.why')}: {why}"))


def weight(severity: Severity, lang: str) -> str:
    """`error` or `warning` in the language."""
    return phrase(lang, f"severity.{severity.value}")


def _filled(name: str, value: Value, lang: str) -> str:
    if isinstance(value, Phrase):
        return phrase(lang, value.name, _short(value.given))
    return _short(value, 20 * _LONGEST if name in _WHOLE else _LONGEST)


def _short(words: str, longest: int = _LONGEST) -> str:
    start, end = len(words) - len(words.lstrip(" ")), len(words.rstrip(" "))
    edges = (_SPACE * start, shown(words[start:end]), _SPACE * (len(words) - end)) if words.strip() else (words,)
    flat = " ".join("".join(edges).split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
