"""A plan's page says all that the plan says, in its order, and nothing of it in our words."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.derive.facts import Facts, derive
from generator.model.plan import Plan
from generator.pages.plans import plan, provision
from generator.read.site import read_site
from generator.render.theme import Theme

ROOT = Path(__file__).parents[2]
PLANS = sorted(path.name for path in (ROOT / "content/plans").iterdir() if path.is_dir())
OURS = {"our-note", "marks", "hint", "badges"}
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Words(HTMLParser):
    """The words of the document in a page: those inside its `document`, without what is marked as ours."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._open: list[set[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "td", "th"):
            self.text += " "
        if tag not in VOID:
            self._open.append({tag, *(dict(attrs).get("class") or "").split()})

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        inside: set[str] = set().union(*self._open)
        if "document" in inside and not inside & (OURS | {"caption"}):
            self.text += data


@cache
def facts() -> Facts:
    site, _ = read_site(ROOT)
    assert site
    return derive(site)


@cache
def theme() -> Theme:
    config = facts().site.config
    about = {lang: {"title": config.title[lang], "as_of": config.as_of.isoformat()} for lang in config.languages}
    return Theme(ROOT / "themes", config.theme, config.languages, "/", about)


def printed(one: Plan) -> list[str]:
    """Every printed word of a plan's text, in order."""
    blocks = [block for each in one.provisions for block in each.blocks]
    rows = [
        " ".join(cell for row in block.table.rows for cell in row) if block.table else block.text for block in blocks
    ]
    return [word for block, text in zip(blocks, rows, strict=True) for word in f"{block.mark} {text}".split()]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_the_page_is_the_plan_word_for_word(name: str, lang: str) -> None:
    """A plan's page in each language holds the plan's words, all of them, in order, and no other among them."""
    words = theme().words(lang)
    view = next(view for view in plan.views(facts(), lang, words) if view.path == f"ke-hoach/{name}/")
    reader = Words()
    reader.feed(theme().recipe("plan.html", lang)(view).decode())

    assert reader.text.split() == printed(facts().site.plans[name])


def test_a_plan_says_how_many_findings_no_rounding_explains() -> None:
    """Beside all findings, which are more, as the home page and the cross-checks count them."""
    words = theme().words("vi")
    counted = [view for view in plan.views(facts(), "vi", words) if view.findings]
    page = theme().recipe("plan.html", "vi")(counted[0]).decode()

    assert sum(one.certain for one in counted) == sum(bool(one.plan) and not one.rounding for one in facts().findings)
    assert 'class="whole">·' not in page  # a line never begins with the point between two things
    assert f"{counted[0].findings} chỗ số in" in page
    assert f"{counted[0].certain} chỗ không thể do làm tròn" in page


@pytest.mark.parametrize("name", PLANS)
def test_every_note_in_a_text_leads_somewhere(name: str) -> None:
    """A repaired reading links to a note that stands on the same page, on the plan's page and on the provision's."""
    words = theme().words("vi")
    recipes = [(plan.KIND, plan.views(facts(), "vi", words)), (provision.KIND, provision.views(facts(), "vi", words))]
    for kind, views in recipes:
        recipe = theme().recipe(kind.template, "vi")
        for view in views:
            if view.path.startswith(f"ke-hoach/{name}/"):
                html = recipe(view).decode()
                anchors = re.findall(r'\bid="([^"]+)"', html)

                assert len(anchors) == len(set(anchors)), view.path
                assert set(re.findall(r'href="#([^"]+)"', html)) - set(anchors) == set(), view.path


def test_every_provision_has_a_page_and_an_anchor() -> None:
    """The contents, the anchors of the whole text and the provisions' own pages are of the same provisions."""
    words = theme().words("vi")
    own = {view.path for view in provision.views(facts(), "vi", words)}
    whole = [clause.href for view in plan.views(facts(), "vi", words) for clause in view.clauses]

    assert sorted(own) == sorted(whole)
    assert len(whole) == sum(len(one.provisions) for one in facts().site.plans.values())
