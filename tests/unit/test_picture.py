"""Pictures: words are really drawn, colours follow the screen, and the same rows give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import vl_convert

from generator.charts import CHARTS
from generator.charts.figure import WIDTHS, Chart
from generator.charts.frame import PAINTS
from generator.render.picture import Drawing, Kind, PictureRecipe, Style, style_of
from generator.render.theme import Theme

ROOT = Path(__file__).parents[2]
WORDS = {"format.decimal": ",", "format.thousands": "."}
SVG = "{http://www.w3.org/2000/svg}"

Row = Mapping[str, str | int | float | None]
MONEY: tuple[Row, ...] = (
    {"name": "Vốn vay <ưu đãi> & khác", "name_narrow": "\nVốn vay", "value": 3000000.0, "label": "3.000.000"},
    {"name": "Vốn Trung ương", "name_narrow": "\nVốn Trung ương", "value": 1621667.0, "label": "1.621.667"},
)


@pytest.fixture(scope="module")
def style() -> Style:
    theme = Theme(ROOT / "themes", "base", ("vi",))
    return style_of(theme.fonts(), theme.tokens, PAINTS)


def recipe(chart: Chart, kind: Kind, style: Style, width: int = 340) -> PictureRecipe:
    words = tuple(sorted(WORDS.items()))
    return PictureRecipe(chart=chart.name, draw=chart.draw, words=words, width=width, kind=kind, style=style)


def drawing(rows: tuple[Row, ...] = MONEY, **said: Any) -> Drawing:
    return Drawing(lang="vi", rows=rows, title="Một <tiêu đề>", description="Hai & ba", **said)


def trend(*points: tuple[str, float | None, str | None, str | None]) -> tuple[Row, ...]:
    """Rows of a trend: (slot, value, kind, slot of the year before that a line may come from)."""
    values = {slot: value for slot, value, _, _ in points}
    empty = dict.fromkeys(CHARTS["trend"].columns)
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


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_is_as_large_as_its_page_expects(name: str, width: int, style: Style) -> None:
    """The height that a page keeps free is the height that is drawn."""
    chart = CHARTS[name]
    numbers = {"rate": 4.0, "cut": 1.0, "start": 3.0, "end": 1.0, "value": 2.0, "lead": 1}
    rows: tuple[Row, ...] = tuple(
        {
            **dict.fromkeys(chart.columns, place),
            **{k: v for k, v in numbers.items() if k in chart.columns},
            "kind": "unit",
        }
        for place in ("A", "B")
    )
    root = ElementTree.fromstring(recipe(chart, "screen", style, width)(drawing(rows)))

    assert (root.get("width"), root.get("height")) == (str(width), str(chart.height(rows, width)))


def test_printed_numbers_stand_in_the_picture_as_given(style: Style) -> None:
    """Coordinates are shortened; `1.621.667` is no coordinate."""
    found = words_in(recipe(CHARTS["budget"], "screen", style, 720)(drawing()))

    assert {"3.000.000", "1.621.667", "Vốn vay <ưu đãi> & khác"} <= set(found)


def test_no_line_crosses_a_break(style: Style) -> None:
    """Two years of two standards are two marks, an empty column and a word, and no line."""
    rows = trend(("2015", 7.7, "result", None), ("|1", None, None, None), ("2016", 6.5, "result", None))
    joined = trend(("2015", 7.7, "result", None), ("2016", 6.5, "result", "2015"))
    make = recipe(CHARTS["trend"], "screen", style)
    broken = make(drawing(rows))

    assert joins(broken, style, "chart-result") == []
    assert "đổi chuẩn" in words_in(broken)
    assert len(joins(make(drawing(joined)), style, "chart-result")) == 1


def test_a_picture_names_and_describes_itself(style: Style) -> None:
    """A screen reader hears our title and description, and none of the renderer's English labels."""
    svg = recipe(CHARTS["budget"], "screen", style)(drawing())
    root = ElementTree.fromstring(svg)

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == ["Một <tiêu đề>", "Hai & ba"]
    assert b"aria-roledescription" not in svg


def test_colours_follow_the_screen(style: Style) -> None:
    """No sentinel is left: each is a custom property with a light and a dark value."""
    svg = recipe(CHARTS["budget"], "screen", style)(drawing()).decode()
    used = set(re.findall(r"var\(--([a-z-]+)\)", svg))
    light, dark = (part for part in re.findall(r"svg\{([^}]*)\}", svg))

    assert not [mark for mark in PAINTS.values() if mark in svg]
    assert {"ink", "paper", "chart-plan"} <= used
    assert all(f"--{token}:" in light and f"--{token}:" in dark for token in used)
    assert light != dark


def test_a_poster_is_for_any_program(style: Style) -> None:
    """What is taken along bears its title and source, and plain colours that every program knows."""
    svg = recipe(CHARTS["budget"], "poster", style)(drawing(source="Nguồn: kế hoạch 131", about="triệu đồng"))

    assert {"Nguồn: kế hoạch 131", "triệu đồng"} <= set(words_in(svg))
    assert b"var(--" not in svg
    assert not [mark for mark in PAINTS.values() if mark.encode() in svg]


def test_words_are_really_drawn(style: Style) -> None:
    """A typeface that is not known would leave the words out of a PNG without an error."""
    poster = recipe(CHARTS["budget"], "poster", style)(drawing())
    png = recipe(CHARTS["budget"], "png", style)(drawing())
    wordless = re.sub(r">[^<>]+</text>", "></text>", poster.decode())

    assert png.startswith(b"\x89PNG")
    assert len(png) > 1.5 * len(vl_convert.svg_to_png(wordless, scale=2))


def test_a_theme_without_fonts_draws_nothing(style: Style, tmp_path: Path) -> None:
    """Missing fonts are told aloud, both when there are none and when they are of another name."""
    other = Style("No Such Letters", style.stack, style.folder, style.letters, style.paints)
    tokens = {"light": {}, "dark": {}, "both": {"font": '"No Such Letters"'}}

    with pytest.raises(FileNotFoundError):
        style_of((), tokens, {})
    with pytest.raises(RuntimeError, match="No Such Letters"):
        recipe(CHARTS["budget"], "screen", other)(drawing())


def test_the_same_rows_give_the_same_bytes(style: Style) -> None:
    """A picture can be remembered: neither another run nor another picture in between changes it."""
    one, other = (recipe(CHARTS["budget"], kind, style) for kind in ("screen", "png"))
    first = (one(drawing()), other(drawing()))
    one(drawing(MONEY[:1]))

    assert (one(drawing()), other(drawing())) == first


def test_the_digest_tells_what_shapes_a_picture(style: Style) -> None:
    """Width, kind, words, letters and paints count; the folder that the fonts lie in does not."""
    chart = CHARTS["budget"]
    moved = Style(style.font, style.stack, "/elsewhere", style.letters, style.paints)
    repainted = Style(style.font, style.stack, style.folder, style.letters, style.paints[1:])
    digests = {
        recipe(chart, "screen", style).digest,
        recipe(chart, "png", style).digest,
        recipe(chart, "screen", style, 720).digest,
        recipe(chart, "screen", repainted).digest,
        recipe(CHARTS["trend"], "screen", style).digest,
    }

    assert len(digests) == 5
    assert recipe(chart, "screen", moved).digest in digests
