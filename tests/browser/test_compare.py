"""Putting places side by side in a real browser: chosen, drawn, refused with a reason, and handed on as a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FORM = "so-sanh/"
RATE = f"{FORM}?chi-tieu=ty-le-ho-ngheo"
COMMUNES = ("xa-an-duong-tan-yen-den-2025", "xa-cao-xa-tan-yen-den-2025")
DISTRICT = "huyen-mu-cang-chai-yen-bai-den-2025"
ASKED = RATE + "".join(f"&noi={place}" for place in (*COMMUNES, DISTRICT))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_places_are_found_without_tone_marks_and_drawn(phone: Page, address: str) -> None:
    """Two communes typed without marks stand side by side, one picture each, with their numbers in a table."""
    phone.goto(address + FORM)
    phone.get_by_label("Chỉ tiêu").select_option("ty-le-ho-ngheo")
    for words, name in (("an duong", "Xã An Dương"), ("cao xa", "Xã Cao Xá")):
        phone.get_by_label("Tìm nơi").fill(words)
        phone.locator(".choices label:visible").filter(has_text=name).first.click()
    phone.get_by_role("button", name="So sánh").click()

    expect(phone.locator(".compared figcaption")).to_have_text(["Xã An Dương", "Xã Cao Xá"])
    expect(phone.locator(".compared tbody tr")).to_have_count(2)
    assert phone.url.partition("?")[2].startswith("chi-tieu=ty-le-ho-ngheo&noi=")


def test_a_link_opens_the_same_comparison(phone: Page, address: str) -> None:
    """A comparison is an address: whoever opens it sees the same."""
    phone.goto(address + ASKED)

    expect(phone.locator(".compared figcaption")).to_have_count(2)
    assert phone.locator(".choices input:checked").count() == 3


def test_what_cannot_be_compared_is_refused_with_the_reason(phone: Page, address: str) -> None:
    """A district of another province, of which another body reports, is not drawn, and it says why."""
    phone.goto(address + ASKED)
    refused = phone.locator(".compared li")

    expect(refused).to_have_count(1)
    expect(refused).to_contain_text("Mù Cang Chải")
    expect(refused).to_contain_text("không nơi nào khác có số của cùng nơi lập")


def test_who_made_numbers_is_said_to_be_inferred_where_no_source_says_it(phone: Page, address: str) -> None:
    """The source of Bắc Kạn's rate of 2019 does not say who reckoned it: the comparison says so as other pages do."""
    phone.goto(f"{address}{RATE}&noi=tinh-bac-kan-den-2025&noi=viet-nam")

    expect(phone.locator(".compared h3").first).to_have_text(
        re.compile("^Cơ quan công bố: Tổng cục Thống kê[^;]*(?<!suy ra)$")
    )
    expect(phone.locator(".compared li").filter(has_text="2019")).to_contain_text("suy ra: nguồn không nêu nơi lập số")


def test_no_line_crosses_a_break(phone: Page, address: str) -> None:
    """2015 states no standard and 2016 does: there is an upright between them, and no line from one to the other."""
    phone.goto(address + ASKED)
    picture = phone.locator(".compared svg").first
    expect(picture.locator(".gap")).to_have_count(1)
    gap = float(picture.locator(".gap").get_attribute("x1") or 0)
    ends = [[float(one.get_attribute(name) or 0) for name in ("x1", "x2")] for one in picture.locator(".stroke").all()]

    assert ends
    assert [x for x in ends if x[0] < gap < x[1]] == []


def test_numbers_are_those_of_the_ready_set(phone: Page, address: str) -> None:
    """What is drawn on demand says the same numbers, and leads to the same rows, as the page of the set."""

    def cells(place: str, selector: str) -> list[tuple[str, str]]:
        row = phone.locator(f"{selector} tr", has=phone.locator(f"a[href$='dia-ban/{place}/']")).first
        expect(row).to_be_visible()
        links = row.locator("td a").all()
        return [(one.inner_text(), (one.get_attribute("href") or "").partition("du-lieu/")[2]) for one in links]

    phone.goto(address + ASKED)
    drawn = [cells(place, ".compared") for place in COMMUNES]
    phone.goto(address + "so-sanh/huyen-tan-yen-bac-giang-den-2025/")
    ready = [cells(place, "main") for place in COMMUNES]

    assert drawn == ready
    assert len(drawn[0]) == 6


def test_no_more_than_six_places_can_be_chosen(phone: Page, address: str) -> None:
    """With six chosen the others cannot be; with one the reader is told to choose another."""
    phone.goto(address + RATE)
    boxes = phone.locator(".choices input")
    expect(boxes.first).to_be_visible()
    boxes.first.check()
    phone.get_by_role("button", name="So sánh").click()
    expect(phone.locator("output")).to_contain_text("ít nhất 2")
    for number in range(1, 6):
        boxes.nth(number).check()

    expect(boxes.nth(6)).to_be_disabled()
    expect(phone.locator(".picked")).to_contain_text("6")


def test_numbers_that_cannot_be_fetched_are_told(phone: Page, address: str) -> None:
    """Off line the form says that it has no numbers, and the ready sets are still there."""
    phone.route("**/so-sanh/du-lieu/**", lambda route: route.abort())
    phone.goto(address + ASKED)

    expect(phone.locator("output")).to_contain_text("Không tải được")
    assert phone.get_by_role("link", name="Tân Yên").count() == 1


def test_without_scripts_the_ready_sets_are_listed(browser: Browser, address: str) -> None:
    """No form that does nothing is shown, and every set is a link."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + FORM)
    forms, sets = page.locator("form").count(), page.get_by_role("link", name="Tân Yên").count()
    context.close()

    assert (forms, sets) == (0, 1)
