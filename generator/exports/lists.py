"""Every list to take along as CSV and XLSX, beside the page that shows it."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.derive.facts import Facts
from generator.derive.once import once
from generator.model.output import Output
from generator.model.plan import Plan
from generator.site.urls import URLS, Records, Urls, in_language

from . import duty_rows, record_rows
from .context import SiteContext, Words, contexts
from .opendata import Download, sheet_of
from .sheets import Cell, Column, CsvSheetRecipe, Sheet, XlsxRecipe

Rows = Callable[[SiteContext], tuple[tuple[Cell, ...], ...]]
"""The rows of a list in a language."""


@dataclass(frozen=True, slots=True)
class List:
    """A list: the page that it is taken from, what its records are, the key of its title, its columns and rows.

    `of` is the id of the plan or agency that it is of, if it is of one.
    """

    page: str
    records: Records
    title: str
    columns: duty_rows.Widths
    rows: Rows
    of: str = ""


WHOLE = (
    List(URLS.section("documents"), "documents", "documents", record_rows.DOCUMENT, record_rows.document_rows),
    List(URLS.section("agencies"), "agencies", "agencies", record_rows.AGENCY, record_rows.agency_rows),
    List(URLS.section("policies"), "policies", "policies", record_rows.POLICY, record_rows.policy_rows),
    List(URLS.section("places"), "places", "places", record_rows.PLACE, record_rows.place_rows),
    List(URLS.section("findings"), "findings", "findings", record_rows.FINDING, record_rows.finding_rows),
)
"""The lists of the whole site, beside that of its commitments."""


def outputs(facts: Facts, words: Mapping[str, Words]) -> tuple[Output, ...]:
    """Every list in every language of the site. `words` are the interface's, by language."""
    languages = facts.site.config.languages
    made: list[Output] = []
    for context in contexts(facts, words):
        for listing in _lists(facts):
            path = partial(in_language, lang=context.lang, languages=languages)
            sheet = _sheet(context, listing)
            made += [
                Output(path(_file(listing, "csv")), CsvSheetRecipe(), sheet),
                Output(path(_file(listing, "xlsx")), XlsxRecipe(), (sheet, *_beside(context, listing))),
            ]
    return tuple(made)


def downloads(facts: Facts, page: str) -> tuple[Download, ...]:
    """What a reader may take along of a page (`cam-ket/`, `co-quan/<agency>/`): `csv` and `xlsx`, or nothing.

    The paths are inside a language, as those of pages are: each language has its own files.
    """
    return _downloads(facts).get(page, ())


@once
def _downloads(facts: Facts) -> Mapping[str, tuple[Download, ...]]:
    """The files of each page that has a list; no page has two lists."""
    return {
        listing.page: tuple(Download(format, _file(listing, format)) for format in ("csv", "xlsx"))
        for listing in _lists(facts)
    }


def _file(listing: List, ending: str) -> str:
    return URLS.list_file(listing.page, listing.records, ending)


def _lists(facts: Facts) -> Iterator[List]:
    """Every list that there is: those of the site always, a plan's or an agency's where it has commitments."""
    plans = facts.site.plans
    yield List(
        URLS.section("commitments"),
        "commitments",
        "commitments",
        duty_rows.COMMITMENT,
        lambda context: duty_rows.commitment_rows(context, plans.values()),
    )
    if any(plan.criteria for plan in plans.values()):
        yield _criteria(URLS.criteria(), plans.values())
    for plan in plans.values():
        if plan.commitments:
            yield _of_plan(plan.id)
    for agency, roles in facts.roles_of.items():
        if any(role.part in ("actor", "partner") for role in roles):
            yield _of_agency(agency)
    yield _dues(URLS.section("calendar"), plans)
    yield from WHOLE
    if facts.site.config.report_email or facts.site.config.report_form:
        yield List(URLS.section("reports"), "reports", "reports", duty_rows.RESULT, lambda _: ())


def _criteria(page: str, plans: Collection[Plan]) -> List:
    def rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
        return duty_rows.criterion_rows(context, plans)

    return List(page, "criteria", "criteria", duty_rows.CRITERION, rows)


def _dues(page: str, plans: Container[str]) -> List:
    def rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
        return duty_rows.due_rows(context, plans)

    return List(page, "calendar", "reporting", duty_rows.DUE, rows)


def _beside(context: SiteContext, listing: List) -> Iterator[Sheet]:
    """What else a plan's workbook holds: its criteria, what is due by it, and its tables, row by row."""
    site = context.facts.site
    plan = site.plans.get(listing.of)
    if plan is None:
        return
    others = (_criteria(listing.page, (plan,)), _dues(listing.page, (plan.id,)))
    yield from (sheet for other in others if (sheet := _sheet(context, other)).rows)
    at = Urls(site.config.base_url)
    yield from (sheet_of(site, dataset, at) for dataset in site.datasets.values() if dataset.plan == plan.id)


def _of_plan(plan: str) -> List:
    def rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
        return duty_rows.commitment_rows(context, (context.facts.site.plans[plan],))

    return List(URLS.plan(plan), "commitments", "commitments_of", duty_rows.COMMITMENT, rows, plan)


def _of_agency(agency: str) -> List:
    def rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
        return duty_rows.rows_of_agency(context, agency)

    return List(URLS.agency(agency), "commitments", "commitments_of", duty_rows.OF_AGENCY, rows, agency)


def _sheet(context: SiteContext, listing: List) -> Sheet:
    config = context.facts.site.config
    plans, agencies = context.facts.site.plans, context.facts.site.agencies
    of = (
        context.plan(listing.of)
        if listing.of in plans
        else context.localized(agencies[listing.of].name)
        if listing.of in agencies
        else ""
    )
    title = context.word(f"title.{listing.title}", of=of)
    return Sheet(
        title=title,
        columns=tuple(Column(context.word(f"column.{key}"), width) for key, width in listing.columns.items()),
        rows=listing.rows(context),
        about_title=context.word("about_title"),
        about=(
            title,
            context.word("as_of", date=context.day(config.as_of)),
            context.word("from", site=context.localized(config.title), address=context.at.of(listing.page)),
            context.word("operator", operator=context.localized(config.operator)),
            context.word("original"),
            context.word("silence"),
        ),
        author=context.localized(config.title),
        as_of=config.as_of,
    )
