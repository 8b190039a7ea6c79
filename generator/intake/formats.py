"""An original of any format to its lines, in the order in which they are printed; nothing of it is mended."""

import logging
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from .charsets import decoded, respelled

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
     "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
     "section", "table", "tbody", "thead", "tr", "ul")
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "head", "template", "noscript"))
_LARGEST = 256 << 20  # bytes of a document, unpacked
_LEAST = 40  # letters of a page that was typed, not photographed


class Unreadable(Exception):
    """An original that gives no text: `args[0]` names the sentence that says why, `values` what stands in it."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = values


@dataclass(frozen=True, slots=True)
class Original:
    """The lines of an original. `encoding` is that of plain text, or the name of the format. `same` tells that the file
    is text as the portal keeps it, so that its reading is the file itself. `asides` are what the file holds beside its
    text: notes, text boxes, heads of pages."""

    lines: tuple[str, ...]
    encoding: str
    same: bool = False
    asides: tuple[str, ...] = ()


def read_original(path: Path) -> Original:
    """The lines of a file; Unreadable where it holds no text that can be read."""
    data = path.read_bytes()
    if not data.strip():
        raise Unreadable("import.empty", file=path.name)
    if data.startswith(b"%PDF"):
        return _pdf(path, data)
    if data.startswith(b"PK"):
        if "word/document.xml" not in members_of(data):
            raise Unreadable("import.format", file=path.name)
        return _word(path, data)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Unreadable("import.old_word", file=path.name)
    text, encoding = decoded(data)
    if text.count("\0") > len(text) / 100:
        raise Unreadable("import.format", file=path.name)
    if re.search(r"<(?:html|body|!doctype|p|div)\b", text[:5000], re.IGNORECASE):
        return Original(tuple(_html(text)), "html")
    return Original(tuple(text.split("\n")), encoding, encoding == "utf-8")


def members_of(data: bytes) -> list[str]:
    """The names of what an archive holds; none where it is damaged, or holds more than any document does."""
    try:
        members = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return []
    return [member.filename for member in members] if sum(member.file_size for member in members) <= _LARGEST else []


def _pdf(path: Path, data: bytes) -> Original:
    """The lines of a PDF, a blank one and a form feed between pages."""
    if find_spec("pypdf") is None:
        raise Unreadable("import.library", library="pypdf", file=path.name)
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # what it mends on the way is no editor's affair
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("import.locked", file=path.name)
        pages = [page.extract_text() or "" for page in reader.pages]
    except Unreadable:
        raise
    except Exception as error:  # whatever a library makes of a broken file
        raise Unreadable("import.damaged", file=path.name) from error
    typed = [number for number, text in enumerate(pages, 1) if sum(map(str.isalpha, text)) >= _LEAST]
    if not typed:
        raise Unreadable("import.picture", file=path.name, pages=len(pages))
    pictures = ", ".join(str(number) for number in range(1, len(pages) + 1) if number not in typed)
    text, encoding = respelled("\n\f\n".join(page.replace("\r", "\n") for page in pages), "pdf")
    asides = (f"pages without text: {pictures}",) if pictures else ()
    return Original(tuple(text.replace("\0", "").split("\n")), encoding, asides=asides)


def _word(path: Path, data: bytes) -> Original:
    if find_spec("docx") is None:
        raise Unreadable("import.library", library="python-docx", file=path.name)
    from .word import document_lines

    try:
        lines, asides = document_lines(data)
    except Exception as error:  # whatever a library makes of a broken file
        raise Unreadable("import.damaged", file=path.name) from error
    text, encoding = respelled("\n".join(lines), "docx")
    if not text.strip():
        raise Unreadable("import.picture", file=path.name, pages=1)
    return Original(tuple(text.split("\n")), encoding, asides=tuple(asides))


def _html(text: str) -> Iterator[str]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_line()
    yield from reader.lines


class _Reader(HTMLParser):
    """What a page of the web says, a block a line, cells parted by tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._unseen = 0

    def end_line(self) -> None:
        """What was read since the last line is one."""
        words = re.sub(r"[ \n\r\f\v]+", " ", "".join(self._line)).strip(" ")
        if words.strip():
            self.lines += [words, ""]
        self._line = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS or tag == "br":
            self.end_line()
        elif tag in ("td", "th") and self._line:
            self._line.append("\t")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS and tag != "td":
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._line.append(data.replace("\t", " "))
