"""The finder: what a household may ask for, by its place on the commune's list and by questions on its people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from generator.derive.facts import Facts
from generator.derive.validity import entitlements, last_read
from generator.exports.context import untraced
from generator.model.duties import Entitlement, HouseholdStatus, Policy, Question
from generator.model.site import Site
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.links import section_link
from .law import act_links

STATUSES: tuple[HouseholdStatus, ...] = get_args(HouseholdStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How a household stands on the commune's list."""

    label: str = doc("the status, in words")
    links: tuple[Link, ...] = doc("its pages: for people of ethnic minorities, and for others")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView(View):
    """The first two questions."""

    choices: tuple[Choice, ...] = doc("each status of a household")
    as_of: date = doc("the day that the content stands for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Something that the household may ask for."""

    policy: Link = doc("the support, with all that is known of it")
    text: str = doc("what may be asked for")
    fact: str = doc("the fact that decided")
    depends: str = doc("what the portal cannot know; empty where there is nothing")
    law: tuple[Link, ...] = doc("the acts that it rests on, each with its articles and its first day as its note")
    untraced: str = doc("that no article was found for it, and when its source was read; empty where one was")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPart:
    """A question on the people of a household, and what may be asked for where the answer is yes."""

    question: Question = doc("everybody, school, old, care, disabled, home or work")
    answers: tuple[Answer, ...] = doc("what may be asked for")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView(View):
    """What a household of one kind may ask for."""

    parts: tuple[QuestionPart, ...] = doc("the questions, first what is for everybody")
    others: tuple[Choice, ...] = doc("the other pages of the finder")
    read_on: str = doc("the day on which the last source was read; empty where none says when")
    as_of: date = doc("the day that the content stands for")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[FinderView]:
    """The first page; none where no support says whom it is for."""
    if any(policy.entitlements for policy in _policies(facts.site)):
        yield FinderView(
            lang=lang,
            path=URLS.finder(),
            title=words["finder.title"],
            description=words["finder.description"],
            section="policies",
            crumbs=(section_link("policies", words),),
            choices=_choices(words),
            as_of=facts.site.config.as_of,
        )


def views(facts: Facts, lang: str, words: Words) -> Iterable[AnswersView]:
    """One page a kind of household."""
    if not any(policy.entitlements for policy in _policies(facts.site)):
        return
    for status in STATUSES:
        for minority in (False, True):
            yield _view(status, minority, facts, lang, words)


def _view(status: HouseholdStatus, minority: bool, facts: Facts, lang: str, words: Words) -> AnswersView:
    site = facts.site
    as_of = site.config.as_of
    lines = [(policy, line) for policy in _policies(site) for line in entitlements(policy, status, minority, as_of)]
    read = last_read((id for _, line in lines for id in line.references), site)
    who = words["finder.who"].format(
        status=words[f"finder.status.{status}"], people=words[f"finder.{'minority' if minority else 'majority'}"]
    )
    return AnswersView(
        lang=lang,
        path=URLS.finder(status, minority),
        title=who,
        description=words["finder.answers_description"].format(who=who),
        section="policies",
        crumbs=(section_link("policies", words), Link(href=URLS.finder(), label=words["finder.title"])),
        parts=tuple(
            QuestionPart(question=question, answers=answers)
            for question in get_args(Question)
            if (
                answers := tuple(
                    _answer(policy, line, site, lang, words) for policy, line in lines if line.question == question
                )
            )
        ),
        others=_choices(words),
        read_on=day(read, words) if read else "",
        as_of=as_of,
    )


def _answer(policy: Policy, line: Entitlement, site: Site, lang: str, words: Words) -> Answer:
    href = URLS.procedure(policy.id) if policy.id in site.procedures else URLS.policy(policy.id)
    return Answer(
        policy=Link(href=href, label=localized(policy.name, lang)),
        text=localized(line.text, lang),
        fact=localized(line.fact, lang),
        depends=localized(line.depends, lang),
        law=act_links(line.law, site, lang, words, dated=True),
        untraced=untraced(line, site, words, lambda date: day(date, words)),
    )


def _choices(words: Words) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            label=words[f"finder.status.{status}"],
            links=tuple(
                Link(
                    href=URLS.finder(status, minority),
                    label=words[f"finder.{'minority' if minority else 'majority'}"],
                )
                for minority in (False, True)
            ),
        )
        for status in STATUSES
    )


def _policies(site: Site) -> tuple[Policy, ...]:
    return (*site.policies.values(), *site.procedures.values())


LIST = PageKind("finder", "finder.html", FinderView, lists)
KIND = PageKind("answers", "answers.html", AnswersView, views)
