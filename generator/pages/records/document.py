"""One page a cited document: who names it where and how, and where what is printed of it disagrees."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.citations import Conflict, Mention
from generator.derive.facts import Facts
from generator.model.plan import Plan
from generator.model.records import PRINTED, Document
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.links import references_of, section_link
from ..parts.naming import document_kind, passage_link
from ..parts.plan_card import PlanCard, plan_card


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionLine:
    """A place that names the document."""

    printed: str = doc("the name as printed there")
    date: str = doc("the date as printed there; empty where none is")
    plan: str = doc("the number of the plan")
    where: Link = doc("the provision, leading to the very passage of the plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    """How a plan stands to the document, in the words that say so."""

    type: str = doc("implements, cites, based_on, …")
    quote: str = doc("the printed words")
    where: Link = doc("the provision, leading to the very passage of the plan")
    note: str = doc("a remark of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPlan:
    """A plan that names the document."""

    card: PlanCard = doc("the plan")
    mentions: tuple[MentionLine, ...] = doc("the places that name it, in printed order")
    relations: tuple[RelationLine, ...] = doc("how the plan stands to it")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedConflict:
    """Dates or numbers of the document that disagree as printed; nothing is decided."""

    about: str = doc("date or number")
    values: tuple[str, ...] = doc("the different values, as printed")
    places: tuple[MentionLine, ...] = doc("every place that prints one")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView(View):
    """One cited document."""

    name_printed: str = doc("its name in Vietnamese, where the page is in another language")
    kind: str = doc("law, resolution, …, fund, or document for others")
    number: str = doc("its number; empty where it has none or none is known")
    issuer: str = doc("who issued it; empty where that is not recorded")
    date: str = doc("its day; empty where it is not known")
    note: str = doc("a remark of ours")
    forms: tuple[str, ...] = doc("the forms in which plans print it, each once")
    plans: tuple[CitingPlan, ...] = doc("the plans that name it")
    disagreements: tuple[PrintedConflict, ...] = doc("where what is printed of it disagrees")
    sources: tuple[str, ...] = doc("where the facts about it were read")


def views(facts: Facts, lang: str, words: Words) -> Iterable[DocumentView]:
    """One page a document."""
    for document in facts.site.documents.values():
        yield _view(document, facts, lang, words)


def _view(document: Document, facts: Facts, lang: str, words: Words) -> DocumentView:
    name = localized(document.name, lang)
    mentions = facts.mentions_of.get(document.id, ())
    plans = (_plan(document.id, plan, mentions, facts, lang, words) for plan in facts.site.plans.values())
    return DocumentView(
        lang=lang,
        path=URLS.document(document.id),
        title=name,
        description=words["document.description"].format(name=name),
        section="documents",
        crumbs=(section_link("documents", words),),
        name_printed=localized(document.name, PRINTED) if content_language(lang) else "",
        kind=document_kind(document),
        number=document.number or "",
        issuer=localized(document.issuer, lang),
        date=day(document.date, words) if document.date else "",
        note=localized(document.note, lang),
        forms=tuple(dict.fromkeys(mention.printed for mention in mentions)),
        plans=tuple(plan for plan in plans if plan.mentions or plan.relations),
        disagreements=tuple(_apart(conflict, facts, words) for conflict in facts.conflicts_of.get(document.id, ())),
        sources=references_of(document.references, facts),
    )


def _plan(
    document: str, plan: Plan, mentions: tuple[Mention, ...], facts: Facts, lang: str, words: Words
) -> CitingPlan:
    return CitingPlan(
        card=plan_card(plan, facts.site, lang, words),
        mentions=tuple(mention_line(mention, facts, words) for mention in mentions if mention.plan == plan.id),
        relations=tuple(
            RelationLine(
                type=relation.type,
                quote=relation.quote,
                where=passage_link(plan, relation.provision, relation.quote, words),
                note=localized(relation.note, lang),
            )
            for relation in plan.relations
            if relation.to == document
        ),
    )


def mention_line(mention: Mention, facts: Facts, words: Words) -> MentionLine:
    """A place that names a document, as pages show it."""
    plan = facts.site.plans[mention.plan]
    return MentionLine(
        printed=mention.printed,
        date=mention.printed_date or "",
        plan=plan.label,
        where=passage_link(plan, mention.provision, mention.printed, words),
    )


def _apart(conflict: Conflict, facts: Facts, words: Words) -> PrintedConflict:
    return PrintedConflict(
        about=conflict.about,
        values=conflict.values,
        places=tuple(mention_line(place, facts, words) for place in conflict.mentions),
    )


KIND = PageKind("document", "document.html", DocumentView, views)
