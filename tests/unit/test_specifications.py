"""Charts in the grammar: their specifications are valid and tell what the rows say, and no picture says it wrongly."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations, product
from pathlib import Path
from typing import Any, get_type_hints
from xml.etree import ElementTree

import altair
import pytest

from generator.charts import CHARTS, bars, beside, budget, communes, districts, due, publication
from generator.charts.figure import NEGATIVE, WIDTHS, Chart
from generator.charts.frame import PAINTS
from generator.charts.style import FONT, KINDS, SIZE, TOKENS
from generator.render.picture import Style, style_of
from generator.render.theme import Theme
from generator.render.vega import ChartDrawing, ChartRecipe, Kind
from tests.pictures import SVG, Word, placed, words_of

ROOT = Path(__file__).parents[2]
WORDS = {"figure.due.months": "1 2 3 4 5 6 7 8 9 10 11 12"}
DRAWN = {name: chart for name, chart in CHARTS.items() if isinstance(chart, Chart)}
TRAITS = {"bars": [(), (NEGATIVE,)], "districts": [(), (f"rate {NEGATIVE}",), (f"cut {NEGATIVE}",)]}
Box = tuple[float, float, float, float]  # left, upper, right and lower edge in pixels


@pytest.fixture(scope="module")
def style() -> Style:
    theme = Theme(ROOT / "themes", "base", ("vi",))
    return style_of(theme.fonts(), theme.tokens, PAINTS, FONT)


def picture(name: str, rows: list[Any], style: Style, width: int = 720, kind: Kind = "screen") -> ElementTree.Element:
    """A chart filled with rows, as SVG."""
    return ElementTree.fromstring(made(name, rows, style, width, kind))


def made(name: str, rows: list[Any], style: Style, width: int = 720, kind: Kind = "screen") -> bytes:
    """A file of a chart filled with rows."""
    chart = DRAWN[name]
    words = tuple((key, WORDS[key]) for key in chart.words)
    recipe = ChartRecipe(chart=name, template=chart.template, words=words, width=width, kind=kind, style=style)
    given = ChartDrawing(lang="vi", rows=tuple(rows), traits=chart.traits(rows), title="T", description="D")
    return recipe(given)


def templates() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every chart's specification, in each width and for rows of each kind."""
    for (name, chart), width in product(DRAWN.items(), WIDTHS):
        for traits in TRAITS.get(name, [()]):
            yield name, json.loads(json.dumps(chart.template(WORDS, width, traits)))


def inside(spec: Any, key: str) -> list[Any]:
    """Every value under a key, at any depth."""
    if isinstance(spec, dict):
        return [v for k, v in spec.items() if k == key] + [f for v in spec.values() for f in inside(v, key)]
    return [found for item in spec for found in inside(item, key)] if isinstance(spec, list) else []


def rectangles(svg: ElementTree.Element, *, painted: bool = True) -> list[Box]:
    """The bars of a picture, from top to bottom."""
    found = set()
    for element, x, y in placed(svg):
        path = re.fullmatch(r"M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+Z", element.get("d", ""))
        if path and element.get("fill") != "none" and (element.get("stroke") or not painted):
            left, top, wide, high = (float(number) for number in path.groups())
            found.add((x + left, y + top, x + left + wide, y + top + high))
    return sorted(found, key=lambda box: (box[1], box[0]))


def said(svg: ElementTree.Element, text: str) -> Word:
    """The first line of words that reads so."""
    return next(word for word in words_of(svg) if word.text == text)


# Every chart.


def test_specifications_are_valid() -> None:
    """Vega-Lite's schema accepts them; a build skips that check, since it takes longer than drawing."""
    for _, spec in templates():
        altair.Chart.from_dict(spec, validate=True)


def test_a_specification_holds_no_data() -> None:
    """It is drawn before it is filled: its one source of data is a name."""
    for _, spec in templates():
        assert spec["data"] == {"name": "rows"}
        assert len(inside(spec, "data")) == 1


def test_a_specification_reads_what_its_rows_hold() -> None:
    """Every field, filter and reckoning speaks of columns of the row."""
    for name, spec in templates():
        shorthands = {field.partition(":")[0] for field in inside(spec, "field") if isinstance(field, str)}
        reckoned = [
            *inside(spec, "filter"),
            *inside(spec, "calculate"),
            *inside(spec, "expr"),
            *inside(spec, "labelExpr"),
        ]
        named = set(re.findall(r"datum\.(\w+)", json.dumps(reckoned))) - {"value", "label"}

        assert shorthands | named <= {field.name for field in fields(DRAWN[name].row)} | {"value", "label"}


