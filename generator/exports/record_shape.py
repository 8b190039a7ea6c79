"""The shapes of the records behind the duties: agencies, documents, policies, evidence, searches, assessments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.model.duties import Aspect, EvidenceBasis, Outcome, Verdict
from generator.model.records import Confidence, Level, Nature, System, Text

from .duty_shape import ApiCitation, ApiPolicyMention
from .entries import URL
from .shape import told

ENTRY = "its entry in the ledger of searches, a full address"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPart:
    """What an agency has to do with one plan, counted."""

    plan: str = told("id of the plan")
    issuer: bool = told("whether it issued the plan")
    actor: int = told("how many commitments are laid on it")
    partner: int = told("in how many it is to work with others")
    criteria: int = told("how many criteria for awards are for it; they are no commitments")
    owes: int = told("how many reports it owes; a report that recurs counts once")
    receives: int = told("how many reports go to it")
    passes_on: int = told("how many reports it passes on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAgency:
    """Whom plans name as doing something, one entity with all its printed forms: a public body, or a group."""

    id: str = told("its id")
    url: str = told(URL)
    name: Text = told("its name, by language")
    nature: Nature = told("body, or group: people or firms that a text speaks of together")
    system: System = told("party, state, front or other")
    level: Level = told("its level")
    place: str | None = told("id of the place that it is of")
    aliases: tuple[str, ...] = told("its printed forms")
    fate: Text | None = told("what became of it, by language")
    roles: tuple[ApiPart, ...] = told("what it has to do with each plan")
    references: tuple[str, ...] = told("ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiConflict:
    """Printed dates or numbers of one document that disagree; nothing is decided."""

    about: Literal["date", "number"] = told("what disagrees")
    values: tuple[str, ...] = told("the different values as printed; where the number disagrees, the record's own last")
    mentions: tuple[ApiCitation, ...] = told("every place that prints one of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDocument:
    """A document, programme, movement or fund that plans name, one entity however it is spelled."""

    id: str = told("its id")
    url: str = told(URL)
    name: Text = told("its name, by language")
    number: str | None = told("its number")
    issuer: Text | None = told("who issued it, by language")
    date: date | None = told("its date")
    kind: str = told("what kind of document it is")
    note: Text | None = told("a remark of ours, by language")
    mentions: tuple[ApiCitation, ...] = told("every place that names it, as printed there")
    conflicts: tuple[ApiConflict, ...] = told("where its mentions disagree")
    references: tuple[str, ...] = told("ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiStatement:
    """A sentence on a policy."""

    aspect: Aspect = told("what it is about")
    text: Text = told("the sentence, by language")
    verified: bool = told("whether it has a source and high confidence; without, it is not a statement of law")
    confidence: Confidence = told("how sure we are of it")
    references: tuple[str, ...] = told("ids of references")
    valid_from: date | None = told("the first day of what it says; null where none is recorded")
    valid_to: date | None = told("its last day; null where none is recorded")
    ended_in: int | None = told("the year in which it ended, where no day is known")
    end_verified: bool = told("whether that end was verified")
    ended: bool = told("whether it had ended before as_of: it is then no support of today")
    changes_checked: bool = told("whether it was looked up that no later rule changed it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPolicy:
    """A support that plans name."""

    id: str = told("its id")
    url: str = told(URL)
    name: Text = told("its name, by language")
    summary: Text = told("what it is, by language")
    groups: tuple[Text, ...] = told("who it is for, by language")
    aliases: tuple[str, ...] = told("other names that it is looked up by")
    statements: tuple[ApiStatement, ...] = told("what is known of it; only what is verified may be relied on")
    valid_from: date | None = told("the first day on which the law of today holds")
    valid_to: date | None = told("its last day")
    ended_in: int | None = told("the year in which it ended, where no day is known")
    superseded: str = told("what has taken its place; empty where nothing is known to")
    verified_on: date | None = told("when we checked it")
    promises: tuple[ApiPolicyMention, ...] = told("where plans promise or name it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiShown:
    """A number that a piece of evidence shows."""

    indicator: str = told("id of the indicator")
    value: Decimal | None = told("the number; null where it is none")
    value_printed: str = told("the number as printed")
    unit: str = told("its unit")
    standard: str = told("id of the poverty standard")
    place: str = told("id of the place")
    year: int = told("the year")
    target: str | None = told("id of the plan's target that it stands beside")
    note: Text | None = told("a remark of ours, by language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiEvidence:
    """Something published that bears on a plan."""

    id: str = told("its id")
    url: str = told(ENTRY)
    plan: str = told("id of the plan")
    title: Text = told("what it is, by language")
    publisher: str = told("who published it")
    published: date | None = told("when; null where it does not say")
    published_printed: str = told("when, as printed")
    where: str = told("where it was published")
    basis: EvidenceBasis = told("what it rests on")
    figures: tuple[ApiShown, ...] = told("the numbers that it shows")
    commitments: tuple[str, ...] = told("ids of the plan's commitments that it bears on")
    limits: Text | None = told("what it does not show, by language")
    sha256: str = told("the digest of the file, where we hold it")
    references: tuple[str, ...] = told("ids of references")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSearch:
    """A dated search for published results."""

    id: str = told("its id")
    url: str = told(ENTRY)
    plan: str = told("id of the plan")
    date: date = told("when it was made")
    where: tuple[str, ...] = told("where it looked")
    what: Text = told("what it looked for, by language")
    outcome: Outcome = told("whether it was found")
    evidence: tuple[str, ...] = told("ids of evidence that it found")
    reports: tuple[str, ...] = told("ids of the plan's reporting duties or commitments that it was for")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAssessment:
    """A judgment of attainment; only added, never rewritten."""

    id: str = told("its id")
    url: str = told("the page of the commitment, a full address")
    plan: str = told("id of the plan")
    commitment: str = told("id of the plan's commitment")
    verdict: Verdict = told("what it says")
    date: date = told("when it was made")
    assessor: Text = told("who made it, by language")
    evidence: tuple[str, ...] = told("ids of the evidence that it rests on")
    reason: Text = told("why, by language")
