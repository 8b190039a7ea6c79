"""The whole of a build in order: read, check, derive, declare, make, check, publish. A check publishes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.messages.catalogue import DEFAULT
from generator.model.diagnostic import Diagnostic, Severity, Span
from generator.model.telling import told_once
from generator.write.cache import Cache
from generator.write.digest import digest
from generator.write.inputs import CODE, PROJECT, Inputs, code_version, inputs_of, stamps_of
from generator.write.journal import Journal
from generator.write.publish import Changes, NotOurs, as_published, is_listed, publish, stamps
from generator.write.readings import Readings
from generator.write.records import BuildRecord, BuildRecords, FileRecord
from generator.write.store import Store

if TYPE_CHECKING:
    from generator.model.site import Site

MEMORY = ".memory"
OUT = "public"
_BEGINNING = 1 << 16  # bytes of site.yaml that are looked at for its languages


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `changes` is None where nothing was published, because of an error or because nothing changed.

    `language` is the one to answer in; `base_path` is where the site that `out` holds stands on its host.
    """

    diagnostics: tuple[Diagnostic, ...]
    language: str
    refused: bool
    base_path: str = "/"
    changes: Changes | None = None
    made: int = 0
    remembered: int = 0


def build(
    root: Path,
    out: Path,
    *,
    store: Path | None = None,
    strict: bool = False,
    fresh: bool = False,
    jobs: int = 1,
    executor: str | None = None,
    base_url: str | None = None,
    decoded: dict[str, Any] | None = None,
) -> Report:
    """Build the project of the folder `root` into the folder `out`. What is wrong refuses it; `out` stays as it was.

    `store` is the folder of the cache (`<root>/.memory`). `strict` lets warnings refuse too. `fresh` makes everything
    again, whatever is remembered. `jobs` is how many processes make files; `executor` names a cluster that does it
    instead (`dask://HOST:PORT`; ConnectionRefusedError where none answers). `base_url` stands in for that of site.yaml.
    `decoded` keeps decoded readings for the next build of this process.
    Libraries are loaded only after it is known that something changed: that is most of the time of an idle build.
    """
    root, out = root.resolve(), out.parent.resolve() / out.name
    with closing(Cache(store or root / MEMORY)) as cache:
        return _build(root, out, cache, strict, fresh, jobs, executor, base_url, decoded)


def check(
    root: Path, out: Path | None = None, *, store: Path | None = None, strict: bool = False, jobs: int = 1
) -> Report:
    """Say what `build` would say, and publish nothing: the pages are made, since links and templates are wrong only in
    pages; pictures and what machines read are not. What stands in `out` (`<root>/public`) need not be made."""
    root = root.resolve()
    with closing(Cache(store or root / MEMORY)) as cache:
        return _build(
            root, (out or root / OUT).resolve(), cache, strict, False, jobs, None, None, None, publishes=False
        )


def _build(
    root: Path,
    out: Path,
    cache: Cache,
    strict: bool,
    fresh: bool,
    jobs: int,
    executor: str | None,
    base_url: str | None,
    decoded: dict[str, Any] | None,
    publishes: bool = True,
) -> Report:
    records, before = BuildRecords(cache, out), _inputs(root)
    version = code_version()
    asked = before and digest([part.digest for part in before], version, strict, base_url)
    last, files = records.last(), records.files()
    standing = _standing(out, last, files)
    is_whole = len(standing) == len(files) > 0
    if asked and last and last.inputs == asked and not fresh and is_whole:
        return Report(last.diagnostics, last.language, False, last.base_path)
    if asked and not publishes and (checked := records.checked(asked)):
        return Report(*checked, False)
    base_path = last.base_path if last else "/"
    keeper = Store(cache, version, forget=fresh)
    from generator.read.site import read_project

    readings = Readings(cache, version, before[0].files, decoded, forget=fresh) if before else None
    project = read_project(root, readings)
    site, found = _at(project.site, base_url), project.found
    if site is None or _refuses(found, strict):
        rest = [*_checked(site, found), *_theme_checked(root, site)] if site else []
        return _refused([*found, *rest], root, base_path)
    texts = project.texts
    base = digest([part.base for part in before or ()], version, base_url, texts.rests())
    journal = Journal(texts.answer)
    if before and last and last.base == base and not fresh and is_whole:
        changed = [plan for plan, told in texts.digests().items() if last.texts[plan] != told]
        journal = Journal(texts.answer, records.nodes(), records.values(), records.seen, changed)
    repeats_all = not journal.nodes
    found += _checked(site, found, journal)
    found += journal.value("rule of themes", partial(_theme_checked, root, site), list[Diagnostic])
    if _refuses(found, strict):
        return _refused(found, root, base_path)
    from generator.making import Published, here, make

    published = Published(
        {path: files[path] for path in standing},
        lambda path: (out / path).read_bytes(),
        (lambda group: {}) if repeats_all else records.traces,
        records.ids,
        not publishes,
    )
    if not fresh:
        keeper.published = {path: file.key for path, file in published.files.items() if file.key}
    spread = here(jobs)
    if executor:
        from generator.cluster import GroupsOfBuild, on_cluster

        themes, standing_now = themes_of(root), {path: file.sha256 for path, file in published.files.items()}
        inputs = digest([part.digest for part in before]) if before else ""
        spread = on_cluster(
            executor, GroupsOfBuild(root, themes, base_url, inputs, version, standing_now, keeper.published)
        )
    made, bodies = make(site, root, themes_of(root), spread, keeper, journal, published)
    found += made.found
    if _refuses(found, strict):
        return _refused(found, root, base_path)
    if not publishes:
        report = Report(told_once(found), site.config.languages[0], False)
        if readings and asked and _still(root, before, version):
            readings.write()
            records.keep_check(asked, report.diagnostics, report.language)
        return report
    try:
        if any(out.is_relative_to(root / name) for name in PROJECT):
            raise NotOurs(str(out))
        changes = publish(bodies, out, made.digests(), last.listed if last else "")
    except NotOurs as fault:
        foreign = Diagnostic("output-not-ours", Span(out.name), {"path": fault.path})
        return _refused([*found, foreign], root, base_path)
    except OSError as fault:
        values = {"path": str(fault.filename or out), "problem": fault.strerror or str(fault)}
        return _refused([*found, Diagnostic("output-not-writable", Span(out.name), values)], root, base_path)
    language, base_path = site.config.languages[0], site.config.base_path
    report = Report(told_once(found), language, False, base_path, changes, made.made, made.remembered)
    journal.settle()
    still = _still(root, before, version)
    record = BuildRecord(
        inputs=asked if asked and still else "",
        listed=changes.digest,
        diagnostics=report.diagnostics,
        language=language,
        base_path=base_path,
        base=base if asked and still else "",
        texts=texts.digests(),
        keys=tuple(made.keys) or (last.keys if last else ()),
        readings=tuple(sorted(readings.keys)) if readings else (),
    )
    if readings and still:
        readings.write()
    now = made.records(published.files, stamps(out, bodies))
    records.keep(record, now, made.traces, made.ids, journal, repeats_all)
    replaced = None
    if last and not repeats_all:
        replaced = made.replaced(files).union(last.readings)
    keeper.keep(
        lambda: {*record.keys, *record.readings, *(file.key for file in now.values())} | records.others(), replaced
    )
    return report


