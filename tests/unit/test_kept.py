"""Readings that are kept from build to build: what comes back is what was read, with its mistakes and its places."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.site import Site
from generator.read.site import read_project, read_site
from tests.unit.small_site import PROJECT

SMALL = PROJECT / "tests/sites/small"


class Kept(dict[tuple[str, str], bytes]):
    """A memory of one state of a project."""

    def recall(self, path: str, kind: str, decode: Callable[[bytes], Any]) -> Any | None:
        """What is kept of a part."""
        return decode(self[path, kind]) if (path, kind) in self else None

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Keep something of a part."""
        self[path, kind] = body


class Unread(Kept):
    """A memory that must hold all that it is asked for."""

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Nothing is read that is kept."""
        raise AssertionError(path)


def places(site: Site) -> list[object]:
    """Where things are written: a field of each record, a cell of each row."""
    records = (*site.agencies.values(), *site.plans.values(), *site.policies.values())
    return [
        *(record.source_of.at("title.vi") for record in records),
        *(row.source_of.at("name") for row in (*site.places.values(), *site.lookup)),
        *(
            dataset.source_of.at(f"rows.{row.line}.{column}")
            for dataset in site.datasets.values()
            for row in dataset.rows
            for column in ("place", "note", "")
        ),
    ]


@pytest.mark.parametrize("root", [SMALL, PROJECT], ids=["small", "portal"])
def test_what_is_kept_comes_back(root: Path) -> None:
    """The second reading asks no file but lists of names, and comes to the same site as one without a memory."""
    memory = Kept()
    first = read_project(root, memory)
    second = read_project(root, Unread(memory))
    plain, found = read_site(root)

    assert first.site == second.site == plain
    assert first.found == second.found == found
    assert first.texts.digests() == second.texts.digests()
    assert plain is not None
    assert second.site is not None
    assert places(second.site) == places(plain)
    for id, plan in plain.plans.items():
        assert [provision.blocks for provision in second.site.plans[id].provisions] == [
            provision.blocks for provision in plan.provisions
        ]
        assert dict(second.site.plans[id].source_of.spans) == dict(plan.source_of.spans)


def test_mistakes_are_kept_too(tmp_path: Path) -> None:
    """A file with a mistake is told of again, though it is not read again."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    for name in ("content/agencies", "datasets", "content/plans"):
        for file in sorted((root / name).rglob("*.*")):
            if file.suffix in (".csv", ".yaml"):
                file.write_text(file.read_text("utf-8") + "\nzzz: [", "utf-8")
    memory = Kept()

    first = read_project(root, memory).found
    assert first
    assert read_project(root, Unread(memory)).found == first
