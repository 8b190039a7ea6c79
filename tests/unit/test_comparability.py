"""What keeps a published number from being held against a target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.check.assessments import verdicts
from generator.check.known import known
from generator.derive.comparability import differences, pairs_of, target_standard, target_year
from generator.derive.facts import derive
from generator.model.diagnostic import Phrase
from generator.model.duties import Assessment, Shown
from generator.model.records import Standard
from generator.model.site import Site
from generator.pages.supervision import ledger
from tests.unit.small_duties import commitment, evidence, whole, words
from tests.unit.small_site import PLAN, both, row

SHOWN = Shown(
    indicator="muc-giam-ty-le-ho-ngheo", value="1.2", value_printed="1,2", unit="percentage_point",
    standard="da-chieu", place="huyen-a", year=2018, target="giam",
)  # fmt: skip
VERDICT = Assessment(
    id="xet", plan=PLAN, commitment="ck-001", verdict="met", date=date(2020, 1, 1), assessor=both("Chúng tôi"),
    evidence=("bai",), reason=both("Đạt"),
)  # fmt: skip


def standard(id: str, first: int, last: int) -> Standard:
    period = {"valid_from": date(first, 1, 1), "valid_to": date(last, 12, 31)}
    return Standard(id=id, name=both(id), short=both(id), kind="multidimensional", **period)


def site_of(*standards: Standard, shown: Shown = SHOWN, tabled: str = "", **target: Any) -> Site:
    """A site with those standards and one target, which a number stands beside and a verdict says is met.

    `tabled` is the standard of the target's row in the plan's table; empty for no row.
    """
    site = whole()
    plan = site.plans[PLAN]
    aim = replace(plan.targets[0], unit="pp", **target)
    table = next(iter(site.datasets.values()))
    printed = ("huyen-a", 2018, "muc-giam-ty-le-ho-ngheo", "1.0", "1,0")
    rows = [replace(row(*printed, status="target", line=99), standard=tabled)] if tabled else []
    changed = replace(plan, targets=(aim,), commitments=(commitment(targets=("giam",)),), reporting=())
    return replace(
        site,
        plans={PLAN: changed},
        datasets={table.id: replace(table, rows=(*table.rows, *rows))},
        standards={one.id: one for one in standards},
        evidence={"bai": evidence(figures=(shown,))},
        searches={},
        assessments={"xet": VERDICT},
    )


def only(site: Site) -> tuple[str, ...]:
    (pair,) = pairs_of(site)
    return tuple(one.what for one in differences(pair.plan, pair.target, pair.shown, site))


OLD, NOW, OTHER = standard("cu", 2011, 2015), standard("da-chieu", 2016, 2020), standard("khac", 2016, 2020)


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (site_of(OLD, NOW, standard="da-chieu"), "da-chieu"),
        (site_of(OLD, NOW, standard="cu", tabled="da-chieu"), "cu"),
        (site_of(OLD, NOW, OTHER, tabled="khac"), "khac"),
        (site_of(OLD, NOW), "da-chieu"),
        (site_of(OLD, NOW, OTHER), None),
        (site_of(OLD), None),
        (site_of(OLD, NOW, deadline="sau 5 năm"), None),
    ],
    ids=["own", "own before table", "table before force", "in force", "two in force", "none in force", "no year"],
)
def test_a_target_is_counted_by_its_own_standard_then_its_table_then_what_was_in_force(
    site: Site, expected: str | None
) -> None:
    """Where two standards remain, none is chosen."""
    plan = site.plans[PLAN]

    assert target_standard(plan, plan.targets[0], site) == expected


@pytest.mark.parametrize(
    ("deadline", "year"),
    [("2018", 2018), ("2018-12-31", 2018), (None, 2020), ("sau 5 năm", None), ("2016–2020", None)],
)
def test_a_target_is_for_one_year(deadline: str | None, year: int | None) -> None:
    """The year of its deadline; the plan's last year where it has none; no year where the words name none or two."""
    plan = whole().plans[PLAN]
    lasting = replace(plan, period=replace(plan.period, end=2020))

    assert target_year(lasting, replace(plan.targets[0], deadline=deadline)) == year


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (site_of(NOW), ()),
        (site_of(OLD, NOW, OTHER, standard="da-chieu"), ()),
        (site_of(OLD, NOW, standard="cu"), ("standard",)),
        (site_of(NOW, OTHER), ("unstated",)),
        (site_of(NOW, shown=replace(SHOWN, unit="percent")), ("unit",)),
        (site_of(NOW, shown=replace(SHOWN, year=2017)), ("year",)),
        (site_of(NOW, shown=replace(SHOWN, place="xa-m")), ("place",)),
        (site_of(NOW, group=both("hộ mới")), ("group",)),
    ],
    ids=["alike", "own standard", "other standard", "unstated", "unit", "year", "place", "group"],
)
def test_check_and_pages_give_the_same_answer(site: Site, expected: tuple[str, ...]) -> None:
    """A verdict is refused for the very reasons that the ledger prints beside the number."""
    vi = words()["vi"]
    (view,) = ledger.views(derive(site), "vi", vi)
    (line,) = view.evidence[0].lines
    refused = [one.values["what"] for one in verdicts(known(site))]

    assert only(site) == expected
    assert line.reasons == tuple(vi[f"ledger.obstacle.{what}"] for what in expected)
    assert refused == [Phrase(f"compare.{what}") for what in expected]
