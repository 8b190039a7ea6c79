"""A place's rate of poor households over the years: one figure a place and producer of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise

from generator.charts.figure import Figure
from generator.derive.aims import year_of
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.derive.folding import plain
from generator.derive.series import PLANNED, Point, Series, doubled, in_time
from generator.model.places import Place
from generator.model.plan import Target
from generator.site.formats import bound, legible, number, quantity

from ..page import Words
from ..parts.naming import named
from ..parts.tables import period, row_href, standard_name, unprinted
from .sources import Source, dictionary, made_by, of_group, printed_at, row_of, source_of, tidy
from .trend_rows import drawn, kind_of, why

FEWEST = 3  # years that make a trend
LONGEST = 48  # letters of a group's name in an address
MANY = ("region", "province", "commune")
"""The levels of which there are many trends alike: the sets of places show theirs side by side."""


def trends(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each place with the rate of enough years, place by place."""
    for place in facts.site.places.values():
        numbered = facts.series_of.get(place.id, ())
        own = [series for series in numbered if series.indicator == RATE and series.unit == "percent"]
        ids: set[str] = set()
        for producer, item in dict.fromkeys((series.producer, series.item) for series in own):
            parts = in_time(series for series in own if (series.producer, series.item) == (producer, item))
            if len({point.year for series in parts for point in series.points}) >= FEWEST:
                id = _id(place.id, producer, item, ids)
                ids.add(id)
                yield _figure(id, place, parts, facts, lang, words)


def _id(place: str, producer: str, item: str, taken: set[str]) -> str:
    """The address of a trend; two groups whose names differ in marks alone are counted."""
    group = "-".join(plain(item).split())[:LONGEST].rstrip("-")
    id = "-".join(filter(None, (RATE, place, producer, group)))
    twin = next(number for number in count(1) if _twin(id, number) not in taken)
    return _twin(id, twin)


def _twin(id: str, number: int) -> str:
    return id if number == 1 else f"{id}-{number}"


def _figure(id: str, place: Place, parts: list[Series], facts: Facts, lang: str, words: Words) -> Figure:
    site = facts.site
    points = [(series, point) for series in parts for point in series.points]
    observed = [row_of(site.datasets[point.dataset], point.line) for _, point in points]
    target = _target(place, facts, points)
    dataset = points[0][1].dataset
    printed = dict.fromkeys((point.source, point.dataset) for _, point in points)
    sources = tuple(printed_at(*origin, site, lang, words) for origin in printed)
    makers, item = made_by(observed, facts, lang, words), parts[0].item
    whose = of_group(named(place, facts, words), item, words)
    plan = site.plans.get(site.datasets[dataset].plan or "")
    own = plan is None or plan.place == place.id
    columns = ("year", *(("group",) if item else ()), "value", "status", "standard")
    columns += ("territory",) if _moved(parts) else ()
    return Figure(
        id=id,
        lang=lang,
        chart="trend",
        title=_title(whose, parts, own, words),
        alt=_alt(whose, points, target, lang, words),
        about=words[f"figure.trend.about{_base(parts, facts)}"].format(place=whose, producer=makers),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in columns),
        rows=drawn(parts, (float(target.value), _aim(target, words)) if target else None, facts, words),
        table=tuple(
            (
                str(point.year),
                *((item,) if item else ()),
                legible(point.value_printed, point.value, words),
                words[f"figure.status.{point.status}"],
                standard_name(series.standard, facts, lang),
                *((period(series.kind.territory, words),) if _moved(parts) else ()),
            )
            for series, point in points
        ),
        notes=_notes(parts, target, makers, facts, lang, words),
        sources=tuple(dict.fromkeys((*sources, _where(target, facts, lang, words)))) if target else sources,
        dataset=dataset,
        plan=plan.id if plan else None,
        places=(place.id,),
        many=place.level in MANY,
        numeric=("value",),
        made_by=makers,
        data=tidy(observed),
        links=tuple(
            (*("",) * (2 if item else 1), row_href(site.datasets[point.dataset], point.line)) for _, point in points
        ),
    )


def _base(parts: list[Series], facts: Facts) -> str:
    """What a trend is a share of: a group, of what the tables do not print, or nothing where of all households."""
    if parts[0].item:
        return "_group"
    return "_unprinted" if any(unprinted(series.standard, facts) for series in parts) else ""


def _moved(parts: list[Series]) -> bool:
    """Whether the ground of the place changed between the numbers."""
    return len({series.kind.territory for series in parts}) > 1


