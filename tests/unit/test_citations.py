"""Who names which document where, and what of the prints really disagrees."""

from __future__ import annotations

import pytest

from generator.derive.citations import date_of, numbers_in
from generator.derive.facts import derive
from generator.model.duties import Citation
from generator.model.records import Document
from generator.read.site import read_site
from tests.unit.small_duties import of_plans
from tests.unit.small_site import PLAN, PROJECT, both, plan


def facts(*citations, number=None):
    document = Document(id="d", name=both("Văn bản"), number=number)
    return derive(of_plans(plan(citations=citations), documents=[document]))


def named(printed, day=None, provision="I"):
    return Citation(document="d", provision=provision, printed=printed, printed_date=day)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("6 tháng 01 năm 2017", ("2017", "1", "6")),
        ("07/01/2017", ("2017", "1", "7")),
        ("ngày 7-1-2017", ("2017", "1", "7")),
        ("05 tháng 6 năm 2017", ("2017", "6", "5")),
        ("tháng 6 năm 2017", ("2017", "6")),
        ("6/2017", ("2017", "6")),
        ("năm 2017", ("2017",)),
        ("hôm qua", ()),
    ],
)
def test_printed_dates_are_read_as_far_as_they_go(printed, parts):
    """Spellings of one day are one; what names only a month or a year says no more than that."""

    assert date_of(printed) == parts


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Nghị quyết số 46 - NQ/TU, ngày 20/10/2017", ("46 - NQ/TU",)),
        ("Nghị quyết 30a/2008/NQ-CP", ("30a/2008/NQ-CP",)),
        ("Nghị quyết liên tịch số 88/NQLT/CQ-ĐCTUBTWMTTQVN", ("88/NQLT/CQ-ĐCTUBTWMTTQVN",)),
        ("Chỉ thị 05-CT/TW và Nghị quyết 160/NQ-CP", ("05-CT/TW", "160/NQ-CP")),
        ("Chương trình giai đoạn 2016 - 2020, ngày 23/6/2021", ()),
        ("Luật Bảo hiểm y tế", ()),
    ],
)
def test_numbers_are_found_among_words(printed, numbers):
    """A number keeps its spaces as printed; years and dates are none."""

    assert numbers_in(printed) == numbers


def test_every_mention_is_kept_as_printed():
    """A document has its mentions in the order of the text; one that nobody names has none."""
    found = facts(named("Chỉ thị 1", "6/1/2017"), named("chỉ thị số 1", provision="II")).mentions_of
    none = facts().mentions_of

    assert [(one.plan, one.provision, one.printed, one.printed_date) for one in found["d"]] == [
        (PLAN, "I", "Chỉ thị 1", "6/1/2017"),
        (PLAN, "II", "chỉ thị số 1", None),
    ]
    assert none["d"] == ()


@pytest.mark.parametrize(
    "days",
    [
        ("6 tháng 01 năm 2017", "06/1/2017"),
        ("06/01/2017", "năm 2017"),
        ("tháng 01 năm 2017", "06/01/2017"),
        ("06/01/2017", None),
        ("06/01/2017", "hôm ấy"),
    ],
)
def test_what_fits_is_no_conflict(days):
    """Another spelling, fewer words, or no date: nothing disagrees."""

    assert facts(*(named("Chỉ thị", day) for day in days)).conflicts_of["d"] == ()


def test_dates_that_differ_are_shown_as_printed():
    """Both prints stand, each once, in the order of the text, with every place that prints one of them."""
    found = facts(
        named("Chỉ thị", "6 tháng 01 năm 2017"), named("Chỉ thị", "07/01/2017"), named("Chỉ thị"),
        named("Chỉ thị", "06/01/2017", "II"), named("Chỉ thị", "năm 2017"),
    ).conflicts_of["d"]  # fmt: skip

    assert [(one.about, one.values) for one in found] == [("date", ("6 tháng 01 năm 2017", "07/01/2017"))]
    assert [(one.provision, one.printed_date) for one in found[0].mentions] == [
        ("I", "6 tháng 01 năm 2017"), ("I", "07/01/2017"), ("II", "06/01/2017"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "printed", "values"),
    [
        ("46-NQ/TU", "Nghị quyết số 46 - NQ/TU", ()),
        ("46-NQ/TU", "nghị quyết 46-nq/tu", ()),
        ("80/NQ-CP", "Nghị quyết 80/2011/NQ-CP", ()),
        ("80/NQ-CP", "Nghị quyết của Chính phủ", ()),
        ("2/KH-UBND", "Kế hoạch 2/KH-UBND thực hiện Nghị quyết 80/NQ-CP", ()),
        ("80/NQ-CP", "Kế hoạch thực hiện Chỉ thị 1/CT-TTg và Nghị quyết 80/NQ-CP", ()),
        ("88/NQLT/CP-ĐCT", "Nghị quyết 88/NQLT/CQ-ĐCT", ("88/NQLT/CQ-ĐCT", "88/NQLT/CP-ĐCT")),
        ("33/2015/QĐ-TTg", "Quyết định 33/2016/QĐ-TTg", ("33/2016/QĐ-TTg", "33/2015/QĐ-TTg")),
        (None, "Nghị quyết 1/NQ", ()),
    ],
)
def test_a_number_is_held_against_the_records_own(number, printed, values):
    """Spaces, capitals and a year left out are spellings; other letters or figures are not."""
    found = facts(named(printed), number=number).conflicts_of["d"]

    assert tuple(value for one in found for value in one.values) == values


def test_real_conflicts_are_those_of_the_texts():
    """Of all documents that the five plans cite, one has two dates and one a number that is not its own."""
    site, _ = read_site(PROJECT)
    assert site is not None
    found = {(one.document, one.about): one.values for ones in derive(site).conflicts_of.values() for one in ones}

    assert found == {
        ("thu-tuong-01-ct-ttg-2017", "date"): ("6 tháng 01 năm 2017", "07/01/2017"),
        ("chinh-phu-88-nqlt-cp-dctubtwmttqvn-2016", "number"): (
            "88/NQLT/CQ-ĐCTUBTWMTTQVN", "88/NQLT/CP-ĐCTUBTWMTTQVN",
        ),
    }  # fmt: skip
