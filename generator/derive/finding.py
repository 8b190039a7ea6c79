"""What an audit says: a disagreement of printed arithmetic with itself, and how often one was looked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Rule = Literal[
    "rate-against-counts",
    "total-against-rows",
    "serial-order",
    "numbering-gap",
    "target-against-table",
    "leavers-against-fall",
    "poor-and-near-poor",
    "sum-against-total",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One disagreement. `printed` is as printed; `computed`, `difference` and `tolerance` are exact where they end
    within six decimals, else rounded there (the verdict never is). `difference` is printed minus computed.

    `terms` are the printed strings that `computed` is made of, in order, for the reader to follow. `id` is stable:
    rule, dataset or plan, what it is about, indicator and year joined by hyphens. `line` is of the plan's source.txt.
    `plan` is empty where the dataset is of no plan. `unit` is that of `computed`. `target` is the target held against a
    table. `rounding` says that the rounding of projected counts to whole units could explain it. `standards` are those
    of the numbers compared, each once: two where a target's own words reach back across a change of standard.
    `years` are those of the terms, where they are of several; `agrees_from` is another year from which it would agree.
    """

    id: str
    rule: Rule
    plan: str
    dataset: str | None
    provision: str | None
    place: str | None
    place_name: str
    year: int | None
    indicator: str | None
    printed: str
    computed: Decimal | None
    difference: Decimal | None
    tolerance: Decimal | None
    terms: tuple[str, ...] = ()
    line: int | None = None
    unit: str = ""
    target: str | None = None
    rounding: bool = False
    standards: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    agrees_from: int | None = None

    @property
    def weight(self) -> int:
        """How much it matters to who reads the numbers: 1 most, as for contradictions between sources."""
        return WEIGHTS[self.rule] + (1 if self.rounding else 0)


WEIGHTS: dict[Rule, int] = {
    "leavers-against-fall": 1,
    "target-against-table": 1,
    "poor-and-near-poor": 1,
    "total-against-rows": 2,
    "sum-against-total": 2,
    "rate-against-counts": 2,
    "numbering-gap": 3,
    "serial-order": 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How many times a rule was tried on a dataset or plan, and how many times it found a disagreement.

    `rounded` are the disagreements that are no findings, since rounding of projected counts explains them; `exceeds`
    counts the places where the table holds more than the target asks: that is no contradiction.
    """

    rule: Rule
    plan: str
    dataset: str | None
    tried: int
    found: int
    rounded: tuple[Finding, ...] = ()
    exceeds: int = 0

    @property
    def explained(self) -> int:
        """How many disagreements rounding explains."""
        return len(self.rounded)


def unexplained(findings: Iterable[Finding]) -> int:
    """How many findings no rounding explains."""
    return sum(not finding.rounding for finding in findings)
