"""A small project made by hand, and the real tables read without the generator's own reader."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.derive.facts import Facts
from generator.exports import api
from generator.exports.api.charts import ApiChart
from generator.model.output import Output
from generator.model.places import Change, Place
from generator.model.plan import (
    Amount,
    Block,
    Period,
    Plan,
    PrintedTable,
    Provision,
    Repair,
    Signer,
    SourceFile,
    Target,
)
from generator.model.records import Agency, Indicator, Reference, Standard
from generator.model.site import Config, Site
from generator.model.tables import Column, Dataset, Observation

PROJECT = Path(__file__).parents[2]
PLAN = "huyen-a-1-kh-2017"
TABLE = "huyen-a-bang"


def both(words: str) -> dict[str, str]:
    """The same words in each language."""
    return {"vi": words, "en": words}


def row(place: str, year: int, indicator: str, value: str, printed: str, **more: Any) -> Observation:
    """An observation; what is not said is what plan tables mostly are."""
    units = {"ty-le-ho-ngheo": "percent", "muc-giam-ty-le-ho-ngheo": "percentage_point", "kinh-phi": "million_vnd"}
    said = {
        "place_name": place,
        "unit": units.get(indicator, "households"),
        "status": "result",
        "standard": "da-chieu",
        "producer": "ubnd-a",
        "source": f"{PLAN}#phu-luc",
        **more,
    }
    number = Decimal(value) if value else None
    return Observation(place=place, year=year, indicator=indicator, value=number, value_printed=printed, **said)


def dataset(rows: Iterable[Observation], **more: Any) -> Dataset:
    """A dataset of the small plan's table."""
    said: dict[str, Any] = {"id": TABLE, "plan": PLAN, "table": "bang", "references": ("r1",), **more}
    names = ("place", "place_name", "year", "indicator", "value", "value_printed", "unit", "status", "standard")
    names = (*names, "producer", "source", "note", "row", "order", "serial_printed", "source_line")
    return Dataset(
        title=both("Bảng"),
        description=both("Bảng nhỏ"),
        provenance=both("Từ kế hoạch"),
        licence="CC-BY-4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        columns=tuple(Column(name=name, type="string", description=both(name)) for name in names),
        rows=tuple(rows),
        csv=f"datasets/{said['id']}/{said['id']}.csv",
        sha256="",
        **said,
    )


def provision(id: str, order: int, *words: str, title: str | None = None, number: str | None = "") -> Provision:
    """A provision; its number is printed as the last part of its id unless told."""
    parent, _, last = id.rpartition(".")
    printed = f"{last}." if number == "" else number
    blocks = tuple(Block(kind="paragraph", text=text, html=text, lines=(order,)) for text in words)
    return Provision(id=id, number_printed=printed, title=title, parent=parent or None, order=order, blocks=blocks)


def plan(**more: Any) -> Plan:
    """A plan of a district for 2017 and 2018."""
    said: dict[str, Any] = {
        "id": PLAN,
        "place": "huyen-a",
        "period": Period(start=2017, end=2018),
        "provisions": (provision("I", 1, "Mở đầu"), provision("II", 2, "Giảm 1,0%/năm")),
        **more,
    }
    return Plan(
        number="1/KH",
        number_printed="Số: 1/KH",
        doc_type="Kế hoạch",
        issuer="ubnd-a",
        issuer_printed="UBND huyện A",
        issuer_certainty="printed",
        system="state",
        level="district",
        date=date(2017, 6, 5),
        date_printed="ngày 05 tháng 6 năm 2017",
        date_source="document",
        title=both("Kế hoạch nhỏ"),
        title_printed="KẾ HOẠCH NHỎ",
        summary={"vi": ("Một.",), "en": ("One.",)},
        signer=Signer(name="Nguyễn Văn A", capacity="Chủ tịch"),
        recipients=("- Như trên;",),
        recipients_status="printed",
        source=SourceFile(file="source.txt", sha256="0" * 64, bytes=10),
        **said,
    )


def place(id: str, parent: str | None, first: date | None = None, last: date | None = None, **more: Any) -> Place:
    """A unit; communes lie under a district."""
    level = {"huyen": "district", "tinh": "province"}.get(id.partition("-")[0], "commune")
    said: dict[str, Any] = {"code": "001", "name": id, "type": "xã", "level": level, **more}
    return Place(id=id, parent=parent, valid_from=first, valid_to=last, **said)


