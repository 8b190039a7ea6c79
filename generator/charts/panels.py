"""How has a number moved in each of several places? One small panel a place, all on one scale.

Where a mark stands is worked out with the rows, as a share of its panel's width and height, so that the same rows fill
a picture of two columns for a phone and one of four for a desk. Nothing joins two panels; within one, a line is drawn
only where the rows hold one, and a dotted upright marks each break.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from .figure import Chart, Rows, Spec, Words
from .frame import GRID, INK, KINDS, QUIET, SIZE, dot, framed, haloed, narrow, stroke

COLUMNS = ("panel", "kind", "x", "y", "x2", "y2", "label", "end")
"""`panel` counts from nought. `kind` is name (`label` is the place, in two lines at most), grid (a level, its number in
`label`), year (`label` under the plot), gap (a break), label (the number of a mark, over `x` and `y`; `end` is 1 where
it is written to the left), or one of `frame.KINDS`: a mark at `x` and `y` from 0 to 1, with `x2` a line."""

TITLE, FOOT = 36, 38
LEFT, RIGHT = 40, 22
PADDING = {"left": 0, "right": 0, "top": 4, "bottom": 6}


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of panels."""
    count = len({row["panel"] for row in rows})
    return ceil(count / _across(width)) * _tall(width) + PADDING["top"] + PADDING["bottom"]


def _across(width: int) -> int:
    return 2 if narrow(width) else 4


def _tall(width: int) -> int:
    return 184 if narrow(width) else 196


def draw(words: Words, width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    across, tall = _across(width), _tall(width)
    wide = width / across
    plot_width, plot_height = wide - LEFT - RIGHT, tall - TITLE - FOOT - 14
    left = f"(datum.panel % {across}) * {wide} + {LEFT}"
    top = f"floor(datum.panel / {across}) * {tall} + {TITLE + 14}"
    rows = (
        alt.Chart(alt.NamedData("rows"))
        .transform_calculate(px=f"{left} + datum.x * {plot_width}", py=f"{top} + (1 - datum.y) * {plot_height}")
        .transform_calculate(px2=f"{left} + datum.x2 * {plot_width}", py2=f"{top} + (1 - datum.y2) * {plot_height}")
        .transform_calculate(foot=f"{top} + {plot_height}", head=top, start=left, stop=f"{left} + {plot_width}")
        .transform_calculate(line=f"floor(datum.panel / {across})")
    )
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)

    def at(chart: alt.Chart, x: str, y: str, x2: str = "", y2: str = "") -> alt.Chart:
        """A layer at places told in pixels."""
        ends: dict[str, Any] = {"x2": alt.X2(x2)} if x2 else {}
        ends |= {"y2": alt.Y2(y2)} if y2 else {}
        return chart.encode(x=alt.X(f"{x}:Q", scale=None, axis=None), y=alt.Y(f"{y}:Q", scale=None, axis=None), **ends)

    def of(kind: str, more: str = "") -> alt.Chart:
        return rows.transform_filter(f"datum.kind == '{kind}'{more}")

    marks = []
    for kind in KINDS:
        marks.append(at(of(kind, " && isValid(datum.x2)"), "px", "py", "px2", "py2").mark_rule(**stroke(kind, 2)))
    for kind in KINDS:
        marks.append(at(of(kind, " && !isValid(datum.x2)"), "px", "py").mark_point(**dot(kind, 36)))
    told = at(of("label"), "px", "py").encode(text="label:N")
    layers = alt.layer(
        # The picture grows with the lines of panels.
        rows.encode(y=alt.Y("line:O", sort=None, scale=band, axis=None)).mark_rule(opacity=0),
        at(of("grid"), "start", "py", x2="stop").mark_rule(stroke=GRID),
        at(of("grid"), "start", "py").encode(text="label:N").mark_text(fill=QUIET, fontSize=SIZE, align="right", dx=-5),
        at(of("gap"), "px", "head", y2="foot").mark_rule(stroke=QUIET, strokeDash=[1, 4]),
        at(of("year"), "px", "foot").encode(text="label:N").mark_text(fill=QUIET, fontSize=SIZE, baseline="top", dy=6),
        *marks,
        *haloed(told.transform_filter("datum.end == 0"), INK, align="left", dx=0, dy=-13, fontWeight=600),
        *haloed(told.transform_filter("datum.end == 1"), INK, align="right", dx=14, dy=-13, fontWeight=600),
        at(of("name"), "start", "head")
        .encode(text="label:N")
        .mark_text(
            fill=INK,
            fontSize=SIZE,
            fontWeight=600,
            align="left",
            baseline="top",
            lineBreak="\n",
            lineHeight=17,
            dx=5 - LEFT,
            dy=-14 - TITLE,
        ),
    )
    spec = framed(layers, words, width=width, height={"step": tall}, padding=PADDING)
    # Of layers that differ in their scales, only the default step is heard.
    looks = spec["config"]["view"] | {"discreteHeight": {"step": tall}}
    return {**spec, "config": spec["config"] | {"view": looks}}


PANELS = Chart("panels", COLUMNS, draw, height)
