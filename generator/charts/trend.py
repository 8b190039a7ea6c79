"""How has a number of one place moved, year by year, and where did a plan want it?

Years stand to scale. A line joins two years only where the rows say that they may be joined; a break is a dotted
upright with a word over it. Each kind of number has a mark of its own, also without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from .figure import WIDTHS, Chart, Traits, Words
from .sides import SIDES, Spot, sides
from .style import (
    DECIMAL,
    DOTS,
    FINE,
    KINDS,
    LEADING,
    QUIET,
    TARGET,
    across,
    haloed,
    lines_of_kind,
    narrow,
    padding,
    picture,
    point_of_kind,
    rates,
)

if TYPE_CHECKING:
    import altair as alt

NUMBER, BREAK, AIM = "number", "break", "aim"
FIRST, LAST = 32, 30  # from the edges of the plot to the first mark and the last, for half of a number
APART = 42  # from the middle of a year's digits to that of the next: 32 pixels of digits, and air
FULL = 8  # marks that a phone has room to write every number of
RIGHT = 12
ABOVE = 30  # the room over the plot for the number of the highest mark
LANES = 2  # lines that the words of breaks take on a desk; on a phone each takes its own


@dataclass(frozen=True, slots=True)
class Row:
    """A number in percent of a year (`what` is number), a break between two years, or the aim of a plan.

    `kind` is one of `style.KINDS`, and `status` what the page calls it. `from_year` and `from_value` are the number
    that a line comes from. `label` is the number as the page writes it, the word of a break (`order` counts
    them), or what the aim says. `side` is one of SIDES, None where the number is not written; `side_narrow` is that of
    a phone.
    """

    what: str
    year: float | None = None
    value: float | None = None
    label: str | None = None
    kind: str | None = None
    status: str | None = None
    from_year: int | None = None
    from_value: float | None = None
    side: str | None = None
    side_narrow: str | None = None
    order: int | None = None


class Years(NamedTuple):
    """The traits of a trend: its years, those first that must be written; its kinds with their names; its breaks."""

    years: tuple[int, ...]
    kinds: tuple[tuple[str, str], ...]
    breaks: int


def draw(width: int, words: Words, traits: Traits) -> alt.LayerChart:
    """The marks of a trend, its lines and breaks, and the aim."""
    import altair as alt

    found = Years(*traits)
    small, lanes, margins = narrow(width), _lanes(width, found.breaks), _margins(width, found.breaks)
    plot, side = across(width, margins), "side_narrow" if small else "side"
    ends = [min(found.years), max(found.years)]
    axis = alt.Axis(format="d", grid=False, labelFlush=False, labelPadding=8, values=_written(found.years, plot))
    x = alt.X("year:Q", axis=axis).scale(domain=ends, nice=False, zero=False, range=[FIRST, plot - LAST])
    y = alt.Y("value:Q", axis=rates(5, words)).scale(nice=5)
    rows = alt.Chart().encode(x=x)
    breaks = rows.transform_filter(f"datum.what == '{BREAK}'")
    numbers = rows.transform_filter(f"datum.what == '{NUMBER}' && isValid(datum.value)").encode(y=y)
    aim = alt.Chart().transform_filter(f"datum.what == '{AIM}'").encode(y=y)
    lane = f"-{ABOVE} - {LEADING} * ({lanes - 1} - datum.order % {lanes})"
    late = f"datum.year > {sum(ends) / 2} ? "
    names = f"{{{', '.join(f'{kind!r}: {name!r}' for kind, name in found.kinds)}}}[datum.value]"
    legend = alt.Legend(
        values=[kind for kind, _ in found.kinds], labelExpr=names, orient="bottom", direction="horizontal", offset=14,
        columns=4, columnPadding=14, symbolSize=80, symbolStrokeWidth=2, title=None
    )  # fmt: skip

    def place(number: int) -> alt.ExprRef:
        """How far a number stands from its mark, across (0) or down (1)."""
        return alt.expr(f"{ {name: way[number] for name, way in SIDES.items()} }[datum.{side}]")

    aligned = alt.expr(f"{{start: 'left', end: 'right', beside: 'left', before: 'right'}}[datum.{side}] || 'center'")
    told = numbers.transform_filter(f"isValid(datum.{side})").mark_text(
        align=aligned, dx=place(0), dy=place(1), fontWeight=600
    )
    word = breaks.mark_text(
        align=alt.expr(f"{late}'right' : 'left'"), dx=alt.expr(f"{late}4 : -4"), dy=alt.expr(lane), color=QUIET
    )
    return picture(
        breaks.mark_rule(color=QUIET, strokeDash=DOTS).encode(
            y=alt.value("height"), y2=alt.value(alt.expr(f"{lane} + 8"))
        ),
        aim.mark_rule(color=TARGET, strokeWidth=1.5, strokeDash=FINE),
        lines_of_kind(numbers, 2.5, legend),
        *haloed(aim.mark_text(align="left", dy=13, color=TARGET).encode(x=alt.value(4), text=alt.Text("label:N")), 4),
        *haloed(told.encode(text=alt.Text("label:N")), 4),
        *haloed(word.encode(y=alt.value(0), text=alt.Text("label:N")), 4),
        numbers.mark_point(opacity=1, strokeWidth=2, size=80).encode(**point_of_kind(legend)),
        width=plot,
        height=_plot(width),
        margins=margins,
    )


def traits(rows: Sequence[Row]) -> Traits:
    """Its years, kinds and breaks."""
    numbers = [row for row in rows if row.what == NUMBER and row.year is not None]
    years = sorted({int(row.year or 0) for row in numbers})
    gaps = [row.year for row in rows if row.what == BREAK and row.year is not None]
    sides = [end for gap in gaps for end in (max(y for y in years if y <= gap), min(y for y in years if y >= gap))]
    kinds = {row.kind: row.status for row in numbers if row.value is not None}
    return Years(
        tuple(dict.fromkeys((years[0], years[-1], *sides, *years))),
        tuple((kind, kinds[kind] or kind) for kind in reversed(KINDS) if kind in kinds),
        len(gaps),
    )


def height(rows: Sequence[Row], width: int) -> int:
    """The height in CSS pixels, by the number of breaks."""
    margins = _margins(width, sum(row.what == BREAK for row in rows))
    return _plot(width) + margins["top"] + margins["bottom"]


def placed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, each number with the sides on which it has room; where there are many, a phone has none for those that
    stand between others."""
    phone, desk = (_sides(rows, width) for width in WIDTHS)
    return tuple(replace(row, side=desk.get(at), side_narrow=phone.get(at)) for at, row in enumerate(rows))


