"""Narrow questions about a plan's text. Whoever asks one depends on its answer only (`reads.question`)."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from .plan import PARTS, Plan, Provision
from .quoting import visibly_cut
from .reads import question


@question
def opening(provision: Provision, length: int) -> str:
    """The first words of its first passage that is no table: all of it, or a little more than `length` characters."""
    text = next((block.text for block in provision.blocks if block.kind != "table"), "")
    return " ".join(text.split())[: length + 2]


@question
def passage_of(provision: Provision, quote: str) -> str:
    """The anchor of the passage that holds a quote; the provision's own where it runs over several passages."""
    sought = " ".join(quote.split())
    for number, block in enumerate(provision.blocks, start=1):
        if sought in _spaced(block.mark, block.text):
            return f"{provision.id}-p{number}"
    return provision.id


@question
def lines_with(provision: Provision, quote: str) -> tuple[int, ...]:
    """The lines of the source of the passages that hold a quote."""
    return tuple(line for block in provision.blocks if quote in block.text for line in block.lines)


@question
def first_line(provision: Provision) -> int | None:
    """The line of the source that it begins on."""
    return next((line for block in provision.blocks for line in block.lines), None)


@question
def forms_in(plan: Plan, forms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Where a plan prints one of some forms: the form and the provision, in printed order.

    A space of a form stands for any run of spaces and line ends. At each place the first of `forms` wins.
    """
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_over_lines, forms))})(?!\w)")
    return tuple(
        (" ".join(match[0].split()), provision.id)
        for provision in plan.provisions
        for text in _texts(provision)
        for match in pattern.finditer(text)
    )


@question
def cut_of(provision: Provision, quote: str) -> str:
    """A quote with “…” where a clause of the provision goes on before or after it."""
    return visibly_cut(f"{provision.title or ''}\n{provision.text}", quote)


def quoted(plan: Plan, provision: str, quote: str) -> str:
    """Words of a provision of a plan, with “…” where a clause goes on before or after them."""
    known = plan.provision(provision)
    return cut_of(known, quote) if known else quote


QUESTIONS: Mapping[str, Callable[..., Any]] = {
    ask.__name__: ask for ask in (opening, passage_of, lines_with, first_line, forms_in, cut_of)
}
"""The narrow questions about the text of a provision or a plan, by name."""


def _over_lines(form: str) -> str:
    """A pattern that finds a form however its words are parted."""
    return r"\s+".join(map(re.escape, form.split()))


def _texts(provision: Provision) -> Iterator[str]:
    """A provision's words by block; the head of the text is one, since it prints one name over several lines."""
    blocks = [
        "\n".join((block.text, *(";\n".join(row) for row in block.table.rows))) if block.table else block.text
        for block in provision.blocks
    ]
    yield from ["\n".join(blocks)] if provision.id == PARTS[0] else blocks


@lru_cache(maxsize=10_000)  # a passage is looked through for each of its quotes, in each language
def _spaced(mark: str, text: str) -> str:
    return " ".join(f"{mark} {text}".split())
