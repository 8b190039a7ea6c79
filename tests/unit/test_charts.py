"""Charts in the grammar: their specifications are valid and tell what the rows say, and no picture says it wrongly."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from itertools import combinations, product
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints
from xml.etree import ElementTree

import altair
import pytest
import vl_convert

from generator.charts import CHARTS, bars, beside, budget, communes, districts, due, panels, publication, trend
from generator.charts.figure import NEGATIVE, WIDTHS
from generator.charts.sides import SIDES, Spot, sides
from generator.charts.style import FONT, KINDS, LEADING, SIZE, TOKENS
from generator.render.halo import merged, split
from generator.render.picture import Drawing, Kind, PictureRecipe, Style, style_of
from generator.render.theme import Theme
from tests.pictures import SVG, Word, faults, placed, words_of

ROOT = Path(__file__).parents[2]
WORDS = {"figure.due.months": "1 2 3 4 5 6 7 8 9 10 11 12", "format.decimal": ","}
TRAITS: dict[str, list[tuple[Any, ...]]] = {
    "bars": [(), (NEGATIVE,)],
    "districts": [(), (f"rate {NEGATIVE}",), (f"cut {NEGATIVE}",)],
    "panels": [(2,)],
    "trend": [trend.Years((2015, 2023, 2016), (("result", "kết quả"), ("plan", "kế hoạch")), 2)],
}
Box = tuple[float, float, float, float]  # left, upper, right and lower edge in pixels


@pytest.fixture(scope="module")
def style() -> Style:
    theme = Theme(ROOT / "themes", "base", ("vi",))
    return style_of(theme.fonts(), theme.tokens, TOKENS, FONT)


def picture(name: str, rows: list[Any], style: Style, width: int = 720, kind: Kind = "screen") -> ElementTree.Element:
    """A chart filled with rows, as SVG."""
    return ElementTree.fromstring(made(name, rows, style, width, kind))


def made(name: str, rows: list[Any], style: Style, width: int = 720, kind: Kind = "screen") -> bytes:
    """A file of a chart filled with rows."""
    chart = CHARTS[name]
    words = tuple((key, WORDS[key]) for key in chart.words)
    recipe = PictureRecipe(chart=chart, words=words, width=width, kind=kind, style=style)
    given = Drawing(lang="vi", rows=tuple(rows), title="T", description="D")
    return recipe(given)


def templates() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every chart's specification, in each width and for rows of each kind."""
    for (name, chart), width in product(CHARTS.items(), WIDTHS):
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
        assert {json.dumps(data) for data in inside(spec, "data")} == {'{"name": "rows"}'}


def test_a_specification_reads_what_its_rows_hold() -> None:
    """Every field, filter and reckoning speaks of columns of the row."""
    for name, spec in templates():
        shorthands = {field.partition(":")[0] for field in inside(spec, "field") if isinstance(field, str)}
        reckoned = [*inside(spec, "filter"), *inside(spec, "expr")]
        named = set(re.findall(r"datum\.(\w+)", json.dumps(reckoned)))

        assert shorthands | named <= {field.name for field in fields(CHARTS[name].row)}


def test_places_of_marks_are_encoded() -> None:
    """No row holds a place in pixels: what stands along an axis is a number, or an order, of the rows."""
    for name, chart in CHARTS.items():
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
    command = "import sys, generator.outputs; print({'altair', 'vl_convert'} & set(sys.modules))"
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
PANELS = [
    panels.Row(0, "Sơn La", "result", 2015, 34.4, label="34,4", over=34.4),
    panels.Row(0, "Sơn La", "break", 2015.5),
    panels.Row(0, "Sơn La", "preliminary", 2016, 31.9),
    panels.Row(0, "Sơn La", "plan", 2017, 28.0, 2016, 31.9, label="28,0", over=31.9, last=True),
    panels.Row(1, "Đồng bằng\nsông Hồng", "result", 2015, 4.0, label="4,0", over=4.0),
]


def number(year: int, value: float, kind: str = "result", start: trend.Row | None = None) -> trend.Row:
    """A number of a trend, with a line from another where one is given."""
    label, before = str(value).replace(".", ","), start.value if start else None
    status = {"result": "kết quả", "plan": "kế hoạch"}.get(kind, kind)
    return trend.Row("number", year, value, label, kind, status, int(start.year or 0) if start else None, before)


