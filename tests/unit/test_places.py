"""Administrative units with their periods."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check.known import known
from generator.check.places import changes, parents, periods
from generator.model.diagnostic import Diagnostic
from generator.read.files import Folder
from generator.read.places import UNITS, read_places
from generator.read.site import read_site

SMALL = Path(__file__).parents[1] / "sites" / "small"
HEADER = "id,code,name,type,level,parent,valid_from,valid_to,from_known,aliases,note,sources"
CHANGES = "day,before,after,relation,basis,note,sources"


def project(root: Path, units: str, changed: str = "") -> Path:
    """A project of nothing but units; each line is `id,code,parent,from,to[,from_known]`."""
    (root / UNITS).mkdir(parents=True)
    lines = [HEADER]
    for line in units.split():
        id, code, parent, first, last, *known_from = line.split(",")
        lines.append(f"{id},{code},{id},xã,commune,{parent},{first},{last},{(known_from or ['true'])[0]},,,")
    (root / UNITS / "units.csv").write_text("\n".join(lines) + "\n", "utf-8")
    rows = "\n".join((CHANGES, *changed.split()))
    (root / UNITS / "changes.csv").write_text(f"{rows}\n", "utf-8")
    (root / "site.yaml").write_bytes((SMALL / "site.yaml").read_bytes())
    return root


def test_a_unit_is_read_with_its_period_and_names() -> None:
    """Lists stand in a cell; an open end is None."""
    units = read_places(Folder(SMALL))
    places, changed = units.places, units.changes
    place = places["huyen-hai-tinh-thu"]

    assert (place.name, place.level, place.parent) == ("Hai", "district", "tinh-thu")
    assert (place.valid_from, place.valid_to) == (date(2000, 1, 1), date(2018, 12, 31))
    assert places["tinh-thu"].aliases == ("Thu", "Thử nghiệm")
    assert (places["tinh-thu"].parent, places["tinh-thu"].valid_to) == (None, None)
    assert [(one.day, one.before, one.after) for one in changed] == [
        (date(2019, 1, 1), "huyen-hai-tinh-thu", "huyen-mot-tinh-thu")
    ]


@pytest.mark.parametrize(
    ("units", "changed", "told"),
    [
        ("a,1,,2000-01-01, b,1,,2000-01-01,".replace(" ", "\n"), "", [("period-overlap", 3)]),
        ("a,1,,2000-01-01,2009-12-31\nb,1,,2010-01-01,", "", []),
        ("a,1,,2000-01-01,2010-01-01\nb,1,,2010-01-01,", "", [("period-overlap", 3)]),
        ("a,1,,,\nb,1,,2010-01-01,", "", [("period-overlap", 3)]),
        ("a,,,2000-01-01,\nb,,,2000-01-01,", "", []),
        ("a,1,,2000-01-01,2009-12-31\nb,2,a,2000-01-01,2009-12-31", "", []),
        ("a,1,,2000-01-01,2009-12-31\nb,2,a,2000-01-01,", "", [("parent-not-then", 3)]),
        ("a,1,,2000-01-02,\nb,2,a,2000-01-01,", "", [("parent-not-then", 3)]),
        ("a,1,,2000-01-02,,false\nb,2,a,2000-01-01,", "", []),
        ("a,1,b,2000-01-01,\nb,2,a,2000-01-01,", "", [("parent-cycle", 2)]),
        ("a,1,a,2000-01-01,", "", [("parent-cycle", 2)]),
        ("a,1,b,2000-01-01,\nb,2,b,2000-01-01,", "", [("parent-cycle", 3)]),
        ("a,1,,,2009-12-31\nb,2,,2010-01-01,", "2010-01-01,a,b,whole,x,,", []),
        ("a,1,,,2009-12-31\nb,2,,2010-01-01,", "2010-01-02,a,b,whole,x,,", [("change-not-then", 2)]),
        ("a,1,,,2009-12-31\nb,2,,2010-01-02,", "2010-01-01,a,b,whole,x,,", [("change-not-then", 2)]),
    ],
)
def test_units_exist_when_they_must(tmp_path: Path, units: str, changed: str, told: list[tuple[str, int]]) -> None:
    """A code is of one unit at a time, a parent lasts as long as its units, a change joins what ends to what begins."""
    site, found = read_site(project(tmp_path, units, changed))
    assert site is not None
    assert found == []
    facts = known(site)
    wrong: list[Diagnostic] = [*parents(facts), *periods(facts), *changes(facts)]

    assert [(one.code, one.at.line) for one in wrong] == told
