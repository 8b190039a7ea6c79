"""The maps of the country: every province has its shape, the archipelagos are there, and a page can bear the weight."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.derive.facts import Facts, derive
from generator.derive.ground import plans_on
from generator.derive.places import after, before
from generator.model.maps import Inset, Map, Outline
from generator.model.places import Change, Place
from generator.model.site import Site
from generator.pages.parts import naming
from generator.pages.places import maps
from generator.pages.places.maps import MapView
from generator.read.site import read_site
from generator.render.theme import Theme
from tests.unit.small_duties import words
from tests.unit.small_site import PROJECT, place, plan, site

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
COUNTS = {"hien-nay": 34, "truoc-2025": 63}
STEP = re.compile(r"-?\d+")


@cache
def real() -> Site:
    found, _ = read_site(PROJECT)
    assert found
    return found


@cache
def theme() -> Theme:
    about = {lang: {"as_of": "2026-11-21"} for lang in ("vi", "en")}
    return Theme(PROJECT / "themes", "base", ("vi", "en"), "/", about)


def standing(one: Map, of: Site) -> dict[str, Place]:
    """The provinces of a map's day by their codes."""
    day = one.day or of.config.as_of
    return {place.code: place for place in of.places.values() if place.level == "province" and place.exists_on(day)}


def view(facts: Facts, id: str, lang: str = "vi") -> MapView:
    """The page of a map."""
    views = {one.path: one for one in maps.KIND.views(facts, lang, words()[lang])}
    found = views[maps.map_path(facts.site.maps[id])]
    assert isinstance(found, MapView)
    return found


def html(facts: Facts, id: str, lang: str = "vi") -> str:
    """The HTML of a map's page."""
    return theme().recipe(maps.KIND.template, lang)(view(facts, id, lang)).decode()


def letters(name: str) -> list[str]:
    """A name however its tone mark is placed: `Hòa` and `Hoà`."""
    return sorted(unicodedata.normalize("NFD", name))


