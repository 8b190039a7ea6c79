"""Rules for what plans lay on whom, and for what was published, looked for and judged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.check import check_site, coverage
from generator.check.known import known
from generator.model.diagnostic import Diagnostic, Phrase, Source
from generator.model.duties import Deadline
from generator.model.plan import PARTS
from generator.model.site import Site
from generator.read.numbers import days_in
from generator.read.printed import deadline_as_printed
from generator.read.site import read_site

PROJECT = Path(__file__).parents[2]
SMALL = Path(__file__).parents[1] / "sites" / "small"
PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"
EVIDENCE = "content/evidence/ket-qua-thu-2018.yaml"
ASSESSMENT = "content/assessments/danh-gia-thu-2019.yaml"

Edit = Callable[[str, str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small site."""
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


@pytest.fixture
def edit(root: Path) -> Edit:
    """Changes words that stand once in a file of the copy."""

    def change(file: str, old: str, new: str) -> None:
        text = (root / file).read_text("utf-8")
        assert text.count(old) == 1
        (root / file).write_text(text.replace(old, new), "utf-8")

    return change


@pytest.fixture(scope="module")
def portal() -> Site:
    """The five plans."""
    site, found = read_site(PROJECT)
    assert site is not None
    assert found == []
    return site


def told(root: Path) -> list[Diagnostic]:
    """All that is wrong with a project."""
    site, found = read_site(root)
    assert site is not None
    return [*found, *check_site(site, found)]


def codes(root: Path) -> list[str]:
    return [one.code for one in told(root)]


def test_no_line_of_the_plans_is_passed_over(portal: Site) -> None:
    """Every line of the five plans has a commitment, or a word on why it lays nothing on anybody."""

    assert [one for one in check_site(portal) if one.code in ("block-without-duty", "duties-not-read")] == []
    assert all(plan.commitments for plan in portal.plans.values())


@pytest.mark.parametrize("id", sorted(folder.name for folder in (PROJECT / "content/plans").iterdir()))
def test_a_line_that_loses_its_commitments_is_told_at_its_place(portal: Site, id: str) -> None:
    """Without the commitments of any one provision, each of its lines is told, by its line of text.md."""
    plan = portal.plans[id]
    lines = (PROJECT / "content/plans" / id / "text.md").read_text("utf-8").split("\n")
    provisions = [one for one in plan.provisions if one.id not in PARTS and one.text][::7]
    assert provisions
    for provision in provisions:
        kinds = ("commitments", "criteria", "no_duty")
        left: dict[str, Any] = {
            name: tuple(one for one in getattr(plan, name) if one.provision != provision.id) for name in kinds
        }
        bare = replace(plan, **left)
        missed = list(coverage.blocks(known(replace(portal, plans={id: bare}))))

        assert [one.values["line"] for one in missed] == provision.text.split("\n")
        for one in missed:
            assert str(one.values["line"]).split()[-1] in " ".join(lines[one.at.line - 1 :])
            assert str(one.values["line"]).split()[0] in lines[one.at.line - 1]


@pytest.mark.parametrize(
    "quote",
    [
        "Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018; Kinh phí",
        "- Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018; - Kinh phí khoảng",
        "*Giảm* tỷ lệ  hộ nghèo trên 1,5% trong năm 2018; - Kinh",
    ],
)
def test_a_quote_over_two_lines_is_of_both(root: Path, edit: Edit, quote: str) -> None:
    """With or without the marks of the lines."""
    (root / PLAN / "no-duty.yaml").unlink()
    edit(f"{PLAN}/commitments.yaml", "quote: Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018", f'quote: "{quote}"')

    assert codes(root) == []


