"""All mistakes in the order in which they are told: each once, and one slip that fills a file once with its places."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from .diagnostic import Diagnostic
from .grouping import grouped

_SAME = 3
"""So often the same mistake is told of one file, line by line; of a table once, for a slip there fills a column."""
_ALIKE = 20
"""So many mistakes of one code and field are told of one file; what is more of them is one slip."""
_MENDED_BY = {
    "unknown-language": (("lang",), _SAME),
    "unknown-reference": (("id",), 1),
    "unknown-provision": (("plan", "id"), 1),
    "law-not-read": (("sources",), 1),
}
"""Codes of what one word mends in all files, with the values that tell which word, and how many are told apart."""


def told_once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each mistake once, in the order of the files; what fills a file is told where it begins, with all its places."""
    once = {(diagnostic.at, *_words(diagnostic)): diagnostic for diagnostic in found}
    folded = [once[key] for key in sorted(once)]
    for key, most in ((_same, _most), (_alike, lambda alike: _ALIKE), (_mended, _most_mended)):
        folded = _folded(folded, key, most)
    return tuple(folded)


def _folded(
    found: list[Diagnostic], key: Callable[[Diagnostic], tuple[str, ...]], most: Callable[[Diagnostic], int]
) -> list[Diagnostic]:
    """The mistakes; where there are more than `most` of one key, they are one. An empty key folds nothing."""
    groups = grouped((key(diagnostic), diagnostic) for diagnostic in found)
    folded = []
    for diagnostic in found:
        group = groups[key(diagnostic)]
        if not key(diagnostic) or len(group) <= most(diagnostic):
            folded.append(diagnostic)
        elif group[0] is diagnostic:
            places = {place for alike in group for place in (alike.at, *alike.again)} - {diagnostic.at}
            folded.append(replace(diagnostic, again=tuple(sorted(places))))
    return folded


def _words(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, str(sorted(diagnostic.values.items()))


def _same(diagnostic: Diagnostic) -> tuple[str, ...]:
    return diagnostic.at.file, *_words(diagnostic)


def _most(diagnostic: Diagnostic) -> int:
    return 1 if diagnostic.at.file.endswith(".csv") else _SAME


def _alike(diagnostic: Diagnostic) -> tuple[str, ...]:
    return diagnostic.at.file, diagnostic.code, str(diagnostic.values.get("field", ""))


def _mended(diagnostic: Diagnostic) -> tuple[str, ...]:
    names, _ = _MENDED_BY.get(diagnostic.code, ((), 0))
    return (diagnostic.code, *(str(diagnostic.values.get(name)) for name in names)) if names else ()


def _most_mended(diagnostic: Diagnostic) -> int:
    return _MENDED_BY[diagnostic.code][1]
