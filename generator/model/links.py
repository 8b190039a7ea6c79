"""What a link that an author writes may be: https, http, mailto, or a path inside the site; judged after decoding."""

import re
from html import unescape
from urllib.parse import unquote

from .signs import HIDDEN

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#]|\Z)", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@,;?&:/]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\Z", re.IGNORECASE)
_SITE = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/\Z")
_SPACES = re.compile(r"[\x00-\x20\x7f-\xa0]")
_RUNS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}"
    r"|(?:javascript|vbscript|livescript|data|blob|file|filesystem|about|view-source|intent|jar|chrome|resource):",
    re.IGNORECASE,
)
_ROUNDS = 4  # of encodings within encodings that are looked through


def is_safe_link(link: str) -> bool:
    """Whether a link leads where it says: no script, no other scheme, no user before the host, no hidden sign."""
    link = link.strip(" ")
    for form in _forms(link):
        if HIDDEN.search(form) or "\\" in form or form.startswith("//"):
            return False
        bare = _SPACES.sub("", form)
        scheme = _SCHEME.match(bare)
        if scheme is None:
            continue
        kind = scheme[1].lower()
        if kind not in ("http", "https", "mailto") or not (_MAIL if kind == "mailto" else _HOST).match(bare):
            return False
        if form is link and bare != link:
            return False
    return True


def is_address(link: str) -> bool:
    """Whether a link is a safe one of the web, whole: `https://example.vn/giam-ngheo`."""
    return link[:4].lower() == "http" and _SCHEME.match(link) is not None and is_safe_link(link)


def is_site_address(link: str) -> bool:
    """Whether a site can stand there: `https://example.vn/giam-ngheo/`, with nothing that a browser would change."""
    return _SITE.match(link) is not None and "/../" not in link and "/./" not in link


def seems_a_link(words: str) -> bool:
    """Whether words would lead somewhere, or run, where they are made a link: told whatever field they stand in."""
    return any(_RUNS.match(_SPACES.sub("", form)) for form in _forms(words))


def _forms(link: str) -> list[str]:
    """A link as it is, and as it is once its entities and its percent signs are read, again and again."""
    forms = [link]
    for _ in range(_ROUNDS):
        read = unquote(unescape(forms[-1]), errors="replace")
        if read == forms[-1]:
            break
        forms.append(read)
    return forms
