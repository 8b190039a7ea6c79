"""What search engines are told."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from generator.exports import feeds
from tests.unit.small_site import site

BASE = "https://example.org/giam-ngheo/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def made(paths):
    return {one.path: one.recipe(one.given) for one in feeds.outputs(site().config, paths)}


def test_every_page_stands_in_the_sitemap_in_every_language():
    """Two pages in two languages are four addresses, each naming all its languages and the one for other readers."""
    urls = ElementTree.fromstring(made(["", "ke-hoach/", ""])["sitemap.xml"]).findall("s:url", NAMES)
    links = [{one.get("hreflang"): one.get("href") for one in url.findall("x:link", NAMES)} for url in urls]

    assert [url.findtext("s:loc", namespaces=NAMES) for url in urls] == [
        BASE, f"{BASE}en/", f"{BASE}ke-hoach/", f"{BASE}en/ke-hoach/",
    ]  # fmt: skip
    assert links[2] == links[3] == {
        "vi": f"{BASE}ke-hoach/", "en": f"{BASE}en/ke-hoach/", "x-default": f"{BASE}ke-hoach/",
    }  # fmt: skip


def test_addresses_are_escaped():
    """A path with an ampersand or a quote stays one well-formed address."""
    (url, _) = ElementTree.fromstring(made(['a&"b/'])["sitemap.xml"]).findall("s:url", NAMES)

    assert url.findtext("s:loc", namespaces=NAMES) == f'{BASE}a&"b/'
    assert url.find("x:link", NAMES).get("href") == f'{BASE}a&"b/'


def test_more_addresses_than_a_sitemap_holds_go_to_several(monkeypatch: pytest.MonkeyPatch):
    """Where one sitemap is full another begins, and the first lists them."""
    monkeypatch.setattr(feeds, "MOST", 4)
    files = made(["a/", "b/", "c/"])
    index = ElementTree.fromstring(files["sitemap.xml"])

    assert [one.text for one in index.findall("s:sitemap/s:loc", NAMES)] == [
        f"{BASE}sitemap-1.xml",
        f"{BASE}sitemap-2.xml",
    ]
    assert files["sitemap-2.xml"].count(b"<url>") == 2


def test_robots_are_shown_the_sitemap():
    """Everything may be read, and the sitemap's address is whole."""
    body = made([])["robots.txt"].decode()

    assert body == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"