def points(path: str) -> list[tuple[int, int]]:
    """The corners of a path of relative steps, in the units of its map."""
    x = y = 0
    found = []
    for ring in path.removesuffix("z").split("z"):
        steps = [int(one) for one in STEP.findall(ring)]
        for index in range(0, len(steps), 2):
            x, y = x + steps[index], y + steps[index + 1]
            found.append((x, y))
        x, y = found[-len(steps) // 2]
    return found


@pytest.mark.parametrize("id", COUNTS)
def test_every_province_of_the_day_has_a_shape(id: str) -> None:
    """No province is left off, whatever the portal knows of it; a code stands on a map once."""
    one = real().maps[id]
    codes = [outline.code for outline in one.outlines]

    assert len(set(codes)) == len(codes) == COUNTS[id]
    assert sorted(set(standing(one, real())) - set(codes)) == []


@pytest.mark.parametrize("id", COUNTS)
def test_a_shape_has_the_name_that_its_code_had_on_the_day(id: str) -> None:
    """Codes were reused: 24 was Bắc Giang and is Bắc Ninh."""
    one = real().maps[id]
    known = standing(one, real())
    wrong = [
        (outline.name, known[outline.code].name)
        for outline in one.outlines
        if outline.code in known and letters(outline.name) != letters(known[outline.code].name)
    ]

    assert known
    assert wrong == []
    assert {outline.name for outline in one.outlines if outline.code == "24"} == (
        {"Bắc Giang"} if one.day else {"Bắc Ninh"}
    )


@pytest.mark.parametrize("id", COUNTS)
def test_shapes_lie_on_the_map(id: str) -> None:
    """Paths are of relative steps and straight lines, inside the frame; each has its own tile."""
    one = real().maps[id]
    shapes: list[Outline | Inset] = [*one.outlines, *one.insets]
    corners = [corner for shape in shapes for corner in points(shape.path)]
    tiles = [(shape.column, shape.row) for shape in shapes]

    assert all(re.fullmatch(r"(?:m-?\d+(?: \d+|-\d+)+z)+", shape.path) for shape in shapes)
    assert all(0 <= x <= one.width and 0 <= y <= one.height for x, y in corners)
    assert len(set(tiles)) == len(tiles)
    assert all(1 <= column <= 8 and 1 <= row <= 24 for column, row in tiles)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("id", COUNTS)
def test_the_archipelagos_are_there(id: str, lang: str) -> None:
    """Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa; both have a drawing, name and tile; the sea has a name."""
    one = real().maps[id]
    page = html(derive(real()), id, lang)
    names = {outline.code: outline.name for outline in one.outlines}
    drawn = {inset.name: (names[inset.code], inset.path.count("z")) for inset in one.insets}
    tiles = page[page.index('<ul class="tiles">') :]

    assert drawn == {"Quần đảo Hoàng Sa": ("Đà Nẵng", 8), "Quần đảo Trường Sa": ("Khánh Hòa", 18)}
    assert all(f"<title>{name}, " in page for name in drawn)
    assert all(f">{name}<" in tiles for name in ("Hoàng Sa", "Trường Sa"))
    assert all(f">{word}</tspan>" in page for word in ("Biển", "Đông"))


@pytest.mark.parametrize("id", COUNTS)
def test_islands_of_a_frame_stay_in_it(id: str) -> None:
    """No mark lies outside its frame."""
    for inset in real().maps[id].insets:
        outside = [
            (x, y)
            for x, y in points(inset.path)
            if not (inset.x < x < inset.x + inset.width and inset.y < y < inset.y + inset.height)
        ]

        assert outside == []


@pytest.mark.parametrize("id", COUNTS)
def test_the_map_is_light(id: str) -> None:
    """With every province a link of an address as long as they come, the drawing and its style weigh under 20 KB."""
    one = real().maps[id]
    places = [
        place(f"thanh-pho-can-tho-den-{outline.code}", None, code=outline.code, name=outline.name, level="province")
        for outline in one.outlines
    ]
    whole = replace(real(), places={one.id: one for one in places}, changes=(), datasets={}, plans={})
    (drawing,) = re.findall(r'<svg class="map".*?</svg>', html(derive(whole), id), re.DOTALL)
    (style,) = (body for path, body in theme().assets() if path.startswith("tai-san/map."))

    assert drawing.count("<a ") == COUNTS[id] + 2
    assert len(drawing.encode()) + len(style) < 20_000


@pytest.mark.parametrize("id", COUNTS)
def test_the_credit_says_what_the_map_is_not(id: str) -> None:
    """The page names the source, its licence, and the islands that are marked by hand."""
    page = html(derive(real()), id)

    assert all(name in page for name in ("Natural Earth", "phạm vi công cộng"))
    assert all(name in page for name in ("Bạch Long Vĩ", "Lý Sơn", "Phú Quý", "gần đúng"))


def test_plans_are_marked_on_the_ground_of_the_day() -> None:
    """The plan of Yên Bái lies in today's Lào Cai, that of a district of Bắc Giang in today's Bắc Ninh."""
    facts = derive(real())
    now = {unit.name: unit.plans for unit in view(facts, "hien-nay").units if unit.plans}
    then = {unit.name: unit.plans for unit in view(facts, "truoc-2025").units if unit.plans}

    assert now == {"Tỉnh Tuyên Quang": 2, "Tỉnh Sơn La": 1, "Tỉnh Lào Cai": 1, "Tỉnh Bắc Ninh": 1}
    assert then == {"Tỉnh Tuyên Quang": 2, "Tỉnh Sơn La": 1, "Tỉnh Yên Bái": 1, "Tỉnh Bắc Giang": 1}


def test_a_mark_is_more_than_a_colour() -> None:
    """A province with plans is hatched and says so; its tile holds the number."""
    page = html(derive(real()), "hien-nay")

    assert page.count('<path fill="url(#soc)"') == 4
    assert '<pattern id="soc"' in page
    assert "<title>Tỉnh Tuyên Quang: 2 kế hoạch</title>" in page
    assert page.count("<b>2</b>") == 1


def small(**more: Any) -> Facts:
    """Two provinces on a map of three shapes."""
    outlines = tuple(
        Outline(code=code, name=name, short=name, x=5, y=5, column=1, row=row, path="m0 0 9 0 0 9z")
        for row, (code, name) in enumerate((("001", "Một"), ("003", "Ba")), 1)
    )
    one = Map(id="nay", title={"vi": "Bản đồ"}, lead={"vi": "…"}, credit={"vi": "…"}, width=9, height=9,
              outlines=outlines)  # fmt: skip
    places = (
        place("tinh-mot", None, code="001", name="Một", type="tỉnh"),
        place("tinh-hai", None, code="002", name="Hai", type="tỉnh"),
    )
    said: dict[str, Any] = {"maps": {"nay": one}, "places": {place.id: place for place in places}, **more}
    return derive(site(plans={}, datasets={}, changes=(), **said))


def test_what_has_no_page_is_no_link_and_what_has_no_shape_is_told() -> None:
    """Nothing leads nowhere, and no province is passed over in silence."""
    facts = small()
    units = {unit.name: (unit.href, bool(unit.path)) for unit in view(facts, "nay").units}
    page = html(facts, "nay")

    assert units == {
        "Tỉnh Một": ("dia-ban/tinh-mot/", True),
        "Tỉnh Hai": ("dia-ban/tinh-hai/", False),
        "Ba": ("", True),
    }
    assert page.count(words()["vi"]["map.no_shape"]) == 1
    assert page.count(words()["vi"]["map.no_page"]) == 1
    assert '<g><title>Ba</title><path d="m0 0 9 0 0 9z"/></g>' in page


def test_a_project_without_maps_has_no_page_of_them() -> None:
    """The list of places leads to maps only where there are any."""
    facts = small(maps={})

    assert list(maps.KIND.views(facts, "vi", words()["vi"])) == []
    assert naming.map_links(facts, "vi") == ()


def test_a_border_that_moved_carries_no_plan_over() -> None:
    """A plan goes with the ground of its province, wholly or in part, not with a strip of it."""
    places = (
        place("tinh-cu", None, last=EVE),
        place("tinh-moi", None, first=DAY),
        place("tinh-ben", None),
        place("huyen-a", "tinh-cu", last=EVE),
    )
    changes = (
        Change(day=DAY, before="tinh-cu", after="tinh-moi", relation="whole", basis=""),
        Change(day=DAY, before="tinh-cu", after="tinh-ben", relation="boundary", basis=""),
    )
    whole = site(places={one.id: one for one in places}, changes=changes, plans={"a": plan()})
    ways = before(whole), after(whole)

    assert plans_on(DAY, whole, *ways) == {"tinh-moi": 1}
    assert plans_on(EVE, whole, *ways) == {"tinh-cu": 1}
