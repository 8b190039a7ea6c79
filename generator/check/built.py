"""Rules for made pages: inner links lead somewhere, ids are single, images have words, pages say their language."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, partial
from html import unescape
from urllib.parse import unquote

from generator.model.diagnostic import Diagnostic, Span

_REST = r"[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*"
# One pass over a page: what stands in comments, scripts and styles is not looked at, but their own tags are.
_TAG = re.compile(
    rf"<!--.*?-->|(<((?i:script|style|textarea|title))(?![\w:-]){_REST}>)(?:.*?</(?i:\2)\s*>|(.*))|<[a-zA-Z][\w:-]*{_REST}>",
    re.DOTALL,
)
_PLAIN = re.compile(rf"<[a-zA-Z][\w:-]*{_REST}>")
_RAW = re.compile(r"<(?i:!--|script|style|textarea|title)")
_START = re.compile(r"<(?:[a-zA-Z]|!--)")
_NAME = re.compile(r"<([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_TOLD = re.compile(r"\b(?:id|href|src|poster|action)\s*=")
_LINKS = ("href", "src", "xlink:href", "poster", "action")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class _Tag:
    """What one opening tag says: its id, its inner links, and what is wrong with it, each a code and its values."""

    id: str
    links: tuple[str, ...]
    faults: tuple[tuple[str, Mapping[str, str]], ...]


Said = tuple[tuple[_Tag, int], ...]  # the tags of some lines that matter here, each with its line from nought


@dataclass(frozen=True, slots=True)
class Known:
    """What whole lines and single tags say, by their text: pages share most of their lines, and lines their tags."""

    lines: dict[str, Said] = field(default_factory=dict)
    tags: dict[str, _Tag | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself: its ids, its inner links with their lines, and what is wrong in it alone.

    A fault is a code, a line, and the values of its diagnostic.
    """

    ids: frozenset[str]
    links: tuple[tuple[str, int], ...]
    faults: tuple[tuple[str, int, Mapping[str, str]], ...]


def page_facts(html: bytes, known: Known | None = None) -> PageFacts:
    """The facts of one page: a pure function of its bytes. `known` may be shared by many pages."""
    ids: Counter[str] = Counter()
    lines: dict[str, int] = {}
    links: dict[str, int] = {}
    faults: list[tuple[str, int, Mapping[str, str]]] = []
    for tag, line in _tags(html.decode("utf-8", "replace"), known or Known()):
        if tag.id:
            ids[tag.id] += 1
            lines[tag.id] = line
        for link in tag.links:
            links.setdefault(link, line)
        if tag.faults:
            faults += [(code, line, values) for code, values in tag.faults]
    twice = [(id, times) for id, times in ids.items() if times > 1]
    faults += [("duplicate-html-id", lines[id], {"id": id, "times": str(times)}) for id, times in twice]
    return PageFacts(frozenset(ids), tuple(links.items()), tuple(faults))


