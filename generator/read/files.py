"""The project's files as text: the one place that opens them, and refuses what is no honest file."""

import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from generator.model.diagnostic import Diagnostic, Phrase, Span
from generator.model.filenames import is_reserved
from generator.model.limits import MEBIBYTE, USUAL, Limits
from generator.model.persons import persons
from generator.model.signs import called, hidden, look_alikes
from generator.model.texts import alike_in, place_of, read_printed, read_text

from .nodes import Document, read_yaml

_WORDS = (".csv", ".json", ".md", ".txt", ".yaml")  # files of words, which persons are looked for in
_REPEATING = ("/citations.yaml",)  # a text may cite the same words twice
_LONGEST_NAME = 80  # letters of an id, so that its address fits every system
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_QUOTED = re.compile(r"(?:^|[._])(?:printed|quotes?)(?:\.\d+)?\Z")
_PAIR = re.compile(r"(?<!\\)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def is_name(name: str, longest: int = _LONGEST_NAME) -> bool:
    """Whether a name can be an id: small letters without marks, digits, single hyphens; and no name of a device."""
    return len(name) <= longest and _NAME.match(name) is not None and not is_reserved(name)


class Memory(Protocol):
    """What is kept of a project's parts. A part is all files under a path; it is told apart by their names and bytes,
    and by the code that reads them."""

    def recall(self, path: str, kind: str, decode: Callable[[bytes], Any]) -> Any | None:
        """What is kept of a part, decoded; None where nothing is."""

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Keep something of a part."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A project's folder, the list that every mistake found on the way is added to, what is kept of readings, and how
    much is read."""

    root: Path
    found: list[Diagnostic] = field(default_factory=list)
    memory: Memory | None = None
    limits: Limits = USUAL

    def wrong(self, code: str, at: Span, **values: object) -> None:
        """Records a mistake."""
        shown = {name: value if isinstance(value, Phrase) else str(value) for name, value in values.items()}
        self.found.append(Diagnostic(code, at, shown))

    def exists(self, name: str) -> bool:
        """Whether something of that name is there, readable or not."""
        path = self.root / name
        return path.is_symlink() or path.exists()

    def entries(self, name: str) -> list[str]:
        """The names inside a folder, in order, without hidden files and editors' backups; none if there is none."""
        path = self.root / name
        if not self._inside(path, name) or not path.is_dir():
            return []
        try:
            names = [entry.name.encode("utf-8", "replace").decode() for entry in path.iterdir()]
        except OSError:
            self.wrong("unreadable-file", Span(name), file=name)
            return []
        if len(names) > self.limits.files:
            self.wrong("too-many", Span(name), what=Phrase("many.files"), limit=self.limits.files)
            return []
        shown = sorted(entry for entry in names if not entry.startswith((".", "~")) and not entry.endswith("~"))
        return [
            entry for entry in shown if not (path / entry).is_symlink() or self._inside(path / entry, f"{name}/{entry}")
        ]

    def is_folder(self, name: str) -> bool:
        """Whether it is a folder."""
        return (self.root / name).is_dir()

    def data(self, name: str, limit: int = 0) -> bytes | None:
        """A regular file's bytes; None, and a mistake recorded, where there are none to read. `limit` is in MiB."""
        if not self.is_plain(name, limit or self.limits.file):
            return None
        most = (limit or self.limits.file) * MEBIBYTE
        try:
            with (self.root / name).open("rb") as opened:
                data = opened.read(most + 1)
        except OSError:
            self.wrong("unreadable-file", Span(name), file=name)
            return None
        if len(data) > most:  # it has grown since its size was asked for
            self.wrong("too-large", Span(name), size=len(data), limit=most)
            return None
        return data

    def is_plain(self, name: str, limit: int) -> bool:
        """Whether it is a regular file of no more MiB than this; a mistake is recorded where it is not."""
        path, most = self.root / name, limit * MEBIBYTE
        if not self._inside(path, name):
            return False
        try:
            status = path.stat()
        except FileNotFoundError:
            folder, _, last = name.rpartition("/")
            self.wrong("missing-file", Span(folder or name), file=last)
            return False
        except OSError:
            self.wrong("unreadable-file", Span(name), file=name)
            return False
        if not stat.S_ISREG(status.st_mode):
            self.wrong("unreadable-file", Span(name), file=name)
        elif status.st_size > most:
            self.wrong("too-large", Span(name), size=status.st_size, limit=most)
        return stat.S_ISREG(status.st_mode) and status.st_size <= most

    def text(self, name: str, limit: int = 0, alike: bool = True) -> str | None:
        """A file's text in composed Unicode with `\\n` line ends, or None; mistakes are recorded.

        `alike` records letters that look like others, too.
        """
        data = self.data(name, limit)
        if data is None:
            return None
        text, found = read_text(name, data, alike)
        self.found.extend(found)
        if text is not None and name.endswith(_WORDS):
            if not self._lines_short(name, text):
                return None
            self.tell_persons(name, text)
        return text

    def tell_persons(self, name: str, text: str) -> None:
        """Records what tells who a private person is."""
        for at, kind, words in persons(text, name.endswith(".csv")):
            self.wrong("private-data", place_of(name, text, at), what=Phrase(f"private.{kind}"), value=words)

    def table(self, name: str) -> str | None:
        """A CSV's text; it may be larger than a file of words."""
        return self.text(name, self.limits.table)

    def printed(self, name: str, data: bytes) -> str | None:
        """The text of an original's bytes, or None and a mistake recorded."""
        text, found = read_printed(name, data)
        self.found.extend(found)
        return text

    def named(self, folder: str, ending: str = "", parts: int = 1) -> Iterator[tuple[str, str]]:
        """The id and the path of each entry of a folder that is named by an id and this ending (none: a folder).

        `parts` is how many names with dots between make the id. Others are recorded: `unknown-file` for another ending,
        `bad-name` for what cannot be an id.
        """
        for entry in sorted(self.entries(folder), key=lambda entry: entry.removesuffix(ending)):
            path = f"{folder}/{entry}"
            names = entry.removesuffix(ending).split(".")
            if (ending == "") != self.is_folder(path) or not entry.endswith(ending) or len(names) != parts:
                self.wrong("unknown-file", Span(path), file=path)
            elif not all(is_name(name) for name in names):
                self.wrong("bad-name", Span(path), name=entry.removesuffix(ending))
            else:
                yield ".".join(names), path

    def _lines_short(self, name: str, text: str) -> bool:
        """Whether no line is longer than a line may be; the first that is is recorded."""
        for number, line in enumerate(text.split("\n") if len(text) > self.limits.line else (), 1):
            if len(line) > self.limits.line:
                self.wrong("too-long", Span(name, number, self.limits.line + 1), limit=self.limits.line)
                return False
        return True

    def _inside(self, path: Path, name: str) -> bool:
        """Whether a path is in the project, and no link leads to it; a mistake is recorded where one does."""
        root = self.root.resolve()
        try:
            real = path.resolve()
        except (OSError, RuntimeError):  # a link that leads round to itself
            real = None
        if real == root / name:
            return True
        inside = real is None or real.is_relative_to(root)
        self.wrong("is-link" if inside else "leaves-project", Span(name), file=name)
        return False


def document(folder: Folder, name: str) -> Document | None:
    """A YAML or JSON file's document, or None; mistakes are recorded."""
    text = folder.text(name, alike=False)
    if text is None:
        return None
    read = read_yaml(_PAIR.sub(_whole, text) if name.endswith(".json") else text, name, folder.limits.depth)
    if isinstance(read, Diagnostic):
        folder.found.append(read)
        return None
    if ("\\" in text or any(look_alikes(text))) and not _plain(folder, read, name):
        return None
    for place, value in read.twice() if not name.endswith(_REPEATING) else ():
        id = value.get("id") if isinstance(value, dict) else value
        if isinstance(value, str) or not id:  # two entries with one id are told as such
            folder.wrong("written-twice", read.source.at(place), value=value if id else Phrase("entry"))
    return read


def _whole(pair: re.Match[str]) -> str:
    """A letter that JSON writes as two halves, as YAML writes it."""
    return f"\\U{0x10000 + ((int(pair[1], 16) & 0x3FF) << 10) + (int(pair[2], 16) & 0x3FF):08X}"


def _plain(folder: Folder, read: Document, name: str) -> bool:
    """Whether no escape (`\\u202e`) stands for what may not be written out either, and no letter but a quoted one
    looks like another; mistakes are recorded."""
    before = len(folder.found)
    for place, words in read.words():
        at = read.source.at(place)
        for _, sign in hidden(words):
            folder.wrong("bad-character", at, character=called(sign))
            break
        if not _QUOTED.search(place):
            folder.found.extend(replace(found, at=at) for found in alike_in(name, words)[:1])
    return len(folder.found) == before
