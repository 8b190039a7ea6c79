"""A build publishes the whole site or nothing, and remembers without ever being wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build as building
from generator.build import Report, build, check, language_of
from generator.write.cache import FILE, TABLES
from generator.write.publish import LIST
from tests.projects import files_of

pytestmark = pytest.mark.slow

Edit = Callable[[str, str, str], None]
PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "public"


def codes(report: Report) -> list[str]:
    return [one.code for one in report.diagnostics]


def test_a_build_publishes_pages_data_sources_and_handbook(project: Path, out: Path) -> None:
    """The small site becomes a folder that holds every kind of file."""
    report = build(project, out)
    made = files_of(out)

    assert codes(report) == []
    assert not report.refused
    for path in (
        "index.html", "en/index.html", "404.html", "ke-hoach/tinh-thu-1-kh-ubnd-2018/index.html", "robots.txt",
        "sitemap.xml", "api/v1/index.json", "api/v1/schema/plan.json", "so-tay/index.html", "en/so-tay/loi/index.html",
        "du-lieu/tinh-thu-1-bang/tinh-thu-1-bang.csv", LIST,
    ):  # fmt: skip
        assert path in made
    source = (project / PLAN / "source.txt").read_bytes()
    assert made["ke-hoach/tinh-thu-1-kh-ubnd-2018/source.txt"] == source


def test_links_stand_under_the_path_of_base_url(project: Path, out: Path) -> None:
    """A site under a sub-path links to itself under that path, and `base_url` of the call is believed instead."""
    build(project, out)
    own = (out / "index.html").read_text("utf-8")
    build(project, out, base_url="https://example.vn/mot/hai/")
    other = (out / "index.html").read_text("utf-8")

    assert 'href="/thu/ke-hoach/"' in own
    assert 'href="/mot/hai/ke-hoach/"' in other
    assert "/thu/" not in other


def untouched(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """What changes when a file or folder is written, and not when it is only read."""
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_size) for path, one in found.items()}


def test_nothing_changed_makes_nothing_and_loads_nothing(
    project: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all is as it was, the project is not even read."""
    build(project, out)
    before = untouched(out)
    monkeypatch.setattr(building, "read", lambda *_: pytest.fail("the project was read"))
    report = build(project, out)

    assert (report.refused, report.changes, report.base_path, report.language) == (False, None, "/thu/", "vi")
    assert untouched(out) == before


def test_warnings_are_told_again_where_nothing_changed(project: Path, out: Path) -> None:
    """A remembered build says what it said when it was made."""
    (project / "content/plans/tinh-thu-1-kh-ubnd-2018/nobody.yaml").write_text("a: b\n")
    first, again = build(project, out), build(project, out)

    assert codes(first) == ["unknown-file"]
    assert first.diagnostics == again.diagnostics
    assert again.changes is None


def test_strict_refuses_warnings_even_when_remembered(project: Path, out: Path) -> None:
    """`strict` is part of what a build is asked."""
    (project / "content/plans/tinh-thu-1-kh-ubnd-2018/nobody.yaml").write_text("a: b\n")
    build(project, out)

    assert build(project, out, strict=True).refused


@pytest.mark.parametrize("harm", ["edit", "delete", "same size and time"])
def test_an_edit_in_the_output_is_mended(project: Path, out: Path, harm: str) -> None:
    """The folder is looked at, not believed."""
    build(project, out)
    good = files_of(out)
    page = out / "index.html"
    before = page.stat()
    if harm == "delete":
        page.unlink()
    elif harm == "edit":
        page.write_text("edited")
    else:
        page.write_bytes(good["index.html"].replace(b"<main", b"<nain"))
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    report = build(project, out)

    assert files_of(out) == good
    assert report.made == 0


def test_only_what_an_edit_reaches_is_made_again(project: Path, out: Path, edit: Edit) -> None:
    """A new word in one page's text makes that page again, and no other."""
    build(project, out)
    edit("content/pages/gioi-thieu.en.md", "only there to be", "merely there to be")
    report = build(project, out)

    assert report.changes is not None
    assert report.changes.replaced == ("en/gioi-thieu/index.html",)
    assert report.changes.added == report.changes.removed == ()


