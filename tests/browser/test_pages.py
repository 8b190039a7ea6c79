"""Every kind of page in a real browser: accessible, whole without scripts, narrow, and talking to no other host."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
PLAN_58 = "ke-hoach/tan-yen-58-kh-ubnd-2017/"
PLAN_131 = "ke-hoach/yen-bai-131-kh-tu-2019/"
CHECKLIST = "giam-sat/yen-bai-131-kh-tu-2019/"
LETTER = "giam-sat/thu-de-nghi/tan-yen-58-kh-ubnd-2017/"
KINDS = {
    "home": "",
    "plans": "ke-hoach/",
    "plan with a table": PLAN_58,
    "plan with repairs": PLAN_131,
    "provision": f"{PLAN_131}muc/E.5.1/",
    "provision with a table": f"{PLAN_58}muc/phu-luc/",
    "commitments": "cam-ket/",
    "commitments of a plan": "cam-ket/tan-yen-58-kh-ubnd-2017/",
    "commitments in a state": "cam-ket/trang-thai/chua-tim/",
    "commitment with evidence": "cam-ket/yen-bai-131-kh-tu-2019/ck-009/",
    "criteria for awards": "cam-ket/tieu-chuan-thi-dua/",
    "criterion": "cam-ket/tuyen-quang-112-kh-ubnd-2017/ck-075/",
    "provision with criteria": "ke-hoach/tuyen-quang-112-kh-ubnd-2017/muc/III.1.3/",
    "agencies": "co-quan/",
    "agency": "co-quan/ubnd-cac-xa-thi-tran-huyen-tan-yen/",
    "group of people": "co-quan/cac-ho-ngheo-ho-can-ngheo-tinh-tuyen-quang/",
    "documents": "van-ban/",
    "document with a conflict": "van-ban/thu-tuong-01-ct-ttg-2017/",
    "policies": "chinh-sach/",
    "policy": "chinh-sach/bhyt/",
    "policy with doubts": "chinh-sach/tien-dien/",
    "policy with what has ended": "chinh-sach/nha-o/",
    "policy without a published statement": "chinh-sach/thong-tin/",
    "procedure": "xet-ho-ngheo/",
    "acts": "luat/",
    "finder": "tim-ho-tro/",
    "answers of the finder": "tim-ho-tro/ho-ngheo-dan-toc-thieu-so/",
    "calendar": "lich-bao-cao/",
    "ledger": "lich-bao-cao/chua-tim-thay/",
    "supervision": "giam-sat/",
    "checklist of a plan": CHECKLIST,
    "checklist of an agency": "giam-sat/co-quan/ubnd-huyen-tan-yen/",
    "letter": LETTER,
    "places": "dia-ban/",
    "map": "dia-ban/ban-do/",
    "map of former provinces": "dia-ban/ban-do/truoc-2025/",
    "province of today": "dia-ban/tinh-lao-cai/",
    "former district": "dia-ban/huyen-tan-yen-bac-giang-den-2025/",
    "former commune": "dia-ban/xa-cao-thuong-tan-yen-den-2019/",
    "datasets": "du-lieu/",
    "dataset": "du-lieu/tan-yen-58-bang-xa/",
    "dataset of money": "du-lieu/yen-bai-131-kinh-phi/",
    "indicators": "chi-tieu/",
    "indicator": "chi-tieu/ty-le-ho-ngheo/",
    "charts": "bieu-do/",
    "comparisons": "so-sanh/",
    "comparison of a set": "so-sanh/huyen-tan-yen-bac-giang-den-2025/",
    "findings": "doi-chieu/",
    "search": "tim-kiem/",
    "places by letter": "tim-kiem/y/",
    "about": "gioi-thieu/",
    "methods": "phuong-phap/",
    "security": "bao-mat/",
    "corrections": "dinh-chinh/",
    "releases": "phat-hanh/",
    "handbook": "so-tay/",
    "not found": "404.html",
    "provisions of a plan": f"{PLAN_131}muc/",
    "states": "cam-ket/trang-thai/",
    "checklists of agencies": "giam-sat/co-quan/",
    "glossary": "thuat-ngu/",
    "notices": "niem-yet/",
    "notice": "niem-yet/u7z5g/",
}
ENGLISH = (
    "home", "plan with repairs", "provision", "commitments of a plan", "commitment with evidence", "agency",
    "policy", "calendar", "ledger", "checklist of a plan", "letter", "former district", "dataset", "indicator",
    "findings", "search", "methods",
)  # fmt: skip


def pages(portal: Path) -> list[tuple[str, str]]:
    """A page of each kind, every chart's page, and some of the English ones: (what, path)."""
    charts = sorted(p.parent.relative_to(portal).as_posix() + "/" for p in portal.glob("bieu-do/*/index.html"))
    assert charts, "the portal has no page of a chart"
    chosen = list(KINDS.items()) + [(f"chart {path}", path) for path in (charts[0], charts[-1])]
    return chosen + [(f"{kind} in English", f"en/{KINDS[kind]}") for kind in ENGLISH]


