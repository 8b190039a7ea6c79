"""The edits that a build is measured with. Each changes a copy of a project; the same number gives the same bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

Edit = Callable[[int], None]
MARK = "measured"


def none(number: int) -> None:
    """Change nothing."""


def paragraph(project: Path) -> Edit:
    """Write other words at the end of a paragraph of a plan: in its original, its text and its digest.

    The plan is the first with a paragraph that none of its records quotes.
    """
    plan, line = next(found for plan in _plans(project) if (found := (plan, _free_line(plan)))[1])
    files = {name: (plan / name).read_text("utf-8") for name in ("source.txt", "text.md", "plan.yaml")}
    digest = sha256((plan / "source.txt").read_bytes()).hexdigest()

    def edit(number: int) -> None:
        changed = f"{line[:-1]} {MARK} {number}{line[-1]}"
        source = files["source.txt"].replace(line, changed)
        (plan / "source.txt").write_text(source, "utf-8", newline="")
        (plan / "text.md").write_text(files["text.md"].replace(line, changed), "utf-8", newline="")
        new = sha256(source.encode()).hexdigest()
        (plan / "plan.yaml").write_text(files["plan.yaml"].replace(digest, new), "utf-8", newline="")

    return edit


def title(project: Path) -> Edit:
    """Give the first plan another Vietnamese title."""
    return _inserted(_first_plan(project) / "plan.yaml", r"^ *\"?title\"?:\s*\{?\s*\"?vi\"?: *[\"']?")


def csv_row(project: Path) -> Edit:
    """Write another note in the first row of the largest dataset."""
    file = max((project / "datasets").glob("*/*.csv"), key=lambda path: ("note" in _header(path), path.stat().st_size))
    header, row, *rest = file.read_text("utf-8").splitlines(keepends=True)
    cells = row.rstrip("\r\n").split(",")
    column = header.rstrip("\r\n").split(",").index("note")

    def edit(number: int) -> None:
        changed = [*cells[:column], f"{MARK} {number}", *cells[column + 1 :]]
        file.write_text("".join([header, ",".join(changed) + "\n", *rest]), "utf-8", newline="")

    return edit


def template(project: Path) -> Edit:
    """Write another comment, which no page shows, into the template of a provision's page."""
    return _appended(project / "themes/base/templates/provision.html", "{{# {} #}}")


def word(project: Path) -> Edit:
    """Change a word of the interface that stands on every page of a plan."""
    return _inserted(project / "themes/base/locales/vi/plan.yaml", r"^ *provision: *\"")


def new_plan(project: Path) -> Edit:
    """Add a copy of the first plan under another id. The number before is removed."""
    plan = _first_plan(project)

    def edit(number: int) -> None:
        plan_removed(project)(number)
        shutil.copytree(plan, plan.parent / f"{MARK}-{number}")

    return edit


def plan_removed(project: Path) -> Edit:
    """Remove what `new_plan` added."""

    def edit(number: int) -> None:
        for copy in (project / "content/plans").glob(f"{MARK}-*"):
            shutil.rmtree(copy)

    return edit


def _plans(project: Path) -> list[Path]:
    return sorted(path for path in (project / "content/plans").iterdir() if not path.name.startswith(MARK))


def _first_plan(project: Path) -> Path:
    return _plans(project)[0]


def _free_line(plan: Path) -> str:
    """A line that stands once in the original and once, unmarked, in the text, and that no other file of the plan
    quotes; empty where there is none."""
    source = (plan / "source.txt").read_text("utf-8")
    text = (plan / "text.md").read_text("utf-8")
    others = "".join(path.read_text("utf-8") for path in sorted(plan.glob("*.yaml")))
    for line in text.splitlines():
        words = line.lstrip("-+ ").strip()
        free = source.count(words) == text.count(words) == 1 and words[:30] not in others
        if len(words) > 60 and "{" not in words and words[-1] in ".;" and free:
            return words
    return ""


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as file:
        return file.readline().strip().split(",")


def _inserted(file: Path, pattern: str) -> Edit:
    text = file.read_text("utf-8")
    place = re.search(pattern, text, re.MULTILINE)
    if place is None:
        raise LookupError(f"{file.name} has no {pattern}")
    start = place.end()

    def edit(number: int) -> None:
        file.write_text(f"{text[:start]}{number} {text[start:]}", "utf-8", newline="")

    return edit


def _appended(file: Path, form: str) -> Edit:
    text = file.read_text("utf-8")

    def edit(number: int) -> None:
        file.write_text(text + form.format(number), "utf-8", newline="")

    return edit
