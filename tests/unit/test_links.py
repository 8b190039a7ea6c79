"""A link that an author writes leads where it says, or is told."""

from __future__ import annotations

import pytest

from generator.model.links import is_address, is_safe_link, seems_a_link

SAFE = (
    "https://a.vn", "http://a.vn:80/x?y=1#z", "../a/", "a/b.html", "#x", "mailto:a@b.vn", "/so-tay/", "?q=1",
    "https://a.vn/%E1%BB%9F", "https://a.vn/a%20b", "https://en.wikipedia.org/wiki/A_(b)", "https://a.vn/?u=https://b.vn",
    "https://a.vn/@me", "./a.md", "",
)  # fmt: skip
UNSAFE = (
    "javascript:alert(1)", "JaVa\tScript:x", "vbscript:x", "data:text/html,x", "blob:https://e/1", "//e.in/x", "\\\\e",
    "https:\\\\e.in", "https://a.vn@e.in/", "https://u:p@e.in/", "javascript&colon;x", "javascript%3Ax",
    "javascript&#58;x", "javascript&#x3A;x", "javascript%253Ax", "java\nscript:x", "http://", "https:///x", "https:e",
    "ftp://x", "mailto:a@b.vn?bcc=c", "mailto:x", "\x01javascript:x", "java\u200bscript:x", "https://a.vn/\u202e",
    "/\\e.in", "http://a_b/", "https://a%2eb@c/", "%2f%2fe.in", "https://\u0430pple.com/", "file:///etc/passwd",
    "https://a.vn:80a/", "tel:1", "view-source:x", "&#47;/e.in", "ht\ntps://a.vn", "https://a.vn /x",
)  # fmt: skip


@pytest.mark.parametrize("link", SAFE)
def test_web_mail_and_paths_are_links(link: str) -> None:
    """What leads to the web, to a mailbox or inside the site is a link."""

    assert is_safe_link(link)


@pytest.mark.parametrize("link", UNSAFE)
def test_what_runs_or_misleads_is_no_link(link: str) -> None:
    """A script, another scheme, a user before the host, a hidden sign or a backslash is told, however it is encoded."""

    assert not is_safe_link(link)
    assert not is_address(link)


def test_words_that_would_run_as_a_link_are_known() -> None:
    """Words are told only where they would run or lead elsewhere: a colon makes no link."""
    assert seems_a_link(" JavaScript:alert(1)")
    assert seems_a_link("//e.in/x")
    assert seems_a_link("java&#115;cript:x")

    assert not seems_a_link("Quyết định: số 1")
    assert not seems_a_link("ngày 1/1/2020 // 2021"[:14])
