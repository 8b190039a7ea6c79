"""Numbers as a language shows what a source prints."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.site.formats import legible
from tests.unit.small_duties import words

VI, EN = words()["vi"], words()["en"]


@pytest.mark.parametrize(
    ("printed", "value", "shown"),
    [
        ("22.1", "22.1", "22,1"),
        ("7.0", "7.0", "7,0"),
        ("1,452.5", "1452.5", "1.452,5"),
        ("1,452", "1452", "1.452"),
        ("over 5.8%", "5.8", "over 5,8%"),
        ("22,1", "22.1", "22,1"),
        ("1.452", "1452", "1.452"),
        ("48 065", "48065", "48 065"),
        ("trên 5,8%", "5.8", "trên 5,8%"),
        ("-1.5", "-1.5", "-1,5"),
        ("..", None, ".."),
        ("một nửa", "0.5", "một nửa"),
    ],
)
def test_a_number_printed_the_english_way_is_shown_with_vietnamese_signs(
    printed: str, value: str | None, shown: str
) -> None:
    """What is printed with the signs of Vietnamese stays as it is, letter by letter; so does what is no such number."""
    assert legible(printed, None if value is None else Decimal(value), VI) == shown


@pytest.mark.parametrize("printed", ["22.1", "22,1", "1,452.5"])
def test_other_languages_show_a_number_as_printed(printed: str) -> None:
    assert legible(printed, Decimal("22.1"), EN) == printed
