"""One page a place: what it was and became, the plans that concern it, its numbers with all that they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.model.places import Place

from .comparing import comparisons_with
from .figures import figures
from .figures.card import FigureCard, card_of
from .figures.sources import plan_name
from .findable_places import Unpaged, unpaged
from .lineage import Kin, fate, kin, link
from .numbers import day
from .of_place import NumberTable, numbers_of
from .page import Link, PageKind, View, Words, told
from .reading import label_of, provision_path
from .sums import SumLine, sums_of
from .tables import indicator_name
from .wording import say, tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class AimLine:
    """A target that a plan sets for this place."""

    quote: str = told("the plan's words")
    printed: str = told("the number as printed")
    what: str = told("the indicator")
    deadline: str = told("by when; empty where the text names no time")
    group: str = told("for whom, where it is not for all")
    provision: Link = told("the clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAims:
    """What a plan says for this place."""

    plan: Link = told("the plan")
    title: str = told("our title of it")
    own: bool = told("whether the plan is this place's own")
    aims: tuple[AimLine, ...] = told("the targets that it sets for this place")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView(View):
    """One place."""

    type: str = told("the kind of unit, in Vietnamese")
    code: str = told("the statistics code; empty where it has none")
    since: str = told("its first day, or nothing where it is not known or known only from lists")
    listed: str = told("the first day of the list that first shows it, where that is all that is known")
    until: str = told("its last day; empty while it stands")
    fate: str = told("in a few words what became of it")
    above: Link | None = told("the unit above it")
    aliases: tuple[str, ...] = told("its other spellings")
    note: str = told("a remark of ours, in Vietnamese")
    before: tuple[Kin, ...] = told("what it came from")
    after: tuple[Kin, ...] = told("what it became")
    within: tuple[Link, ...] = told("former districts whose ground lies within it")
    under: tuple[Link, ...] = told("the units that are or were directly under it")
    unpaged: tuple[Unpaged, ...] = told("its units of today that have no page of their own, by name")
    unpaged_former: tuple[Unpaged, ...] = told("its former units that have no page of their own, by name")
    plans: tuple[PlanAims, ...] = told("the plans that concern it")
    figures: tuple[FigureCard, ...] = told("its own figures")
    compared: tuple[Link, ...] = told("figures that compare it with others")
    numbers: tuple[NumberTable, ...] = told("its numbers, a table for each body that made them")
    sums: tuple[SumLine, ...] = told("counts of its parts added up, beside what is printed for it")
    comparisons: tuple[Link, ...] = told("where it is compared with others")
    findings: int = told("how many findings are about it")
    sources: tuple[str, ...] = told("where these facts were read")


def views(facts: Facts, lang: str, words: Words) -> Iterable[PlaceView]:
    """One page a place."""
    drawn, listed = figures(facts, lang, words), unpaged(facts, words)
    for place in facts.site.places.values():
        yield _view(place, drawn, listed.get(place.id, ()), facts, lang, words)


def _view(
    place: Place, drawn: tuple[Figure, ...], listed: tuple[Unpaged, ...], facts: Facts, lang: str, words: Words
) -> PlaceView:
    site = facts.site
    parent = site.places.get(place.parent or "")
    first = day(place.valid_from, words) if place.valid_from else ""
    return PlaceView(
        lang=lang,
        path=f"dia-ban/{place.id}/",
        title=place.full_name,
        title_lang=tongue(lang),
        description=words["place.description"].format(place=_long_name(place, parent)),
        section="places",
        crumbs=(
            Link(href="dia-ban/", label=words["place.list_title"]),
            *((link(parent.id, facts, lang),) if parent else ()),
        ),
        type=place.type,
        code=place.code,
        since=first if place.from_known else "",
        listed="" if place.from_known else first,
        until=day(place.valid_to, words) if place.valid_to else "",
        fate=fate(place, facts, words),
        above=link(parent.id, facts, lang) if parent else None,
        aliases=place.aliases,
        note=place.note,
        before=kin(place.id, "before", facts, lang, words),
        after=kin(place.id, "after", facts, lang, words),
        within=tuple(
            link(one.before, facts, lang) for one in facts.before.get(place.id, ()) if one.relation == "within"
        ),
        under=tuple(_under(one, facts, lang, words) for one in facts.children.get(place.id, ())),
        unpaged=tuple(one for one in listed if not one.note),
        unpaged_former=tuple(one for one in listed if one.note),
        plans=tuple(_plan(one, place, facts, lang, words) for one in facts.plans_of.get(place.id, ())),
        figures=tuple(card_of(one, words) for one in drawn if one.places == (place.id,)),
        compared=tuple(
            Link(href=f"bieu-do/{one.id}/", label=one.title)
            for one in drawn
            if place.id in one.places and len(one.places) > 1
        ),
        numbers=numbers_of(place.id, facts, lang, words),
        sums=sums_of(place.id, facts, lang, words),
        comparisons=comparisons_with(place.id, facts, words),
        findings=sum(one.place == place.id for one in facts.findings),
        sources=tuple(f"{one.publisher}: {one.title}" for id in place.sources if (one := site.references.get(id))),
    )


def _long_name(place: Place, parent: Place | None) -> str:
    return f"{place.full_name}, {parent.full_name}" if parent and parent.level != "country" else place.full_name


def _under(id: str, facts: Facts, lang: str, words: Words) -> Link:
    place = facts.site.places[id]
    return Link(href=f"dia-ban/{id}/", label=place.full_name, note=fate(place, facts, words), lang=tongue(lang))


def _plan(id: str, place: Place, facts: Facts, lang: str, words: Words) -> PlanAims:
    plan = facts.site.plans[id]
    aims = [one for one in plan.targets if (one.geography or plan.place) == place.id and one.target_class == "target"]
    lines = []
    for one in aims:
        provision = plan.provision(one.provision)
        lines.append(
            AimLine(
                quote=one.quote,
                printed=one.value_printed,
                what=indicator_name(one.indicator, facts, lang) if one.indicator in facts.site.indicators else "",
                deadline=one.deadline or "",
                group=say(one.group, lang),
                provision=Link(
                    href=provision_path(id, one.provision),
                    label=label_of(provision, words) if provision else one.provision,
                ),
            )
        )
    return PlanAims(
        plan=Link(href=f"ke-hoach/{id}/", label=plan_name(plan, facts.site, lang, words)),
        title=say(plan.title, lang),
        own=plan.place == place.id,
        aims=tuple(lines),
    )


KIND = PageKind("place", "place.html", PlaceView, views)