CLOSE = [number(2006, 15.5), number(2008, 13.4), number(2010, 14.2)]
FALL = [number(2012, 11.1), number(2013, 9.8, start=number(2012, 11.1)), number(2014, 8.4, start=number(2013, 9.8))]
TREND = list(
    trend.placed(
        [
            *CLOSE[:2],
            trend.Row("break", 2009, label="đổi chuẩn", order=0),
            CLOSE[2],
            *FALL,
            number(2015, 7.0, start=FALL[2]),
            trend.Row("break", 2015.5, label="đổi chuẩn", order=1),
            number(2016, 5.8, "preliminary"),
            trend.Row("break", 2019.5, label="2023: không nêu chuẩn", order=2),
            number(2023, 3.37, "preliminary"),
            trend.Row("aim", value=2.0, label="mục tiêu 2023: dưới 2%"),
        ]
    )
)
ROWS: dict[str, list[Any]] = {
    "bars": PLACES, "districts": UNITS, "communes": STARTS, "budget": SUMS, "due": DAYS, "publication": COUNTS,
    "beside": PAIRS, "panels": PANELS, "trend": TREND,
}  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_as_large_as_its_page_expects(name: str, width: int, style: Style) -> None:
    """The height that a page keeps free is the height that is drawn."""
    svg = picture(name, ROWS[name], style, width)

    assert (svg.get("width"), svg.get("height")) == (str(width), str(CHARTS[name].height(ROWS[name], width)))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_words_leave_one_another_room(name: str, width: int, style: Style) -> None:
    """No words touch, and the picture cuts none, in a wide typeface too."""
    svg = picture(name, ROWS[name], style, width)
    words = words_of(svg)

    assert [(one.text, other.text) for one, other in combinations(words, 2) if one.touches(other)] == []
    assert [word.text for word in words if word.left < -1 or word.right > width + 1] == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_published_specification_holds_its_rows(name: str, style: Style) -> None:
    """It is valid, opens anywhere (no token of the theme is left), and names what it shows."""
    spec = json.loads(made(name, ROWS[name], style, kind="vega-lite"))
    altair.Chart.from_dict(spec, validate=True)
    names = [field.name for field in fields(CHARTS[name].row)]

    assert [list(row) for row in spec["data"]["values"]] == [names] * len(ROWS[name])
    assert [tuple(row.values()) for row in spec["data"]["values"]] == [
        tuple(getattr(row, name) for name in names) for row in ROWS[name]
    ]
    assert "var(--" not in json.dumps(spec)
    assert (spec["usermeta"]["title"], spec["description"]) == ("T", "D")


@pytest.mark.parametrize("name", CHARTS)
def test_words_and_their_halo_are_drawn_as_two_marks_would_be(name: str, style: Style) -> None:
    """They are one mark while a picture is drawn, and the picture is the same."""
    traits = CHARTS[name].traits(ROWS[name])
    vega = vl_convert.vegalite_to_vega(CHARTS[name].template(WORDS, 340, traits))
    vega["data"][0]["values"] = [asdict(row) for row in ROWS[name]]
    names = re.compile(' class="[^"]*"|<g [^>]*/>')  # names of marks, and marks without rows
    once, twice = (vl_convert.vega_to_svg(spec) for spec in (merged(vega), vega))
    halos = len(re.findall(r"<text[^>]* stroke-linejoin", once))

    assert names.sub("", split(once)) == names.sub("", twice)
    assert twice.count("<text") - once.count("<text") == halos
    assert halos or name in ("bars", "budget", "publication")


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
    heights = [CHARTS["communes"].height(rows, 340) for rows in ([head, unit], [head, unit, unit], [unit, unit])]

    assert heights[1] == heights[2] > heights[0]


def test_a_day_stands_in_its_month(style: Style) -> None:
    """The marks of days stand to scale between the uprights of the months."""
    svg = picture("due", DAYS, style)
    months = {word.text: word.left for word in words_of(svg) if word.text.isdigit()}
    first, last = (x for element, x, _ in placed(svg) if element.get("fill") == "var(--chart-plan)")

    assert months["4"] < first < months["5"]
    assert months["12"] < last


# Over the years.


def points(svg: ElementTree.Element) -> list[ElementTree.Element]:
    """The marks of a picture that stand for numbers."""
    return [one for one in svg.iter(f"{SVG}path") if one.get("stroke-width") == "2"]


def joins(svg: ElementTree.Element) -> list[ElementTree.Element]:
    """The lines of a picture that lead from one mark to another."""
    paints = ("var(--chart-result)", "var(--chart-plan)")
    return [one for one in svg.iter(f"{SVG}line") if one.get("stroke") in paints]


