"""Mistakes and results can be told, and what a body answers stands beside our words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.build import build
from tests.projects import make_project

PLAN = "ke-hoach/tinh-thu-1-kh-ubnd-2018/"
REPLY = """\
agency: ubnd-tinh-thu
date: 2019-12-01
about: [tinh-thu-1-kh-ubnd-2018, tinh-thu-1-kh-ubnd-2018/ck-001]
quote: Đơn vị đã thực hiện xong.
where: https://example.org/tra-loi
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site whose body has answered."""
    folder = make_project(tmp_path_factory.mktemp("reports") / "project")
    (folder / "content/replies").mkdir()
    (folder / "content/replies/tra-loi-1.yaml").write_text(REPLY, "utf-8")
    report = build(folder, folder / "public", store=folder / "memory")
    assert not report.refused, report.diagnostics
    return folder / "public"


def links(page: Path) -> list[str]:
    """Where a page says that mistakes and results can be told."""
    hrefs = re.findall(r'href="((?:mailto:|https://example.org/bao)[^"]*)"', page.read_text("utf-8"))
    return [unescape(href) for href in hrefs]


def test_each_page_leads_to_mail_and_form_with_its_name_and_address(site: Path) -> None:
    """A mistake and a result, each with the page filled in; the address of the form is the author's."""
    for path in ("", PLAN, "cam-ket/tinh-thu-1-kh-ubnd-2018/ck-001/", "chinh-sach/", "en/"):
        found = links(site / path / "index.html")
        mails = [href for href in found if href.startswith("mailto:")]

        assert len(mails) == 2
        assert len(found) == 4
        assert all(href.startswith("mailto:bao@example.org?subject=") for href in mails)
        assert all(f"https://thu.example.org/thu/{path}\r\n" in unquote(href) for href in mails)
        assert all("title=" in href and "&body=" in href and "{" not in href for href in set(found) - set(mails))


def test_the_page_of_reports_has_a_slip_and_a_table(site: Path) -> None:
    """What is sent on paper or as a spreadsheet."""
    folder = site / "bao-ket-qua"
    header = (folder / "bao-ket-qua.csv").read_text("utf-8-sig").splitlines()

    assert 'class="sheet"' in (folder / "index.html").read_text("utf-8")
    assert len(header) == 1
    assert "Con số, như in" in header[0]
    assert (folder / "bao-ket-qua.xlsx").read_bytes()[:2] == b"PK"


def test_a_reply_stands_where_it_is_about_and_on_the_page_of_its_body(site: Path) -> None:
    """Its words as they are, its day, its source; and on no other page."""
    pages = [page for page in site.rglob("index.html") if "Đơn vị đã thực hiện xong." in page.read_text("utf-8")]
    shown = {page.parent.relative_to(site).as_posix() + "/" for page in pages}

    own = {PLAN, "cam-ket/tinh-thu-1-kh-ubnd-2018/ck-001/", "co-quan/ubnd-tinh-thu/"}
    assert shown == own | {f"en/{path}" for path in own}
    assert "1/12/2019" in (site / PLAN / "index.html").read_text("utf-8")


def test_without_addresses_the_links_are_absent(tmp_path: Path) -> None:
    """No link leads nowhere, no page is there, and the build says so."""
    folder = make_project(tmp_path / "project")
    config = folder / "site.yaml"
    config.write_text(re.sub(r"(?m)^report_.*\n?", "", config.read_text("utf-8")), "utf-8")
    report = build(folder, folder / "public", store=folder / "memory")

    assert not report.refused
    assert "no-report-address" in {one.code for one in report.diagnostics}
    assert not (folder / "public/bao-ket-qua").exists()
    assert links(folder / "public/index.html") == []
