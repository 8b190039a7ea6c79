"""Whatever is edited, in whatever order: a build that remembers makes what a build that remembers nothing makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import build
from generator.write import digest as digesting
from tests.projects import files_of, make_project

pytestmark = pytest.mark.slow

PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"
Edit = Callable[[Path, int], None]


def rewrite(path: str, old: str, new: str) -> Edit:
    """Replaces words, once; `{}` in the new ones is a number."""

    def edit(project: Path, number: int) -> None:
        file = project / path
        if file.exists():
            file.write_text(file.read_text("utf-8").replace(old, new.replace("{}", str(number)), 1), "utf-8")

    return edit


def delete(path: str) -> Edit:
    def edit(project: Path, number: int) -> None:
        (project / path).unlink(missing_ok=True)

    return edit


def write(path: str, text: str) -> Edit:
    def edit(project: Path, number: int) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text.replace("{}", str(number)), "utf-8")

    return edit


EDITS: dict[str, Edit] = {
    "retitle a plan": rewrite(f"{PLAN}/plan.yaml", "vi: Kế hoạch giảm nghèo", "vi: Kế hoạch {} giảm nghèo"),
    "retitle in English": rewrite(f"{PLAN}/plan.yaml", "en: Plan to reduce", "en: Plan {} to reduce"),
    "move lines": rewrite(f"{PLAN}/plan.yaml", "number: 1", "# {}\n\nnumber: 1"),
    "change a number": rewrite("datasets/thu-nhieu-nam/thu-nhieu-nam.csv", '11.0,"11,0"', '10.{},"10,{}"'),
    "change a remark": rewrite("datasets/thu-nhieu-nam/thu-nhieu-nam.csv", "bo-thu,,", "bo-thu,{},"),
    "delete a dataset": lambda project, number: shutil.rmtree(project / "datasets/thu-nhieu-nam", ignore_errors=True),
    "change a target": rewrite(f"{PLAN}/targets.yaml", 'deadline: "2018"', 'deadline: "{}"'),
    "drop a reference": rewrite(f"{PLAN}/plan.yaml", "basis: [hdnd-tinh-thu-2-nq]", "basis: []"),
    "delete a record": delete("content/assessments/danh-gia-thu-2019.yaml"),
    "delete a page": delete("content/pages/gioi-thieu.en.md"),
    "edit a page": rewrite("content/pages/gioi-thieu.vi.md", "Cổng này", "Cổng {} này"),
    "add a page": write("content/pages/moi.vi.md", "# Mới {}\n\nLời.\n"),
    "add it in English": write("content/pages/moi.en.md", "# New {}\n\nWords.\n"),
    "rename a unit": rewrite("datasets/don-vi-hanh-chinh/units.csv", ",Một,huyện", ",Một {},huyện"),
    "edit the frame": rewrite("themes/base/templates/base.html", "<footer", "<!-- {} --><footer"),
    "edit a template": rewrite("themes/base/templates/provision.html", "<", "<!-- {} --><"),
    "edit a part": rewrite("themes/base/templates/parts/macros.html", "<", "<!-- {} --><"),
    "edit a word": rewrite("themes/base/locales/vi/frame.yaml", "Trang đầu", "Trang đầu {}"),
    "edit how numbers are written": rewrite("themes/base/locales/vi/format.yaml", 'thousands: "."', 'thousands: "{}"'),
    "edit a colour": rewrite("themes/base/theme.yaml", 'chart-grid: "', 'chart-grid: "#a{}a{}a{}" # "'),
    "edit the style": write("themes/base/assets/css/zz-more.css", "h1 { margin: {}px }\n"),
    "edit the handbook": write("content/handbook/vi/moi.md", "# Mới {}\n"),
    "edit the handbook's frame": rewrite("themes/base/handbook/main.html", "<article", "<!-- {} --><article"),
    "move the site": rewrite("site.yaml", "https://thu.example.org/thu/", "https://example.org/{}/"),
    "change the day": rewrite("site.yaml", "as_of: 2020-01-01", "as_of: 2020-01-1{}"),
    "turn the languages round": rewrite("site.yaml", "[vi, en]", "[en, vi]"),
    "break": rewrite("site.yaml", "theme: base", "theme: base\nmotto: {}"),
    "break a template": rewrite("themes/base/templates/home.html", "view.", "view.x{}"),
    "mend": lambda project, number: mend(project),
}


def mend(project: Path) -> None:
    """Everything as it was at first."""
    shutil.rmtree(project, ignore_errors=True)
    make_project(project)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where projects are edited one after another: a project, its memory, and what it published."""
    return tmp_path_factory.mktemp("bench")


def edited(bench: Path, edits: list[tuple[str, int]]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What a remembering build holds after the edits, and what a fresh one of the same content makes."""
    project, public, memory = bench / "project", bench / "public", bench / "memory"
    mend(project)
    assert not build(project, public, store=memory).refused
    for name, number in edits:
        EDITS[name](project, number)
        before = files_of(public)
        report = build(project, public, store=memory)
        assert not report.refused or files_of(public) == before, "a refused build touches nothing"
    if report.refused:
        mend(project)
        build(project, public, store=memory)
    shutil.rmtree(bench / "fresh", ignore_errors=True)
    assert not build(project, bench / "fresh", store=bench / "none", fresh=True).refused
    return files_of(public), files_of(bench / "fresh")


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 9)), min_size=1, max_size=5))
def test_a_remembered_build_is_a_fresh_build(bench: Path, edits: list[tuple[str, int]]) -> None:
    """Byte for byte, after any edits, broken ones among them."""
    remembered, fresh = edited(bench, edits)

    assert remembered == fresh


ONES = sorted(set(EDITS) - {"mend", "break", "break a template"})


@pytest.mark.parametrize("names", [ONES[start::9] for start in range(9)], ids=", ".join)
def test_no_edit_is_missed(bench: Path, names: list[str]) -> None:
    """Every edit has its turn, a few at a time, each built on its own."""
    remembered, fresh = edited(bench, [(name, 3) for name in names])

    assert remembered == fresh


def test_edits_do_edit(tmp_path: Path) -> None:
    """Every edit changes the project: otherwise the tests above would prove nothing."""
    original = files_of(make_project(tmp_path / "original"))
    same = []
    for name, edit in EDITS.items():
        project = make_project(tmp_path / name)
        edit(project, 3)
        if files_of(project) == original:
            same.append(name)

    assert same == ["mend"]


def without_words(given: object) -> dict[str, str]:
    """Parts of a view that leave a field out."""
    return {name: part for name, part in digesting.parts(given).items() if name != "html"}


def without_recipe(version: str, recipe: str, given: object) -> str:
    """A key that leaves the recipe out."""
    return digesting.digest(version, given)


def without_themes(root: Path) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    """Folders of the inputs that leave the themes out."""
    return ((root, ("site.yaml", "content", "datasets")),) * 2


FAULTS: dict[str, tuple[str, Callable[..., object], str]] = {
    "a field left out of the digest": ("generator.write.store.parts", without_words, "edit a page"),
    "a recipe left out of the key": ("generator.write.store.digest", without_recipe, "edit the frame"),
    "themes left out of the inputs": ("generator.build._folders", without_themes, "edit the frame"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """These tests can fail: a memory that does not see all is found out by one edit."""
    name, planted, edit = FAULTS[fault]
    monkeypatch.setattr(name, planted)
    remembered, fresh = edited(tmp_path, [(edit, 3)])

    assert remembered != fresh
