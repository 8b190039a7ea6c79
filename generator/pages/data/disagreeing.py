"""Two bodies, one place and year, two numbers: what differs between them, told from the data."""

from dataclasses import dataclass

from generator.derive.disagreement import Disagreement
from generator.derive.facts import Facts
from generator.derive.series import Point, differ
from generator.site.formats import with_unit

from ..figures.sources import made_by, printed_at, row_of, source_link
from ..page import Link, Words, doc
from ..parts.links import place_link
from ..parts.tables import row_href, standard_name
from .grids import written


@dataclass(frozen=True, slots=True, kw_only=True)
class OneNumber:
    """What one body says."""

    producer: str = doc("who made the number")
    number: Link = doc("the number, leading to its row in the dataset")
    status: str = doc("the kind of number")
    standard: str = doc("the poverty standard")
    source: Link = doc("where it is printed; no address where that has no page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Numbers of several bodies for one place and year."""

    place: Link = doc("the place")
    item: str = doc("what the numbers are of, where there are several things; in Vietnamese")
    year: int = doc("the year")
    numbers: tuple[OneNumber, ...] = doc("what each body says")
    reasons: tuple[str, ...] = doc("in what the numbers differ, a sentence each")


def differing(disagreement: Disagreement, facts: Facts, lang: str, words: Words) -> Differing:
    """A disagreement for readers."""
    return Differing(
        place=place_link(disagreement.place, facts, lang),
        item=disagreement.points[0].kind.item,
        year=disagreement.year,
        numbers=tuple(_number(point, facts, lang, words) for point in disagreement.points),
        reasons=tuple(_reasons(disagreement.points, facts, lang, words)),
    )


def _number(point: Point, facts: Facts, lang: str, words: Words) -> OneNumber:
    return OneNumber(
        producer=made_by((row_of(facts.site.datasets[point.dataset], point.line),), facts, lang, words),
        number=Link(
            href=row_href(facts.site.datasets[point.dataset], point.line),
            label=with_unit(written(point, words), point.kind.unit, words),
        ),
        status=words[f"figure.status.{point.status}"],
        standard=standard_name(point.kind.standard, facts, lang),
        source=source_link(printed_at(point.source, point.dataset, facts.site, lang, words), lang),
    )


def _reasons(points: tuple[Point, ...], facts: Facts, lang: str, words: Words) -> list[str]:
    first = points[0]
    standards = list(dict.fromkeys(point.kind.standard for point in points))
    named = [facts.site.standards.get(standard) for standard in standards]
    unstated = any(standard is None or standard.kind == "not_stated" for standard in named)
    kind = "unstated" if unstated else "standard" if len(standards) > 1 else "same_standard"
    names = "; ".join(standard_name(x, facts, lang) for x in standards)
    said = [words[f"indicator.differ.{kind}"].format(standards=names)]
    if len({point.status for point in points}) > 1:
        statuses = dict.fromkeys(words[f"figure.status.{point.status}"] for point in points)
        said.append(words["indicator.differ.status"].format(statuses=", ".join(statuses)))
    if all("producer" in differ(first.kind, point.kind) for point in points[1:]):
        said.append(words["indicator.differ.producer"])
    return said
