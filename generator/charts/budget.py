"""Where is the money to come from? One bar a source, its name above it, its sum at its end."""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import INK, PLAN, SIZE, WASH, framed, narrow, tall

COLUMNS = ("name", "name_narrow", "value", "label")
"""`name_narrow` is the name in two lines that fit a phone, the first empty where one is enough; `label` is the sum as
the page writes it."""

PADDING = {"left": 6, "right": 6, "top": 0, "bottom": 8}
BAR = 20


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of sources."""
    return tall(len(rows), _step(width), PADDING)


def _step(width: int) -> int:
    return 74 if narrow(width) else 56


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    small = narrow(width)
    inside = width - PADDING["left"] - PADDING["right"]
    rows = alt.Chart(alt.NamedData("rows"))
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("name:N", sort=None, scale=band, axis=None)
    # The longest bar leaves room for its sum, as wide as 20.000.000.
    x = alt.X("value:Q", scale=alt.Scale(zero=True, nice=False, range=[0, inside - 96]), axis=None)
    drop = _step(width) // 2 - BAR // 2 - 4
    bars = rows.encode(x=x, y=y)
    layers = alt.layer(
        bars.mark_bar(fill=WASH, stroke=PLAN, strokeWidth=1.5, height=BAR, yOffset=drop),
        bars.encode(text="label:N").mark_text(
            fill=INK, fontSize=SIZE, fontWeight=600, align="left", dx=8, yOffset=drop
        ),
        rows.encode(y=y, text="name_narrow:N" if small else "name:N").mark_text(
            fill=INK,
            fontSize=SIZE,
            align="left",
            baseline="top",
            lineBreak="\n",
            lineHeight=18,
            x=0,
            yOffset=8 - _step(width) // 2,
        ),
    )
    return framed(layers, width=width, height={"step": _step(width)}, padding=PADDING)


BUDGET = Chart("budget", COLUMNS, draw, height)
