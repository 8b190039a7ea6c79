"""All words that authors wrote in a record, by the dotted names of their fields."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.model.diagnostic import Source
from generator.model.site import Site

_NOT_WORDS = frozenset(("source_of", "provisions", "rows", "outlines", "insets", "sha256", "bytes"))


def records(site: Site) -> Iterator[Any]:
    """Everything of a site that has words of ours: its configuration, plans, records, datasets and pages."""
    yield site.config
    groups = (
        site.plans, site.agencies, site.documents, site.standards, site.indicators, site.references,
        site.acts, site.policies, site.procedures, site.evidence, site.searches, site.assessments,
        site.contradictions, site.corrections, site.replies, site.maps, site.datasets, site.pages,
    )  # fmt: skip
    for group in groups:
        yield from group.values()


def source_of(record: Any) -> Source:
    """Where a record was written."""
    source: Source = record.source_of
    return source


def by_language(value: Any, name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every field that is given in languages, with its dotted name (`title`, `targets.t1.group`)."""
    if isinstance(value, Mapping):
        yield name, value
    else:
        for below, inside in _inside(value, name):
            yield from by_language(inside, below)


def every(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a record, with its dotted name (`title.vi`, `recipients.3`)."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from every(inside, f"{name}.{key}".lstrip("."))
    else:
        for below, inside in _inside(value, name):
            yield from every(inside, below)


def _inside(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The parts of a record or list; an entry is named by its id or name, if it has one, else by its place."""
    start = f"{name}." if name else ""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield f"{start}{getattr(item, 'id', None) or getattr(item, 'name', None) or index}", item
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_WORDS:
                yield f"{start}{field.name}", getattr(value, field.name)
