"""Targets of a plan's text against the table of the same plan, where indicator, unit, place and years allow it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.model.plan import Plan, Target
from generator.model.records import PRINTED
from generator.model.tables import Dataset, Observation

from .exact import LEAVERS, POOR, POOR_CUT, RATE, RATE_CUT, half_unit, lines_of, rounding_of, roundness, shown, value_of
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
    def exceeds(self) -> bool:
        """Whether the table holds more than the target asks: a greater fall, or fewer poor at the end."""
        value = Fraction(self.target.value)
        if self.agrees or self.target.comparator in ("lt", "lte", "gt", "gte"):
            return False
        if self.fall:
            return self.computed > value
        return self.target.indicator in (RATE, POOR) and self.computed < value

    @property
    def fall(self) -> bool:
        """Whether the target asks for a fall."""
        return (self.target.indicator, SAME_UNIT.get(self.target.unit, self.target.unit)) in FALLS

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

    What exceeds a target (a greater fall, a lower rate at the end) is counted, and is no finding.
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
    apart = [comparison for comparison in compared if not comparison.agrees]
    found = [_finding(plan, dataset, comparison) for comparison in apart if not comparison.exceeds]
    return found, Check(
        rule="target-against-table", plan=plan.id, dataset=dataset.id, tried=len(compared), found=len(found),
        exceeds=len(apart) - len(found),
    )  # fmt: skip


def leavers_against_fall(plan: Plan, dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each target of households that leave poverty against the fall of poor households in the table.

    Who leaves makes up for who becomes poor (again), so no fewer can leave than the number falls by, but for households
    that move away or split. The rule has one side: more leavers than the fall contradict nothing. The fall is counted
    from the year that the target's own words name; where it would agree from another year of the table, that is told.
    """
    found: list[Finding] = []
    tried = 0
    cells = _cells(dataset, "")
    for target in plan.targets:
        start, end, place = year_of(target.baseline), target_year(plan, target), target.geography or plan.place
        first, last = cells.get((place, start or 0, POOR)), cells.get((place, end or 0, POOR))
        if target.indicator != LEAVERS or target.group or target.comparator in ("gt", "gte") or not first or not last:
            continue
        fall = _fall(first, last, named=True)
        if fall is None or start is None or end is None or start >= end:
            continue
        tried += 1
        reach = max(half_unit(target.value_printed), roundness(target.value))
        value = Fraction(target.value)
        if fall <= value + reach:
            continue
        others = (
            year
            for year in range(start + 1, end)
            if (cell := cells.get((place, year, POOR)))
            and (other := _fall(cell, last, named=True)) is not None
            and abs(other - value) <= reach
        )
        shown_as = TargetCheck(target=target, place=last, year=end, computed=fall, terms=(first, last), slack=reach)
        found.append(
            replace(
                _finding(plan, dataset, shown_as),
                id=f"leavers-against-fall-{dataset.id}-{place}-{target.id}-{end}",
                rule="leavers-against-fall",
                tolerance=shown(reach),
                agrees_from=next(others, None),
            )
        )
    check = Check(rule="leavers-against-fall", plan=plan.id, dataset=dataset.id, tried=tried, found=len(found))
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
    rows = [row for row in dataset.rows if not row.of and row.source != own]
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
    slack = (rounding_of(first) + rounding_of(last)) / years if of == RATE else Fraction(0)
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
        years=tuple(row.year for row in comparison.terms),
    )  # fmt: skip
