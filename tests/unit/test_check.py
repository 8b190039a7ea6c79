"""Rules that a site is held to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.check import check_site
from generator.check.built import check_built, check_links, look, page_facts
from generator.check.known import known
from generator.check.privacy import small_counts
from generator.model.persons import persons
from generator.read.site import read_site
from tests.unit import small_site

SMALL = Path(__file__).parents[1] / "sites" / "small"
PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small site."""
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def edit(path: Path, old: str, new: str) -> None:
    """Changes words that stand once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def codes(root: Path) -> list[str]:
    """All that is wrong with a project."""
    site, found = read_site(root)
    assert site is not None
    return [one.code for one in (*found, *check_site(site, found))]


def test_a_broken_record_is_known_to_be_there(root: Path) -> None:
    """What names a record that could not be read is not told as well."""
    for name in ("content/agencies/ubnd-tinh-thu.yaml", "content/indicators/so-ho-ngheo.yaml"):
        (root / name).write_text("name: [", "utf-8")

    assert codes(root) == ["yaml-syntax", "yaml-syntax"]


def test_units_that_cannot_be_read_are_not_missed_everywhere(root: Path) -> None:
    """One wrong row of the units does not spoil every table."""
    edit(
        root / "datasets/don-vi-hanh-chinh/units.csv",
        "huyen-hai-tinh-thu,902,Hai,huyện",
        "huyen-hai-tinh-thu,902,,huyện",
    )

    assert codes(root) == ["empty-value"]


@pytest.mark.parametrize(
    "quote",
    [
        "Giảm tỷ lệ hộ nghèo",
        "*Giảm* tỷ lệ  hộ\n  nghèo",
        "- Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018; - Kinh phí",
        "trong năm 2018; Kinh phí khoảng",
        "2. Mục tiêu cụ thể",
        "Gia\u0309m ty\u0309 le\u0323\u0302 ho\u0323\u0302 nghe\u0300o",
    ],
)
def test_a_quote_is_found_whatever_its_white_space_and_emphasis(root: Path, quote: str) -> None:
    """In the title, in one block or over several, with or without the marks of bullets."""
    words = quote.replace("\n", "\\n")
    edit(root / PLAN / "targets.yaml", "Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018", f'"{words}"')

    assert codes(root) == []


@pytest.mark.parametrize("quote", ["Giảm tỷ lệ hộ nghèo trên 15%", "giảm tỷ lệ", "bền vững", "nghèo Giảm"])
def test_a_quote_in_other_words_or_of_another_provision_is_not_found(root: Path, quote: str) -> None:
    """Letters, case and the provision must agree."""
    edit(root / PLAN / "targets.yaml", "Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018", quote)

    assert codes(root) == ["quote-not-found"]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("gọi 0912345678", "telephone"),
        ("ĐT: 0912.345.678", "telephone"),
        ("+84 912 345 678", "telephone"),
        ("(024) 3825 1234", "telephone"),
        ("024 3825 1234", "telephone"),
        ("số 001099012345", "identity"),
        ("CCCD: 001099012345", "identity"),
        ("CMND số 123456789", "identity"),
        ("sinh ngày 01/02/1960", "birth"),
        ("Ngày sinh: 1-2-1960", "birth"),
        ("born on 1 February 1960", "birth"),
        ("Nghị quyết số 1088/KH-UBND ngày 11/4/2017", None),
        ("5.440.412 triệu đồng, 3.000.000.000.000 đồng", None),
        ("11.869 hộ trong 48 065 hộ", None),
        ("giá trị 123456789 đồng", None),
        ("1d41da63fb8253e2e75ce7094a7dc0e4abc1816d245fe93c75bb029ec360fba5", None),
        ("sha256 0123456789012345678901234567890123456789012345678901234567890123", None),
        ("mã 07339, 07342; 0,5 0,7", None),
        ("học sinh ngày 20/11/2018", None),
        ("2017-2020 và 2021-2025", None),
        ("01/02/2018 08:30", None),
        ("https://a.vn/tin/0912345678", None),
        ("Quyết định 30/2026/QH16, dòng 0123", None),
    ],
)
def test_persons_are_told_from_numbers(words: str, what: str | None) -> None:
    """A telephone, an identity or a birth is private; a document, a count, a sum and a digest are not."""
    found = next((kind for _, kind, _ in persons(words)), None)

    assert found == what


PAGE = b'<!doctype html>\n<html lang="vi">\n<body>\n'


def test_made_pages_are_followed_to_their_links() -> None:
    """Relative, absolute, encoded and with a query; folders are their index page."""
    files = {
        "index.html": PAGE
        + b'<a id="a" href="b/">b</a><a href="/thu/b/?x=1#c">c</a><a href="#a">a</a><a href="#">t</a>',
        "b/index.html": PAGE + b'<a id="c" href="../">i</a><a href="..">i</a><img src="h%C3%ACnh.svg" alt="">',
        "b/hình.svg": b"<svg/>",
        "404.html": PAGE
        + b"<a href='/thu/'>i</a><a href=https://a.vn/x>x</a><a href='mailto:a@b.vn'>m</a><a href='//c.vn'>",
    }

    assert check_built(files, "/thu/") == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="c/">c</a>', [("broken-link", 4)]),
        ('\n<a href="/b/">outside of the base path</a>', [("broken-link", 5)]),
        ('<a href="../../b/">above the site</a>', [("broken-link", 4)]),
        ('<a href="b/#x">c</a>', [("broken-fragment", 4)]),
        ("<script src='x.js'></script>", [("broken-link", 4)]),
        ('<img src="b/">', [("image-without-alt", 4)]),
        ('<p id="a"><p\nid="a">', [("duplicate-html-id", 4)]),
        ('<!-- <a href="c/"> --><script>"<a href=c/>"</script><title><img></title>', []),
        ('<p title="<a href=c/>" data-id="a" id="a">', []),
        ("<a href='b/&#35;x'>", [("broken-fragment", 4)]),
        ('<p title="\n<a href=c/>"\nid="a"><a\nhref="c/">', [("broken-link", 6)]),
        ('<!--\n<a href="c/">\n--><script>\nlet a = "<a href=c/>"\n</script>\n<img>', [("image-without-alt", 9)]),
        ('<a title=\'\n<a href="c/">', [("broken-link", 5)]),
        ('<title>\n<a href="c/">\n', []),
    ],
)
def test_what_is_wrong_in_a_made_page_is_told_at_its_line(html: str, told: list[tuple[str, int]]) -> None:
    """Only what a browser would follow or show is looked at."""
    found = check_built({"index.html": PAGE + html.encode(), "b/index.html": PAGE}, "/thu/")

    assert [(one.code, one.at.line) for one in found] == told


def test_a_page_says_its_language() -> None:
    """Every page, whatever its place."""

    assert [one.code for one in check_built({"a.html": b"<html>\n", "b.txt": b"<html>"})] == ["page-without-lang"]


def test_the_facts_of_a_page_may_be_known_before() -> None:
    """They are a pure function of its bytes, and are all that the check asks of a page."""
    page = PAGE + b'<p id="a"><a href="b/">'
    before = page_facts(page)

    assert before == page_facts(bytes(page))
    looked = look({"index.html": page}, "/")
    assert looked.ids == {"index.html": before.ids}
    assert check_links(looked, {"index.html"}, looked.ids.get)[0].code == "broken-link"


@pytest.mark.parametrize(
    ("about", "wrong"),
    [
        ({"place": "thon-b"}, True),
        ({"place": "thon-b", "value": "0", "printed": "0"}, True),
        ({"place": "thon-b", "value": "", "printed": "3"}, True),
        ({"place": "thon-b", "value": "", "printed": ""}, False),
        ({"place": "thon-b", "value": "5", "printed": "5"}, False),
        ({"place": "thon-b", "indicator": "ty-le-ho-ngheo"}, False),
        ({"place": "thon-b", "source": f"{small_site.PLAN}#phu-luc"}, True),
        ({"place": "xa-m"}, False),
        ({"place": "xa-m", "item": "Dân tộc A"}, True),
        ({"place": "xa-m", "item": "Dân tộc A", "source": f"{small_site.PLAN}#phu-luc"}, False),
    ],
)
def test_a_handful_of_households_is_withheld(about: dict[str, str], wrong: bool) -> None:
    """Under five households are told neither of a village nor of a group; what a plan prints for a commune stands."""
    said = {"place": "", "indicator": "so-ho-ngheo", "value": "3", "printed": "3", "source": "r1", **about}
    row = small_site.row(said.pop("place"), 2016, said.pop("indicator"), said.pop("value"), said.pop("printed"), **said)
    village = small_site.place("thon-b", "xa-m", level="village")
    places = {**small_site.site().places, village.id: village}
    site = small_site.site(places=places, datasets={small_site.TABLE: small_site.dataset([row])})
    found = [one.code for one in small_counts(known(site))]

    assert found == ["small-count"] * wrong
