"""What a reader copies from a plan is the plan's words, without our marks, badges and remarks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

OURS = re.compile(r"[¶§]|^\d+ (?:văn bản|cam kết|chỉ tiêu|chính sách|báo cáo)$", re.MULTILINE)


@pytest.mark.parametrize("plan", ["tuyen-quang-184-kh-mttq-2018", "yen-bai-131-kh-tu-2019"])
def test_a_copy_holds_the_words_of_the_document_alone(browser: Browser, portal: Path, address: str, plan: str) -> None:
    """The clipboard after selecting the whole text and Ctrl+C."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}ke-hoach/{plan}/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.document'))")
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()

    assert len(copied) > 5000
    assert OURS.findall(copied) == []
    assert "Ghi chú của chúng tôi" not in copied
