"""The search index, asked by the reference of what the browser's script does."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from generator.derive.facts import Facts, derive
from generator.exports.search import SIZES, IndexEntry, Named, mark_of, outputs
from generator.model.places import Lookup
from generator.pages.front.abbreviations import shortened
from generator.pages.front.search_entries import entries_of
from generator.pages.parts.search_places import MERGED, bare, places_of, unpaged
from generator.pages.places.place import views as place_views
from generator.read.site import read_site
from generator.site.urls import URLS
from tests.reference_search import Index, Result, of_files, search
from tests.unit.small_duties import words
from tests.unit.small_site import PROJECT

PLACES = (
    Named(type="xã", name="Tân Yên", rank=12, href="dia-ban/x-n/", remark="tỉnh Bắc Ninh · hiện nay"),
    Named(type="xã", name="Tân Yên", rank=13, href="dia-ban/s#x-l", remark="tỉnh Sơn La · hiện nay"),
    Named(type="huyện", name="Tân Yên", rank=14, href="dia-ban/h/", remark="tỉnh Bắc Giang · đến 30/6/2025"),
    Named(type="xã", name="Tân Yến", rank=12, href="dia-ban/x-k/", remark="tỉnh Khác · hiện nay"),
    Named(type="xã", name="Tân Yên Bắc", rank=12, href="dia-ban/x-b/", remark="tỉnh Thử · hiện nay"),
    Named(type="tỉnh", name="Hoà Bình", rank=4, href="dia-ban/t/", remark="đến 30/6/2025"),
    Named(type="thành phố", name="Vinh", rank=14, href="dia-ban/v/", remark="tỉnh Nghệ An · đến 30/6/2025"),
    Named(type="huyện", name="Quan Hóa", rank=14, href="dia-ban/q/", remark="tỉnh Thanh Hóa"),
)
LONG = "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam các huyện, thành phố của tỉnh Tuyên Quang"
ENTRIES = (
    IndexEntry(
        kind="Kế hoạch", title="Kế hoạch A", href="k/", remark="", forms=("Kế hoạch giảm nghèo huyện Tân Yên", "58/KH")
    ),
    IndexEntry(kind="Cơ quan", title="Sở Y tế", href="s/", remark="", forms=("Sở Y tế tỉnh Thử", "Sở Y tế", LONG)),
    IndexEntry(kind="Cơ quan", title="Bảo hiểm", href="b/", remark="", forms=("Bảo hiểm xã hội", "BHXH")),
    IndexEntry(
        kind="Văn bản", title="Nghị quyết", href="n/", remark="", forms=("Nghị quyết số 46-NQ/TU", "46 - NQ/TU")
    ),
    IndexEntry(kind="Cam kết", title="Sở", href="d/", remark="", forms=("Sở Y tế báo cáo về bảo hiểm y tế",)),
    IndexEntry(kind="Cam kết", title="Bao", href="c/", remark="", forms=("Báo hiếm",)),
)


def index_of(places: tuple[Named, ...] = PLACES, entries: tuple[IndexEntry, ...] = ENTRIES) -> Index:
    made = outputs(places, "Địa bàn", entries, "vi", ("vi", "en"))
    return of_files({one.path: one.recipe(one.given) for one in made}, URLS.search_index())


@cache
def facts() -> Facts:
    site, _ = read_site(PROJECT)
    assert site is not None
    return derive(site)


@cache
def files(lang: str) -> dict[str, bytes]:
    """The index of this repository's own content in a language; its charts are left out."""
    said = words()[lang]
    made = outputs(
        places_of(facts(), said), said["search.place"], entries_of(facts(), (), lang, said), lang, ("vi", "en")
    )
    return {one.path: one.recipe(one.given) for one in made}


@cache
def real(lang: str = "vi") -> Index:
    return of_files(files(lang), URLS.search_index() if lang == "vi" else f"{lang}/{URLS.search_index()}")


def hrefs(question: str, index: Index | None = None, pages: int = 1) -> list[str]:
    found, _ = search(index or index_of(), question, pages)
    return [one.href for one in found]


