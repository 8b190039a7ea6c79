"""Which of several places has more, in one year? A bar a place, its name above it, its number at its end."""

from __future__ import annotations

from typing import Any

from .figure import Chart, Rows, Spec
from .frame import DASH, INK, KINDS, PAPER, PLAN, RESULT, SIZE, WASH, framed, tall

COLUMNS = ("name", "kind", "value", "label")
"""`kind` is one of `frame.KINDS`; `label` is the number as the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
STEP = 50
BAR = 18


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of places."""
    return tall(len(rows), STEP, PADDING)


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    inside = width - PADDING["left"] - PADDING["right"]
    rows = alt.Chart(alt.NamedData("rows"))
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("name:N", sort=None, scale=band, axis=None)
    # The longest bar leaves room for its number with a word that bounds it.
    x = alt.X("value:Q", scale=alt.Scale(zero=True, nice=False, range=[0, inside - 110]), axis=None)
    drop = STEP // 2 - BAR // 2 - 3
    bars = rows.encode(x=x, y=y)
    # Without colour: what is final is full, what is not yet has a dashed edge, what is intended a plain one.
    looks: dict[str, dict[str, Any]] = {
        "result": {"fill": RESULT, "stroke": RESULT},
        "preliminary": {"fill": PAPER, "stroke": RESULT, "strokeDash": DASH},
        "estimate": {"fill": PAPER, "stroke": RESULT, "strokeDash": [1, 3]},
        "plan": {"fill": WASH, "stroke": PLAN},
    }
    layers = alt.layer(
        *(
            bars.transform_filter(f"datum.kind == '{kind}'").mark_bar(
                strokeWidth=1.5, height=BAR, yOffset=drop, **looks[kind]
            )
            for kind in KINDS
        ),
        bars.encode(text="label:N").mark_text(
            fill=INK, fontSize=SIZE, fontWeight=600, align="left", dx=8, yOffset=drop
        ),
        rows.encode(y=y, text="name:N").mark_text(
            fill=INK, fontSize=SIZE, align="left", baseline="top", x=0, yOffset=6 - STEP // 2
        ),
    )
    return framed(layers, width=width, height={"step": STEP}, padding=PADDING)


BARS = Chart("bars", COLUMNS, draw, height)
