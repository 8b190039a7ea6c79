"""Makes groups of outputs one by one, so that no more than one group is in memory: what was made goes to the cache."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from generator.model.diagnostic import Diagnostic
from generator.model.output import Group, Later, Output, worked_out
from generator.model.reads import Read, recording

from .records import FileRecord
from .store import Store, Trace

BATCH = 8 << 20
"""Bytes of a group that are in memory at most, until they are put into the cache."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made: its SHA-256, its key in the cache (empty where it is made in every build), and whether it
    stands published already."""

    sha256: str
    key: str
    stands: bool

    @property
    def entry(self) -> str:
        """The key of its bytes in the cache, until they are published where they are made in every build."""
        return self.key or f"body {self.sha256}"


@dataclass(slots=True)
class MadeGroup:
    """What a group came to: its files by path, what they stand on, what declaring them read, what is wrong, what
    batches of pages say (`Maker.look`), and the bytes that could not be put into the cache. Small enough to be sent."""

    name: str
    reads: set[Read] = field(default_factory=set)
    files: dict[str, MadeFile] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    looked: list[Any] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)
    made: int = 0
    remembered: int = 0


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes groups by name. `published` gives the SHA-256 of the files that stand published, `look` reads the pages
    that were made, and `fault` is what recipes raise for mistakes of authors.

    `told` is the digest of what a read comes to. `traces` gives what the published files of a group stand on, where
    nothing but texts has changed since; none else. With `pages_only` other files are named and not made; a recipe whose
    `check` says what would keep it from making one is asked.
    """

    store: Store
    groups: Mapping[str, Group]
    published: Mapping[str, str]
    look: Callable[[Mapping[str, bytes]], Any]
    fault: type[Exception]
    told: Callable[[Read], str] = lambda read: ""
    traces: Callable[[str], Mapping[str, Trace]] = lambda group: {}
    pages_only: bool = False

    def several(self, names: tuple[str, ...]) -> list[MadeGroup]:
        """What some groups came to, one after another."""
        return [self.make(self.groups[name]) for name in names]

    def make(self, group: Group) -> MadeGroup:
        """What a group came to. What declaring it raises is passed on."""
        done = MadeGroup(group.name)
        before = self.traces(group.name)
        pages: dict[str, bytes] = {}
        with recording() as done.reads:
            for output in group.declare():
                if isinstance(output.given, Later) and self._stands(done, output.path, before):
                    continue
                try:
                    body = self._add(done, output)
                except self.fault as fault:
                    done.faults.append(fault.diagnostic)  # type: ignore[attr-defined]
                    continue
                if body is not None and output.path.endswith(".html"):
                    pages[output.path] = body
                if self.store.waiting > BATCH:
                    self._put_away(done, pages)
        self._put_away(done, pages)
        done.made, done.remembered, done.traces = self.store.taken()
        return done

    def _put_away(self, done: MadeGroup, pages: dict[str, bytes]) -> None:
        """Look at the pages that were made, and put what was made into the cache."""
        done.looked.append(self.look(pages))
        pages.clear()
        if self.store.write():
            done.bodies.clear()

    def again(self, name: str, path: str) -> bytes:
        """The bytes of a file that another build has removed from the cache since."""
        output = next(output for output in self.groups[name].declare() if output.path == path)
        return output.recipe(worked_out(output).given)

    def _stands(self, done: MadeGroup, path: str, before: Mapping[str, Trace]) -> bool:
        """Add a file that stands published, and whose reads all come to what they came to then; whether it does."""
        trace = before.get(path)
        if (
            trace is None
            or path not in self.published
            or self.store.published.get(path) != trace.key
            or any(self.told(read) != answer for read, answer in trace.reads)
        ):
            return False
        self.store.stand(path, trace)
        done.reads.update(read for read, _ in trace.reads)
        self._file(done, path, MadeFile(self.published[path], trace.key, True))
        return True

    def _file(self, done: MadeGroup, path: str, file: MadeFile) -> None:
        if path in done.files:
            done.twice.append(path)
        done.files[path] = file

    def _add(self, done: MadeGroup, output: Output) -> bytes | None:
        """Add a file; its bytes, or None where they stand published already."""
        path = output.path
        skipped = self.pages_only and not path.endswith(".html")
        if skipped and not hasattr(output.recipe, "check"):
            self._file(done, path, MadeFile("", "", True))
            return None
        with recording() as reads:
            output = worked_out(output)
        if skipped:
            output.recipe.check(output.given)  # type: ignore[attr-defined]
            self._file(done, path, MadeFile("", "", True))
            return None
        done.reads |= reads
        answers = tuple((read, self.told(read)) for read in sorted(reads, key=repr))
        product = self.store.product(output, answers)
        key = product.trace.key if product.trace else ""
        body = self.store.count(output, product)
        told = self.published[path] if body is None else sha256(body).hexdigest()
        stands = body is None or self.published.get(path) == told
        file = MadeFile(told, key, stands)
        self._file(done, path, file)
        if body is None or stands:
            return None
        done.bodies[path] = body
        if not key:
            self.store.put(file.entry, body)
        return body


