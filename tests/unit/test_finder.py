"""The finder on the real law: made-up households with what they may ask for, and nothing beside it."""

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from generator.derive.facts import Facts, derive
from generator.model.duties import HouseholdStatus, Question
from generator.pages.records import finder, policy
from generator.read.site import read_site
from tests.projects import REPOSITORY
from tests.unit.small_duties import whole, words

VI = words()["vi"]


@pytest.fixture(scope="module")
def facts() -> Facts:
    site, _ = read_site(REPOSITORY)
    assert site is not None
    return derive(site)


@pytest.fixture(scope="module")
def pages(facts: Facts) -> dict[str, finder.AnswersView]:
    return {view.path: view for view in finder.views(facts, "vi", VI)}


def answers(view: finder.AnswersView, question: Question) -> list[finder.Answer]:
    return [answer for part in view.parts if part.question == question for answer in part.answers]


def said(value: object) -> str:
    if is_dataclass(value):
        return " ".join(said(getattr(value, field.name)) for field in fields(value))
    return " ".join(map(said, value)) if isinstance(value, tuple) else str(value)


HOUSEHOLDS = [
    # household, question, what its page has to say, what it must not say
    ("ho-ngheo", "everybody", ("không mất tiền", "100%"), ("34.155", "Mẫu số 01")),
    ("ho-can-ngheo", "everybody", ("34.155", "100%", "Mẫu số 01"), ("vùng dân tộc thiểu số và miền núi",)),
    ("ho-can-ngheo-dan-toc-thieu-so", "everybody", ("vùng dân tộc thiểu số và miền núi", "tùy xã"), ()),
    ("moi-thoat-ngheo", "everybody", ("Mẫu số 01", "đặc biệt khó khăn"), ("34.155", "hộ cận nghèo, người")),
    ("ho-ngheo", "school", ("150.000", "miễn học phí"), ("học nghề, cao đẳng, đại học; người dân tộc thiểu số",)),
    ("ho-ngheo-dan-toc-thieu-so", "school", ("Miễn học phí", "Giảm 70%"), ()),
    ("ho-can-ngheo", "school", ("Không phải đóng học phí",), ("hộ nghèo",)),
    ("ho-ngheo", "old", ("810.000", "1.080.000", "540.000", "từ đủ 70"), ()),
    ("ho-can-ngheo", "old", ("540.000", "từ đủ 70"), ("810.000",)),
    ("khong-trong-danh-sach", "old", ("540.000", "từ đủ 75"), ("từ đủ 70", "810.000")),
    ("ho-can-ngheo", "care", ("540.000", "ly hôn thì hỏi xã", "810.000"), ()),
    ("khong-trong-danh-sach", "care", ("1.350.000",), ("một mình nuôi con",)),
    ("khong-trong-danh-sach", "disabled", ("810.000", "1.350.000", "Thẻ bảo hiểm y tế"), ()),
    ("ho-ngheo", "home", ("40 triệu", "60%", "8,4%", "30 kWh", "năm 2014"), ()),
    ("moi-thoat-ngheo", "home", ("8,4%",), ("40 triệu", "30 kWh")),
    ("ho-ngheo", "work", ("6,24%", "bào chữa không mất tiền"), ("7,488%", "7,8%")),
    ("ho-can-ngheo", "work", ("7,488%", "đang bị buộc tội"), ("6,24%",)),
    ("moi-thoat-ngheo", "work", ("7,8%", "3 năm"), ("bào chữa",)),
    ("khong-trong-danh-sach-dan-toc-thieu-so", "work", ("người dân tộc thiểu số, sống ở vùng đặc biệt",), ("lãi",)),
]


@pytest.mark.parametrize(("household", "question", "told", "untold"), HOUSEHOLDS)
def test_a_household_is_told_what_is_for_it(
    pages: dict[str, finder.AnswersView],
    household: str,
    question: Question,
    told: tuple[str, ...],
    untold: tuple[str, ...],
) -> None:
    """And nothing that is for another: the table is of made-up households with their right answers."""
    found = answers(pages[f"tim-ho-tro/{household}/"], question)
    text = " ".join(f"{answer.text} {answer.fact} {answer.depends}" for answer in found)

    assert [words for words in told if words.lower() not in text.lower()] == []
    assert [words for words in untold if words.lower() in text.lower()] == []


def test_every_answer_says_the_fact_the_act_and_its_days(pages: dict[str, finder.AnswersView]) -> None:
    """A line without them is no line of the finder."""
    found = [answer for view in pages.values() for part in view.parts for answer in part.answers]

    assert len(pages) == 2 * len(get_args(HouseholdStatus))
    assert [answer.text for answer in found if not (answer.fact and answer.law and answer.policy.href)] == []
    assert [link.note for answer in found for link in answer.law if "hiệu lực" not in link.note] == [
        link.note for answer in found for link in answer.law if VI["law.since_unknown"] in link.note
    ]


def test_the_finder_asks_at_most_eight_questions() -> None:
    """Two lead to a page; the others open on it, and what is for everybody is not asked."""
    assert 2 + len(get_args(Question)) - 1 <= 8


def test_a_site_without_entitlements_has_no_finder() -> None:
    """Another portal need not have one."""
    facts = derive(whole())

    assert (list(finder.lists(facts, "vi", VI)), list(finder.views(facts, "vi", VI))) == ([], [])


def test_a_situation_lists_what_the_finder_answers_for_it_and_what_is_open_comes_first(facts: Facts) -> None:
    """The list of supports by situation says nothing that the finder does not; what has ended stands last."""
    (listed,) = policy.lists(facts, "vi", VI)
    by_page = {one.label.href: {link.href for link in one.links} for one in listed.situations if one.label.href}

    for view in finder.views(facts, "vi", VI):
        if view.path in by_page:
            told = {answer.policy.href for part in view.parts[:1] for answer in part.answers}
            assert view.parts[0].question == "everybody"
            assert by_page[view.path] == {href for href in told if href.startswith("chinh-sach/")}
    assert len(by_page) >= 2
    lapsed = [card.lapsed for card in listed.checked]
    assert lapsed == sorted(lapsed)
