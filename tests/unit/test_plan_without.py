"""A copy that prints no number, no day and no signer: nothing is invented, and each sentence has words for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from generator.derive.facts import Facts, derive
from generator.model.plan import Period, StructureNote
from generator.pages.parts.citing import cited_plan
from generator.pages.plans import plan as plan_page
from generator.pages.plans import provision as provision_page
from generator.pages.supervision import letter
from tests.unit.small_duties import report, whole, words
from tests.unit.small_site import PLAN, api_files, both, provision

BARE: dict[str, Any] = {
    "number": None, "number_printed": None, "date": None, "date_printed": None, "date_source": None, "signer": None,
    "period": Period(), "reporting": (report(),),
}  # fmt: skip


def bare(**more: Any) -> Facts:
    site = whole()
    return derive(replace(site, plans={PLAN: replace(site.plans[PLAN], **{**BARE, **more})}))


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_have_words_for_what_is_not_printed(lang: str) -> None:
    """The plan, its provisions and the letter say that no number and no day is stated; nobody is named as signer."""
    facts, said = bare(), words()[lang]
    (view,) = plan_page.views(facts, lang, said)
    (asked,) = letter.views(facts, lang, said)
    told = [*words_in(view), *words_in(asked), *words_in(tuple(provision_page.views(facts, lang, said)))]

    assert (view.card.number, view.card.date, view.signer) == (said["plan.no_number"], None, "")
    assert view.card.period == said["plan.period_none"]
    assert [one for one in told if "None" in one] == []
    assert said["plan.no_date"] in asked.dated


def test_a_citation_says_that_there_is_no_number_and_no_day() -> None:
    """Neither the sentence nor what reference managers take holds a day that nobody printed."""
    facts, said = bare(), words()["vi"]
    cite = cited_plan(facts.site.plans[PLAN], "ke-hoach/x/", "plan.citation_whole", facts.site, "vi", said)
    forms = dict(cite.forms)

    assert "(văn bản không nêu số) (văn bản không nêu ngày)" in cite.before
    assert "year" not in forms["BibTeX"].replace("urldate", "")
    assert "issued" not in json.loads(forms["CSL-JSON"])[0]
    assert "ngày" not in cite.official


def test_the_api_says_null() -> None:
    """What is not printed is null, in the list of plans too."""
    made = {one.path: one.recipe(one.given) for one in api_files(bare())}
    plan = json.loads(made[f"api/v1/plans/{PLAN}.json"])
    (entry,) = json.loads(made["api/v1/plans.json"])

    assert [plan[key] for key in ("number", "number_printed", "date", "date_source", "signer")] == [None] * 5
    assert (entry["number"], entry["date"]) == (None, None)


def test_a_plan_without_a_period_is_not_said_to_run() -> None:
    """Whether its period has ended is not known; what recurs from no known day on is due on none."""
    facts = bare()

    assert {status.lifecycle for status in facts.statuses.values()} == {"unknown"}
    assert [due.day for due in facts.dues if due.is_report] == [None]


def test_a_numeral_that_is_noted_as_odd_breaks_no_count() -> None:
    """Between I and V stand II, III and IV, whose print is told in a note."""
    noted = tuple(StructureNote(provision=id, kind="odd_mark", note=both("Bản sao in khác.")) for id in ("II", "III"))
    provisions = tuple(
        provision(id, order, id, number="" if id in ("I", "IV") else None)
        for order, id in enumerate(("I", "II", "III", "IV"), 1)
    )

    def gaps(**more: Any) -> list[str]:
        findings = bare(provisions=provisions, **more).findings
        return [one.printed for one in findings if one.rule == "numbering-gap"]

    assert (gaps(structure=noted), gaps()) == ([], ["IV."])
