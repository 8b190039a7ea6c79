"""The project's files as text: the one place that opens them, and refuses what is no honest file."""

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.model.diagnostic import Diagnostic, Span
from generator.model.filenames import is_reserved

from .nodes import Document, read_yaml

_LIMIT = 1 << 20  # bytes of a file of facts or words
_TABLE_LIMIT = 32 << 20  # bytes of a CSV
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# Control characters, and the noncharacters that the markup of notes is made of.
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")


def is_name(name: str) -> bool:
    """Whether a name can be an id: small letters without marks, digits, single hyphens; and no name of a device."""
    return _NAME.match(name) is not None and not is_reserved(name)


class Memory(Protocol):
    """What is kept of a project's parts. A part is all files under a path; it is told apart by their names and bytes,
    and by the code that reads them."""

    def recall(self, path: str, kind: str) -> bytes | None:
        """What is kept of a part; None where nothing is."""

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Keep something of a part."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A project's folder, the list that every mistake found on the way is added to, and what is kept of readings."""

    root: Path
    found: list[Diagnostic] = field(default_factory=list)
    memory: Memory | None = None

    def wrong(self, code: str, at: Span, **values: object) -> None:
        """Records a mistake."""
        self.found.append(Diagnostic(code, at, {name: str(value) for name, value in values.items()}))

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
        return sorted(name for name in names if not name.startswith((".", "~")) and not name.endswith("~"))

    def is_folder(self, name: str) -> bool:
        """Whether it is a folder."""
        return (self.root / name).is_dir()

    def data(self, name: str, limit: int = _LIMIT) -> bytes | None:
        """A regular file's bytes; None, and a mistake recorded, where there are none to read."""
        path = self.root / name
        if not self._inside(path, name):
            return None
        try:
            about = path.stat()
        except FileNotFoundError:
            folder, _, last = name.rpartition("/")
            self.wrong("missing-file", Span(folder or name), file=last)
            return None
        except OSError:
            self.wrong("unreadable-file", Span(name), file=name)
            return None
        if not stat.S_ISREG(about.st_mode):
            self.wrong("unreadable-file", Span(name), file=name)
            return None
        if about.st_size > limit:
            self.wrong("too-large", Span(name), size=about.st_size, limit=limit)
            return None
        try:
            return path.read_bytes()
        except OSError:
            self.wrong("unreadable-file", Span(name), file=name)
            return None

    def text(self, name: str, limit: int = _LIMIT) -> str | None:
        """A file's text in composed Unicode with `\\n` line ends, or None and a mistake recorded."""
        data = self.data(name, limit)
        return None if data is None else self.decoded(name, data)

    def table(self, name: str) -> str | None:
        """A CSV's text; it may be larger than a file of words."""
        return self.text(name, _TABLE_LIMIT)

    def decoded(self, name: str, data: bytes) -> str | None:
        """The text of a file's bytes, or None and a mistake recorded."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
            self.wrong("not-utf8", Span(name, line, column), byte=error.start + 1)
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        bad = _BAD.search(text)
        if bad:
            line = text.count("\n", 0, bad.start()) + 1
            column = bad.start() - text.rfind("\n", 0, bad.start())
            self.wrong("bad-character", Span(name, line, column), character=f"U+{ord(bad.group()):04X}")
            return None
        return unicodedata.normalize("NFC", text)

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

    def _inside(self, path: Path, name: str) -> bool:
        """Whether a path, with its links followed, stays in the project; a mistake is recorded where it does not."""
        try:
            inside = path.resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            self.wrong("leaves-project", Span(name), file=name)
        return inside


def document(folder: Folder, name: str) -> Document | None:
    """A YAML or JSON file's document, or None and a mistake recorded."""
    text = folder.text(name)
    if text is None:
        return None
    read = read_yaml(text, name)
    if isinstance(read, Diagnostic):
        folder.found.append(read)
        return None
    return read
