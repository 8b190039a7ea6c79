"""A project's folder in, a Site out, and all that was wrong on the way."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Span
from generator.model.limits import MOST, Limits
from generator.model.links import is_site_address
from generator.model.persons import same_words
from generator.model.site import Config, Site

from .content import read_content
from .datasets import read_datasets
from .decode import Shape, decode
from .files import Folder, Memory, document
from .kept import kept
from .places import UNITS, Units, read_places
from .releases import read_moved, read_releases
from .stored import Texts

CONFIG = Shape(Config, "site")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it was read: the site, None where site.yaml cannot be read; its plans as they are stored; and all
    that is wrong with its files, by place."""

    site: Site | None
    texts: Texts
    found: list[Diagnostic]


def read_site(root: Path) -> tuple[Site | None, list[Diagnostic]]:
    """The project in a folder, and all that is wrong with its files, by place.

    There is a Site as soon as site.yaml can be read; what could not be read is left out of it, and recorded.
    """
    project = read_project(root)
    return project.site, project.found


def read_project(root: Path, memory: Memory | None = None) -> Project:
    """As `read_site`; what `memory` keeps is not read again."""
    folder = Folder(root, memory=memory)
    config = kept(folder, "site.yaml", Config | None, _config)
    if config and config.limits:
        most = {name: min(max(1, getattr(config.limits, name)), most) for name, most in vars(MOST).items()}
        folder = replace(folder, limits=Limits(**most))
    content = read_content(folder, config.languages if config else ())
    units = kept(folder, UNITS, Units, read_places)
    datasets = read_datasets(folder)
    releases, broken = read_releases(root)
    moved = read_moved(folder)
    folder.found.extend(broken)
    found = sorted(folder.found, key=lambda diagnostic: (diagnostic.at, diagnostic.code))
    if config is None:
        return Project(None, content.texts, found)
    public = {same_words(words) for words in config.public_persons or ()}
    found = [wrong for wrong in found if not is_public(wrong, public)]
    site = Site(
        config=config,
        plans=content.texts.plans,
        places=units.places,
        changes=units.changes,
        lookup=units.lookup,
        regions=units.regions,
        datasets=datasets,
        releases=releases,
        moved=moved,
        pages=content.pages,
        handbook=content.handbook,
        **content.records,
    )
    return Project(site, content.texts, found)


def read_day_of(root: Path) -> date | None:
    """The day of a project's content; None where site.yaml cannot be read."""
    config = _config(Folder(root))
    return config.as_of if config else None


def is_public(wrong: Diagnostic, public: Set[str]) -> bool:
    """Whether a mistake tells of somebody who is public by a record of site.yaml."""
    return wrong.code == "private-data" and same_words(str(wrong.values["value"])) in public


def _config(folder: Folder) -> Config | None:
    if not folder.exists("site.yaml"):
        folder.wrong("no-project", Span("site.yaml"))
        return None
    written = document(folder, "site.yaml")
    if written is None:
        return None
    config, found = decode(CONFIG, written)
    folder.found.extend(found)
    if not isinstance(config, Config):
        return None
    at = config.source_of.at
    if not is_site_address(config.base_url):
        folder.wrong("bad-address", at("base_url"), value=config.base_url)
    if not config.languages:
        folder.wrong("empty-value", at("languages"), field="languages")
        return None
    for name, most in vars(MOST).items():
        if config.limits and not 1 <= getattr(config.limits, name) <= most:
            value, at_name = getattr(config.limits, name), f"limits.{name}"
            folder.wrong("bad-value", at(at_name), field=at_name, value=value, choices=f"1 … {most}")
    for index, lang in enumerate(config.languages):
        if not _LANGUAGE.match(lang):
            folder.wrong("bad-value", at(f"languages.{index}"), field="languages", value=lang, choices="`vi`, `en`, …")
    return replace(config, languages=tuple(dict.fromkeys(config.languages)))
