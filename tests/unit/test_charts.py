"""Charts: what they draw of the rows that they are given, and what they never draw."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from altair import Chart as AnyChart

from generator.charts import CHARTS, marks
from generator.charts.figure import WIDTHS, Row, as_given
from generator.charts.frame import KINDS, PAINTS, SIZE
from generator.charts.scale import levels, top

WORDS = {"format.decimal": ",", "format.thousands": "."}


def drawn(name: str, width: int) -> dict[str, Any]:
    return json.loads(json.dumps(CHARTS[name].draw(width)))  # type: ignore[no-any-return]


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
    columns = CHARTS[name].columns if CHARTS[name].lay is as_given else marks.COLUMNS
    fields = {one.partition(":")[0] for one in inside(spec, "field") if isinstance(one, str)}
    told = [*inside(spec, "filter"), *inside(spec, "calculate"), *inside(spec, "expr")]
    filtered = set(re.findall(r"datum\.(\w+)", json.dumps(told)))

    made = {one for one in inside(spec, "as") if isinstance(one, str)}

    assert fields - made | filtered <= set(columns)
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


def trend_of(kind: str) -> list[Row]:
    """Two numbers of a kind, joined."""
    empty = dict.fromkeys(CHARTS["trend"].columns)
    first = {**empty, "slot": "2015", "value": 0.7, "label": "0,7", "kind": kind, "lead": 1}
    return [first, {**first, "slot": "2016", "value": 1.2, "from_slot": "2015", "from_value": 0.7}]


def panel_of(kind: str) -> list[Row]:
    """Two numbers of a kind, joined, in one panel."""
    empty = {**dict.fromkeys(CHARTS["panels"].columns), "panel": 0, "kind": kind}
    ends = [{**empty, "x": 0.0, "y": 0.7}, {**empty, "x": 1.0, "y": 0.9}]
    return [*ends, {**ends[0], "x2": 1.0, "y2": 0.9}]


def laid(name: str, rows: list[Row], width: int = 720) -> dict[str, list[Row]]:
    """The marks of a chart by their kind of mark."""
    found: dict[str, list[Row]] = {}
    for one in CHARTS[name].lay(rows, WORDS, width):
        assert tuple(one) == marks.COLUMNS
        found.setdefault(str(one["mark"]), []).append(one)
    return found


@pytest.mark.parametrize(("name", "rows"), [("trend", trend_of), ("panels", panel_of)])
def test_kinds_of_number_differ_without_colour(name: str, rows: Callable[[str], list[Row]]) -> None:
    """In black and white a result is a filled mark and a solid line; what is preliminary, estimated or intended has a
    hollow mark of its own, and a broken line."""
    grid = PAINTS["chart-grid"]
    points, lines = {}, {}
    for kind in KINDS:
        found = laid(name, rows(kind))
        points[kind], (lines[kind],) = found["point"][0], [one for one in found["rule"] if one["stroke"] != grid]
    looks = {(one["shape"], one["fill"] == PAINTS["paper"]) for one in points.values()}
    dashes = {kind: one["dash"] for kind, one in lines.items()}

    assert points["result"]["fill"] == points["result"]["stroke"]
    assert len(looks) == len(KINDS) == 4
    assert dashes["result"] is None
    assert dashes["plan"] != dashes["preliminary"] == dashes["estimate"] is not None


def test_numbers_are_written_as_the_language_writes_them() -> None:
    """The levels of a scale have the separator of the language, never that of the machine."""
    said = {one["text"] for one in laid("trend", trend_of("result"))["words"]}

    assert {"0,0%", "0,2%", "1,2%"} <= said


def test_years_leave_room_for_one_another() -> None:
    """Where not every year can be written, the first, the last and those beside a break are."""
    empty = dict.fromkeys(CHARTS["trend"].columns)
    slots = ["2010", "2011", "2012", "2013", "|1", *map(str, range(2016, 2024))]
    rows: list[Row] = [{**empty, "slot": slot} for slot in slots]
    found = {
        width: [one for one in laid("trend", rows, width)["words"] if one["align"] == "center"] for width in WIDTHS
    }
    small, large = ([(one["text"], float(str(one["x"]))) for one in found[width]] for width in WIDTHS)

    assert [year for year, _ in large] == [slot for slot in slots if slot != "|1"]
    assert {"2010", "2013", "2023"} <= {year for year, _ in small}
    assert all(other - one >= 42 for (_, one), (_, other) in pairwise(small))


@pytest.mark.parametrize(
    ("most", "end", "written"),
    [
        (7.7, "8", ["0", "2", "4", "6", "8"]),
        (0.87, "0.9", ["0.0", "0.2", "0.4", "0.6", "0.8"]),
        (58.3, "60", ["0", "10", "20", "30", "40", "50", "60"]),
        (0, "1", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_a_scale_is_written_in_round_numbers(most: float, end: str, written: list[str]) -> None:
    """A scale ends where its largest number does, rounded up, and its levels are told alike."""
    assert top(most) == Decimal(end)
    assert [str(level) for level in levels(top(most), 5)] == written


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
