"""The search page in a real browser: it answers as the reference does, by keyboard, on one host, in few bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reference_search import PAGE, Index, search

pytestmark = pytest.mark.browser

INDEX = "tim-kiem/chi-muc/"
QUESTIONS = (
    "Yên Bái", "yen bai", "Mù Cang Chải", "Mù Căng Chải", "mu cang ch", "Tân Yên", "tan yen bac giang", "huyện Tân Yên",
    "TT Nhã Nam", "H. Tân Yên", "Hà Tây", "Hoà Bình", "Hòa Bình", "quan 1", "Vinh, Nghệ An", "46-NQ/TU", "46 - nq/tu",
    "Nghị quyết số 46", "131-KH/TU", "bảo hiểm y tế", "vay von", "ho ngheo", "UBND huyện Tân Yên", "Sở LĐ-TB&XH",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tuyên Quang", "nha o", "tu 46", "Đắk R'Lấp", "x", "…",
    "không có gì như thế", "ngheo", "Tân", "nha nam ho can ngheo", "mu cang trai", "nha nam tan yen bac giang", "tphcm",
    "thôn Trung xã Cao Xá huyện Tân Yên", "Qui Nhơn", "cu m gar", "Ðiện Biên", "giam ngheo ca mau",
)  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has been nowhere yet."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def index(portal: Path, lang: str = "") -> Index:
    """The index of the built portal, for the reference."""
    return Index(lambda name: (portal / lang / INDEX / f"{name}.json").read_bytes())


def shown(page: Page) -> list[list[str]]:
    """What the reader sees: title, kind, remark and address of each result."""
    expect(page.get_by_role("status")).not_to_have_text(re.compile("…$"))
    found: list[list[str]] = page.evaluate(
        "[...document.querySelectorAll('.found li')].map((one) => ["
        "one.querySelector('a').textContent, one.querySelector('b').textContent, one.querySelector('p').textContent,"
        "decodeURI(one.querySelector('a').href)])"
    )
    return found


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_script_answers_as_the_reference_does(page: Page, portal: Path, address: str, lang: str) -> None:
    """The same results in the same order, and the same number of them, for every question."""
    told = index(portal, lang)
    wrong = []
    for question in QUESTIONS:
        page.goto(f"{address}{lang}tim-kiem/?q={quote(question)}")
        found, count = search(told, question)
        wanted = [[one.title.strip(), one.kind, one.remark, f"{address}{lang}{one.href}"] for one in found]
        seen = [[title.strip(), *rest] for title, *rest in shown(page)]
        said = page.locator(".told").inner_text()
        if seen != wanted or (count and str(count) not in said):
            wrong.append((question, said, seen[:3], wanted[:3]))

    assert wrong == []


def test_a_question_from_the_home_page_is_answered(page: Page, address: str) -> None:
    """The field of the home page is a plain form that leads to the answers."""
    page.goto(address)
    page.get_by_role("searchbox").fill("yen bai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=yen+bai")

    assert shown(page)[0][0] == "tỉnh Yên Bái"


def test_search_works_by_keyboard_while_one_types(page: Page, address: str) -> None:
    """Results come while one types, are told to screen readers, and the next stop after the field leads to them."""
    page.goto(f"{address}tim-kiem/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("mu cang ch")
    page.locator(".found li").first.wait_for()
    said = page.get_by_role("status").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dia-ban/**")

    assert "kết quả" in said
    assert "Mù Cang Chải" in focused


def test_more_results_are_shown_on_demand(page: Page, portal: Path, address: str) -> None:
    """The button shows the next results, and the focus goes to the first of them."""
    page.goto(f"{address}tim-kiem/?q=ho+ngheo")
    before = len(shown(page))
    page.get_by_role("button", name="Xem thêm").press("Enter")
    expect(page.locator(".found li")).to_have_count(2 * PAGE)
    found, _ = search(index(portal), "ho ngheo", 2)
    titles = [one[0] for one in shown(page)]
    focused = page.evaluate("document.activeElement.textContent")

    assert before == PAGE
    assert titles == [one.title for one in found]
    assert focused == titles[PAGE]


def test_a_lost_connection_is_told_and_mends(page: Page, address: str) -> None:
    """Where the index cannot be had the reader is told so, and asking again works."""
    page.goto(f"{address}tim-kiem/")
    page.context.set_offline(True)
    page.get_by_role("searchbox").fill("yen bai")
    page.get_by_role("status").get_by_text("Không tải được").wait_for()
    page.context.set_offline(False)
    page.get_by_role("searchbox").press("Enter")

    assert shown(page)[0][0] == "tỉnh Yên Bái"


def test_what_is_typed_is_only_ever_text(page: Page, address: str) -> None:
    """A question with markup in it is neither run nor shown as markup."""
    page.goto(f"{address}tim-kiem/?q={quote('<img src=x onerror=document.title=1>')}")

    assert shown(page) == []
    assert page.locator("main img").count() == 0


def test_without_a_script_every_place_is_reached_by_its_letter(browser: Browser, address: str) -> None:
    """Where there is no script, the page says so and leads to places by letter and to all lists."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}tim-kiem/")
    words = page.locator("main").inner_text()
    shelves = [link.get_attribute("href") or "" for link in page.locator(".letters a").all()]
    for shelf in reversed(shelves):
        page.goto(urljoin(address, shelf))
        places = page.locator(".places li").all_inner_texts()
        if page.locator(".places a", has_text="Yên Bình").count():
            break
    page.locator(".places a", has_text="Yên Bình").first.click()
    heading = page.locator("h1").inner_text()
    context.close()

    assert "Không có JavaScript" in words
    assert any("Yên Bình" in one and "tỉnh" in one for one in places)
    assert heading


