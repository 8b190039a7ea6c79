"""A new record of an agency, where a document is issued by one that the project does not know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.folding import plain
from generator.model.places import Place
from generator.model.site import Site

from .facts import Facts
from .notes import quoted

_FORMS = (
    (re.compile(r"UBND|[ỦU][ỷy] ban nhân dân", re.I), "state", "ubnd", "Ủy ban nhân dân", "People’s Committee"),
    (re.compile(r"MTTQ|Mặt trận Tổ quốc", re.I), "front", "ub-mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam",
     "Fatherland Front Committee"),
    (re.compile(r"Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|/TU", re.I), "party", "cap-uy", "Cấp ủy", "Party Committee"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewAgency:
    """An agency as a record proposes it."""

    id: str
    vi: str
    en: str
    system: str
    place: Place
    printed: str

    def written(self, languages: Sequence[str]) -> str:
        """The record."""
        names = ", ".join(f"{lang}: {quoted(self.vi if lang == 'vi' else self.en)}" for lang in languages)
        alias = f"aliases:\n  - {quoted(self.printed)}\n" if self.printed not in (self.vi, "") else ""
        return f"name: {{{names}}}\nsystem: {self.system}\nlevel: {self.place.level}\nplace: {self.place.id}\n{alias}"


def agency_of(facts: Facts, lines: Sequence[str], site: Site) -> NewAgency | None:
    """The body of a place that the number or the first lines name; None where nothing tells which."""
    place = site.places.get(facts["place"].value or "")
    text = "\n".join(line for line in lines if line.strip())[:2500]
    if place is None:
        return None
    number = facts["number"].value or ""
    for pattern, system, slug, vi, en in _FORMS:
        found = pattern.search(number) or (pattern.search(text) if not number else None)
        if found:
            unit = f"{place.type} {place.name}"
            id = "-".join(f"{slug} {plain(unit)}".split())
            at = re.search(
                rf"(?:{pattern.pattern})(?:[ ]+(?:[A-ZĐÀ-Ỹ]\w*|tỉnh|huyện|xã|phường|thành phố|thị xã)\b)*", text
            )
            printed = at[0] if at else ""
            return NewAgency(id, f"{vi} {unit}", f"{en} of {place.name}", system, place, printed)
    return None
