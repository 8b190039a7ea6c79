"""Short phrases that fill placeholders, where what fills them differs between languages.

A value of a diagnostic that begins with `@` names a phrase; what follows a bar is put into it: `@did-you-mean|budget`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.records import Text

PHRASES: Mapping[str, Text] = {
    "severity.error": {"vi": "lỗi", "en": "error"},
    "severity.warning": {"vi": "cảnh báo", "en": "warning"},
    "explain.do": {"vi": "Cách sửa", "en": "What to do"},
    "explain.why": {"vi": "Vì sao", "en": "Why"},
    "did-you-mean": {"vi": "Có phải bạn muốn viết `{0}`?", "en": "Did you mean `{0}`?"},
    "only": {"vi": "Chỉ dùng: {0}.", "en": "Use only: {0}."},
    "add-file": {"vi": "Thêm tệp `{0}`, hoặc sửa mã.", "en": "Add the file `{0}`, or correct the id."},
    "add-row": {"vi": "Thêm một dòng vào `{0}`, hoặc sửa mã.", "en": "Add a row to `{0}`, or correct the id."},
    "see-text": {"vi": "Xem các mã mục trong `{0}`.", "en": "Look at the ids of provisions in `{0}`."},
    "see-file": {"vi": "Xem các mã trong `{0}`.", "en": "Look at the ids in `{0}`."},
    "see-tables": {"vi": "Xem các dòng mở bảng trong `{0}`.", "en": "Look at the openings of tables in `{0}`."},
    "filled-by-reader": {
        "vi": "Xóa nó; máy tự điền trường này khi đọc.",
        "en": "Delete it; the reader fills this field by itself.",
    },
    "line-holds": {"vi": "Dòng đó là: `{0}`.", "en": "The line is: `{0}`."},
    "line-is-furniture": {
        "vi": "Dòng đó (hay chỗ đó) đã được ghi là phần ngoài văn bản; bỏ một trong hai.",
        "en": "That line (or place) is recorded as furniture; drop one of the two.",
    },
    "quote-in-line": {"vi": "Dòng {0} có chữ này; sửa số dòng.", "en": "Line {0} holds it; correct the line's number."},
    "after-text-line": {"vi": "sau dòng {0}", "en": "after line {0}"},
    "at-the-beginning": {"vi": "ở đầu tệp", "en": "at its beginning"},
    # kinds of value
    "type.words": {"vi": "một chuỗi chữ", "en": "words"},
    "type.list": {"vi": "một danh sách", "en": "a list"},
    "type.map": {"vi": "các trường `tên: giá trị`", "en": "fields `name: value`"},
    "type.nothing": {"vi": "để trống", "en": "nothing"},
    # kinds of record
    "what.site": {"vi": "cấu hình cổng", "en": "a site"},
    "what.plan": {"vi": "kế hoạch", "en": "a plan"},
    "what.agency": {"vi": "cơ quan", "en": "an agency"},
    "what.document": {"vi": "văn bản", "en": "a document"},
    "what.standard": {"vi": "chuẩn nghèo", "en": "a standard"},
    "what.indicator": {"vi": "chỉ tiêu", "en": "an indicator"},
    "what.reference": {"vi": "nguồn", "en": "a reference"},
    "what.notes": {"vi": "ghi chú văn bản", "en": "notes on a text"},
    "what.target": {"vi": "mục tiêu định lượng", "en": "a target"},
    "what.amount": {"vi": "khoản tiền", "en": "an amount"},
    "what.commitment": {"vi": "cam kết", "en": "a commitment"},
    "what.criterion": {"vi": "tiêu chuẩn thi đua", "en": "a criterion for an award"},
    "what.report": {"vi": "nhiệm vụ báo cáo", "en": "a reporting duty"},
    "what.citation": {"vi": "chỗ nhắc đến văn bản", "en": "a citation"},
    "what.mention": {"vi": "chỗ nhắc đến chính sách", "en": "a mention of a policy"},
    "what.relation": {"vi": "quan hệ giữa các văn bản", "en": "a relation"},
    "what.no-duty": {"vi": "dòng không có nhiệm vụ", "en": "a line without a duty"},
    "what.policy": {"vi": "chính sách", "en": "a policy"},
    "what.evidence": {"vi": "bằng chứng", "en": "a piece of evidence"},
    "what.search": {"vi": "lần tìm kiếm", "en": "a search"},
    "what.assessment": {"vi": "đánh giá", "en": "an assessment"},
    "what.map": {"vi": "bản đồ", "en": "a map"},
    "what.dataset": {"vi": "bộ dữ liệu", "en": "a dataset"},
    "what.place": {"vi": "đơn vị hành chính", "en": "an administrative unit"},
    "what.region": {"vi": "vùng", "en": "a region"},
    "what.change": {"vi": "thay đổi đơn vị", "en": "a change of units"},
    # the same, as the object of a reference
    "kind.plan": {"vi": "kế hoạch", "en": "plan"},
    "kind.agency": {"vi": "cơ quan", "en": "agency"},
    "kind.document": {"vi": "văn bản", "en": "document"},
    "kind.standard": {"vi": "chuẩn nghèo", "en": "standard"},
    "kind.indicator": {"vi": "chỉ tiêu", "en": "indicator"},
    "kind.reference": {"vi": "nguồn", "en": "reference"},
    "kind.policy": {"vi": "chính sách", "en": "policy"},
    "kind.evidence": {"vi": "bằng chứng", "en": "evidence"},
    "kind.target": {"vi": "mục tiêu định lượng", "en": "target"},
    "kind.commitment": {"vi": "cam kết", "en": "commitment"},
    "kind.duty": {"vi": "cam kết hay nhiệm vụ báo cáo", "en": "commitment or reporting duty"},
    "kind.document-or-plan": {"vi": "văn bản hay kế hoạch", "en": "document or plan"},
    "kind.place": {"vi": "đơn vị hành chính", "en": "administrative unit"},
    "kind.lookup": {"vi": "xã, phường để tra cứu", "en": "unit to be looked up"},
    "kind.table": {"vi": "bảng", "en": "table"},
    # how to write a field that is missing, by record and field
    "how": {
        "vi": "; viết `null` nếu trường cho phép để trống.",
        "en": "; write `null` where the field may be empty.",
    },
    "how.evidence.plan": {"vi": " mã của kế hoạch.", "en": " the plan's id."},
    "how.evidence.publisher": {"vi": " nơi công bố, ví dụ tên cổng hay tờ báo.", "en": " who published it."},
    "how.evidence.published": {
        "vi": " ngày công bố, như `2019-12-20`; trang không ghi ngày thì `null`, và nói rõ ở `limits`.",
        "en": " its day, such as `2019-12-20`; where it bears none, `null`, and say so in `limits`.",
    },
    "how.evidence.published_printed": {
        "vi": ' ngày công bố như in; không in thì `""`.',
        "en": ' its day as printed there; `""` where none is.',
    },
    "how.evidence.where": {"vi": " địa chỉ hoặc chỗ tìm được nó.", "en": " its address, or where it can be found."},
    "how.evidence.basis": {
        "vi": " `self_reported`, `computed`, `supervised`, `audited` hoặc `press`.",
        "en": " `self_reported`, `computed`, `supervised`, `audited` or `press`.",
    },
    "how.evidence.figures.indicator": {
        "vi": " mã của chỉ tiêu trong `content/indicators/`.",
        "en": " an id of `content/indicators/`.",
    },
    "how.evidence.figures.unit": {
        "vi": " đơn vị của con số: `percent`, `percentage_point`, `households`, `persons`, …",
        "en": " what the number counts: `percent`, `percentage_point`, `households`, `persons`, …",
    },
    "how.evidence.figures.standard": {
        "vi": " chuẩn nghèo của con số, mã trong `content/standards/`; nguồn không nói thì dùng mã loại `not_stated`.",
        "en": " the poverty standard behind it, an id of `content/standards/`; one of kind `not_stated` if unsaid.",
    },
    "how.evidence.figures.place": {
        "vi": " địa bàn của con số, một mã đơn vị hành chính của năm đó.",
        "en": " the territory of the number, an administrative unit of that year.",
    },
    "how.evidence.figures.year": {"vi": " năm của con số.", "en": " the year of the number."},
    "how.evidence.figures.value_printed": {
        "vi": " con số như in, ví dụ `11,56%`.",
        "en": " the number as printed, such as `11,56%`.",
    },
    "how.search.date": {"vi": " ngày tìm, như `2026-11-21`.", "en": " the day of the search, such as `2026-11-21`."},
    "how.search.where": {"vi": " danh sách những nơi đã tìm.", "en": " the list of places that were searched."},
    "how.search.outcome": {"vi": " `found`, `partly` hoặc `not_found`.", "en": " `found`, `partly` or `not_found`."},
    "how.assessment.date": {"vi": " ngày đánh giá, như `2020-02-01`.", "en": " the day of the judgment."},
    "how.assessment.assessor": {"vi": " ai đánh giá, bằng mỗi ngôn ngữ.", "en": " who judged, in each language."},
    "how.assessment.evidence": {
        "vi": " danh sách mã bằng chứng trong `content/evidence/`.",
        "en": " a list of ids of `content/evidence/`.",
    },
    # what two statements disagree about
    "actors.some": {"vi": "có `actors`", "en": "there are `actors`"},
    "actors.none": {"vi": "không có `actors`", "en": "there are no `actors`"},
    "evidence.some": {"vi": "có bản ghi", "en": "names some"},
    "evidence.none": {"vi": "trống", "en": "is empty"},
    "compare.indicator": {"vi": "chỉ tiêu", "en": "indicator"},
    "compare.unit": {"vi": "đơn vị", "en": "unit"},
    "compare.standard": {"vi": "chuẩn nghèo", "en": "standard"},
    "compare.place": {"vi": "địa bàn", "en": "place"},
    "compare.year": {"vi": "năm", "en": "year"},
    "compare.group": {"vi": "nhóm người", "en": "group of people"},
    "compare.unstated": {"vi": "chuẩn nghèo", "en": "standard"},
    "compare.unknown": {"vi": "không rõ", "en": "unknown"},
    # private data
    "private.identity": {"vi": "số định danh", "en": "identity number"},
    "private.telephone": {"vi": "số điện thoại", "en": "telephone number"},
    "private.birth": {"vi": "ngày sinh", "en": "date of birth"},
    "small.village": {"vi": "đơn vị dưới cấp xã", "en": "a unit below the commune"},
    "small.breakdown": {"vi": "số chia theo nhóm hộ", "en": "a breakdown by group of households"},
    # problems with lines and tables
    "lines.form": {"vi": "không đúng dạng", "en": "not in this form"},
    "lines.range": {"vi": "ngoài bản gốc", "en": "outside the source"},
    "lines.twice": {"vi": "dòng {0} đã được ghi", "en": "line {0} is named already"},
    "lines.order": {"vi": "không tăng dần", "en": "not in rising order"},
    "lines.after": {"vi": "`after` không chỉ ra dòng nào đứng yên", "en": "`after` names no line that stays"},
    "table.opening": {"vi": "dòng mở là `{0}`", "en": "its opening is `{0}`"},
    "table.open": {"vi": "không có dòng đóng", "en": "it is never closed"},
    "table.header": {"vi": "có {0} dòng, ít hơn số dòng đầu bảng", "en": "it has {0} rows, fewer than its header"},
    "table.twice": {"vi": "mã `{0}` đã được dùng", "en": "its id `{0}` is used already"},
    # problems with YAML, as its parser tells them
    "yaml.list": {"vi": "thiếu `,` hoặc `]`", "en": "a `,` or `]` is missing"},
    "yaml.map": {"vi": "thiếu `,` hoặc `}}`", "en": "a `,` or `}}` is missing"},
    "yaml.colon": {
        "vi": "dấu `:` ở chỗ không được có; đặt cả câu trong nháy",
        "en": "a `:` where none can be; quote the words",
    },
    "yaml.no-colon": {"vi": "thiếu dấu `:` sau tên trường", "en": "the `:` after a field's name is missing"},
    "yaml.token": {
        "vi": "ký tự này không mở đầu một giá trị được; đặt trong nháy",
        "en": "no value can begin so; quote it",
    },
    "yaml.key": {"vi": "thụt dòng không thẳng với các trường trên", "en": "not in line with the fields above"},
    "yaml.dash": {"vi": "thụt dòng không thẳng với các gạch đầu dòng trên", "en": "not in line with the dashes above"},
    "yaml.end": {"vi": "dấu nháy không được đóng", "en": "a quotation mark is never closed"},
    "yaml.second": {"vi": "tệp chỉ được có một phần, không có `---`", "en": "a file is one part, without `---`"},
    "yaml.complex-key": {"vi": "tên trường phải là chữ", "en": "a field's name must be words"},
}


def phrase(lang: str, value: str) -> str:
    """The phrase that a value names, or the value itself where it names none."""
    if not value.startswith("@"):
        return value
    name, _, given = value[1:].partition("|")
    text = PHRASES.get(name)
    return value if text is None else (text.get(lang) or text["en"]).format(given)
