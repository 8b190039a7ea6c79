"""Pictures: words are really drawn, colours follow the screen, and the same rows give the same bytes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import vl_convert
from fontTools.ttLib import TTFont

from generator.charts import CHARTS
from generator.charts.budget import Row as Sum
from generator.charts.panels import Row as Panel
from generator.charts.style import FONT, TOKENS
from generator.model.diagnostic import Diagnostic, Span
from generator.render.language import TemplateFault
from generator.render.picture import Drawing, Kind, PictureRecipe, Style, style_of
from generator.render.theme import Theme

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
MONEY = (
    Sum(0, "Vốn vay <ưu đãi> & khác", "Vốn vay", 3000000.0, "3.000.000"),
    Sum(1, "Vốn Trung ương", "Vốn Trung ương", 1621667.0, "1.621.667"),
)


@pytest.fixture(scope="module")
def style() -> Style:
    theme = Theme(ROOT / "themes", "base", ("vi",))
    return style_of(theme.fonts(), theme.tokens, TOKENS, FONT)


def budget(kind: Kind, style: Style, width: int = 340) -> PictureRecipe:
    return PictureRecipe(chart=CHARTS["budget"], words=(), width=width, kind=kind, style=style)


def money(rows: tuple[Any, ...] = MONEY, **said: Any) -> Drawing:
    title = said.pop("title", "Một <tiêu đề>")
    return Drawing(lang="vi", rows=rows, title=title, description="Hai & ba", **said)


def words_in(svg: bytes) -> list[str]:
    return [text for text in ElementTree.fromstring(svg).itertext() if text.strip()]


def test_printed_numbers_stand_in_the_picture_as_given(style: Style) -> None:
    """Coordinates are shortened; `1.621.667` is no coordinate."""
    found = words_in(budget("screen", style, 720)(money()))

    assert {"3.000.000", "1.621.667", "Vốn vay <ưu đãi> & khác"} <= set(found)


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


def test_words_that_a_decomposed_spelling_makes_are_the_same_words(style: Style) -> None:
    """A letter and its marks, written apart, are the letter with its marks."""
    title = "Tỉ lệ hộ nghèo Đắk Lắk"
    make = budget("png", style)

    assert make(money(title=unicodedata.normalize("NFD", title))) == make(money(title=title))


def test_fonts_of_the_machine_change_no_byte(style: Style, tmp_path: Path) -> None:
    """Where a typeface of the same family is installed, with other letters, pictures are the same."""
    heavy = TTFont(Path(style.folder) / "noto-sans-600.ttf")
    for name in heavy["name"].names:
        if name.nameID in (1, 4, 16):
            name.string = "Noto Sans"
    heavy.save(tmp_path / "installed.ttf")
    code = (
        "import sys, vl_convert; [vl_convert.register_font_directory(folder) for folder in sys.argv[1:]]\n"
        "from pathlib import Path; from hashlib import sha256\n"
        "from tests.unit.test_picture import *\n"
        "theme = Theme(ROOT / 'themes', 'base', ('vi',))\n"
        "drawn_in = style_of(theme.fonts(), theme.tokens, TOKENS, FONT)\n"
        "print([sha256(budget(kind, drawn_in)(money())).hexdigest() for kind in ('screen', 'poster', 'png')])"
    )
    commands = [[sys.executable, "-c", code, *folders] for folders in ([], [str(tmp_path)])]
    digests = {subprocess.check_output(command, cwd=ROOT, text=True) for command in commands}

    assert len(digests) == 1


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
        replace(budget("screen", style), chart=CHARTS["bars"]).digest,
        replace(budget("screen", style), words=(("format.decimal", ","),)).digest,
    }

    assert len(digests) == 6
    assert budget("screen", moved).digest in digests


def test_a_specification_for_scripts_is_compiled_and_holds_no_rows(style: Style) -> None:
    """A script fills it, says how high it is, and draws it in the colours of the page."""
    recipe = replace(budget("vega", style), chart=CHARTS["panels"], words=(("format.decimal", ","),))
    vega = json.loads(recipe(money(rows=(Panel(0, "A", "result", 2020),))))

    assert vega["$schema"].endswith("/vega/v6.json")
    assert vega["data"][0] == {"name": "rows"}
    assert "height" not in vega
    assert vega["autosize"] == "none"
    assert "var(--ink)" in json.dumps(vega)


def test_what_draws_in_the_browser_is_what_the_packages_hold() -> None:
    """Vega and its interpreter come from npm packages, pinned by hash, of the version that draws our pictures."""
    folder = ROOT / "themes/base/assets/js/vega"
    sums = dict(line.split()[::-1] for line in (ROOT / "tools/vega/SHA256SUMS").read_text("utf-8").splitlines())
    lock = json.loads((ROOT / "tools/vega/package-lock.json").read_text("utf-8"))["packages"]

    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.js")} == sums
    assert lock["node_modules/vega"]["version"] == vl_convert.get_vega_version()
    assert all("integrity" in package for name, package in lock.items() if name)
    assert "University of Washington" in (folder / "LICENSE.txt").read_text("utf-8")
