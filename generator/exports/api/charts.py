"""Charts in the API: figures of several languages become one object a chart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from generator.model.grouping import grouped
from generator.model.records import Text
from generator.site.urls import URLS, in_language

from .objects import URL, ApiObject, doc


class ApiFile(ApiObject):
    """A file to take along."""

    format: str = doc("svg, png, csv, json, vega-lite, …")
    lang: str = doc("the language of its words; empty where it has none")
    url: str = doc("its full address")


class ApiSource(ApiObject):
    """Where the numbers of a chart come from."""

    lang: str = doc("the language of the label")
    label: str = doc("its words")
    url: str = doc("its full address")


class ApiChart(ApiObject):
    """A chart. Whoever makes one may give paths inside the site: the API completes them."""

    id: str = doc("its id")
    url: str = doc(URL)
    kind: str = doc("the kind of chart")
    title: Text = doc("a title that says the point, by language")
    alt: Text = doc("the chart in words, by language")
    notes: Mapping[str, tuple[str, ...]] = doc("what a reader must know, by language")
    dataset: str | None = doc("id of the dataset that it draws; null where it is drawn from the plans' words")
    plan: str | None = doc("id of the plan that it is about")
    places: tuple[str, ...] = doc("ids of the places that it is about")
    sources: tuple[ApiSource, ...] = doc("where its numbers come from")
    files: tuple[ApiFile, ...] = doc("its downloads")
    specification: Mapping[str, Any] = doc("its Vega-Lite specification with its rows, in the first language")


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
    charts = grouped((figure.id, figure) for figure in figures)
    return tuple(
        ApiChart(
            id=id,
            url=URLS.chart(id),
            kind=versions[0].chart,
            title={figure.lang: figure.title for figure in versions},
            alt={figure.lang: figure.alt for figure in versions},
            notes={figure.lang: figure.notes for figure in versions},
            dataset=versions[0].dataset,
            plan=versions[0].plan,
            places=versions[0].places,
            sources=tuple(
                ApiSource(lang=figure.lang, label=label, url=in_language(href, figure.lang, languages))
                for figure in versions
                for label, href in figure.sources
            ),
            files=tuple(files(id)),
            specification={},  # whoever draws fills it in
        )
        for id, versions in charts.items()
    )
