"""Numbers that a document prints before its provisions, to the ids of the provisions: `3.2.` under `II` is `II.3.2`."""

import re
from dataclasses import dataclass, field
from typing import Literal

Style = Literal["roman", "letter", "lower", "arabic", "dotted", "paren", "article"]
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s*[.)/:–-]?\s+(?=\D)")
_MARKS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("article", re.compile(r"(?:Điều|Khoản)\s+(\d{1,3})\s*[.:)]?\s*", re.IGNORECASE)),
    ("roman", re.compile(r"(?:(?:Phần|Chương|Mục)\s+(?:thứ\s+)?)?([IVX]{1,6}|[IVX][ivx]{1,4})\s*[.)/:–-]+\s*(?=\D)")),
    ("roman", re.compile(r"(?:Phần|Chương|Mục)\s+(?:thứ\s+)?([IVX]{1,6})\b\s*", re.IGNORECASE)),
    ("letter", re.compile(r"([A-HĐ])\s*[.)/–-]\s*(?=\D)")),
    ("arabic", re.compile(r"(\d{1,2})\s*[.)/–-]\s*(?=[^\d\s])")),
    ("paren", re.compile(r"\((\d{1,2})\)\s*")),
    ("lower", re.compile(r"([a-hđ])\s*[.)]\s*(?=\D)")),
)
_LETTERS = "ABCDEFGHIKLMNOPQRSTUVXY"
_VIETNAMESE = "ABCDĐEGHIKLMNOPQRSTUVXY"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a provision: its id, the words of the line after the number, and what is odd about it."""

    id: str
    rest: str
    note: Literal["", "number_gap", "odd_mark", "repeated"] = ""


@dataclass(slots=True)
class _Level:
    style: Style
    value: int
    name: str


@dataclass(slots=True)
class Numbering:
    """The provisions that are open while a document is read from top to bottom."""

    levels: list[_Level] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def mark(self, line: str) -> Mark | None:
        """The provision that a line opens; None where it opens none."""
        if dotted := _DOTTED.match(line):
            return self._dotted(dotted[1].split("."), line[dotted.end() :])
        for style, pattern in _MARKS:
            found = pattern.match(line)
            for value, name in _values(style, found[1]) if found else ():
                assert found is not None
                placed = self._placed(style, value, name)
                if placed is not None:
                    odd = "odd_mark" if style == "roman" and not found[1].isupper() else ""
                    return self._opened(line[found.end() :], placed or odd)
        return None

    def _placed(self, style: Style, value: int, name: str) -> str | None:
        """Puts a number into its level: what is odd about it, `""` for nothing; None where it has no place."""
        for depth in reversed(range(len(self.levels))):
            level = self.levels[depth]
            if level.style == style and value == level.value + 1:
                self.levels[depth:] = [_Level(style, value, name)]
                return ""
        if value == 1:
            self.levels.append(_Level(style, value, name))
            return ""
        for depth in reversed(range(len(self.levels))):
            level = self.levels[depth]
            if level.style == style and style != "letter":
                note = "number_gap" if value > level.value else "repeated"
                self.levels[depth:] = [_Level(style, value, name)]
                return note
        return None

    def _dotted(self, names: list[str], rest: str) -> Mark | None:
        """A number that repeats those above it; None where the one above it is not open."""
        for depth in reversed(range(len(self.levels))):
            above = self.levels[max(0, depth - len(names) + 2) : depth + 1]
            if [level.name for level in above] == names[:-1] and above[0].style != "dotted":
                value, before = int(names[-1]), self.levels[depth + 1 :]
                last = before[0].value if before and before[0].style == "dotted" else 0
                self.levels[depth + 1 :] = [_Level("dotted", value, names[-1])]
                return self._opened(rest, "" if value == last + 1 else "number_gap" if value > last else "repeated")
        return None

    def _opened(self, rest: str, note: str) -> Mark:
        id, again = ".".join(level.name for level in self.levels), 2
        while id in self.taken:
            self.levels[-1].name = f"{self.levels[-1].name.partition('-')[0]}-{again}"
            id, again = ".".join(level.name for level in self.levels), again + 1
        self.taken.add(id)
        return Mark(id, rest, note)  # type: ignore[arg-type]


def _values(style: Style, printed: str) -> list[tuple[int, str]]:
    """What a number may count, and how ids write it."""
    if style == "roman":
        value = _roman(printed.upper())
        return [(value, printed.upper())] if value else []
    if style in ("letter", "lower"):
        upper = printed.upper()
        counts = dict.fromkeys(letters.index(upper) + 1 for letters in (_LETTERS, _VIETNAMESE) if upper in letters)
        return [(count, printed) for count in counts]
    return [(int(printed), str(int(printed)))]


def _roman(printed: str) -> int:
    tens = len(printed) - len(printed.lstrip("X"))
    rest = printed[tens:]
    return 10 * tens + _ROMAN.index(rest) if rest in _ROMAN else 0
