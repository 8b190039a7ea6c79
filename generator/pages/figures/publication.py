"""Of how many commitments of each plan is the same found: counts, never a share and never a score."""

from collections.abc import Iterator

from generator.charts.figure import Figure
from generator.charts.publication import Row
from generator.derive.facts import Facts
from generator.derive.plans import newest_first
from generator.site.formats import day, number
from generator.site.urls import STATES, URLS

from ..page import Words
from .sources import plan_name

SHOWN = ("found", "partly")
EXPLAINED = ("partly", "due_not_found", "not_found", "not_searched")
"""The states whose short word needs a sentence under the chart."""


def publication_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The one figure; none where no plan has a commitment."""
    plans = [plan for plan in newest_first(facts.site) if plan.commitments]
    if not plans:
        return
    states: dict[str, list[str]] = {
        plan.id: [facts.statuses[f"{plan.id}/{commitment.id}"].state for commitment in plan.commitments]
        for plan in plans
    }
    counts = [(plan, state, states[plan.id].count(state)) for plan in plans for state in STATES]
    counts = [count for count in counts if count[2]]
    total = sum(count for *_, count in counts)
    sums = {state: sum(count for _, found, count in counts if found == state) for state in STATES}
    sums = {state: count for state, count in sums.items() if count}
    values = {
        "total": number(total, words),
        # What was done is said state by state: nothing that nobody looked for is "not found".
        "parts": "; ".join(
            words[f"figure.publication.part.{state}"].format(count=number(count, words))
            for state, count in sums.items()
        ),
        "plans": number(len(plans), words),
        "as_of": day(facts.site.config.as_of, words),
    }
    names = {state: words[f"figure.publication.state.{state}"] for state in STATES}
    rows: list[Row] = []
    for plan in plans:
        rows.append(Row(len(rows), "plan", plan.id, None, plan.label, None, None))
        for owner, state, count in counts:
            if owner is plan:
                kind = "shown" if state in SHOWN else "other"
                rows.append(Row(len(rows), kind, plan.id, state, names[state], count, number(count, words)))
    told = "; ".join(
        f"{plan.label}: "
        + ", ".join(f"{names[state]} {number(count, words)}" for owner, state, count in counts if owner is plan)
        for plan in plans
    )
    yield Figure(
        id="cong-bo-theo-ke-hoach",
        lang=lang,
        chart="publication",
        title=words["figure.publication.title"].format(**values),
        about=words["figure.publication.about"].format(**values),
        alt=words["figure.publication.alt"].format(points=told),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in ("plan", "state", "commitments")),
        rows=tuple(rows),
        table=tuple((plan.label, names[state], number(count, words)) for plan, state, count in counts),
        notes=(
            *(words[f"figure.publication.note_{state}"].format(**values) for state in EXPLAINED if state in sums),
            words["figure.publication.note_count"],
        ),
        sources=tuple((plan_name(plan, facts.site, lang, words), URLS.plan(plan.id)) for plan in plans),
        dataset=None,
        plan=None,
        places=tuple(dict.fromkeys(plan.place for plan in plans)),
        numeric=("commitments",),
        links=tuple(("", "", URLS.commitments(plan.id)) for plan, _, _ in counts),
        data=(
            ("plan", "state", "commitments", "as_of"),
            *((plan.id, state, str(count), facts.site.config.as_of.isoformat()) for plan, state, count in counts),
        ),
    )