def first(question: str) -> Result:
    return search(real(), question)[0][0]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("tan yen", ["dia-ban/x-n/", "dia-ban/x-k/", "dia-ban/s#x-l", "dia-ban/h/", "dia-ban/x-b/", "k/"]),
        ("Tân Yến", ["dia-ban/x-k/", "dia-ban/x-n/", "dia-ban/s#x-l", "dia-ban/h/", "k/", "dia-ban/x-b/"]),
        ("huyen tan yen", ["dia-ban/h/", "dia-ban/x-n/", "dia-ban/x-k/", "dia-ban/s#x-l", "dia-ban/x-b/", "k/"]),
        ("H. Tân Yên", ["dia-ban/h/", "dia-ban/x-n/", "dia-ban/s#x-l", "dia-ban/x-k/", "dia-ban/x-b/", "k/"]),
        ("Tân Yên, Bắc Giang", ["dia-ban/h/"]),
        ("xã Tân Yên Sơn La", ["dia-ban/s#x-l"]),
        ("tân yên b", ["dia-ban/x-n/", "dia-ban/h/", "dia-ban/x-b/", "k/"]),
        ("Hòa Bình", ["dia-ban/t/"]),
        ("vinh nghe an", ["dia-ban/v/"]),
        ("quan hoa", ["dia-ban/q/", "dia-ban/t/"]),
        ("Quận Hóa", ["dia-ban/q/", "dia-ban/t/"]),
        ("Sở Y tế", ["s/", "d/"]),
        (LONG, ["s/"]),
        ("bảo hiểm", ["b/", "d/", "c/"]),
        ("báo hiếm", ["c/", "b/", "d/"]),
        ("bao hi", ["b/", "d/", "c/"]),
        ("46-nq/tu", ["n/"]),
        ("nghị quyết 46", ["n/"]),
        ("tu 46", ["n/"]),
        ("bhxh", ["b/"]),
        ("x", []),
        ("…", []),
        ("không có gì", []),
    ],
)
def test_questions_find_what_is_meant_in_this_order(question: str, found: list[str]) -> None:
    """The very name goes first, with the same marks before others and with the same kind of unit before others."""

    assert hrefs(question) == found


def test_the_order_in_which_places_come_makes_no_difference() -> None:
    """The index is the same bytes from the same names."""
    forth, back = (outputs(some, "Địa bàn", ENTRIES, "vi", ("vi",)) for some in (PLACES, tuple(reversed(PLACES))))

    assert [(one.path, one.recipe(one.given)) for one in forth] == [(one.path, one.recipe(one.given)) for one in back]


def test_an_empty_site_has_an_index_too() -> None:
    """A project without a place or a plan is searched like any other."""

    assert hrefs("tan yen", index_of((), ())) == []


def test_the_mark_of_a_name_is_made_of_all_its_words() -> None:
    """Long names stand in the index as their first two syllables and a number (FNV-1a of `a`: 0xe40c292c)."""

    assert int(mark_of(["a"]).removeprefix("a="), 36) == 0xE40C292C
    assert mark_of(["so", "y", "te"]).startswith("so y=")
    assert mark_of(["so", "y", "te"]) != mark_of(["so", "y", "ta"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TT Nhã Nam", "Nhã Nam"),
        ("TT. Nhã Nam", "Nhã Nam"),
        ("Thị xã Mường Lay", "Mường Lay"),
        ("Xã", "Xã"),
        ("Huế", "Huế"),
    ],
)
def test_a_name_is_told_from_the_kind_of_unit(written: str, name: str) -> None:
    """Spellings of records may say the kind of unit; the index says it apart."""

    assert bare(written) == name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_any_printed_form_of_an_agency_or_document_finds_it(lang: str) -> None:
    """One search leads to the one entity, whichever of its names is typed; forms that several share lead to each."""
    site = facts().site
    forms: dict[tuple[str, ...], set[str]] = {}
    asked: dict[str, str] = {}
    from generator.derive.folding import syllables

    for agency in site.agencies.values():
        for form in (agency.name["vi"], agency.name[lang], *agency.aliases):
            forms.setdefault(tuple(one.plain for one in syllables(form)), set()).add(f"co-quan/{agency.id}/")
            asked[form] = f"co-quan/{agency.id}/"
    for document in site.documents.values():
        printed = (one.printed for one in facts().mentions_of[document.id])
        for form in (document.name["vi"], document.name[lang], document.number or document.name[lang], *printed):
            forms.setdefault(tuple(one.plain for one in syllables(form)), set()).add(f"van-ban/{document.id}/")
            asked[form] = f"van-ban/{document.id}/"
    wrong = []
    for form, href in asked.items():
        alike = forms[tuple(one.plain for one in syllables(form))]
        found = [one for one in hrefs(form, real(lang), 3) if not one.startswith("dia-ban/")]
        if href not in found[: len(alike) + 5]:
            wrong.append((form, href, found[:3]))

    assert len(asked) > 400
    assert wrong == []