class Bodies(Mapping[str, bytes]):
    """The bytes of the files that are to be published, taken from the cache one by one."""

    def __init__(self, store: Store, maker: Maker, made: "Made") -> None:
        self._store, self._maker, self._made = store, maker, made

    def __getitem__(self, path: str) -> bytes:
        if path in self._made.bodies:
            return self._made.bodies[path]
        file = self._made.files[path]
        body = self._store.entry(file.entry)
        return self._maker.again(self._made.group_of[path], path) if body is None else body

    def __iter__(self) -> Iterator[str]:
        return (path for path, file in self._made.files.items() if not file.stands)

    def __len__(self) -> int:
        return sum(not file.stands for file in self._made.files.values())


@dataclass(slots=True)
class Made:
    """Every file of a site: those that were made, by path, and those of current groups, which stand published; with the
    group of each. `ids` are those in the pages that changed, by group and path. `found` is what is wrong with them;
    there may be no files then. `keys` are those of what was made and is no file."""

    files: dict[str, MadeFile] = field(default_factory=dict)
    kept: dict[str, FileRecord] = field(default_factory=dict)
    group_of: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    traces: dict[str, dict[str, Trace]] = field(default_factory=dict)
    ids: dict[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    found: tuple[Diagnostic, ...] = ()
    keys: list[str] = field(default_factory=list)
    made: int = 0
    remembered: int = 0

    def keep(self, path: str, file: FileRecord) -> None:
        """Add a file of a group that is current."""
        self.kept[path] = file
        self.group_of[path] = file.group
        self.remembered += bool(file.key)

    def add(self, done: MadeGroup) -> None:
        """Add what a group came to."""
        self.twice += [*done.twice, *(path for path in done.files if path in self.group_of)]
        self.files |= done.files
        self.group_of |= dict.fromkeys(done.files, done.name)
        self.bodies |= done.bodies
        self.traces[done.name] = {path: trace for path, trace in done.traces.items() if path in done.files}
        self.keys += [trace.key for path, trace in done.traces.items() if path not in done.files]
        self.made += done.made
        self.remembered += done.remembered

    def replaced(self, before: Mapping[str, FileRecord]) -> set[str]:
        """The keys of the cache that were needed until now: of files that were made again, and of bytes that were kept
        until they were published."""
        again = {before[path].key for path in self.files if path in before}
        return again | {file.entry for file in self.files.values() if not file.key}

    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by its path."""
        kept = {path: file.sha256 for path, file in self.kept.items()}
        return kept | {path: file.sha256 for path, file in self.files.items()}

    def records(
        self, before: Mapping[str, FileRecord], stamps: Mapping[str, tuple[int, int, int]]
    ) -> dict[str, FileRecord]:
        """The record of every file. `before` are those of the last build, `stamps` those of the files published now."""
        found = dict(self.kept)
        for path, file in self.files.items():
            stamp = before[path].stamp if file.stands else stamps.get(path, (0, 0, 0))
            found[path] = FileRecord(file.sha256, stamp, self.group_of[path], file.key)
        return found
