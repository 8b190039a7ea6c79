"""All figures of the site: comparisons first, then each place's own."""

from generator.charts.figure import Figure
from generator.derive.facts import Facts
from generator.derive.once import once

from ..page import Words
from .beside import beside_figures
from .compared import compared
from .due import due_figures
from .money import money
from .publication import publication_figures
from .reductions import reductions
from .starts import starts_and_ends
from .trends import trends
from .verifiability import verifiability_figures


@once
def figures(facts: Facts, lang: str, words: Words) -> tuple[Figure, ...]:
    """Every figure in a language, those of more than one place first. Their ids are the same in every language."""
    place_figures = tuple(trends(facts, lang, words))
    return (
        *starts_and_ends(facts, lang, words),
        *reductions(facts, lang, words),
        *money(facts, lang, words),
        *due_figures(facts, lang, words),
        *publication_figures(facts, lang, words),
        *verifiability_figures(facts, lang, words),
        *beside_figures(facts, lang, words),
        *compared(facts, lang, words),
        *sorted(place_figures, key=lambda figure: figure.many),
    )
