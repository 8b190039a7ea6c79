"""What a site has of each kind, and what it would have if it could be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.derive.folding import plain
from generator.model.diagnostic import Diagnostic, Phrase, Severity, Source, Value, nearest
from generator.model.plan import Plan
from generator.model.site import Site

_FOLDERS = {
    "act": "content/acts/",
    "agency": "content/agencies/",
    "document": "content/documents/",
    "document-or-plan": "content/documents/",
    "evidence": "content/evidence/",
    "indicator": "content/indicators/",
    "plan": "content/plans/",
    "policy": "content/policies/",
    "reference": "content/references/",
    "standard": "content/standards/",
}
_UNITS = "datasets/don-vi-hanh-chinh/units.csv"
_LOOKUP = "datasets/don-vi-hanh-chinh/lookup.csv"
_TABLES = {"place": (_UNITS,), "lookup": (_LOOKUP, _UNITS)}  # kinds that are rows, with the tables that hold them


def names_of(record: Any) -> tuple[str, ...]:
    """What a record is called, whatever it is."""
    name = getattr(record, "name", "")
    names = tuple(name.values()) if isinstance(name, Mapping) else (name,)
    return (*names, *getattr(record, "aliases", ()), *filter(None, (getattr(record, "full_name", ""),)))


@dataclass(frozen=True, slots=True)
class Known:
    """A site, its ids by kind, and the files that could not be read."""

    site: Site
    ids: Mapping[str, Mapping[str, Any]]
    broken: frozenset[str]
    near: dict[tuple[str, str], Value] = field(default_factory=dict)  # guesses made, for a slip repeats in a table
    only: str = ""

    @property
    def plans(self) -> Iterable[Plan]:
        """The plans that a rule of one plan looks at: all, or `only` that one."""
        return (self.site.plans[self.only],) if self.only else self.site.plans.values()

    def missing(self, kind: str, id: str | None, source: Source, at: str, name: str = "") -> Iterator[Diagnostic]:
        """A reference that names nothing. `at` is where it is written, `name` what to call it if not that."""
        if id is None or id in self.ids[kind] or self.is_broken(kind, id):
            return
        if (kind, id) not in self.near:
            add = Phrase("add-row", _TABLES[kind][0]) if kind in _TABLES else Phrase("add-file", self._file(kind, id))
            named = self._named(kind, id)
            self.near[kind, id] = Phrase("did-you-mean", named) if named else nearest(id, self.ids[kind], add)
        guess = self.near[kind, id]
        values: dict[str, Value] = {"field": name or at, "kind": Phrase(f"kind.{kind}"), "id": id, "guess": guess}
        yield Diagnostic("unknown-reference", source.at(at), values)

    def _named(self, kind: str, words: str) -> str | None:
        """The one record of a kind whose name is written instead of its id: `tỷ lệ hộ nghèo` for `ty-le-ho-ngheo`."""
        if words.isascii() and " " not in words:
            return None
        said = plain(words)
        found = [id for id, record in self.ids[kind].items() if said in {plain(name) for name in names_of(record)}]
        return found[0] if len(found) == 1 else None

    def is_broken(self, kind: str, id: str) -> bool:
        """Whether a record is there, but could not be read."""
        if kind in _TABLES:
            return not self.broken.isdisjoint(_TABLES[kind])
        if kind == "plan":
            return any(f"{file}/".startswith(f"{_FOLDERS[kind]}{id}/") for file in self.broken)
        return self._file(kind, id) in self.broken

    def missing_of_plan(
        self, plan: Plan, kind: str, id: str | None, source: Source, at: str, name: str = ""
    ) -> Iterator[Diagnostic]:
        """A reference to something of a plan that it does not have: a `target`, a `commitment`, or either `duty`.

        A criterion for an award is neither: nobody owes a report on it, and nothing is attained by it.
        """
        lists: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {
            "target": (("targets.yaml", plan.targets),),
            "commitment": (("commitments.yaml", plan.commitments),),
            "duty": (("commitments.yaml", plan.commitments), ("reporting.yaml", plan.reporting)),
        }
        ids = [entry.id for _, entries in lists[kind] for entry in entries]
        files = [f"{_FOLDERS['plan']}{plan.id}/{file}" for file, _ in lists[kind]]
        if id is None or id in ids or not self.broken.isdisjoint(files):
            return
        guess = nearest(id, ids, Phrase("see-file", files[0]))
        values: dict[str, Value] = {"field": name or at, "kind": Phrase(f"kind.{kind}"), "id": id, "guess": guess}
        yield Diagnostic("unknown-reference", source.at(at), values)

    def is_text_broken(self, plan: Plan) -> bool:
        """Whether a plan's text could not be read for sure, so that what it seems to lack is no mistake of its own."""
        folder = f"{_FOLDERS['plan']}{plan.id}"
        return not self.broken.isdisjoint(f"{folder}/{file}" for file in ("text.md", "notes.yaml", plan.source.file))

    def no_provision(self, plan: Plan, id: str, source: Source, at: str) -> Iterator[Diagnostic]:
        """A provision that a plan does not have."""
        ids = [provision.id for provision in plan.provisions]
        if id not in ids:
            guess = nearest(id, ids, Phrase("see-text", f"{_FOLDERS['plan']}{plan.id}/text.md"))
            yield Diagnostic("unknown-provision", source.at(at), {"plan": plan.id, "id": id, "guess": guess})

    def _file(self, kind: str, id: str) -> str:
        return f"{_FOLDERS[kind]}{id}/plan.yaml" if kind == "plan" else f"{_FOLDERS[kind]}{id}.yaml"


def known(site: Site, found: Iterable[Diagnostic] = ()) -> Known:
    """What is known of a site; `found` is what reading it found."""
    return Known(
        site,
        {
            "act": site.acts,
            "agency": site.agencies,
            "document": site.documents,
            "document-or-plan": {**site.documents, **site.plans},
            "evidence": site.evidence,
            "indicator": site.indicators,
            "lookup": {**{unit.id: unit for unit in site.lookup}, **site.places},
            "place": site.places,
            "plan": site.plans,
            "policy": site.policies,
            "reference": site.references,
            "standard": site.standards,
        },
        frozenset(diagnostic.at.file for diagnostic in found if diagnostic.severity is Severity.ERROR),
    )
