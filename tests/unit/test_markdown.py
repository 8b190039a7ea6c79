"""Markdown to safe HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.markdown import inline, noted, notes_of, page, plain, unnoted, whole_in_cells

TAGS = re.compile(r"<(/?)(em|strong|a|br)(?: class=\"text-note\" href=\"#ghi-chu-\d+\")?>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Quỹ “*Vì người nghèo*”", "Quỹ “<em>Vì người nghèo</em>”"),
        ("**a\nb**", "<strong>a<br>\nb</strong>"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("_a_ `b` [c](d) ![e](f) <b>", "_a_ `b` [c](d) ![e](f) &lt;b&gt;"),
        ("(*) 5 * 3 * 2", "(*) 5 * 3 * 2"),
        ("\\* &amp; &#60;", "\\* &amp;amp; &amp;#60;"),
        ("https://a.vn <https://a.vn>", "https://a.vn &lt;https://a.vn&gt;"),
    ],
)
def test_plan_text_knows_emphasis_and_nothing_else(text: str, html: str) -> None:
    """A plan's words are shown as they are: no list, link, entity or tag is made of them."""

    assert inline(text) == html


def test_a_note_is_a_link_around_its_reading() -> None:
    """The reading links to the note, exactly where it stands."""
    text = f"a {noted('bc', 7)}d {noted('e', 12)}"

    assert inline(text) == (
        'a <a class="text-note" href="#ghi-chu-7">bc</a>d <a class="text-note" href="#ghi-chu-12">e</a>'
    )
    assert (plain(text), unnoted(text), notes_of(text)) == ("a bcd e", "a bcd e", (7, 12))


def test_a_note_across_an_emphasis_nests() -> None:
    """A link that would cross the edge of an emphasis is closed there and opened again."""

    assert inline(f"*a {noted('b* c', 1)}") == (
        '<em>a <a class="text-note" href="#ghi-chu-1">b</a></em><a class="text-note" href="#ghi-chu-1"> c</a>'
    )


def test_a_note_over_cells_stands_in_each() -> None:
    """Cells are apart in HTML, so a note over two of them is in both."""
    row = whole_in_cells("a\t" + noted("1\t2", 3) + "\tb")

    assert row.split("\t") == ["a", noted("1", 3), noted("2", 3), "b"]


@given(st.lists(st.tuples(st.text("*_ ab<&\n", max_size=6), st.booleans()), max_size=8))
def test_plan_text_is_always_well_formed(pieces: list[tuple[str, bool]]) -> None:
    """Whatever is noted and emphasised, tags nest, and no other tag is made."""
    html = inline("".join(noted(words, n) if note else words for n, (words, note) in enumerate(pieces, 1)))
    stack: list[str] = []
    for closing, name in TAGS.findall(html):
        if name == "br":
            continue
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)

    assert stack == []
    assert "<" not in TAGS.sub("", html)


def test_a_page_has_a_title_and_headings_to_link_to() -> None:
    """The first heading is the title; the others have ids of their words, without marks, each its own."""
    made = page("# Giới *thiệu*\n\n## Đính chính\n\n## Đính chính\n\n## Corrections {#dinh-chinh-en}\n")

    assert made.title == "Giới thiệu"
    assert made.html == (
        '<h2 id="dinh-chinh">Đính chính</h2>\n<h2 id="dinh-chinh-2">Đính chính</h2>\n'
        '<h2 id="dinh-chinh-en">Corrections</h2>\n'
    )


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "\\javascript:x",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", "![a]({})", "[a][b]\n\n[b]: {}"])
def test_a_link_that_runs_code_is_told_and_taken_away(link: str, form: str) -> None:
    """Only web addresses, mail and paths stay links."""
    made = page("# A\n\n" + form.format(link))

    assert [one.code for one in made.faults] == ["unsafe-link"]
    assert not re.search(r"(?:href|src)=\"(?!#\")", made.html)


@pytest.mark.parametrize("link", ["https://a.vn/b:c", "mailto:a@b.vn", "../a/#b", "/a", "#b", "a?b=c:d", "a/b:c"])
def test_an_honest_link_stays(link: str) -> None:
    """Addresses, mail and paths inside the site are links."""
    made = page(f"# A\n\n[a]({link})")

    assert made.faults == ()
    assert f'href="{link}"' in made.html


@pytest.mark.parametrize(
    "html",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- a -->", "<div>\nb\n</div>", "a <b>c</b>"],
)
def test_html_in_a_page_is_words_and_its_author_is_told(html: str) -> None:
    """HTML is shown as it is written, and never runs."""
    made = page(f"# A\n\n{html}\n")

    assert {one.code for one in made.faults} == {"raw-html"}
    assert {one.line for one in made.faults} == {3}
    assert not re.search(r"<(?!/?p>)", made.html)


def test_words_of_another_language_are_marked_in_a_page_and_not_in_code() -> None:
    """A screen reader reads them by the rules of their language; nothing but a language may stand in the braces."""
    assert page("# A\n\n**Review** ([rà soát]{vi})\n").html == (
        '<p><strong>Review</strong> (<span lang="vi">rà soát</span>)</p>\n'
    )
    assert "<span" not in page("# A\n\n`[rà soát]{vi}` and [a]{onclick}\n").html


def test_html_in_code_is_code() -> None:
    """Between backticks it is an example, and no mistake."""

    assert page("# A\n\n`<b>`\n").faults == ()


def test_a_table_is_a_table() -> None:
    """Prose may hold tables."""

    assert "<td>2</td>" in page("# A\n\n|a|b|\n|-|-|\n|1|2|\n").html


@given(st.text())
def test_any_page_is_read(text: str) -> None:
    """No text makes the reader fail, and none makes a script."""

    assert "<script" not in page(text).html.lower()
