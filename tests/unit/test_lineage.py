"""What lies above a place, where its ground went, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.derive.lineage import came_from, fates, formerly, province_of, today, units_above, went_to
from generator.derive.places import after, before
from generator.model.places import Change, Place, Relation
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
