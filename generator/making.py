"""Declare what is not current, make what is not remembered, and check what was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.ahead import Ahead
from generator.check.built import Known, PageFacts, check_pages, page_facts
from generator.derive.facts import derive
from generator.model.diagnostic import Diagnostic, Span
from generator.model.output import Group, Output
from generator.model.site import Site
from generator.outputs import Ask, Spoken, groups, summaries, theme_of, words_of
from generator.render.handbook import HandbookFault
from generator.render.language import TemplateFault
from generator.render.theme import Theme
from generator.write.jobs import Came, begun, made_here
from generator.write.journal import Journal
from generator.write.paths import clashes
from generator.write.records import FileRecord
from generator.write.store import Trace


@dataclass(frozen=True, slots=True)
class Published:
    """The site that stands in the output folder: its files as they are recorded, and what gives the bytes of one."""

    files: Mapping[str, FileRecord] = field(default_factory=dict)
    read: Callable[[str], bytes] = lambda path: b""


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a site that were made, by path, and the SHA-256 of those that stand published already; the group of
    each; and what is wrong with them. With what is wrong there may be no files."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    group_of: dict[str, str] = field(default_factory=dict)
    found: tuple[Diagnostic, ...] = ()

    def by_group(self, traces: Mapping[str, Trace]) -> dict[str, dict[str, Trace]]:
        """What each file stands on, by its group."""
        grouped: dict[str, dict[str, Trace]] = {}
        for path, trace in traces.items():
            if path in self.group_of:
                grouped.setdefault(self.group_of[path], {})[path] = trace
        return grouped


def declare(site: Site, root: Path, themes: Path, ask: Ask) -> Iterator[Output]:
    """Every file of the site but the summaries. Raises TemplateFault and HandbookFault."""
    facts = derive(site)
    theme = theme_of(themes, facts)
    return chain.from_iterable(group.declare() for group in groups(facts, theme, words_of(theme), root, ask))


def make(site: Site, root: Path, themes: Path, jobs: int, first: Ahead, journal: Journal, published: Published) -> Made:
    """Every file of the site that the journal does not say is current, made or remembered, and checked: by `jobs`
    copies of this process, beside what was begun `first`."""
    try:
        return _Making(site, root, themes, first, journal, published).made(jobs)
    except TemplateFault as fault:
        return Made(found=(fault.diagnostic,))
    except HandbookFault as fault:
        return Made(found=fault.diagnostics)


class _Making:
    """One run: what was declared, and what came of it."""

    def __init__(
        self, site: Site, root: Path, themes: Path, first: Ahead, journal: Journal, published: Published
    ) -> None:
        self.facts = derive(site)
        self.theme: Theme = theme_of(themes, self.facts)
        self.words: Spoken = words_of(self.theme)
        self.root, self.first, self.journal, self.published = root, first, journal, published
        self.result = Made()
        self.pages: dict[str, PageFacts] = {}
        self.known = Known()

    def made(self, jobs: int) -> Made:
        every = tuple(groups(self.facts, self.theme, self.words, self.root, self.first.ask))
        stale = [group for group in every if not self.journal.is_current(_node(group))]
        early, soon, rest = self._declared(stale)
        if not self._as_before(stale):
            self.journal.forget()
            stale = list(every)
            early, soon, rest = self._declared(stale)
        self._keep({group.name for group in stale})
        if twice := clashes([*(output.path for output in (*early, *rest)), *self.result.kept]):
            return Made(found=tuple(Diagnostic("same-address", Span(path), {"path": path}) for path in twice))
        with begun(self.first.store, rest, jobs) as later:
            faults = self._take(chain(later, soon))
        if faults:
            return Made(found=_once(faults))
        for summary in summaries(self.facts, self.words, self._recall):
            outputs = tuple(summary.declare(self._digests()))
            self.result.group_of.update((output.path, summary.name) for output in outputs)
            faults += self._take(made_here(self.first.store, outputs))
        found = _once(faults or self._checked())
        return Made(self.result.bodies, self.result.kept, self.result.group_of, found)

    def _declared(self, stale: Iterable[Group]) -> tuple[list[Output], Came, list[Output]]:
        """The outputs of groups: the early ones, what these come to, and the others."""
        self.result.group_of.clear()
        for group in stale:
            if group.begin:
                group.begin()
        early = [output for group in stale if group.early for output in self._of(group)]
        soon = self.first.made(early)
        return early, soon, [output for group in stale if not group.early for output in self._of(group)]

    def _of(self, group: Group) -> tuple[Output, ...]:
        with self.journal.recording(_node(group), group.plan):
            outputs = tuple(group.declare())
        self.result.group_of.update((output.path, group.name) for output in outputs)
        return outputs

    def _as_before(self, stale: list[Group]) -> bool:
        """Whether the groups have the files that they had: what links to them, or lists them, is then as it was."""
        names = {group.name for group in stale}
        before = {path: file.group for path, file in self.published.files.items() if file.group in names}
        return not self.journal.nodes or before == self.result.group_of

    def _keep(self, stale: set[str]) -> None:
        """Keep the files of groups that are current."""
        for path, file in self.published.files.items():
            if self.journal.is_current(f"group {file.group}") and file.group not in stale:
                self.result.kept[path] = file.sha256
                self.result.group_of[path] = file.group
                self.first.store.remembered += bool(file.key)

    def _take(self, came: Came) -> list[Diagnostic]:
        """Take what outputs came to; what is wrong with the templates."""
        faults: list[Diagnostic] = []
        for output, product in came:
            if isinstance(product, TemplateFault):
                faults.append(product.diagnostic)
            elif isinstance(product, Exception):
                raise product
            else:
                self._put(output.path, self.first.store.count(output, product))
        return faults

    def _put(self, path: str, body: bytes | None) -> None:
        if body is None:
            self.result.kept[path] = self.published.files[path].sha256
            return
        self.result.bodies[path] = body
        if path.endswith(".html"):  # read while others make the next
            self.pages[path] = page_facts(body, self.known)

    def _digests(self) -> dict[str, str]:
        return {**self.result.kept, **{path: sha256(body).hexdigest() for path, body in self.result.bodies.items()}}

    def _recall(self, name: str, work: Callable[[], dict[str, int]]) -> dict[str, int]:
        return self.journal.value(name, work, dict[str, int])

    def _checked(self) -> list[Diagnostic]:
        """What is wrong with the pages: those that were made, and all where a file or an id is gone that a page which
        was not made may link to."""
        paths = self.result.group_of
        standing = cache(lambda path: page_facts(self.published.read(path), self.known))
        gone = self.published.files.keys() - paths.keys()
        lost = any(path in self.published.files and standing(path).ids - page.ids for path, page in self.pages.items())
        pages = dict(self.pages)
        if gone or lost:
            pages |= {path: standing(path) for path in self.result.kept if path.endswith(".html")}

        def ids(path: str) -> frozenset[str] | None:
            if not path.endswith(".html"):
                return None
            return (self.pages.get(path) or standing(path)).ids

        return check_pages(pages, paths, ids, self.facts.site.config.base_path)


def _node(group: Group) -> str:
    return f"group {group.name}"


def _once(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A mistake of the frame stands on every page: it is told for the first."""
    first: dict[tuple[str, tuple[tuple[str, str], ...]], Diagnostic] = {}
    for one in found:
        first.setdefault((one.code, tuple(one.values.items())), one)
    return tuple(first.values())
