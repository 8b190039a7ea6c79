"""A plan as Akoma Ntoso 3.0 (OASIS LegalDocML), the format that collections of law exchange documents in."""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.derive.facts import Facts
from generator.derive.folding import slug
from generator.model.output import Output
from generator.model.plan import Block, Plan, Provision
from generator.site.urls import URLS, Urls
from generator.site.wording import localized

from .recipes import TextRecipe

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "#portal"
"""Who says what the metadata say."""
UNDATED = "khong-ngay"
NOTE = "ghi-chu-"
INLINE = {"i", "b", "br", "span", "noteRef", "docNumber", "docTitle"}
"""Elements among words, where a line end would be a space."""
TAGS = {"em": "i", "strong": "b", "br": "br"}


def outputs(facts: Facts, plan: Plan) -> Iterable[Output]:
    """The one file."""
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    document = SubElement(root, "doc", name=slug(plan.doc_type))
    _meta(SubElement(document, "meta"), facts, plan)
    preface = SubElement(document, "preface")
    if plan.number_printed:
        SubElement(SubElement(preface, "p"), "docNumber").text = plan.number_printed
    SubElement(SubElement(preface, "p"), "docTitle").text = plan.title_printed
    body = SubElement(document, "mainBody")
    below: dict[str | None, list[Provision]] = {}
    for provision in plan.provisions:
        below.setdefault(provision.parent, []).append(provision)
    for provision in below.get(None, ()):
        _provision(body, provision, below)
    for element in root.iter():
        if element.tag not in INLINE:
            element.tail = "\n"
    text = ElementTree.tostring(root, "unicode")
    yield Output(URLS.akn(plan.id), TextRecipe(), f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _meta(meta: Element, facts: Facts, plan: Plan) -> None:
    """What the document is, by the naming convention of Akoma Ntoso, and how damaged words were read.

    A copy without a day has the day of the content, and its name says that this is no day of the document.
    """
    config = facts.site.config
    agency = facts.site.agencies.get(plan.issuer)
    day, known = plan.date or config.as_of, "issued" if plan.date else "undated"
    named = plan.date.isoformat() if plan.date else UNDATED
    work = f"/akn/vn/doc/{slug(plan.doc_type)}/{plan.issuer}/{named}/{slug(plan.number or plan.id)}"
    identification = SubElement(meta, "identification", source=OURS)
    level = _level(identification, "FRBRWork", work, day, known, f"#{plan.issuer}")
    SubElement(level, "FRBRcountry", value="vn")
    if plan.number:
        SubElement(level, "FRBRnumber", value=plan.number)
    expression = _level(identification, "FRBRExpression", f"{work}/vie@{named}", day, known, f"#{plan.issuer}")
    SubElement(expression, "FRBRlanguage", language="vie")
    _level(identification, "FRBRManifestation", f"{work}/vie@{named}.xml", config.as_of, "content", OURS)
    references = SubElement(meta, "references", source=OURS)
    at = Urls(config.base_url)
    for id, href, name in (
        (plan.issuer, at.agency(plan.issuer), localized(agency.name, "vi") if agency else plan.issuer),
        (OURS[1:], config.base_url, localized(config.operator, "vi")),
    ):
        SubElement(references, "TLCOrganization", eId=id, href=href, showAs=name)
    if plan.repairs:
        notes = SubElement(meta, "notes", source=OURS)
        for repair in plan.repairs:
            note = SubElement(notes, "note", eId=f"{NOTE}{repair.number}")
            SubElement(note, "p").text = f"“{repair.quote}” → “{repair.reading}”"


def _level(parent: Element, name: str, uri: str, day: date, known: str, author: str) -> Element:
    """A level of the model of libraries: the work, its text in a language, its file."""
    level = SubElement(parent, name)
    SubElement(level, "FRBRthis", value=f"{uri}/!main")
    SubElement(level, "FRBRuri", value=uri)
    SubElement(level, "FRBRdate", date=day.isoformat(), name=known)
    SubElement(level, "FRBRauthor", href=author)
    return level


def _provision(parent: Element, provision: Provision, below: Mapping[str | None, list[Provision]]) -> None:
    """A provision with those below it; its own words stand before theirs."""
    made = SubElement(parent, "hcontainer", name="muc", eId=provision.id)
    if provision.number_printed:
        SubElement(made, "num").text = provision.number_printed
    if provision.title:
        SubElement(made, "heading").text = provision.title
    blocks = provision.blocks[1:] if provision.title else provision.blocks
    children = below.get(provision.id, ())
    if blocks or not children:
        own = SubElement(made, "intro" if children else "content")
        for block in blocks:
            _block(own, block)
        if not blocks:
            SubElement(own, "p")
    for child in children:
        _provision(made, child, below)


def _block(parent: Element, block: Block) -> None:
    if block.table is None:
        mark = f"{block.mark} " if block.mark else ""
        _inline(SubElement(parent, "p"), ElementTree.fromstring(f"<p>{block.html.replace('<br>', '<br/>')}</p>"), mark)
        return
    table = SubElement(parent, "table")
    for at, row in enumerate(block.table.rows):
        line = SubElement(table, "tr")
        for cell in row:
            SubElement(SubElement(line, "th" if at < block.table.header_rows else "td"), "p").text = cell


def _inline(made: Element, written: Element, before: str = "") -> None:
    """Words with emphasis; behind a reading of ours stands a reference to its note."""
    made.text = before + (written.text or "")
    for part in written:
        tag = TAGS.get(part.tag, "span")
        inner = SubElement(made, tag)
        _inline(inner, part)
        if number := part.get("href", "").partition(f"#{NOTE}")[2]:
            inner = SubElement(made, "noteRef", href=f"#{NOTE}{number}", marker=number)
        inner.tail = part.tail
