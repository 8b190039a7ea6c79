"""The list of indicators, and one page an indicator: what it means, its standards and breaks, all its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import Figure
from generator.derive.disagreement import disagreements
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.derive.series import Series
from generator.exports import indicators
from generator.model.records import Indicator, Standard
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..figures.card import FigureCard, card_of
from ..figures.trends import trends
from ..page import Link, PageKind, View, Words, doc
from ..parts.comparing import compared_by
from ..parts.links import download_links, references_of, section_link
from .disagreeing import Differing, differing
from .grids import GridTable, grid_tables

SHOWN = 6
"""Rows up to which a table stands open: longer ones are opened by who wants them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCard:
    """An indicator in a list."""

    href: str = doc("its page")
    name: str = doc("its name")
    definition: str = doc("what it means")
    series: int = doc("how many series the portal has of it")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsView(View):
    """The list of indicators."""

    indicators: tuple[IndicatorCard, ...] = doc("all indicators, those with numbers first")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLine:
    """A poverty standard."""

    name: str = doc("its name")
    since: str = doc("its first day; empty where it has none")
    until: str = doc("its last day; empty where it has none")
    basis: str = doc("its legal basis, in Vietnamese")
    rule: str = doc("who is poor by it")
    series: int = doc("how many series here are of it")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView(View):
    """One indicator."""

    definition: str = doc("what it means")
    unit: str = doc("its unit")
    formula: str = doc("how it is computed; empty where it is counted")
    caution: str = doc("what to beware of")
    references: tuple[str, ...] = doc("where the definition was read")
    standards: tuple[StandardLine, ...] = doc("the poverty standards, by time: between two of them no line runs")
    tables: tuple[GridTable, ...] = doc("all its numbers, a table a body that made them")
    shown: int = doc("how many rows a table may have to stand open")
    figures: tuple[FigureCard, ...] = doc("how it moved in the whole country")
    example: Differing | None = doc("a place and year for which two bodies do not say the same; none where all do")
    others: tuple[Differing, ...] = doc("the other places and years of that kind")
    compare: Link | None = doc("where places are compared by it; none where no two have numbers")
    files: tuple[Link, ...] = doc("its numbers to take along: paths inside the site, the same in every language")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[IndicatorsView]:
    """The one list."""
    cards = [
        IndicatorCard(
            href=URLS.indicator(indicator.id),
            name=localized(indicator.name, lang),
            definition=localized(indicator.definition, lang),
            series=sum(series.indicator == indicator.id for series in facts.series),
        )
        for indicator in facts.site.indicators.values()
    ]
    yield IndicatorsView(
        lang=lang,
        path=URLS.section("indicators"),
        title=words["indicator.list_title"],
        description=words["indicator.list_description"].format(count=len(cards)),
        section="data",
        indicators=tuple(sorted(cards, key=lambda card: not card.series)),
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[IndicatorView]:
    """One page an indicator."""
    country = {place.id for place in facts.site.places.values() if place.level == "country"}
    drawn = [figure for figure in trends(facts, lang, words) if set(figure.places) == country]
    for indicator in facts.site.indicators.values():
        yield _view(indicator, drawn, facts, lang, words)


def _view(indicator: Indicator, drawn: list[Figure], facts: Facts, lang: str, words: Words) -> IndicatorView:
    site = facts.site
    own = [series for series in facts.series if series.indicator == indicator.id]
    differ = [differing(disagreement, facts, lang, words) for disagreement in disagreements(own, site.places)]
    rates = any(_bound_to_standard(series, facts) for series in own) or indicator.unit in (
        "percent",
        "percentage_point",
    )
    return IndicatorView(
        lang=lang,
        path=URLS.indicator(indicator.id),
        title=localized(indicator.name, lang),
        description=localized(indicator.definition, lang),
        section="data",
        crumbs=(
            section_link("data", words),
            section_link("indicators", words),
        ),
        definition=localized(indicator.definition, lang),
        unit=words[f"indicator.unit.{indicator.unit}"],
        formula=localized(indicator.formula, lang),
        caution=localized(indicator.caution, lang),
        references=references_of(indicator.references, facts),
        standards=tuple(_standards(own, facts, lang, words)) if rates else (),
        tables=grid_tables(own, facts, lang, words),
        shown=SHOWN,
        figures=tuple(card_of(figure, words) for figure in drawn if indicator.id == RATE),
        example=differ[0] if differ else None,
        others=tuple(differ[1:]),
        compare=compared_by(indicator.id, facts, words),
        files=download_links(indicators.downloads(indicator.id, facts), "indicator.file", words),
    )


def _bound_to_standard(series: Series, facts: Facts) -> bool:
    standard = facts.site.standards.get(series.standard)
    return standard is not None and standard.kind not in ("not_stated", "not_applicable")


def _standards(own: list[Series], facts: Facts, lang: str, words: Words) -> Iterable[StandardLine]:
    """Every standard with a period, by time, and those without one that a series here is of."""
    used = [series.standard for series in own]

    def key(standard: Standard) -> tuple[bool, str]:
        return standard.valid_from is None, str(standard.valid_from or standard.id)

    for standard in sorted(facts.site.standards.values(), key=key):
        if standard.valid_from or standard.id in used:
            yield StandardLine(
                name=localized(standard.name, lang),
                since=day(standard.valid_from, words) if standard.valid_from else "",
                until=day(standard.valid_to, words) if standard.valid_to else "",
                basis=standard.basis,
                rule=localized(standard.rule, lang),
                series=used.count(standard.id),
            )


LIST = PageKind("indicators", "indicators.html", IndicatorsView, lists)
KIND = PageKind("indicator", "indicator.html", IndicatorView, views)
