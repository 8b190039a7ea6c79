"""A third language needs no Python: its words in the theme, its texts in the content, and one word in `site.yaml`.

The language is made up: each English word of the interface and each text of ours in marks of its own, «so» and “so”.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator.build import build, check
from generator.messages import as_text, catalogue
from generator.model.diagnostic import Diagnostic, Span
from generator.render.chain import chain_of
from tests.projects import files_of, make_project

LANG = "qaa"
"""The first of the codes that ISO 639 keeps for private use."""

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
TAKEN_ALONG = (".csv", ".ics", ".svg")
OWN_NAMES = ("frame.language_name", "frame.other_language")
"""What a language calls itself, and how it invites its readers, on the pages in other languages."""


def with_language(node: yaml.Node) -> None:
    """Adds the language to each text that a node gives in others."""
    if isinstance(node, yaml.MappingNode):
        texts = {key.value: value for key, value in node.value}
        if "en" in texts:
            own = copy.deepcopy(texts["en"])
            marked(own, "“{}”")
            node.value.append((yaml.ScalarNode("tag:yaml.org,2002:str", LANG), own))
    for below in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for inside in below if isinstance(below, tuple) else (below,):
            with_language(inside)


def marked(node: yaml.Node, marks: str) -> None:
    """Puts every text of a node in marks; how numbers and dates are written is no text."""
    if isinstance(node, yaml.ScalarNode):
        node.value = marks.format(node.value) if node.value else ""
    elif isinstance(node, yaml.SequenceNode):
        for below in node.value:
            marked(below, marks)
    elif isinstance(node, yaml.MappingNode):
        for key, below in node.value:
            if key.value != "format":
                marked(below, marks)


def rewrite(path: Path, change: Callable[[yaml.Node], None], target: Path | None = None) -> None:
    """A YAML file with its values changed."""
    node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    change(node)
    (target or path).write_text(yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True), "utf-8")


def translated(text: object) -> object:
    """A value of JSON, with the language in each text that it gives in others."""
    if isinstance(text, list):
        return [translated(value) for value in text]
    if not isinstance(text, dict):
        return text
    own = {key: translated(value) for key, value in text.items()}
    return own | {LANG: f"“{own['en']}”"} if "en" in own else own


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project in three languages."""
    root = make_project(tmp_path_factory.mktemp("third") / "project")
    for path in sorted((root / "content").rglob("*.yaml")):
        rewrite(path, with_language)
    for path in sorted((root / "datasets").rglob("datapackage.json")):
        path.write_text(json.dumps(translated(json.loads(path.read_text("utf-8"))), ensure_ascii=False), "utf-8")
    for path in sorted((root / "content/pages").glob("*.en.md")):
        shutil.copy(path, path.with_name(path.name.replace(".en.", f".{LANG}.")))
    rewrite(root / "site.yaml", with_language)
    site = (root / "site.yaml").read_text("utf-8")
    (root / "site.yaml").write_text(re.sub(r"languages: \[vi, en\]", f"languages: [vi, en, {LANG}]", site), "utf-8")
    own = root / "themes/base/locales" / LANG
    own.mkdir()
    for path in sorted((root / "themes/base/locales/en").glob("*.yaml")):
        rewrite(path, lambda node: marked(node, "«{}»"), own / path.name)
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    out = project.parent / "public"
    report = build(project, out)
    assert [as_text(diagnostic, "en") for diagnostic in report.diagnostics] == []
    return files_of(out)


class Texts(HTMLParser):
    """What a page says in the language, to be seen or to be read out."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.said: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        lang = dict(attrs).get("lang") or (self.open[-1][1] if self.open else "")
        if tag not in VOID:
            self.open.append((tag, lang))
        if lang == LANG:
            self.said |= {value or "" for name, value in attrs if name in ("alt", "aria-label", "placeholder", "title")}

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] == LANG:
            self.said.add(" ".join(data.split()))


def test_a_site_in_a_third_language_has_every_page_in_it(site: dict[str, bytes]) -> None:
    """The same pages and files stand in each language."""
    pages = {path for path in site if path.endswith(".html")}
    inside = {path.removeprefix("en/") for path in pages if path.startswith("en/")}

    assert len(inside) > 30
    assert {path.removeprefix(f"{LANG}/") for path in pages if path.startswith(f"{LANG}/")} == inside
    assert all(f'<html lang="{LANG}"'.encode() in site[f"{LANG}/{path}"] for path in inside if "so-tay/" not in path)


def test_its_pages_say_its_own_words_and_no_other(site: dict[str, bytes], project: Path) -> None:
    """No word of the interface in another language stands in a page of it, wherever it came from."""
    chain = chain_of(project / "themes", "base")
    words = [item for lang in ("vi", "en") for item in chain.language(lang).words.items()]
    others = {word for key, word in words if " " in word and key not in OWN_NAMES} - set(
        chain.language(LANG).words.values()
    )
    pages = [path for path in site if path.startswith(f"{LANG}/") and path.endswith(".html")]
    found = {(path, text) for path in pages for text in Texts(site[path].decode()).said & others}

    assert sum("«" in site[path].decode() for path in pages) == len(pages)
    assert found == set()


def test_its_files_to_take_along_say_its_own_words(site: dict[str, bytes]) -> None:
    """Lists, calendars and pictures are in the language of their page."""
    own = {path: body for path, body in site.items() if path.startswith(f"{LANG}/") and path.endswith(TAKEN_ALONG)}

    assert {path[-4:] for path in own} == set(TAKEN_ALONG)
    of_charts = {
        path for path in own if "/bieu-do/" in path and path.endswith(".csv")
    }  # codes, the same in each language
    assert [path for path, body in own.items() if "«" not in body.decode() and path not in of_charts] == []


def test_its_authors_are_answered_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of messages is all that the language needs; English follows."""
    for path in catalogue.FOLDER.glob("*/*.toml"):
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / path.parent.name / path.name)
    (tmp_path / LANG).mkdir()
    for path in sorted((tmp_path / "en").iterdir()):
        own = re.sub(r"""(= ["'])(?!@)(.*)(["'])$""", r"\1«\2»\3", path.read_text("utf-8"), flags=re.MULTILINE)
        (tmp_path / LANG / path.name).write_text(own, "utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue.texts.cache_clear()
    try:
        said = as_text(Diagnostic("bad-date", Span("a.yaml", 2, 3), {"field": "date", "value": "x"}), LANG).splitlines()
    finally:
        catalogue.texts.cache_clear()

    assert said[0].startswith("a.yaml:2:3: «error»: «")
    assert said[1].startswith("  error: ")
    assert [line.split(":")[0] for line in said[2:]] == ["  «hint»", "  hint"]


def test_a_text_that_lacks_the_language_is_told(project: Path, tmp_path: Path) -> None:
    """The check asks for the third language as for the others."""
    folder = shutil.copytree(project, tmp_path / "project")
    (folder / f"content/pages/gioi-thieu.{LANG}.md").unlink()
    found = check(folder).diagnostics

    assert [(one.code, one.values["lang"]) for one in found] == [("missing-page", LANG)]
