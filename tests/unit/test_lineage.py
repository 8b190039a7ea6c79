"""What lies above a place, where its ground went, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.derive.lineage import came_from, fates, formerly, province_of, today, units_above, went_to
from generator.derive.places import after, before
from generator.model.places import Change, Place, Relation
from generator.pages.parts.lineage import communes_today
from generator.pages.parts.search_places import unpaged
from generator.pages.places import place
from generator.pages.places.place import PlaceView
from generator.site.urls import URLS
from tests.portal import facts, words
from tests.unit import small_site

END, DAY = date(2025, 6, 30), date(2025, 7, 1)


def unit(id: str, level: Any, parent: str | None = None, *, until: date | None = None) -> Place:
    """A unit that has stood for ever, until a day."""
    return Place(id=id, code="", name=id, type=level, level=level, parent=parent, valid_from=None, valid_to=until)


def change(old: str, new: str, relation: Relation, day: date = DAY) -> Change:
    return Change(day=day, before=old, after=new, relation=relation, basis="Nghị quyết 1")


def land() -> Any:
    """A district that became a town, which ended within a province; a commune that was merged and split."""
    units = (
        unit("nuoc", "country"), unit("tinh", "province", "nuoc"),
        unit("huyen", "district", "tinh", until=date(2023, 12, 31)),
        unit("thi-xa", "district", "tinh", until=END), unit("xa-1", "commune", "huyen", until=END),
        unit("xa-2", "commune", "huyen", until=END), unit("xa-3", "commune", "tinh"), unit("xa-4", "commune", "tinh"),
        unit("bo", "commune", "huyen", until=END),
    )  # fmt: skip
    changes = (
        change("huyen", "thi-xa", "whole", date(2024, 1, 1)), change("thi-xa", "tinh", "within"),
        change("xa-1", "xa-3", "whole"), change("xa-2", "xa-3", "part"), change("xa-2", "xa-4", "part"),
        change("xa-3", "xa-4", "boundary"),
    )  # fmt: skip
    return small_site.site(places={one.id: one for one in units}, changes=changes)


def test_the_units_above_a_place_stand_the_nearest_first() -> None:
    """The country is the last of them, and has none itself."""
    places = land().places

    assert [place.id for place in units_above("xa-1", places)] == ["huyen", "tinh", "nuoc"]
    assert units_above("nuoc", places) == ()


def test_a_circle_of_units_is_walked_once() -> None:
    """It ends with the unit that it began with, or where it meets itself."""
    places = {
        one.id: one for one in (unit("a", "district", "b"), unit("b", "district", "a"), unit("c", "commune", "a"))
    }

    assert [place.id for place in units_above("a", places)] == ["b", "a"]
    assert [place.id for place in units_above("c", places)] == ["a", "b"]


def test_a_province_lies_in_itself_and_a_country_in_none() -> None:
    """Every unit below a province has one."""
    found = [known.id if (known := province_of(id, land().places)) else None for id in ("xa-1", "tinh", "nuoc")]

    assert found == ["tinh", "tinh", None]


def test_a_border_that_moved_makes_no_successor() -> None:
    """The ways along changes take whole and partial successions, and forward also the ground of an ended level."""
    site = land()

    assert went_to("huyen", after(site)) == ("thi-xa", "tinh")
    assert went_to("xa-2", after(site)) == ("xa-3", "xa-4")
    assert came_from("xa-4", before(site)) == ("xa-2",)
    assert came_from("tinh", before(site)) == ()


def test_what_became_of_a_place_is_told_in_units_of_today() -> None:
    """A level has ended where no unit of it holds the ground today, however many steps lie between."""
    site = land()
    now = today(site, after(site))
    found = fates(site, now, formerly(now))

    assert {id: [one.id for one in fate.successors] for id, fate in found.items()} == {
        "huyen": ["tinh"], "thi-xa": ["tinh"], "xa-1": ["xa-3"], "xa-2": ["xa-3", "xa-4"], "bo": [],
    }  # fmt: skip
    assert {id for id, fate in found.items() if not fate.same_level} == {"huyen", "thi-xa", "bo"}
    assert [place.id for place in found["xa-2"].provinces] == ["tinh"]
    assert found["xa-1"].alone is False


def place_of(id: str) -> PlaceView:
    """The page of a place of the real portal."""
    return next(view for view in place.views(facts(), "vi", words("vi")) if view.path == URLS.place(id))


def test_a_border_that_moved_stands_apart_from_what_a_place_became() -> None:
    """Hòa Bình lost four communes to Hà Nội in 2008 and became part of Phú Thọ in 2025; Văn Chấn's level ended."""
    view, district = place_of("tinh-hoa-binh-den-2025"), place_of("huyen-van-chan-yen-bai-den-2025")

    assert [one.place.label for one in view.after] == ["Tỉnh Phú Thọ"]
    assert [one.place.label for one in view.borders] == ["Thành phố Hà Nội"]
    assert [one.place.label for one in place_of("thanh-pho-ha-noi").borders] == ["Tỉnh Hoà Bình", "Tỉnh Vĩnh Phúc"]
    assert [one.place.label for one in district.borders] == ["Thị xã Nghĩa Lộ"]
    assert district.dissolved


def test_a_district_that_ended_names_the_communes_of_today_on_its_ground() -> None:
    """From its communes with a page and from those that are only listed; of more than six, how many."""
    assert "Xã Nhã Nam, Xã Phúc Hòa" in place_of("huyen-tan-yen-bac-giang-den-2025").fate
    assert "7 xã, phường" in place_of("huyen-mu-cang-chai-yen-bai-den-2025").fate
    assert "13 xã, phường" in place_of("huyen-van-chan-yen-bai-den-2025").fate
    assert communes_today(facts().site.places["tinh-yen-bai-den-2025"], facts(), words("vi")) == ()


def test_a_listed_commune_whose_successor_is_not_known_says_so() -> None:
    """A list that tells only the province of today leaves nobody to think that there is no commune."""
    site = facts().site
    untold = {unit.id for unit in site.lookup if unit.level == "commune" and unit.until and not unit.communes}
    units = [unit for group in unpaged(facts(), words("vi")).values() for unit in group]

    assert untold
    assert {unit.anchor for unit in units if "chưa ghi nhận" in unit.note} == untold - set(site.places)
