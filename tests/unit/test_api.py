"""The JSON of version 1: what it holds, and that its addresses lead back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256

import pytest

from generator.derive.facts import derive
from generator.exports import api
from generator.exports.api.charts import ApiChart, ApiFile, charts_of
from generator.exports.api.objects import Number, json_of
from generator.exports.recipes import JsonRecipe
from generator.model.duties import Deadline
from generator.read.site import read_site
from tests.unit.small_duties import report, whole
from tests.unit.small_site import PLAN, PROJECT, TABLE, api_files, both, site

BASE = "https://example.org/giam-ngheo/"


@pytest.fixture(scope="module")
def small():
    """The API of the small project, by path."""
    return {one.path: json.loads(one.recipe(one.given)) for one in api_files(derive(site()))}


@pytest.fixture(scope="module")
def duties():
    """The API of the small project with duties, by name."""
    made = {one.path: json.loads(one.recipe(one.given)) for one in api_files(derive(whole()))}
    return {path.removeprefix("api/v1/").removesuffix(".json"): value for path, value in made.items()}


@cache
def real():
    """The API of this repository's own project, by path."""
    found, _ = read_site(PROJECT)
    assert found is not None
    return {one.path: json.loads(one.recipe(one.given)) for one in api_files(derive(found))}


def test_the_index_names_every_file(small):
    """Each file but the index and the schemas stands in the index, with its address, schema and how much it holds."""
    files = {path for path in small if "/schema/" not in path} - {"api/v1/index.json"}
    index = small["api/v1/index.json"]

    assert {one["url"] for one in index["files"]} == {BASE + path for path in files}
    assert {one["schema"] for one in index["files"]} <= {BASE + path for path in small if "/schema/" in path}
    assert index["counts"]["places"] == 5
    assert (index["as_of"], index["url"], index["version"]) == ("2026-11-21", BASE, "1")


def test_the_content_digest_can_be_reckoned_again():
    """Whoever has the files gets the index's digest by hashing what sha256sum prints of them, by path."""
    bodies = {one.path: one.recipe(one.given) for one in api_files(derive(site())) if "/schema/" not in one.path}
    index = json.loads(bodies.pop("api/v1/index.json"))
    lines = "".join(f"{sha256(bodies[path]).hexdigest()}  {path}\n" for path in sorted(bodies))

    assert index["digest"] == sha256(lines.encode()).hexdigest()


def test_lists_are_arrays_of_objects_with_an_id_and_an_address(small):
    """Every list can be read the same way, and no id stands twice in it."""
    lists = {path: value for path, value in small.items() if isinstance(value, list)}

    assert len(lists) == len(api.SCHEMAS) - len(("index", "plan"))
    for value in lists.values():
        assert all(one["id"] and one["url"].startswith(BASE) for one in value)
        assert len({one["id"] for one in value}) == len(value)


def test_a_plan_holds_its_text_notes_and_tables(small):
    """Provisions keep their printed order; a note says what is printed and how it is read, and leads to its place."""
    plan = small[f"api/v1/plans/{PLAN}.json"]

    assert [one["id"] for one in plan["provisions"]] == ["I", "II", "phu-luc"]
    assert plan["provisions"][1]["url"] == f"{BASE}ke-hoach/{PLAN}/muc/II/"
    assert plan["notes"][0]["url"] == f"{BASE}ke-hoach/{PLAN}/#ghi-chu-1"
    assert (plan["notes"][0]["quote"], plan["notes"][0]["reading"]) == ("Gỉam", "Giảm")
    assert (plan["targets"][0]["class"], plan["targets"][0]["value"]) == ("target", 1)
    assert plan["source"]["url"] == f"{BASE}ke-hoach/{PLAN}/source.txt"
    assert plan["datasets"] == [TABLE]


def test_a_printed_table_shows_what_is_printed_beside_the_number(small):
    """A cell keeps its printed string; the number that was read stands beside it; a serial number is none."""
    (table,) = small[f"api/v1/plans/{PLAN}.json"]["tables"]
    header, unit, total = table["rows"]

    assert [row["kind"] for row in table["rows"]] == ["header", "unit", "total"]
    assert unit["cells"][2] == {"printed": "1 000", "number": 1000}
    assert unit["cells"][0] == {"printed": "1", "number": None}
    assert unit["cells"][3] == {"printed": "1", "number": 1}
    assert all(cell["number"] is None for cell in header["cells"])
    assert total["place"] == "huyen-a"
    assert table["dataset"] == TABLE


