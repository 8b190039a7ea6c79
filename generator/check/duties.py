"""Rules for what a plan's text is read to lay on whom: references, quotes, actors and deadlines."""

from collections.abc import Iterator
from typing import Any

from generator.model.diagnostic import Diagnostic, Phrase, Source
from generator.model.plan import Plan

from .content import bare, nearest, quoted, texts
from .known import Known


def references(known: Known) -> Iterator[Diagnostic]:
    """Everything that a plan's duties, citations, promises and relations name is there."""
    for plan in known.plans:
        at = plan.source_of
        for name, entry in () if known.is_text_broken(plan) else entries(plan):
            yield from known.no_provision(plan, entry.provision, at, f"{name}.provision")
        for commitment in plan.commitments:
            name = f"commitments.{commitment.id}"
            yield from _agencies(known, at, name, actors=commitment.actors, partners=commitment.partners)
            for index, id in enumerate(commitment.targets):
                yield from known.missing_of_plan(plan, "target", id, at, f"{name}.targets.{index}", "targets")
        for criterion in plan.criteria:
            name = f"criteria.{criterion.id}"
            yield from _agencies(known, at, name, groups=criterion.groups)
            for index, id in enumerate(criterion.targets):
                yield from known.missing_of_plan(plan, "target", id, at, f"{name}.targets.{index}", "targets")
        for report in plan.reporting:
            name = f"reporting.{report.id}"
            yield from _agencies(known, at, name, who=report.who, to=report.to, via=report.via)
            yield from known.missing_of_plan(
                plan, "commitment", report.commitment, at, f"{name}.commitment", "commitment"
            )
        for index, citation in enumerate(plan.citations):
            yield from known.missing("document", citation.document, at, f"citations.{index}.document", "document")
        for index, mention in enumerate(plan.policies):
            yield from known.missing("policy", mention.policy, at, f"policies.{index}.policy", "policy")
        for index, relation in enumerate(plan.relations):
            yield from known.missing("document-or-plan", relation.to, at, f"relations.{index}.to", "to")


def _agencies(known: Known, at: Source, name: str, **fields: tuple[str, ...]) -> Iterator[Diagnostic]:
    for field, ids in fields.items():
        for index, id in enumerate(ids):
            yield from known.missing("agency", id, at, f"{name}.{field}.{index}", field)


def entries(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Every entry that names a provision of its plan's text, by its dotted name (`citations.3`, `reporting.bc-01`)."""
    for name in ("commitments", "criteria", "reporting"):
        for entry in getattr(plan, name):
            yield f"{name}.{entry.id}", entry
    for name in ("citations", "policies", "relations", "no_duty"):
        for index, entry in enumerate(getattr(plan, name)):
            yield f"{name}.{index}", entry


def quotes(known: Known) -> Iterator[Diagnostic]:
    """Every quote, and all that is said to be printed, occurs in the provision named; a duty's quote only once there.

    When something is due may also be printed in a heading above, or in what leads in to the provision's own words.
    """
    for plan in known.plans:
        at = plan.source_of
        words = {} if known.is_text_broken(plan) else {provision.id: texts(provision) for provision in plan.provisions}
        for name, entry in entries(plan):
            if entry.provision not in words:
                continue
            here = words[entry.provision]
            if hasattr(entry, "quote"):
                yield from quoted(entry.provision, here, entry.quote, at, f"{name}.quote")
                if not name.startswith(("policies.", "relations.")):
                    yield from _ambiguous(entry.provision, here[1], entry.quote, at, f"{name}.quote")
            if hasattr(entry, "printed"):
                yield from _printed(here, entry.printed, at, f"{name}.printed")
                yield from _printed(here, entry.printed_date, at, f"{name}.printed_date")
            if getattr(entry, "deadline", None) is not None:
                above = [words[id] for id in _and_above(entry.provision) if id in words]
                around = (" ".join(provision[0] for provision in above), " ".join(provision[1] for provision in above))
                yield from _printed(around, entry.deadline.printed, at, f"{name}.deadline.printed")


def _and_above(id: str) -> Iterator[str]:
    """A provision's id and those of the provisions that it stands in: `II.3.2`, `II.3`, `II`."""
    while id:
        yield id
        id = id.rpartition(".")[0]


def _ambiguous(provision: str, text: str, quote: str, source: Source, field: str) -> Iterator[Diagnostic]:
    words = bare(quote)
    times = text.count(words) if words else 0
    if times > 1:
        values = {"provision": provision, "quote": quote, "times": str(times)}
        yield Diagnostic("ambiguous-quote", source.at(field), values)


def _printed(words: tuple[str, str], printed: str | None, source: Source, field: str) -> Iterator[Diagnostic]:
    """A printed form that does not stand in these words."""
    if printed is None:
        return
    name, said = field.rpartition(".")[2], bare(printed)
    if not said:
        yield Diagnostic("empty-value", source.at(field), {"field": name})
    elif not any(said in text for text in words):
        values = {"field": name, "quote": printed, "nearest": nearest(said, words[0])}
        yield Diagnostic("printed-not-found", source.at(field), values)


def actors(known: Known) -> Iterator[Diagnostic]:
    """Where the text names nobody there are no actors, and where there are, it is said how they are known."""
    for plan in known.plans:
        for commitment in plan.commitments:
            if (commitment.actor_source == "none") == bool(commitment.actors):
                values = {
                    "source": commitment.actor_source,
                    "actors": Phrase("actors.some") if commitment.actors else Phrase("actors.none"),
                }
                at = plan.source_of.at(f"commitments.{commitment.id}.actor_source")
                yield Diagnostic("actor-source-differs", at, values)


def deadlines(known: Known) -> Iterator[Diagnostic]:
    """A deadline is one day, or a day of each year."""
    for plan in known.plans:
        for name, entry in entries(plan):
            deadline = getattr(entry, "deadline", None)
            if deadline is not None and deadline.date is not None and deadline.month_day is not None:
                yield Diagnostic("two-deadlines", plan.source_of.at(f"{name}.deadline.month_day"))
