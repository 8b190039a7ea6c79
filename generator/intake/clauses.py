"""What a document may lay on somebody, aim at, ask to report, cite and name: each with its line and how sure it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .marks import Numbering
from .text import Draft, Passage

Confidence = Literal["high", "medium", "low"]
_VERBS = (
    "bảo đảm|biểu dương|bố trí|cải cách|cải thiện|cập nhật|chấp hành|chỉ đạo|chủ động|chủ trì|chú trọng|"
    "chịu trách nhiệm|"
    "công khai|cụ thể hóa|cử|cung cấp|đa dạng|đánh giá|đào tạo|đảm bảo|đẩy mạnh|đẩy nhanh|đề nghị|đề xuất|điều tra|"
    "đôn đốc|"
    "động viên|đổi mới|duy trì|gắn|giải quyết|giám sát|giảm|giao|giúp đỡ|góp phần|hạn chế|hỗ trợ|hoàn thành|huy động|"
    "hướng dẫn|"
    "hưởng ứng|kết hợp|khen thưởng|khuyến khích|kịp thời|kiểm tra|lập|lồng ghép|mở rộng|nâng cao|nắm|nghiên cứu|"
    "nhân rộng|ổn định|"
    "phát động|phát hiện|phát huy|phát triển|phân bổ|phân công|phấn đấu|phần đầu|phân đấu|phê duyệt|phổ biến|"
    "phối hợp|quán triệt|"
    "quản lý|quan tâm|quyết tâm|rà soát|sơ kết|tạo|tăng cường|tăng|tập huấn|tập trung|tham gia|tham mưu|thành lập|thăm|"
    "thẩm định|theo dõi|thi đua|thiết lập|thống kê|thực hiện|thường xuyên|tiếp nhận|tiếp tục|tích cực|tổ chức|"
    "tổng hợp|tổng kết|"
    "báo cáo|trình|triển khai|trực tiếp|tuyên truyền|từng bước|ưu tiên|vận động|xây dựng|xác định|xử lý|yêu cầu|"
    "tiến hành|đăng|khơi dậy"
)
_BEGINS = re.compile(rf"(?:{_VERBS})(?!\w)", re.IGNORECASE)
_HOLDS = re.compile(rf"(?<!\w)(?:{_VERBS}|phải|được|có|còn|không còn|thoát nghèo|đạt|là)(?!\w)", re.IGNORECASE)
_PARTED = re.compile(
    # After a semicolon a numbered document goes on with a list of them, and "góp phần" with what came before.
    r"(?<=[.!?…])\s+(?=[A-ZĐÀ-Ỹ“\"(])|"
    r"\s*;(?!\s*(?:(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Nghị định|Thông tư) số|góp phần)\b)\s*|\n|"
    r",\s+(?=(?:đẩy mạnh|động viên|tăng cường|đề xuất|phấn đấu|định kỳ|"
    r"trong đó có|"
    r"đồng thời|báo cáo|tổng hợp,? báo cáo|kịp thời|các xã có tỷ lệ|tạo điều kiện|gắn với|để tổng hợp|yêu cầu)\b)|"
    r"\s+(?=(?:để tổng hợp|và báo cáo|và kịp thời)\b)|\s*\((?=riêng\b)"
)
_LABEL = re.compile(r"[^:]{0,34}:\s*\Z")
_LEAD = re.compile(r"(?P<who>[A-ZĐÀ-Ỹ][^:;.]{2,140}?)\s*:\s+(?=[A-ZĐÀ-Ỹ])")
_SAID = re.compile(
    r"\(?(?:kèm theo|thời gian|đối tượng|phạm vi|tổng kinh phí|trên đây là|thực hiện kế hoạch liên tịch|"
    r"theo báo cáo)\b", re.IGNORECASE)  # fmt: skip
_STATE = re.compile(r"tình hình|thực trạng|kết quả (?:thực hiện|đạt được)|đánh giá (?:chung|kết quả)", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:triệu|tỷ|nghìn|ngàn)?\s*(?:triệu\s+)?đồng", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?<!\w)(?:các|Sở|Ban|Phòng|UBND|Ủy ban|Uỷ ban|UB|Hội|Đảng|Mặt trận|MTTQ|Ngân hàng|Bảo hiểm|Đài|Báo|Văn phòng|"
    r"Chủ tịch|Đoàn|Liên đoàn|cấp ủy|chính quyền)\s"
)
_REPORT = re.compile(
    r"(?<!\w)báo cáo(?! (?:viên|chung|rà soát|chính trị|tài chính))(?!\s*\))|(?<!\w)gửi kế hoạch|"
    r"(?<!\w)về Ban Thường trực"
)
_NUMBER = r"\d{1,3}(?:[.\s]\d{3})+|\d+(?:[.,]\d+)?"
_TARGET = re.compile(
    rf"(?P<says>(?:(?:trên|dưới|khoảng|từ|ít nhất|không quá|thấp hơn hoặc bằng|tối thiểu|tối đa|còn)\s+)*)"
    rf"(?:(?P<number>{_NUMBER})\s*(?P<unit>%(?:\s*/\s*năm)?|hộ(?!\w)|năm liên tục|năm(?= trở lên))(?P<up>\s+trở lên)?|"
    r"(?P<none>không còn|không có)(?=\s+(?:hộ|trẻ em)))", re.IGNORECASE)  # fmt: skip
_AIMS = re.compile(
    r"(?<!\w)(?:giảm|phấn đấu|phần đầu|phân đấu|đạt|còn|thoát nghèo|được|100%|trên \d|có nhà|không còn|không có|"
    r"liên tục|đảm bảo|"
    r"bảo đảm|vay|tập huấn)", re.IGNORECASE)  # fmt: skip
_CITED = re.compile(
    r"(?:(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Nghị định|Thông tư|Hướng dẫn|Đề án|Chương trình hành động|"
    r"Chương trình phối hợp|Công văn|Luật|Thông báo|Kế hoạch liên tịch|Nghị quyết liên tịch|"
    r"Nghị Quyết)\s+)+(?:số\s*:?\s*)?"
    r"(?P<number>\d+[a-z]?\s*(?:/\d{4})?\s*[-–/]\s*[A-ZĐƯa-z][\w\-–/ĐƯ]*(?:\s*-\s*[A-ZĐƯ]+/?[A-ZĐƯ]*)?)"
    r"(?:,?\s*ngày\s+(?P<day>\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})))?"
)
_NAMED = re.compile(
    r"(?:các )?(?:[Cc]hương trình [Mm]ục tiêu [Qq]uốc gia (?:về )?(?:[Gg]iảm nghèo bền vững|xây dựng nông thôn mới)?"
    r"(?: giai đoạn \d{4}\s*-\s*\d{4})?|[Pp]hong trào thi đua(?:\s*[“\"][^”\"]+[”\"])?|"
    r"[Pp]hong trào\s*[“\"][^”\"]+[”\"]|"
    r"[Cc]uộc vận động\s*[“\"][^”\"]+[”\"]|[Qq]uỹ [“\"]?\*?[Vv]ì người nghèo\*?[”\"]?|"
    r"[Tt]háng cao điểm [“\"]\*?[^”\"]+[”\"]|"
    r"Luật (?:Bảo hiểm y tế|Ngân sách nhà nước|ngân sách)|Quyết định của Thủ tướng Chính phủ|"
    r"Nghị quyết (?:Đại hội|Hội nghị)[^,.;:]{5,90}|Dự án [A-ZĐ][A-Z]+|dự án [A-ZĐ][A-Z]+|"
    r"[Cc]hương trình (?:xây dựng nông thôn "
    r"mới|giảm nghèo)|Đề án [^,.;]{15,140})"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a text may say: its kind, the provision, the line, the words; more where more was read."""

    kind: str
    provision: str
    line: int
    words: str
    confidence: Confidence
    more: tuple[tuple[str, str], ...] = ()


