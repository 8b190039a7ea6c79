"""Every public address stands in one module."""

import ast
import re
from pathlib import Path

import pytest

from generator.site.urls import LONGEST, SECTIONS, URLS, Urls, dataset_of, in_language, section_of
from tests import portal

CODE = Path(__file__).parents[2] / "generator"
THEMES = CODE.parent / "themes"
SPELLED = re.compile(rf"(?:^|/)(?:{'|'.join(SECTIONS.values())}|api/v1)/")


def spelled(tree: ast.Module) -> list[str]:
    """The words of code, docstrings apart, that hold a public path."""
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    words = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told
        and isinstance(node.value, str)
    ]  # fmt: skip
    return [word for word in words if SPELLED.search(word) and " " not in word]


def test_no_other_module_spells_a_path() -> None:
    """Whoever writes a link asks `Urls`."""
    found = {
        path.relative_to(CODE).as_posix(): words
        for path in CODE.rglob("*.py")
        if "site" not in path.relative_to(CODE).parts and (words := spelled(ast.parse(path.read_text("utf-8"))))
    }

    assert found == {}


def test_a_spelled_path_is_found() -> None:
    """A path that is written out, plain or with values in it, is found; a docstring may name one."""
    code = '"""As `ke-hoach/`."""\na = "ke-hoach/"\nb = f"dia-ban/{a}/#x"\nc = f"{a}/giam-sat/"\nd = "ke-hoach"'

    assert spelled(ast.parse(code)) == ["ke-hoach/", "dia-ban/", "/giam-sat/"]


def test_no_template_and_no_script_spells_a_path() -> None:
    """Menus, links and scripts of the themes ask `urls`, or use what the page gives them."""
    quoted = re.compile(rf"['\"`/}}](?:{'|'.join(SECTIONS.values())}|api/v1)/")
    found = [
        path.relative_to(THEMES).as_posix()
        for path in sorted(THEMES.rglob("*"))
        if path.suffix in (".html", ".js") and quoted.search(path.read_text("utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize("place", ["so-sanh-vung", "so-sanh-" + "vung-trung-du-" * 6, "so-sanh-" + "vung-" * 50])
@pytest.mark.parametrize("ending", ["-720.svg", ".csv", ".vl.json"])
def test_files_of_a_chart_have_short_paths(place: str, ending: str) -> None:
    """However long the id of a chart is, its files and its page have paths of at most 160 letters."""
    paths = {f"en/{URLS.chart(place, ending)}", f"en/{URLS.chart(place)}index.html"}

    assert max(map(len, paths)) <= LONGEST
    assert all(URLS.chart(place, ending).startswith(URLS.chart(place)) for ending in (ending, ".svg"))


def test_long_ids_stay_apart() -> None:
    """Two charts whose long ids begin alike have folders of their own."""
    first, second = ("dai-" * 40 + name for name in ("mot", "hai"))

    assert URLS.chart(first) != URLS.chart(second)
    assert URLS.chart("ngan", ".csv") == "bieu-do/ngan/ngan.csv"


def test_no_path_of_the_portal_is_long() -> None:
    """Of all files of the portal none has a path of more than 160 letters."""
    long = [path for path in portal.outputs() if len(path) > LONGEST]

    assert long == []


def test_paths_become_full_addresses() -> None:
    """Under the address of a site every path is a full address; a full address stays as it is."""
    site = Urls("https://thu.example.org/thu/")

    assert site.plan("p", "II.1") == "https://thu.example.org/thu/ke-hoach/p/#II.1"
    assert site.of(URLS.plan("p", "II.1")) == site.plan("p", "II.1")
    assert site.of("https://example.com/") == "https://example.com/"
    assert site.of("") == "https://thu.example.org/thu/"
    assert site.calendar() == "https://thu.example.org/thu/lich-bao-cao.ics"


def test_a_path_tells_its_section() -> None:
    """What a path leads to is read from it where it was made."""
    assert section_of(URLS.ledger("x")) == "calendar"
    assert section_of("https://example.com/ke-hoach/") is None
    assert dataset_of(URLS.dataset_row("bang", 3)) == "bang"
    assert dataset_of(URLS.plan("p")) == ""


def test_a_language_stands_under_its_code() -> None:
    """The first language is at the root, others under a code."""
    paths = [in_language(URLS.plan("p"), lang, ("vi", "en")) for lang in ("vi", "en")]

    assert paths == ["ke-hoach/p/", "en/ke-hoach/p/"]
