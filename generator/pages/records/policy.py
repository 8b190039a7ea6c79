"""Supports that plans name, for a citizen: who, what, where to ask, papers, legal basis, and which plans promise it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.derive.status import lifecycle_of
from generator.derive.validity import has_ended, has_lapsed
from generator.exports import lists as files
from generator.exports.telling import standing_of
from generator.model.duties import Policy, Statement
from generator.model.records import Reference
from generator.site.formats import day
from generator.site.urls import URLS

from ..page import Link, PageKind, View, Words, told
from ..parts.links import download_links, plan_link, section_link
from ..parts.naming import passage_link
from ..parts.wording import say, tongue, years

ASPECTS = ("eligible", "support", "ask", "papers", "legal")
"""What a citizen asks, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Where statements were read."""

    number: int = told("its number on the page, and its anchor with `nguon-` before it")
    label: str = told("who published it, and under which title")
    addresses: tuple[str, ...] = told("where it can be opened; none where it is not on the web")
    retrieved: str = told("how and when it was read, in Vietnamese")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A verified statement."""

    text: str = told("the statement")
    sources: tuple[int, ...] = told("the numbers of the sources that it was read in")
    standing: str = told("that it has ended, or that later changes were not looked for; empty where it stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectPart:
    """What is known of one question that a citizen asks."""

    aspect: str = told("eligible, support, ask, papers or legal")
    statements: tuple[StatementLine, ...] = told("the verified statements that have not ended")
    ended: tuple[StatementLine, ...] = told("the verified statements that have ended, which are no support of today")
    unverified: int = told("how many statements are not verified; what they say is not published")
    hints: tuple[str, ...] = told("where one may try to ask, not verified; only for `ask`")


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A place where a plan promises the support."""

    quote: str = told("the plan's words")
    where: Link = told("the very passage")
    group: str = told("for whom, as the text says; empty where it does not say")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPromises:
    """What one plan says of the support."""

    plan: Link = told("the plan")
    title: str = told("our title of it")
    state: str = told("whether its period runs or has ended, in words")
    promises: tuple[PromiseLine, ...] = told("its words, in printed order")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyCard:
    """A policy in a list."""

    href: str = told("its page")
    name: str = told("its name")
    summary: str = told("what it is, in one sentence")
    checked: int = told("how many statements on it are verified and have not ended")
    ended: int = told("how many verified statements on it have ended")
    lapsed: bool = told("whether all that is verified of who gets what has ended")
    plans: int = told("how many plans name it")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesView(View):
    """The list of policies."""

    checked: tuple[PolicyCard, ...] = told("those with verified statements")
    others: tuple[PolicyCard, ...] = told("those that plans name, and of which nothing is verified yet")
    files: tuple[Link, ...] = told("the list as a table to take along")
    as_of: date = told("the day that the content stands for")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView(View):
    """One policy."""

    summary: str = told("what it is, in one sentence")
    groups: tuple[str, ...] = told("whom the plans name")
    checked: int = told("how many statements on it are verified, those that have ended too")
    lapsed: bool = told("whether all that is verified of who gets what has ended")
    parts: tuple[AspectPart, ...] = told("who, what, where to ask, papers, legal basis")
    validity: str = told("since when and until when the rules are valid; empty where that is not known")
    verified_on: str = told("the day on which the statements were verified; empty where none is")
    sources: tuple[SourceLine, ...] = told("where the verified statements were read")
    plans: tuple[PlanPromises, ...] = told("the plans that promise it, the newest first")
    text_lang: str = told("the language of the plans' words, where it is not the page's")
    as_of: date = told("the day that the content stands for")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[PoliciesView]:
    """The one list."""
    cards = [_card(policy, facts, lang) for policy in facts.site.policies.values()]
    yield PoliciesView(
        lang=lang,
        path=URLS.section("policies"),
        title=words["policy.list_title"],
        description=words["policy.list_description"].format(count=len(cards)),
        section="policies",
        checked=tuple(card for card in cards if card.checked or card.ended),
        others=tuple(card for card in cards if not card.checked and not card.ended),
        files=download_links(files.downloads(facts, URLS.section("policies")), "calendar", words),
        as_of=facts.site.config.as_of,
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[PolicyView]:
    """One page a policy."""
    for policy in facts.site.policies.values():
        yield _view(policy, facts, lang, words)


def _card(policy: Policy, facts: Facts, lang: str) -> PolicyCard:
    checked = [statement for statement in policy.statements if statement.confidence == "high"]
    as_of = facts.site.config.as_of
    ended = sum(has_ended(statement, as_of) for statement in checked)
    return PolicyCard(
        href=URLS.policy(policy.id),
        name=say(policy.name, lang),
        summary=say(policy.summary, lang),
        checked=len(checked) - ended,
        ended=ended,
        lapsed=has_lapsed(policy, as_of),
        plans=len({plan for plan, _ in facts.promises_of.get(policy.id, ())}),
    )


def _view(policy: Policy, facts: Facts, lang: str, words: Words) -> PolicyView:
    card = _card(policy, facts, lang)
    checked = [statement for statement in policy.statements if statement.confidence == "high"]
    as_of = facts.site.config.as_of
    known = [
        id
        for id in dict.fromkeys(id for statement in checked for id in statement.references)
        if id in facts.site.references
    ]
    return PolicyView(
        lang=lang,
        path=card.href,
        title=card.name,
        description=card.summary,
        section="policies",
        crumbs=(section_link("policies", words),),
        summary=card.summary,
        groups=tuple(say(group, lang) for group in policy.groups),
        checked=len(checked),
        lapsed=card.lapsed,
        parts=tuple(_part(aspect, policy.statements, known, as_of, lang, words) for aspect in ASPECTS),
        validity=_validity(policy, as_of, words),
        verified_on=day(policy.verified_on, words) if policy.verified_on and checked else "",
        sources=tuple(_source(number, facts.site.references[id]) for number, id in enumerate(known, start=1)),
        plans=_promises(policy.id, facts, lang, words),
        text_lang=tongue(lang),
        as_of=as_of,
    )


def _part(
    aspect: str, statements: tuple[Statement, ...], sources: list[str], as_of: date, lang: str, words: Words
) -> AspectPart:
    """The verified statements on an aspect in full, the others by number; what these claim is not published."""
    own = [statement for statement in statements if statement.aspect == aspect]
    open_ = [statement for statement in own if statement.confidence != "high"]
    checked = [statement for statement in own if statement.confidence == "high"]

    def line(statement: Statement) -> StatementLine:
        return StatementLine(
            text=say(statement.text, lang),
            sources=tuple(sources.index(id) + 1 for id in statement.references if id in sources),
            standing=standing_of(statement, as_of, words, lambda date: day(date, words)),
        )

    return AspectPart(
        aspect=aspect,
        statements=tuple(line(statement) for statement in checked if not has_ended(statement, as_of)),
        ended=tuple(line(statement) for statement in checked if has_ended(statement, as_of)),
        unverified=len(open_),
        # Whom to ask claims nothing of the law, and a citizen with an unverified hint is better off than with none.
        hints=tuple(say(statement.text, lang) for statement in open_) if aspect == "ask" else (),
    )


def _source(number: int, reference: Reference) -> SourceLine:
    """A reference as words and addresses: one that was read in several places names them apart by semicolons."""
    places = [part.strip() for part in reference.where.split(" ; ")]
    return SourceLine(
        number=number,
        label=f"{reference.publisher}: {reference.title}",
        addresses=tuple(place for place in places if "://" in place),
        retrieved=reference.retrieved,
    )


def _validity(policy: Policy, as_of: date, words: Words) -> str:
    said = []
    if policy.valid_from:
        said.append(words["policy.valid_from"].format(date=day(policy.valid_from, words)))
    if policy.valid_to:
        key = "ended" if policy.valid_to < as_of else "valid_to"
        said.append(words[f"policy.{key}"].format(date=day(policy.valid_to, words)))
    elif has_ended(policy, as_of):
        said.append(words["policy.over"].format(year=policy.ended_in))
    if policy.superseded:
        said.append(words["policy.superseded"].format(by=policy.superseded))
    return " ".join(said)


def _promises(policy: str, facts: Facts, lang: str, words: Words) -> tuple[PlanPromises, ...]:
    promises = facts.promises_of.get(policy, ())
    named = {id for id, _ in promises}
    return tuple(
        PlanPromises(
            plan=plan_link(plan),
            title=say(plan.title, lang),
            state=words[f"policy.plan.{lifecycle_of(facts.site, plan)}"].format(
                period=years(plan.period.start, plan.period.end, words)
            ),
            promises=tuple(
                PromiseLine(
                    quote=promise.quote,
                    where=passage_link(plan, promise.provision, promise.quote, words),
                    group=say(promise.group, lang),
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
