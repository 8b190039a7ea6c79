"""Rules for what authors write: references, provisions, quotes, periods and days."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from generator.model.diagnostic import Diagnostic, Source
from generator.model.plan import Plan, Provision

from .known import Known


def references(known: Known) -> Iterator[Diagnostic]:
    """Every id that a plan or a record names is the id of something."""
    for plan in known.site.plans.values():
        yield from _plan_references(known, plan)
    for agency in known.site.agencies.values():
        yield from known.missing("place", agency.place, agency.source_of, "place")
    site = known.site
    for records in (
        site.agencies, site.documents, site.standards, site.indicators, site.datasets, site.evidence, site.maps,
    ):  # fmt: skip
        for record in records.values():
            for index, id in enumerate(record.references):
                yield from known.missing("reference", id, record.source_of, f"references.{index}", "references")


def _plan_references(known: Known, plan: Plan) -> Iterator[Diagnostic]:
    at = plan.source_of
    yield from known.missing("agency", plan.issuer, at, "issuer")
    yield from known.missing("place", plan.place, at, "place")
    for index, id in enumerate(plan.places):
        yield from known.missing("place", id, at, f"places.{index}", "places")
    for index, id in enumerate(plan.basis):
        yield from known.missing("document", id, at, f"basis.{index}", "basis")
    for target in plan.targets:
        yield from known.missing("indicator", target.indicator, at, f"targets.{target.id}.indicator", "indicator")
        yield from known.missing("place", target.geography, at, f"targets.{target.id}.geography", "geography")
        yield from known.missing("standard", target.standard, at, f"targets.{target.id}.standard", "standard")


def provisions(known: Known) -> Iterator[Diagnostic]:
    """Every provision that a fact of a plan names is one of its provisions."""
    for plan in known.plans:
        for field, id in () if known.is_text_broken(plan) else _named_provisions(plan):
            yield from known.no_provision(plan, id, plan.source_of, field)


def _named_provisions(plan: Plan) -> Iterator[tuple[str, str]]:
    for index, note in enumerate(plan.structure):
        yield f"structure.{index}.provision", note.provision
    for index, attachment in enumerate(plan.attachments):
        yield f"attachments.{index}.provision", attachment.provision
    for target in plan.targets:
        yield f"targets.{target.id}.provision", target.provision
    for amount in plan.amounts:
        yield f"amounts.{amount.id}.provision", amount.provision


def quotes(known: Known) -> Iterator[Diagnostic]:
    """Every quote occurs in the words of the provision that it names, and every printed number in them too."""
    for plan in known.plans:
        parts: list[tuple[str, Any]] = [(f"targets.{target.id}", target) for target in plan.targets]
        parts += [(f"amounts.{amount.id}", amount) for amount in plan.amounts]
        for name, part in parts:
            provision = plan.provision(part.provision)
            if provision is None or known.is_text_broken(plan):
                continue
            words = texts(provision)
            wrong = list(quoted(provision.id, words, part.quote, plan.source_of, f"{name}.quote"))
            yield from wrong
            at, number = plan.source_of.at(f"{name}.value_printed"), bare(part.value_printed)
            if not wrong and at.file not in known.broken and not any(number in text for text in words):
                values = {"field": "value_printed", "quote": part.value_printed, "nearest": part.quote}
                yield Diagnostic("printed-not-found", at, values)


def printed(known: Known) -> Iterator[Diagnostic]:
    """What a plan's facts say is printed stands in its text, or in what came with it (the website's lines, a stamp)."""
    for plan in known.plans:
        words = " ".join(text for provision in plan.provisions for text in texts(provision))
        words = f"{words} {bare(' '.join(furniture.text for furniture in plan.furniture))}"
        said: list[tuple[str, str | None]] = [
            ("number_printed", plan.number_printed),
            ("title_printed", plan.title_printed),
            ("issuer_printed", plan.issuer_printed),
            ("date_printed", plan.date_printed),
        ]
        said += [(f"recipients.{index}", line) for index, line in enumerate(plan.recipients)]
        for field, line in said:
            if line is not None and bare(line) not in words:
                values = {"field": field.partition(".")[0], "quote": line, "nearest": nearest(bare(line), words)}
                yield Diagnostic("printed-not-found", plan.source_of.at(field), values)


def quoted(provision: str, texts: tuple[str, str], quote: str, source: Source, field: str) -> Iterator[Diagnostic]:
    """A quote that does not occur in the `texts` of a provision, white space and emphasis apart."""
    words = bare(quote)
    if not words:
        yield Diagnostic("empty-value", source.at(field), {"field": "quote"})
    elif not any(words in text for text in texts):
        values = {"provision": provision, "quote": quote, "nearest": nearest(words, texts[0])}
        yield Diagnostic("quote-not-found", source.at(field), values)


def texts(provision: Provision) -> tuple[str, str]:
    """All words of a provision in one line, with and without the marks of its bullets."""
    return (
        bare(" ".join(f"{block.mark} {block.text}" for block in provision.blocks)),
        bare(" ".join(block.text for block in provision.blocks)),
    )


def bare(words: str) -> str:
    """Words in composed Unicode, without emphasis, each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", words).replace("*", "").split())


def nearest(words: str, text: str) -> str:
    """The stretch of a text that is most like some words."""
    match = SequenceMatcher(None, words, text, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    return text[start : start + len(words)].strip()


def periods(known: Known) -> Iterator[Diagnostic]:
    """Nothing ends before it starts."""
    for plan in known.site.plans.values():
        yield from _backwards(plan.period.start, plan.period.end, plan.source_of, "period.end")
    for standard in known.site.standards.values():
        yield from _backwards(standard.valid_from, standard.valid_to, standard.source_of, "valid_to")
    for act in known.site.acts.values():
        yield from _backwards(act.in_force_from, act.in_force_to, act.source_of, "in_force_to")
    for policy in (*known.site.policies.values(), *known.site.procedures.values()):
        for index, statement in enumerate(policy.statements):
            yield from _backwards(
                statement.valid_from, statement.valid_to, policy.source_of, f"statements.{index}.valid_to"
            )
    for place in known.site.places.values():
        yield from _backwards(place.valid_from, place.valid_to, place.source_of, "valid_to")


def _backwards(start: Any, end: Any, source: Source, field: str) -> Iterator[Diagnostic]:
    if start is not None and end is not None and end < start:
        yield Diagnostic("ends-before-start", source.at(field), {"start": str(start), "end": str(end)})


def days(known: Known) -> Iterator[Diagnostic]:
    """No document is from after the day that the site counts from."""
    as_of = known.site.config.as_of
    for plan in known.site.plans.values():
        dated: list[tuple[str, date | None]] = [("date", plan.date)]
        dated += [(f"received.{index}.date", stamp.date) for index, stamp in enumerate(plan.received)]
        dated += [
            (f"publications.{index}.date", publication.date) for index, publication in enumerate(plan.publications)
        ]
        for field, day in dated:
            if day is not None and day > as_of:
                values = {"date": day.isoformat(), "as_of": as_of.isoformat()}
                yield Diagnostic("later-than-as-of", plan.source_of.at(field), values)
    for document in known.site.documents.values():
        if document.date is not None and document.date > as_of:
            values = {"date": document.date.isoformat(), "as_of": as_of.isoformat()}
            yield Diagnostic("later-than-as-of", document.source_of.at("date"), values)
