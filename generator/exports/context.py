"""How the site's values are said in one language, for the files that people take along."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.facts import Facts
from generator.derive.status import Publication, State, Status
from generator.derive.validity import has_ended, last_read
from generator.model.duties import Commitment, Deadline, Entitlement, Statement
from generator.model.plan import PARTS
from generator.model.records import Text
from generator.model.site import Site
from generator.site import formats
from generator.site.urls import Urls, in_language
from generator.site.wording import localized

Words = Mapping[str, str]
"""The interface's words of one language, by dotted key."""
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The site in one language: `words` are those of the interface, `at` the addresses of the pages in it."""

    facts: Facts
    lang: str
    words: Words
    at: Urls

    def localized(self, text: Text | None) -> str:
        """Words of ours; in the first language that they have where this one is missing; nothing for None."""
        return localized(text, self.lang)

    def word(self, key: str, **values: object) -> str:
        """The interface's words of a key under `list.`, its `{places}` filled."""
        return self.words[f"list.{key}"].format(**values)

    def day(self, day: date) -> str:
        """`2019-04-19` as `19/4/2019` or `19 April 2019`."""
        return formats.day(day, self.words)

    def standing(self, statement: Statement) -> str:
        """What is known of the end of a statement on a policy, and what was not looked up or not found of it."""
        return standing_of(statement, self.facts.site, self.words, self.day)

    def agencies(self, ids: Iterable[str]) -> str:
        """The names of agencies; that the text names nobody where there are none."""
        known = self.facts.site.agencies
        return BETWEEN.join(self.localized(known[id].name) if id in known else id for id in ids) or self.word(
            "not_stated"
        )

    def fates(self, ids: Iterable[str]) -> tuple[str, ...]:
        """What became of agencies, a line each that something is recorded of; as pages say it."""
        known = [self.facts.site.agencies[id] for id in dict.fromkeys(ids) if id in self.facts.site.agencies]
        said = ((self.localized(agency.name), brief_fate(self.localized(agency.fate))) for agency in known)
        return tuple(self.word("calendar.fate", name=name, fate=fate) for name, fate in said if fate)

    def actors(self, commitment: Commitment) -> str:
        """Who is to do it, with a word where the very words do not name it: that it is inferred, or by the heading."""
        said = self.agencies(commitment.actors)
        marked = commitment.actors and commitment.actor_source in ("implied", "heading")
        return f"{said} ({self.duty(f'actor_mark.{commitment.actor_source}')})" if marked else said

    def plan(self, id: str) -> str:
        """A plan by its number."""
        plan = self.facts.site.plans.get(id)
        return plan.label if plan else id

    def provision(self, id: str) -> str:
        """What to call a provision: `Mục II.1`, `Mở đầu`."""
        return provision_label(id, self.words)

    def place(self, id: str | None) -> str:
        """A place by its type and name."""
        place = self.facts.site.places.get(id or "")
        return place.full_name if place else id or ""

    def deadline(self, deadline: Deadline | None) -> str:
        """When something is due, as printed; that the text names no time where it names none."""
        return deadline.printed if deadline else self.word("not_stated")

    def day_of_year(self, deadline: Deadline | None) -> str:
        """The day of each year on which something is due; nothing where there is none."""
        if deadline is None or deadline.month_day is None:
            return ""
        month, day = (int(part) for part in deadline.month_day.split("-"))
        return self.word("day_of_year", day=day, month=formats.month_name(month, self.words))

    def duty(self, key: str, **values: object) -> str:
        """The words for duties that pages and files share, of a key under `duty.`."""
        return self.words[f"duty.{key}"].format(**values)

    def finding(self, state: State) -> str:
        """What was found of a commitment, with the day as of which that holds where nothing was."""
        said = self.words[f"duty.finding.{state}"]
        if state not in ("due_not_found", "not_found"):
            return said
        return self.word("not_found", state=said, date=self.day(self.facts.site.config.as_of))

    def publication(self, state: Publication) -> str:
        """What is known of a report; where none was found, with the day as of which that holds."""
        said, date = self.words[f"duty.publication.{state}"], self.day(self.facts.site.config.as_of)
        if state == "due_not_found" and "{as_of}" not in said:
            return self.word("not_found", state=said, date=date)
        return said.format(as_of=date)

    def searches(self, status: Status) -> str:
        """When and where a result was looked for, and what came of it."""
        searches = (self.facts.site.searches[id] for id in status.searches)
        return BETWEEN.join(
            f"{self.day(search.date)}: {', '.join(search.where)} ({self.word(f'outcome.{search.outcome}')})"
            for search in searches
        )


def contexts(facts: Facts, words: Mapping[str, Words]) -> tuple[SiteContext, ...]:
    """One for each language of the site, that of the root first. `words` are those of each language."""
    config = facts.site.config
    at = Urls(config.base_url)
    return tuple(
        SiteContext(facts, lang, words[lang], Urls(at.of(in_language("", lang, config.languages))))
        for lang in config.languages
    )


def provision_label(id: str, words: Words) -> str:
    """What to call a provision: its number (`Mục II.1`), or our name for a part that prints none (`Phụ lục, 1`)."""
    first, _, rest = id.partition(".")
    if first not in PARTS:
        return words["plan.provision"].format(id=id)
    name = words[f"plan.part.{first}"]
    return f"{name}, {rest}" if rest else name


def brief_fate(fate: str) -> str:
    """The first sentence of what became of an agency, without its full stop; nothing where nothing is recorded."""
    return fate.split(". ")[0].rstrip(".")


def standing_of(statement: Statement, site: Site, words: Words, day: Callable[[date], str]) -> str:
    """In words, that a statement has ended or will, was not looked up again, or rests on no article; else nothing.

    `day` says a day in the language of the words.
    """
    said = _end_of(statement, site.config.as_of, words, day)
    return "; ".join(filter(None, (said, untraced(statement, site, words, day))))


def untraced(statement: Statement | Entitlement, site: Site, words: Words, day: Callable[[date], str]) -> str:
    """In words, that no article was found for something, and when its source was read; empty where one was."""
    read = last_read(statement.references, site)
    return "" if statement.traced or read is None else words["law.untraced"].format(date=day(read))


def _end_of(statement: Statement, as_of: date, words: Words, day: Callable[[date], str]) -> str:
    if statement.valid_to is not None:
        said = words["policy.ended_on" if statement.valid_to < as_of else "policy.ends_on"].format(
            date=day(statement.valid_to)
        )
    elif has_ended(statement, as_of):
        said = words["policy.ended_in"].format(year=statement.ended_in)
    else:
        return "" if statement.changes_checked else words["policy.changes_unchecked"]
    return said if statement.end_verified else words["policy.end_unverified"].format(said=said)
