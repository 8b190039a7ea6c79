"""What a reader may narrow a list by; a small script in the browser does the narrowing."""

from dataclasses import dataclass

from ..page import doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that a list may be narrowed to."""

    value: str = doc("the value as entries carry it")
    label: str = doc("its words")
    lang: str = doc("the language of the words, where it is not the page's", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One way to narrow a list."""

    name: str = doc(
        "plan, agency, place, kind, year, named, report, state or weight; entries carry it as `data-<name>`"
    )
    choices: tuple[Choice, ...] = doc("the values that occur, at least two")
