"""What machines find: each form is opened by a client of its own kind."""

from __future__ import annotations

import io
import json
import re
import struct
from html import unescape
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import frictionless
import pytest
import rdflib
from csvw import CSVW
from lxml import etree

from generator.exports.recipes import BOM
from generator.model.output import worked_out
from tests import portal
from tests.portal import html

SET = "tan-yen-58-bang-xa"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def made(path: str) -> bytes:
    output = worked_out(portal.outputs()[path])
    return output.recipe(output.given)


def test_every_csv_for_spreadsheets_begins_with_the_mark_of_utf8() -> None:
    """Excel garbles a CSV without it: only the CSV of Data Packages, whose page says so, has none."""
    bare = {
        path for path in portal.outputs() if path.endswith(".csv") and not made(path).startswith(BOM)
    }  # fmt: skip

    assert bare == {f"du-lieu/{id}/{id}.csv" for id in portal.facts().site.datasets}


def test_a_package_in_one_file_is_opened_by_the_standards_own_reader(tmp_path) -> None:
    """frictionless opens the zip as it is, finds it valid, and reads every row."""
    (tmp_path / "set.zip").write_bytes(made(f"du-lieu/{SET}/{SET}.zip"))
    package = frictionless.Package(str(tmp_path / "set.zip"))

    assert len(package.resources[0].read_rows()) == len(portal.facts().site.datasets[SET].rows)
    assert package.to_descriptor()["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert set(ZipFile(tmp_path / "set.zip").namelist()) == {"README.md", "datapackage.json", f"{SET}.csv"}


def test_a_reader_of_csv_on_the_web_reads_every_row_with_its_types(tmp_path) -> None:
    (tmp_path / f"{SET}.csv").write_bytes(made(f"du-lieu/{SET}/{SET}.csv"))
    (tmp_path / f"{SET}.csv-metadata.json").write_bytes(made(f"du-lieu/{SET}/{SET}.csv-metadata.json"))
    read = CSVW(str(tmp_path / f"{SET}.csv-metadata.json"), validate=True)
    rows = read.to_json()["tables"][0]["row"]

    assert read.is_valid
    assert len(rows) == len(portal.facts().site.datasets[SET].rows)


def test_the_catalogue_is_rdf_that_names_every_dataset_and_file() -> None:
    graph = rdflib.Graph().parse(data=made("dcat.jsonld"), format="json-ld")
    sets = set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))

    assert len(sets) == len(portal.facts().site.datasets)
    for known in sets:
        assert graph.value(known, rdflib.DCTERMS.title)
        files = list(graph.objects(known, DCAT.distribution))
        assert len(files) >= 7
        for file in files:
            address = str(graph.value(file, DCAT.downloadURL)).removeprefix(portal.facts().site.config.base_url)
            assert address in portal.outputs()
            assert graph.value(file, rdflib.DCTERMS.license)


def test_the_description_of_the_api_names_files_that_are_there() -> None:
    described = json.loads(made("api/v1/openapi.json"))
    refs = re.findall(r'"\$ref": "([^"]*)"', json.dumps(described))
    base = portal.facts().site.config.base_url
    plans = described["paths"].pop("/api/v1/plans/{plan}.json")

    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) - {f"/{path}" for path in portal.outputs()} == {"/api/v1/index.json"}
    assert {ref.removeprefix(base) for ref in refs} <= set(portal.outputs())
    assert plans["parameters"][0]["schema"]["enum"] == list(portal.facts().site.plans)


def test_browsers_can_add_the_search() -> None:
    """The form of OpenSearch, with a short name of at most 16 letters."""
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    for lang in ("", "en/"):
        told = ElementTree.fromstring(made(f"{lang}opensearch.xml"))
        assert 0 < len(told.findtext("o:ShortName", "", names)) <= 16
        assert told.find("o:Url", names).get("template").endswith(f"/{lang}tim-kiem/?q={{searchTerms}}")  # type: ignore[union-attr]


