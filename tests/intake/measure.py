"""How much of five plans a machine reads as people recorded it: recall and precision for each kind of thing.

Words are compared as they are read: with the recorded repairs, without emphasis and marks at their ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.intake.clauses import Proposal, proposals_of, recipients_of
from generator.intake.facts import facts_of
from generator.intake.notes import notes_of
from generator.intake.shape import shape_of
from generator.intake.text import passages_of
from generator.intake.text import written as text_of
from generator.model.plan import Plan
from generator.model.signs import read_original
from generator.model.site import Site
from generator.read.align import align
from generator.read.nodes import Document, read_yaml
from generator.read.notes import read_notes
from generator.read.source import expected_lines
from generator.read.text import fold, read_lines

FACTS = (
    "number", "number_printed", "date", "date_printed", "date_source", "doc_type", "title_printed", "place", "level",
    "system", "issuer", "issuer_printed", "period.start", "period.end", "signer.name", "signer.capacity",
    "signer.authority",
)  # fmt: skip


class Tally:
    """What was recorded, what was proposed, and how much of each is the same."""

    def __init__(self) -> None:
        self.rows: dict[str, Counter[str]] = {}

    def add(self, kind: str, recorded: int, found: int, proposed: int, right: int | None = None) -> None:
        row = self.rows.setdefault(kind, Counter())
        row.update(recorded=recorded, found=found, proposed=proposed, right=found if right is None else right)

    def scores(self) -> dict[str, tuple[int, int, float, float]]:
        """By kind: how many were recorded and proposed, recall and precision."""
        return {
            kind: (
                row["recorded"],
                row["proposed"],
                part(row["found"], row["recorded"]),
                part(row["right"], row["proposed"]),
            )
            for kind, row in self.rows.items()
        }


def part(some: int, of: int) -> float:
    return some / of if of else 1.0


def measured(site: Site, root: Path) -> tuple[dict[str, tuple[int, int, float, float]], int]:
    """The scores over all plans of a site, and how many of their lines a draft loses."""
    tally, lost = Tally(), 0
    for plan in site.plans.values():
        lost += _measure(
            plan, (root / "content/plans" / plan.id / plan.source.file).read_text("utf-8-sig"), site, tally
        )
    return tally.scores(), lost


def _measure(plan: Plan, original: str, site: Site, tally: Tally) -> int:
    source = read_original(original)
    lines = tuple(source.split("\n"))
    shape = shape_of(lines)
    draft = passages_of(lines, shape)
    proposals = proposals_of(draft)
    beside = [n for piece in shape.away if piece.kind == "website_header" for n in range(piece.first, piece.last + 1)]
    facts = facts_of(draft, lines, beside, site)

    def read(words: str) -> str:
        for repair in plan.repairs:
            if repair.kind not in ("sic", "masked") and len(repair.quote) > 2:
                words = words.replace(repair.quote, repair.reading)
        return fold(words.replace("*", "").replace("“", '"').replace("”", '"')).lower().strip(" .;,:")

    _same(tally, "provisions", {p.id for p in plan.provisions}, {p.provision for p in draft.passages if p.opens})
    away = {
        n for one in plan.furniture if one.quote is None for n in range(one.first, one.last + 1) if lines[n - 1].strip()
    }
    left = {n for one in shape.away if not one.quote for n in range(one.first, one.last + 1) if lines[n - 1].strip()}
    _same(tally, "furniture lines", away, left)
    for name in FACTS:
        recorded, found = _fact(plan, name), facts[name].value
        right = found is not None and found.lower() == (recorded or "").lower()
        tally.add("facts", recorded is not None, right, found is not None)
    _same(tally, "recipients", set(map(read, plan.recipients)), {read(words) for _, words in recipients_of(draft)})
    _same(tally, "places", set(plan.places), {place.id for place, _, _ in facts.places})
    _duties(tally, plan, draft.passages, proposals, read)
    targets = {
        (t.provision, t.quote, t.value_printed): t for t in plan.targets
    }.values()  # one print for several groups
    _paired(tally, "targets", targets, proposals, "target",
            lambda target, one: read(target.value_printed) == read(dict(one.more)["value_printed"]))  # fmt: skip
    _paired(
        tally,
        "reports",
        plan.reporting,
        proposals,
        "report",
        lambda duty, one: _near(read(duty.quote), read(one.words)),
    )
    _paired(tally, "citations", plan.citations, proposals, "citation",
            lambda citation, one: _within(read(citation.printed), read(one.words)))  # fmt: skip
    return _lost(source, text_of(draft), notes_of(draft, shape, ("vi", "en")))


def _same(tally: Tally, kind: str, recorded: set[Any], proposed: set[Any]) -> None:
    tally.add(kind, len(recorded), len(recorded & proposed), len(proposed))


def _fact(plan: Plan, name: str) -> str | None:
    value: Any = plan
    for part in name.split("."):
        value = getattr(value, part, None)
    return None if value is None else str(value)


def _duties(
    tally: Tally, plan: Plan, passages: Iterable[Any], proposals: Sequence[Proposal], read: Callable[[str], str]
) -> None:
    """`duty clauses`: a recorded quote of which nine tenths are proposed. `parted alike`: one clause for one quote."""
    recorded = [(duty.provision, read(duty.quote)) for duty in (*plan.commitments, *plan.criteria)]
    clauses = [(one.provision, read(one.words)) for one in proposals if one.kind == "duty"]
    texts: dict[str, str] = {}
    for passage in passages:
        texts[passage.provision] = f"{texts.get(passage.provision, '')} {read(passage.words)}"
    found = sum(
        _covered(texts.get(at, ""), quote, [words for own, words in clauses if own == at]) for at, quote in recorded
    )
    right = sum(any(own == at and (_within(quote, words) or _alike(quote, words) > 0.3) for own, quote in recorded)
                for at, words in clauses)  # fmt: skip
    tally.add("duty clauses", len(recorded), found, len(clauses), right)
    used: set[int] = set()
    for at, quote in recorded:
        near = [(_alike(quote, words), i) for i, (own, words) in enumerate(clauses) if own == at and i not in used]
        if near and max(near)[0] >= 0.7:
            used.add(max(near)[1])
    tally.add("duties parted alike", len(recorded), len(used), len(clauses))


def _covered(text: str, quote: str, clauses: Iterable[str]) -> bool:
    start = text.find(quote)
    if start < 0:
        return any(_within(quote, words) for words in clauses)
    marks = bytearray(len(text))
    for words in clauses:
        at = text.find(words)
        if at >= 0:
            marks[at : at + len(words)] = b"\1" * len(words)
    return sum(marks[start : start + len(quote)]) >= 0.9 * len(quote)


def _alike(one: str, other: str) -> float:
    words, others = set(one.split()), set(other.split())
    return len(words & others) / max(1, len(words | others))


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def _near(one: str, other: str) -> bool:
    words = set(one.split())
    return _within(one, other) or len(words & set(other.split())) > 0.6 * len(words)


def _paired(
    tally: Tally,
    kind: str,
    recorded: Iterable[Any],
    proposals: Sequence[Proposal],
    name: str,
    same: Callable[[Any, Proposal], bool],
) -> None:
    """Each recorded thing with one proposal of its provision."""
    records, own = list(recorded), [one for one in proposals if one.kind == name]
    used: set[int] = set()
    for record in records:
        fit = (
            i for i, one in enumerate(own) if i not in used and one.provision == record.provision and same(record, one)
        )
        used |= {next(fit, -1)}
    used.discard(-1)
    tally.add(kind, len(records), len(used), len(own))


def _lost(source: str, text: str, notes: str) -> int:
    """The lines of an original that a draft neither holds nor leaves out with a note."""
    document = read_yaml(notes, "notes.yaml")
    assert isinstance(document, Document)
    read, found = read_notes(document, source)
    assert read is not None
    expected, wrong = expected_lines(source, read)
    lines, marks = read_lines(text, "text.md")
    _, differing = align(expected, lines, "source.txt", "text.md")
    return len([*found, *wrong, *marks, *differing])
