"""Targets of a plan's text against the table of the same plan, where indicator, unit, place and years allow it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.model.plan import Plan, Target
from generator.model.records import PRINTED
from generator.model.tables import Dataset, Observation

from .exact import POOR, POOR_CUT, RATE, RATE_CUT, half_unit, lines_of, roundness, shown, value_of
from .finding import Check, Finding

ABOVE_AVERAGE = "cao hơn mức bình quân"
"""The words by which a plan sets apart the units whose rate is above that of the whole."""
SAME_UNIT = {"pp": "percentage_point"}
FALLS = {
    (RATE_CUT, "pp_per_year"): RATE,
    (RATE_CUT, "percentage_point"): RATE,
    (RATE, "pp_per_year"): RATE,
    (RATE, "percentage_point"): RATE,
    (POOR_CUT, "households"): POOR,
}
"""Targets that speak of a fall, by indicator and unit, and the indicator whose fall they mean."""

Cells = Mapping[tuple[str, int, str], Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCheck:
    """A target beside what the table gives for one place: `computed` from the cells `terms`, with the slack of their
    rounding. `year` is that of the target's deadline."""

    target: Target
    place: Observation
    year: int
    computed: Fraction
    terms: tuple[Observation, ...]
    slack: Fraction

    @property
    def tolerance(self) -> Fraction:
        """What rounding explains. A bound (`lte 1.68`) is taken as it stands, so only the table's own rounding counts;
        a plain number stands for all that round to it, and `about 2 300` for all that round to it by hundreds."""
        if self.target.comparator in ("gt", "gte", "lt", "lte"):
            return self.slack
        own = half_unit(self.target.value_printed)
        return self.slack + (max(own, roundness(self.target.value)) if self.target.comparator == "approx" else own)

    @property
    def agrees(self) -> bool:
        """Whether the table says what the target says, or what rounding could have made of it."""
        value, gap = Fraction(self.target.value), self.tolerance
        match self.target.comparator:
            case "gt":
                return self.computed + gap > value
            case "gte":
                return self.computed + gap >= value
            case "lt":
                return self.computed - gap < value
            case "lte":
                return self.computed - gap <= value
            case _:
                return abs(self.computed - value) <= gap


def targets_against_table(plan: Plan, dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each target of the text against the table, for each place that the target is about. What can be compared:

    - a level (a rate of 1,68% at the end of 2020) with the cell of that place, year, indicator and unit;
    - a fall of the rate a year, with the average of the table from the baseline (or, where the text names none, the
      year before the plan begins) to the deadline: a plan that speaks of an average binds no single year;
    - a fall of the rate, or of the number of poor households, since a baseline, with the difference of the two cells.

    The year is `target_year`: a deadline that names no year, or several, is of no year of the table.
    A fall `for units above the average` is held against each unit whose printed rate in the year of the baseline is
    above the printed rate of the whole. Any other target for a group of people is not compared: the table counts all.
    A row that was taken from the very provision of the target is not compared either: a sentence agrees with itself.
    Both cells are of one producer, and of one standard, except where the words of the target name the year that they
    reach back to: then the plan itself makes the comparison, and the finding says which standards it joins.
    A fall in the number of poor households is the net of those who rose and those who fell (again) into poverty, so a
    target of households that leave poverty has an indicator of its own, and no table of poor households answers it.
    """
    compared = [comparison for target in plan.targets for comparison in comparisons(plan, target, dataset)]
    found = [_finding(plan, dataset, comparison) for comparison in compared if not comparison.agrees]
    check = Check(rule="target-against-table", plan=plan.id, dataset=dataset.id, tried=len(compared), found=len(found))
    return found, check


def comparisons(plan: Plan, target: Target, dataset: Dataset) -> tuple[TargetCheck, ...]:
    """What the table gives for a target, for each place that it is about; none where the two cannot be compared."""
    above = ABOVE_AVERAGE in target.quote or ABOVE_AVERAGE in (target.group or {}).get(PRINTED, "")
    end = target_year(plan, target)
    if end is None or (target.group and not above):
        return ()
    start = year_of(target.baseline) or (plan.period.start - 1 if plan.period.start else None)
    cells = _cells(dataset, f"{plan.id}#{target.provision}")
    whole = target.geography or plan.place
    places = _above(cells, whole, start) if above else [whole]
    return tuple(comparison for place in places if (comparison := _compare(cells, target, place, start, end)))


def target_year(plan: Plan, target: Target) -> int | None:
    """The year that a target is for: that of its deadline, or the plan's last year where it has no deadline.

    None where the deadline does not name exactly one year (`sau 5 năm`): then no year is the right one.
    """
    return plan.period.end if target.deadline is None else year_of(target.deadline)


def year_of(words: str | None) -> int | None:
    """The year that a date or a printed moment names (`2020-12-31`, `thời điểm 01/10/2015`); None unless just one."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", words or ""))
    return int(years.pop()) if len(years) == 1 else None


