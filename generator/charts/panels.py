"""How has a number moved in each of several places? One small panel a place, all on one scale.

Nothing joins two panels; within one, a line is drawn only where the rows hold one, and a dotted upright marks each
break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from .figure import Chart, Traits, Words
from .style import (
    DECIMAL,
    DOTS,
    LEADING,
    LINES,
    QUIET,
    haloed,
    layered,
    lines_of_kind,
    narrow,
    padding,
    point_of_kind,
    rates,
)

if TYPE_CHECKING:
    import altair as alt

BREAK = "break"
NAME = 2  # lines of a name, at least, so that most pictures are alike
HEAD, FOOT = 22, 34  # the room under a name for the highest number, and the years below a plot
LEFT, RIGHT = 44, 22  # of a plot: its levels, and half of a number


@dataclass(frozen=True, slots=True)
class Row:
    """A rate of a place in percent, or a break, which has no value and stands between two years.

    `kind` is one of `style.KINDS`, or break. `place` is the name in lines that fit over a panel; `panel` counts from
    nought. `from_year` and `from_value` are the number that a line comes from. `label` is the number as the page writes
    it, where it is written: above `over`, the largest number that it would cover, and to the left where it is the last.
    """

    panel: int
    place: str
    kind: str
    year: float
    value: float | None = None
    from_year: int | None = None
    from_value: float | None = None
    label: str | None = None
    over: float | None = None
    last: bool = False


def draw(width: int, words: Words, traits: Traits) -> alt.FacetChart:
    """A panel a place."""
    import altair as alt

    (lines,) = traits
    above, columns = HEAD + lines * LEADING, _columns(width)
    years = alt.Axis(format="d", grid=False, labelPadding=8, values=alt.expr("domain('x')"))  # the first and the last
    rows = alt.Chart().encode(x=alt.X("year:Q", axis=years).scale(zero=False, nice=False))
    numbers = rows.transform_filter("isValid(datum.value)")
    numbers = numbers.encode(y=alt.Y("value:Q", axis=rates(3, words)).scale(nice=3))
    # A header would stand above the highest number of its panel, so names are words at one height over each plot.
    down = alt.expr(f"-{HEAD + 8} - {LEADING} * (length(split(datum.place, '\\n')) - 1)")
    names = alt.Chart().transform_aggregate(groupby=["place"]).mark_text(align="left", dy=down, fontWeight=600, **LINES)
    nothing = alt.Header(title=None, labelExpr="''")
    labels = rows.transform_filter("isValid(datum.label)").encode(y=alt.Y("over:Q"), text=alt.Text("label:N"))
    panel = layered(
        names.encode(x=alt.value(0), y=alt.value(0), text=alt.Text("place:N")),
        rows.transform_filter(f"datum.kind == '{BREAK}'").mark_rule(color=QUIET, strokeDash=DOTS),
        lines_of_kind(numbers, 2),
        numbers.mark_point(opacity=1, strokeWidth=2, size=36).encode(**point_of_kind()),
        *haloed(labels.transform_filter("!datum.last").mark_text(dy=-13, align="left", fontWeight=600), 4),
        *haloed(labels.transform_filter("datum.last").mark_text(dy=-13, dx=14, align="right", fontWeight=600), 4),
        width=width // columns - LEFT - RIGHT,
        height=_plot(width),
    )
    return alt.FacetChart(
        data=alt.NamedData("rows"),
        spec=panel,
        facet=alt.Facet("place:N", header=nothing, sort=alt.EncodingSortField("panel", op="min")),
        columns=columns,
        bounds="flush",
        padding=padding(above, RIGHT, FOOT, LEFT),
        resolve=alt.Resolve(axis=alt.AxisResolveMap(x="independent", y="independent")),
        spacing={"row": above + FOOT, "column": LEFT + RIGHT},
    )


def traits(rows: Sequence[Row]) -> Traits:
    """How many lines the longest name takes."""
    return (max((NAME, *(row.place.count("\n") + 1 for row in rows))),)


def height(rows: Sequence[Row], width: int) -> int:
    """The height in CSS pixels, by the number of panels and the longest name."""
    above: int = HEAD + traits(rows)[0] * LEADING
    return ceil(len({row.panel for row in rows}) / _columns(width)) * (above + _plot(width) + FOOT)


def _columns(width: int) -> int:
    return 2 if narrow(width) else 4


def _plot(width: int) -> int:
    return 92 if narrow(width) else 104


PANELS = Chart("panels", Row, height, draw, traits, words=(DECIMAL,))
