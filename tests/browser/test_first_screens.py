"""What is asked before all else stands on the first screen of a phone, without scrolling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 780}
HEAD = 120  # the header of every page is two lines of a phone


@pytest.fixture(scope="module", params=["light", "dark"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone, without scripts: the answer does not wait for one."""
    page = browser.new_context(viewport=PHONE, color_scheme=request.param, java_script_enabled=False).new_page()  # type: ignore[arg-type]
    yield page
    page.context.close()


@pytest.mark.parametrize(
    ("path", "answers"),
    [
        (
            "dia-ban/huyen-mu-cang-chai-yen-bai-den-2025/",
            [".answer :text('43,16%')", ".answer :text('41,82%')", ".answer a[href='#ho-tro']"],
        ),
        (
            "dia-ban/xa-nha-nam-bac-ninh/",
            [".answer :text('Tân Trung')", ".answer q", ".answer a[href='#ho-tro']"],
        ),
        ("dia-ban/tinh-ca-mau/", [".answer :text('chưa có kế hoạch')", ".answer a[href*='tim-ho-tro']"]),
        ("chinh-sach/bhyt/", ["a[href='#papers']", "a[href='#ask']", ".statements li:first-child p:first-child"]),
        (
            "cam-ket/yen-bai-131-kh-tu-2019/ck-018/",
            [".answer .tag", ".answer :text('41,82%')", ".answer :text('cuối năm 2019 còn'), .answer q"],
        ),
        ("", ["input[type=search]", ".told-number h2", ".strip svg"]),
    ],
)
def test_the_answer_is_on_the_first_screen(phone: Page, address: str, path: str, answers: list[str]) -> None:
    """Every part of the answer ends above the lower edge."""
    phone.goto(address + path)

    for answer in answers:
        box = phone.locator(f"main {answer}" if "," not in answer else answer).first.bounding_box()
        assert box, answer
        assert box["y"] + box["height"] <= PHONE["height"], answer


@pytest.mark.parametrize("plan", ["yen-bai-131-kh-tu-2019", "tan-yen-58-kh-ubnd-2017"])
def test_a_plan_is_read_within_two_screens(phone: Page, address: str, plan: str) -> None:
    """Its text begins on the second screen at the latest."""
    phone.goto(f"{address}ke-hoach/{plan}/")
    box = phone.locator(".document").bounding_box()

    assert box
    assert box["y"] <= 2 * PHONE["height"]


def test_the_header_is_two_lines(phone: Page, address: str) -> None:
    """Search, the language and the menu leave the screen to the page; nothing of it is wider than the screen."""
    phone.goto(address)
    box = phone.locator("header.top").bounding_box()

    assert box
    assert box["height"] <= HEAD
    assert phone.locator("header.top .seek").is_visible()


def test_the_menu_holds_the_tools_of_supervisors_and_journalists(phone: Page, address: str) -> None:
    """One tap unfolds it, also without a script."""
    phone.goto(address)
    phone.locator("header.top summary").click()

    for path in ("giam-sat/kiem-chung/", "doi-chieu/"):
        link = phone.locator(f"header.top a[href$='{path}']")
        assert link.is_visible(), path


def test_a_wide_screen_shows_facts_and_contents_beside_the_text(browser: Browser, address: str) -> None:
    """A plan's contents, facts and downloads stand in a column of their own, unfolded."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}ke-hoach/yen-bai-131-kh-tu-2019/")
    side, text = page.locator(".side").bounding_box(), page.locator(".words").bounding_box()

    assert side
    assert text
    assert side["x"] + side["width"] <= text["x"]
    assert page.locator(".side .contents a").first.is_visible()
    assert page.locator(".side a[download]").is_visible()
    page.close()


def test_a_wide_screen_shows_the_whole_menu(browser: Browser, address: str) -> None:
    """Nothing is folded where there is room, and no line is needed twice."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    links = page.locator("header.top nav.parts a")

    assert all(links.nth(at).is_visible() for at in range(links.count()))
    assert not page.locator("header.top summary").is_visible()
    page.close()
