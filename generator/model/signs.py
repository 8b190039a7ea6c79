"""Signs that nobody sees, and letters that look like others: what they are, where they stand, how they are shown."""

import re
import unicodedata
from collections.abc import Iterator

# Controls, soft hyphens, fillers, zero widths, marks of direction, variation selectors, tags, what stands for nothing.
_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
HIDDEN = re.compile(f"[{_HIDDEN}{_PRIVATE}]")
"""A sign that a reader does not see, or that each system shows in its own way; line feeds and tabs are none."""
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ALIKE = dict(
    zip(
        "ÐðƉɖАВЕЅІЈКМНОРСТУХаеоріѕјсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
        "ĐđĐđABESIJKMHOPCTYXaeopisjcyxhdqwABEZHIKMNOPTYXov",
        strict=True,
    )
)
_STRANGE = re.compile(f"[{''.join(_ALIKE)}\uff01-\uff5e\ufb00-\ufb06\u212a\u212b\U0001d400-\U0001d7ff]")
_WORD = re.compile(r"\w+")
_OURS = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff]")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Where each hidden sign stands, and the sign."""
    return ((found.start(), found.group()) for found in HIDDEN.finditer(text))


def look_alikes(text: str) -> Iterator[tuple[int, str, str]]:
    """Letters that are not those that they seem to be: where each stands, the letter, and what it looks like.

    A letter of another script is one only inside a word of ours: a name that is written in Greek stays.
    """
    if text.isascii():
        return
    for found in _STRANGE.finditer(text):
        sign = found.group()
        meant = _ALIKE.get(sign) or unicodedata.normalize("NFKC", sign)
        if meant == sign:
            continue
        if sign in _ALIKE and not _OURS.search(_around(text, found.start()).replace(sign, "")):
            continue
        yield found.start(), sign, meant


def _around(text: str, place: int) -> str:
    """The word that a letter stands in."""
    start = place
    while start and _WORD.match(text[start - 1]):
        start -= 1
    found = _WORD.match(text, start)
    return found.group() if found else ""


def called(sign: str) -> str:
    """A sign by its number and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X}" + (f" ({name})" if name else "")


def shown(text: str) -> str:
    """A text in which signs that nobody sees, and blanks that are no space, are shown by their numbers: `[U+200B]`."""
    return _BLANKS.sub(_number, HIDDEN.sub(_number, text))


def read_original(text: str) -> str:
    """A plan's original as it is read: what has no width is nothing, a break of pages is a space, and every other
    hidden sign is shown."""
    return HIDDEN.sub(_number, _BREAKS.sub(" ", _WIDTHLESS.sub("", text)))


def _number(found: re.Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"