def test_lines_that_move_make_nothing_again(project: Path, out: Path, edit: Edit) -> None:
    """Where something is written is no part of what is published."""
    build(project, out)
    edit(f"{PLAN}/plan.yaml", "number: 1/KH-UBND\n", "# a remark\n\nnumber: 1/KH-UBND\n")
    report = build(project, out)

    assert report.made == 0
    assert report.changes is not None
    assert (report.changes.added, report.changes.replaced, report.changes.removed) == ((), (), ())


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("site.yaml", "title:", "titel:", "unknown-field"),
        (f"{PLAN}/text.md", "bền vững", "vững bền", "text-line-changed"),
        ("themes/base/templates/prose.html", "view.html", "view.nothing", "undefined-in-template"),
        ("themes/base/templates/prose.html", "{% block", "{% blok", "template-error"),
        ("themes/base/theme.yaml", "extends: null", "extends: base", "bad-value"),
        ("content/handbook/vi/index.md", "(loi.md)", "(khong.md)", "broken-link"),
        ("content/pages/gioi-thieu.vi.md", "**thử**", "[thử](khong/)", "broken-link"),
    ],
)
def test_a_refused_build_leaves_the_last_good_site(
    project: Path, out: Path, edit: Edit, path: str, old: str, new: str, code: str
) -> None:
    """Whatever is wrong, what was published stays byte for byte, and mending it builds the same site again."""
    build(project, out)
    good = files_of(out)
    edit(path, old, new)
    refused = build(project, out)
    kept = files_of(out)
    edit(path, new, old)
    mended = build(project, out)

    assert refused.refused
    assert code in codes(refused)
    assert kept == good == files_of(out)
    assert not mended.refused


def test_a_mistake_of_the_frame_is_told_once(project: Path, out: Path, edit: Edit) -> None:
    """A link that is broken on every page is one mistake."""
    edit("themes/base/templates/base.html", "<footer", '<a href="{{ file("khong/") }}">x</a><footer')
    report = build(project, out)

    assert codes(report) == ["broken-link"]


def test_two_pages_of_one_address_are_refused(project: Path, out: Path) -> None:
    """A page of prose cannot hide the list of plans."""
    for lang in ("vi", "en"):
        (project / f"content/pages/ke-hoach.{lang}.md").write_text("# Kế hoạch\n\nCủa tôi.\n", "utf-8")
    report = build(project, out)

    assert report.refused
    assert codes(report) == ["same-address", "same-address"]


def test_a_folder_of_somebody_else_is_refused(project: Path, out: Path) -> None:
    """A folder that holds something else is not written to."""
    out.mkdir()
    (out / "thesis.doc").write_text("ten years")
    report = build(project, out)

    assert codes(report) == ["output-not-ours"]
    assert files_of(out) == {"thesis.doc": b"ten years"}


@pytest.mark.parametrize("name", ["content/public", "datasets/x", "themes/base/assets", "."])
def test_the_project_itself_is_no_output_folder(project: Path, name: str) -> None:
    """What a build reads it never writes into."""
    before = files_of(project)
    report = build(project, project / name, store=project.parent / "memory")

    assert codes(report) == ["output-not-ours"]
    assert files_of(project) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_the_right_to_write_is_told(project: Path, out: Path) -> None:
    """A system's refusal is a diagnostic too."""
    out.mkdir(mode=0o500)

    assert codes(build(project, out)) == ["output-not-writable"]


def test_a_way_through_a_file_is_told(project: Path, tmp_path: Path) -> None:
    """A folder cannot be made below a file."""
    (tmp_path / "file").write_text("x")

    assert codes(build(project, tmp_path / "file" / "public")) == ["output-not-writable"]


def test_the_memory_may_be_lost_or_damaged_at_any_time(project: Path, out: Path) -> None:
    """Every entry flipped, then all of them gone: the site is the same."""
    build(project, out)
    good = files_of(out)
    for table in TABLES:
        connection = sqlite3.connect(project / ".memory" / FILE)
        with connection:
            connection.execute(f"update {table} set body = cast(substr(body, 1, length(body) - 1) || '!' as blob)")
        connection.close()
    shutil.rmtree(out)
    damaged = build(project, out)
    after_damage = files_of(out)
    shutil.rmtree(project / ".memory")
    shutil.rmtree(out)
    build(project, out)

    assert damaged.remembered == 0
    assert good == after_damage == files_of(out)


