"""Everything but places that can be found, as search shows it, what matters most first."""

from collections.abc import Iterator

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports.search import Entry
from generator.model.duties import Commitment, Criterion
from generator.model.plan import Plan
from generator.model.records import Text
from generator.site.formats import day
from generator.site.urls import URLS

from ..page import Words
from ..parts.naming import place_name
from ..parts.plan_card import plan_card
from ..parts.reading import label_of
from ..parts.wording import say, short, tongue
from .abbreviations import shortened

REMARK = 110
"""Characters of a remark that is cut from longer words."""


def entries_of(facts: Facts, drawn: tuple[Figure, ...], lang: str, words: Words) -> tuple[Entry, ...]:
    """Plans, supports, agencies, documents, numbers and charts, pages of words; then the parts of the plans."""
    plans = newest_first(facts.site)
    return (
        *(_plan(one, facts, lang, words) for one in plans),
        *_policies(facts, lang, words),
        *_agencies(facts, lang, words),
        *_documents(facts, lang, words),
        *_numbers(facts, drawn, lang, words),
        *_prose(facts, lang, words),
        *(entry for one in plans for entry in _provisions(one, lang, words)),
        *(entry for one in plans for entry in _commitments(one, lang, words)),
    )


def _plan(plan: Plan, facts: Facts, lang: str, words: Words) -> Entry:
    card = plan_card(plan, facts.site, lang, words)
    issuer = facts.site.agencies.get(plan.issuer)
    return Entry(
        kind=words["search.kind.plan"],
        title=card.title,
        href=card.href,
        remark=f"{plan.doc_type} {plan.number} · {card.issuer} · {day(plan.date, words)}",
        forms=(
            *_both(plan.title, lang),
            plan.number,
            f"{plan.doc_type} {plan.number}",
            plan.number_printed,
            plan.title_printed,
            *(_both(issuer.name, lang) if issuer else ()),
            place_name(plan.place, facts),
        ),
    )


def _policies(facts: Facts, lang: str, words: Words) -> Iterator[Entry]:
    for one in facts.site.policies.values():
        yield Entry(
            kind=words["search.kind.policy"],
            title=say(one.name, lang),
            href=URLS.policy(one.id),
            remark=short(say(one.summary, lang), REMARK),
            forms=(
                *_both(one.name, lang),
                *one.aliases,
                *_both(one.summary, lang),
                *(say(group, lang) for group in one.groups),
            ),
        )


def _agencies(facts: Facts, lang: str, words: Words) -> Iterator[Entry]:
    """The agencies, those with most parts in the plans first."""
    for one in sorted(facts.site.agencies.values(), key=lambda one: (-len(facts.roles_of.get(one.id, ())), one.id)):
        place = facts.site.places.get(one.place or "")
        yield Entry(
            kind=words["search.kind.group" if one.nature == "group" else "search.kind.agency"],
            title=say(one.name, lang),
            href=URLS.agency(one.id),
            remark=place.full_name if place and place.level != "country" else words["agency.country"],
            forms=shortened((*_both(one.name, lang), *one.aliases)),
        )


def _documents(facts: Facts, lang: str, words: Words) -> Iterator[Entry]:
    """The cited documents, those that are cited most first."""
    mentions = facts.mentions_of
    for one in sorted(facts.site.documents.values(), key=lambda one: (-len(mentions.get(one.id, ())), one.id)):
        about = (one.number or "", say(one.issuer, lang), day(one.date, words) if one.date else "")
        yield Entry(
            kind=words["search.kind.document"],
            title=say(one.name, lang),
            href=URLS.document(one.id),
            remark=short(" · ".join(part for part in about if part), REMARK),
            forms=(*_both(one.name, lang), one.number or "", *(place.printed for place in mentions.get(one.id, ()))),
        )


def _numbers(facts: Facts, drawn: tuple[Figure, ...], lang: str, words: Words) -> Iterator[Entry]:
    """Datasets, indicators and charts."""
    for dataset in facts.site.datasets.values():
        yield Entry(
            kind=words["search.kind.dataset"],
            title=say(dataset.title, lang),
            href=URLS.dataset(dataset.id),
            remark=short(say(dataset.description, lang), REMARK),
            forms=_both(dataset.title, lang),
        )
    for one in facts.site.indicators.values():
        yield Entry(
            kind=words["search.kind.indicator"],
            title=say(one.name, lang),
            href=URLS.indicator(one.id),
            remark=short(say(one.definition, lang), REMARK),
            forms=(*_both(one.name, lang), *_both(one.short, lang)),
        )
    for figure in drawn:
        yield Entry(
            kind=words["search.kind.chart"],
            title=figure.title,
            href=URLS.chart(figure.id),
            remark=short(figure.about, REMARK),
            forms=(figure.title,),
        )


def _prose(facts: Facts, lang: str, words: Words) -> Iterator[Entry]:
    for page in facts.site.pages.values():
        title = say(page.title, lang)
        yield Entry(kind=words["search.kind.page"], title=title, href=f"{page.id}/", remark="", forms=(title,))


def _provisions(plan: Plan, lang: str, words: Words) -> Iterator[Entry]:
    """The provisions that have a title."""
    for one in plan.provisions:
        if one.title:
            yield Entry(
                kind=words["search.kind.provision"],
                title=one.title,
                href=URLS.provision(plan.id, one.id),
                remark=f"{label_of(one, words)} · {plan.doc_type} {plan.number}",
                forms=(one.title,),
                lang=tongue(lang),
            )


def _commitments(plan: Plan, lang: str, words: Words) -> Iterator[Entry]:
    """The commitments, then the criteria for awards."""
    entries: tuple[Commitment | Criterion, ...] = (*plan.commitments, *plan.criteria)
    for one in entries:
        provision = plan.provision(one.provision)
        summary = say(one.summary, lang)
        yield Entry(
            kind=words["search.kind.criterion" if isinstance(one, Criterion) else "search.kind.commitment"],
            title=summary,
            href=URLS.commitment(plan.id, one.id),
            remark=f"{plan.doc_type} {plan.number} · {label_of(provision, words) if provision else one.provision}",
            forms=(summary,),
        )


def _both(text: Text, lang: str) -> tuple[str, ...]:
    """Words of ours in the reader's language and in Vietnamese, which is what plans and neighbours say."""
    return tuple(dict.fromkeys((say(text, lang), say(text, "vi"))))
