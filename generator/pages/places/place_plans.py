"""The plans that concern a place, what they aim at there, what was published; the supports that they promise."""

from collections import Counter
from dataclasses import dataclass

from generator.derive.covering import COVERS, Cover
from generator.derive.facts import Facts
from generator.derive.status import lifecycle_of
from generator.derive.validity import has_lapsed, is_national
from generator.model.grouping import grouped
from generator.model.places import Place
from generator.model.plan import Plan
from generator.site.urls import STATES, URLS
from generator.site.wording import localized, years

from ..figures.sources import plan_name
from ..page import Link, Words, doc
from ..parts.lineage import kept_apart
from ..parts.naming import policy_link
from .answer import Aim, aims_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHere:
    """What a plan says for this place."""

    plan: Link = doc("the plan")
    title: str = doc("our title of it")
    state: str = doc("whether its period runs or has ended, in words")
    how: str = doc("own, above, named, before, after or inside: how it concerns this place")
    through: tuple[Link, ...] = doc("the units through which it does; none where the plan is the place's own")
    aims: tuple[Aim, ...] = doc("the targets that it sets for this place")
    duties: Link | None = doc("its commitments, with how many are in each state of finding as its note")


def plans_here(place: Place, facts: Facts, lang: str, words: Words) -> tuple[PlanHere, ...]:
    """Every plan that concerns a place, its own first."""
    return tuple(_plan(cover, place, facts, lang, words) for cover in facts.covers_of.get(place.id, ()))


def policies_here(place: Place, facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    """The supports that plans for a place, or for what it came from or became, promise; those of most plans first.

    Of what has ended, that it has: a place is where people look for what they may ask for.
    """
    plans = [facts.site.plans[cover.plan] for cover in facts.covers_of.get(place.id, ()) if cover.how in COVERS]
    named = grouped(
        (id, plan.label) for plan in plans for id in dict.fromkeys(mention.policy for mention in plan.policies)
    )
    order = [id for id in facts.site.policies if id in named]
    as_of = facts.site.config.as_of
    return tuple(
        Link(
            href=link.href,
            label=link.label,
            note="; ".join(
                (
                    *(named[id] if len(plans) > 1 else ()),
                    *([words["policy.lapsed_short"]] if has_lapsed(facts.site.policies[id], as_of) else ()),
                )
            ),
        )
        for id in sorted(order, key=lambda id: -len(named[id]))
        for link in (policy_link(id, facts, lang),)
    )


def policies_by_law(facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    """The supports that the law of today gives in the whole country; before them the finder, and the procedures."""
    has_finder = any(policy.entitlements for policy in facts.site.policies.values())
    finder = (Link(href=URLS.finder(), label=words["finder.title"]),) if has_finder else ()
    procedures = (
        Link(href=URLS.procedure(procedure.id), label=localized(procedure.name, lang))
        for procedure in facts.site.procedures.values()
    )
    policies = facts.site.policies.items()
    national = (policy_link(id, facts, lang) for id, policy in policies if is_national(policy, facts.site))
    return (*finder, *procedures, *national)


def left_out(place: Place, facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    """The units that a place came from and that no plan which promises supports there was for; none where none was."""

    promising = {id for id, plan in facts.site.plans.items() if plan.policies}

    def covered(id: str) -> bool:
        return any(cover.how in COVERS and cover.plan in promising for cover in facts.covers_of.get(id, ()))

    units = dict.fromkeys(
        change.before for change in facts.before.get(place.id, ()) if change.relation in ("whole", "part")
    )
    own = any(cover.how in ("own", "above") and cover.plan in promising for cover in facts.covers_of.get(place.id, ()))
    if own or not covered(place.id):
        return ()
    return tuple(kept_apart(id, place, facts, lang, words) for id in units if not covered(id))


def policies_inside(place: Place, facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    """The units in a place, or in its ground, that plans are of which promise supports there alone; each with the
    plan's number and how many supports as its note, leading to them."""
    found = []
    for cover in facts.covers_of.get(place.id, ()):
        plan = facts.site.plans[cover.plan]
        count = len({mention.policy for mention in plan.policies})
        if cover.how == "inside" and count:
            note = words["place.policies_count"].format(count=count, plan=plan.label)
            units = (kept_apart(id, place, facts, lang, words) for id in cover.through)
            found += [Link(href=f"{unit.href}#ho-tro", label=unit.label, lang=unit.lang, note=note) for unit in units]
    return tuple(found)


def _plan(cover: Cover, place: Place, facts: Facts, lang: str, words: Words) -> PlanHere:
    plan = facts.site.plans[cover.plan]
    period = years(plan.period.start, plan.period.end, words)
    through = cover.through or (() if cover.how == "own" else (plan.place,))
    return PlanHere(
        plan=Link(href=URLS.plan(plan.id), label=plan_name(plan, facts.site, lang, words)),
        title=localized(plan.title, lang),
        state=words[f"policy.plan.{lifecycle_of(facts.site, plan)}"].format(period=period),
        how=cover.how,
        through=tuple(kept_apart(unit, place, facts, lang, words) for unit in through),
        aims=aims_of(plan, place.id, facts, lang, words),
        duties=_duties(plan, facts, words),
    )


def _duties(plan: Plan, facts: Facts, words: Words) -> Link | None:
    if not plan.commitments:
        return None
    counts: Counter[str] = Counter(
        facts.statuses[f"{plan.id}/{commitment.id}"].state for commitment in plan.commitments
    )
    states = (f"{words[f'duty.finding.{state}']}: {counts[state]}" for state in STATES if counts[state])
    return Link(
        href=URLS.commitments(plan.id),
        label=words["place.duties"].format(count=len(plan.commitments)),
        note="; ".join(states),
    )
