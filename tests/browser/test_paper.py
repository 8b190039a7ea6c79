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
    """What is signed is never cut and holds the foot of the page, on the 277 mm between the margins of A4."""
    context = browser.new_context(viewport={"width": 1047, "height": 1000})
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


def test_a_notice_is_one_sheet_in_large_type_and_its_code_tells_whether_it_is_the_latest(
    browser: Browser, address: str
) -> None:
    """A4, no letter under 14 pt; the address behind the code holds the mark of the sheet, and any other mark is old."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "niem-yet/u7z5g/")
    mark = page.locator(".fresh").get_attribute("id")
    told = []
    for fragment in (f"#{mark}", "#aaaaaa"):
        page.goto("about:blank")
        page.goto(f"{address}niem-yet/u7z5g/{fragment}")
        told.append((page.locator(".fresh").is_visible(), page.locator(".stale").is_visible()))
    page.emulate_media(media="print")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    sizes = [
        float(size)
        for size in page.locator(".sheet :is(h1, h2, li, p)").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * 72 / 96)"
        )
    ]
    context.close()

    assert told == [(True, False), (False, True)]
    assert sheets == 1
    assert min(sizes) >= 13.99


@pytest.mark.parametrize("path", ["ke-hoach/yen-bai-131-kh-tu-2019/", "giam-sat/yen-bai-131-kh-tu-2019/"])
def test_the_longest_plan_and_its_checklist_print_on_few_pages(browser: Browser, address: str, path: str) -> None:
    """What a supervisor carries is under eight sheets of A4."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + path)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    context.close()

    assert 1 < sheets < 8


def test_a_checklist_shows_what_charges_somebody_and_more_where_chosen(browser: Browser, address: str) -> None:
    """Without a script: purposes and tasks of nobody are left away until they are asked for."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "giam-sat/yen-bai-131-kh-tu-2019/")
    shown = []
    for choice in page.locator(".scopes input").all():
        choice.check()
        rows = page.locator("tbody th[scope=row]")
        shown.append(sum(row.is_visible() for row in rows.all()))
    told = [int(text.rsplit("(", 1)[1][:-1]) for text in page.locator(".scopes label").all_inner_texts()]
    context.close()

    assert shown == told
    assert len(set(shown)) == 3


@pytest.mark.parametrize("path", ["doi-chieu/", "en/doi-chieu/"])
def test_no_table_of_disagreements_is_cut_on_paper(browser: Browser, address: str, path: str) -> None:
    """Every table ends within the 182 mm between the margins of A4, and no cell is wider than its column."""
    context = browser.new_context(viewport={"width": 688, "height": 1000})
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    ends = page.evaluate("[...document.querySelectorAll('table')].map(table => table.getBoundingClientRect().right)")
    cut = page.evaluate(
        "[...document.querySelectorAll('th, td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).length"
    )
    context.close()

    assert ends
    assert max(ends) <= 688
    assert cut == 0
