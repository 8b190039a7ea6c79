"""Duties become days only where the text gives days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.derive.facts import derive
from generator.derive.recurring import times_of
from generator.model.duties import Deadline
from generator.model.plan import Period
from generator.read.site import read_site
from tests.unit import small_site
from tests.unit.small_duties import YEARLY, commitment, evidence, of_plans, report, search
from tests.unit.small_site import PLAN, PROJECT, plan

AS_OF = date(2026, 11, 21)


def dues(**parts):
    """What is due by the small plan of 5 June 2017, for 2017 and 2018 unless told otherwise."""
    records = {key: parts.pop(key) for key in ("evidence", "searches") if key in parts}
    return derive(of_plans(plan(**parts), **records)).dues


def times(deadline, **more):
    return [one.day or one.year for one in times_of(plan(**more), deadline, AS_OF)]


def yearly(month_day, recurrence="yearly"):
    return Deadline(printed="hằng năm", month_day=month_day, recurrence=recurrence)


@pytest.mark.parametrize(
    ("deadline", "period", "expected"),
    [
        (yearly("12-05"), Period(start=2017, end=2018), [date(2017, 12, 5), date(2018, 12, 5)]),
        (yearly("06-04"), Period(start=2017, end=2018), [date(2018, 6, 4)]),
        (yearly("06-05"), Period(start=2016, end=2017), [date(2017, 6, 5)]),
        (yearly("06-20", "half_yearly"), Period(end=2018), [date(2017, 6, 20), date(2018, 6, 20)]),
        (yearly("02-29"), Period(end=2020), [date(2018, 2, 28), date(2019, 2, 28), date(2020, 2, 29)]),
        (yearly("12-05"), Period(), [date(year, 12, 5) for year in range(2017, 2027)]),
        (yearly(None), Period(end=2019), [2017, 2018, 2019]),
        (Deadline(printed="x", date=date(2018, 3, 1), recurrence="yearly"), Period(end=2019),
         [date(2018, 3, 1), date(2019, 3, 1)]),
        (yearly("03-01"), Period(start=2017, end=2017), [None]),
        (Deadline(printed="Từ 20/4-30/4/2019", date=date(2019, 4, 30)), Period(end=2020), [date(2019, 4, 30)]),
        (Deadline(printed="trước 30/6", month_day="06-30"), Period(start=2018, end=2018), [date(2018, 6, 30)]),
        (Deadline(printed="trước 30/6", month_day="06-30"), Period(start=2017, end=2018), [None]),
        (Deadline(printed="đến năm 2020"), Period(end=2018), [2020]),
        (Deadline(printed="giai đoạn 2016 - 2020"), Period(end=2020), [None]),
        (Deadline(printed="5 năm", recurrence="five_yearly"), Period(end=2030), [None]),
        (Deadline(printed="thường xuyên", recurrence="regularly"), Period(end=2030), [None]),
        (None, Period(end=2030), [None]),
    ],
)  # fmt: skip
def test_a_deadline_becomes_the_times_that_the_text_gives(deadline, period, expected):
    """From the plan's own day to the end of its period, or of this year; no day and no year is made up."""

    assert times(deadline, period=period) == expected


def test_whether_the_year_of_issue_counts_is_left_open():
    """Of what recurs each year only the years after the plan's own are sure: no text says whether that one counts."""

    def sure(deadline, **more):
        return [one.certain for one in times_of(plan(**more), deadline, AS_OF)]

    assert sure(yearly(None), period=Period(end=2019)) == [False, True, True]
    assert sure(yearly("12-05"), period=Period(end=2018)) == [False, True]
    assert sure(Deadline(printed="từ 2017", date=date(2017, 7, 1), recurrence="yearly"), period=Period(end=2018)) == [
        False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "before"),
    [("trước ngày 05/12", True), ("trước 5/12", True), ("trước trước ngày 15/11/2019", True), ("ngày 05/12", False)],
)
def test_what_is_due_before_a_day_says_so(printed, before):
    """The day stays the printed one; the last day that it can mean is the one before."""
    (time,) = times_of(plan(), Deadline(printed=printed, date=date(2018, 12, 5)), AS_OF)

    assert (time.day, time.before) == (date(2018, 12, 5), before)
    assert time.closes == date(2018, 12, 4 if before else 5)


def test_nothing_is_due_from_a_body_that_has_ended():
    """The district ended with June 2025: of two bodies that owe a report the other goes on, and alone it owes none."""
    two = report(who=("ubnd-a", "ubnd-tinh"), deadline=yearly("12-05"))
    place_of = {"ubnd-a": "huyen-a", "ubnd-tinh": "tinh-t"}
    agencies = {
        id: replace(small_site.site().agencies["ubnd-a"], id=id, place=place, until=None)
        for id, place in place_of.items()
    }
    until = {"huyen-a": date(2018, 6, 30)}
    places = {
        id: replace(place, valid_to=until.get(id, place.valid_to)) for id, place in small_site.site().places.items()
    }

    def ended(duty):
        site = of_plans(plan(reporting=(duty,)), agencies=agencies.values(), places=places.values())
        return [(due.year, due.ended) for due in derive(site).dues]

    assert ended(two) == [(2017, ()), (2018, ("ubnd-a",))]
    assert ended(replace(two, who=("ubnd-a",))) == [(2017, ())]


