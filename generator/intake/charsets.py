"""Bytes to Vietnamese text: UTF-8, UTF-16, Windows-1258, the old TCVN3 (ABC) and VNI, told apart by common words."""

import re
import unicodedata
from collections.abc import Callable

_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_TCVN3 = {
    "a": "¸µ¶·¹", "ă": "¾»¼½Æ", "â": "ÊÇÈÉË", "e": "ÐÌÎÏÑ", "ê": "ÕÒÓÔÖ", "i": "Ý×ØÜÞ", "o": "ãßáâä", "ô": "èåæçé",
    "ơ": "íêëìî", "u": "óïñòô", "ư": "øõö÷ù", "y": "ýúûüþ",
}  # fmt: skip
"""The signs of a vowel with each tone; capitals with a tone are small letters in a font of capitals."""
_TCVN3_PLAIN = dict(zip("¡¢§£¤¥¦¨©®ª«¬\u00ad", "ĂÂĐÊÔƠƯăâđêôơư", strict=True))
_VNI = {
    "a": "ùøûõï", "ă": "éèúüë", "â": "áàåãä", "e": "ùøûõï", "ê": "áàåãä", "o": "ùøûõï", "ô": "áàåãä", "ơ": "ùøûõï",
    "u": "ùøûõï", "ư": "ùøûõï", "y": "ùøûõ",
}  # fmt: skip
"""The sign that follows a vowel for each tone."""
_VNI_BASE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "ô", "ư": "ö"}
_VNI_PLAIN = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "aê": "ă",
              "aâ": "â", "eâ": "ê", "oâ": "ô"}  # fmt: skip
_COMMON = re.compile(
    r"(?<!\w)(?:và|của|các|thực|hiện|nghèo|hộ|công|được|người|tỉnh|kế|hoạch|với|về|số|xã|huyện|năm|việc|giảm)(?!\w)"
)
_MARKED = re.compile(r"[à-ỹđ]")


def _toned(vowel: str, tone: str) -> str:
    return unicodedata.normalize("NFC", vowel + tone)


def _tcvn3() -> dict[str, str]:
    table = dict(_TCVN3_PLAIN)
    for vowel, signs in _TCVN3.items():
        table |= {sign: _toned(vowel, tone) for sign, tone in zip(signs, _TONES, strict=True)}
    return table


def _vni() -> dict[str, str]:
    table = dict(_VNI_PLAIN)
    for vowel, signs in _VNI.items():
        base = _VNI_BASE.get(vowel, vowel)
        table |= {base + sign: _toned(vowel, tone) for sign, tone in zip(signs, _TONES, strict=False)}
    return table | {sign.upper(): letter.upper() for sign, letter in table.items() if sign.upper() != sign}


TCVN3, VNI = _tcvn3(), _vni()
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Text whose letters are those that TCVN3 shows in a font of Latin-1."""
    return "".join(TCVN3.get(sign, sign) for sign in text)


def from_vni(text: str) -> str:
    """Text whose letters are those that VNI shows in a font of Latin-1."""
    return _VNI_SIGNS.sub(lambda found: VNI[found.group()], text)


def likely(text: str) -> int:
    """How many of the commonest words of such documents stand in a text."""
    return len(_COMMON.findall(unicodedata.normalize("NFC", text.lower())))


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, composed, with line feeds, and the name of the encoding that it is read in."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _plain(data.decode(name, "replace")), name.removesuffix("-sig")
    try:
        return respelled(_plain(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    ways: list[tuple[str, Callable[[], str]]] = [
        ("windows-1258", lambda: data.decode("cp1258", "replace")),
        ("tcvn3", lambda: from_tcvn3(data.decode("latin-1"))),
        ("vni", lambda: from_vni(data.decode("cp1252", "replace"))),
        ("utf-16-le", lambda: data.decode("utf-16-le", "replace")),
        ("utf-16-be", lambda: data.decode("utf-16-be", "replace")),
    ]
    texts = [(name, _plain(read())) for name, read in ways]
    name, text = max(texts, key=lambda pair: likely(pair[1]))
    return text, name


def respelled(text: str, encoding: str) -> tuple[str, str]:
    """A whole text that was typed in TCVN3 or VNI and saved in another encoding; else the text as it is."""
    name, read = max((("tcvn3", from_tcvn3(text)), ("vni", from_vni(text))), key=lambda pair: likely(pair[1]))
    return (read, name) if likely(read) > 3 + 2 * likely(text) else (text, encoding)


def line_read(line: str) -> str:
    """A line as it is probably meant: a few words in TCVN3 in a text that is not. For finding, not for printing."""
    if not any(sign in TCVN3 for sign in line):
        return line
    read = from_tcvn3(line)
    strange = sum(sign in "¸µ¶·¹¨¾»¼½Æ©®§¬ª«¡¢£¤¥¦ËÌÎÏÑ" or sign in "Ë×ØÜÞßåæçëî÷øûü" for sign in line)
    return read if strange and len(_MARKED.findall(read.lower())) >= strange else line


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
