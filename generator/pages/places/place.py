"""One page a place: what it was and became, the plans that concern it, its numbers with all that they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.derive.folding import plain
from generator.derive.lineage import came_from
from generator.model.grouping import grouped
from generator.model.places import Place
from generator.site.formats import day
from generator.site.urls import URLS
from generator.site.wording import content_language

from ..figures import figures
from ..figures.card import FigureCard, card_of
from ..page import Link, PageKind, View, Words, doc
from ..parts.comparing import comparisons_with
from ..parts.evidence import evidence_links
from ..parts.lineage import Kin, borders, communes_today, fate, kept_apart, kin, until
from ..parts.links import place_link, references_of, section_link
from ..parts.naming import named as named_in
from ..parts.naming import unit_kind
from ..parts.search_places import Unpaged, unpaged
from .answer import PlaceAnswer, answer_of
from .place_numbers import NumberTable, numbers_of
from .place_plans import PlanHere, left_out, plans_here, policies_by_law, policies_here, policies_inside
from .sums import SumLine, sums_of

OF_PLACES = ("communes", "districts", "bars", "panels")
"""The charts that hold places against each other; others are about several places and compare something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpagedGroup:
    """Former units that were part of one unit."""

    above: str = doc("the unit that they were part of, in Vietnamese")
    units: tuple[Unpaged, ...] = doc("the units by name")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView(View):
    """One place."""

    named: str = doc("its name with what tells it from its namesakes: the unit above it, and its last day")
    answer: PlaceAnswer = doc("what is asked before all else: promised, published, last rate")
    type: str = doc("the kind of unit, in Vietnamese")
    kind: str = doc("the same in the language of the page")
    code: str = doc("the statistics code; empty where it has none")
    code_shared: tuple[Link, ...] = doc("units of another name that had its code at another time")
    since: str = doc("its first day, or nothing where it is not known or known only from lists")
    listed: str = doc("the first day of the list that first shows it, where that is all that is known")
    until: str = doc("its last day; empty while it stands")
    fate: str = doc("in a few words what became of it")
    above: Link | None = doc("the unit above it")
    aliases: tuple[str, ...] = doc("its other spellings")
    note: str = doc("a remark of ours, in Vietnamese")
    before: tuple[Kin, ...] = doc("what it came from")
    after: tuple[Kin, ...] = doc("what it became")
    borders: tuple[Kin, ...] = doc("units with which its border was moved, and both lived on")
    dissolved: bool = doc("whether its level ended, so that nothing came of it: its ground is in what stands after it")
    within: tuple[Link, ...] = doc("former districts whose ground lies within it")
    under: tuple[Link, ...] = doc("the units that are or were directly under it")
    unpaged: tuple[Unpaged, ...] = doc("its units of today that have no page of their own, by name")
    unpaged_former: tuple[UnpagedGroup, ...] = doc("its former units that have no page of their own")
    plans: tuple[PlanHere, ...] = doc("the plans that concern it")
    policies: tuple[Link, ...] = doc("the supports that plans promise there, each with the plans as its note")
    policies_by_law: tuple[Link, ...] = doc("how a household is reviewed, and the other supports of national law")
    policies_left: tuple[Link, ...] = doc("units that it came from and that none of these plans was for")
    policies_inside: tuple[Link, ...] = doc("units in it that plans promise supports for, not for the rest of it")
    published: tuple[Link, ...] = doc("what was published that bears on it, leading into the ledger")
    figures: tuple[FigureCard, ...] = doc("its own figures")
    compared: tuple[Link, ...] = doc("figures that compare it with others")
    numbers: tuple[NumberTable, ...] = doc("its numbers, a table for each body that made them")
    elsewhere: tuple[Link, ...] = doc("the units that it came from and that there are numbers of")
    sums: tuple[SumLine, ...] = doc("counts of its parts added up, beside what is printed for it")
    comparisons: tuple[Link, ...] = doc("where it is compared with others")
    findings: int = doc("how many findings are about it")
    sources: tuple[str, ...] = doc("where these facts were read")


def views(facts: Facts, lang: str, words: Words) -> Iterable[PlaceView]:
    """One page a place."""
    drawn, listed = figures(facts, lang, words), unpaged(facts, words)
    by_law = policies_by_law(facts, lang, words)
    for place in facts.site.places.values():
        yield _view(place, drawn, _listed(place, listed), by_law, facts, lang, words)


