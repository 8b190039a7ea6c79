"""Citations: the forms of reference managers, read back by their own rules, and the form of official papers."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from generator.site import cite
from tests.portal import html

PLAN = cite.Source(
    kind="document", title="Giảm nghèo 100% & bền vững", authors=("Ủy ban nhân dân tỉnh Thử",), publisher="Cổng thử",
    url="https://cong.vn/ke-hoach/thu-1/muc/II.1/", as_of=date(2026, 11, 28), day=date(2018, 2, 5), lang="vi",
    genre="Kế hoạch", number="1/KH-UBND", part="Mục II.1",
)  # fmt: skip


def test_bibtex_escapes_what_tex_would_take_for_its_own() -> None:
    """Each field stands once, its braces are balanced, and signs of TeX are escaped."""
    entry = cite.bibtex(PLAN)
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))

    assert entry.startswith("@misc{ke-hoach-thu-1-muc-ii-1,\n")
    assert entry.count("{") == entry.count("}")
    assert fields["title"] == r"{Giảm nghèo 100\% \& bền vững}"
    assert (fields["date"], fields["number"], fields["url"]) == ("2018-02-05", "1/KH-UBND", PLAN.url)


def test_ris_is_tags_and_values_line_by_line() -> None:
    """A record begins with its type and ends with ER; bodies end in a comma, so that nobody splits their name."""
    lines = [line.split("  - ", 1) for line in cite.ris(PLAN).split("\n")]

    assert lines[0] == ["TY", "GOVDOC"]
    assert lines[-1] == ["ER", ""]
    assert ["AU", "Ủy ban nhân dân tỉnh Thử,"] in lines
    assert all(re.fullmatch("[A-Z][A-Z0-9]", tag) for tag, _ in lines)


def test_csl_is_json_with_dates_in_parts() -> None:
    (item,) = json.loads(cite.csl(PLAN))

    assert item["type"] == "report"
    assert item["issued"] == {"date-parts": [[2018, 2, 5]]}
    assert item["author"] == [{"literal": "Ủy ban nhân dân tỉnh Thử"}]


def test_official_papers_write_small_days_and_months_with_a_nought() -> None:
    """Days under ten and months under three have a nought before them; others have none."""
    assert cite.official(
        "Kế hoạch", "1/KH-UBND", date(2018, 2, 5), "UBND tỉnh Thử", "Thực hiện việc A", "Mục II.1"
    ) == ("Mục II.1 Kế hoạch số 1/KH-UBND ngày 05 tháng 02 năm 2018 của UBND tỉnh Thử thực hiện việc A")
    assert "ngày 19 tháng 4 năm 2019 của B GIẢM NGHÈO" in cite.official("A", "2", date(2019, 4, 19), "B", "GIẢM NGHÈO")


def test_what_is_not_known_is_left_out() -> None:
    assert cite.official("Kế hoạch", "", None, "", "Việc") == "Kế hoạch việc"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("bieu-do/yen-bai-131-kinh-phi-nguon-von/", "graphic"),
        ("du-lieu/tan-yen-58-bang-xa/", "dataset"),
        ("ke-hoach/yen-bai-131-kh-tu-2019/", "report"),
        ("ke-hoach/yen-bai-131-kh-tu-2019/muc/E.5.1/", "report"),
        ("cam-ket/yen-bai-131-kh-tu-2019/ck-009/", "report"),
        ("cam-ket/tuyen-quang-112-kh-ubnd-2017/ck-075/", "report"),
    ],
)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_whatever_is_cited_has_every_form_without_a_script(page: str, kind: str, lang: str) -> None:
    """Text, BibTeX, RIS and CSL-JSON stand on the page, and its metadata say the same address."""
    from html import unescape

    page = f"{lang}{page}"
    text = html(f"{page}index.html")
    forms = dict(re.findall(r"<h3>([\w-]+)</h3>\n<pre[^>]*>(.*?)</pre>", text, re.DOTALL))
    (item,) = json.loads(unescape(forms["CSL-JSON"]))
    (url,) = re.findall(r'name="citation_public_url" content="([^"]*)"', text)

    assert set(forms) == {"BibTeX", "RIS", "CSL-JSON"}
    assert item["type"] == kind
    assert item["URL"] == url
    assert url.endswith(f"/{page}")
    assert f'<a href="{url}">' in text
    assert ("Nghị định 30/2020" in text or "Decree 30/2020" in text) == (kind == "report")


def test_each_number_of_a_dataset_leads_to_itself() -> None:
    """The address of a number is one press away, without a script."""
    text = html("du-lieu/tan-yen-58-bang-xa/index.html")
    cells = re.findall(r'<td class="number" id="(r\d+)"><a href="#(r\d+)">', text)

    assert len(cells) > 100
    assert all(own == led for own, led in cells)
