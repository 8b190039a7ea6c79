"""Every number of the real portal leads to its row and its source, and no table or picture joins what must be apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import pytest

from tests.portal import facts, html, outputs

PAGES = {
    "place": r"dia-ban/[^/]+/index\.html",
    "indicator": r"chi-tieu/[^/]+/index\.html",
    "chart": r"bieu-do/[^/]+/index\.html",
    "comparison": r"so-sanh/[^/]+/index\.html",
}
"""The pages that show numbers, in both languages."""
SAMPLE = {"place": 12, "chart": 12, "comparison": 12}  # pages of a kind, spread over all; of indicators all
SOURCE = re.compile(r"ke-hoach/[^/]+/#|#nguon-")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The cells with numbers of a page, its rows and what stands in them, its ids and its figures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.cells: list[tuple[str, list[str]]] = []  # text and links of each cell with a number
        self.rows: dict[str, tuple[str, list[str]]] = {}  # by anchor, text and links of a row or cell
        self.whole: set[str] = set()  # the anchors of whole rows; others are cells of a printed table
        self.ids: set[str] = set()
        self.figures: list[list[str]] = []  # the links of each figure
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self.ids |= {said["id"]} if "id" in said else set()
        if tag == "td" and "number" in said.get("class", "").split():
            self.cells.append(("", []))
            said["cell"] = "yes"
        if tag in ("tr", "td") and re.fullmatch(r"r\d+", said.get("id", "")):
            self.rows[said["id"]] = ("", [])
            self.whole |= {said["id"]} if tag == "tr" else set()
        if tag == "figure":
            self.figures.append([])
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
            for found in self._around():
                found.append(said["href"])
            if any(name == "figure" for name, _ in self.open):
                self.figures[-1].append(said["href"])
        if tag not in VOID:
            self.open.append((tag, said))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any("cell" in said for _, said in self.open):
            text, links = self.cells[-1]
            self.cells[-1] = (text + data, links)
        for id in self._rows():
            text, links = self.rows[id]
            self.rows[id] = (text + data, links)

    def _rows(self) -> list[str]:
        return [said["id"] for _, said in self.open if said.get("id", "") in self.rows]

    def _around(self) -> Iterator[list[str]]:
        if any("cell" in said for _, said in self.open):
            yield self.cells[-1][1]
        yield from (self.rows[id][1] for id in self._rows())


@cache
def page(path: str) -> Page:
    return Page(html(path))


def paths(kind: str) -> list[str]:
    """A sample of the pages of a kind, the same each time, spread over all of them and both languages."""
    every = [path for path in outputs() if re.fullmatch(rf"(?:en/)?{PAGES[kind]}", path)]
    return every[:: max(1, len(every) // SAMPLE.get(kind, len(every)))]


def file_of(href: str) -> tuple[str, str]:
    """The file and the anchor that a link of ours leads to."""
    path, _, anchor = href.partition("#")
    return path.partition("?")[0].lstrip("/") + "index.html", anchor


def told(link: str) -> str:
    """What is wrong with where a number leads: nothing, if that is a row, or the passage that holds it."""
    path, anchor = file_of(link)
    if path not in outputs():
        return f"{link} leads to no page"
    if anchor and anchor not in page(path).ids:
        return f"{link} leads to no place in its page"
    if "du-lieu/" not in link:
        return "" if re.search(r"(?:ke-hoach|lich-bao-cao|cam-ket)/", link) else f"{link} is no source"
    if not re.fullmatch(r"r\d+", anchor):
        return f"{link} names no row"
    _, links = page(path).rows[anchor]
    # The cells of a printed table have one source, which is told above it.
    links = links if anchor in page(path).whole else page(path).links
    return "" if any(SOURCE.search(one) for one in links) else f"{link} leads to a row without a source"


@pytest.mark.parametrize("kind", PAGES)
def test_every_number_leads_to_its_row_in_one_step(kind: str) -> None:
    """A number in a table of a place, an indicator, a chart or a comparison is a link to the row that it stands in."""
    looked, wrong = 0, []
    for path in paths(kind):
        for text, links in page(path).cells:
            if re.search(r"\d", text):
                looked += 1
                wrong += [f"{path}: {text} leads nowhere"] if not links else [told(link) for link in links]

    assert looked > 20
    assert [one for one in wrong if one] == []


@pytest.mark.parametrize("kind", PAGES)
def test_every_picture_leads_to_its_table_and_its_sources(kind: str) -> None:
    """A picture names its sources; elsewhere than on its own page it also leads there, where its numbers are links."""
    figures = [(path, links) for path in paths(kind) for links in page(path).figures]
    bare = [path for path, links in figures if not links]
    astray = [path for path, links in figures if kind != "chart" and not any("bieu-do/" in link for link in links)]

    assert figures
    assert bare == astray == []


def test_the_row_that_a_number_leads_to_says_that_number() -> None:
    """On a place's page a number is the very string of its row; that adds what its source prints."""
    followed = 0
    for path in paths("place"):
        for text, links in page(path).cells:
            for link in links:
                target, anchor = file_of(link)
                followed += 1

                assert text in page(target).rows[anchor][0]
    assert followed > 20


