"""Mistakes of files: what cannot be opened, or stands where nothing reads it."""

from .code import ERROR, WARNING, Code

CODES = (
    Code(
        "no-project",
        ERROR,
        {"vi": "thư mục này không có `site.yaml`", "en": "this folder holds no `site.yaml`"},
        {
            "vi": "Chạy lệnh trong thư mục của cổng, hoặc chỉ ra thư mục bằng `--site`.",
            "en": "Run the command in the portal's folder, or name the folder with `--site`.",
        },
        {
            "vi": "Mọi thư mục có `site.yaml` là một cổng; tệp này nói tên cổng, ngôn ngữ và ngày lấy làm mốc.",
            "en": "Any folder with a `site.yaml` is a portal; the file gives its name, its languages and its today.",
        },
    ),
    Code(
        "missing-file",
        ERROR,
        {"vi": "thiếu tệp `{file}`", "en": "the file `{file}` is missing"},
        {"vi": "Thêm tệp `{file}` vào thư mục này.", "en": "Add the file `{file}` to this folder."},
        {
            "vi": "Kế hoạch gồm plan.yaml, text.md, notes.yaml và bản gốc; bộ dữ liệu gồm datapackage.json và CSV.",
            "en": "A plan is plan.yaml, text.md, notes.yaml and its original; a dataset datapackage.json and its CSV.",
        },
    ),
    Code(
        "unreadable-file",
        ERROR,
        {"vi": "`{file}` không phải là tệp thường đọc được", "en": "`{file}` is not a regular file that can be read"},
        {
            "vi": "Thay bằng một tệp thường, và cho phép đọc.",
            "en": "Put a regular file in its place, and allow it to be read.",
        },
        {
            "vi": "Ống dẫn hay thiết bị làm việc dựng trang bị treo; tệp không có quyền đọc thì mỗi máy một khác.",
            "en": "A pipe or a device would hang the build; a file without permission makes machines differ.",
        },
    ),
    Code(
        "leaves-project",
        ERROR,
        {"vi": "`{file}` dẫn ra ngoài thư mục của cổng", "en": "`{file}` leads out of the portal's folder"},
        {"vi": "Chép nội dung vào trong thư mục của cổng.", "en": "Copy the content into the portal's folder."},
        {
            "vi": "Cổng chỉ công bố những gì nằm trong kho của nó, để ai cũng dựng lại được như nhau.",
            "en": "A portal publishes only what its own folder holds, so that anyone can build the same.",
        },
    ),
    Code(
        "not-utf8",
        ERROR,
        {"vi": "tệp không phải là UTF-8 (byte thứ {byte})", "en": "the file is not UTF-8 (byte {byte})"},
        {"vi": "Lưu lại tệp với bảng mã UTF-8.", "en": "Save the file again as UTF-8."},
        {
            "vi": "Bảng mã cũ (TCVN3, VNI) làm hỏng dấu tiếng Việt khi đọc.",
            "en": "Older encodings (TCVN3, VNI) lose Vietnamese letters when they are read.",
        },
    ),
    Code(
        "too-large",
        ERROR,
        {"vi": "tệp dài {size} byte, quá mức {limit} byte", "en": "the file has {size} bytes, more than {limit}"},
        {"vi": "Chia tệp thành nhiều tệp nhỏ hơn.", "en": "Split it into smaller files."},
        {
            "vi": "Giới hạn giữ cho việc kiểm tra luôn nhanh, kể cả khi một tệp bị hỏng.",
            "en": "The bound keeps checking quick, even when a file is damaged.",
        },
    ),
    Code(
        "bad-character",
        ERROR,
        {"vi": "có ký tự điều khiển {character}", "en": "a control character {character} stands here"},
        {"vi": "Xóa ký tự đó.", "en": "Delete the character."},
        {
            "vi": "Ký tự không nhìn thấy được làm câu chữ công bố khác với điều người đọc thấy.",
            "en": "Characters that nobody sees would make the published words differ from what a reader sees.",
        },
    ),
    Code(
        "bad-name",
        ERROR,
        {"vi": "`{name}` không dùng làm mã được", "en": "`{name}` cannot be an id"},
        {
            "vi": "Chỉ dùng chữ thường không dấu, chữ số và gạch nối: `ke-hoach-58`; không dùng tên mà Windows "
            "giữ riêng (`con`, `nul`, `com1`).",
            "en": "Use small letters without marks, digits and hyphens: `ke-hoach-58`; and no name that Windows "
            "keeps for itself (`con`, `nul`, `com1`).",
        },
        {
            "vi": "Tên tệp hay thư mục là mã, và là một phần của địa chỉ trang không bao giờ đổi.",
            "en": "The name of a file or folder is its id, and part of an address that never changes.",
        },
    ),
    Code(
        "unknown-file",
        WARNING,
        {"vi": "không phần nào của cổng đọc `{file}`", "en": "no part of the portal reads `{file}`"},
        {
            "vi": "Đổi tên cho đúng, chuyển sang thư mục khác, hoặc xóa.",
            "en": "Give it the right name, move it to another folder, or delete it.",
        },
        {
            "vi": "Một tệp đặt sai chỗ hoặc sai tên sẽ không bao giờ lên trang mà không ai hay.",
            "en": "A file with a wrong name or in a wrong folder would never be published, and nobody would know.",
        },
    ),
    Code(
        "yaml-syntax",
        ERROR,
        {"vi": "không đọc được YAML: {problem}", "en": "this is not YAML: {problem}"},
        {
            "vi": "Xem lại thụt dòng, dấu hai chấm và dấu nháy ở dòng này.",
            "en": "Look at the indentation, colons and quotation marks of this line.",
        },
        {
            "vi": "Các dữ kiện được viết bằng YAML; cả tệp không dùng được khi một dòng sai cú pháp.",
            "en": "Facts are written in YAML; the whole file is lost when one line breaks its grammar.",
        },
    ),
    Code(
        "tab-in-yaml",
        ERROR,
        {"vi": "có ký tự tab", "en": "a tab stands here"},
        {
            "vi": "Thay bằng dấu cách; trong chuỗi có nháy kép viết `\\t`.",
            "en": "Use spaces; in double quotes write `\\t`.",
        },
        {
            "vi": "Tab trông giống dấu cách mà YAML hiểu khác; tệp có tab đọc ra kết quả khác với điều mắt thấy.",
            "en": "A tab looks like spaces and means something else to YAML; the file would not say what it shows.",
        },
    ),
    Code(
        "yaml-tag",
        ERROR,
        {"vi": "thẻ YAML `{tag}` không được dùng", "en": "the YAML tag `{tag}` is not allowed"},
        {"vi": "Bỏ thẻ, chỉ viết giá trị.", "en": "Take the tag off and write the plain value."},
        {
            "vi": "Mọi giá trị giữ đúng như đã viết; thẻ sẽ biến nó thành thứ khác.",
            "en": "Every value stays the words that are written; a tag would turn it into something else.",
        },
    ),
    Code(
        "yaml-alias",
        ERROR,
        {
            "vi": "neo và bí danh YAML (`{name}`) không được dùng",
            "en": "YAML anchors and aliases (`{name}`) are not allowed",
        },
        {"vi": "Viết lại giá trị đầy đủ ở chỗ này.", "en": "Write the value out in this place."},
        {
            "vi": "Mỗi dữ kiện phải đọc được ngay tại chỗ, và không phình ra khi được đọc.",
            "en": "Each fact must be readable where it stands, and must not grow when it is read.",
        },
    ),
    Code(
        "duplicate-key",
        ERROR,
        {"vi": "`{key}` đã được viết ở dòng {first}", "en": "`{key}` is written already in line {first}"},
        {"vi": "Giữ lại một trong hai.", "en": "Keep one of the two."},
        {
            "vi": "YAML lặng lẽ bỏ giá trị viết trước; không ai thấy dữ kiện bị mất.",
            "en": "YAML silently drops the first value; nobody would see the fact vanish.",
        },
    ),
    Code(
        "too-deep",
        ERROR,
        {"vi": "lồng sâu quá {limit} tầng", "en": "nested more than {limit} levels deep"},
        {"vi": "Viết phẳng hơn.", "en": "Write it flatter."},
        {
            "vi": "Không dữ kiện nào của cổng cần sâu đến thế; thường là lỗi gõ dấu ngoặc.",
            "en": "No fact of the portal is that deep; most often it is a slip with brackets.",
        },
    ),
)
