"""Of how many commitments of each plan is what known of publication? A bar a state, plan under plan, in one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bars import number_at_end
from .figure import Chart, Traits, Words
from .style import PAPER, QUIET, RESULT, across, narrow, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

STEP, BAR = 32, 16
NAMES = 152
COUNT = 44  # room behind the longest bar for its number
MARGINS = padding(0, 6, 8, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """A plan (a heading: `state` and `commitments` are None), or how many of its commitments are in a state.

    `kind` is plan, shown (something was published: a full bar) or other (an empty bar). `name` is the plan or the
    state, and `label` the count, as the page writes them.
    """

    order: int
    kind: str
    plan: str
    state: str | None
    name: str
    commitments: int | None
    label: str | None


def draw(width: int, _words: Words, _traits: Traits) -> alt.LayerChart:
    """A line a row: a heading, or a bar with its name before it."""
    import altair as alt

    plot, first = across(width, MARGINS), NAMES if narrow(width) else NAMES + 60
    lines = alt.Chart().encode(y=alt.Y("order:O", axis=None))
    states = lines.transform_filter("datum.kind != 'plan'")
    bars = states.encode(x=alt.X("commitments:Q", axis=None).scale(nice=False, range=[first, plot - COUNT]))
    kinds = ["shown", "other"]
    return picture(
        lines.transform_filter("datum.kind == 'plan'")
        .mark_text(align="left", dy=4, fontWeight=600)
        .encode(x=alt.value(0), text=alt.Text("name:N")),
        states.mark_text(align="left").encode(x=alt.value(0), text=alt.Text("name:N")),
        bars.mark_bar(size=BAR, strokeWidth=1.5).encode(
            fill=alt.Fill("kind:N", legend=None).scale(domain=kinds, range=[RESULT, PAPER]),
            stroke=alt.Stroke("kind:N", legend=None).scale(domain=kinds, range=[RESULT, QUIET]),
        ),
        number_at_end(bars, "commitments"),
        width=plot,
        height=alt.Step(STEP),
        margins=MARGINS,
    )


def height(rows: Sequence[Row], _width: int) -> int:
    """The height in CSS pixels, by the number of plans and states."""
    return tall(len(rows), STEP, MARGINS)


PUBLICATION = Chart("publication", Row, height, draw)
