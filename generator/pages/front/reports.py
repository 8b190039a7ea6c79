"""How anybody tells of a mistake or of a result: by mail, by a form, on paper, in a spreadsheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.exports import lists as files
from generator.site.urls import URLS

from ..page import Link, PageKind, View, Words, doc
from ..parts.links import download_links


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsView(View):
    """The one page."""

    files: tuple[Link, ...] = doc("the empty table to fill in")


def views(facts: Facts, lang: str, words: Words) -> Iterable[ReportsView]:
    """The page, where there is an address that takes reports."""
    config = facts.site.config
    if config.report_email or config.report_form:
        page = URLS.section("reports")
        yield ReportsView(
            lang=lang,
            path=page,
            title=words["report.title"],
            description=words["report.description"],
            section="reports",
            files=download_links(files.downloads(facts, page), "calendar", words),
        )


KIND = PageKind("reports", "reports.html", ReportsView, views)
