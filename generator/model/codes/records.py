"""Mistakes of records: fields, values, references, languages, dates, private persons."""

from .code import ERROR, WARNING, Code

CODES = (
    Code(
        "unknown-field",
        ERROR,
        {"vi": "`{field}` không phải là trường của {what}", "en": "`{field}` is no field of {what}"},
        {"vi": "{guess}", "en": "{guess}"},
        {
            "vi": "Trường viết sai tên sẽ bị bỏ qua mà không ai hay; trường do máy tự điền cũng không được viết tay.",
            "en": "A misspelt field would be left out unseen; fields that the reader fills cannot be written by hand.",
        },
    ),
    Code(
        "missing-field",
        ERROR,
        {"vi": "thiếu trường `{field}` của {what}", "en": "`{field}` of {what} is missing"},
        {
            "vi": "Thêm `{field}:`{how}",
            "en": "Add `{field}:`{how}",
        },
        {
            "vi": "Cổng không bịa ra dữ kiện: điều không có phải được ghi rõ là không có.",
            "en": "The portal invents nothing: what is not there has to be said to be not there.",
        },
    ),
    Code(
        "wrong-type",
        ERROR,
        {"vi": "`{field}` phải là {wanted}, không phải {found}", "en": "`{field}` must be {wanted}, not {found}"},
        {"vi": "Viết `{field}` thành {wanted}.", "en": "Write `{field}` as {wanted}."},
        {
            "vi": "Danh sách viết mỗi dòng một gạch đầu dòng; lời của cổng viết theo từng ngôn ngữ `{vi: …, en: …}`.",
            "en": "A list is one dash a line; words of ours are given in each language, `{vi: …, en: …}`.",
        },
    ),
    Code(
        "bad-date",
        ERROR,
        {"vi": "`{value}` không phải là ngày", "en": "`{value}` is no date"},
        {"vi": "Viết năm-tháng-ngày, ví dụ `2018-02-01`.", "en": "Write year-month-day, such as `2018-02-01`."},
        {
            "vi": "Một cách viết duy nhất thì không lẫn ngày với tháng; cách in trong văn bản giữ ở trường riêng.",
            "en": "One form cannot mix days and months up; the printed form is kept in a field of its own.",
        },
    ),
    Code(
        "bad-number",
        ERROR,
        {"vi": "`{value}` không phải là số nguyên", "en": "`{value}` is no whole number"},
        {"vi": "Chỉ viết chữ số, ví dụ `2018`.", "en": "Write digits only, such as `2018`."},
        {"vi": "Năm, dòng và số thứ tự là số nguyên.", "en": "Years, lines and ordinals are whole numbers."},
    ),
    Code(
        "bad-flag",
        ERROR,
        {"vi": "`{value}` không phải là `true` hay `false`", "en": "`{value}` is neither `true` nor `false`"},
        {"vi": "Viết `true` (có) hoặc `false` (không).", "en": "Write `true` or `false`."},
        {
            "vi": "`yes`, `no`, `on`, `có` được hiểu khác nhau ở mỗi chương trình.",
            "en": "`yes`, `no` and `on` mean different things to different programs.",
        },
    ),
    Code(
        "bad-value",
        ERROR,
        {"vi": "`{field}` không nhận giá trị `{value}`", "en": "`{field}` cannot be `{value}`"},
        {"vi": "Chọn một trong: {choices}.", "en": "Choose one of: {choices}."},
        {
            "vi": "Các giá trị này điều khiển cách trang trình bày; giá trị lạ sẽ không hiện ra đâu cả.",
            "en": "These values decide how pages show the fact; a strange one would be shown nowhere.",
        },
    ),
    Code(
        "empty-value",
        ERROR,
        {"vi": "`{field}` để trống", "en": "`{field}` is empty"},
        {"vi": "Viết nội dung của `{field}`.", "en": "Write what `{field}` says."},
        {
            "vi": "Trích dẫn hay cách đọc trống thì không ai tìm thấy hoặc bấm vào được.",
            "en": "Nobody can find, or click on, a quote or a reading that is empty.",
        },
    ),
    Code(
        "bad-address",
        ERROR,
        {"vi": "`{value}` không phải là địa chỉ của một trang web", "en": "`{value}` is no address of a site"},
        {
            "vi": "Viết đầy đủ, kết thúc bằng `/`, ví dụ `https://example.vn/giam-ngheo/`.",
            "en": "Write it whole, ending in `/`, such as `https://example.vn/giam-ngheo/`.",
        },
        {
            "vi": "Mọi liên kết, sơ đồ trang và lời trích dẫn được viết từ địa chỉ này.",
            "en": "Every link, the sitemap and every citation is written from this address.",
        },
    ),
    Code(
        "duplicate-id",
        ERROR,
        {"vi": "mã `{id}` đã được dùng ở {first}", "en": "the id `{id}` is used already at {first}"},
        {"vi": "Đặt một mã khác.", "en": "Choose another id."},
        {
            "vi": "Mã là địa chỉ: hai thứ cùng mã thì không biết trích dẫn cái nào.",
            "en": "An id is an address: of two things with one id nobody knows which is cited.",
        },
    ),
    Code(
        "unknown-reference",
        ERROR,
        {"vi": "`{field}`: không có {kind} nào mang mã `{id}`", "en": "`{field}`: there is no {kind} `{id}`"},
        {"vi": "{guess}", "en": "{guess}"},
        {
            "vi": "Mọi mã được nhắc đến phải có thật, nếu không trang sẽ dẫn người đọc đến chỗ trống.",
            "en": "Every id that is named must exist, or a page would lead its readers to nothing.",
        },
    ),
    Code(
        "unknown-provision",
        ERROR,
        {"vi": "kế hoạch `{plan}` không có mục `{id}`", "en": "plan `{plan}` has no provision `{id}`"},
        {"vi": "{guess}", "en": "{guess}"},
        {
            "vi": "Mỗi dữ kiện rút từ kế hoạch phải chỉ đúng mục của nó để người đọc đối chiếu.",
            "en": "Each fact taken from a plan names its provision, so that a reader can compare.",
        },
    ),
    Code(
        "quote-not-found",
        ERROR,
        {
            "vi": "mục `{provision}` không có lời trích `{quote}`",
            "en": "provision `{provision}` does not say `{quote}`",
        },
        {
            "vi": "Chép nguyên văn từ text.md (sau khi sửa lỗi bản chụp); chỗ gần nhất: `{nearest}`.",
            "en": "Copy the words from text.md as they stand there; the nearest are `{nearest}`.",
        },
        {
            "vi": "Lời trích phải đúng nguyên văn; cổng không diễn đạt lại lời của cơ quan ban hành.",
            "en": "A quote is verbatim; the portal does not reword what a public body said.",
        },
    ),
    Code(
        "missing-translation",
        WARNING,
        {"vi": "`{field}` chưa có bằng `{lang}`", "en": "`{field}` is not given in `{lang}`"},
        {
            "vi": "Thêm `{lang}:` vào `{field}`, hoặc nhờ người dịch.",
            "en": "Add `{lang}:` to `{field}`, or ask a translator.",
        },
        {
            "vi": "Trang của ngôn ngữ đó sẽ phải hiện lời của ngôn ngữ khác.",
            "en": "The pages of that language would have to show words of another.",
        },
    ),
    Code(
        "missing-page",
        WARNING,
        {"vi": "trang `{page}` chưa có bằng `{lang}`", "en": "the page `{page}` is not written in `{lang}`"},
        {
            "vi": "Thêm tệp `{file}`, hoặc nhờ người dịch.",
            "en": "Add the file `{file}`, or ask a translator.",
        },
        {
            "vi": "Người đọc ngôn ngữ đó sẽ gặp trang bằng ngôn ngữ khác.",
            "en": "Readers of that language would be shown the page in another.",
        },
    ),
    Code(
        "unknown-language",
        WARNING,
        {
            "vi": "`{field}` có bằng `{lang}`, không phải ngôn ngữ của cổng",
            "en": "`{field}` is given in `{lang}`, which is no language of the site",
        },
        {
            "vi": "Sửa mã ngôn ngữ, hoặc thêm nó vào `languages` của site.yaml.",
            "en": "Correct the language's code, or add it to `languages` of site.yaml.",
        },
        {"vi": "Lời đó sẽ không bao giờ hiện ra.", "en": "These words would never be shown."},
    ),
    Code(
        "ends-before-start",
        ERROR,
        {"vi": "kết thúc ({end}) trước khi bắt đầu ({start})", "en": "ends ({end}) before it starts ({start})"},
        {"vi": "Xem lại hai mốc thời gian.", "en": "Look at the two again."},
        {"vi": "Một giai đoạn ngược thì không chứa ngày nào.", "en": "A period that runs backwards holds no day."},
    ),
    Code(
        "later-than-as-of",
        ERROR,
        {
            "vi": "ngày {date} sau ngày lấy làm mốc của cổng ({as_of})",
            "en": "{date} is later than the site's day ({as_of})",
        },
        {
            "vi": "Sửa ngày, hoặc nâng `as_of` trong site.yaml.",
            "en": "Correct the date, or move `as_of` of site.yaml on.",
        },
        {
            "vi": "`as_of` là ngày hôm nay duy nhất của cổng; không văn bản nào ra đời sau hôm nay.",
            "en": "`as_of` is the site's only today; no document is from after today.",
        },
    ),
    Code(
        "private-data",
        ERROR,
        {"vi": "có vẻ là {what} của một cá nhân: `{value}`", "en": "this looks like a person's {what}: `{value}`"},
        {
            "vi": "Xóa nó; cổng không công bố thông tin cá nhân.",
            "en": "Delete it; the portal publishes no private person.",
        },
        {
            "vi": "Số định danh, số điện thoại, ngày sinh của người dân không được công bố, kể cả khi bản gốc có.",
            "en": "Identity numbers, telephone numbers and birth dates of persons are never published.",
        },
    ),
    Code(
        "unsafe-link",
        ERROR,
        {"vi": "liên kết `{link}` không an toàn", "en": "the link `{link}` is not safe"},
        {
            "vi": "Dùng địa chỉ `https://`, `mailto:` hoặc đường dẫn trong cổng.",
            "en": "Use `https://`, `mailto:` or a path inside the site.",
        },
        {
            "vi": "Liên kết `javascript:` hay `data:` chạy mã trong trình duyệt của người đọc.",
            "en": "`javascript:` and `data:` links run code in the reader's browser.",
        },
    ),
    Code(
        "raw-html",
        WARNING,
        {"vi": "HTML `{tag}` được hiện như chữ thường", "en": "the HTML `{tag}` is shown as plain words"},
        {
            "vi": "Viết bằng Markdown, hoặc đặt trong dấu nháy ngược.",
            "en": "Write Markdown, or put it between backticks.",
        },
        {
            "vi": "Trang chỉ nhận Markdown, để nội dung không thể chèn mã.",
            "en": "Pages take Markdown only, so that content can never bring code.",
        },
    ),
    Code(
        "missing-title",
        ERROR,
        {"vi": "trang không mở đầu bằng tên", "en": "the page does not begin with a title"},
        {"vi": "Viết dòng đầu là `# Tên trang`.", "en": "Let the first line be `# The title`."},
        {
            "vi": "Tên trang hiện trên đầu trang và trong mọi liên kết.",
            "en": "The title stands on the page and in every link to it.",
        },
    ),
)
