"""The first screen of a place: what was promised for it and by when, what was published, and its last known rate."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.derive.covering import COVERS
from generator.derive.exact import RATE
from generator.derive.facts import Facts
from generator.derive.series import MEASURED
from generator.derive.status import lifecycle_of
from generator.model.duties import Evidence
from generator.model.grouping import grouped
from generator.model.places import Place
from generator.model.plan import Plan, Target
from generator.site.formats import day, legible
from generator.site.urls import URLS
from generator.site.wording import localized, short, years

from ..page import Link, Words, doc
from ..parts.duties import commitment_link
from ..parts.evidence import evidence_links
from ..parts.tables import indicator_name, row_href, standard_name

POINTS = ("pp", "pp_per_year")
SHOWN, PIECES = 2, 1  # promises and publications of a first screen; the sections below hold all
LETTERS = 160  # of a quoted promise; what is cut off is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class AimNumber:
    """A number that a plan wants reached."""

    printed: str = doc("the number as printed")
    points: bool = doc("whether the printed sign of percent stands for percentage points")
    what: str = doc("the indicator")
    group: str = doc("for whom, where it is not for all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What one sentence of a plan aims at for a place."""

    quote: str = doc("the plan's words")
    numbers: tuple[AimNumber, ...] = doc("its numbers")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    duty: Link = doc("the commitment, else the clause")
    state: str = doc("what was found of the commitment; empty where the words are none")
    results: tuple[Link, ...] = doc("what was published on the commitment, leading into the ledger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a first screen says of a promise."""

    quote: str = doc("the plan's words, visibly cut where they are long; empty where the plan aims at no number here")
    href: str = doc("the commitment, else the clause or the plan")
    deadline: str = doc("by when, as printed; empty where the text names no time")
    plan: str = doc("the plan's number, with its period and whether that has ended")
    title: str = doc("our title of the plan")
    here: bool = doc("whether it is said of this very place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The last rate of poor households that is known of a place."""

    what: str = doc("the indicator")
    printed: str = doc("the number as printed")
    year: int = doc("of which year")
    about: str = doc("the poverty standard, and what kind of number it is")
    href: str = doc("the row of the dataset")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAnswer:
    """What people ask of a place before all else."""

    promised: tuple[Promise, ...] = doc("what was promised, for this very place before for what is around it")
    published: tuple[Link, ...] = doc("what was published on it, what bears on its targets first")
    more: int = doc("how many more publications the page lists")
    looked: str = doc("the last day on which results of its plans were looked for; empty where nobody did")
    rate: Rate | None = doc("its last known rate of poor households")


def answer_of(place: Place, facts: Facts, lang: str, words: Words) -> PlaceAnswer:
    """The first screen of a place."""
    covers = facts.covers_of.get(place.id, ())
    plans = [facts.site.plans[cover.plan] for cover in covers if cover.how in COVERS or cover.how == "named"]
    here = [promise for plan in plans for promise in _promises(plan, place.id, place.id, facts, lang, words)]
    around = [promise for plan in plans for promise in _promises(plan, plan.place, place.id, facts, lang, words)[:1]]
    published = sorted(
        facts.published_on_places.get(place.id, ()), key=lambda piece: not _answers(piece, place.id, facts)
    )
    named = {plan.id for plan in plans}
    days = [
        search.date
        for search in facts.site.searches.values()
        if any(bearing.plan in named for bearing in search.bearings)
    ]
    return PlaceAnswer(
        promised=tuple((here or around)[:SHOWN]),
        published=evidence_links(published[:PIECES], lang, words),
        more=len(published[PIECES:]),
        looked=day(max(days), words) if days else "",
        rate=_rate(place, facts, lang, words),
    )


def aims_of(plan: Plan, place: str, facts: Facts, lang: str, words: Words) -> tuple[Aim, ...]:
    """What a plan aims at for a place: a sentence once, with all its numbers, and what was found of it."""
    own = (target for target in plan.targets if (target.geography or plan.place) == place)
    quoted = grouped(((target.provision, target.quote), target) for target in own if target.target_class == "target")
    return tuple(_aim(plan, targets, facts, lang, words) for targets in quoted.values())


def _aim(plan: Plan, targets: Sequence[Target], facts: Facts, lang: str, words: Words) -> Aim:
    ids = {target.id for target in targets}
    duty = next((duty for duty in plan.commitments if not ids.isdisjoint(duty.targets)), None)
    status = facts.statuses[f"{plan.id}/{duty.id}"] if duty else None
    clause = Link(href=URLS.provision(plan.id, targets[0].provision), label=words["place.clause"])
    return Aim(
        quote=targets[0].quote,
        numbers=tuple(
            AimNumber(
                printed=target.value_printed,
                points=target.unit in POINTS and "%" in target.value_printed,
                what=indicator_name(target.indicator, facts, lang) if target.indicator in facts.site.indicators else "",
                group=localized(target.group, lang),
            )
            for target in targets
        ),
        deadline=next((target.deadline for target in targets if target.deadline), ""),
        duty=commitment_link(plan, duty.id, lang) if duty else clause,
        state=status.state if status else "",
        results=evidence_links((facts.site.evidence[id] for id in status.evidence), lang, words) if status else (),
    )


def _promises(plan: Plan, aimed: str, place: str, facts: Facts, lang: str, words: Words) -> list[Promise]:
    """The sentences of a plan that aim at something for a unit; the plan alone where it aims at no number there."""
    ended = words[f"policy.plan.{lifecycle_of(facts.site, plan)}"]
    number = f"{plan.number}, {ended.format(period=years(plan.period.start, plan.period.end, words))}"
    title = localized(plan.title, lang)
    aims = [
        Promise(
            quote=short(aim.quote, LETTERS),
            href=aim.duty.href,
            deadline=aim.deadline,
            plan=number,
            title=title,
            here=aimed == place,
        )
        for aim in aims_of(plan, aimed, facts, lang, words)
    ]
    if aims or aimed == place:
        return aims
    return [Promise(quote="", href=URLS.plan(plan.id), deadline="", plan=number, title=title, here=False)]


def _answers(piece: Evidence, place: str, facts: Facts) -> bool:
    """Whether a publication bears on a commitment that has a target for a place."""
    return any(
        target.geography == place and target.id in commitment.targets and commitment.id in bearing.duties
        for bearing in piece.bearings
        if (plan := facts.site.plans.get(bearing.plan))
        for commitment in plan.commitments
        for target in plan.targets
    )


def _rate(place: Place, facts: Facts, lang: str, words: Words) -> Rate | None:
    """The measured rate of the last year that is known; None where there is none."""

    def known() -> Iterator[tuple[int, int, Rate]]:
        for series in facts.series_of.get(place.id, ()):
            if series.indicator != RATE or series.kind.item:
                continue
            for point in series.points:
                if point.status in MEASURED:
                    said = (standard_name(series.kind.standard, facts, lang), words[f"figure.status.{point.status}"])
                    yield (
                        point.year,
                        -MEASURED.index(point.status),
                        Rate(
                            what=indicator_name(RATE, facts, lang, brief=True),
                            printed=legible(point.value_printed, point.value, words),
                            year=point.year,
                            about="; ".join(said),
                            href=row_href(facts.site.datasets[point.dataset], point.line),
                        ),
                    )

    return _last(known())


def _last(rates: Iterable[tuple[int, int, Rate]]) -> Rate | None:
    return max(rates, key=lambda entry: entry[:2], default=(0, 0, None))[2]
