"""The records behind the duties in the API: agencies, documents, evidence, searches, assessments."""

import datetime
from collections import Counter
from typing import Literal

from generator.derive.facts import Facts
from generator.derive.roles import Role
from generator.model.duties import EvidenceBasis, Outcome, Verdict
from generator.model.records import Document, Level, Nature, System, Text
from generator.model.tables import Attribution
from generator.site.urls import Urls

from .duties import ApiCitation, mention_at
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
    plan: str | None = doc("id of the plan; null where it is of the whole country")
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
    plan: str | None = doc("id of the plan; null where it was for the whole country")
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