def test_a_dataset_tells_the_source_of_each_row() -> None:
    """A dataset that is no table of a plan names the source of each row, and lists what it names."""
    datasets = [path for path in outputs() if re.fullmatch(r"du-lieu/[^/]+/index\.html", path)]
    rows = [(path, page(path).rows[anchor][1]) for path in datasets for anchor in page(path).whole]

    assert rows
    assert [path for path, links in rows if not any(SOURCE.search(link) for link in links)] == []


def test_a_dataset_is_there_to_take_along() -> None:
    """The page of every dataset leads to it as CSV, XLSX, JSON and Parquet, and to the whole package."""
    for id in facts().site.datasets:
        names = {link.rpartition("/")[2] for link in page(f"du-lieu/{id}/index.html").links}

        assert {f"{id}.{ending}" for ending in ("csv", "xlsx", "json", "parquet", "zip")} <= names, id


def test_every_finding_leads_to_what_it_is_about() -> None:
    """A number that is printed beside a computed one leads to the clause or to the row that prints it."""
    for path in ("doi-chieu/index.html", "en/doi-chieu/index.html"):
        parts = re.findall(r'<li class="finding" id="([^"]+)">(.*?)</li>', html(path), re.S)
        wrong = [(id, told(link)) for id, part in parts for link in _sources(part) if told(link)]

        assert len(parts) == len(facts().findings) > 0
        assert [id for id, part in parts if not _sources(part)] == []
        assert wrong == []


def _sources(part: str) -> list[str]:
    """The links of a finding that lead into a text or a dataset."""
    return [link for link in re.findall(r'href="([^"]+)"', part) if re.search(r"ke-hoach/|du-lieu/", link)]


def test_every_figure_of_a_commitment_leads_to_its_clause() -> None:
    """The page of a commitment with a target shows the plan's words, and leads to the very passage that prints them."""
    aimed = [(plan.id, one.id) for plan in facts().site.plans.values() for one in plan.commitments if one.targets]
    some = [page(f"cam-ket/{plan}/{id}/index.html") for plan, id in aimed[::8]]

    assert some
    assert [one for one in some if not any(re.search(r"ke-hoach/[^/]+/#", link) for link in one.links)] == []


def test_a_number_that_leads_nowhere_is_seen() -> None:
    """The reading of pages finds a bare number, a link to no row, and one to a row that names no source."""
    bare = Page('<td class="number">5</td><td class="number"><a href="/x/"><b>6</b></a></td><td>7</td>')

    assert bare.cells == [("5", []), ("6", ["/x/"])]
    assert told("/dia-ban/") == "/dia-ban/ is no source"
    assert told("/du-lieu/") == "/du-lieu/ names no row"
    assert told("/khong-co/") == "/khong-co/ leads to no page"
