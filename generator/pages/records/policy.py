"""Supports and procedures, for a citizen: the answer first, then who, what, papers, where, how long, by which law."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.derive.status import lifecycle_of
from generator.derive.validity import has_ended, has_lapsed, is_national, last_read
from generator.exports import lists as files
from generator.model.duties import Entitlement, HouseholdStatus, Policy, Question
from generator.site.cite import embedded
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import content_language, localized, years

from ..page import Link, PageKind, View, Words, doc
from ..parts.links import download_links, plan_link, section_link
from ..parts.naming import passage_link, policy_link
from .law import ActLine, AspectPart, SourceLine, aspects_of, policy_acts, sources_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A place where a plan promises the support."""

    quote: str = doc("the plan's words")
    where: Link = doc("the very passage")
    group: str = doc("for whom, as the text says; empty where it does not say")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPromises:
    """What one plan says of the support."""

    plan: Link = doc("the plan")
    title: str = doc("our title of it")
    state: str = doc("whether its period runs or has ended, in words")
    promises: tuple[PromiseLine, ...] = doc("its words, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyCard:
    """A policy in a list."""

    href: str = doc("its page")
    name: str = doc("its name")
    summary: str = doc("what it is, in one sentence")
    answer: str = doc("the answer for a poor household, where the law of today has one")
    checked: int = doc("how many published statements on it have not ended")
    ended: int = doc("how many published statements on it have ended")
    lapsed: bool = doc("whether all that is published of who gets what has ended")
    plans: int = doc("how many plans name it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A kind of household, or of people in it, and what is open to it today."""

    label: Link = doc("the situation, leading to the finder's page for it where there is one")
    links: tuple[Link, ...] = doc("the supports that the law of today says are for it")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesView(View):
    """The list of policies."""

    situations: tuple[Situation, ...] = doc("what is open today by how a household stands, and by who lives in it")
    checked: tuple[PolicyCard, ...] = doc("those with statements of law, what has ended last")
    others: tuple[PolicyCard, ...] = doc("those that plans name, and of whose law nothing is sure yet")
    procedures: tuple[PolicyCard, ...] = doc("the procedures that supports rest on")
    acts: str = doc("the list of acts of law; empty where there is none")
    finder: str = doc("where a household finds what is for it; empty where no support says whom it is for")
    files: tuple[Link, ...] = doc("the list as a table to take along")
    as_of: date = doc("the day that the content stands for")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView(View):
    """One policy."""

    summary: str = doc("what it is, in one sentence")
    groups: tuple[str, ...] = doc("whom the plans name")
    checked: int = doc("how many statements on it are published, those that have ended too")
    lapsed: bool = doc("whether all that is published of who gets what has ended")
    national: bool = doc("whether the law of today gives it in the whole country")
    procedure: bool = doc("whether it is a procedure that supports rest on, and no support itself")
    parts: tuple[AspectPart, ...] = doc("the answer, who, what, papers, where, days, objections, what must be public")
    acts: tuple[ActLine, ...] = doc("the acts that it rests on, those in force first, and those before them")
    read_on: str = doc("the day on which the last of its sources was read; empty where none says when")
    sources: tuple[SourceLine, ...] = doc("where the published statements were read")
    plans: tuple[PlanPromises, ...] = doc("the plans that promise it, the newest first")
    text_lang: str = doc("the language of the plans' words, where it is not the page's")
    as_of: date = doc("the day that the content stands for")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[PoliciesView]:
    """The one list."""
    cards = [_card(policy, URLS.policy(policy.id), facts, lang) for policy in facts.site.policies.values()]
    procedures = [_card(known, URLS.procedure(known.id), facts, lang) for known in facts.site.procedures.values()]
    yield PoliciesView(
        lang=lang,
        path=URLS.section("policies"),
        title=words["policy.list_title"],
        description=words["policy.list_description"].format(count=len(cards)),
        section="policies",
        situations=tuple(_situations(facts, lang, words)),
        checked=tuple(sorted((card for card in cards if card.checked or card.ended), key=lambda card: card.lapsed)),
        others=tuple(card for card in cards if not card.checked and not card.ended),
        procedures=tuple(procedures),
        acts=URLS.section("acts") if facts.site.acts else "",
        finder=URLS.finder() if any(policy.entitlements for policy in facts.site.policies.values()) else "",
        files=download_links(files.downloads(facts, URLS.section("policies")), "calendar", words),
        as_of=facts.site.config.as_of,
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[PolicyView]:
    """One page a policy."""
    for policy in facts.site.policies.values():
        yield _view(policy, URLS.policy(policy.id), False, facts, lang, words)


def procedures(facts: Facts, lang: str, words: Words) -> Iterable[PolicyView]:
    """One page a procedure."""
    for procedure in facts.site.procedures.values():
        yield _view(procedure, URLS.procedure(procedure.id), True, facts, lang, words)


def _situations(facts: Facts, lang: str, words: Words) -> Iterator[Situation]:
    """By status what is for everybody in the house, then for ethnic minorities, then by the questions of the finder."""
    as_of = facts.site.config.as_of
    lines = [(policy.id, line) for policy in facts.site.policies.values() for line in _open(policy, as_of)]
    everybody = [(id, line) for id, line in lines if line.question == "everybody"]
    minority = [id for id, line in lines if line.minority]
    found = [
        *(
            (
                Link(href=URLS.finder(status), label=words[f"finder.status.{status}"]),
                [id for id, line in everybody if status in line.statuses and not line.minority],
            )
            for status in get_args(HouseholdStatus)
        ),
        (Link(href="", label=words["policy.minority"]), minority),
        *(
            (
                Link(href="", label=words[f"policy.situation.{question}"]),
                [id for id, line in lines if line.question == question],
            )
            for question in get_args(Question)[1:]
        ),
    ]
    for label, ids in found:
        if ids:
            yield Situation(label=label, links=tuple(policy_link(id, facts, lang) for id in dict.fromkeys(ids)))


def _open(policy: Policy, as_of: date) -> tuple[Entitlement, ...]:
    """The lines of the finder that stand on a day."""
    return tuple(line for line in policy.entitlements if not has_ended(line, as_of))


def _card(policy: Policy, href: str, facts: Facts, lang: str) -> PolicyCard:
    checked = [statement for statement in policy.statements if statement.confidence == "high"]
    as_of = facts.site.config.as_of
    present = [statement for statement in checked if not has_ended(statement, as_of)]
    return PolicyCard(
        href=href,
        name=localized(policy.name, lang),
        summary=localized(policy.summary, lang),
        answer=next((localized(statement.text, lang) for statement in present if statement.aspect == "answer"), ""),
        checked=len(present),
        ended=len(checked) - len(present),
        lapsed=has_lapsed(policy, as_of),
        plans=len({plan for plan, _ in facts.promises_of.get(policy.id, ())}),
    )


def _view(policy: Policy, href: str, procedure: bool, facts: Facts, lang: str, words: Words) -> PolicyView:
    card = _card(policy, href, facts, lang)
    site = facts.site
    checked = [statement for statement in policy.statements if statement.confidence == "high"]
    named = dict.fromkeys(id for statement in checked for id in statement.references)
    known = [id for id in named if id in site.references]
    read = last_read(known, site)
    return PolicyView(
        lang=lang,
        path=href,
        title=card.name,
        description=card.answer or card.summary,
        section="policies",
        crumbs=(section_link("policies", words),),
        linked=embedded(
            {
                "@context": "https://schema.org",
                "@type": "GovernmentService",
                "name": card.name,
                "description": card.summary,
                "areaServed": "VN",
                "audience": [{"@type": "Audience", "audienceType": localized(group, lang)} for group in policy.groups],
            }
        ),
        summary=card.summary,
        groups=tuple(localized(group, lang) for group in policy.groups),
        checked=len(checked),
        lapsed=card.lapsed,
        national=is_national(policy, site),
        procedure=procedure,
        parts=aspects_of(policy, known, site, lang, words),
        acts=policy_acts(policy, facts, lang, words),
        read_on=day(read, words) if read else "",
        sources=sources_of(known, site, words),
        plans=_promises(policy.id, facts, lang, words),
        text_lang=content_language(lang),
        as_of=site.config.as_of,
    )


def _promises(policy: str, facts: Facts, lang: str, words: Words) -> tuple[PlanPromises, ...]:
    promises = facts.promises_of.get(policy, ())
    named = {id for id, _ in promises}
    return tuple(
        PlanPromises(
            plan=plan_link(plan),
            title=localized(plan.title, lang),
            state=words[f"policy.plan.{lifecycle_of(facts.site, plan)}"].format(
                period=years(plan.period.start, plan.period.end, words)
            ),
            promises=tuple(
                PromiseLine(
                    quote=promise.quote,
                    where=passage_link(plan, promise.provision, promise.quote, words),
                    group=localized(promise.group, lang),
                )
                for id, promise in promises
                if id == plan.id
            ),
        )
        for plan in newest_first(facts.site)
        if plan.id in named
    )


LIST = PageKind("policies", "policies.html", PoliciesView, lists)
KIND = PageKind("policy", "policy.html", PolicyView, views)
PROCEDURE = PageKind("procedure", "policy.html", PolicyView, procedures)
