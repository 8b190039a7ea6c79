"""Mistakes in what a plan's text is read to lay on whom, and in what was published, searched for and judged."""

from .code import ERROR, WARNING, Code

_ACTORS_VI = "Cổng không đoán ai phải làm: chỉ nêu cơ quan mà văn bản nêu, và nói biết điều đó từ đâu."
_ACTORS_EN = "The portal never guesses who has to act: it names whom the text names, and says how that is known."
_DAYS_VI = "Lịch báo cáo tính từ các ngày này; một ngày sai làm cả lịch sai."
_DAYS_EN = "The calendar of reports is reckoned from these days; one that is wrong spoils it."
_LINES_VI = "Không dòng nào của kế hoạch có nhiệm vụ mà thiếu cam kết; dòng không có nhiệm vụ phải được ghi rõ vì sao."
_LINES_EN = "No line of a plan with a duty is without a commitment; a line without one has to say why."
_PROOF_VI = "Người đọc phải tự kiểm chứng được: ai công bố, ở đâu, lúc nào, và ta đọc nó ở đâu."
_PROOF_EN = "A reader must be able to verify it: who published it, where, when, and where we read it."
_JUDGED_VI = "“Đạt” chỉ được nói khi số liệu cùng chỉ tiêu, đơn vị, chuẩn nghèo, địa bàn và thời gian với mục tiêu."
_JUDGED_EN = "“Met” is said only of figures of the target's own indicator, unit, standard, place and time."