def _view(
    place: Place,
    drawn: tuple[Figure, ...],
    listed: tuple[Unpaged, ...],
    by_law: tuple[Link, ...],
    facts: Facts,
    lang: str,
    words: Words,
) -> PlaceView:
    site = facts.site
    promised = policies_here(place, facts, lang, words)
    parent = site.places.get(place.parent or "")
    first = day(place.valid_from, words) if place.valid_from else ""
    return PlaceView(
        lang=lang,
        path=URLS.place(place.id),
        title=place.full_name,
        title_lang=content_language(lang),
        named=_ended(place, _long_name(place, parent, facts, words), words),
        description=words["place.description"].format(
            place=_ended(place, _long_name(place, parent, facts, words), words)
        ),
        section="places",
        crumbs=(
            section_link("places", words),
            *((place_link(parent.id, facts, lang),) if parent else ()),
        ),
        answer=answer_of(place, facts, lang, words),
        type=place.type,
        kind=unit_kind(place.type, words).lower(),
        code=place.code,
        code_shared=_same_code(place, facts, lang, words),
        since=first if place.from_known else "",
        listed="" if place.from_known else first,
        until=day(place.valid_to, words) if place.valid_to else "",
        fate=fate(place, facts, words, communes_today(place, facts, words)),
        above=place_link(parent.id, facts, lang) if parent else None,
        aliases=place.aliases,
        note=place.note,
        before=kin(place.id, "before", facts, lang, words),
        after=kin(place.id, "after", facts, lang, words),
        borders=borders(place.id, facts, lang, words),
        dissolved=all(change.relation in ("within", "boundary") for change in facts.after.get(place.id, ())),
        within=tuple(
            place_link(change.before, facts, lang)
            for change in facts.before.get(place.id, ())
            if change.relation == "within"
        ),
        under=tuple(
            place_link(child, facts, lang, note=fate(site.places[child], facts, words))
            for child in facts.children.get(place.id, ())
        ),
        unpaged=tuple(unit for unit in listed if not unit.note),
        unpaged_former=_by_unit_above(listed),
        plans=plans_here(place, facts, lang, words),
        policies=promised,
        policies_by_law=tuple(link for link in by_law if link.href not in {policy.href for policy in promised}),
        policies_left=left_out(place, facts, lang, words),
        policies_inside=policies_inside(place, facts, lang, words),
        published=evidence_links(facts.published_on_places.get(place.id, ()), lang, words),
        figures=tuple(card_of(figure, words) for figure in drawn if figure.places == (place.id,)),
        compared=tuple(
            Link(href=URLS.chart(figure.id), label=figure.title)
            for figure in drawn
            if figure.chart in OF_PLACES and place.id in figure.places and len(figure.places) > 1
        ),
        numbers=numbers_of(place.id, facts, lang, words),
        elsewhere=tuple(
            kept_apart(id, place, facts, lang, words)
            for id in came_from(place.id, facts.before)
            if id in facts.series_of
        ),
        sums=sums_of(place.id, facts, lang, words),
        comparisons=comparisons_with(place.id, facts, words),
        findings=sum(finding.place == place.id for finding in facts.findings),
        sources=references_of(place.sources, facts),
    )


def _long_name(place: Place, parent: Place | None, facts: Facts, words: Words) -> str:
    own = named_in(place, facts, words)
    return f"{own}, {named_in(parent, facts, words)}" if parent and parent.level != "country" else own


def _ended(place: Place, name: str, words: Words) -> str:
    return words["compare.ended"].format(place=name, day=day(place.valid_to, words)) if place.valid_to else name


def _same_code(place: Place, facts: Facts, lang: str, words: Words) -> tuple[Link, ...]:
    """Units of its level whose code was used for it again, or the other way round; each with its last day."""
    return tuple(
        place_link(unit.id, facts, lang, note=until(unit, words))
        for unit in facts.site.places.values()
        if place.code and (unit.code, unit.level) == (place.code, place.level) and unit.name != place.name
    )


def _listed(place: Place, listed: Mapping[str, tuple[Unpaged, ...]]) -> tuple[Unpaged, ...]:
    """The units without a page of a province, or those that were under a district of it."""
    if place.level != "district":
        return tuple(unit for unit in listed.get(place.id, ()) if not unit.elsewhere)
    return tuple(unit for unit in listed.get(place.parent or "", ()) if unit.above == place.full_name)


def _by_unit_above(listed: tuple[Unpaged, ...]) -> tuple[UnpagedGroup, ...]:
    """The former ones of some units, under what they were part of, by name."""
    found = grouped((unit.above, unit) for unit in listed if unit.note)
    return tuple(
        UnpagedGroup(above=above, units=found[above])
        for above in sorted(found, key=lambda above: (plain(above.partition(" ")[2]), above))
    )


KIND = PageKind("place", "place.html", PlaceView, views)
