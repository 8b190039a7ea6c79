"""Of how many commitments of each plan is what known of publication: counts, never a share and never a score."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.figure import Figure, Row
from generator.derive.facts import Facts

from ..duties import STATES
from ..numbers import day, number
from ..page import Words
from ..plan import newest_first
from .sources import plan_name

SHOWN = ("published", "partly")


def publication_figures(facts: Facts, lang: str, words: Words) -> Iterator[Figure]:
    """The one figure; none where no plan has a commitment."""
    plans = [one for one in newest_first(facts.site) if one.commitments]
    if not plans:
        return
    states: dict[str, list[str]] = {
        plan.id: [facts.statuses[f"{plan.id}/{one.id}"].publication for one in plan.commitments] for plan in plans
    }
    counts = [(plan, state, states[plan.id].count(state)) for plan in plans for state in STATES]
    counts = [one for one in counts if one[2]]
    total = sum(count for *_, count in counts)
    shown = sum(count for _, state, count in counts if state in SHOWN)
    values = {
        "total": number(total, words),
        "owed": number(sum(count for _, state, count in counts if state != "no_duty"), words),
        "shown": number(shown, words),
        "plans": number(len(plans), words),
        "as_of": day(facts.site.config.as_of, words),
    }
    names = {state: words[f"figure.publication.state.{state}"] for state in STATES}
    rows: list[Row] = []
    for plan in plans:
        rows.append({"key": plan.id, "kind": "plan", "name": plan.number, "value": None, "label": None})
        rows += [
            {
                "key": f"{plan.id}/{state}",
                "kind": "shown" if state in SHOWN else "other",
                "name": names[state],
                "value": count,
                "label": number(count, words),
            }
            for one, state, count in counts
            if one is plan
        ]
    told = "; ".join(
        f"{plan.number}: "
        + ", ".join(f"{names[state]} {number(count, words)}" for one, state, count in counts if one is plan)
        for plan in plans
    )
    yield Figure(
        id="cong-bo-theo-ke-hoach",
        lang=lang,
        chart="publication",
        title=words[f"figure.publication.title.{'some' if shown else 'none'}"].format(**values),
        about=words["figure.publication.about"].format(**values),
        alt=words["figure.publication.alt"].format(points=told),
        columns=tuple((key, words[f"figure.column.{key}"]) for key in ("plan", "state", "commitments")),
        rows=tuple(rows),
        table=tuple((plan.number, names[state], number(count, words)) for plan, state, count in counts),
        notes=(words["figure.publication.note_duty"], words["figure.publication.note_searched"].format(**values)),
        sources=tuple((plan_name(plan, facts.site, lang, words), f"ke-hoach/{plan.id}/") for plan in plans),
        dataset=None,
        plan=None,
        places=tuple(dict.fromkeys(plan.place for plan in plans)),
        numeric=("commitments",),
        links=tuple(("", "", f"cam-ket/{plan.id}/") for plan, _, _ in counts),
        data=(
            ("plan", "state", "commitments", "as_of"),
            *((plan.id, state, str(count), facts.site.config.as_of.isoformat()) for plan, state, count in counts),
        ),
    )
