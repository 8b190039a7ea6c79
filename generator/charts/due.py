"""When in the year do reports fall due? One line a day of the year, from January to December, with a mark on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from .figure import Chart, Traits, Words
from .style import PLAN, QUIET, across, haloed, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

STEP = 50
LINE = 14  # how far the line of a day stands below the middle of its step, under the name
DAYS = 365
NAMES = "figure.due.months"  # the word of the interface that names the months, in one line
MONTHS = [(date(2001, month, 1) - date(2001, 1, 1)).days for month in range(1, 13)]
"""The first day of each month, in days since the first of January of a common year."""
MARGINS = padding(34, 12, 10, 8)


@dataclass(frozen=True, slots=True)
class Row:
    """A day on which reports of a plan fall due: `day_of_year` counts from the first of January, which is 0; `label` is
    the day as the page writes it."""

    order: int
    name: str
    month: int
    day: int
    day_of_year: int
    label: str


def draw(width: int, words: Words, _traits: Traits) -> alt.LayerChart:
    """The months as uprights, and a line a day."""
    import altair as alt

    plot = across(width, MARGINS)
    named = f"split('{words[NAMES]}', ' ')[indexof({MONTHS}, datum.value)]"
    months = alt.Axis(orient="top", values=MONTHS, labelExpr=named, labelAlign="left", labelOffset=3, labelPadding=8)
    days = alt.Chart().encode(y=alt.Y("order:O", axis=None))
    marks = days.encode(x=alt.X("day_of_year:Q", axis=months).scale(domain=[0, DAYS], nice=False))
    late = f"datum.day_of_year > {DAYS // 2} ? "  # there is room before the mark only
    place: dict[str, Any] = {
        "align": alt.expr(f"{late}'right' : 'left'"),
        "dx": alt.expr(f"{late}-12 : 12"),
        "dy": LINE,
    }
    return picture(
        days.mark_rule(color=QUIET, yOffset=LINE).encode(x=alt.value(0), x2=alt.value(plot)),
        marks.mark_point(shape="diamond", size=150, fill=PLAN, stroke=PLAN, strokeWidth=1, opacity=1, yOffset=LINE),
        *haloed(marks.mark_text(fontWeight=600, **place).encode(text=alt.Text("label:N"))),
        *haloed(days.mark_text(align="left", dy=-7).encode(x=alt.value(0), text=alt.Text("name:N"))),
        width=plot,
        height=alt.Step(STEP),
        margins=MARGINS,
    )


def height(rows: Sequence[Row], _width: int) -> int:
    """The height in CSS pixels, by the number of days."""
    return tall(len(rows), STEP, MARGINS)


DUE = Chart("due", Row, height, draw, words=(NAMES,))
