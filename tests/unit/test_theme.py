"""Themes extend one another, their templates are recipes, and the base theme keeps its promises."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont
from jinja2 import nodes

from generator.pages import kinds
from generator.pages.page import PageKind, View
from generator.render.language import TemplateFault
from generator.render.theme import Theme

THEMES = Path(__file__).parents[2] / "themes"
LANGUAGES = ("vi", "en")
ABOUT = {lang: {"title": "Cổng", "as_of": "2026-11-21", "base_url": "https://example.org/goc/"} for lang in LANGUAGES}
VIEW = View(lang="en", path="ke-hoach/", title="A & B", description="d")


def base() -> Theme:
    return Theme(THEMES, "base", LANGUAGES, "/goc/", ABOUT)


def written(folder: Path, **files: str) -> Path:
    """A folder of themes, from the text of each file by its path."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


SMALL = {
    "small/theme.yaml": 'extends: null\ntokens:\n  light: {ink: "#000"}\n',
    "small/locales/vi/a.yaml": "frame: {language_name: Tiếng Việt, other_language: Đọc}\nhello: Chào {name}\n",
    "small/templates/page.html": '{% extends "frame.html" %}\n{% block a %}{{ view.title }}{% endblock %}\n',
    "small/templates/frame.html": "<p>{% block a %}{% endblock %}</p>\n{{ word('hello', name='bạn') }}\n",
    "small/templates/other.html": "other\n",
    "small/assets/css/a.css": "p { color: var(--ink) }\n",
}


def small(folder: Path, name: str = "small", **files: str) -> Theme:
    return Theme(written(folder, **{**SMALL, **files}), name, ("vi",))


def page(theme: Theme, template: str = "page.html") -> str:
    return theme.recipe(template, "vi")(SimpleNamespace(title="<Kế hoạch>")).decode()


def test_words_of_a_view_are_escaped(tmp_path: Path) -> None:
    """What a view says is words, and words are never markup."""

    assert page(small(tmp_path)) == "<p>&lt;Kế hoạch&gt;</p>\nChào bạn\n"


def test_the_nearest_theme_wins(tmp_path: Path) -> None:
    """A theme that extends another replaces a template, a word and a token, and keeps the rest."""
    theme = small(
        tmp_path,
        "near",
        **{
            "near/theme.yaml": 'extends: small\ntokens:\n  light: {ink: "#111"}\n',
            "near/locales/vi/b.yaml": "hello: Xin chào {name}\n",
            "near/templates/page.html": '{% extends "small:page.html" %}{% block a %}[{{ super() }}]{% endblock %}',
        },
    )

    assert page(theme) == "<p>[&lt;Kế hoạch&gt;]</p>\nXin chào bạn\n"
    assert theme.tokens["light"] == {"ink": "#111"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("small/templates/page.html", '{% extends "frame.html" %}\n'),
        ("small/templates/frame.html", "new\n"),
        ("small/locales/vi/a.yaml", SMALL["small/locales/vi/a.yaml"].replace("Chào", "Xin chào")),
        ("small/theme.yaml", SMALL["small/theme.yaml"].replace("#000", "#222")),
        ("small/assets/css/a.css", "p { margin: 0 }\n"),
    ],
)
def test_a_digest_tells_all_that_shapes_a_page(tmp_path: Path, name: str, text: str) -> None:
    """A template, one that it extends, a word, a token, an asset: each changes the recipe's digest."""
    before = small(tmp_path / "a").recipe("page.html", "vi").digest
    after = small(tmp_path / "b", **{name: text}).recipe("page.html", "vi").digest

    assert before != after


