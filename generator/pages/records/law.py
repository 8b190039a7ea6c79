"""Law as pages tell it: statements with their articles, acts with their days, and where both were read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generator.derive.facts import Facts
from generator.derive.validity import acts_of, has_ended, is_in_force, replaced_by
from generator.exports.context import standing_of
from generator.model.duties import Aspect, Policy, Statement
from generator.model.law import Act, LegalBasis
from generator.model.records import Reference
from generator.model.site import Site
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Link, Words, doc

PARTS = ("article", "clause", "point")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Where statements were read."""

    number: int = doc("its number on the page, and its anchor with `nguon-` before it")
    label: str = doc("who published it, and under which title")
    addresses: tuple[str, ...] = doc("where it can be opened; none where it is not on the web")
    kind: str = doc("text of the law, copy, explanation or press, in words; empty where that is not recorded")
    retrieved: str = doc("how and when it was read, in Vietnamese")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement that is published."""

    text: str = doc("the statement")
    law: tuple[Link, ...] = doc("the acts that it rests on, each with its articles as its note")
    sources: tuple[int, ...] = doc("the numbers of the sources that it was read in")
    standing: str = doc("that it has ended, was not looked up again or rests on no article; empty where it stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectPart:
    """What is known of one question that a citizen asks."""

    aspect: Aspect = doc("answer, eligible, support, papers, ask, steps, refused, public or legal")
    statements: tuple[StatementLine, ...] = doc("the published statements that have not ended")
    ended: tuple[StatementLine, ...] = doc("the published statements that have ended, which are no support of today")
    unverified: int = doc("how many statements are not sure enough; what they say is not published")
    withheld: tuple[str, ...] = doc("whom these are about")
    hints: tuple[str, ...] = doc("where one may try to ask, not verified; only for `ask`")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """A legal act."""

    id: str = doc("its id, and its anchor in the list of all")
    href: str = doc("its entry in the list of all")
    sign: str = doc("its number as it is cited; empty where that was not read")
    name: str = doc("what it is on")
    issuer: str = doc("who issued it, and on which day where that was read")
    standing: str = doc("since when it is in force, and until when where an end is known")
    in_force: bool = doc("whether it is in force on the day that the content stands for")
    replaces: tuple[Link, ...] = doc("the acts that it took the place of")
    replaced_by: tuple[Link, ...] = doc("the acts that took its place")
    amends: tuple[Link, ...] = doc("the acts that it changes in part")
    note: str = doc("what is not known of it; empty where there is nothing to say")
    sources: tuple[SourceLine, ...] = doc("where it was read, of which kind and on which day")


def aspects_of(policy: Policy, known: list[str], site: Site, lang: str, words: Words) -> tuple[AspectPart, ...]:
    """What is published of each question, in the order of asking; of the rest, only whom it is about."""
    return tuple(_part(aspect, policy.statements, known, site, lang, words) for aspect in get_args(Aspect))


def _part(
    aspect: Aspect, statements: tuple[Statement, ...], known: list[str], site: Site, lang: str, words: Words
) -> AspectPart:
    as_of = site.config.as_of
    own = [statement for statement in statements if statement.aspect == aspect]
    unsure = [statement for statement in own if statement.confidence != "high"]
    told_ = [statement for statement in own if statement.confidence == "high"]

    def line(statement: Statement) -> StatementLine:
        return StatementLine(
            text=localized(statement.text, lang),
            law=act_links(statement.law, site, lang, words),
            sources=tuple(known.index(id) + 1 for id in statement.references if id in known),
            standing=standing_of(statement, site, words, lambda date: day(date, words)),
        )

    return AspectPart(
        aspect=aspect,
        statements=tuple(line(statement) for statement in told_ if not has_ended(statement, as_of)),
        ended=tuple(line(statement) for statement in told_ if has_ended(statement, as_of)),
        unverified=len(unsure),
        withheld=tuple(dict.fromkeys(localized(statement.group, lang) for statement in unsure if statement.group)),
        # Whom to ask claims nothing of the law, and a citizen with an unverified hint is better off than with none.
        hints=tuple(localized(statement.text, lang) for statement in unsure) if aspect == "ask" else (),
    )


def act_links(
    law: Iterable[LegalBasis], site: Site, lang: str, words: Words, *, dated: bool = False
) -> tuple[Link, ...]:
    """The acts that something rests on, each once, with its articles as its note; where `dated`, its days too."""
    articles: dict[str, list[str]] = {}
    for basis in law:
        articles.setdefault(basis.act, []).append(_article(basis, words))
    if dated:
        for id in articles.keys() & site.acts.keys():
            articles[id].append(_standing(site.acts[id], True, words))
    return tuple(
        Link(href=URLS.act(id), label=name_of(site.acts[id], lang) if id in site.acts else id, note="; ".join(named))
        for id, named in articles.items()
    )


def _article(basis: LegalBasis, words: Words) -> str:
    if basis.article is None:
        return words["law.no_article"]
    numbers = zip(PARTS, basis.article.split("."), strict=False)
    return words["law.within"].join(words[f"law.{part}"].format(number=number) for part, number in numbers)


def name_of(act: Act, lang: str) -> str:
    """An act by its number, or by its name where the number was not read."""
    return act.sign or localized(act.name, lang)


def sources_of(ids: Iterable[str], site: Site, words: Words) -> tuple[SourceLine, ...]:
    """References as numbered lines: one that was read in several places names them apart by semicolons."""
    known = (site.references[id] for id in ids if id in site.references)
    return tuple(_source(number, reference, words) for number, reference in enumerate(known, start=1))


def _source(number: int, reference: Reference, words: Words) -> SourceLine:
    places = [part.strip() for part in reference.where.split(" ; ")]
    return SourceLine(
        number=number,
        label=f"{reference.publisher}: {reference.title}",
        addresses=tuple(place for place in places if "://" in place),
        kind=words[f"law.kind.{reference.kind}"] if reference.kind else "",
        retrieved=words["law.read_on"].format(date=day(reference.read_on, words))
        if reference.read_on
        else reference.retrieved,
    )


def policy_acts(policy: Policy, facts: Facts, lang: str, words: Words) -> tuple[ActLine, ...]:
    """The acts behind a policy, those in force first."""
    return tuple(act_line(act, facts.site, lang, words) for act in acts_of(policy, facts.site))


def act_line(act: Act, site: Site, lang: str, words: Words) -> ActLine:
    """An act with its days, what it took the place of and what took its place."""
    in_force = is_in_force(act, site.config.as_of)

    def links(ids: Iterable[str]) -> tuple[Link, ...]:
        known = (site.acts[id] for id in ids if id in site.acts)
        return tuple(Link(href=URLS.act(other.id), label=name_of(other, lang)) for other in known)

    return ActLine(
        id=act.id,
        href=URLS.act(act.id),
        sign=act.sign,
        name=localized(act.name, lang),
        issuer=", ".join((localized(act.issuer, lang), *([day(act.date, words)] if act.date else (str(act.year),)))),
        standing=_standing(act, in_force, words),
        in_force=in_force,
        replaces=links(act.replaces),
        replaced_by=links(later.id for later in replaced_by(act, site)),
        amends=links(act.amends),
        note=localized(act.note, lang),
        sources=sources_of(act.references, site, words),
    )


def _standing(act: Act, in_force: bool, words: Words) -> str:
    start = day(act.in_force_from, words) if act.in_force_from else ""
    end = day(act.in_force_to, words) if act.in_force_to else ""
    if in_force or not end:
        said = [words["law.since"].format(date=start) if start else words["law.since_unknown"]]
        return ", ".join((*said, *([words["law.until"].format(date=end)] if end else ())))
    return words["law.ended"].format(date=end)
