"""Whether law and what is said of a support still stand: as of a day, by the last day or year that is recorded."""

from collections.abc import Iterable
from datetime import date

from generator.model.duties import Entitlement, HouseholdStatus, Policy, Statement
from generator.model.law import Act
from generator.model.site import Site


def has_ended(statement: Statement | Entitlement, as_of: date) -> bool:
    """Whether it had ended before that day; a year is over only after its last day."""
    if statement.valid_to is not None:
        return statement.valid_to < as_of
    return statement.ended_in is not None and statement.ended_in < as_of.year


def is_in_force(act: Act, as_of: date) -> bool:
    """Whether an act is in force on a day, by the days that are recorded of it."""
    begun = act.in_force_from is None or act.in_force_from <= as_of
    return begun and (act.in_force_to is None or as_of <= act.in_force_to)


def verified(statement: Statement) -> bool:
    """Whether a statement may be published as one: with a source, and with high confidence."""
    return statement.confidence == "high" and bool(statement.references)


def standing(policy: Policy, as_of: date) -> tuple[Statement, ...]:
    """What is published of a policy as the law of that day."""
    return tuple(
        statement
        for statement in policy.statements
        if statement.confidence == "high" and not has_ended(statement, as_of)
    )


def entitlements(policy: Policy, status: HouseholdStatus, minority: bool, as_of: date) -> tuple[Entitlement, ...]:
    """The lines of the finder for a household by how it stands on the list, and whether of an ethnic minority."""
    return tuple(
        line
        for line in policy.entitlements
        if status in line.statuses and (minority or not line.minority) and not has_ended(line, as_of)
    )


def has_lapsed(policy: Policy, as_of: date) -> bool:
    """Whether all that is verified of who gets what has ended; not where nothing is verified of it."""
    told = [
        statement
        for statement in policy.statements
        if statement.confidence == "high" and statement.aspect in ("answer", "eligible", "support")
    ]
    return bool(told) and all(has_ended(statement, as_of) for statement in told)


def is_national(policy: Policy, site: Site) -> bool:
    """Whether the law of the site's day gives a support in the whole country, whatever the plans say of it."""
    return any(
        statement.aspect in ("answer", "eligible", "support")
        and any((act := site.acts.get(basis.act)) is not None and act.place is None for basis in statement.law)
        for statement in standing(policy, site.config.as_of)
    )


def acts_of(policy: Policy, site: Site) -> tuple[Act, ...]:
    """The acts that the statements of a policy rest on, and those that these took the place of, each once.

    Those in force stand first, in the order in which the statements name them; then those that have ended.
    """
    said: tuple[Statement | Entitlement, ...] = (*policy.statements, *policy.entitlements)
    named = dict.fromkeys(basis.act for sentence in said for basis in sentence.law)
    found = dict.fromkeys(id for id in named if id in site.acts)
    before = dict.fromkeys(id for act in found for id in site.acts[act].replaces if id in site.acts)
    acts = [site.acts[id] for id in {**found, **before}]
    as_of = site.config.as_of
    return tuple(sorted(acts, key=lambda act: not is_in_force(act, as_of)))


def replaced_by(act: Act, site: Site) -> tuple[Act, ...]:
    """The acts that took the place of an act."""
    return tuple(later for later in site.acts.values() if act.id in later.replaces)


def last_read(ids: Iterable[str], site: Site) -> date | None:
    """The day on which the last of some sources was read; None where none says when."""
    known = (site.references[id].read_on for id in ids if id in site.references)
    return max((day for day in known if day is not None), default=None)
