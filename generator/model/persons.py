"""What tells who a private person is: numbers of identity, insurance, telephone and accounts, births, households."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

_LATIN = [*map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)))]
_UPPER = "[" + "".join(letter for letter in _LATIN if letter.isupper()) + "]"
_LOWER = "[" + "".join(letter for letter in _LATIN if letter.islower()) + "]"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Vi|Nông|Lò|Quàng|Lường|Cà|Tòng|"
    "Hà|Mai|Trương|Lương|Triệu|Bàn|Đàm|Giàng|Sùng|Vàng|Thào|Mùa|Lù|Tạ|Tô|Trịnh|Cao|Lâm|Lưu|Chu|Châu|Đoàn|Phùng|Thái|"
    "Quách|Kiều|Tống|Thạch|Sơn|Danh|Kim|La|Ma|Hầu|Hạng|Cư|Vừ|Sình|Tráng|Chảo|Tẩn|Lầu|Điểu|Rơ|Siu|Ksor|Nay|Y|H"
)
_GIVEN = rf"(?: (?:{_UPPER}{_LOWER}*|{_UPPER}+)(?!\w)){{1,4}}"
NAME = rf"(?<!\w)(?:{_SURNAMES}|{_SURNAMES.upper()}){_GIVEN}"
"""A personal name as the law writes it: surname, middle name, given name."""
_MIDDLE = rf"(?<!\w)(?:{_SURNAMES}|{_SURNAMES.upper()}) (?:Văn|Thị|VĂN|THỊ){_GIVEN}"
_CALLED = r"(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|ÔNG|BÀ|Mr\.?|Mrs\.?|Ms\.?)[: ]+)"

# Digits inside a word, an address, a document's number or a digest belong to that, not to a person.
_ALONE = r"(?<![\w./+-])(?<!\d,)"
_GAP = r"[ .\-–\u00a0\u202f]?"
_AWAY = r"[^\d\n]{0,20}"
_DATE = (
    r"\d{1,2}(?:\s?[/.-]\s?|\s+(?:tháng\s+)?)(?:\d{1,2}|[A-Z][a-z]+)"
    r"(?:\s?[/.-]\s?|,?\s+(?:năm\s+)?)(?:\d{4}|\d{2}(?!\d))"
)
_CARDS = (
    "DN|HX|CH|NN|TK|HC|XK|HT|TB|NO|CT|XB|TN|CS|QN|CA|CY|XN|MS|CC|CK|CB|KC|HD|TE|BT|HN|DT|DK|XD|TS|TC|TQ|TA|TY|HG|LS|"
    "PV|CN|HS|SV|GB|GD"
)
_WORDS = re.IGNORECASE
PATTERNS = (
    (
        "identity",
        re.compile(
            rf"\b(?:CMND|CMT|CCCD|GCMND|chứng minh (?:nhân dân|thư)|căn cước(?: công dân)?|định danh(?: cá nhân)?|"
            rf"identity card|ID card|hộ chiếu|passport)\b{_AWAY}"
            rf"(?:[A-Z]\d{{7,8}}|\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?:{_GAP}\d{{3}})?)(?!\d)",
            _WORDS,
        ),
    ),
    (
        "insurance",
        re.compile(
            rf"(?<!\w)(?:{_CARDS}){_GAP}\d{_GAP}\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w/-])|"
            rf"\b(?i:BHXH|BHYT|(?:mã )?số bảo hiểm|thẻ bảo hiểm|sổ bảo hiểm|"
            rf"(?:social|health) insurance (?:no\.?|number|card))"
            rf"\b{_AWAY}\d{{2,3}}(?:{_GAP}\d{{2,4}}){{2,4}}(?![\w/-])(?<=\d{{2}})"
        ),
    ),
    (
        "account",
        re.compile(
            rf"\b(?:STK|số tài khoản|tài khoản(?: số)?|số TK|TK số|(?:bank )?account (?:no\.?|number))\b{_AWAY}"
            rf"\d{{3,}}(?:{_GAP}\d{{2,6}}){{1,5}}(?![\w/])",
            _WORDS,
        ),
    ),
    ("identity", re.compile(rf"{_ALONE}0\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?![\w/-])(?![.,]\d)")),
    (
        "telephone",
        re.compile(
            rf"{_ALONE}(?:\(?(?:\+|00)?84\)?{_GAP}|\(?0)(?:[35789]\d\d?|2\d{{1,2}})\)?{_GAP}\d{{2,4}}{_GAP}\d{{2,4}}"
            rf"(?:{_GAP}\d{{2,4}})?(?![\w/-])(?![.,]\d)"
        ),
    ),
    (
        "birth",
        re.compile(
            r"(?:(?<!học )(?<!khai )(?<!phát )(?<!tái )(?<!vệ )(?<!\w)sinh ngày|ngày sinh|ngày, tháng, năm sinh|"
            r"date of birth|born on)\W{0,3}\d{1,2}\D{1,10}\d{1,4}(?:\D{1,5}\d{2,4})?",
            _WORDS,
        ),
    ),
    (
        "birth",
        re.compile(
            rf"{NAME}[\s,;:|(\t-]{{1,4}}(?:(?i:sinh(?: năm| ngày)?|SN|s\.n\.?|năm sinh|born(?: in| on)?|b\.)[\s:]*"
            rf"(?:{_DATE}|(?:19|20)\d\d(?!\d))|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d(?!\d)|(?<=\()19\d\d(?=\)))"
        ),
    ),
    (
        "household",
        re.compile(
            rf"(?i:\b(?:chủ hộ|hộ gia đình|hộ nghèo|hộ cận nghèo|hộ|head of household|household of))[: ]+"
            rf"{_CALLED}{NAME}"
        ),
    ),
    ("household", re.compile(rf"(?i:\b(?:chủ hộ|họ (?:và )?tên chủ hộ|head of household|household of))[: ]+{NAME}")),
)
KINDS = tuple(dict.fromkeys(kind for kind, _ in PATTERNS))
"""What a find can be."""
_SIZES = {"telephone": (9, 14), "account": (8, 19), "insurance": (10, 15)}
_OFFICE = re.compile(
    r"chủ tịch|phó |trưởng|giám đốc|bí thư|ủy viên|uỷ viên|cục |sở |phòng |chair|director|member", _WORDS
)
_LINE = re.compile(
    rf"^[\s>|*\"#-]*(?:\d{{1,3}}[.)|,\s\t]+)?{_CALLED}?({NAME})(?=\s*(?:$|[|,;:\t\"(–-]))(.*)$", re.MULTILINE
)
_HOUSEHOLDS = re.compile(r"(?:hộ nghèo|hộ cận nghèo|các hộ|chủ hộ|danh sách hộ|households?)", _WORDS)
_SEVERAL = re.compile(rf"(?:{_CALLED}?{NAME}\s*[,;]\s*(?:và |and )?){{2,}}{_CALLED}?{NAME}")
_COMMAS = re.compile(r'"[^"\n]*"|(,)')
_ESCAPED = re.compile(r"&#(?:\d+|x[0-9a-fA-F]+);|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}")
_MAY = re.compile(r"\d|" + _HOUSEHOLDS.pattern + rf"|{_MIDDLE}", _WORDS)
FEWEST = 3  # names that make a list


def persons(text: str, table: bool = False) -> Iterator[tuple[int, str, str]]:
    """Where a text tells who a private person is, what of, and in which words: each place once, in order.

    Digits of every script, and those that an escape stands for, are digits. In a `table` a comma parts cells.
    """
    plain, places = _folded(text)
    if not _MAY.search(plain):
        return
    if table:
        plain = _COMMAS.sub(lambda found: "\t" if found[1] else found[0], plain)
    found = sorted((*_numbers(plain), *_lists(plain)))
    end = -1
    for start, stop, kind in found:
        if start >= end:
            yield places[start] if places else start, kind, plain[start:stop]
            end = stop


def same_words(words: str) -> str:
    """Words by which a find is known again, however its digits are parted."""
    return re.sub(r"[\W_]+", "", _folded(unicodedata.normalize("NFKC", words))[0]).casefold()


def _numbers(plain: str) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in PATTERNS:
        fewest, most = _SIZES.get(kind, (0, 99))
        for found in pattern.finditer(plain):
            if fewest <= sum(map(str.isdigit, found.group())) <= most:
                yield found.start(), found.end(), kind


def _lists(plain: str) -> Iterator[tuple[int, int, str]]:
    """Lists of names: after words on households any names, elsewhere such as only persons have."""
    run: list[re.Match[str]] = []
    for found in (*_LINE.finditer(plain), None):
        if run and (found is None or found.start() > run[-1].end() + 2):
            before = plain[max(0, run[0].start() - 300) : run[0].start()]
            whole = all(re.search(_MIDDLE, line[1]) for line in run) or _HOUSEHOLDS.search(before)
            if len(run) >= FEWEST and whole and not any(_OFFICE.search(line[2]) for line in run):
                yield run[0].start(1), run[0].end(1), "household"
            run = []
        if found is not None:
            run.append(found)
    for several in _SEVERAL.finditer(plain):
        before = plain[max(0, several.start() - 60) : several.start()].rpartition(".")[2]
        if _HOUSEHOLDS.search(before) and not re.search(r"xã|phường|thôn|phố|đường|communes?\b", before, _WORDS):
            yield several.start(), several.end(), "household"


def _folded(text: str) -> tuple[str, list[int] | None]:
    """A text with digits of one kind, and the place of each of its signs, where escapes make these others."""
    if not text.isascii():
        text = "".join(
            sign if sign < "\u0660" or not sign.isdecimal() else str(unicodedata.decimal(sign)) for sign in text
        )
    if "&#" not in text and "\\" not in text:
        return text, None
    parts, places, at = list[str](), list[int](), 0
    for found in _ESCAPED.finditer(text):
        parts.append(text[at : found.start()])
        places += range(at, found.start())
        escape = found.group()
        sign = unescape(escape) if escape[0] == "&" else chr(int(escape[2:], 16))
        if not (0xD800 <= ord(sign[0]) <= 0xDFFF):
            parts.append(sign)
            places += [found.start()] * len(sign)
        at = found.end()
    parts.append(text[at:])
    places += range(at, len(text) + 1)
    return "".join(parts), places
