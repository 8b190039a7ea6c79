"""Where an author wrote a link that a made page shows: what is wrong with it is told there, and not of the page."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Span

from .files import Folder

_OF_LINKS = ("broken-link", "broken-fragment")


def at_source(
    root: Path, languages: tuple[str, ...], handbook: str, found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The same mistakes; those of links in prose and in the handbook (which stands under that address) at the line that
    has them."""
    return tuple(_moved(root, languages, handbook, wrong) if wrong.code in _OF_LINKS else wrong for wrong in found)


def _moved(root: Path, languages: tuple[str, ...], handbook: str, wrong: Diagnostic) -> Diagnostic:
    names = wrong.at.file.removesuffix("index.html").strip("/").split("/")
    lang = names.pop(0) if names[0] in languages[1:] else languages[0]
    page = "/".join(names)
    within = page.removeprefix(handbook.rstrip("/")).strip("/") or "index"
    books = [f"content/handbook/{folder_of}/{within}.md" for folder_of in (lang, languages[0])]
    folder = Folder(root)
    for file in books if f"{page}/".startswith(handbook) else [f"content/pages/{page}.{lang}.md"]:
        text = folder.text(file) if folder.exists(file) else None
        for number, line in enumerate((text or "").split("\n"), 1):
            column = line.find(str(wrong.values["link"])) + 1
            if column:
                return replace(wrong, at=Span(file, number, column))
    return wrong
