"""Marks that were laid out before they are drawn: rules, points and words, each a row with its place in pixels.

The specification is the same for every chart that is drawn so: three layers, whatever the rows say. A layer costs the
renderer about a millisecond and a row almost nothing, so a chart of many kinds of mark is far cheaper this way than
with a layer and a filter for each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .figure import Row, Spec
from .frame import PAPER, SIZE, framed

COLUMNS = (
    *("mark", "x", "y", "x2", "y2", "stroke", "width", "dash"),
    *("fill", "shape", "size", "text", "align", "angle", "weight"),
)
"""`mark` is rule, point or words; `x` to `y2` are pixels from the upper left corner of the plot, for words the foot of
the first line. `dash` is as in SVG: `5,4`."""

MIDDLE = 4  # from the middle of a line of words down to its foot, in pixels
HALO = 4  # as wide as the paper around words that stand before a line
LEADING = 17  # from line to line, in pixels


def rule(x: float, y: float, x2: float, y2: float, **look: Any) -> Row:
    """A line between two places. `look` is as `frame.stroke` gives it."""
    return _row(
        mark="rule",
        **{"x": x, "y": y, "x2": x2, "y2": y2},
        stroke=look["stroke"],
        width=look.get("strokeWidth", 1),
        dash=_dash(look.get("strokeDash")),
    )


def point(x: float, y: float, **look: Any) -> Row:
    """A mark at a place. `look` is as `frame.dot` gives it."""
    named = {"fill": look["fill"], "shape": look["shape"], "size": look["size"]}
    return _row(mark="point", x=x, y=y, stroke=look["stroke"], width=look["strokeWidth"], **named)


def words(text: str, x: float, y: float, fill: str, **more: str | int) -> Row:
    """Words whose foot stands at a place; `more` may give `align` (left unless told), `angle` in degrees and `weight`.

    A line break in `text` begins another line.
    """
    return _row(mark="words", x=x, y=y, text=text, fill=fill, **({"align": "left"} | more))


def haloed(some: Iterable[Row]) -> tuple[Row, ...]:
    """Words with paper around them, so that they can be read where a line passes; no halo covers a word of them."""
    told = tuple(some)
    return (*({**one, "fill": PAPER, "stroke": PAPER, "width": HALO} for one in told), *told)


def step(number: int) -> Row:
    """Room for one step more, counted from nought, in a picture that grows with its rows."""
    return _row(mark="step", y=number)


def spec(*, width: int, padding: dict[str, int], height: int = 0, step: int = 0) -> Spec:
    """The specification that draws such rows, on a plot `height` pixels tall, or of steps `step` pixels tall."""
    import altair as alt

    def told(**columns: str) -> dict[str, Any]:
        """Properties of a mark that its row tells, each with its column."""
        return {name: alt.ExprRef(f"datum.{column}") for name, column in columns.items()}

    def of(mark: str) -> alt.Chart:
        return alt.Chart(alt.NamedData("rows")).transform_filter(f"datum.mark == '{mark}'")

    def at(mark: str) -> alt.Chart:
        return of(mark).encode(x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None))

    edge = told(stroke="stroke", strokeWidth="width")
    dash = alt.ExprRef("datum.dash ? split(datum.dash, ',') : null")
    band = alt.Scale(type="band", paddingInner=0, paddingOuter=0)
    layers = alt.layer(
        *([of("step").encode(y=alt.Y("y:O", sort=None, scale=band, axis=None)).mark_rule(opacity=0)] if step else []),
        at("rule").encode(x2=alt.X2("x2"), y2=alt.Y2("y2")).mark_rule(strokeDash=dash, **edge),
        at("point").mark_point(opacity=1, **edge, **told(fill="fill", shape="shape", size="size")),
        at("words")
        .encode(text="text:N")
        .mark_text(
            fontSize=SIZE,
            baseline="alphabetic",
            lineBreak="\n",
            lineHeight=LEADING,
            strokeJoin=alt.ExprRef("datum.stroke ? 'round' : null"),
            **edge,
            **told(fill="fill", align="align", angle="angle", fontWeight="weight"),
        ),
    )
    tall = {"step": step} if step else height - padding["top"] - padding["bottom"]
    spec = framed(layers, width=width, height=tall, padding=padding)
    # Of layers that differ in their scales, only the default step is heard.
    looks = spec["config"]["view"] | ({"discreteHeight": {"step": step}} if step else {})
    return {**spec, "config": spec["config"] | {"view": looks}}


def _dash(lengths: Sequence[int] | None) -> str | None:
    return ",".join(map(str, lengths)) if lengths else None


def _row(**given: str | float | int | None) -> Row:
    empty: dict[str, str | float | int | None] = dict.fromkeys(COLUMNS)
    return {**empty, **given}
