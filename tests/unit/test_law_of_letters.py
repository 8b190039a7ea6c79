"""What the words of letters and of the method page rest on: no law that has ended, and no limit that nobody read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENDED = ("104/2016",)
"""Numbers of acts that letters were once built on, and that have ended."""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_letters_and_their_method_cite_no_ended_law(lang: str) -> None:
    """A letter that somebody prints today asks under the law of today."""
    words = (ROOT / f"themes/base/locales/{lang}/supervision.yaml").read_text("utf-8")
    method = (ROOT / f"content/pages/phuong-phap.{lang}.md").read_text("utf-8")

    assert [number for number in ENDED if number in words + method] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_basis_of_a_letter_gives_only_the_limits_that_were_read(lang: str) -> None:
    """The limits are those of the law on grassroots democracy: 5 working days and 30 days; no limit for an answer."""
    words = (ROOT / f"themes/base/locales/{lang}/supervision.yaml").read_text("utf-8")
    basis = next(line for line in words.splitlines() if line.startswith("  basis: "))

    assert re.findall(r"(\d+) (?:working days|ngày|days)", basis) == ["5", "30"]
    assert "10/2022/QH15" in basis
