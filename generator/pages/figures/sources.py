"""Where the numbers of a figure stand, word for word: the clause, the dataset, the rows."""

import re
from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.model.plan import Plan
from generator.model.records import Reference
from generator.model.site import Site
from generator.model.tables import COLUMNS, Dataset, Observation
from generator.site.formats import bound, number
from generator.site.urls import URLS, section_of
from generator.site.wording import content_language, dated, localized, sign_of

from ..page import Link, Words
from ..parts.naming import named
from ..parts.reading import label_of
from ..parts.tables import producer_name, reference_anchor

Source = tuple[str, str]  # label and address
USUAL = {"comparator": "eq", "item": "", "row": "unit", "attribution": "printed", "span": ""}
"""What tells a number apart beside the columns that every dataset has, and what it is where nothing is told."""


def plan_name(plan: Plan, site: Site, lang: str, words: Words) -> str:
    """How a sentence names a plan: its kind, number, date and issuer, and that the text does not print the issuer."""
    agency = site.agencies.get(plan.issuer)
    issuer = localized(agency.name, lang) if agency else plan.issuer_printed or plan.issuer
    if plan.issuer_certainty == "inferred":
        issuer = f"{issuer} ({words['plan.inferred']})"
    return words["figure.plan_name"].format(sign=sign_of(plan, words), dated=dated(plan, words), issuer=issuer)


def source_of(source: str, site: Site, lang: str, words: Words) -> Source:
    """A row's source as words and an address: a provision of a plan, or where the number was read.

    The address is empty where a reference names no page.
    """
    plan_id, _, provision_id = source.partition("#")
    plan = site.plans.get(plan_id)
    if plan is None:
        reference = site.references.get(source)
        if reference is None:
            return source, ""
        return f"{reference.publisher}: {reference.title}", address_of(reference)
    provision = plan.provision(provision_id)
    name = plan_name(plan, site, lang, words)
    if provision is None:
        return name, URLS.plan(plan_id)
    return f"{name}, {label_of(provision, words)}", URLS.plan(plan_id, provision_id)


def source_link(source: Source, lang: str) -> Link:
    """A source as a link. What was read elsewhere is called as its publisher calls it, in Vietnamese."""
    label, href = source
    ours = section_of(href) in ("plans", "calendar")
    return Link(href=href, label=label, lang="" if ours else content_language(lang))


def address_of(reference: Reference) -> str:
    """The first address among the words that say where a reference is; nothing where they name none."""
    found = re.search(r"https?://[^\s;]+", reference.where)
    return found[0] if found else ""


def sources(dataset: str, rows: Iterable[Observation], site: Site, lang: str, words: Words) -> tuple[Source, ...]:
    """Every source of the rows of a dataset once, in their order."""
    return tuple(printed_at(source, dataset, site, lang, words) for source in dict.fromkeys(row.source for row in rows))


def printed_at(source: str, dataset: str, site: Site, lang: str, words: Words) -> Source:
    """A row's source; one without a page of its own leads to where the dataset's page tells of it."""
    label, href = source_of(source, site, lang, words)
    known = f"#{reference_anchor(source)}" if source in site.references else ""
    return label, href or URLS.dataset(dataset, known)


def made_by(rows: Iterable[Observation], facts: Facts, lang: str, words: Words) -> str:
    """Who made some numbers, each body once; that it is inferred where a source does not say so."""
    certainties: dict[str, set[str]] = {}
    for row in rows:
        certainties.setdefault(row.producer, set()).add(row.attribution)
    return "; ".join(
        words[f"figure.made_by.{'some' if len(attributions) > 1 else next(iter(attributions))}"].format(
            producer=producer_name(producer, facts, lang)
        )
        for producer, attributions in certainties.items()
    )


def dictionary(dataset: Dataset, lang: str, words: Words) -> tuple[str, ...]:
    """What the dataset's own dictionary says of its kinds of number and its standards, in words without their codes."""
    codes = {code for row in dataset.rows for code in (row.status, row.standard)}
    coded = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(codes)))}): ")
    told = {column.name: coded.sub("", localized(column.description, lang)) for column in dataset.columns}
    return tuple(
        words[f"figure.note.column_{name}"].format(dataset=localized(dataset.title, lang), text=told[name])
        for name in ("status", "standard")
        if told.get(name)
    )


def row_of(dataset: Dataset, line: int) -> Observation:
    """The row that stands in a line of the dataset's CSV. KeyError where none does."""
    guess = line - 2  # right where no cell above holds a line end
    if 0 <= guess < len(dataset.rows) and dataset.rows[guess].line == line:
        return dataset.rows[guess]
    for row in dataset.rows:
        if row.line == line:
            return row
    raise KeyError(f"{dataset.csv}:{line}")


def tidy(rows: Iterable[Observation]) -> tuple[tuple[str, ...], ...]:
    """The rows behind a figure as its own CSV has them: the twelve columns that every dataset begins with, and those of
    the others that say more of a row than that it is as usual."""
    told = tuple(rows)
    names = (*COLUMNS, *(name for name, usual in USUAL.items() if any(getattr(row, name) != usual for row in told)))
    return (names, *(tuple(_cell(row, name) for name in names) for row in told))


def of_group(place: str, item: str, words: Words) -> str:
    """A place, or the group of its people that a number counts alone."""
    return words["figure.of_group"].format(place=place, item=item) if item else place


def _cell(row: Observation, name: str) -> str:
    value = getattr(row, name)
    if value is None:
        return ""
    return f"{value:f}" if name == "value" else str(value)


def size(row: Observation) -> float:
    """The length of a row's mark; a row without a number has none."""
    return float(row.value or 0)


def shown(row: Observation, words: Words) -> str:
    """A row's number as the page's language writes it."""
    return number(row.value or 0, words)


def bounded(row: Observation, words: Words) -> str:
    """A row's number with the word that bounds it: `trên 5,8`."""
    return bound(row.comparator, shown(row, words), words)


def name_of(row: Observation, facts: Facts, words: Words) -> str:
    """The full name of a row's place in the language, or its name as printed where it has no record."""
    place = facts.site.places.get(row.place)
    return named(place, facts, words) if place else row.place_name