def test_a_place_tells_what_it_became(small):
    """An old commune leads to today's, with the legal act, and back; and to the plans that concern it."""
    places = {one["id"]: one for one in small["api/v1/places.json"]}

    assert places["xa-m"]["today"] == ["xa-moi"]
    assert places["xa-m"]["after"][0]["basis"] == "Nghị quyết 1"
    assert [one["place"] for one in places["xa-moi"]["before"]] == ["xa-m", "xa-n"]
    assert places["xa-moi"]["formerly"] == ["xa-m", "xa-n"]
    assert places["xa-m"]["plans"] == [PLAN]


def test_a_place_tells_plans_that_reach_it_through_other_units_apart(small):
    """Today's commune has no plan of its own: the plan of the district that its forerunners were in is not its."""
    places = {one["id"]: one for one in small["api/v1/places.json"]}

    assert places["xa-moi"]["plans"] == []
    assert places["xa-moi"]["plans_through"] == [{"plan": PLAN, "how": "before", "through": ["xa-m", "xa-n"]}]
    assert places["xa-m"]["plans_through"] == []


def test_a_commitment_says_who_what_when_and_where_it_stands(duties):
    """A commitment leads to its page and its provision, and tells its five axes apart."""
    first, second, third = duties["commitments"]

    assert (first["id"], first["url"]) == (f"{PLAN}/ck-001", f"{BASE}cam-ket/{PLAN}/ck-001/")
    assert first["provision_url"] == f"{BASE}ke-hoach/{PLAN}/muc/II/"
    assert {key: first["status"][key] for key in ("lifecycle", "report_duty", "finding", "attainment", "basis")} == {
        "lifecycle": "period_ended", "report_duty": "dated", "finding": "found", "attainment": "partly_met",
        "basis": "self_reported",
    }  # fmt: skip
    assert (second["actors"], second["actor_source"], second["deadline"]) == ([], "none", None)
    assert third["deadline"] == {
        "printed": "đến 30/6/2018", "date": "2018-06-30", "month_day": None, "recurrence": "once",
        "before": False,
    }  # fmt: skip


def test_a_report_says_when_it_is_due(duties):
    """A yearly report has its day of the year and each day that follows; one without a time says nothing."""
    first, second = duties["reporting"]

    assert (first["id"], first["due"], first["recurrence"]) == (f"{PLAN}/bc-01", "12-05", "yearly")
    assert [(one["day"], one["publication"]) for one in first["dues"]] == [
        ("2017-12-05", "published"), ("2018-12-05", "due_not_found"),
    ]  # fmt: skip
    assert (second["due"], second["deadline_printed"], second["to"]) == (None, None, [])
    assert [one["day"] for one in second["dues"]] == [None]


def test_a_plan_holds_what_it_lays_on_whom(duties):
    """The plan's own file has its duties under their own ids, its citations, promises and relations."""
    plan = duties[f"plans/{PLAN}"]

    assert [one["id"] for one in plan["commitments"]] == ["ck-001", "ck-002", "ck-003"]
    assert [one["id"] for one in plan["reporting"]] == ["bc-01", "bc-02"]
    assert plan["no_duty"][0]["why"] == both("Lời dẫn")
    assert plan["citations"][0]["printed_date"] == "06/01/2017"
    assert plan["policies"][0]["group"] == both("hộ nghèo")
    assert plan["relations"][0]["from"] == PLAN
    assert plan["relations"][0]["evidence"]["quote"] == "Mở đầu"


def test_a_document_shows_who_cites_it_and_where_prints_disagree(duties):
    """Both printed dates stand as printed, each with its place."""
    (document,) = duties["documents"]
    (conflict,) = document["conflicts"]

    assert document["url"] == f"{BASE}van-ban/ct-1/"
    assert [one["provision"] for one in document["mentions"]] == ["I", "II"]
    assert (conflict["about"], conflict["values"]) == ("date", ["06/01/2017", "7 tháng 01 năm 2017"])
    assert [one["url"] for one in conflict["mentions"]] == [f"{BASE}ke-hoach/{PLAN}/muc/{id}/" for id in ("I", "II")]


