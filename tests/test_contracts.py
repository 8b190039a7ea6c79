"""What is promised in one place is kept in another: views and templates, words and languages, commands and handbook."""

from __future__ import annotations

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from jinja2 import nodes

from generator import cli
from generator.messages.catalogue import codes
from generator.model.duties import Evidence, Search, Shown
from generator.model.records import Reference
from generator.pages import kinds
from generator.pages.page import PageKind, View
from generator.render import handbook
from generator.render.chain import chain_of
from generator.render.theme import Theme
from tests.projects import REPOSITORY

LANGUAGES = ("vi", "en")
THEMES = REPOSITORY / "themes"
HANDBOOK = REPOSITORY / "content/handbook"


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme(THEMES, "base", LANGUAGES)


def classes(kind: Any, seen: set[type] | None = None) -> Iterator[type]:
    """A view's class and every class of what it holds."""
    seen = set() if seen is None else seen
    for one in (kind, *get_args(kind)):
        if isinstance(one, type) and is_dataclass(one) and one not in seen:
            seen.add(one)
            yield one
            for hint in get_type_hints(one).values():
                yield from classes(hint, seen)
        elif one is not kind:
            yield from classes(one, seen)


def trees(theme: Theme, template: str) -> dict[str, nodes.Template]:
    """The syntax of a template and of all that it can reach."""
    environment = theme.environment("vi")
    return {
        name: environment.parse(theme.chain.text(str(theme.chain.find("templates", name))))
        for name in theme.reachable(template)
    }


def said_of_view(tree: nodes.Template) -> set[str]:
    """What a template says of the view itself: `view.title`."""
    return {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "view"
    }


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_field_of_a_view_is_told(kind: PageKind) -> None:
    """Designers of themes find each field of each view, and of what it holds, told in words."""
    untold = [
        f"{one.__qualname__}.{field.name}"
        for one in classes(kind.view)
        for field in fields(one)
        if not field.metadata.get("doc")
    ]

    assert untold == []


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_template_says_only_what_its_view_holds(kind: PageKind, theme: Theme) -> None:
    """No template reaches for a field that its page is not given, not even where no test page comes by."""
    held = {field.name for field in fields(kind.view)}
    wrong = {name: said_of_view(tree) - held for name, tree in trees(theme, kind.template).items()}

    assert {name: some for name, some in wrong.items() if some} == {}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_view_holds_only_what_its_template_says(kind: PageKind, theme: Theme) -> None:
    """A field that no template says would make pages again for nothing."""
    said: set[str] = set()
    for tree in trees(theme, kind.template).values():
        said |= said_of_view(tree)
    own = {field.name for field in fields(kind.view)} - {field.name for field in fields(View)}

    assert own - said == set()


def test_a_template_that_says_more_is_seen(theme: Theme) -> None:
    """The reading of templates finds a field, wherever it is said."""
    tree = theme.environment("vi").parse(
        "{% for one in view.rows %}{{ view['a'] }}{{ one.b|d(view.more.x) }}{% endfor %}"
    )

    assert said_of_view(tree) == {"rows", "more"}