def test_every_unit_is_found_by_its_type_and_name() -> None:
    """Each twentieth unit of the whole table of names, among those that share its name, leads to where it stands."""
    some = places_of(facts(), words()["vi"])[::20]
    wrong = [one for one in some if one.href not in hrefs(f"{one.type} {one.name}", real(), 5)]

    assert wrong == []


def test_a_unit_without_a_page_stands_on_the_page_of_its_province() -> None:
    """Where search leads, the unit is named; a former commune on the line of that of today that holds its ground."""
    listed = unpaged(facts(), words()["vi"])
    every = {f"dia-ban/{province}/#{one.anchor}": one for province, some in listed.items() for one in some}
    own = facts().site.places
    only_listed: list[Lookup] = [one for one in facts().site.lookup if one.id not in own]
    today = {href for href, one in every.items() if not one.elsewhere}
    line = {one.anchor: one for one in every.values()}

    assert {f"dia-ban/{one.province}/#{one.id}" for one in only_listed} == set(every)
    assert {one.href for one in places_of(facts(), words()["vi"]) if "#" in one.href} == today
    merged = [one for one in only_listed if one.until == MERGED and one.communes and one.communes[0] not in own]
    assert len(merged) > 8_000
    assert [one for one in merged if f"{one.type} {one.name}" not in line[one.communes[0]].formed] == []


def test_a_district_names_the_communes_that_were_under_it() -> None:
    """Whoever lands on a former district goes on from the name of their commune to what it became."""
    own = facts().site.places
    named = {
        view.path: {one.anchor for group in view.unpaged_former for one in group.units}
        for view in place_views(facts(), "vi", words()["vi"])
    }
    under = {
        f"dia-ban/{place.id}/": {
            one.id
            for one in facts().site.lookup
            if one.id not in own and one.parent_name.partition(", ")[0] == place.full_name
            if one.province == place.parent
        }
        for place in own.values()
        if place.level == "district"
    }

    assert sum(map(len, under.values())) > 400
    assert {path: named[path] for path in under} == under


def test_files_are_small() -> None:
    """A question is answered from a few files of a few kilobytes."""
    sizes = {path.rpartition("/")[2]: len(body) for path, body in files("vi").items()}

    assert sizes["goc.json"] < 10_000
    assert max(size for name, size in sizes.items() if name.startswith("ten")) < SIZES["ten"] + 12_000  # a name of many
    assert max(size for name, size in sizes.items() if name.startswith(("tu", "muc"))) < SIZES["ten"]


