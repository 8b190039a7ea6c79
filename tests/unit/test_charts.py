"""Charts: what they draw of the rows that they are given, and what they never draw."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from altair import Chart as AnyChart

from generator.charts import CHARTS as ALL
from generator.charts import marks
from generator.charts.figure import WIDTHS, Laid, Row
from generator.charts.frame import KINDS, PAINTS, SIZE
from generator.charts.room import around, freest
from generator.charts.scale import levels, top
from generator.charts.sheet import Mark

CHARTS = {name: chart for name, chart in ALL.items() if isinstance(chart, Laid)}
WORDS = {"format.decimal": ",", "format.thousands": "."}


NUMBERS = ("value", "rate", "cut", "start", "end", "aim", "shown", "x", "y", "lead")
KINDS_OF_ROW = ("unit", "whole", "head", "plan", "shown", "other", "month", "due_early", "due_late", "name", *KINDS)
SPEC = json.loads(json.dumps(marks.draw(720, 330, 44, 30)))


def inside(spec: Any, key: str) -> list[Any]:
    """Every value under a key, at any depth."""
    if isinstance(spec, dict):
        return [v for k, v in spec.items() if k == key] + [f for v in spec.values() for f in inside(v, key)]
    return [found for one in spec for found in inside(one, key)] if isinstance(spec, list) else []


def rows_of(name: str) -> list[Row]:
    """A row of every kind that any chart knows, with something in each column of this one."""
    empty = {column: 1 if column in NUMBERS else "A" for column in CHARTS[name].columns}
    told: dict[str, Any] = {"panel": 0, "x2": None, "end": 1, "gap": None, "from_slot": None, "slot": "2015"}
    known = {column: value for column, value in told.items() if column in CHARTS[name].columns}
    return [{**empty, **known, "kind": kind} for kind in KINDS_OF_ROW]


def test_the_specification_is_valid() -> None:
    """Altair's own schema accepts it; drawing skips that check, since it takes longer than all the rest."""
    AnyChart.from_dict(SPEC, validate=True)

    assert (SPEC["width"], SPEC["height"]) == (676, 300)


def test_the_specification_holds_no_data() -> None:
    """It is drawn before it is filled: its one source of data is a name."""
    assert {json.dumps(one) for one in inside(SPEC, "data")} == {'{"name": "rows"}'}
    assert not inside(SPEC, "values")


def test_the_specification_reads_what_a_mark_tells() -> None:
    """Every field, filter and reckoning speaks of what marks have."""
    fields = {one.partition(":")[0] for one in inside(SPEC, "field") if isinstance(one, str)}
    told = [*inside(SPEC, "filter"), *inside(SPEC, "calculate"), *inside(SPEC, "expr")]
    filtered = set(re.findall(r"datum\.(\w+)", json.dumps(told)))

    assert {"x", "y", "fill", "mark"} <= fields | filtered <= set(marks.COLUMNS)


def test_no_word_of_a_chart_is_small() -> None:
    """A label drawn under 14 px would be under 12 px as displayed on a screen of 320 px."""
    sizes = [size for key in ("fontSize", "labelFontSize") for size in inside(SPEC, key)]

    assert sizes
    assert min(sizes) >= SIZE == 14


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_paints_with_sentinels_only(name: str, width: int) -> None:
    """A colour of its own would not follow a dark screen."""
    looks = [one.look for one in CHARTS[name].lay(rows_of(name), WORDS, width).marks]
    colours = {one for look in looks for one in (look.fill, look.stroke) if one is not None}
    drawn = {one for key in ("fill", "stroke", "background") for one in inside(SPEC, key) if isinstance(one, str)}

    assert colours
    assert colours | drawn <= set(PAINTS.values())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_reads_only_the_columns_that_it_names(name: str, width: int) -> None:
    """Rows with just the columns that the chart documents are enough."""
    assert CHARTS[name].lay(rows_of(name), WORDS, width).marks


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


def laid(name: str, rows: list[Row], width: int = 720) -> dict[str, list[Mark]]:
    """The marks of a chart by their kind of mark."""
    found: dict[str, list[Mark]] = {}
    for one in CHARTS[name].lay(rows, WORDS, width).marks:
        assert set(one.row()) == set(marks.COLUMNS)
        found.setdefault(one.look.mark, []).append(one)
    return found


@pytest.mark.parametrize(("name", "rows"), [("trend", trend_of), ("panels", panel_of)])
def test_kinds_of_number_differ_without_colour(name: str, rows: Callable[[str], list[Row]]) -> None:
    """In black and white a result is a filled mark and a solid line; what is preliminary, estimated or intended has a
    hollow mark of its own, and a broken line."""
    grid = PAINTS["chart-grid"]
    points, lines = {}, {}
    for kind in KINDS:
        found = laid(name, rows(kind))
        points[kind] = found["point"][0].look
        (lines[kind],) = (one.look for one in found["rule"] if one.look.stroke != grid)
    looks = {(one.shape, one.fill == PAINTS["paper"]) for one in points.values()}
    dashes = {kind: one.dash for kind, one in lines.items()}

    assert points["result"].fill == points["result"].stroke
    assert len(looks) == len(KINDS) == 4
    assert dashes["result"] is None
    assert dashes["plan"] != dashes["preliminary"] == dashes["estimate"] is not None


def test_numbers_are_written_as_the_language_writes_them() -> None:
    """The levels of a scale have the separator of the language, never that of the machine."""
    said = {one.text for one in laid("trend", trend_of("result"))["words"]}

    assert {"0,0%", "0,2%", "1,2%"} <= said