def test_a_digest_tells_nothing_else(tmp_path: Path) -> None:
    """A template that a page cannot reach does not make the page again."""
    before = small(tmp_path / "a").recipe("page.html", "vi").digest
    after = small(tmp_path / "b", **{"small/templates/other.html": "new\n"}).recipe("page.html", "vi").digest

    assert before == after


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n{% if %}\n", "template-error", 2),
        ("a\nb\n{{ view.nothing }}\n", "undefined-in-template", 3),
        ("a\n{{ word('nothing') }}\n", "undefined-in-template", 2),
        ("{% include view.title %}\n", "template-error", 1),
        ('{% extends "missing.html" %}\n', "template-error", 1),
    ],
)
def test_template_faults(tmp_path: Path, text: str, code: str, line: int) -> None:
    """A fault of a template is told with the template's file and line."""
    with pytest.raises(TemplateFault) as caught:
        page(small(tmp_path / "themes", **{"small/templates/page.html": text}))
    told = caught.value.diagnostic

    assert (told.code, told.at.file, told.at.line) == (code, "themes/small/templates/page.html", line)


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ word.__globals__ }}",
        "{{ word.__init__.__globals__['sys'] }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ (view|attr('__class__')).__mro__ }}",
        "{{ self._TemplateReference__context }}",
        "{% set _ = languages.append(1) %}",
        "{{ cycler.__init__.__globals__.os }}",
    ],
)
def test_a_template_reaches_nothing_but_what_it_is_given(tmp_path: Path, words: str) -> None:
    """Whatever it says, it is refused at its line, and says nothing of what lies behind its view."""
    with pytest.raises(TemplateFault) as caught:
        page(small(tmp_path, **{"small/templates/other.html": f"a\n{words}\n"}), "other.html")

    assert caught.value.diagnostic.at.line == 2


def test_a_theme_may_use_any_name(tmp_path: Path) -> None:
    """A macro or variable that is named like a function of the generator stands in for it, in that template."""
    text = "{% macro url(x) %}<{{ x }}>{% endmacro %}{% set word = 1 %}{{ url('a') }}{{ word }}"

    assert page(small(tmp_path, **{"small/templates/page.html": text})) == "<a>1\n"


def test_each_language_writes_its_constants(tmp_path: Path) -> None:
    """The languages share compiled templates, and a number that stands in the template is still written by each."""
    form = (
        "frame: {{language_name: {0}, other_language: {0}}}\nformat: {{thousands: '{1}', decimal: '{2}', minus: '-'}}\n"
    )
    files = {
        "small/locales/vi/a.yaml": form.format("Việt", ".", ","),
        "small/locales/en/a.yaml": form.format("English", ",", "."),
        "small/templates/page.html": "{{ 1234.5 | number }}",
    }
    theme = Theme(written(tmp_path, **{**SMALL, **files}), "small", LANGUAGES)
    pages = [theme.recipe("page.html", lang)(VIEW).decode() for lang in LANGUAGES]

    assert pages == ["1.234,5\n", "1,234.5\n"]


def test_addresses() -> None:
    """The first language stands at the root, another under its code; files know no language; full addresses stay."""
    theme = base()

    assert theme.url("ke-hoach/", "vi") == "/goc/ke-hoach/"
    assert theme.url("ke-hoach/#II.1", "en") == "/goc/en/ke-hoach/#II.1"
    assert theme.url("https://example.org/x", "en") == "https://example.org/x"
    assert theme.url("#II.1", "en") == "#II.1"


def test_the_frame_knows_the_same_page_in_each_language() -> None:
    """A page names its own address, and its address in every language."""
    html = base().recipe("base.html", "en")(VIEW).decode()

    assert '<html lang="en">' in html
    assert '<link rel="canonical" href="https://example.org/goc/en/ke-hoach/">' in html
    assert 'hreflang="vi" href="https://example.org/goc/ke-hoach/"' in html
    assert "<title>A &amp; B – Cổng</title>" in html


def test_pages_say_the_digest_of_every_style_and_script() -> None:
    """A browser refuses a style sheet or a script whose bytes are not those that the page was made with."""
    theme, templates = base(), (THEMES / "base/templates").rglob("*.html")
    loads = re.compile(r"<(?:link rel=.stylesheet|script src)[^>]*>")
    tags = [tag for path in templates for tag in loads.findall(path.read_text("utf-8"))]
    named = {name for tag in tags for name in re.findall(r"asset\('([^']*)'\)", tag)}
    made = dict(theme.assets())

    assert all(re.findall(r"asset\((.*?)\)", tag) == re.findall(r"integrity\((.*?)\)", tag) for tag in tags)
    for name in sorted(named):
        frame = theme.environment("vi").from_string(f"{{{{ asset('{name}') }}}} {{{{ integrity('{name}') }}}}").render()
        address, said = frame.split(" ")
        body = made[address.removeprefix(theme.base_path)]
        assert said == "sha256-" + b64encode(sha256(body).digest()).decode()


