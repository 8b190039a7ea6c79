"""A project's folder to a site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.read.site import read_site

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small site."""
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def test_a_site_is_all_that_its_folders_hold() -> None:
    """Plans, records, units, datasets and pages, each by its id."""
    site, found = read_site(SMALL)
    assert site is not None

    assert found == []
    assert list(site.plans) == ["tinh-thu-1-kh-ubnd-2018"]
    assert list(site.places) == ["huyen-hai-tinh-thu", "huyen-mot-tinh-thu", "tinh-thu"]
    assert list(site.datasets) == ["tinh-thu-1-bang"]
    assert site.pages["gioi-thieu"].title == {"vi": "Giới thiệu", "en": "About"}


def test_a_plan_is_whole() -> None:
    """Facts, provisions, repairs with their places, furniture with its words, and the size of the original."""
    site, _ = read_site(SMALL)
    assert site is not None
    plan = site.plans["tinh-thu-1-kh-ubnd-2018"]

    assert [one.id for one in plan.provisions][:6] == ["dau-van-ban", "tieu-de", "mo-dau", "I", "I.1", "I.2"]
    assert [(one.number, one.provision) for one in plan.repairs] == [(1, "dau-van-ban"), (2, "III"), (3, "III")]
    assert [one.text for one in plan.furniture] == [">> Xem tiếp", "Các tin khác"]
    assert plan.source.bytes == (SMALL / "content/plans/tinh-thu-1-kh-ubnd-2018/source.txt").stat().st_size
    assert plan.source_of.at("targets.giam-ty-le.quote").line == 3
    assert plan.tables[0].lines == (34, 35, 36, 37)


def test_a_site_yaml_is_enough(tmp_path: Path) -> None:
    """Every folder is optional."""
    shutil.copy(SMALL / "site.yaml", tmp_path)
    site, found = read_site(tmp_path)
    assert site is not None

    assert found == []
    assert (site.plans, site.places, site.datasets, site.handbook) == ({}, {}, {}, {})


def test_reading_twice_gives_the_same(root: Path) -> None:
    """A site does not depend on where it lies, nor on the order in which a disk lists its files."""

    assert read_site(root) == read_site(SMALL)


def test_hidden_files_and_backups_are_passed_over(root: Path) -> None:
    """What editors and systems leave behind is no content."""
    for name in ("content/agencies/.DS_Store", "content/agencies/a.yaml~", "content/.cache", "datasets/.x"):
        (root / name).write_text("x", "utf-8")

    assert read_site(root)[1] == []


def test_all_that_is_wrong_is_told_in_order_of_place(root: Path) -> None:
    """One run shows every mistake, whatever file it is in."""
    for name in ("ubnd-tinh-thu", "b", "a"):
        (root / f"content/agencies/{name}.yaml").write_text("level: x\n", "utf-8")
    _, found = read_site(root)

    assert {one.at.file for one in found} == {f"content/agencies/{name}.yaml" for name in ("a", "b", "ubnd-tinh-thu")}
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_a_spoiled_record_leaves_the_others(root: Path) -> None:
    """What can be read is read."""
    (root / "content/references/bo-thu.yaml").write_text("title: [", "utf-8")
    site, found = read_site(root)
    assert site is not None

    assert [one.code for one in found] == ["yaml-syntax"]
    assert site.references == {}
    assert list(site.plans) == ["tinh-thu-1-kh-ubnd-2018"]


def test_a_file_that_is_a_link_is_refused(root: Path) -> None:
    """Also one that stays in the project: what it leads to may change under way. The other records are read."""
    os.symlink("bo-thu.yaml", root / "content/references/bo-thu-hai.yaml")
    site, found = read_site(root)
    assert site is not None

    assert [one.code for one in found] == ["is-link"]
    assert list(site.references) == ["bo-thu"]


@pytest.mark.parametrize(
    ("target", "code"), [("../../../..", "leaves-project"), ("/etc", "leaves-project"), ("loop", "is-link")]
)
def test_a_folder_that_leaves_the_project_is_refused(root: Path, target: str, code: str) -> None:
    """Nothing outside is published, and a link to itself does not hang the reader."""
    shutil.rmtree(root / "content/references")
    os.symlink(target if target != "loop" else "references", root / "content/references")

    assert code in {one.code for one in read_site(root)[1]}


def test_windows_line_ends_and_a_byte_order_mark_are_no_difference(root: Path) -> None:
    """An editor's habits do not change what is read."""
    for path in root.rglob("*"):
        if path.suffix in {".yaml", ".md", ".csv"}:
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    site, found = read_site(root)
    assert site is not None

    assert found == []
    assert site.plans == read_site(SMALL)[0].plans  # type: ignore[union-attr]