def test_a_heading_is_no_line_of_its_own(root: Path, edit: Edit) -> None:
    """To quote only the heading leaves the lines below it without a commitment."""
    edit(f"{PLAN}/commitments.yaml", "quote: Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018", "quote: Mục tiêu cụ thể")
    edit(f"{PLAN}/commitments.yaml", "  deadline: {printed: trong năm 2018, date: 2018-12-31}\n", "")

    assert [(one.code, one.values["line"]) for one in told(root)] == [
        ("block-without-duty", "Giảm tỷ lệ hộ nghèo trên 1,5% trong năm 2018;")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (f"{PLAN}/text.md", "Các huyện thực hiện", "Các xã thực hiện", "text-line-changed"),
        (
            f"{PLAN}/commitments.yaml",
            "kind: goal\n  actor_source: none\n  deadline",
            "kind: aim\n  actor_source: none\n  deadline",
            "bad-value",
        ),
        (f"{PLAN}/commitments.yaml", "quote: Giảm nghèo bền", "quote: Giảm nghèo nhanh và bền", "quote-not-found"),
        (f"{PLAN}/targets.yaml", "comparator: gt", "comparator: more", "bad-value"),
        (EVIDENCE, "year: 2018", "year: năm 2018", "bad-number"),
    ],
)
def test_one_mistake_is_told_once(root: Path, edit: Edit, file: str, old: str, new: str, code: str) -> None:
    """What cannot be read, or is misquoted, is not told again by all that rests on it."""
    edit(file, old, new)

    assert codes(root) == [code]


def test_when_something_is_due_may_be_printed_in_a_heading_above(root: Path, edit: Edit) -> None:
    """A deadline of `I.1` may stand in the heading of `I`, but not in that of `III`."""
    commitments = f"{PLAN}/commitments.yaml"
    edit(commitments, "en: To reduce poverty lastingly.}\n", "en: To reduce it.}\n  deadline: {printed: MỤC TIÊU}\n")
    assert codes(root) == []
    edit(commitments, "{printed: MỤC TIÊU}", "{printed: TỔ CHỨC THỰC HIỆN}")

    assert codes(root) == ["printed-not-found"]


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("trước trước ngày 15/11/2019", ((2019, 11, 15),)),
        ("Từ ngày 20/4-30/4/2019", ((None, 4, 20), (2019, 4, 30))),
        ("6 tháng (30/6)", ((None, 6, 30),)),
        ("15-20/11/2018", ((2018, 11, 20),)),
        ("ngày 05 tháng 6 năm 2017", ((2017, 6, 5),)),
        ("Tháng 11/2019", ()),
        ("Tháng 5-12/2019", ()),
        ("giai đoạn 2016 -2020", ()),
        ("31/2", ()),
        ("Kế hoạch 131/1/2", ()),
    ],
)
def test_days_are_found_in_printed_words(printed: str, days: tuple[tuple[int | None, int, int], ...]) -> None:
    """A month with its year is no day."""

    assert days_in(printed) == days


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("ngày 15/11/2019 | 2019-11-15 |", []),
        ("ngày 15/11/2019 | 2019-11-05 |", ["printed-differs"]),
        ("Từ ngày 20/4-30/4/2019 | 2019-04-30 |", []),
        ("Từ ngày 20/4-30/4/2019 | 2019-05-01 |", ["printed-differs"]),
        ("hết năm 2018 | 2018-12-31 |", []),
        ("hết năm 2018 | 2019-12-31 |", ["printed-differs"]),
        ("giai đoạn 2016-2020 | 2020-12-31 |", []),
        ("hằng năm | 2020-12-31 |", []),
        ("trước ngày 20/6 || 06-20", []),
        ("trước ngày 20/6 || 06-30", ["printed-differs"]),
        ("hằng năm || 02-29", []),
        ("hằng năm || 02-30", ["bad-month-day"]),
        ("hằng năm || 6-20", ["bad-month-day"]),
    ],
)
def test_a_deadline_is_held_against_its_printed_form(written: str, codes: list[str]) -> None:
    """Where a day is printed it is that day, where only years are, it lies in one of them."""
    printed, day, month_day = (part.strip() for part in written.replace("||", "| |").split("|"))
    deadline = Deadline(printed=printed, month_day=month_day or None)
    if day:
        deadline = replace(deadline, date=date.fromisoformat(day))

    assert [one.code for one in deadline_as_printed(Source("a"), "deadline", deadline)] == codes


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("indicator: muc-giam-ty-le-ho-ngheo", "indicator: ty-le-ho-ngheo", "indicator"),
        ("unit: percentage_point", "unit: percent", "unit"),
        ("place: tinh-thu", "place: huyen-mot-tinh-thu", "place"),
        ("year: 2018", "year: 2019", "year"),
        ("year: 2018", "year: 2017", "year"),
    ],
)
@pytest.mark.parametrize("verdict", ["met", "partly_met", "not_met_at_review", "not_comparable", "not_measurable"])
def test_nothing_is_met_by_a_figure_of_something_else(
    root: Path, edit: Edit, verdict: str, old: str, new: str, what: str
) -> None:
    """A verdict on a target needs a figure of its own kind; that the two cannot be compared may always be said."""
    edit(ASSESSMENT, "verdict: met", f"verdict: {verdict}")
    assert codes(root) == []
    edit(EVIDENCE, old, new)
    found = told(root)

    if verdict in ("not_comparable", "not_measurable"):
        assert found == []
    else:
        assert [(one.code, one.values["what"]) for one in found] == [("not-comparable", Phrase(f"compare.{what}"))]