def test_assets_carry_their_digest() -> None:
    """Every asset's name tells its content, and style sheets name assets by it."""
    assets = dict(base().assets())
    sheet = next(content for name, content in assets.items() if name.startswith("tai-san/site."))
    named = re.findall(rb"url\(([^)]+)\)", sheet)

    assert all(re.search(r"\.[0-9a-f]{8}\.\w+$", name) for name in assets)
    assert named
    assert all(f"tai-san/{one.decode()}" in assets for one in named)


def test_the_first_visit_is_light() -> None:
    """Fonts weigh 30 KB at most; with the style sheet and the icon it stays under 50 KB, so the home page under 60."""
    sizes = {name: len(content) for name, content in base().assets()}
    fonts = sum(size for name, size in sizes.items() if name.endswith(".woff2"))
    first = fonts + sum(size for name, size in sizes.items() if re.search(r"/(site\.\w+\.css|icon\.\w+\.svg)$", name))

    assert fonts <= 30_000
    assert first < 50_000


def vietnamese() -> set[str]:
    vowels = "aăâeêioôơuưy"
    marked = {normalize("NFC", vowel + tone) for vowel in vowels for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")}
    return {letter for one in marked | {"đ"} for letter in (one, one.upper())}


@pytest.mark.parametrize("path", sorted((THEMES / "base/assets/fonts").rglob("*.[tw]*f*")), ids=lambda path: path.name)
def test_fonts_hold_every_vietnamese_letter(path: Path) -> None:
    """All vowels with all tones, both cases, digits of one width."""
    font = TTFont(path)
    letters = font.getBestCmap()

    assert {one for one in vietnamese() if ord(one) not in letters} == set()
    assert len({font["hmtx"][letters[ord(digit)]][0] for digit in "0123456789"}) == 1


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent", "visited", "note"])
@pytest.mark.parametrize("ground", ["paper", "ground", "accent-soft", "note-soft"])
def test_words_stand_out(scheme: str, ink: str, ground: str) -> None:
    """Every colour of words has a contrast of 4.5 or more on every ground, light and dark."""
    tokens = base().tokens[scheme]
    one, other = _luminance(tokens[ink]), _luminance(tokens[ground])

    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


@dataclass(frozen=True)
class Said:
    """What the templates of a page kind say, gathered from their syntax."""

    fields: set[str]
    words: set[str]


def said(theme: Theme, template: str) -> Said:
    trees = list(_trees(theme, template))
    wanted = {one.attr for tree in trees for one in tree.find_all(nodes.Getattr) if _names(one.node, "view")}
    words = {
        call.args[0].value
        for tree in trees
        for call in tree.find_all(nodes.Call)
        if _names(call.node, "word") and isinstance(call.args[0], nodes.Const)
    }
    return Said(wanted, words)


def _names(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _trees(theme: Theme, template: str) -> Iterator[nodes.Template]:
    environment = theme.environment("vi")
    for name in theme.reachable(template):
        path = theme.chain.find("templates", name)
        assert path
        yield environment.parse(theme.chain.text(path))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_template_says_only_what_its_view_holds(kind: PageKind) -> None:
    """Every `view.…` of a page's templates is a documented field of its view, and every word is there in Vietnamese."""
    theme = base()
    told = {one.name for one in fields(kind.view) if one.metadata.get("doc")}

    assert said(theme, kind.template).fields - told == set()
    assert said(theme, kind.template).words - set(theme.words("vi")) == set()


def test_no_template_carries_style_or_script() -> None:
    """The content security policy forbids inline style and script, so no template has any."""
    found = [
        path.name
        for path in sorted((THEMES / "base/templates").rglob("*.html"))
        if re.search(
            r"<style|<script(?![^>]*(?:\bsrc=|application/ld\+json))|\bstyle=|\bon[a-z]+=",
            path.read_text(encoding="utf-8"),
        )
    ]

    assert found == []
