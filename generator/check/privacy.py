"""Rules that keep persons out: no identity number, telephone number or date of birth, and no count of a handful."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial

from generator.model.diagnostic import Diagnostic, Phrase, Span, Value
from generator.model.site import Site
from generator.model.tables import Observation

from .known import Known
from .words import every, records, source_of

# Digits inside a word, an address, a document's number or a digest belong to that, not to a person.
_ALONE = r"(?<![\w./+-])"
PATTERNS = (
    # Identity numbers have twelve digits and begin with a zero; the older nine digits are known by the word before.
    ("identity", re.compile(rf"{_ALONE}0\d{{11}}(?![\w/-])")),
    (
        "identity",
        re.compile(
            r"\b(?:CMND|CMT|CCCD|GCMND|chứng minh nhân dân|căn cước(?: công dân)?|định danh cá nhân|identity card)"
            r"\b\D{0,12}\d{9}(?:\d{3})?(?!\d)",
            re.IGNORECASE,
        ),
    ),
    ("telephone", re.compile(r"(?<![\w.,/+-])(?:\+84[ .-]?|0)\d{2,3}[ .-]?\d{3,4}[ .-]?\d{3,4}(?![\w/-])(?![.,]\d)")),
    (
        "birth",
        re.compile(
            r"(?:(?<!học )(?<!\w)sinh ngày|ngày sinh|ngày, tháng, năm sinh|date of birth|born on)"
            r"\W{0,3}\d{1,2}\D{1,10}\d{1,4}(?:\D{1,5}\d{2,4})?",
            re.IGNORECASE,
        ),
    ),
)

DRAFTER = re.compile(r"\b(?:Lưu|Phòng)\b.*?\(([^\W\d_]+)(?: \d{1,2}[a-z]?)?\)")
"""A mark of who drafted a text, in the lines of its recipients: `Lưu: VT (Hoa)`, `Phòng NC (Hoa 01b)`."""
FEWEST = 5
"""Households or persons that may be counted where fewer could be told by their neighbours."""
COUNTED = ("households", "persons")


def persons(known: Known) -> Iterator[Diagnostic]:
    """No words that are published tell who a private person is."""
    yield from _told(_published(known.site))


def persons_in_texts(known: Known) -> Iterator[Diagnostic]:
    """Nor do the words of a plan's text."""
    yield from _told(
        (partial(getattr, provision, "at"), provision.text) for plan in known.plans for provision in plan.provisions
    )
    for plan in known.plans:
        recipients = plan.provision("noi-nhan")
        for line in recipients.text.splitlines() if recipients else ():
            match = DRAFTER.search(line)
            if recipients and match and match[1][:1].isupper():
                values: dict[str, Value] = {"what": Phrase("private.drafter"), "value": match[0]}
                yield Diagnostic("private-data", recipients.at, values)


def _told(published: Iterable[tuple[Callable[[], Span], str]]) -> Iterator[Diagnostic]:
    for at, words in published:
        for what, pattern in PATTERNS:
            match = pattern.search(words)
            if match:
                yield Diagnostic("private-data", at(), {"what": Phrase(f"private.{what}"), "value": match.group()})
                break


def small_counts(known: Known) -> Iterator[Diagnostic]:
    """A count under FEWEST is withheld below the commune, and where households are parted by ethnicity, sex or cause.

    What a plan itself prints for a commune or above stands.
    """
    for dataset in known.site.datasets.values():
        for row in dataset.rows:
            place = known.site.places.get(row.place)
            village = place is not None and place.level == "village"
            broken_down = bool(row.item) and row.source.partition("#")[0] not in known.site.plans
            if row.unit in COUNTED and (village or broken_down) and _is_small(row):
                why = "village" if village else "breakdown"
                value = row.value_printed or str(row.value)
                values: dict[str, Value] = {"value": value, "fewest": str(FEWEST), "why": Phrase(f"small.{why}")}
                yield Diagnostic("small-count", dataset.source_of.at(f"rows.{row.line}.value_printed"), values)


def _is_small(row: Observation) -> bool:
    """Whether a row tells a count under FEWEST, also where only its printed form is left."""
    printed = row.value_printed.strip()
    told = row.value if row.value is not None else Decimal(printed) if printed.isdecimal() else None
    return told is not None and told < FEWEST


def _published(site: Site) -> Iterator[tuple[Callable[[], Span], str]]:
    """All words of a site, with what gives their places; numbers of tables apart."""
    for record in records(site):
        source = source_of(record)
        for name, words in every(record):
            yield partial(source.at, name), words
    for dataset in site.datasets.values():
        for row in dataset.rows:
            for column in ("place_name", "note", "item"):
                words = getattr(row, column)
                if words:
                    yield partial(dataset.source_of.at, f"rows.{row.line}.{column}"), words
