"""What changed in meaning, in words for people, and as JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.differences import Difference
from generator.messages.catalogue import command

_SIGNS = {"added": "+", "changed": "~", "removed": "−"}
_MOST = 200  # changes of a kind that are told one by one
_LONG = 240  # letters of a value that are told whole


def as_json(found: Sequence[Difference]) -> str:
    """All differences as one JSON array."""
    return json.dumps([dataclasses.asdict(difference) for difference in found], ensure_ascii=False, indent=2)


def as_lines(found: Sequence[Difference], lang: str, markdown: bool = False) -> str:
    """All differences in words, kind by kind: what was added, changed or removed, and each field before and after."""
    if not found:
        return command("diff.none", lang)
    kinds = dict.fromkeys(difference.kind for difference in found)
    return "\n".join(line for kind in kinds for line in _of_kind(kind, found, lang, markdown))


def _of_kind(kind: str, found: Sequence[Difference], lang: str, markdown: bool) -> Iterator[str]:
    own = [difference for difference in found if difference.kind == kind]
    count = Counter(difference.what for difference in own)
    sums = ", ".join(command(f"diff.{what}", lang).format(count=count[what]) for what in _SIGNS if count[what])
    title = f"{command(f'diff.kind.{kind}', lang)}: {sums}"
    yield f"### {title}\n" if markdown else title
    for difference in own[:_MOST]:
        yield (
            f"- {_SIGNS[difference.what]} `{difference.id}`"
            if markdown
            else f"  {_SIGNS[difference.what]} {difference.id}"
        )
        for name, old, new in difference.fields:
            yield f"  - {name}: {_marked(old, new)}" if markdown else f"      {name}: {_words(old)} → {_words(new)}"
    if len(own) > _MOST:
        yield command("diff.more", lang).format(count=len(own) - _MOST)
    if markdown:
        yield ""


def _words(value: str) -> str:
    """A value on one line, cut where it is long."""
    line = " ".join(value.split()) or "—"
    return line if len(line) <= _LONG else f"{line[:_LONG]}…"


def _marked(old: str, new: str) -> str:
    """The words of a value that went and came, among those that stay; long stretches that stay are left out."""
    before, after = old.split(), new.split()
    told: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            told += before[i1:i2] if i2 - i1 < 12 else [*before[i1 : i1 + 5], "…", *before[i2 - 5 : i2]]
            continue
        told += [f"~~{_safe(' '.join(before[i1:i2]))}~~"] if i2 > i1 else []
        told += [f"**{_safe(' '.join(after[j1:j2]))}**"] if j2 > j1 else []
    return " ".join(word if word[:2] in ("~~", "**") else _safe(word) for word in told)


def _safe(words: str) -> str:
    """Words of authors that no reader of Markdown takes for marks."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|~@" else letter for letter in words)
