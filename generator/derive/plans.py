"""The plans in the order that lists show them."""

from generator.model.plan import Plan
from generator.model.site import Site


def newest_first(site: Site) -> tuple[Plan, ...]:
    """All plans, the newest first."""
    return tuple(sorted(site.plans.values(), key=lambda plan: (-plan.day.toordinal() if plan.day else 0, plan.id)))
