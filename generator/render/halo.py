"""Words and the halo under them as one mark while a picture is drawn: to measure words takes most of the time.

The picture is the same. A specification keeps both marks, since other renderers would paint the halo of one mark over
its letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HALO = {"stroke": "stroke", "strokeWidth": "stroke-width", "strokeJoin": "stroke-linejoin"}
"""What makes words a halo, in Vega and in SVG."""
NAME = "haloed-"  # how the names of merged marks begin
_MERGED = re.compile(f'<g class="[^"]* {NAME}[^"]*"[^>]*(?<!/)>.*?</g>', re.DOTALL)
_OUTLINE = re.compile(f' (?:{"|".join(HALO.values())})="[^"]*"')


def merged(group: Mapping[str, Any]) -> dict[str, Any]:
    """A Vega group, with one mark for each halo and the words over it."""
    marks: list[Any] = []
    for mark in group["marks"]:
        if marks and _is_halo(marks[-1], mark):
            marks[-1] = {**marks[-1], "name": f"{NAME}{mark['name']}"}
        else:
            marks.append(merged(mark) if "marks" in mark else mark)
    return {**group, "marks": marks}


def split(svg: str) -> str:
    """The renderer's SVG with words over each halo."""

    def twice(halo: re.Match[str]) -> str:
        return halo[0] + re.sub(r"<text[^>]*>", lambda tag: _OUTLINE.sub("", tag[0]), halo[0])

    return _MERGED.sub(twice, svg)


def _is_halo(halo: Mapping[str, Any], words: Mapping[str, Any]) -> bool:
    """Whether one mark is the halo of words, and like them in all else."""
    if not halo["type"] == words["type"] == "text" or not HALO.keys() <= halo["encode"]["update"].keys():
        return False
    look = {**words["encode"]["update"], **{part: halo["encode"]["update"][part] for part in HALO}}
    return {**words, "name": halo["name"], "encode": {"update": look}} == halo
