"""Where the parts of a document lie: what is not the document, head, title, opening, body, end, recipients, sign."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count, takewhile
from typing import Literal

from generator.model.plan import FurnitureKind
from generator.read.text import fold

from .charsets import line_read

TYPES = ("kế hoạch", "chương trình hành động", "chương trình", "đề án", "quyết định", "nghị quyết", "chỉ thị",
         "hướng dẫn", "báo cáo", "thông báo", "kế hoạch liên tịch")  # fmt: skip
"""What a document may call itself on a line of its own."""
_TITLE = re.compile(rf"(?:{'|'.join(TYPES)})\Z", re.IGNORECASE)
_TITLED = re.compile(r"(?:kế hoạch|đề án|chương trình)\s+\S+\s+\S+", re.IGNORECASE)
OPENER = re.compile(
    r"(?:Căn cứ|Thực hiện|Để |Nhằm |Trên cơ sở|Triển khai|Tiếp tục|Ủy ban|Uỷ ban|UBND|Ban Thường)", re.I
)
_CLOSING = re.compile(
    r"(?:Trên đây là|Yêu cầu (?:các|UBND|Ủy ban|Ban )|Đề nghị các .{0,200}(?:triển khai|thực hiện))", re.I
)
_RECIPIENTS = re.compile(r"n[ơo]i nh[ậạa]n\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:TM|T/M|KT|TL|TUQ)\b(?:\s*[A-ZĐÀ-Ỹ]|\s*[./]\s*\w)")
OFFICE = re.compile(
    r"(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG (?:BAN|PHÒNG)|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|"
    r"PHÓ BÍ THƯ|THỨ TRƯỞNG|TRƯỞNG TIỂU BAN|CỤC TRƯỞNG)\b[^;.]{0,60}\Z"
)
_SEAL = re.compile(r"\(?(?:đã ký|ký tên|đã kí).{0,20}\)?\Z", re.IGNORECASE)
NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+)(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]+){1,5}\Z")
_WEB_HEAD = re.compile(
    r"cập nhật|trang chủ|lượt xem|ngày đăng|\d{1,2}:\d{2}(?::\d{2})?|https?://|font size|cỡ chữ", re.I
)
_WEB_TAIL = re.compile(
    r"(?:các )?tin (?:khác|liên quan|cùng chuyên mục|đã đưa|mới)|bài viết (?:khác|liên quan)|ý kiến bạn đọc|bản quyền|"
    r"về trang trước|in bài (?:viết|này)|gửi (?:email|phản hồi)", re.IGNORECASE)  # fmt: skip
_WEB_LINK = re.compile(
    r"(?:>>\s*|/\s*)?(?:Tải|Xem|Download)\s[^/>.;]{0,60}(?:tại đây|tại file)[^/>.;]{0,10}", re.IGNORECASE
)
_STAMP = re.compile(r"công văn đến|(?:^|\s)đến\s*(?:số|ngày)?\s*:|văn bản đến", re.IGNORECASE)
_STAMP_DAY = re.compile(r"(?:ngày|chuyển)\s*:?\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\Z", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+\S{1,4}\s+tháng\s+\S{1,4}\s+năm\s+\d{4}\.?\Z", re.IGNORECASE)
_NATION = re.compile(r"cộng hòa xã hội|cộng hoà xã hội|độc lập\s*[-–]|đảng cộng sản", re.IGNORECASE)
_NUMBER = re.compile(r"S[ốèô]\s*:", re.IGNORECASE)

Part = Literal["head", "title", "opening", "body", "closing", "recipients", "sign", "annex", "away"]


@dataclass(frozen=True, slots=True)
class Away:
    """Lines that are probably not the document; `quote` where only a part of the line is not."""

    first: int
    last: int
    kind: FurnitureKind
    quote: str = ""


@dataclass(slots=True)
class Shape:
    """The part that each line that is not blank stands in, by its number; and what is left out or read elsewhere."""

    parts: dict[int, Part] = field(default_factory=dict)
    away: list[Away] = field(default_factory=list)
    columns: list[tuple[tuple[int, ...], int]] = field(default_factory=list)  # lines, and the line that they follow

    def of(self, part: Part) -> list[int]:
        """The numbers of a part's lines, in reading order."""
        moved = {line: (after, place) for lines, after in self.columns for place, line in enumerate(lines)}
        numbers = [number for number, at in self.parts.items() if at == part]
        return sorted(numbers, key=lambda number: (*moved.get(number, (number, -1)),))


