"""What the portal says about mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.codes import CODES, explain, say
from generator.model.codes.phrases import PHRASES, phrase
from generator.model.diagnostic import Diagnostic, Span

GENERATOR = Path(__file__).parents[2] / "generator"
LANGUAGES = ("vi", "en")


def placeholders(words: str) -> set[str]:
    """The names that a sentence leaves open."""
    return set(re.findall(r"\{(\w+)\}", words))


@pytest.mark.parametrize("name", sorted(CODES))
def test_a_code_says_the_same_in_each_language(name: str) -> None:
    """What is so, what to do and why, in Vietnamese and English, with the same things left open."""
    code = CODES[name]

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    for text in (code.says, code.do, code.why):
        assert set(text) == set(LANGUAGES)
        assert placeholders(text["vi"]) == placeholders(text["en"])
    assert not placeholders(code.why["en"])
    assert all(name in explain(name, lang) for lang in LANGUAGES)


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_sentence_can_be_filled(name: str) -> None:
    """Whatever an author wrote, braces and phrases too, is shown and never run."""
    code = CODES[name]
    open_names = placeholders(code.says["en"]) | placeholders(code.do["en"])
    diagnostic = Diagnostic(name, Span("a"), dict.fromkeys(open_names, "{x.y} @z"))

    for lang in (*LANGUAGES, "fr"):
        message, _ = say(diagnostic, lang)
        assert not open_names & placeholders(message)


def test_every_phrase_that_is_named_exists() -> None:
    """A value that names a phrase of the catalogue finds it, in each language."""
    code = "\n".join(path.read_text("utf-8") for path in sorted(GENERATOR.rglob("*.py")))
    named = set(re.findall(r"\"@([a-z][a-z.-]+)[|\"]", code))

    assert named - PHRASES.keys() == set()
    assert all(set(text) == set(LANGUAGES) for text in PHRASES.values())


def test_every_code_that_is_told_is_in_the_catalogue() -> None:
    """No mistake is without its sentences."""
    code = "\n".join(path.read_text("utf-8") for path in sorted(GENERATOR.rglob("*.py")))
    told = set(re.findall(r"(?:Diagnostic|_Refused|wrong|PydanticCustomError)\(\s*\"([a-z0-9-]+)\"", code))

    assert told - CODES.keys() == set()


def test_an_authors_words_stay_as_they_are() -> None:
    """Words that look like a phrase are shown; long ones are cut, and line ends are spaces."""

    assert phrase("vi", "@did-you-mean|a") == "Có phải bạn muốn viết `a`?"
    assert phrase("vi", "@khong-co|{0}") == "@khong-co|{0}"
    message, _ = say(Diagnostic("bad-date", Span("a"), {"value": "x\n" + "y" * 500}), "en")
    assert message.startswith("`x yyy")
    assert len(message) < 200