def site(**more: Any) -> Site:
    """A district of two communes that were merged in 2025, its plan and its table."""
    ended = date(2025, 6, 30)
    places = [
        place("tinh-t", None),
        place("huyen-a", "tinh-t", last=ended),
        place("xa-m", "huyen-a", last=ended),
        place("xa-n", "huyen-a", last=ended),
        place("xa-moi", "tinh-t", first=date(2025, 7, 1)),
    ]
    change = {"day": date(2025, 7, 1), "after": "xa-moi", "basis": "Nghị quyết 1"}
    table = PrintedTable(
        id="bang",
        header_rows=1,
        rows=(("Số", "Xã", "Hộ", "Nghèo"), ("1", "xa-m", "1 000", "1"), ("Tổng", "", "1 000", "1")),
        lines=(7, 8, 9),
    )
    annex = Provision(
        id="phu-luc",
        number_printed=None,
        title=None,
        parent=None,
        order=3,
        blocks=(Block(kind="table", text="", html="", lines=(7, 8, 9), table=table),),
    )
    repair = Repair(
        line=2, quote="Gỉam", reading="Giảm", kind="scan_fault", certainty="certain", number=1, provision="II"
    )
    target = Target(
        id="giam",
        provision="II",
        quote="Giảm 1,0%/năm",
        indicator="muc-giam-ty-le-ho-ngheo",
        value="1.0",
        value_printed="1,0%/năm",
        unit="pp_per_year",
        comparator="avg",
        deadline="2018",
        geography="huyen-a",
    )
    amount = Amount(
        id="tong",
        provision="II",
        quote="Giảm",
        item="Tổng",
        value="10",
        value_printed="10 triệu đồng",
        unit="million_vnd",
        approximate=False,
        total=True,
    )
    provisions = (*plan().provisions, annex)
    rows = (
        row("xa-m", 2016, "tong-so-ho", "1000", "1 000", order=1, serial_printed="1", source_line=8),
        row("xa-m", 2016, "so-ho-ngheo", "1", "1", order=1, serial_printed="1", source_line=8),
        row("huyen-a", 2016, "tong-so-ho", "1000", "1 000", row="total", order=2, source_line=9),
    )
    said: dict[str, Any] = {
        "plans": {PLAN: plan(provisions=provisions, repairs=(repair,), targets=(target,), amounts=(amount,))},
        "places": {one.id: one for one in places},
        "changes": (
            Change(before="xa-m", relation="whole", **change),
            Change(before="xa-n", relation="part", **change),
        ),
        "datasets": {TABLE: dataset(rows)},
        "agencies": {
            "ubnd-a": Agency(id="ubnd-a", name=both("UBND huyện A"), system="state", level="district", place="huyen-a")
        },
        "standards": {
            "da-chieu": Standard(id="da-chieu", name=both("Đa chiều"), short=both("Đa chiều"), kind="multidimensional")
        },
        "indicators": {
            "tong-so-ho": Indicator(
                id="tong-so-ho", name=both("Tổng số hộ"), short=both("Hộ"), unit="households", definition=both("Mọi hộ")
            )
        },
        "references": {
            "r1": Reference(
                id="r1",
                title="Nguồn",
                publisher="Cơ quan",
                where="https://example.org/r1",
                retrieved="2026-01-01",
                confidence="high",
                kind="copy",
                read_on=date(2026, 1, 1),
            )
        },
        **more,
    }
    config = Config(
        title=both("Cổng"),
        tagline=both("Câu"),
        operator=both("Nhóm"),
        as_of=date(2026, 11, 21),
        base_url="https://example.org/giam-ngheo/",
        languages=("vi", "en"),
        theme="base",
    )
    return Site(config=config, pages={}, handbook={}, **{"documents": {}, **said})


def real_dataset(id: str, plan: str, table: str | None) -> Dataset:
    """A dataset of this repository, its CSV read by Python's own reader."""
    with (PROJECT / "datasets" / id / f"{id}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    rows = tuple(Observation(line=number, **_typed(line)) for number, line in enumerate(lines, 2))
    columns = tuple(Column(name=name, type="string", description=both(name)) for name in lines[0])
    return Dataset(
        id=id,
        title=both(id),
        description=both(id),
        provenance=both(id),
        licence="CC-BY-4.0",
        licence_url="",
        plan=plan,
        table=table,
        references=(),
        columns=columns,
        rows=rows,
        csv=f"datasets/{id}/{id}.csv",
        sha256="",
    )


def _typed(line: dict[str, str]) -> dict[str, Any]:
    typed: dict[str, Any] = dict(line)
    typed["year"] = int(line["year"])
    typed["value"] = Decimal(line["value"]) if line["value"] else None
    if "order" in line:
        typed["order"] = int(line["order"] or 0)
    if "source_line" in line:
        typed["source_line"] = int(line["source_line"]) if line["source_line"] else None
    return typed


def api_files(facts: Facts, charts: tuple[ApiChart, ...] = ()) -> tuple[Output, ...]:
    """Every file of the API, its index last."""
    made = [output for group in api.groups(facts, lambda: charts, lambda output: output) for output in group.declare()]
    digests = {output.path: sha256(output.recipe(output.given)).hexdigest() for output in made}
    return (*made, *api.index(facts, api.counts(facts, charts), digests))
