"""What tells who a private person is, is found in every kind of input; what only looks like it is not.

The corpus is made up here, the same every time: nobody's number or name stands in it. A row of POSITIVE or LOOK_ALIKE
is a kind of words; `{…}` is filled with many numbers and names.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.persons import persons
from tests.projects import REPOSITORY

from .edits import Edit, append, change, put, replace, write
from .runner import checked
from .test_words import PLAN, SERIES

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Lý Nông Lò Giàng Vàng Triệu"
GIVEN = "An Bình Chi Dung Hà Hạnh Khánh Lan Mỷ Nga Páo Sáng Tâm Thắm Vân Xuyến"
POSITIVE = {
    "identity": (
        "{id12}", "số {id12}", "CCCD: {id12}", "căn cước công dân số {id12}", "CMND số {id9}", "CMND {id9s}",
        "chứng minh nhân dân: {id9}", "định danh cá nhân {id12s}", "identity card no. {id9}", "hộ chiếu B{d7}",
        "passport number C{d7}", "mã số {id12s}.",
    ),
    "insurance": (
        "BHXH {d10}", "số BHXH: {d10}", "mã số bảo hiểm xã hội {d10}", "thẻ BHYT HN{d13}", "HN {d1} 27 {d3} {d3} {d4}",
        "thẻ bảo hiểm y tế số DT{d13}", "health insurance number {d10}",
    ),
    "telephone": (
        "{mobile}", "ĐT: {mobile}", "gọi {mobiles}", "điện thoại +84 {mobile9}", "(0204) {d3} {d4}", "0204.{d3}.{d4}",
        "0084 {mobile9}", "Zalo {mobiled}", "024 {d4} {d4}", "tel. {mobile}, gặp bà Lan",
    ),
    "account": (
        "STK {d10}", "số tài khoản {d13}", "tài khoản số: {d4} {d4} {d4}", "tài khoản 101{d9} tại ngân hàng",
        "bank account number {d10}",
    ),
    "birth": (
        "sinh ngày {date}", "Ngày sinh: {date}", "ngày, tháng, năm sinh: {date}", "born on 4 May 19{d2}",
        "{name}, sinh năm {born}", "{name} (sinh {date})", "{name} ({born})", "{name}; SN {born}", "{name}, {date}",
        "{name} | {date} | hộ nghèo",
    ),
    "household": (
        "hộ ông {name}", "hộ bà {name} ở thôn 3", "chủ hộ: {name}", "hộ gia đình anh {name}", "hộ nghèo: bà {name}",
        "gồm các hộ nghèo: {name}, {name}, {name}", "Danh sách hộ nghèo\n\n1. {name}\n2. {name}\n3. {name}\n",
        "Hộ cận nghèo của thôn:\n- {name}\n- {name}\n- {name}\n- {name}\n", "head of household: {name}",
        "| Chủ hộ | Số khẩu |\n|---|---|\n| {name} | 4 |\n| {name} | 3 |\n| {name} | 5 |\n",
        "các hộ nghèo được hỗ trợ: ông {name}; bà {name}; bà {name}",
    ),
}  # fmt: skip
LOOK_ALIKE = (
    "Kế hoạch số {d3}/KH-UBND ngày {day}/2018", "Quyết định {d4}/QĐ-TTg", "{d3}.{d3}.{d3} đồng", "{d3} {d3} hộ",
    "{d2},{d2}% năm 2018", "2017-2020 và 2021-2025", "mã {d5}, {d5}; {d5}", "https://example.org/tin/0912{d7}",
    "sha256 {hex}", "tọa độ 21.{d7}, 105.{d7}", "ISBN 978-{d10}", "doi:10.{d4}/s{d9}", "học sinh ngày 20/11/2018",
    "khai sinh ngày {day}/2018", "vệ sinh ngày {day}/2018", "trẻ sinh năm 2018: {d3} trẻ", 
    "hộ nghèo năm {year}: {d4} hộ",
    "Chủ tịch {name}", "(Đã ký) {name}", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH {name}", "ông {name}, Giám đốc Sở Nội vụ",
    "1. Ông {name}, Phó Chủ tịch - Trưởng ban\n2. Bà {name}, Giám đốc Sở\n3. Ông {name}, Trưởng phòng\n",
    "các phường Trần Phú, Lê Lợi, Hoàng Văn Thụ, Nguyễn Văn Cừ", "Lê Hồng Phong\nTrần Phú\nLý Thường Kiệt\n",
    "xã Hồ Thị Kỷ, xã Võ Thị Sáu, huyện Trần Văn Thời", "hộ nghèo thuộc các xã: Trần Phú, Lê Lợi, Lý Nhân",
    "hộ dân tộc Thái, Mông, Dao", "hộ nghèo xã Lê Lợi", "hộ ông bà sống ở thôn", "tài khoản của quỹ", 
    "số tài khoản 111",
    "BHYT cho {d3}.{d3} người", "cấp {d3} {d3} thẻ BHYT", "tỷ lệ tham gia BHXH {d2},{d2}%", 
    "năm {year}, {year}, {year}",
    "biểu {d2}/LĐTBXH", "0,{d3} 0,{d3} 0,{d3}", "(0{d1}) {d2}", "vốn {d3}.{d3},{d3} triệu đồng", "{d6}, {d6}, {d6}",
    "QCVN 01-1:2018/BYT", "điện thoại di động: {d2}% số hộ", "mục {d1}.{d1}.{d1}", "{year}-0{d1}-1{d1}", "{d9} đồng",
    "giai đoạn {day}/2016 đến {day}/2020", "Đường Nguyễn Văn Linh {d3} m", "dòng 0{d3}, cột {d2}", "1{d11}", 
    "{d4} {d4} {d4}",
)  # fmt: skip


def filled(words: str, chance: random.Random) -> str:
    """Words with numbers and names that nobody bears put in."""

    def digits(count: int) -> str:
        return "".join(chance.choice("0123456789") for _ in range(count))

    mobile = chance.choice("35789") + digits(8)
    identity = "0" + digits(11)
    values: dict[str, Callable[[], str]] = {
        **{f"d{count}": lambda count=count: digits(count) for count in range(1, 14)},  # type: ignore[misc]
        "id12": lambda: identity,
        "id12s": lambda: " ".join(identity[at : at + 3] for at in range(0, 12, 3)),
        "id9": lambda: digits(9),
        "id9s": lambda: f"{digits(3)} {digits(3)} {digits(3)}",
        "mobile": lambda: f"0{mobile}",
        "mobile9": lambda: mobile,
        "mobiles": lambda: f"0{mobile[:3]} {mobile[3:6]} {mobile[6:]}",
        "mobiled": lambda: f"0{mobile[:2]}-{mobile[2:5]}-{mobile[5:]}",
        "day": lambda: f"{chance.randint(1, 28)}/{chance.randint(1, 12)}",
        "date": lambda: f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1940, 2012)}",
        "born": lambda: str(chance.randint(1930, 1999)),
        "year": lambda: str(chance.randint(2010, 2026)),
        "hex": lambda: f"{chance.getrandbits(256):064x}",
        "name": lambda: " ".join(
            (chance.choice(SURNAMES.split()), chance.choice(("Văn", "Thị", "Thị")), chance.choice(GIVEN.split()))
        ),
    }
    for name, make in values.items():
        while f"{{{name}}}" in words:
            words = words.replace(f"{{{name}}}", make(), 1)
    return words


def wide(words: str) -> str:
    """Digits as wide as the signs of Chinese."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign in "0123456789" else sign for sign in words)


