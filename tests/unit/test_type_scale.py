"""The style sheets keep to five sizes of type, which are tokens of the theme, and to two kinds of boxes."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

THEME = Path(__file__).parents[2] / "themes/base"
SIZES = {f"size-{at}" for at in range(1, 6)}
DRAWN = {"map.css", "embedded.css"}  # letters in pictures, and in frames on other sites
BOX = re.compile(r"background: var\(--(?:ground|accent-soft|note-soft)\)")
BARE = {"th", "td", "li", "q", "pre", "tr", ".tag", ".bottom", "mark", "a.text-note", ".tiles", ".legend"}


def rules() -> list[tuple[str, str]]:
    """Each innermost rule of the style sheets of pages: its selectors and what it declares."""
    sheets = [*sorted((THEME / "assets").glob("*.css")), *sorted((THEME / "assets/css").glob("*.css"))]
    text = "\n".join(sheet.read_text("utf-8") for sheet in sheets if sheet.name not in DRAWN)
    text = re.sub(r"/\*.*?\*/|@bottom-right \{.*?\}", "", text, flags=re.DOTALL)
    return [(names.strip(), declared) for names, declared in re.findall(r"([^{}]+)\{([^{}]*)\}", text)]


def test_five_sizes_of_type_are_tokens() -> None:
    """The theme names five, and no page sets another."""
    tokens = yaml.safe_load((THEME / "theme.yaml").read_text("utf-8"))["tokens"]["both"]
    assert {name for name in tokens if name.startswith("size-")} == SIZES

    used, wrong = set(), []
    for names, declared in rules():
        if names.startswith(("@page", "@bottom")) or names == "html":
            continue
        for said in re.findall(r"(?<![-\w])font(?:-size)?: ([^;]+)", declared):
            found = re.search(r"var\(--(size-\d)\)", said)
            if found:
                used.add(found[1])
            elif said.strip() != "inherit":
                wrong.append(f"{names}: {said}")

    assert wrong == []
    assert used == SIZES


def test_there_are_two_kinds_of_boxes() -> None:
    """What is ours, and what warns: each one rule; no other block has a ground of its own and room around its words."""
    boxes = [
        names
        for names, declared in rules()
        if BOX.search(declared)
        and "padding" in declared
        and not any(re.search(rf"(?:^|[ >.]){re.escape(bare)}\b", names) for bare in BARE)
    ]

    assert len(boxes) == 2, boxes