def wide(page: Page) -> int:
    """How many pixels of the page a reader would have to scroll sideways for."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_has_an_accessibility_violation(
    browser: Browser, portal: Path, address: str, scheme: str, width: int
) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or its best practices on any kind of page."""
    axe = (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    for what, path in pages(portal):
        page.goto(address + path)
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for violation in result["violations"]:
            node = violation["nodes"][0]
            found.append(f"{what}: {violation['id']}: {node['target']} {node['failureSummary']}")
        assert result["passes"], f"axe did not look at {what}"
    context.close()

    assert not found, "\n".join(found)


@pytest.mark.parametrize("javascript", [True, False])
def test_no_page_asks_another_host_or_misses_a_file(
    browser: Browser, portal: Path, address: str, javascript: bool
) -> None:
    """Each request stays on the portal's own host and is answered; no page logs an error."""
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((address, "data:")) else wrong.append(f"asks {r.url}"))
    page.on("response", lambda r: wrong.append(f"lacks {r.url}") if r.status >= 400 else None)
    page.on("console", lambda m: wrong.append(f"{page.url}: {m.text}") if m.type in ("error", "warning") else None)
    for _, path in pages(portal):
        page.goto(address + path, wait_until="networkidle" if javascript else "load")
    context.close()

    assert not wrong, "\n".join(wrong)


def test_pages_say_the_same_without_scripts(browser: Browser, portal: Path, address: str) -> None:
    """The words of the main part are the same whether scripts run or not, but for what a script adds (`data-added`)
    or takes the place of (`data-without`)."""
    said: list[dict[str, str]] = []
    for javascript in (True, False):
        context = browser.new_context(java_script_enabled=javascript)
        page = context.new_page()
        words = {}
        for what, path in pages(portal):
            page.goto(address + path)
            for added in page.locator("[data-added], [data-without]").element_handles():
                added.evaluate("one => one.remove()")
            words[what] = page.locator("main").inner_text()
        said.append(words)
        context.close()

    assert said[0] == said[1]
    assert all(len(text) > 40 for text in said[0].values())


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(browser: Browser, portal: Path, address: str, width: int) -> None:
    """A page is as wide as the screen; wide tables scroll inside their own frame."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found = []
    for what, path in pages(portal):
        page.goto(address + path)
        if wide(page) > 0:
            found.append(f"{what} at {width} px: {wide(page)} px too wide")
    context.close()

    assert not found, "\n".join(found)


def test_the_rate_is_in_sight_on_a_phone(browser: Browser, address: str) -> None:
    """Beside the name of the row, without a scroll sideways: of a place, of a dataset, of a printed table."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    seen = []
    for path in ("dia-ban/huyen-tan-yen-bac-giang-den-2025/", KINDS["dataset"], PLAN_58):
        page.goto(address + path)
        rights = page.evaluate(
            """() => { document.querySelectorAll('details').forEach(one => one.open = true);
                return [...document.querySelectorAll('thead tr:last-child th')]
                    .filter(one => /Tỷ lệ/.test(one.textContent)).map(one => one.getBoundingClientRect().right); }"""
        )
        seen.append(min(rights))
    context.close()

    assert max(seen) <= 360


