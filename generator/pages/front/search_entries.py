"""Everything but places that can be found, as search shows it, what matters most first."""

from collections.abc import Iterator

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports.context import provision_label
from generator.exports.search import IndexEntry
from generator.model.duties import Commitment, Criterion
from generator.model.plan import Plan
from generator.model.records import PRINTED, Text
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, short

from ..page import Words
from ..parts.naming import named, place_name
from ..parts.plan_card import plan_card
from .abbreviations import shortened

REMARK = 110
"""Characters of a remark that is cut from longer words."""


def entries_of(facts: Facts, drawn: tuple[Figure, ...], lang: str, words: Words) -> tuple[IndexEntry, ...]:
    """Plans, supports, agencies, documents, numbers and charts, pages of words; then the parts of the plans."""
    plans = newest_first(facts.site)
    return (
        *(_plan(plan, facts, lang, words) for plan in plans),
        *_policies(facts, lang, words),
        *_agencies(facts, lang, words),
        *_documents(facts, lang, words),
        *_numbers(facts, drawn, lang, words),
        *_prose(facts, lang, words),
        *_evidence(facts, lang, words),
        *(entry for plan in plans for entry in _provisions(plan, lang, words)),
        *(entry for plan in plans for entry in _commitments(plan, lang, words)),
    )


def _plan(plan: Plan, facts: Facts, lang: str, words: Words) -> IndexEntry:
    card = plan_card(plan, facts.site, lang, words)
    issuer = facts.site.agencies.get(plan.issuer)
    return IndexEntry(
        kind=words["search.kind.plan"],
        title=card.title,
        href=card.href,
        remark=" · ".join(
            (
                f"{plan.doc_type} {card.number}",
                card.issuer,
                day(plan.date, words) if plan.date else words["plan.no_date"],
            )
        ),
        forms=(
            *_both(plan.title, lang),
            *((plan.number, f"{plan.doc_type} {plan.number}", plan.number_printed or "") if plan.number else ()),
            plan.title_printed,
            *(_both(issuer.name, lang) if issuer else ()),
            place_name(plan.place, facts),
        ),
    )


def _evidence(facts: Facts, lang: str, words: Words) -> Iterator[IndexEntry]:
    """What was published, by its title, its publisher and its places."""
    for piece in facts.site.evidence.values():
        places = {*piece.places, *(shown.place for shown in piece.figures)}
        yield IndexEntry(
            kind=words["search.kind.evidence"],
            title=localized(piece.title, lang),
            href=URLS.evidence(piece.id),
            remark=short(piece.publisher, REMARK),
            forms=(*_both(piece.title, lang), piece.publisher, *(place_name(id, facts) for id in sorted(places))),
        )


def _policies(facts: Facts, lang: str, words: Words) -> Iterator[IndexEntry]:
    known = (
        *((procedure, URLS.procedure(procedure.id)) for procedure in facts.site.procedures.values()),
        *((policy, URLS.policy(policy.id)) for policy in facts.site.policies.values()),
    )
    for policy, href in known:
        yield IndexEntry(
            kind=words["search.kind.policy"],
            title=localized(policy.name, lang),
            href=href,
            remark=short(localized(policy.summary, lang), REMARK),
            forms=(
                *_both(policy.name, lang),
                *policy.aliases,
                *_both(policy.summary, lang),
                *(localized(group, lang) for group in policy.groups),
            ),
        )


def _agencies(facts: Facts, lang: str, words: Words) -> Iterator[IndexEntry]:
    """The agencies, those with most parts in the plans first."""
    for agency in sorted(
        facts.site.agencies.values(), key=lambda agency: (-len(facts.roles_of.get(agency.id, ())), agency.id)
    ):
        place = facts.site.places.get(agency.place or "")
        yield IndexEntry(
            kind=words["search.kind.group" if agency.nature == "group" else "search.kind.agency"],
            title=localized(agency.name, lang),
            href=URLS.agency(agency.id),
            remark=named(place, facts, words) if place and place.level != "country" else words["agency.country"],
            forms=shortened((*_both(agency.name, lang), *agency.aliases)),
        )


def _documents(facts: Facts, lang: str, words: Words) -> Iterator[IndexEntry]:
    """The cited documents, those that are cited most first."""
    mentions = facts.mentions_of
    for document in sorted(
        facts.site.documents.values(), key=lambda document: (-len(mentions.get(document.id, ())), document.id)
    ):
        about = (
            document.number or "",
            localized(document.issuer, lang),
            day(document.date, words) if document.date else "",
        )
        yield IndexEntry(
            kind=words["search.kind.document"],
            title=localized(document.name, lang),
            href=URLS.document(document.id),
            remark=short(" · ".join(part for part in about if part), REMARK),
            forms=(
                *_both(document.name, lang),
                document.number or "",
                *(place.printed for place in mentions.get(document.id, ())),
            ),
        )


def _numbers(facts: Facts, drawn: tuple[Figure, ...], lang: str, words: Words) -> Iterator[IndexEntry]:
    """Datasets, indicators and charts."""
    for dataset in facts.site.datasets.values():
        yield IndexEntry(
            kind=words["search.kind.dataset"],
            title=localized(dataset.title, lang),
            href=URLS.dataset(dataset.id),
            remark=short(localized(dataset.description, lang), REMARK),
            forms=_both(dataset.title, lang),
        )
    for indicator in facts.site.indicators.values():
        yield IndexEntry(
            kind=words["search.kind.indicator"],
            title=localized(indicator.name, lang),
            href=URLS.indicator(indicator.id),
            remark=short(localized(indicator.definition, lang), REMARK),
            forms=(*_both(indicator.name, lang), *_both(indicator.short, lang)),
        )
    for figure in drawn:
        yield IndexEntry(
            kind=words["search.kind.chart"],
            title=figure.title,
            href=URLS.chart(figure.id),
            remark=short(figure.about, REMARK),
            forms=(figure.title,),
        )


def _prose(facts: Facts, lang: str, words: Words) -> Iterator[IndexEntry]:
    for page in facts.site.pages.values():
        title = localized(page.title, lang)
        yield IndexEntry(kind=words["search.kind.page"], title=title, href=f"{page.id}/", remark="", forms=(title,))


def _provisions(plan: Plan, lang: str, words: Words) -> Iterator[IndexEntry]:
    """The provisions that have a title."""
    for provision in plan.provisions:
        if provision.title:
            yield IndexEntry(
                kind=words["search.kind.provision"],
                title=provision.title,
                href=URLS.provision(plan.id, provision.id),
                remark=f"{provision_label(provision.id, words)} · {plan.doc_type} {plan.label}",
                forms=(provision.title,),
                lang=content_language(lang),
            )


def _commitments(plan: Plan, lang: str, words: Words) -> Iterator[IndexEntry]:
    """The commitments, then the criteria for awards."""
    entries: tuple[Commitment | Criterion, ...] = (*plan.commitments, *plan.criteria)
    for entry in entries:
        summary = localized(entry.summary, lang)
        yield IndexEntry(
            kind=words["search.kind.criterion" if isinstance(entry, Criterion) else "search.kind.commitment"],
            title=summary,
            href=URLS.commitment(plan.id, entry.id),
            remark=f"{plan.doc_type} {plan.label} · {provision_label(entry.provision, words)}",
            forms=(summary,),
        )


def _both(text: Text, lang: str) -> tuple[str, ...]:
    """Words of ours in the reader's language and in Vietnamese, which is what plans and neighbours say."""
    return tuple(dict.fromkeys((localized(text, lang), localized(text, PRINTED))))