def proposals_of(draft: Draft) -> list[Proposal]:
    """All that is proposed of a document, in its order."""
    told = {p.provision for p in draft.passages if p.opens and p.kind == "heading" and _STATE.search(p.words)}
    return [
        proposal
        for passage in draft.passages
        if passage.kind != "row"
        for proposal in _of(passage)
        if proposal.kind == "citation" or passage.provision not in told
    ]


def _of(passage: Passage) -> Iterator[Proposal]:
    line, at = passage.lines[0], passage.provision
    plain = passage.words.replace("*", "")
    framed = at in ("dau-van-ban", "noi-nhan", "ky", "phu-luc")
    if not framed:
        yield from _cited(plain, at, line)
    if framed or at in ("tieu-de", "mo-dau"):
        return
    yield from _targets(plain, at, line)
    if passage.kind == "heading":
        return
    for clause, sure in clauses(plain, passage.opens):
        yield Proposal("duty", at, line, clause, sure)
        if _REPORT.search(clause):
            sends = re.search(r"(?<!\w)(?:về|gửi|với)\s|báo cáo (?:UBND|Ủy ban|Uỷ ban|Ban|Thường trực|Tỉnh)", clause)
            yield Proposal("report", at, line, clause, "high" if sends else "medium")


def clauses(words: str, numbered: bool) -> Iterator[tuple[str, Confidence]]:
    """The clauses of a passage that may lay a duty on somebody, without the number and the name before a colon."""
    words = re.sub(r"\A[-+•*–▪]\s+", "", words)
    mark = Numbering().mark(words) if numbered else None
    if mark is None and numbered:
        words = re.sub(r"\A(?:\d+\.)+\d*\s+|\A\(?[\dA-Za-zđĐ]{1,4}[.)/–-]\s*", "", words)
    words = mark.rest if mark else words
    if _LABEL.fullmatch(words):
        return
    if (lead := _LEAD.match(words)) and not _SAID.match(words):
        words = words[lead.end() :]
    for piece in _PARTED.split(words):
        clause = " ".join(piece.strip(" .,;:/)").split())
        if len(clause) < 8 or _LABEL.fullmatch(clause):
            continue
        if _SAID.match(clause) or (_AMOUNT.search(clause) and not _BEGINS.match(clause)):
            continue
        if _BEGINS.match(clause):
            yield clause, "high"
        elif _HOLDS.search(clause):
            yield clause, "high" if _ADDRESSED.search(clause) else "medium"


