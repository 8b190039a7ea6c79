"""Findings: where printed arithmetic disagrees with itself. Content, never an error; no number is changed."""

from generator.model.site import Site

from .aims import targets_against_table
from .arithmetic import amounts_against_total, rates_against_counts, totals_against_parts
from .finding import Check, Finding, Rule
from .numbering import numbering_gap, serial_order

__all__ = ["OF_DATASET", "OF_PLAN", "OF_PLAN_AND_DATASET", "Check", "Finding", "Rule", "audit"]

OF_PLAN = (numbering_gap, amounts_against_total)
OF_DATASET = (rates_against_counts, totals_against_parts, serial_order)
OF_PLAN_AND_DATASET = (targets_against_table,)
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
    return tuple(finding for found, _ in tried for finding in found), tuple(check for _, check in tried)