def test_a_target_may_say_its_own_standard(root: Path, edit: Edit) -> None:
    """Where a number depends on no poverty standard, the target says so, and then the figure must as well."""
    standard = {"name": "{vi: Không, en: None}", "short": "{vi: Không, en: None}", "kind": "not_stated"}
    text = "".join(f"{key}: {value}\n" for key, value in standard.items())
    (root / "content/standards/khong.yaml").write_text(text, "utf-8")
    edit(EVIDENCE, "standard: da-chieu-thu", "standard: khong")
    assert codes(root) == ["not-comparable"]
    edit(f"{PLAN}/targets.yaml", "geography: tinh-thu", "geography: tinh-thu\n  standard: khong")

    assert codes(root) == []


def test_a_table_tells_the_standard_of_a_target(root: Path, edit: Edit) -> None:
    """The plan's own rows say by which standard it counts; without them two standards in force are no answer."""
    text = (root / "content/standards/da-chieu-thu.yaml").read_text("utf-8")
    (root / "content/standards/khac.yaml").write_text(text, "utf-8")
    assert [one.values["what"] for one in told(root)] == [Phrase("compare.unstated")]
    table = root / "datasets/tinh-thu-1-bang/tinh-thu-1-bang.csv"
    header = table.read_text("utf-8").split("\n")[0].split(",")
    row = dict.fromkeys(header, "") | {
        "place": "tinh-thu", "place_name": "Tỉnh Thử", "year": "2018", "indicator": "muc-giam-ty-le-ho-ngheo",
        "value": "1.5", "value_printed": '"1,5%"', "unit": "percentage_point", "status": "target",
        "standard": "da-chieu-thu", "producer": "ubnd-tinh-thu", "source": "tinh-thu-1-kh-ubnd-2018#I.2",
        "row": "unit",
    }  # fmt: skip
    table.write_text(table.read_text("utf-8") + ",".join(row[name] for name in header) + "\n", "utf-8")
    assert codes(root) == []
    edit(EVIDENCE, "standard: da-chieu-thu", "standard: khac")

    assert [one.values["what"] for one in told(root)] == [Phrase("compare.standard")]


def test_a_target_for_a_group_is_met_by_no_number(root: Path, edit: Edit) -> None:
    """A number does not say which group it counts."""
    edit(
        f"{PLAN}/targets.yaml", "geography: tinh-thu", "geography: tinh-thu\n  group: {vi: hộ mới, en: new households}"
    )

    assert [(one.values["what"], one.values["wanted"]) for one in told(root)] == [(Phrase("compare.group"), "hộ mới")]


def test_no_other_year_of_the_plan_meets_a_target(root: Path, edit: Edit) -> None:
    """A target of 2018 is not met by a number of 2017, although the plan began in 2016."""
    edit(f"{PLAN}/plan.yaml", "period: {start: 2018, end: 2018}", "period: {start: 2016, end: 2018}")
    edit(EVIDENCE, "year: 2018", "year: 2017")

    assert [one.values["what"] for one in told(root)] == [Phrase("compare.year")]


