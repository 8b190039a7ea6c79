"""Mistakes that show only in the made pages."""

from .code import ERROR, Code

CODES = (
    Code(
        "broken-link",
        ERROR,
        {"vi": "liên kết `{link}` không dẫn đến đâu", "en": "the link `{link}` leads to nothing"},
        {
            "vi": "Sửa liên kết trong nội dung hoặc mẫu của trang này.",
            "en": "Correct it in the page's content or template.",
        },
        {"vi": "Người đọc bấm vào sẽ gặp trang trống.", "en": "A reader who follows it finds nothing."},
    ),
    Code(
        "broken-fragment",
        ERROR,
        {
            "vi": "trang đích không có `#{fragment}` (liên kết `{link}`)",
            "en": "its page has no `#{fragment}` (the link `{link}`)",
        },
        {"vi": "Sửa phần sau dấu `#`.", "en": "Correct what stands after the `#`."},
        {"vi": "Người đọc đến đúng trang nhưng sai chỗ.", "en": "A reader comes to the page, but not to the place."},
    ),
    Code(
        "duplicate-html-id",
        ERROR,
        {"vi": '`id="{id}"` có {times} lần trong trang', "en": '`id="{id}"` stands {times} times in the page'},
        {"vi": "Đổi một trong các mã đó.", "en": "Change one of them."},
        {
            "vi": "Liên kết và trình đọc màn hình chỉ thấy chỗ đầu tiên.",
            "en": "Links and screen readers see only the first.",
        },
    ),
    Code(
        "image-without-alt",
        ERROR,
        {"vi": "hình `{src}` không có lời thay thế", "en": "the image `{src}` has no alternative text"},
        {
            "vi": 'Thêm `alt` nói điều hình cho thấy; hình trang trí thì `alt=""`.',
            "en": 'Add an `alt` that says what it shows; `alt=""` where it only decorates.',
        },
        {"vi": "Người không nhìn thấy hình sẽ không biết gì.", "en": "Who cannot see the image learns nothing."},
    ),
    Code(
        "page-without-lang",
        ERROR,
        {"vi": "trang không khai ngôn ngữ", "en": "the page does not say its language"},
        {"vi": "Thêm `lang` vào thẻ `<html>` của mẫu.", "en": "Add `lang` to the template's `<html>`."},
        {"vi": "Trình đọc màn hình sẽ đọc sai giọng.", "en": "A screen reader would speak it in the wrong tongue."},
    ),
)
