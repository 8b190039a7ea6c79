"""The places of one table side by side: from their last result to what the plan wants."""

from collections.abc import Iterator

from generator.charts.communes import Row
from generator.charts.figure import Figure
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.model.tables import Dataset, Observation
from generator.site.wording import localized

from ..page import Words
from ..parts.tables import row_href
from .sources import dictionary, made_by, name_of, shown, size, sources, tidy

FEWEST = 3  # places that make a comparison
PLANNED = ("plan", "target")
Pair = tuple[Observation, Observation]  # where a place starts, and where it is to end


def starts_and_ends(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each table that holds results and plans of many places."""
    for dataset in facts.site.datasets.values():
        yield from _figures(dataset, facts, lang, words)


def _figures(dataset: Dataset, facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The last result and the last plan of every place, of one standard; the printed total apart."""
    rates = [
        row
        for row in dataset.rows
        if row.indicator == RATE and row.unit == "percent" and row.value is not None and not row.of
    ]
    results = [row for row in rates if row.status == "result"]
    planned = [row for row in rates if row.status in PLANNED]
    if not results or not planned:
        return
    first, last = max(row.year for row in results), max(row.year for row in planned)
    end_of = {row.place: row for row in planned if row.year == last}
    pairs = [(row, end_of[row.place]) for row in results if row.year == first and row.place in end_of]
    pairs = [(start, end) for start, end in pairs if (start.standard, start.producer) == (end.standard, end.producer)]
    units = sorted((pair for pair in pairs if pair[0].row == "unit"), key=lambda pair: (-size(pair[0]), pair[0].order))
    if len(units) < FEWEST:
        return
    totals = [pair for pair in pairs if pair[0].row == "total"]
    result, plan = words[f"figure.status.{units[0][0].status}"], words[f"figure.status.{units[0][1].status}"]
    rows = [_row(None, "head", None, units[0], f"{first}\n{result}", f"{last}\n{plan}")]
    for pair in totals:
        labels = (words["figure.communes.whole"].format(value=shown(end, words)) for end in pair)
        rows.append(_row(None, "whole", pair[0].place_name, pair, *labels))
    for order, pair in enumerate(units):
        rows.append(_row(order, "unit", pair[0].place_name, pair, *(shown(end, words) for end in pair)))
    top = units[0]
    same = size(top[1]) == max(size(end) for _, end in units)
    whole = name_of(totals[0][0], facts, words) if totals else localized(dataset.title, lang)
    values = {
        "name": name_of(top[0], facts, words),
        "whole": whole,
        "count": len(units),
        "start": shown(top[0], words),
        "start_year": first,
        "end": shown(top[1], words),
        "end_year": last,
    }
    used = [row for pair in (*units, *totals) for row in pair]
    yield Figure(
        id=f"{dataset.id}-so-sanh",
        lang=lang,
        chart="communes",
        title=words[f"figure.communes.title.{'same' if same else 'start'}"].format(**values),
        about=words["figure.communes.about"].format(**values),
        alt=words["figure.communes.alt"].format(
            **values,
            low=name_of(units[-1][0], facts, words),
            low_start=shown(units[-1][0], words),
            low_end=shown(units[-1][1], words),
        ),
        columns=(
            ("place", words["figure.column.place"]),
            ("start", f"{first} ({result})"),
            ("end", f"{last} ({plan})"),
        ),
        rows=tuple(rows),
        table=tuple((start.place_name, start.value_printed, end.value_printed) for start, end in (*units, *totals)),
        notes=(
            words["figure.note.plan"],
            words["figure.note.sorted"],
            *((words["figure.note.total"],) if totals else ()),
            words["figure.note.households"],
            *dictionary(dataset, lang, words),
        ),
        sources=sources(dataset.id, used, facts.site, lang, words),
        dataset=dataset.id,
        plan=dataset.plan,
        places=tuple(dict.fromkeys(row.place for row in used)),
        numeric=("start", "end"),
        made_by=made_by(used, facts, lang, words),
        data=tidy(used),
        links=tuple(
            ("", row_href(dataset, start.line), row_href(dataset, end.line)) for start, end in (*units, *totals)
        ),
    )


def _row(order: int | None, kind: str, name: str | None, pair: Pair, start: str, end: str) -> Row:
    return Row(order, kind, name, size(pair[0]), start, size(pair[1]), end)
