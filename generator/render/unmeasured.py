"""Spares the renderer the measuring of words, which would take more time than all the rest of a picture.

The renderer measures every word as it draws, half a millisecond each, to know how much room it takes. Nothing here
depends on that: a chart's margins are given and no word makes way for another. Words of no positive size are not
measured, so they are drawn with the negative of their size, and given their size again in the picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

FOOT = {"alphabetic": 0.0, "top": 0.79, "middle": 0.3, "bottom": -0.21}
"""From where words are said to stand down to their foot, in sizes, as the renderer itself reckons."""
_SIZE = re.compile(r'(<[^<>]*font-size=")-')


def unmeasured(vega: Mapping[str, Any]) -> Mapping[str, Any]:
    """A Vega specification whose words are not measured. Its words must tell their size, and not stand on axes."""
    return {**vega, "marks": [_mark(one) for one in vega["marks"]]}


def sized(svg: str) -> str:
    """The picture of such a specification, its words in their own size."""
    return _SIZE.sub(r"\1", svg)


def _mark(mark: Mapping[str, Any]) -> Mapping[str, Any]:
    if "marks" in mark:
        return {**mark, "marks": [_mark(one) for one in mark["marks"]]}
    return {**mark, "encode": {"update": _words(mark["encode"]["update"])}} if mark["type"] == "text" else mark


def _words(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The properties of words, standing on their foot, which is the same for words of any size."""
    size = told["fontSize"]["value"]
    foot = round(FOOT[told.get("baseline", {}).get("value", "alphabetic")] * size)
    dy = told.get("dy", {"value": 0})
    return {
        "lineHeight": {"value": size + 2},
        **told,
        "fontSize": {"value": -size},
        "baseline": {"value": "alphabetic"},
        "dy": {**dy, "offset": dy.get("offset", 0) + foot},
    }
