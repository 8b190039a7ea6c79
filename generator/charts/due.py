"""When in the year do reports fall due? One line a day of the year, from January to December, with a mark on it."""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import GRID, INK, PLAN, QUIET, SIZE, framed, haloed, tall

COLUMNS = ("key", "kind", "name", "x", "label")
"""`key` is a row's own; `kind` is due_early or due_late (by the half of the year, which says on which side of the mark
there is room for `label`, the day), or month (`x` is its first day, `label` its name). `x` counts days from the
first of January."""

PADDING = {"left": 8, "right": 12, "top": 34, "bottom": 10}
STEP = 50
DAYS = 365


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of days that reports fall due on."""
    return tall(sum(row["kind"] != "month" for row in rows), STEP, PADDING)


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    rows = alt.Chart(alt.NamedData("rows"))
    dues = rows.transform_filter("datum.kind != 'month'")
    months = rows.transform_filter("datum.kind == 'month'")
    inside = width - PADDING["left"] - PADDING["right"]
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("key:N", sort=None, scale=band, axis=None)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, DAYS], nice=False, range=[0, inside]), axis=None)
    low = 14

    def written(kind: str, side: str, shift: int) -> tuple[alt.Chart, alt.Chart]:
        some = rows.transform_filter(f"datum.kind == 'due_{kind}'").encode(x=x, y=y, text="label:N")
        return haloed(some, INK, align=side, dx=shift, yOffset=low, fontWeight=600)

    layers = alt.layer(
        months.encode(x=x).mark_rule(stroke=GRID),
        dues.encode(y=y).mark_rule(stroke=QUIET, x=0, x2="width", yOffset=low),
        months.encode(x=x, text="label:N").mark_text(
            fill=QUIET, fontSize=SIZE, align="left", baseline="top", dx=3, y=-26
        ),
        dues.encode(x=x, y=y).mark_point(
            shape="diamond", size=150, fill=PLAN, stroke=PLAN, strokeWidth=1, opacity=1, yOffset=low
        ),
        *written("early", "left", 12),
        *written("late", "right", -12),
        *haloed(dues.encode(y=y, text="name:N"), INK, align="left", x=0, dy=-7),
    )
    return framed(layers, width=width, height={"step": STEP}, padding=PADDING)


DUE = Chart("due", COLUMNS, draw, height)
