"""Calendar files that a calendar opens: whole days, ids that stay, and text as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.derive.facts import derive
from generator.exports import calendars
from generator.model.duties import Deadline
from generator.model.plan import Period
from generator.read.site import read_site
from tests.unit.small_duties import commitment, report, whole, words
from tests.unit.small_site import PLAN, PROJECT, both

HARD = "Báo cáo; kết quả, \\ “giảm nghèo”\nbền vững — " + "đặc biệt khó khăn " * 12


@cache
def made(which="small"):
    """Every calendar of a project, by path."""
    site = whole() if which == "small" else read_site(PROJECT)[0]
    assert site is not None
    return {one.path: one.recipe(one.given) for one in calendars.outputs(derive(site), words())}


def with_parts(**parts):
    """The calendars of the small project whose plan has these parts."""
    site = whole()
    site = replace(site, plans={PLAN: replace(site.plans[PLAN], **parts)})
    return {one.path: one.recipe(one.given) for one in calendars.outputs(derive(site), words())}


def events(body):
    return list(Calendar.from_ical(body).walk("VEVENT"))


def test_all_a_plans_and_an_agencys_days_are_there():
    """One calendar of all, one of the plan, one of each agency that owes, receives or passes on; in every language."""
    own = ["lich-bao-cao.ics", f"lich-bao-cao/{PLAN}.ics"]
    own += [f"co-quan/{agency}/lich.ics" for agency in ("ubnd-a", "cac-xa", "phong-a")]

    assert set(made()) == {f"{lang}{path}" for lang in ("", "en/") for path in own}


def test_what_a_page_offers_is_what_is_made():
    """A page offers the calendar that there is; one of an agency without a day offers none."""
    facts = derive(whole())
    pages = ["lich-bao-cao/", f"ke-hoach/{PLAN}/", *(f"co-quan/{id}/" for id in facts.site.agencies)]
    offered = [one.path for page in pages for one in calendars.downloads(facts, page)]

    assert sorted(offered) == sorted(path for path in made() if not path.startswith("en/"))
    assert calendars.downloads(facts, "co-quan/khac/") == ()


def test_an_event_is_a_whole_day_with_an_id_that_stays():
    """The day, the day after as its end, the date of the content as its stamp, and neither a clock nor an alarm."""
    first, second, third = events(made()["lich-bao-cao.ics"])

    assert [one.decoded("dtstart") for one in (first, second, third)] == [
        date(2017, 12, 5), date(2018, 6, 30), date(2018, 12, 5),
    ]  # fmt: skip
    assert first.decoded("dtend") == date(2017, 12, 6)
    assert first.decoded("dtstamp") == datetime(2026, 11, 21, tzinfo=UTC)
    assert str(first["uid"]) == f"{PLAN}-bc-01-2017-12-05@example.org"
    assert str(first["summary"]) == "Trước 5/12/2017: UBND các xã: Kết quả"
    assert first.subcomponents == []


def test_an_event_tells_who_reports_to_whom_and_where_it_stands():
    """The description has the words of the text, who it goes to, through whom, and the address of the clause."""
    first = str(events(made()["lich-bao-cao.ics"])[0]["description"]).splitlines()
    english = str(events(made()["en/lich-bao-cao.ics"])[0]["description"]).splitlines()

    assert first[:4] == [
        "Như in: hằng năm (trước ngày 05/12)", "Gửi: UBND huyện A", "Qua: Phòng A", "Phòng A: Sáp nhập",
    ]  # fmt: skip
    assert first[4] == "Kế hoạch 1/KH, Mục II"
    assert f"https://example.org/giam-ngheo/ke-hoach/{PLAN}/muc/II/" in first
    assert english[1] == "To: UBND huyện A"
    assert f"https://example.org/giam-ngheo/en/ke-hoach/{PLAN}/muc/II/" in english


def test_a_calendar_has_a_name():
    """A reader with several calendars can tell them apart."""
    names = {path: str(Calendar.from_ical(made()[path])["x-wr-calname"]) for path in made()}

    assert names["lich-bao-cao.ics"] == "Lịch báo cáo giảm nghèo"
    assert names[f"lich-bao-cao/{PLAN}.ics"] == "Lịch báo cáo giảm nghèo: 1/KH"
    assert names["co-quan/phong-a/lich.ics"] == "Lịch báo cáo giảm nghèo: Phòng A"


def test_an_agencys_calendar_has_its_days_only():
    """The office passes the yearly report on; the district's own commitment is not its affair."""

    assert len(events(made()["co-quan/phong-a/lich.ics"])) == 2
    assert len(events(made()["co-quan/ubnd-a/lich.ics"])) == 3


