"""Rules for made pages: inner links lead somewhere, ids are single, images have words, pages say their language."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from generator.model.diagnostic import Diagnostic, Span

# One pass over a page: what stands in comments, scripts and styles is not looked at, but their own tags are.
_TAG = re.compile(
    r"<!--.*?-->|<(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_TOLD = re.compile(r"\b(?:id|href|src|poster|action)\s*=")
_RAW = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself: its ids, its inner links with their lines, and what is wrong in it alone.

    A fault is a code, a line, and the values of its diagnostic.
    """

    ids: frozenset[str]
    links: tuple[tuple[str, int], ...]
    faults: tuple[tuple[str, int, Mapping[str, str]], ...]


def page_facts(html: bytes) -> PageFacts:
    """The facts of one page: a pure function of its bytes, so that they can be remembered."""
    ids: Counter[str] = Counter()
    lines: dict[str, int] = {}
    links: dict[str, int] = {}
    faults: list[tuple[str, int, Mapping[str, str]]] = []
    for name, attributes, line in _tags(html.decode("utf-8", "replace")):
        if attributes.get("id"):
            ids[attributes["id"]] += 1
            lines[attributes["id"]] = line
        for key in ("href", "src", "xlink:href", "poster", "action"):
            link = attributes.get(key, "").strip()
            if link and not _ELSEWHERE.match(link):
                links.setdefault(link, line)
        if name == "img" and "alt" not in attributes:
            faults.append(("image-without-alt", line, {"src": attributes.get("src", "")}))
        if name == "html" and not attributes.get("lang"):
            faults.append(("page-without-lang", line, {}))
    twice = [(id, times) for id, times in ids.items() if times > 1]
    faults += [("duplicate-html-id", lines[id], {"id": id, "times": str(times)}) for id, times in twice]
    return PageFacts(frozenset(ids), tuple(links.items()), tuple(faults))


def check_built(
    files: Mapping[str, bytes], base_path: str = "/", facts: Callable[[bytes], PageFacts] = page_facts
) -> list[Diagnostic]:
    """What is wrong with the made files, by page. `files` are their bytes by path; those that end in `.html` are pages.

    `base_path` is where the site stands on its host; a link that begins with a slash must begin with it. `facts` may be
    a remembering `page_facts`.
    """
    pages = {path: facts(made) for path, made in files.items() if path.endswith(".html")}
    ids = {path: page.ids for path, page in pages.items()}
    found = [
        Diagnostic(code, Span(path, line), values) for path, page in pages.items() for code, line, values in page.faults
    ]
    for path, page in pages.items():
        for link, line in page.links:
            fault = _fault(path, link, files, ids, base_path)
            if fault:
                found.append(Diagnostic(fault[0], Span(path, line), fault[1]))
    return sorted(found, key=lambda one: (one.at, one.code, tuple(one.values.items())))


def _tags(html: str) -> Iterator[tuple[str, Mapping[str, str], int]]:
    """Every opening tag that can matter here: its name, its attributes, and the line it stands in."""
    line, counted, place = 1, 0, 0
    while match := _TAG.search(html, place):
        place = match.end()
        if match["name"] is None:
            continue
        name = match["name"].lower()
        if name in ("html", "img") or _TOLD.search(match["rest"]):
            line, counted = line + html.count("\n", counted, match.start()), match.start()
            yield name, _attributes(match["rest"]), line
        if name in _RAW:
            end = _RAW[name].search(html, place)
            place = end.end() if end else len(html)


def _attributes(rest: str) -> Mapping[str, str]:
    return {found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(rest)}


def _fault(
    page: str, link: str, files: Mapping[str, bytes], ids: Mapping[str, frozenset[str]], base_path: str
) -> tuple[str, Mapping[str, str]] | None:
    """What is wrong with a link of a page: it leads to no file, or to no place in one."""
    address, _, fragment = link.partition("#")
    target = _target(page, address.partition("?")[0], base_path)
    if target not in files:
        return "broken-link", {"link": link}
    fragment = unquote(fragment)
    if (
        fragment
        and target in ids
        and fragment not in ids[target]
        and fragment != "top"
        and not fragment.startswith(":~:")
    ):
        return "broken-fragment", {"link": link, "fragment": fragment}
    return None


def _target(page: str, address: str, base_path: str) -> str:
    """The file that an address of a page names; a folder's page is its `index.html`."""
    if not address:
        return page
    address = unquote(address)
    if address.startswith("/"):
        if not address.startswith(base_path):
            return address
        path = address[len(base_path) :]
    else:
        path = posixpath.join(posixpath.dirname(page), address)
    whole = posixpath.normpath(path) if path else "."
    whole = "" if whole == "." else whole
    if address.endswith("/") or not whole or address.rsplit("/", 1)[-1] in (".", ".."):
        return f"{whole}/index.html".lstrip("/")
    return whole
