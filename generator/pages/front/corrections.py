"""Corrections: what the portal said wrongly, what it says now, why, and on which pages."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.facts import Facts
from generator.model.records import Correction
from generator.site.urls import URLS, in_language
from generator.site.wording import localized

from ..page import Alternate, Link, PageKind, View, Words, doc
from ..parts.corrected import newest_first
from ..parts.links import plan_link


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A correction."""

    anchor: str = doc("its anchor")
    date: datetime.date = doc("the day on which it was made")
    before: str = doc("what the portal said")
    after: str = doc("what it says now")
    why: str = doc("why")
    plan: Link | None = doc("the plan that it is about, where it is of one")
    pages: tuple[Link, ...] = doc("the pages that it changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView(View):
    """The list of corrections."""

    corrections: tuple[CorrectionLine, ...] = doc("all corrections, the newest first")
    feeds: tuple[Link, ...] = doc("feeds: of all corrections, and of those of each plan")


def views(facts: Facts, lang: str, words: Words) -> Iterable[CorrectionsView]:
    """The one list."""
    languages, plans = facts.site.config.languages, facts.site.plans
    feed = in_language(URLS.feed(), lang, languages)
    named = dict.fromkeys(record.plan for record in newest_first(facts) if record.plan in plans)
    yield CorrectionsView(
        lang=lang,
        path=URLS.section("corrections"),
        title=words["correction.list_title"],
        description=words["correction.list_description"],
        section="corrections",
        alternates=(Alternate(type="application/atom+xml", path=feed, title=words["correction.list_title"]),),
        corrections=tuple(_line(record, facts, lang) for record in newest_first(facts)),
        feeds=(
            Link(href=URLS.feed(), label=words["correction.feed"]),
            *(
                Link(href=URLS.feed(id), label=plans[id].number or localized(plans[id].title, lang))
                for id in named
                if id
            ),
        ),
    )


def _line(record: Correction, facts: Facts, lang: str) -> CorrectionLine:
    plan = facts.site.plans.get(record.plan or "")
    return CorrectionLine(
        anchor=record.id,
        date=record.date,
        before=localized(record.before, lang),
        after=localized(record.after, lang),
        why=localized(record.why, lang),
        plan=plan_link(plan) if plan else None,
        pages=tuple(Link(href=page, label=f"/{page}") for page in record.pages),
    )


KIND = PageKind("corrections", "corrections.html", CorrectionsView, views)
