"""Our words in the reader's language, and long words cut short."""

from generator.model.plan import Plan
from generator.model.records import PRINTED, Text

from .formats import Words, day


def localized(text: Text | None, lang: str) -> str:
    """Words of ours in a language; in the first language they have where that one is missing; nothing for None."""
    return (text.get(lang) or next(iter(text.values()), "")) if text else ""


def short(text: str, length: int = 80) -> str:
    """The first words of a text, at most `length` characters, with an ellipsis where something was left off."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length + 1].rsplit(" ", 1)[0].rstrip(" ,;:.-–") + "…"


def content_language(lang: str) -> str:
    """The `lang` of a plan's own words, which are Vietnamese: named only where the page is in another language."""
    return "" if lang == PRINTED else PRINTED


def sign_of(plan: Plan, words: Words) -> str:
    """How a sentence tells which plan is meant: by its number, or that its copy prints none."""
    return words["plan.sign"].format(number=plan.number) if plan.number else words["plan.no_number"]


def dated(plan: Plan, words: Words) -> str:
    """The date of a plan in a sentence, or that its copy bears none."""
    return words["plan.dated"].format(date=day(plan.date, words)) if plan.date else f"({words['plan.no_date']})"


def years(start: int | None, end: int | None, words: Words) -> str:
    """A plan's period in words: `giai đoạn 2017–2020`, `năm 2019`, `đến năm 2030`, or that the text names none."""
    if start is None and end is None:
        return words["plan.period_none"]
    which = "until" if start is None else "from" if end is None else "one" if start == end else "range"
    return words[f"plan.period_{which}"].format(start=start, end=end)
