"""Units that can only be looked up, and regions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check.known import known
from generator.check.lookup import ends, references, regions
from generator.model.places import Lookup
from generator.read.files import Folder
from generator.read.places import UNITS, read_places
from generator.read.site import read_site
from tests.portal import facts

SMALL = Path(__file__).parents[1] / "sites" / "small"
PLACES = (
    "id,code,name,type,level,parent,valid_from,valid_to,from_known,aliases,note,sources",
    "tinh-a,01,A,tỉnh,province,,,,true,,,",
    "tinh-b-den-2025,02,B,tỉnh,province,,,2025-06-30,true,,,",
    "tinh-b,02,B,tỉnh,province,,2025-07-01,,true,,,",
    "vung-bac-den-2025,,Bắc,vùng,region,,,2025-06-30,true,,,",
)
LOOKUP = "id,code,name,type,level,parent_name,province,until,became,communes,sources"
REGIONS = "id,scheme,name_vi,name_en,members,sources"


def project(root: Path, lookup: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> Path:
    """A project of three provinces and a region, with these rows."""
    (root / UNITS).mkdir(parents=True)
    for name, rows in (("units", PLACES), ("lookup", (LOOKUP, *lookup)), ("regions", (REGIONS, *regions))):
        (root / UNITS / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (root / "site.yaml").write_bytes((SMALL / "site.yaml").read_bytes())
    return root


def wrong(root: Path) -> list[tuple[str, int]]:
    """What the rules say of a project that can be read, by line."""
    site, found = read_site(root)
    assert site is not None
    assert found == []
    facts = known(site)
    return [(one.code, one.at.line) for rule in (references, ends, regions) for one in rule(facts)]


def test_a_row_is_read_with_its_fate(tmp_path: Path) -> None:
    """Lists stand in a cell; a unit of today has no last day."""
    rows = (
        'xa-cu,00002,Cũ,xã,commune,"Huyện Một, tỉnh B",tinh-b-den-2025,2025-06-30,tinh-b,xa-moi;phuong-moi,',
        "xa-moi,,Mới,xã,commune,Tỉnh B,tinh-b,,,,",
    )
    old, new = read_places(Folder(project(tmp_path, rows))).lookup

    assert (old.until, old.became, old.communes) == (date(2025, 6, 30), "tinh-b", ("xa-moi", "phuong-moi"))
    assert (old.parent_name, old.full_name) == ("Huyện Một, tỉnh B", "Xã Cũ")
    assert (new.code, new.until, new.became, new.communes) == ("", None, None, ())
    assert isinstance(new, Lookup)


def test_the_tables_may_be_missing() -> None:
    """A project without them has nothing to look up beside its places."""
    units = read_places(Folder(SMALL))

    assert (units.lookup, units.regions) == ((), ())
    assert units.places


def test_spoiled_rows_are_told_and_left_out(tmp_path: Path) -> None:
    """Each mistake has its line and column; the other rows are read."""
    rows = (
        "Xã cũ,,Cũ,xã,commune,Tỉnh A,tinh-a,,,,",
        "xa-a,,,xã,commune,Tỉnh A,tinh-a,,,,",
        "xa-b,,B,xã,commune,Tỉnh A,tinh-a,30/6/2025,tinh-a,,",
        "xa-c,,C,xã,commune,Tỉnh A,tinh-a,,,,",
        "xa-c,,C,xã,commune,Tỉnh A,tinh-a,,,,",
    )
    folder = Folder(project(tmp_path, rows))
    units = read_places(folder)

    assert [one.id for one in units.lookup] == ["xa-c"]
    assert [(one.code, one.at.line, one.at.column) for one in folder.found] == [
        ("bad-name", 2, 1), ("empty-value", 3, 7), ("bad-date", 4, 34), ("duplicate-id", 6, 1),
    ]  # fmt: skip


def test_what_a_row_names_is_there(tmp_path: Path) -> None:
    """A province is a place; a commune may be a row or a place."""
    rows = (
        "xa-a,,A,xã,commune,Tỉnh A,tinh-a,2025-06-30,tinh-a,xa-b;tinh-b,",
        "xa-b,,B,xã,commune,Tỉnh B,tinh-c,,,,",
        "xa-c,,C,xã,commune,Tỉnh A,tinh-a,2025-06-30,tinh-d,xa-e,",
    )

    assert wrong(project(tmp_path, rows)) == [
        ("unknown-reference", 3),
        ("unknown-reference", 4),
        ("unknown-reference", 4),
    ]


def test_a_former_unit_has_a_day_and_a_province(tmp_path: Path) -> None:
    """One without the other leaves who looks for it alone."""
    rows = (
        "xa-a,,A,xã,commune,Tỉnh A,tinh-a,2025-06-30,,,",
        "xa-b,,B,xã,commune,Tỉnh A,tinh-a,,tinh-b,,",
        "xa-c,,C,xã,commune,Tỉnh A,tinh-a,2025-06-30,tinh-b,,",
    )

    assert wrong(project(tmp_path, rows)) == [("fate-missing", 2), ("fate-missing", 3)]


def test_regions_cover_their_time_without_overlap(tmp_path: Path) -> None:
    """A scheme that ended in 2025 needs the provinces until then, and no later one."""
    whole = ("vung-bac-den-2025,63,Bắc,North,tinh-a;tinh-b-den-2025,",)
    less = ("vung-bac-den-2025,63,Bắc,North,tinh-a,",)
    twice = (*whole, "vung-nam-den-2025,63,Nam,South,tinh-a,")
    other = (*whole, "vung-moi,34,Mới,New,tinh-a,")

    assert wrong(project(tmp_path / "whole", (), whole)) == []
    assert wrong(project(tmp_path / "less", (), less)) == [("province-without-region", 2)]
    assert wrong(project(tmp_path / "twice", (), twice)) == [("region-overlap", 3)]
    assert wrong(project(tmp_path / "other", (), other)) == []


@pytest.mark.parametrize(
    ("id", "communes"),
    [
        ("xa-cong-da-yen-son-den-2025", ("xa-trung-son-tuyen-quang",)),
        ("xa-phu-thinh-yen-son-den-2025", ("xa-thai-binh-tuyen-quang",)),
    ],
)
def test_a_code_that_the_official_table_prints_twice_does_not_join_two_communes(
    id: str, communes: tuple[str, ...]
) -> None:
    """It prints 02485 for Công Đa and for Phú Thịnh (02482); each is told by its name."""
    (unit,) = [one for one in facts().site.lookup if one.id == id]

    assert tuple(unit.communes) == communes
