"""The look that all charts share: paints, type and margins, and how each kind of number is drawn without colour.

A paint is a custom property of the theme (`var(--ink)`), so one SVG follows the reader's light or dark screen. Margins
are given and not left to automatic layout, so the size of a picture is known before it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import altair as alt

TOKENS = ("ink", "quiet", "chart-grid", "paper", "chart-result", "chart-plan", "note-soft", "chart-target")
"""The tokens of the theme that charts paint with."""
INK, QUIET, GRID, PAPER, RESULT, PLAN, WASH, TARGET = (f"var(--{token})" for token in TOKENS)

FONT = "Congkhai Sans"
"""The name that the theme's typeface bears inside its TrueType files. No machine has a typeface of this name, so words
are measured and drawn with the theme's own letters, whatever fonts are installed."""
SIZE = 14  # 14 px drawn is 12 px and more as displayed, from a screen of 320 px on
LEADING = 17  # from line to line, in pixels
LINES: Mapping[str, Any] = {"lineBreak": "\n", "lineHeight": LEADING}
"""Of words that may have several lines; looking for them takes a fifth of the time of a picture."""
DASH, DOTS, FINE = [5, 4], [1, 4], [2, 3]
KINDS = ("plan", "estimate", "preliminary", "result")
"""The kinds of number that are drawn apart, the surest last and so on top. `plan` is all that is intended."""
DECIMAL = "format.decimal"  # the word of the interface that separates decimals
NARROW = 500  # pictures under this width are laid out for a phone

CONFIG: Mapping[str, Any] = {
    "aria": False,  # the library's labels are English; the picture gets its own title and description
    "axis": {
        "domain": False,
        "ticks": False,
        "title": None,
        "gridColor": GRID,
        "labelColor": QUIET,
        "labelFontSize": SIZE,
        "labelBound": False,
        "labelLimit": 0,
        "labelOverlap": False,
    },
    "background": PAPER,
    "font": FONT,
    "legend": {"labelColor": INK, "labelFontSize": SIZE, "orient": "top", "title": None},
    "text": {"color": INK, "fontSize": SIZE},
    "view": {"stroke": None},
}


def picture(
    *layers: alt.Chart | alt.LayerChart, width: int, height: int | alt.Step, margins: Mapping[str, int]
) -> alt.LayerChart:
    """Layers, the first one behind, in a plot of a size: all of them draw the one table of rows."""
    import altair as alt

    return layered(*layers, data=alt.NamedData("rows"), autosize="none", width=width, height=height, padding=margins)


def layered(*layers: alt.Chart | alt.LayerChart, **more: Any) -> alt.LayerChart:
    """Layers of one plot, the first one behind."""
    import altair as alt

    return cast("alt.LayerChart", alt.layer(*layers, **more))


def narrow(width: int) -> bool:
    """Whether a picture of this width is laid out for a phone."""
    return width < NARROW


def padding(top: int, right: int, bottom: int, left: int) -> dict[str, int]:
    """The margins of a plot, in CSS pixels."""
    return {"top": top, "right": right, "bottom": bottom, "left": left}


def tall(count: int, step: int, margins: Mapping[str, int]) -> int:
    """The height in CSS pixels of a picture of `count` rows of `step` pixels, with its margins."""
    return count * step + margins["top"] + margins["bottom"]


def across(width: int, margins: Mapping[str, int]) -> int:
    """The width in CSS pixels of a plot between its margins."""
    return width - margins["left"] - margins["right"]


def by_kind(paints: Sequence[Any]) -> dict[str, Any]:
    """A scale from each of KINDS to its paint, shape or dash."""
    return {"domain": list(KINDS), "range": list(paints)}


def bar_of_kind() -> dict[str, Any]:
    """Encodings of a bar: a full one is final; one with a dashed edge preliminary, with a dotted edge estimated; a
    washed one intended."""
    import altair as alt

    return {
        "fill": alt.Fill("kind:N", legend=None).scale(**by_kind([WASH, PAPER, PAPER, RESULT])),
        "stroke": alt.Stroke("kind:N", legend=None).scale(**by_kind([PLAN, RESULT, RESULT, RESULT])),
        "strokeDash": alt.StrokeDash("kind:N", legend=None).scale(**by_kind([[1, 0], [1, 3], DASH, [1, 0]])),
    }


def point_of_kind(legend: alt.Legend | None = None) -> dict[str, Any]:
    """Encodings of a mark: a full disc is final; a hollow diamond preliminary; a hollow triangle estimated; a hollow
    ring intended."""
    import altair as alt

    return {
        "fill": alt.Fill("kind:N", legend=legend).scale(**by_kind([PAPER, PAPER, PAPER, RESULT])),
        "stroke": alt.Stroke("kind:N", legend=legend).scale(**by_kind([PLAN, RESULT, RESULT, RESULT])),
        "shape": alt.Shape("kind:N", legend=legend).scale(**by_kind(["circle", "triangle-up", "diamond", "circle"])),
    }


def lines_of_kind(numbers: alt.Chart, width: float, legend: alt.Legend | None = None) -> alt.Chart:
    """The lines that lead to numbers, from `from_year` and `from_value`: unbroken to what is final, dotted to what is
    not yet, dashed to what is intended."""
    import altair as alt

    # The dash is no encoding, since a legend would draw the edges of its symbols with it.
    dash = alt.expr(f"{dict(zip(KINDS, (DASH, DOTS, DOTS, [1, 0]), strict=True))}[datum.kind]")
    stroke = alt.Stroke("kind:N", legend=legend).scale(**by_kind([PLAN, RESULT, RESULT, RESULT]))
    lines: alt.Chart = numbers.transform_filter("isValid(datum.from_year)").mark_rule(
        strokeWidth=width, strokeDash=dash
    )
    return lines.encode(x2=alt.X2("from_year:Q"), y2=alt.Y2("from_value:Q"), stroke=stroke)


def rates(count: int, words: Mapping[str, str]) -> alt.Axis:
    """An axis of about `count` rates in percent, as the language writes them."""
    import altair as alt

    written = f"replace(datum.label, '.', '{words[DECIMAL]}') + '%'"
    return alt.Axis(tickCount=count, labelExpr=written, labelPadding=6, zindex=0)


def haloed(words: alt.Chart, width: int = 10) -> tuple[alt.Chart, alt.Chart]:
    """Words over paper, which reaches so far around them that a rule is not read as a letter."""
    under = words.copy(deep=False)
    under.mark = words.mark.copy(deep=False)
    under.mark.stroke, under.mark.strokeWidth, under.mark.strokeJoin = PAPER, width, "round"
    return under, words
