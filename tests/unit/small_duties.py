"""The small project with duties: what its plan lays on whom, and what was looked for and found."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.duties import (
    Assessment,
    Citation,
    Commitment,
    Criterion,
    Deadline,
    Evidence,
    NoDuty,
    Policy,
    PolicyMention,
    Relation,
    ReportingDuty,
    Search,
    Shown,
    Statement,
)
from generator.model.law import Act, LegalBasis
from generator.model.plan import Plan
from generator.model.records import Agency, Document
from generator.model.site import Site
from generator.render.chain import chain_of
from tests.unit.small_site import PLAN, PROJECT, both, plan, site

YEARLY = Deadline(printed="hằng năm (trước ngày 05/12)", month_day="12-05", recurrence="yearly")


def words() -> dict[str, Any]:
    """The interface's words of each language."""
    chain = chain_of(PROJECT / "themes", "base")
    return {lang: chain.language(lang).words for lang in ("vi", "en")}


def commitment(id: str = "ck-001", **more: Any) -> Commitment:
    """A task that the district's People's Committee is named for, without a deadline unless told."""
    said: dict[str, Any] = {
        "provision": "II", "quote": "Giảm 1,0%/năm", "summary": both("Giảm nghèo"), "kind": "task",
        "actor_source": "named", "actors": ("ubnd-a",), **more,
    }  # fmt: skip
    return Commitment(id=id, **said)


def criterion(id: str = "tc-001", **more: Any) -> Criterion:
    """What the communes may be given an award for, without a deadline unless told."""
    said: dict[str, Any] = {
        "provision": "II", "quote": "Giảm 1,0%/năm", "summary": both("Giảm nghèo"), "groups": ("cac-xa",), **more,
    }  # fmt: skip
    return Criterion(id=id, **said)


def report(id: str = "bc-01", **more: Any) -> ReportingDuty:
    """A yearly report of the communes to the district, through its office, unless told otherwise."""
    said: dict[str, Any] = {
        "provision": "II", "quote": "Giảm 1,0%/năm", "who": ("cac-xa",), "to": ("ubnd-a",), "via": ("phong-a",),
        "what": both("Kết quả"), "deadline": YEARLY, **more,
    }  # fmt: skip
    return ReportingDuty(id=id, **said)


def evidence(id: str = "bai", published: date | None = date(2018, 1, 10), **more: Any) -> Evidence:
    """An article on the commitment ck-001."""
    said: dict[str, Any] = {"commitments": ("ck-001",), "basis": "self_reported", **more}
    return Evidence(
        id=id, plan=PLAN, title=both("Bài"), publisher="Cổng huyện", published=published, published_printed="",
        where="https://example.org/bai", **said,
    )  # fmt: skip


def search(id: str = "tim", day: date = date(2020, 1, 1), outcome: str = "not_found", **more: Any) -> Search:
    """A search for the report bc-01."""
    said: dict[str, Any] = {"plan": PLAN, "reports": ("bc-01",), "where": ("https://example.org/",), **more}
    return Search(id=id, date=day, what=both("Báo cáo năm"), outcome=outcome, **said)


def assessment(id: str = "xet", day: date = date(2021, 1, 1), **more: Any) -> Assessment:
    """A judgment that the commitment ck-001 was partly met."""
    said: dict[str, Any] = {"plan": PLAN, "commitment": "ck-001", "verdict": "partly_met", "evidence": ("bai",), **more}
    return Assessment(id=id, date=day, assessor=both("Tổ giám sát"), reason=both("Vì"), **said)


def of_plans(*plans: Plan, **more: Any) -> Site:
    """The small project with these plans; records are given as sequences."""
    said: dict[str, Any] = {key: {one.id: one for one in ones} for key, ones in more.items()}
    return site(plans={one.id: one for one in plans}, **said)


def whole() -> Site:
    """The small project with one of everything, the first words of a quote such that a spreadsheet would run them."""
    first = site()
    agencies = {
        **first.agencies,
        "cac-xa": Agency(id="cac-xa", name=both("UBND các xã"), system="state", level="commune", aliases=("các xã",)),
        "phong-a": Agency(id="phong-a", name=both("Phòng A"), system="state", level="district", fate=both("Sáp nhập")),
    }
    document = Document(id="ct-1", name=both("Chỉ thị 1"), number="01/CT-TTg", date=date(2017, 1, 6), kind="directive")
    policy = Policy(
        id="bhyt", name=both("Thẻ bảo hiểm y tế"), summary=both("Thẻ"), groups=(both("hộ nghèo"),),
        statements=(
            Statement(
                aspect="support", text=both("Được cấp thẻ."), confidence="high", references=("r1",),
                law=(LegalBasis(act="luat-a", article="12.3.o"),),
            ),
            Statement(aspect="ask", text=both("Hỏi xã."), confidence="medium"),
        ),
    )  # fmt: skip
    acts = {
        "luat-a": Act(
            id="luat-a", name=both("Luật A"), issuer=both("Quốc hội"), year=2025, number="5", symbol="QH15",
            in_force_from=date(2025, 7, 1), replaces=("luat-cu",), references=("r1",),
        ),
        "luat-cu": Act(
            id="luat-cu", name=both("Luật cũ"), issuer=both("Quốc hội"), year=2008, number="4", symbol="QH12",
            in_force_to=date(2025, 6, 30), references=("r1",),
        ),
    }  # fmt: skip
    shown = Shown(
        indicator="ty-le-ho-ngheo", value="11.56", value_printed="11,56%", unit="percent", standard="da-chieu",
        place="huyen-a", year=2018, target="giam",
    )  # fmt: skip
    old = first.plans[PLAN]
    parts: dict[str, Any] = {
        "commitments": (
            commitment(targets=("giam",), partners=("phong-a",)),
            commitment("ck-002", quote="=1+1", actors=(), actor_source="none", note=both("- Không nêu")),
            commitment("ck-003", deadline=Deadline(printed="đến 30/6/2018", date=date(2018, 6, 30), recurrence="once")),
        ),
        "no_duty": (NoDuty(provision="I", quote="Mở đầu", why=both("Lời dẫn")),),
        "reporting": (report(commitment="ck-001"), report("bc-02", deadline=None, via=(), to=())),
        "citations": (
            Citation(document="ct-1", provision="I", printed="Chỉ thị 01/CT-TTg", printed_date="06/01/2017"),
            Citation(document="ct-1", provision="II", printed="Chỉ thị 01 /CT-TTg", printed_date="7 tháng 01 năm 2017"),
        ),
        "policies": (PolicyMention(policy="bhyt", provision="II", quote="Giảm", group=both("hộ nghèo")),),
        "relations": (Relation(type="implements", to="ct-1", provision="I", quote="Mở đầu"),),
    }
    whole_plan = plan(**{"provisions": old.provisions, "targets": old.targets, **parts})
    found = evidence(figures=(shown,), limits=both("Không so được"))
    return site(
        acts=acts, plans={PLAN: whole_plan}, agencies=agencies, policies={"bhyt": policy}, evidence={"bai": found},
        searches={"tim": search()}, assessments={"xet": assessment()}, documents={"ct-1": document},
    )  # fmt: skip
