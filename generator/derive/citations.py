"""Who cites which document where, and where plans disagree about it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.duties import Citation
from generator.model.grouping import grouped
from generator.model.records import Document
from generator.model.site import Site

_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*(\d{4})(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*(?:/|-|\.|năm)\s*(\d{4})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_NUMBER = re.compile(r"(?<![\w/–-])\d+[a-zđ]?(?:\s*[/–-]\s*[\dA-ZĐ]+)+(?![\w/–-])", re.IGNORECASE)

Parts = tuple[str, ...]
"""A printed date or number taken apart, so that spellings of one are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a plan names a document, as printed there."""

    document: str
    plan: str
    provision: str
    printed: str
    printed_date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Printed dates or numbers of one document that disagree, with every place; nothing is decided."""

    document: str
    about: Literal["date", "number"]
    mentions: tuple[Mention, ...]
    values: tuple[str, ...]  # as printed, each once, in the order of first mention; the record's own number last


def mentions_of(site: Site) -> Mapping[str, tuple[Mention, ...]]:
    """For each document the places that name it, by plan, in the order of its citations."""
    mentions = (mention_of(plan.id, citation) for plan in site.plans.values() for citation in plan.citations)
    return grouped(((mention.document, mention) for mention in mentions), site.documents)


def mention_of(plan: str, citation: Citation) -> Mention:
    """A plan's citation as one of the document's mentions."""
    return Mention(
        document=citation.document,
        plan=plan,
        provision=citation.provision,
        printed=citation.printed,
        printed_date=citation.printed_date,
    )


def conflicts_of(site: Site, mentions: Mapping[str, tuple[Mention, ...]]) -> Mapping[str, tuple[Conflict, ...]]:
    """For each document where its mentions disagree about its date or its number.

    A date is held against the other printed dates only; a number also against the record's own, as one slip is often
    the only mention. What says less (`năm 2017`, a number without its year) disagrees with nothing that it fits.
    """
    return {
        id: tuple(filter(None, (_dates(id, places), _numbers(site.documents.get(id), places))))
        for id, places in mentions.items()
    }


def date_of(printed: str) -> Parts:
    """A printed date as year, month and day, as far as it says them: `6 tháng 01 năm 2017` and `06/1/2017` are one."""
    if found := _DAY.search(printed):
        return tuple(str(int(part)) for part in (found[3], found[2], found[1]))
    if found := _MONTH.search(printed):
        return tuple(str(int(part)) for part in (found[2], found[1]))
    return (found[1],) if (found := _YEAR.search(printed)) else ()


def numbers_in(printed: str) -> tuple[str, ...]:
    """The numbers of documents as printed among other words (`46 - NQ/TU`); years and dates are none."""
    return tuple(
        match[0] for match in _NUMBER.finditer(printed) if any(part.isalpha() for part in _number_parts(match[0]))
    )


def _number_parts(printed: str) -> Parts:
    return tuple(part.strip().upper() for part in re.split("[/–-]", printed))


def _dates(document: str, mentions: Iterable[Mention]) -> Conflict | None:
    told = [
        (mention, mention.printed_date, date_of(mention.printed_date)) for mention in mentions if mention.printed_date
    ]
    return _conflict(document, "date", told, (), _same_date)


def _numbers(document: Document | None, mentions: Iterable[Mention]) -> Conflict | None:
    if document is None or not document.number:
        return None
    own = (document.number, _number_parts(document.number))
    told = [
        (mention, number, _number_parts(number))
        for mention in mentions
        if (number := _number_of(mention.printed, own[1]))
    ]
    return _conflict(document.id, "number", told, (own,), _same_number)


def _number_of(printed: str, own: Parts) -> str:
    """The number that a mention gives the document: the record's own where it stands there, among others perhaps."""
    numbers = numbers_in(printed)
    return next((number for number in numbers if _same_number(_number_parts(number), own)), "".join(numbers[:1]))


def _conflict(
    document: str,
    about: Literal["date", "number"],
    told: list[tuple[Mention, str, Parts]],
    own: tuple[tuple[str, Parts], ...],
    same: Callable[[Parts, Parts], bool],
) -> Conflict | None:
    """The conflict that there is if any two of the values are not the same."""
    first: dict[Parts, str] = {}
    for value, parts in (*((value, parts) for _, value, parts in told), *own):
        if parts:
            first.setdefault(parts, value)
    apart = [parts for parts in first if any(not same(parts, other) for other in first)]
    if not apart:
        return None
    places = tuple(mention for mention, _, parts in told if parts in apart)
    return Conflict(document=document, about=about, mentions=places, values=tuple(first[parts] for parts in apart))


def _same_date(parts: Parts, other: Parts) -> bool:
    return all(part == its for part, its in zip(parts, other, strict=False))


def _same_number(parts: Parts, other: Parts) -> bool:
    return parts == other or _without_year(parts) == other or parts == _without_year(other)


def _without_year(parts: Parts) -> Parts:
    return tuple(part for place, part in enumerate(parts) if place == 0 or not re.fullmatch(r"\d{4}", part))
