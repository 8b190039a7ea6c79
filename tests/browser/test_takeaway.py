"""What a reader takes along of a chart: where the build made no PNG, the browser makes it of the SVG."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

NAME = "ty-le-ho-ngheo-tinh-yen-bai-den-2025-tong-cuc-thong-ke"


def test_the_browser_makes_a_png_of_the_picture_with_its_title(browser: Browser, address: str, tmp_path: Path) -> None:
    """With the chart's name, with something drawn on it, and twice as large as the SVG."""
    page = browser.new_page()
    page.goto(f"{address}bieu-do/{NAME}/")
    with page.expect_download() as coming:
        page.get_by_role("button", name="PNG").click()
    coming.value.save_as(tmp_path / "chart.png")
    size = page.evaluate(
        "async (src) => { const image = new Image(); image.src = src; await image.decode();"
        " return [image.naturalWidth, image.naturalHeight] }",
        f"{address}bieu-do/{NAME}/{NAME}.svg",
    )
    page.close()
    made = (tmp_path / "chart.png").read_bytes()

    assert coming.value.suggested_filename == f"{NAME}.png"
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert list(struct.unpack(">II", made[16:24])) == [2 * size[0], 2 * size[1]]
    assert len(made) > 20_000


def test_without_scripts_there_is_no_button(browser: Browser, address: str) -> None:
    """Nothing is offered that does not work; the SVG is there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}bieu-do/{NAME}/")
    buttons, svg = page.get_by_role("button").count(), page.locator(f'a[href$="{NAME}.svg"]').count()
    context.close()

    assert (buttons, svg) == (0, 1)
