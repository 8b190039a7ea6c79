"""Counts of a place's parts added up, beside what is printed for the whole: the sum is ours, and is marked so."""

from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.rollup import RollUp
from generator.site.formats import number, quantity
from generator.site.urls import URLS
from generator.site.wording import content_language

from ..figures.sources import made_by
from ..page import Link, Words, doc
from ..parts.tables import indicator_name, row_href, standard_name


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """A sum over all parts of a place."""

    what: Link = doc("the indicator")
    year: int = doc("the year")
    status: str = doc("the kind of number")
    standard: str = doc("the poverty standard")
    producer: str = doc("who made the numbers")
    total: str = doc("the sum, which the portal reckons")
    printed: Link | None = doc("what is printed for the whole, leading to its row; none where nothing is")
    apart: str = doc("by how much the printed number differs from the sum; empty where it does not, or there is none")
    parts: tuple[Link, ...] = doc("the printed numbers that were added, each leading to its row")


def sums_of(place: str, facts: Facts, lang: str, words: Words) -> tuple[SumLine, ...]:
    """Every sum over the parts of a place."""
    return tuple(_line(roll_up, facts, lang, words) for roll_up in facts.sums if roll_up.whole == place)


def _line(roll_up: RollUp, facts: Facts, lang: str, words: Words) -> SumLine:
    site = facts.site
    first = roll_up.rows[0][1]
    printed, value = None, None
    if roll_up.printed:
        dataset, row = roll_up.printed
        printed = Link(
            href=row_href(site.datasets[dataset], row.line), label=row.value_printed, lang=content_language(lang)
        )
        value = row.value
    known = first.indicator in site.indicators
    return SumLine(
        what=Link(
            href=URLS.indicator(first.indicator) if known else "", label=indicator_name(first.indicator, facts, lang)
        ),
        year=first.year,
        status=words[f"figure.status.{first.status}"],
        standard=standard_name(first.standard, facts, lang),
        producer=made_by((row for _, row in roll_up.rows), facts, lang, words),
        total=quantity(roll_up.total, first.unit, words),
        printed=printed,
        apart="" if value is None or value == roll_up.total else number(value - roll_up.total, words),
        parts=tuple(
            Link(
                href=row_href(site.datasets[dataset], row.line),
                label=f"{row.place_name}: {row.value_printed}",
                lang=content_language(lang),
            )
            for dataset, row in roll_up.rows
        ),
    )
