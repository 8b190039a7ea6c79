"""Links that many pages show: to a part of the site, to a place, to files; and where facts were read, in words."""

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.exports import calendars
from generator.exports.opendata import Download
from generator.model.plan import Plan
from generator.site.urls import URLS, Section, in_language
from generator.site.wording import content_language

from ..page import Alternate, Link, Words
from .naming import place_name

TITLES: dict[Section, str] = {
    "agencies": "agency.list_title",
    "calendar": "calendar.title",
    "charts": "chart.list_title",
    "commitments": "commitment.list_title",
    "comparisons": "compare.title",
    "data": "dataset.list_title",
    "documents": "document.list_title",
    "indicators": "indicator.list_title",
    "places": "place.list_title",
    "plans": "plan.list_title",
    "policies": "policy.list_title",
    "search": "search.title",
    "supervision": "supervision.list_title",
}
"""The key of the title of each part's first page."""


def section_link(section: Section, words: Words) -> Link:
    """The first page of a part of the site, by its title."""
    return Link(href=URLS.section(section), label=words[TITLES[section]])


def plan_link(plan: Plan) -> Link:
    """A plan by its number."""
    return Link(href=URLS.plan(plan.id), label=plan.label)


def place_link(place: str, facts: Facts, lang: str, name: str = "", note: str = "") -> Link:
    """A place under the name that is printed, or by its full name where none is given."""
    return Link(href=URLS.place(place), label=name or place_name(place, facts), note=note, lang=content_language(lang))


def download_links(downloads: Iterable[Download], key: str, words: Words) -> tuple[Link, ...]:
    """Files to take along, each by the words of its format under a key."""
    return tuple(Link(href=download.path, label=words[f"{key}.{download.format}"]) for download in downloads)


def alternates_of(page: str, facts: Facts, lang: str, words: Words, data: str = "") -> tuple[Alternate, ...]:
    """What a page says, for programs: its calendar, and `data` of the API."""
    languages = facts.site.config.languages
    calendar = (in_language(download.path, lang, languages) for download in calendars.downloads(facts, page))
    return (
        *(Alternate(type="text/calendar", path=path, title=words["calendar.title"]) for path in calendar),
        *((Alternate(type="application/json", path=data, title="JSON"),) if data else ()),
    )


def references_of(ids: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Where facts were read: publisher and title of each reference that has a record."""
    known = facts.site.references
    return tuple(f"{known[id].publisher}: {known[id].title}" for id in ids if id in known)
