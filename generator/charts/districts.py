"""Which unit is to go down by how much in the year, and where is it to stand at the end?

Two panels on one row a unit: the rate at the end, and the reduction in percentage points. Both are intended, so both
are hollow bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from .bars import number_at_end
from .figure import NEGATIVE, Chart, Traits, Words
from .style import FINE, LINES, PLAN, QUIET, TARGET, WASH, across, haloed, layered, narrow, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

BAR = 18
NUMBER = 48  # room before the longest negative bar for its number
WIDE, PHONE = padding(62, 12, 28, 176), padding(62, 10, 28, 14)


@dataclass(frozen=True, slots=True)
class Row:
    """A unit's rate in percent and its cut in percentage points; `kind` is unit, whole (the unit above, a rule across
    the second panel) or head (the labels are headings). The labels are the numbers as the page writes them."""

    order: int | None
    kind: str
    name: str | None
    rate: float | None
    rate_label: str | None
    cut: float | None
    cut_label: str | None


def draw(width: int, _words: Words, traits: Traits) -> alt.LayerChart:
    """Two bars a unit, and the unit above as a rule behind the second ones."""
    import altair as alt

    small, margins = narrow(width), PHONE if narrow(width) else WIDE
    plot, below = across(width, margins), 10 if narrow(width) else 0
    units = alt.Chart().transform_filter("datum.kind == 'unit'").encode(y=alt.Y("order:O", axis=None))
    names = units.mark_text(align="left", dy=-10) if small else units.mark_text(align="right")

    def panel(field: str, start: float, share: float) -> alt.LayerChart:
        """The bars of one number, from a share of the plot on, with their heading and the rule of the whole."""
        left = start * plot
        first = left + (NUMBER if f"{field} {NEGATIVE}" in traits else 0)
        x = alt.X(f"{field}:Q", axis=None).scale(zero=True, nice=False, range=[first, left + share * plot])
        bars, label = units.encode(x=x), f"{field}_label"
        head, whole = (alt.Chart().transform_filter(f"datum.kind == '{kind}'") for kind in ("head", "whole"))
        heading = head.mark_text(align="left", baseline="top", dy=-58, color=QUIET, **LINES)
        layers = [heading.encode(x=alt.value(left), y=alt.value(0), text=alt.Text(f"{label}:N"))]
        if field == "cut":
            rule = whole.encode(x=x)
            layers.append(rule.mark_rule(color=TARGET, strokeWidth=1.5, strokeDash=FINE))
            said = rule.mark_text(baseline="top", dy=6, color=TARGET)
            layers.append(said.encode(y=alt.value("height"), text=alt.Text(f"{label}:N")))
        layers += haloed(number_at_end(bars, field, label, dy=below))
        layers.append(bars.mark_bar(size=BAR, yOffset=below, fill=WASH, stroke=PLAN, strokeWidth=1.5))
        return layered(*layers)

    panels = picture(
        names.encode(x=alt.value(0 if small else -12), text=alt.Text("name:N")),
        panel("rate", 0, 0.28 if small else 0.33),
        panel("cut", 0.52, 0.24 if small else 0.33),
        width=plot,
        height=alt.Step(_step(width)),
        margins=margins,
    )
    return cast("alt.LayerChart", panels.resolve_scale(x="independent"))


def traits(rows: Sequence[Row]) -> Traits:
    """Which numbers of some unit are below nought."""
    return tuple(_negative(rows))


def _negative(rows: Sequence[Row]) -> Iterator[str]:
    for field in ("rate", "cut"):
        if any((getattr(row, field) or 0) < 0 for row in rows if row.kind == "unit"):
            yield f"{field} {NEGATIVE}"


def height(rows: Sequence[Row], width: int) -> int:
    """The height in CSS pixels, by the number of units."""
    return tall(sum(row.kind == "unit" for row in rows), _step(width), PHONE if narrow(width) else WIDE)


def _step(width: int) -> int:
    return 52 if narrow(width) else 34


DISTRICTS = Chart("districts", Row, height, draw, traits)
