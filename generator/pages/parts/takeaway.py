"""What of a plan or of an agency can be taken along: files to download and pages to print."""

from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.exports import calendars, lists
from generator.model.plan import Plan
from generator.site.urls import URLS

from ..page import Link, Words, doc
from .links import download_links


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """What can be taken along."""

    pages: tuple[Link, ...] = doc("pages to print, in the reader's language")
    files: tuple[Link, ...] = doc("files to download, in the reader's language")
    data: str = doc("the same as JSON, from the root of the site; empty without it", "")


def of_plan(plan: Plan, facts: Facts, words: Words) -> Takeaway:
    """What holds a plan's commitments; nothing to print or download where it has none."""
    pages = [Link(href=URLS.checklist(plan.id), label=words["duty.takeaway.checklist"])] if plan.commitments else []
    if plan.reporting:
        pages.append(Link(href=URLS.letter(plan.id), label=words["duty.takeaway.letter"]))
    return Takeaway(
        pages=tuple(pages), files=_files(URLS.plan(plan.id), facts, words), data=URLS.api(f"plans/{plan.id}")
    )


def of_agency(agency: str, facts: Facts, words: Words) -> Takeaway:
    """What holds an agency's commitments and reports; a group of people is no body to be supervised."""
    parts = {role.part for role in facts.roles_of.get(agency, ())}
    known = facts.site.agencies.get(agency)
    supervised = bool(parts & {"actor", "partner", "owes"}) and (known is None or known.nature == "body")
    checklist = Link(href=URLS.agency_checklist(agency), label=words["duty.takeaway.checklist"])
    return Takeaway(pages=(checklist,) if supervised else (), files=_files(URLS.agency(agency), facts, words))


def of_all(facts: Facts, words: Words) -> Takeaway:
    """What holds all commitments."""
    return Takeaway(pages=(), files=_files(URLS.section("commitments"), facts, words))


def _files(page: str, facts: Facts, words: Words) -> tuple[Link, ...]:
    downloads = (*lists.downloads(facts, page), *calendars.downloads(facts, page))
    return download_links(downloads, "duty.takeaway", words)
