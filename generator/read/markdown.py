"""Markdown to safe HTML: the emphasis of a plan's text, and whole pages of our own words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.links import is_address, is_safe_link
from generator.model.signs import called, hidden

# Noncharacters, which no file of ours may hold: they carry notes through folding, comparing and Markdown.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_DIGITS = "\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufddb"
_UNDERSCORE = "\ufddf"  # emphasis is written with asterisks alone; an underscore is only an underscore
_MARKS = re.compile(f"{OPEN}[{_DIGITS}]+|{CLOSE}")
_NOTED = re.compile(f"({OPEN}[{_DIGITS}]+|{CLOSE})")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*=[^{}\n]*\}")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>|<!--")
_OWN_ID = re.compile(r"\s*\{#([a-z0-9-]+)\}\Z")
_SPOKEN = re.compile(r"<code\b.*?</code>|\[([^\[\]<>{}\n]+)\]\{([a-z]{2,3})\}", re.DOTALL)
_EMPTY = re.compile(r'<a class="text-note" href="#ghi-chu-\d+"></a>')


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a page: a code, the line (from one) it stands in, and the author's words."""

    code: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of prose: the words of its first heading, and the safe HTML of all that follows."""

    title: str
    html: str
    faults: tuple[Fault, ...] = ()


def noted(words: str, number: int) -> str:
    """Words that carry the mark of a note through everything that reads text."""
    return f"{OPEN}{''.join(_DIGITS[int(digit)] for digit in str(number))}{words}{CLOSE}"


def unnoted(text: str) -> str:
    """The text without the marks of its notes."""
    return _MARKS.sub("", text)


def notes_of(text: str) -> tuple[int, ...]:
    """The numbers of the notes in a text, in order."""
    return tuple(_number(mark) for mark in _MARKS.findall(text) if mark != CLOSE)


def whole_in_cells(row: str) -> str:
    """A row of cells that tabs part, in which a note over several cells is closed and opened again in each."""
    pieces: list[str] = []
    note = ""
    for piece in re.split(f"({OPEN}[{_DIGITS}]+|{CLOSE}|\t)", row):
        if piece == "\t" and note:
            pieces.append(f"{CLOSE}\t{note}")
            continue
        note = piece if piece.startswith(OPEN) else "" if piece == CLOSE else note
        pieces.append(piece)
    return "".join(pieces)


def inline(text: str) -> str:
    """Safe HTML of plan text: `*…*`, `**…**`, line breaks, and a link around each marked reading. Nothing else."""
    return _EMPTY.sub("", "".join(_render(_tokens(text))))


def plain(text: str) -> str:
    """The words of plan text, without emphasis and notes; line breaks stay."""
    return unnoted("".join(_words(_tokens(text))))


@cache
def page(text: str) -> Page:
    """A page of our own words: CommonMark with tables and without HTML; headings have ids to link to.

    `[rà soát]{vi}` says which language words are of that are not the page's.

    An id is made of the heading's words, or is its own where it ends in `{#id}`: one id for a page in all languages.
    """
    parser = _page_parser()
    tokens = parser.parse(text)
    wrong = tuple(_faults(tokens))
    title = ""
    if len(tokens) > 2 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title = "".join(_words(tokens[1].children or []))
        tokens = tokens[3:]
    _name_headings(tokens)
    return Page(title, _SPOKEN.sub(_in_language, parser.renderer.render(tokens, parser.options, {})), wrong)


def _in_language(found: re.Match[str]) -> str:
    return f'<span lang="{found[2]}">{found[1]}</span>' if found[2] else found[0]


@cache
def _plan_parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "newline"])


@cache
def _page_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Every link is parsed, so that an unsafe one is told to its author and not shown as strange text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _tokens(text: str) -> list[Token]:
    found = _plan_parser().parseInline(text.replace("_", _UNDERSCORE))
    return found[0].children or [] if found else []


def _render(tokens: list[Token]) -> Iterator[str]:
    """HTML in which a note that crosses the edge of an emphasis is closed and opened again, so that all nests."""
    note = 0
    for token in tokens:
        if token.type == "text":
            for piece in _NOTED.split(token.content.replace(_UNDERSCORE, "_")):
                if piece.startswith(OPEN):
                    note = _number(piece)
                    yield _link(note)
                elif piece == CLOSE:
                    note = 0
                    yield "</a>"
                else:
                    yield escape(piece, quote=False)
        elif token.type in ("softbreak", "hardbreak"):
            yield "<br>\n"
        else:
            tag = f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
            yield f"</a>{tag}{_link(note)}" if note else tag


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content.replace(_UNDERSCORE, "_")
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.children:
            yield from _words(token.children)


def _link(number: int) -> str:
    return f'<a class="text-note" href="#ghi-chu-{number}">'


def _number(mark: str) -> int:
    return int("".join(str(_DIGITS.index(digit)) for digit in mark[1:]))


def faults(text: str, attributes: bool = False) -> tuple[Fault, ...]:
    """What is wrong in a page that another renderer shows. `attributes` tells lists of attributes (`{: onclick=…}`)."""
    return tuple(_faults(_page_parser().parse(text), attributes))


def links(text: str) -> Iterator[tuple[int, str]]:
    """Every link and image of a page with the line of its block."""
    for token in _page_parser().parse(text):
        for part in token.children or []:
            link = part.attrs.get("href") or part.attrs.get("src")
            if link:
                yield (token.map[0] + 1 if token.map else 1), unquote(str(link))


def _faults(tokens: list[Token], attributes: bool = False, line: int = 1) -> Iterator[Fault]:
    ids: set[str] = set()
    for before, token in pairwise((Token("", "", 0), *tokens)):
        line = token.map[0] + 1 if token.map else line
        yield from _of_link(token, line)
        if before.type == "heading_open" and (own := _OWN_ID.search(token.content)):
            if own[1] in ids:
                yield Fault("written-twice", line, own[1])
            ids.add(own[1])
        words = token.content if token.type in ("text", "code_inline") else ""
        for _, sign in hidden("".join((words, str(token.attrs.get("title", ""))))):
            yield Fault("bad-character", line, called(sign))
        if token.type == "text":
            for tag in _TAG.findall(words):
                yield Fault("raw-html", line, tag)
            for list_of in _ATTRIBUTES.findall(words) if attributes else ():
                yield Fault("bad-attribute", line, list_of)
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        if token.children:
            yield from _faults(token.children, attributes, line)


def _of_link(token: Token, line: int) -> Iterator[Fault]:
    """What is wrong with a link or an image; one that is unsafe leads nowhere then."""
    name = "src" if token.type == "image" else "href"
    link = token.attrs.get(name)
    if link is None:
        return
    if not is_safe_link(str(link)):
        yield Fault("unsafe-link", line, str(link))
    elif name == "src" and is_address(str(link)):
        yield Fault("remote-image", line, str(link))
    elif name == "src" and not "".join(_words(token.children or [])).strip():
        yield Fault("image-without-alt", line, str(link))
        return
    else:
        return
    token.attrs[name] = "#"


def _name_headings(tokens: list[Token]) -> None:
    taken: dict[str, int] = {}
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            name = _own_id(words.children or []) or slug("".join(_words(words.children or []))) or "phan"
            taken[name] = taken.get(name, 0) + 1
            opening.attrs["id"] = name if taken[name] == 1 else f"{name}-{taken[name]}"


def _own_id(words: list[Token]) -> str:
    """The id that a heading ends with (`## Corrections {#dinh-chinh}`), taken off its words; none if it has none."""
    last = words[-1] if words else None
    match = _OWN_ID.search(last.content) if last and last.type == "text" else None
    if last is None or match is None:
        return ""
    last.content = last.content[: match.start()]
    return match[1]


def slug(words: str) -> str:
    """Words as an address: small letters without marks, digits and hyphens."""
    bare = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in bare if not unicodedata.combining(c))).strip("-")
