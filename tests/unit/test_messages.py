"""What the portal says to authors, in each language: nothing is missing, and nothing is there that is never said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from generator import differences
from generator.derive.comparability import Obstacle
from generator.messages.catalogue import FALLBACK, FOLDER, code, codes, command, explain, languages, phrase, say, texts
from generator.model.diagnostic import WARNINGS, Diagnostic, Phrase, Severity, Span
from generator.model.persons import KINDS
from generator.model.telling import told_once
from generator.read import content, datasets, lists, notes, places, plans, releases, site, theme
from generator.read.decode import Shape
from tests.keys import all_strings, arguments, expanded, filled, placeholders
from tests.unit.small_duties import whole

LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.toml")))
REASON = re.compile(r"@([a-z][a-z.-]*)\Z")
"""A reason that several codes share, and which is a phrase."""
SIMPLE = {"date", "number", "flag", "words"}
PROBLEMS = ("archive", "changed", "missing", "order", "unreadable")
"""What can be wrong with a chain of releases."""


def shapes() -> set[Shape]:
    """What authors write: each kind of record, and how it is called in messages."""
    found = set()
    for module in (content, datasets, lists, notes, places, plans, releases, site, theme):
        for value in vars(module).values():
            found |= {one for one in (value.values() if isinstance(value, dict) else [value]) if isinstance(one, Shape)}
    return found


def paths(kind: Any, above: str = "") -> set[str]:
    """The dotted names of all fields of a class, and of what they hold."""
    if not is_dataclass(kind):
        return {name for inside in get_args(kind) for name in paths(inside, above)}
    hints, found = get_type_hints(kind), set()
    for field in fields(kind):
        found |= {f"{above}{field.name}", *paths(hints[field.name], f"{above}{field.name}.")}
    return found


def computed() -> dict[str, set[str]]:
    """The phrases that code names by putting parts together: what each pattern can be."""
    hows = {f"how.{shape.what}.{path}" for shape in shapes() for path in paths(shape.cls)}
    kinds = all_strings() & {key.partition(".")[2] for key in texts(FALLBACK, "phrases") if key.startswith("kind.")}
    return {
        "what.{}": filled("what.{}", [shape.what for shape in shapes()]),
        "how.{}.{}": hows & texts(FALLBACK, "phrases").keys(),  # the rest is told by `how`
        "type.{}": filled("type.{}", ["words", "list", "map", "nothing"]),
        "kind.{}": filled("kind.{}", kinds),
        "private.{}": filled("private.{}", KINDS),
        "small.{}": filled("small.{}", ["village", "breakdown"]),
        "compare.{}": filled("compare.{}", get_args(Obstacle)),
        "release.{}": filled("release.{}", PROBLEMS),
        "severity.{}": filled("severity.{}", [severity.value for severity in Severity]),
        "explain.{}": filled("explain.{}", ["do", "why", "warning"]),
    }


def flat(lang: str) -> dict[str, str]:
    """All texts of a language, by file and dotted key."""
    found: dict[str, str] = {}
    for path in sorted((FOLDER / lang).glob("*.toml")):
        for key, value in texts(lang, path.stem).items():
            inside: Mapping[str, str] = value if isinstance(value, dict) else {"": value}
            found |= {f"{path.stem}/{key}.{name}": text for name, text in inside.items()}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_says_the_same(lang: str) -> None:
    """The same files, the same texts, with the same things left open."""
    said, english = flat(lang), flat(FALLBACK)

    assert said.keys() == english.keys()
    assert {key for key in said if placeholders(said[key]) != placeholders(english[key])} == set()


@pytest.mark.parametrize("name", codes())
def test_a_code_says_what_is_so_what_to_do_and_why(name: str) -> None:
    """A reason leaves nothing open: it is the same whatever the author wrote."""

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    for lang in LANGUAGES:
        assert all(code(name, part, lang) for part in ("says", "do", "why"))
        assert not placeholders(code(name, "why", lang))
        assert name in explain(name, lang)


@pytest.mark.parametrize("name", codes())
def test_every_sentence_can_be_filled(name: str) -> None:
    """Whatever an author wrote, braces and phrases too, is shown and never run."""
    open_names = placeholders(code(name, "says", FALLBACK)) | placeholders(code(name, "do", FALLBACK))
    diagnostic = Diagnostic(name, Span("a"), dict.fromkeys(open_names, "{x.y} @z"))

    for lang in (*LANGUAGES, "fr"):
        message, _ = say(diagnostic, lang)
        assert not open_names & placeholders(message)


def test_every_code_that_is_told_has_its_sentences_and_no_other_has() -> None:
    """No mistake is without its sentences, and no sentence without its mistake."""
    told = arguments("Diagnostic", "_Refused", "wrong", "PydanticCustomError")

    assert told - set(codes()) == set()
    assert set(codes()) - all_strings() == set()
    assert set(codes()) >= WARNINGS


def test_every_phrase_that_is_named_exists_and_no_other_does() -> None:
    """A value that names a phrase finds it, also where its name is put together; no phrase is dead."""
    reasons = {text for key, text in flat(FALLBACK).items() if key.endswith(".why")}
    written = {match[1] for reason in reasons if (match := REASON.match(reason))}
    written |= arguments("Phrase") | arguments("phrase", position=1)

    assert expanded(written, computed()) ^ texts(FALLBACK, "phrases").keys() == set()


def test_every_answer_of_the_command_line_exists_and_no_other_does() -> None:
    """What `build`, `explain` and `--help` say is there, and nothing is there that they never say."""
    said = expanded(
        arguments("sentences", "say", "_cannot", "_say", "_print", "Unreadable", "Question"),
        {"part-{}": filled("part-{}", ["new", "same", "differs"])},
    )
    said |= expanded(arguments("Finding"), {"verify.{}": filled("verify.{}", PROBLEMS)})
    said |= expanded(
        arguments("command") & {"frozen.{}"}, {"frozen.{}": filled("frozen.{}", ["day", "newer", "today"])}
    )
    said |= filled("new.says.{}", arguments("label", rooms=["intake"]) | SIMPLE)
    said |= filled("diff.{}", ["added", "changed", "removed", "none", "more"])
    said |= filled("diff.kind.{}", [*differences.told_of(whole()), "charts"])
    said |= filled("help.{}", arguments("_help", "help"))

    assert said == texts(FALLBACK, "command").keys()


def test_an_authors_words_stay_as_they_are() -> None:
    """Words that look like a phrase are shown; long ones are cut, and line ends are spaces."""

    assert phrase("vi", "did-you-mean", "{0}") == "Có phải bạn muốn viết `{0}`?"
    message, _ = say(Diagnostic("bad-date", Span("a"), {"value": "@did-you-mean|b"}), "vi")
    assert "@did-you-mean|b" in message
    message, _ = say(Diagnostic("bad-date", Span("a"), {"value": Phrase("did-you-mean", "b")}), "vi")
    assert "Có phải bạn muốn viết `b`?" in message
    message, _ = say(Diagnostic("bad-date", Span("a"), {"value": "x\n" + "y" * 500}), "en")
    assert message.startswith("`x yyy")
    assert len(message) < 200


def test_a_language_without_texts_is_answered_in_english() -> None:
    """A site may be in a language that nobody has translated the messages into."""

    assert languages("fr") == ("en",)
    assert languages("vi") == ("vi", "en")
    assert command("unchanged", "fr") == command("unchanged", "en")
    assert languages("../vi") == ("en",)


def test_mistakes_of_one_place_that_differ_in_a_phrase_are_both_told() -> None:
    """Words and phrases have no order among themselves, and need none."""
    at, guesses = Span("a"), ("b", Phrase("did-you-mean", "b"), Phrase("did-you-mean", "c"))
    found = [Diagnostic("unknown-field", at, {"field": "a", "what": "b", "guess": guess}) for guess in guesses]

    assert len(told_once([*found, *found])) == 3
