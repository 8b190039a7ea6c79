"""In how many commitments of each plan the words name a number, a time, an actor: counts, never a score."""

from collections.abc import Iterator
from dataclasses import asdict

from generator.charts.figure import Figure
from generator.charts.publication import Row
from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.derive.verifiability import NAMED, counts_of
from generator.site.formats import number
from generator.site.urls import URLS

from ..page import Words
from .sources import plan_name

LINES = (*NAMED, "all", "none")


def verifiability_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The one figure; none where no plan has a commitment."""
    plans = [plan for plan in newest_first(facts.site) if plan.commitments]
    if not plans:
        return
    counts = {plan.id: asdict(counts_of(plan.commitments)) for plan in plans}
    names = {name: words[f"duty.named.{name}"] for name in LINES}
    total = asdict(counts_of(commitment for plan in plans for commitment in plan.commitments))
    values = {**{key: number(value, words) for key, value in total.items()}, "plans": number(len(plans), words)}
    rows: list[Row] = []
    table: list[tuple[str, str, str]] = []
    told = []
    for plan in plans:
        rows.append(Row(len(rows), "plan", plan.id, None, plan.label, None, None))
        for name in LINES:
            count = counts[plan.id][name]
            kind = "other" if name == "none" else "shown"
            rows.append(Row(len(rows), kind, plan.id, name, names[name], count, number(count, words)))
            table.append((plan.label, names[name], number(count, words)))
        told.append(f"{plan.label}: " + ", ".join(f"{said} {count}" for _, said, count in table[-len(LINES) :]))
    yield Figure(
        id="kiem-chung-theo-ke-hoach",
        lang=lang,
        chart="publication",
        title=words["figure.verifiability.title"].format(**values),
        about=words["figure.verifiability.about"].format(**values),
        alt=words["figure.verifiability.alt"].format(points="; ".join(told)),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in ("plan", "named", "commitments")),
        rows=tuple(rows),
        table=tuple(table),
        notes=(words["figure.verifiability.note"],),
        sources=tuple((plan_name(plan, facts.site, lang, words), URLS.plan(plan.id)) for plan in plans),
        dataset=None,
        plan=None,
        places=tuple(dict.fromkeys(plan.place for plan in plans)),
        numeric=("commitments",),
        links=tuple(("", "", URLS.commitments(plan.id)) for plan in plans for _ in LINES),
        data=(
            ("plan", "named", "commitments"),
            *((plan.id, name, str(counts[plan.id][name])) for plan in plans for name in LINES),
        ),
    )
