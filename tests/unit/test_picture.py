"""Pictures: words are really drawn, colours follow the screen, and the same rows give the same bytes."""

from __future__ import annotations

import json
import re
import struct
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy
import pytest
import vl_convert

from generator.charts import CHARTS
from generator.charts.budget import Row as Sum
from generator.charts.figure import WIDTHS, Chart, Laid
from generator.charts.frame import PAINTS
from generator.charts.marks import draw
from generator.charts.style import FONT
from generator.model.diagnostic import Diagnostic, Span
from generator.render.language import TemplateFault
from generator.render.outlined import Typeface, outlined
from generator.render.picture import Drawing, Kind, PictureRecipe, Style, style_of
from generator.render.theme import Theme
from generator.render.unmeasured import sized, unmeasured
from generator.render.vega import ChartDrawing, ChartRecipe

ROOT = Path(__file__).parents[2]
WORDS = {"format.decimal": ",", "format.thousands": "."}
SVG = "{http://www.w3.org/2000/svg}"

Row = Mapping[str, str | int | float | None]
LAID = {name: chart for name, chart in CHARTS.items() if isinstance(chart, Laid)}
MONEY = (
    Sum(0, "Vốn vay <ưu đãi> & khác", "Vốn vay", 3000000.0, "3.000.000"),
    Sum(1, "Vốn Trung ương", "Vốn Trung ương", 1621667.0, "1.621.667"),
)


@pytest.fixture(scope="module")
def style() -> Style:
    theme = Theme(ROOT / "themes", "base", ("vi",))
    return style_of(theme.fonts(), theme.tokens, PAINTS, FONT)


def budget(kind: Kind, style: Style, width: int = 340) -> ChartRecipe:
    chart = CHARTS["budget"]
    assert isinstance(chart, Chart)
    return ChartRecipe(chart=chart.name, template=chart.template, words=(), width=width, kind=kind, style=style)


def money(rows: tuple[Sum, ...] = MONEY, **said: Any) -> ChartDrawing:
    title = said.pop("title", "Một <tiêu đề>")
    return ChartDrawing(lang="vi", rows=rows, traits=(), title=title, description="Hai & ba", **said)


def recipe(chart: Laid, kind: Kind, style: Style, width: int = 340) -> PictureRecipe:
    words = tuple(sorted(WORDS.items()))
    return PictureRecipe(chart=chart.name, draw=draw, lay=chart.lay, words=words, width=width, kind=kind, style=style)


def drawing(rows: tuple[Row, ...], **said: Any) -> Drawing:
    return Drawing(lang="vi", rows=rows, title="Một <tiêu đề>", description="Hai & ba", **said)


def trend(*points: tuple[str, float | None, str | None, str | None]) -> tuple[Row, ...]:
    """Rows of a trend: (slot, value, kind, slot of the year before that a line may come from)."""
    values = {slot: value for slot, value, _, _ in points}
    empty = dict.fromkeys(LAID["trend"].columns)
    return tuple(
        {
            **empty, "slot": slot, "value": value, "kind": kind, "from_slot": before, "lead": 1,
            "from_value": values.get(before or ""), "label": None if value is None else str(value),
            "gap": "đổi chuẩn" if "|" in slot else None,
        }
        for slot, value, kind, before in points
    )  # fmt: skip


def words_in(svg: bytes) -> list[str]:
    return [text for text in ElementTree.fromstring(svg).itertext() if text.strip()]


def joins(svg: bytes, style: Style, token: str) -> list[ElementTree.Element]:
    """The lines of a colour that lead from one mark to another."""
    root = ElementTree.fromstring(svg)
    return [one for one in root.iter(f"{SVG}line") if one.get("stroke") == f"var(--{token})" and one.get("y2") != "0"]


def paper(words: str) -> str:
    """A sheet of 160 by 160 with words on it."""
    sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160" font-family="{}">'
    return sheet.format("'Congkhai Sans'") + f'<rect width="160" height="160" fill="#fbf1dc"/>{words}</svg>'


def pixels(svg: str) -> Any:
    """What is drawn, as red, green, blue and opacity (0 to 255) of each pixel: the renderer's own file, unpacked."""
    png = vl_convert.svg_to_png(svg, scale=2)
    width, height = struct.unpack(">II", png[16:24])
    packed, at = b"", 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        packed += png[at + 8 : at + 8 + size] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += size + 12
    rows = numpy.frombuffer(zlib.decompress(packed), numpy.uint8).reshape(height, 4 * width + 1)
    assert (rows[:, 0] == 1).all(), "each row is told by the differences of its pixels"
    return rows[:, 1:].reshape(height, width, 4).cumsum(axis=1, dtype=numpy.uint8).astype(int)


