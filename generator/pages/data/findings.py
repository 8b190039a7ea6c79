"""Arithmetic findings: what is printed beside what follows from it, and all that was checked and agrees."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.audit import Check
from generator.derive.baselines import implied_baselines
from generator.derive.facts import Facts
from generator.derive.finding import unexplained
from generator.exports import lists
from generator.model.duties import Contradiction, Side
from generator.site.formats import number
from generator.site.urls import URLS
from generator.site.wording import localized

from ..figures.sources import plan_name
from ..page import Link, PageKind, View, Words, doc
from ..parts.evidence import evidence_links
from ..parts.filters import Filter
from ..parts.links import download_links, place_link
from .disagreements import Lead, Weight, anchor_of, filters_of, leads_of, ways_of, weights_of
from .finding_lines import FindingLine, line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """The findings of one rule in one plan or table."""

    anchor: str = doc("its anchor")
    title: str = doc("what was held against what")
    rule: str = doc("how the rule works, with its tolerance")
    verdict: str = doc("how often it was tried, and how often the numbers did not agree")
    findings: tuple[FindingLine, ...] = doc("what does not agree")
    rounded: tuple[FindingLine, ...] = doc("what rounding explains, which is no finding")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPlan:
    """All that was checked in one plan."""

    id: str = doc("its anchor")
    plan: Link | None = doc("the plan")
    groups: tuple[FindingGroup, ...] = doc("each rule that was tried, those with findings first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The rate from which a plan's targets begin, where the plan prints none."""

    place: Link = doc("the place")
    fall: str = doc("the fall that is aimed at, as printed")
    left: str = doc("the rate that is to be left, as printed")
    implied: str = doc("their sum; computed")
    printed: str = doc("the rate that was published for the end of the year before; empty where none was found")
    year: int = doc("the year before")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """What one source says."""

    printed: str = doc("its words, as printed")
    source: Link = doc("the publication or the provision that says it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionLine:
    """Sources that do not agree."""

    anchor: str = doc("its anchor")
    title: str = doc("about what, in our words")
    sides: tuple[SideLine, ...] = doc("what each says")
    note: str = doc("what may explain it, or what follows; ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView(View):
    """The page of findings."""

    found: int = doc("how many disagreements there are")
    certain: int = doc("how many of them rounding cannot explain")
    rounding: int = doc("how many of them the rounding of planned counts could explain")
    tried: int = doc("how many printed numbers were checked")
    weights: tuple[Weight, ...] = doc("all disagreements in one table, the weightiest first")
    filters: tuple[Filter, ...] = doc("the ways to narrow that table")
    leads: tuple[Lead, ...] = doc("the same ways as links, for readers without a script")
    files: tuple[Link, ...] = doc("the same to take along")
    plans: tuple[FindingPlan, ...] = doc("plan by plan")
    contradictions: tuple[ContradictionLine, ...] = doc("sources that do not agree, the weightiest first")
    baselines: tuple[Baseline, ...] = doc("rates at the beginning that targets of a fall and of what is left imply")


def views(facts: Facts, lang: str, words: Words) -> Iterable[FindingsView]:
    """The one page."""
    tried = sum(check.tried for check in facts.checks)
    certain, wrong = unexplained(facts.findings), {finding.plan for finding in facts.findings}
    plans = list(dict.fromkeys(check.plan for check in facts.checks if check.tried))
    weights = weights_of(facts, lang, words)
    ways = ways_of(weights, facts, words)
    yield FindingsView(
        lang=lang,
        path=URLS.section("findings"),
        title=words["findings.title"],
        description=words["findings.description"].format(found=number(certain, words), tried=number(tried, words)),
        section="findings",
        found=len(facts.findings),
        certain=certain,
        rounding=len(facts.findings) - certain,
        tried=tried,
        weights=weights,
        filters=filters_of(ways),
        leads=leads_of(ways, words),
        files=download_links(lists.downloads(facts, URLS.section("findings")), "duty.takeaway", words),
        contradictions=tuple(
            _contradiction(contradiction, facts, lang, words)
            for contradiction in sorted(
                facts.site.contradictions.values(), key=lambda contradiction: (contradiction.weight, contradiction.id)
            )
        ),
        baselines=_baselines(facts, lang, words),
        plans=tuple(_plan(plan, facts, lang, words) for plan in sorted(plans, key=lambda plan: plan not in wrong)),
    )


def _contradiction(contradiction: Contradiction, facts: Facts, lang: str, words: Words) -> ContradictionLine:
    return ContradictionLine(
        anchor=contradiction.id,
        title=localized(contradiction.title, lang),
        sides=tuple(
            SideLine(printed=side.printed, source=_source(side, facts, lang, words)) for side in contradiction.sides
        ),
        note=localized(contradiction.note, lang),
    )


def _source(side: Side, facts: Facts, lang: str, words: Words) -> Link:
    if side.evidence:
        return evidence_links([facts.site.evidence[side.evidence]], lang, words)[0]
    plan = facts.site.plans[side.plan or ""]
    return Link(href=URLS.provision(plan.id, side.provision or ""), label=plan.label)


def _baselines(facts: Facts, lang: str, words: Words) -> tuple[Baseline, ...]:
    return tuple(
        Baseline(
            place=place_link(baseline.place, facts, lang),
            fall=baseline.fall.value_printed,
            left=baseline.left.value_printed,
            implied=number(baseline.implied, words),
            printed=baseline.published.value_printed if baseline.published else "",
            year=baseline.year,
        )
        for baseline in implied_baselines(facts.site)
    )


def _plan(id: str, facts: Facts, lang: str, words: Words) -> FindingPlan:
    plan = facts.site.plans.get(id)
    checks = [check for check in facts.checks if check.plan == id and check.tried]
    return FindingPlan(
        id=id,
        plan=Link(href=URLS.plan(id), label=plan_name(plan, facts.site, lang, words)) if plan else None,
        groups=tuple(_group(check, facts, lang, words) for check in sorted(checks, key=lambda check: not check.found)),
    )


def _group(check: Check, facts: Facts, lang: str, words: Words) -> FindingGroup:
    found = [
        finding
        for finding in facts.findings
        if (finding.rule, finding.plan, finding.dataset) == (check.rule, check.plan, check.dataset)
    ]
    dataset = facts.site.datasets.get(check.dataset or "")
    verdict = words["findings.verdict_some" if check.found else "findings.verdict_none"].format(
        tried=number(check.tried, words), found=number(check.found, words)
    )
    if check.explained:
        verdict += " " + words["findings.verdict_explained"].format(explained=number(check.explained, words))
    if check.exceeds:
        verdict += " " + words["findings.verdict_exceeds"].format(exceeds=number(check.exceeds, words))
    return FindingGroup(
        anchor=anchor_of(check),
        title=words[f"findings.rule.{check.rule}.title"] + (f" – {localized(dataset.title, lang)}" if dataset else ""),
        rule=words[f"findings.rule.{check.rule}.how"],
        verdict=verdict,
        findings=tuple(line_of(finding, facts, lang, words) for finding in found),
        rounded=tuple(line_of(finding, facts, lang, words) for finding in check.rounded),
    )


KIND = PageKind("findings", "findings.html", FindingsView, views)
