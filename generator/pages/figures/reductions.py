"""What a plan asks of each place: the fall of its rate, and where the rate is to stand at the end of the year."""

from collections.abc import Iterator

from generator.charts.districts import Row
from generator.charts.figure import Figure
from generator.derive.exact import RATE, RATE_CUT
from generator.derive.facts import Facts
from generator.model.tables import Dataset

from ..page import Words
from ..parts.tables import row_href
from .sources import bounded, dictionary, made_by, name_of, shown, size, sources, tidy

FEWEST = 3  # places that make a comparison
PLANNED = ("plan", "target")


def reductions(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each table that asks a reduction of many places in one year."""
    for dataset in facts.site.datasets.values():
        yield from _figures(dataset, facts, lang, words)


def _figures(dataset: Dataset, facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """What a plan asks of each place: the rate at the end, and the fall in percentage points."""
    cuts = [row for row in dataset.rows if row.indicator == RATE_CUT and row.value is not None and not row.of]
    years = {row.year for row in cuts}
    if len(years) != 1 or any(row.status not in PLANNED for row in cuts):
        return
    year = years.pop()
    rate_of = {
        row.place: row
        for row in dataset.rows
        if row.indicator == RATE and row.year == year and row.value is not None and not row.of
    }
    units = [(rate_of[row.place], row) for row in cuts if row.row == "unit" and row.place in rate_of]
    if len(units) < FEWEST:
        return
    units.sort(key=lambda pair: (-size(pair[0]), pair[0].order))
    totals = [row for row in cuts if row.row == "total"]
    status = words[f"figure.status.{units[0][0].status}"]
    heads = [
        words[f"figure.districts.{key}"].format(year=year, status=status).replace("|", "\n") for key in ("rate", "cut")
    ]
    rows = [Row(None, "head", None, None, heads[0], None, heads[1])]
    for row in totals:
        rows.append(
            Row(None, "whole", row.place_name, None, None, size(row), f"{row.place_name}: {bounded(row, words)}")
        )
    for order, (rate, cut) in enumerate(units):
        labels = shown(rate, words) + "%", bounded(cut, words)
        rows.append(Row(order, "unit", rate.place_name, size(rate), labels[0], size(cut), labels[1]))
    most, least = units[0][0], units[-1][0]
    values = {
        "year": year,
        "count": len(units),
        "most": name_of(most, facts, words),
        "most_rate": shown(most, words),
        "least": name_of(least, facts, words),
        "least_rate": shown(least, words),
    }
    used = [row for pair in units for row in pair] + totals
    yield Figure(
        id=f"{dataset.id}-muc-giam",
        lang=lang,
        chart="districts",
        title=words["figure.districts.title"].format(**values),
        about=words["figure.districts.about"].format(**values, status=status),
        alt=words["figure.districts.alt"].format(
            **values,
            points="; ".join(
                words["figure.districts.alt_point"].format(
                    place=name_of(rate, facts, words), rate=shown(rate, words), cut=bounded(cut, words)
                )
                for rate, cut in units
            ),
        ),
        columns=(
            ("place", words["figure.column.place"]),
            ("rate", heads[0].replace("\n", " ")),
            ("cut", heads[1].replace("\n", " ")),
        ),
        rows=tuple(rows),
        table=(
            *((rate.place_name, rate.value_printed, cut.value_printed) for rate, cut in units),
            *((row.place_name, words["figure.not_printed"], row.value_printed) for row in totals),
        ),
        notes=(
            words["figure.note.all_plan"],
            words["figure.note.points"],
            words["figure.note.sorted"],
            words["figure.note.households"],
            *dictionary(dataset, lang, words),
        ),
        sources=sources(dataset.id, used, facts.site, lang, words),
        dataset=dataset.id,
        plan=dataset.plan,
        places=tuple(dict.fromkeys(row.place for row in used)),
        numeric=("rate", "cut"),
        made_by=made_by(used, facts, lang, words),
        data=tidy(used),
        links=(
            *(("", row_href(dataset, rate.line), row_href(dataset, cut.line)) for rate, cut in units),
            *(("", "", row_href(dataset, row.line)) for row in totals),
        ),
    )