@pytest.mark.parametrize("name", LAID)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_is_as_large_as_its_page_expects(name: str, width: int, style: Style) -> None:
    """The height that a page keeps free is the height that is drawn."""
    chart = LAID[name]
    numbers = {
        "rate": 4.0,
        "cut": 1.0,
        "start": 3.0,
        "end": 1.0,
        "value": 2.0,
        "aim": 4.0,
        "shown": 3.0,
        "x": 0.5,
        "lead": 1,
    }
    rows: tuple[Row, ...] = tuple(
        {
            **dict.fromkeys(chart.columns, place),
            **{k: v for k, v in ({**numbers, "panel": number}).items() if k in chart.columns},
            "kind": "unit",
        }
        for number, place in enumerate(("A", "B"))
    )
    root = ElementTree.fromstring(recipe(chart, "screen", style, width)(drawing(rows)))

    assert (root.get("width"), root.get("height")) == (str(width), str(chart.height(rows, width)))


def test_printed_numbers_stand_in_the_picture_as_given(style: Style) -> None:
    """Coordinates are shortened; `1.621.667` is no coordinate."""
    found = words_in(budget("screen", style, 720)(money()))

    assert {"3.000.000", "1.621.667", "Vốn vay <ưu đãi> & khác"} <= set(found)


@pytest.mark.parametrize("name", LAID)
def test_words_stand_where_the_renderer_puts_them_when_it_measures(name: str, style: Style) -> None:
    """Sparing the renderer its measuring changes no place and no size."""
    chart = LAID[name]
    numbers = dict.fromkeys(("value", "rate", "cut", "start", "end", "aim", "shown", "x", "y", "lead"), 1)
    rows = [{**dict.fromkeys(chart.columns, "A"), "kind": "unit", "panel": 0, **numbers}]
    sheet = chart.lay(rows, WORDS, 340)
    vega = vl_convert.vegalite_to_vega(json.dumps(draw(*sheet.size)).replace('"portal"', json.dumps(style.font)))
    vega["data"][0]["values"] = [dict(one.row()) for one in sheet.marks]

    assert sized(vl_convert.vega_to_svg(unmeasured(vega))) == vl_convert.vega_to_svg(vega)


def test_no_line_crosses_a_break(style: Style) -> None:
    """Two years of two standards are two marks, an empty column and a word, and no line."""
    rows = trend(("2015", 7.7, "result", None), ("|1", None, None, None), ("2016", 6.5, "result", None))
    joined = trend(("2015", 7.7, "result", None), ("2016", 6.5, "result", "2015"))
    make = recipe(LAID["trend"], "screen", style)
    broken = make(drawing(rows))

    assert joins(broken, style, "chart-result") == []
    assert "đổi chuẩn" in words_in(broken)
    assert len(joins(make(drawing(joined)), style, "chart-result")) == 1


def test_a_picture_names_and_describes_itself(style: Style) -> None:
    """A screen reader hears our title and description, and none of the renderer's English labels."""
    svg = budget("screen", style)(money())
    root = ElementTree.fromstring(svg)

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == ["Một <tiêu đề>", "Hai & ba"]
    assert b"aria-roledescription" not in svg


def test_colours_follow_the_screen(style: Style) -> None:
    """Each colour is a custom property with a light and a dark value."""
    svg = budget("screen", style)(money()).decode()
    used = set(re.findall(r"var\(--([a-z-]+)\)", svg))
    light, dark = (part for part in re.findall(r"svg\{([^}]*)\}", svg))

    assert {"ink", "paper", "chart-plan"} <= used
    assert all(f"--{token}:" in light and f"--{token}:" in dark for token in used)
    assert light != dark


def test_a_poster_is_for_any_program(style: Style) -> None:
    """What is taken along bears its title and source, and plain colours that every program knows."""
    svg = budget("poster", style)(money(source="Nguồn: kế hoạch 131", about="triệu đồng"))

    assert {"Nguồn: kế hoạch 131", "triệu đồng"} <= set(words_in(svg))
    assert b"var(--" not in svg


def test_an_address_longer_than_a_line_stays_on_the_poster(style: Style) -> None:
    """Nothing is cut off at the edge: where a line ends, the address goes on in the next."""
    address = "https://example.org/" + "-".join(["bieu-do"] * 20)
    found = words_in(budget("poster", style, 720)(money(source=f"Nguồn: kế hoạch 131. {address}")))

    assert address in "".join(found)
    assert max(map(len, found)) < 100


def test_words_are_really_drawn(style: Style) -> None:
    """A typeface that is not known would leave the words out of a PNG without an error."""
    poster = budget("poster", style)(money())
    png = budget("png", style)(money())
    wordless = re.sub(r">[^<>]+</text>", "></text>", poster.decode())

    assert png.startswith(b"\x89PNG")
    assert len(png) > 1.5 * len(vl_convert.svg_to_png(wordless, scale=2))


def test_vietnamese_words_are_drawn_with_all_their_marks(style: Style) -> None:
    """Neither a title nor one tone mark of it is lost on the way to pixels."""
    make = budget("png", style)
    pictures = {
        make(money(title=title))
        for title in ("", "Tỉ lệ hộ nghèo", "Tỉ lệ hô nghèo", "Tỉ lệ hộ nghéo", "Ti lệ hộ nghèo")
    }

    assert len(pictures) == 5


