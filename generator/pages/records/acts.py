"""The legal acts that statements rest on: those in force, and apart from them those that have ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.validity import acts_of
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, PageKind, View, Words, doc
from .law import ActLine, act_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """An act in the list."""

    act: ActLine = doc("the act")
    uses: tuple[Link, ...] = doc("the supports and procedures that rest on it, or did")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsView(View):
    """The list of acts."""

    in_force: tuple[ActEntry, ...] = doc("the acts in force, the newest first")
    others: tuple[ActEntry, ...] = doc("the acts that have ended or have not begun, the newest first")
    as_of: date = doc("the day that the content stands for")


def views(facts: Facts, lang: str, words: Words) -> Iterable[ActsView]:
    """The one list; none where no act is recorded."""
    site = facts.site
    if not site.acts:
        return
    uses: dict[str, list[Link]] = {}
    for policy, href in (
        *((policy, URLS.policy(policy.id)) for policy in site.policies.values()),
        *((procedure, URLS.procedure(procedure.id)) for procedure in site.procedures.values()),
    ):
        for act in acts_of(policy, site):
            uses.setdefault(act.id, []).append(Link(href=href, label=localized(policy.name, lang)))
    newest = sorted(site.acts.values(), key=lambda act: (act.in_force_from or date.min, act.id), reverse=True)
    entries = [ActEntry(act=act_line(act, site, lang, words), uses=tuple(uses.get(act.id, ()))) for act in newest]
    yield ActsView(
        lang=lang,
        path=URLS.section("acts"),
        title=words["law.list_title"],
        description=words["law.list_description"].format(count=len(entries)),
        section="policies",
        crumbs=(Link(href=URLS.section("policies"), label=words["policy.list_title"]),),
        in_force=tuple(entry for entry in entries if entry.act.in_force),
        others=tuple(entry for entry in entries if not entry.act.in_force),
        as_of=site.config.as_of,
    )


KIND = PageKind("acts", "acts.html", ActsView, views)
