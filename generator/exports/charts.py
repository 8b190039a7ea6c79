"""Figures of several languages to charts of the API, one a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from .addresses import in_language
from .entries import ApiChart, ApiFile, ApiSource


class FigureLike(Protocol):
    """What the API needs of a figure: a chart about something, in one language."""

    @property
    def id(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def chart(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def sources(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def dataset(self) -> str | None: ...
    @property
    def plan(self) -> str | None: ...
    @property
    def places(self) -> tuple[str, ...]: ...


def charts_of(
    figures: Iterable[FigureLike], languages: Sequence[str], files: Callable[[str], Iterable[ApiFile]]
) -> tuple[ApiChart, ...]:
    """The figures by id, each language's words side by side, in the order in which they first come.

    `files` gives a chart's downloads by its id. Sources are inside a language, as figures have them.
    """
    charts: dict[str, list[FigureLike]] = {}
    for figure in figures:
        charts.setdefault(figure.id, []).append(figure)
    return tuple(
        ApiChart(
            id=id,
            url=f"bieu-do/{id}/",
            kind=ones[0].chart,
            title={one.lang: one.title for one in ones},
            alt={one.lang: one.alt for one in ones},
            notes={one.lang: one.notes for one in ones},
            dataset=ones[0].dataset,
            plan=ones[0].plan,
            places=ones[0].places,
            sources=tuple(
                ApiSource(lang=one.lang, label=label, url=in_language(href, one.lang, languages))
                for one in ones
                for label, href in one.sources
            ),
            files=tuple(files(id)),
        )
        for id, ones in charts.items()
    )
