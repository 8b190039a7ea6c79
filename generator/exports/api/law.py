"""Law in the API: acts, supports and procedures with their statements, and the articles that these rest on."""

import datetime

from generator.derive.facts import Facts
from generator.derive.validity import acts_of, has_ended, is_in_force, is_national, replaced_by, verified
from generator.model.duties import Aspect, HouseholdStatus, Policy, Question
from generator.model.law import Act, Letter
from generator.model.records import Confidence, Text
from generator.site.urls import Urls

from .duties import ApiPolicyMention, promise_at
from .objects import URL, ApiObject, doc


class ApiBasis(ApiObject):
    """What a statement rests on."""

    act: str = doc("id of the act")
    article: str | None = doc("its article, clause and point (12.3.o); null where the source does not name it")


class ApiAct(ApiObject):
    """A legal act that statements rest on, or that one of them took the place of."""

    id: str = doc("its id")
    url: str = doc("its entry in the list of acts, a full address")
    sign: str = doc("its number as it is cited; empty where that was not read")
    number: str | None = doc("its number; null where it was not read")
    year: int = doc("its year")
    symbol: str | None = doc("the letters behind its number; null where they were not read")
    name: Text = doc("what it is on, by language")
    issuer: Text = doc("who issued it, by language")
    date: datetime.date | None = doc("its date; null where it was not read")
    in_force_from: datetime.date | None = doc("the first day on which it is in force; null where it was not read")
    in_force_to: datetime.date | None = doc("its last day; null where no end is known")
    in_force: bool = doc("whether it is in force on as_of, by these days")
    replaces: tuple[str, ...] = doc("ids of the acts that it took the place of")
    replaced_by: tuple[str, ...] = doc("ids of the acts that took its place")
    amends: tuple[str, ...] = doc("ids of the acts that it changes in part")
    place: str | None = doc("id of the unit that it holds in; null where that is the whole country")
    letters: tuple[Letter, ...] = doc("which letters cite it")
    note: Text | None = doc("what is not known of it, by language")
    references: tuple[str, ...] = doc("ids of references, each with its kind and the day it was read")


class ApiStatement(ApiObject):
    """A sentence on a policy."""

    aspect: Aspect = doc("what it is about")
    text: Text = doc("the sentence, by language")
    verified: bool = doc("whether it has a source and high confidence; without, it is not a statement of law")
    confidence: Confidence = doc("how sure we are of it")
    references: tuple[str, ...] = doc("ids of references")
    valid_from: datetime.date | None = doc("the first day of what it says; null where none is recorded")
    valid_to: datetime.date | None = doc("its last day; null where none is recorded")
    ended_in: int | None = doc("the year in which it ended, where no day is known")
    end_verified: bool = doc("whether that end was verified")
    ended: bool = doc("whether it had ended before as_of: it is then no support of today")
    changes_checked: bool = doc("whether it was looked up that no later rule changed it")
    traced: bool = doc("whether an article was found for it; without, it is what a source says, not a statement of law")
    law: tuple[ApiBasis, ...] = doc("the acts and articles that it rests on")
    group: Text | None = doc("whom a statement that is not verified is about, by language")


class ApiEntitlement(ApiObject):
    """What a household of some kind may ask for by the law of today: a line of the finder."""

    question: Question = doc("the question on the people of a household under which it stands")
    statuses: tuple[HouseholdStatus, ...] = doc("for households of which status on the commune's list")
    minority: bool = doc("whether only for people of ethnic minorities")
    fact: Text = doc("the fact that decides, by language")
    text: Text = doc("what may be asked for, by language")
    depends: Text | None = doc("what the portal cannot know, by language")
    traced: bool = doc("whether an article was found for it; without, it is what a source says")
    law: tuple[ApiBasis, ...] = doc("the acts and articles that it rests on")
    references: tuple[str, ...] = doc("ids of references")
    valid_to: datetime.date | None = doc("its last day; null where none is recorded")
    ended_in: int | None = doc("the year in which it ended, where no day is known")


class ApiPolicy(ApiObject):
    """A support that plans name or that the law gives; or a procedure that supports rest on."""

    id: str = doc("its id")
    url: str = doc(URL)
    name: Text = doc("its name, by language")
    summary: Text = doc("what it is, by language")
    groups: tuple[Text, ...] = doc("who it is for, by language")
    aliases: tuple[str, ...] = doc("other names that it is looked up by")
    statements: tuple[ApiStatement, ...] = doc("what is known of it; only what is verified may be relied on")
    entitlements: tuple[ApiEntitlement, ...] = doc("its lines in the finder")
    national: bool = doc("whether the law of as_of gives it in the whole country")
    acts: tuple[str, ...] = doc("ids of the acts that it rests on, those in force first, and of those before them")
    promises: tuple[ApiPolicyMention, ...] = doc("where plans promise or name it")


def acts(facts: Facts, at: Urls) -> tuple[ApiAct, ...]:
    """Every legal act, in force or ended."""
    return tuple(_act(facts, act, at) for act in facts.site.acts.values())


def _act(facts: Facts, act: Act, at: Urls) -> ApiAct:
    return ApiAct.of(
        act,
        url=at.act(act.id),
        in_force=is_in_force(act, facts.site.config.as_of),
        replaced_by=tuple(later.id for later in replaced_by(act, facts.site)),
    )


def policies(facts: Facts, at: Urls) -> tuple[ApiPolicy, ...]:
    """Every support, with where plans name it; what is not verified is marked."""
    return tuple(_policy(facts, policy, at.policy(policy.id), at) for policy in facts.site.policies.values())


def procedures(facts: Facts, at: Urls) -> tuple[ApiPolicy, ...]:
    """Every procedure that supports rest on."""
    return tuple(_policy(facts, policy, at.procedure(policy.id), at) for policy in facts.site.procedures.values())


def _policy(facts: Facts, policy: Policy, url: str, at: Urls) -> ApiPolicy:
    as_of = facts.site.config.as_of
    return ApiPolicy.of(
        policy,
        url=url,
        national=is_national(policy, facts.site),
        acts=tuple(act.id for act in acts_of(policy, facts.site)),
        statements=tuple(
            ApiStatement.of(statement, verified=verified(statement), ended=has_ended(statement, as_of))
            for statement in policy.statements
        ),
        promises=tuple(promise_at(plan, promise, at) for plan, promise in facts.promises_of.get(policy.id, ())),
    )
