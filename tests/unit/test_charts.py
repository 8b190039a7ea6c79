"""Charts: what they draw of the rows that they are given, and what they never draw."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from altair import Chart as AnyChart

from generator.charts import CHARTS
from generator.charts.figure import WIDTHS
from generator.charts.frame import KINDS, PAINTS, SIZE

WORDS = {"format.decimal": ",", "format.thousands": "."}


def drawn(name: str, width: int) -> dict[str, Any]:
    return json.loads(json.dumps(CHARTS[name].draw(WORDS, width)))  # type: ignore[no-any-return]


def inside(spec: Any, key: str) -> list[Any]:
    """Every value under a key, at any depth."""
    if isinstance(spec, dict):
        return [v for k, v in spec.items() if k == key] + [f for v in spec.values() for f in inside(v, key)]
    return [found for one in spec for found in inside(one, key)] if isinstance(spec, list) else []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_valid_specification(name: str, width: int) -> None:
    """Altair's own schema accepts every chart; drawing skips that check, since it takes longer than all the rest."""
    spec = drawn(name, width)

    AnyChart.from_dict(spec, validate=True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_holds_no_data(name: str, width: int) -> None:
    """A chart is drawn before it is filled: its one source of data is a name."""
    spec = drawn(name, width)

    assert {json.dumps(one) for one in inside(spec, "data")} == {'{"name": "rows"}'}
    assert not inside(spec, "values")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_reads_only_the_columns_that_it_names(name: str, width: int) -> None:
    """Every field, filter and reckoning speaks of a column that the chart documents, or of one made of such."""
    spec = drawn(name, width)
    fields = {one.partition(":")[0] for one in inside(spec, "field") if isinstance(one, str)}
    told = [*inside(spec, "filter"), *inside(spec, "calculate")]
    filtered = set(re.findall(r"datum\.(\w+)", json.dumps(told)))

    made = {one for one in inside(spec, "as") if isinstance(one, str)}

    assert fields - made | filtered <= set(CHARTS[name].columns)
    assert fields


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_no_word_of_a_chart_is_small(name: str, width: int) -> None:
    """A label drawn under 14 px would be under 12 px as displayed on a screen of 320 px."""
    sizes = [size for key in ("fontSize", "labelFontSize") for size in inside(drawn(name, width), key)]

    assert sizes
    assert min(sizes) >= SIZE == 14


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_paints_with_sentinels_only(name: str, width: int) -> None:
    """A colour of its own would not follow a dark screen."""
    spec = drawn(name, width)
    colours = {
        one
        for key in ("fill", "stroke", "color", "background", "labelColor", "gridColor")
        for one in inside(spec, key)
        if isinstance(one, str)
    }

    assert colours
    assert colours <= set(PAINTS.values())


@pytest.mark.parametrize("name", ["trend", "panels"])
def test_kinds_of_number_differ_without_colour(name: str) -> None:
    """In black and white a result is a filled mark and a solid line; what is preliminary, estimated or intended has a
    hollow mark of its own, and a broken line."""
    layers = drawn(name, 720)["layer"]
    marks = {
        (kind, one["mark"]["type"]): one["mark"]
        for one in layers
        for kind in KINDS
        if f"datum.kind == '{kind}'" in json.dumps(one) and one["mark"]["type"] in ("point", "rule")
    }
    looks = {(marks[kind, "point"]["shape"], marks[kind, "point"]["fill"] == PAINTS["paper"]) for kind in KINDS}
    dashes = {kind: tuple(marks[kind, "rule"].get("strokeDash", ())) for kind in KINDS}

    assert marks["result", "point"]["fill"] == marks["result", "point"]["stroke"]
    assert len(looks) == len(KINDS) == 4
    assert dashes["result"] == ()
    assert dashes["plan"] != dashes["preliminary"] == dashes["estimate"] != ()


def test_numbers_are_written_as_the_language_writes_them() -> None:
    """The separators travel inside the specification, and are never those of the machine."""
    number = drawn("budget", 340)["config"]["locale"]["number"]

    assert (number["decimal"], number["thousands"]) == (",", ".")


def test_height_grows_with_the_places_and_not_with_the_headings() -> None:
    """A page keeps the right place for a picture before the picture is there."""
    unit = {"kind": "unit"}
    head = {"kind": "head"}
    heights = [CHARTS["communes"].height(rows, 340) for rows in ([head, unit], [head, unit, unit], [unit, unit])]

    assert heights[1] == heights[2] > heights[0]


def test_panels_stand_in_as_many_lines_as_they_need() -> None:
    """Two panels a line on a phone, four on a desk."""
    rows = [{"panel": number, "kind": kind} for number in range(5) for kind in ("name", "result")]
    one = {width: CHARTS["panels"].height(rows[:2], width) for width in WIDTHS}
    five = {width: CHARTS["panels"].height(rows, width) for width in WIDTHS}

    assert [round(five[width] / one[width]) for width in WIDTHS] == [3, 2]
