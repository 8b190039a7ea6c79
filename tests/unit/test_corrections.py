"""Corrections: the list, the mark on the page, and feeds that a reader of feeds opens."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from generator.build import build
from tests.projects import make_project

PAGE = "cam-ket/tinh-thu-1-kh-ubnd-2018/ck-001/"
RECORD = f"""\
date: 2018-06-01
before: {{vi: "5,8 <điểm>", en: "5.8 points"}}
after: {{vi: "5,9 điểm", en: "5.9 points"}}
why: {{vi: "Chép sai.", en: "Copied wrongly."}}
pages: [{PAGE}]
plan: tinh-thu-1-kh-ubnd-2018
"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("made") / "project")
    (project / "content/corrections").mkdir()
    (project / "content/corrections/sai-so.yaml").write_text(RECORD, "utf-8")
    report = build(project, project / "public")
    assert not report.refused, report.diagnostics
    return project / "public"


def test_a_correction_says_before_after_and_why(public: Path) -> None:
    text = (public / "dinh-chinh/index.html").read_text("utf-8")

    assert "<del>5,8 &lt;điểm&gt;</del>" in text
    assert "<ins>5,9 điểm</ins>" in text
    assert PAGE in text


@pytest.mark.parametrize(("lang", "said"), [("", "đã được đính chính"), ("en/", "was corrected on")])
def test_a_corrected_page_says_so_and_no_other(public: Path, lang: str, said: str) -> None:
    told = {path.relative_to(public).as_posix() for path in public.rglob("*.html") if said in path.read_text("utf-8")}

    assert told == {f"{lang}{PAGE}index.html"}


@pytest.mark.parametrize("path", ["dinh-chinh/atom.xml", "en/dinh-chinh/tinh-thu-1-kh-ubnd-2018.xml"])
def test_a_reader_of_feeds_opens_them(public: Path, path: str) -> None:
    """Well formed, with an id, a day and a link of its own for each correction."""
    read = feedparser.parse((public / path).read_bytes())
    (entry,) = read.entries

    assert not read.bozo
    assert read.version == "atom10"
    assert entry.updated == "2018-06-01T00:00:00Z"
    assert entry.id == entry.link
    assert entry.link.endswith("dinh-chinh/#sai-so")
    assert read.feed.id.endswith(path)
