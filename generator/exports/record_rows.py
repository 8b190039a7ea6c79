"""Documents, agencies, policies, places and findings as rows of a list, in one language."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from generator.derive.citations import Conflict, Mention
from generator.derive.covering import Cover
from generator.derive.validity import acts_of, is_in_force, verified
from generator.model.duties import Aspect, Policy

from .duty_rows import Widths
from .sheets import Cell
from .telling import BETWEEN, Teller

DOCUMENT: Widths = {
    "id": 30, "name": 60, "number": 22, "doc_issuer": 36, "doc_date": 12, "doc_kind": 16, "plans": 24, "mentions": 60,
    "conflicts": 50, "note": 40, "url": 44,
}  # fmt: skip
AGENCY: Widths = {
    "id": 30, "agency": 44, "nature": 20, "system": 16, "level": 12, "place": 24, "aliases": 50, "fate": 40,
    "plans": 24, "actor": 12, "partner": 12, "criteria": 12, "owes": 12, "receives": 12, "passes_on": 12, "url": 44,
}  # fmt: skip
POLICY: Widths = {
    "id": 22, "policy": 40, "policy_summary": 50, "groups": 40, "answer": 60, "eligible": 60, "support": 60,
    "papers": 40, "ask": 40, "steps": 40, "refused": 40, "public": 40, "legal": 60, "unverified": 14, "acts": 40,
    "plans": 24, "url": 44,
}  # fmt: skip
PLACE: Widths = {
    "id": 30, "code": 10, "place": 32, "level": 12, "parent": 28, "valid_from": 14, "valid_to": 14, "aliases": 30,
    "today": 40, "plans": 24, "plans_through": 40, "url": 44,
}  # fmt: skip
FINDING: Widths = {
    "id": 40, "rule": 34, "plan": 16, "provision": 14, "place": 28, "year": 8, "indicator": 30, "printed": 16,
    "computed": 14, "difference": 14, "tolerance": 14, "terms": 30, "line": 10, "dataset": 24, "url": 44,
}  # fmt: skip


def document_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every cited document, under the columns of DOCUMENT."""
    facts = teller.facts
    return tuple(
        (
            document.id,
            teller.say(document.name),
            document.number or "",
            teller.say(document.issuer),
            document.date,
            teller.words.get(f"document.group.{document.kind}", document.kind),
            _plans(teller, (mention.plan for mention in facts.mentions_of[document.id])),
            BETWEEN.join(_mention(teller, mention) for mention in facts.mentions_of[document.id]),
            BETWEEN.join(_conflict(teller, conflict) for conflict in facts.conflicts_of[document.id]),
            teller.say(document.note),
            teller.at.document(document.id),
        )
        for document in facts.site.documents.values()
    )


def agency_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every public body with how much the plans lay on it, under the columns of AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for agency in teller.facts.site.agencies.values():
        roles = teller.facts.roles_of[agency.id]
        count = Counter(role.part for role in roles)
        rows.append(
            (
                agency.id,
                teller.say(agency.name),
                teller.words[f"agency.nature.{agency.nature}"],
                teller.words[f"agency.system.{agency.system}"],
                teller.words[f"agency.level.{agency.level}"],
                teller.place(agency.place),
                BETWEEN.join(agency.aliases),
                teller.say(agency.fate),
                _plans(teller, (role.plan for role in roles)),
                count["actor"],
                count["partner"],
                count["criterion"],
                count["owes"],
                count["receives"],
                count["passes_on"],
                teller.at.agency(agency.id),
            )
        )
    return tuple(rows)


def policy_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every support with what is verified of it, under the columns of POLICY; the rest is only counted."""
    return tuple(
        (
            policy.id,
            teller.say(policy.name),
            teller.say(policy.summary),
            BETWEEN.join(teller.say(group) for group in policy.groups),
            *(_statements(teller, policy, aspect) for aspect in get_args(Aspect)),
            sum(not verified(statement) for statement in policy.statements),
            BETWEEN.join(
                act.sign or teller.say(act.name)
                for act in acts_of(policy, teller.facts.site)
                if is_in_force(act, teller.facts.site.config.as_of)
            ),
            _plans(teller, (plan for plan, _ in teller.facts.promises_of[policy.id])),
            teller.at.policy(policy.id),
        )
        for policy in teller.facts.site.policies.values()
    )


def place_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every administrative unit of any period, under the columns of PLACE."""
    return tuple(
        (
            place.id,
            place.code,
            place.full_name,
            teller.words[f"agency.level.{place.level}"],
            teller.place(place.parent),
            place.valid_from,
            place.valid_to,
            BETWEEN.join(place.aliases),
            BETWEEN.join(teller.place(id) for id in teller.facts.today.get(place.id, ())),
            _plans(teller, teller.facts.plans_of.get(place.id, ())),
            BETWEEN.join(
                _through(teller, cover) for cover in teller.facts.covers_of.get(place.id, ()) if cover.indirect
            ),
            teller.at.place(place.id),
        )
        for place in teller.facts.site.places.values()
    )


def finding_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every place where printed arithmetic disagrees with itself, under the columns of FINDING."""
    indicators = teller.facts.site.indicators
    return tuple(
        (
            finding.id,
            teller.words[f"findings.rule.{finding.rule}.title"],
            teller.plan(finding.plan),
            teller.provision(finding.provision) if finding.provision else "",
            teller.place(finding.place) or finding.place_name,
            finding.year,
            teller.say(indicators[finding.indicator].name)
            if finding.indicator and finding.indicator in indicators
            else "",
            finding.printed,
            finding.computed,
            finding.difference,
            finding.tolerance,
            BETWEEN.join(finding.terms),
            finding.line,
            finding.dataset or "",
            teller.at.finding(finding.id),
        )
        for finding in teller.facts.findings
    )


def _plans(teller: Teller, ids: Iterable[str]) -> str:
    """The numbers of plans, each once."""
    return BETWEEN.join(teller.plan(id) for id in dict.fromkeys(ids))


def _through(teller: Teller, cover: Cover) -> str:
    """A plan with the units through which it concerns a place: `58/KH-UBND (Huyện Tân Yên)`."""
    return f"{teller.plan(cover.plan)} ({', '.join(teller.place(id) for id in cover.through)})"


def _mention(teller: Teller, mention: Mention) -> str:
    date = f" ({mention.printed_date})" if mention.printed_date else ""
    return f"{teller.plan(mention.plan)}, {teller.provision(mention.provision)}: “{mention.printed}”{date}"


def _conflict(teller: Teller, conflict: Conflict) -> str:
    about = teller.words[f"document.conflict.{conflict.about}"]
    return f"{about}: " + " ≠ ".join(f"“{value}”" for value in conflict.values)


def _statements(teller: Teller, policy: Policy, aspect: Aspect) -> str:
    """What is verified of one side of a policy, each sentence with what is known of its end in brackets."""
    said = []
    for statement in policy.statements:
        if statement.aspect == aspect and verified(statement):
            standing = teller.standing(statement)
            said.append(f"{teller.say(statement.text)} [{standing}]" if standing else teller.say(statement.text))
    return " ".join(said)
