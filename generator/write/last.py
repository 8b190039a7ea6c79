"""What the last build into a folder was made from, so that a build in which nothing changed need not be made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.model.diagnostic import Diagnostic, Span

from .seal import read_sealed, write_sealed
from .store import Trace

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Last:
    """A build that was published: the digest of all it was made from and of the folder's list; what it had to say, in
    which language; and where the site stands on its host.
    """

    inputs: str
    listed: str
    diagnostics: tuple[Diagnostic, ...]
    language: str
    base_path: str


class Memory:
    """A project's `.memory/`: what was made (`made/`), and the last build into each output folder (`last/`)."""

    def __init__(self, folder: Path) -> None:
        self.made = folder / "made"
        self._last = folder / "last"

    def last(self, out: Path) -> Last | None:
        """The last build into that folder; None where nothing is remembered, or it was damaged."""
        told = _told(self._path(out, "build"))
        if told is None:
            return None
        diagnostics = (Diagnostic(one["code"], Span(*one["at"]), one["values"]) for one in told["diagnostics"])
        return Last(told["inputs"], told["listed"], tuple(diagnostics), told["language"], told["base_path"])

    def traces(self, out: Path) -> dict[str, Trace]:
        """What each output of the last build into that folder stood on, by its path."""
        told = _told(self._path(out, "traces"))
        return {path: Trace(**trace) for path, trace in told["traces"].items()} if told else {}

    def keep(self, out: Path, last: Last, traces: Mapping[str, Trace]) -> None:
        """Remember a build that was just published."""
        told = [
            {"code": one.code, "at": [one.at.file, one.at.line, one.at.column], "values": dict(one.values)}
            for one in last.diagnostics
        ]
        build = {"inputs": last.inputs, "listed": last.listed, "language": last.language, "base_path": last.base_path}
        write_sealed(self._path(out, "build"), json.dumps({"format": FORMAT, **build, "diagnostics": told}).encode())
        every = {"format": FORMAT, "out": str(out), "traces": {path: _plain(trace) for path, trace in traces.items()}}
        write_sealed(self._path(out, "traces"), json.dumps(every).encode())

    def kept(self) -> set[str]:
        """The keys of all that the sites of this project stand on. A site whose folder is gone is forgotten."""
        keys: set[str] = set()
        for path in self._last.glob("*.traces"):
            told = _told(path)
            if told is None or not Path(told["out"]).is_dir():
                with suppress(OSError):  # it stays where nothing can be removed
                    path.unlink(missing_ok=True)
                    path.with_suffix(".build").unlink(missing_ok=True)
            else:
                keys.update(trace["key"] for trace in told["traces"].values())
        return keys

    def _path(self, out: Path, kind: str) -> Path:
        return self._last / f"{sha256(str(out).encode()).hexdigest()[:16]}.{kind}"


def _plain(trace: Trace) -> dict[str, Any]:
    """As `dataclasses.asdict`, which takes ten times as long: it copies every string."""
    return {name: getattr(trace, name) for name in Trace.__slots__}


def _told(path: Path) -> dict[str, Any] | None:
    """What was remembered in a file, if it is whole and of today's form."""
    body = read_sealed(path)
    told = json.loads(body) if body is not None else {}
    return told if told.get("format") == FORMAT else None
