"""What was published on a commitment and looked for: evidence with its limits, searches, judgments, and their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.status import Status
from generator.model.duties import Evidence
from generator.model.plan import Plan
from generator.site.formats import day
from generator.site.urls import URLS, evidence_anchor
from generator.site.wording import content_language, localized

from ..page import Link, Words, doc
from .links import references_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """Something published that bears on a commitment."""

    id: str = doc("its id, and its anchor with `bang-chung-` before it")
    title: str = doc("its title, in our words")
    publisher: str = doc("who published it, as it names itself")
    published: str = doc("when, as a day or as printed; empty where the copy names no day")
    published_language: str = doc("the language of `published`, where it is not that of the page")
    where: str = doc("where it was read: an address, or words")
    read: date | None = doc("the day on which we read it, where it is recorded")
    quotes: tuple[str, ...] = doc("words of the publication, as read")
    language: str = doc("the language of these words, where it is not that of the page")
    basis: str = doc("self_reported, computed, supervised, audited or press")
    limits: str = doc("how far it can be compared with the commitment; ours")
    sha256: str = doc("the digest of the file, where we hold it")
    references: tuple[str, ...] = doc("where we took it from")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryLine:
    """Words that were typed into a search."""

    words: str = doc("the words as typed")
    outcome: str = doc("found, partly or not_found")
    said: str = doc("what they brought up; ours, empty where nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLine:
    """A dated search for published results."""

    date: date = doc("when we looked")
    what: str = doc("for what; ours")
    where: tuple[str, ...] = doc("where: addresses, or words")
    outcome: str = doc("found, partly or not_found")
    queries: tuple[QueryLine, ...] = doc("the words typed, where they are recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """A judgment of attainment. They are only added, never rewritten."""

    date: date = doc("when it was made")
    verdict: str = doc("met, partly_met, not_met_at_review, not_measurable or not_comparable")
    assessor: str = doc("who made it")
    reason: str = doc("why; ours")
    evidence: tuple[Link, ...] = doc("what it rests on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day in the history of a commitment."""

    date: date = doc("the day")
    what: str = doc("what happened, or falls due")


def evidence_lines(ids: tuple[str, ...], facts: Facts, lang: str, words: Words) -> tuple[EvidenceLine, ...]:
    """Evidence as pages show it, in the order of the ids."""
    return tuple(_evidence(facts.site.evidence[id], facts, lang, words) for id in ids)


def _evidence(evidence: Evidence, facts: Facts, lang: str, words: Words) -> EvidenceLine:
    return EvidenceLine(
        id=evidence.id,
        title=localized(evidence.title, lang),
        publisher=evidence.publisher,
        published=day(evidence.published, words) if evidence.published else evidence.published_printed,
        published_language="" if evidence.published else content_language(lang),
        where=evidence.where,
        read=evidence.read,
        quotes=evidence.quotes,
        language="" if evidence.language == lang else evidence.language,
        basis=evidence.basis,
        limits=localized(evidence.limits, lang),
        sha256=evidence.sha256,
        references=references_of(evidence.references, facts),
    )


def evidence_links(pieces: Iterable[Evidence], lang: str, words: Words) -> tuple[Link, ...]:
    """Links to where the ledger shows pieces of evidence, each with its day, and its publisher as its note."""
    return tuple(
        Link(
            href=URLS.evidence(piece.id),
            label=localized(piece.title, lang) + (f" ({day(piece.published, words)})" if piece.published else ""),
            note=piece.publisher,
            note_lang=content_language(lang),
        )
        for piece in pieces
    )


def search_lines(ids: tuple[str, ...], facts: Facts, lang: str) -> tuple[SearchLine, ...]:
    """Searches as pages show them, the latest first."""
    searches = sorted((facts.site.searches[id] for id in ids), key=lambda search: (-search.date.toordinal(), search.id))
    return tuple(
        SearchLine(
            date=search.date,
            what=localized(search.what, lang),
            where=search.where,
            outcome=search.outcome,
            queries=tuple(
                QueryLine(words=query.words, outcome=query.outcome, said=localized(query.said, lang))
                for query in search.queries
            ),
        )
        for search in searches
    )


def verdict_lines(ids: tuple[str, ...], facts: Facts, lang: str) -> tuple[VerdictLine, ...]:
    """Judgments of attainment as pages show them, the latest first."""
    assessments = sorted(
        (facts.site.assessments[id] for id in ids), key=lambda assessment: (-assessment.date.toordinal(), assessment.id)
    )
    return tuple(
        VerdictLine(
            date=assessment.date,
            verdict=assessment.verdict,
            assessor=localized(assessment.assessor, lang),
            reason=localized(assessment.reason, lang),
            evidence=tuple(
                Link(href=f"#{evidence_anchor(id)}", label=localized(facts.site.evidence[id].title, lang))
                for id in assessment.evidence
            ),
        )
        for assessment in assessments
    )


def history_of(plan: Plan, status: Status, facts: Facts, lang: str, words: Words) -> tuple[Moment, ...]:
    """What has a day in a commitment's history, the earliest first."""
    moments = sorted(_moments(plan, status, facts, lang, words), key=lambda moment: moment[:2])
    return tuple(Moment(date=when, what=what) for when, _, what in moments)


def _moments(plan: Plan, status: Status, facts: Facts, lang: str, words: Words) -> Iterator[tuple[date, int, str]]:
    """Days with a rank, for those of one day, and what there was to tell."""
    site, duties = facts.site, {status.commitment, *status.reports}
    if plan.date:
        yield plan.date, 0, words["commitment.moment.issued"].format(number=plan.label)
    for due in facts.dues:
        if due.plan == plan.id and due.duty in duties and due.day:
            key = "past" if due.past else "coming"
            yield (
                due.day,
                1,
                words[f"commitment.moment.{key}"].format(what=localized(due.what, lang), printed=due.printed),
            )
    for evidence in (site.evidence[id] for id in status.evidence):
        if evidence.published:
            title = localized(evidence.title, lang)
            yield evidence.published, 2, words["commitment.moment.published"].format(title=title)
    for search in (site.searches[id] for id in status.searches):
        yield search.date, 3, words[f"commitment.moment.search_{search.outcome}"]
    for assessment in (site.assessments[id] for id in status.assessments):
        said = words[f"duty.attainment.{assessment.verdict}"]
        yield (
            assessment.date,
            4,
            words["commitment.moment.assessed"].format(verdict=said, assessor=localized(assessment.assessor, lang)),
        )


def days_of(ids: tuple[str, ...], facts: Facts, words: Words) -> str:
    """The days of some searches, the latest first, in one line."""
    days = sorted({facts.site.searches[id].date for id in ids}, reverse=True)
    return ", ".join(day(date, words) for date in days)
