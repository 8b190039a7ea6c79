"""One English term for one Vietnamese term, in everything that is written in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.check.words import by_language, records, source_of
from tests.portal import facts

TERMS = (
    (
        "Ban Thường vụ",
        r"Standing Committee|Ban Thường vụ",
        r"Party [Ss]tanding [Bb]oard|Board of the (?:provincial )?Party",
    ),
    ("Ban Thường trực", r"Standing Board|Front|Ban Thường trực", None),
    ("thị trấn", None, r"\btowns?\b"),
    ("vận động", None, r"\b(?:move|moves|moving)\b"),
    ("yếu thế", None, r"\bweak\b"),
    ("thi đua", None, r"\b(?:compete|competes|competing)\b"),
    ("cán bộ", None, r"\bofficers?\b"),
    ("xã hội hóa", r"non-state", r"\b[Dd]raw (?:in )?society\b"),
)
"""A Vietnamese term, what its English must hold, and what it must not; `None` asks nothing."""


def both() -> Iterator[tuple[str, str, str]]:
    """Every text of the portal's records in Vietnamese and English, with its file and field."""
    for record in records(facts().site):
        for field, text in by_language(record):
            vi, en = _words(text.get("vi")), _words(text.get("en"))
            if vi and en:
                yield f"{source_of(record).file} {field}", vi, en


def _words(text: Any) -> str:
    return " ".join(text) if isinstance(text, tuple) else text if isinstance(text, str) else ""


@pytest.mark.parametrize(("vietnamese", "wanted", "unwanted"), TERMS)
def test_a_term_has_one_english_form(vietnamese: str, wanted: str | None, unwanted: str | None) -> None:
    """The English of a text that has the term holds the term's English form, and none of the forms that mislead."""
    found = [(at, en) for at, vi, en in both() if vietnamese in vi]
    wrong = [
        f"{at}: {en}"
        for at, en in found
        if (wanted and not re.search(wanted, en)) or (unwanted and re.search(unwanted, en))
    ]

    assert found, "the term stands somewhere"
    assert not wrong, "\n".join(wrong)
