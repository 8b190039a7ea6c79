"""What bodies answered, by the pages that it is about."""

from collections.abc import Mapping

from generator.derive.facts import Facts
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import ReplyLine
from .naming import agency_link


def replies(facts: Facts, lang: str) -> Mapping[str, tuple[ReplyLine, ...]]:
    """The replies that a plan, a commitment or an agency has, by the path of its page, the newest first."""
    found: dict[str, tuple[ReplyLine, ...]] = {}
    for record in sorted(facts.site.replies.values(), key=lambda reply: (reply.date, reply.id), reverse=True):
        line = ReplyLine(
            agency=agency_link(record.agency, facts, lang),
            date=record.date,
            quote=record.quote,
            where=record.where,
            note=localized(record.note, lang),
        )
        for about in record.about:
            plan, _, commitment = about.partition("/")
            page = URLS.commitment(plan, commitment) if commitment else URLS.plan(plan)
            found[page] = (*found.get(page, ()), line)
        found[URLS.agency(record.agency)] = (*found.get(URLS.agency(record.agency), ()), line)
    return found