def test_years_leave_room_for_one_another() -> None:
    """Where not every year can be written, the first, the last and those beside a break are."""
    empty = dict.fromkeys(CHARTS["trend"].columns)
    slots = ["2010", "2011", "2012", "2013", "|1", *map(str, range(2016, 2024))]
    rows: list[Row] = [{**empty, "slot": slot} for slot in slots]
    found = {
        width: [one for one in laid("trend", rows, width)["words"] if one.look.align == "center"] for width in WIDTHS
    }
    small, large = ([(one.text, one.x) for one in found[width]] for width in WIDTHS)

    assert [year for year, _ in large] == [slot for slot in slots if slot != "|1"]
    assert {"2010", "2013", "2023"} <= {year for year, _ in small}
    assert all(other - one >= 42 for (_, one), (_, other) in pairwise(small))


@pytest.mark.parametrize("width", WIDTHS)
def test_words_of_a_trend_leave_one_another_room(width: int) -> None:
    """Neither numbers, nor the words of kinds and breaks, nor the scales cover one another, also where all is close."""
    empty = {**dict.fromkeys(CHARTS["trend"].columns), "kind": "result", "lead": 1}
    told: list[Row] = [
        {**empty, "slot": "2006", "value": 15.5, "label": "15,5", "tag": "kết quả"},
        {**empty, "slot": "2007"},
        {**empty, "slot": "2008", "value": 13.4, "label": "13,4"},
        {**empty, "slot": "|1", "kind": None, "gap": "đổi chuẩn"},
        {**empty, "slot": "2010", "value": 14.2, "label": "14,2"},
        *({**empty, "slot": str(year), "lead": 0} for year in range(2011, 2015)),
        {**empty, "slot": "2015", "value": 7.0, "label": "7,0", "from_slot": "2010", "from_value": 14.2},
        {**empty, "slot": "|2", "kind": None, "gap": "đổi chuẩn"},
        {**empty, "slot": "2016", "value": 5.8, "label": "5,8", "kind": "preliminary", "tag": "sơ bộ"},
    ]
    found = laid("trend", told, width)
    said = [one for one in found["words"] if one.look.fill is not None]
    covered = [around(one) for one in said]
    breaks = [one for one in said if one.text == "đổi chuẩn"]
    plates = [one for one in found["bar"] if one.look.fill == PAINTS["paper"]]

    assert not [
        (said[i].text, said[j].text) for i, j in combinations(range(len(said)), 2) if covered[i].shared(covered[j])
    ]
    assert all(box.left >= -5 for one, box in zip(said, covered, strict=True) if not one.text.endswith("%"))
    assert len(breaks) == len(plates) == 2
    assert all(
        plate.x < box.left and box.right < plate.x2 for plate, box in zip(plates, map(around, breaks), strict=True)
    )


def test_words_stand_where_they_cover_least() -> None:
    """The first free place is taken; where none is free, the one that covers least."""
    places = [marks.words("7,7", x, 0, PAINTS["ink"]) for x in (0, 100, 200)]
    first, second, third = map(around, places)

    assert freest(places, []) == places[0]
    assert freest(places, [first]) == places[1]
    assert freest(places, [first, second, third._replace(right=third.left + 1)]) == places[2]


def test_numbers_of_panels_leave_the_names_room() -> None:
    """The last line of each name stands as near to its plot, and a number at the very top under it."""
    empty = {**dict.fromkeys(CHARTS["panels"].columns), "x": 0, "y": 1, "end": 0}
    names = ["Sơn La", "Đồng bằng sông Hồng"]
    told: list[Row] = [
        {**empty, "panel": panel, "kind": kind, "label": label}
        for panel, name in enumerate(names)
        for kind, label in (("name", name), ("label", "27,5"))
    ]
    said = [one for one in laid("panels", told)["words"] if one.look.fill is not None]
    feet = [one.y + marks.LEADING * one.look.lines for one in said if one.text != "27,5"]
    numbers = [around(one).top for one in said if one.text == "27,5"]

    assert feet[0] == feet[1]
    assert all(top - feet[0] > 4 for top in numbers)


def test_names_over_panels_fit_in_a_wide_typeface() -> None:
    """A long name goes on in another line, and the picture is as much taller."""
    names = ["Sơn La", "Đồng bằng sông Cửu Long", "Bắc Trung Bộ và duyên hải miền Trung"]
    rows: list[Row] = [
        {**dict.fromkeys(CHARTS["panels"].columns), "panel": number, "kind": "name", "label": name}
        for number, name in enumerate(names)
    ]
    lines = [one.text.split("\n") for one in laid("panels", rows, 340)["words"]]
    short, long = (CHARTS["panels"].height(rows[:count], 720) for count in (2, 3))

    assert [" ".join(one) for one in lines] == names
    assert max(len(line) for one in lines for line in one) <= 16
    assert [len(one) for one in lines] == [1, 2, 3]
    assert long - short == marks.LEADING


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


def test_panels_stand_in_as_many_lines_as_they_need() -> None:
    """Two panels a line on a phone, four on a desk."""
    rows = [{"panel": number, "kind": kind, "label": "Sơn La"} for number in range(5) for kind in ("name", "result")]
    one = {width: CHARTS["panels"].height(rows[:2], width) for width in WIDTHS}
    five = {width: CHARTS["panels"].height(rows, width) for width in WIDTHS}

    assert [round(five[width] / one[width]) for width in WIDTHS] == [3, 2]
