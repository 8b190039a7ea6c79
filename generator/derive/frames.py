"""Observations as data frames: where a computation over columns begins, and the one home of pandas in this folder.

pandas is imported when a frame is made, since importing it takes longer than deriving all else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

KEYS = ("place", "place_name", "year", "status", "standard", "producer")
"""What tells the rows of a wide table apart."""


def frame(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> pandas.DataFrame:
    """A table of strings as they stand in the CSV: no value is parsed, so `7.70` stays `7.70`, and none is missing."""
    import pandas

    return pandas.DataFrame(list(rows), columns=list(columns), dtype="object")


def wide(long: pandas.DataFrame) -> pandas.DataFrame:
    """One row a place, year and kind of number, one column an indicator, each in the order in which it first stands.

    Raises ValueError where two rows have the same place: such a table has no wide form.
    """
    keys = list(KEYS)
    if long.duplicated([*keys, "indicator"]).any():
        raise ValueError("two rows for one cell")
    order = long[keys].drop_duplicates()
    table = long.pivot(index=keys, columns="indicator", values="value")
    spread = table[list(dict.fromkeys(long["indicator"]))].reset_index()
    spread.columns.name = None
    return order.merge(spread, on=keys, how="left", sort=False).fillna("")