def test_what_is_met_is_met_in_each_of_its_targets(root: Path, edit: Edit) -> None:
    """One figure is not enough for a commitment with two targets; that it is partly met may be said of one."""
    targets = root / PLAN / "targets.yaml"
    text = targets.read_text("utf-8")
    targets.write_text(text + text.replace("id: giam-ty-le", "id: ty-le").replace("muc-giam-ty-le", "ty-le"), "utf-8")
    edit(f"{PLAN}/commitments.yaml", "targets: [giam-ty-le]", "targets: [giam-ty-le, ty-le]")
    assert codes(root) == ["assessment-without-evidence"]
    edit(ASSESSMENT, "verdict: met", "verdict: partly_met")

    assert codes(root) == []


def test_a_commitment_without_a_target_is_judged_by_evidence_that_lists_it(root: Path, edit: Edit) -> None:
    """And by no other."""
    edit(ASSESSMENT, "commitment: ck-002", "commitment: ck-003")
    assert codes(root) == ["assessment-without-evidence"]
    edit(EVIDENCE, "commitments: [ck-002, bc-01]", "commitments: [ck-002, ck-003, bc-01]")

    assert codes(root) == []


def test_evidence_without_a_date_says_so(root: Path, edit: Edit) -> None:
    """What bears no date may stand as evidence where its limits are told."""
    edit(EVIDENCE, "published: 2019-01-15\npublished_printed: 15/01/2019\n", 'published: null\npublished_printed: ""\n')
    assert codes(root) == ["evidence-undated"]
    edit(
        EVIDENCE,
        "references: [bo-thu]",
        "limits: {vi: Bài không ghi ngày., en: It bears no date.}\nreferences: [bo-thu]",
    )

    assert codes(root) == []


@pytest.mark.parametrize(
    ("plan", "id", "actors", "source"),
    [
        ("tan-yen-58-kh-ubnd-2017", "ck-040", (), "none"),
        ("tan-yen-58-kh-ubnd-2017", "ck-042", (), "none"),
        ("tan-yen-58-kh-ubnd-2017", "ck-004", (), "none"),
        ("tan-yen-58-kh-ubnd-2017", "ck-102", ("cac-cap-huyen-tan-yen",), "named"),
        ("yen-bai-131-kh-tu-2019", "ck-114", ("ban-tuyen-giao-tinh-uy-yen-bai",), "implied"),
    ],
)
def test_nobody_is_charged_whom_the_text_does_not_charge(
    portal: Site, plan: str, id: str, actors: tuple[str, ...], source: str
) -> None:
    (duty,) = [one for one in portal.plans[plan].commitments if one.id == id]

    assert (duty.actors, duty.actor_source) == (actors, source)


@pytest.mark.parametrize("id", ["ck-050", "ck-051", "ck-052"])
def test_the_front_of_yen_bai_finds_its_duties(portal: Site, id: str) -> None:
    """E.2 names the Fatherland Front Committee among those whose heads are charged."""
    (duty,) = [one for one in portal.plans["yen-bai-131-kh-tu-2019"].commitments if one.id == id]

    assert "ub-mttq-tinh-yen-bai" in duty.actors


IN_OTHER_WORDS = {
    ("son-la-237-kh-mttq-btt-2022", "ck-025", "mttq-cac-cap-tinh-son-la"),  # "MTTQ Việt Nam và các … các cấp"
    ("yen-bai-131-kh-tu-2019", "ck-051", "cac-huyen-thi-xa-thanh-pho-tinh-yen-bai"),  # "với huyện": told in the note
}


def test_whoever_is_charged_or_takes_part_is_printed(portal: Site) -> None:
    """An actor that is not implied, and a partner, has a printed form in the provision or in one that it stands in."""
    for plan in portal.plans.values():
        known = {one.id: one for one in plan.provisions}
        for duty in plan.commitments:
            text, at = "", known.get(duty.provision)
            while at is not None:
                text += f" {at.title or ''} {at.text}".casefold()
                at = known.get(at.parent or "")
            charged = duty.actors if duty.actor_source in ("named", "heading") else ()
            for agency in (portal.agencies[id] for id in (*charged, *duty.partners)):
                forms = (*agency.aliases, *agency.name.values())
                printed = any(form.casefold() in text for form in forms)
                assert printed or (plan.id, duty.id, agency.id) in IN_OTHER_WORDS
