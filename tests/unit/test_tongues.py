"""Vietnamese words on an English page say that they are: a screen reader reads them by the rules of their language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.portal import facts, html, outputs

MARKED = re.compile(r"[ăâđêôơưàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"“[^”]*”")
BRACKETED = re.compile(r"\([^()]*\)")
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
SILENT = frozenset(("head", "script", "style", "pre", "code", "svg"))
RUN = 4
KIND = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|vùng"
    r"|kế hoạch|quyết định|nghị quyết|nghị định)\b(?! -)",
    re.IGNORECASE,
)
"""What a unit or a document is, which English has words for. `(thị trấn)` in brackets explains an English word."""


class Reader(HTMLParser):
    """The texts of a page that are read out as English."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.english: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            above = self.open[-1][1] if self.open else ""
            self.open.append((tag, dict(attrs).get("lang") or above))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] == "en" and not any(tag in SILENT for tag, _ in self.open):
            self.english.append(" ".join(data.split()))


def longest(text: str) -> int:
    """How many small words with Vietnamese marks follow each other, at most one small word without marks between two.

    Words with a capital are no sign of a language: an English sentence has no other names for places.
    """
    best = run = without = 0
    for word in (one for one in WORD.findall(text) if one[0].islower()):
        if MARKED.search(word):
            run, without = run + 1, 0
            best = max(best, run)
        elif (without := without + 1) > 1:
            run = 0
    return best


def vietnamese(page: str, names: re.Pattern[str]) -> Iterator[str]:
    """The texts of an English page that hold a run of Vietnamese, or call a unit or a document by its Vietnamese kind;
    quoted words may stand in any, and names of places without their kind."""
    reader = Reader()
    reader.feed(page)
    for text in dict.fromkeys(reader.english):
        bare = BRACKETED.sub("·", QUOTED.sub("·", text))
        if KIND.search(bare) or (longest(text) >= RUN and longest(names.sub("·", bare)) >= RUN):
            yield text


def test_vietnamese_is_found_and_names_are_not() -> None:
    """A title in Vietnamese is found; the same marked as Vietnamese, quoted, or a name of places is not."""
    names = re.compile("Vùng Trung du và miền núi phía Bắc")
    title = "Tỷ lệ nghèo theo tỉnh của Tổng cục Thống kê"

    def found(body: str) -> list[str]:
        return list(vietnamese(f'<html lang="en"><body><p>{body}</p></body></html>', names))

    assert found(f"Source: {title}") == [f"Source: {title}"]
    assert found(f'Source: <a lang="vi">{title}</a> and more') == []
    assert found(f"The text has “{title}”.") == []
    assert found("now in xã Y Tý, tỉnh Lào Cai") == ["now in xã Y Tý, tỉnh Lào Cai"]
    assert found("Kế hoạch 1/KH-UBND of 1 May 2019") == ["Kế hoạch 1/KH-UBND of 1 May 2019"]
    assert found("now in Y Tý commune, Lào Cai province; townships (thị trấn) no longer exist") == []
    assert found("The former Phú Thọ, Vĩnh Phúc and Hòa Bình") == []


def english() -> list[str]:
    return [path for path in outputs() if path.startswith("en/") and path.endswith(".html") and "/so-tay/" not in path]


@pytest.mark.parametrize("part", sorted({path.split("/")[1] for path in english()}))
def test_english_pages_say_where_they_speak_vietnamese(part: str) -> None:
    """Titles of sources, printed words and remarks in Vietnamese stand in an element with `lang="vi"`."""
    places = facts().site.places.values()
    names = re.compile("|".join(sorted({re.escape(one.full_name) for one in places}, key=len, reverse=True)))
    wrong = [(path, text) for path in english() if path.split("/")[1] == part for text in vietnamese(html(path), names)]

    assert wrong == []
