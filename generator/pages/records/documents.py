"""The list of documents that the plans name: laws, directives, programmes, movements, funds, by their kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.records import Document
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import PageKind, View, Words, doc
from ..parts.naming import DOCUMENT_KINDS, document_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """A document in a list."""

    href: str = doc("its page")
    name: str = doc("its name")
    number: str = doc("its number; empty where it has none or none is known")
    issuer: str = doc("who issued it; empty where that is not recorded")
    date: str = doc("its day; empty where it is not known")
    printed: tuple[str, ...] = doc("the forms in which plans print it")
    mentions: int = doc("at how many places plans name it")
    plans: int = doc("how many plans name it")
    conflict: bool = doc("whether what is printed of it disagrees")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGroup:
    """The documents of a kind."""

    kind: str = doc("law, resolution, …, fund, or document for others")
    documents: tuple[DocumentCard, ...] = doc("the documents, those named by most plans first")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView(View):
    """The list of documents."""

    count: int = doc("how many there are")
    groups: tuple[DocumentGroup, ...] = doc("kind by kind, the laws first")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[DocumentsView]:
    """The one list."""
    documents = facts.site.documents.values()
    groups = (
        DocumentGroup(
            kind=kind,
            documents=_cards(
                [document for document in documents if document_kind(document) == kind], facts, lang, words
            ),
        )
        for kind in DOCUMENT_KINDS
    )
    yield DocumentsView(
        lang=lang,
        path=URLS.section("documents"),
        title=words["document.list_title"],
        description=words["document.list_description"].format(count=len(documents)),
        section="documents",
        count=len(documents),
        groups=tuple(group for group in groups if group.documents),
    )


def _cards(documents: list[Document], facts: Facts, lang: str, words: Words) -> tuple[DocumentCard, ...]:
    cards = (_card(document, facts, lang, words) for document in documents)
    return tuple(sorted(cards, key=lambda card: (-card.plans, -card.mentions, card.href)))


def _card(document: Document, facts: Facts, lang: str, words: Words) -> DocumentCard:
    mentions = facts.mentions_of.get(document.id, ())
    return DocumentCard(
        href=URLS.document(document.id),
        name=localized(document.name, lang),
        number=document.number or "",
        issuer=localized(document.issuer, lang),
        date=day(document.date, words) if document.date else "",
        printed=tuple(dict.fromkeys(mention.printed for mention in mentions)),
        mentions=len(mentions),
        plans=len({mention.plan for mention in mentions}),
        conflict=bool(facts.conflicts_of.get(document.id)),
    )


LIST = PageKind("documents", "documents.html", DocumentsView, lists)
