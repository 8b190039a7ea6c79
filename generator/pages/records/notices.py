"""Sheets to post on a wall: what a support is, what a plan promised, what a commune may ask for; each on A4."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.derive.validity import is_national
from generator.model.duties import Aspect
from generator.model.places import Place
from generator.model.plan import Plan
from generator.site.urls import URLS
from generator.site.wording import content_language, localized

from ..page import Link, PageKind, View, Words, doc
from ..parts.duties import state_counts
from ..parts.links import section_link
from ..parts.plan_card import plan_card
from .law import aspects_of

ASKED: dict[Aspect, int] = {"answer": 2, "eligible": 2, "support": 2, "papers": 2, "ask": 1, "steps": 1}
"""The questions that a sheet answers, each with how many statements it has room for."""
PROMISES, REPORTS = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePart:
    """What a sheet says under one heading."""

    heading: str = doc("the heading")
    lines: tuple[str, ...] = doc("what it says")
    more: int = doc("how many more lines the page of its subject has")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView(View):
    """One sheet."""

    stamp: str = doc("a short mark of all that the sheet says: two sheets with the same mark say the same")
    parts: tuple[NoticePart, ...] = doc("what it says")
    about: Link = doc("the page of its subject")
    as_of: date = doc("the day that the content stands for")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesView(View):
    """The list of sheets."""

    policies: tuple[Link, ...] = doc("sheets of supports")
    plans: tuple[Link, ...] = doc("sheets of plans, the newest first")
    places: tuple[Link, ...] = doc("sheets of communes of today")


def lists(facts: Facts, lang: str, words: Words) -> Iterable[NoticesView]:
    """The one list."""
    by_kind = {kind: [view for of, view in _sheets(facts, lang, words) if of == kind] for kind in KINDS}
    links = {kind: tuple(replace(view.about, href=view.path) for view in views) for kind, views in by_kind.items()}
    yield NoticesView(
        lang=lang,
        path=URLS.section("notices"),
        title=words["notice.list_title"],
        description=words["notice.list_description"],
        section="supervision",
        crumbs=(section_link("supervision", words),),
        policies=links["support"],
        plans=links["plan"],
        places=links["place"],
    )


def views(facts: Facts, lang: str, words: Words) -> Iterable[NoticeView]:
    """One page a sheet."""
    return (view for _, view in _sheets(facts, lang, words))


KINDS = ("support", "plan", "place")


def _sheets(facts: Facts, lang: str, words: Words) -> Iterator[tuple[str, NoticeView]]:
    site = facts.site
    for policy in site.policies.values():
        found = {part.aspect: part for part in aspects_of(policy, [], site, lang, words)}
        parts = tuple(
            NoticePart(
                heading=words[f"policy.aspect.{aspect}"],
                lines=tuple(line.text for line in found[aspect].statements[:most]),
                more=max(0, len(found[aspect].statements) - most),
            )
            for aspect, most in ASKED.items()
            if found[aspect].statements
        )
        if parts:
            yield (
                "support",
                _sheet(
                    "support",
                    policy.id,
                    URLS.policy(policy.id),
                    localized(policy.name, lang),
                    parts,
                    facts,
                    lang,
                    words,
                ),
            )
    for plan in newest_first(site):
        title = plan_card(plan, site, lang, words).title
        yield (
            "plan",
            _sheet("plan", plan.id, URLS.plan(plan.id), title, _of_plan(plan, facts, lang, words), facts, lang, words),
        )
    for place in site.places.values():
        if place.level == "commune" and place.exists_on(site.config.as_of):
            parts = _of_place(place, facts, lang, words)
            sheet = _sheet("place", place.id, URLS.place(place.id), place.full_name, parts, facts, lang, words)
            printed = content_language(lang)
            yield "place", replace(sheet, title_lang=printed, about=replace(sheet.about, lang=printed))


def _sheet(
    kind: str, id: str, page: str, title: str, parts: tuple[NoticePart, ...], facts: Facts, lang: str, words: Words
) -> NoticeView:
    said = "\n".join((title, *(line for part in parts for line in (part.heading, *part.lines))))
    return NoticeView(
        lang=lang,
        path=URLS.notice(kind, id),
        title=title,
        description=words["notice.description"].format(title=title),
        section="supervision",
        crumbs=(
            section_link("supervision", words),
            Link(href=URLS.section("notices"), label=words["notice.list_title"]),
        ),
        stamp=sha256(said.encode()).hexdigest()[:6],
        parts=parts,
        about=Link(href=page, label=title),
        as_of=facts.site.config.as_of,
    )


def _of_plan(plan: Plan, facts: Facts, lang: str, words: Words) -> tuple[NoticePart, ...]:
    promises = plan.summary.get(lang, ())
    states = state_counts(facts.statuses[f"{plan.id}/{duty.id}"].state for duty in plan.commitments)
    owed = [localized(report.what, lang) for report in plan.reporting]
    parts = (
        NoticePart(heading=words["notice.promised"], lines=promises[:PROMISES], more=max(0, len(promises) - PROMISES)),
        NoticePart(
            heading=words["notice.found"],
            lines=tuple(f"{state.count}: {words[f'duty.finding.{state.state}']}" for state in states),
            more=0,
        ),
        NoticePart(heading=words["notice.owed"], lines=tuple(owed[:REPORTS]), more=max(0, len(owed) - REPORTS)),
    )
    return tuple(part for part in parts if part.lines)


def _of_place(place: Place, facts: Facts, lang: str, words: Words) -> tuple[NoticePart, ...]:
    """The plans that concern a commune, and what the law gives in the whole country."""
    site = facts.site
    plans = dict.fromkeys(cover.plan for cover in facts.covers_of.get(place.id, ()))
    asked = [policy for policy in site.policies.values() if is_national(policy, site)]
    parts = (
        NoticePart(
            heading=words["notice.plans"],
            lines=tuple(
                f"{site.plans[id].label}: {plan_card(site.plans[id], site, lang, words).title}" for id in plans
            ),
            more=0,
        ),
        NoticePart(
            heading=words["notice.supports"], lines=tuple(localized(policy.name, lang) for policy in asked), more=0
        ),
    )
    return tuple(part for part in parts if part.lines)


LIST = PageKind("notices", "notices.html", NoticesView, lists)
KIND = PageKind("notice", "notice.html", NoticeView, views)
