"""Sheets to post: each has a code that stays, and a mark of what it says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.derive.facts import derive
from generator.pages.records import notices
from generator.render.qr import qr
from generator.site.urls import LETTERS, URLS
from tests.portal import facts
from tests.unit.small_duties import words

VI = words()["vi"]


@pytest.fixture(scope="module")
def sheets() -> dict[str, notices.NoticeView]:
    return {view.about.href: view for view in notices.views(facts(), "vi", VI)}


def test_supports_plans_and_communes_have_sheets_under_short_codes(sheets: dict[str, notices.NoticeView]) -> None:
    """No two share a code; it holds no letter that is read as another."""
    kinds = {href.partition("/")[0] for href in sheets}
    codes = [view.path.split("/")[1] for view in sheets.values()]

    assert kinds == {"chinh-sach", "ke-hoach", "dia-ban"}
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(f"[{LETTERS}]{{5}}", code) for code in codes)
    assert not set("01lio") & set(LETTERS)
    assert URLS.notice("support", "bhyt") == "niem-yet/u7z5g/"


def test_the_mark_changes_with_what_a_sheet_says_and_the_code_does_not(sheets: dict[str, notices.NoticeView]) -> None:
    """Another day of the content is no other sheet; another name is."""
    site = facts().site
    policy = site.policies["bhyt"]
    renamed = replace(policy, name={**policy.name, "vi": "Tên khác"})
    other = derive(replace(site, policies={**site.policies, "bhyt": renamed}))
    again = {view.about.href: view for view in notices.views(other, "vi", VI)}
    changed = {href for href, view in sheets.items() if view.stamp != again[href].stamp}

    assert {view.path for view in again.values()} == {view.path for view in sheets.values()}
    assert "chinh-sach/bhyt/" in changed
    assert "ke-hoach/yen-bai-131-kh-tu-2019/" not in changed


def test_what_a_sheet_leaves_out_is_counted(sheets: dict[str, notices.NoticeView]) -> None:
    """So that nobody reads a short list of who is entitled as the whole of it."""
    assert any(part.more for view in sheets.values() for part in view.parts)
    assert all(part.lines for view in sheets.values() for part in view.parts)


def test_a_code_is_the_same_for_the_same_address_alone() -> None:
    """As SVG that stands in a page: no width of its own, no style."""
    one, other = qr("https://example.org/niem-yet/u7z5g/#24e968"), qr("https://example.org/niem-yet/u7z5g/#24e969")

    assert one.startswith("<svg")
    assert 'class="qr"' in one
    assert "style=" not in one
    assert one != other
