"""Criteria for awards, apart from commitments: the list of all, and one page each with its words where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.exports import lists as files
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, short

from ..page import Link, PageKind, View, Words, doc
from ..parts.citing import cited_plan
from ..parts.duties import CriterionLine, brief_of, criterion_line
from ..parts.links import download_links, section_link
from ..parts.naming import agency_links, passage_link
from ..parts.plan_card import PlanCard, plan_card
from ..parts.reading import heading_of
from ..parts.targets import TargetLine, target_line
from .quotations import QuotedView, above_of, neighbour, quotation_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaPart:
    """The criteria of one provision."""

    heading: Link = doc("its printed heading, leading into the plan")
    groups: tuple[Link, ...] = doc("whom it is for, where all its criteria are for the same")
    lines: tuple[CriterionLine, ...] = doc("the criteria, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCriteria:
    """The criteria of one plan."""

    card: PlanCard = doc("the plan")
    id: str = doc("its id, for the anchor")
    count: int = doc("how many there are")
    parts: tuple[CriteriaPart, ...] = doc("provision by provision of its text")


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaView(View):
    """All criteria for awards."""

    count: int = doc("how many there are")
    plans: tuple[PlanCriteria, ...] = doc("the plans that have any, the newest first")
    files: tuple[Link, ...] = doc("the list as a table to take along")


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView(QuotedView):
    """One criterion for an award."""

    groups: tuple[Link, ...] = doc("who may be given the award; none where the text names nobody")
    deadline: str = doc("by when it has to be so, as printed; empty where the text names no time")
    targets: tuple[TargetLine, ...] = doc("numbers that it asks for")
    before: Link | None = doc("the criterion before it in the plan")
    after: Link | None = doc("the criterion after it in the plan")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[CriteriaView]:
    """The one list of all; none where no plan has a criterion."""
    plans = [plan for plan in newest_first(facts.site) if plan.criteria]
    count = sum(len(plan.criteria) for plan in plans)
    if count:
        yield CriteriaView(
            lang=lang,
            path=URLS.criteria(),
            title=words["criterion.list_title"],
            description=words["criterion.list_description"].format(count=count, plans=len(plans)),
            section="commitments",
            crumbs=(section_link("commitments", words),),
            count=count,
            plans=tuple(
                PlanCriteria(
                    card=plan_card(plan, facts.site, lang, words),
                    id=plan.id,
                    count=len(plan.criteria),
                    parts=_parts(plan, facts, lang, words),
                )
                for plan in plans
            ),
            files=download_links(files.downloads(facts, URLS.criteria()), "duty.takeaway", words),
        )


def views(facts: Facts, lang: str, words: Words) -> Iterable[CriterionView]:
    """One page a criterion of every plan."""
    for plan in facts.plans:
        card, criteria = plan_card(plan, facts.site, lang, words), plan.criteria
        for at, criterion in enumerate(criteria):
            where = passage_link(plan, criterion.provision, criterion.quote, words)
            yield CriterionView(
                lang=lang,
                path=URLS.commitment(plan.id, criterion.id),
                title=words["criterion.title"].format(
                    what=brief_of(criterion, lang), id=criterion.id, number=plan.number
                ),
                description=short(localized(criterion.summary, lang), 150),
                section="commitments",
                crumbs=(
                    section_link("commitments", words),
                    Link(href=URLS.criteria(), label=words["criterion.list_title"]),
                ),
                cite=cited_plan(
                    plan,
                    URLS.commitment(plan.id, criterion.id),
                    "criterion.citation",
                    facts.site,
                    lang,
                    words,
                    label=where.label,
                    record=criterion.id,
                ),
                plan=card,
                text_lang=content_language(lang),
                id=criterion.id,
                brief=brief_of(criterion, lang),
                quotation=quotation_of(plan, criterion),
                above=above_of(plan, criterion.provision, lang, words),
                where=where,
                summary=localized(criterion.summary, lang),
                note=localized(criterion.note, lang),
                groups=agency_links(criterion.groups, facts, lang),
                deadline=criterion.deadline.printed if criterion.deadline else "",
                targets=tuple(
                    target_line(target, facts, lang) for target in plan.targets if target.id in criterion.targets
                ),
                before=neighbour(plan, criteria, at - 1, lang),
                after=neighbour(plan, criteria, at + 1, lang),
            )


def _parts(plan: Plan, facts: Facts, lang: str, words: Words) -> tuple[CriteriaPart, ...]:
    """The criteria under the provisions that they stand in, in printed order."""
    parts = []
    for provision in dict.fromkeys(criterion.provision for criterion in plan.criteria):
        known = plan.provision(provision)
        lines = tuple(
            criterion_line(plan, criterion, facts, lang, words)
            for criterion in plan.criteria
            if criterion.provision == provision
        )
        shared = len({line.groups for line in lines}) == 1
        parts.append(
            CriteriaPart(
                heading=Link(
                    href=URLS.plan(plan.id, provision),
                    label=heading_of(known, words) if known else provision,
                    lang=content_language(lang),
                ),
                groups=lines[0].groups if shared else (),
                lines=lines,
            )
        )
    return tuple(parts)


LIST = PageKind("criteria for awards", "criteria.html", CriteriaView, lists)
KIND = PageKind("criterion", "criterion.html", CriterionView, views)
