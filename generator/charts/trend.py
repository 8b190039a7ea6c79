"""How has a number of one place moved, year by year, and where did a plan want it?

A line joins two years only where the rows say that they may be joined (`from_slot`); a break is an empty column with a
word in it. Each kind of number has a mark of its own (`frame.dot`), also without colour.
"""

from __future__ import annotations

from .figure import Chart, Rows, Spec, Words
from .frame import INK, KINDS, QUIET, TARGET, dot, framed, haloed, narrow, stroke

COLUMNS = ("slot", "value", "label", "kind", "tag", "from_slot", "from_value", "lead", "gap", "low")
"""`slot` is the year, with `#` and a number where a year has more columns than one, or a name with `|` for the empty
column of a break, where `gap` holds its word and `low` is 1 where there is room for it at the foot. `kind` is one of
`frame.KINDS`, or target (a rule across, without slot).
`tag` is the word beside a mark of its kind. `lead` is 1 where the value is written on a phone too."""

PADDING = {"left": 44, "right": 18, "top": 30, "bottom": 34}


def height(_rows: Rows, width: int) -> int:
    """The height in CSS pixels; it does not depend on the rows."""
    return 276 if narrow(width) else 330


def draw(words: Words, width: int) -> Spec:
    """The specification without data."""
    import altair as alt

    rows = alt.Chart(alt.NamedData("rows"))
    year = "indexof(datum.value, '|') < 0 ? split(datum.value, '#')[0] : ''"
    axis = alt.Axis(labelAngle=0, labelPadding=10, labelOverlap="parity", labelExpr=year)
    inside = width - PADDING["left"] - PADDING["right"]
    # The first mark has room for a word below it, the last for its number.
    x = alt.X("slot:O", sort=None, scale=alt.Scale(type="point", padding=0, range=[32, inside - 26]), axis=axis)
    ticks = alt.Axis(grid=True, tickCount=5, labelPadding=8, labelExpr="datum.label + '%'")
    y = alt.Y("value:Q", scale=alt.Scale(zero=True, nice=True), axis=ticks)

    marked = rows.transform_filter("isValid(datum.slot) && isValid(datum.value)")
    joined = marked.transform_filter("isValid(datum.from_slot)").encode(
        x=x, y=y, x2=alt.X2("from_slot"), y2=alt.Y2("from_value")
    )
    dots = marked.encode(x=x, y=y)
    written = dots.transform_filter("datum.lead == 1") if narrow(width) else dots
    tags = dots.transform_filter("isValid(datum.tag)")
    gaps = rows.transform_filter("isValid(datum.gap)").encode(x=x)
    target = rows.transform_filter("datum.kind == 'target'").encode(y=y)

    layers = alt.layer(
        # Every year and every break has its column, with a number or without.
        rows.transform_filter("isValid(datum.slot)").mark_rule(opacity=0).encode(x=x),
        gaps.mark_rule(stroke=QUIET, strokeDash=[1, 4]),
        target.mark_rule(stroke=TARGET, strokeWidth=1.5, strokeDash=[2, 3]),
        *(joined.transform_filter(f"datum.kind == '{kind}'").mark_rule(**stroke(kind)) for kind in KINDS),
        *(dots.transform_filter(f"datum.kind == '{kind}'").mark_point(**dot(kind)) for kind in KINDS),
        *haloed(target.encode(text="label:N"), TARGET, align="left", dy=12, x=4),
        *haloed(gaps.transform_filter("datum.low != 1").encode(text="gap:N"), QUIET, angle=270, align="right", y=0),
        *haloed(
            gaps.transform_filter("datum.low == 1").encode(text="gap:N"),
            QUIET,
            angle=270,
            align="left",
            y="height",
            dx=4,
        ),
        # Rates mostly go down: above to the right and below to the left of a mark no line passes.
        *haloed(tags.transform_filter("datum.kind != 'plan'").encode(text="tag:N"), QUIET, align="right", dx=12, dy=20),
        *haloed(tags.transform_filter("datum.kind == 'plan'").encode(text="tag:N"), QUIET, align="right", dx=-6, dy=15),
        *haloed(written.encode(text="label:N"), INK, align="left", dx=-5, dy=-15, fontWeight=600),
    )
    tall = height((), width) - PADDING["top"] - PADDING["bottom"]
    return framed(layers, words, width=width, height=tall, padding=PADDING)


TREND = Chart("trend", COLUMNS, draw, height)
