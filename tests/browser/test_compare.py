"""Putting places side by side in a real browser: chosen, drawn, refused with a reason, and handed on as a link."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

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


def names(page: Page) -> list[str]:
    """The words of the picture."""
    return [words for words in page.locator(".compared svg text").all_text_contents() if words]


def test_places_are_found_without_tone_marks_and_drawn(phone: Page, address: str) -> None:
    """Two communes typed without marks stand side by side, a panel each, with their numbers in a table."""
    phone.goto(address + FORM)
    phone.get_by_label("Chỉ tiêu").select_option("ty-le-ho-ngheo")
    for words, name in (("an duong", "Xã An Dương"), ("cao xa", "Xã Cao Xá")):
        phone.get_by_label("Tìm nơi").fill(words)
        phone.locator(".choices label:visible").filter(has_text=name).first.click()
    phone.get_by_role("button", name="So sánh").click()

    expect(phone.locator(".compared svg")).to_have_count(1)
    assert [name for name in names(phone) if name.startswith("Xã")] == ["Xã An Dương", "Xã Cao Xá"]
    expect(phone.locator(".compared tbody tr")).to_have_count(2)
    assert phone.url.partition("?")[2].startswith("chi-tieu=ty-le-ho-ngheo&noi=")


def test_a_link_opens_the_same_comparison(phone: Page, address: str) -> None:
    """A comparison is an address: whoever opens it sees the same."""
    phone.goto(address + ASKED)

    expect(phone.locator(".compared svg")).to_be_visible()
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
    picture = phone.locator(".compared svg")
    expect(picture).to_be_visible()
    boxes = "lines => lines.map(line => [line.getBoundingClientRect().left, line.getBoundingClientRect().right])"
    gaps = picture.locator("line[stroke-dasharray='1,4']").evaluate_all(boxes)
    strokes = picture.locator("line[stroke*='chart-']:not([stroke*=grid])").evaluate_all(boxes)

    assert len(gaps) == 2  # one in each panel
    assert len(strokes) == 2 * 4
    assert [line for line in strokes for gap in gaps if line[0] < gap[0] < line[1]] == []


def test_the_picture_is_that_of_the_ready_set(phone: Page, address: str, portal: Path) -> None:
    """Vega draws the published chart: the same words stand in it, and it says them to who cannot see it."""
    phone.goto(address + ASKED)
    picture = phone.locator(".compared svg")
    expect(picture).to_be_visible()
    (ready,) = portal.glob("bieu-do/so-sanh-huyen-tan-yen-bac-giang-den-2025-ty-le-ho-ngheo-*/*-340.svg")
    told = set(re.findall(r"\d+,\d\d", picture.get_attribute("aria-label") or ""))
    numbers = {name for name in names(phone) if re.fullmatch(r"\d+,\d\d", name)}

    assert numbers
    assert numbers <= told
    assert numbers <= set(re.findall(r">(\d+,\d\d)<", ready.read_text("utf-8")))
    assert picture.evaluate("picture => getComputedStyle(picture).opacity") == "1"


def test_vega_is_fetched_when_something_is_to_be_drawn(phone: Page, address: str, portal: Path) -> None:
    """Before, the page with all that it loads weighs less than 60 KB, compressed as hosts send it."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url.removeprefix(address).partition("?")[0]))
    phone.goto(address + FORM, wait_until="networkidle")
    before = set(asked)
    files = [portal / url / "index.html" if url.endswith("/") else portal / url for url in before]
    phone.goto(address + ASKED)
    expect(phone.locator(".compared svg")).to_be_visible()
    after = sorted(url.rpartition("/")[2].split(".")[0] for url in set(asked) - before)

    assert len(files) > 5
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 60_000, files
    assert after == ["vega", "vega-interpreter", "vi-340"]


def test_counts_are_not_drawn(phone: Page, address: str) -> None:
    """They grow with the size of a place: they stand in the table, and the page says why there is no picture."""
    phone.goto(f"{address}{FORM}?chi-tieu=so-ho-ngheo&noi=viet-nam&noi=vung-tay-nguyen-den-2025")

    expect(phone.locator(".compared table")).to_be_visible()
    expect(phone.locator(".compared .remark")).to_contain_text("Số đếm lớn nhỏ theo số dân")
    assert phone.locator(".compared svg").count() == 0


def test_a_picture_that_cannot_be_drawn_is_told(phone: Page, address: str) -> None:
    """Without Vega the table is there all the same."""
    phone.route("**/vega*.js", lambda route: route.abort())
    phone.goto(address + ASKED)

    expect(phone.locator(".compared .remark")).to_contain_text("Không vẽ được hình")
    expect(phone.locator(".compared tbody tr")).to_have_count(2)


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
