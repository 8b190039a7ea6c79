"""Writes docs/templates.md: what each template may say, out of the classes of the views.

python -m tools.templates
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from generator.pages import MODULES
from generator.pages.page import PageKind, View

FILE = Path(__file__).parents[1] / "docs/templates.md"
HEAD = """# What templates may say

Written by `make docs` out of the classes of the views (`generator/pages/`); a test compares the two. A template is
given one value, `view`; it says the fields of its view and of the values in it, and nothing else. `str` is plain text
and is escaped, `tuple[X, ...]` is a list of X, `X | None` may be missing, `Mapping[X, Y]` gives a Y for each X.
"""


def value_classes(hint: Any) -> Iterator[type]:
    """The dataclasses that a type names, and those of their fields, each as often as it is named."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    else:
        for part in get_args(hint):
            yield from value_classes(part)


def reachable(view: type) -> list[type]:
    """The classes of all values that a view can hold, without the view, in the order in which its fields name them."""
    found: dict[type, None] = {}
    waiting = [view]
    while waiting:
        hints = get_type_hints(waiting.pop(0))
        for cls in (cls for hint in hints.values() for cls in value_classes(hint)):
            if cls not in found:
                found[cls] = None
                waiting.append(cls)
    return list(found)


def name_of(cls: type) -> str:
    """The name of a class, with its module: two modules may have classes of one name."""
    return f"{cls.__module__.removeprefix('generator.')}.{cls.__qualname__}"


def sentence(cls: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join((cls.__doc__ or "").strip().split("\n\n")[0].split())


def type_name(hint: Any) -> str:
    """A type as a module writes it, without the names of modules."""
    written = hint.__name__ if type(hint) is type else str(hint)
    return re.sub(r"\b(?:\w+\.)+", "", written)


def table(rows: list[Field[Any]]) -> Iterator[str]:
    """A table of fields: name, type, meaning."""
    yield from ("| field | type | what it is |", "| --- | --- | --- |")
    for row in rows:
        kind, meaning = (str(text).replace("|", r"\|") for text in (type_name(row.type), row.metadata.get("doc", "")))
        yield f"| `{row.name}` | `{kind}` | {meaning} |"


def section(kind: PageKind) -> Iterator[str]:
    """The part of the document about one kind of page."""
    shared = {row.name for row in fields(View)}
    own = [row for row in fields(kind.view) if row.name not in shared]
    yield from (
        f"### {kind.name}",
        "",
        f"Template `{kind.template}`, view `{name_of(kind.view)}`. {sentence(kind.view)}",
        "",
    )
    if own:
        yield from (*table(own), "")
    values = sorted(name_of(cls) for cls in reachable(kind.view))
    yield from (f"Values in it: {', '.join(f'`{name}`' for name in values)}.", "")


def reference() -> str:
    """The whole document."""
    lines = [HEAD, "## Every view", "", *table(list(fields(View))), "", "## Kinds of page", ""]
    kinds = [module.load() for module in MODULES]
    for kind in kinds:
        lines += section(kind)
    lines += ["## Values in views", ""]
    values = {name_of(cls): cls for kind in kinds for cls in reachable(kind.view)}
    for name, cls in sorted(values.items()):
        lines += [f"### {name}", "", sentence(cls), "", *table(list(fields(cls))), ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    FILE.write_text(reference(), "utf-8", newline="\n")
