"""The list of datasets, and one page a dataset: what its columns mean, its rows, where it comes from, its files."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.exports.catalogue import MEDIA
from generator.exports.opendata import downloads
from generator.model.tables import Dataset
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..figures import figures
from ..figures.card import FigureCard, card_of
from ..figures.sources import address_of, plan_name
from ..page import Citing, Link, PageKind, View, Words, doc
from ..parts.citing import cited_numbers
from ..parts.links import section_link
from ..parts.tables import (
    LONGEST,
    LongRow,
    WideTable,
    indicator_name,
    long_rows,
    producer_name,
    read_at,
    reference_anchor,
    wide_table,
)
from .finding_lines import FindingLine, line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCard:
    """A dataset in a list."""

    href: str = doc("its page")
    title: str = doc("its title")
    description: str = doc("what it holds")
    rows: int = doc("how many numbers it holds")
    years: str = doc("the years that it covers")
    indicators: tuple[str, ...] = doc("what it measures")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetsView(View):
    """The list of datasets."""

    datasets: tuple[DatasetCard, ...] = doc("all datasets")
    indicators: tuple[Link, ...] = doc("all indicators")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """A column in the dictionary."""

    name: str = doc("its name in the CSV")
    type: str = doc("the type of its values")
    meaning: str = doc("what it means")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file to take along."""

    format: str = doc("csv, csv-wide, json or datapackage")
    path: str = doc("its path inside the site, the same in every language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where numbers were read."""

    anchor: str = doc("its anchor")
    name: str = doc("who published it, and its title")
    href: str = doc("its address; empty where it has none")
    where: str = doc("in our words where it can be found, where its address does not say it all")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetView(View):
    """One dataset."""

    card: DatasetCard = doc("the dataset as lists show it")
    plan: Link | None = doc("the plan whose table or text this is")
    table: Link | None = doc("where the plan prints it")
    provenance: str = doc("where the numbers come from, and what we did to them")
    references: tuple[Reading, ...] = doc("where they were read; the rows name them by their number")
    licence: str = doc("the licence of the dataset")
    licence_url: str = doc("the licence's own page")
    sha256: str = doc("the digest of the CSV as edited")
    columns: tuple[ColumnLine, ...] = doc("the dictionary")
    wide: WideTable | None = doc("the table as printed, where it has such a form")
    rows: tuple[LongRow, ...] = doc("its rows, where it has no wide form")
    left: int = doc("how many rows are not shown")
    files: tuple[FileLine, ...] = doc("its files")
    figures: tuple[FigureCard, ...] = doc("figures that compare its places or parts")
    findings: tuple[FindingLine, ...] = doc("what does not agree in it")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[DatasetsView]:
    """The one list."""
    site = facts.site
    yield DatasetsView(
        lang=lang,
        path=URLS.section("data"),
        title=words["dataset.list_title"],
        description=words["dataset.list_description"].format(count=len(site.datasets)),
        section="data",
        datasets=tuple(_card(dataset, facts, lang) for dataset in site.datasets.values()),
        indicators=tuple(
            Link(href=URLS.indicator(indicator.id), label=localized(indicator.name, lang))
            for indicator in site.indicators.values()
        ),
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[DatasetView]:
    """One page a dataset."""
    drawn = figures(facts, lang, words)
    for dataset in facts.site.datasets.values():
        yield _view(dataset, drawn, facts, lang, words)


def _card(dataset: Dataset, facts: Facts, lang: str) -> DatasetCard:
    years = sorted({row.year for row in dataset.rows})
    span = "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else ""
    return DatasetCard(
        href=URLS.dataset(dataset.id),
        title=localized(dataset.title, lang),
        description=localized(dataset.description, lang),
        rows=len(dataset.rows),
        years=span,
        indicators=tuple(
            indicator_name(indicator, facts, lang) for indicator in dict.fromkeys(row.indicator for row in dataset.rows)
        ),
    )


def _view(dataset: Dataset, drawn: tuple[Figure, ...], facts: Facts, lang: str, words: Words) -> DatasetView:
    site = facts.site
    card = _card(dataset, facts, lang)
    plan = site.plans.get(dataset.plan or "")
    provision = next((row.source.partition("#")[2] for row in dataset.rows), "")
    wide = wide_table(dataset, facts, lang, words)
    return DatasetView(
        lang=lang,
        path=card.href,
        title=card.title,
        description=card.description,
        section="data",
        crumbs=(section_link("data", words),),
        cite=_cited(dataset, facts, lang, words),
        card=card,
        plan=Link(href=URLS.plan(plan.id), label=plan_name(plan, site, lang, words)) if plan else None,
        table=Link(
            href=URLS.plan(plan.id, provision),
            label=words["dataset.as_printed" if dataset.table else "dataset.in_text"],
        )
        if plan and provision
        else None,
        provenance=localized(dataset.provenance, lang),
        references=tuple(_reading(id, facts) for id in read_at(dataset, facts)),
        licence=dataset.licence,
        licence_url=dataset.licence_url,
        sha256=dataset.sha256,
        columns=tuple(
            ColumnLine(name=column.name, type=column.type, meaning=localized(column.description, lang))
            for column in dataset.columns
        ),
        wide=wide,
        rows=() if wide else long_rows(dataset, facts, lang, words),
        left=0 if wide else max(0, len(dataset.rows) - LONGEST),
        files=tuple(FileLine(format=download.format, path=download.path) for download in downloads(dataset)),
        figures=tuple(
            card_of(figure, words) for figure in drawn if figure.dataset == dataset.id and figure.chart != "trend"
        ),
        findings=tuple(
            line_of(finding, facts, lang, words) for finding in facts.findings if finding.dataset == dataset.id
        ),
    )


def _cited(dataset: Dataset, facts: Facts, lang: str, words: Words) -> Citing:
    makers = tuple(producer_name(id, facts, lang) for id in dict.fromkeys(row.producer for row in dataset.rows) if id)
    title = localized(dataset.title, lang)
    sentence = words["cite.dataset"].format(
        site=localized(facts.site.config.title, lang),
        title=title,
        producer="; ".join(makers),
        date=day(facts.site.config.as_of, words),
    )
    return cited_numbers(
        "dataset",
        URLS.dataset(dataset.id),
        title,
        sentence,
        makers,
        ((MEDIA[download.format], download.path) for download in downloads(dataset)),
        facts.site,
        lang,
        localized(dataset.description, lang),
        dataset.licence_url,
    )


def _reading(id: str, facts: Facts) -> Reading:
    reference = facts.site.references[id]
    href = address_of(reference)
    return Reading(
        anchor=reference_anchor(id),
        name=f"{reference.publisher}: {reference.title}",
        href=href,
        where="" if href == reference.where else reference.where,
    )


LIST = PageKind("datasets", "datasets.html", DatasetsView, lists)
KIND = PageKind("dataset", "dataset.html", DatasetView, views)
