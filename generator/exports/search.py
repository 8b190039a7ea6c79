"""The search index: everything that can be found, in small files that a browser fetches by need.

Names of places stand in the order of the alphabet with all that a result shows, so one file answers the commonest
question. All else is found by its words: single syllables, pairs of neighbours, and whole names by a short mark.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from generator.derive.folding import Syllable, syllables
from generator.model.grouping import grouped
from generator.model.output import Output
from generator.site.urls import URLS, in_language

from .recipes import JsonRecipe, json_bytes

SIZES = {"ten": 5_000, "tu": 3_200, "muc": 1_500}
"""Bytes after which a file of names, words or entries ends. A question takes one or two files of names, two or three of
words, and one for each few results: small files cost least where a reader pays for every one."""
MOST = 1_000
"""Entries of a syllable or pair that are kept, the most important first."""
TYPES = (
    ("thành phố", "tp"), ("thị xã", "tx"), ("thị trấn", "tt"), ("đặc khu", "đk"), ("tỉnh", "t"), ("huyện", "h"),
    ("quận", "q"), ("phường", "p"), ("xã", "x"), ("vùng",),
)  # fmt: skip
"""Kinds of units as people write them before a name, in full first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place as search shows it. `name` has no type before it; `rank` is small for what matters more.

    `remark` tells it apart from others of its name, `note` says which plans there are where it leads.
    """

    type: str
    name: str
    rank: int
    href: str
    remark: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """Anything else as search shows it. `forms` are all the names and words by which it is found."""

    kind: str
    title: str
    href: str
    remark: str
    forms: tuple[str, ...]
    lang: str = ""  # of the title, where it is not that of the page


def outputs(
    places: Iterable[Named], kind_of_places: str, entries: Sequence[IndexEntry], lang: str, languages: Sequence[str]
) -> list[Output]:
    """The index of a language. `entries` come in the order of their weight: of equal matches the first is shown first.

    Beside the files of names (`ten-`), words (`tu-`) and entries (`muc-`) there is one, `goc`, that says where each
    begins.
    """
    names = sorted(((_plain(syllables(place.name)), place) for place in places), key=_by_name)
    words = _words(entries)
    kinds = list(dict.fromkeys((kind_of_places, *(entry.kind for entry in entries))))
    shown = [
        (
            str(id),
            [entry.title, kinds.index(entry.kind), entry.remark, entry.href, *([entry.lang] if entry.lang else [])],
        )
        for id, entry in enumerate(entries)
    ]
    shards = {
        "ten": list(_shards([(name, _record(place)) for name, place in names], SIZES["ten"])),
        "tu": list(_shards(words, SIZES["tu"])),
        "muc": list(_shards(shown, SIZES["muc"])),
    }
    files: dict[str, Any] = {
        f"{name}-{number}": [row for _, row in shard] if name != "ten" else _with_notes([row for _, row in shard])
        for name, parts in shards.items()
        for number, shard in enumerate(parts)
    }
    files["goc"] = {
        "kinds": kinds,
        "types": [[form, forms[0]] for forms in TYPES for form in forms],
        "single": sorted({name for name, _ in names if name and " " not in name}),
        "ten": _starts(shards["ten"]),
        "tu": _starts(shards["tu"]),
        "muc": [int(shard[0][0]) for shard in shards["muc"]],
    }
    return [
        Output(in_language(URLS.search_index(f"{name}.json"), lang, languages), JsonRecipe(), given)
        for name, given in files.items()
    ]


def mark_of(words: Sequence[str]) -> str:
    """The short mark of a whole name: its first two syllables, and a number made of all of them (FNV-1a, base 36)."""
    number = 0x811C9DC5
    for letter in " ".join(words):
        number = (number ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"{' '.join(words[:2])}={digits or '0'}"


def _plain(words: Iterable[Syllable]) -> str:
    return " ".join(word.plain for word in words)


def _by_name(named: tuple[str, Named]) -> tuple[Any, ...]:
    name, place = named
    return name, place.rank, place.name, place.remark, place.href


def _record(named: Named) -> list[Any]:
    return [named.type, named.name, named.rank, named.href, named.remark, named.note]


def _with_notes(rows: list[list[Any]]) -> dict[str, Any]:
    """The rows of a file with their notes apart, since many share one."""
    notes = list(dict.fromkeys(row[5] for row in rows))
    return {"notes": notes, "names": [[*row[:5], notes.index(row[5])] for row in rows]}


def _words(entries: Sequence[IndexEntry]) -> list[tuple[str, Any]]:
    """Each syllable, pair and whole name, without marks, with one row for each way that it is marked.

    A row is the marked words and the entries that have them, each number as its distance from the one before.
    """
    found = grouped(
        (key, id)
        for id, entry in enumerate(entries)
        for key in dict.fromkeys(key for form in entry.forms for key in _keys(form))
    )
    return [
        (key, [marked, *(id - before for before, id in pairwise((0, *ids[:MOST])))])
        for (key, marked), ids in sorted(found.items())
    ]


@lru_cache(maxsize=20_000)  # the same names and words stand in many entries, and in each language
def _keys(form: str) -> tuple[tuple[str, str], ...]:
    """What a form is found by, each without marks and as it is marked: its syllables, pairs of them, and the whole."""
    words = syllables(form)
    plain = [word.plain for word in words]
    marked = [unicodedata.normalize("NFC", word.marked) for word in words]
    pairs = zip(map(" ".join, pairwise(plain)), map(" ".join, pairwise(marked)), strict=True)
    whole = [(mark_of(plain),) * 2] if words else []
    return (*zip(plain, marked, strict=True), *pairs, *whole)


def _starts(shards: Sequence[Sequence[tuple[str, Any]]]) -> list[str]:
    """Where each file begins: what of its first key tells it from the last one before; of the first file, nothing."""
    return ["", *(_apart(before[-1][0], shard[0][0]) for before, shard in pairwise(shards))][: len(shards)]


def _apart(before: str, key: str) -> str:
    return next(key[:length] for length in range(1, len(key) + 1) if key[:length] > before)


def _shards(rows: Iterable[tuple[str, Any]], most: int) -> Iterator[list[tuple[str, Any]]]:
    """The rows in files of at most that many bytes; rows of one key stay together."""
    shard: list[tuple[str, Any]] = []
    size = 0
    for key, row in rows:
        weight = len(json_bytes(row))
        if shard and size + weight > most and key != shard[-1][0]:
            yield shard
            shard, size = [], 0
        shard.append((key, row))
        size += weight
    if shard:
        yield shard
