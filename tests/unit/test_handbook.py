"""The handbook is built by MkDocs or ProperDocs in the site's own frame, and its mistakes are told like any other."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from generator.messages.catalogue import codes
from generator.render.handbook import (
    ABOUT,
    MAIN,
    PATH,
    TITLE,
    Handbook,
    HandbookFault,
    HandbookRecipe,
    Tool,
    catalogue,
    language_of,
    unpack,
)

THEME = {
    "main.html": b'{% extends "frame.html" %}{% block handbook %}<ul>{% for one in nav.pages %}<li>{{ one.title }}</li>'
    b"{% endfor %}</ul>{{ page.content }}{% endblock %}"
}
FRAME = (
    f"<html><title>{TITLE}</title><a href='/thu/so-tay/{PATH}' title='{ABOUT}'>{{{{ 7 * 7 }}}} {{% x</a>{MAIN}</html>"
)
HANDBOOK = Handbook(
    "vi", "vi", "content/handbook/vi", {"index.md": b"# So tay\n", "a.md": b"# A\n", "b.md": b"# B\n"}, THEME, FRAME,
    date(2026, 11, 21),
)  # fmt: skip


TOOL: Tool = "mkdocs"


@pytest.fixture(autouse=True, params=get_args(Tool))
def tool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What builds the pages: every test runs under MkDocs, and under ProperDocs where that is installed."""
    pytest.importorskip(request.param)
    monkeypatch.setitem(globals(), "TOOL", request.param)


def pages(handbook: Handbook = HANDBOOK, **texts: str) -> dict[str, str]:
    """The built pages, with these written instead (`index`, `a`, `nav.txt`)."""
    written = {name if "." in name else f"{name}.md": text.encode() for name, text in texts.items()}
    made = HandbookRecipe(tool=TOOL)(replace(handbook, pages={**handbook.pages, **written}))
    return {path: body.decode() for path, body in unpack(made).items()}


def wrong(**texts: str) -> list[tuple[str, str, int]]:
    with pytest.raises(HandbookFault) as fault:
        pages(**texts)
    return [(one.code, one.at.file, one.at.line) for one in fault.value.diagnostics]


def test_pages_stand_in_the_frame_of_the_site() -> None:
    """Title, address and content fill the frame; no file of MkDocs's own comes along."""
    made = pages()

    assert sorted(made) == ["a/index.html", "b/index.html", "index.html", "loi/index.html"]
    assert "<title>A</title>" in made["a/index.html"]
    assert "href='/thu/so-tay/a/'" in made["a/index.html"]
    assert "href='/thu/so-tay/'" in made["index.html"]


def test_words_of_the_frame_are_no_template() -> None:
    """Signs of the template language in the site's own words stay the words that they are."""

    assert "&#123;&#123; 7 * 7 }} &#123;% x" in pages()["index.html"]


def test_raw_html_is_shown_and_not_obeyed() -> None:
    """A script in a page is text."""
    made = pages(a="# A\n\n<script>alert(1)</script>\n\nx <img src=x onerror=alert(1)> y\n")["a/index.html"]

    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;script&gt;" in made


@pytest.mark.parametrize(
    ("link", "code"), [("khong.md", "broken-link"), ("a.md#khong", "broken-fragment"), ("/ke-hoach/", "broken-link")]
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(link: str, code: str) -> None:
    """A missing page, a missing heading, and a path that depends on where the site stands."""

    assert wrong(index=f"# S\n\nMột dòng.\n\nXem [đây]({link}).\n") == [(code, "content/handbook/vi/index.md", 5)]


def test_every_broken_link_is_told_at_once() -> None:
    """Mistakes of several pages come together."""

    assert wrong(a="[x](1.md)\n", b="\n[y](2.md)\n") == [
        ("broken-link", "content/handbook/vi/a.md", 1),
        ("broken-link", "content/handbook/vi/b.md", 2),
    ]


def test_the_menu_follows_its_file() -> None:
    """nav.txt gives the order; the first page is first, and a page that it does not name is last."""
    made = pages(**{"nav.txt": "b.md\nloi.md\n"})["index.html"]

    assert "<li>So tay</li><li>B</li><li>Loi</li><li>A</li>" in made


def test_the_page_of_mistakes_keeps_the_author_s_words() -> None:
    """What is written in loi.md stands above the codes."""
    made = pages(loi="# Lỗi\n\nLời mở.\n")["loi/index.html"]

    assert made.index("Lời mở.") < made.index('id="bad-date"')
    assert all(f'id="{name}"' in made for name in codes())


@pytest.mark.parametrize(("lang", "words"), [("vi", "Cách sửa"), ("en", "What to do")])
def test_codes_are_told_in_the_language_without_placeholders(lang: str, words: str) -> None:
    """A sentence says … where a diagnostic says what it found."""
    told = catalogue(lang)

    assert words in told
    assert "{value}" not in told
    assert "…" in told


def test_a_language_without_a_handbook_reads_the_first() -> None:
    """The files are those of the language, or of the site's first one."""
    files = {"vi/index.md": b"vi", "en/index.md": b"en"}

    assert language_of(files, "en", "vi") == ("en", {"index.md": b"en"})
    assert language_of(files, "fr", "vi") == ("vi", {"index.md": b"vi"})


def test_no_handbook_at_all_is_a_page_of_codes() -> None:
    """A project that writes no handbook still explains its mistakes."""
    made = pages(replace(HANDBOOK, pages={}))

    assert 'id="bad-date"' in made["index.html"]


def test_the_day_of_the_site_is_the_only_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is as it was, and what it said before made no difference."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    one = pages()
    kept = os.environ["SOURCE_DATE_EPOCH"]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert pages() == one
    assert kept == "1"
    assert "SOURCE_DATE_EPOCH" not in os.environ
