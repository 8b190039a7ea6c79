"""Where a plan's duties and promises stand: by provision, and by the policy that they name."""

from collections.abc import Mapping

from generator.model.duties import Commitment, PolicyMention
from generator.model.grouping import grouped
from generator.model.site import Site


def promises_of(site: Site) -> Mapping[str, tuple[tuple[str, PolicyMention], ...]]:
    """For each policy the plans that name it, each with the place and its words, in the order of plans and texts."""
    mentions = ((plan.id, mention) for plan in site.plans.values() for mention in plan.policies)
    return grouped(((mention.policy, (plan, mention)) for plan, mention in mentions), site.policies)


def commitments_at(site: Site) -> Mapping[str, tuple[Commitment, ...]]:
    """For each provision, as `<plan>#<provision>`, the commitments that stand in it; only where there are any."""
    return grouped(
        (f"{plan.id}#{commitment.provision}", commitment)
        for plan in site.plans.values()
        for commitment in plan.commitments
    )
