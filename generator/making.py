"""Declare every file of the site, make those that are not remembered, and check what was made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.check.built import PageFacts, check_built, page_facts
from generator.derive.facts import derive
from generator.exports.parquet import ParquetRecipe
from generator.exports.sheets import XlsxRecipe
from generator.model.diagnostic import Diagnostic, Span
from generator.model.output import Output
from generator.model.site import Site
from generator.outputs import outputs, theme_of
from generator.render.handbook import HandbookFault
from generator.render.language import TemplateFault
from generator.render.picture import PictureRecipe
from generator.write.jobs import apart
from generator.write.paths import clashes
from generator.write.store import Store

COSTLY = (PictureRecipe, XlsxRecipe, ParquetRecipe)
"""What is made by other processes; a page takes 2 ms, less than to send it there."""


@dataclass(frozen=True, slots=True)
class Made:
    """Every file of the site by its path, and what is wrong with them. With what is wrong there may be no files."""

    files: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


def declare(site: Site, root: Path, themes: Path, store: Store) -> tuple[Output, ...]:
    """Every file of the site. Raises TemplateFault and HandbookFault."""
    facts = derive(site)
    return outputs(facts, theme_of(themes, facts), root, store)


def make(site: Site, root: Path, themes: Path, store: Store, jobs: int) -> Made:
    """Every file of the site, made or remembered, and checked. What is costly is made by `jobs` other processes."""
    try:
        declared = declare(site, root, themes, store)
    except TemplateFault as fault:
        return Made({}, (fault.diagnostic,))
    except HandbookFault as fault:
        return Made({}, fault.diagnostics)
    if twice := clashes(one.path for one in declared):
        return Made({}, tuple(Diagnostic("same-address", Span(path), {"path": path}) for path in twice))
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    with apart(store, (one for one in declared if isinstance(one.recipe, COSTLY)), jobs):
        for one in declared:
            try:
                files[one.path] = store.make(one)
            except TemplateFault as fault:
                faults.append(fault.diagnostic)
    return Made(files, _once(faults or check_built(files, site.config.base_path, _remembering(store))))


def _once(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A mistake of the frame stands on every page: it is told for the first."""
    first: dict[tuple[str, tuple[tuple[str, str], ...]], Diagnostic] = {}
    for one in found:
        first.setdefault((one.code, tuple(one.values.items())), one)
    return tuple(first.values())


@dataclass(frozen=True, slots=True)
class FactsRecipe:
    """A page to what it says of itself. Remembered, since reading all pages again is most of an idle check."""

    name: str = "facts of a page"

    @property
    def digest(self) -> str:
        return "1"

    def __call__(self, given: bytes) -> bytes:
        facts = page_facts(given)
        return json.dumps([sorted(facts.ids), facts.links, facts.faults]).encode()


def _remembering(store: Store) -> Callable[[bytes], PageFacts]:
    def facts(page: bytes) -> PageFacts:
        name = f"facts of {sha256(page).hexdigest()}"
        ids, links, faults = json.loads(store.make(Output(name, FactsRecipe(), page)))
        return PageFacts(
            frozenset(ids),
            tuple((link, line) for link, line in links),
            tuple((code, line, values) for code, line, values in faults),
        )

    return facts