@dataclass(slots=True)
class Looked:
    """What some pages say: the ids of each; each link (as it is written, the file it leads to, the place in it) with
    the first page and line that it stands in; and what is wrong in the pages themselves."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    links: dict[tuple[str, str, str], tuple[str, int]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, other: "Looked") -> None:
        """Add what other pages say."""
        self.ids |= other.ids
        self.found += other.found
        for link, place in other.links.items():
            self.links[link] = min(place, self.links.get(link, place))


def look(pages: Mapping[str, bytes], base_path: str) -> Looked:
    """What pages say. `base_path` is where the site stands on its host; a link that begins with a slash must begin with
    it."""
    looked, known = Looked(), Known()
    target = cache(partial(_target, base_path=base_path))  # pages share most of their links
    for path in sorted(pages):
        page = page_facts(pages[path], known)
        looked.ids[path] = page.ids
        looked.found += [Diagnostic(code, Span(path, line), values) for code, line, values in page.faults]
        folder = posixpath.dirname(path)
        for link, line in page.links:
            address, _, fragment = link.partition("#")
            address = address.partition("?")[0]
            file = target("" if address.startswith("/") else folder, address) if address else path
            looked.links.setdefault((link, file, unquote(fragment)), (path, line))
    return looked


def check_links(looked: Looked, paths: Container[str], ids: Callable[[str], Set[str] | None]) -> list[Diagnostic]:
    """What is wrong with some pages: each broken link is told once. `paths` are those of every file of the site, `ids`
    gives those of a page."""
    found = list(looked.found)
    for (link, file, fragment), (path, line) in looked.links.items():
        fault = _fault(link, file, fragment, paths, ids)
        if fault:
            found.append(Diagnostic(fault[0], Span(path, line), fault[1]))
    return sorted(found, key=lambda diagnostic: (diagnostic.at, diagnostic.code, tuple(diagnostic.values.items())))


def check_built(files: Mapping[str, bytes], base_path: str = "/") -> list[Diagnostic]:
    """What is wrong with made files, by page. `files` are their bytes by path; those that end in `.html` are pages."""
    looked = look({path: body for path, body in files.items() if path.endswith(".html")}, base_path)
    return check_links(looked, files, looked.ids.get)


def _tags(html: str, known: Known) -> Iterator[tuple[_Tag, int]]:
    """Every opening tag that can matter here, and the line it stands in.

    The page is taken in pieces of whole lines that nothing runs out of; most are one line.
    """
    lines, at = html.split("\n"), 0
    while at < len(lines):
        size, said = 1, known.lines.get(lines[at])
        if said is None:
            said, whole = _piece(lines[at], known)
            if whole:
                known.lines[lines[at]] = said
            while not whole and at + size < len(lines):
                size *= 2
                said, whole = _piece("\n".join(lines[at : at + size]), known)
        for tag, below in said:
            yield tag, at + 1 + below
        at += size


def _piece(text: str, known: Known) -> tuple[Said, bool]:
    """What some lines say, and whether they are whole: no tag, comment or script in them is left open."""
    if "\n" not in text and not _RAW.search(text):  # most lines are so, and all that begins in them is a tag
        plain = _PLAIN.findall(text)
        if len(plain) == text.count("<") - text.count("</"):
            return tuple((tag, 0) for name in plain if (tag := _known(name, known)) is not None), True
    matches = list(_TAG.finditer(text))
    said = []
    for match in matches:
        if (tag := _known(match[1] or match[0], known)) is not None:
            said.append((tag, text.count("\n", 0, match.start())))
    closed = not matches or matches[-1][3] is None
    return tuple(said), closed and (len(matches) == len(_START.findall(text)) or not _begun(text, matches))


def _begun(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Whether something begins in some lines that is no match; in quotes and scripts stands what looks like it."""
    ends = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches), len(text)]
    return any(_START.search(text, *gap) for gap in zip(ends, starts, strict=True))


def _known(text: str, known: Known) -> _Tag | None:
    return known.tags[text] if text in known.tags else known.tags.setdefault(text, _tag(text))


def _tag(text: str) -> _Tag | None:
    """What a tag says; None for a comment and for a tag that cannot matter here."""
    if (found := _NAME.match(text)) is None:
        return None
    name, rest = found[1].lower(), text[found.end() : -1]
    if name not in ("html", "img") and not _TOLD.search(rest):
        return None
    attributes = _attributes(rest)
    faults: list[tuple[str, Mapping[str, str]]] = []
    if name == "img" and "alt" not in attributes:
        faults.append(("image-without-alt", {"src": attributes.get("src", "")}))
    if name == "html" and not attributes.get("lang"):
        faults.append(("page-without-lang", {}))
    links = (attributes[key].strip() for key in _LINKS if key in attributes)
    inner = tuple(link for link in links if link and not _ELSEWHERE.match(link))
    return _Tag(attributes.get("id", ""), inner, tuple(faults))


def _attributes(rest: str) -> Mapping[str, str]:
    return {name.lower(): unescape(quoted or single or bare) for name, quoted, single, bare in _ATTRIBUTE.findall(rest)}


def _fault(
    link: str, target: str, fragment: str, paths: Container[str], ids: Callable[[str], Set[str] | None]
) -> tuple[str, Mapping[str, str]] | None:
    """What is wrong with a link: it leads to no file, or to no place in one."""
    if target not in paths:
        return "broken-link", {"link": link}
    if not fragment or fragment == "top" or fragment.startswith(":~:"):
        return None
    there = ids(target)
    if there is not None and fragment not in there:
        return "broken-fragment", {"link": link, "fragment": fragment}
    return None


def _target(folder: str, address: str, base_path: str) -> str:
    """The file that an address on a page of `folder` names; a folder's page is its `index.html`."""
    address = unquote(address)
    if address.startswith("/"):
        if not address.startswith(base_path):
            return address
        path = address[len(base_path) :]
    else:
        path = posixpath.join(folder, address)
    whole = posixpath.normpath(path) if path else "."
    whole = "" if whole == "." else whole
    if address.endswith("/") or not whole or address.rsplit("/", 1)[-1] in (".", ".."):
        return f"{whole}/index.html".lstrip("/")
    return whole