@pytest.mark.parametrize(
    "question",
    [
        "Yên Bái", "yen bai", "Mù Cang Chải", "Mù Căng Chải", "Tân Yên", "TT Nhã Nam", "Hà Tây", "huyen tan yen",
        "tan yen bac giang", "46-NQ/TU", "bảo hiểm y tế", "vay von", "ho ngheo", "UBND huyện Tân Yên",
        "phường 1", "phuong 1 tan an", "tan lap", "quang trung", "ho ngheo xa tan lap",
    ],
)  # fmt: skip
def test_a_new_question_costs_little(question: str) -> None:
    """The first question of a visit fetches at most 60 KB, not counting compression."""
    index = of_files(files("vi"), URLS.search_index())
    search(index, question)

    assert sum(index.asked.values()) <= 60_000, index.asked


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Yên Bái", ["dia-ban/tinh-yen-bai-den-2025/", "dia-ban/tinh-lao-cai/#phuong-yen-bai-lao-cai",
                     "dia-ban/thanh-pho-yen-bai-yen-bai-den-2025/"]),
        ("yen bai", ["dia-ban/tinh-yen-bai-den-2025/"]),
        ("Mù Cang Chải", ["dia-ban/tinh-lao-cai/#xa-mu-cang-chai-lao-cai",
                          "dia-ban/huyen-mu-cang-chai-yen-bai-den-2025/"]),
        ("Mù Căng Chải", ["dia-ban/huyen-mu-cang-chai-yen-bai-den-2025/"]),
        ("Tân Yên", ["dia-ban/xa-tan-yen-bac-ninh/", "dia-ban/tinh-son-la/#xa-tan-yen-son-la",
                     "dia-ban/huyen-tan-yen-bac-giang-den-2025/"]),
        ("TT Nhã Nam", ["dia-ban/thi-tran-nha-nam-tan-yen-den-2019/", "dia-ban/thi-tran-nha-nam-tan-yen-den-2025/"]),
        ("Hà Tây", ["dia-ban/tinh-ha-tay-den-2008/", "dia-ban/thanh-pho-hai-phong/#xa-ha-tay-hai-phong"]),
    ],
)  # fmt: skip
def test_places_are_found_by_old_and_new_names(question: str, found: list[str]) -> None:
    """The units that people mean are there, a province first, then those of today."""

    assert hrefs(question, real())[: len(found)] == found


def test_marks_may_be_left_out() -> None:
    """`yen bai` finds what `Yên Bái` finds."""

    assert set(hrefs("Yên Bái", real())[:4]) == set(hrefs("yen bai", real())[:4])


def test_namesakes_are_told_apart_by_type_parent_and_period() -> None:
    """No two of the places named Tân Yên read the same."""
    found = [one for one in search(real(), "Tân Yên")[0] if one.kind == words()["vi"]["search.place"]]

    assert len(found) >= 5
    assert len({(one.title, one.remark) for one in found}) == len(found)
    assert first("huyện Tân Yên").title == "huyện Tân Yên"
    assert "tỉnh Bắc Giang · đến 30/6/2025, nay thuộc tỉnh Bắc Ninh" in first("huyện Tân Yên").remark


@pytest.mark.parametrize(
    "question", ["Yên Bái", "yen bai", "Mù Cang Chải", "Mù Căng Chải", "Tân Yên", "TT Nhã Nam", "Hà Tây"]
)
def test_every_unit_that_is_found_tells_its_type_its_parent_and_its_period(question: str) -> None:
    """A title begins with the kind of unit; a remark says what a unit is part of, and until when it stood."""
    found = [one for one in search(real(), question)[0] if one.kind == words()["vi"]["search.place"]]
    types = {one.type for one in facts().site.places.values()} | {one.type for one in facts().site.lookup}

    assert found
    for one in found:
        told = [part for part in one.remark.split(" · ") if not part.startswith("tức ")]

        assert any(one.title.startswith(f"{kind} ") for kind in types)
        assert any(part == "hiện nay" or part.startswith("đến ") for part in told)
        assert one.title.startswith(("tỉnh ", "thành phố ")) or re.match(r"(xã|huyện|thị xã|thành phố|tỉnh) ", told[0])


def test_a_unit_of_today_tells_of_the_plans_of_what_it_was() -> None:
    """Plan 58 covers the communes that Tân Yên was made of: search does not say that there is no plan."""
    notes = {named.href: named.note for named in places_of(facts(), words()["vi"])}

    assert notes["dia-ban/xa-tan-yen-bac-ninh/"] == "1 kế hoạch được đăng, lập cho đơn vị cũ"
    assert notes["dia-ban/tinh-lao-cai/"] == "1 kế hoạch được đăng, lập cho đơn vị cũ"
    assert notes["dia-ban/huyen-tan-yen-bac-giang-den-2025/"] == "1 kế hoạch được đăng"
    assert notes["dia-ban/tinh-lao-cai/#xa-mu-cang-chai-lao-cai"].endswith("Tỉnh Lào Cai: 1 kế hoạch")
    assert notes["dia-ban/tinh-an-giang/"] == "chưa có kế hoạch nào được đăng"


