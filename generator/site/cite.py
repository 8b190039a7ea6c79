"""How a thing of the site is cited: BibTeX, RIS and CSL-JSON, and the form in which official papers name a document."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Kind = Literal["chart", "dataset", "document"]
_RIS: dict[Kind, str] = {"chart": "CHART", "dataset": "DATA", "document": "GOVDOC"}
_CSL: dict[Kind, str] = {"chart": "graphic", "dataset": "dataset", "document": "report"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is cited, of whom, and where it stands. `day` is the document's own, `as_of` that of the site's content;
    `part` is the provision or commitment of a document that is meant; `lang` is the language of `title`."""

    kind: Kind
    title: str
    authors: tuple[str, ...]
    publisher: str
    url: str
    as_of: date
    lang: str
    day: date | None = None
    genre: str = ""
    number: str = ""
    part: str = ""

    @property
    def key(self) -> str:
        """A name for lists of references: the last parts of the address."""
        path = self.url.partition("://")[2].partition("/")[2]
        return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "trang"

    @property
    def dated(self) -> date | None:
        """Its own day, or that of the site's content; a document that bears no date has none."""
        return self.day or (None if self.kind == "document" else self.as_of)


def bibtex(source: Source) -> str:
    """The source as an entry of BibTeX, in UTF-8."""
    note = "; ".join(filter(None, (source.part, source.publisher if source.kind == "document" else "")))
    fields = {
        "title": f"{{{_tex(source.title)}}}",
        "author": " and ".join(f"{{{_tex(author)}}}" for author in source.authors),
        "type": _tex(source.genre),
        "number": _tex(source.number),
        "note": _tex(note),
        "publisher": "" if source.kind == "document" else _tex(source.publisher),
        "date": source.dated.isoformat() if source.dated else "",
        "year": str(source.dated.year) if source.dated else "",
        "url": source.url,
        "urldate": source.as_of.isoformat(),
        "langid": {"vi": "vietnamese", "en": "english"}.get(source.lang, ""),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{source.key},\n{lines}}}"


def ris(source: Source) -> str:
    """The source as a record of RIS."""
    lines = [
        ("TY", _RIS[source.kind]),
        ("TI", source.title),
        *(("AU", f"{author},") for author in source.authors),  # the comma tells a body from a person's two names
        ("PY", str(source.dated.year) if source.dated else ""),
        ("DA", source.dated.strftime("%Y/%m/%d") if source.dated else ""),
        ("M3", source.genre),
        ("SN" if source.kind != "document" else "IS", source.number),
        ("SE", source.part),
        ("PB", source.publisher),
        ("LA", source.lang),
        ("UR", source.url),
        ("Y2", source.as_of.strftime("%Y/%m/%d")),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {value}" for tag, value in lines if value or tag == "ER")


def csl(source: Source) -> str:
    """The source as CSL-JSON, which Zotero and Pandoc read."""
    item = {
        "id": source.key,
        "type": _CSL[source.kind],
        "title": source.title,
        "author": [{"literal": author} for author in source.authors],
        "genre": source.genre,
        "number": source.number,
        "section": source.part,
        "publisher": source.publisher,
        "issued": _parts(source.dated) if source.dated else "",
        "accessed": _parts(source.as_of),
        "URL": source.url,
        "language": source.lang,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False)


def official(genre: str, number: str, day: date | None, issuer: str, title: str, part: str = "") -> str:
    """A document as Vietnamese official papers name it when they first do (Decree 30/2020/NĐ-CP): kind, number, day,
    body, subject. What is not known is left out; where our copy does not print a body, `issuer` says so itself."""
    words = [
        f"{part[:1].lower()}{part[1:]}" if part else "",
        genre,
        f"số {number}" if number else "",
        f"ngày {day.day:02} tháng {f'{day.month:02}' if day.month < 3 else day.month} năm {day.year}" if day else "",
        f"của {issuer}" if issuer else "",
        title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}",
    ]
    said = " ".join(filter(None, words))
    return f"{said[:1].upper()}{said[1:]}"


def metas(source: Source) -> tuple[tuple[str, str], ...]:
    """Name and content of the metadata of a page that reference managers and search engines of papers read."""
    pairs = [
        ("citation_title", f"{source.title}, {source.part}" if source.part else source.title),
        *(("citation_author", author) for author in source.authors),
        ("citation_publication_date", source.dated.strftime("%Y/%m/%d") if source.dated else ""),
        ("citation_online_date", source.as_of.strftime("%Y/%m/%d")),
        ("citation_publisher", source.publisher),
        ("citation_technical_report_number", source.number),
        ("citation_language", source.lang),
        ("citation_public_url", source.url),
    ]
    return tuple((name, content) for name, content in pairs if content)


def linked(source: Source, **more: Any) -> str:
    """The source as JSON-LD of schema.org: a dataset with its files, or a document with who issued it."""
    document = source.kind == "document"
    bodies = [{"@type": "Organization", "name": author} for author in source.authors]
    item = {
        "@context": "https://schema.org",
        "@type": "Legislation" if document else "Dataset",
        "@id": source.url,
        "url": source.url,
        "name": f"{source.title}, {source.part}" if source.part else source.title,
        "inLanguage": source.lang,
        "legislationType": source.genre,
        "legislationIdentifier": source.number,
        "legislationDate": source.day.isoformat() if source.day else "",
        "legislationPassedBy" if document else "creator": bodies,
        "dateModified": source.as_of.isoformat(),
        "publisher": {"@type": "Organization", "name": source.publisher},
        **more,
    }
    return embedded({name: value for name, value in item.items() if value})


def embedded(item: Any) -> str:
    """JSON that may stand inside a page's script element: no sign in it ends or opens one."""
    return json.dumps(item, ensure_ascii=False).replace("<", "\\u003c")


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _tex(words: str) -> str:
    """Words that TeX prints as they are."""
    return re.sub(r"([#$%&_])", r"\\\1", words.replace("{", "(").replace("}", ")"))
