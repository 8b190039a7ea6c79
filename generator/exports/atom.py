"""Feeds of corrections: of all, and of those of each plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from generator.derive.facts import Facts
from generator.model.output import Output
from generator.model.records import Correction
from generator.site.urls import URLS, in_language

from .context import SiteContext, Words, contexts
from .recipes import TextRecipe


def outputs(facts: Facts, words: Mapping[str, Words]) -> Iterator[Output]:
    """Every feed in every language of the site."""
    languages, plans = facts.site.config.languages, facts.site.plans
    records = sorted(facts.site.corrections.values(), key=lambda record: (record.date, record.id), reverse=True)
    named = dict.fromkeys(record.plan for record in records if record.plan in plans)
    of_plans = [(id, plans[id].number or id) for id in named if id]
    for context in contexts(facts, words):
        for plan, name in [("", ""), *of_plans]:
            told = [record for record in records if plan in ("", record.plan)]
            path = URLS.feed(plan)
            yield Output(in_language(path, context.lang, languages), TextRecipe(), feed(context, path, name, told))


def feed(context: SiteContext, path: str, of: str, records: Sequence[Correction]) -> str:
    """A feed by RFC 4287. Where nothing was corrected it says so as of the day of the content."""
    config = context.facts.site.config
    title = ": ".join(filter(None, (context.words["correction.list_title"], of, context.localized(config.title))))
    updated = records[0].date if records else config.as_of
    entries = "".join(
        f"<entry>\n<id>{escape(context.at.correction(record.id))}</id>\n"
        f"<title>{escape(context.localized(record.after))}</title>\n<updated>{_instant(record.date)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{escape(context.at.correction(record.id))}"/>\n'
        f'<summary type="text">{escape(_summary(record, context))}</summary>\n</entry>\n'
        for record in records
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        f'xml:lang="{context.lang}">\n'
        f"<id>{escape(context.at.of(path))}</id>\n<title>{escape(title)}</title>\n"
        f"<updated>{_instant(updated)}</updated>\n"
        f"<author><name>{escape(context.localized(config.operator))}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(context.at.of(path))}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(context.at.section("corrections"))}"/>\n'
        f"{entries}</feed>\n"
    )


def _summary(record: Correction, context: SiteContext) -> str:
    said = (("before", record.before), ("after", record.after), ("why", record.why))
    return " ".join(f"{context.words[f'correction.{key}']}: {context.localized(text)}" for key, text in said)


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
