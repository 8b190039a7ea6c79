"""One page a provision: its words, where it stands in its plan, notes on it, and how to cite it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.derive.facts import Facts
from generator.model.plan import Plan, Provision
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, short

from ..page import Link, PageKind, View, Words, doc, views_of
from ..parts.citing import cited_plan
from ..parts.duties import CriterionLine, DutyLine, ReportLine, criterion_line, duty_line, report_line
from ..parts.links import section_link
from ..parts.naming import document_link, policy_link
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reading import Clause, TextNote, clause_of, heading_of, label_of, notes_of
from ..parts.targets import TargetLine, target_line
from .badges import badges_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountLine:
    """A sum of money that this provision names."""

    quote: str = doc("the printed words")
    value_printed: str = doc("the printed sum")
    item: str = doc("what it is for")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLine:
    """A document that this provision names."""

    document: Link = doc("the document")
    printed: str = doc("how it is printed here")
    date: str = doc("the date printed here; empty where none is")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """A support that this provision promises or names."""

    policy: Link = doc("the policy")
    quote: str = doc("the printed words")
    group: str = doc("for whom, in our words; empty where the text does not say")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionView(View):
    """One provision."""

    plan: PlanCard = doc("its plan")
    text_lang: str = doc("the language of the plan's text, where it is not the page's")
    clause: Clause = doc("the provision with its own words")
    anchor: str = doc("where it stands in the whole text")
    above: tuple[Link, ...] = doc("the provisions that it stands under, the highest first")
    under: tuple[Link, ...] = doc("the provisions that stand under it")
    before: Link | None = doc("the provision before it, in printed order")
    after: Link | None = doc("the provision after it")
    notes: tuple[TextNote, ...] = doc("notes on its text")
    targets: tuple[TargetLine, ...] = doc("measurable aims that it sets")
    amounts: tuple[AmountLine, ...] = doc("sums of money that it names")
    duties: tuple[DutyLine, ...] = doc("commitments that stand in it")
    criteria: tuple[CriterionLine, ...] = doc("criteria for awards that stand in it")
    reports: tuple[ReportLine, ...] = doc("reports that it asks for")
    mentions: tuple[NamedLine, ...] = doc("documents that it names")
    policies: tuple[SupportLine, ...] = doc("support that it promises or names")


def pages(facts: Facts, lang: str, words: Words) -> Iterable[tuple[str, Callable[[], ProvisionView]]]:
    """One page a provision of every plan."""
    for plan in facts.plans:
        card, badges = plan_card(plan, facts.site, lang, words), badges_of(plan, words)
        for at, provision in enumerate(plan.provisions):
            view = partial(_view, plan, at, card, badges.get(provision.id, ()), facts, lang, words)
            yield URLS.provision(plan.id, provision.id), view


def _view(
    plan: Plan, at: int, card: PlanCard, badges: tuple[Link, ...], facts: Facts, lang: str, words: Words
) -> ProvisionView:
    provision = plan.provisions[at]
    label = label_of(provision, words)
    before = plan.provisions[at - 1] if at else None
    after = plan.provisions[at + 1] if at + 1 < len(plan.provisions) else None

    def link(other: Provision) -> Link:
        return Link(href=URLS.provision(plan.id, other.id), label=heading_of(other, words), lang=content_language(lang))

    above = _above(plan, provision)
    return ProvisionView(
        lang=lang,
        path=URLS.provision(plan.id, provision.id),
        title=words["plan.provision_title"].format(label=label, number=plan.label),
        description=short(provision.text, 150) or heading_of(provision, words, 150),
        section="plans",
        crumbs=(
            section_link("plans", words),
            Link(href=card.href, label=plan.label),
            *(Link(href=URLS.provision(plan.id, ancestor.id), label=label_of(ancestor, words)) for ancestor in above),
        ),
        cite=cited_plan(
            plan, URLS.provision(plan.id, provision.id), "plan.citation", facts.site, lang, words, label=label
        ),
        picture=URLS.preview(plan.id),
        plan=card,
        text_lang=content_language(lang),
        clause=clause_of(plan, provision, lang, words, badges),
        anchor=f"{card.href}#{provision.id}",
        above=tuple(link(ancestor) for ancestor in above),
        under=tuple(link(child) for child in plan.provisions if child.parent == provision.id),
        before=link(before) if before else None,
        after=link(after) if after else None,
        notes=notes_of(plan, (repair for repair in plan.repairs if repair.provision == provision.id), lang, words),
        targets=tuple(target_line(target, facts, lang) for target in plan.targets if target.provision == provision.id),
        amounts=tuple(
            AmountLine(quote=amount.quote, value_printed=amount.value_printed, item=amount.item)
            for amount in plan.amounts
            if amount.provision == provision.id
        ),
        duties=tuple(
            duty_line(plan, commitment, facts, lang, words)
            for commitment in facts.commitments_at.get(f"{plan.id}#{provision.id}", ())
        ),
        criteria=tuple(
            criterion_line(plan, criterion, facts, lang, words)
            for criterion in plan.criteria
            if criterion.provision == provision.id
        ),
        reports=tuple(
            report_line(plan, report, facts, lang, words)
            for report in plan.reporting
            if report.provision == provision.id
        ),
        mentions=tuple(
            NamedLine(
                document=document_link(citation.document, facts, lang),
                printed=citation.printed,
                date=citation.printed_date or "",
            )
            for citation in plan.citations
            if citation.provision == provision.id
        ),
        policies=tuple(
            SupportLine(
                policy=policy_link(mention.policy, facts, lang),
                quote=mention.quote,
                group=localized(mention.group, lang),
            )
            for mention in plan.policies
            if mention.provision == provision.id
        ),
    )


def _above(plan: Plan, provision: Provision) -> tuple[Provision, ...]:
    """The provisions that one stands under, the highest first."""
    parent = plan.provision(provision.parent) if provision.parent else None
    return (*_above(plan, parent), parent) if parent else ()


views = views_of(pages)
KIND = PageKind("provision", "provision.html", ProvisionView, views, pages)