def test_what_has_no_day_is_in_no_calendar():
    """A year is no day: without any day there is no calendar at all."""
    undated = (report(deadline=Deadline(printed="năm 2018")), report("bc-02", deadline=None))

    assert with_parts(reporting=undated, commitments=()) == {}


def test_a_year_alone_is_the_last_day_of_this_year_and_the_next():
    """Marked so; and a plan that is in force ends on a day of its own."""
    site = whole()
    yearly = report(deadline=Deadline(printed="hằng năm", recurrence="yearly"))
    plan = replace(site.plans[PLAN], reporting=(yearly,), commitments=(), period=Period(start=2018, end=2030))
    as_of = replace(site.config, as_of=date(2026, 11, 28))
    facts = derive(replace(site, plans={PLAN: plan}, config=as_of))
    made_now = {one.path: one.recipe(one.given) for one in calendars.outputs(facts, words())}
    *dues, end = events(made_now["lich-bao-cao.ics"])

    assert [str(one.decoded("DTSTART")) for one in dues] == ["2026-12-31", "2027-12-31"]
    assert all("không nêu ngày" in str(one["SUMMARY"]) for one in dues)
    assert str(end.decoded("DTSTART")) == "2030-12-31"


def test_words_come_back_as_they_were():
    """Semicolons, commas, backslashes, line ends and long Vietnamese sentences pass through a parser unchanged."""
    body = with_parts(reporting=(report(what=both(HARD)),), commitments=())["lich-bao-cao.ics"]

    assert str(events(body)[0]["summary"]) == f"Trước 5/12/2017: UBND các xã: {HARD}"


@pytest.mark.parametrize("which", ["small", "real"])
def test_lines_are_as_the_standard_has_them(which):
    """Every line ends with CR LF, is no longer than 75 bytes, and is whole UTF-8."""
    for body in made(which).values():
        lines = body.split(b"\r\n")
        assert lines[-1] == b""
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(len(line) for line in lines) <= 75
        assert all(line.decode("utf-8") or line == b"" for line in lines)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_line_is_folded_without_loss(text):
    """Whatever its letters, a folded line has pieces of at most 75 bytes, and unfolds to what it was."""
    pieces = calendars.folded(text).split("\r\n")

    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == text
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_ids_are_unique_and_the_same_in_both_languages():
    """An event that stands in several calendars is one event."""
    ids = [str(one["uid"]) for one in events(made("real")["lich-bao-cao.ics"])]

    assert len(ids) == len(set(ids)) > 10
    assert ids == [str(one["uid"]) for one in events(made("real")["en/lich-bao-cao.ics"])]


def test_the_days_of_plan_58():
    """A commune of Tân Yên finds its reports by 20 June and 5 December of each year of the plan."""
    body = made("real")["co-quan/ubnd-cac-xa-thi-tran-huyen-tan-yen/lich.ics"]
    days = [one.decoded("dtstart") for one in events(body) if "-bc-" in str(one["uid"])]

    assert days == [date(year, *day) for year in range(2017, 2021) for day in ((6, 20), (12, 5))]


def test_the_same_project_makes_the_same_bytes():
    """Nothing of the clock is in a calendar."""
    again = {one.path: one.recipe(one.given) for one in calendars.outputs(derive(whole()), words())}

    assert again == made()


def test_a_commitment_with_a_day_leads_to_its_page():
    """The address of an event that is no report is that of the commitment."""
    dated = Deadline(printed="đến 30/6/2018", date=date(2018, 6, 30))
    (only,) = events(with_parts(reporting=(), commitments=(commitment(deadline=dated),))["lich-bao-cao.ics"])

    assert str(only["url"]) == f"https://example.org/giam-ngheo/cam-ket/{PLAN}/ck-001/"
    assert "Gửi:" not in str(only["description"])