def _targets(words: str, at: str, line: int) -> Iterator[Proposal]:
    """Numbers that a text aims at."""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ])|\s*;\s*", words):
        if not _AIMS.search(sentence) or _AMOUNT.search(sentence):
            continue
        for found in _TARGET.finditer(sentence):
            if found["unit"] == "hộ" and not re.search(r"giảm|thoát", sentence, re.IGNORECASE):
                continue
            printed = re.sub(r"\A(?:còn|có)\s+", "", found[0].strip(), flags=re.IGNORECASE)
            sure: Confidence = "high" if "%" in printed or found["none"] else "medium"
            yield Proposal("target", at, line, sentence.strip(" .;"), sure, (("value_printed", printed),))


def _cited(words: str, at: str, line: int) -> Iterator[Proposal]:
    """Documents, programmes, movements and funds that a text names."""
    taken: list[tuple[int, int]] = []
    for found in _CITED.finditer(words):
        taken.append(found.span())
        end = found.end("number")
        printed = words[found.start() : end].strip(" ,.;-–/")
        more = (("printed_date", found["day"]),) if found["day"] else ()
        yield Proposal("citation", at, line, printed, "high", more)
    for found in _NAMED.finditer(words):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            yield Proposal("citation", at, line, found[0].strip(" ,."), "medium")


def recipients_of(draft: Draft) -> list[tuple[int, str]]:
    """The lines of the recipients, without the heading and the mark before each."""
    found = [
        (number, re.sub(r"\A[-+•–*]\s*", "", words))
        for passage in draft.passages
        if passage.provision == "noi-nhan"
        for number, words in zip(passage.lines, passage.words.split("\n"), strict=False)
    ]
    return [(number, words) for number, words in found[1:] if words] if found else []


def lines_of(draft: Draft, provision: str) -> list[tuple[int, str]]:
    """Each line of a part that prints no number."""
    return [
        (number, words)
        for passage in draft.passages
        if passage.provision == provision
        for number, words in zip(passage.lines, passage.words.split("\n"), strict=False)
    ]


def spans_of(proposals: Sequence[Proposal], kind: str) -> list[Proposal]:
    """The proposals of one kind."""
    return [proposal for proposal in proposals if proposal.kind == kind]
