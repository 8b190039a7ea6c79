"""What a document says of itself: number, day, issuer, place, title, period, signer; each with its line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.derive.folding import plain
from generator.model.places import Place
from generator.model.records import Agency
from generator.model.site import Site
from generator.read.numbers import read_day

from .charsets import line_read
from .clauses import Confidence, lines_of
from .shape import NAME, OFFICE, TYPES
from .text import Draft

_NUMBER = re.compile(
    r"S[ốèô]\s*:\s*(?P<number>\d*\s*[-–/]?\s*[A-ZĐ0-9][\w\-–/ĐƯ.]*(?:\s*-\s*[A-ZĐƯ]+)?)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:kế hoạch|đề án|chương trình hành động|quyết định|chỉ thị)\s+số\s+"
    r"(?P<number>\d+\s*[-–/]\s*[A-ZĐƯ][\w\-–/ĐƯ]+)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?P<place>[A-ZĐÀ-Ỹ][^,]{1,40}),\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE
)
_SPAN = re.compile(r"(?:giai đoạn|từ năm|trong)\s+(\d{4})\s*(?:[-–]|đến(?: năm)?)\s*(\d{4})", re.IGNORECASE)
_UNTIL = re.compile(r"đến\s+(?:hết |cuối )?năm\s+(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\w)năm\s+(\d{4})", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM|T/M|KT|TL|TUQ)\b\s*[./]?")
_SYSTEMS = (("MTT", "front"), ("UBND", "state"), ("HĐND", "state"), ("UB", "state"), ("TU", "party"), ("HU", "party"),
            ("ĐU", "party"), ("BTV", "party"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that was read: where, and how sure. No value: the document was not seen to say it."""

    value: str | None = None
    line: int = 0
    confidence: Confidence = "low"


@dataclass(slots=True)
class Facts:
    """What was read of a document, by the fields of `plan.yaml`; `places` are units that the text names."""

    found: dict[str, Fact] = field(default_factory=dict)
    places: list[tuple[Place, int, Confidence]] = field(default_factory=list)

    def __getitem__(self, name: str) -> Fact:
        return self.found.get(name, Fact())


def facts_of(draft: Draft, lines: tuple[str, ...], away: Iterable[int], site: Site) -> Facts:
    """The facts of a document. `away` are lines of the copy that are not the document; number and day may
    stand there."""
    facts = Facts()
    head = lines_of(draft, "dau-van-ban")
    beside = [(number, lines[number - 1]) for number in sorted(away)]
    _number(facts, head, beside)
    _day(facts, head, beside)
    _title(facts, draft)
    _signer(facts, lines_of(draft, "ky"))
    framing = [*head, *lines_of(draft, "tieu-de"), *lines_of(draft, "mo-dau"), *lines_of(draft, "ket-thuc"),
               *lines_of(draft, "ky"), *lines_of(draft, "phu-luc"), *beside]  # fmt: skip
    place = _place(facts, framing, site)
    _issuer(facts, framing, place, site)
    facts.places = list(_places(facts, draft, place, site))
    return facts


def _number(facts: Facts, head: list[tuple[int, str]], beside: list[tuple[int, str]]) -> None:
    for rows, pattern, sure in ((head, _NUMBER, "high"), (beside, _NAMED, "medium")):
        for line, words in rows:
            if found := pattern.search(line_read(words)):
                printed = " ".join(found["number"].split()).strip(" .")
                facts.found["number_printed"] = Fact(printed, line, sure)  # type: ignore[arg-type]
                facts.found["number"] = Fact(re.sub(r"\s", "", printed), line, sure)  # type: ignore[arg-type]
                return


def _day(facts: Facts, head: list[tuple[int, str]], beside: list[tuple[int, str]]) -> None:
    for rows, source, sure in ((head, "document", "high"), (beside, "website", "medium")):
        for line, words in rows:
            found = _DAY.search(words)
            read = read_day(found[0]) if found else None
            if found and read and read[0]:
                # the words "Ngày 19 tháng 4 năm 2019" of a website may begin a sentence
                printed = found[0] if source == "document" else found[0][found[0].lower().index("ngày") :]
                facts.found["date"] = Fact(date(read[0], read[1], read[2]).isoformat(), line, sure)  # type: ignore[arg-type]
                facts.found["date_printed"] = Fact(printed.strip(), line, sure)  # type: ignore[arg-type]
                facts.found["date_source"] = Fact(source, line, sure)  # type: ignore[arg-type]
                if found["place"] and source == "document":
                    facts.found["at"] = Fact(found["place"].strip(), line, "high")
                return


