"""Printed numbers that should count on: those of a table's rows, and those of a plan's provisions."""

import re
from collections.abc import Container, Iterable
from decimal import Decimal
from itertools import groupby

from generator.model.passages import first_line
from generator.model.plan import Plan, Provision
from generator.model.tables import Dataset, Observation

from .finding import Check, Finding

LETTERS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
"""Provisions are lettered by the Vietnamese alphabet or the Latin one; either may count on."""
ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")


def serial_order(dataset: Dataset) -> tuple[list[Finding], Check]:
    """Each printed serial number against the one that would follow the row above; the first against one.

    `computed` is the number that would follow. A table in another order than its numbers breaks twice: where it leaves
    them and where it comes back.
    """
    rows: dict[int, Observation] = {}
    for row in dataset.rows:
        if row.serial_printed.strip().isdecimal():
            rows.setdefault(row.order, row)
    found: list[Finding] = []
    before = "0"
    for _, row in sorted(rows.items()):
        printed, follows = int(row.serial_printed), int(before) + 1
        if printed != follows:
            found.append(
                Finding(
                    id=f"serial-order-{dataset.id}-{row.place}", rule="serial-order", plan=dataset.plan or "",
                    dataset=dataset.id, provision=row.source.partition("#")[2] or None, place=row.place,
                    place_name=row.place_name, year=None, indicator=None, printed=row.serial_printed,
                    computed=Decimal(follows), difference=Decimal(printed - follows), tolerance=Decimal(0),
                    terms=(before, row.serial_printed), line=row.source_line,
                )
            )  # fmt: skip
        before = row.serial_printed
    check = Check(rule="serial-order", plan=dataset.plan or "", dataset=dataset.id, tried=len(rows), found=len(found))
    return found, check


def numbering_gap(plan: Plan) -> tuple[list[Finding], Check]:
    """Each printed number of a provision against the one that would follow its elder sibling; the eldest against one.

    Siblings share a parent and a kind of number (1, I, a). `computed` is the place in the count that would follow; a
    number printed twice or in another order breaks the count too. A numeral that is noted as odd counts as what its id
    says: its print has been told already.
    """
    found: list[Finding] = []
    tried = 0
    odd = {note.provision for note in plan.structure if note.kind == "odd_mark"}
    for siblings in _families(plan.provisions, odd):
        kind = _kind([_last(sibling) for sibling in siblings])
        counts = [_counts(_last(sibling), kind) for sibling in siblings]
        tried += len(siblings)
        for place, sibling in enumerate(siblings):
            before = counts[place - 1] if place else (0,)
            if not any(now == then + 1 for now in counts[place] for then in before):
                found.append(
                    _gap(plan, sibling, siblings[place - 1] if place else None, counts[place][0], before[0] + 1)
                )
    return found, Check(rule="numbering-gap", plan=plan.id, dataset=None, tried=tried, found=len(found))


def _families(provisions: Iterable[Provision], odd: Container[str]) -> list[list[Provision]]:
    """Numbered provisions by parent, and by whether a figure or a letter numbers them, in printed order."""
    numbered = [
        provision
        for provision in provisions
        if (provision.number_printed or provision.id in odd)
        and (_last(provision).isdecimal() or _last(provision).isalpha())
    ]
    families = groupby(sorted(numbered, key=_family), key=_family)
    return [sorted(family, key=lambda provision: provision.order) for _, family in families]


def _family(provision: Provision) -> tuple[str, str, bool]:
    return provision.id.rpartition(".")[0], provision.parent or "", _last(provision).isdecimal()


def _last(provision: Provision) -> str:
    return provision.id.rpartition(".")[2]


def _kind(numbers: list[str]) -> str:
    """Which count a family follows: `C` and `D` are letters after `A`, and Roman after `I`."""
    if all(number.isdecimal() for number in numbers):
        return "figure"
    return "roman" if all(_roman(number) for number in numbers) and numbers[0] not in ("C", "D") else "letter"


def _counts(number: str, kind: str) -> tuple[int, ...]:
    """The place of a number in its count; a letter has one in each alphabet that holds it."""
    if kind == "figure":
        return (int(number),)
    if kind == "roman":
        return (_roman(number),)
    return tuple(letters.index(number.lower()) + 1 for letters in LETTERS if number.lower() in letters) or (0,)


def _roman(number: str) -> int:
    """The value of a Roman number up to XXXIX; 0 of anything else."""
    match = ROMAN.fullmatch(number)
    if not match or not number:
        return 0
    digits = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
    return 10 * len(match[1]) + digits[match[2]]


def _gap(plan: Plan, provision: Provision, elder: Provision | None, printed: int, follows: int) -> Finding:
    terms = tuple(sibling.number_printed or "" for sibling in (elder, provision) if sibling)
    return Finding(
        id=f"numbering-gap-{plan.id}-{provision.id}", rule="numbering-gap", plan=plan.id, dataset=None,
        provision=provision.id, place=None, place_name="", year=None, indicator=None,
        printed=provision.number_printed or "", computed=Decimal(follows), difference=Decimal(printed - follows),
        tolerance=Decimal(0), terms=terms, line=first_line(provision),
    )  # fmt: skip
