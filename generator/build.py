"""The whole of a build in order: read, check, derive, declare, make, check again, publish."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.codes import severity
from generator.model.diagnostic import Diagnostic, Severity, Span
from generator.write.cache import Cache
from generator.write.digest import digest
from generator.write.inputs import CODE, PROJECT, Inputs, code_version, inputs_of
from generator.write.publish import Changes, NotOurs, holds, publish
from generator.write.records import BuildRecord, BuildRecords
from generator.write.store import Store

if TYPE_CHECKING:
    from generator.model.site import Site

MEMORY = ".memory"


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
    base_url: str | None = None,
) -> Report:
    """Build the project of the folder `root` into the folder `out`. What is wrong refuses it; `out` stays as it was.

    `store` is the folder of the cache (`<root>/.memory`). `strict` lets warnings refuse too. `fresh` makes everything
    again, whatever is remembered. `jobs` is how many processes make files. `base_url` stands in for that of site.yaml.
    Libraries are loaded only after it is known that something changed: that is most of the time of an idle build.
    """
    root, out = root.resolve(), out.parent.resolve() / out.name
    with _uncollected(), closing(Cache(store or root / MEMORY)) as cache:
        return _build(root, out, cache, strict, fresh, jobs, base_url)


def _build(root: Path, out: Path, cache: Cache, strict: bool, fresh: bool, jobs: int, base_url: str | None) -> Report:
    records, before = BuildRecords(cache), _inputs(root)
    version = code_version()
    asked = before and digest([one.digest for one in before], version, strict, base_url)
    last = records.last(out)
    if asked and last and last.inputs == asked and not fresh and holds(out, last.listed):
        return Report(last.diagnostics, last.language, False, last.base_path)
    base_path = last.base_path if last else "/"
    keeper = Store(cache, version, forget=fresh)
    from generator.ahead import ahead

    with ahead(keeper, jobs) as first:
        site, found = read(root, base_url)
        if site is None or _refuses(found, strict):
            return _refused(found, root, base_path)
        from generator.making import make

        made = make(site, root, themes_of(root), jobs, first)
    found += made.found
    if _refuses(found, strict):
        keeper.write()
        return _refused(found, root, base_path)
    try:
        if any(out.is_relative_to(root / name) for name in PROJECT):
            raise NotOurs(str(out))
        changes = publish(made.files, out)
    except NotOurs as fault:
        foreign = Diagnostic("output-not-ours", Span(out.name), {"path": fault.path})
        return _refused([*found, foreign], root, base_path)
    except OSError as fault:
        values = {"path": str(fault.filename or out), "problem": fault.strerror or str(fault)}
        return _refused([*found, Diagnostic("output-not-writable", Span(out.name), values)], root, base_path)
    language, base_path = site.config.languages[0], site.config.base_path
    report = Report(_told(found), language, False, base_path, changes, keeper.made, keeper.remembered)
    # Edited while it was built: what was read is then neither the one nor the other.
    still = before == _inputs(root) and version == code_version()
    settled = asked if asked and still else ""
    records.keep(out, BuildRecord(settled, changes.digest, report.diagnostics, language, base_path), keeper.traces)
    keeper.keep(records.kept())
    return report


def check(root: Path, *, strict: bool = False) -> Report:
    """Read and check the project, and make nothing."""
    root = root.resolve()
    site, found = read(root)
    if site is None or _refuses(found, strict):
        return _refused(found, root)
    return Report(_told(found), site.config.languages[0], refused=False)


def language_of(root: Path) -> str:
    """The language that an author is answered in: the first of site.yaml, Vietnamese where that cannot be told."""
    try:
        text = (root / "site.yaml").read_text("utf-8", "replace")
    except OSError:
        return "vi"
    # Not read as YAML: this must answer also where site.yaml is what is wrong.
    found = re.search(r"^languages:\s*(?:\[|\n\s*-)\s*[\"']?([a-z]{2,3})\b", text, re.MULTILINE)
    return found[1] if found else "vi"


def themes_of(root: Path) -> Path:
    """Where a project's themes are: its own folder, or the one that stands beside the generator."""
    own = root / "themes"
    return own if own.is_dir() else CODE.parent / "themes"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: values hold none, and looking through them all again and again took a fifth of a
    build."""
    were = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were:
            gc.enable()


def _inputs(root: Path) -> tuple[Inputs, Inputs] | None:
    """The project and its themes as they are now; None where they cannot be vouched for."""
    project, themes = inputs_of(root), inputs_of(themes_of(root).parent, ("themes",))
    return (project, themes) if project and themes else None


def read(root: Path, base_url: str | None = None) -> tuple[Site | None, list[Diagnostic]]:
    """The project, checked, and all that is wrong with it."""
    from generator.check import check_site
    from generator.read.site import read_site

    site, found = read_site(root)
    if site is None:
        return None, found
    if base_url is not None:
        site = replace(site, config=replace(site.config, base_url=base_url))
    return site, [*found, *check_site(site, found)]


def _refuses(found: Iterable[Diagnostic], strict: bool) -> bool:
    return any(strict or severity(one) is Severity.ERROR for one in found)


def _refused(found: Iterable[Diagnostic], root: Path, base_path: str = "/") -> Report:
    return Report(_told(found), language_of(root), True, base_path)


def _told(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each mistake once, in the order of the files."""
    each = {(one.at, one.code, tuple(sorted(one.values.items()))): one for one in found}
    return tuple(each[key] for key in sorted(each))
