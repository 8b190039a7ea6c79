"""Where a plan's duties and promises stand: by provision, and by the policy that they name."""

from collections.abc import Mapping

from generator.model.duties import Commitment, PolicyMention
from generator.model.site import Site


def promises_of(site: Site) -> Mapping[str, tuple[tuple[str, PolicyMention], ...]]:
    """For each policy the plans that name it, each with the place and its words, in the order of plans and texts."""
    found: dict[str, list[tuple[str, PolicyMention]]] = {id: [] for id in site.policies}
    for plan in site.plans.values():
        for mention in plan.policies:
            found.setdefault(mention.policy, []).append((plan.id, mention))
    return {policy: tuple(values) for policy, values in found.items()}


def commitments_at(site: Site) -> Mapping[str, tuple[Commitment, ...]]:
    """For each provision, as `<plan>#<provision>`, the commitments that stand in it; only where there are any."""
    found: dict[str, list[Commitment]] = {}
    for plan in site.plans.values():
        for commitment in plan.commitments:
            found.setdefault(f"{plan.id}#{commitment.provision}", []).append(commitment)
    return {provision: tuple(values) for provision, values in found.items()}
