"""Targets beside published results, for as many as can be compared; the others are told in words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.charts.beside import Row
from generator.charts.figure import Figure
from generator.derive.comparability import Pair, differences, pairs_of
from generator.derive.facts import Facts
from generator.site.formats import bound, number
from generator.site.urls import URLS

from ..page import Words
from ..parts.naming import place_name
from ..parts.tables import indicator_name, standard_name
from ..parts.wording import localized
from .sources import source_of

COLUMNS = ("plan", "target", "place", "indicator", "year", "unit", "standard", "aim", "published", "evidence")


def beside_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each plan and unit with a pair that can be compared."""
    site = facts.site
    pairs = [pair for pair in pairs_of(site) if not differences(pair.plan, pair.target, pair.shown, site)]
    for plan, unit in dict.fromkeys((one.plan.id, one.shown.unit) for one in pairs):
        yield _figure([one for one in pairs if (one.plan.id, one.shown.unit) == (plan, unit)], facts, lang, words)


def _figure(pairs: list[Pair], facts: Facts, lang: str, words: Words) -> Figure:
    first = pairs[0]
    plan, unit = first.plan, first.shown.unit
    key = "one" if len(pairs) == 1 else "several"
    told = [
        {
            "name": _name(one, facts, lang, words),
            "aim": bound(one.target.comparator, _quantity(one.target.value, unit, words), words),
            "shown": _quantity(one.shown.value, unit, words),
        }
        for one in pairs
    ]
    return Figure(
        id=f"{plan.id}-ben-canh-{unit.replace('_', '-')}",
        lang=lang,
        chart="beside",
        title=words[f"figure.beside.title.{key}"].format(count=len(pairs), plan=plan.number, **told[0]),
        about=words["figure.beside.about"].format(plan=plan.number),
        alt=words["figure.beside.alt"].format(
            points="; ".join(words["figure.beside.alt_point"].format(**one) for one in told)
        ),
        columns=tuple((name, words[f"figure.column.{name}"]) for name in ("what", "aim", "shown", "standard")),
        rows=tuple(_row(order, pair, said) for order, (pair, said) in enumerate(zip(pairs, told, strict=True))),
        table=tuple(
            (
                said["name"],
                one.target.value_printed,
                one.shown.value_printed,
                standard_name(one.shown.standard, facts, lang),
            )
            for one, said in zip(pairs, told, strict=True)
        ),
        notes=(
            words["figure.beside.note_marks"],
            words["figure.beside.note_verdict"],
            *dict.fromkeys(
                limits for one in pairs if (limits := localized(facts.site.evidence[one.evidence].limits, lang))
            ),
        ),
        sources=tuple(dict.fromkeys(source for one in pairs for source in _sources(one, facts, lang, words))),
        dataset=None,
        plan=plan.id,
        places=tuple(dict.fromkeys(one.shown.place for one in pairs)),
        numeric=("aim", "shown"),
        data=(COLUMNS, *(_cells(one) for one in pairs)),
        links=tuple(("", *(href for _, href in _sources(one, facts, lang, words))) for one in pairs),
    )


def _row(order: int, pair: Pair, said: dict[str, str]) -> Row:
    aim, shown = float(pair.target.value), float(pair.shown.value)
    return Row(order, said["name"], aim, said["aim"], shown, said["shown"])


def _cells(one: Pair) -> tuple[str, ...]:
    shown, target = one.shown, one.target
    place = (shown.place, shown.indicator, str(shown.year), shown.unit, shown.standard)
    return (one.plan.id, target.id, *place, target.value, shown.value, one.evidence)


def _name(one: Pair, facts: Facts, lang: str, words: Words) -> str:
    return words["figure.beside.name"].format(
        what=indicator_name(one.shown.indicator, facts, lang, brief=True),
        place=place_name(one.shown.place, facts),
        year=one.shown.year,
    )


def _quantity(value: str, unit: str, words: Words) -> str:
    return words[f"format.{unit}"].format(number=number(Decimal(value), words))


def _sources(one: Pair, facts: Facts, lang: str, words: Words) -> Iterator[tuple[str, str]]:
    yield source_of(f"{one.plan.id}#{one.target.provision}", facts.site, lang, words)
    evidence = facts.site.evidence[one.evidence]
    yield f"{evidence.publisher}: {localized(evidence.title, lang)}", URLS.evidence(one.evidence)
