"""What search.js does, in Python: the same questions to the same files get the same answers in the same order."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.derive.folding import Syllable, syllables
from generator.exports.search import mark_of

PAGE, PARTS, FILES, WINDOWS = 8, 3, 2, 5
"""Results of a page; parts of a question that are looked up; files that are read for one of them; places in a question
where a name of a place is looked for behind its beginning."""

Found = tuple[tuple[Any, ...], Any]
"""How well something fits, less is better, its tier first; then a place as shown, or the number of an entry.

Tiers: -1 the unit of today of a former one that is asked with all that it was in, 0 a place of the very name,
1 anything else of it, 2 a place whose name goes on, 2.5 one whose name opens the question, 2.7 one whose name has a
letter wrong, 3 an entry with all that is asked, 3.5 a place whose name stands among other words, 4 an entry with most
of it, or with other marks (3.6 beside a place, with all the other words), 5 a place whose name goes on and has other
marks.
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
    places, rest = _places(index, words)
    texts = _texts(index, words, min(len(words), 2))
    if rest and not any(how[0] <= 3 for how, _ in texts):
        beside = _texts(index, rest, min(len(rest), 2))
        texts += [((max(how[0], 3.6), *how[1:]), one) for how, one in beside]
    found = [*places, *texts] or _texts(index, words, 1)
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


def _places(index: Index, words: Sequence[Syllable]) -> tuple[list[Found], tuple[Syllable, ...]]:
    """Places whose name is asked, or opens what is asked and is told apart by the rest, or goes on, or stands among
    other words; and these other words."""
    root = index.file("goc")
    inside: list[tuple[str, int]] = []
    starts = [("", 0)]
    for at in range(len(words)):
        for form, kind in root["types"]:
            before, start = syllables(form), at + len(syllables(form))
            if len(words) > start and _opens(_key(words[at:]), _key(before)) and _alike(words[at:], before) >= 0:
                (inside if at else starts).append((kind, start))
    inside += [("", at) for at in range(1, len(words) - 1) if not words[at].plain[0].isdigit()]
    found: list[Found] = []
    slips: list[Found] = []
    rest: tuple[Syllable, ...] = ()
    best: tuple[int, ...] = (0,)
    once = {start for _, start in starts}
    windows = len(once) + WINDOWS
    for kind, start in (*starts, *inside):
        opening = (kind, start) in starts
        if not opening and (start in once or len(once) >= windows):
            continue
        once.add(start)
        asked = words[start:]
        first, alone = _key(asked[:2]), asked[0].plain
        shelves = list(index.between("ten", first, f"{first}~" if opening else first))
        if alone in root["single"] and (opening or kind):
            shelves += index.between("ten", alone, alone)
        for shelf in shelves:
            for type, text, rank, href, remark, note in shelf["names"]:
                name = syllables(text)
                whole, like = _opens(_key(asked), _key(name)), _alike(asked, name)
                around = f" {_key(syllables(remark))} "
                left = asked[len(name) :]
                told = [one for one in left if f" {one.plain} " in around]
                goes_on = opening and not whole and _key(name).startswith(_key(asked))
                if (
                    whole
                    and opening
                    and (kind or not alone.isdigit())
                    and all(f" {one.plain}" in around for one in left)
                ):
                    how: tuple[Any, ...] = (0, -len(name), int(kind not in ("", type)))
                elif goes_on:
                    how = (5 if like < 0 else 2, 0, int(kind not in ("", type)))
                elif whole and like >= 0 and (len(name) > 1 or kind == type):
                    how = (
                        2.5 if opening else 3.5,
                        -len(name) - len(told) - (kind == type),
                        int(kind not in ("", type)),
                    )
                    if how[1] < best[0]:
                        best = (how[1],)
                        rest = tuple(one for one in (*words[:start], *left) if one not in told)
                elif opening and _slip(asked, name):
                    how = (2.7, 0, int(kind not in ("", type)))
                else:
                    continue
                shown = Result(f"{type} {text}", root["kinds"][0], f"{remark} · {shelf['notes'][note]}", href)
                (slips if how[0] == 2.7 else found).append(((*how, -like, rank, text, href), shown))
    former = [(how[5], one.remark) for how, one in found if how[0] == 0]
    for at, (how, one) in enumerate(found):
        if how[0] in (2.5, 3.5) and any(text == how[5] and f"{one.title}, " in remark for text, remark in former):
            found[at] = ((-1, *how[1:]), one)
    if any(how[0] in (0, 2) for how, _ in found):
        return [(how, one) for how, one in found if how[0] not in (2.5, 3.5)], ()
    return found or slips, rest


def _slip(asked: Sequence[Syllable], name: Sequence[Syllable]) -> bool:
    """Whether one syllable of a name is typed with a letter or two wrong, and all others right."""
    if len(asked) != len(name) or len(name) < 2:
        return False
    wrong = [(one.plain, other.plain) for one, other in zip(asked, name, strict=True) if one.plain != other.plain]
    if len(wrong) != 1:
        return False
    one, other = wrong[0]
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    left, longest = max(len(one), len(other)), max(map(len, wrong[0]))
    return left <= 2 and longest - left >= left


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
