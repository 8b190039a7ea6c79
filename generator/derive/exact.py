"""Exact arithmetic over printed numbers: what a print can stand for, and how far rounding reaches."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction

from generator.model.passages import lines_with
from generator.model.plan import Plan
from generator.model.tables import Observation

PLACES = 6  # decimals of a computed value that are shown where it has no end
RATE = "ty-le-ho-ngheo"
POOR = "so-ho-ngheo"
ALL = "tong-so-ho"
RATE_CUT = "muc-giam-ty-le-ho-ngheo"
POOR_CUT = "muc-giam-so-ho-ngheo"
LEAVERS = "so-ho-thoat-ngheo"
NEAR_POOR, BOTH = "so-ho-can-ngheo", "so-ho-ngheo-va-can-ngheo"
NEAR_RATE, BOTH_RATE = "ty-le-ho-can-ngheo", "ty-le-ho-ngheo-va-can-ngheo"
"""The indicators that arithmetic joins: RATE is POOR of ALL in percent; the cuts are falls of RATE and of POOR; LEAVERS
are households that leave poverty; BOTH is POOR and NEAR_POOR, BOTH_RATE the sum of their rates."""

ADDS_UP = ("households", "persons", "count", "million_vnd", "billion_vnd")
"""The units whose numbers may be added; rates never are."""
PROJECTED = ("plan", "target", "estimate")
"""The statuses of numbers that were worked out, so that a printed whole number is a rounded one."""


def addable_kind(row: Observation) -> tuple[object, ...]:
    """What numbers must share to be added."""
    return row.year, row.indicator, row.unit, row.status, row.standard, row.producer


def decimals(printed: str) -> int:
    """How many decimals a Vietnamese printed number shows: `7,7` one, `48 065` and `11.869` none."""
    found = re.search(r"\d,(\d+)", printed)
    return len(found[1]) if found else 0


def half_unit(printed: str) -> Fraction:
    """Half a unit of the last printed decimal: what rounding to that print can hide."""
    return Fraction(1, 2 * 10 ** decimals(printed))


def rounding_of(row: Observation) -> Fraction:
    """What rounding to the print of a row's number can hide."""
    printed = row.value_printed
    return half_unit(printed.translate({ord(","): ".", ord("."): ","}) if row.english else printed)


def roundness(value: str) -> Fraction:
    """Half a unit of the last digit of a number in dot form that is not a trailing nought: `2300` says 50 each way."""
    whole, _, part = value.partition(".")
    if part:
        return Fraction(1, 2 * 10 ** len(part))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))), 2) if whole.strip("0") else Fraction(1, 2)


def slack(row: Observation) -> Fraction:
    """How far the number behind a printed count may lie from it: none where households were counted, half a unit of
    the print where they were projected."""
    return rounding_of(row) if row.status in PROJECTED else Fraction(0)


def value_of(row: Observation) -> Fraction | None:
    """The number of a row where it says exactly one: none of an empty cell, nor of `trên 5,8`."""
    return Fraction(row.value) if row.value is not None and row.comparator in ("eq", "approx") else None


def shown(value: Fraction) -> Decimal:
    """A number for the eye: exact where it ends within PLACES decimals, else rounded there; no trailing noughts."""
    with localcontext() as exact:
        exact.prec = 50
        short = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1).scaleb(-PLACES)).normalize()
        whole = short == short.to_integral_value()
        return short.quantize(Decimal(1)) if whole else short


def lines_of(plan: Plan, provision: str, quote: str) -> tuple[int, ...]:
    """The lines of the plan's source.txt on which a quote stands; none where it is not found."""
    found = plan.provision(provision)
    return lines_with(found, quote) if found else ()
