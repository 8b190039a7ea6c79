"""Scales that begin at nought: where a number stands, at which round number they end, and which levels are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, Decimal

STEPS = ((Decimal(50).sqrt(), 10), (Decimal(10).sqrt(), 5), (Decimal(2).sqrt(), 2), (Decimal(0), 1))
"""The step that is used from which share of a power of ten on: 1, 2 or 5 times that power."""


def along(values: Iterable[object], start: float, end: float) -> Callable[[object], float]:
    """Where a number stands, in pixels, on a line that holds all of some: nought at `start` and the largest at `end`.
    Where some are below nought, the least of them stands at `start`."""
    known = [float(str(value)) for value in values if value is not None]
    least, most = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    step = (end - start) / ((most - least) or 1)
    return lambda value: start + (float(str(value)) - least) * step


def negative(values: Iterable[object]) -> bool:
    """Whether some value is below nought, so that a number needs room before its bar."""
    return any(value is not None and float(str(value)) < 0 for value in values)


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