def words_of(line: str) -> str:
    """A line as it is compared: without emphasis, white space folded, what is visibly TCVN3 read."""
    return fold(line_read(line).replace("*", ""))


def shape_of(lines: Sequence[str], pages: Iterable[int] = ()) -> Shape:
    """Where the parts of a document lie. `pages` are the numbers of lines that begin a page."""
    words = {number: text for number, line in enumerate(lines, 1) if (text := words_of(line))}
    shape = Shape()
    _repeated(words, tuple(pages), shape)
    left = [number for number in words if shape.parts.get(number) != "away"]
    title = _title(words, left)
    end = _web_tail(words, left, shape)
    left = [number for number in left if number < end]
    head = [number for number in left if number < title]
    _web_head(words, head, shape)
    _stamp(words, [number for number in head if number not in shape.parts], shape)
    for number in head:
        shape.parts.setdefault(number, "head")
    _two_columns(words, [number for number in head if shape.parts[number] == "head"], shape)
    after = [number for number in left if number >= title]
    _ends(words, after, lines, shape)
    body = [number for number in after if number not in shape.parts]
    _opening(words, body, lines, shape, title)
    for number in left:
        for found in _WEB_LINK.finditer(fold(lines[number - 1])):
            if found[0].strip() in lines[number - 1] and shape.parts[number] != "away":
                shape.away.append(Away(number, number, "website_link", found[0].strip()))
    return shape


def _leave(shape: Shape, numbers: Iterable[int], kind: FurnitureKind) -> None:
    """Leaves lines out, a run of neighbours together."""
    run: list[int] = []
    for number in [*numbers, 0]:
        if run and number != run[-1] + 1:
            shape.away.append(Away(run[0], run[-1], kind))
            run = []
        if number:
            shape.parts[number] = "away"
            run.append(number)


def _repeated(words: dict[int, str], pages: tuple[int, ...], shape: Shape) -> None:
    """Numbers of pages, and lines that stand at the edge of several pages."""
    if not pages:
        return
    numbers = list(words)
    edges = [
        number
        for page, following in zip(pages, (*pages[1:], 10**9), strict=True)
        for inside in [[number for number in numbers if page <= number < following]]
        for number in dict.fromkeys([*inside[:1], *inside[-1:]])
    ]
    texts = [re.sub(r"\d+", "#", words[number]) for number in edges]
    _leave(shape, sorted(
        number for number, text in zip(edges, texts, strict=True)
        if (text in ("#", "- # -", "Trang #") and len(words[number]) < 12) or (texts.count(text) > 2 and len(text) < 90)
    ), "repeated")  # fmt: skip


def _title(words: dict[int, str], left: list[int]) -> int:
    """The line of the title: what the document calls itself, on a line of its own, else in the first such words."""
    alone = next((number for number in left[:60] if _TITLE.match(words[number])), 0)
    named = next((number for number in left[:20] if _TITLED.match(words[number])), 0)
    first = left[0] if left else 1
    return alone or named or next((number for number in left[:40] if OPENER.match(words[number])), first)


def _web_tail(words: dict[int, str], left: list[int], shape: Shape) -> int:
    """The first line after the document where a website's own words follow it; what follows is left out."""
    signed = max((n for n in left if _SIGN.match(words[n]) or _RECIPIENTS.match(words[n])), default=0)
    start = next((n for n in left if signed and n > signed and _WEB_TAIL.match(words[n]) and len(words[n]) < 60), 0)
    if not start:
        return 10**9
    _leave(
        shape,
        [number for number in range(start, left[-1] + 1) if number in words or number < left[-1]],
        "website_teaser",
    )
    for number in [number for number in shape.parts if number not in words]:
        del shape.parts[number]
    return start


def _web_head(words: dict[int, str], head: list[int], shape: Shape) -> None:
    """What a website prints above a document: all before its number, where one line is a website's."""
    if not any(_WEB_HEAD.search(words[number]) for number in head):
        return
    own = next((n for n in head if _NUMBER.match(words[n]) or _NATION.search(words[n])), 10**9)
    _leave(shape, [number for number in head if number < own], "website_header")


def _stamp(words: dict[int, str], head: list[int], shape: Shape) -> None:
    """A receiver's stamp: its words, the day beside them and the receiver's name above."""
    at = next((place for place, number in enumerate(head) if _STAMP.search(words[number])), None)
    if at is None:
        return
    first = last = at
    while last + 1 < len(head) and _STAMP_DAY.match(words[head[last + 1]]):
        last += 1
    while first and (_STAMP_DAY.match(words[head[first - 1]]) or _is_receiver(words[head[first - 1]])):
        first -= 1
    shape.away.append(Away(head[first], head[last], "received_stamp"))
    shape.parts |= dict.fromkeys(head[first : last + 1], "away")


