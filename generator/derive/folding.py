"""Vietnamese words without their marks, so that what is typed meets what is written; search.js does the same."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

_APOSTROPHES = re.compile("['’ʼ`´]")
_SYLLABLE = re.compile("[a-z0-9đ][a-z0-9đ\u0300-\u036f]*")
_MARKS = re.compile("[\u0300-\u036f]")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_NUMBER = ("so", "so\u0302\u0301")
_Y_FOR_I = re.compile("^((?:[^aeiouy\u0300-\u036f]+|qu))y(?=[\u0300-\u036f]*$)")
_CITY = re.compile("(?<![\\w\u0300-\u036f])tp(?=[bcdghklmnpqrstvx])")
_APART = re.compile("(?<![\\w\u0300-\u036f])([mk]) (?=[a-zđ]{2})")
_ZEROS = re.compile(r"^0+(?=\d)")


class Syllable(NamedTuple):
    """A syllable or number: without marks (`hoa`), and with its tone at the end, since `hòa` and `hoà` are one."""

    plain: str
    marked: str


@lru_cache(100_000)  # names are the same in every language of the site
def syllables(text: str) -> tuple[Syllable, ...]:
    """The syllables of a text, however its letters are composed and its numbers spaced.

    `46-NQ/TU` and `46 - NQ/TU` are `46 nq tu`; the word `số` before a number and zeros at its front are left out.
    What is spelled in two ways is one: `Quy` and `Qui`, `Mỹ` and `Mĩ`, `TPHCM` and `TP HCM`, `M'gar` and `M gar`.
    """
    found = [_one_spelling(syllable) for syllable in _read(_APART.sub(r"\1", _CITY.sub("tp ", _low(text))))]
    return _without_so(found)


def plain(text: str) -> str:
    """The syllables of a text without marks, a space between them, spelled as they are."""
    found = _read(_low(text))
    return " ".join(syllable.plain for syllable in _without_so(found))


def slug(text: str) -> str:
    """Text as a part of an address: `131-KH/TU` is `131-kh-tu`."""
    return plain(text).replace(" ", "-")


def _low(text: str) -> str:
    return unicodedata.normalize("NFD", _APOSTROPHES.sub("", text.lower().replace("ð", "đ")))


def _read(letters: str) -> list[Syllable]:
    return [_syllable(raw) for raw in _SYLLABLE.findall(letters)]


def _without_so(found: list[Syllable]) -> tuple[Syllable, ...]:
    return tuple(
        syllable
        for syllable, after in zip_longest(found, found[1:])
        if not (syllable.marked in _NUMBER and after and after.plain[0].isdigit())
    )


@cache
def _one_spelling(syllable: Syllable) -> Syllable:
    return Syllable(_Y_FOR_I.sub(r"\1i", syllable.plain), _Y_FOR_I.sub(r"\1i", syllable.marked))


@cache
def _syllable(raw: str) -> Syllable:
    tone = _TONES.search(raw)
    marked = _ZEROS.sub("", _TONES.sub("", raw) + (tone[0] if tone else ""))
    return Syllable(_MARKS.sub("", marked).replace("đ", "d"), marked)
