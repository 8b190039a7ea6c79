"""A plan's measurable aims as pages show them."""

from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.plan import Target
from generator.site.wording import localized

from ..page import doc
from .tables import indicator_name


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """A measurable aim."""

    quote: str = doc("the printed words")
    value: str = doc("the number, in the dot form")
    value_printed: str = doc("the printed number with the words around it")
    indicator: str = doc("what it measures")
    unit: str = doc("pp_per_year, pp, percent, households, years, …")
    comparator: str = doc("gt, gte, lt, lte, eq, avg or approx")
    deadline: str = doc("until when, as recorded; empty where the text names no time")
    group: str = doc("for whom, where it is not everybody")
    award: bool = doc("whether it is a criterion for an award, and no aim")


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
        group=localized(target.group, lang),
        award=target.target_class == "award_criterion",
    )
