"""Every mistake that the portal can name, made once in a small site, and what its author then sees.

A case is `tests/broken/<code>/`: `case.yaml` says how it differs from `tests/sites/small`, `expected.txt` what is said.
A folder `<code>--<more>` is another way to earn the same code. `ACCEPT=1 pytest tests/test_broken.py` writes what is
said.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import check_site
from generator.check.built import check_built
from generator.messages import as_text
from generator.messages.catalogue import codes
from generator.model.diagnostic import Diagnostic
from generator.read.site import read_site

HERE = Path(__file__).parent
SMALL = HERE / "sites" / "small"
BROKEN = HERE / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir())
SAYS = {"title", "replace", "write", "bytes", "size", "remove", "link", "pipe", "pages", "build", "out"}


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_answered_with_its_place_and_what_to_do(name: str, tmp_path: Path) -> None:
    """An author who makes a mistake is told its file, line and column, what is so, and what to do."""
    case = yaml.safe_load((BROKEN / name / "case.yaml").read_text("utf-8"))
    assert case.keys() - SAYS == set(), "a case says only what the runner knows"
    said = "\n".join(as_text(one, "vi") for one in diagnostics(case, tmp_path / "site")) + "\n"
    said = said.replace(str(tmp_path), "…")
    expected = BROKEN / name / "expected.txt"
    if os.environ.get("ACCEPT"):
        expected.write_text(said, "utf-8")

    assert said == expected.read_text("utf-8")
    assert f"[{name.partition('--')[0]}]" in said


def test_every_code_has_a_case() -> None:
    """No code is without a site that earns it, and no case without its code."""
    assert {name.partition("--")[0] for name in CASES} == set(codes())


def test_the_small_site_is_right() -> None:
    """The site that every case spoils has nothing wrong with it."""
    site, found = read_site(SMALL)
    assert site is not None

    assert [*found, *check_site(site, found)] == []


def diagnostics(case: dict[str, Any], root: Path) -> list[Diagnostic]:
    """What is wrong with the small site after a case's edits, or with the pages that a case gives."""
    if "pages" in case:
        return check_built({path: html.encode() for path, html in case["pages"].items()}, "/thu/")
    shutil.copytree(SMALL, root)
    spoil(case, root)
    if "build" in case:
        return built(case, root)
    site, found = read_site(root)
    return found if site is None else [*found, *check_site(site, found)]


def built(case: dict[str, Any], root: Path) -> list[Diagnostic]:
    """What a whole build of the site is refused for; the theme is the project's own, unless the case writes another."""
    from generator.build import build, check

    if not (root / "themes").exists():
        shutil.copytree(HERE.parent / "themes", root / "themes")
    spoil(case["build"], root)
    out, store = root.parent / case.get("out", "out"), root.parent / "memory"
    told = check(root, out, store=store).diagnostics
    found = build(root, out, store=store).diagnostics
    assert told == tuple(one for one in found if not one.code.startswith("output-")), "a check says what a build says"
    return list(found)


def spoil(case: dict[str, Any], root: Path) -> None:
    """Makes the edits of a case in a copy of the site."""
    for name, edits in case.get("replace", {}).items():
        text = (root / name).read_text("utf-8")
        for edit in edits:
            assert text.count(edit["old"]) == 1, f"{name}: {edit['old']!r} must stand there once"
            text = text.replace(edit["old"], edit["new"])
        (root / name).write_text(text, "utf-8")
    for name in case.get("remove", []):
        (root / name).unlink()
    for name, text in case.get("write", {}).items():
        place(root, name).write_text(text, "utf-8")
    for name, digits in case.get("bytes", {}).items():
        place(root, name).write_bytes(bytes.fromhex(digits))
    for name, size in case.get("size", {}).items():
        place(root, name).write_bytes(b"#" * size)
    for name, target in case.get("link", {}).items():
        place(root, name).symlink_to(target)
    for name in case.get("pipe", []):
        os.mkfifo(place(root, name))


def place(root: Path, name: str) -> Path:
    """A path in the site, with the folders around it."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    return root / name
