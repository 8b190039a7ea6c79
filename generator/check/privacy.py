"""A rule that keeps persons out: no count of a handful. Words that tell of a person are found as a file is read."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.diagnostic import Diagnostic, Phrase, Value
from generator.model.tables import Observation

from .known import Known

DRAFTER = re.compile(r"\b(?:Lưu|Phòng)\b.*?\(([^\W\d_]+)(?: \d{1,2}[a-z]?)?\)")
"""A mark of who drafted a text, in the lines of its recipients: `Lưu: VT (Hoa)`, `Phòng NC (Hoa 01b)`."""
FEWEST = 5
"""Households or persons that may be counted where fewer could be told by their neighbours."""
COUNTED = ("households", "persons")


def drafters(known: Known) -> Iterator[Diagnostic]:
    """No recipients of a plan name who drafted it."""
    for plan in known.plans:
        recipients = plan.provision("noi-nhan")
        for line in recipients.text.splitlines() if recipients else ():
            match = DRAFTER.search(line)
            if recipients and match and match[1][:1].isupper():
                values: dict[str, Value] = {"what": Phrase("private.drafter"), "value": match[0]}
                yield Diagnostic("private-data", recipients.at, values)


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
