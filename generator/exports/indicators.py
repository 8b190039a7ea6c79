"""All numbers of an indicator in one CSV, each with the ground that it is of and the row of the dataset it is from."""

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.derive.series import Point
from generator.model.output import Output
from generator.model.tables import COLUMNS, Observation
from generator.site.urls import URLS

from .opendata import Download
from .recipes import CsvRecipe

ADDED = (
    "comparator", "item", "row", "territory_from", "territory_to", "dataset", "dataset_line", "attribution", "span",
)  # fmt: skip
"""What follows the columns that every dataset begins with. The territory is that of the place between two changes of
its borders; an open end is empty."""


def outputs(facts: Facts) -> Iterator[Output]:
    """A CSV for every indicator with numbers."""
    for indicator in dict.fromkeys(series.indicator for series in facts.series):
        yield Output(URLS.indicator_csv(indicator), CsvRecipe(), ((*COLUMNS, *ADDED), tuple(_rows(indicator, facts))))


def downloads(indicator: str, facts: Facts) -> tuple[Download, ...]:
    """What a reader may take along of an indicator; nothing where the portal has no numbers of it."""
    return (
        (Download("csv", URLS.indicator_csv(indicator)),)
        if any(series.indicator == indicator for series in facts.series)
        else ()
    )


def _rows(indicator: str, facts: Facts) -> Iterator[tuple[str, ...]]:
    """The rows as the datasets have them, series by series."""
    lines = {
        (dataset.id, row.line): row
        for dataset in facts.site.datasets.values()
        for row in dataset.rows
        if row.indicator == indicator
    }
    for series in facts.series:
        if series.indicator == indicator:
            for point in series.points:
                yield _cells(point, lines[point.dataset, point.line])


def _cells(point: Point, row: Observation) -> tuple[str, ...]:
    ground = point.kind.territory
    own = tuple("" if (value := getattr(row, name)) is None else str(value) for name in COLUMNS)
    since, until = (day.isoformat() if day else "" for day in (ground.since, ground.until))
    return (
        *own,
        row.comparator,
        row.item,
        row.row,
        since,
        until,
        point.dataset,
        str(point.line),
        row.attribution,
        row.span,
    )
