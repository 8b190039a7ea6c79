"""Which unit is to go down by how much in the year, and where is it to stand at the end?

Two panels on one row a unit: the rate at the end, and the reduction in percentage points. Both are intended, so both
are hollow bars.
"""

from __future__ import annotations

from .figure import Chart, Rows, Spec
from .frame import INK, PLAN, QUIET, SIZE, TARGET, WASH, framed, haloed, narrow, tall

COLUMNS = ("kind", "name", "rate", "rate_label", "cut", "cut_label")
"""`kind` is unit, whole (the unit above, a rule across the second panel) or head (the labels are headings)."""

WIDE = {"left": 164, "right": 12, "top": 62, "bottom": 28}
PHONE = {"left": 14, "right": 10, "top": 62, "bottom": 28}


def height(rows: Rows, width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(sum(row["kind"] == "unit" for row in rows), _step(width), _padding(width))


def _step(width: int) -> int:
    return 52 if narrow(width) else 34


def _padding(width: int) -> dict[str, int]:
    return PHONE if narrow(width) else WIDE


def draw(width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    small = narrow(width)
    padding, step = _padding(width), _step(width)
    inside = width - padding["left"] - padding["right"]
    first, second = (0.0, inside * 0.52)
    ends = (first + inside * (0.28 if small else 0.33), second + inside * (0.24 if small else 0.33))

    rows = alt.Chart(alt.NamedData("rows"))
    units = rows.transform_filter("datum.kind == 'unit'")
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    y = alt.Y("name:N", sort=None, scale=band, axis=None)
    lower = 10 if small else 0

    def panel(field: str, start: float, end: float) -> list[alt.Chart]:
        x = alt.X(f"{field}:Q", scale=alt.Scale(zero=True, nice=False, range=[start, end]), axis=None)
        bars = units.encode(x=x, y=y)
        head = rows.transform_filter("datum.kind == 'head'").encode(text=f"{field}_label:N")
        return [
            bars.mark_bar(fill=WASH, stroke=PLAN, strokeWidth=1.5, height=18, yOffset=lower),
            *haloed(bars.encode(text=f"{field}_label:N"), INK, fontWeight=600, align="left", dx=7, yOffset=lower),
            head.mark_text(
                fill=QUIET, fontSize=SIZE, align="left", baseline="top", lineBreak="\n", lineHeight=17, x=start, y=-56
            ),
        ]

    whole = rows.transform_filter("datum.kind == 'whole'").encode(
        x=alt.X("cut:Q", scale=alt.Scale(zero=True, nice=False, range=[second, ends[1]]), axis=None)
    )
    names = units.encode(y=y, text="name:N")
    layers = alt.layer(
        alt.layer(*panel("rate", first, ends[0])),
        alt.layer(
            whole.mark_rule(stroke=TARGET, strokeWidth=1.5, strokeDash=[2, 3]),
            *panel("cut", second, ends[1]),
            *haloed(
                whole.encode(text="cut_label:N"),
                TARGET,
                align="center",
                baseline="top",
                y=alt.ExprRef("height + 6"),
            ),
        ),
        names.mark_text(fill=INK, fontSize=SIZE, align="left", x=0, dy=-14)
        if small
        else names.mark_text(fill=INK, fontSize=SIZE, align="right", x=-12),
    ).resolve_scale(x="independent")
    return framed(layers, width=width, height={"step": step}, padding=padding)


DISTRICTS = Chart("districts", COLUMNS, draw, height)