def test_tables_of_facts_are_stacked_and_wide_tables_shaded_on_a_phone(browser: Browser, address: str) -> None:
    """What is no grid of numbers is read row by row; a grid keeps its head and shows that it goes on."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(address + KINDS["findings"])
    hidden = page.evaluate("[...document.querySelectorAll('.sideways')].map(one => one.scrollWidth - one.clientWidth)")
    page.goto(address + KINDS["dataset"])
    frame, head = page.locator(".sideways").first, page.locator(".sideways thead").first
    shade = frame.evaluate("one => getComputedStyle(one).backgroundImage")
    frame.evaluate("one => { one.scrollTop = 400; }")
    kept = head.evaluate("one => one.getBoundingClientRect().top") - frame.evaluate(
        "one => one.getBoundingClientRect().top"
    )
    context.close()

    assert max(hidden) <= 0
    assert shade.count("linear-gradient") == 2
    assert abs(kept) < 2


def test_text_can_be_enlarged_to_twice_its_size(browser: Browser, portal: Path, address: str) -> None:
    """At 200 % text size on a wide screen nothing is cut off sideways (WCAG 1.4.4)."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    found = []
    for what, path in pages(portal):
        page.goto(address + path)
        page.add_style_tag(content="html { font-size: 200% !important; }")
        if wide(page) > 0:
            found.append(what)
    context.close()

    assert not found


def test_the_keyboard_reaches_the_main_part_first(browser: Browser, address: str) -> None:
    """The first stop of the Tab key is a visible link that jumps to the main part."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + PLAN_131)
    page.keyboard.press("Tab")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash.slice(1)")
    inside = page.evaluate("id => document.getElementById(id).tagName", target)
    context.close()

    assert top >= 0
    assert inside == "MAIN"


def test_every_page_of_the_site_is_correct_html(portal: Path) -> None:
    """The Nu HTML checker finds no error in any page or drawing of the site."""
    jar = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(portal)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    told = [f"{re.sub('.*/public/', '', m.get('url', ''))}:{m.get('lastLine')}: {m['message']}" for m in messages]

    assert not told, "\n".join(told[:40])
    assert done.returncode == 0


def test_the_first_visit_is_light(browser: Browser, address: str) -> None:
    """The home page with all that it loads weighs less than 60 KB, not counting compression."""
    context = browser.new_context()
    page = context.new_page()
    weights: dict[str, int] = {}
    page.on("response", lambda r: weights.__setitem__(r.url, len(r.body())))
    page.goto(address, wait_until="networkidle")
    context.close()

    assert len(weights) >= 2
    assert sum(weights.values()) < 60_000, weights


def test_a_plan_prints_whole(browser: Browser, address: str, tmp_path: Path) -> None:
    """Printed on A4, a plan keeps its last words and leaves the navigation away."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + PLAN_131)
    page.emulate_media(media="print")
    shown = page.evaluate("getComputedStyle(document.querySelector('nav')).display")
    signed = page.get_by_text("Phạm Thị Thanh Trà").last.is_visible()
    page.pdf(path=str(tmp_path / "plan.pdf"), format="A4")
    context.close()

    assert shown == "none"
    assert signed
    assert (tmp_path / "plan.pdf").stat().st_size > 50_000


@pytest.mark.parametrize("path", [CHECKLIST, LETTER])
def test_a_form_prints_large_enough_to_read_and_to_fill_in(browser: Browser, address: str, path: str) -> None:
    """On paper no word of a checklist or a letter is under 11 pt, and neither the menu nor the hints are printed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(one => one.checkVisibility() && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .filter(one => !one.closest('.skip, .unseen'))
            .map(one => parseFloat(getComputedStyle(one).fontSize) * 72 / 96)"""
    )
    hidden = page.locator(".screen").first.is_hidden()
    context.close()

    assert min(sizes) >= 10.99
    assert hidden
