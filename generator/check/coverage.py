"""The rule that no line of a plan is passed over: each has a commitment, or a word on why it has none."""

from collections.abc import Iterator

from generator.model.diagnostic import Diagnostic
from generator.model.duties import Commitment, Criterion, NoDuty
from generator.model.plan import PARTS, Block, Plan, Provision

from .content import bare
from .known import Known

_UNREAD = frozenset(PARTS) - {"ket-thuc"}
"""Parts that frame a plan's text and lay nothing on anybody: its head, opening, recipients, signature, annex."""
_FILES = ("commitments.yaml", "criteria.yaml", "no-duty.yaml")


def blocks(known: Known) -> Iterator[Diagnostic]:
    """Every line of a plan's numbered provisions and closing words is quoted by a commitment, or listed without one.

    Headings name what the lines below them say, and tables are kept by datasets. What could not be read is not missed.
    """
    for plan in known.plans:
        folder = f"content/plans/{plan.id}"
        if known.is_text_broken(plan) or not known.broken.isdisjoint(f"{folder}/{file}" for file in _FILES):
            continue
        if not (plan.commitments or plan.criteria or plan.no_duty):
            values = {"file": f"{folder}/commitments.yaml"}
            yield Diagnostic("duties-not-read", plan.source_of.at(), values)
            continue
        yield from _missed(plan)


def _missed(plan: Plan) -> Iterator[Diagnostic]:
    """The lines of a plan that nothing quotes; none are told while a quote is lost that may be meant for one."""
    provisions = {provision.id: provision for provision in plan.provisions}
    quoted: set[tuple[str, int]] = set()
    entries: tuple[Commitment | Criterion | NoDuty, ...] = (*plan.commitments, *plan.criteria, *plan.no_duty)
    for entry in entries:
        id = entry.provision
        touched = _touched(provisions[id], bare(entry.quote)) if id in provisions else range(0)
        if not touched:
            return
        quoted.update((id, number) for number in touched)
    for id, provision in provisions.items():
        for number, block in enumerate(provision.blocks if id not in _UNREAD else ()):
            if block.kind not in ("heading", "table") and bare(block.text) and (id, number) not in quoted:
                at = plan.source_of.spans.get(f"lines.{block.lines[0]}" if block.lines else "", provision.at)
                yield Diagnostic("block-without-duty", at, {"provision": id, "line": block.text})


def _touched(provision: Provision, quote: str) -> range:
    """The places of the blocks that a quote runs over, none where it is not found; its first occurrence counts."""
    for words in (_plain, _marked):
        ends: list[int] = []
        text = ""
        for block in provision.blocks:
            text = f"{text} {words(block)}".strip()
            ends.append(len(text))
        start = text.find(quote)
        if quote and start >= 0:
            first = next(number for number, end in enumerate(ends) if start < end)
            last = next(number for number, end in enumerate(ends) if start + len(quote) <= end)
            return range(first, last + 1)
    return range(0)


def _plain(block: Block) -> str:
    return bare(block.text)


def _marked(block: Block) -> str:
    return bare(f"{block.mark} {block.text}")
