"""The first screen of a place: its promise, what was published on it, its last known rate."""

from __future__ import annotations

from generator.pages.places.answer import aims_of, answer_of
from tests.portal import facts, words

MU_CANG_CHAI = "huyen-mu-cang-chai-yen-bai-den-2025"


def test_a_sentence_of_a_plan_stands_once_with_all_its_numbers() -> None:
    """The plan says three numbers for the district in one sentence, which one commitment carries."""
    (aim,) = aims_of(facts().site.plans["yen-bai-131-kh-tu-2019"], MU_CANG_CHAI, facts(), "vi", words("vi"))

    assert [number.printed for number in aim.numbers] == ["trên 8,50%", "979 hộ", "43,16%"]
    assert [number.points for number in aim.numbers] == [True, False, False]
    assert aim.duty.href.endswith("/ck-018/")
    assert aim.state == "partly"
    assert aim.results


def test_what_bears_on_its_promise_comes_first() -> None:
    """Of all that was published on the district the piece that answers its target leads."""
    answer = answer_of(facts().site.places[MU_CANG_CHAI], facts(), "vi", words("vi"))

    assert answer.promised[0].here
    assert answer.promised[0].href.endswith("/ck-018/")
    assert "41,82%" in answer.published[0].label
    assert answer.more == len(facts().published_on_places[MU_CANG_CHAI]) - len(answer.published)


def test_a_commune_of_today_is_told_what_was_promised_around_it_and_that_it_is_around() -> None:
    """What was for a district is never said to be for the commune."""
    answer = answer_of(facts().site.places["xa-nha-nam-bac-ninh"], facts(), "vi", words("vi"))

    assert answer.promised
    assert not any(one.here for one in answer.promised)


def test_where_no_plan_is_nothing_is_promised() -> None:
    """No plan of elsewhere is told."""
    answer = answer_of(facts().site.places["tinh-ca-mau"], facts(), "vi", words("vi"))

    assert answer.promised == ()
    assert answer.looked == ""


def test_the_last_measured_rate_is_told_and_no_intended_one() -> None:
    """A plan's own numbers are no result."""
    for place in facts().site.places.values():
        rate = answer_of(place, facts(), "vi", words("vi")).rate
        if rate is not None:
            assert words("vi")["figure.status.plan"] not in rate.about
            assert words("vi")["figure.status.target"] not in rate.about
