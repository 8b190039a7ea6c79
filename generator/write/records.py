"""The record of the last build into each folder, so that the next one repeats only what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from generator.model.diagnostic import Diagnostic

from .cache import Cache
from .journal import Journal, Seen
from .store import Trace


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A build that was published: the digest of all it was made from and of the folder's list; what it had to say, in
    which language; and where the site stands on its host.

    `base` is the digest of all it was made from but the texts of plans, `texts` that of each text. `keys` are those of
    what was made and is no file of the site, `readings` those of what was read (`Readings`).
    """

    inputs: str
    listed: str
    diagnostics: tuple[Diagnostic, ...]
    language: str
    base_path: str
    base: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that was published: its SHA-256, its state on the disk, its group, and its key in the cache (empty where
    it is made in every build)."""

    sha256: str
    stamp: tuple[int, int, int]
    group: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class BuildRecords:
    """The last build into the folder `out`, in a project's cache.

    Of a build there are: its record (`build`), its files (`files`), what each file of a group stands on (`traces`), the
    places that links may lead to in its pages (`ids`), which nodes read what (`nodes`, `seen`), and what nodes came to
    (`values`).
    """

    cache: Cache
    out: Path

    def last(self) -> BuildRecord | None:
        """The last build; None where there is no record of it, or where it was damaged."""
        record: BuildRecord | None = self._read("build", BuildRecord)
        return record

    def files(self) -> dict[str, FileRecord]:
        """Every file of the last build, by its path."""
        return self._read("files", dict[str, FileRecord]) or {}

    def checked(self, inputs: str) -> tuple[tuple[Diagnostic, ...], str] | None:
        """What the last check had to say, and in which language, if it was of the same inputs."""
        told = self._read("check", tuple[str, tuple[Diagnostic, ...], str])
        return told[1:] if told and told[0] == inputs else None

    def keep_check(self, inputs: str, diagnostics: tuple[Diagnostic, ...], language: str) -> None:
        """Keep what a check had to say that refused nothing, until the next one or the next build."""
        self.cache.write("records", {self._name("check"): msgspec.json.encode((inputs, diagnostics, language))})

    def trace(self, path: str) -> Trace | None:
        """What a file stands on."""
        file = self.files().get(path)
        return self.traces(file.group).get(path) if file else None

    def traces(self, group: str) -> dict[str, Trace]:
        """What each file of a group stands on."""
        return self._read("traces", dict[str, Trace], group) or {}

    def ids(self, group: str) -> dict[str, frozenset[str]]:
        """The ids in the pages of a group, where they are recorded."""
        return self._read("ids", dict[str, frozenset[str]], group) or {}

    def nodes(self) -> dict[str, dict[str, str]]:
        """The nodes of the last build (`Journal`)."""
        return self._read("nodes", dict[str, dict[str, str]]) or {}

    def values(self) -> dict[str, msgspec.Raw]:
        """What nodes of the last build came to."""
        return self._read("values", dict[str, msgspec.Raw]) or {}

    def seen(self, subject: str) -> Seen:
        """What was read of a subject, and by whom."""
        return self._read("seen", Seen, subject) or {}

    def keep(
        self,
        record: BuildRecord,
        files: Mapping[str, FileRecord],
        traces: Mapping[str, Mapping[str, Trace]],
        ids: Mapping[str, Mapping[str, frozenset[str]]],
        journal: Journal,
        whole: bool,
    ) -> None:
        """Keep the record of a build that was just published: of a `whole` one, or of what it repeated. `traces` and
        `ids` are by group and path; `ids` are those of the pages that changed. Records of folders that are gone are
        removed."""
        bodies: dict[str, Any] = {
            self._name("build"): record,
            self._name("files"): files,
            self._name("nodes"): journal.nodes,
            self._name("values"): journal.values,
            **{self._name("traces", group): found for group, found in traces.items()},
            **{self._name("ids", group): self._ids(group, found, files) for group, found in ids.items()},
            **{self._name("seen", subject): seen for subject, seen in journal.changed_seen.items()},
        }
        self.cache.write("records", {name: msgspec.json.encode(value) for name, value in bodies.items()})
        self.cache.remove("records", [name for name in self.cache.record_names() if self._is_gone(name, whole, bodies)])

    def _ids(
        self, group: str, changed: Mapping[str, frozenset[str]], files: Mapping[str, FileRecord]
    ) -> dict[str, list[str]]:
        known = {path: ids for path, ids in self.ids(group).items() if path in files}
        return {path: sorted(ids) for path, ids in (known | dict(changed)).items()}

    def others(self) -> set[str]:
        """The keys of all that the sites in other folders stand on."""
        folders = {name.split("\t")[0] for name in self.cache.record_names()} - {str(self.out)}
        found: set[str] = set()
        for folder in folders:
            records = BuildRecords(self.cache, Path(folder))
            last = records.last()
            found.update((*last.keys, *last.readings) if last else (), (file.key for file in records.files().values()))
        return found

    def _is_gone(self, name: str, whole: bool, bodies: Mapping[str, Any]) -> bool:
        folder = name.split("\t")[0]
        return not Path(folder).is_dir() or (whole and folder == str(self.out) and name not in bodies)

    def _name(self, kind: str, part: str = "") -> str:
        return "\t".join((str(self.out), kind, part))

    def _read(self, kind: str, type: Any, part: str = "") -> Any:
        body = self.cache.record(self._name(kind, part))
        try:
            return None if body is None else msgspec.json.decode(body, type=type)
        except msgspec.MsgspecError:
            return None
