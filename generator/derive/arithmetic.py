"""Printed rates against their counts, and printed totals against what they are the total of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.model.grouping import grouped
from generator.model.plan import Plan
from generator.model.tables import Dataset, Observation

from .exact import (
    ADDS_UP,
    ALL,
    BOTH,
    BOTH_RATE,
    NEAR_POOR,
    NEAR_RATE,
    POOR,
    PROJECTED,
    RATE,
    addable_kind,
    lines_of,
    rounding_of,
    shown,
    slack,
    value_of,
)
from .finding import Check, Finding, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A printed total beside the sum of its parts: `total` is the printed row, `computed` what the parts add up to."""

    total: Observation
    parts: tuple[Observation, ...]
    computed: Fraction


def rates_against_counts(dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each printed rate of poor households against poor ÷ all × 100 of the same place, year and kind of number.

    Tolerance: half a unit of the last decimal that the rate prints. Counts of a result are whole by nature; counts of
    a plan were projected and then printed as whole households, so the rate may be that of any counts within half a
    household of the printed ones. What lies outside the first and inside the second is no finding, and kept apart.
    """
    found: list[Finding] = []
    rounded: list[Finding] = []
    tried = 0
    for rate, poor, whole in _triples(dataset):
        printed, part, base = value_of(rate), value_of(poor), value_of(whole)
        if printed is None or part is None or not base:
            continue
        tried += 1
        computed = part * 100 / base
        low = (part - slack(poor)) * 100 / (base + slack(whole))
        high = (part + slack(poor)) * 100 / (base - slack(whole)) if base > slack(whole) else computed
        own = rounding_of(rate)
        if abs(printed - computed) <= own:
            continue
        reach = max(high - computed, computed - low) + own
        explains = low - own <= printed <= high + own
        finding = _finding("rate-against-counts", dataset, rate, printed, computed, (poor, whole), reach, explains)
        (rounded if explains else found).append(finding)
    return found, _check("rate-against-counts", dataset, tried, len(found), rounded)


def totals_against_parts(dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each printed total against the sum of its parts: counts and money only, since rates never add up.

    No tolerance: what is printed is added as a reader adds it, for an allowance of half a household a row would hide a
    slip of a dozen. Where projected numbers were rounded, and that could explain it, the finding says so.
    """
    rule = _rule_of_totals(dataset)
    found: list[Finding] = []
    sums = sums_of(dataset)
    for printed_sum in sums:
        printed = value_of(printed_sum.total)
        if printed is None or printed == printed_sum.computed:
            continue
        reach = slack(printed_sum.total) + sum((slack(part) for part in printed_sum.parts), Fraction(0))
        rounding = printed_sum.total.status in PROJECTED and abs(printed - printed_sum.computed) <= reach
        found.append(
            _finding(
                rule,
                dataset,
                printed_sum.total,
                printed,
                printed_sum.computed,
                printed_sum.parts,
                Fraction(0),
                rounding,
            )
        )
    return found, _check(rule, dataset, len(sums), len(found))


def poor_and_near_poor(dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each printed sum of poor and near-poor households, or of their rates, against the two: counts to the household,
    rates to what rounding of the three can hide."""
    found: list[Finding] = []
    tried = 0
    for poor, near, both in ((POOR, NEAR_POOR, BOTH), (RATE, NEAR_RATE, BOTH_RATE)):
        for three in _threes(dataset, (poor, near, both)):
            values = [value for row in three if (value := value_of(row)) is not None]
            if len(values) < 3:
                continue
            tried += 1
            first, second, printed = values
            reach = sum((rounding_of(row) for row in three), Fraction(0)) if poor == RATE else Fraction(0)
            if abs(printed - first - second) > reach:
                found.append(
                    _finding("poor-and-near-poor", dataset, three[2], printed, first + second, three[:2], reach)
                )
    return found, _check("poor-and-near-poor", dataset, tried, len(found))


def amounts_against_total(plan: Plan) -> tuple[list[Finding], Check]:
    """The sums of money that a provision lists against the total it prints, where it prints just one in that unit."""
    found: list[Finding] = []
    tried = 0
    for total in (amount for amount in plan.amounts if amount.total):
        same = [amount for amount in plan.amounts if (amount.provision, amount.unit) == (total.provision, total.unit)]
        parts = [amount for amount in same if not amount.total]
        if len(parts) < 2 or len(parts) + 1 != len(same):
            continue
        tried += 1
        printed, computed = Fraction(total.value), sum((Fraction(part.value) for part in parts), Fraction(0))
        if printed != computed:
            lines = lines_of(plan, total.provision, total.quote)
            found.append(
                Finding(
                    id=f"sum-against-total-{plan.id}-{total.id}", rule="sum-against-total", plan=plan.id, dataset=None,
                    provision=total.provision, place=plan.place, place_name="", year=None, indicator=None,
                    printed=total.value_printed, computed=shown(computed), difference=shown(printed - computed),
                    tolerance=shown(Fraction(0)), terms=tuple(part.value_printed for part in parts),
                    line=lines[0] if lines else None, unit=total.unit,
                )
            )  # fmt: skip
    return found, Check(rule="sum-against-total", plan=plan.id, dataset=None, tried=tried, found=len(found))


def sums_of(dataset: Dataset) -> tuple[Sum, ...]:
    """Every printed total with the parts that the table prints for it: the other places' rows, or the other items'.

    A total whose parts are not all exact numbers is left out: a sum with a gap in it is no sum.
    """
    kinds = grouped((addable_kind(row), row) for row in dataset.rows if row.unit in ADDS_UP)
    return tuple(printed_sum for rows in kinds.values() for printed_sum in _sums(rows))


def _sums(rows: tuple[Observation, ...]) -> Iterator[Sum]:
    for total in (row for row in rows if row.row == "total"):
        units = [row for row in rows if row.row == "unit"]
        parts = [row for row in units if row.of == total.of and row.place != total.place]
        parts = parts or [row for row in units if row.place == total.place and row.of != total.of]
        values = [value for row in parts if (value := value_of(row)) is not None]
        if value_of(total) is not None and len(values) == len(parts) > 1:
            yield Sum(total=total, parts=tuple(parts), computed=sum(values, Fraction(0)))


def _triples(dataset: Dataset) -> Iterator[tuple[Observation, ...]]:
    """Rate, poor and all households of one place, year, status and producer; all households are of no standard."""
    return _threes(dataset, (RATE, POOR, ALL))


def _threes(dataset: Dataset, indicators: tuple[str, str, str]) -> Iterator[tuple[Observation, ...]]:
    """The numbers of three indicators of one place, year, status, standard and producer, but that ALL is of none."""
    found: dict[tuple[object, ...], dict[str, list[Observation]]] = {}
    whole: dict[tuple[object, ...], list[Observation]] = {}
    for row in dataset.rows:
        if row.indicator in indicators:
            key = (row.place, row.year, row.status, row.producer, row.of, row.row)
            if row.indicator == ALL:
                whole.setdefault(key, []).append(row)
            else:
                found.setdefault((*key, row.standard), {}).setdefault(row.indicator, []).append(row)
    for row_of_table, three in found.items():
        if ALL in indicators:
            three[ALL] = whole.get(row_of_table[:-1], [])
        if [len(rows) for rows in three.values()] == [1, 1, 1]:  # of two numbers none can be held against the others
            yield tuple(three[indicator][0] for indicator in indicators)


def _finding(
    rule: Rule,
    dataset: Dataset,
    row: Observation,
    printed: Fraction,
    computed: Fraction,
    terms: tuple[Observation, ...],
    tolerance: Fraction,
    rounding: bool = False,
) -> Finding:
    about = "-".join(filter(None, (row.place, row.of, row.indicator, str(row.year))))
    return Finding(
        id=f"{rule}-{dataset.id}-{about}", rule=rule, plan=dataset.plan or "", dataset=dataset.id,
        provision=row.source.partition("#")[2] or None, place=row.place, place_name=row.place_name, year=row.year,
        indicator=row.indicator, printed=row.value_printed, computed=shown(computed),
        difference=shown(printed - computed), tolerance=shown(tolerance),
        terms=tuple(term.value_printed for term in terms), line=row.source_line, unit=row.unit, rounding=rounding,
        standards=(row.standard,),
    )  # fmt: skip


def _rule_of_totals(dataset: Dataset) -> Rule:
    """A printed table has rows; numbers of running text have none."""
    return "total-against-rows" if dataset.table else "sum-against-total"


def _check(rule: Rule, dataset: Dataset, tried: int, found: int, rounded: Iterable[Finding] = ()) -> Check:
    return Check(
        rule=rule, plan=dataset.plan or "", dataset=dataset.id, tried=tried, found=found, rounded=tuple(rounded)
    )
