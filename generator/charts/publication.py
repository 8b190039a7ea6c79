"""Of how many commitments of each plan is what known of publication? A bar a state, plan under plan, in one scale."""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import INK, PAPER, QUIET, RESULT, SIZE, framed, narrow, tall

COLUMNS = ("key", "kind", "name", "value", "label")
"""`key` is a row's own; `kind` is plan (a heading), shown (something was published: a full bar) or other (an empty
bar); `name` the plan or the state; `label` the count as the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
STEP = 32
NAMES = 152


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of plans and states."""
    return tall(len(rows), STEP, PADDING)


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    inside = width - PADDING["left"] - PADDING["right"]
    first = NAMES if narrow(width) else NAMES + 60
    rows = alt.Chart(alt.NamedData("rows"))
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("key:N", sort=None, scale=band, axis=None)
    # The longest bar leaves room for its number.
    x = alt.X("value:Q", scale=alt.Scale(zero=True, nice=False, range=[first, inside - 44]), axis=None)
    states = rows.transform_filter("datum.kind != 'plan'")
    layers = alt.layer(
        # Every row has its band, in the order of the rows and not of the layers.
        rows.encode(y=y).mark_rule(opacity=0),
        rows.transform_filter("datum.kind == 'shown'")
        .encode(x=x, y=y)
        .mark_bar(fill=RESULT, stroke=RESULT, strokeWidth=1.5, height=16),
        rows.transform_filter("datum.kind == 'other'")
        .encode(x=x, y=y)
        .mark_bar(fill=PAPER, stroke=QUIET, strokeWidth=1.5, height=16),
        states.encode(x=x, y=y, text="label:N").mark_text(fill=INK, fontSize=SIZE, fontWeight=600, align="left", dx=8),
        states.encode(y=y, text="name:N").mark_text(fill=INK, fontSize=SIZE, align="left", x=0),
        rows.transform_filter("datum.kind == 'plan'")
        .encode(y=y, text="name:N")
        .mark_text(fill=INK, fontSize=SIZE, fontWeight=600, align="left", x=0, dy=4),
    )
    return framed(layers, width=width, height={"step": STEP}, padding=PADDING)


PUBLICATION = Chart("publication", COLUMNS, draw, height)
