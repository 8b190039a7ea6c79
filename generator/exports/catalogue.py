"""What catalogues, browsers and agents look for at a site: DCAT-AP, OpenSearch, OpenAPI and llms.txt."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from generator.derive.facts import Facts
from generator.model.output import Output
from generator.model.records import Text
from generator.model.tables import Dataset
from generator.site.urls import URLS, Section, Urls, in_language

from .context import SiteContext, Words, contexts
from .opendata import downloads
from .recipes import JsonRecipe, TextRecipe

MEDIA = {
    "csv": "text/csv",
    "csv-wide": "text/csv",
    "csvw": "application/csvm+json",
    "datapackage": "application/json",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "readme": "text/markdown",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""The media type of each file of a dataset."""
_TYPES = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_PARTS: tuple[Section, ...] = (
    "plans", "commitments", "policies", "calendar", "places", "charts", "data", "findings", "methods",
)  # fmt: skip
"""The parts that llms.txt leads to."""


def outputs(facts: Facts, words: Mapping[str, Words]) -> Iterator[Output]:
    """The catalogue, the description of the API, the site's own search for browsers, and llms.txt."""
    config = facts.site.config
    yield Output(URLS.catalogue(), JsonRecipe(), catalogue(facts))
    for context in contexts(facts, words):
        path = in_language(URLS.opensearch(), context.lang, config.languages)
        yield Output(path, TextRecipe(), opensearch(context))
    yield Output(URLS.llms(), TextRecipe(), llms(contexts(facts, words)[0]))


def catalogue(facts: Facts) -> dict[str, Any]:
    """Every dataset with its files, by DCAT-AP."""
    site = facts.site
    at = Urls(site.config.base_url)
    publisher = {"@id": at.of("#publisher"), "@type": "foaf:Agent", "foaf:name": _said(site.config.operator)}
    return {
        "@context": _CONTEXT,
        "@id": at.catalogue(),
        "@type": "dcat:Catalog",
        "dcterms:title": _said(site.config.title),
        "dcterms:description": _said(site.config.tagline),
        "dcterms:publisher": publisher,
        "dcterms:modified": {"@type": "xsd:date", "@value": site.config.as_of.isoformat()},
        "foaf:homepage": {"@id": at.of("")},
        "dcat:dataset": [_dataset(dataset, facts, at) for dataset in site.datasets.values()],
    }


def _dataset(dataset: Dataset, facts: Facts, at: Urls) -> dict[str, Any]:
    years = sorted({row.year for row in dataset.rows})
    page = at.dataset(dataset.id)
    return {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dcterms:identifier": dataset.id,
        "dcterms:title": _said(dataset.title),
        "dcterms:description": _said(dataset.description),
        "dcterms:provenance": _said(dataset.provenance),
        "dcterms:publisher": {"@id": at.of("#publisher")},
        "dcat:landingPage": {"@id": page},
        "dcterms:temporal": {
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:gYear", "@value": str(years[0])},
            "dcat:endDate": {"@type": "xsd:gYear", "@value": str(years[-1])},
        }
        if years
        else [],
        "dcat:distribution": [
            {
                "@id": f"{page}#{download.format}",
                "@type": "dcat:Distribution",
                "dcat:accessURL": {"@id": at.of(download.path)},
                "dcat:downloadURL": {"@id": at.of(download.path)},
                "dcat:mediaType": {"@id": _TYPES + MEDIA[download.format]},
                "dcterms:license": {"@id": dataset.licence_url},
            }
            for download in downloads(dataset)
        ],
    }


def _said(text: Text) -> list[dict[str, str]]:
    return [{"@language": lang, "@value": words} for lang, words in text.items()]


def opensearch(context: SiteContext) -> str:
    """The site's search as a browser adds it to its own."""
    name = escape(context.localized(context.facts.site.config.title))
    page = escape(context.at.section("search"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{name[:16].strip()}</ShortName>\n<LongName>{name[:48]}</LongName>\n<Description>{name}</Description>\n"
        f'<Url type="text/html" template="{page}?q={{searchTerms}}"/>\n'
        f"<Language>{context.lang}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n"
    )


def openapi(facts: Facts, names: Iterable[str]) -> dict[str, Any]:
    """The static API by OpenAPI: each file a path, its schema beside it. `names` are of the lists."""
    at = Urls(facts.site.config.base_url)

    def read(summary: str, schema: str) -> dict[str, Any]:
        content = {"application/json": {"schema": {"$ref": at.schema(schema)}}}
        return {"get": {"summary": summary, "responses": {"200": {"description": summary, "content": content}}}}

    title = facts.site.config.title
    plan = {"name": "plan", "in": "path", "required": True, "schema": {"type": "string", "enum": [*facts.site.plans]}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title.get("en") or next(iter(title.values())),
            "version": facts.site.config.as_of.isoformat(),
        },
        "servers": [{"url": at.of("").rstrip("/") or "/"}],
        "paths": {
            f"/{URLS.api('index')}": read("index", "index"),
            **{f"/{URLS.api(name)}": read(name, name) for name in names},
            f"/{URLS.api('plans/{plan}')}": {**read("plan", "plan"), "parameters": [plan]},
        },
    }


def llms(context: SiteContext) -> str:
    """Where an agent that reads for somebody begins, in the first language."""
    config = context.facts.site.config
    at = Urls(config.base_url)
    lines = [
        f"# {context.localized(config.title)}\n",
        f"> {context.localized(config.tagline)}\n",
        f"{context.words['cite.llms']}\n",
        *(f"- [{context.words[f'nav.{part}']}]({context.at.section(part)})" for part in _PARTS),
        f"\n## {context.words['nav.plans']}\n",
        *(
            f"- [{plan.number}: {context.localized(plan.title)}]({context.at.plan(plan.id)})"
            f" ([JSON]({at.api(f'plans/{plan.id}')}))"
            for plan in context.facts.site.plans.values()
        ),
        f"\n## {context.words['nav.data']}\n",
        f"- [API]({at.api('index')}), [OpenAPI]({at.api('openapi')}), [DCAT-AP]({at.catalogue()})",
        *(
            f"- [{context.localized(dataset.title)}]({at.dataset(dataset.id)}{dataset.id}.csv)"
            for dataset in context.facts.site.datasets.values()
        ),
    ]
    return "\n".join(lines) + "\n"