def test_places_of_marks_are_encoded() -> None:
    """No row holds a place in pixels: what stands along an axis is a number, or an order, of the rows."""
    for name, chart in DRAWN.items():
        pixels = {"x", "y", "x2", "y2", "dx", "dy", "width", "height", "angle", "align"}

        assert not pixels & set(get_type_hints(chart.row)), name


def test_a_specification_paints_with_tokens_of_the_theme() -> None:
    """A colour of its own would not follow a dark screen."""
    for _, spec in templates():
        colours = set(re.findall(r'"#\w+"|"(?:black|white|steelblue)"', json.dumps(spec)))
        tokens = set(re.findall(r"var\(--([a-z-]+)\)", json.dumps(spec)))

        assert not colours
        assert tokens <= set(TOKENS)


def test_no_word_of_a_specification_is_small() -> None:
    """A label drawn under 14 px would be under 12 px as displayed on a screen of 320 px."""
    for _, spec in templates():
        sizes = [size for key in ("fontSize", "labelFontSize", "titleFontSize") for size in inside(spec, key)]

        assert min(sizes) >= SIZE == 14


def test_charts_are_declared_without_their_library() -> None:
    """Whoever makes no picture does not wait for the library that draws."""
    command = "import sys, generator.charts, generator.render.vega; print({'altair', 'vl_convert'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


# What pictures say.

PLACES = [
    bars.Row(0, "Hà Giang", "result", 4.0, "4,0%"),
    bars.Row(1, "Hà Giang", "plan", 1.0, "1,0%"),
    bars.Row(2, "Điện Biên", "estimate", 0, "0,0%"),
    bars.Row(3, "Sơn La", "preliminary", -1.0, "−1,0%"),
]
UNITS = [
    districts.Row(None, "head", None, None, "Tỷ lệ\ncuối năm", None, "Mức giảm"),
    districts.Row(None, "whole", "Tỉnh", None, None, 5.8, "toàn tỉnh: trên 5,8"),
    *(
        districts.Row(order, "unit", "Huyện Mù Cang Chải", 44.35, "44,35%", cut, label)
        for order, (cut, label) in enumerate(
            ((8.5, "trên 8,50"), (4.3, "trên 4,30"), (0.7, "trên 0,7"), (-0.8, "−0,8"))
        )
    ),
]
STARTS = [
    communes.Row(None, "head", None, 8, "2016\nkết quả", 1.29, "2020\nkế hoạch"),
    communes.Row(None, "whole", "Tổng", 6.52, "tổng\n6,52", 1.68, "tổng\n1,68"),
    communes.Row(0, "unit", "TT Cao Thượng", 8, "8,00", 1.29, "1,29"),
    communes.Row(1, "unit", "An Dương", 5, "5,00", 1.7, "1,70"),
]
SUMS = [
    budget.Row(0, "Vốn vay <ưu đãi> & khác", "Vốn vay <ưu đãi>\n& khác", 3000000, "3.000.000"),
    budget.Row(1, "Vốn Trung ương", "Vốn Trung ương", 1621667, "1.621.667"),
]
DAYS = [due.Row(0, "131-KH/TU", 4, 30, 119, "30/4"), due.Row(1, "58/KH-UBND: 2 báo cáo", 12, 15, 348, "15/12")]
COUNTS = [
    publication.Row(0, "plan", "a", None, "131-KH/TU", None, None),
    publication.Row(1, "shown", "a", "published", "đã công bố", 4, "4"),
    publication.Row(2, "other", "a", "not_searched", "cổng chưa tìm", 8, "8"),
]
PAIRS = [beside.Row(0, "Tỷ lệ hộ nghèo, 2025", 4.0, "dưới 4%", 3.0, "3%"), beside.Row(1, "Mức giảm", 2, "2%", 4, "4%")]
ROWS: dict[str, list[Any]] = {
    "bars": PLACES, "districts": UNITS, "communes": STARTS, "budget": SUMS, "due": DAYS, "publication": COUNTS,
    "beside": PAIRS,
}  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_as_large_as_its_page_expects(name: str, width: int, style: Style) -> None:
    """The height that a page keeps free is the height that is drawn."""
    svg = picture(name, ROWS[name], style, width)

    assert (svg.get("width"), svg.get("height")) == (str(width), str(DRAWN[name].height(ROWS[name], width)))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", DRAWN)
def test_words_leave_one_another_room(name: str, width: int, style: Style) -> None:
    """No words touch, and the picture cuts none, in a wide typeface too."""
    svg = picture(name, ROWS[name], style, width)
    words = words_of(svg)

    assert [(one.text, other.text) for one, other in combinations(words, 2) if one.touches(other)] == []
    assert [word.text for word in words if word.left < -1 or word.right > width + 1] == []


