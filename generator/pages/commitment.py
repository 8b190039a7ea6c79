"""One page a commitment: its words where they stand, who, by when, and where it stands on four independent axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.derive.facts import Facts
from generator.model.duties import Commitment
from generator.model.plan import Plan
from generator.site.urls import URLS

from .axes import Axis, axes_of
from .beside import BesideLine, beside_lines
from .duties import Entry, ReportLine, brief_of, report_line
from .naming import agency_links, in_words, passage_link
from .page import Link, PageKind, View, Words, told
from .plan import PlanCard, plan_card
from .proof import (
    EvidenceLine,
    Moment,
    SearchLine,
    VerdictLine,
    evidence_lines,
    history_of,
    search_lines,
    verdict_lines,
)
from .reading import heading_of, passage_of
from .takeaway import Takeaway, of_plan
from .targets import TargetLine, target_line
from .wording import say, short, tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A commitment's words in the passage that they stand in, as printed."""

    before: str = told("the words of the passage before them")
    quote: str = told("the words of the commitment")
    after: str = told("the words of the passage after them")
    repaired: bool = told("whether the passage holds a reading that a note explains")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Something published that bears on the commitment."""

    evidence: EvidenceLine = told("what was published, by whom, where, and how far it can be compared")
    numbers: tuple[BesideLine, ...] = told("its numbers, each beside the target that it answers, if it answers one")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedView(View):
    """One entry of a plan with the words that it quotes: a commitment or a criterion."""

    plan: PlanCard = told("its plan")
    title_printed: str = told("the plan's printed title")
    text_lang: str = told("the language of the plan's text, where it is not the page's")
    id: str = told("its id in the plan: `ck-012`")
    brief: str = told("the first words of what it says, in our words, for its heading")
    quotation: Quotation = told("its words in their passage")
    above: tuple[Link, ...] = told("the provision that it stands in, and those above it, the highest first")
    where: Link = told("the very passage in the whole text")
    summary: str = told("what it says, in our words")
    note: str = told("a remark of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView(QuotedView):
    """One commitment."""

    kind: str = told("task, goal, requirement, principle, request, report, role, instruction or purpose")
    actors: tuple[Link, ...] = told("who is to do it; none where the text names nobody")
    actor_source: str = told("how that is known: named, heading, implied or none")
    partners: tuple[Link, ...] = told("with whom, as the text says")
    deadline: str = told("by when, as printed; empty where the text names no time")
    when: str = told("by when, as a day and how often, in our words")
    targets: tuple[TargetLine, ...] = told("measurable aims that it carries")
    reports: tuple[ReportLine, ...] = told("reports owed on it")
    axes: tuple[Axis, ...] = told("where it stands, in four independent respects")
    proofs: tuple[Proof, ...] = told("what was published that bears on it")
    searches: tuple[SearchLine, ...] = told("where published results were looked for")
    verdicts: tuple[VerdictLine, ...] = told("judgments of attainment")
    history: tuple[Moment, ...] = told("its days, the earliest first")
    takeaway: Takeaway = told("what can be taken along")
    before: Link | None = told("the commitment before it in the plan")
    after: Link | None = told("the commitment after it in the plan")


def views(facts: Facts, lang: str, words: Words) -> Iterable[CommitmentView]:
    """One page a commitment of every plan."""
    for plan in facts.site.plans.values():
        card, takeaway = plan_card(plan, facts.site, lang, words), of_plan(plan, facts, words)
        duties = plan.commitments
        for at in range(len(duties)):
            yield _view(plan, duties, card, takeaway, at, facts, lang, words)


def _view(
    plan: Plan,
    duties: tuple[Commitment, ...],
    card: PlanCard,
    takeaway: Takeaway,
    at: int,
    facts: Facts,
    lang: str,
    words: Words,
) -> CommitmentView:
    one = duties[at]
    status = facts.statuses[f"{plan.id}/{one.id}"]
    summary = say(one.summary, lang)
    return CommitmentView(
        lang=lang,
        path=URLS.commitment(plan.id, one.id),
        title=words["commitment.title"].format(what=brief_of(one, lang), id=one.id, number=plan.number),
        description=short(summary, 150),
        section="commitments",
        crumbs=(
            Link(href=URLS.section("commitments"), label=words["commitment.list_title"]),
            Link(href=URLS.commitments(plan.id), label=plan.number),
        ),
        plan=card,
        title_printed=plan.title_printed,
        text_lang=tongue(lang),
        id=one.id,
        brief=brief_of(one, lang),
        quotation=quotation_of(plan, one),
        above=above_of(plan, one.provision, lang, words),
        where=passage_link(plan, one.provision, one.quote, words),
        summary=summary,
        note=say(one.note, lang),
        kind=one.kind,
        actors=agency_links(one.actors, facts, lang),
        actor_source=one.actor_source,
        partners=agency_links(one.partners, facts, lang),
        deadline=one.deadline.printed if one.deadline else "",
        when=in_words(one.deadline, words),
        targets=tuple(target_line(target, facts, lang) for target in plan.targets if target.id in one.targets),
        reports=tuple(
            report_line(plan, duty, facts, lang, words) for duty in plan.reporting if duty.id in status.reports
        ),
        axes=axes_of(plan, card, status, facts, lang, words),
        proofs=tuple(_proof(plan, one, id, facts, lang, words) for id in status.evidence),
        searches=search_lines(status.searches, facts, lang),
        verdicts=verdict_lines(status.assessments, facts, lang),
        history=history_of(plan, status, facts, lang, words),
        takeaway=takeaway,
        before=beside(plan, duties, at - 1, lang),
        after=beside(plan, duties, at + 1, lang),
    )


def quotation_of(plan: Plan, one: Entry) -> Quotation:
    """The quote inside its passage; alone where it runs over several passages."""
    provision = plan.provision(one.provision)
    quote = " ".join(one.quote.split())
    anchor = passage_of(provision, quote) if provision else ""
    for number, block in enumerate(provision.blocks if provision else (), start=1):
        text = " ".join(f"{block.mark} {block.text}".split())
        if provision and anchor == f"{provision.id}-p{number}":
            before, _, after = text.partition(quote)
            return Quotation(before=before, quote=quote, after=after, repaired="text-note" in block.html)
    return Quotation(before="", quote=quote, after="", repaired=False)


def _proof(plan: Plan, one: Commitment, id: str, facts: Facts, lang: str, words: Words) -> Proof:
    """A piece of evidence with its numbers, without those that answer targets of other commitments."""
    evidence = facts.site.evidence[id]
    own = tuple(shown for shown in evidence.figures if shown.target is None or shown.target in one.targets)
    return Proof(
        evidence=evidence_lines((id,), facts, lang, words)[0],
        numbers=beside_lines(plan, replace(evidence, figures=own), facts, lang, words),
    )


def above_of(plan: Plan, id: str, lang: str, words: Words) -> tuple[Link, ...]:
    """A provision and those that it stands under, the highest first."""
    known = plan.provision(id)
    if known is None:
        return ()
    link = Link(href=URLS.provision(plan.id, id), label=heading_of(known, words), lang=tongue(lang))
    return (*(above_of(plan, known.parent, lang, words) if known.parent else ()), link)


def beside(plan: Plan, entries: Sequence[Entry], at: int, lang: str) -> Link | None:
    """The entry of a list that stands at a place in it; none before its first and after its last."""
    if not 0 <= at < len(entries):
        return None
    one = entries[at]
    return Link(href=URLS.commitment(plan.id, one.id), label=f"{one.id}: {short(say(one.summary, lang))}")


KIND = PageKind("commitment", "commitment.html", CommitmentView, views)
