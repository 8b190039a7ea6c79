"""Mistakes that show only while the site is made: themes, the handbook, and the folder it goes into."""

from .code import ERROR, Code

CODES = (
    Code(
        "template-error",
        ERROR,
        {"vi": "giao diện có lỗi: {what}", "en": "the theme has a fault: {what}"},
        {"vi": "Sửa dòng này của giao diện.", "en": "Correct this line of the theme."},
        {
            "vi": "Mẫu trang, chữ và màu của giao diện được kiểm tra trước khi dựng trang nào.",
            "en": "A theme's templates, words and tokens are checked before any page is made of them.",
        },
    ),
    Code(
        "undefined-in-template",
        ERROR,
        {"vi": "mẫu trang dùng điều không có: {what}", "en": "the template says what is not there: {what}"},
        {
            "vi": "Sửa tên, thêm từ vào `locales/`, hoặc xem trang này được đưa những gì trong `generator/pages/`.",
            "en": "Correct the name, add the word under `locales/`, or see in `generator/pages/` what a page is given.",
        },
        {
            "vi": "Mẫu chỉ nói được những gì trang đưa cho nó; tên viết sai sẽ thành chỗ trống mà không ai hay.",
            "en": "A template can say only what its page holds; a misspelt name would become a gap that nobody sees.",
        },
    ),
    Code(
        "letter-not-in-font",
        ERROR,
        {
            "vi": "phông chữ của biểu đồ không có chữ “{letter}” ({point}) trong “{words}”",
            "en": "the typeface of charts has no letter “{letter}” ({point}), which stands in “{words}”",
        },
        {
            "vi": "Xem chữ ấy có viết nhầm không; nếu đúng, thêm chữ vào các tệp phông trong thư mục này.",
            "en": "See whether the letter is a slip; if it is right, add it to the font files of this folder.",
        },
        {
            "vi": "Ảnh biểu đồ được đem đi trích dẫn; thiếu một chữ thì ảnh nói khác với trang.",
            "en": "Pictures of charts are cited; without a letter they would say other than the page.",
        },
    ),
    Code(
        "same-address",
        ERROR,
        {"vi": "hai tệp cùng có địa chỉ `{path}`", "en": "two files have the address `{path}`"},
        {
            "vi": "Đổi tên trang trong `content/pages/`, hoặc mã của bản ghi.",
            "en": "Rename the page under `content/pages/`, or change the record's id.",
        },
        {
            "vi": "Mỗi địa chỉ là một tệp; nếu không, tệp sau sẽ che tệp trước mà không ai hay.",
            "en": "Each address is one file; otherwise the later would hide the earlier, and nobody would see.",
        },
    ),
    Code(
        "output-not-ours",
        ERROR,
        {
            "vi": "`{path}` không phải do chương trình này tạo ra",
            "en": "`{path}` was not made by this program",
        },
        {
            "vi": "Chọn một thư mục trống bằng `--out`, hoặc tự chuyển nó đi nơi khác.",
            "en": "Name an empty folder with `--out`, or move it away yourself.",
        },
        {
            "vi": "Khi công bố, chương trình thay và xóa tệp; nó chỉ làm thế với tệp do chính nó tạo ra.",
            "en": "Publishing replaces and removes files, and does so only to files that it made itself.",
        },
    ),
    Code(
        "output-not-writable",
        ERROR,
        {"vi": "không ghi được vào `{path}`: {problem}", "en": "`{path}` cannot be written to: {problem}"},
        {
            "vi": "Xem lại quyền ghi và chỗ trống trên đĩa, hoặc chọn thư mục khác bằng `--out`.",
            "en": "Look at the folder's permissions and the room on the disk, or name another folder with `--out`.",
        },
        {"vi": "Trang đã công bố trước đó vẫn dùng được.", "en": "What was published before can still be used."},
    ),
    Code(
        "handbook-error",
        ERROR,
        {"vi": "sổ tay: {what}", "en": "the handbook: {what}"},
        {
            "vi": "Sửa trang này trong `content/handbook/`; liên kết dẫn đến tệp `.md` cùng thư mục.",
            "en": "Correct the page in `content/handbook/`; a link leads to an `.md` file of that folder.",
        },
        {
            "vi": "Sổ tay được dựng bằng MkDocs ở chế độ chặt: một liên kết hỏng là một lỗi.",
            "en": "MkDocs builds the handbook in its strict mode: a broken link is a mistake.",
        },
    ),
)
