"""YAML (and so JSON) that knows its lines: every plain value stays the string that is written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.diagnostic import Diagnostic, Phrase, Source, Span
from generator.model.limits import Limits

Value = str | list[Any] | dict[str, Any] | None
_NOTHING = ("", "~", "null", "Null", "NULL")
_PROBLEMS = {
    "did not find expected ',' or ']'": Phrase("yaml.list"),
    "did not find expected ',' or '}'": Phrase("yaml.map"),
    "mapping values are not allowed in this context": Phrase("yaml.colon"),
    "could not find expected ':'": Phrase("yaml.no-colon"),
    "found character that cannot start any token": Phrase("yaml.token"),
    "did not find expected key": Phrase("yaml.key"),
    "did not find expected '-' indicator": Phrase("yaml.dash"),
    "found unexpected end of stream": Phrase("yaml.end"),
}
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's value: strings, lists and maps of strings, None where nothing is written.

    `source` knows where each value begins, by dotted name; `keys` where its key does.
    """

    value: Value
    source: Source
    keys: dict[str, Span] = field(default_factory=dict)

    def key(self, name: str) -> Span:
        """Where the key of a field stands, or the nearest thing around it."""
        return self.keys.get(name) or self.source.at(name)

    def words(self) -> Iterator[tuple[str, str]]:
        """Every string, and every key, with the dotted name of where it stands."""
        waiting: list[tuple[str, Value]] = [("", self.value)]
        while waiting:
            name, value = waiting.pop()
            if isinstance(value, str):
                yield name, value
            elif isinstance(value, dict):
                yield from ((_dotted(name, key), key) for key in value)
                waiting += [(_dotted(name, key), inside) for key, inside in value.items()]
            elif isinstance(value, list):
                waiting += [(_dotted(name, index), inside) for index, inside in enumerate(value)]

    def twice(self) -> Iterator[tuple[str, Value]]:
        """What stands in a list of maps or words a second time, with the dotted name of where."""
        waiting: list[tuple[str, Value]] = [("", self.value)]
        while waiting:
            name, value = waiting.pop()
            if isinstance(value, dict):
                waiting += [(_dotted(name, key), inside) for key, inside in value.items()]
            elif isinstance(value, list):
                shown = [json.dumps(inside, sort_keys=True) for inside in value]
                first = dict(zip(reversed(shown), range(len(shown) - 1, -1, -1), strict=True))
                for index, inside in enumerate(value):
                    waiting.append((_dotted(name, index), inside))
                    if inside is not None and first[shown[index]] != index:
                        yield _dotted(name, index), inside


class _Refused(Exception):
    def __init__(self, code: str, mark: Any, **values: str | Phrase) -> None:
        self.code, self.mark, self.values = code, mark, values


@dataclass(slots=True)
class _Open:
    """A list or map that is being read."""

    name: str
    value: list[Any] | dict[str, Any]
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


def read_yaml(text: str, file: str, deepest: int = Limits.depth) -> Document | Diagnostic:
    """The value of a YAML text, or the first thing in it that is refused.

    Refused are tags, anchors, aliases, merge keys, a key written twice, more levels than `deepest`, tabs, and a second
    document.
    """
    tab = text.find("\t")
    if tab >= 0:
        return Diagnostic("tab-in-yaml", Span(file, text.count("\n", 0, tab) + 1, tab - text.rfind("\n", 0, tab)))
    try:
        return _compose(text, file, deepest)
    except _Refused as refused:
        return Diagnostic(refused.code, Span(file, refused.mark.line + 1, refused.mark.column + 1), refused.values)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if opened := _never_closed(text, error):
            return Diagnostic("yaml-syntax", Span(file, *opened), {"problem": Phrase("yaml.end")})
        at = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)
        return Diagnostic("yaml-syntax", at, {"problem": _PROBLEMS.get(error.problem or "", error.problem or "?")})
    except yaml.YAMLError as error:
        return Diagnostic("yaml-syntax", Span(file), {"problem": str(error)})


def _never_closed(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int] | None:
    """The line and column of a quotation mark that is closed nowhere, or only by the next one lines below it."""
    last: yaml.ScalarToken | None = None
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
            if error.problem_mark and token.start_mark.index >= error.problem_mark.index:
                break
    except yaml.MarkedYAMLError as broken:
        if broken.context == "while scanning a quoted scalar" and broken.context_mark:
            return broken.context_mark.line + 1, broken.context_mark.column + 1
    if last is None or not error.problem_mark or last.end_mark.line == last.start_mark.line:
        return None
    near = error.problem_mark.line - last.end_mark.line
    return (last.start_mark.line + 1, last.start_mark.column + 1) if near in (0, 1) else None


def _compose(text: str, file: str, deepest: int) -> Document:
    """Reads events with a stack of our own: the C composer would recurse as deep as a hostile file likes."""
    loader = _LOADER(text)
    spans: dict[str, Span] = {}
    keys: dict[str, Span] = {}
    stack: list[_Open] = []
    whole: list[Any] = []
    documents = 0
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused("yaml-syntax", event.start_mark, problem=Phrase("yaml.second"))
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                stack.pop()
            if not isinstance(event, yaml.NodeEvent):
                continue
            _refuse(event)
            top = stack[-1] if stack else None
            mark: Any = event.start_mark
            at = Span(file, mark.line + 1, mark.column + 1)
            if top is not None and isinstance(top.value, dict) and top.key is None:
                top.key = _key(event, top)
                keys[_dotted(top.name, top.key)] = at
                continue
            name = _place(top)
            spans[name] = at
            value: Any
            if isinstance(event, yaml.ScalarEvent):
                value = None if not event.style and event.value in _NOTHING else event.value
            else:
                if len(stack) == deepest:
                    raise _Refused("too-deep", event.start_mark, limit=str(deepest))
                value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            _put(top, value, whole)
            if not isinstance(event, yaml.ScalarEvent):
                stack.append(_Open(name, value))
    finally:
        loader.dispose()
    return Document(whole[0] if whole else None, Source(file, spans), keys)


def _refuse(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused("yaml-alias", event.start_mark, name=f"*{event.anchor}")
    if event.anchor is not None:
        raise _Refused("yaml-alias", event.start_mark, name=f"&{event.anchor}")
    if event.tag is not None:
        raise _Refused("yaml-tag", event.start_mark, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))


def _key(event: Any, top: _Open) -> str:
    if event.__class__ is not yaml.ScalarEvent:
        raise _Refused("yaml-syntax", event.start_mark, problem=Phrase("yaml.complex-key"))
    key: str = event.value
    if key == "<<" and not event.style:
        raise _Refused("yaml-alias", event.start_mark, name="<<")
    if key in top.lines:
        raise _Refused("duplicate-key", event.start_mark, key=key, first=str(top.lines[key]))
    mark: Any = event.start_mark
    top.lines[key] = mark.line + 1
    return key


def _dotted(name: str, last: object) -> str:
    return f"{name}.{last}" if name else str(last)


def _place(top: _Open | None) -> str:
    if top is None:
        return ""
    return _dotted(top.name, len(top.value) if isinstance(top.value, list) else top.key)


def _put(top: _Open | None, value: Any, whole: list[Any]) -> None:
    if top is None:
        whole.append(value)
    elif isinstance(top.value, list):
        top.value.append(value)
    else:
        assert top.key is not None
        top.value[top.key] = value
        top.key = None
