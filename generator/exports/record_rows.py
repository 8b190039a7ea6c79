"""Documents, agencies, policies, places and findings as rows of a list, in one language."""

from collections import Counter
from collections.abc import Iterable

from generator.derive.citations import Conflict, Mention
from generator.derive.covering import Cover
from generator.derive.validity import verified
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
    "id": 22, "policy": 40, "policy_summary": 50, "groups": 40, "eligible": 60, "support": 60, "ask": 40, "papers": 40,
    "legal": 60, "unverified": 14, "valid_from": 12, "valid_to": 12, "superseded": 30, "verified_on": 14, "plans": 24,
    "url": 44,
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
            one.id,
            teller.say(one.name),
            one.number or "",
            teller.say(one.issuer),
            one.date,
            teller.words.get(f"document.group.{one.kind}", one.kind),
            _plans(teller, (each.plan for each in facts.mentions_of[one.id])),
            BETWEEN.join(_mention(teller, each) for each in facts.mentions_of[one.id]),
            BETWEEN.join(_conflict(teller, each) for each in facts.conflicts_of[one.id]),
            teller.say(one.note),
            teller.at.document(one.id),
        )
        for one in facts.site.documents.values()
    )


def agency_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every public body with how much the plans lay on it, under the columns of AGENCY."""
    rows: list[tuple[Cell, ...]] = []
    for one in teller.facts.site.agencies.values():
        roles = teller.facts.roles_of[one.id]
        count = Counter(role.part for role in roles)
        rows.append(
            (
                one.id,
                teller.say(one.name),
                teller.words[f"agency.nature.{one.nature}"],
                teller.words[f"agency.system.{one.system}"],
                teller.words[f"agency.level.{one.level}"],
                teller.place(one.place),
                BETWEEN.join(one.aliases),
                teller.say(one.fate),
                _plans(teller, (role.plan for role in roles)),
                count["actor"],
                count["partner"],
                count["criterion"],
                count["owes"],
                count["receives"],
                count["passes_on"],
                teller.at.agency(one.id),
            )
        )
    return tuple(rows)


def policy_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every support with what is verified of it, under the columns of POLICY; the rest is only counted."""
    return tuple(
        (
            one.id,
            teller.say(one.name),
            teller.say(one.summary),
            BETWEEN.join(teller.say(group) for group in one.groups),
            *(_statements(teller, one, aspect) for aspect in ("eligible", "support", "ask", "papers", "legal")),
            sum(not verified(each) for each in one.statements),
            one.valid_from,
            one.valid_to,
            one.superseded,
            one.verified_on,
            _plans(teller, (plan for plan, _ in teller.facts.promises_of[one.id])),
            teller.at.policy(one.id),
        )
        for one in teller.facts.site.policies.values()
    )


def place_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every administrative unit of any period, under the columns of PLACE."""
    return tuple(
        (
            one.id,
            one.code,
            one.full_name,
            teller.words[f"agency.level.{one.level}"],
            teller.place(one.parent),
            one.valid_from,
            one.valid_to,
            BETWEEN.join(one.aliases),
            BETWEEN.join(teller.place(id) for id in teller.facts.today.get(one.id, ())),
            _plans(teller, teller.facts.plans_of.get(one.id, ())),
            BETWEEN.join(_through(teller, each) for each in teller.facts.covers_of.get(one.id, ()) if each.indirect),
            teller.at.place(one.id),
        )
        for one in teller.facts.site.places.values()
    )


def finding_rows(teller: Teller) -> tuple[tuple[Cell, ...], ...]:
    """Every place where printed arithmetic disagrees with itself, under the columns of FINDING."""
    indicators = teller.facts.site.indicators
    return tuple(
        (
            one.id,
            teller.words[f"findings.rule.{one.rule}.title"],
            teller.plan(one.plan),
            teller.provision(one.provision) if one.provision else "",
            teller.place(one.place) or one.place_name,
            one.year,
            teller.say(indicators[one.indicator].name) if one.indicator and one.indicator in indicators else "",
            one.printed,
            one.computed,
            one.difference,
            one.tolerance,
            BETWEEN.join(one.terms),
            one.line,
            one.dataset or "",
            teller.at.finding(one.id),
        )
        for one in teller.facts.findings
    )


def _plans(teller: Teller, ids: Iterable[str]) -> str:
    """The numbers of plans, each once."""
    return BETWEEN.join(teller.plan(id) for id in dict.fromkeys(ids))


def _through(teller: Teller, one: Cover) -> str:
    """A plan with the units through which it concerns a place: `58/KH-UBND (Huyện Tân Yên)`."""
    return f"{teller.plan(one.plan)} ({', '.join(teller.place(id) for id in one.through)})"


def _mention(teller: Teller, one: Mention) -> str:
    date = f" ({one.printed_date})" if one.printed_date else ""
    return f"{teller.plan(one.plan)}, {teller.provision(one.provision)}: “{one.printed}”{date}"


def _conflict(teller: Teller, one: Conflict) -> str:
    about = teller.words[f"document.conflict.{one.about}"]
    return f"{about}: " + " ≠ ".join(f"“{value}”" for value in one.values)


def _statements(teller: Teller, policy: Policy, aspect: Aspect) -> str:
    """What is verified of one side of a policy, each sentence with what is known of its end in brackets."""
    said = []
    for one in policy.statements:
        if one.aspect == aspect and verified(one):
            standing = teller.standing(one)
            said.append(f"{teller.say(one.text)} [{standing}]" if standing else teller.say(one.text))
    return " ".join(said)
