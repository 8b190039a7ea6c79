"""Targets beside published results, for as many as can be compared; the others are told in words elsewhere."""

from collections.abc import Iterator

from generator.charts.beside import Row
from generator.charts.figure import Figure
from generator.derive.comparability import Pair, differences, pairs_of
from generator.derive.facts import Facts
from generator.site.formats import bound, quantity
from generator.site.urls import URLS
from generator.site.wording import localized

from ..page import Words
from ..parts.naming import named
from ..parts.tables import indicator_name, standard_name
from .sources import source_of

COLUMNS = ("plan", "target", "place", "indicator", "year", "unit", "standard", "aim", "published", "evidence")


def beside_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each plan and unit with a pair that can be compared."""
    site = facts.site
    pairs = [pair for pair in pairs_of(site) if not differences(pair.plan, pair.target, pair.shown, site)]
    for plan, unit in dict.fromkeys((pair.plan.id, pair.shown.unit) for pair in pairs):
        yield _figure([pair for pair in pairs if (pair.plan.id, pair.shown.unit) == (plan, unit)], facts, lang, words)


def _figure(pairs: list[Pair], facts: Facts, lang: str, words: Words) -> Figure:
    first = pairs[0]
    plan, unit = first.plan, first.shown.unit
    key = "one" if len(pairs) == 1 else "several"
    told = [
        {
            "name": _name(pair, facts, lang, words),
            "aim": bound(pair.target.comparator, quantity(pair.target.value, unit, words), words),
            "shown": quantity(pair.shown.value, unit, words),
        }
        for pair in pairs
    ]
    return Figure(
        id=f"{plan.id}-ben-canh-{unit.replace('_', '-')}",
        lang=lang,
        chart="beside",
        title=words[f"figure.beside.title.{key}"].format(count=len(pairs), plan=plan.label, **told[0]),
        about=words["figure.beside.about"].format(plan=plan.label),
        alt=words["figure.beside.alt"].format(
            points="; ".join(words["figure.beside.alt_point"].format(**texts) for texts in told)
        ),
        columns=tuple((name, words[f"figure.column.{name}"]) for name in ("what", "aim", "shown", "standard")),
        rows=tuple(_row(order, pair, said) for order, (pair, said) in enumerate(zip(pairs, told, strict=True))),
        table=tuple(
            (
                said["name"],
                pair.target.value_printed,
                pair.shown.value_printed,
                standard_name(pair.shown.standard, facts, lang),
            )
            for pair, said in zip(pairs, told, strict=True)
        ),
        notes=(
            words["figure.beside.note_marks"],
            words["figure.beside.note_verdict"],
            *dict.fromkeys(
                limits for pair in pairs if (limits := localized(facts.site.evidence[pair.evidence].limits, lang))
            ),
        ),
        sources=tuple(dict.fromkeys(source for pair in pairs for source in _sources(pair, facts, lang, words))),
        dataset=None,
        plan=plan.id,
        places=tuple(dict.fromkeys(pair.shown.place for pair in pairs)),
        numeric=("aim", "shown"),
        data=(COLUMNS, *(_cells(pair) for pair in pairs)),
        links=tuple(("", *(href for _, href in _sources(pair, facts, lang, words))) for pair in pairs),
    )


def _row(order: int, pair: Pair, said: dict[str, str]) -> Row:
    aim, shown = float(pair.target.value), float(pair.shown.value)
    return Row(order, said["name"], aim, said["aim"], shown, said["shown"])


def _cells(pair: Pair) -> tuple[str, ...]:
    shown, target = pair.shown, pair.target
    place = (shown.place, shown.indicator, str(shown.year), shown.unit, shown.standard)
    return (pair.plan.id, target.id, *place, target.value, shown.value, pair.evidence)


def _name(pair: Pair, facts: Facts, lang: str, words: Words) -> str:
    return words["figure.beside.name"].format(
        what=indicator_name(pair.shown.indicator, facts, lang, brief=True),
        place=named(facts.site.places[pair.shown.place], facts, words),
        year=pair.shown.year,
    )


def _sources(pair: Pair, facts: Facts, lang: str, words: Words) -> Iterator[tuple[str, str]]:
    yield source_of(f"{pair.plan.id}#{pair.target.provision}", facts.site, lang, words)
    evidence = facts.site.evidence[pair.evidence]
    yield f"{evidence.publisher}: {localized(evidence.title, lang)}", URLS.evidence(pair.evidence)
