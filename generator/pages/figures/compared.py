"""Places side by side, a panel each: what may be compared of a set of places, a figure for each body that measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from textwrap import wrap

from generator.charts.bars import Row as Bar
from generator.charts.figure import Figure
from generator.charts.panels import Row as Panel
from generator.derive.comparison import Comparison, PlaceSet, compare
from generator.derive.facts import Facts
from generator.derive.series import STATUSES, Point, Series, differ, in_time, lines
from generator.model.places import Place
from generator.site.formats import bound, day, legible, number

from ..page import Words
from ..parts.naming import named, place_name
from ..parts.tables import indicator_name, row_href, standard_name, unprinted
from .sources import made_by, printed_at, row_of, tidy
from .trend_rows import kind_of

WRITTEN = 0.32  # of a panel's width, as wide as a number
NAME = 13  # letters in a line of a name: they fit over a panel in a wide typeface too, where a reader has not ours
RATES = ("percent", "percentage_point")
"""Counts say more of how many people a place has than of how poor they are, so rates alone are drawn side by side."""


def compared(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each set, rate and producer with two places or more that may be compared."""
    for place_set in facts.sets:
        for indicator in measured(facts):
            for comparison in compare(place_set.members, facts.series_of, indicator)[0]:
                if comparison.unit in RATES and not comparison.item:
                    yield _figure(place_set, comparison, facts, lang, words)


def measured(facts: Facts) -> tuple[str, ...]:
    """The indicators that there are numbers of, in the order in which the datasets first show them."""
    return tuple(dict.fromkeys(comparison.indicator for comparison in facts.series))


def id_of(place_set: PlaceSet, comparison: Comparison) -> str:
    """The address of a set's figure."""
    return f"so-sanh-{place_set.id}-{comparison.indicator}-{comparison.producer}"


def set_name(place_set: PlaceSet, facts: Facts, words: Words) -> str:
    """What a set is: the provinces of a region, the districts of a province."""
    member, whole = facts.site.places[place_set.members[0]], facts.site.places[place_set.whole]
    name = named(whole, facts, words)
    if whole.valid_to:
        name = words["compare.ended"].format(place=name, day=day(whole.valid_to, words))
    return words[f"compare.set.{member.level}"].format(place=name)


def _figure(place_set: PlaceSet, comparison: Comparison, facts: Facts, lang: str, words: Words) -> Figure:
    site = facts.site
    points = [(series, point) for panel in comparison.panels for series in panel.series for point in series.points]
    rows = [row_of(site.datasets[point.dataset], point.line) for _, point in points]
    years = sorted({point.year for _, point in points})
    makers = made_by(rows, facts, lang, words)
    values = {
        "set": set_name(place_set, facts, words),
        "what": indicator_name(comparison.indicator, facts, lang),
        "count": len(comparison.panels),
        "years": "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))),
        "producer": makers,
        "kinds": _kinds(points, words),
        "unit": words[f"indicator.unit.{comparison.unit}"],
    }
    chart = "panels" if len(years) > 1 else "bars"
    columns = ("place", "year", "value", "status", "standard")
    return Figure(
        id=id_of(place_set, comparison),
        lang=lang,
        chart=chart,
        title=words["figure.panels.title"].format(**values),
        about=words[f"figure.{chart}.about"].format(**values),
        alt=words["figure.panels.alt"].format(**values, points=_told(comparison, facts, words)),
        columns=tuple((key, words[f"figure.column.{'rate' if key == 'value' else key}"]) for key in columns),
        rows=tuple(_panels(comparison, facts, words) if chart == "panels" else _bars(points, facts, words)),
        table=tuple(
            (
                place_name(series.place, facts),
                str(point.year),
                legible(point.value_printed, point.value, words),
                words[f"figure.status.{point.status}"],
                standard_name(series.standard, facts, lang),
            )
            for series, point in points
        ),
        notes=tuple(_notes(comparison, makers, facts, lang, words)),
        sources=tuple(
            printed_at(*source, site, lang, words) for source in dict.fromkeys((p.source, p.dataset) for _, p in points)
        ),
        dataset=points[0][1].dataset,
        plan=site.datasets[points[0][1].dataset].plan,
        places=tuple(panel.place for panel in comparison.panels),
        numeric=("value",),
        made_by=makers,
        data=tidy(rows),
        links=tuple(("", "", row_href(site.datasets[point.dataset], point.line)) for _, point in points),
    )


def _bars(points: list[tuple[Series, Point]], facts: Facts, words: Words) -> Iterator[Bar]:
    """Numbers of one year, the largest first. There is room for a sign of percent, not for words: the figure's subtitle
    says the unit."""
    ordered = sorted(points, key=lambda pair: -(pair[1].value or 0))
    for order, (series, point) in enumerate(ordered):
        if point.value is not None:
            written = number(point.value, words) + ("%" if series.unit == "percent" else "")
            label = bound(point.comparator, written, words)
            yield Bar(order, place_name(series.place, facts), kind_of(point.status), float(point.value), label)


