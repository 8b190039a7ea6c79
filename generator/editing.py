"""The verbs of editors: what others wrote to drafts, and what was drafted to content."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model.site import Site

DONE, REFUSED, MISUSED = 0, 1, 2
TABLES = (".csv", ".tsv", ".xlsx")
FLAGS = ("place", "within", "producer", "standard", "source", "status", "indicator", "year", "numbers")
"""What flags may answer of a table."""


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, help: Callable[[str], str]) -> None:
    """The verbs, with what each may be given."""
    bring = verbs.add_parser("import", parents=[shared], help=help("import"))
    bring.add_argument("--id", metavar="ID", help=help("id"))
    bring.add_argument("--accept", action="store_true", help=help("accept"))
    bring.add_argument("--answers", type=Path, metavar="FILE", help=help("answers"))
    bring.add_argument("--sheet", metavar="NAME", help=help("sheet"))
    for name in FLAGS:
        bring.add_argument(
            f"--{name}", metavar="ID" if name not in ("year", "numbers") else name.upper(), help=help("answer")
        )
    bring.add_argument("file", metavar="FILE|ID", help=help("file"))
    bring.set_defaults(verb=_import)
    begin = verbs.add_parser("new", parents=[shared], help=help("new"))
    begin.add_argument("kind", metavar="KIND", help=help("kind"))
    begin.add_argument("id", metavar="ID", help=help("new_id"))
    begin.set_defaults(verb=_new)
    compare = verbs.add_parser("diff", parents=[shared], help=help("diff"))
    compare.add_argument("--format", choices=("text", "json", "markdown"), default="text", help=help("format"))
    compare.add_argument("old", metavar="OLD", help=help("old"))
    compare.add_argument("new", metavar="NEW", nargs="?", help=help("new_state"))
    compare.set_defaults(verb=_diff)


def _import(asked: argparse.Namespace) -> int:
    from generator.intake.formats import Unreadable

    site = _site(asked.site)
    if site is None:
        return _say("import.no_project", folder=asked.site)
    try:
        if asked.accept:
            return _accept(asked.site, site, asked.file)
        file = Path(asked.file)
        if not file.is_file():
            raise Unreadable("import.no_file", file=asked.file)
        return (_table if file.suffix.lower() in TABLES else _document)(asked, site, file)
    except Unreadable as reason:
        return _say(reason.args[0], site.config.languages[0], **reason.values)


def _document(asked: argparse.Namespace, site: Site, file: Path) -> int:
    from generator.intake.draft import import_document

    made = import_document(asked.site, site, file, asked.id)
    lang, path = site.config.languages[0], made.path.relative_to(asked.site).as_posix()
    _print("import.made", lang, path=path, **dict(made.counts))
    for question in made.questions:
        _print(question.name, lang, path=path, **dict(question.values))
    _print("import.next", lang, id=made.path.name)
    return DONE


def _table(asked: argparse.Namespace, site: Site, file: Path) -> int:
    from generator.intake.answers import read_answers
    from generator.intake.tables import import_table

    answers = read_answers(asked.answers, {name: getattr(asked, name) for name in FLAGS})
    made = import_table(asked.site, site, file, asked.id, answers, asked.sheet)
    lang, path = site.config.languages[0], made.path.relative_to(asked.site).as_posix()
    for question in made.questions:
        _print("ask.table", lang, **dict(question.values))
    if made.questions:
        _print("import.questions", lang, path=path, file=file)
        return REFUSED
    _print("import.table", lang, path=path, **dict(made.counts))
    return DONE


def _new(asked: argparse.Namespace) -> int:
    from generator.intake.formats import Unreadable
    from generator.intake.templates import new
    from generator.messages.catalogue import command

    site = _site(asked.site)
    if site is None:
        return _say("import.no_project", folder=asked.site)
    lang = site.config.languages[0]
    try:
        written = new(
            asked.site, asked.kind, asked.id, site.config.languages, lambda name: command(f"new.says.{name}", lang)
        )
    except Unreadable as reason:
        return _say(reason.args[0], lang, **reason.values)
    _print("new.written", lang, paths=", ".join(written))
    return DONE


def _diff(asked: argparse.Namespace) -> int:
    from generator.differences import Unknown, differences
    from generator.told import as_json, as_lines

    site = _site(asked.site)
    lang = site.config.languages[0] if site else "vi"
    try:
        found = differences(asked.site, asked.old, asked.new or str(asked.site))
    except Unknown as unknown:
        return _say("diff.unknown", lang, state=unknown.args[0])
    print(as_json(found) if asked.format == "json" else as_lines(found, lang, asked.format == "markdown"))
    return DONE


def _accept(root: Path, site: Site, name: str) -> int:
    from generator.intake.accept import accept

    moved = accept(root, Path(name).name)
    _print("import.accepted", site.config.languages[0], paths=", ".join(moved))
    return DONE


def _site(root: Path) -> Site | None:
    """The project as it is, whatever is wrong in it."""
    from generator.read.site import read_site

    return read_site(root)[0]


def _print(name: str, lang: str, **values: object) -> None:
    from generator.messages import sentences

    print(sentences(name, lang, **values))


def _say(name: str, lang: str = "vi", **values: object) -> int:
    """Say why a call cannot be answered."""
    from generator.messages import sentences

    print(sentences(name, lang, **values), file=sys.stderr)
    return MISUSED
