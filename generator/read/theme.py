"""A project's theme looked through before anything is made with it: its files, settings, tokens and words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from generator.model.diagnostic import Diagnostic, Phrase, Span
from generator.model.filenames import is_reserved
from generator.model.limits import Limits
from generator.model.site import Config

from .decode import Shape, decode
from .files import Folder, document, is_name
from .nodes import Document

_TEXTS = (".html", ".css", ".js", ".svg", ".txt", ".xml", ".json")
_DEEPEST = 8  # folders within folders
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_VALUE = re.compile(r"(?:[\w #%.,()+*/-]|\"[\w -]+\"|'[\w -]+')+\Z", re.ASCII)
_LOADS = re.compile(r"(?:url|expression|image|attr)\s*\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tokens:
    """The tokens of theme.yaml, by name."""

    light: Mapping[str, str] | None = None
    dark: Mapping[str, str] | None = None
    both: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Theme:
    """theme.yaml."""

    extends: str | None = None
    tokens: _Tokens | None = None


_SHAPE = Shape(_Theme, "theme")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the interface: where it stands, and the names of its places."""

    at: Span
    places: frozenset[str]


def check_theme(top: Path, config: Config) -> list[Diagnostic]:
    """What is wrong with the files of a site's theme, and of those that it extends; `themes` stands in `top`.

    Templates are not read as such here: they are plain text, and what they say wrongly is told when they are loaded.
    """
    folder = Folder(top, limits=config.limits or Limits())
    words: dict[str, dict[str, _Word]] = {lang: {} for lang in config.languages}
    for theme in _chain(folder, config.theme, config.source_of.at("theme")):
        _files(folder, f"themes/{theme}", 0)
        for lang in config.languages:
            words[lang] = {**dict(_words(folder, f"themes/{theme}/locales/{lang}")), **words[lang]}
    if not folder.found:
        folder.found.extend(_unlike(words))
    return sorted(folder.found, key=lambda found: (found.at, found.code))


def _chain(folder: Folder, name: str, at: Span) -> Iterator[str]:
    """The themes from the nearest to the farthest, as far as their settings can be read; `at` names the first."""
    seen: list[str] = []
    field, following = "theme", name
    while following:
        file = f"themes/{following}/theme.yaml"
        if following in seen or not is_name(following) or not folder.exists(file):
            there = ", ".join(f"`{entry}`" for entry in folder.entries("themes") if entry not in seen)
            folder.wrong("bad-value", at, field=field, value=following, choices=there or Phrase("theme.no-other"))
            return
        seen.append(following)
        yield following
        written = document(folder, file)
        theme, found = decode(_SHAPE, written) if written else (None, [])
        folder.found.extend(found)
        if theme is None or written is None:
            return
        folder.found.extend(_tokens(theme, written))
        field, following, at = "extends", theme.extends or "", written.source.at("extends")


def _tokens(theme: _Theme, written: Document) -> Iterator[Diagnostic]:
    """Tokens that would not be what they say in a style sheet and a picture."""
    for scheme in ("light", "dark", "both"):
        for name, value in (getattr(theme.tokens, scheme, None) or {}).items():
            at = f"tokens.{scheme}.{name}"
            if not is_name(name):
                yield Diagnostic("bad-name", written.key(at), {"name": name})
            right = _VALUE.match(value) and not _LOADS.search(value) if scheme == "both" else _COLOUR.match(value)
            if not right:
                choices = Phrase("theme.value") if scheme == "both" else Phrase("theme.colour")
                yield Diagnostic("bad-value", written.source.at(at), {"field": at, "value": value, "choices": choices})


def _files(folder: Folder, path: str, depth: int) -> None:
    """Every file under a folder: plain, no link, and its text honest."""
    for entry in folder.entries(path):
        file = f"{path}/{entry}"
        if folder.is_folder(file):
            if depth == _DEEPEST:
                folder.wrong("too-deep", Span(file), limit=_DEEPEST)
            else:
                _files(folder, file, depth + 1)
        elif not _FILE.match(entry) or is_reserved(entry):
            folder.wrong("bad-name", Span(file), name=entry)
        elif entry.endswith(_TEXTS):
            folder.text(file, alike=False)
        elif not entry.endswith(".yaml"):
            folder.is_plain(file, folder.limits.asset)


def _words(folder: Folder, path: str) -> Iterator[tuple[str, _Word]]:
    """The words of a language's folder by dotted key; what is no word is recorded."""
    for entry in folder.entries(path):
        written = document(folder, f"{path}/{entry}") if entry.endswith(".yaml") else None
        if written is None:
            continue
        if not isinstance(written.value, dict):
            wanted, written_as = Phrase("type.map"), Phrase("type.words")
            folder.wrong("wrong-type", written.source.at(), field=entry, wanted=wanted, found=written_as)
            continue
        for name, value in _leaves(written.value):
            at = written.source.at(name)
            places = _places(value) if isinstance(value, str) else None
            if not isinstance(value, str):
                found = Phrase("type.nothing") if value is None else Phrase("type.list")
                folder.wrong("wrong-type", at, field=name, wanted=Phrase("type.words"), found=found)
            elif places is None:
                folder.wrong("bad-placeholder", at, value=value)
            else:
                yield name, _Word(at, places)


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(inside, f"{name}.{key}".lstrip("."))
    else:
        yield name, value


def _places(text: str) -> frozenset[str] | None:
    """The names of the places in a word; None where one is more than a name: a word looks into nothing."""
    if "{" not in text and "}" not in text:
        return frozenset()
    try:
        pieces = [(name, form, turned) for _, name, form, turned in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    if any(form or turned or not name.isidentifier() for name, form, turned in pieces):
        return None
    return frozenset(name for name, _, _ in pieces)


def _unlike(words: Mapping[str, Mapping[str, _Word]]) -> Iterator[Diagnostic]:
    """Words that one language has and another lacks, or fills in another way."""
    for lang, own in words.items():
        for other, theirs in words.items():
            for key, word in own.items() if theirs and own else ():
                if key not in theirs:
                    yield Diagnostic("word-missing", word.at, {"key": key, "lang": other})
                elif lang != next(iter(words)) and word.places != theirs[key].places:
                    missed = ", ".join(f"{{{name}}}" for name in sorted(word.places ^ theirs[key].places))
                    yield Diagnostic("bad-placeholder", word.at, {"value": missed})