@pytest.mark.parametrize("name", DRAWN)
def test_a_published_specification_holds_its_rows(name: str, style: Style) -> None:
    """It is valid, opens anywhere (no token of the theme is left), and names what it shows."""
    spec = json.loads(made(name, ROWS[name], style, kind="vega-lite"))
    altair.Chart.from_dict(spec, validate=True)
    names = [field.name for field in fields(DRAWN[name].row)]

    assert [list(row) for row in spec["data"]["values"]] == [names] * len(ROWS[name])
    assert [tuple(row.values()) for row in spec["data"]["values"]] == [
        tuple(getattr(row, name) for name in names) for row in ROWS[name]
    ]
    assert "var(--" not in json.dumps(spec)
    assert (spec["usermeta"]["title"], spec["description"]) == ("T", "D")


def test_bars_are_as_long_as_their_numbers(style: Style) -> None:
    """They begin at nought, and places of one name have a bar each; a number below nought leads the other way."""
    found = rectangles(picture("bars", PLACES, style))
    nought = found[0][0]
    wide = [round(right - left, 1) for left, _, right, _ in found]

    assert [left for left, *_ in found[:3]] == pytest.approx([nought] * 3)
    assert wide == pytest.approx([4 * wide[1], wide[1], 0, wide[1]], abs=0.2)
    assert found[3][2] == pytest.approx(nought)


def test_bars_of_kinds_of_number_differ_without_colour(style: Style) -> None:
    """In black and white, too, each kind has a bar of its own."""
    rows = [bars.Row(order, kind, kind, 2.0, "2") for order, kind in enumerate(KINDS)]
    drawn = [one for one in picture("bars", rows, style).iter(f"{SVG}path") if one.get("stroke")]

    assert len({(one.get("fill"), one.get("stroke-dasharray")) for one in drawn}) == len(KINDS) == 4


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "number"), [("bars", "−1,0%"), ("districts", "−0,8")])
def test_the_number_of_a_negative_bar_stands_outside_it(name: str, number: str, width: int, style: Style) -> None:
    """It stands before the bar and inside the picture, clear of every bar's paint."""
    svg = picture(name, ROWS[name], style, width)
    word = said(svg, number)
    level = [box for box in rectangles(svg) if box[1] < word.bottom and box[3] > word.top]

    assert word.left >= 0
    assert level
    assert not [box for box in level if box[0] < word.right and box[2] > word.left]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "number"), [("districts", "trên 4,30"), ("communes", "5,00"), ("due", "30/4")])
def test_no_rule_leads_through_a_number(name: str, number: str, width: int, style: Style) -> None:
    """Paper lies between the rules and every number that stands before one, wider than a gap between letters."""
    elements = list(picture(name, ROWS[name], style, width).iter())
    paper = [one for one in elements if one.text == number and one.get("stroke") == "var(--paper)"]
    rules = [at for at, one in enumerate(elements) if one.tag == f"{SVG}line" and one.get("stroke")]

    assert [float(one.get("stroke-width", 0)) >= 10 for one in paper] == [True]
    assert elements.index(paper[0]) > max(rules, default=0)


@pytest.mark.parametrize(
    ("name", "width"), [("bars", 340), ("bars", 720), ("budget", 340), ("budget", 720), ("districts", 340)]
)
def test_a_name_stands_nearer_to_its_own_bar(name: str, width: int, style: Style) -> None:
    """Between two bars, a name is read with the one below it."""
    svg = picture(name, ROWS[name], style, width)
    edges = sorted({(top, bottom) for _, top, _, bottom in rectangles(svg)})[:2]
    second = {"bars": "Hà Giang", "budget": "Vốn Trung ương", "districts": "Huyện Mù Cang Chải"}[name]
    word = [word for word in words_of(svg) if word.text == second][-1 if name == "budget" else 1]

    assert 1 < edges[1][0] - word.bottom < word.top - edges[0][1]


def test_height_grows_with_the_places_and_not_with_the_headings() -> None:
    """A page keeps the right place for a picture before the picture is there."""
    head, _, unit, _ = STARTS
    heights = [DRAWN["communes"].height(rows, 340) for rows in ([head, unit], [head, unit, unit], [unit, unit])]

    assert heights[1] == heights[2] > heights[0]


def test_a_day_stands_in_its_month(style: Style) -> None:
    """The marks of days stand to scale between the uprights of the months."""
    svg = picture("due", DAYS, style)
    months = {word.text: word.left for word in words_of(svg) if word.text.isdigit()}
    first, last = (x for element, x, _ in placed(svg) if element.get("fill") == "var(--chart-plan)")

    assert months["4"] < first < months["5"]
    assert months["12"] < last
