"""For search engines: which pages there are, in which languages, and that all may be read."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from generator.model.output import Output
from generator.model.site import Config
from generator.site.urls import Urls, in_language

from .recipes import TextRecipe

MOST = 50_000
"""How many addresses a sitemap may hold."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def outputs(config: Config, paths: Iterable[str]) -> tuple[Output, ...]:
    """The sitemap and robots.txt. `paths` are those of pages inside a language (`ke-hoach/`), each there in every one.

    More addresses than one sitemap may hold go to several, and `sitemap.xml` lists them.
    """
    at = Urls(config.base_url)
    pages = [
        {lang: in_language(path, lang, config.languages) for lang in config.languages} for path in sorted(set(paths))
    ]
    size = MOST // len(config.languages)
    shelves = [pages[start : start + size] for start in range(0, len(pages), size)] or [[]]
    robots = Output("robots.txt", TextRecipe(), f"User-agent: *\nAllow: /\n\nSitemap: {at.of('sitemap.xml')}\n")
    if len(shelves) == 1:
        return (Output("sitemap.xml", TextRecipe(), sitemap(shelves[0], at)), robots)
    names = [f"sitemap-{number}.xml" for number in range(1, len(shelves) + 1)]
    parts = [Output(name, TextRecipe(), sitemap(shelf, at)) for name, shelf in zip(names, shelves, strict=True)]
    return (Output("sitemap.xml", TextRecipe(), _index(names, at)), *parts, robots)


def sitemap(pages: Sequence[Mapping[str, str]], at: Urls) -> str:
    """A sitemap of pages, each given as its path in every language; the first language is for all other readers."""
    lines = [HEAD, f'<urlset xmlns="{SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n']
    for page in pages:
        others = [*page.items(), ("x-default", next(iter(page.values())))] if len(page) > 1 else []
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(at.of(path))}"/>' for lang, path in others
        )
        lines += [f"<url><loc>{escape(at.of(path))}</loc>{links}</url>\n" for path in page.values()]
    return "".join([*lines, "</urlset>\n"])


def _index(names: Sequence[str], at: Urls) -> str:
    entries = "".join(f"<sitemap><loc>{escape(at.of(name))}</loc></sitemap>\n" for name in names)
    return f'{HEAD}<sitemapindex xmlns="{SITEMAPS}">\n{entries}</sitemapindex>\n'