@pytest.mark.parametrize(
    ("question", "href"),
    [
        ("bhyt", "chinh-sach/bhyt/"),
        ("the bhyt", "chinh-sach/bhyt/"),
        ("bảo hiểm y tế", "chinh-sach/bhyt/"),
        ("nha tam", "chinh-sach/nha-o/"),
        ("xóa nhà tạm", "chinh-sach/nha-o/"),
        ("vay von", "chinh-sach/tin-dung/"),
        ("hoc phi", "chinh-sach/hoc-phi/"),
        ("học nghề", "chinh-sach/hoc-nghe-viec-lam/"),
        ("xuat khau lao dong", "chinh-sach/xuat-khau-lao-dong/"),
        ("trợ cấp xã hội", "chinh-sach/tro-giup-xa-hoi/"),
        ("30a", "chinh-sach/huyen-ngheo-30a/"),
    ],
)
def test_a_support_is_first_by_the_name_that_people_type(question: str, href: str) -> None:
    """Whoever asks for a support by its common or short name is led to its page before anything else."""

    assert hrefs(question, real())[0] == href


@pytest.mark.parametrize(
    ("question", "agency"),
    [
        ("UBND tỉnh Yên Bái", "ubnd-tinh-yen-bai"), ("ubnd huyen tan yen", "ubnd-huyen-tan-yen"),
        ("MTTQ tỉnh Sơn La", "ban-thuong-truc-ub-mttq-tinh-son-la"),
    ],
)  # fmt: skip
def test_a_body_comes_first_by_the_letters_that_all_know(question: str, agency: str) -> None:
    """Before the many lines that name it."""
    assert hrefs(question, real())[0] == f"co-quan/{agency}/"


@pytest.mark.parametrize("question", ["Sở LĐTBXH", "so ldtbxh", "Sở LĐ-TB&XH", "So LD-TBXH", "Sở Lao động"])
def test_a_department_is_found_by_its_short_name(question: str) -> None:
    """Plans print the name in full or in part; people type its letters, and the agencies come first."""
    departments = {one.id for one in facts().site.agencies.values() if one.name["vi"].startswith("Sở Lao động")}
    found = hrefs(question, real())[: len(departments)]

    assert {one.split("/")[1] for one in found} == departments


def test_names_are_made_short_as_people_type_them() -> None:
    """The letters of a long name stand for it, whatever signs were printed between its words."""
    found = shortened(("Sở Lao động - Thương binh và Xã hội tỉnh Thử", "UBND xã"))

    assert found[:3] == ("Sở Lao động - Thương binh và Xã hội tỉnh Thử", "UBND xã", "Sở LĐTBXH tỉnh Thử")
    assert "Sở LĐ-TB&XH tỉnh Thử" in found
    assert len(found) == len(set(found))


def answered(kept: bool) -> float:
    """The share of questions whose right answer is among the first three: an address, or words of a title."""
    with (Path(__file__).parents[1] / "questions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if bool(row["kept"]) == kept]
    good = 0
    for row in rows:
        index = of_files(files("vi"), URLS.search_index())
        found, _ = search(index, row["question"])
        good += any(row["found"] == one.href or row["found"].lower() in one.title.lower() for one in found[:3])
        assert sum(index.asked.values()) <= 60_000, row
    assert len(rows) >= 25
    return good / len(rows)


@pytest.mark.parametrize("kept", [False, True])
def test_questions_of_real_kinds_are_answered(kept: bool) -> None:
    """`tests/questions.csv`; those marked `kept` were not looked at while the search was tuned."""
    assert answered(kept) >= 0.95
