"""Gives a spoiled project to `check` and `build`, and says what became of it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from generator.build import Report, build, check
from generator.messages import as_text
from generator.model.diagnostic import Diagnostic

from .outputs import faults


@dataclass(frozen=True, slots=True)
class Result:
    """`kind` is `traceback`, `unsafe`, `disagree` (check says right of what build refuses), `refused` or `accepted`."""

    kind: str
    detail: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def told(self) -> set[tuple[str, str, int]]:
        """Code, file and line of all that was told."""
        return {(found.code, found.at.file, found.at.line) for found in self.diagnostics}


def checked(root: Path) -> Result:
    """What `check` says of a project."""
    try:
        return _result(check(root))
    except Exception:
        return Result("traceback", traceback.format_exc())


def built(root: Path, out: Path, store: Path) -> Result:
    """What becomes of a project; it is built only where `check` lets it through."""
    first = checked(root)
    if first.kind != "accepted":
        return first
    try:
        result = _result(build(root, out, store=store))
    except Exception:
        return Result("traceback", traceback.format_exc())
    if result.kind == "refused":
        return Result("disagree", result.detail, result.diagnostics)
    unsafe = list(faults(out))
    return Result("unsafe" if unsafe else "accepted", "\n".join(unsafe), result.diagnostics)


def _result(report: Report) -> Result:
    said = "\n".join(as_text(found, lang) for found in report.diagnostics for lang in ("vi", "en"))
    return Result("refused" if report.refused else "accepted", said, report.diagnostics)
