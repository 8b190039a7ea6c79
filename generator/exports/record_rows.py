"""Documents, agencies, policies, places and findings as rows of a list, in one language."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from generator.derive.citations import Conflict, Mention
from generator.derive.covering import Cover
from generator.derive.finding import Finding
from generator.derive.validity import acts_of, is_in_force, verified
from generator.model.duties import Aspect, Policy

from .context import BETWEEN, SiteContext
from .duty_rows import Widths
from .sheets import Cell

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
    "id": 40, "weight": 8, "rule": 34, "plan": 16, "provision": 14, "place": 28, "year": 8, "indicator": 30,
    "printed": 16, "computed": 14, "difference": 14, "tolerance": 14, "terms": 30, "line": 10, "dataset": 24, "url": 44,
}  # fmt: skip
EXPLAINED = 4
"""The weight of what rounding explains: after all findings."""


def document_rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
    """Every cited document, under the columns of DOCUMENT."""
    facts = context.facts
    return tuple(
        (
            document.id,
            context.localized(document.name),
            document.number or "",
            context.localized(document.issuer),
            document.date,
            context.words.get(f"document.group.{document.kind}", document.kind),
            _plans(context, (mention.plan for mention in facts.mentions_of[document.id])),
            BETWEEN.join(_mention(context, mention) for mention in facts.mentions_of[document.id]),
            BETWEEN.join(_conflict(context, conflict) for conflict in facts.conflicts_of[document.id]),
            context.localized(document.note),
            context.at.document(document.id),
        )
        for document in facts.site.documents.values()
    )


def agency_rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
    """Every public body with how much the plans lay on it, under the columns of AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for agency in context.facts.site.agencies.values():
        roles = context.facts.roles_of[agency.id]
        count = Counter(role.part for role in roles)
        rows.append(
            (
                agency.id,
                context.localized(agency.name),
                context.words[f"agency.nature.{agency.nature}"],
                context.words[f"agency.system.{agency.system}"],
                context.words[f"agency.level.{agency.level}"],
                context.place(agency.place),
                BETWEEN.join(agency.aliases),
                context.localized(agency.fate),
                _plans(context, (role.plan for role in roles)),
                count["actor"],
                count["partner"],
                count["criterion"],
                count["owes"],
                count["receives"],
                count["passes_on"],
                context.at.agency(agency.id),
            )
        )
    return tuple(rows)


def policy_rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
    """Every support with what is verified of it, under the columns of POLICY; the rest is only counted."""
    return tuple(
        (
            policy.id,
            context.localized(policy.name),
            context.localized(policy.summary),
            BETWEEN.join(context.localized(group) for group in policy.groups),
            *(_statements(context, policy, aspect) for aspect in get_args(Aspect)),
            sum(not verified(statement) for statement in policy.statements),
            BETWEEN.join(
                act.sign or context.localized(act.name)
                for act in acts_of(policy, context.facts.site)
                if is_in_force(act, context.facts.site.config.as_of)
            ),
            _plans(context, (plan for plan, _ in context.facts.promises_of[policy.id])),
            context.at.policy(policy.id),
        )
        for policy in context.facts.site.policies.values()
    )


def place_rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
    """Every administrative unit of any period, under the columns of PLACE."""
    return tuple(
        (
            place.id,
            place.code,
            place.full_name,
            context.words[f"agency.level.{place.level}"],
            context.place(place.parent),
            place.valid_from,
            place.valid_to,
            BETWEEN.join(place.aliases),
            BETWEEN.join(context.place(id) for id in context.facts.today.get(place.id, ())),
            _plans(context, context.facts.plans_of.get(place.id, ())),
            BETWEEN.join(
                _through(context, cover) for cover in context.facts.covers_of.get(place.id, ()) if cover.indirect
            ),
            context.at.place(place.id),
        )
        for place in context.facts.site.places.values()
    )


def finding_rows(context: SiteContext) -> tuple[tuple[Cell, ...], ...]:
    """Every place where sources contradict each other or printed arithmetic itself, the weightiest first, under the
    columns of FINDING; last what rounding explains, which is no finding."""
    between = context.words["findings.between"]
    rows: list[tuple[Cell, ...]] = [
        (
            contradiction.id, contradiction.weight, between, "", "", "", None, context.localized(contradiction.title),
            " ≠ ".join(side.printed for side in contradiction.sides), None, None, None,
            BETWEEN.join(filter(None, (side.evidence or side.plan for side in contradiction.sides))), None, "",
            context.at.finding(contradiction.id),
        )
        for contradiction in context.facts.site.contradictions.values()
    ]  # fmt: skip
    rows += [_finding(finding, finding.weight, "", context) for finding in context.facts.findings]
    rows += [
        _finding(finding, EXPLAINED, f" ({context.words['findings.explained']})", context)
        for check in context.facts.checks
        for finding in check.rounded
    ]
    return tuple(sorted(rows, key=lambda row: (row[1], row[0])))


def _finding(finding: Finding, weight: int, remark: str, context: SiteContext) -> tuple[Cell, ...]:
    indicator = context.facts.site.indicators.get(finding.indicator or "")
    return (
        finding.id, weight, context.words[f"findings.rule.{finding.rule}.title"] + remark, context.plan(finding.plan),
        context.provision(finding.provision) if finding.provision else "",
        context.place(finding.place) or finding.place_name, finding.year,
        context.localized(indicator.name) if indicator else "", finding.printed, finding.computed, finding.difference,
        finding.tolerance, BETWEEN.join(finding.terms), finding.line, finding.dataset or "",
        context.at.finding(finding.id),
    )  # fmt: skip


def _plans(context: SiteContext, ids: Iterable[str]) -> str:
    """The numbers of plans, each once."""
    return BETWEEN.join(context.plan(id) for id in dict.fromkeys(ids))


def _through(context: SiteContext, cover: Cover) -> str:
    """A plan with the units through which it concerns a place: `58/KH-UBND (Huyện Tân Yên)`."""
    return f"{context.plan(cover.plan)} ({', '.join(context.place(id) for id in cover.through)})"


def _mention(context: SiteContext, mention: Mention) -> str:
    date = f" ({mention.printed_date})" if mention.printed_date else ""
    return f"{context.plan(mention.plan)}, {context.provision(mention.provision)}: “{mention.printed}”{date}"


def _conflict(context: SiteContext, conflict: Conflict) -> str:
    about = context.words[f"document.conflict.{conflict.about}"]
    return f"{about}: " + " ≠ ".join(f"“{value}”" for value in conflict.values)


def _statements(context: SiteContext, policy: Policy, aspect: Aspect) -> str:
    """What is verified of one side of a policy, each sentence with what is known of its end in brackets."""
    said = []
    for statement in policy.statements:
        if statement.aspect == aspect and verified(statement):
            standing = context.standing(statement)
            said.append(
                f"{context.localized(statement.text)} [{standing}]" if standing else context.localized(statement.text)
            )
    return " ".join(said)
