"""Agencies, documents and times by the names that readers know them by."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from generator.derive.facts import Facts
from generator.derive.folding import plain
from generator.exports.context import brief_fate
from generator.exports.search import TYPES
from generator.model.duties import Deadline
from generator.model.maps import Map
from generator.model.passages import passage_of
from generator.model.places import Lookup, Place
from generator.model.plan import Plan
from generator.model.records import Document
from generator.site.formats import day, month_name
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, Words
from .reading import label_of

DOCUMENT_KINDS = (
    "law", "resolution", "decree", "directive", "decision", "conclusion", "circular", "regulation", "plan", "programme",
    "project", "movement", "campaign", "fund", "document",
)  # fmt: skip
"""The kinds in the order that the list shows them; what is of another kind stands with the last."""
RECURRING, UNTIMED = "recurring", "none"
_KINDS = tuple(f"{type} " for type, *_ in TYPES)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def agency_link(id: str, facts: Facts, lang: str) -> Link:
    """An agency by its name in the reader's language; by its id where it has no record."""
    known = facts.site.agencies.get(id)
    return Link(href=URLS.agency(id), label=localized(known.name, lang) if known else id)


def agency_links(ids: tuple[str, ...], facts: Facts, lang: str) -> tuple[Link, ...]:
    """Several agencies, in the order that the text gives them."""
    return tuple(agency_link(id, facts, lang) for id in ids)


def bodies_today(ids: tuple[str, ...], facts: Facts, lang: str) -> tuple[Link, ...]:
    """Several agencies, each with the first sentence of what became of it as its note, if that is recorded."""
    known = facts.site.agencies
    return tuple(
        replace(agency_link(id, facts, lang), note=brief_fate(localized(known[id].fate, lang)) if id in known else "")
        for id in ids
    )


def document_link(id: str, facts: Facts, lang: str) -> Link:
    """A cited document by its name in the reader's language; by its id where it has no record."""
    known = facts.site.documents.get(id)
    return Link(href=URLS.document(id), label=localized(known.name, lang) if known else id)


def policy_link(id: str, facts: Facts, lang: str) -> Link:
    """A policy by its name in the reader's language; by its id where it has no record."""
    known = facts.site.policies.get(id)
    return Link(href=URLS.policy(id), label=localized(known.name, lang) if known else id)


def named(place: Place | Lookup, facts: Facts, words: Words) -> str:
    """A place as sentences of the language call it: `Huyện Tân Yên`, `Tân Yên district`; by its full name where the
    language has no words for its kind."""
    return _of_kind(place.type, _own_name(place, facts, words), words) or place.full_name


def units_named(listed: str, words: Words) -> str:
    """Units that a list names one within another (`Huyện Yên Sơn, tỉnh Tuyên Quang`), as the language calls them."""
    return ", ".join(_unit_named(part, words) for part in listed.split(", "))


def low(name: str) -> str:
    """A name within a sentence: the kind before it begins with a small letter."""
    return name[:1].lower() + name[1:] if name.lower().startswith(_KINDS) else name


def unit_kind(type: str, words: Words) -> str:
    """The kind of a unit as the language calls it: `tỉnh`, `province`; in Vietnamese where it has no word for it."""
    return _of_kind(type, "", words).strip() or type


def kind_of_plan(printed: str, words: Words) -> str:
    """The kind of a document as the language calls it: `Kế hoạch`, `Plan`; as printed where it has no word for it."""
    return words.get(f"plan.document.{'_'.join(plain(printed).split())}", printed)


def _unit_named(name: str, words: Words) -> str:
    for type, *_ in TYPES:
        if name.lower().startswith(f"{type} "):
            return _of_kind(type, name[len(type) + 1 :], words) or name
    return name


def _of_kind(type: str, name: str, words: Words) -> str:
    return words.get(_named_key(type), "").format(name=name)


@cache
def _named_key(type: str) -> str:
    return f"place.named.{'_'.join(plain(type).split())}"


def _own_name(place: Place | Lookup, facts: Facts, words: Words) -> str:
    """The name without the kind: a region has one in each language, all other units the same in every language."""
    region = next((region for region in facts.site.regions if region.id == place.id), None)
    if region is None:
        return place.name
    return region.name_vi if words["place.region_name"] == "name_vi" else region.name_en


def place_name(id: str, facts: Facts) -> str:
    """A place by its full name, which is Vietnamese; its id where it has no record."""
    known = facts.site.places.get(id)
    return known.full_name if known else id


def passage_link(plan: Plan, provision: str, quote: str, words: Words) -> Link:
    """The provision by its label, leading to the very passage of the plan's text that holds the quote."""
    known = plan.provision(provision)
    anchor = passage_of(known, quote) if known else provision
    label = label_of(known, words) if known else provision
    return Link(href=URLS.plan(plan.id, anchor), label=label)


def in_words(deadline: Deadline | None, words: Words) -> str:
    """When something is due, as a day and how often, in our words; nothing where the text gives neither."""
    if deadline is None:
        return ""
    said = [day(deadline.date, words)] if deadline.date else []
    if said and deadline.before:
        said = [words["calendar.before_day"].format(day=said[0])]
    if deadline.month_day:
        month, number = (int(part) for part in deadline.month_day.split("-"))
        yearly = words["duty.month_day"].format(day=number, month=month_name(month, words))
        said.append(words["calendar.before_day"].format(day=yearly) if deadline.before else yearly)
    if deadline.recurrence:
        said.append(words[f"duty.recurrence.{deadline.recurrence}"])
    return "; ".join(said)


def year_of(deadline: Deadline | None) -> str:
    """The year that something is due in, the last that the print names; `recurring` or `none` where none is named."""
    if deadline is None:
        return UNTIMED
    if deadline.date:
        return str(deadline.date.year)
    years = _YEAR.findall(deadline.printed)
    return max(years) if years else RECURRING if deadline.recurrence or deadline.month_day else UNTIMED


def soonest(deadline: Deadline | None) -> tuple[int, date]:
    """A key that puts dated duties first, then those of a year, those that recur, and those without a time."""
    year = year_of(deadline)
    if deadline and deadline.date:
        return 0, deadline.date
    if year.isdigit():
        return 0, date(int(year), 12, 31)
    return (1 if year == RECURRING else 2), date.max


def document_kind(document: Document) -> str:
    """The kind that the list puts a document under."""
    return document.kind if document.kind in DOCUMENT_KINDS else DOCUMENT_KINDS[-1]


def section_href(page: str, section: str, facts: Facts, lang: str) -> str:
    """A page of our own words at one of its headings; the page alone where it has no such heading."""
    known = facts.site.pages.get(page)
    return URLS.prose(page, section if known and f'id="{section}"' in localized(known.html, lang) else "")


def map_path(area_map: Map) -> str:
    """Where a map stands: that of today at the address of all maps, others below it."""
    return URLS.map() if area_map.day is None else URLS.map(area_map.id)


def map_links(facts: Facts, lang: str) -> tuple[Link, ...]:
    """All maps, today's first."""
    maps = sorted(facts.site.maps.values(), key=lambda area_map: (area_map.day is not None, area_map.id))
    return tuple(Link(href=map_path(area_map), label=localized(area_map.title, lang)) for area_map in maps)
