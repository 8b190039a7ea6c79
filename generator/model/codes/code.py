"""What a code is: one kind of mistake, said to authors in their language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.diagnostic import Severity
from generator.model.records import Text

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake: `says` what is so, what to `do` about it, and `why` it matters.

    `says` and `do` hold `{placeholders}` that a diagnostic's values fill; `why` holds none.
    """

    name: str
    severity: Severity
    says: Text
    do: Text
    why: Text
