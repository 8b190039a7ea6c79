"""The editors' handbook, built in the site's own frame by MkDocs, or by ProperDocs, its maintained successor."""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from generator.messages.catalogue import code, codes, phrase
from generator.model.diagnostic import WARNINGS, Diagnostic, Span
from generator.model.links import is_address, is_safe_link
from generator.site.urls import SECTIONS

Tool = Literal["mkdocs", "properdocs"]
"""What builds the handbook: both make the same bytes of the same pages."""
FOLDER = SECTIONS["handbook"]
CATALOGUE = "loi.md"
"""The page that every code is explained on; what the author wrote in it stands above them."""
ORDER = "nav.txt"
"""Names the pages in the order of the menu, one a line; a page that it does not name comes after, by name."""
TITLE, PATH, ABOUT, MAIN = "HANDBOOK-TITLE", "HANDBOOK-PATH", "HANDBOOK-ABOUT", "<!-- handbook -->"
"""Where the frame waits for a page's title, address, description and content."""

_LINKS = ("href", "src")
_ATTRIBUTES = ("id", "class", "title", "alt", "start")
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")
_HELD_BACK = re.compile("\x02(\\d+)\x03")


class HandbookFault(Exception):
    """Mistakes of the handbook, told as diagnostics; nothing is published."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(", ".join(f"{fault.at.file}:{fault.at.line}" for fault in diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook not yet built.

    `shown` is its folder as an author knows it (`content/handbook/vi`), `pages` the files in it, `theme` those of the
    theme's `handbook/`, and `frame` a page of the site with TITLE, PATH, ABOUT and MAIN in it. `lang` is the language
    that it is written in, `reader` that of the frame.
    """

    lang: str
    reader: str
    shown: str
    pages: Mapping[str, bytes]
    theme: Mapping[str, bytes]
    frame: str
    as_of: date


@dataclass(frozen=True, slots=True)
class HandbookRecipe:
    """A Handbook to all its files, packed; `unpack` gives them back. Costs some 0.5 s, most of it loading MkDocs."""

    name: str = "handbook"
    tool: Tool = "mkdocs"

    @property
    def digest(self) -> str:
        return f"{self.tool} 1"

    def __call__(self, given: Handbook) -> bytes:
        made = _built(given, self.tool)
        return json.dumps({path: b64encode(made[path]).decode() for path in sorted(made)}).encode()


def unpack(packed: bytes) -> dict[str, bytes]:
    """The files that a HandbookRecipe made, by their path under `so-tay/`."""
    return {path: b64decode(body) for path, body in json.loads(packed).items()}


def language_of(pages: Mapping[str, bytes], lang: str, first: str) -> tuple[str, dict[str, bytes]]:
    """The language that the handbook is read in where `lang` is asked for, and its files by their path in that folder.

    A language without a folder of its own reads the first language's.
    """
    own = lang if any(path.startswith(f"{lang}/") for path in pages) else first
    return own, {path.removeprefix(f"{own}/"): body for path, body in pages.items() if path.startswith(f"{own}/")}


def catalogue(lang: str) -> str:
    """Every code in Markdown: what it says, what to do, why it matters."""
    do, why, warning = (phrase(lang, f"explain.{part}") for part in ("do", "why", "warning"))
    lines = ["", " · ".join(f"[{name}](#{name})" for name in codes()), "{: .handbook-codes }"]
    for name in codes():
        says, to_do, reason = (code(name, part, lang) for part in ("says", "do", "why"))
        weight = f" ({warning})" if name in WARNINGS else ""
        lines += ["", f"## {name}{weight} {{: #{name} }}", "", _open(says)]
        lines += [f"\n**{do}.** {_open(to_do)}"] if re.sub(r"\{\w+\}", "", to_do).strip() else []
        lines += [f"\n**{why}.** {reason}"]
    return "\n".join(lines) + "\n"


def _open(words: str) -> str:
    """A sentence with dots where a diagnostic puts what it found."""
    return re.sub(r"\{[a-z_]+\}", "…", words)


def _built(given: Handbook, tool: Tool) -> dict[str, bytes]:
    """All files that MkDocs makes. Raises HandbookFault for whatever it warns of: strict, and never quiet."""
    if tool == "properdocs":
        from properdocs.commands.build import build
        from properdocs.config.defaults import ProperDocsConfig as MkDocsConfig
        from properdocs.exceptions import Abort, ConfigurationError
    else:
        from mkdocs.commands.build import build
        from mkdocs.config.defaults import MkDocsConfig
        from mkdocs.exceptions import Abort, ConfigurationError

    pages = dict(given.pages)
    pages[CATALOGUE] = pages.get(CATALOGUE, b"") + catalogue(given.lang).encode()
    pages.setdefault("index.md", pages[CATALOGUE])
    unsafe: list[str] = []
    with tempfile.TemporaryDirectory() as folder, _day(given.as_of), _warnings(tool) as warnings:
        top = Path(folder)
        _write(top / "docs", {path: body for path, body in pages.items() if path != ORDER})
        _write(top / "theme", given.theme)
        _write(top / "theme", {"frame.html": _template(given.frame).encode()})
        config = MkDocsConfig(config_file_path=str(top / "mkdocs.yml"))
        config.load_dict(_settings(top, given, _order(pages)))
        wrong, _ = config.validate()
        try:
            if wrong:
                raise ConfigurationError(f"{wrong[0][0]}: {wrong[0][1]}")
            config.markdown_extensions.append(_safe(unsafe))
            build(config)
        except (Abort, ConfigurationError, UnicodeDecodeError) as fault:
            told = warnings or [str(fault)]
            raise HandbookFault(tuple(_diagnostic(warning, given, pages) for warning in told)) from fault
        if unsafe:
            raise HandbookFault(tuple(_unsafe(words, given, pages) for words in dict.fromkeys(unsafe)))
        made = {path.relative_to(top / "site").as_posix(): path for path in (top / "site").rglob("*") if path.is_file()}
        return {path: made[path].read_bytes() for path in sorted(made) if not path.startswith(("404.", "sitemap."))}


