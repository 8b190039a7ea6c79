"""The record of the last build into each folder, so that a build in which nothing changed need not be made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.diagnostic import Diagnostic, Span

from .cache import Cache
from .store import Trace


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A build that was published: the digest of all it was made from and of the folder's list; what it had to say, in
    which language; and where the site stands on its host.
    """

    inputs: str
    listed: str
    diagnostics: tuple[Diagnostic, ...]
    language: str
    base_path: str


class BuildRecords:
    """The last build into each output folder, in a project's cache: what it was (`build …`), and what each of its files
    stands on (`traces …`), which only `explain` and the sweep of the cache read."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def last(self, out: Path) -> BuildRecord | None:
        """The last build into that folder; None where there is no record of it, or where it was damaged."""
        record = self._read(f"build {out}")
        if record is None:
            return None
        diagnostics = (Diagnostic(row["code"], Span(*row["at"]), row["values"]) for row in record["diagnostics"])
        return BuildRecord(**{**record, "diagnostics": tuple(diagnostics)})

    def traces(self, out: Path) -> dict[str, Trace]:
        """What each output of the last build into that folder stood on, by its path."""
        return {path: Trace(**trace) for path, trace in (self._read(f"traces {out}") or {}).items()}

    def keep(self, out: Path, record: BuildRecord, traces: Mapping[str, Trace]) -> None:
        """Keep the record of a build that was just published. Those of folders that are gone are removed."""
        build = _plain(record) | {"diagnostics": [_row(diagnostic) for diagnostic in record.diagnostics]}
        of_outputs = {path: _plain(trace) for path, trace in traces.items()}
        bodies = {f"build {out}": build, f"traces {out}": of_outputs}
        self._cache.write("records", {name: json.dumps(value).encode() for name, value in bodies.items()})
        gone = [name for name in self._cache.record_names() if not Path(name.partition(" ")[2]).is_dir()]
        self._cache.remove("records", gone)

    def kept(self) -> set[str]:
        """The keys of all that the sites of this project stand on."""
        names = [name for name in self._cache.record_names() if name.startswith("traces ")]
        return {trace["key"] for name in names for trace in (self._read(name) or {}).values()}

    def _read(self, name: str) -> dict[str, Any] | None:
        body = self._cache.record(name)
        record: dict[str, Any] | None = None if body is None else json.loads(body)
        return record


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    at = diagnostic.at
    return {"code": diagnostic.code, "at": [at.file, at.line, at.column], "values": dict(diagnostic.values)}


def _plain(value: BuildRecord | Trace) -> dict[str, Any]:
    """As `dataclasses.asdict`, which takes ten times as long: it copies every string."""
    return {name: getattr(value, name) for name in value.__slots__}
