"""What must not stand in any file of a made site, whatever its authors wrote."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from generator.model.filenames import is_reserved

_TEXTS = frozenset({".html", ".json", ".csv", ".svg", ".ics", ".xml", ".txt", ".md"})
_FORMULA = re.compile(r"[\s\u00ad\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"\s*[+-]?\d[\d .,]*%?\s*")
_ORIGINAL = re.compile(r"ke-hoach/[^/]+/[^/]+\Z")  # the original of a plan stays as it is, byte for byte
_LOADED = {"src", "poster", "data", "srcset", "background"}
_LINKS = {"href", "xlink:href", "action", "formaction", "cite", *_LOADED}


def faults(out: Path) -> Iterator[str]:
    """All that is unsafe in a made site: file, and what it is."""
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_symlink():
            yield f"{name}: a link"
        if any(is_reserved(part) or len(part.encode()) > 200 for part in name.split("/")):
            yield f"{name}: a name that some system keeps for itself"
        if not path.is_file() or path.suffix not in _TEXTS:
            continue
        text = path.read_bytes().decode("utf-8")
        if not (_ORIGINAL.match(name) and path.suffix == ".txt"):
            yield from (f"{name}: {what}" for what in hidden(text.removeprefix("\ufeff")))
        if path.suffix == ".html":
            yield from (f"{name}: {what}" for what in markup(text))
        if path.suffix == ".csv":
            yield from (f"{name}: {what}" for what in formulas(text.removeprefix("\ufeff")))


def hidden(text: str) -> Iterator[str]:
    """Signs that nobody sees."""
    for sign in sorted(set(text)):
        if (unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp") and sign not in "\n\r\t") or sign in "ㅤﾠ":
            yield f"U+{ord(sign):04X}"


def markup(text: str) -> Iterator[str]:
    """What runs, or leads or loads from elsewhere, in a page."""
    reader = _Reader()
    reader.feed(text)
    yield from reader.found


def formulas(text: str) -> Iterator[str]:
    """Cells that a spreadsheet runs."""
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                yield f"cell {cell[:40]!r}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("iframe", "object", "embed", "base", "marquee", "frame"):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or "pwn" in name or name == "srcdoc":
                self.found.append(f"<{tag} {name}>")
            if name in _LINKS and value is not None:
                self.found.extend(f"<{tag} {name}={value[:60]!r}>" for _ in [0] if _bad(value, name in _LOADED))


def _bad(link: str, loaded: bool) -> bool:
    bare = re.sub(r"[\x00-\x20]", "", link)
    if "\\" in bare or bare.startswith("//"):
        return True
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", bare)
    if scheme is None:
        return False
    if scheme.group().lower() == "mailto:":
        return loaded
    if re.fullmatch(r"webcal://[\w./-]+\.ics", bare):  # our own calendar, for a program that follows it
        return loaded
    if scheme.group().lower() not in ("http:", "https:") or loaded:
        return True
    return "@" in urlsplit(bare).netloc