def _settings(top: Path, given: Handbook, order: list[str]) -> dict[str, Any]:
    return {
        "site_name": FOLDER,
        "docs_dir": str(top / "docs"),
        "site_dir": str(top / "site"),
        "theme": {"name": None, "custom_dir": str(top / "theme")},
        "plugins": [],  # no search: its scripts are not ours
        "strict": True,
        "nav": order,
        "extra": {"lang": given.lang, "reader": given.reader},
        "markdown_extensions": ["attr_list", "tables", "fenced_code", {"toc": {"toc_depth": "2-3"}}],
        # A relative link that leads out of the handbook is left to the check of all made pages.
        "validation": {"links": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "info"}},
    }


def _order(pages: Mapping[str, bytes]) -> list[str]:
    """The pages in the order of the menu: the first page, those that nav.txt names, and the rest by name."""
    named = pages.get(ORDER, b"").decode("utf-8", "replace").split()
    rest = sorted(path for path in pages if path.endswith(".md"))
    return list(dict.fromkeys(["index.md", *named, *rest]))


def _template(frame: str) -> str:
    """The site's frame as the base of MkDocs's templates; its own words stay words, whatever signs they hold."""
    holes = {
        TITLE: "{{ page.title|e }}",
        PATH: "{{ page.url|replace('./', '') }}",
        ABOUT: "{{ page.title|e }}",
        MAIN: "{% block handbook %}{% endblock %}",
    }
    template = frame.replace("{", "&#123;")
    for hole, filling in holes.items():
        template = template.replace(hole, filling)
    return template


def _safe(told: list[str]) -> Any:
    """As everywhere else in the portal: raw HTML is shown as the words that it is, and no attribute runs. The reader
    tells the author so at the line (`read.content`); what gets past it is told here, by these words."""
    from markdown.extensions import Extension  # type: ignore[import-untyped]
    from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

    class Safe(Treeprocessor):  # type: ignore[misc]
        def run(self, root: Any) -> None:
            for element in root.iter():
                for name, value in list(element.attrib.items()):
                    # Python-Markdown holds signs of an address back between marks of its own until the end.
                    link = _HELD_BACK.sub(lambda found: chr(int(found[1])), str(value).replace("\x02amp\x03", "&"))
                    if name in _LINKS and (not is_safe_link(link) or (name == "src" and is_address(link))):
                        told.append(link)
                    elif name not in _LINKS and name not in _ATTRIBUTES and not _ALIGNED.fullmatch(str(value)):
                        told.append(f"{name}={value}")

    class Without(Extension):  # type: ignore[misc]
        def extendMarkdown(self, md: Any) -> None:
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
            md.treeprocessors.register(Safe(md), "safe", -100)

    return Without()


def _diagnostic(warning: str, given: Handbook, pages: Mapping[str, bytes]) -> Diagnostic:
    """A warning of MkDocs; where it names a link, in our words and with the link's line."""
    found = re.match(r"Doc file '([^']+)' contains an? (?:absolute )?link '([^']+)'", warning)
    if found is None:
        named = re.match(r"A reference to '([^']+)' is included in the 'nav'", warning)
        at = _at(given, pages, ORDER, named[1]) if named else Span(f"{given.shown}/index.md")
        return Diagnostic("handbook-error", at, {"what": warning.split("\n")[0]})
    page, link = found[1], found[2]
    at = _at(given, pages, page, f"]({link}", 2)
    if "does not contain an anchor" in warning or "no such anchor" in warning:
        return Diagnostic("broken-fragment", at, {"link": link, "fragment": link.partition("#")[2]})
    return Diagnostic("broken-link", at, {"link": link})


def _at(given: Handbook, pages: Mapping[str, bytes], page: str, words: str, skipped: int = 0) -> Span:
    """The place of some words in a page, without the first few signs of them."""
    for number, line in enumerate(pages[page].decode("utf-8", "replace").split("\n"), 1):
        if words in line:
            return Span(f"{given.shown}/{page}", number, line.index(words) + 1 + skipped)
    return Span(f"{given.shown}/{page}")


def _unsafe(words: str, given: Handbook, pages: Mapping[str, bytes]) -> Diagnostic:
    """A link or an attribute that runs, at the first line that has its words."""
    for page, body in pages.items():
        for line, text in enumerate(body.decode("utf-8", "replace").split("\n"), 1):
            if words in text or words.partition("=")[0] + "=" in text:
                return Diagnostic("unsafe-link", Span(f"{given.shown}/{page}", line), {"link": words})
    return Diagnostic("unsafe-link", Span(f"{given.shown}/index.md"), {"link": words})


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, body in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)


@contextmanager
def _day(day: date) -> Iterator[None]:
    """The only today that MkDocs is told of."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _warnings(tool: Tool) -> Iterator[list[str]]:
    """What MkDocs warns of, kept from the terminal."""
    told: list[str] = []

    class Ears(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    logger, ears = logging.getLogger(tool), Ears(logging.WARNING)
    talks = logger.propagate
    logger.addHandler(ears)
    logger.propagate = False
    try:
        yield told
    finally:
        logger.removeHandler(ears)
        logger.propagate = talks
