"""What is wrong, where, and what to do: a value, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How much a diagnostic weighs: an ERROR refuses the build, `--strict` raises a WARNING to the same."""

    ERROR = "error"
    WARNING = "warning"


WARNINGS = frozenset((
    "unknown-file", "missing-translation", "missing-page", "unknown-language", "raw-html", "unrecorded-gap",
    "duties-not-read", "unclear-number",
))  # fmt: skip
"""The codes that only warn; every other one is an error."""


def severity_of(code: str) -> Severity:
    """How much a code weighs."""
    return Severity.WARNING if code in WARNINGS else Severity.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, relative to the project's folder. Lines and columns count from one."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """Where each field of a record was written, by dotted name (`period.end`, `recipients.3`)."""

    file: str
    spans: Mapping[str, Span] = field(default_factory=dict)

    def at(self, name: str = "") -> Span:
        """The place of a field, or of the nearest field around it, or of the file's first line."""
        while name and name not in self.spans:
            name = name.rpartition(".")[0]
        return self.spans.get(name, Span(self.file))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. `values` fill the sentences that `messages` keeps for `code` in each language."""

    code: str
    at: Span
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return severity_of(self.code)
