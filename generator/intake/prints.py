"""How a table prints numbers: the Vietnamese way, the English way, or in cells that fit both."""

import re
from collections.abc import Sequence

from .grid import Cell

_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})*,\d+|\d{1,3}(?:\.\d{3}){2,}")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})*\.\d+|\d{1,3}(?:,\d{3}){2,}")
_DOUBTFUL = re.compile(r"\d{1,3}[.,]\d{3}")
_BARE = re.compile(r"[^\d.,]")


def prints_of(cells: Sequence[Cell]) -> tuple[str | None, str]:
    """`vietnamese` or `english`, None where no cell or cells of both kinds tell; and an example of a doubtful cell."""
    numbers = [(_BARE.sub("", cell.words), cell) for cell in cells]
    doubtful = [cell for words, cell in numbers if _DOUBTFUL.fullmatch(words)]
    clear = [words for words, _ in numbers if not _DOUBTFUL.fullmatch(words)]
    vietnamese = any(_VIETNAMESE.fullmatch(words) for words in clear)
    english = any(_ENGLISH.fullmatch(words) for words in clear)
    example = f"{doubtful[0].at}: {doubtful[0].words}" if doubtful else ""
    if vietnamese != english:
        return ("vietnamese" if vietnamese else "english"), example
    return None, example
