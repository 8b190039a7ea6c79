"""Mistakes of datasets and of the administrative units."""

from .code import ERROR, WARNING, Code

_UNITS_VI = "Đơn vị hành chính là mã cùng với thời gian tồn tại của nó; mã được dùng lại sau mỗi lần sắp xếp."
_UNITS_EN = "A place is its code with its period; codes are used again after each reorganisation."
_REGIONS_VI = "Các vùng của một cách chia phủ kín cả nước và không chồng lên nhau, ngày nào cũng vậy."
_REGIONS_EN = "The regions of a scheme cover the country without overlap, on each day of the scheme."

CODES = (
    Code(
        "wrong-header",
        ERROR,
        {
            "vi": "cột {column} phải là `{wanted}`, không phải `{found}`",
            "en": "column {column} must be `{wanted}`, not `{found}`",
        },
        {"vi": "Viết dòng đầu: {header}.", "en": "Let the first line be: {header}."},
        {
            "vi": "Mọi bảng mở đầu bằng cùng các cột, theo cùng thứ tự, để ghép được với nhau.",
            "en": "Every table begins with the same columns in the same order, so that tables can be joined.",
        },
    ),
    Code(
        "ragged-row",
        ERROR,
        {"vi": "dòng có {found} ô, đầu bảng có {wanted}", "en": "the row has {found} cells, the header {wanted}"},
        {
            "vi": "Thêm hoặc bớt dấu phẩy; ô có dấu phẩy phải đặt trong nháy kép.",
            "en": "Add or take away commas; a cell that holds a comma stands in double quotes.",
        },
        {
            "vi": "Thiếu một ô là mọi ô sau đó lệch cột.",
            "en": "One cell less moves all that follow into wrong columns.",
        },
    ),
    Code(
        "bad-csv",
        ERROR,
        {"vi": "không đọc được CSV: {problem}", "en": "this is not CSV: {problem}"},
        {"vi": "Xem lại dấu nháy kép ở dòng này.", "en": "Look at the double quotes of this line."},
        {
            "vi": "Số liệu viết bằng CSV: phẩy giữa các ô, nháy kép quanh ô có dấu phẩy.",
            "en": "Numbers stand in CSV: commas between cells, double quotes around a cell with a comma.",
        },
    ),
    Code(
        "not-a-number",
        ERROR,
        {"vi": "`{field}` không phải là số: `{value}`", "en": "`{field}` is no number: `{value}`"},
        {
            "vi": "Viết chữ số và dấu chấm thập phân (`48065`, `7.7`); dạng in để ở `value_printed`.",
            "en": "Write digits and a decimal point (`48065`, `7.7`); the printed form goes to `value_printed`.",
        },
        {
            "vi": "Một dạng duy nhất cho máy tính, dạng in giữ riêng: không bao giờ thay số đã in.",
            "en": "One form to compute with, the printed one beside it: a printed number is never replaced.",
        },
    ),
    Code(
        "printed-differs",
        ERROR,
        {
            "vi": "`{field}` là {value}, nhưng dạng in `{printed}` đọc ra {read}",
            "en": "`{field}` is {value}, but the printed form `{printed}` reads {read}",
        },
        {
            "vi": "Sửa một trong hai theo bản gốc (dấu chấm, dấu cách: hàng nghìn; dấu phẩy: thập phân).",
            "en": "Correct one of them after the source (dot and space: thousands; comma: decimals).",
        },
        {
            "vi": "Số để tính phải là số đã in, không hơn không kém.",
            "en": "The number that is computed with must be the printed one.",
        },
    ),
    Code(
        "unclear-number",
        WARNING,
        {
            "vi": "không đọc chắc được số đã in `{printed}`",
            "en": "the printed number `{printed}` cannot be read for sure",
        },
        {
            "vi": "Xem lại bản gốc, rồi so số này với số đã in bằng mắt.",
            "en": "Look at the source, and compare the two numbers by eye.",
        },
        {
            "vi": "`1.23` hay `1,2,3` có thể hiểu theo nhiều cách; cổng không đoán.",
            "en": "`1.23` or `1,2,3` can be read in more than one way; the portal does not guess.",
        },
    ),
    Code(
        "small-count",
        ERROR,
        {
            "vi": "{why} mà có số đếm dưới {fewest}: `{value}`",
            "en": "{why} has a count under {fewest}: `{value}`",
        },
        {
            "vi": "Để trống cả `value` và `value_printed`, ghi ở `note` là số được giữ kín.",
            "en": "Leave both `value` and `value_printed` empty, and say in `note` that the number is withheld.",
        },
        {
            "vi": "Ở thôn, bản hay trong một nhóm nhỏ, vài hộ là ai thì hàng xóm đều biết. Số mà kế hoạch "
            "tự in cho cấp xã "
            "trở lên thì giữ nguyên.",
            "en": "In a village or a small group, neighbours know who a handful of households are. What a plan itself "
            "prints for a commune or above stands.",
        },
    ),
    Code(
        "duplicated-observation",
        ERROR,
        {"vi": "số liệu này đã có ở dòng {first}", "en": "line {first} holds this observation already"},
        {"vi": "Xóa một trong hai dòng.", "en": "Delete one of the two rows."},
        {
            "vi": "Hai số cho cùng nơi, năm, chỉ tiêu, chuẩn và nguồn thì không biết số nào đúng.",
            "en": "Of two numbers for one place, year, indicator, standard and source nobody knows which holds.",
        },
    ),
    Code(
        "table-differs",
        ERROR,
        {
            "vi": "dòng in `{row}` không có `{printed}` (bảng `{table}` của `{plan}`)",
            "en": "the printed row `{row}` does not hold `{printed}` (table `{table}` of `{plan}`)",
        },
        {
            "vi": "Sửa ô này theo bảng trong text.md: {cells}.",
            "en": "Correct the cell after the table in text.md: {cells}.",
        },
        {
            "vi": "Bộ dữ liệu rút từ một bảng in phải khớp từng ô với bảng đó.",
            "en": "A dataset made from a printed table must agree with it cell by cell.",
        },
    ),
    Code(
        "table-incomplete",
        ERROR,
        {
            "vi": "bảng `{table}` của `{plan}` in `{printed}` ở dòng `{row}`, bộ dữ liệu không có",
            "en": "table `{table}` of `{plan}` prints `{printed}` in row `{row}`, the dataset lacks it",
        },
        {"vi": "Thêm dòng còn thiếu vào CSV.", "en": "Add the missing row to the CSV."},
        {
            "vi": "Bộ dữ liệu rút từ một bảng in phải đủ mọi ô có số của bảng đó.",
            "en": "A dataset made from a printed table must hold every cell with a number.",
        },
    ),
    Code(
        "period-overlap",
        ERROR,
        {
            "vi": "mã `{code}` cùng lúc là của `{id}` và `{other}`",
            "en": "the code `{code}` belongs to `{id}` and `{other}` at the same time",
        },
        {
            "vi": "Sửa `valid_from` hoặc `valid_to` của một trong hai.",
            "en": "Correct `valid_from` or `valid_to` of one of them.",
        },
        {"vi": _UNITS_VI, "en": _UNITS_EN},
    ),
    Code(
        "parent-not-then",
        ERROR,
        {
            "vi": "`{parent}` không tồn tại suốt thời gian của `{id}`",
            "en": "`{parent}` does not exist during all of the time of `{id}`",
        },
        {
            "vi": "Chọn đơn vị cha của thời kỳ đó, hoặc sửa thời gian tồn tại.",
            "en": "Name the parent of that time, or correct the periods.",
        },
        {"vi": _UNITS_VI, "en": _UNITS_EN},
    ),
    Code(
        "parent-cycle",
        ERROR,
        {"vi": "`{id}` nằm trong chính nó: {path}", "en": "`{id}` lies within itself: {path}"},
        {"vi": "Sửa cột `parent`.", "en": "Correct the column `parent`."},
        {"vi": _UNITS_VI, "en": _UNITS_EN},
    ),
    Code(
        "change-not-then",
        ERROR,
        {
            "vi": "`{id}` không tồn tại vào ngày {day}",
            "en": "`{id}` does not exist on {day}",
        },
        {
            "vi": "Sửa ngày của thay đổi, hoặc thời gian tồn tại của đơn vị.",
            "en": "Correct the day of the change, or the unit's period.",
        },
        {"vi": _UNITS_VI, "en": _UNITS_EN},
    ),
    Code(
        "fate-missing",
        ERROR,
        {
            "vi": "`{id}` có `{given}` mà không có `{field}`",
            "en": "`{id}` has `{given}`, but no `{field}`",
        },
        {
            "vi": "Điền cả hai với đơn vị cũ; bỏ trống cả hai với đơn vị hiện nay.",
            "en": "Fill both in for a former unit; leave both empty for one of today.",
        },
        {
            "vi": "Người tìm một tên cũ phải biết nơi ấy nay thuộc tỉnh nào.",
            "en": "Who looks for an old name must learn which province it is today.",
        },
    ),
    Code(
        "region-overlap",
        ERROR,
        {
            "vi": "`{member}` vừa thuộc `{id}` vừa thuộc `{other}`",
            "en": "`{member}` is a member of both `{id}` and `{other}`",
        },
        {"vi": "Bỏ tỉnh này khỏi một trong hai vùng.", "en": "Take the province out of one of the regions."},
        {"vi": _REGIONS_VI, "en": _REGIONS_EN},
    ),
    Code(
        "province-without-region",
        ERROR,
        {
            "vi": "không vùng nào của cách chia `{scheme}` có `{id}`",
            "en": "no region of the scheme `{scheme}` has `{id}`",
        },
        {"vi": "Thêm tỉnh này vào `members` của vùng.", "en": "Add the province to the `members` of its region."},
        {"vi": _REGIONS_VI, "en": _REGIONS_EN},
    ),
)
