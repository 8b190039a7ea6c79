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


def wide(long: pandas.DataFrame, unbound: Sequence[str] = ()) -> pandas.DataFrame:
    """One row a place, year and kind of number, one column an indicator, each in the order in which it first stands.

    Numbers of the standards `unbound` depend on none: they stand in the row of the others of their place and year.
    Raises ValueError where two rows have the same place: such a table has no wide form.
    """
    keys = list(KEYS)
    long = beside_others(long, unbound)
    if long.duplicated([*keys, "indicator"]).any():
        raise ValueError("two rows for one cell")
    order = long[keys].drop_duplicates()
    table = long.pivot(index=keys, columns="indicator", values="value")
    spread = table[list(dict.fromkeys(long["indicator"]))].reset_index()
    spread.columns.name = None
    return order.merge(spread, on=keys, how="left", sort=False).fillna("")


def beside_others(long: pandas.DataFrame, unbound: Sequence[str]) -> pandas.DataFrame:
    """The rows, those of `unbound` with the standard that the others of their place, year and kind have."""
    keys = [key for key in KEYS if key != "standard"]
    free = long["standard"].isin(list(unbound))
    others = long[~free].drop_duplicates([*keys, "standard"])
    others = others[~others.duplicated(keys, keep=False)][[*keys, "standard"]]
    found = long[keys].merge(others, on=keys, how="left")["standard"].set_axis(long.index)
    joined = long.assign(standard=long["standard"].where(~free | found.isna(), found))
    twice = free & joined.duplicated([*KEYS, "indicator"], keep=False)
    return joined.assign(standard=joined["standard"].where(~twice, long["standard"]))
