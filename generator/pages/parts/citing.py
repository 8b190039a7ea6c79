"""How a page is cited: in words, as official papers do, and for reference managers."""

from collections.abc import Iterable

from generator.model.plan import Plan
from generator.model.site import Site
from generator.site import cite
from generator.site.urls import URLS, Urls, in_language
from generator.site.wording import content_language, dated, localized, sign_of

from ..page import Citing, Words
from .naming import kind_of_plan


def cited_numbers(
    kind: cite.Kind,
    path: str,
    title: str,
    sentence: str,
    authors: Iterable[str],
    files: Iterable[tuple[str, str]],
    site: Site,
    lang: str,
    description: str,
    licence: str = "",
    printed: str = "",
) -> Citing:
    """A chart or a dataset. `sentence` is what readers copy, with the words of a source, as `printed`, in it; `files`
    are the media type and path of each, from the root of the site."""
    portal = localized(site.config.title, lang)
    own = tuple(author for author in authors if author) or (portal,)
    source = cite.Source(
        kind=kind, title=title, authors=own, publisher=portal, url=address_of(path, site, lang), lang=lang,
        as_of=site.config.as_of,
    )  # fmt: skip
    at = Urls(site.config.base_url)
    linked = cite.linked(
        source,
        description=description,
        license=licence,
        isAccessibleForFree=True,
        distribution=[
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": at.of(file)} for media, file in files
        ],
    )
    before, inside, after = sentence.partition(printed) if printed else (sentence, "", "")
    return _citing(source, before, inside, after, "", linked, dated_address(path, site, lang), kind == "dataset")


def cited_plan(
    plan: Plan, path: str, key: str, site: Site, lang: str, words: Words, label: str = "", record: str = ""
) -> Citing:
    """A plan, or of it a provision (`label`) or an entry (`record`). `key` is that of the sentence."""
    agency = site.agencies.get(plan.issuer)
    issuer = localized(agency.name, lang) if agency else plan.issuer
    inferred = f" ({words['plan.inferred']})" if plan.issuer_certainty == "inferred" else ""
    source = cite.Source(
        kind="document", title=plan.title_printed, authors=(issuer,), publisher=localized(site.config.title, lang),
        url=address_of(path, site, lang), lang="vi", as_of=site.config.as_of, day=plan.date, genre=plan.doc_type,
        number=plan.number or "", part=", ".join(filter(None, (label, record))),
    )  # fmt: skip
    said = words[key].format(
        doc_type=kind_of_plan(plan.doc_type, words), sign=sign_of(plan, words), dated=dated(plan, words),
        issuer=issuer + inferred, label=label, id=record,
    )  # fmt: skip
    vietnamese = localized(agency.name, "vi") if agency else plan.issuer_printed or ""
    official = cite.official(
        plan.doc_type,
        plan.number or "",
        plan.date,
        f"[{vietnamese}]" if inferred else vietnamese,
        plan.title_printed,
        "" if content_language(lang) else label,
    )
    whole = address_of(URLS.plan(plan.id), site, lang)
    linked = cite.linked(source, isPartOf="" if source.url == whole else {"@type": "Legislation", "@id": whole})
    return _citing(
        source, f"{said} ", plan.title_printed, ".", official, linked, dated_address(path, site, lang), False
    )


def _citing(
    source: cite.Source, before: str, printed: str, after: str, official: str, linked: str, dated: str, rows: bool
) -> Citing:
    return Citing(
        before=before,
        printed=printed,
        after=after,
        official=official,
        forms=(("BibTeX", cite.bibtex(source)), ("RIS", cite.ris(source)), ("CSL-JSON", cite.csl(source))),
        metas=cite.metas(source),
        linked=linked,
        dated=dated,
        rows=rows,
    )


def dated_address(path: str, site: Site, lang: str) -> str:
    """Where the page stands as it was in the last release; empty where it was not in it."""
    page = in_language(path, lang, site.config.languages)
    file = page if page.endswith(".html") else f"{page}index.html"
    held = site.releases[-1].frozen.get(file) if site.releases else None
    return Urls(site.config.base_url).edition(held[0], page) if held else ""


def address_of(path: str, site: Site, lang: str) -> str:
    """The full address of a page."""
    return Urls(site.config.base_url).of(in_language(path, lang, site.config.languages))