def verbs() -> dict[str, ArgumentParser]:
    """The verbs of the command line."""
    (action,) = (one for one in cli._parser()._actions if isinstance(one, _SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verb_and_option_stands_in_the_handbook(lang: str) -> None:
    """What can be called is told, in each language."""
    text = (HANDBOOK / lang / "lenh.md").read_text("utf-8")
    missing = [verb for verb in verbs() if f"\n## {verb}\n" not in text]
    options = {name for parser in verbs().values() for one in parser._actions for name in one.option_strings}
    missing += [name for name in sorted(options - {"-h", "--help"}) if name not in text]

    assert missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_stands_in_the_handbook(lang: str) -> None:
    """A code is an anchor of the page of mistakes."""
    told = re.findall(r"\{: #([a-z0-9-]+) \}", handbook.catalogue(lang))

    assert told == list(codes())


def test_the_handbook_is_the_same_in_each_language() -> None:
    """The same pages, with as many headings and examples."""

    def outline(lang: str) -> dict[str, tuple[int, int, int]]:
        texts = {path.name: path.read_text("utf-8") for path in (HANDBOOK / lang).glob("*")}
        return {name: (text.count("\n#"), text.count("```"), text.count("\n- ")) for name, text in texts.items()}

    assert outline("vi") == outline("en")


def test_the_menu_of_the_handbook_names_every_page() -> None:
    """No page of the handbook stands outside its menu."""
    pages = {path.name for path in (HANDBOOK / "vi").glob("*.md")}

    assert set((HANDBOOK / "vi/nav.txt").read_text("utf-8").split()) | {"index.md"} == pages


def test_a_theme_holds_a_frame_for_the_handbook() -> None:
    """MkDocs fills the site's own frame: the theme has both halves of it."""
    chain = chain_of(THEMES, "base")

    assert handbook.MAIN in chain.text(str(chain.find("templates", "handbook.html")))
    assert "main.html" in chain.files("handbook")


def test_examples_in_the_handbook_name_fields_that_are_there() -> None:
    """Each key of the examples is a field of a plan or of its notes."""
    from generator.model.plan import Furniture, Layout, Plan, Repair, StructureNote

    known = {field.name for one in (Plan, Repair, Furniture, Layout, StructureNote) for field in fields(one)}
    known |= {"repairs", "lines", *LANGUAGES}
    text = (HANDBOOK / "vi/ke-hoach.md").read_text("utf-8")
    keys = set()
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        keys |= set(re.findall(r"(?:^|[{,]|- )\s*([a-z_]+):", block, re.MULTILINE))

    assert len(keys) > 8
    assert keys - known == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_handbook_shows_every_field_of_a_result_as_a_real_file_has_it(lang: str) -> None:
    """The examples of evidence and search name all fields, and say what the files say but for shortened words."""
    text = (HANDBOOK / lang / "ket-qua.md").read_text("utf-8")
    evidence, reference, search = (
        yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    )  # fmt: skip
    files = [
        (evidence, Evidence, "evidence/yen-bai-ty-le-ho-ngheo-cuoi-2019.yaml"),
        (evidence["figures"][0], Shown, ""),
        (reference, Reference, "references/s11.yaml"),
        (search, Search, "searches/yen-bai-131-2026-11-21.yaml"),
    ]

    for example, kind, path in files:
        named = {field.name for field in fields(kind)} - {
            "id",
            "source_of",
            "kind",
            "read_on",
        }  # of law: the last two
        real = yaml.safe_load((REPOSITORY / "content" / path).read_text("utf-8")) if path else example
        assert set(example) == named
        assert {
            key for key, value in example.items() if isinstance(value, str) and value and value != real[key]
        } == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_of_duties_and_places_are_rows_of_real_files(lang: str) -> None:
    """Each entry and each row stands so in the content; what the handbook leaves out is only a note."""
    plans = REPOSITORY / "content/plans"
    names = {"id: ck": "184*/commitments", "id: bc": "184*/reporting", "provision": "58*/no-duty"}
    entries = re.findall(r"```yaml\n- (.*?)```", (HANDBOOK / lang / "cam-ket.md").read_text("utf-8"), re.DOTALL)
    for entry in entries:
        ((_, name),) = [one for one in names.items() if entry.startswith(one[0])]
        (file,) = plans.glob(f"*{name}.yaml")
        (example,) = yaml.safe_load(f"- {entry}")
        assert any(example.items() <= real.items() for real in yaml.safe_load(file.read_text("utf-8")))
    rows = re.findall(r"```text\n(.*?)```", (HANDBOOK / lang / "dia-ban.md").read_text("utf-8"), re.DOTALL)
    tables = [
        path.read_text("utf-8").splitlines() for path in (REPOSITORY / "datasets/don-vi-hanh-chinh").glob("*.csv")
    ]

    assert len(entries) == len(rows) == 3
    for some in rows:
        assert any(set(some.splitlines()) <= set(table) for table in tables)