def pair(name: str, kind: str, joined: bool = True) -> list[Any]:
    """Two numbers of a kind, with a line or without."""
    if name == "trend":
        first = number(2015, 0.7, kind)
        return [*trend.placed([first, number(2016, 1.2, kind, first if joined else None)])]
    first = panels.Row(0, "A", kind, 2015, 0.7)
    return [first, panels.Row(0, "A", kind, 2016, 1.2, *((2015, 0.7) if joined else ()))]


@pytest.mark.parametrize("name", ["trend", "panels"])
def test_kinds_of_number_differ_without_colour(name: str, style: Style) -> None:
    """In black and white a result is a filled mark and a solid line; what is preliminary, estimated or intended has a
    hollow mark of its own, and a broken line."""
    marks, dashes = {}, {}
    for kind in KINDS:
        svg = picture(name, pair(name, kind), style)
        marks[kind] = points(svg)[-1]
        (dashes[kind],) = (line.get("stroke-dasharray") for line in joins(svg))
    looks = {(one.get("d"), one.get("fill") == "var(--paper)") for one in marks.values()}

    assert marks["result"].get("fill") == marks["result"].get("stroke")
    assert len(looks) == len(KINDS) == 4
    assert not dashes["result"] or dashes["result"] == "1,0"
    assert dashes["plan"] != dashes["preliminary"] == dashes["estimate"] != dashes["result"]


