"""Vietnamese printed numbers and dates: `48 065`, `5.440.412 triệu đồng`, `7,7`, `trên 5,8%`, `30/6`.

One rule, and no guessing: a dot or a space parts thousands, a comma begins the decimals; anything else is not read.
Where a source prints numbers the English way, its dataset says so.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from generator.model.tables import Comparator

_WHOLE = r"(?:[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[ \u00a0\u202f]\d{3})+)|0|[1-9]\d*)"
_NUMBER = rf"{_WHOLE}(?:,\d+)?"
_SAYS: tuple[tuple[str, Comparator], ...] = (
    ("lớn hơn hoặc bằng", "gte"), ("ít nhất", "gte"), ("tối thiểu", "gte"), ("không dưới", "gte"), ("≥", "gte"),
    ("thấp hơn hoặc bằng", "lte"), ("nhỏ hơn hoặc bằng", "lte"), ("không quá", "lte"), ("không vượt quá", "lte"),
    ("tối đa", "lte"), ("≤", "lte"),
    ("trên", "gt"), ("hơn", "gt"), ("lớn hơn", "gt"), (">", "gt"),
    ("dưới", "lt"), ("thấp hơn", "lt"), ("nhỏ hơn", "lt"), ("<", "lt"),
    ("ước khoảng", "approx"), ("khoảng", "approx"), ("ước", "approx"), ("gần", "approx"),
)  # fmt: skip
_COMPARATORS = dict(_SAYS)
_WORDS = "|".join(re.escape(words) for words in sorted(_COMPARATORS, key=len, reverse=True))
_PRINTED = re.compile(
    rf"(?:từ\s+)?(?:(?P<says>{_WORDS})\s*)?"
    rf"(?P<minus>[-−])?(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER}))?(?P<percent>\s*%)?(?P<tail>\D*)\Z",
    re.IGNORECASE,
)
_NONE = ("không", "không có", "không còn")
_TAIL = re.compile(r"(?:\s*%|\s*/\s*\w+|[\s().;:]+|[^\W\d]+)*\Z")
_UP = re.compile(r"\btrở lên\b")
_DOWN = re.compile(r"\btrở xuống\b")
_DAY = re.compile(
    r"(?:.*\bngày\s+)?(\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{1,2})(?:\s*(?:/|-|\.|\s+năm\s+)\s*(\d{4}))?\.?\Z",
    re.IGNORECASE | re.DOTALL,
)
_DAYS = re.compile(
    r"(?<![\d/.])(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})(?!\d)(?:\s*(?:/|\s+năm\s+)\s*(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\b(?:cuối|hết)\s+năm(?:\s+(\d{4}))?\b", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+(?:\d{1,2}\s*[-–]\s*)?(\d{1,2})\s*/\s*(\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: `value` (of a range the lower), `high` of a range, how it compares, the words after it."""

    value: Decimal
    comparator: Comparator = "eq"
    high: Decimal | None = None
    unit: str = ""


def written_number(value: str) -> Decimal | None:
    """The number that is written in digits and a decimal point (`5.8`), or None."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_vietnamese(printed: str) -> str:
    """A number of an English print with the marks of a Vietnamese one: `1,452.5` is `1.452,5`."""
    return printed.translate({ord(","): ".", ord("."): ","})


def read_number(printed: str, *, english: bool = False) -> Number | None:
    """The number that is printed, or None where it cannot be read for sure. `english` prints part thousands with a
    comma, and begin the decimals with a point."""
    words = " ".join((as_vietnamese(printed) if english else printed).split())
    if words.lower() in _NONE:
        return Number(Decimal(0))
    match = _PRINTED.match(words)
    if match is None:
        return None
    tail = ((match["percent"] or "") + match["tail"]).strip()
    if tail.startswith((",", ".")) or not _TAIL.match(tail):
        return None
    comparator: Comparator = _COMPARATORS[match["says"].lower()] if match["says"] else "eq"
    if comparator == "eq" and _UP.search(tail):
        comparator = "gte"
    elif comparator == "eq" and _DOWN.search(tail):
        comparator = "lte"
    value = _decimal(match["low"])
    return Number(
        value=-value if match["minus"] else value,
        comparator=comparator,
        high=_decimal(match["high"]) if match["high"] else None,
        unit=tail,
    )


def days_in(printed: str) -> tuple[tuple[int | None, int, int], ...]:
    """Each day in printed words, as year (None where none is printed), month and day: `20/4-30/4/2019` has two."""
    found = ((int(match[3]) if match[3] else None, int(match[2]), int(match[1])) for match in _DAYS.finditer(printed))
    return tuple(day for day in found if _is_day(*day))


def read_day(printed: str) -> tuple[int | None, int, int] | None:
    """The year (None where none is printed), month and day of `30/6`, `05/6/2017`, `… ngày 05 tháng 6 năm 2017`."""
    match = _DAY.match(printed.strip())
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    return (year, month, day) if _is_day(year, month, day) else None


def last_day_in(printed: str) -> tuple[int | None, int, int] | None:
    """The last day that printed words give, as year (None where none is printed), month and day.

    `cuối năm 2019` and `hết năm 2019` are its 31 December, `tháng 5-12/2019` ends with 31 December 2019. A year alone
    (`đến năm 2020`) gives no day.
    """
    if days := days_in(printed):
        return days[-1]
    if match := _YEAR_END.search(printed):
        return (int(match[1]) if match[1] else None), 12, 31
    if (match := _MONTH.search(printed)) and 1 <= (month := int(match[1])) <= 12:
        return int(match[2]), month, monthrange(int(match[2]), month)[1]
    return None


def _is_day(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _decimal(printed: str) -> Decimal:
    return Decimal(re.sub(r"[. \u00a0\u202f]", "", printed).replace(",", "."))
