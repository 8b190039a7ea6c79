"""A figure as pages show it: two pictures, the table under them, and what to take along."""

from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from generator.charts import CHARTS
from generator.charts.figure import WIDTHS, Figure
from generator.site.urls import URLS

from ..page import Link, Words, doc
from .sources import source_link

AROUND = 180
"""CSS pixels of a frame above and below its picture: three lines of a title, and the credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture file and its size in CSS pixels."""

    href: str = doc("its address inside the language")
    width: int = doc("its width in CSS pixels")
    height: int = doc("its height in CSS pixels")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCell:
    """A cell of the table under a figure."""

    text: str = doc("what stands in it, as printed")
    href: str = doc("where it is from: a row of a dataset, or a passage; empty for words")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A figure on a page."""

    id: str = doc("its name, which is also its anchor")
    href: str = doc("its own page")
    title: str = doc("a title that says the point")
    about: str = doc("what is measured, where and when")
    alt: str = doc("the picture in words")
    small: Picture = doc("the picture for a phone")
    large: Picture = doc("the picture for a desk")
    headings: tuple[str, ...] = doc("the headings of its table")
    rows: tuple[tuple[FigureCell, ...], ...] = doc("the rows of its table, numbers as printed")
    numeric: tuple[int, ...] = doc("the columns of its table that hold numbers, counted from nought")
    printed: tuple[int, ...] = doc("the columns that hold printed words or numbers, in Vietnamese")
    notes: tuple[str, ...] = doc("what a reader must know")
    sources: tuple[Link, ...] = doc("where its numbers stand; no address where it is not on this site")
    downloads: tuple[Link, ...] = doc("its files")
    png: bool = doc("whether the reader's browser is to make its PNG from the SVG")


def card_of(figure: Figure, words: Words) -> FigureCard:
    """What a page says of a figure."""
    small, large = (
        Picture(
            href=URLS.chart(figure.id, f"-{width}.svg"),
            width=width,
            height=CHARTS[figure.chart].height(figure.rows, width),
        )
        for width in WIDTHS
    )
    keys = [key for key, _ in figure.columns]
    return FigureCard(
        id=figure.id,
        href=URLS.chart(figure.id),
        title=figure.title,
        about=figure.about,
        alt=figure.alt,
        small=small,
        large=large,
        headings=tuple(heading for _, heading in figure.columns),
        rows=tuple(
            tuple(FigureCell(text=text, href=href) for text, href in zip_longest(row, links, fillvalue=""))
            for row, links in zip_longest(figure.table, figure.links, fillvalue=())
        ),
        numeric=tuple(keys.index(key) for key in figure.numeric),
        printed=tuple(index for index, key in enumerate(keys) if key == "printed" or key in figure.numeric),
        notes=figure.notes,
        sources=tuple(source_link(source, figure.lang) for source in figure.sources),
        downloads=tuple(Link(href=URLS.chart(figure.id, form), label=words[f"chart{form}"]) for form in figure.forms),
        png=not figure.png,
    )


def height_of(card: FigureCard) -> int:
    """The height of a frame with a chart, in CSS pixels."""
    return max(card.small.height, card.large.height) + AROUND


def framed(card: FigureCard, address: str) -> str:
    """The markup that shows a chart on another site, in a frame that runs no script. The picture fits the frame."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(card.title)}" '
        f'width="{card.large.width}" height="{height_of(card)}" '
        'style="border:0;width:100%" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>'
    )


def credit(figure: Figure, address: str, words: Words) -> str:
    """The line under a picture that was taken along: its sources, and the address of its page."""
    return words["chart.source_line"].format(sources="; ".join(label for label, _ in figure.sources), address=address)