def test_an_agency_is_told_with_its_parts(duties):
    """What each plan lays on an agency is counted, a report that recurs once; its printed forms and fate are there."""
    agencies = {one["id"]: one for one in duties["agencies"]}

    assert agencies["ubnd-a"]["roles"] == [
        {
            "plan": PLAN,
            "issuer": True,
            "actor": 2,
            "partner": 0,
            "criteria": 0,
            "owes": 0,
            "receives": 1,
            "passes_on": 0,
        }
    ]
    assert agencies["cac-xa"]["roles"][0]["owes"] == 2
    assert agencies["phong-a"]["fate"] == both("Sáp nhập")
    assert agencies["phong-a"]["url"] == f"{BASE}co-quan/phong-a/"


def test_only_what_has_a_source_and_high_confidence_is_verified(duties):
    """Statements of a policy are marked; what is not sure is there, and marked as such."""
    (policy,) = duties["policies"]

    assert [(one["aspect"], one["verified"]) for one in policy["statements"]] == [("support", True), ("ask", False)]
    assert [one["quote"] for one in policy["promises"]] == ["Giảm"]


def test_a_statement_without_a_source_is_not_verified():
    """High confidence alone makes no statement of law."""
    found = whole()
    policy = found.policies["bhyt"]
    bare = replace(policy, statements=tuple(replace(one, references=()) for one in policy.statements))
    made = {one.path: one.given for one in api_files(derive(replace(found, policies={"bhyt": bare})))}

    assert [one["verified"] for one in made["api/v1/policies.json"][0]["statements"]] == [False, False]


def test_evidence_searches_and_assessments_are_there(duties):
    """What was published with its standard and place, what was looked for, and who judged."""
    (evidence,), (search,), (assessment,) = duties["evidence"], duties["searches"], duties["assessments"]
    (figure,) = evidence["figures"]

    assert (figure["value"], figure["value_printed"], figure["standard"]) == (11.56, "11,56%", "da-chieu")
    assert (search["date"], search["outcome"], search["reports"]) == ("2020-01-01", "not_found", ["bc-01"])
    assert evidence["url"] == f"{BASE}lich-bao-cao/chua-tim-thay/#bang-chung-bai"
    assert search["url"] == f"{BASE}lich-bao-cao/chua-tim-thay/#tim-tim"
    assert assessment["url"] == f"{BASE}cam-ket/{PLAN}/ck-001/"


def test_a_day_of_one_year_is_told_whole():
    """A report of a single day has that day, not a day of each year."""
    plans = whole().plans
    once = report(deadline=Deadline(printed="trước ngày 15/11/2018", date=date(2018, 11, 15), recurrence="once"))
    one = replace(whole(), plans={PLAN: replace(plans[PLAN], reporting=(once,))})
    made = {each.path: each.given for each in api_files(derive(one))}

    assert made["api/v1/reporting.json"][0]["due"] == "2018-11-15"


def test_charts_are_told_once_in_every_language():
    """Two figures of one chart become one object, its addresses completed."""
    from generator.charts.figure import Figure

    figures = [
        Figure(
            id="c", lang=lang, chart="trend", title=lang, alt=lang, columns=(), rows=(), table=(), notes=(lang,),
            sources=(("nguồn", f"ke-hoach/{PLAN}/"),), dataset=TABLE, plan=PLAN, places=("huyen-a",),
        )
        for lang in ("vi", "en")
    ]  # fmt: skip
    charts = charts_of(figures, ("vi", "en"), lambda id: [ApiFile(format="svg", lang="vi", url=f"bieu-do/{id}/c.svg")])
    made = {one.path: one for one in api_files(derive(site()), charts)}["api/v1/charts.json"]

    (chart,) = made.given

    assert (chart["url"], chart["title"]) == (f"{BASE}bieu-do/c/", {"vi": "vi", "en": "en"})
    assert [one["url"] for one in chart["sources"]] == [f"{BASE}ke-hoach/{PLAN}/", f"{BASE}en/ke-hoach/{PLAN}/"]
    assert chart["files"][0]["url"] == f"{BASE}bieu-do/c/c.svg"


