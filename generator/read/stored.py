"""A plan in two parts, so that an edit of its words alone is known as one: its text, and all the rest.

The text is what changes with the words: blocks, lines of the source, the digest of the original. Both parts are stored
as MessagePack of the model's own types. A stored plan answers as the plan itself does, and every use of its text is
recorded (`model.reads`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec

from generator.model.diagnostic import Source, Span
from generator.model.passages import QUESTIONS
from generator.model.plan import Block, Plan, Provision, SourceFile
from generator.model.reads import PASSAGE, Read, note, recording

from .files import Folder
from .kept import kept
from .plans import read_plan

BLOCKS, ORIGINAL, SPANS, TEXT = "blocks", "original", "spans", "text"
"""Reads: a provision's blocks, the digest and size of the original, where fields are written, and all of the text."""


@dataclass(frozen=True, slots=True)
class PlanText:
    """What changes with a plan's words. `blocks` and `at` are by provision, `spans` of fields and lines."""

    blocks: Mapping[str, tuple[Block, ...]]
    at: Mapping[str, Span]
    spans: Mapping[str, Span]
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as stored. `rest` is encoded; its digest and that of the text tell what changed."""

    rest: bytes
    rest_digest: str
    text_digest: str


class Words:
    """The text of a stored plan, decoded when it is first asked for."""

    def __init__(self, plan: str, load: Callable[[], bytes]) -> None:
        self.plan = plan
        self._load = load
        self._text: PlanText | None = None

    @property
    def text(self) -> PlanText:
        if self._text is None:
            self._text = _text_decoder().decode(self._load())
        return self._text


class StoredProvision(Provision):
    """A provision whose text is elsewhere."""

    __slots__ = ("_words",)
    _words: Words

    def __init__(self, provision: Provision, words: Words) -> None:
        for name in ("id", "number_printed", "title", "parent", "order"):
            object.__setattr__(self, name, getattr(provision, name))
        object.__setattr__(self, "_words", words)

    @property
    def plan(self) -> str:
        """The id of its plan."""
        return self._words.plan

    @property
    def blocks(self) -> tuple[Block, ...]:
        note(BLOCKS, self._words.plan, self.id)
        return self._words.text.blocks[self.id]

    @property
    def at(self) -> Span:
        note(SPANS, self._words.plan)
        return self._words.text.at[self.id]


class StoredSource(SourceFile):
    """The original of a stored plan, whose digest and size change with its words."""

    __slots__ = ("_words",)
    _words: Words

    def __init__(self, source: SourceFile, words: Words) -> None:
        object.__setattr__(self, "file", source.file)
        object.__setattr__(self, "note", source.note)
        object.__setattr__(self, "original", source.original)
        object.__setattr__(self, "original_sha256", source.original_sha256)
        object.__setattr__(self, "_words", words)

    @property
    def sha256(self) -> str:
        note(ORIGINAL, self._words.plan)
        return self._words.text.sha256

    @property
    def bytes(self) -> int:
        note(ORIGINAL, self._words.plan)
        return self._words.text.bytes


class StoredSpans(Mapping[str, Span]):
    """Where the fields of a stored plan are written."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __getitem__(self, name: str) -> Span:
        return self._spans()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans())

    def __len__(self) -> int:
        return len(self._spans())

    def _spans(self) -> Mapping[str, Span]:
        note(SPANS, self._words.plan)
        return self._words.text.spans


def read_stored(folder: Folder, path: str, id: str) -> tuple[StoredPlan, Plan] | None:
    """The plan in a folder of the project, which records the reads of its text; None where it cannot be read."""
    texts: list[bytes] = []

    def read(apart: Folder) -> StoredPlan | None:
        plan = read_plan(apart, path, id)
        if plan is None:
            return None
        rest, text = store(plan)
        texts.append(text)
        if apart.memory:
            apart.memory.keep(path, TEXT, text)
        return StoredPlan(rest, _digest(rest), _digest(text))

    def load() -> bytes:
        found = texts[0] if texts else folder.memory and folder.memory.recall(path, TEXT, bytes)
        return found or (read(Folder(folder.root, limits=folder.limits)) and texts[0]) or b""

    stored = kept(folder, path, StoredPlan | None, read)
    return (stored, restore(stored.rest, load)) if stored else None


def store(plan: Plan) -> tuple[bytes, bytes]:
    """All of a plan but its text, and its text, both encoded."""
    text = PlanText(
        blocks={provision.id: provision.blocks for provision in plan.provisions},
        at={provision.id: provision.at for provision in plan.provisions},
        spans=dict(plan.source_of.spans),
        sha256=plan.source.sha256,
        bytes=plan.source.bytes,
    )
    rest = replace(
        plan,
        source=replace(plan.source, sha256="", bytes=0),
        source_of=Source(plan.source_of.file),
        provisions=tuple(replace(provision, blocks=(), at=Span("")) for provision in plan.provisions),
    )
    return msgspec.msgpack.encode(rest), msgspec.msgpack.encode(text)


def restore(rest: bytes, load_text: Callable[[], bytes]) -> Plan:
    """The plan of a `rest`; its text is loaded when it is first asked for. Raises msgspec.DecodeError."""
    plan = _plan_decoder().decode(rest)
    words = Words(plan.id, load_text)
    return replace(
        plan,
        source=StoredSource(plan.source, words),
        source_of=Source(plan.source_of.file, StoredSpans(words)),
        provisions=tuple(StoredProvision(provision, words) for provision in plan.provisions),
    )


@dataclass(frozen=True, slots=True)
class Texts:
    """The plans of a site as they are stored, by id, with what answers reads of their text."""

    plans: Mapping[str, Plan]
    stored: Mapping[str, StoredPlan]

    def digests(self) -> dict[str, str]:
        """The digest of each plan's text."""
        return {id: plan.text_digest for id, plan in self.stored.items()}

    def rests(self) -> dict[str, str]:
        """The digest of all of each plan but its text."""
        return {id: plan.rest_digest for id, plan in self.stored.items()}

    def answer(self, read: Read) -> Any:
        """What a read comes to now; None where what it was asked about is gone."""
        kind, plan, *_ = read
        if plan not in self.plans:
            return None
        return self.stored[plan].text_digest if kind == TEXT else answer(self.plans[plan], read)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=20).hexdigest()


def answer(plan: Plan, read: Read) -> Any:
    """What a read of a plan's text comes to now; None where what it was asked about is gone."""
    with recording():
        if read[0] == ORIGINAL:
            return plan.source.sha256, plan.source.bytes
        if read[0] == SPANS:
            return tuple(sorted(plan.source_of.spans.items())), tuple(provision.at for provision in plan.provisions)
        about = plan.provision(read[2]) if read[2] else plan
        if about is None:
            return None
        if read[0] == PASSAGE:
            return QUESTIONS[read[3]](about, *read[4:])
        return about.blocks if isinstance(about, Provision) else None


@cache
def _plan_decoder() -> msgspec.msgpack.Decoder[Plan]:
    return msgspec.msgpack.Decoder(Plan)


@cache
def _text_decoder() -> msgspec.msgpack.Decoder[PlanText]:
    return msgspec.msgpack.Decoder(PlanText)
