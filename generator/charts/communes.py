"""From which rate does each unit start, and where does the plan want it?

A filled mark is the result, a hollow one the plan, a dashed line the way between; the printed total of all stands as
two rules behind them.
"""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import DASH, GRID, INK, PAPER, PLAN, QUIET, RESULT, SIZE, framed, haloed, narrow, tall

COLUMNS = ("kind", "name", "start", "start_label", "end", "end_label")
"""`kind` is unit, whole (the printed total, two rules) or head (the labels name the two marks)."""

WIDE = {"left": 132, "right": 52, "top": 58, "bottom": 44}
PHONE = {"left": 118, "right": 54, "top": 58, "bottom": 44}
STEP = 26


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(sum(row["kind"] == "unit" for row in rows), STEP, _padding(width))


def _padding(width: int) -> dict[str, int]:
    return PHONE if narrow(width) else WIDE


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    padding = _padding(width)
    inside = width - padding["left"] - padding["right"]
    rows = alt.Chart(alt.NamedData("rows"))
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("name:N", sort=None, scale=band, axis=None)
    scale = alt.Scale(zero=True, nice=False, range=[30, inside])
    x = {field: alt.X(f"{field}:Q", scale=scale, axis=None) for field in ("start", "end")}
    units = rows.transform_filter("datum.kind == 'unit'")
    whole = rows.transform_filter("datum.kind == 'whole'")
    head = rows.transform_filter("datum.kind == 'head'")
    bottom = alt.ExprRef("height + 8")

    marks = []
    for field, paint, fill, side, shift in (
        ("start", RESULT, RESULT, "left", 10),
        ("end", PLAN, PAPER, "right", -10),
    ):
        dots = units.encode(x=x[field], y=y)
        rule = whole.encode(x=x[field])
        dash = [1, 0] if field == "start" else DASH
        marks += [
            rule.mark_rule(stroke=paint, strokeWidth=1.5, strokeDash=dash, opacity=0.55),
            dots.mark_point(shape="circle", size=70, fill=fill, stroke=paint, strokeWidth=2, opacity=1),
            *haloed(dots.encode(text=f"{field}_label:N"), INK, align=side, dx=shift),
            *haloed(
                rule.encode(text=f"{field}_label:N"),
                paint,
                align=side,
                dx=-shift,
                lineBreak="\n",
                baseline="top",
                y=bottom,
            ),
            head.encode(x=x[field], text=f"{field}_label:N").mark_text(
                fill=paint, fontSize=SIZE, fontWeight=600, baseline="top", lineBreak="\n", lineHeight=17, y=-46
            ),
        ]
    layers = alt.layer(
        units.encode(y=y).mark_rule(stroke=GRID, x=18, x2="width"),
        units.encode(x=x["start"], x2=alt.X2("end"), y=y).mark_rule(stroke=QUIET, strokeDash=[2, 3]),
        *marks,
        units.encode(y=y, text="name:N").mark_text(fill=INK, fontSize=SIZE, align="right", x=-14),
    )
    return framed(layers, width=width, height={"step": STEP}, padding=padding)


COMMUNES = Chart("communes", COLUMNS, draw, height)
