"""What each language says, and how it writes numbers and dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

from generator.render.chain import chain_of
from generator.render.language import Language, TemplateFault, read_words

THEMES = Path(__file__).parents[2] / "themes"


def spoken(code: str) -> Language:
    return chain_of(THEMES, "base").language(code)


@pytest.mark.parametrize(
    ("code", "value", "places", "written"),
    [
        ("vi", 11869, None, "11.869"),
        ("vi", Decimal("5440412"), None, "5.440.412"),
        ("vi", "7.70", None, "7,70"),
        ("vi", "-0.5", None, "−0,5"),
        ("vi", Decimal("6.475"), 2, "6,48"),
        ("vi", 7, 1, "7,0"),
        ("en", "11869.5", None, "11,869.5"),
    ],
)
def test_numbers(code: str, value: int | str | Decimal, places: int | None, written: str) -> None:
    """Vietnamese parts thousands by a point and decimals by a comma; digits written are digits kept."""

    assert spoken(code).number(value, places) == written


def test_units() -> None:
    """A percent, a difference of percents and a sum of money are three different things to say."""
    vi = spoken("vi")

    assert vi.percent("5.8") == "5,8%"
    assert vi.quantity("1.2", "percentage_point") == "1,2 điểm phần trăm"
    assert vi.money("5440412") == "5.440.412 triệu đồng"


def test_dates() -> None:
    """A date is written as each language writes it."""

    assert spoken("vi").date(date(2019, 4, 19)) == "19/4/2019"
    assert spoken("en").date("2019-04-19") == "19 April 2019"


def test_the_same_words_in_every_language() -> None:
    """Every word stands in every language, with the same places to fill."""

    def places(code: str) -> dict[str, set[str]]:
        words = spoken(code).words
        return {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in words.items()}

    assert places("vi") == places("en")


def test_a_word_given_twice_is_a_fault() -> None:
    """Files of one language are one vocabulary: a key that stands in two files is refused, with its line."""
    files = [("a.yaml", "nav:\n  plans: x\n"), ("b.yaml", "# b\nnav:\n  plans: y\n")]

    with pytest.raises(TemplateFault) as caught:
        read_words(files)

    assert (caught.value.diagnostic.at.file, caught.value.diagnostic.at.line) == ("b.yaml", 3)


def test_words_are_the_strings_that_are_written() -> None:
    """`no` is a word, not a boolean; `1.10` keeps its zero."""

    assert read_words([("a.yaml", "a: no\nb: 1.10\n")]) == {"a": "no", "b": "1.10"}


def test_a_word_wants_all_its_values() -> None:
    """A place to fill that nobody fills is a fault, even when no value is given at all."""
    language = Language("vi", {"a": "đến {year}"})

    assert language.word("a", year=2020) == "đến 2020"
    with pytest.raises(KeyError, match=r"a \{year\}"):
        language.word("a")
