"""Which of several places has more, in one year? A bar a place, its name above it, its number at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .figure import NEGATIVE, Chart, Traits, Words
from .style import across, bar_of_kind, padding, picture, tall

if TYPE_CHECKING:
    import altair as alt

STEP, BAR = 50, 18
NUMBER = 110  # room outside the longest bar for its number with a word that bounds it
MARGINS = padding(0, 6, 8, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """A place: `kind` is one of `style.KINDS`; `label` is the number as the page writes it."""

    order: int
    name: str
    kind: str
    value: float
    label: str


def draw(width: int, _words: Words, traits: Traits) -> alt.LayerChart:
    """A bar a row."""
    import altair as alt

    plot = across(width, MARGINS)
    x = alt.X("value:Q", axis=None).scale(nice=False, range=[NUMBER if NEGATIVE in traits else 0, plot - NUMBER])
    places = alt.Chart().encode(y=alt.Y("order:O", axis=None))
    below = places.encode(x=x)
    return picture(
        places.mark_text(align="left", dy=-10).encode(x=alt.value(0), text=alt.Text("name:N")),
        below.mark_bar(size=BAR, yOffset=13, strokeWidth=1.5).encode(**bar_of_kind()),
        number_at_end(below, dy=13),
        width=plot,
        height=alt.Step(STEP),
        margins=MARGINS,
    )


def number_at_end(bars: alt.Chart, field: str = "value", label: str = "label", **place: Any) -> alt.Chart:
    """The number of a level bar, outside it: behind its end, before it where it is negative."""
    import altair as alt

    end = f"datum.{field} < 0 ? "
    side: dict[str, Any] = {"align": alt.expr(f"{end}'right' : 'left'"), "dx": alt.expr(f"{end}-8 : 8")}
    numbers: alt.Chart = bars.mark_text(**side, fontWeight=600, **place)
    return numbers.encode(text=alt.Text(f"{label}:N"))


def traits(rows: Sequence[Row]) -> Traits:
    """Whether some bar leads to the left."""
    return (NEGATIVE,) if any(row.value < 0 for row in rows) else ()


def height(rows: Sequence[Row], _width: int) -> int:
    """The height in CSS pixels, by the number of places."""
    return tall(len(rows), STEP, MARGINS)


BARS = Chart("bars", Row, height, draw, traits)
