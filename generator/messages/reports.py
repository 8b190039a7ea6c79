"""Diagnostics as a list of lines, and for programs of others: SARIF 2.1.0, the code quality reports of GitLab."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from generator.model.diagnostic import Diagnostic, Severity

from . import as_github, as_json, as_text, sentences
from .catalogue import code, say

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = {Severity.WARNING: 3, Severity.ERROR: 20}
"""So many mistakes of one kind are told one by one; the rest is a count."""


def as_sarif(diagnostics: Sequence[Diagnostic], lang: str) -> str:
    """One run of SARIF: a rule for each code, a result for each diagnostic."""
    rules = sorted({diagnostic.code for diagnostic in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "congkhai",
                "rules": [
                    {"id": name, "shortDescription": {"text": name}, "help": {"text": code(name, "why", lang)}}
                    for name in rules
                ],
            }
        },
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "the folder with site.yaml"}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, rules.index(diagnostic.code), lang) for diagnostic in diagnostics],
    }
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(diagnostic: Diagnostic, rule: int, lang: str) -> dict[str, object]:
    at = diagnostic.at
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": _said(diagnostic, lang)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": at.file, "uriBaseId": "PROJECT"},
                    "region": {"startLine": at.line, "startColumn": at.column},
                }
            }
        ],
        "partialFingerprints": {"congkhai/v1": fingerprint(diagnostic, lang)},
    }


def as_gitlab(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """A code quality report, which GitLab shows beside the lines of a merge request."""
    weights = {Severity.ERROR: "major", Severity.WARNING: "minor"}
    return json.dumps(
        [
            {
                "description": _said(diagnostic, lang),
                "check_name": diagnostic.code,
                "fingerprint": fingerprint(diagnostic, lang),
                "severity": weights[diagnostic.severity],
                "location": {"path": diagnostic.at.file, "lines": {"begin": diagnostic.at.line}},
            }
            for diagnostic in diagnostics
        ],
        ensure_ascii=False,
        indent=2,
    )


def fingerprint(diagnostic: Diagnostic, lang: str) -> str:
    """What tells a mistake again, on whichever line it stands later."""
    told = f"{diagnostic.code}\n{diagnostic.at.file}\n{say(diagnostic, lang)[0]}"
    return sha256(told.encode()).hexdigest()[:32]


def _said(diagnostic: Diagnostic, lang: str) -> str:
    return " ".join(filter(None, say(diagnostic, lang)))


def shortened(diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """The diagnostics of which each is told, and how many more there are of each kind."""
    told: list[Diagnostic] = []
    seen: Counter[str] = Counter()
    count = Counter(diagnostic.code for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        most = MOST[diagnostic.severity]
        if count[diagnostic.code] <= most or seen[diagnostic.code] <= (most if most > 3 else 1):
            told.append(diagnostic)
    rest = count - Counter(diagnostic.code for diagnostic in told)
    return told, dict(rest)


def lines_of(told: Sequence[Diagnostic], form: str, lang: str, whole: bool = False) -> Iterator[str]:
    """Diagnostics in a form; in text, a kind with very many of them as one line, unless the `whole` is asked for."""
    if form in ("json", "sarif", "gitlab"):
        yield {"json": as_json, "sarif": as_sarif, "gitlab": as_gitlab}[form](told, lang)
        return
    shown, rest = (list(told), {}) if whole or form == "github" else shortened(told)
    for diagnostic in shown:
        yield as_github(diagnostic, lang) if form == "github" else as_text(diagnostic, lang)
    for name, count in rest.items():
        yield sentences("more", lang, code=name, count=count)
