"""A target beside a published number, with the reasons why the two cannot be compared."""

from dataclasses import dataclass

from generator.derive.comparability import differences
from generator.derive.facts import Facts
from generator.model.duties import Evidence, Shown
from generator.model.plan import Plan
from generator.site.wording import localized

from ..page import Link, Words, doc
from .links import place_link
from .naming import passage_link
from .tables import indicator_name, standard_name


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLine:
    """A published number, and the target that it stands beside."""

    what: str = doc("what was measured")
    place: Link = doc("of which place")
    year: int = doc("of which year")
    printed: str = doc("the published number as printed")
    standard: str = doc("by which poverty standard")
    note: str = doc("a remark of ours on the number")
    aim: str = doc("what the target measures; empty where the number answers no target")
    aim_printed: str = doc("the target's number as printed")
    aim_where: Link | None = doc("the passage that sets the target")
    reasons: tuple[str, ...] = doc("why the two cannot be compared; none where they can")


def beside_lines(
    plan: Plan | None, evidence: Evidence, facts: Facts, lang: str, words: Words
) -> tuple[BesideLine, ...]:
    """The numbers of a piece of evidence, each with the target that it stands beside, those with a target first."""
    targets = {target.id: target for target in plan.targets} if plan else {}
    lines = []
    for shown in sorted(evidence.figures, key=lambda figure: figure.target not in targets):
        target = targets.get(shown.target or "")
        apart = differences(plan, target, shown, facts.site) if plan and target else ()
        lines.append(
            BesideLine(
                what=indicator_name(shown.indicator, facts, lang),
                place=place_link(shown.place, facts, lang),
                year=shown.year,
                printed=shown.value_printed,
                standard=_standard(shown, facts, lang, words),
                note=localized(shown.note, lang),
                aim=indicator_name(target.indicator, facts, lang) if target else "",
                aim_printed=target.value_printed if target else "",
                aim_where=passage_link(plan, target.provision, target.quote, words) if plan and target else None,
                reasons=tuple(words[f"ledger.obstacle.{difference.what}"] for difference in apart),
            )
        )
    return tuple(lines)


def _standard(shown: Shown, facts: Facts, lang: str, words: Words) -> str:
    """The poverty standard of a number; marked where the publication does not print it."""
    name = standard_name(shown.standard, facts, lang)
    return words["ledger.inferred"].format(standard=name) if shown.standard_source == "inferred" else name
