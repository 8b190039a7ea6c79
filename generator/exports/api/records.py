"""The records behind the duties in the API: agencies, documents, policies, evidence, searches, assessments."""

import datetime
from collections import Counter
from typing import Literal

from generator.derive.facts import Facts
from generator.derive.roles import Role
from generator.derive.validity import has_ended, verified
from generator.model.duties import Aspect, EvidenceBasis, Outcome, Policy, Verdict
from generator.model.records import Confidence, Document, Level, Nature, System, Text
from generator.model.tables import Attribution
from generator.site.urls import Urls

from .duties import ApiCitation, ApiPolicyMention, mention_at, promise_at
from .objects import URL, ApiObject, Number, doc

ENTRY = "its entry in the ledger of searches, a full address"


class ApiPart(ApiObject):
    """What an agency has to do with one plan, counted."""

    plan: str = doc("id of the plan")
    issuer: bool = doc("whether it issued the plan")
    actor: int = doc("how many commitments are laid on it")
    partner: int = doc("in how many it is to work with others")
    criteria: int = doc("how many criteria for awards are for it; they are no commitments")
    owes: int = doc("how many reports it owes; a report that recurs counts once")
    receives: int = doc("how many reports go to it")
    passes_on: int = doc("how many reports it passes on")


class ApiAgency(ApiObject):
    """Whom plans name as doing something, one entity with all its printed forms: a public body, or a group."""

    id: str = doc("its id")
    url: str = doc(URL)
    name: Text = doc("its name, by language")
    nature: Nature = doc("body, or group: people or firms that a text speaks of together")
    system: System = doc("party, state, front or other")
    level: Level = doc("its level")
    place: str | None = doc("id of the place that it is of")
    aliases: tuple[str, ...] = doc("its printed forms")
    fate: Text | None = doc("what became of it, by language")
    roles: tuple[ApiPart, ...] = doc("what it has to do with each plan")
    references: tuple[str, ...] = doc("ids of references")


class ApiConflict(ApiObject):
    """Printed dates or numbers of one document that disagree; nothing is decided."""

    about: Literal["date", "number"] = doc("what disagrees")
    values: tuple[str, ...] = doc("the different values as printed; where the number disagrees, the record's own last")
    mentions: tuple[ApiCitation, ...] = doc("every place that prints one of them")


class ApiDocument(ApiObject):
    """A document, programme, movement or fund that plans name, one entity however it is spelled."""

    id: str = doc("its id")
    url: str = doc(URL)
    name: Text = doc("its name, by language")
    number: str | None = doc("its number")
    issuer: Text | None = doc("who issued it, by language")
    date: datetime.date | None = doc("its date")
    kind: str = doc("what kind of document it is")
    note: Text | None = doc("a remark of ours, by language")
    mentions: tuple[ApiCitation, ...] = doc("every place that names it, as printed there")
    conflicts: tuple[ApiConflict, ...] = doc("where its mentions disagree")
    references: tuple[str, ...] = doc("ids of references")


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


class ApiPolicy(ApiObject):
    """A support that plans name."""

    id: str = doc("its id")
    url: str = doc(URL)
    name: Text = doc("its name, by language")
    summary: Text = doc("what it is, by language")
    groups: tuple[Text, ...] = doc("who it is for, by language")
    aliases: tuple[str, ...] = doc("other names that it is looked up by")
    statements: tuple[ApiStatement, ...] = doc("what is known of it; only what is verified may be relied on")
    valid_from: datetime.date | None = doc("the first day on which the law of today holds")
    valid_to: datetime.date | None = doc("its last day")
    ended_in: int | None = doc("the year in which it ended, where no day is known")
    superseded: str = doc("what has taken its place; empty where nothing is known to")
    verified_on: datetime.date | None = doc("when we checked it")
    promises: tuple[ApiPolicyMention, ...] = doc("where plans promise or name it")


class ApiShown(ApiObject):
    """A number that a piece of evidence shows."""

    indicator: str = doc("id of the indicator")
    value: Number = doc("the number; null where it is none")
    value_printed: str = doc("the number as printed")
    unit: str = doc("its unit")
    standard: str = doc("id of the poverty standard")
    place: str = doc("id of the place")
    year: int = doc("the year")
    target: str | None = doc("id of the plan's target that it stands beside")
    note: Text | None = doc("a remark of ours, by language")
    standard_source: Attribution = doc("printed, or inferred where the publication does not print the standard")


class ApiBearing(ApiObject):
    """Another plan that a publication or a search bears on."""

    plan: str = doc("id of the plan")
    duties: tuple[str, ...] = doc("ids of its commitments or reporting duties")
    targets: tuple[str, ...] = doc("ids of its targets that were looked for")