def test_nothing_is_said_to_be_missing_for_a_year_that_may_not_count():
    """Both years were looked for in vain: only the second is due and not found."""
    found = dues(reporting=(report(deadline=yearly(None)),), searches=[search(day=AS_OF, reports=("bc-01",))])

    assert [(one.year, one.certain, one.publication) for one in found] == [
        (2017, False, "not_enough"), (2018, True, "due_not_found"),
    ]  # fmt: skip


def test_reports_stand_by_day_then_plan_then_duty():
    """A year without a day stands at its end; what has neither stands last."""
    found = dues(
        reporting=(
            report("bc-03", deadline=None),
            report("bc-02", deadline=yearly(None)),
            report("bc-01"),
        )
    )

    assert [(one.duty, one.day, one.year) for one in found] == [
        ("bc-01", date(2017, 12, 5), 2017),
        ("bc-02", None, 2017),
        ("bc-01", date(2018, 12, 5), 2018),
        ("bc-02", None, 2018),
        ("bc-03", None, None),
    ]
    assert [one.id for one in found[2:]] == [f"{PLAN}-bc-01-2018-12-05", f"{PLAN}-bc-02-2018", f"{PLAN}-bc-03"]


def test_a_report_says_who_owes_it_to_whom():
    """Who, to whom, through whom, what and when, as printed; a duty without a time of its own has its commitment's."""
    own = commitment(kind="report", deadline=YEARLY)
    first, second = dues(commitments=(own,), reporting=(report(commitment="ck-001", deadline=None),))

    assert (first.who, first.to, first.via) == (("cac-xa",), ("ubnd-a",), ("phong-a",))
    assert (first.printed, first.day, second.day) == (YEARLY.printed, date(2017, 12, 5), date(2018, 12, 5))
    assert first.is_report


def test_a_commitment_is_due_once_and_only_where_it_is_dated():
    """Days and single years of commitments are there; what only recurs, or has a report of its own, is not."""
    dated = Deadline(printed="hết năm 2018", date=date(2018, 12, 31))
    ones = (
        commitment("ck-001", deadline=dated),
        commitment("ck-002", deadline=Deadline(printed="năm 2018")),
        commitment("ck-003", deadline=yearly(None)),
        commitment("ck-004", deadline=Deadline(printed="thường xuyên", recurrence="regularly")),
        commitment("ck-005"),
        commitment("ck-006", deadline=dated),
        commitment("ck-007", kind="report"),
    )
    found = dues(commitments=ones, reporting=(report("bc-01", commitment="ck-006", deadline=None),))

    assert [(one.duty, one.is_report) for one in found] == [
        ("bc-01", True), ("ck-001", False), ("ck-002", False), ("ck-007", True),
    ]  # fmt: skip
    assert found[1].who == ("ubnd-a",)
    assert found[1].publication == "no_duty"


@pytest.mark.parametrize(
    ("deadline", "period", "past"),
    [
        (Deadline(printed="x", date=date(2026, 11, 20)), Period(end=2030), True),
        (Deadline(printed="x", date=AS_OF), Period(end=2030), False),
        (Deadline(printed="năm 2025"), Period(end=2030), True),
        (Deadline(printed="năm 2026"), Period(end=2030), False),
        (None, Period(end=2025), True),
        (None, Period(end=2026), False),
        (None, Period(), False),
    ],
)
def test_past_is_what_had_passed_before_the_date(deadline, period, past):
    """The day itself is not past; what has no day passes with its plan."""
    (one,) = dues(period=period, reporting=(report(deadline=deadline),))

    assert one.past is past


def test_each_time_has_its_own_state():
    """An article of January 2018 is nearest to the report of December 2017; that of 2018 was looked for in vain."""
    found = dues(
        reporting=(report(commitment="ck-001"),),
        commitments=(commitment(),),
        evidence=[evidence()],
        searches=[search()],
    )

    assert [one.publication for one in found] == ["published", "due_not_found"]


def test_what_has_no_day_of_publication_is_of_no_single_time():
    """Evidence without a day shows that a report was published, and not which of several."""
    several = dues(reporting=(report(),), evidence=[evidence(published=None, commitments=("bc-01",))])
    single = dues(reporting=(report(deadline=None),), evidence=[evidence(published=None, commitments=("bc-01",))])

    assert [one.publication for one in several] == ["not_searched", "not_searched"]
    assert [one.publication for one in single] == ["published"]


def test_a_report_to_come_is_not_due():
    """In a plan to 2027 the reports of 5 December 2026 and 2027 are still to come."""
    found = dues(period=Period(end=2027), reporting=(report(),), searches=[search(day=AS_OF)])

    assert [one.publication for one in found[-3:]] == ["due_not_found", "not_due", "not_due"]


def test_real_days_are_those_of_the_texts():
    """Plan 58 asks for reports by 20 June and 5 December, 2017 to 2020; plan 184 by 30 June and 15 December."""
    site, _ = read_site(PROJECT)
    assert site is not None
    found = [one for one in derive(site).dues if one.is_report and one.day]

    def days(plan):
        return sorted({(one.day.month, one.day.day) for one in found if one.plan == plan})

    assert days("tan-yen-58-kh-ubnd-2017") == [(6, 20), (12, 5)]
    assert days("tuyen-quang-184-kh-mttq-2018") == [(6, 30), (12, 15)]
    assert len([one for one in found if one.plan == "tan-yen-58-kh-ubnd-2017"]) == 8
