"""Vietnamese words as they are typed and as they are written."""

from __future__ import annotations

import unicodedata

import pytest

from generator.derive.folding import plain, syllables


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("yen bai", "Yên Bái"),
        ("dak lak", "Đắk Lắk"),
        ("uong bi", "Uông Bí"),
        ("uy ban nhan dan", "Uỷ ban nhân dân"),
        ("46 nq tu", "46 - NQ/TU"),
        ("46 nq tu", "Số: 046-NQ/TU"),
        ("nghi quyet 80 nq cp", "Nghị quyết số 80/NQ-CP"),
        ("so y te", "Sở Y tế"),
        ("so 4", "Sở 4"),
        ("blao", "B'Lao"),
        ("ea hleo", "Ea H’leo"),
        ("", "… –"),
    ],
)
def test_words_lose_their_marks_and_nothing_else(typed: str, written: str) -> None:
    """Letters stay, `đ` is `d`, and numbers of documents are the same however they are spaced."""

    assert plain(written) == typed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("Ủy", "Uỷ"),
        ("thúy", "thuý"),
        ("khỏe", "khoẻ"),
        ("MÙ CĂNG CHẢI", "mù căng chải"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("Mỹ Đức", "Mĩ Đức"),
        ("TPHCM", "TP HCM"),
        ("Cư M'gar", "cư m gar"),
        ("Ðiện", "Điện"),
    ],
)
def test_a_tone_may_stand_on_either_vowel(one: str, other: str) -> None:
    """Two ways of writing one syllable are the same also where marks count."""

    assert syllables(one) == syllables(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Yên Bái", "Yên Bài"), ("Quỳ", "Quý"), ("Cang", "Căng"), ("dao", "đào"), ("ta", "tá")]
)
def test_other_marks_are_other_words(one: str, other: str) -> None:
    """What differs in a mark is the same only without marks."""

    assert plain(one) == plain(other)
    assert syllables(one) != syllables(other)


def test_it_does_not_matter_how_letters_are_composed() -> None:
    """Composed and decomposed letters are one."""
    name = "Mường Ảng, Thừa Thiên – Huế"

    assert syllables(unicodedata.normalize("NFD", name)) == syllables(unicodedata.normalize("NFC", name))
