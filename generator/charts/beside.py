"""How far from a target is what was published? A hollow mark is the target, a filled one the published number.

Only numbers of one unit stand on one scale; what cannot be compared is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .figure import Chart, Traits, Words
from .style import FINE, GRID, PAPER, PLAN, QUIET, RESULT, across, haloed, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

STEP = 84
LINE = 10  # how far the line of a pair stands below the middle of its step, under the name
ZERO = 60  # where nought stands, from the left
LAST = 70  # a label is centred on its mark, so both ends keep room for half of one
MARGINS = padding(4, 8, 8, 8)


@dataclass(frozen=True, slots=True)
class Row:
    """A target and what was published: `name` says what is measured, where and when; the labels are the two numbers as
    the page writes them."""

    order: int
    name: str
    aim: float
    aim_label: str
    shown: float
    shown_label: str


def draw(width: int, _words: Words, _traits: Traits) -> alt.LayerChart:
    """A line a row, with its two marks."""
    import altair as alt

    plot = across(width, MARGINS)
    scale = alt.Scale(zero=True, nice=False, range=[ZERO, plot - LAST])
    pairs = alt.Chart().encode(y=alt.Y("order:O", axis=None))
    aims, shown = (pairs.encode(x=alt.X(f"{end}:Q", axis=None, scale=scale)) for end in ("aim", "shown"))
    dot: dict[str, Any] = {
        "filled": False,
        "shape": "circle",
        "size": 90,
        "strokeWidth": 2,
        "opacity": 1,
        "yOffset": LINE,
    }
    return picture(
        pairs.mark_text(align="left", dy=-34).encode(x=alt.value(0), text=alt.Text("name:N")),
        pairs.mark_rule(color=GRID, yOffset=LINE).encode(x=alt.value(ZERO), x2=alt.value(plot)),
        pairs.mark_text(text="0", align="right", dx=-8, dy=LINE, color=QUIET).encode(x=alt.XDatum(0, scale=scale)),
        aims.mark_rule(color=QUIET, strokeDash=FINE, yOffset=LINE).encode(x2=alt.X2("shown:Q")),
        aims.mark_point(**dot, fill=PAPER, stroke=PLAN),
        *haloed(aims.mark_text(dy=LINE + 22, fontWeight=600, color=PLAN).encode(text=alt.Text("aim_label:N"))),
        shown.mark_point(**dot, fill=RESULT, stroke=RESULT),
        *haloed(shown.mark_text(dy=LINE - 20, fontWeight=600, color=RESULT).encode(text=alt.Text("shown_label:N"))),
        width=plot,
        height=alt.Step(STEP),
        margins=MARGINS,
    )


def height(rows: Sequence[Row], _width: int) -> int:
    """The height in CSS pixels, by the number of pairs."""
    return tall(len(rows), STEP, MARGINS)


BESIDE = Chart("beside", Row, height, draw)
