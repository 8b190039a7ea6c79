"""Rules for law: what is said of today's law, and what letters cite, rests on acts that are in force."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.derive.validity import has_ended, replaced_by, standing
from generator.model.diagnostic import Diagnostic, Source, Value
from generator.model.duties import Entitlement, Policy, Statement
from generator.model.law import Act

from .known import Known

NOTICE = timedelta(days=60)
"""How long before its end law is warned of."""
_ARTICLE = re.compile(r"[1-9]\d*[a-zđ]?(\.[1-9]\d*[a-zđ]?(\.[a-zđ])?)?\Z")


def references(known: Known) -> Iterator[Diagnostic]:
    """The acts, places and sources that law names are there."""
    for policy in _policies(known):
        for field, said in _said(policy):
            for place, basis in enumerate(said.law):
                yield from known.missing("act", basis.act, policy.source_of, f"{field}.law.{place}.act", "act")
        for index, entitlement in enumerate(policy.entitlements):
            for place, id in enumerate(entitlement.references):
                at = f"entitlements.{index}.references.{place}"
                yield from known.missing("reference", id, policy.source_of, at, "references")
    for act in known.site.acts.values():
        for field in ("replaces", "amends"):
            for index, id in enumerate(getattr(act, field)):
                yield from known.missing("act", id, act.source_of, f"{field}.{index}", field)
        for index, id in enumerate(act.references):
            yield from known.missing("reference", id, act.source_of, f"references.{index}", "references")
        yield from known.missing("place", act.place, act.source_of, "place")


def sources(known: Known) -> Iterator[Diagnostic]:
    """An act has a source with its kind and the day it was read; so has each statement of the law of today."""
    for act in known.site.acts.values():
        if not _is_read(known, act.references):
            yield Diagnostic("law-not-read", act.source_of.at("references"), _sources(act.references))
    for policy, field, said in _present(known):
        if said.references and not _is_read(known, said.references):
            yield Diagnostic("law-not-read", policy.source_of.at(field), _sources(said.references))


def days(known: Known) -> Iterator[Diagnostic]:
    """No source of law was read after the day that the site counts from."""
    as_of = known.site.config.as_of
    for reference in known.site.references.values():
        if reference.read_on is not None and reference.read_on > as_of:
            values = {"date": reference.read_on.isoformat(), "as_of": as_of.isoformat()}
            yield Diagnostic("later-than-as-of", reference.source_of.at("read_on"), values)


def articles(known: Known) -> Iterator[Diagnostic]:
    """A statement of the law of today names an act and an article, or that none was found, which is written one way."""
    for policy, field, said in _present(known):
        if not said.law:
            yield Diagnostic("statement-without-law", policy.source_of.at(field))
        elif said.traced and all(basis.article is None for basis in said.law):
            yield Diagnostic("statement-without-article", policy.source_of.at(f"{field}.law"))
    for policy in _policies(known):
        for field, said in _said(policy):
            for place, basis in enumerate(said.law):
                if basis.article is not None and not _ARTICLE.match(basis.article):
                    at = policy.source_of.at(f"{field}.law.{place}.article")
                    yield Diagnostic("bad-article", at, {"value": basis.article})


def withheld(known: Known) -> Iterator[Diagnostic]:
    """What is withheld names the group that it is about; whom to ask is told, so it need not."""
    for policy in _policies(known):
        for index, statement in enumerate(policy.statements):
            if statement.confidence != "high" and statement.aspect != "ask" and statement.group is None:
                yield Diagnostic("withheld-without-group", policy.source_of.at(f"statements.{index}"))


def forces(known: Known) -> Iterator[Diagnostic]:
    """No present law and no letter rests on an act that is not in force; one that is about to end is warned of."""
    for policy, field, said in _present(known):
        for place, basis in enumerate(said.law):
            act = known.site.acts.get(basis.act)
            if act is not None:
                yield from _force(act, known, policy.source_of, f"{field}.law.{place}.act")
        if said.valid_to is not None:
            yield from _notice(said.valid_to, known, policy.source_of, f"{field}.valid_to")
    for act in known.site.acts.values():
        if act.letters:
            yield from _force(act, known, act.source_of, "letters")


def successions(known: Known) -> Iterator[Diagnostic]:
    """An act ends before the act in its place is in force."""
    for later in known.site.acts.values():
        for index, id in enumerate(later.replaces):
            act = known.site.acts.get(id)
            if act is None or later.in_force_from is None:
                continue
            if act.in_force_to is None or act.in_force_to >= later.in_force_from:
                end = act.in_force_to.isoformat() if act.in_force_to else "null"
                values = {"act": id, "end": end, "start": later.in_force_from.isoformat()}
                yield Diagnostic("acts-overlap", later.source_of.at(f"replaces.{index}"), values)


def _policies(known: Known) -> Iterator[Policy]:
    yield from known.site.policies.values()
    yield from known.site.procedures.values()


def _said(policy: Policy) -> Iterator[tuple[str, Statement | Entitlement]]:
    """What a policy says of law, each with where it stands there."""
    yield from ((f"statements.{index}", said) for index, said in enumerate(policy.statements))
    yield from ((f"entitlements.{index}", said) for index, said in enumerate(policy.entitlements))


def _present(known: Known) -> Iterator[tuple[Policy, str, Statement | Entitlement]]:
    """What is published as the law of today, with its policy and its place there."""
    as_of = known.site.config.as_of
    for policy in _policies(known):
        present = standing(policy, as_of)
        for field, said in _said(policy):
            if said in present or (isinstance(said, Entitlement) and not has_ended(said, as_of)):
                yield policy, field, said


def _is_read(known: Known, ids: tuple[str, ...]) -> bool:
    """Whether one of some references says what kind it is and when it was read; a missing one is told apart."""
    found = [known.site.references.get(id) for id in ids]
    return any(
        reference is None or (reference.kind is not None and reference.read_on is not None) for reference in found
    )


def _sources(ids: tuple[str, ...]) -> dict[str, Value]:
    return {"sources": ", ".join(f"`{id}`" for id in ids) or "—"}


def _force(act: Act, known: Known, source: Source, field: str) -> Iterator[Diagnostic]:
    as_of = known.site.config.as_of
    if act.in_force_from is not None and as_of < act.in_force_from:
        values = {"act": act.id, "date": act.in_force_from.isoformat(), "as_of": as_of.isoformat()}
        yield Diagnostic("law-not-begun", source.at(field), values)
    elif act.in_force_to is not None and act.in_force_to < as_of:
        by = ", ".join(later.id for later in replaced_by(act, known.site)) or "—"
        values = {"act": act.id, "date": act.in_force_to.isoformat(), "as_of": as_of.isoformat(), "by": by}
        yield Diagnostic("law-ended", source.at(field), values)
    elif act.in_force_to is not None:
        yield from _notice(act.in_force_to, known, source, field)


def _notice(day: date, known: Known, source: Source, field: str) -> Iterator[Diagnostic]:
    as_of = known.site.config.as_of
    if as_of <= day <= as_of + NOTICE:
        yield Diagnostic("law-ends-soon", source.at(field), {"date": day.isoformat(), "as_of": as_of.isoformat()})
