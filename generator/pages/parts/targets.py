"""A plan's measurable aims as pages show them."""

from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.plan import Target

from ..page import told
from .tables import indicator_name
from .wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """A measurable aim."""

    quote: str = told("the printed words")
    value: str = told("the number, in the dot form")
    value_printed: str = told("the printed number with the words around it")
    indicator: str = told("what it measures")
    unit: str = told("pp_per_year, pp, percent, households, years, …")
    comparator: str = told("gt, gte, lt, lte, eq, avg or approx")
    deadline: str = told("until when, as recorded; empty where the text names no time")
    group: str = told("for whom, where it is not everybody")
    award: bool = told("whether it is a criterion for an award, and no aim")


def target_line(target: Target, facts: Facts, lang: str) -> TargetLine:
    """A target with all that it is."""
    return TargetLine(
        quote=target.quote,
        value=target.value,
        value_printed=target.value_printed,
        indicator=indicator_name(target.indicator, facts, lang),
        unit=target.unit,
        comparator=target.comparator,
        deadline=target.deadline or "",
        group=say(target.group, lang),
        award=target.target_class == "award_criterion",
    )
