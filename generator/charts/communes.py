"""From which rate does each unit start, and where does the plan want it?

A filled mark is the result, a hollow one the plan, a dashed line the way between; the printed total of all stands as
two rules behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .figure import Chart, Traits, Words
from .style import DASH, FINE, GRID, LINES, PAPER, PLAN, QUIET, RESULT, across, haloed, narrow, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

STEP = 26
ZERO = 30  # where nought stands, from the left
WIDE, PHONE = padding(58, 52, 44, 132), padding(58, 54, 44, 118)


@dataclass(frozen=True, slots=True)
class Row:
    """A unit's rates in percent; `kind` is unit, whole (the printed total, two rules) or head (the labels name the two
    marks, over those of the first unit). The labels are what stands beside the marks."""

    order: int | None
    kind: str
    name: str | None
    start: float
    start_label: str
    end: float
    end_label: str


def draw(width: int, _words: Words, _traits: Traits) -> alt.LayerChart:
    """A line a unit, with its two marks."""
    import altair as alt

    margins = PHONE if narrow(width) else WIDE
    plot = across(width, margins)
    scale = alt.Scale(zero=True, nice=False, range=[ZERO, plot])
    units = alt.Chart().transform_filter("datum.kind == 'unit'").encode(y=alt.Y("order:O", axis=None))

    def whole(field: str, paint: str, dash: list[int]) -> alt.Chart:
        """The printed total of all as a rule."""
        totals = alt.Chart().transform_filter("datum.kind == 'whole'")
        rule: alt.Chart = totals.mark_rule(color=paint, strokeWidth=1.5, strokeDash=dash, opacity=0.55)
        return rule.encode(x=alt.X(f"{field}:Q", axis=None, scale=scale))

    def end(field: str, paint: str, **side: Any) -> Iterator[alt.Chart | alt.LayerChart]:
        """One of the two ends of every unit's way: its heading, its marks and its numbers."""
        x, label = alt.X(f"{field}:Q", axis=None, scale=scale), alt.Text(f"{field}_label:N")
        total, head = (
            alt.Chart().transform_filter(f"datum.kind == '{kind}'").encode(x=x) for kind in ("whole", "head")
        )
        marks = units.encode(x=x)
        yield total.mark_text(baseline="top", dy=8, color=paint, **side, **LINES).encode(
            y=alt.value("height"), text=label
        )
        yield head.mark_text(baseline="top", dy=-48, color=paint, fontWeight=600, **LINES).encode(
            y=alt.value(0), text=label
        )
        yield from haloed(marks.mark_text(**side).encode(text=label))
        fill = PAPER if field == "end" else paint
        yield marks.mark_point(size=70, shape="circle", fill=fill, stroke=paint, strokeWidth=2, opacity=1)

    return picture(
        units.mark_text(align="right").encode(x=alt.value(-6), text=alt.Text("name:N")),
        units.mark_rule(color=GRID).encode(x=alt.value(18), x2=alt.value(plot)),
        units.mark_rule(color=QUIET, strokeDash=FINE).encode(
            x=alt.X("start:Q", axis=None, scale=scale), x2=alt.X2("end:Q")
        ),
        whole("start", RESULT, [1, 0]),
        whole("end", PLAN, DASH),
        *end("start", RESULT, align="left", dx=10),
        *end("end", PLAN, align="right", dx=-10),
        width=plot,
        height=alt.Step(STEP),
        margins=margins,
    )


def height(rows: Sequence[Row], width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(sum(row.kind == "unit" for row in rows), STEP, PHONE if narrow(width) else WIDE)


COMMUNES = Chart("communes", Row, height, draw)
