"""How far from a target is what was published? A hollow mark is the target, a filled one the published number.

Only numbers of one unit stand on one scale; what cannot be compared is not drawn.
"""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import GRID, INK, PAPER, PLAN, QUIET, RESULT, SIZE, framed, haloed, tall

COLUMNS = ("name", "aim", "aim_label", "shown", "shown_label")
"""`name` says what is measured, where and when; the labels are the two numbers as the page writes them."""

PADDING = {"left": 8, "right": 8, "top": 4, "bottom": 8}
STEP = 84
ZERO = 60  # where nought stands, from the left
LOW = 10  # how far the marks stand below the middle of their row, under the name


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of pairs."""
    return tall(len(rows), STEP, PADDING)


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    inside = width - PADDING["left"] - PADDING["right"]
    rows = alt.Chart(alt.NamedData("rows"))
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("name:N", sort=None, scale=band, axis=None)
    # A label is centred on its mark, so both ends keep room for half of one.
    scale = alt.Scale(zero=True, nice=False, range=[ZERO, inside - 70])
    marks = []
    for field, fill, paint, drop in (("aim", PAPER, PLAN, 22), ("shown", RESULT, RESULT, -20)):
        dots = rows.encode(x=alt.X(f"{field}:Q", scale=scale, axis=None), y=y)
        marks.append(
            dots.mark_point(shape="circle", size=90, fill=fill, stroke=paint, strokeWidth=2, opacity=1, yOffset=LOW)
        )
        marks += haloed(dots.encode(text=f"{field}_label:N"), paint, align="center", yOffset=LOW + drop, fontWeight=600)
    lines = rows.encode(y=y)
    layers = alt.layer(
        lines.mark_rule(stroke=GRID, x=ZERO, x2="width", yOffset=LOW),
        lines.mark_text(text="0", fill=QUIET, fontSize=SIZE, align="right", x=ZERO - 8, yOffset=LOW),
        rows.encode(x=alt.X("aim:Q", scale=scale, axis=None), x2=alt.X2("shown"), y=y).mark_rule(
            stroke=QUIET, strokeDash=[2, 3], yOffset=LOW
        ),
        *marks,
        rows.encode(y=y, text="name:N").mark_text(fill=INK, fontSize=SIZE, align="left", x=0, dy=-34),
    )
    return framed(layers, width=width, height={"step": STEP}, padding=PADDING)


BESIDE = Chart("beside", COLUMNS, draw, height)