def test_numbers_keep_their_value():
    """A Decimal is a number in JSON: whole where it is whole, and never an object, a string or a rounded float."""
    numbers = json_of(tuple[Number, ...], (Decimal("4.00"), Decimal("9.262166"), Decimal("-0.1"), None))

    assert JsonRecipe()([*numbers, both("ế")]).decode() == '[4,9.262166,-0.1,null,{"vi":"ế","en":"ế"}]\n'


def test_what_has_no_json_is_refused():
    """A set has no order, so it has no one form."""
    with pytest.raises(TypeError, match="set"):
        JsonRecipe()({1})


def test_the_same_project_makes_the_same_bytes():
    """Making the API twice gives the same bytes, file by file."""
    first, second = ({one.path: one.recipe(one.given) for one in api_files(derive(site()))} for _ in range(2))

    assert first == second


def test_a_province_of_today_tells_whose_plans_reach_it():
    """Bắc Ninh has no plan of its own here; plan 58 was that of one former district in its ground."""
    (place,) = (one for one in real()["api/v1/places.json"] if one["id"] == "tinh-bac-ninh")
    found = {one["plan"]: one for one in place["plans_through"]}

    assert place["plans"] == []
    assert found["tan-yen-58-kh-ubnd-2017"]["how"] == "inside"
    assert found["tan-yen-58-kh-ubnd-2017"]["through"] == ["huyen-tan-yen-bac-giang-den-2025"]


def test_the_five_plans_are_there_whole():
    """Each of the five plans has its file, with text, notes and source; plan 58's table has 24 units and a total."""
    plans = real()["api/v1/plans.json"]
    table = real()["api/v1/plans/tan-yen-58-kh-ubnd-2017.json"]["tables"][0]
    kinds = [row["kind"] for row in table["rows"]]

    assert len(plans) == 5
    assert all(real()[f"api/v1/plans/{one['id']}.json"]["provisions"] for one in plans)
    assert (kinds.count("unit"), kinds.count("total"), kinds.count("other")) == (24, 1, 0)
    assert sum(cell["number"] is not None for row in table["rows"] for cell in row["cells"]) == 25 * 18


def test_every_real_commitment_has_its_status_and_its_actors():
    """Who is named by an id is an agency; where the text names nobody there is none; no one is said to have failed."""
    agencies = {one["id"] for one in real()["api/v1/agencies.json"]}
    commitments = real()["api/v1/commitments.json"]

    assert len(commitments) > 300
    assert all({*one["actors"], *one["partners"]} <= agencies for one in commitments)
    assert all((one["actor_source"] == "none") == (not one["actors"]) for one in commitments)
    assert all(one["status"]["searches"] for one in commitments if one["status"]["due_not_found"])
    assert all(one["status"]["assessments"] for one in commitments if one["status"]["attainment"] != "not_assessed")


def test_real_findings_lead_to_their_lines():
    """Each finding names its plan and the line of the source that prints it; of no plan, the dataset that holds it."""
    all_findings = real()["api/v1/findings.json"]
    findings = [one for one in all_findings if one["plan"]]
    lines = {
        id: (PROJECT / "content/plans" / id / "source.txt").read_text(encoding="utf-8").splitlines()
        for id in {one["plan"] for one in findings}
    }

    for one in findings:
        number = one["printed"].removeprefix("khoảng ")
        assert number in lines[one["plan"]][one["where"]["line"] - 1]
    for one in all_findings:
        table = (PROJECT / "datasets" / one["dataset"] / f"{one['dataset']}.csv") if not one["plan"] else None
        assert table is None or f",{one['indicator']},{one['printed'].replace('.', '')}," in table.read_text("utf-8")


def test_a_chart_whose_address_is_whole_keeps_it():
    """Whoever gives a full address is taken at their word."""
    whole = "https://elsewhere.example/c/"
    chart = ApiChart(
        id="c", url=whole, kind="k", title={}, alt={}, notes={}, dataset="d", plan=None, places=(), sources=(),
        files=(), specification={},
    )  # fmt: skip

    made = {one.path: one.given for one in api_files(derive(site()), (chart,))}

    assert made["api/v1/charts.json"][0]["url"] == whole
