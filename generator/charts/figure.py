"""A chart, and a figure: that chart filled with rows, with all that is said about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .sheet import Sheet

Words = Mapping[str, str]
Row = Mapping[str, str | int | float | None]
Rows = Sequence[Row]
Spec = Mapping[str, Any]  # a Vega-Lite specification whose data is the named source "rows", one mark a row
WIDTHS = (340, 720)  # CSS pixels: a phone's and a desk's; a label is never under 12 px as displayed


def of_kind(kind: str, rows: Rows) -> Rows:
    """The rows of a kind."""
    return [row for row in rows if row["kind"] == kind]


@dataclass(frozen=True, slots=True)
class Chart:
    """One question a chart answers.

    `height(rows, width)` is the height in CSS pixels of the chart filled with those rows, so that a page can keep the
    place of a picture that is not yet loaded. `lay(rows, words, width)` is the picture itself.
    """

    name: str
    columns: tuple[str, ...]
    height: Callable[[Rows, int], int]
    lay: Callable[[Rows, Words, int], Sheet]


SIDE_BY_SIDE = ("panels", "bars")
"""The charts of sets of places, which have pages of their own under /so-sanh/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart about something: `rows` are the drawn data and the table under it; `title` says the point.

    `id` is its address under /bieu-do/. `places`, `plan` and `dataset` tell what it is about; `dataset` is None where
    it is drawn from the plans' own words. `sources` are links (label, href). `notes` are sentences that a reader must
    know (breaks, standards, what is plan and what is result). `about` says in one line what is measured, where and
    when. `many` is True where it is one of many alike, which are listed and not shown.
    `numeric` are the keys of columns whose cells are numbers. `made_by` says who made the numbers, in words; nothing
    where the plans' own words are counted.
    """

    id: str
    lang: str
    chart: str
    title: str
    alt: str
    columns: tuple[tuple[str, str], ...]  # key and heading of the table under the chart, in order
    rows: tuple[Row, ...]  # what the chart draws
    table: tuple[tuple[str, ...], ...]  # what the table says, as printed, a cell a column
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    dataset: str | None
    plan: str | None
    places: tuple[str, ...]
    about: str = ""
    many: bool = False
    numeric: tuple[str, ...] = ()
    made_by: str = ""
    data: tuple[tuple[str, ...], ...] = ()  # the CSV of the figure: its first row names the columns
    links: tuple[tuple[str, ...], ...] = ()  # where each cell of the table stands: an address, or nothing

    @property
    def png(self) -> bool:
        """Whether its picture is made in pixels too, which takes as long as thirty pages; of the others the reader's
        browser makes it from the SVG."""
        return not self.many and self.chart not in SIDE_BY_SIDE