class ApiEvidence(ApiObject):
    """Something published that bears on a plan."""

    id: str = doc("its id")
    url: str = doc(ENTRY)
    plan: str = doc("id of the plan")
    title: Text = doc("what it is, by language")
    publisher: str = doc("who published it")
    published: datetime.date | None = doc("when; null where it does not say")
    published_printed: str = doc("when, as printed")
    where: str = doc("where it was published")
    basis: EvidenceBasis = doc("what it rests on")
    figures: tuple[ApiShown, ...] = doc("the numbers that it shows")
    commitments: tuple[str, ...] = doc("ids of the plan's commitments that it bears on")
    limits: Text | None = doc("what it does not show, by language")
    sha256: str = doc("the digest of the file, where we hold it")
    references: tuple[str, ...] = doc("ids of references")
    quotes: tuple[str, ...] = doc("words of the publication, as read")
    language: str = doc("the language of these words")
    read: datetime.date | None = doc("the day on which we read it; null where none is recorded")
    places: tuple[str, ...] = doc("ids of places that it speaks of, beside those of its figures")
    also: tuple[ApiBearing, ...] = doc("other plans that it bears on")


class ApiQuery(ApiObject):
    """Words that were typed into a search."""

    words: str = doc("the words as typed")
    outcome: Outcome = doc("whether they brought up what was looked for")
    said: Text | None = doc("what they brought up, by language; null where nothing is told")


class ApiSearch(ApiObject):
    """A dated search for published results."""

    id: str = doc("its id")
    url: str = doc(ENTRY)
    plan: str = doc("id of the plan")
    date: datetime.date = doc("when it was made")
    where: tuple[str, ...] = doc("where it looked")
    what: Text = doc("what it looked for, by language")
    outcome: Outcome = doc("whether it was found")
    evidence: tuple[str, ...] = doc("ids of evidence that it found")
    reports: tuple[str, ...] = doc("ids of the plan's reporting duties or commitments that it was for")
    targets: tuple[str, ...] = doc("ids of the plan's numeric targets that it was for")
    queries: tuple[ApiQuery, ...] = doc("the words typed, where they are recorded")
    also: tuple[ApiBearing, ...] = doc("other plans whose results it looked for")


class ApiAssessment(ApiObject):
    """A judgment of attainment; only added, never rewritten."""

    id: str = doc("its id")
    url: str = doc("the page of the commitment, a full address")
    plan: str = doc("id of the plan")
    commitment: str = doc("id of the plan's commitment")
    verdict: Verdict = doc("what it says")
    date: datetime.date = doc("when it was made")
    assessor: Text = doc("who made it, by language")
    evidence: tuple[str, ...] = doc("ids of the evidence that it rests on")
    reason: Text = doc("why, by language")


def agencies(facts: Facts, at: Urls) -> tuple[ApiAgency, ...]:
    """Everyone whom plans name, and what they have to do with each plan."""
    return tuple(
        ApiAgency.of(agency, url=at.agency(agency.id), roles=_parts(facts.roles_of[agency.id]))
        for agency in facts.site.agencies.values()
    )


def _parts(roles: tuple[Role, ...]) -> tuple[ApiPart, ...]:
    parts: dict[str, Counter[str]] = {}
    for role in roles:
        parts.setdefault(role.plan, Counter())[role.part] += 1
    return tuple(
        ApiPart(
            plan=plan,
            issuer=bool(count["issuer"]),
            actor=count["actor"],
            partner=count["partner"],
            criteria=count["criterion"],
            owes=count["owes"],
            receives=count["receives"],
            passes_on=count["passes_on"],
        )
        for plan, count in parts.items()
    )


def documents(facts: Facts, at: Urls) -> tuple[ApiDocument, ...]:
    """Every cited document, with all that names it."""
    return tuple(_document(facts, document, at) for document in facts.site.documents.values())


def _document(facts: Facts, document: Document, at: Urls) -> ApiDocument:
    return ApiDocument.of(
        document,
        url=at.document(document.id),
        mentions=tuple(mention_at(mention, at) for mention in facts.mentions_of[document.id]),
        conflicts=tuple(
            ApiConflict.of(conflict, mentions=tuple(mention_at(mention, at) for mention in conflict.mentions))
            for conflict in facts.conflicts_of[document.id]
        ),
    )


def policies(facts: Facts, at: Urls) -> tuple[ApiPolicy, ...]:
    """Every support that plans name, with where they do; what is not verified is marked."""
    return tuple(_policy(facts, policy, at) for policy in facts.site.policies.values())


def _policy(facts: Facts, policy: Policy, at: Urls) -> ApiPolicy:
    as_of = facts.site.config.as_of
    return ApiPolicy.of(
        policy,
        url=at.policy(policy.id),
        statements=tuple(
            ApiStatement.of(statement, verified=verified(statement), ended=has_ended(statement, as_of))
            for statement in policy.statements
        ),
        promises=tuple(promise_at(plan, promise, at) for plan, promise in facts.promises_of[policy.id]),
    )


def evidence(facts: Facts, at: Urls) -> tuple[ApiEvidence, ...]:
    """Everything published that bears on a plan."""
    return tuple(ApiEvidence.of(found, url=at.evidence(found.id)) for found in facts.site.evidence.values())


def searches(facts: Facts, at: Urls) -> tuple[ApiSearch, ...]:
    """Every dated search for results."""
    return tuple(ApiSearch.of(search, url=at.search(search.id)) for search in facts.site.searches.values())


def assessments(facts: Facts, at: Urls) -> tuple[ApiAssessment, ...]:
    """Every judgment of attainment."""
    return tuple(
        ApiAssessment.of(assessment, url=at.commitment(assessment.plan, assessment.commitment))
        for assessment in facts.site.assessments.values()
    )
