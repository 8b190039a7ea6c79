"""Mistakes of a plan's text: its provisions, and the walk along its source."""

from .code import ERROR, WARNING, Code

_VERBATIM_VI = "Cổng đăng nguyên văn: mỗi dòng của bản gốc phải có trong text.md, hoặc được ghi là phần ngoài văn bản."
_VERBATIM_EN = "The portal is verbatim: each line of the source stands in text.md, or is recorded as furniture."
_NOTES_VI = "Mỗi chỗ sửa được ghi lại và cho người đọc thấy, nên phải chỉ đúng một chỗ của bản gốc."
_NOTES_EN = "Each repair is recorded and shown to the reader, so it must point at exactly one place of the source."
_IDS_VI = "Mã của mục là số in trong văn bản; người đọc trích dẫn bằng mã này và nó không bao giờ đổi."
_IDS_EN = "A provision's id is its printed number; readers cite it, and it never changes."

CODES = (
    Code(
        "source-line-missing",
        ERROR,
        {
            "vi": "dòng này của bản gốc không có trong text.md: `{line}`",
            "en": "text.md lacks this line of the source: `{line}`",
        },
        {
            "vi": "Chép dòng này vào text.md ({where}), hoặc ghi vào `furniture` của notes.yaml.",
            "en": "Copy the line into text.md ({where}), or record it under `furniture` of notes.yaml.",
        },
        {"vi": _VERBATIM_VI, "en": _VERBATIM_EN},
    ),
    Code(
        "text-line-added",
        ERROR,
        {"vi": "bản gốc không có dòng này: `{line}`", "en": "the source has no such line: `{line}`"},
        {
            "vi": "Xóa dòng này, hoặc sửa cho đúng bản gốc (dòng trước khớp với dòng {source} của bản gốc).",
            "en": "Delete it, or write what the source has (the line before it matches line {source} of the source).",
        },
        {"vi": _VERBATIM_VI, "en": _VERBATIM_EN},
    ),
    Code(
        "text-line-changed",
        ERROR,
        {
            "vi": "khác với dòng {source} của bản gốc: ở đây `{text}`, bản gốc `{line}`",
            "en": "differs from line {source} of the source: here `{text}`, there `{line}`",
        },
        {
            "vi": "Viết đúng như bản gốc, hoặc ghi chỗ sửa vào `repairs` của notes.yaml (line: {source}).",
            "en": "Write what the source has, or record the repair in notes.yaml (line: {source}).",
        },
        {"vi": _VERBATIM_VI, "en": _VERBATIM_EN},
    ),
    Code(
        "source-hash",
        ERROR,
        {"vi": "SHA-256 của `{file}` là {found}", "en": "the SHA-256 of `{file}` is {found}"},
        {
            "vi": "Lấy lại bản gốc; chỉ sửa `sha256` nếu bản gốc mới thật sự thay bản cũ.",
            "en": "Restore the original; change `sha256` only if a new original truly replaces it.",
        },
        {
            "vi": "Bản gốc giữ nguyên từng byte; mã băm cho người đọc kiểm chứng điều đó.",
            "en": "The original is kept byte for byte; the digest lets a reader verify it.",
        },
    ),
    Code(
        "repair-not-found",
        ERROR,
        {"vi": "dòng {line} của bản gốc không có `{quote}`", "en": "line {line} of the source does not hold `{quote}`"},
        {"vi": "{guess}", "en": "{guess}"},
        {"vi": _NOTES_VI, "en": _NOTES_EN},
    ),
    Code(
        "repair-ambiguous",
        ERROR,
        {
            "vi": "`{quote}` có {times} lần trong dòng {line} của bản gốc",
            "en": "`{quote}` occurs {times} times in line {line} of the source",
        },
        {
            "vi": "Thêm chữ đứng cạnh vào `quote` để chỉ còn một chỗ.",
            "en": "Add neighbouring words to the quote until only one place is left.",
        },
        {"vi": _NOTES_VI, "en": _NOTES_EN},
    ),
    Code(
        "repair-overlap",
        ERROR,
        {
            "vi": "`{quote}` đè lên một ghi chú khác của dòng {line}",
            "en": "`{quote}` overlaps another note on line {line}",
        },
        {"vi": "Gộp hai chỗ thành một.", "en": "Make one entry of the two."},
        {"vi": _NOTES_VI, "en": _NOTES_EN},
    ),
    Code(
        "repair-changes-nothing",
        ERROR,
        {"vi": "cách đọc giống hệt điều đã in: `{quote}`", "en": "the reading is what is printed: `{quote}`"},
        {"vi": "Sửa `reading`, hoặc bỏ mục này.", "en": "Correct `reading`, or drop the entry."},
        {"vi": _NOTES_VI, "en": _NOTES_EN},
    ),
    Code(
        "furniture-not-found",
        ERROR,
        {
            "vi": "`{quote}` không có đúng một lần trong dòng {line} của bản gốc",
            "en": "`{quote}` does not occur exactly once in line {line} of the source",
        },
        {"vi": "Chép đúng phần chữ của dòng đó.", "en": "Copy the words of that line exactly."},
        {
            "vi": "Phần ngoài văn bản được giữ riêng, nên phải biết chính xác đó là chữ nào.",
            "en": "What is not the document is kept apart, so its exact words must be known.",
        },
    ),
    Code(
        "bad-lines",
        ERROR,
        {
            "vi": "`{lines}` không chỉ ra dòng nào của bản gốc ({problem})",
            "en": "`{lines}` names no lines of the source ({problem})",
        },
        {
            "vi": "Viết `5`, `183-200` hoặc `62,65,79`; bản gốc có {total} dòng.",
            "en": "Write `5`, `183-200` or `62,65,79`; the source has {total} lines.",
        },
        {
            "vi": "Số dòng đếm từ một trong source.txt; mỗi dòng chỉ được ghi một lần.",
            "en": "Lines are counted from one in source.txt; each may be named only once.",
        },
    ),
    Code(
        "text-before-provision",
        ERROR,
        {"vi": "có chữ trước mục đầu tiên", "en": "words stand before the first provision"},
        {
            "vi": "Mở mục bằng `{mark}` ở đầu dòng này.",
            "en": "Open a provision with `{mark}` at the beginning of this line.",
        },
        {
            "vi": "Mọi đoạn thuộc về một mục, để có địa chỉ mà trích dẫn.",
            "en": "Every paragraph belongs to a provision, so that it has an address to cite.",
        },
    ),
    Code(
        "heading-without-id",
        ERROR,
        {"vi": "tiêu đề không có mã", "en": "the heading has no id"},
        {"vi": "Thêm `{mark}` vào cuối dòng.", "en": "Add `{mark}` at the end of the line."},
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "misplaced-id",
        ERROR,
        {"vi": "`{mark}` không đứng đúng chỗ", "en": "`{mark}` does not stand where an id can"},
        {
            "vi": "Đặt ở cuối dòng tiêu đề (`## …`), hoặc ở đầu dòng của đoạn văn.",
            "en": "Put it at the end of a heading (`## …`), or at the beginning of a paragraph's line.",
        },
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "bad-provision-id",
        ERROR,
        {"vi": "`{id}` không phải là mã của mục", "en": "`{id}` is no id of a provision"},
        {
            "vi": "Nối các số đã in bằng dấu chấm (`II.3.2`), hoặc dùng: {parts}; không dùng tên mà Windows giữ riêng "
            "(`con`, `aux`).",
            "en": "Join the printed numbers by dots (`II.3.2`), or use one of: {parts}; and no name that Windows "
            "keeps for itself (`con`, `aux`).",
        },
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "duplicate-provision",
        ERROR,
        {"vi": "mục `{id}` đã được mở ở dòng {first}", "en": "provision `{id}` is opened already in line {first}"},
        {
            "vi": "Nếu văn bản in lặp số, thêm `-2` vào mã và ghi vào `structure` của notes.yaml.",
            "en": "Where the print repeats a number, add `-2` to the id and a note under `structure` of notes.yaml.",
        },
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "missing-parent",
        ERROR,
        {"vi": "mục `{id}` không có mục cha `{parent}`", "en": "provision `{id}` has no parent `{parent}`"},
        {
            "vi": "Mở mục `{parent}` ở phía trên, hoặc sửa mã này.",
            "en": "Open `{parent}` above it, or correct this id.",
        },
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "number-mismatch",
        ERROR,
        {
            "vi": "mã `{id}` không khớp với số đã in `{printed}`",
            "en": "the id `{id}` does not agree with the printed number `{printed}`",
        },
        {
            "vi": "Sửa mã theo số đã in; nếu bản in lạ, ghi vào `structure` của notes.yaml.",
            "en": "Make the id follow the print; where the print is odd, record it under `structure` of notes.yaml.",
        },
        {"vi": _IDS_VI, "en": _IDS_EN},
    ),
    Code(
        "unrecorded-gap",
        WARNING,
        {"vi": "sau `{before}` văn bản in `{id}`", "en": "after `{before}` the text prints `{id}`"},
        {
            "vi": "Xem lại bản gốc; nếu đúng như in, ghi vào `structure` của notes.yaml (provision: {id}).",
            "en": "Look at the source; if it prints so, record it under `structure` of notes.yaml (provision: {id}).",
        },
        {
            "vi": "Chỗ nhảy số không được lấp, nhưng người đọc phải được báo là bản gốc in như vậy.",
            "en": "A gap in the numbers is never filled, but a reader must be told that the original prints it so.",
        },
    ),
    Code(
        "bad-table",
        ERROR,
        {"vi": "bảng không đọc được: {problem}", "en": "the table cannot be read: {problem}"},
        {
            "vi": "Viết dòng mở ` ```table MÃ SỐ-DÒNG-ĐẦU `, các dòng của bảng, rồi dòng đóng ` ``` `.",
            "en": "Write the opening ` ```table ID HEADER-ROWS `, the table's lines, and a closing ` ``` `.",
        },
        {
            "vi": "Bảng in giữ nguyên từng ô; phải biết nó bắt đầu, kết thúc ở đâu và mấy dòng là đầu bảng.",
            "en": "A printed table keeps each cell; its beginning, its end and its header rows must be known.",
        },
    ),
    Code(
        "printed-not-found",
        ERROR,
        {"vi": "`{field}`: văn bản không in `{quote}`", "en": "`{field}`: the document does not print `{quote}`"},
        {
            "vi": "Chép đúng như in; chỗ gần nhất: `{nearest}`. Không in thì để `null`.",
            "en": "Copy what is printed; the nearest is `{nearest}`. Where nothing is printed, write `null`.",
        },
        {
            "vi": "Trường “như in” là lời của văn bản; lời của cổng đứng ở trường khác.",
            "en": "A printed field holds the document's words; ours stand in another.",
        },
    ),
)
