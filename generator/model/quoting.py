"""Words of a text as they are quoted: whole clauses, or visibly cut with “…”."""

import re

CUT = "…"
_END = ".;:!?…"
_CLOSING = " *”\"’')"
_MARKS = re.compile(r"(?:[-+*•]|\(?\w{1,3}[.)/]-?|\d+-)?\s*")


def visibly_cut(text: str, quote: str) -> str:
    """A quote with “…” where a clause of the text goes on before or after it."""
    at = text.find(quote)
    if at < 0:
        return quote
    before, after = text[:at].rpartition("\n")[2], text[at + len(quote) :].partition("\n")[0]
    opened = "" if _begins(before) else CUT
    return f"{opened}{quote}{'' if _ends(quote, after) else CUT}"


def _begins(before: str) -> bool:
    """Whether a clause begins after these words of its line."""
    said = before.rstrip(" *“\"‘'(")
    return not said or said[-1] in _END or _MARKS.fullmatch(before) is not None


def _ends(quote: str, after: str) -> bool:
    """Whether a clause ends with the quote, before these words of its line."""
    said = after.lstrip(_CLOSING)
    return quote[-1] in _END or not said or said[0] in _END