def escaped(words: str) -> str:
    """Digits that escapes of HTML stand for."""
    return "".join(f"&#{ord(sign)};" if sign in "0123456789" else sign for sign in words)


GUISES: tuple[Callable[[str], str], ...] = (str, wide, escaped, lambda words: f"Theo báo cáo: {words} (trang 2).")
TIMES = 12


def corpus(rows: tuple[str, ...], seed: int) -> list[str]:
    """Each row many times, each time with other numbers, in every guise."""
    chance = random.Random(seed)
    return [guise(filled(row, chance)) for row in rows for guise in GUISES for _ in range(TIMES)]


@pytest.mark.parametrize("kind", POSITIVE)
def test_of_a_hundred_persons_ninety_nine_are_found(kind: str) -> None:
    """Whatever stands around a number or name, and whatever digits it is written in."""
    tried = corpus(POSITIVE[kind], 1)
    missed = [words for words in tried if not any(persons(words))]

    assert len(missed) <= 0.01 * len(tried), missed[:10]


def test_of_a_hundred_look_alikes_one_is_taken_for_a_person_at_most() -> None:
    """Documents, sums, codes, places that bear a person's name, officials with their office."""
    tried = corpus(LOOK_ALIKE, 2)
    wrong = [(words, told) for words in tried for told in persons(words)]

    assert len(wrong) <= 0.01 * len(tried), wrong[:20]