def _standing(out: Path, last: BuildRecord | None, files: Mapping[str, FileRecord]) -> set[str]:
    """The files of the last build that stand in the folder as they were published."""
    if last is None or not is_listed(out, last.listed):
        return set()
    return as_published(out, {path: (file.sha256, file.stamp) for path, file in files.items()})


def language_of(root: Path) -> str:
    """The language that an author is answered in: the first of site.yaml, where that can be told."""
    file = root / "site.yaml"
    try:
        if not file.is_file():  # a pipe would never end
            return DEFAULT
        with file.open("rb") as opened:
            text = opened.read(_BEGINNING).decode("utf-8", "replace")
    except OSError:
        return DEFAULT
    # Not read as YAML: this must answer also where site.yaml is what is wrong.
    found = re.search(r"^languages:\s*(?:\[|\n\s*-)\s*[\"']?([a-z]{2,3})\b", text, re.MULTILINE)
    return found[1] if found else DEFAULT


def themes_of(root: Path) -> Path:
    """Where a project's themes are: its own folder, or the one that stands beside the generator."""
    own = root / "themes"
    return own if own.is_dir() else CODE.parent / "themes"


def _inputs(root: Path) -> tuple[Inputs, Inputs] | None:
    """The project and its themes as they are now; None where they cannot be vouched for."""
    project, themes = (inputs_of(*folders) for folders in _folders(root))
    return (project, themes) if project and themes else None


def _still(root: Path, before: tuple[Inputs, Inputs] | None, version: str) -> bool:
    """Whether nothing was edited since the build began: else what was read is neither the one nor the other."""
    now = [stamps_of(*folders) for folders in _folders(root)]
    return before is not None and [part.stamps for part in before] == now and version == code_version()


def _folders(root: Path) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    return (root, PROJECT), (themes_of(root).parent, ("themes",))


def read(root: Path, base_url: str | None = None) -> tuple[Site | None, list[Diagnostic]]:
    """The project, checked, and all that is wrong with it."""
    site, found = _read(root, base_url)
    return site, [*found, *(_checked(site, found) if site else ()), *(_theme_checked(root, site) if site else ())]


def _read(root: Path, base_url: str | None) -> tuple[Site | None, list[Diagnostic]]:
    from generator.read.site import read_site

    site, found = read_site(root)
    return _at(site, base_url), found


def _at(site: Site | None, base_url: str | None) -> Site | None:
    """A site at another address, where one is given."""
    if site is None or base_url is None:
        return site
    return replace(site, config=replace(site.config, base_url=base_url))


def _checked(site: Site, found: list[Diagnostic], journal: Journal | None = None) -> list[Diagnostic]:
    from generator.check import check_site, worked_out

    return check_site(site, found, journal.value if journal else worked_out)


def _theme_checked(root: Path, site: Site) -> list[Diagnostic]:
    from generator.read.theme import check_theme

    return check_theme(themes_of(root).parent, site.config)


def _refuses(found: Iterable[Diagnostic], strict: bool) -> bool:
    return any(strict or diagnostic.severity is Severity.ERROR for diagnostic in found)


def _refused(found: Iterable[Diagnostic], root: Path, base_path: str = "/") -> Report:
    return Report(told_once(found), language_of(root), True, base_path)
