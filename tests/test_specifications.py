"""The specifications of the portal's charts hold what its tables and CSV files say, and its pictures can be read."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import altair
import pytest

from generator.charts import CHARTS
from generator.charts.figure import SPECIFICATION, WIDTHS, Figure
from generator.model.tables import COLUMNS
from generator.pages.figures import figures
from generator.site.formats import legible
from generator.site.urls import URLS
from tests.pictures import faults
from tests.portal import facts, outputs, words

MOST = 16
"""Pictures that may have words which touch or are cut, in a wide typeface."""
NUMBERS = ("value", "start", "end", "rate", "cut", "commitments")
HEADINGS = ("head", "break", "aim")
"""Kinds of row that repeat a number, or have one of their own."""


def made(path: str) -> bytes:
    """A file of the portal."""
    output = outputs()[path]
    return output.recipe(output.given)


def some() -> Iterator[Figure]:
    """Up to four figures of each chart."""
    count: Counter[str] = Counter()
    for figure in figures(facts(), "vi", words("vi")):
        count[figure.chart] += 1
        if count[figure.chart] <= 4:
            yield figure


def drawn(spec: dict[str, Any]) -> Counter[float]:
    """The numbers that a specification draws."""
    rows = [row for row in spec["data"]["values"] if not {row.get("what"), row.get("kind")} & set(HEADINGS)]
    return Counter(float(row[name]) for row in rows for name in NUMBERS if row.get(name) is not None)


def test_specification_table_and_csv_hold_the_same_values() -> None:
    """Of every kind of chart: what is drawn, what stands under it, and what is taken along."""
    kinds = set()
    for figure in figures(facts(), "vi", words("vi")):
        spec = json.loads(made(URLS.chart(figure.id, SPECIFICATION)))
        heading, *rows = csv.reader(io.StringIO(made(URLS.chart(figure.id, ".csv")).decode("utf-8-sig")))
        table = [dict(zip((key for key, _ in figure.columns), cells, strict=True)) for cells in figure.table]
        taken = [dict(zip(heading, row, strict=True)) for row in rows]
        kinds.add(figure.chart)
        if figure.chart == "due":
            days = [(row["month"], row["day"]) for row in spec["data"]["values"]]
            assert {(int(row["month"]), int(row["day"])) for row in taken} == set(days), figure.id
            assert [row["printed"] for row in table] == [row["printed"] for row in taken], figure.id
        elif figure.chart == "publication":
            assert drawn(spec) == Counter(float(row["commitments"]) for row in taken), figure.id
            assert [row["commitments"] for row in table] == [row["commitments"] for row in taken], figure.id
        else:
            values = Counter(float(row["value"]) for row in taken if row["value"])
            total = 1 if figure.chart == "budget" else 0  # it stands in the table, and no bar is drawn of it
            assert tuple(heading[: len(COLUMNS)]) == COLUMNS, figure.id
            assert drawn(spec) <= values, figure.id
            assert (values - drawn(spec)).total() == total, figure.id
            printed = Counter(cell for cells in figure.table for cell in cells)
            shown = (
                legible(row["value_printed"], Decimal(row["value"]) if row["value"] else None, words("vi"))
                for row in taken
            )
            assert not Counter(shown) - printed, figure.id

    assert kinds == set(CHARTS) - {"beside"}  # no evidence of the portal can be held against a target yet


def test_every_chart_of_the_api_has_its_specification() -> None:
    """It is the published one, rows and all, and passes the schema of Vega-Lite."""
    charts = json.loads(made(URLS.api("charts")))

    assert [chart["id"] for chart in charts] == [figure.id for figure in figures(facts(), "vi", words("vi"))]
    assert len(charts) > 100
    for chart in charts:
        assert chart["specification"] == json.loads(made(URLS.chart(chart["id"], SPECIFICATION)))
    for figure in some():
        altair.Chart.from_dict(next(one for one in charts if one["id"] == figure.id)["specification"], validate=True)


@pytest.mark.slow
def test_hardly_any_words_touch() -> None:
    """Over all pictures of the portal, as a reader sees them who has a wide typeface and not ours."""
    endings = tuple(f"-{width}.svg" for width in WIDTHS)
    pictures = [path for path in outputs() if path.endswith(endings)]
    wrong = {path: found for path in pictures if (found := faults(made(path)))}

    assert len(pictures) > 400
    assert len(wrong) <= MOST, wrong