CODES = (
    Code(
        "ambiguous-quote",
        ERROR,
        {
            "vi": "mục `{provision}` có lời trích `{quote}` {times} lần",
            "en": "provision `{provision}` says `{quote}` {times} times",
        },
        {"vi": "Thêm chữ đứng cạnh để chỉ còn một chỗ.", "en": "Add neighbouring words until only one place is left."},
        {
            "vi": "Lời trích cho biết nhiệm vụ nằm ở dòng nào; có hai chỗ giống nhau thì không biết là dòng nào.",
            "en": "The quote tells which line the duty stands in; with two such places nobody knows which.",
        },
    ),
    Code(
        "actor-source-differs",
        ERROR,
        {"vi": "`actor_source` là `{source}` mà {actors}", "en": "`actor_source` is `{source}`, yet {actors}"},
        {
            "vi": "Không nêu ai: `none`, không có `actors`; có nêu: ghi `actors` và `named`, `heading` hoặc `implied`.",
            "en": "Nobody named: `none` and no `actors`; else give the `actors`, and `named`, `heading` or `implied`.",
        },
        {"vi": _ACTORS_VI, "en": _ACTORS_EN},
    ),
    Code(
        "two-deadlines",
        ERROR,
        {"vi": "hạn có cả `date` và `month_day`", "en": "the deadline has both a `date` and a `month_day`"},
        {
            "vi": "Một ngày duy nhất: giữ `date`. Ngày của mỗi năm: giữ `month_day`.",
            "en": "For one day keep `date`; for a day of each year keep `month_day`.",
        },
        {"vi": _DAYS_VI, "en": _DAYS_EN},
    ),
    Code(
        "bad-month-day",
        ERROR,
        {"vi": "`{value}` không phải là ngày của năm", "en": "`{value}` is no day of a year"},
        {"vi": 'Viết tháng-ngày trong nháy: `"06-30"`.', "en": 'Write month-day in quotes: `"06-30"`.'},
        {"vi": _DAYS_VI, "en": _DAYS_EN},
    ),
    Code(
        "duties-not-read",
        WARNING,
        {"vi": "chưa đọc cam kết nào của kế hoạch này", "en": "no commitment of this plan is read yet"},
        {
            "vi": "Ghi cam kết của từng dòng vào `{file}`, theo `docs/duties.md`.",
            "en": "Write the commitments, line by line, into `{file}`; `docs/duties.md` tells how.",
        },
        {"vi": _LINES_VI, "en": _LINES_EN},
    ),
    Code(
        "block-without-duty",
        ERROR,
        {
            "vi": "không cam kết nào trích dòng này của mục `{provision}`: `{line}`",
            "en": "no commitment quotes this line of provision `{provision}`: `{line}`",
        },
        {
            "vi": "Ghi vào commitments.yaml; nếu dòng không giao việc cho ai, ghi vào no-duty.yaml và nói vì sao.",
            "en": "Add one to commitments.yaml; if the line charges nobody, list it in no-duty.yaml and say why.",
        },
        {"vi": _LINES_VI, "en": _LINES_EN},
    ),
    Code(
        "evidence-undated",
        ERROR,
        {"vi": "không rõ công bố lúc nào", "en": "it is not said when this was published"},
        {
            "vi": "Ghi `published: 2019-12-20` và `published_printed`; trang không ghi ngày thì nói rõ ở `limits`.",
            "en": "Add `published: 2019-12-20` and `published_printed`; where it bears no date, say so in `limits`.",
        },
        {"vi": _PROOF_VI, "en": _PROOF_EN},
    ),
    Code(
        "evidence-without-reference",
        ERROR,
        {"vi": "không rõ đã đọc ở đâu: `references` trống", "en": "`references` does not say where this was read"},
        {
            "vi": "Ghi nơi đã đọc vào `content/references/<mã>.yaml`, rồi thêm `references: [<mã>]`.",
            "en": "Describe where it was read in `content/references/<id>.yaml`, and add `references: [<id>]`.",
        },
        {"vi": _PROOF_VI, "en": _PROOF_EN},
    ),
    Code(
        "bad-sha256",
        ERROR,
        {"vi": "`{value}` không phải là mã SHA-256", "en": "`{value}` is no SHA-256"},
        {
            "vi": "Viết 64 chữ số 0–9, a–f (lệnh `sha256sum`); không giữ tệp thì bỏ trường này.",
            "en": "Write 64 digits 0–9, a–f (`sha256sum`); where we hold no file, leave the field out.",
        },
        {"vi": _PROOF_VI, "en": _PROOF_EN},
    ),
    Code(
        "statement-without-source",
        ERROR,
        {"vi": "câu được ghi `high` mà không có nguồn", "en": "a statement is `high` and has no source"},
        {
            "vi": "Thêm `references`, hoặc hạ `confidence` xuống `medium`.",
            "en": "Add `references`, or lower `confidence` to `medium`.",
        },
        {
            "vi": "Quy định chỉ được công bố như đã kiểm chứng khi chỉ ra được nguồn.",
            "en": "A statement of law is published as verified only with its source.",
        },
    ),
    Code(
        "outcome-differs",
        ERROR,
        {
            "vi": "`outcome` là `{outcome}` mà `evidence` {evidence}",
            "en": "`outcome` is `{outcome}`, yet `evidence` {evidence}",
        },
        {
            "vi": "Tìm thấy: ghi bằng chứng vào `evidence`. Không thấy: `outcome: not_found`, không có `evidence`.",
            "en": "Found: name the records in `evidence`. Not found: `outcome: not_found`, and no `evidence`.",
        },
        {
            "vi": "Một lần tìm kiếm phải nói được đã thấy gì, để người sau xem lại.",
            "en": "A search has to say what it found, so that others can look again.",
        },
    ),
    Code(
        "assessment-without-evidence",
        ERROR,
        {
            "vi": "kết luận `{verdict}` mà không có bằng chứng về cam kết này",
            "en": "the verdict is `{verdict}` without evidence on this commitment",
        },
        {
            "vi": "Ghi vào `evidence` bằng chứng có số của mục tiêu, hoặc có `{commitment}` trong `commitments`.",
            "en": "Name evidence that shows the target's figure, or lists `{commitment}` under `commitments`.",
        },
        {"vi": _JUDGED_VI, "en": _JUDGED_EN},
    ),
    Code(
        "not-comparable",
        ERROR,
        {
            "vi": "kết luận `{verdict}`: {what} của số liệu là `{found}`, của mục tiêu `{target}` là `{wanted}`",
            "en": "the verdict is `{verdict}`: the figure's {what} is `{found}`, that of target `{target}` `{wanted}`",
        },
        {
            "vi": "Dùng số liệu so được với mục tiêu, hoặc kết luận `not_comparable`.",
            "en": "Use a figure that can be compared with the target, or let the verdict be `not_comparable`.",
        },
        {"vi": _JUDGED_VI, "en": _JUDGED_EN},
    ),
)
