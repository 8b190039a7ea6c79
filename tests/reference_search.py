"""What search.js does, in Python: the same questions to the same files get the same answers in the same order."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.derive.folding import Syllable, syllables
from generator.exports.search import mark_of

PAGE, PARTS, FILES = 8, 3, 2
"""Results of a page; parts of a question that are looked up; files that are read for one of them."""

Found = tuple[tuple[Any, ...], Any]
"""How well something fits, less is better, its tier first; then a place as shown, or the number of an entry.

Tiers: 0 a place of the very name, 1 anything else of it, 2 a place whose name goes on, 3 an entry with all that is
asked, 4 one with most of it, or with other marks, 5 a place whose name goes on and has other marks.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a reader sees of something found."""

    title: str
    kind: str
    remark: str
    href: str


@dataclass(slots=True)
class Index:
    """The files of an index by name (`goc`, `ten-3`), and the sizes of those that were asked for."""

    load: Callable[[str], bytes]
    asked: dict[str, int] = field(default_factory=dict)
    _files: dict[str, Any] = field(default_factory=dict)

    def file(self, name: str) -> Any:
        if name not in self._files:
            body = self.load(name)
            self.asked[name] = len(body)
            self._files[name] = json.loads(body)
        return self._files[name]

    def between(self, kind: str, first: str, last: str) -> Iterator[Any]:
        """The files of a kind that may hold keys from the first to the last, at most FILES."""
        starts = self.file("goc")[kind]
        names = [f"{kind}-{at}" for at in range(len(starts))]
        for name in names[bisect_right(starts, first) - 1 : bisect_right(starts, last)][:FILES]:
            yield self.file(name)


def of_files(files: Mapping[str, bytes], folder: str) -> Index:
    """An index whose files are in memory."""
    return Index(lambda name: files[f"{folder}{name}.json"])


def search(index: Index, question: str, pages: int = 1) -> tuple[list[Result], int]:
    """The first pages of results, and how many there are in all."""
    words = syllables(question)
    if len(_key(words)) < 2:
        return [], 0
    found = [*_places(index, words), *_texts(index, words, min(len(words), 2))] or _texts(index, words, 1)
    once: dict[Any, Any] = {}
    for _, one in sorted(found, key=lambda pair: pair[0]):
        once.setdefault(one if isinstance(one, int) else one.href, one)
    return [_shown(index, one) for one in list(once.values())[: PAGE * pages]], len(once)


def _shown(index: Index, one: Any) -> Result:
    if isinstance(one, Result):
        return one
    root = index.file("goc")
    shelf = bisect_right(root["muc"], one) - 1
    title, kind, remark, href, *_ = index.file(f"muc-{shelf}")[one - root["muc"][shelf]]
    return Result(title, root["kinds"][kind], remark, href)


def _key(words: Sequence[Syllable]) -> str:
    return " ".join(one.plain for one in words)


def _opens(text: str, start: str) -> bool:
    return f"{text} ".startswith(f"{start} ")


def _alike(asked: Sequence[Syllable], name: Sequence[Syllable]) -> int:
    """For each syllable typed with marks: one more where a name has the same, nine less where it has others."""
    pairs = [(one, other) for one, other in zip(asked, name, strict=False) if one.marked != one.plain == other.plain]
    return sum(1 if one.marked == other.marked else -9 for one, other in pairs)


def _places(index: Index, words: Sequence[Syllable]) -> Iterator[Found]:
    """Places whose name is asked, or opens what is asked and is told apart by the rest, or goes on."""
    root = index.file("goc")
    starts = [("", 0)]
    for form, kind in root["types"]:
        before = syllables(form)
        if len(words) > len(before) and _opens(_key(words), _key(before)) and _alike(words, before) >= 0:
            starts.append((kind, len(before)))
    for kind, start in starts:
        asked = words[start:]
        first, alone = _key(asked[:2]), asked[0].plain
        shelves = list(index.between("ten", first, f"{first}~"))
        if alone in root["single"]:
            shelves += index.between("ten", alone, alone)
        for shelf in shelves:
            for type, text, rank, href, remark, note in shelf["names"]:
                name = syllables(text)
                whole, like = _opens(_key(asked), _key(name)), _alike(asked, name)
                around = f" {_key(syllables(remark))}"
                fits = (
                    all(f" {one.plain}" in around for one in asked[len(name) :])
                    if whole
                    else _key(name).startswith(_key(asked))
                )
                if fits:
                    tier = 0 if whole else 5 if like < 0 else 2
                    how = (tier, -len(name) if whole else 0, int(kind not in ("", type)), -like, rank, text, href)
                    yield how, Result(f"{type} {text}", root["kinds"][0], f"{remark} · {shelf['notes'][note]}", href)


def _texts(index: Index, words: Sequence[Syllable], length: int) -> list[Found]:
    """The entries that have at least half of the parts: neighbours (`length` 2) or single syllables of the question."""
    near: dict[int, dict[int | str, int]] = {}
    count = len(words) - length + 1
    parts = min(count, PARTS)
    mark = mark_of([one.plain for one in words])
    for part in range(parts):
        start = part * (count - 1) // (parts - 1 or 1)
        asked, last = words[start : start + length], start == count - 1
        first = _key(asked)
        for rows in index.between("tu", first, first + ("~" if last else "" if start else "=~")):
            for text, *steps in rows:
                name = syllables(text)
                equal, whole = _key(name) == first, text == mark
                begun = last and len(name) == length and "=" not in text and _key(name).startswith(first)
                if whole or equal or begun:
                    id, at = 0, "=" if whole else start
                    for step in steps:
                        id += step
                        of = near.setdefault(id, {})
                        of[at] = 0 if whole else max(of.get(at, -99), (3 if equal else 0) + _alike(asked, name))
    found: list[Found] = []
    for id, of in near.items():
        tier = 4 if min(of.values()) < 0 else 1 if "=" in of else 3 if len(of) == parts else 4
        if 2 * len(of) >= parts:
            found.append(((tier, -len(of), -sum(of.values()), id), id))
    return found