def _sides(rows: Sequence[Row], width: int) -> dict[int, str | None]:
    """The side of each number in a picture of a width, by the place of its row."""
    numbers = {at: row for at, row in enumerate(rows) if row.what == NUMBER and row.value is not None}
    between = [at for at in numbers if [row.what for row in rows[max(0, at - 1) : at + 2]] == [NUMBER] * 3]
    hidden = between if narrow(width) and len(numbers) > FULL else []
    years = [row.year or 0 for row in numbers.values()]
    plot, most = across(width, _margins(width, 0)), max((row.value or 0 for row in rows), default=0) or 1
    step = (plot - FIRST - LAST) / max(1, max(years, default=0) - min(years, default=0))

    def spot(year: float | None, value: float | None, label: str = "") -> Spot:
        """Where a number of a year stands in the plot, in pixels."""
        return Spot(FIRST + ((year or 0) - min(years)) * step, _plot(width) * (1 - (value or 0) / most), label)

    spots = {at: spot(row.year, row.value, "" if at in hidden else row.label or "") for at, row in numbers.items()}
    lines = [
        (spot(row.from_year, row.from_value), spots[at]) for at, row in numbers.items() if row.from_year is not None
    ]
    aims = [spot(min(years), row.value, row.label or "")._replace(x=4) for row in rows if row.what == AIM]
    breaks = [spot(row.year, 0).x for row in rows if row.what == BREAK]
    chosen = sides(list(spots.values()), lines, aims, breaks, (plot + RIGHT, _plot(width)))
    return dict(zip(spots, chosen, strict=True))


def _lanes(width: int, breaks: int) -> int:
    return max(1, breaks if narrow(width) else min(breaks, LANES))


def _margins(width: int, breaks: int) -> dict[str, int]:
    return padding(ABOVE + LEADING * _lanes(width, breaks), RIGHT, 62, 48)


def _plot(width: int) -> int:
    return 212 if narrow(width) else 266


def _written(years: Sequence[int], plot: int) -> list[int]:
    """The years that can be written: the first of them before all others, as far as there is room."""
    step = (plot - FIRST - LAST) / max(1, max(years) - min(years))
    chosen: list[int] = []
    for year in years:
        if all(abs(year - other) * step >= APART for other in chosen):
            chosen.append(year)
    return sorted(chosen)


TREND = Chart("trend", Row, height, draw, traits, words=(DECIMAL,))