def _panels(comparison: Comparison, facts: Facts, words: Words) -> Iterator[Panel]:
    """Each place's numbers, lines and breaks; a new standard is a break in every panel."""
    every = [series for panel in comparison.panels for series in panel.series]
    years = [point.year for series in every for point in series.points]
    near = WRITTEN * (max(years) - min(years))
    names = short_names([panel.place for panel in comparison.panels], facts, words)
    for number_of_panel, panel in enumerate(comparison.panels):
        name = "\n".join(wrap(names[panel.place], NAME, break_long_words=False, break_on_hyphens=False))
        moved = [
            (before.points[-1].year + after.points[0].year) / 2
            for before, after in pairwise(panel.series)
            if "standard" not in differ(before.kind, after.kind)
        ]
        for year in (*_new_standards(every), *moved):
            yield Panel(number_of_panel, name, "break", year)
        marks = [point for series in panel.series for point in series.points if point.value is not None]
        starts = {line.end: line.start for series in panel.series for line in lines(series)}
        for point in marks:
            start = starts.get(point)
            written = point in (marks[0], marks[-1])
            covered = [float(other.value or 0) for other in marks if abs(other.year - point.year) <= near]
            yield Panel(
                number_of_panel,
                name,
                kind_of(point.status),
                point.year,
                float(point.value or 0),
                start.year if start else None,
                float(start.value or 0) if start else None,
                number(point.value or 0, words) if written else None,
                max(covered) if written else None,
                last=point.year - min(years) > max(years) - point.year,
            )


def _new_standards(every: list[Series]) -> Iterator[float]:
    """The middle between the last year of a standard and the first of the next."""
    years: dict[str, list[int]] = {}
    for series in in_time(every):
        years.setdefault(series.standard, []).extend(point.year for point in series.points)
    for before, after in pairwise(years.values()):
        yield (max(before) + min(after)) / 2


def short_names(ids: list[str], facts: Facts, words: Words) -> dict[str, str]:
    """The names of places without their kind, but where two would be called the same: those tell their last day."""
    places = [facts.site.places[id] for id in ids]
    often = Counter(place.name for place in places)
    return {place.id: place.name if often[place.name] == 1 else _full_name(place, words) for place in places}


def _full_name(place: Place, words: Words) -> str:
    if place.valid_to is None:
        return place.full_name
    return words["compare.ended"].format(place=place.full_name, day=day(place.valid_to, words))


def _told(comparison: Comparison, facts: Facts, words: Words) -> str:
    """The first and the last number of each place, in words."""
    said = []
    for panel in comparison.panels:
        points = [point for series in panel.series for point in series.points if point.value is not None]
        ends = dict.fromkeys((points[0], points[-1]))
        numbers = ", ".join(
            words["figure.trend.alt_point"].format(
                year=point.year, value=number(point.value or 0, words), status=words[f"figure.status.{point.status}"]
            )
            for point in ends
        )
        said.append(f"{named(facts.site.places[panel.place], facts, words)}: {numbers}")
    return "; ".join(said)


def _kinds(points: list[tuple[Series, Point]], words: Words) -> str:
    """What kinds of number there are, what is final first, in words: `kết quả và chỉ tiêu kế hoạch`."""
    found = {point.status for _, point in points}
    *first, last = [words[f"figure.panels.kind.{status}"] for status in STATUSES if status in found]
    return words["figure.panels.and"].format(first=", ".join(first), last=last) if first else last


def _notes(comparison: Comparison, makers: str, facts: Facts, lang: str, words: Words) -> Iterator[str]:
    every = in_time(series for panel in comparison.panels for series in panel.series)
    kinds = {kind_of(point.status) for series in every for point in series.points}
    yield words["figure.panels.note_same"]
    standards = list(dict.fromkeys(series.standard for series in every))
    if len(standards) > 1:
        names = "; ".join(standard_name(standard, facts, lang) for standard in standards)
        yield words["figure.panels.note_standards"].format(standards=names)
    if any(unprinted(standard, facts) for standard in standards):
        yield words["figure.note.households_unprinted"]
    for panel in comparison.panels:
        for before, after in pairwise(panel.series):
            if "territory" in differ(before.kind, after.kind):
                yield words["figure.panels.note_territory"].format(
                    place=named(facts.site.places[panel.place], facts, words),
                    last=before.points[-1].year,
                    next=after.points[0].year,
                )
    if kinds == {"plan"}:
        yield words["figure.panels.note_planned"]
    for kind in ("plan", "preliminary", "estimate"):
        if kind in kinds and kinds != {"plan"}:
            yield words[f"figure.note.{kind}"]
    yield words["figure.note.producer"].format(producer=makers)
