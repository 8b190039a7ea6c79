"""Declare every file of the site, make those that are not remembered, and check what was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.ahead import Ahead
from generator.check.built import Known, PageFacts, check_built, page_facts
from generator.derive.facts import derive
from generator.model.diagnostic import Diagnostic, Span
from generator.model.output import Output
from generator.model.site import Site
from generator.outputs import outputs, theme_of
from generator.render.handbook import HandbookFault
from generator.render.language import TemplateFault
from generator.write.jobs import Came, begun
from generator.write.paths import clashes
from generator.write.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """Every file of the site by its path, and what is wrong with them. With what is wrong there may be no files."""

    files: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


def declare(site: Site, root: Path, themes: Path, first: Ahead) -> Iterator[tuple[Output, ...]]:
    """Every file of the site, in two parts (`outputs`). Raises TemplateFault and HandbookFault."""
    facts = derive(site)
    return outputs(facts, theme_of(themes, facts), root, first.ask)


def make(site: Site, root: Path, themes: Path, jobs: int, first: Ahead) -> Made:
    """Every file of the site, made or remembered, and checked: by `jobs` copies of this process, beside what was begun
    `first`."""
    try:
        declared = declare(site, root, themes, first)
        aside = next(declared)
        soon = first.made(aside)
        rest = next(declared)
        if twice := clashes(one.path for one in (*aside, *rest)):
            return Made({}, tuple(Diagnostic("same-address", Span(path), {"path": path}) for path in twice))
        with begun(first.store, rest, jobs) as later:
            return _made(chain(later, soon), site, first.store)
    except TemplateFault as fault:
        return Made({}, (fault.diagnostic,))
    except HandbookFault as fault:
        return Made({}, fault.diagnostics)


def _made(outputs: Came, site: Site, store: Store) -> Made:
    """What the outputs came to, checked, or what is wrong with the templates."""
    files: dict[str, bytes] = {}
    facts: dict[str, PageFacts] = {}
    faults: list[Diagnostic] = []
    known = Known()
    for one, came in outputs:
        if isinstance(came, TemplateFault):
            faults.append(came.diagnostic)
        elif isinstance(came, Exception):
            raise came
        else:
            files[one.path] = store.count(one, came)
            if one.path.endswith(".html"):  # read while others make the next
                facts[one.path] = page_facts(came.body, known)
    return Made(files, _once(faults or check_built(files, site.config.base_path, facts)))


def _once(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A mistake of the frame stands on every page: it is told for the first."""
    first: dict[tuple[str, tuple[tuple[str, str], ...]], Diagnostic] = {}
    for one in found:
        first.setdefault((one.code, tuple(one.values.items())), one)
    return tuple(first.values())
