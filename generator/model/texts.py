"""A file's bytes to its text: UTF-8, composed, with line feeds; whatever else stands in it is told, all at once."""

import re
import unicodedata
from collections.abc import Iterator

from .diagnostic import Diagnostic, Span
from .signs import HIDDEN, called, hidden, look_alikes, read_original

MOST = 20
"""So many signs of one kind are told of a file; one that has more is no text, and is told once."""
_OPENS = re.compile(r"<{7}(?: .*)?\Z|\|{7}(?: .*)?\Z|>{7}(?: .*)?\Z")


def read_text(file: str, data: bytes, alike: bool = True) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file, without signs that nobody sees, and what is wrong with it; None where it is no text.

    `alike` tells letters that look like others, too.
    """
    text, found = _decoded(file, data)
    if text is None:
        return None, found
    if not text.strip():
        return None, [Diagnostic("empty-file", Span(file), {"file": file})]
    if merge := list(_merges(file, text)):
        return None, merge
    signs = list(hidden(text))
    found = [
        Diagnostic("bad-character", place_of(file, text, at), {"character": called(sign)}) for at, sign in signs[:MOST]
    ]
    if len(signs) > MOST:
        return None, found[:1]
    if alike:
        found += alike_in(file, text)
    return unicodedata.normalize("NFC", HIDDEN.sub("", text) if signs else text), found


def read_printed(file: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a plan's original, which stays as it is: its hidden signs are no mistake (`signs.read_original`)."""
    text, found = _decoded(file, data, "other-encoding")
    return (None if text is None else unicodedata.normalize("NFC", read_original(text))), found


def alike_in(file: str, text: str) -> list[Diagnostic]:
    """Letters of a text that are not those that they seem to be; each letter is told where it stands first."""
    first: dict[str, Diagnostic] = {}
    for at, sign, meant in look_alikes(text):
        values = {"letter": sign, "character": called(sign), "meant": meant}
        first.setdefault(sign, Diagnostic("look-alike", place_of(file, text, at), values))
    return list(first.values())


def place_of(file: str, text: str, at: int) -> Span:
    """The line and column of a place in a text."""
    return Span(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _decoded(file: str, data: bytes, code: str = "not-utf8") -> tuple[str | None, list[Diagnostic]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return None, [Diagnostic(code, Span(file, line, column), {"byte": str(error.start + 1)})]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _merges(file: str, text: str) -> Iterator[Diagnostic]:
    """Each merge that was left open, at its first mark."""
    if not ("<" * 7 in text or ">" * 7 in text):
        return
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not _OPENS.match(line):
            continue
        if not inside:
            yield Diagnostic("merge-conflict", Span(file, number), {"mark": line})
        inside = not line.startswith(">")