def test_no_page_of_letters_is_heavy(portal: Path) -> None:
    """A list of places by letter is a page for a slow network."""
    sizes = {path.parent.name: path.stat().st_size for path in portal.glob("tim-kiem/*/index.html")}

    assert sizes
    assert max(sizes.values()) < 50_000, sizes


def test_a_first_question_costs_little(page: Page, address: str) -> None:
    """What the index costs for the first question of a visit, not counting compression."""
    weights: dict[str, int] = {}
    page.on("response", lambda r: weights.__setitem__(r.url, len(r.body())) if INDEX in r.url else None)
    page.goto(f"{address}tim-kiem/?q=yen+bai", wait_until="networkidle")

    assert 3 <= len(weights) <= 12
    assert sum(weights.values()) <= 30_000, weights


def test_the_script_is_read_by_browsers_of_2018(portal: Path) -> None:
    """No syntax that came later: these browsers would drop the whole script and say nothing."""
    (script,) = portal.glob("tai-san/js/search.*.js")

    assert (
        re.findall(
            r"\?\?|\?\.[a-zA-Z(\[]|\|\|=|&&=|catch \{|\.(?:replaceAll|flat|at|replaceChildren)\(",
            script.read_text("utf-8"),
        )
        == []
    )


def test_a_browser_that_cannot_run_the_script_is_told_at_once(browser: Browser, address: str) -> None:
    """The words stand in the page, and the script takes them away; the lists below are there for all."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}tim-kiem/?q=tan+yen")

    expect(page.locator(".told")).to_contain_text("không chạy được")
    page.context.close()


def test_a_page_says_where_no_result_holds_every_word(page: Page, address: str) -> None:
    """A place and a need: the nearest are shown, and called so."""
    page.goto(f"{address}tim-kiem/?q=nha+nam+ho+can+ngheo")

    expect(page.locator(".told")).to_contain_text("Không có kết quả nào đủ mọi chữ")


def test_the_script_is_small(portal: Path) -> None:
    """The script of the search page is less than 9 KB, not counting compression."""
    (script,) = portal.glob("tai-san/js/search.*.js")

    assert script.stat().st_size < 9_000


@pytest.mark.parametrize("scripts", [True, False])
def test_a_former_unit_is_shown_though_its_list_is_folded(browser: Browser, address: str, scripts: bool) -> None:
    """Where search leads to a former commune on the page of its district, the folded list opens and shows it."""
    anchor, folder = "xa-de-su-phinh-mu-cang-chai-den-2025", "dia-ban/huyen-mu-cang-chai-yen-bai-den-2025/"
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}{folder}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    opened = page.locator("details.folded[open]").count()
    page.goto(f"{address}{folder}")
    height = page.evaluate("document.documentElement.scrollHeight")
    context.close()

    assert opened == 1
    assert height < 13_500


def test_folded_lists_are_printed(browser: Browser, address: str) -> None:
    """On paper nothing is folded away."""
    page = browser.new_page()
    page.goto(f"{address}dia-ban/tinh-yen-bai-den-2025/")
    page.emulate_media(media="print")
    first = page.locator("details.folded li").first
    height = first.evaluate("(one) => one.getBoundingClientRect().height")
    page.close()

    assert height > 0