def _cells(dataset: Dataset, own: str) -> Cells:
    """The table by place, year and indicator, without what is there twice (as result and as plan): it is ambiguous."""
    rows = [row for row in dataset.rows if not row.item and row.source != own]
    times = Counter((row.place, row.year, row.indicator) for row in rows)
    return {key: row for row in rows if times[key := (row.place, row.year, row.indicator)] == 1}


def _above(cells: Cells, whole: str, year: int | None) -> list[str]:
    """The places of the table whose printed rate in that year is above that of the whole, in the table's order."""
    total = value_of(cells[whole, year, RATE]) if year and (whole, year, RATE) in cells else None
    if total is None:
        return []
    here = [row for (place, *rest), row in cells.items() if rest == [year, RATE] and place != whole]
    return [row.place for row in here if (value := value_of(row)) is not None and value > total]


def _compare(cells: Cells, target: Target, place: str, start: int | None, end: int) -> TargetCheck | None:
    unit = SAME_UNIT.get(target.unit, target.unit)
    cell = cells.get((place, end, target.indicator))
    if cell and cell.unit == unit and (level := value_of(cell)) is not None:
        return TargetCheck(target=target, place=cell, year=end, computed=level, terms=(cell,), slack=Fraction(0))
    of = FALLS.get((target.indicator, unit))
    if of is None or start is None or start >= end:
        return None
    first, last = cells.get((place, start, of)), cells.get((place, end, of))
    if not first or not last or (fall := _fall(first, last, year_of(target.baseline) == start)) is None:
        return None
    years = end - start if unit == "pp_per_year" else 1
    slack = (half_unit(first.value_printed) + half_unit(last.value_printed)) / years if of == RATE else Fraction(0)
    return TargetCheck(target=target, place=last, year=end, computed=fall / years, terms=(first, last), slack=slack)


def _fall(first: Observation, last: Observation, named: bool) -> Fraction | None:
    """By how much the number fell; None across a break, unless the plan's own words name the year before it."""
    before, after = value_of(first), value_of(last)
    alike = (first.producer, first.unit) == (last.producer, last.unit) and (named or first.standard == last.standard)
    return before - after if alike and before is not None and after is not None else None


def _finding(plan: Plan, dataset: Dataset, comparison: TargetCheck) -> Finding:
    target = comparison.target
    lines = lines_of(plan, target.provision, target.quote)
    difference = Fraction(target.value) - comparison.computed
    place = comparison.place
    return Finding(
        id=f"target-against-table-{dataset.id}-{place.place}-{target.id}-{comparison.year}",
        rule="target-against-table", plan=plan.id, dataset=dataset.id, provision=target.provision, place=place.place,
        place_name=place.place_name, year=comparison.year, indicator=target.indicator, printed=target.value_printed,
        computed=shown(comparison.computed), difference=shown(difference), tolerance=shown(comparison.tolerance),
        terms=tuple(row.value_printed for row in comparison.terms), line=lines[0] if lines else None, unit=target.unit,
        target=target.id, standards=tuple(dict.fromkeys(row.standard for row in comparison.terms)),
    )  # fmt: skip