def _is_receiver(words: str) -> bool:
    return words.isupper() and not _NATION.search(words) and not _NUMBER.match(words) and len(words) < 60


def _two_columns(words: dict[int, str], head: list[int], shape: Shape) -> None:
    """A head in two columns whose lines are mixed: the state's name and the day are read after the issuer's."""
    right = [n for n in head if _NATION.search(words[n]) or _DAY.search(words[n])]
    left = [n for n in head if n not in right]
    if left and right and any(_NATION.search(words[n]) for n in right) and right[0] < left[-1]:
        moved = [n for n in right if n < left[-1]]
        rest = [n for n in right if n > left[-1]]
        shape.columns.append((tuple(moved), left[-1]) if not rest else (tuple(moved + rest), left[-1]))


def _ends(words: dict[int, str], after: list[int], lines: Sequence[str], shape: Shape) -> None:
    """Closing words, recipients, signature and annex."""
    begins = next((n for n in reversed(after) if _RECIPIENTS.match(words[n])), 0)
    signs = [n for n in after if n >= begins and _is_sign(words[n])] if begins else []
    if not signs:
        begun = next((n for n in reversed(after) if _SIGN.match(words[n])), 0)
        signs = [n for n in after if begun and n >= begun and _is_sign(words[n])]
    if not begins and not signs:
        _close(words, list(after), shape)
        return
    signs = _one_run(words, after, signs, begins)
    first = min([n for n in (begins, *signs[:1]) if n])
    last = max([*signs, begins])
    listed = [n for n in after if begins and n >= begins and n not in signs and (n <= last or not signs)]
    _put(shape, signs, "sign")
    _put(shape, listed, "recipients")
    if listed and signs and signs[0] < listed[-1]:
        moved = tuple(n for n in signs if n < listed[-1])
        rest = tuple(n for n in signs if n > listed[-1])
        shape.columns.append((moved + rest, listed[-1]))
    shape.parts |= {n: "annex" for n in after if n > max(last, *listed[-1:], 0)}
    _close(words, [n for n in after if n < first], shape)


def _put(shape: Shape, numbers: Iterable[int], part: Part) -> None:
    for number in numbers:
        shape.parts[number] = part


def _is_sign(words: str) -> bool:
    """Whether a line can stand in a signature."""
    return bool(_SIGN.match(words) or OFFICE.match(words.upper()) or _SEAL.match(words) or NAME.match(words))


def _one_run(words: dict[int, str], after: list[int], signs: list[int], begins: int) -> list[int]:
    """The lines of one signature: from its first sign of office to the name, or the seal after it."""
    start = next((n for n in signs if _SIGN.match(words[n]) or OFFICE.match(words[n].upper())), 0)
    run: list[int] = []
    named = False
    for number in [n for n in signs if start and n >= start]:
        if run and named and not _SEAL.match(words[number]) and words[number] != words[run[-1]]:
            break
        named = named or bool(NAME.match(words[number]))
        run.append(number)
    return run


def _close(words: dict[int, str], before: list[int], shape: Shape) -> None:
    """The closing words: the last lines of the body that speak of the whole document."""
    last = before[-4:]
    at = next((n for n in last if _CLOSING.match(words[n])), None)
    if at is not None:
        shape.parts |= {n: "closing" for n in before if n >= at}


def _opening(words: dict[int, str], body: list[int], lines: Sequence[str], shape: Shape, title: int) -> None:
    """The title with what it is about, and the opening; all else is the body."""
    if not body:
        return
    from .marks import Numbering

    inside = body[0] == title
    named = [title] if inside else []
    if inside and _TITLE.match(words[title]):
        subject = [n for n in body[1:] if not Numbering().mark(words[n])]
        for n, place in zip(subject, count(), strict=False):
            joined = place == 0 or (n == named[-1] + 1 and not OPENER.match(words[n]))
            if not joined or (place == 0 and words[n].startswith("Căn cứ")):
                break
            named.append(n)
    shape.parts |= dict.fromkeys(named, "title")
    rest = [n for n in body if n not in named]
    opened = list(takewhile(lambda n: not Numbering().mark(words[n]), rest))
    if len(opened) == len(rest):
        opened = []
    _put(shape, opened, "opening")
    _put(shape, (n for n in rest if n not in opened), "body")