PLACES = [
    'x="80" y="80" text-anchor="start"',
    'x="80" y="80" text-anchor="middle"',
    'text-anchor="end" transform="translate(150.5,80)"',
    'text-anchor="middle" transform="translate(80,80) rotate(-30)"',
    'text-anchor="end" transform="translate(80,20) rotate(270)" fill-opacity="0.5"',
    'text-anchor="middle" transform="translate(80,80)" stroke="#ffffff" stroke-width="4" stroke-linejoin="round"',
    'text-anchor="middle" transform="translate(80,80)" stroke="#b45309" stroke-width="2" opacity="0.5"',
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words",
    [
        "Hộ &amp; Tỷ",
        "  Vùng   ưu\n tiên ",
        '<tspan>Vốn vay</tspan><tspan x="0" dy="18">AVA, To</tspan>',
        '<tspan/><tspan x="0" dy="18">Đường 5,8</tspan>',
    ],
)
@pytest.mark.parametrize("weight", [400, 600])
def test_outlines_are_what_the_renderer_draws_of_words(place: str, words: str, weight: int, style: Style) -> None:
    """Same letters, kerning, anchor, lines, turn and paint: no pixel is off by more than a rounding."""
    vl_convert.register_font_directory(style.folder)
    written = paper(f'<text {place} font-size="14px" font-weight="{weight}" fill="#191d1f">{words}</text>')
    made = outlined(written, Typeface(style.folder, style.font))
    theirs = pixels(written)
    apart = abs(pixels(made) - theirs)

    assert "<text" not in made
    assert len(numpy.unique(theirs)) > 10
    assert apart.max() <= 40
    assert apart.mean() < 0.01


def test_words_that_a_decomposed_spelling_makes_are_the_same_words(style: Style) -> None:
    """A letter and its marks, written apart, are the letter with its marks."""
    face = Typeface(style.folder, style.font)

    assert face.shape(unicodedata.normalize("NFD", "Tỉ lệ hộ nghèo Đắk Lắk"), 400) == face.shape(
        "Tỉ lệ hộ nghèo Đắk Lắk", 400
    )


def test_a_letter_that_the_typeface_lacks_is_told(style: Style) -> None:
    """It would be a hole, or a box, in a picture that someone cites."""
    make = budget("png", style)

    with pytest.raises(TemplateFault) as told:
        make(money(title="Hộ 貧 nghèo"))

    assert told.value.diagnostic == Diagnostic(
        "letter-not-in-font",
        Span("themes/base/assets/fonts/ttf"),
        {"letter": "貧", "point": "U+8CA7", "words": "Hộ 貧 nghèo"},
    )


@pytest.mark.parametrize(
    "text",
    [
        '<text font-size="14px" font-style="italic">a</text>',
        '<text font-size="14px" style="fill:red">a</text>',
        '<text x="1">a</text>',
        '<text font-size="14px"/>',
        '<text font-size="14px">a<tspan x="0">b</tspan></text>',
        '<text font-size="14px"><tspan>a</tspan><tspan dy="9">b</tspan></text>',
        '<text font-size="14px"><a>b</a></text>',
    ],
)
def test_a_form_of_words_that_has_no_outline_is_refused(text: str, style: Style) -> None:
    """What is not understood is not drawn in some other way."""
    with pytest.raises(ValueError, match=r"has no outline|could not convert"):
        outlined(paper(text), Typeface(style.folder, style.font))


def test_a_theme_without_fonts_draws_nothing(style: Style, tmp_path: Path) -> None:
    """Missing fonts are told aloud, both when there are none and when they are of another name."""
    other = Style("No Such Letters", style.stack, style.folder, style.letters, style.paints)
    tokens = {"light": {}, "dark": {}, "both": {"font": '"No Such Letters"'}}

    with pytest.raises(FileNotFoundError):
        style_of((), tokens, {}, FONT)
    with pytest.raises(RuntimeError, match="No Such Letters"):
        budget("screen", other)(money())


def test_the_same_rows_give_the_same_bytes(style: Style) -> None:
    """A picture can be remembered: neither another run nor another picture in between changes it."""
    one, other = (budget(kind, style) for kind in ("screen", "png"))
    first = (one(money()), other(money()))
    one(money(MONEY[:1]))

    assert (one(money()), other(money())) == first


def test_the_digest_tells_what_shapes_a_picture(style: Style) -> None:
    """Width, kind, words, letters and paints count; the folder that the fonts lie in does not."""
    moved = Style(style.font, style.stack, "/elsewhere", style.letters, style.paints)
    repainted = Style(style.font, style.stack, style.folder, style.letters, style.paints[1:])
    digests = {
        budget("screen", style).digest,
        budget("png", style).digest,
        budget("screen", style, 720).digest,
        budget("screen", repainted).digest,
        replace(budget("screen", style), chart="bars").digest,
        replace(budget("screen", style), words=(("format.decimal", ","),)).digest,
    }

    assert len(digests) == 6
    assert budget("screen", moved).digest in digests
