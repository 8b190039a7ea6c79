"""Releases: three are made of a small project, and whatever is done to them is named."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from generator import cli
from generator.build import build
from generator.exports.editions import promised
from generator.model.release import Release, chain_of, written
from generator.verify import verify
from tests.projects import files_of, make_project

DAYS = ("2026-12-01", "2026-12-05", "2026-12-09")
COMMITMENT = "cam-ket/tinh-thu-1-kh-ubnd-2018/ck-001/"


def set_day(project: Path, day: str) -> None:
    config = project / "site.yaml"
    text = re.sub(r"^as_of: .*$", f"as_of: {day}", config.read_text("utf-8"), flags=re.MULTILINE)
    config.write_text(re.sub(r"^base_url: .*$", "base_url: https://cong.vn/", text, flags=re.MULTILINE), "utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three releases: a number changed before the second, and nothing but the day before the third."""
    project = make_project(tmp_path_factory.mktemp("made") / "project")
    for at, day in enumerate(DAYS):
        set_day(project, day)
        if at == 1:
            edit(project / "datasets/thu-nhieu-nam/thu-nhieu-nam.csv", '9.25,"9,25"', '9.26,"9,26"')
        assert cli.main(["release", "--site", str(project), "--jobs", "1"]) == 0
    report = build(project, project / "public")
    assert not report.refused
    return project


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(made, tmp_path / "project", ignore=shutil.ignore_patterns(".memory", "public")))


def chain(folder: Path) -> tuple[Release, ...]:
    releases, _ = chain_of({path.stem: path.read_bytes() for path in folder.glob("*.json")}, {})
    return releases


def named(project: Path, target: Path | None = None) -> set[tuple[str, str]]:
    """What is wrong, and of what."""
    found = verify(project / "releases", target)
    return {
        (finding.key.removeprefix("verify."), str(finding.values.get("name") or finding.values.get("path") or ""))
        for finding in found
        if not finding.right
    }


def test_every_address_of_the_first_release_opens_in_the_third(made: Path) -> None:
    """Its pages are there, and as they stood: what a dated address shows is what its record says, byte for byte."""
    public, first = made / "public", chain(made / "releases")[0]

    assert sum(path.endswith("index.html") for path in first.frozen) > 10
    assert [path for path in promised([first], ("vi", "en")) if not (public / path).is_file()] == []
    for path, (_, told, _) in first.frozen.items():
        assert verify(made / "releases", public / "phat-hanh" / DAYS[0] / path)[-1].right, (path, told)


def test_the_site_is_the_one_that_its_release_tells(made: Path) -> None:
    """File by file, since the record is made of a build that knows the release."""
    assert named(made, made / "public") == set()


def test_a_page_as_it_stood_says_so_and_leads_to_the_page_of_today(made: Path) -> None:
    """It names its day, carries no script, shows by a stylesheet alone that it is not the latest, and cites itself."""
    page = (made / "public/phat-hanh" / DAYS[0] / COMMITMENT / "index.html").read_text("utf-8")
    styles = {day: (made / "public/phat-hanh" / day / "tinh-trang.css").read_text() for day in DAYS}

    assert DAYS[0] in page
    assert f'<a href="/{COMMITMENT}">' in page
    assert "<script" not in page
    assert f"https://cong.vn/phat-hanh/{DAYS[0]}/{COMMITMENT}" in page
    assert [styles[day] for day in DAYS] == [
        ".newer{display:block}\n", ".newer{display:block}\n", ".newer{display:none}\n",
    ]  # fmt: skip


def test_a_chart_in_a_frame_stands_as_it_stood(made: Path) -> None:
    """The page for a frame is frozen beside its chart, with its picture, and offered under the chart of today."""
    path = next(path for path in chain(made / "releases")[0].frozen if path.endswith("/nhung.html"))
    frozen = (made / "public/phat-hanh" / DAYS[0] / path).read_text("utf-8")
    chart = (made / "public" / path).with_name("index.html").read_text("utf-8")

    assert 'class="embedded edition"' in frozen
    assert f'"/phat-hanh/{DAYS[0]}/{path.rpartition("/")[0]}/' in frozen
    assert f"https://cong.vn/phat-hanh/{DAYS[0]}/{path}" in chart


def test_what_is_equal_is_kept_once(made: Path) -> None:
    """A page that says the same, but for the day, is held by the release before; its dated address leads there."""
    first, second, third = chain(made / "releases")
    page = f"{COMMITMENT}index.html"
    chart = next(path for path in third.frozen if re.search(r"du-lieu/thu-nhieu-nam/index.html$", path))

    assert [release.frozen[page][0] for release in (first, second, third)] == [DAYS[0]] * 3
    assert [release.frozen[chart][0] for release in (first, second, third)] == [DAYS[0], DAYS[1], DAYS[1]]
    assert f"url=/phat-hanh/{DAYS[0]}/{COMMITMENT}" in (made / "public/phat-hanh" / DAYS[2] / page).read_text("utf-8")
    assert not (made / "releases" / f"{DAYS[2]}.zip").exists()


def test_a_release_tells_what_changed(made: Path) -> None:
    """Of the number that was changed, and of nothing else that stayed; in words and as JSON."""
    _, second, third = chain(made / "releases")
    told = json.loads((made / "public/phat-hanh" / DAYS[1] / "thay-doi.json").read_text("utf-8"))
    page = (made / "public/en/phat-hanh" / DAYS[1] / "index.html").read_text("utf-8")

    assert [change.id for change in second.changes if change.kind == "numbers"] == ["thu-nhieu-nam/r4"]
    assert {change["kind"] for change in told["changes"]} == {change.kind for change in second.changes}
    assert "Numbers: 1 changed" in page
    assert third.changes == ()


