"""What is wrong, where, and what to do: a value, never an exception."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum


class Severity(Enum):
    """How much a diagnostic weighs: an ERROR refuses the build, `--strict` raises a WARNING to the same."""

    ERROR = "error"
    WARNING = "warning"


WARNINGS = frozenset((
    "unknown-file", "missing-translation", "missing-page", "unknown-language", "raw-html", "unrecorded-gap",
    "duties-not-read", "unclear-number", "deadline-without-day", "law-ends-soon",
    "example-address", "no-report-address",
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
class Cells:
    """The cells of rows of a CSV. `rows` gives the number and the text of each row's first line by the row's name,
    which is empty where there is one row. A column is looked up only when somebody asks: few cells are ever wrong."""

    file: str
    header: tuple[str, ...]
    rows: Mapping[str, tuple[int, str]]

    def at(self, name: str) -> Span | None:
        """The place of a cell (`rows.17.place`, or `place` where the one row has no name) or of a row."""
        if name in self.rows:
            return Span(self.file, self.rows[name][0])
        row, _, column = name.rpartition(".")
        if row not in self.rows or column not in self.header:
            return None
        line, text = self.rows[row]
        return Span(self.file, line, cell_column(text, self.header.index(column)))


@dataclass(frozen=True, slots=True)
class Source:
    """Where each field of a record was written, by dotted name (`period.end`, `recipients.3`)."""

    file: str
    spans: Mapping[str, Span] = field(default_factory=dict)
    cells: Cells | None = None

    def at(self, name: str = "") -> Span:
        """The place of a field, or of the nearest field around it, or of the file's first line."""
        while (span := self._span(name)) is None and name:
            name = name.rpartition(".")[0]
        return span or Span(self.file)

    def _span(self, name: str) -> Span | None:
        return self.spans.get(name) or (self.cells.at(name) if self.cells else None)


def cell_column(line: str, index: int) -> int:
    """The column (from one) where a cell of a CSV line begins; quoted cells may hold commas."""
    quoted, cell = False, 0
    for column, letter in enumerate(line, 1):
        if cell == index:
            return column
        if letter == '"':
            quoted = not quoted
        elif letter == "," and not quoted:
            cell += 1
    return len(line) + 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that `messages` keeps under a name in each language; `given` is put into them.

    Where `how.plan.title` has no words of its own, those of `how` stand for it.
    """

    name: str
    given: str = ""


Value = str | Phrase
"""What fills a place in a sentence: an author's words, shown as they are, or a phrase of ours."""


def nearest(word: str, known: Iterable[str], otherwise: Value, cutoff: float = 0.8) -> Value:
    """Which known word is meant; `otherwise` where none is alike. `cutoff`: from 0 (any word) to 1 (the same)."""
    near = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return Phrase("did-you-mean", near[0]) if near else otherwise


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. `values` fill the sentences that `messages` keeps for `code` in each language; `again` are further
    places of the same file that hold it."""

    code: str
    at: Span
    values: Mapping[str, Value] = field(default_factory=dict)
    again: tuple[Span, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return severity_of(self.code)
