"""Vietnamese printed numbers and dates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.numbers import Number, read_day, read_number

D = Decimal


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("48 065", Number(D(48065))),
        ("5.440.412 triệu đồng", Number(D(5440412), unit="triệu đồng")),
        ("7,7", Number(D("7.7"))),
        ("3699", Number(D(3699))),
        ("1.234", Number(D(1234))),
        ("1,234", Number(D("1.234"))),
        ("1.234,5", Number(D("1234.5"))),
        ("0,7%", Number(D("0.7"), unit="%")),
        ("trên 5,8%", Number(D("5.8"), "gt", unit="%")),
        ("Trên 98%", Number(D(98), "gt", unit="%")),
        ("trên 4%/Năm", Number(D(4), "gt", unit="%/Năm")),
        ("thấp hơn hoặc bằng 1,68%", Number(D("1.68"), "lte", unit="%")),
        ("từ 7%/năm trở lên", Number(D(7), "gte", unit="%/năm trở lên")),
        ("dưới 20%", Number(D(20), "lt", unit="%")),
        ("khoảng 2.300 hộ", Number(D(2300), "approx", unit="hộ")),
        ("5-7%", Number(D(5), high=D(7), unit="%")),
        ("7,30 %", Number(D("7.30"), unit="%")),
        ("không còn", Number(D(0))),
        ("-5", Number(D(-5))),
    ],
)
def test_a_printed_number_is_read(printed: str, number: Number) -> None:
    """A dot or a space parts thousands, a comma begins the decimals; the words around say how it compares."""

    assert read_number(printed) == number


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "nhiều",
        "1.23",
        "1.2345",
        "12.5",
        "1,2,3",
        "1 23",
        "1 234.567",
        "1.234 567",
        "044",
        "0.123",
        "1,",
        ",5",
        "30/6",
        "5 6",
    ],
)
def test_a_number_that_could_be_another_is_not_read(printed: str) -> None:
    """Nothing is guessed."""

    assert read_number(printed) is None


def printed(value: Decimal, separator: str) -> str:
    """A number as Vietnamese documents print it."""
    return f"{value:,f}".replace(",", separator) if value == value.to_integral() else _with_comma(value, separator)


def _with_comma(value: Decimal, separator: str) -> str:
    whole, _, rest = f"{value:,f}".partition(".")
    return f"{whole.replace(',', separator)},{rest}"


@given(
    st.decimals(min_value=0, max_value=10**12, places=2).map(lambda one: one.normalize()),
    st.sampled_from([".", " ", "\u00a0", ""]),
    st.sampled_from(["", "%", " hộ", " triệu đồng", "%/năm"]),
)
def test_what_is_printed_is_read_back(value: Decimal, separator: str, unit: str) -> None:
    """Printing a number and reading it gives the number."""
    read = read_number(printed(value, separator) + unit)

    assert read is not None
    assert (read.value, read.comparator, read.unit) == (value, "eq", unit.strip())


@given(st.text(alphabet="0123456789., %-/hộ trên"))
def test_any_words_are_read_or_not(words: str) -> None:
    """What is read keeps every digit of what is printed, and no other."""
    read = read_number(words)
    digits = "".join(letter for letter in words if letter.isdigit())

    assert read is None or digits == "".join(
        letter for one in (read.value, read.high) if one is not None for letter in f"{one:f}" if letter.isdigit()
    )


@pytest.mark.parametrize(
    ("printed_day", "day"),
    [
        ("30/6", (None, 6, 30)),
        ("05/6/2017", (2017, 6, 5)),
        ("27-12-2017", (2017, 12, 27)),
        ("ngày 01 tháng 02 năm 2018", (2018, 2, 1)),
        ("Sơn La, ngày 01 tháng 6 năm 2022", (2022, 6, 1)),
        ("31/2", None),
        ("29/02/2019", None),
        ("năm 2019", None),
        ("13/13/2013", None),
    ],
)
def test_a_printed_day_is_read(printed_day: str, day: tuple[int | None, int, int] | None) -> None:
    """Day, month, year; the year may be left out, and a day that no calendar has is none."""

    assert read_day(printed_day) == day
