"""What a reader may narrow a list of commitments by; a small script in the browser does the narrowing."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import get_args

from generator.derive.facts import Facts
from generator.derive.status import ReportDuty
from generator.derive.verifiability import NAMED, UNNAMED
from generator.site.urls import STATES
from generator.site.wording import content_language

from ..page import Words
from ..parts.duties import DutyLine
from ..parts.filters import Choice, Filter
from ..parts.naming import RECURRING, UNTIMED, agency_link, place_name

REPORT_DUTIES = get_args(ReportDuty)
UNDATED = (RECURRING, UNTIMED)


def filters_of(lines: Iterable[DutyLine], facts: Facts, lang: str, words: Words) -> tuple[Filter, ...]:
    """The ways to narrow these lines that would leave something out: a value that all lines share is no choice."""
    every = tuple(lines)

    def choices(values: Iterable[str], label: Callable[[str], str], lang: str = "") -> tuple[Choice, ...]:
        return tuple(Choice(value=value, label=label(value), lang=lang) for value in values)

    found = {
        "plan": choices(_seen(line.plan for line in every), lambda id: facts.site.plans[id].label),
        "agency": by_label(
            choices(_seen(id for line in every for id in line.agencies), lambda id: agency_link(id, facts, lang).label)
        ),
        "place": by_label(
            choices(
                _seen(id for line in every for id in line.places),
                lambda id: place_name(id, facts),
                content_language(lang),
            )
        ),
        "kind": choices(_seen(line.kind for line in every), lambda kind: words[f"duty.kind.{kind}"]),
        "year": choices(
            sorted(_seen(line.year for line in every)),
            lambda year: words[f"duty.year.{year}"] if year in UNDATED else year,
        ),
        "named": choices(
            (name for name in (*NAMED, "all", *UNNAMED, "none") if any(name in line.named for line in every)),
            lambda name: words[f"duty.named.{name}"],
        ),
        "report": choices(
            (duty for duty in REPORT_DUTIES if any(line.report == duty for line in every)),
            lambda duty: words[f"duty.report_duty.{duty}"],
        ),
        "state": choices(
            (state for state in STATES if any(line.state == state for line in every)),
            lambda state: words[f"duty.finding.{state}"],
        ),
    }
    return tuple(Filter(name=name, choices=options) for name, options in found.items() if len(options) > 1)


def by_label(options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Choices by their words, tone marks apart."""
    return tuple(sorted(options, key=lambda choice: (_bare(choice.label), choice.value)))


def _bare(label: str) -> str:
    letters = unicodedata.normalize("NFD", label.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _seen(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, in the order that it is first seen."""
    return tuple(dict.fromkeys(values))