def _title(whose: str, parts: list[Series], own: bool, words: Words) -> str:
    """The point of the figure, within one series, the last of two numbers or more: from its last result to its last
    plan, or along its results; a year with two numbers has none to tell. Where no two numbers may be compared, that is
    the point.

    `own` tells a place's own plan from one that a unit above made for it.
    """
    clear = [_clear(series) for series in reversed(parts)]
    told = next((points for points in clear if len({point.year for point in points}) > 1), None)
    if told is None:
        return words["figure.trend.title.apart"].format(
            place=whose, count=sum(point.value is not None for series in parts for point in series.points)
        )
    results = [point for point in told if point.status == "result"]
    # What was planned for a year that there is a result of is no more to come.
    planned = [point for point in told if point.status in PLANNED and results and point.year > results[-1].year]
    pair = (results[-1], planned[-1]) if results and planned else (told[0], told[-1])
    kind = "result" if len(results) == len(told) else "mixed"
    if results and planned:
        kind = "plan" if own else "set"
    start, end = pair
    if start.value is None or end.value is None:
        raise ValueError("a trend without a number")
    way = "down" if end.value < start.value else "up" if end.value > start.value else "same"
    return words[f"figure.trend.title.{kind}.{way}"].format(
        place=whose,
        start=number(start.value, words),
        start_year=start.year,
        end=number(end.value, words),
        end_year=end.year,
    )


def _clear(series: Series) -> list[Point]:
    """The numbers of a series of which no other of the same year says something else."""
    twice = {point for points in doubled(series).values() for point in points}
    return [point for point in series.points if point.value is not None and point not in twice]


def _alt(whose: str, points: list[tuple[Series, Point]], target: Target | None, lang: str, words: Words) -> str:
    told = "; ".join(
        words["figure.trend.alt_point"].format(
            year=point.year, value=number(point.value, words), status=words[f"figure.status.{point.status}"]
        )
        for _, point in points
        if point.value is not None
    )
    alt = words["figure.trend.alt"].format(place=whose, points=told)
    return f"{alt} {_aim(target, words).capitalize()}." if target else alt


def _notes(
    parts: list[Series], target: Target | None, makers: str, facts: Facts, lang: str, words: Words
) -> tuple[str, ...]:
    drawn_as = {kind_of(point.status) for series in parts for point in series.points}
    notes = [words[f"figure.note.{kind}"] for kind in ("plan", "preliminary", "estimate") if kind in drawn_as]
    for series, other in pairwise(parts):
        notes += [
            words[f"figure.note.break.{reason}"].format(
                last=series.points[-1].year,
                next=other.points[0].year,
                before=standard_name(series.standard, facts, lang),
                after=standard_name(other.standard, facts, lang),
            )
            for reason in why(series, other, facts)
        ]
    notes += [
        words["figure.note.doubled"].format(
            year=year, numbers="; ".join(_of_source(point, facts, lang, words) for point in numbers)
        )
        for series in parts
        for (year, _), numbers in doubled(series).items()
    ]
    if missing := [year for series in parts for year in _without(series)]:
        notes.append(words["figure.note.no_number"].format(years=", ".join(map(str, missing))))
    notes.append(words["figure.note.producer"].format(producer=makers))
    notes.append(words[f"figure.note.households{_base(parts, facts)}"])
    for dataset in dict.fromkeys(point.dataset for series in parts for point in series.points):
        notes.extend(dictionary(facts.site.datasets[dataset], lang, words))
    if target:
        notes.append(words["figure.note.target"].format(where=_where(target, facts, lang, words)[0]))
    return tuple(notes)


def _of_source(point: Point, facts: Facts, lang: str, words: Words) -> str:
    """A number with its kind and where it is printed."""
    status = words[f"figure.status.{point.status}"]
    where = printed_at(point.source, point.dataset, facts.site, lang, words)[0]
    return f"{legible(point.value_printed, point.value, words)} ({status}; {where})"


def _without(series: Series) -> list[int]:
    """The years within a series that it has no number for."""
    numbered = {point.year for point in series.points if point.value is not None}
    return [year for year in range(series.points[0].year, series.points[-1].year) if year not in numbered]


def _target(place: Place, facts: Facts, points: list[tuple[Series, Point]]) -> Target | None:
    """The target that the plan behind the figure sets in its text for this place and rate, for a year that it shows."""
    if points[0][0].item:
        return None  # a target for all is no line across the numbers of a group
    years = {point.year for _, point in points}
    shown = {facts.site.datasets[point.dataset].plan for _, point in points}
    for plan_id in facts.plans_of.get(place.id, ()):
        if plan_id not in shown:
            continue  # a target is no line across the numbers of another body, of another standard
        plan = facts.site.plans[plan_id]
        for target in plan.targets:
            about = (
                (target.geography or plan.place) == place.id and target.indicator == RATE and target.unit == "percent"
            )
            if about and not target.group and target.target_class == "target" and year_of(target.deadline) in years:
                return target
    return None


def _where(target: Target, facts: Facts, lang: str, words: Words) -> Source:
    """The clause that sets a target."""
    plan = next(plan for plan in facts.site.plans.values() if target in plan.targets)
    return source_of(f"{plan.id}#{target.provision}", facts.site, lang, words)


def _aim(target: Target, words: Words) -> str:
    aimed_at = bound(target.comparator, quantity(target.value, target.unit, words), words)
    return words["figure.trend.target"].format(year=year_of(target.deadline), value=aimed_at)
