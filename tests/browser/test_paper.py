"""What a reader holds in hands: on paper nothing stays folded or hidden, and no page shows a hole in a sentence."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CHART = "bieu-do/cong-bo-theo-ke-hoach/"
_UNSEEN = re.compile(r"<(script|style|template|code|pre)\b.*?</\1>|<[^>]*>", re.DOTALL)
FOLDED = ("lich-bao-cao/", "dia-ban/", "ke-hoach/yen-bai-131-kh-tu-2019/", "chi-tieu/ty-le-ho-ngheo/")


@pytest.mark.parametrize("path", FOLDED)
def test_what_is_folded_on_a_screen_is_open_on_paper(browser: Browser, address: str, path: str) -> None:
    """Whatever is closed takes room when printed, but what is left away from paper altogether."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    folded = page.evaluate(
        """() => [...document.querySelectorAll('details:not([open])')]
            .filter(one => one.checkVisibility())
            .map(one => one.lastElementChild.getBoundingClientRect().height)"""
    )
    context.close()

    assert folded
    assert min(folded) > 0


def test_the_table_of_a_chart_is_printed(browser: Browser, address: str) -> None:
    """Black and white on paper, the table is what a chart is checked by; its picture is there from the start."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + CHART)
    page.emulate_media(media="print")
    table = page.locator("table").first.is_visible()
    picture = page.evaluate("document.querySelector('figure img').complete")
    downloads = page.locator("#tai").is_visible()
    context.close()

    assert table
    assert not downloads
    assert picture


def test_the_foot_of_a_checklist_has_no_sheet_of_its_own(browser: Browser, address: str) -> None:
    """What is signed is never cut and holds the foot of the page, on the 182 mm between the margins of A4."""
    context = browser.new_context(viewport={"width": 688, "height": 1000})
    page = context.new_page()
    page.goto(address + "giam-sat/tuyen-quang-112-kh-ubnd-2017/")
    page.emulate_media(media="print")
    ends = page.evaluate(
        "['.signing', '.bottom'].map(name => document.querySelector(name).getBoundingClientRect().bottom)"
    )
    clear = page.evaluate(
        "document.querySelector('.bottom').getBoundingClientRect().top"
        " - document.querySelector('.signers').getBoundingClientRect().bottom"
    )
    context.close()

    assert ends[1] <= ends[0]
    assert clear >= 0


def test_no_page_shows_a_word_that_was_not_filled_in(portal: Path) -> None:
    """`{number}` in what a reader sees is a value that was forgotten. The handbook shows such words as code."""
    pages = [path for path in sorted(portal.rglob("*.html")) if "so-tay" not in path.parts]
    wrong = {
        path.relative_to(portal).as_posix(): found
        for path in pages
        if (found := re.findall(r"\{[a-z_]+\}", unescape(_UNSEEN.sub(" ", path.read_text("utf-8")))))
    }

    assert len(pages) > 1000
    assert wrong == {}