def test_llms_txt_leads_only_to_what_is_there() -> None:
    text = made("llms.txt").decode()
    base = portal.facts().site.config.base_url
    led = {found.removeprefix(base) for found in re.findall(r"\]\(([^)]*)\)", text)}
    known = {path.removesuffix("index.html") for path in portal.outputs()} | {"api/v1/index.json", "so-tay/"}

    assert text.startswith("# ")
    assert led - known == set()


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("bieu-do/yen-bai-131-kinh-phi-nguon-von/", {"Dataset", "BreadcrumbList"}),
        (f"du-lieu/{SET}/", {"Dataset", "BreadcrumbList"}),
        ("ke-hoach/yen-bai-131-kh-tu-2019/muc/E.5.1/", {"Legislation", "BreadcrumbList"}),
        ("cam-ket/yen-bai-131-kh-tu-2019/ck-009/", {"Legislation", "BreadcrumbList"}),
        ("en/chinh-sach/bhyt/", {"GovernmentService", "BreadcrumbList"}),
    ],
)
def test_a_page_says_in_json_ld_what_it_is(page: str, kinds: set[str]) -> None:
    """What programs read of it is JSON of schema.org; nothing in it ends the element that holds it."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html(f"{page}index.html"))
    items = [json.loads(block) for block in blocks]

    assert {item["@type"] for item in items} == kinds
    for item in items:
        assert item["@context"] == "https://schema.org"
        if item["@type"] == "Dataset":
            base = portal.facts().site.config.base_url
            assert item["name"]
            assert 50 <= len(item["description"]) <= 5000
            assert all(file["contentUrl"].removeprefix(base) in portal.outputs() for file in item["distribution"])
        if item["@type"] == "BreadcrumbList":
            assert [entry["position"] for entry in item["itemListElement"]] == [
                *range(1, len(item["itemListElement"]) + 1)
            ]


@pytest.mark.parametrize("page", ["", "ke-hoach/yen-bai-131-kh-tu-2019/", "en/bieu-do/yen-bai-131-kinh-phi-nguon-von/"])
def test_a_link_in_a_chat_shows_what_it_is(page: str) -> None:
    """Open Graph as chats read it: a title that fits, one sentence, and a picture of 1200 × 630 under 300 KB."""
    said = dict(re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)"', html(f"{page}index.html")))
    picture = made(said["image"].removeprefix(portal.facts().site.config.base_url))

    assert 0 < len(unescape(said["title"])) <= 90
    assert 0 < len(unescape(said["description"])) <= 200
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 300_000


@pytest.mark.parametrize("size", [180, 192, 512])
def test_the_icon_is_there_in_pixels(size: int) -> None:
    assert struct.unpack(">II", io.BytesIO(made(f"hinh/bieu-tuong-{size}.png")).getvalue()[16:24]) == (size, size)


@pytest.mark.parametrize("page", ["lich-bao-cao/", "ke-hoach/yen-bai-131-kh-tu-2019/", "co-quan/ubnd-huyen-tan-yen/"])
def test_calendars_are_announced(page: str) -> None:
    """What a page says for programs is named in its head, and is there."""
    links = dict(
        re.findall(r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="/([^"]*)"', html(f"{page}index.html"))
    )

    assert "text/calendar" in links
    assert set(links.values()) <= set(portal.outputs())


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_chart_can_be_shown_on_another_site(lang: str) -> None:
    """In a frame that runs no script and loads little; what a site needs for it is announced as oEmbed."""
    start = "" if lang == "vi" else f"{lang}/"
    page, base = html(f"{start}bieu-do/yen-bai-131-kinh-phi-nguon-von/index.html"), portal.facts().site.config.base_url
    (told,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" title="[^"]*" href="/([^"]*)"', page)
    offer = json.loads(made(told))
    (address,) = re.findall(r'<iframe src="([^"]*)"', offer["html"])
    frame = html(address.removeprefix(base))
    loaded = re.findall(r'<link rel="stylesheet" href="/([^"]*)"|srcset="/([^"]*)"', frame)

    assert (offer["version"], offer["type"]) == ("1.0", "rich")
    assert offer["html"] in unescape(page)
    assert "allow-scripts" not in offer["html"]
    assert "<script" not in frame
    assert base + f"{start}bieu-do/yen-bai-131-kinh-phi-nguon-von/" in frame
    assert len(frame.encode()) + sum(len(made(style or picture)) for style, picture in loaded) < 30_000


@pytest.mark.parametrize("plan", sorted(portal.facts().site.plans))
def test_a_plan_is_akoma_ntoso_of_the_standard_and_whole(plan: str) -> None:
    """Its own schema finds nothing, every provision is there by its id, and every word and cell of the plan."""
    whole = etree.fromstring(made(f"ke-hoach/{plan}/akn.xml"))
    schema = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas/akomantoso30.xsd"))
    own = portal.facts().site.plans[plan]
    name = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    told = {" ".join("".join(p.itertext()).split()) for p in whole.iter(f"{name}p")}
    blocks = [block for part in own.provisions for block in part.blocks[1 if part.title else 0 :]]
    words = [block.text for block in blocks if block.table is None]
    cells = [cell for block in blocks if block.table for row in block.table.rows for cell in row]

    assert schema.validate(whole), schema.error_log
    assert [part.get("eId") for part in whole.iter(f"{name}hcontainer")] == [part.id for part in own.provisions]
    assert [part.text for part in whole.iter(f"{name}heading")] == [part.title for part in own.provisions if part.title]
    assert {" ".join(text.split()) for text in (*words, *cells)} <= told | {text.partition(" ")[2] for text in told}
