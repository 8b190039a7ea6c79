"""Make the groups of outputs that are not current, and check what was made."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain
from pathlib import Path

from generator.check.built import Looked, check_links, look
from generator.derive.facts import Facts, derive
from generator.exports import editions
from generator.model.diagnostic import Diagnostic, Span, Value
from generator.model.output import Group, Output
from generator.model.release import led_on
from generator.model.site import Site
from generator.outputs import HANDBOOK, Make, groups, redirects, summaries, theme_of, words_of
from generator.read.linked import at_source
from generator.render.handbook import HandbookFault
from generator.render.language import TemplateFault
from generator.render.theme import Theme
from generator.site.urls import URLS
from generator.write.executor import run
from generator.write.groups import Bodies, Made, MadeGroup, Maker
from generator.write.journal import Journal
from generator.write.paths import clashes
from generator.write.records import FileRecord
from generator.write.store import Store, Trace


@dataclass(frozen=True, slots=True)
class Published:
    """The site that stands in the output folder: its files as they are recorded, what gives the bytes of one, the
    traces of a group where nothing but texts has changed since, and the ids in its pages as they are recorded.

    With `pages_only` nothing is published now, and other files are only looked through for what would keep them from
    being made.
    """

    files: Mapping[str, FileRecord] = field(default_factory=dict)
    read: Callable[[str], bytes] = lambda path: b""
    traces: Callable[[str], Mapping[str, Trace]] = lambda group: {}
    ids: Callable[[str], Mapping[str, frozenset[str]]] = lambda group: {}
    pages_only: bool = False


NOTHING = Published()
Spread = Callable[[Maker, Sequence[tuple[str, ...]]], Iterator[list[MadeGroup]]]
"""Has groups made, task by task, and gives what each task came to, in their order."""


def declare(site: Site, root: Path, themes: Path, make: Make) -> Iterator[Output]:
    """Every file of the site but the summaries. Raises TemplateFault and HandbookFault."""
    facts = derive(site)
    theme = theme_of(themes, facts)
    return chain.from_iterable(group.declare() for group in groups(facts, theme, words_of(theme), root, make))


def make(
    site: Site, root: Path, themes: Path, spread: Spread, store: Store, journal: Journal, published: Published
) -> tuple[Made, Mapping[str, bytes]]:
    """Every file of the site that the journal does not say is current, made or remembered, and checked. `spread` has
    the groups made, here or elsewhere. Beside it the bytes of those that are to be published."""
    try:
        facts = derive(site)
        theme = theme_of(themes, facts)
        return _made(facts, theme, root, spread, store, journal, published)
    except TemplateFault as fault:
        return Made(found=(fault.diagnostic,)), {}
    except HandbookFault as fault:
        return Made(found=fault.diagnostics), {}


def here(jobs: int) -> Spread:
    """Has groups made by this process, or by so many copies of it."""
    return lambda maker, tasks: run(maker.several, tasks, jobs)


def maker_of(
    facts: Facts, theme: Theme, root: Path, store: Store, journal: Journal, published: Published = NOTHING
) -> Maker:
    """What makes the groups of a site by their names."""
    every = {group.name: group for group in groups(facts, theme, words_of(theme), root, store.make)}
    return Maker(
        store,
        every,
        {path: file.sha256 for path, file in published.files.items()},
        partial(_look, base_path=facts.site.config.base_path),
        TemplateFault,
        journal.told,
        published.traces,
        published.pages_only,
    )


def _made(
    facts: Facts, theme: Theme, root: Path, spread: Spread, store: Store, journal: Journal, published: Published
) -> tuple[Made, Mapping[str, bytes]]:
    theme.know(journal.value("references of templates", theme.references, dict[str, tuple[str, ...]]))
    maker = maker_of(facts, theme, root, store, journal, published)
    every, words, base_path = maker.groups, words_of(theme), facts.site.config.base_path
    stale = [group for group in every.values() if not journal.is_current(node_of(group.name))]
    names = {group.name for group in stale}
    made, looked, faults = Made(), Looked(), list[Diagnostic]()
    for path, file in published.files.items():
        if file.group in every and file.group not in names:
            made.keep(path, file)
    for done in chain.from_iterable(spread(maker, _tasks(stale))):
        journal.record(node_of(done.name), done.reads, every[done.name].plan)
        made.add(done)
        made.ids[done.name] = {path: ids for batch in done.looked for path, ids in batch.ids.items()}
        for batch in done.looked:
            looked.add(batch)
        faults += done.faults
    new = made.group_of.keys() - published.files.keys()
    if twice := made.twice or (clashes(made.group_of) if new else []):
        faults += [Diagnostic("same-address", Span(path), {"path": path}) for path in sorted(set(twice))]
    if faults:
        made.found = at_source(root, theme.languages, HANDBOOK, _once(faults))
        return made, {}
    for summary in summaries(facts, words, _recall(journal), made.group_of):
        done = maker.make(Group(summary.name, partial(summary.declare, made.digests())))
        made.add(done)
    promised = editions.promised(facts.site.releases, theme.languages)
    if lost := promised.keys() - made.group_of.keys():
        done = maker.make(Group("redirects", partial(redirects, facts, lost, made.digests())))
        made.add(done)
        lost = {path for path in lost if not led_on(path, facts.site.moved, made.group_of, theme.languages[1:])}
    wrong = _once([*_lost(lost, promised), *_checked(made, looked, published, base_path)])
    made.found = at_source(root, theme.languages, HANDBOOK, wrong)
    return made, Bodies(store, maker, made)


def _look(pages: Mapping[str, bytes], base_path: str) -> Looked:
    """What pages say; those of releases stand as they were, whatever became of what they link to."""
    return look({path: body for path, body in pages.items() if not EDITION.search(path)}, base_path)


def _lost(lost: Set[str], promised: Mapping[str, str]) -> list[Diagnostic]:
    """Addresses that were published and would be gone: pages, and of files those whose page stays."""
    told = (path for path in lost if path.endswith("index.html") or f"{path.rpartition('/')[0]}/index.html" not in lost)
    return [Diagnostic("address-lost", Span(path), {"path": path, "date": promised[path]}) for path in told]


EDITION = re.compile(rf"^{URLS.section('releases')}\d[^/]*/.+/")


def node_of(group: str) -> str:
    """What the journal calls a group."""
    return f"group {group}"


def _tasks(stale: list[Group]) -> list[tuple[str, ...]]:
    """Groups as they are made: those of a plan one after another, since they share what they are made of."""
    tasks: dict[str, list[str]] = {}
    for group in stale:
        tasks.setdefault(f"plan {group.plan}" if group.plan else group.name, []).append(group.name)
    return [tuple(names) for names in tasks.values()]


def _recall(journal: Journal) -> Callable[[str, Callable[[], dict[str, int]]], dict[str, int]]:
    return lambda name, work: journal.value(name, work, dict[str, int])


def _checked(made: Made, looked: Looked, published: Published, base_path: str) -> list[Diagnostic]:
    """What is wrong with the pages: those that were made, and all where a file or an id is gone that a page which was
    not made may link to."""

    @cache
    def standing(path: str) -> Looked:
        return _look({path: published.read(path)}, base_path)

    recorded = cache(published.ids)

    def ids_before(path: str) -> frozenset[str]:
        known = recorded(published.files[path].group).get(path)
        return standing(path).ids[path] if known is None else known

    def ids(path: str) -> frozenset[str] | None:
        return (looked.ids.get(path) or ids_before(path)) if path.endswith(".html") else None

    gone = published.files.keys() - made.group_of.keys()
    lost = any(path in published.files and ids_before(path) - own for path, own in looked.ids.items())
    if gone or lost:
        stand = [*made.kept, *(path for path, file in made.files.items() if file.stands)]
        for path in stand:
            if path.endswith(".html"):
                looked.add(standing(path))
    return check_links(looked, made.group_of, ids)


def _once(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A mistake of the frame stands on every page: it is told for the first."""
    first: dict[tuple[str, tuple[tuple[str, Value], ...]], Diagnostic] = {}
    for diagnostic in sorted(found, key=lambda fault: (fault.at, fault.code, str(fault.values))):
        first.setdefault((diagnostic.code, tuple(diagnostic.values.items())), diagnostic)
    return tuple(first.values())
