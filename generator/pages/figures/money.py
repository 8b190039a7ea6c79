"""Where the money of a plan is to come from."""

from collections.abc import Iterator
from decimal import Decimal
from textwrap import wrap

from generator.charts.budget import Row
from generator.charts.figure import Figure
from generator.derive.arithmetic import sums_of
from generator.derive.facts import Facts
from generator.model.tables import Observation
from generator.site.formats import bound, number, quantity

from ..page import Words
from ..parts.naming import named
from ..parts.tables import row_href
from .sources import made_by, plan_name, sources, tidy

PHONE = 40  # letters of a line on a phone


def money(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """A figure for each printed sum of money with the parts that its table prints for it."""
    for dataset in facts.site.datasets.values():
        sums = [printed for printed in sums_of(dataset) if printed.total.unit == "million_vnd" and printed.total.value]
        for place, printed_sum in enumerate(sums):
            parts = sorted(printed_sum.parts, key=lambda row: (-float(row.value or 0), row.order))
            largest, total = parts[0], printed_sum.total
            share = Decimal(largest.value or 0) / Decimal(total.value or 1) * 100
            plan = facts.site.plans.get(dataset.plan or "")
            values = {
                "item": _name(largest, total),
                "share": number(share, words, 1),
                "total": bound(total.comparator, quantity(total.value or 0, "million_vnd", words), words),
                "year": total.year,
                "place": named(facts.site.places[total.place], facts, words),
                "plan": plan_name(plan, facts.site, lang, words) if plan else "",
                "count": len(parts),
            }
            told = "; ".join(f"{_name(row, total)}: {_sum(row, words)}" for row in parts)
            yield Figure(
                id=f"{dataset.id}-nguon-von{f'-{place + 1}' if place else ''}",
                lang=lang,
                chart="budget",
                title=words["figure.budget.title"].format(**values),
                about=words["figure.budget.about"].format(**values),
                alt=words["figure.budget.alt"].format(**values, points=told),
                columns=tuple((key, words[f"figure.column.{key}"]) for key in ("item", "money")),
                rows=tuple(_row(order, part, total, words) for order, part in enumerate(parts)),
                table=tuple((_name(row, total), row.value_printed) for row in (*parts, total)),
                notes=(
                    words["figure.note.money"],
                    words["figure.note.share"].format(**values),
                    words["figure.note.sorted"],
                ),
                sources=sources(dataset.id, (*parts, total), facts.site, lang, words),
                dataset=dataset.id,
                plan=dataset.plan,
                places=(total.place,),
                numeric=("money",),
                made_by=made_by((*parts, total), facts, lang, words),
                data=tidy((*parts, total)),
                links=tuple(("", row_href(dataset, row.line)) for row in (*parts, total)),
            )


def _name(row: Observation, total: Observation) -> str:
    """What a part is: a source of money, or a place where the sum is of places."""
    return row.place_name if row.of == total.of and row is not total else row.of or row.place_name


def _row(order: int, part: Observation, total: Observation, words: Words) -> Row:
    name = _name(part, total)
    lines = wrap(name, PHONE, break_long_words=False)
    value = part.value or 0
    return Row(order, name, "\n".join(lines), float(value), number(value, words))


def _sum(row: Observation, words: Words) -> str:
    return bound(row.comparator, quantity(row.value or 0, row.unit, words), words)
