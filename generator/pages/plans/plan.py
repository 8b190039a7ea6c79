"""The list of plans, and one page a plan: its facts, our summary, its whole text with notes, its source."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..page import Alternate, Link, PageKind, View, Words, doc
from ..parts.citing import cited_plan
from ..parts.duties import StateCount, named_of, state_counts
from ..parts.evidence import evidence_links
from ..parts.links import alternates_of, place_link, section_link
from ..parts.naming import document_link
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reading import Clause, Step, TextNote, clause_of, contents_of, notes_of
from .badges import badges_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansView(View):
    """The list of plans."""

    plans: tuple[PlanCard, ...] = doc("all plans, the newest first")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentLine:
    """An annex that the text names."""

    name: str = doc("its name")
    present: bool = doc("whether we hold it")
    provision: str = doc("the provision that names it")
    note: str = doc("a remark of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """Where the copy that we hold was received or published."""

    who: str = doc("who stamped or published it")
    date_printed: str = doc("when, as printed")
    number: str = doc("the receiver's number, if there is one")
    note: str = doc("a remark of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class OmittedLines:
    """Lines of the source file that are not the document."""

    first: int = doc("the first line of the source file")
    last: int = doc("the last line")
    kind: str = doc("website_header, website_teaser, website_link, received_stamp or repeated")
    note: str = doc("why it was left out")
    text: str = doc("the lines themselves")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView(View):
    """One plan, whole."""

    card: PlanCard = doc("the plan as lists show it")
    number_printed: str = doc("its number as printed; empty where the copy prints none")
    title_printed: str = doc("its title as printed")
    text_lang: str = doc("the language of the plan's text, where it is not the page's")
    issuer_printed: str = doc("the issuer as printed, empty where none is")
    issuer_note: str = doc("how the issuer is known")
    date_printed: str = doc("the date as printed, empty where none is")
    date_note: str = doc("how the date is known")
    signer: str = doc("who signed")
    capacity: str = doc("in which office, as printed")
    authority: str = doc("for whom, as printed")
    place: Link = doc("the place that it is for")
    places: tuple[Link, ...] = doc("other places that its text or table names")
    recipients: tuple[str, ...] = doc("the recipients, as printed")
    recipients_known: bool = doc("whether our copy holds the list of recipients")
    attachments: tuple[AttachmentLine, ...] = doc("the annexes that the text names")
    received: tuple[CopyLine, ...] = doc("receivers' stamps on our copy")
    published: tuple[CopyLine, ...] = doc("where our copy was published")
    source: str = doc("the source file's address, from the root of the site")
    first_form: str = doc("the address of the original that the source file is our reading of; may be empty")
    sha256: str = doc("the source file's digest")
    size: int = doc("the source file's size in bytes")
    source_note: str = doc("a remark on the source file")
    data: str = doc("the address of the plan as JSON, from the root of the site")
    summary: tuple[str, ...] = doc("our summary, a line a point")
    contents: tuple[Step, ...] = doc("the contents")
    clauses: tuple[Clause, ...] = doc("the whole text, in printed order")
    notes: tuple[TextNote, ...] = doc("notes on the text")
    left_out: tuple[OmittedLines, ...] = doc("what of the source file is not the document")
    layout: tuple[str, ...] = doc("where the source's layout was put in reading order")
    datasets: tuple[Link, ...] = doc("tables of numbers made from this plan")
    duties: Link | None = doc("the list of its commitments, with how many there are as its note")
    results: tuple[Link, ...] = doc("what was published that bears on it, leading into the ledger")
    named: str = doc("what the texts of its commitments name of number, time and actor, counted; empty without any")
    states: tuple[StateCount, ...] = doc("how many of its commitments are in each state of finding")
    criteria: Link | None = doc("the list of its criteria for awards, with how many there are as its note")
    documents: tuple[Link, ...] = doc("the documents that its text names, in the order of first mention")
    findings: int = doc("how often its printed arithmetic disagrees with itself")
    certain: int = doc("how many of those rounding cannot explain")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[PlansView]:
    """The one list of plans."""
    yield PlansView(
        lang=lang,
        path=URLS.section("plans"),
        title=words["plan.list_title"],
        description=words["plan.list_description"].format(count=len(facts.site.plans)),
        section="plans",
        plans=tuple(plan_card(plan, facts.site, lang, words) for plan in newest_first(facts.site)),
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[PlanView]:
    """One page a plan."""
    for plan in facts.plans:
        yield _view(plan, facts, lang, words)


def _view(plan: Plan, facts: Facts, lang: str, words: Words) -> PlanView:
    site = facts.site
    card, badges = plan_card(plan, site, lang, words), badges_of(plan, words)
    return PlanView(
        lang=lang,
        path=card.href,
        title=card.title,
        description=words["plan.description"].format(number=plan.label, issuer=card.issuer, title=card.title),
        section="plans",
        crumbs=(section_link("plans", words),),
        picture=URLS.preview(plan.id),
        alternates=(
            *alternates_of(card.href, facts, lang, words, URLS.api(f"plans/{plan.id}")),
            Alternate(type="application/akn+xml", path=URLS.akn(plan.id), title="Akoma Ntoso"),
        ),
        cite=cited_plan(plan, card.href, "plan.citation_whole", site, lang, words),
        card=card,
        number_printed=plan.number_printed or "",
        title_printed=plan.title_printed,
        text_lang=content_language(lang),
        issuer_printed=plan.issuer_printed or "",
        issuer_note=localized(plan.issuer_note, lang),
        date_printed=plan.date_printed or "",
        date_note=localized(plan.date_note, lang),
        signer=plan.signer.name if plan.signer else "",
        capacity=plan.signer.capacity if plan.signer else "",
        authority=(plan.signer.authority or "") if plan.signer else "",
        place=place_link(plan.place, facts, lang),
        places=tuple(place_link(place, facts, lang) for place in plan.places),
        recipients=plan.recipients,
        recipients_known=plan.recipients_status == "printed",
        attachments=tuple(
            AttachmentLine(
                name=attachment.name,
                present=attachment.present,
                provision=attachment.provision,
                note=localized(attachment.note, lang),
            )
            for attachment in plan.attachments
        ),
        received=tuple(
            CopyLine(who=stamp.receiver, date_printed=stamp.date_printed, number=stamp.number or "", note="")
            for stamp in plan.received
        ),
        published=tuple(
            CopyLine(
                who=publication.publisher,
                date_printed=publication.date_printed,
                number="",
                note=localized(publication.note, lang),
            )
            for publication in plan.publications
        ),
        source=f"{card.href}source.txt",
        first_form=f"{card.href}{plan.source.original}" if plan.source.original else "",
        sha256=plan.source.sha256,
        size=plan.source.bytes,
        source_note=localized(plan.source.note, lang),
        data=URLS.api(f"plans/{plan.id}"),
        summary=plan.summary.get(lang, ()),
        contents=contents_of(plan, words),
        clauses=tuple(
            clause_of(plan, provision, lang, words, badges.get(provision.id, ())) for provision in plan.provisions
        ),
        notes=notes_of(plan, plan.repairs, lang, words),
        left_out=tuple(
            OmittedLines(
                first=furniture.first,
                last=furniture.last,
                kind=furniture.kind,
                note=localized(furniture.note, lang),
                text=furniture.quote or furniture.text,
            )
            for furniture in plan.furniture
        ),
        layout=tuple(localized(layout.note, lang) for layout in plan.layout if layout.note),
        datasets=tuple(
            Link(href=URLS.dataset(dataset.id), label=localized(dataset.title, lang))
            for dataset in site.datasets.values()
            if dataset.plan == plan.id
        ),
        results=evidence_links(facts.published_on_plans.get(plan.id, ()), lang, words),
        states=state_counts(facts.statuses[f"{plan.id}/{duty.id}"].state for duty in plan.commitments),
        named=named_of(plan.commitments, words),
        duties=Link(
            href=URLS.commitments(plan.id), label=words["commitment.list_title"], note=str(len(plan.commitments))
        )
        if plan.commitments
        else None,
        criteria=Link(href=URLS.criteria(plan.id), label=words["criterion.list_title"], note=str(len(plan.criteria)))
        if plan.criteria
        else None,
        documents=tuple(
            document_link(document, facts, lang)
            for document in dict.fromkeys(citation.document for citation in plan.citations)
        ),
        findings=sum(finding.plan == plan.id for finding in facts.findings),
        certain=sum(finding.plan == plan.id and not finding.rounding for finding in facts.findings),
    )


LIST = PageKind("plans", "plans.html", PlansView, lists)
KIND = PageKind("plan", "plan.html", PlanView, views)
