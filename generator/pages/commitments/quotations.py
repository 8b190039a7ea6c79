"""The words of a plan that a page is about, in their passage: what commitments and criteria share."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.passages import passage_of
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, short

from ..page import Link, View, Words, doc
from ..parts.duties import Entry
from ..parts.plan_card import PlanCard
from ..parts.reading import heading_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A commitment's words in the passage that they stand in, as printed."""

    before: str = doc("the words of the passage before them")
    quote: str = doc("the words of the commitment")
    after: str = doc("the words of the passage after them")
    repaired: bool = doc("whether the passage holds a reading that a note explains")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedView(View):
    """One entry of a plan with the words that it quotes: a commitment or a criterion."""

    plan: PlanCard = doc("its plan")
    text_lang: str = doc("the language of the plan's text, where it is not the page's")
    id: str = doc("its id in the plan: `ck-012`")
    brief: str = doc("the first words of what it says, in our words, for its heading")
    quotation: Quotation = doc("its words in their passage")
    above: tuple[Link, ...] = doc("the provision that it stands in, and those above it, the highest first")
    where: Link = doc("the very passage in the whole text")
    summary: str = doc("what it says, in our words")
    note: str = doc("a remark of ours")


def quotation_of(plan: Plan, entry: Entry) -> Quotation:
    """The quote inside its passage; alone where it runs over several passages."""
    provision = plan.provision(entry.provision)
    quote = " ".join(entry.quote.split())
    anchor = passage_of(provision, quote) if provision else ""
    for number, block in enumerate(provision.blocks if provision else (), start=1):
        text = " ".join(f"{block.mark} {block.text}".split())
        if provision and anchor == f"{provision.id}-p{number}":
            before, _, after = text.partition(quote)
            return Quotation(before=before, quote=quote, after=after, repaired="text-note" in block.html)
    return Quotation(before="", quote=quote, after="", repaired=False)


def above_of(plan: Plan, id: str, lang: str, words: Words) -> tuple[Link, ...]:
    """A provision and those that it stands under, the highest first."""
    known = plan.provision(id)
    if known is None:
        return ()
    link = Link(href=URLS.provision(plan.id, id), label=heading_of(known, words), lang=content_language(lang))
    return (*(above_of(plan, known.parent, lang, words) if known.parent else ()), link)


def neighbour(plan: Plan, entries: Sequence[Entry], at: int, lang: str) -> Link | None:
    """The entry of a list that stands at a place in it; none before its first and after its last."""
    if not 0 <= at < len(entries):
        return None
    entry = entries[at]
    return Link(href=URLS.commitment(plan.id, entry.id), label=f"{entry.id}: {short(localized(entry.summary, lang))}")