def test_nothing_that_the_portal_holds_is_taken_for_a_person() -> None:
    """Plans, records, datasets, pages, the handbook and the words of the theme: some ten thousand lines."""
    files = [path for top in ("content", "datasets", "themes") for path in sorted((REPOSITORY / top).rglob("*"))]
    texts = [path for path in files if path.suffix in (".md", ".yaml", ".json", ".csv", ".txt")]
    told = [(path.name, *found) for path in texts for found in persons(path.read_text("utf-8"), path.suffix == ".csv")]

    assert len(texts) > 500
    assert told == []


BAD = "0912 345 678"


@pytest.mark.parametrize(
    ("edit", "file"),
    [
        (append("content/handbook/vi/index.md", f"\nGọi {BAD}.\n"), "content/handbook/vi/index.md"),
        (append("content/pages/gioi-thieu.vi.md", f"\nGọi {BAD}.\n"), "content/pages/gioi-thieu.vi.md"),
        (append("content/pages/gioi-thieu.en.md", "\nGọi &#48;912345678.\n"), "content/pages/gioi-thieu.en.md"),
        (append(f"{SERIES}/README.md", f"\nGọi {wide(BAD)}.\n"), f"{SERIES}/README.md"),
        (append(f"{SERIES}/README.md", "\nHộ ông Nguyễn Văn An.\n"), f"{SERIES}/README.md"),
        (put(f"{SERIES}/datapackage.json", "title", f"Thử {BAD}"), f"{SERIES}/datapackage.json"),
        (change(f"{SERIES}/thu-nhieu-nam.csv", lambda text: text.replace(",Thử,", ",0912345678,", 1)),
         f"{SERIES}/thu-nhieu-nam.csv"),
        (append("datasets/don-vi-hanh-chinh/units.csv", f"x,{BAD},,,,,\n"), "datasets/don-vi-hanh-chinh/units.csv"),
        (replace(f"{PLAN}/text.md", "\n\n", f"\n\nHộ bà Trần Thị Lan, {BAD}\n\n"), f"{PLAN}/text.md"),
        (append(f"{PLAN}/notes.yaml", f"# {BAD}\n"), f"{PLAN}/notes.yaml"),
        (append("themes/base/locales/vi/frame.yaml", f"# {BAD}\n"), "themes/base/locales/vi/frame.yaml"),
        (replace("site.yaml", "vi: ", f"vi: {BAD} "), "site.yaml"),
        (write("content/handbook/vi/x.png", b"\x89PNG\r\n\x1a\n\0\0\0\x20tEXtAuthor\0CMND 123456789"),
         "content/handbook/vi/x.png"),
        (write("content/handbook/vi/y.jpg", b"\xff\xd8\xff\xe1Exif\0\0" + "Trần Thị Lan (1971)".encode("utf-16-le")),
         "content/handbook/vi/y.jpg"),
    ],
)  # fmt: skip
def test_a_person_is_told_in_every_kind_of_input(edit: Edit, file: str, project: Path) -> None:
    """With the file, and the line where the input has lines."""
    edit(project)
    result = checked(project)

    assert ("private-data", file) in {(code, name) for code, name, _ in result.told}, result.detail


def test_what_is_recorded_as_public_is_no_private_person(project: Path) -> None:
    """The number of an office, an official by name: with the record that says so, in site.yaml."""
    append("content/pages/gioi-thieu.vi.md", f"\nVăn phòng: {BAD}.\n")(project)
    append("site.yaml", f'\npublic_persons:\n  "{BAD.replace(" ", ".")}": Văn phòng của cổng thử\n')(project)

    assert checked(project).kind == "accepted", checked(project).detail