def _title(facts: Facts, draft: Draft) -> None:
    rows = lines_of(draft, "tieu-de")
    if not rows:
        return
    kind = next((name for name in TYPES if rows[0][1].lower().startswith(name)), "")
    if kind:
        facts.found["doc_type"] = Fact(kind[:1].upper() + kind[1:], rows[0][0], "high")
    about = rows[1:] if kind and rows[0][1].lower() == kind and len(rows) > 1 else rows
    title = " ".join(words.replace("*", "") for _, words in about)
    facts.found["title_printed"] = Fact(title, about[0][0], "high" if len(rows) > 1 else "medium")
    said = title if re.search(r"(?:19|20)\d\d(?!/)", re.sub(r"\d+/\d+/\d{4}", "", title)) else ""
    for words, line in [(said, about[0][0])] + [
        (passage.words, passage.lines[0])
        for passage in draft.passages
        if re.search("thời gian thực hiện", passage.words, re.I)
    ]:
        words = re.sub(r"ngày\s+\d+(?:/\d+/|\s+tháng\s+\d+\s+năm\s+)\d{4}|/\d{4}/", "", words)
        if span := _SPAN.search(words):
            facts.found |= {"period.start": Fact(span[1], line, "high"), "period.end": Fact(span[2], line, "high")}
        elif until := _UNTIL.search(words):
            facts.found["period.end"] = Fact(until[1], line, "high")
        elif year := _YEAR.search(words):
            facts.found |= {"period.start": Fact(year[1], line, "medium"), "period.end": Fact(year[1], line, "medium")}
        else:
            continue
        return


def _signer(facts: Facts, rows: list[tuple[int, str]]) -> None:
    for line, words in rows:
        if _AUTHORITY.match(words):
            before = facts["signer.authority"].value
            facts.found["signer.authority"] = Fact(
                f"{before}, {words.strip()}" if before else words.strip(), line, "high"
            )
        elif OFFICE.match(words.upper()) and "signer.capacity" not in facts.found:
            facts.found["signer.capacity"] = Fact(_title_case(words), line, "high")
        elif NAME.match(words):
            facts.found["signer.name"] = Fact(words.strip(), line, "high")


def _title_case(words: str) -> str:
    """An office as it is written inside a sentence: `PHÓ CHỦ TỊCH` is `Phó Chủ tịch`."""
    low = words.strip().lower()
    for office in ("chủ tịch", "bí thư", "giám đốc", "trưởng ban", "trưởng phòng", "chánh văn phòng", "bộ trưởng"):
        low = low.replace(office, office[:1].upper() + office[1:])
    return low[:1].upper() + low[1:]


def _place(facts: Facts, framing: list[tuple[int, str]], site: Site) -> Place | None:
    """The unit whose plan it is: named with its type, else by the place where it was signed."""
    day = _day_of(facts)
    alive = [place for place in site.places.values() if place.level in ("province", "district", "commune")]
    alive = [place for place in alive if day is None or place.exists_on(day)]
    text = "\n".join(words for _, words in framing).lower()
    signed = facts["at"].value
    named = [place for place in alive if _is_named(place, text)]
    if signed:
        near = [place for place in alive if plain(place.name) == plain(signed.removeprefix("TP. "))]
        named = [place for place in near if place in named] or near or named
    levels = _level(text, facts["number"].value or "")
    best = [place for place in named if place.level == levels] or named
    if not best:
        return None
    inner = [place for place in best if not any(other.parent == place.id for other in best)]
    chosen = min(inner or best, key=lambda place: (("province", "district", "commune").index(place.level), place.id))
    sure: Confidence = "high" if len(best) == 1 else "medium"
    line = next((line for line, words in framing if chosen.name.lower() in words.lower()), 0)
    facts.found["place"] = Fact(chosen.id, line, sure)
    facts.found["level"] = Fact(chosen.level, line, sure)
    return chosen