def test_the_memory_keeps_what_another_site_needs(project: Path, out: Path, tmp_path: Path, edit: Edit) -> None:
    """What a build no longer needs is still there for another folder of the same memory."""
    second = tmp_path / "second"
    build(project, out)
    for number in range(20):
        edit("content/pages/gioi-thieu.en.md", "only there" if not number else f"there {number - 1}", f"there {number}")
        build(project, second)
        shutil.rmtree(second)
    edit("content/pages/gioi-thieu.en.md", "there 19", "only there")
    shutil.rmtree(out)
    again = build(project, out)

    assert (again.made, again.remembered > 0) == (0, True)


def test_a_project_without_themes_has_the_generator_s(project: Path, out: Path) -> None:
    """Another project needs content and datasets only."""
    build(project, out)
    own = files_of(out)
    shutil.rmtree(project / "themes")
    report = build(project, out)

    assert not report.refused
    assert files_of(out) == own


def test_an_edit_while_it_is_built_is_not_lost(
    project: Path, out: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changed between reading and publishing is seen by the next build."""
    real = building.publish

    def publish(*given):  # type: ignore[no-untyped-def]
        edit("content/pages/gioi-thieu.en.md", "only there", "merely there")
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(building, "publish", publish)
        build(project, out)
    build(project, out)

    assert "merely there" in (out / "en/gioi-thieu/index.html").read_text("utf-8")


def test_check_publishes_nothing(project: Path, edit: Edit) -> None:
    """Checking writes its memory and no other file, and refuses what a build would refuse."""
    before = files_of(project)
    right = check(project)
    edit("site.yaml", "theme: base", "theme: base\nmotto: x")
    wrong = check(project)

    assert not right.refused
    assert codes(wrong) == ["unknown-field"]
    assert [path for path in files_of(project).keys() - before.keys() if not path.startswith(".memory/")] == []


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("content/pages/gioi-thieu.vi.md", "\n[x](../khong-co/)\n", "broken-link"),
        ("content/pages/gioi-thieu.en.md", "\n[x](../../ke-hoach/#khong)\n", "broken-fragment"),
        ("content/handbook/vi/index.md", "\n[x](khong.md)\n", "broken-link"),
        ("content/handbook/vi/index.md", "\n[x](loi.md#khong)\n", "broken-fragment"),
        ("content/handbook/vi/index.md", "\n[x](../khong-co/)\n", "broken-link"),
        ("content/handbook/vi/nav.txt", "loi.md\nkhong-co.md\n", "handbook-error"),
    ],
)  # fmt: skip
def test_check_tells_what_only_made_pages_show(project: Path, file: str, text: str, code: str) -> None:
    """A link that leads nowhere, a name that a template does not have: with the line, and with what a build says."""
    path = project / file
    path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")
    line = path.read_text("utf-8").count("\n")
    told = check(project).diagnostics

    assert {(one.code, one.at.file, one.at.line) for one in told} == {(code, file, line)}
    assert told == build(project, project.parent / "out").diagnostics


def test_check_tells_a_name_that_a_template_does_not_have(project: Path, edit: Edit) -> None:
    """At its line, though no page is published."""
    template = "themes/base/templates/chart.html"
    edit(template, "{% block content %}", "{% block content %}{{ view.khong }}")
    told = check(project).diagnostics
    line = (project / template).read_text("utf-8").split("view.khong")[0].count("\n") + 1

    assert {(one.code, one.at.file, one.at.line) for one in told} == {("undefined-in-template", template, line)}


def test_a_check_after_a_check_looks_at_nothing_and_a_build_makes_only_the_rest(project: Path) -> None:
    """What a check has made need not be made again; a warning is told every time."""
    (project / "content/unbekannt.txt").write_text("x", "utf-8")
    first = check(project)
    second = check(project)
    made = build(project, project.parent / "out")

    assert [one.code for one in first.diagnostics] == ["unknown-file"]
    assert second == first
    assert made.remembered > made.made / 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("languages: [en, vi]\n", "en"), ("title: x\nlanguages:\n  - en\n", "en"), ("languages: ['en']", "en"),
        ("languages: [", "vi"), ("", "vi"),
    ],
)  # fmt: skip
def test_authors_are_answered_in_the_site_s_language_whatever_is_wrong(tmp_path: Path, text: str, lang: str) -> None:
    """The language is known even where site.yaml cannot be read as YAML."""
    (tmp_path / "site.yaml").write_text(text)

    assert language_of(tmp_path) == lang
