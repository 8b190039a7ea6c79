"""Numbers, dates and printed values as a language writes them; the words under `format.` say how."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

Number = Decimal | int | float | str
Words = Mapping[str, str]
"""The interface's words of one language, by dotted key."""
_DIGITS = re.compile(r"\d(?:[\d., ]*\d)?")


def number(value: Number, words: Words, places: int | None = None) -> str:
    """`11869` as `11.869` in Vietnamese; `places` rounds half away from zero. Zeros after the point are kept."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))  # a float by its shortest form
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{abs(exact):,f}".partition(".")
    sign = words["format.minus"] if exact < 0 else ""
    return sign + whole.replace(",", words["format.thousands"]) + (words["format.decimal"] + part if part else "")


def legible(printed: str, value: Decimal | None, words: Words) -> str:
    """A number as printed; with the signs of Vietnamese where a source prints it the English way (`22.1`, `1,452.5`).

    Read by the language's own signs it would be another number than it is. Other languages show it as printed.
    """
    found = _DIGITS.search(printed)
    if value is None or found is None or words["format.decimal"] != ",":
        return printed
    digits = found.group().replace(" ", "")
    english = digits.replace(",", "")
    own = digits.replace(words["format.thousands"], "").replace(",", ".")
    if _is(own, value) or not _is(english, value):
        return printed
    return printed.replace(found.group(), number(Decimal(english), words), 1)


def _is(digits: str, value: Decimal) -> bool:
    return digits.count(".") <= 1 and Decimal(digits) == abs(value)


def quantity(value: Number, unit: str, words: Words, places: int | None = None) -> str:
    """A number with its unit: `5,8 điểm phần trăm`; without one that the language has no words for."""
    return with_unit(number(value, words, places), unit, words)


def with_unit(written: str, unit: str, words: Words) -> str:
    """A number that is written already, and may be bounded, with its unit."""
    form = words.get(f"format.{unit}") or words.get(f"plan.unit.{unit}") or "{number}"
    return form.format(number=written)


def bound(comparator: str, written: str, words: Words) -> str:
    """A number that is more, or less, or not quite itself: `trên 5,8`, `không quá 1,68%`."""
    return words[f"figure.bound.{comparator}"].format(number=written)


def month_name(month: int, words: Words) -> str:
    """A month as dates write it: `4` or `April`."""
    return words["format.months"].split()[month - 1]


def day(value: date, words: Words) -> str:
    """`2019-04-19` as `19/4/2019` or `19 April 2019`."""
    return words["format.date"].format(day=value.day, month=month_name(value.month, words), year=value.year)
