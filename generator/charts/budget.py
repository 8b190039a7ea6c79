"""Where is the money to come from? One bar a source, its name above it, its sum at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bars import number_at_end
from .figure import Chart, Traits, Words
from .style import LEADING, LINES, PLAN, WASH, across, narrow, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

BAR = 20
SUM = 96  # room behind the longest bar for its sum, as wide as 20.000.000
MARGINS = padding(0, 6, 8, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """A source of money: `name_narrow` is its name in lines that fit a phone; `value` is million đồng, and `label` the
    same as the page writes it."""

    order: int
    name: str
    name_narrow: str
    value: float
    label: str


def draw(width: int, _words: Words, _traits: Traits) -> alt.LayerChart:
    """A bar a row; the last line of a name stands over its bar."""
    import altair as alt

    plot, step, name = across(width, MARGINS), _step(width), "name_narrow" if narrow(width) else "name"
    below = step // 2 - BAR // 2 - 4  # from the middle of a step to that of its bar
    sources = alt.Chart().encode(y=alt.Y("order:O", axis=None))
    bars = sources.encode(x=alt.X("value:Q", axis=None).scale(nice=False, range=[0, plot - SUM]))
    dy = alt.expr(f"{below - BAR // 2 - 13} - {LEADING} * (length(split(datum.{name}, '\\n')) - 1)")
    return picture(
        sources.mark_text(align="left", dy=dy, **LINES).encode(x=alt.value(0), text=alt.Text(f"{name}:N")),
        bars.mark_bar(size=BAR, yOffset=below, fill=WASH, stroke=PLAN, strokeWidth=1.5),
        number_at_end(bars, dy=below),
        width=plot,
        height=alt.Step(step),
        margins=MARGINS,
    )


def height(rows: Sequence[Row], width: int) -> int:
    """The height in CSS pixels, by the number of sources."""
    return tall(len(rows), _step(width), MARGINS)


def _step(width: int) -> int:
    return 74 if narrow(width) else 56


BUDGET = Chart("budget", Row, height, draw)