def _is_named(place: Place, text: str) -> bool:
    """Whether a text names a unit with its type, alone or in the name of its Party committee."""
    type, name = place.type.lower(), place.name.lower()
    return any(form in text for form in (f"{type} {name}", f"{type} ủy {name}", f"{type.split()[-1]} ủy {name}"))


def _level(text: str, number: str) -> str:
    """The level that the words of a document's frame speak of."""
    if re.search(r"(?:ubnd|ủy ban nhân dân|huyện ủy|chủ tịch ubnd)\s+(?:huyện|thị xã|quận)|huyện ủy", text):
        return "district" if not re.search(r"(?:ubnd|ủy ban nhân dân)\s+xã\s+\w+ (?:xây|ban|lập)", text) else "commune"
    return "province" if re.search(r"tỉnh|thành ủy|thành phố|-ttg", text) or "TU" in number else "commune"


def _day_of(facts: Facts) -> date | None:
    if facts["date"].value:
        return date.fromisoformat(facts["date"].value)
    year = facts["period.start"].value or facts["period.end"].value
    return date(int(year), 1, 1) if year else None


def _issuer(facts: Facts, framing: list[tuple[int, str]], place: Place | None, site: Site) -> None:
    """The agency of that place whose printed forms the frame of the document holds."""
    number = (facts["number"].value or "").upper()
    text = " ".join(" ".join(words.split()) for _, words in framing)
    system = next((name for sign, name in _SYSTEMS if sign in number), None)
    facts.found["system"] = Fact(system or ("state" if "UBND" in text else None), 0, "medium" if system else "low")
    best: tuple[int, Agency, str] | None = None
    for agency in site.agencies.values():
        if place is None or agency.place != place.id or (system and agency.system != system):
            continue
        for form in (*agency.name.values(), *agency.aliases):
            score = len(form) if form.lower() in text.lower() else 0
            if score and agency.nature == "body" and (best is None or score > best[0]) and _heads(form, framing):
                best = (score, agency, form)
    if best:
        line = next((line for line, words in framing if best[2].lower() in words.lower()), 0)
        facts.found["issuer"] = Fact(best[1].id, line, "medium")
        at = next((words.lower().find(best[2].lower()) for at, words in framing if at == line), -1)
        words = next((words for at_line, words in framing if at_line == line), "")
        facts.found["issuer_printed"] = Fact(words[at : at + len(best[2])] if at >= 0 else best[2], line, "medium")


def _heads(form: str, framing: list[tuple[int, str]]) -> bool:
    """Whether a form of a name is told to make the plan: it stands in the head, the signature or before such a verb."""
    for _, words in framing:
        at = words.lower().find(form.lower())
        if at < 0:
            continue
        around = words[at + len(form) : at + len(form) + 60].lower()
        if words.isupper() or re.search(r"ban hành|xây dựng|lập kế hoạch|thực hiện mục tiêu", around) or at == 0:
            return True
        if re.search(r"(?:của|do)\s*\Z", words[:at].lower()):
            return True
    return False


def _places(facts: Facts, draft: Draft, place: Place | None, site: Site) -> Iterator[tuple[Place, int, Confidence]]:
    """The units under the plan's own that its text names, and those that head the rows of its tables."""
    day = _day_of(facts)
    under = _under(site.places, place) if place else []
    for unit in under:
        if day is not None and not unit.exists_on(day):
            continue
        whole = re.compile(rf"(?<!\w){re.escape(unit.full_name)}(?!\w)", re.IGNORECASE)
        short = "TT " if unit.type == "thị trấn" else "P. " if unit.type == "phường" else ""
        for passage in draft.passages:
            cells = [plain(cell) for cell in passage.words.split("\t")[:3]] if passage.kind == "row" else []
            if cells and plain(short + unit.name) in cells:
                yield unit, passage.lines[0], "medium"
                break
            if not cells and whole.search(passage.words):
                yield unit, passage.lines[0], "high"
                break


def _under(places: Mapping[str, Place], place: Place) -> list[Place]:
    found, known = [], {place.id}
    for _ in range(2):
        inside = [unit for unit in places.values() if unit.parent in known and unit.id not in known]
        found += inside
        known |= {unit.id for unit in inside}
    return found