@pytest.mark.parametrize("name", ["trend", "panels"])
def test_no_line_is_drawn_that_the_rows_do_not_hold(name: str, style: Style) -> None:
    """Two years of two standards are two marks and no line."""
    assert len(joins(picture(name, pair(name, "result"), style))) == 1
    assert joins(picture(name, pair(name, "result", joined=False), style)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_break_is_an_upright_with_its_word(width: int, style: Style) -> None:
    """It stands between the years, dotted, and no line crosses it."""
    svg = picture("trend", TREND, style, width)
    uprights = [one for one, _, _ in placed(svg) if one.get("stroke-dasharray") == "1,4"]

    words = ["đổi chuẩn", "đổi chuẩn", "2023: không nêu chuẩn"]

    assert len(uprights) == 3
    assert [word.text for word in words_of(svg) if "chuẩn" in word.text] == words
    assert len(joins(svg)) == 3


@pytest.mark.parametrize("width", WIDTHS)
def test_years_stand_to_scale(width: int, style: Style) -> None:
    """From 2016 to 2023 it is seven times as far as from 2015 to 2016."""
    svg = picture("trend", TREND, style, width)
    marks, legend = {id(one) for one in points(svg)}, float(svg.get("height", 0)) - 30
    *_, before, first, last = sorted({x for one, x, y in placed(svg) if id(one) in marks and y < legend})

    assert last - first == pytest.approx(7 * (first - before), abs=0.2)


def test_years_leave_room_for_one_another(style: Style) -> None:
    """Where not every year can be written, the first, the last and those beside a break are."""
    rows = [number(year, 5.0) for year in (*range(2010, 2014), *range(2016, 2024))]
    rows.insert(4, trend.Row("break", 2014.5, label="đổi chuẩn", order=0))
    found = {}
    for width in WIDTHS:
        words = words_of(picture("trend", [*trend.placed(rows)], style, width))
        found[width] = sorted((word.text, word.left) for word in words if word.text.isdigit())
    small, large = ([year for year, _ in found[width]] for width in WIDTHS)

    assert {"2010", "2013", "2016", "2023"} <= set(large)
    assert {"2010", "2013", "2023"} <= set(small)
    assert len(large) > len(small)


def test_numbers_are_written_as_the_language_writes_them(style: Style) -> None:
    """The levels of a scale have the separator of the language, never that of the machine."""
    said = {word.text for word in words_of(picture("trend", pair("trend", "result"), style))}

    assert {"0,0%", "0,2%", "1,2%"} <= said


@pytest.mark.parametrize("name", ["trend", "panels"])
@pytest.mark.parametrize(("most", "decimals"), [(7.7, 0), (0.87, 1), (58.3, 0), (100, 0)])
def test_a_scale_is_written_in_round_numbers(name: str, most: float, decimals: int, style: Style) -> None:
    """It begins at nought and ends little above its largest number; its levels are told alike."""
    rows = [replace(row, value=most) for row in pair(name, "result", joined=False)]
    levels = {word.text[:-1] for word in words_of(picture(name, rows, style)) if word.text.endswith("%")}
    numbers = sorted(float(level.replace(",", ".")) for level in levels)

    assert len(levels) > 2
    assert numbers[0] == 0
    assert most - (numbers[1] - numbers[0]) < numbers[-1] < most + (numbers[1] - numbers[0])
    assert {len(level.partition(",")[2]) for level in levels} == {decimals}


def test_numbers_stand_where_they_cover_least() -> None:
    """The first free side is taken; where none is free, the one that covers least."""
    alone = [Spot(100, 100, "7,7")]
    rising = (Spot(100, 100, ""), Spot(140, 40, ""))
    under_a_word = [Spot(60, 70, "mục tiêu 2020")]

    assert sides(alone, [], [], [], (300, 200)) == ["start"] == [next(iter(SIDES))]
    assert sides(alone, [rising], [], [], (300, 200)) in (["end"], ["below"])
    assert sides(alone, [], under_a_word, [], (300, 200)) in (["below"], ["beside"])
    assert sides([Spot(100, 195, "0,0")], [], under_a_word, [], (300, 200))[0] != "below"
    assert sides([Spot(100, 100, "")], [], [], [], (300, 200)) == [None]
    assert sides(alone, [], [], [107], (300, 200)) == ["end"]


def test_a_phone_writes_the_ends_of_many_numbers() -> None:
    """Those between others are in the table and on a desk."""
    small = [row.label for row in TREND if row.side_narrow]
    large = [row.label for row in TREND if row.side]

    assert small == ["15,5", "13,4", "14,2", "7,0", "5,8", "3,37"]
    assert large == ["15,5", "13,4", "14,2", "11,1", "9,8", "8,4", "7,0", "5,8", "3,37"]


# Places side by side.


def test_names_over_panels_fit_in_a_wide_typeface(style: Style) -> None:
    """A long name goes on in another line, the picture is as much taller, and numbers leave the names room."""
    longer = [replace(row, place="Bắc Trung Bộ\nvà duyên hải\nmiền Trung") if row.panel else row for row in PANELS]
    lines = [word.text for word in words_of(picture("panels", longer, style, 340))]
    short, long = (CHARTS["panels"].height(rows, 720) for rows in (PANELS, longer))

    assert {"Bắc Trung Bộ", "và duyên hải", "miền Trung"} <= set(lines)
    assert long - short == LEADING


def test_panels_share_one_scale(style: Style) -> None:
    """The same height means the same number in each panel, and each begins at nought."""
    words = [word for word in words_of(picture("panels", PANELS, style)) if word.text.endswith("%")]
    levels = {text: {round(word.top, 1) for word in words if word.text == text} for text in {w.text for w in words}}

    assert "0%" in levels
    assert all(len(tops) == 1 for tops in levels.values())
    assert [len([word for word in words if word.text == text]) for text in levels] == [2] * len(levels)


def test_panels_stand_in_as_many_lines_as_they_need() -> None:
    """Two panels a line on a phone, four on a desk."""
    rows = [panels.Row(number, "Sơn La", "result", 2015 + year, 4.0) for number in range(5) for year in (0, 1)]
    one = {width: CHARTS["panels"].height(rows[:2], width) for width in WIDTHS}
    five = {width: CHARTS["panels"].height(rows, width) for width in WIDTHS}

    assert [round(five[width] / one[width]) for width in WIDTHS] == [3, 2]


# What the documentation says.


def test_the_chart_that_the_documentation_adds_is_drawn(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of docs/add-a-chart.md works as it stands, and its words leave one another room."""
    code = re.findall(r"```python\n(.*?)```", (ROOT / "docs/add-a-chart.md").read_text("utf-8"), re.DOTALL)
    module = ModuleType("population")
    monkeypatch.setitem(sys.modules, "population", module)
    for part in code:
        exec(compile(part, "docs/add-a-chart.md", "exec", dont_inherit=True), module.__dict__)
    monkeypatch.setitem(CHARTS, "population", module.POPULATION)
    svg = picture("population", list(module.ROWS), style, 340)

    assert {"Xã Ngọc Thiện", "15.200", "Xã Phúc Hòa", "9.100"} == {word.text for word in words_of(svg)}
    assert svg.get("height") == str(module.height(module.ROWS, 340))
    assert faults(ElementTree.tostring(svg)) == []
