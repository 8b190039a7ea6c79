"""Narrowing lists in a real browser: by words without tone marks, by choices, over the lists of all plans."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

LIST = "cam-ket/yen-bai-131-kh-tu-2019/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """The entries that a reader sees."""
    return page.locator("[data-entry]:visible").all_inner_texts()


def test_a_list_narrows_to_a_choice_and_back(phone: Page, address: str) -> None:
    """A choice leaves the entries that have it, says how many, and stands in the address; clearing shows all again."""
    phone.goto(address + LIST)
    whole = shown(phone)
    phone.get_by_text("Lọc danh sách").click()
    phone.get_by_label("Loại", exact=True).select_option("report")
    expect(phone.locator("output")).not_to_be_empty()
    reports = shown(phone)
    asked = phone.url
    phone.get_by_role("button", name="Bỏ lọc").click()
    # A reset empties the form's output itself, before the script shows the entries again: wait for the entries.
    expect(phone.locator("[data-entry]:visible")).to_have_count(len(whole))

    assert 0 < len(reports) < len(whole)
    assert all("báo cáo" in one for one in reports)
    assert asked.endswith("?kind=report")
    assert shown(phone) == whole
    assert not phone.locator("output").inner_text()


def test_words_need_no_tone_marks(phone: Page, address: str) -> None:
    """Every printed form of an agency is found, typed without marks, and leads to the one entry."""
    phone.goto(address + "co-quan/")
    phone.get_by_label("Có chữ").fill("so tu phap")

    expect(phone.locator("[data-entry]:visible")).to_have_count(1)
    assert "Sở Tư pháp" in shown(phone)[0]


def test_an_address_with_choices_opens_narrowed(phone: Page, address: str) -> None:
    """A narrowed list can be handed on as a link."""
    phone.goto(address + LIST + "?state=not_searched")

    expect(phone.locator("output")).not_to_be_empty()
    states = phone.locator("[data-entry]:visible").evaluate_all("entries => entries.map(entry => entry.dataset.state)")
    assert set(states) == {"not_searched"}
    assert len(states) < phone.locator("[data-entry]").count()


def test_all_plans_are_narrowed_on_one_page(phone: Page, address: str) -> None:
    """The list of all fetches the lists of the plans when it is first narrowed, and not before."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    phone.goto(address + "cam-ket/", wait_until="networkidle")
    before = [one for one in asked if one.startswith("cam-ket/") and one != "cam-ket/"]
    phone.get_by_text("Lọc danh sách").click()
    phone.get_by_label("Kế hoạch", exact=True).select_option(label="131-KH/TU")
    expect(phone.locator("[data-entry]:visible").first).to_be_visible()
    number = len(shown(phone))
    phone.goto(address + LIST)

    assert before == []
    assert number == len(shown(phone))


def test_a_list_that_cannot_be_fetched_says_so(phone: Page, address: str) -> None:
    """Off line, the form tells the reader to open the lists of the plans, whose links are still there."""
    phone.goto(address + "cam-ket/")
    phone.route("**/cam-ket/*/", lambda route: route.abort())
    phone.get_by_text("Lọc danh sách").click()
    phone.get_by_label("Loại", exact=True).select_option("report")

    expect(phone.locator("output")).to_contain_text("Không tải được")
    assert phone.locator("a[data-list]").count() > 0


def test_one_tap_shows_what_names_no_actor_and_the_list_is_saved_as_it_is_narrowed(phone: Page, address: str) -> None:
    """The count on top is what is shown; the file holds the same commitments and no other."""
    phone.goto(address + LIST)
    line = phone.locator(".counts li", has_text="không nêu ai làm")
    count = int(line.locator("b").inner_text())
    line.locator("a").click()
    expect(phone.locator("output")).not_to_be_empty()
    names = phone.locator("[data-entry]:visible").evaluate_all("entries => entries.map(entry => entry.dataset.named)")
    with phone.expect_download() as saving:
        phone.get_by_role("button", name="Tải danh sách đã lọc").click()
    rows = list(csv.DictReader(saving.value.path().read_text("utf-8-sig").splitlines()))

    assert len(names) == count > 0
    assert all("no_actor" in one.split() for one in names)
    assert len(rows) == count
    assert all(not row["Ai làm"] or row["Ai làm"] == "văn bản không nêu" for row in rows)
