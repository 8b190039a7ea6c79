"""Spares the renderer the measuring of words, which would take more time than all the rest of a picture.

The renderer measures every word as it draws, half a millisecond each, to know how much room it takes. Nothing here
depends on that: a chart's margins are given and no word makes way for another. Words of no positive size are not
measured, so they are drawn with the negative of their size, and given their size again in the picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_SIZE = re.compile(r'(<[^<>]*font-size=")-')


def unmeasured(vega: Mapping[str, Any]) -> Mapping[str, Any]:
    """A Vega specification whose words are not measured. Its words must tell their size and the height of a line, stand
    on their foot, and not be those of axes."""
    return {**vega, "marks": [_mark(one) for one in vega["marks"]]}


def sized(svg: str) -> str:
    """The picture of such a specification, its words in their own size."""
    return _SIZE.sub(r"\1", svg)


def _mark(mark: Mapping[str, Any]) -> Mapping[str, Any]:
    if "marks" in mark:
        return {**mark, "marks": [_mark(one) for one in mark["marks"]]}
    if mark["type"] != "text":
        return mark
    told = mark["encode"]["update"]
    return {**mark, "encode": {"update": {**told, "fontSize": {"value": -told["fontSize"]["value"]}}}}