def test_a_page_is_cited_by_its_dated_address_too(made: Path) -> None:
    page = (made / "public" / COMMITMENT / "index.html").read_text("utf-8")

    assert 'class="dated">' in page
    assert f'href="https://cong.vn/phat-hanh/{DAYS[0]}/{COMMITMENT}"' in page


def test_a_whole_chain_and_a_whole_site_are_found_whole(made: Path, tmp_path: Path) -> None:
    """With the record alone, also under another name, a stranger proves a file."""
    record = shutil.copy(made / "releases" / f"{DAYS[2]}.json", tmp_path / "release.json")
    source = made / "public/ke-hoach/tinh-thu-1-kh-ubnd-2018/source.txt"

    assert named(made) == set()
    assert cli.main(["verify", "--releases", str(record), str(source)]) == 0
    assert cli.main(["verify", "--site", str(made)]) == 0


def test_a_changed_byte_is_named(project: Path, made: Path, tmp_path: Path) -> None:
    """In a record, in an archive, in a published file, in a file by itself."""
    edit(project / "releases" / f"{DAYS[1]}.json", '"number": 2', '"number":  2')
    assert named(project) == {("changed", DAYS[1])}

    archive = project / "releases" / f"{DAYS[0]}.zip"
    archive.write_bytes(archive.read_bytes()[:-1] + b"x")
    assert ("archive", DAYS[0]) in named(project)

    (tmp_path / "site").mkdir()
    wrong = {path for kind, path in named(made, tmp_path / "site") if kind == "gone"}
    assert len(wrong) == len(chain(made / "releases")[-1].files)
    (tmp_path / "one.html").write_text("x")
    assert named(made, tmp_path / "one.html") == {("unknown", "")}


def test_a_missing_release_is_named(project: Path) -> None:
    (project / "releases" / f"{DAYS[1]}.json").unlink()

    assert ("missing", DAYS[2]) in named(project)
    assert next(iter(verify(project / "releases"))).values["what"] == "2"


def test_a_reordered_chain_is_named(project: Path) -> None:
    """Two records that changed places; and one whose number was rewritten, with a digest that fits."""
    first, second = (project / "releases" / f"{day}.json" for day in DAYS[:2])
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    assert {("order", DAYS[0]), ("order", DAYS[1])} <= named(project)

    first.write_bytes(one)
    second.write_bytes(written(json.loads(two) | {"previous": "0" * 64}))
    assert ("order", DAYS[1]) in named(project)


def test_a_broken_chain_refuses_the_build(project: Path) -> None:
    (project / "releases" / f"{DAYS[1]}.json").unlink()
    report = build(project, project / "public")

    assert report.refused
    assert {fault.code for fault in report.diagnostics} == {"release-broken"}


def test_an_address_that_would_be_lost_refuses_the_build_until_it_leads_on(project: Path) -> None:
    """A dataset under another name: the build tells its old page; with `moved` the page leads on, also for servers."""
    old, new = project / "datasets/thu-nhieu-nam", project / "datasets/thu-ten-moi"
    old.rename(new)
    for path in [*new.iterdir()]:
        edit(path, "thu-nhieu-nam", "thu-ten-moi") if path.name == "datapackage.json" else None
        path.rename(path.with_name(path.name.replace("thu-nhieu-nam", "thu-ten-moi")))
    report = build(project, project / "public")
    lost = {str(fault.values["path"]) for fault in report.diagnostics if fault.code == "address-lost"}

    assert report.refused
    assert {"du-lieu/thu-nhieu-nam/index.html", "en/du-lieu/thu-nhieu-nam/index.html"} <= lost

    (project / "releases/moved.yaml").write_text(
        "moved:\n  du-lieu/thu-nhieu-nam/thu-nhieu-nam: du-lieu/thu-ten-moi/thu-ten-moi\n"
        + "".join(
            f"  du-lieu/thu-nhieu-nam/thu-nhieu-nam{end}: du-lieu/thu-ten-moi/thu-ten-moi{end}\n"
            for end in (".csv", ".json", ".xlsx", ".zip", ".parquet", "-rong.csv", ".csv-metadata.json")
        )
        + "  du-lieu/thu-nhieu-nam/: du-lieu/thu-ten-moi/\n",
        "utf-8",
    )
    report = build(project, project / "public")
    left = {str(fault.values["path"]) for fault in report.diagnostics if fault.code == "address-lost"}
    assert left == set()
    assert not report.refused
    assert "url=/du-lieu/thu-ten-moi/" in (project / "public/du-lieu/thu-nhieu-nam/index.html").read_text("utf-8")
    rules = (project / "public/_redirects").read_text("utf-8").splitlines()
    assert "/du-lieu/thu-nhieu-nam/thu-nhieu-nam.csv /du-lieu/thu-ten-moi/thu-ten-moi.csv 301" in rules


def test_a_release_of_a_day_that_has_one_is_refused(project: Path) -> None:
    before = files_of(project / "releases")

    assert cli.main(["release", "--site", str(project), "--jobs", "1"]) == 1
    assert files_of(project / "releases") == before
