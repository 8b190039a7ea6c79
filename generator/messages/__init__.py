"""How diagnostics and reports are told: to people in the language of the site, to machines as JSON or annotations."""

import json
import re
from collections.abc import Iterable
from itertools import pairwise

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.signs import shown

from .catalogue import codes, command, explain, languages, phrase, say, weight

_MOST_RUNS = 20  # stretches of lines that one mistake names


def sentences(saying: str, lang: str, **values: object) -> str:
    """A saying in the language, and in English on the lines that follow."""
    return "\n".join(command(saying, answer).format(**values) for answer in languages(lang))


def as_text(diagnostic: Diagnostic, lang: str) -> str:
    """`file:line:column: error: what is so [code]`, then what to do; under another language the same in English."""
    at, said = diagnostic.at, [(answer, *say(diagnostic, answer)) for answer in languages(lang)]
    if diagnostic.again:
        said = [(answer, f"{message} {again(diagnostic, answer)}", hint) for answer, message, hint in said]
    first, *more = [f"{weight(diagnostic.severity, answer)}: {message}" for answer, message, _ in said]
    hints = [f"  {phrase(answer, 'hint')}: {hint}" for answer, _, hint in said if hint.strip()]
    lines = [f"{at.file}:{at.line}:{at.column}: {first} [{diagnostic.code}]", *(f"  {line}" for line in more), *hints]
    return "\n".join(_visible(line) for line in lines)


def as_github(diagnostic: Diagnostic, lang: str) -> str:
    """A workflow command that marks the line in a review."""
    at, (message, hint) = diagnostic.at, say(diagnostic, lang)
    message = f"{message} {again(diagnostic, lang)}".strip()
    place = f"file={_property(at.file)},line={at.line},col={at.column},title={_property(diagnostic.code)}"
    return f"::{diagnostic.severity.value} {place}::{_escaped(f'{message} {hint}'.strip())}"


def as_json(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """All diagnostics as one JSON array."""
    return json.dumps([entry(diagnostic, lang) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def entry(diagnostic: Diagnostic, lang: str) -> dict[str, object]:
    """A diagnostic as plain values."""
    message, hint = say(diagnostic, lang)
    return {
        "file": diagnostic.at.file,
        "line": diagnostic.at.line,
        "column": diagnostic.at.column,
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": message,
        "hint": hint,
        "again": [[place.line, place.column] for place in diagnostic.again],
    }


def again(diagnostic: Diagnostic, lang: str) -> str:
    """Where else a mistake stands, as one clause: `(also in lines 3–101, 104)`; nothing where it stands once."""
    if others := {place.file for place in diagnostic.again} - {diagnostic.at.file}:
        return f"({phrase(lang, 'again.files', str(len(others)))})"
    lines = sorted({place.line for place in diagnostic.again} - {diagnostic.at.line})
    if not lines:
        return f"({phrase(lang, 'again.times', str(len(diagnostic.again)))})" if diagnostic.again else ""
    breaks = [index for index in range(1, len(lines)) if lines[index] != lines[index - 1] + 1]
    runs = [lines[start:end] for start, end in pairwise((0, *breaks, len(lines)))]
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    rest = "…" if len(shown) > _MOST_RUNS else ""
    return f"({phrase(lang, 'again', ', '.join((*shown[:_MOST_RUNS], *rest)))})"


def counts(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """How many errors and warnings there are."""
    weights = [diagnostic.severity for diagnostic in diagnostics]
    return {"errors": weights.count(Severity.ERROR), "warnings": weights.count(Severity.WARNING)}


def rule(name: str, lang: str) -> str | None:
    """What a code means, at length; None for a name that is no code."""
    return "\n\n".join(explain(name, answer) for answer in languages(lang)) if name in codes() else None


def _visible(line: str) -> str:
    """A line that cannot move a terminal's cursor or colour it, whatever an author's file holds."""
    return re.sub(r"[\t\n\r]", " ", shown(line))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
