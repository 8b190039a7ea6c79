"""Round numbers for a scale that begins at nought: where it ends, and which levels are written."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

STEPS = ((Decimal(50).sqrt(), 10), (Decimal(10).sqrt(), 5), (Decimal(2).sqrt(), 2), (Decimal(0), 1))
"""The step that is used from which share of a power of ten on: 1, 2 or 5 times that power."""


def top(most: float, count: int = 10) -> Decimal:
    """The end of a scale that holds a number: a whole number of about `count` steps. One, where there is none."""
    end = Decimal(str(most))
    if end <= 0:
        return Decimal(1)
    before = None
    while (one := _step(end, count)) != before:
        before, end = one, (end / one).to_integral_value(ROUND_CEILING) * one
    return end


def levels(end: Decimal, count: int) -> tuple[Decimal, ...]:
    """About `count` round levels from nought to the end of a scale, all with as many decimals as they need."""
    one = _step(end, count)
    digits = Decimal(1) if one >= 1 else one
    return tuple((one * number).quantize(digits) for number in range(int(end / one) + 1))


def _step(end: Decimal, count: int) -> Decimal:
    rough = end / count
    unit = Decimal(1).scaleb(rough.adjusted())
    return unit * next(times for least, times in STEPS if rough / unit >= least)
