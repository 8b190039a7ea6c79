"""Numbers, dates and printed values inside our sentences, as the language writes them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from .page import Words


def number(value: Decimal | int, words: Words, places: int | None = None) -> str:
    """`11869` as `11.869` in Vietnamese; `places` rounds half away from zero. Zeros after the point are kept."""
    exact = Decimal(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{abs(exact):,f}".partition(".")
    sign = words["format.minus"] if exact < 0 else ""
    return sign + whole.replace(",", words["format.thousands"]) + (words["format.decimal"] + part if part else "")


def quantity(value: Decimal | int, unit: str, words: Words, places: int | None = None) -> str:
    """A number with its unit: `5,8 điểm phần trăm`."""
    return words[f"format.{unit}"].format(number=number(value, words, places))


def bound(comparator: str, written: str, words: Words) -> str:
    """A number that is more, or less, or not quite itself: `trên 5,8`, `không quá 1,68%`."""
    return words[f"figure.bound.{comparator}"].format(number=written)


def day(value: date, words: Words) -> str:
    """`2019-04-19` as `19/4/2019` or `19 April 2019`."""
    month = words["format.months"].split()[value.month - 1]
    return words["format.date"].format(day=value.day, month=month, year=value.year)
