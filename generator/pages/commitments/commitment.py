"""One page a commitment: its words where they stand, who, by when, and where it stands on five independent axes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from generator.derive.facts import Facts
from generator.derive.verifiability import NAMED, verifiability
from generator.model.duties import Commitment
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, short

from ..page import Link, PageKind, Words, doc, views_of
from ..parts.citing import cited_plan
from ..parts.duties import ReportLine, brief_of, report_line
from ..parts.evidence import (
    EvidenceLine,
    Moment,
    SearchLine,
    VerdictLine,
    evidence_lines,
    history_of,
    search_lines,
    verdict_lines,
)
from ..parts.links import section_link
from ..parts.naming import bodies_today, in_words, passage_link
from ..parts.plan_card import PlanCard, plan_card
from ..parts.takeaway import Takeaway, of_plan
from ..parts.target_vs_result import BesideLine, beside_lines
from ..parts.targets import TargetLine, target_line
from .quotations import QuotedView, above_of, neighbour, quotation_of
from .status_axes import Axis, axes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Something published that bears on the commitment."""

    evidence: EvidenceLine = doc("what was published, by whom, where, and how far it can be compared")
    numbers: tuple[BesideLine, ...] = doc("its numbers, each beside the target that it answers, if it answers one")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView(QuotedView):
    """One commitment."""

    kind: str = doc("task, goal, requirement, principle, request, report, role, instruction or purpose")
    actors: tuple[Link, ...] = doc("who is to do it; none where the text names nobody")
    actor_source: str = doc("how that is known: named, heading, implied or none")
    partners: tuple[Link, ...] = doc("with whom, as the text says")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    when: str = doc("by when, as a day and how often, in our words")
    targets: tuple[TargetLine, ...] = doc("measurable aims that it carries")
    reports: tuple[ReportLine, ...] = doc("reports owed on it")
    named: tuple[str, ...] = doc("what its text names: number, deadline, actor")
    unnamed: tuple[str, ...] = doc("what of these it does not name")
    state: str = doc("what was found of it: found, partly, due_not_found, not_found or not_searched")
    axes: tuple[Axis, ...] = doc("where it stands, in five independent respects")
    proofs: tuple[Proof, ...] = doc("what was published that bears on it")
    searches: tuple[SearchLine, ...] = doc("where published results were looked for")
    verdicts: tuple[VerdictLine, ...] = doc("judgments of attainment")
    history: tuple[Moment, ...] = doc("its days, the earliest first")
    takeaway: Takeaway = doc("what can be taken along")
    before: Link | None = doc("the commitment before it in the plan")
    after: Link | None = doc("the commitment after it in the plan")


def pages(facts: Facts, lang: str, words: Words) -> Iterable[tuple[str, Callable[[], CommitmentView]]]:
    """One page a commitment of every plan."""
    for plan in facts.plans:
        card, takeaway = plan_card(plan, facts.site, lang, words), of_plan(plan, facts, words)
        for at, commitment in enumerate(plan.commitments):
            yield URLS.commitment(plan.id, commitment.id), partial(_view, plan, at, card, takeaway, facts, lang, words)


def _view(
    plan: Plan, at: int, card: PlanCard, takeaway: Takeaway, facts: Facts, lang: str, words: Words
) -> CommitmentView:
    commitment = plan.commitments[at]
    status = facts.statuses[f"{plan.id}/{commitment.id}"]
    named = verifiability(commitment)
    summary = localized(commitment.summary, lang)
    where = passage_link(plan, commitment.provision, commitment.quote, words)
    return CommitmentView(
        lang=lang,
        path=URLS.commitment(plan.id, commitment.id),
        title=words["commitment.title"].format(what=brief_of(commitment, lang), id=commitment.id, number=plan.label),
        description=short(summary, 150),
        section="commitments",
        crumbs=(section_link("commitments", words), Link(href=URLS.commitments(plan.id), label=plan.label)),
        cite=cited_plan(
            plan,
            URLS.commitment(plan.id, commitment.id),
            "commitment.citation",
            facts.site,
            lang,
            words,
            label=where.label,
            record=commitment.id,
        ),
        picture=URLS.preview(plan.id),
        plan=card,
        text_lang=content_language(lang),
        id=commitment.id,
        brief=brief_of(commitment, lang),
        quotation=quotation_of(plan, commitment),
        above=above_of(plan, commitment.provision, lang, words),
        where=where,
        summary=summary,
        note=localized(commitment.note, lang),
        kind=commitment.kind,
        actors=bodies_today(commitment.actors, facts, lang),
        actor_source=commitment.actor_source,
        partners=bodies_today(commitment.partners, facts, lang),
        deadline=commitment.deadline.printed if commitment.deadline else "",
        when=in_words(commitment.deadline, words),
        targets=tuple(target_line(target, facts, lang) for target in plan.targets if target.id in commitment.targets),
        reports=tuple(
            report_line(plan, duty, facts, lang, words) for duty in plan.reporting if duty.id in status.reports
        ),
        named=named,
        unnamed=tuple(name for name in NAMED if name not in named),
        state=status.state,
        axes=axes_of(plan, card, status, facts, lang, words),
        proofs=tuple(_proof(plan, commitment, id, facts, lang, words) for id in status.evidence),
        searches=search_lines(status.searches, facts, lang),
        verdicts=verdict_lines(status.assessments, facts, lang),
        history=history_of(plan, status, facts, lang, words),
        takeaway=takeaway,
        before=neighbour(plan, plan.commitments, at - 1, lang),
        after=neighbour(plan, plan.commitments, at + 1, lang),
    )


def _proof(plan: Plan, commitment: Commitment, id: str, facts: Facts, lang: str, words: Words) -> Proof:
    """A piece of evidence with its numbers, without those that answer targets of other commitments."""
    evidence = facts.site.evidence[id]
    own = tuple(shown for shown in evidence.figures if shown.target is None or shown.target in commitment.targets)
    return Proof(
        evidence=evidence_lines((id,), facts, lang, words)[0],
        numbers=beside_lines(plan, replace(evidence, figures=own), facts, lang, words),
    )


views = views_of(pages)
KIND = PageKind("commitment", "commitment.html", CommitmentView, views, pages)
