"""Rules for judgments of attainment: none without evidence, and none across indicators, units, standards or places."""

from collections.abc import Iterable, Iterator

from generator.derive.comparability import Difference, differences
from generator.model.diagnostic import Diagnostic, Phrase, Severity, Value
from generator.model.duties import Assessment, Commitment, Evidence, Shown
from generator.model.plan import Plan, Target
from generator.model.site import Site

from .evidence import UNITS
from .known import Known

JUDGED = ("met", "partly_met", "not_met_at_review")
"""Verdicts that hold a figure against a target; the others say that it cannot be done."""


CODES = ("assessment-without-evidence", "not-comparable")


def verdicts(known: Known) -> Iterator[Diagnostic]:
    """A commitment is met, partly met or not met only by evidence, whose figures can be held against its targets.

    `met` needs such a figure for each target; the other two for one. A commitment without targets needs evidence that
    lists it. What names something that is not there is told by the rule of references.
    """
    for assessment in known.site.assessments.values():
        plan = known.site.plans.get(assessment.plan)
        duty = next((duty for duty in plan.commitments if duty.id == assessment.commitment), None) if plan else None
        if plan is None or duty is None or assessment.verdict not in JUDGED:
            continue
        if any(known.is_broken("evidence", id) for id in assessment.evidence):
            continue
        evidence = [known.site.evidence[id] for id in assessment.evidence if id in known.site.evidence]
        yield from _held(known.site, plan, duty, assessment, [piece for piece in evidence if piece.plan == plan.id])


def consequences(site: Site, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is wrong with judgments only because the evidence or the targets that they rest on are told to be wrong."""
    errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
    files = {diagnostic.at.file for diagnostic in errors if diagnostic.code not in CODES}
    rest = {
        judged.source_of.file: {
            f"content/plans/{judged.plan}/targets.yaml",
            *(site.evidence[id].source_of.file for id in judged.evidence if id in site.evidence),
        }
        for judged in site.assessments.values()
    }
    judgments = [diagnostic for diagnostic in errors if diagnostic.code in CODES]
    return [judgment for judgment in judgments if not files.isdisjoint(rest.get(judgment.at.file, ()))]


def _held(
    site: Site, plan: Plan, duty: Commitment, judged: Assessment, evidence: list[Evidence]
) -> Iterator[Diagnostic]:
    targets = [target for target in plan.targets if target.id in duty.targets]
    lacking = {"verdict": judged.verdict, "commitment": duty.id}
    if len(targets) < len(duty.targets):
        return  # a target that is not there, or could not be read, is told by other rules
    if not targets:
        if not any(duty.id in piece.commitments for piece in evidence):
            yield Diagnostic("assessment-without-evidence", judged.source_of.at("evidence"), lacking)
        return
    figures = [figure for piece in evidence for figure in piece.figures]
    about = {target.id: _nearest(site, plan, target, figures) for target in targets}
    shown = {id: found for id, found in about.items() if found is not None}
    if not shown or (judged.verdict == "met" and len(shown) < len(about)):
        yield Diagnostic("assessment-without-evidence", judged.source_of.at("evidence"), lacking)
    if judged.verdict != "met" and not all(shown.values()):
        return  # one target can be held against its figure
    for id, found in shown.items():
        for difference in found:
            values: dict[str, Value] = {
                "verdict": judged.verdict,
                "target": id,
                "what": Phrase(f"compare.{difference.what}"),
                "found": difference.found or Phrase("compare.unknown"),
                "wanted": difference.wanted or Phrase("compare.unknown"),
            }
            yield Diagnostic("not-comparable", judged.source_of.at("verdict"), values)


def _nearest(site: Site, plan: Plan, target: Target, figures: list[Shown]) -> tuple[Difference, ...] | None:
    """In what the figure that is nearest to a target differs from it; None where no figure is about it at all."""
    about = [figure for figure in figures if figure.target == target.id]
    about = about or [figure for figure in figures if figure.target is None and figure.indicator == target.indicator]
    found = [tuple(_readable(site, figure, differences(plan, target, figure, site))) for figure in about]
    return min(found, key=len) if found else None


def _readable(site: Site, figure: Shown, found: tuple[Difference, ...]) -> Iterator[Difference]:
    """The differences in what could be read; ids and units that there are not are told by other rules."""
    unread = {
        "unit": figure.unit not in UNITS,
        "place": figure.place not in site.places,
        "standard": figure.standard not in site.standards,
        "unstated": figure.standard not in site.standards,
    }
    return (difference for difference in found if not unread.get(difference.what))
