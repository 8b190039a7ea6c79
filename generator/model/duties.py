"""What a plan's text lays on whom, by when: commitments, reports owed, citations, mentions of policies, relations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .law import LegalBasis
from .records import PRINTED, Lang, Record, Text
from .tables import Attribution

DutyKind = Literal["task", "goal", "requirement", "principle", "request", "report", "role", "instruction", "purpose"]
ActorSource = Literal["named", "heading", "implied", "none"]
Recurrence = Literal["once", "yearly", "half_yearly", "five_yearly", "ten_yearly", "every_meeting", "regularly"]
RelationType = Literal[
    "implements", "cites", "shares_target", "based_on", "coordinates_with", "follows", "replaces", "conflicts"
]
Aspect = Literal["answer", "eligible", "support", "papers", "ask", "steps", "refused", "public", "legal"]
HouseholdStatus = Literal["poor", "near_poor", "escaped", "other"]
"""How a household stands on the commune's list; `escaped` it has from leaving the list, for three years."""
Question = Literal["everybody", "school", "old", "care", "disabled", "home", "work"]
"""What the finder asks about the people of a household; what is for `everybody` is not asked."""
EvidenceBasis = Literal["self_reported", "computed", "supervised", "audited", "press"]
Outcome = Literal["found", "partly", "not_found"]
_BEFORE = re.compile(r"\btrước\s+(?:ngày\s+)?\d", re.IGNORECASE)
Verdict = Literal["met", "partly_met", "not_met_at_review", "not_measurable", "not_comparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When something is due: as printed, and as a day (`date`) or a day of each year (`month_day`, `06-30`).

    Of `trước ngày 20/6` the day is the 20th, and `before` says that it is due before that day.
    """

    printed: str
    date: date | None = None
    month_day: str | None = None
    recurrence: Recurrence | None = None

    @property
    def before(self) -> bool:
        """Whether the words say that it is due before the day."""
        return (self.date or self.month_day) is not None and bool(_BEFORE.search(self.printed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A duty that the text lays on someone: `commitments.yaml`.

    `actors` are agencies; how they are known is `actor_source`: named in the sentence, by the heading above it, implied
    by the text (a plan's issuer speaking of its own work), or none, where the text names nobody. `deadline` is None
    where the text names no time. `quote` is words of the provision, enough to find the line.
    """

    id: str
    provision: str
    quote: str
    summary: Text
    kind: DutyKind
    actor_source: ActorSource
    actors: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    targets: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What the text asks for an award: `criteria.yaml`. It is laid on nobody, so it is no commitment and has no status.

    `groups` are the agencies that may be given the award, `deadline` is by when it has to be so.
    """

    id: str
    provision: str
    quote: str
    summary: Text
    groups: tuple[str, ...] = ()
    deadline: Deadline | None = None
    targets: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingDuty:
    """Who owes which report to whom, through whom, when: `reporting.yaml`. `commitment` is the duty it belongs to."""

    id: str
    provision: str
    quote: str
    who: tuple[str, ...]
    to: tuple[str, ...]
    what: Text
    via: tuple[str, ...] = ()
    deadline: Deadline | None = None
    commitment: str | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place where the text names another document, programme, movement or fund: `citations.yaml`.

    `printed` is how it is named there, `printed_date` the date given there, as printed.
    """

    document: str
    provision: str
    printed: str
    printed_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyMention:
    """A place where the text promises or names a support: `policies.yaml`. `group` is who it is for, as it says."""

    policy: str
    provision: str
    quote: str
    group: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How this plan stands to another document or plan, with the words that say so: `relations.yaml`."""

    type: RelationType
    to: str
    provision: str
    quote: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDuty:
    """Words of the text that lay nothing on anybody, and why: `no-duty.yaml`. Every other line has a commitment."""

    provision: str
    quote: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence on a policy, with where it was read. Only `high` ones are published as law.

    One on the law of today names its articles in `law`, and a source with the day it was read. `group` says whom a
    statement that is not `high` is about: pages name them, and withhold the rest.

    `valid_to` is the last day of what it says; `ended_in` the year in which that ended, where no day is known. Where
    neither was verified, `end_verified` is false. `changes_checked` is false where nobody looked whether later rules
    changed it: pages say so beside its amounts. `traced` is false where no article was found for it: it is then told as
    what a source says, with the day that was read on.
    """

    aspect: Aspect
    text: Text
    confidence: Literal["high", "medium", "low"]
    references: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    ended_in: int | None = None
    end_verified: bool = True
    changes_checked: bool = True
    traced: bool = True
    law: tuple[LegalBasis, ...] = ()
    group: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """What a household of some kind may ask for by the law of today: a line of the finder.

    It is for households of these `statuses`; where `minority`, only for people of ethnic minorities. `fact` is what
    decides, `depends` what the portal cannot know. `question` is the one under which the line stands; `traced` is as
    of a statement.
    """

    question: Question
    statuses: tuple[HouseholdStatus, ...]
    fact: Text
    text: Text
    references: tuple[str, ...]
    law: tuple[LegalBasis, ...]
    traced: bool = True
    minority: bool = False
    depends: Text | None = None
    valid_to: date | None = None
    ended_in: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Record):
    """A support that plans name, or that the law gives: `content/policies/<id>.yaml`.

    `aliases` are other names that people look it up by, `entitlements` its lines in the finder.
    """

    name: Text
    summary: Text
    groups: tuple[Text, ...]
    statements: tuple[Statement, ...]
    aliases: tuple[str, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Policy):
    """A procedure that supports rest on, told in the same way: `content/procedures/<id>.yaml`. No plan need name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """Another plan that a publication or a search bears on, and which of its duties and targets."""

    plan: str
    duties: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """Something published that bears on a plan: `content/evidence/<id>.yaml`.

    `figures` values are as printed there; comparing needs the same unit, standard and territory, so each is said.
    `quotes` are words of the publication, in its `language`; `read` is the day on which we read it. `places` are places
    that it speaks of, beside those of its figures. `also` are other plans that it bears on. `plan` is None where it is
    of the whole country and bears on no one plan.
    """

    title: Text
    publisher: str
    published: date | None
    published_printed: str = field(metadata={"may_be_empty": True})
    where: str
    basis: EvidenceBasis
    figures: tuple[Shown, ...] = ()
    commitments: tuple[str, ...] = ()
    limits: Text | None = None
    sha256: str = ""
    references: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    language: Lang = PRINTED
    read: date | None = None
    places: tuple[str, ...] = ()
    plan: str | None = None
    also: tuple[Bearing, ...] = ()

    @property
    def bearings(self) -> tuple[Bearing, ...]:
        """Every plan that it bears on, its own first."""
        return (*((Bearing(plan=self.plan, duties=self.commitments),) if self.plan else ()), *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number that a piece of evidence shows, and the target that it stands beside, if any.

    `standard_source` is `inferred` where the publication does not print the poverty standard.
    """

    indicator: str
    value: str
    value_printed: str
    unit: str
    standard: str
    place: str
    year: int
    target: str | None = None
    note: Text | None = None
    standard_source: Attribution = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words that were typed into a search, and what they brought up: `said` in our words, empty where nothing."""

    words: str
    outcome: Outcome
    said: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Record):
    """A dated search for published results: `content/searches/<id>.yaml`.

    `reports` are ids of duties, `targets` of numeric targets that were looked for; `queries` are the words typed.
    `plan` is None where it was for results of the whole country.
    """

    date: date
    where: tuple[str, ...]
    what: Text
    outcome: Outcome
    evidence: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    queries: tuple[Query, ...] = ()
    plan: str | None = None
    also: tuple[Bearing, ...] = ()

    @property
    def bearings(self) -> tuple[Bearing, ...]:
        """Every plan whose results were looked for, its own first."""
        own = (Bearing(plan=self.plan, duties=self.reports, targets=self.targets),) if self.plan else ()
        return (*own, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one source says, as printed: a publication (`evidence`), or a provision of a plan."""

    printed: str
    evidence: str | None = None
    plan: str | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Record):
    """Sources that do not agree, each as printed: `content/contradictions/<id>.yaml`. Those of weight 1 matter most."""

    title: Text
    weight: int
    sides: tuple[Side, ...]
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """A judgment of attainment: `content/assessments/<id>.yaml`. Only added, never rewritten."""

    plan: str
    commitment: str
    verdict: Verdict
    date: date
    assessor: Text
    evidence: tuple[str, ...]
    reason: Text
