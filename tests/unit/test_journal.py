"""Which parts of a build are current after texts changed: those whose reads have the answers that they had."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.reads import Read
from generator.write.journal import WHOLE, Journal, Seen

TEXTS = {"a": "first words and more", "b": "other words"}


class Build:
    """Builds over and over from the texts of subjects; keeps the record of the last build as a cache would."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, str]] = {}
        self.values: dict[str, Any] = {}
        self.seen: dict[str, Seen] = {}
        self.before: dict[str, str] = {}

    def run(self, texts: dict[str, str], nodes: dict[str, list[Read]]) -> list[str]:
        """The nodes that were repeated. Each notes its reads; a read of a whole subject is given as `whole`."""

        def answer(read: Read) -> Any:
            text = texts[read[1]]
            return text if read[0] == WHOLE else text.split()[read[2]]

        changed = [subject for subject, text in texts.items() if self.before.get(subject) != text]
        journal = Journal(answer, self.nodes, self.values, lambda subject: self.seen.get(subject, {}), changed)
        repeated = []
        for node, reads in nodes.items():
            if not journal.is_current(node):
                repeated.append(node)
                whole = next((read[1] for read in reads if read[0] == WHOLE), "")
                journal.record(node, reads, whole)
        journal.settle()
        self.nodes, self.values = journal.nodes, journal.values
        self.seen |= journal.changed_seen
        self.before = dict(texts)
        return repeated


NODES: dict[str, list[Read]] = {
    "first of a": [("word", "a", 0)],
    "second of both": [("word", "a", 1), ("word", "b", 1)],
    "all of a": [(WHOLE, "a")],
    "nothing": [],
}


@pytest.mark.parametrize(
    ("texts", "repeated"),
    [
        ({}, []),
        ({"a": "first words and less"}, ["all of a"]),
        ({"a": "last words and more"}, ["first of a", "all of a"]),
        ({"a": "first thoughts and more"}, ["second of both", "all of a"]),
        ({"b": "other thoughts"}, ["second of both"]),
        ({"b": "some words"}, []),
    ],
)
def test_a_node_is_repeated_where_an_answer_differs(texts: dict[str, str], repeated: list[str]) -> None:
    """Other words of the same text repeat only what reads all of it."""
    build = Build()
    first = build.run(TEXTS, NODES)
    again = build.run(TEXTS | texts, NODES)

    assert first == list(NODES)
    assert again == repeated


def test_answers_are_kept_from_build_to_build() -> None:
    """A change that was taken in is not noticed again; its undoing is."""
    build = Build()
    build.run(TEXTS, NODES)
    edited = TEXTS | {"a": "last words and more"}
    build.run(edited, NODES)

    assert build.run(edited, NODES) == []
    assert build.run(TEXTS, NODES) == ["first of a", "all of a"]


def test_a_new_read_of_an_unchanged_text_is_recorded() -> None:
    """A node that was repeated may read elsewhere; a change there repeats it too."""
    build = Build()
    build.run(TEXTS, NODES)
    nodes = NODES | {"first of a": [("word", "a", 0), ("word", "b", 0)]}
    build.run(TEXTS | {"a": "last words and more"}, nodes)
    again = build.run(TEXTS | {"a": "last words and more", "b": "some words"}, nodes)

    assert again == ["first of a"]


def test_a_value_is_worked_out_once() -> None:
    """It is taken from the record while its node is current."""
    journal = Journal(lambda read: TEXTS[read[1]])
    first = journal.value("sums", lambda: {"b": 2, "a": 1}, dict[str, int])
    journal.settle()
    later = Journal(lambda read: None, journal.nodes, journal.values)

    assert list(first.items()) == list(later.value("sums", dict, dict[str, int]).items()) == [("b", 2), ("a", 1)]
