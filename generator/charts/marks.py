"""Bars, rules, points and words: a chart lays them out, and one specification draws them for every chart.

The specification has a layer for each kind of mark, whatever the marks say: rules lie behind bars, bars behind points,
points behind words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from .figure import Spec
from .frame import CONFIG, INK, PAPER, SIZE
from .room import around
from .sheet import Look, Mark

COLUMNS = (*Look._fields, *Mark._fields[1:])
"""What the specification may read of a mark."""

MIDDLE = 4  # from the middle of a line of words down to its foot, in pixels
TOP = 11  # from the top of a line of words down to its foot
HALO = 4  # as wide as the paper around words that stand before a line
LEADING = 17  # from line to line, in pixels


def rule(x: float, y: float, x2: float, y2: float, **look: Any) -> Mark:
    """A line between two places. `look` is as `frame.stroke` gives it; it may have an `opacity`."""
    width, dash = look.get("strokeWidth", 1), _dash(look.get("strokeDash"))
    return Mark(Look("rule", None, look["stroke"], width, dash, look.get("opacity")), x, y, x2, y2)


def bar(x: float, y: float, x2: float, y2: float, **look: Any) -> Mark:
    """A rectangle between two corners. `look` is as `frame.inside` gives it."""
    width, dash = look.get("strokeWidth", 1.5), _dash(look.get("strokeDash"))
    # To the hundredth, since the renderer rounds a rectangle by itself.
    (left, right), (top, bottom) = (sorted(round(place, 2) for place in ends) for ends in ((x, x2), (y, y2)))
    return Mark(Look("bar", look["fill"], look["stroke"], width, dash), left, top, right, bottom)


def at_end(text: str, end: float, nought: float, y: float, gap: float) -> Mark:
    """The number of a level bar from `nought` to `end`, outside it: behind its end, before it where it is negative."""
    negative = end < nought
    return words(text, end - gap if negative else end + gap, y, INK, align="right" if negative else "left", weight=600)


def point(x: float, y: float, **look: Any) -> Mark:
    """A mark at a place. `look` is as `frame.dot` gives it."""
    edge = {"stroke": look["stroke"], "width": look["strokeWidth"]}
    return Mark(Look("point", look["fill"], shape=look["shape"], size=look["size"], **edge), x, y)


def words(
    text: str,
    x: float,
    y: float,
    fill: str,
    *,
    align: str = "left",
    angle: int | None = None,
    weight: int | None = None,
) -> Mark:
    """Words whose foot stands at a place. A line break in `text` begins another line."""
    look = Look("words", fill, align=align, angle=angle, weight=weight, lines=text.count("\n"))
    return Mark(look, x, y, text=text)


def haloed(some: Iterable[Mark]) -> tuple[Mark, ...]:
    """Words with paper around them, so that they can be read where a line passes; no halo covers a word of them."""
    told = tuple(some)
    return (*(Mark(_halo(one.look), *one[1:]) for one in told), *told)


@lru_cache(maxsize=256)
def _halo(look: Look) -> Look:
    return look._replace(fill=None, stroke=PAPER, width=HALO)


def plated(one: Mark) -> tuple[Mark, Mark]:
    """A line of words on a plate of paper, where a rule leads through: between letters it would be read as one."""
    box = around(one)
    across, down = (2, 5) if one.look.angle else (5, 2)
    return bar(box.left - across, box.top - down, box.right + across, box.bottom + down, fill=PAPER, stroke=PAPER), one


def draw(width: int, height: int, left: int, top: int) -> Spec:
    """The specification that draws marks: a picture of a size in pixels, the upper left corner of its plot at (`left`,
    `top`)."""
    import altair as alt

    def told(**columns: str) -> dict[str, Any]:
        """Properties of a mark that its row tells, each with its column."""
        return {name: alt.ExprRef(f"datum.{column}") for name, column in columns.items()}

    def at(mark: str) -> alt.Chart:
        rows = alt.Chart(alt.NamedData("rows")).transform_filter(f"datum.mark == '{mark}'")
        return rows.encode(x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None))

    def to(mark: str) -> alt.Chart:
        return at(mark).encode(x2=alt.X2("x2"), y2=alt.Y2("y2"))

    edge = told(stroke="stroke", strokeWidth="width", opacity="opacity")
    dash = alt.ExprRef("datum.dash ? split(datum.dash, ',') : null")
    layers = alt.layer(
        to("rule").mark_rule(strokeDash=dash, **edge),
        to("bar").mark_rect(strokeDash=dash, **edge, **told(fill="fill")),
        at("point").mark_point(**edge, **told(fill="fill", shape="shape", size="size")),
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
    padding = {"left": left, "top": top, "right": 0, "bottom": 0}
    chart = layers.properties(width=width - left, height=height - top, padding=padding)
    # Validation takes two thirds of the time of drawing; a test validates it instead.
    return {**chart.to_dict(validate=False), "config": CONFIG}


def _dash(lengths: Sequence[int] | None) -> str | None:
    return ",".join(map(str, lengths)) if lengths else None
