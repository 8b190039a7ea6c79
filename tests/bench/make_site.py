"""Writes a project of as many plans and places as asked for; the same arguments give the same bytes.

python tests/bench/make_site.py FOLDER [--plans N] [--places M] [--seed S]
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
YEARS = range(2016, 2021)
TALK = """
    thực hiện kế hoạch giảm nghèo bền vững trên địa bàn hỗ trợ hộ nghèo vay vốn sản xuất nhà ở bảo hiểm y tế giáo dục
    đào tạo nghề tạo việc làm nước sạch vệ sinh thông tin tuyên truyền vận động các cấp các ngành phối hợp kiểm tra giám
    sát báo cáo kết quả hằng năm đúng đối tượng công khai dân chủ minh bạch nguồn lực cộng đồng
"""
COLUMNS = (
    "place", "place_name", "year", "indicator", "value", "value_printed", "unit", "status", "standard", "producer",
    "source", "note", "row", "order", "serial_printed", "source_line",
)  # fmt: skip
CHANGES = "day,before,after,relation,basis,note,sources"
TOP = "tinh-do"


def both(words: str) -> dict[str, str]:
    return {"vi": words, "en": words}


def make(folder: Path, plans: int, places: int, seed: int) -> None:
    """Write the project. A folder that is there already is replaced if this program made it."""
    if folder.exists():
        if not (folder / "made-to-measure").exists():
            raise SystemExit(f"{folder} is there already")
        shutil.rmtree(folder)
    dice = random.Random(seed)
    write(folder / "made-to-measure", "")
    write(folder / "site.yaml", {
        "title": both("Cổng để đo"), "tagline": both("Một cổng dựng ra để đo."), "operator": both("Bộ đo"),
        "as_of": "2021-01-01", "base_url": "https://measured.example.org/", "languages": ["vi", "en"], "theme": "base",
    })  # fmt: skip
    shutil.copytree(REPOSITORY / "content/handbook", folder / "content/handbook")
    for page in sorted((REPOSITORY / "content/pages").glob("*.md")):
        headings = [line for line in page.read_text("utf-8").splitlines() if line.startswith("#")]
        write(folder / "content/pages" / page.name, "".join(f"{line}\n\nĐể đo.\n\n" for line in headings))
    units = records(folder, places)
    dataset(folder, units, dice)
    for number in range(plans):
        plan(folder, number + 1, units, dice)


def records(folder: Path, places: int) -> list[dict[str, str]]:
    """Units, and the records that plans and numbers name."""
    write(folder / "content/references/bo-do.yaml", {
        "title": "Bộ đo", "publisher": "Bộ đo", "where": "make_site.py", "retrieved": "2021-01-01",
        "confidence": "high",
    })  # fmt: skip
    write(folder / "content/agencies/ubnd-tinh-do.yaml", {
        "name": both("Ủy ban nhân dân tỉnh Đo"), "system": "state", "level": "province", "place": TOP,
    })  # fmt: skip
    write(folder / "content/standards/chuan-do.yaml", {
        "name": both("Chuẩn để đo"), "short": both("chuẩn đo"), "kind": "multidimensional", "valid_from": "2016-01-01",
    })  # fmt: skip
    for id, unit, name in (
        ("tong-so-ho", "households", "Tổng số hộ"), ("so-ho-ngheo", "households", "Số hộ nghèo"),
        ("ty-le-ho-ngheo", "percent", "Tỷ lệ hộ nghèo"), ("muc-giam-ty-le-ho-ngheo", "percentage_point", "Mức giảm"),
    ):  # fmt: skip
        own = {"name": both(name), "short": both(name.lower()), "unit": unit, "definition": both(f"{name}.")}
        write(folder / f"content/indicators/{id}.yaml", own)
    units = [place_row(TOP, "Đo", "tỉnh", "province", "")]
    for number in range(places):
        district = f"huyen-do-{number // 20 + 1}"
        if number % 20 == 0:
            units.append(place_row(district, f"Huyện số {number // 20 + 1}", "huyện", "district", TOP))
        units.append(place_row(f"xa-do-{number + 1}", f"Xã số {number + 1}", "xã", "commune", district))
    rows = [{**one, "code": str(10000 + number)} for number, one in enumerate(units)]
    table(folder / "datasets/don-vi-hanh-chinh/units.csv", rows)
    write(folder / "datasets/don-vi-hanh-chinh/changes.csv", f"{CHANGES}\n")
    write(folder / "datasets/don-vi-hanh-chinh/README.md", "# Đơn vị để đo\n")
    return units


def place_row(id: str, name: str, kind: str, level: str, parent: str) -> dict[str, str]:
    return {
        "id": id, "code": "", "name": name, "type": kind, "level": level, "parent": parent, "valid_from": "2000-01-01",
        "valid_to": "", "from_known": "true", "aliases": "", "note": "", "sources": "bo-do",
    }  # fmt: skip


def dataset(folder: Path, units: list[dict[str, str]], dice: random.Random) -> None:
    """Counts and rates of every unit in every year."""
    rows = []
    for one in units:
        households = dice.randrange(800, 4000)
        for year in YEARS:
            poor = dice.randrange(20, households // 4)
            rate = f"{poor / households * 100:.2f}"
            for indicator, value, unit in (
                ("tong-so-ho", str(households), "households"), ("so-ho-ngheo", str(poor), "households"),
                ("ty-le-ho-ngheo", rate, "percent"),
            ):  # fmt: skip
                rows.append(dict.fromkeys(COLUMNS, "") | {
                    "place": one["id"], "place_name": one["name"], "year": str(year), "indicator": indicator,
                    "value": value, "value_printed": value.replace(".", ","), "unit": unit, "status": "result",
                    "standard": "chuan-do", "producer": "ubnd-tinh-do", "source": "bo-do", "row": "unit",
                })  # fmt: skip
    home = folder / "datasets/so-lieu-do"
    table(home / "so-lieu-do.csv", rows)
    write(home / "README.md", "# Số liệu để đo\n")
    kinds = {"year": "integer", "value": "number", "order": "integer", "source_line": "integer"}
    described = [{"name": one, "type": kinds.get(one, "string"), "description": one} for one in COLUMNS]
    write(home / "datapackage.json", {
        "name": "so-lieu-do", "title": "Numbers to measure with", "description": "Sown by a program.",
        "licenses": [{"name": "CC0-1.0", "title": "CC0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "sources": [{"title": "make_site.py"}],
        "resources": [{
            "name": "so-lieu-do", "path": "so-lieu-do.csv", "profile": "tabular-data-resource",
            "schema": {"fields": described},
        }],
        "portal": {
            "title": both("Số liệu để đo"), "description": both("Do máy gieo."), "provenance": both("Do máy gieo."),
            "plan": None, "table": None, "references": ["bo-do"], "columns": {one: both(one) for one in COLUMNS},
        },
    })  # fmt: skip


def plan(folder: Path, number: int, units: list[dict[str, str]], dice: random.Random) -> None:
    """A plan of some forty provisions, a target and a table of nothing."""
    id, aim = f"tinh-do-{number}-kh-ubnd-2018", dice.randrange(11, 59) / 10
    goal = f"Giảm tỷ lệ hộ nghèo {str(aim).replace('.', ',')}% trong năm 2018"
    text = ["{#dau-van-ban} ỦY BAN NHÂN DÂN TỈNH ĐO", f"Số: {number}/KH-UBND", "", "# KẾ HOẠCH {#tieu-de}", ""]
    text += [f"Giảm nghèo lần {number} của tỉnh Đo", "", "{#mo-dau} " + sentence(dice), ""]
    for part, roman in enumerate(("I", "II", "III", "IV"), 1):
        text += [f"## {roman}. PHẦN THỨ {part} {{#{roman}}}", ""]
        for item in range(1, 10):
            text += [f"### {item}. Việc thứ {item} {{#{roman}.{item}}}", ""]
            text += [f"- {goal};"] if (part, item) == (1, 1) else []
            text += [line for _ in range(3) for line in (f"- {sentence(dice)}", "")]
    text += ["{#noi-nhan} Nơi nhận:", "- Lưu: VT.", "", "{#ky} PHÓ CHỦ TỊCH", ""]
    source = "\n".join(plain(line) for line in text if line).encode()
    home = folder / "content/plans" / id
    write(home / "text.md", "\n".join(text))
    write(home / "source.txt", source.decode())
    write(home / "notes.yaml", {"repairs": [], "furniture": [], "layout": [], "structure": []})
    write(home / "targets.yaml", [{
        "id": "giam-ty-le", "provision": "I.1", "quote": goal, "indicator": "muc-giam-ty-le-ho-ngheo",
        "value": str(aim),
        "value_printed": f"{str(aim).replace('.', ',')}%", "unit": "pp", "comparator": "eq", "deadline": "2018",
        "geography": TOP,
    }])  # fmt: skip
    write(home / "plan.yaml", {
        "number": f"{number}/KH-UBND", "number_printed": f"{number}/KH-UBND", "doc_type": "Kế hoạch",
        "issuer": "ubnd-tinh-do", "issuer_printed": "ỦY BAN NHÂN DÂN TỈNH ĐO", "issuer_certainty": "printed",
        "system": "state", "level": "province", "place": TOP, "date": "2018-01-01", "date_printed": None,
        "date_source": "inferred", "title": both(f"Kế hoạch để đo số {number}"),
        "title_printed": f"Giảm nghèo lần {number} của tỉnh Đo", "summary": {
            "vi": [sentence(dice) for _ in range(5)], "en": [sentence(dice) for _ in range(5)],
        },
        "period": {"start": 2018, "end": 2018}, "signer": {"name": "Người ký", "capacity": "Phó Chủ tịch"},
        "recipients": ["Lưu: VT"], "recipients_status": "printed",
        "source": {"file": "source.txt", "sha256": sha256(source).hexdigest()},
        "places": sorted(one["id"] for one in dice.sample(units[1:], min(10, len(units) - 1))),
    })  # fmt: skip


def sentence(dice: random.Random) -> str:
    words = " ".join(dice.choices(TALK.split(), k=dice.randrange(18, 40)))
    return f"{words[0].upper()}{words[1:]}."


def plain(line: str) -> str:
    """A line of text.md without the marks that are ours."""
    words = " ".join(word for word in line.split() if not word.startswith("{#"))
    return words.lstrip("# ")


def table(path: Path, rows: list[dict[str, str]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write(path, text.getvalue())


def write(path: Path, value: Any) -> None:
    """Text as it is, anything else as JSON, which is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=20)
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--seed", type=int, default=58)
    asked = parser.parse_args()
    make(asked.folder, asked.plans, asked.places, asked.seed)
