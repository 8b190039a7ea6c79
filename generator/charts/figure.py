"""A chart, and a figure: that chart filled with rows, with all that is said about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .style import CONFIG

if TYPE_CHECKING:
    import altair as alt

Words = Mapping[str, str]
SPECIFICATION = ".vl.json"  # how the address of a published specification ends
VEGA = ".vg.json"  # how the address of a specification for scripts ends: compiled, and without rows
WIDTHS = (340, 720)  # CSS pixels: a phone's and a desk's; a label is never under 12 px as displayed
Traits = tuple[Any, ...]
"""What of the rows decides how a chart is drawn, beside their values: pictures of the same traits are compiled once."""
NEGATIVE = "negative"  # some number is below nought, so that its bar leads to the left
Draw = Callable[[int, Words, Traits], "alt.LayerChart | alt.FacetChart"]


def _no_traits(_rows: Sequence[Any]) -> Traits:
    return ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One question a chart answers, in the grammar of graphics.

    `row` is the type of its rows. `height(rows, width)` is the height in CSS pixels, so that a page can keep the place
    of a picture that is not yet loaded. `draw(width, words, traits)` is the Altair chart, whose data is the named
    source "rows"; `words` are the keys of the interface that it draws.
    """

    name: str
    row: type
    height: Callable[[Sequence[Any], int], int]
    draw: Draw
    traits: Callable[[Sequence[Any]], Traits] = _no_traits
    words: tuple[str, ...] = ()

    def template(self, words: Words, width: int, traits: Traits) -> dict[str, Any]:
        """The Vega-Lite specification without rows: they are filled in when it is drawn, or published."""
        # Validation takes as long as drawing; a test validates instead.
        return {**self.draw(width, words, traits).to_dict(validate=False), "config": dict(CONFIG)}


SIDE_BY_SIDE = ("panels", "bars")
"""The charts of sets of places, which have pages of their own under /so-sanh/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart about something: `rows` are the drawn data and the table under it; `title` says the point.

    `id` is its address under /bieu-do/. `places`, `plan` and `dataset` tell what it is about; `dataset` is None where
    it is drawn from the plans' own words. `sources` are links (label, href). `notes` are sentences that a reader must
    know (breaks, standards, what is plan and what is result). `about` says in one line what is measured, where and
    when. `many` is True where it is one of many alike, which are listed and not shown.
    `numeric` are the keys of columns whose cells are numbers. `made_by` says who made the numbers, in words; nothing
    where the plans' own words are counted.
    """

    id: str
    lang: str
    chart: str
    title: str
    alt: str
    columns: tuple[tuple[str, str], ...]  # key and heading of the table under the chart, in order
    rows: tuple[Any, ...]  # what the chart draws
    table: tuple[tuple[str, ...], ...]  # what the table says, as printed, a cell a column
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    dataset: str | None
    plan: str | None
    places: tuple[str, ...]
    about: str = ""
    many: bool = False
    numeric: tuple[str, ...] = ()
    made_by: str = ""
    data: tuple[tuple[str, ...], ...] = ()  # the CSV of the figure: its first row names the columns
    links: tuple[tuple[str, ...], ...] = ()  # where each cell of the table stands: an address, or nothing

    @property
    def png(self) -> bool:
        """Whether its picture is made in pixels too, which takes as long as thirty pages; of the others the reader's
        browser makes it from the SVG."""
        return not self.many and self.chart not in SIDE_BY_SIDE

    @property
    def forms(self) -> tuple[str, ...]:
        """How the addresses of the files end that can be taken along of it."""
        return (".svg", *((".png",) if self.png else ()), ".csv", SPECIFICATION)
