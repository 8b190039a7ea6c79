"""The list of agencies: by the place that they belong to, each with its printed forms and what falls to it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.records import Agency
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..page import PageKind, View, Words, doc
from ..parts.naming import place_name

SYSTEMS = ("party", "state", "front", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCard:
    """An agency in a list."""

    href: str = doc("its page")
    name: str = doc("its name")
    system: str = doc("party, state, front or other")
    aliases: tuple[str, ...] = doc("the forms in which plans print its name")
    nature: str = doc("body, or group: people or firms that a text speaks of together")
    duties: int = doc("how many commitments it is to carry out")
    criteria: int = doc("how many criteria for awards are for it")
    partner: int = doc("in how many it takes part beside others")
    owes: int = doc("how many reports it owes")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyGroup:
    """The agencies of a place."""

    anchor: str = doc("its anchor")
    title: str = doc("the place, or that they are the country's")
    title_lang: str = doc("the language of the title, where it is not the page's")
    agencies: tuple[AgencyCard, ...] = doc("its agencies, the Party's first, then the State's, the Front's and others")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesView(View):
    """The list of agencies."""

    count: int = doc("how many agencies there are")
    grouped: int = doc("how many groups of people or firms there are beside them")
    groups: tuple[AgencyGroup, ...] = doc("place by place, the country's first")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[AgenciesView]:
    """The one list."""
    agencies = facts.site.agencies.values()
    grouped = sum(agency.nature == "group" for agency in agencies)
    places = sorted({_home(agency, facts) for agency in agencies}, key=lambda id: (_rank(id, facts), id))
    yield AgenciesView(
        lang=lang,
        path=URLS.section("agencies"),
        title=words["agency.list_title"],
        description=words["agency.list_description"].format(count=len(agencies) - grouped),
        section="agencies",
        count=len(agencies) - grouped,
        grouped=grouped,
        groups=tuple(
            _group(place, [agency for agency in agencies if _home(agency, facts) == place], facts, lang, words)
            for place in places
        ),
    )


def _home(agency: Agency, facts: Facts) -> str:
    """The place that an agency is listed under; nothing for those of the whole country."""
    place = facts.site.places.get(agency.place or "")
    return place.id if place and place.level != "country" else ""


def _rank(id: str, facts: Facts) -> int:
    """The country before provinces, provinces before districts, districts before communes."""
    return ("province", "district", "commune", "village").index(facts.site.places[id].level) + 1 if id else 0


def _group(place: str, agencies: list[Agency], facts: Facts, lang: str, words: Words) -> AgencyGroup:
    return AgencyGroup(
        anchor=place or "trung-uong",
        title=place_name(place, facts) if place else words["agency.country"],
        title_lang=content_language(lang) if place else "",
        agencies=tuple(
            _card(agency, facts, lang)
            for agency in sorted(agencies, key=lambda agency: (SYSTEMS.index(agency.system), agency.id))
        ),
    )


def _card(agency: Agency, facts: Facts, lang: str) -> AgencyCard:
    parts = Counter(role.part for role in facts.roles_of.get(agency.id, ()))
    return AgencyCard(
        href=URLS.agency(agency.id),
        name=localized(agency.name, lang),
        system=agency.system,
        aliases=agency.aliases,
        nature=agency.nature,
        criteria=parts["criterion"],
        duties=parts["actor"],
        partner=parts["partner"],
        owes=parts["owes"],
    )


LIST = PageKind("agencies", "agencies.html", AgenciesView, lists)
