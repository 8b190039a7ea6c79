"""What each part of a build (a node) read of the texts that change often, so that the next build repeats only those
parts that read a text that changed.

A node is a group of outputs, a rule, or a value. A read is a tuple of plain values: what kind of read, and of which
subject. All else that a build is made from belongs to its `base`: where the base differs, every node is repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from generator.model.reads import Read, recording

from .digest import digest

Value = TypeVar("Value")
Seen = dict[str, tuple[str, list[str]]]
"""Of one subject: each read as JSON, with the digest of its answer and the nodes that read it."""
WHOLE = "text"
"""The kind of read that is all of a subject's text."""

PlainRead = tuple[str | int | tuple[str, ...] | None, ...]
"""A read as it is stored."""


class Journal:
    """The nodes of a build, beside those of the last build with the same base.

    `nodes` gives for each node of the last build the subjects that it read, each with a digest of the reads; `values`
    what nodes came to that are no outputs. `seen(subject)` loads what was read of a subject. `answer(read)` is what a
    read comes to now. `changed` are the subjects whose text differs.
    """

    def __init__(
        self,
        answer: Callable[[Read], Any],
        nodes: Mapping[str, dict[str, str]] | None = None,
        values: Mapping[str, msgspec.Raw] | None = None,
        seen: Callable[[str], Seen] = lambda subject: {},
        changed: Iterable[str] = (),
    ) -> None:
        self._answer = answer
        self._seen = seen
        self.nodes = dict(nodes or {})
        self.values = dict(values or {})
        self.changed_seen: dict[str, Seen] = {}
        """Of each subject whose reads differ from those of the last build: all reads of it."""
        self._fresh: dict[str, set[Read]] = {}
        self._answers: dict[Read, str] = {}
        for subject in changed:
            self._restart(subject)

    def is_current(self, node: str) -> bool:
        """Whether a node need not be repeated."""
        return node in self.nodes

    def told(self, read: Read) -> str:
        """The digest of what a read comes to now."""
        if read not in self._answers:
            self._answers[read] = _told(self._answer(read))
        return self._answers[read]

    def record(self, node: str, reads: Iterable[Read], whole: str = "") -> None:
        """Record what a node read. All of the text of the subject `whole` counts as read by it."""
        self._fresh.setdefault(node, set()).update(read for read in reads if read[1] != whole)
        if whole:
            self._fresh[node].add((WHOLE, whole))

    def value(self, node: str, work: Callable[[], Value], kind: Any, whole: str = "") -> Value:
        """What a node comes to, remembered where it is current. `kind` is the type of the value."""
        if self.is_current(node) and node in self.values:
            known: Value = msgspec.json.decode(self.values[node], type=kind)
            return known
        with recording() as reads:
            value = work()
        self.record(node, reads, whole)
        self.values[node] = msgspec.Raw(msgspec.json.encode(value))
        return value

    def settle(self) -> None:
        """Bring `nodes` and `changed_seen` up to date with what was recorded."""
        for node, reads in self._fresh.items():
            before = self.nodes.get(node, {})
            by_subject: dict[str, list[Read]] = {}
            for read in sorted(reads, key=repr):
                by_subject.setdefault(read[1], []).append(read)
            told = {subject: digest(repr(own)) for subject, own in by_subject.items()}
            for subject, own in by_subject.items():
                if before.get(subject) != told[subject]:
                    self._add(node, subject, own)
            self.nodes[node] = told
        self._fresh = {}

    def _restart(self, subject: str) -> None:
        """Ask again what was read of a changed subject; forget the nodes that got another answer."""
        kept: Seen = {}
        for read, (before, nodes) in self._seen(subject).items():
            now = self.told(_read(read))
            if now != before:
                for node in nodes:
                    self.nodes.pop(node, None)
                    self.values.pop(node, None)
            kept[read] = (now, nodes)
        self.changed_seen[subject] = kept

    def _add(self, node: str, subject: str, reads: Iterable[Read]) -> None:
        if subject not in self.changed_seen:
            self.changed_seen[subject] = self._seen(subject)
        seen = self.changed_seen[subject]
        for read in reads:
            name = msgspec.json.encode(read).decode()
            if name not in seen:
                seen[name] = (self.told(read), [])
            if node not in seen[name][1]:
                seen[name][1].append(node)


def _read(name: str) -> Read:
    read: Read = msgspec.json.decode(name, type=PlainRead)
    return read


def _told(answer: Any) -> str:
    return digest(msgspec.json.encode(answer))
