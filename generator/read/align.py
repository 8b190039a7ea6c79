"""The walk along the source: each of its lines is in the text, in order, white space apart."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.model.diagnostic import Diagnostic, Phrase, Span, Value

from .markdown import unnoted
from .source import Expected
from .text import Line, cells, fold

_ALIKE = 0.4  # two lines that share so much of their words are one line, changed
_MOST = 2500  # pairs of lines that are compared with each other, at most


def align(
    expected: list[Expected], lines: list[Line], source: str, text: str
) -> tuple[list[tuple[Line, Expected | None]], list[Diagnostic]]:
    """Each line of the text with its line of the source, and what is missing, added or changed.

    `source` and `text` are the names of the two files.
    """
    found: list[Diagnostic] = []
    partners: dict[int, Expected] = {}
    keys = [fold(line.words) for line in lines]
    matcher = SequenceMatcher(None, [wanted.key for wanted in expected], keys, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        pairs = (
            zip(range(i1, i2), range(j1, j2), strict=True) if tag == "equal" else _pairs(expected, keys, i1, i2, j1, j2)
        )
        there, here = set(range(i1, i2)), set(range(j1, j2))
        for i, j in pairs:
            partners[j] = expected[i]
            there.discard(i)
            here.discard(j)
            found += _compared(expected[i], lines[j], text)
        for i in sorted(there):
            where = Phrase("after-text-line", str(lines[j1 - 1].number)) if j1 else Phrase("at-the-beginning")
            values: dict[str, Value] = {"line": expected[i].key, "where": where}
            found.append(Diagnostic("source-line-missing", Span(source, expected[i].lines[0]), values))
        for j in sorted(here):
            before = expected[i1 - 1].lines[-1] if i1 else 0
            at = Span(text, lines[j].number, lines[j].start + 1)
            found.append(Diagnostic("text-line-added", at, {"line": keys[j], "source": str(before)}))
    return [(line, partners.get(j)) for j, line in enumerate(lines)], found


def _pairs(expected: list[Expected], keys: list[str], i1: int, i2: int, j1: int, j2: int) -> list[tuple[int, int]]:
    """Which lines of a stretch that differs are the same line, changed: the in-order pairing that is most alike."""
    rows, columns = i2 - i1, j2 - j1
    if not rows or not columns:
        return []
    if rows * columns > _MOST:
        return list(zip(range(i1, i2), range(j1, j2), strict=False))
    there = [Counter(expected[i].key.split()) for i in range(i1, i2)]
    here = [Counter(keys[j].split()) for j in range(j1, j2)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    alike = [[_alike(words, other) for other in here] for words in there]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_path(best, alike, i1, j1))


def _path(best: list[list[float]], alike: list[list[float]], i1: int, j1: int) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(alike) and j < len(alike[0]):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield i1 + i, j1 + j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _alike(words: Counter[str], other: Counter[str]) -> float:
    return 2 * (words & other).total() / (words.total() + other.total())


def _compared(expected: Expected, line: Line, text: str) -> Iterator[Diagnostic]:
    """What differs between a line of the text and its line of the source; in a table, cell by cell."""
    here, there = fold(line.words), expected.key
    if line.kind == "row":
        here, there = " | ".join(cells(line.words)), " | ".join(cells(unnoted(expected.marked)))
    if here == there:
        return
    same = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    at = Span(text, line.number, line.start + _column(line.words, same))
    values = {"source": ",".join(map(str, expected.lines)), "text": _around(here, same), "line": _around(there, same)}
    yield Diagnostic("text-line-changed", at, values)


def _around(words: str, place: int) -> str:
    """The words around a place, from a few before it."""
    start = max(0, place - 20)
    piece = words[start : place + 40]
    return f"{'…' if start else ''}{piece}{'…' if place + 40 < len(words) else ''}"


def _column(raw: str, place: int) -> int:
    """The column (from one) in a raw line of a place in its folded words."""
    seen, space = 0, True
    for column, letter in enumerate(raw, 1):
        if letter.isspace():
            space = True
            continue
        if space and seen:
            seen += 1
        if seen >= place:
            return column
        seen += 1
        space = False
    return len(raw) + 1
