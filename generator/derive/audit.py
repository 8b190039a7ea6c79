"""Findings: where printed arithmetic disagrees with itself. Content, never an error; no number is changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.model.site import Site

from .aims import leavers_against_fall, targets_against_table
from .arithmetic import amounts_against_total, poor_and_near_poor, rates_against_counts, totals_against_parts
from .finding import Check, Finding, Rule
from .numbering import numbering_gap, serial_order

__all__ = ["OF_DATASET", "OF_PLAN", "OF_PLAN_AND_DATASET", "Check", "Finding", "Rule", "audit"]

OF_PLAN = (numbering_gap, amounts_against_total)
OF_DATASET = (rates_against_counts, totals_against_parts, poor_and_near_poor, serial_order)
OF_PLAN_AND_DATASET = (targets_against_table, leavers_against_fall)
"""Every rule, by what it is tried on. Each answers with its findings and one Check, which shows agreement too."""


def audit(site: Site) -> tuple[tuple[Finding, ...], tuple[Check, ...]]:
    """Every rule tried on every plan and dataset: what disagrees, and how often each was tried, found or not.

    Plans come in the order of their ids, each with its datasets; datasets of no plan follow.
    """
    tried: list[tuple[list[Finding], Check]] = []
    for plan in site.plans.values():
        tried += [rule(plan) for rule in OF_PLAN]
        for dataset in (dataset for dataset in site.datasets.values() if dataset.plan == plan.id):
            tried += [rule(dataset) for rule in OF_DATASET]
            tried += [rule(plan, dataset) for rule in OF_PLAN_AND_DATASET]
    others = [dataset for dataset in site.datasets.values() if dataset.plan not in site.plans]
    tried += [rule(dataset) for dataset in others for rule in OF_DATASET]
    return _apart(finding for found, _ in tried for finding in found), tuple(check for _, check in tried)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with an id of its own: those that differ in kind, standard or source alone are counted."""
    times: Counter[str] = Counter()
    told = []
    for finding in findings:
        times[finding.id] += 1
        told.append(replace(finding, id=f"{finding.id}-{times[finding.id]}") if times[finding.id] > 1 else finding)
    return tuple(told)
