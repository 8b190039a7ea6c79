"""One plan of ours in every format that editors are given."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from docx import Document
from pypdf import PdfWriter

from generator.intake.charsets import TCVN3, VNI

HERE = Path(__file__).parent
TEXT = (HERE / "plan.txt").read_text("utf-8")
HEAD = "<!doctype html><html><head><title>Trang tin</title><style>p{}</style></head><body>"


def in_signs(text: str, table: dict[str, str]) -> str:
    """A text in the signs of an old encoding, capitals with a tone in small letters where it has no others."""
    signs = {letter: sign for sign, letter in table.items()}
    return "".join(signs.get(letter, signs.get(letter.lower(), letter)) for letter in text)


def write(folder: Path, form: str) -> Path:
    """The plan as a file of a form."""
    plain = {
        "plan.txt": lambda: TEXT.encode(),
        "form-feed.txt": lambda: TEXT.replace("\nII. TỔ", "\n\fII. TỔ").encode(),
        "utf16.txt": lambda: TEXT.encode("utf-16"),
        "utf16-bare.txt": lambda: TEXT.encode("utf-16-le"),
        "windows.txt": lambda: windows_1258(TEXT),
        "tcvn3.txt": lambda: in_signs(TEXT, TCVN3).encode("latin-1"),
        "tcvn3-saved.txt": lambda: in_signs(TEXT, TCVN3).encode(),
        "vni.txt": lambda: in_signs(TEXT, VNI).encode("cp1252"),
        "plan.html": lambda: page().encode(),
        "plan.pdf": (HERE / "plan.pdf").read_bytes,
    }
    path = folder / form
    if form == "plan.docx":
        word(path)
    elif form == "picture.pdf":
        picture = PdfWriter()
        picture.add_blank_page(100, 100)
        picture.write(str(path))
    else:
        path.write_bytes(plain[form]())
    return path


def windows_1258(text: str) -> bytes:
    """A text in Windows-1258, which writes tones as signs of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + "".join(part for part in parts if part in tones))
    return "".join(letters).encode("cp1258")


def page() -> str:
    """The plan as a page of the web, under the words of a website."""
    lines = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    return f"{HEAD}<div>Trang chủ</div><div>Cập nhật: 10:58:57</div>{lines}<div>Các tin khác</div></body></html>"


def word(path: Path) -> None:
    """The plan as a Word document whose bullets Word prints itself."""
    document = Document()
    for line in TEXT.split("\n"):
        if line.startswith("- ") and not line.endswith(";"):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line:
            document.add_paragraph(line)
    document.save(str(path))
