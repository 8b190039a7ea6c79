"""Where an author wrote what is wrong in a made file, a link or a letter: it is told there, and not of the file."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Span, Value

from .files import Folder

_OF_PAGES = ("broken-link", "broken-fragment", "duplicate-html-id")
_WRITTEN = (".csv", ".json", ".md", ".yaml")


def at_source(
    root: Path, languages: tuple[str, ...], handbook: str, found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The same mistakes; those of links and ids in prose and in the handbook (which stands under that address), and
    letters that a font lacks, at the line that has them: each once."""
    moved = dict[tuple[str, Span, Value], Diagnostic]()
    for wrong in found:
        if wrong.code in _OF_PAGES:
            wrong = _link(root, languages, handbook, wrong)
        elif wrong.code == "letter-not-in-font":
            wrong = _letter(root, wrong)
        moved.setdefault((wrong.code, wrong.at, wrong.values.get("link", wrong.values.get("name", ""))), wrong)
    return tuple(moved.values())


def _letter(root: Path, wrong: Diagnostic) -> Diagnostic:
    """At a line that has the letter and a word around it, in content, data, or the words of a theme."""
    letter = str(wrong.values["letter"])
    word = next(word for word in re.findall(r"\w+|\S", str(wrong.values["words"])) if letter in word)
    folder = Folder(root)
    for top in ("site.yaml", "content", "datasets", "themes"):
        for path in sorted((root / top).rglob("*")) if (root / top).is_dir() else [root / top]:
            if path.suffix in _WRITTEN and path.is_file() and not path.is_symlink():
                file = path.relative_to(root).as_posix()
                for number, line in enumerate((folder.text(file) or "").split("\n"), 1):
                    if word in line:
                        return replace(wrong, at=Span(file, number, line.index(word) + word.index(letter) + 1))
    return wrong


def _link(root: Path, languages: tuple[str, ...], handbook: str, wrong: Diagnostic) -> Diagnostic:
    names = wrong.at.file.removesuffix("index.html").strip("/").split("/")
    lang = names.pop(0) if names[0] in languages[1:] else languages[0]
    page = "/".join(names)
    within = page.removeprefix(handbook.rstrip("/")).strip("/") or "index"
    books = [f"content/handbook/{folder_of}/{within}.md" for folder_of in (lang, languages[0])]
    folder, words = Folder(root), str(wrong.values.get("link") or f"{{#{wrong.values['id']}}}")
    for file in books if f"{page}/".startswith(handbook) else [f"content/pages/{page}.{lang}.md"]:
        text = folder.text(file) if folder.exists(file) else None
        for number, line in enumerate((text or "").split("\n"), 1):
            column = line.find(words) + 1
            if column:
                return replace(wrong, at=Span(file, number, column))
    return wrong
